#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "app/models/training_task_model.h"
#include "app/models/training_words.h"
#include "app/models/training_world.h"

namespace aerie {

using models::TrainingTaskModel;
using models::TrainingWorld;
using rpc::TaskState;

class TstTrainingModels final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void randomUpdatesOfTasksGiveTheRowsOfAPlainMap();
  void aGapInTheNumbersWaits();
  void anUpdateTouchesOnlyItsRows();
  void onlyTheIdOfATaskIsSearched();
  void randomUpdatesOfJobsGiveTheRowsOfAPlainMap();
  void whatABeginningAnewDoesNotNameIsGone();
  void anOlderAnswerDoesNotUndoNewerNews();
  void updatesMergeById();
  void everyStateHasItsWord();
  void adviceIsWordsAroundItsNumbers_data();
  void adviceIsWordsAroundItsNumbers();

 private:
  static rpc::TrainingTask task(quint32 number, TaskState state = TaskState::Pending) {
    rpc::TrainingTask t;
    t.number = number;
    t.id = QStringLiteral("zone-%1").arg(number);
    t.state = state;
    return t;
  }
  static rpc::TrainingJob job(int number, quint64 revision = 1) {
    rpc::TrainingJob j;
    j.id = QStringLiteral("job-%1").arg(number);
    j.application = QStringLiteral("zones");
    j.submittedMs = 1'000 + number;
    j.revision = revision;
    return j;
  }
};

void TstTrainingModels::randomUpdatesOfTasksGiveTheRowsOfAPlainMap() {
  QRandomGenerator random(42);
  TrainingTaskModel model([] { return qint64(5'000); });
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  models::TrainingTaskFilter failed(model);
  failed.setState(TaskState::Failed);
  const QAbstractItemModelTester filterTester(&failed,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  QMap<quint32, rpc::TrainingTask> plain;
  for (int round = 0; round < 300; ++round) {
    QList<rpc::TrainingTask> update;
    const auto known = static_cast<quint32>(plain.size());
    if (round % 7 == 0 && known < 200) {
      for (quint32 i = 0; i < 10; ++i) update.append(task(known + i));
      std::shuffle(update.begin(), update.end(), random);
    }
    for (int i = 0; known > 0 && i < 5; ++i) {
      rpc::TrainingTask t = task(random.bounded(known), static_cast<TaskState>(random.bounded(1, 6)));
      t.attempts = random.bounded(3U);
      t.startedMs = 1'000;
      update.append(t);
    }
    for (const rpc::TrainingTask& t : update) plain[t.number] = t;
    model.merge(update);
    if (round % 11 == 0) model.tick();
    if (round == 150) {
      model.clear();
      plain.clear();
    }
    QCOMPARE(model.rowCount(), static_cast<int>(plain.size()));
    const auto expected = std::count_if(
        plain.begin(), plain.end(), [](const rpc::TrainingTask& t) { return t.state == TaskState::Failed; });
    QCOMPARE(failed.rowCount(), static_cast<int>(expected));
    for (const rpc::TrainingTask& t : plain) QCOMPARE(model.tasks()[t.number], t);
  }
  QCOMPARE(resets.size(), 0);
}

void TstTrainingModels::aGapInTheNumbersWaits() {
  TrainingTaskModel model([] { return qint64(0); });
  model.merge({task(2), task(0)});
  QCOMPARE(model.rowCount(), 1);
  QVERIFY(!model.find(QStringLiteral("zone-2")));
  model.merge({task(1)});
  QCOMPARE(model.rowCount(), 3);
  QCOMPARE(model.find(QStringLiteral("zone-2"))->number, 2U);
}

void TstTrainingModels::anUpdateTouchesOnlyItsRows() {
  TrainingTaskModel model([] { return qint64(0); });
  QList<rpc::TrainingTask> all;
  for (quint32 i = 0; i < 100'000; ++i) all.append(task(i));
  model.merge(all);
  QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
  model.merge({task(7, TaskState::Running), task(8, TaskState::Running), task(90'000, TaskState::Failed)});
  QCOMPARE(changes.size(), 2);
  QCOMPARE(changes[0][0].toModelIndex().row(), 7);
  QCOMPARE(changes[0][1].toModelIndex().row(), 8);
  QCOMPARE(changes[1][0].toModelIndex().row(), 90'000);
  model.merge({task(7, TaskState::Running)});
  QCOMPARE(changes.size(), 2);  // nothing new
}

void TstTrainingModels::onlyTheIdOfATaskIsSearched() {
  TrainingTaskModel model([] { return qint64(0); });
  model.merge({task(0, TaskState::Running)});
  QCOMPARE(model.index(0, TrainingTaskModel::Task).data(models::FilterRole).toString(),
           QStringLiteral("zone-0"));
  QVERIFY(!model.index(0, TrainingTaskModel::State).data(models::FilterRole).isValid());
  QVERIFY(model.index(0, TrainingTaskModel::State).data(models::ToneRole).isValid());
}

void TstTrainingModels::randomUpdatesOfJobsGiveTheRowsOfAPlainMap() {
  QRandomGenerator random(7);
  TrainingWorld world;
  const QAbstractItemModelTester tester(world.jobTable(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QSignalSpy resets(world.jobTable(), &QAbstractItemModel::modelReset);
  QMap<QString, rpc::TrainingJob> plain;
  world.beginAnew();
  for (quint64 round = 1; round < 400; ++round) {
    rpc::TrainingUpdate update;
    update.revision = round;
    update.complete = round == 1;
    for (int i = 0; i < random.bounded(4); ++i) {
      rpc::TrainingJob j = job(random.bounded(40), round);
      j.state = static_cast<rpc::JobState>(random.bounded(1, 9));
      update.jobs.append(j);
      plain[j.id] = j;
    }
    if (random.bounded(5) == 0) {
      const QString gone = QStringLiteral("job-%1").arg(random.bounded(40));
      update.removedJobs = {gone};
      plain.remove(gone);
    }
    world.apply(update);
    QCOMPARE(world.jobs(), plain);
    QCOMPARE(world.jobTable()->rowCount(), static_cast<int>(plain.size()));
  }
  QCOMPARE(resets.size(), 0);
}

void TstTrainingModels::whatABeginningAnewDoesNotNameIsGone() {
  TrainingWorld world;
  world.beginAnew();
  world.apply({{job(1), job(2)}, {}, {}, {}, 5, true});
  QCOMPARE(world.jobs().size(), 2);
  world.beginAnew();
  world.apply({{job(2)}, {}, {}, {}, 9, false});
  QCOMPARE(world.jobs().size(), 2);  // not complete yet
  world.apply({{job(3)}, {}, {}, {}, 9, true});
  QVERIFY(!world.job(QStringLiteral("job-1")));
  QVERIFY(world.job(QStringLiteral("job-2")) && world.job(QStringLiteral("job-3")));
}

void TstTrainingModels::anOlderAnswerDoesNotUndoNewerNews() {
  TrainingWorld world;
  world.beginAnew();
  rpc::TrainingJob newer = job(1, 9);
  newer.state = rpc::JobState::Cancelled;
  world.apply({{newer}, {}, {}, {}, 9, true});
  rpc::TrainingJob older = job(1, 8);
  older.state = rpc::JobState::Cancelling;
  world.apply({{older}, {}, {}, {}, 9, false});
  QCOMPARE(world.job(QStringLiteral("job-1"))->state, rpc::JobState::Cancelled);
}

void TstTrainingModels::updatesMergeById() {
  rpc::TrainingUpdate first{{job(1), job(2)}, {task(0), task(1)}, {}, {}, 4, false};
  rpc::TrainingJob changed = job(2, 5);
  changed.message = QStringLiteral("changed");
  first.merge({{changed, job(3)}, {task(1, TaskState::Failed)}, {}, {QStringLiteral("job-1")}, 5, true});
  QCOMPARE(first.jobs.size(), 2);
  QCOMPARE(first.jobs[0].message, QStringLiteral("changed"));
  QCOMPARE(first.tasks.size(), 2);
  QCOMPARE(first.tasks[1].state, TaskState::Failed);
  QCOMPARE(first.removedJobs, QStringList{QStringLiteral("job-1")});
  QVERIFY(first.complete);
  QCOMPARE(first.revision, 5U);
}

void TstTrainingModels::everyStateHasItsWord() {
  QSet<QString> words;
  for (int s = 1; s <= static_cast<int>(rpc::JobState::Cancelled); ++s)
    words.insert(models::wordOf(static_cast<rpc::JobState>(s)));
  QCOMPARE(words.size(), 8);
  for (int r = 1; r <= static_cast<int>(rpc::PendingReason::HostHeld); ++r)
    QVERIFY(!models::reasonText(static_cast<rpc::PendingReason>(r)).isEmpty());
  QCOMPARE(models::shortHost(QStringLiteral("zones-2-host-10"), QStringLiteral("zones-2")),
           QStringLiteral("host-10"));
  QCOMPARE(models::shortHost(QStringLiteral("zones-20"), QStringLiteral("zones-2")),
           QStringLiteral("zones-20"));
  QCOMPARE(models::cpusText(500), QStringLiteral("0.5 CPUs"));
}

void TstTrainingModels::adviceIsWordsAroundItsNumbers_data() {
  QTest::addColumn<QString>("told");
  QTest::addColumn<QString>("shown");
  const auto row = [](const char* what, const char* told, const char* shown) {
    QTest::newRow(what) << QString::fromUtf8(told) << QString::fromUtf8(shown);
  };
  row("fewer CPUs", "asks for 4 CPUs and uses 1.3: ask for 1.5",
      "A task asks for 4 CPU(s) and uses 1,3: ask for 1,5 CPUs");
  row("more CPUs", "uses all of its 0.5 CPUs: a run with more may be faster",
      "A task uses all of its 0,5 CPUs: a run with more may be faster");
  row("some memory", "asks for no memory and uses up to 1.344 MiB: ask for 64 MiB",
      "A task asks for no memory and uses up to 1,3 MiB: ask for 64,0 MiB");
  row("less memory", "asks for 4 GiB and uses at most 512.5 MiB: ask for 640 MiB",
      "A task asks for 4,0 GiB and uses at most 512,5 MiB: ask for 640,0 MiB");
  row("another form stays", "asks for the moon", "asks for the moon");
}

void TstTrainingModels::adviceIsWordsAroundItsNumbers() {
  QFETCH(QString, told);
  QFETCH(QString, shown);
  QLocale::setDefault(QLocale(QLocale::German));
  const QString words = models::adviceText({told, 1'500, 0});
  QLocale::setDefault(QLocale::c());
  QCOMPARE(words, shown);
}

}  // namespace aerie

QTEST_MAIN(aerie::TstTrainingModels)
#include "tst_training_models.moc"
