#include <QAbstractProxyModel>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/id_table_model.h"
#include "app/models/training_task_model.h"
#include "app/shell/application.h"
#include "app/shell/desk.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/run_comparison.h"
#include "app/widgets/timeline_view.h"
#include "app/widgets/utilisation_chart.h"
#include "app/widgets/yaml_editor.h"
#include "app/widgets/zone_matrix.h"
#include "core/base/clock.h"

using namespace aerie;

namespace {

constexpr int kSoon = 15'000;  // of the window itself
constexpr int kRun = 90'000;   // of real tasks, on a busy machine

constexpr char kJob[] =
    "application: desk\n"
    "cluster: {engine: local, hosts: 1, cpus_per_host: 2, idle_timeout: 300s}\n"
    "tasks:\n"
    "  each: {zone: [ATL, BOS, JFK], month: 1..4}\n"
    "  command: [sh, -c, 'echo \"zone $1 month $2\"; sleep 0.2; test -e GATE || test \"$1.$2\" != JFK.2', "
    "x,\n"
    "            \"{zone}\", \"{month}\"]\n"
    "resources: {cpus: 1, memory: 64MiB}\n"
    "limits: {retries: 0, timeout: 1m}\n";

}  // namespace

// The desktop's real window against a real training daemon that the control plane told of, by clicks and
// keys. The functions build on each other, in this order.
class TstDesktopTraining final : public QObject {
  Q_OBJECT

  widgets::EnglishPlurals plurals_;
  QObject gui_;
  SystemClock clock_;
  QTemporaryDir folder_;
  std::unique_ptr<QProcess> training_;
  std::unique_ptr<QProcess> control_;
  std::unique_ptr<widgets::Theme> theme_;
  std::unique_ptr<shell::Desk> desk_;
  std::unique_ptr<shell::Application> application_;

  shell::MainWindow& window() const { return *application_->window(); }
  QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
  template <class T = QWidget>
  T* find(const char* name) const {
    return window().findChild<T*>(QString::fromLatin1(name));
  }
  QDialog* dialog(const char* name) const {
    for (QDialog* d : window().findChildren<QDialog*>(QString::fromLatin1(name))) {
      if (d->isVisible()) return d;
    }
    return nullptr;
  }
  void press(const char* name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button, name);
    QTRY_VERIFY2_WITH_TIMEOUT(button->isEnabled(), qPrintable(button->toolTip()), kSoon);
    QTest::mouseClick(button, Qt::LeftButton);
  }
  static void pressVerb(QDialog* dialog) {
    QVERIFY(dialog);
    auto* verb = dialog->findChild<QPushButton*>(QStringLiteral("verb"));
    QTRY_VERIFY2_WITH_TIMEOUT(verb->isEnabled(), qPrintable(verb->toolTip()), kSoon);
    QTest::mouseClick(verb, Qt::LeftButton);
  }
  QString state() const { return find<QAbstractButton>("training.job.state")->text(); }
  int cells(models::CellState wanted) const {
    const auto& all = find<widgets::ZoneMatrix>("training.load.matrix")->cells();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const models::TaskCell& c) { return c.state == wanted; }));
  }
  // Starts a daemon that writes its address; answers it.
  QString start(std::unique_ptr<QProcess>& process, const char* program, QStringList arguments) const {
    const QString file = path(program) + QStringLiteral(".address");
    process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardOutputFile(path(program) + QStringLiteral(".log"));
    arguments << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0")
              << QStringLiteral("--metrics-listen") << QStringLiteral("127.0.0.1:0")
              << QStringLiteral("--address-file") << file << QStringLiteral("--state-dir") << path(program);
    process->start(QStringLiteral(AERIE_BIN_DIR "/") + QLatin1String(program), arguments);
    QString address;
    const auto served = [&] {
      QFile f(file);
      if (f.open(QIODevice::ReadOnly)) address = QString::fromUtf8(f.readAll()).trimmed();
      return !address.isEmpty();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(served(), kSoon); }();
    return address;
  }
  static void stop(std::unique_ptr<QProcess>& process) {
    if (!process) return;
    process->terminate();
    if (!process->waitForFinished(10'000)) process->kill();
    process->waitForFinished(5'000);
    process.reset();
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    const QString training = start(training_, "aerie-training", {QStringLiteral("--stop-tasks")});
    QVERIFY(!training.isEmpty());
    const QString control = start(control_, "aerie-control", {QStringLiteral("--training"), training});
    QVERIFY(!control.isEmpty());
    QCoreApplication::installTranslator(&plurals_);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    theme_ = std::make_unique<widgets::Theme>(*qApp, widgets::ThemeChoice::Light);
    desk_ = std::make_unique<shell::Desk>(*theme_);
    application_ = std::make_unique<shell::Application>(gui_, *desk_, clock_);
    QVERIFY(application_->open(application_->profileOf(control)).ok());
    window().resize(1280, 800);
    window().show();
    QTRY_VERIFY_WITH_TIMEOUT(window().world().complete(), kSoon);
  }
  void cleanupTestCase() {
    application_.reset();
    desk_.reset();
    stop(control_);
    stop(training_);
  }

  void thePageOffersToSubmit() {
    QVERIFY(window().showPage(QStringLiteral("training")));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("training.submit.button")->isEnabled(), kSoon);
  }

  void aJobIsSubmittedByClickAndRuns() {
    press("training.submit.button");
    QDialog* ask = dialog("submitJobDialog");
    QVERIFY(ask);
    auto* editor = ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"));
    editor->setPlainText(QString::fromLatin1(kJob).replace(QLatin1String("GATE"), path("gate")));
    const auto planned = [&] {
      for (const QLabel* tasks : ask->findChildren<QLabel*>(QStringLiteral("submit.plan.0"))) {
        if (tasks->isVisible() && tasks->text() == QLatin1String("12")) return true;
      }
      return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(planned(), kSoon);
    pressVerb(ask);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog("submitJobDialog"), kSoon);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>("training.job.name")->text(), QStringLiteral("desk"), kSoon);
    auto* views = find<QTabWidget>("training.views");
    views->setCurrentIndex(1);  // the table of tasks is made when it is first wanted
    views->setCurrentIndex(0);
    // How long it takes from the end of a task, as its daemon saw it, until the matrix shows it.
    auto* view = find<QTableView>("training.tasks.table");
    QVERIFY(view);
    qint64 longest = 0;
    QSet<QString> seen;
    auto* matrix = find<widgets::ZoneMatrix>("training.load.matrix");
    const auto look = [&] {
      const qint64 now = QDateTime::currentMSecsSinceEpoch();
      for (const models::TaskCell& cell : matrix->cells()) {
        if (cell.state != models::CellState::Succeeded || seen.contains(cell.id)) continue;
        seen.insert(cell.id);
        for (int r = 0; r < view->model()->rowCount(); ++r) {
          const QModelIndex index = view->model()->index(r, 0);
          if (index.data(models::KeyRole).toString() == cell.id)
            longest = std::max(longest, now - endOf(cell.id, view));
        }
      }
      return seen.size() == 11;
    };
    QTRY_VERIFY_WITH_TIMEOUT(look(), kRun);
    qInfo("from the end of a task to the screen: at most %lld ms", static_cast<long long>(longest));
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Failed"), kRun);  // one task is made to fail
    QTRY_COMPARE_WITH_TIMEOUT(cells(models::CellState::Failed), 1, kSoon);
  }

  void theLogOfTheFailedTaskIsShown() {
    auto* matrix = find<widgets::ZoneMatrix>("training.load.matrix");
    Q_EMIT matrix->activated(QStringLiteral("JFK.2"));
    QCOMPARE(find<QTabWidget>("training.views")->currentIndex(), 1);
    auto* lines = find<QAbstractItemView>("training.log.lines");
    QTRY_VERIFY_WITH_TIMEOUT(lines->model()->rowCount() > 0, kSoon);
    QVERIFY(lines->model()->index(0, 0).data().toString().contains(QLatin1String("zone JFK month 2")));
    QVERIFY(find<QLabel>("training.task.why")->text().contains(QLatin1String("exited with 1")));
  }

  void theFailedTaskIsRetriedAndTheJobIsDone() {
    QFile gate(path("gate"));
    QVERIFY(gate.open(QIODevice::WriteOnly));
    press("training.retry.button");
    pressVerb(dialog("confirmSheet"));
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Done"), kRun);
    // Jobs and tasks come by streams of their own.
    QTRY_COMPARE_WITH_TIMEOUT(cells(models::CellState::Succeeded), 12, kSoon);
  }

  void utilisationAndTimelineTellOfTheRun() {
    auto* views = find<QTabWidget>("training.views");
    views->setCurrentIndex(0);
    QTRY_VERIFY_WITH_TIMEOUT(
        !find<widgets::UtilisationChart>("training.load.utilisation")->summary().isEmpty(), kSoon);
    views->setCurrentIndex(2);
    auto* timeline = find<widgets::TimelineView>("training.timeline");
    QTRY_COMPARE_WITH_TIMEOUT(timeline->timeline().bars().size(), 13, kSoon);  // twelve, and one again
  }

  void aCopyRunsAndIsCancelledAndBothAreCompared() {
    find<QTabWidget>("training.views")->setCurrentIndex(0);
    press("training.clone.button");
    QDialog* ask = dialog("submitJobDialog");
    QVERIFY(ask);
    auto* editor = ask->findChild<widgets::YamlEditor*>(QStringLiteral("submit.editor"));
    QTRY_VERIFY_WITH_TIMEOUT(editor->toPlainText().contains(QLatin1String("application: desk")), kSoon);
    editor->setPlainText(
        editor->toPlainText().replace(QLatin1String("sleep 0.2"), QLatin1String("sleep 30")));
    pressVerb(ask);
    QTRY_COMPARE_WITH_TIMEOUT(find<QTableView>("training.jobs.table")->model()->rowCount(), 2, kSoon);
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Running"), kSoon);
    QTRY_VERIFY_WITH_TIMEOUT(cells(models::CellState::Running) > 0, kSoon);
    press("training.cancel.button");
    pressVerb(dialog("confirmSheet"));
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Cancelled"), kRun);
    // Jobs and tasks come by streams of their own.
    QTRY_COMPARE_WITH_TIMEOUT(cells(models::CellState::Cancelled), 12, kSoon);
    find<QTabWidget>("training.views")->setCurrentIndex(3);
    auto* comparison = find<widgets::RunComparison>("training.comparison");
    QTRY_VERIFY_WITH_TIMEOUT(!comparison->lines().isEmpty() &&
                                 !comparison->lines().front().before.isEmpty() &&
                                 !comparison->lines().front().after.isEmpty(),
                             kSoon);
  }

  void theDaemonMayGoAndComeBack() {
    const QString address = [&] {
      QFile f(path("aerie-training.address"));
      return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()).trimmed() : QString();
    }();
    stop(training_);
    auto* lost = find("training.lost");
    QTRY_VERIFY_WITH_TIMEOUT(lost->isVisible(), kSoon);
    QVERIFY(!find<QPushButton>("training.submit.button")->isEnabled());
    QCOMPARE(find<QTableView>("training.jobs.table")->model()->rowCount(), 2);  // what was seen stays
    training_ = std::make_unique<QProcess>();
    training_->setProcessChannelMode(QProcess::MergedChannels);
    training_->setStandardOutputFile(path("again.log"));
    training_->start(QStringLiteral(AERIE_BIN_DIR "/aerie-training"),
                     {QStringLiteral("--listen"), address, QStringLiteral("--metrics-listen"),
                      QStringLiteral("127.0.0.1:0"), QStringLiteral("--state-dir"), path("aerie-training"),
                      QStringLiteral("--stop-tasks")});
    QTRY_VERIFY_WITH_TIMEOUT(!lost->isVisible(), kRun);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("training.submit.button")->isEnabled(), kSoon);
    QCOMPARE(find<QTableView>("training.jobs.table")->model()->rowCount(), 2);
  }

 private:
  static qint64 endOf(const QString& task, const QTableView* view) {
    const QAbstractItemModel* model = view->model();
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(model)) model = proxy->sourceModel();
    const auto* tasks = qobject_cast<const models::TrainingTaskModel*>(model);
    const rpc::TrainingTask* found = tasks ? tasks->find(task) : nullptr;
    return found ? found->endedMs : QDateTime::currentMSecsSinceEpoch();
  }
};

QTEST_MAIN(TstDesktopTraining)
#include "tst_desktop_training.moc"
