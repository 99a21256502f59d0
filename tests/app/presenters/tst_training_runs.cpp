#include <QAbstractItemModelTester>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>

#include "app/presenters/training_compare_presenter.h"
#include "app/presenters/training_job_presenter.h"
#include "tests/app/fakes/fake_training.h"

namespace aerie {

using presenters::TrainingComparePresenter;
using presenters::TrainingJobPresenter;
using presenters::TrainingPresenter;

// The chosen job in depth, and beside another one, without the page around them.
class TstTrainingRuns final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
  }
  void tasksAreWatchedOnlyWhileSeen();
  void aSelectedTaskHasItsFacts();
  void theOtherRunIsOfTheSameApplication();
  void anotherChoiceStays();

 private:
  struct Bench {
    testing::FakeTraining fake;
    models::World world;
    models::TaskList tasks;
    std::unique_ptr<TrainingPresenter> training;
    Bench() {
      testing::fillTrainingDemo(fake, fake.nowMs);
      training = std::make_unique<TrainingPresenter>(fake, world, tasks);
      training->setShown(true);
    }
  };
};

void TstTrainingRuns::tasksAreWatchedOnlyWhileSeen() {
  Bench b;
  TrainingJobPresenter job(b.fake, *b.training);
  const QAbstractItemModelTester tester(job.tasks(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  QTRY_VERIFY(b.training->job());
  QTRY_COMPARE(b.fake.watchers(), 1);  // the jobs
  job.setShown(true);
  QTRY_VERIFY(job.tasksComplete());
  QCOMPARE(job.cells().size(), qsizetype(job.tasks()->tasks().size()));
  QVERIFY(job.problem().isEmpty());
  QCOMPARE(b.fake.watchers(), 2);
  job.setShown(false);
  QCOMPARE(b.fake.watchers(), 1);
}

void TstTrainingRuns::aSelectedTaskHasItsFacts() {
  Bench b;
  TrainingJobPresenter job(b.fake, *b.training);
  job.setShown(true);
  QTRY_VERIFY(job.tasksComplete());
  QVERIFY(!job.task());
  const auto& tasks = job.tasks()->tasks();
  const auto done = std::find_if(tasks.begin(), tasks.end(), [](const rpc::TrainingTask& task) {
    return task.state == rpc::TaskState::Succeeded;
  });
  QVERIFY(done != tasks.end());
  const QString id = done->id;
  job.selectTask(id);
  QVERIFY(job.task());
  QCOMPARE(job.taskId(), id);
  QVERIFY(!job.factsOf(*job.task()).isEmpty());
  QVERIFY(!job.jobLog());
  job.showJobLog(true);
  QVERIFY(job.jobLog());
  job.showJobLog(false);
  job.followLog(true);
  QTRY_VERIFY(job.lines()->rowCount({}) > 0);
}

void TstTrainingRuns::theOtherRunIsOfTheSameApplication() {
  Bench b;
  TrainingComparePresenter compare(b.fake, *b.training);
  QTRY_VERIFY(b.training->job());
  const int asked = b.fake.questions;
  QVERIFY(!compare.loading());  // nobody looks
  compare.setShown(true);
  QVERIFY(compare.loading());
  QTRY_VERIFY(compare.beforeRun() && compare.afterRun());
  QVERIFY(b.fake.questions >= asked + 2);
  const rpc::TrainingJob* before = b.training->training().job(compare.before());
  QVERIFY(before);
  QCOMPARE(before->application, b.training->job()->application);
  QVERIFY(before->id != b.training->job()->id);
  for (const TrainingComparePresenter::Choice& choice : compare.choices())
    QVERIFY(choice.id != b.training->job()->id);
}

void TstTrainingRuns::anotherChoiceStays() {
  Bench b;
  TrainingComparePresenter compare(b.fake, *b.training);
  compare.setShown(true);
  QTRY_VERIFY(compare.beforeRun());
  const QString other = compare.choices().back().id;
  QVERIFY(other != compare.before());
  compare.setBefore(other);
  QCOMPARE(compare.before(), other);
  QTRY_VERIFY(compare.beforeRun());
  compare.setShown(false);
  compare.setShown(true);
  QCOMPARE(compare.before(), other);
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstTrainingRuns)
#include "tst_training_runs.moc"
