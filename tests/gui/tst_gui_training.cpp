#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "app/models/id_table_model.h"
#include "app/pages/page.h"
#include "app/pages/training_page.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/timeline_view.h"
#include "app/widgets/yaml_editor.h"
#include "app/widgets/zone_matrix.h"
#include "core/base/status.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using testing::FakeTraining;
using testing::GuiFixture;

// The Training page in its window, over a daemon in memory: what a person clicks.
class TstGuiTraining final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJobIsSubmittedByClicks();
  void aJobFileIsDropped();
  void aWorkingDirectoryIsSentAndItsUploadCancelled();
  void aProblemKeepsSubmitOff();
  void aJobIsCancelledAfterItsVictimIsNamed();
  void failedTasksAreRetried();
  void aTaskIsCancelledAndRetried();
  void aJobIsClonedAndEdited();
  void aClusterIsDeletedWithItsJobs();
  void aClickInTheMatrixLeadsToTheTaskAndItsLog();
  void theStateFilterShowsOneStateAndOffersAll();
  void twoRunsAreOnTheSameAxes();
  void thePublishedVersionIsALink();
  void everyEmptyStateHasItsNextStep_data();
  void everyEmptyStateHasItsNextStep();
  void losingTheDaemonKeepsTheDataAndOffersToRetry();
  void productionAsksForItsName();
  void thePaletteFindsJobs();
  void theWholePageFollowsARunToItsEnd();

 private:
  static void click(const GuiFixture& f, const char* name);
  static QDialog* dialog(const GuiFixture& f, const char* name);
  static void confirm(const GuiFixture& f);
  static void select(const GuiFixture& f, const char* table, const QString& key);
  static bool ready(const GuiFixture& f);
  static QStringList sent(const GuiFixture& f, const char* what) {
    return f.control.training.calls.filter(QLatin1String(what));
  }
};

void TstGuiTraining::click(const GuiFixture& f, const char* name) {
  auto* button = f.find<QPushButton>(name);
  QVERIFY2(button, name);
  QVERIFY2(button->isEnabled(), qPrintable(QLatin1String(name) + QLatin1String(": ") + button->toolTip()));
  QTest::mouseClick(button, Qt::LeftButton);
}

QDialog* TstGuiTraining::dialog(const GuiFixture& f, const char* name) {
  for (QDialog* d : f.window->findChildren<QDialog*>(QString::fromLatin1(name))) {
    if (d->isVisible()) return d;
  }
  return nullptr;
}

void TstGuiTraining::confirm(const GuiFixture& f) {
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QVERIFY(ask->findChild<QPushButton*>(QStringLiteral("cancel"))->isDefault());
  QTest::mouseClick(ask->findChild<QPushButton*>(QStringLiteral("verb")), Qt::LeftButton);
}

void TstGuiTraining::select(const GuiFixture& f, const char* table, const QString& key) {
  auto* view = f.find<QTableView>(table);
  QVERIFY2(view, table);
  for (int r = 0; r < view->model()->rowCount(); ++r) {
    const QModelIndex index = view->model()->index(r, 0);
    if (index.data(models::KeyRole).toString() != key) continue;
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return;
  }
  QFAIL(qPrintable(key + QLatin1String(" is not in the table")));
}

bool TstGuiTraining::ready(const GuiFixture& f) {
  const auto* matrix = f.find<widgets::ZoneMatrix>("training.load.matrix");
  return matrix && !matrix->cells().isEmpty();
}

void TstGuiTraining::aJobIsSubmittedByClicks() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  click(f, "training.submit.button");
  QDialog* ask = dialog(f, "submitJobDialog");
  QVERIFY(ask);
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QTRY_VERIFY2(verb->isEnabled(), qPrintable(verb->toolTip()));
  QVERIFY(sent(f, "submit").isEmpty());  // the plan alone submits nothing
  QCOMPARE(ask->findChild<QLabel*>(QStringLiteral("submit.plan.0"))->text(), QLocale().toString(1'374));
  GuiFixture::keep(ask, "dialog-submit-job");
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_COMPARE(sent(f, "submit").size(), 1);
  QTRY_VERIFY(!dialog(f, "submitJobDialog"));
  QTRY_COMPARE(f.find<QLabel>("training.job.name")->text(), QStringLiteral("hello"));
}

void TstGuiTraining::aJobFileIsDropped() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("zones.yaml")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("application: dropped\ntasks: {each: {n: 1..4}, command: [\"true\", \"{n}\"]}\n");
  file.close();
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(file.fileName())});
  QWidget* page = f.window->page(QStringLiteral("training"));
  QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(page, &enter);
  QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(page, &drop);
  QDialog* ask = dialog(f, "submitJobDialog");
  QVERIFY(ask);
  QVERIFY(ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"))
              ->toPlainText()
              .startsWith(QLatin1String("application: dropped")));
  QCOMPARE(ask->findChild<QLineEdit*>(QStringLiteral("submit.folder"))->text(), folder.path());
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QTRY_VERIFY2(verb->isEnabled(), qPrintable(verb->toolTip()));
}

void TstGuiTraining::aWorkingDirectoryIsSentAndItsUploadCancelled() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  QTemporaryDir folder;
  const auto write = [&](const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  };
  QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("work")));
  write("work/train.py", "print('hello')\n");
  click(f, "training.submit.button");
  QDialog* ask = dialog(f, "submitJobDialog");
  QVERIFY(ask);
  f.control.training.daemonAddress = QStringLiteral("gpu.example.org:7720");
  f.control.training.holdUploads = true;
  auto* upload = ask->findChild<QWidget*>(QStringLiteral("submit.upload"));
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QVERIFY(!upload->isVisible());
  ask->findChild<QLineEdit*>(QStringLiteral("submit.folder"))->setText(folder.path());
  ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"))
      ->setPlainText(QStringLiteral("application: far\nenvironment: {working_dir: work}\n"
                                    "tasks: {each: {n: 1..4}, command: [\"true\", \"{n}\"]}\n"));
  QTRY_VERIFY2(verb->isEnabled(), qPrintable(verb->toolTip()));
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_VERIFY(upload->isVisible() && sent(f, "upload ").size() == 1);
  QTRY_VERIFY(ask->findChild<QProgressBar*>(QStringLiteral("submit.upload.bar"))->value() > 0);
  QVERIFY(!verb->isEnabled());
  QVERIFY(sent(f, "submit").isEmpty());
  GuiFixture::keep(ask, "dialog-submit-job-upload");
  auto* cancel = ask->findChild<QPushButton*>(QStringLiteral("submit.upload.cancel"));
  QTest::mouseClick(cancel, Qt::LeftButton);
  QTRY_VERIFY(!upload->isVisible() && verb->isEnabled());
  QVERIFY(sent(f, "submit").isEmpty());
  f.control.training.holdUploads = false;
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_COMPARE(sent(f, "submit").size(), 1);
  QTRY_VERIFY(!dialog(f, "submitJobDialog"));
  QCOMPARE(f.control.training.lastSubmission.workingDirectoryDigest.size(), 64);
}

void TstGuiTraining::aProblemKeepsSubmitOff() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  click(f, "training.submit.button");
  QDialog* ask = dialog(f, "submitJobDialog");
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QTRY_VERIFY(verb->isEnabled());
  auto* editor = ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"));
  editor->selectAll();
  QTest::keyClicks(editor, QStringLiteral("aplication: x"));
  QVERIFY(!verb->isEnabled());
  QTRY_COMPARE(editor->problems().size(), 1);
  auto* problem = ask->findChild<QLabel*>(QStringLiteral("submit.problem"));
  QVERIFY2(problem->text().contains(QLatin1String("application")), qPrintable(problem->text()));
  QVERIFY(!verb->isEnabled());
  GuiFixture::keep(ask, "dialog-submit-job-problem");
  QTest::keyClick(ask, Qt::Key_Escape);  // edits are not thrown away without a question
  QVERIFY(dialog(f, "submitJobDialog"));
  QVERIFY(ask->findChild<QDialog*>(QStringLiteral("confirmSheet")));
}

void TstGuiTraining::aJobIsCancelledAfterItsVictimIsNamed() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  click(f, "training.cancel.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QVERIFY(ask->findChild<QLabel*>(QStringLiteral("victims"))
              ->text()
              .startsWith(QLatin1String("arrival_delay_zones")));
  QVERIFY(sent(f, "cancel").isEmpty());
  confirm(f);
  QTRY_COMPARE(sent(f, "cancel").size(), 1);
  QTRY_COMPARE(f.control.training.job(QStringLiteral("job-03"))->state, rpc::JobState::Cancelled);
  QTRY_VERIFY(!f.find<QPushButton>("training.cancel.button")->isEnabled());
}

void TstGuiTraining::failedTasksAreRetried() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  select(f, "training.jobs.table", QStringLiteral("job-02"));
  QTRY_COMPARE(f.find<QLabel>("training.job.name")->text(), QStringLiteral("taxi_out_time"));
  auto* message = f.find<widgets::MessageBar>("training.message");
  QVERIFY(message->isVisible());
  QVERIFY(message->text().contains(QLatin1String("tasks failed")));
  GuiFixture::keep(f.window.get(), "training-failed");
  click(f, "training.retry.button");
  confirm(f);
  QTRY_COMPARE(sent(f, "retry"), QStringList{QStringLiteral("retry job-02")});
  QTRY_VERIFY(!message->isVisible());
}

void TstGuiTraining::aTaskIsCancelledAndRetried() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  f.find<QTabWidget>("training.views")->setCurrentIndex(1);
  auto* search = f.find<QLineEdit>("training.tasks.search");
  auto* view = f.find<QTableView>("training.tasks.table");
  QTest::keyClicks(search, QStringLiteral("TUL.12"));
  QTRY_COMPARE(view->model()->rowCount(), 1);
  select(f, "training.tasks.table", QStringLiteral("TUL.12"));
  QTRY_COMPARE(f.find<QLabel>("training.task.name")->text(), QStringLiteral("TUL.12"));
  // One that is not over, whichever it is by the seed.
  QString open;
  for (const rpc::TrainingTask& t : f.control.training.tasksOf(QStringLiteral("job-03"))) {
    if (t.state == rpc::TaskState::Pending) open = t.id;
  }
  QVERIFY(!open.isEmpty());
  search->clear();
  select(f, "training.tasks.table", open);
  QTRY_VERIFY(f.find<QPushButton>("training.task.cancel.button")->isEnabled());
  QVERIFY(!f.find<QPushButton>("training.task.retry.button")->isEnabled());
  QVERIFY(!f.find<QLabel>("training.task.why")->text().isEmpty());  // why it waits
  click(f, "training.task.cancel.button");
  confirm(f);
  QTRY_COMPARE(sent(f, "cancel"), QStringList{QStringLiteral("cancel job-03 ") + open});
  QTRY_VERIFY(f.find<QPushButton>("training.task.retry.button")->isEnabled());
  click(f, "training.task.retry.button");
  QTRY_COMPARE(sent(f, "retry"), QStringList{QStringLiteral("retry job-03 ") + open});
}

void TstGuiTraining::aJobIsClonedAndEdited() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  select(f, "training.jobs.table", QStringLiteral("job-01"));
  QTRY_VERIFY(f.find<QPushButton>("training.clone.button")->isEnabled());
  click(f, "training.clone.button");
  QDialog* ask = dialog(f, "submitJobDialog");
  QVERIFY(ask);
  auto* editor = ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"));
  QTRY_VERIFY(editor->toPlainText().startsWith(QLatin1String("application: arrival_delay_zones")));
  QVERIFY(ask->findChild<QLabel*>(QStringLiteral("submit.name"))->text().contains(QLatin1String("job-01")));
  QTextCursor cursor(editor->document());
  cursor.movePosition(QTextCursor::End);
  editor->setTextCursor(cursor);
  QTest::keyClicks(editor, QStringLiteral("priority: 3"));
  auto* verb = ask->findChild<QPushButton*>(QStringLiteral("verb"));
  QTRY_VERIFY2(verb->isEnabled(), qPrintable(verb->toolTip()));
  QTest::mouseClick(verb, Qt::LeftButton);
  QTRY_COMPARE(sent(f, "submit"), QStringList{QStringLiteral("submit arrival_delay_zones.yaml")});
  QTRY_COMPARE(f.find<QTableView>("training.jobs.table")->model()->rowCount(), 4);
}

void TstGuiTraining::aClusterIsDeletedWithItsJobs() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  const QString name = QStringLiteral("arrival_delay_zones-job-03");
  select(f, "training.clusters.table", name);
  QTRY_VERIFY(f.find<QLabel>("training.cluster.name")->isVisible());
  QTRY_COMPARE(f.find<QTableView>("training.hosts.table")->model()->rowCount(), 10);
  GuiFixture::keep(f.window.get(), "training-cluster");
  click(f, "training.cluster.delete.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QVERIFY(ask->findChild<QLabel*>(QStringLiteral("victims"))->text().contains(QLatin1String("job-03")));
  confirm(f);
  QTRY_COMPARE(sent(f, "delete"), QStringList{QStringLiteral("delete %1 with jobs").arg(name)});
  QTRY_VERIFY(!f.find<QPushButton>("training.cluster.delete.button")->isEnabled());
}

void TstGuiTraining::aClickInTheMatrixLeadsToTheTaskAndItsLog() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  auto* matrix = f.find<widgets::ZoneMatrix>("training.load.matrix");
  Q_EMIT matrix->activated(QStringLiteral("JFK.3"));
  QCOMPARE(f.find<QTabWidget>("training.views")->currentIndex(), 1);
  QCOMPARE(f.find<QLabel>("training.task.name")->text(), QStringLiteral("JFK.3"));
  QTRY_VERIFY(!sent(f, "log job-03 JFK.3").isEmpty() ||
              f.find<QLabel>("training.task.why")->isVisible());  // one that waits has no log yet
  GuiFixture::keep(f.window.get(), "training-task");
}

void TstGuiTraining::theStateFilterShowsOneStateAndOffersAll() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  f.find<QTabWidget>("training.views")->setCurrentIndex(1);
  auto* view = f.find<QTableView>("training.tasks.table");
  QTRY_COMPARE(view->model()->rowCount(), 1'380);
  auto* states = f.find<QComboBox>("training.tasks.state");
  states->setCurrentIndex(states->findData(static_cast<int>(rpc::TaskState::Cancelled)));
  QCOMPARE(view->model()->rowCount(), 0);
  QPushButton* all = nullptr;
  for (QPushButton* b : f.window->findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (b->isVisible() && b->text() == QLatin1String("Show all tasks")) all = b;
  }
  QVERIFY(all);
  QTest::mouseClick(all, Qt::LeftButton);
  QCOMPARE(view->model()->rowCount(), 1'380);
}

void TstGuiTraining::twoRunsAreOnTheSameAxes() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  f.window->page(QStringLiteral("training"))->showView(QStringLiteral("compare"));
  auto* before = f.find<QComboBox>("training.compare.before");
  QTRY_COMPARE(before->currentData().toString(), QStringLiteral("job-01"));
  QCOMPARE(before->count(), 2);
  GuiFixture::keep(f.window.get(), "training-compare");
  f.window->page(QStringLiteral("training"))->showView(QStringLiteral("timeline"));
  auto* timeline = f.find<widgets::TimelineView>("training.timeline");
  QTRY_VERIFY(!timeline->timeline().empty());
  GuiFixture::keep(f.window.get(), "training-timeline");
  Q_EMIT timeline->activated(QStringLiteral("job-03"), timeline->timeline().bars().front().task, 1);
  QCOMPARE(f.find<QTabWidget>("training.views")->currentIndex(), 1);
}

void TstGuiTraining::thePublishedVersionIsALink() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  select(f, "training.jobs.table", QStringLiteral("job-01"));
  auto* link = f.find<QPushButton>("training.job.published");
  QTRY_VERIFY(link->isVisible());
  QTest::mouseClick(link, Qt::LeftButton);
  QCOMPARE(f.window->currentPage(), QStringLiteral("registry"));
  QTRY_COMPARE(f.find<QLabel>("details.name")->text(), QStringLiteral("arrival_delay_zones@12"));
}

void TstGuiTraining::everyEmptyStateHasItsNextStep_data() {
  QTest::addColumn<QString>("situation");
  QTest::addColumn<QString>("headline");
  QTest::addColumn<QString>("step");
  QTest::newRow("no daemon") << QStringLiteral("none")
                             << QStringLiteral("This environment has no training daemon")
                             << QStringLiteral("How to start it");
  QTest::newRow("it does not answer")
      << QStringLiteral("silent") << QStringLiteral("The training daemon does not answer")
      << QStringLiteral("Try again");
  QTest::newRow("no job") << QStringLiteral("empty") << QStringLiteral("No job yet")
                          << QStringLiteral("Submit a job");
}

void TstGuiTraining::everyEmptyStateHasItsNextStep() {
  QFETCH(QString, situation);
  QFETCH(QString, headline);
  QFETCH(QString, step);
  GuiFixture f;
  if (situation == QLatin1String("none")) f.control.training.daemonAddress.clear();
  if (situation == QLatin1String("silent")) f.control.training.reachable = false;
  if (situation == QLatin1String("empty")) {
    // A daemon without jobs in place of the demo's.
    for (const QString& id : f.control.training.jobIds()) f.control.training.forget(id);
  }
  QTRY_VERIFY(f.connected());
  f.makeWindow();
  f.window->resize(1'280, 800);
  f.window->show();
  f.control.push();
  QTRY_VERIFY(f.window->world().complete());
  f.window->showPage(QStringLiteral("training"));
  auto* empty = f.find<widgets::EmptyState>("training.empty");
  const auto says = [&] {
    for (const QLabel* label : empty->findChildren<QLabel*>()) {
      if (label->isVisible() && label->text() == headline) return true;
    }
    return false;
  };
  QTRY_VERIFY(says());
  auto* button = empty->findChild<QPushButton*>(QStringLiteral("emptyAction"));
  QVERIFY(button->isVisible());
  QCOMPARE(button->text(), step);
  GuiFixture::keep(f.window.get(), qPrintable(QLatin1String("training-") + situation));
  if (situation == QLatin1String("empty")) {
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(dialog(f, "submitJobDialog"));
  } else {
    QVERIFY(!f.find<QPushButton>("training.submit.button")->isEnabled());
  }
  if (situation == QLatin1String("silent")) {
    f.control.training.reachable = true;
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(ready(f));
  }
}

void TstGuiTraining::losingTheDaemonKeepsTheDataAndOffersToRetry() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  f.control.training.reachable = false;
  f.control.training.dropWatches(unavailable("connection reset"));
  auto* lost = f.find<widgets::MessageBar>("training.lost");
  QTRY_VERIFY(lost->isVisible());
  QVERIFY(ready(f));
  QVERIFY(!f.find<QPushButton>("training.submit.button")->isEnabled());
  GuiFixture::keep(f.window.get(), "training-lost");
  f.control.training.reachable = true;
  QTest::mouseClick(lost->findChild<QPushButton*>(QStringLiteral("messageAction")), Qt::LeftButton);
  QTRY_VERIFY(!lost->isVisible());
}

void TstGuiTraining::productionAsksForItsName() {
  GuiFixture f;
  f.desk->contexts.setActive(GuiFixture::profile(rpc::Profile::Kind::Production));
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  click(f, "training.cancel.button");
  QDialog* ask = dialog(f, "confirmSheet");
  QVERIFY(ask);
  QVERIFY(!ask->findChild<QPushButton*>(QStringLiteral("verb"))->isEnabled());
  widgets::ConfirmSheet::setPolicy({});
}

void TstGuiTraining::thePaletteFindsJobs() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->openObject(QStringLiteral("training_job"), QStringLiteral("job-02"));
  QCOMPARE(f.window->currentPage(), QStringLiteral("training"));
  QTRY_COMPARE(f.find<QLabel>("training.job.name")->text(), QStringLiteral("taxi_out_time"));
  f.window->openObject(QStringLiteral("training_cluster"), QStringLiteral("arrival_delay_zones-job-03"));
  QTRY_COMPARE(f.find<QLabel>("training.cluster.name")->text(), QStringLiteral("arrival_delay_zones-job-03"));
}

void TstGuiTraining::theWholePageFollowsARunToItsEnd() {
  GuiFixture f;
  QTRY_VERIFY(f.connected());
  f.window->showPage(QStringLiteral("training"));
  QTRY_VERIFY(ready(f));
  QCoreApplication::processEvents();
  GuiFixture::keep(f.window.get(), "training-running");
  FakeTraining& training = f.control.training;
  for (int i = 0; i < 100 && !rpc::isOver(training.job(QStringLiteral("job-03"))->state); ++i) {
    training.advance(30'000);
    QCoreApplication::processEvents();
  }
  QVERIFY(rpc::isOver(training.job(QStringLiteral("job-03"))->state));
  auto* matrix = f.find<widgets::ZoneMatrix>("training.load.matrix");
  QTRY_VERIFY(std::none_of(matrix->cells().begin(), matrix->cells().end(), [](const models::TaskCell& c) {
    return c.state == models::CellState::Running || c.state == models::CellState::Pending;
  }));
  GuiFixture::keep(f.window.get(), "training-done");
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiTraining)
#include "tst_gui_training.moc"
