// What people read: help, logs, stalls, the audit trail, hosts.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include "app/models/log_buffer.h"
#include "app/presenters/audit_presenter.h"
#include "app/presenters/hosts_presenter.h"
#include "app/presenters/log_presenter.h"
#include "app/rpc/audit_hash.h"
#include "app/shell/help_window.h"
#include "app/shell/stall_watcher.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/log_view.h"
#include "core/base/clock.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"
#include "tests/app/fakes/fake_monitoring.h"

namespace aerie {

using models::LogLevel;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

class FakeMono final : public Clock {
 public:
  MonoTime monoNow() const override { return now; }
  WallTime wallNow() const override { return {}; }
  MonoTime now{};
};

}  // namespace

class TstAppRecords final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void init();
  void everyHelpLinkLeadsSomewhere();
  void everyPageHasAChapter();
  void helpGoesBack();
  void logLevels_data();
  void logLevels();
  void logFilterShowsALevelAndAbove();
  void logFindGoesRoundBothWays();
  void keysInALogStopAndResumeFollowing();
  void logIsSavedAsShown();
  void logOfADaemonIsFollowedAndRead();
  void aLogThatIsNotThereYetIsFollowedOnceItIs();
  void hiddenLogsAreNotFollowed();
  void aStallIsReportedOnce();
  void auditChainIsChecked();
  void auditChainNamesTheBrokenEntry();
  void auditFilterAndCsv();
  void hiddenHostsAreNotAsked();
  void hostsShowTheirProcesses();
};

void TstAppRecords::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(s("AerieTest"));
  QCoreApplication::setApplicationName(s("tst_app_records"));
}

void TstAppRecords::init() {
  QSettings().clear();
  widgets::ConfirmSheet::setPolicy({});
}

// ---- help

void TstAppRecords::everyHelpLinkLeadsSomewhere() {
  const QRegularExpression link(s("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)"));
  QStringList broken;
  const QStringList files = shell::helpFiles();
  QVERIFY(files.size() > 9);
  for (const QString& file : files) {
    QFile chapter(s(":/guide/") + file);
    QVERIFY2(chapter.open(QIODevice::ReadOnly), qPrintable(file));
    auto it = link.globalMatch(QString::fromUtf8(chapter.readAll()));
    while (it.hasNext()) {
      const QString target = it.next().captured(1);
      if (target.startsWith(s("http"))) continue;
      if (!QFile::exists(s(":/guide/") + target)) broken.append(file + s(" -> ") + target);
    }
  }
  QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
}

void TstAppRecords::everyPageHasAChapter() {
  for (const char* page : {"overview", "registry", "deployments", "routing", "experiments", "monitoring",
                           "simulator", "hosts", "audit", "settings", "anything else"}) {
    QVERIFY2(QFile::exists(s(":/guide/") + shell::helpFileOf(s(page))), page);
  }
}

void TstAppRecords::helpGoesBack() {
  shell::HelpWindow help;
  help.open(s("index.md"));
  help.open(s("deployments.md"));
  QCOMPARE(help.file(), s("deployments.md"));
  auto* browser = help.findChild<QTextBrowser*>(s("help.text"));
  QVERIFY(browser->toPlainText().size() > 500);
  browser->backward();
  QCOMPARE(help.file(), s("index.md"));
  browser->forward();
  QCOMPARE(help.file(), s("deployments.md"));
}

// ---- logs

void TstAppRecords::logLevels_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<int>("level");
  QTest::newRow("info") << s("22:21:09 info worker: phase READY") << int(LogLevel::Info);
  QTest::newRow("no level word") << s("started") << int(LogLevel::Info);
  QTest::newRow("warning") << s("22:21:09 warning worker: slow") << int(LogLevel::Warning);
  QTest::newRow("error") << s("22:21:09 error worker: lost") << int(LogLevel::Error);
  QTest::newRow("debug") << s("22:21:09 debug worker: detail") << int(LogLevel::Debug);
}

void TstAppRecords::logLevels() {
  QFETCH(QString, line);
  QFETCH(int, level);
  QCOMPARE(int(models::logLevelOf(line)), level);
}

void TstAppRecords::logFilterShowsALevelAndAbove() {
  models::LogBuffer buffer(100);
  widgets::LogView view(s("log"), &buffer);
  buffer.append({{{}, s("debug a")}, {{}, s("info b")}, {{}, s("warn c")}, {{}, s("error d")}});
  view.setLevel(LogLevel::Warning);
  QCOMPARE(view.shownText(), s("warn c\nerror d\n"));
  buffer.append({{{}, s("info e")}, {{}, s("error f")}});
  QCOMPARE(view.shownText(), s("warn c\nerror d\nerror f\n"));
  view.setLevel(LogLevel::Debug);
  QCOMPARE(view.shownText().count(QLatin1Char('\n')), 6);
}

void TstAppRecords::logFindGoesRoundBothWays() {
  models::LogBuffer buffer(100);
  widgets::LogView view(s("log"), &buffer);
  buffer.append({{{}, s("x 0")}, {{}, s("y 1")}, {{}, s("x 2")}});
  auto* find = view.findChild<QLineEdit*>(s("log.find"));
  auto* list = view.findChild<QListView*>(s("log.lines"));
  find->setText(s("X"));
  view.find(true);
  QCOMPARE(list->currentIndex().row(), 0);
  view.find(true);
  QCOMPARE(list->currentIndex().row(), 2);
  view.find(true);
  QCOMPARE(list->currentIndex().row(), 0);
  view.find(false);
  QCOMPARE(list->currentIndex().row(), 2);
  QVERIFY(!view.following());
}

void TstAppRecords::keysInALogStopAndResumeFollowing() {
  models::LogBuffer buffer(100);
  widgets::LogView view(s("log"), &buffer);
  view.resize(600, 120);
  view.show();
  for (int line = 0; line < 50; ++line) buffer.append({{{}, s("info %1").arg(line)}});
  auto* list = view.findChild<QListView*>(s("log.lines"));
  auto* newest = view.findChild<QPushButton*>(s("log.newest"));
  QTest::keyClick(list, Qt::Key_Up);  // from nothing: the newest, which is on the screen
  QCOMPARE(list->currentIndex().row(), 49);
  QVERIFY(view.following());
  QTest::keyClick(list, Qt::Key_PageUp);
  QVERIFY(!view.following());
  QVERIFY(newest->isVisible());
  const int read = list->verticalScrollBar()->value();
  buffer.append({{{}, s("info 50")}});
  QCOMPARE(list->verticalScrollBar()->value(), read);
  QTest::keyClick(list, Qt::Key_End);
  QVERIFY(view.following());
  QVERIFY(!newest->isVisible());
}

void TstAppRecords::logIsSavedAsShown() {
  QTemporaryDir dir;
  models::LogBuffer buffer(100);
  widgets::LogView view(s("log"), &buffer);
  buffer.append({{{}, s("info a")}, {{}, s("error b")}});
  view.setLevel(LogLevel::Error);
  QVERIFY(view.saveTo(dir.filePath(s("x.log"))));
  QFile file(dir.filePath(s("x.log")));
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), QByteArray("error b\n"));
  QVERIFY(!view.saveTo(s("/nonexistent/x.log")));
}

void TstAppRecords::logOfADaemonIsFollowedAndRead() {
  QTemporaryDir dir;
  QFile file(dir.filePath(s("aerie-proxy.log")));
  QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
  file.write("first line\nsecond line\nbeg");
  file.flush();
  testing::FakeControl control;
  models::World world;
  presenters::LogPresenter logs(control, world, dir.path());
  QCOMPARE(logs.sources().size(), std::size_t{1});
  QCOMPARE(logs.source(), s("file:aerie-proxy.log"));
  logs.setShown(true);
  QCOMPARE(logs.lines()->rowCount({}), 2);
  file.write("un third\n");
  file.flush();
  QTRY_COMPARE(logs.lines()->rowCount({}), 3);
  QCOMPARE(logs.lines()->index(2).data().toString(), s("begun third"));
}

void TstAppRecords::aLogThatIsNotThereYetIsFollowedOnceItIs() {
  QTemporaryDir dir;
  const QString path = dir.filePath(s("aerie-control.log"));
  testing::FakeControl control;
  models::World world;
  presenters::LogPresenter logs(control, world, dir.path());
  logs.select(s("file:aerie-control.log"));
  logs.setShown(true);
  QVERIFY2(logs.state().contains(path), qPrintable(logs.state()));
  QCOMPARE(logs.lines()->rowCount({}), 0);
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("it began\n");
  file.flush();
  QTRY_COMPARE(logs.lines()->rowCount({}), 1);
  QCOMPARE(logs.state(), s("live"));
}

void TstAppRecords::hiddenLogsAreNotFollowed() {
  testing::FakeControl control;
  testing::fillDemo(control);
  models::World world;
  presenters::LogPresenter logs(control, world, {});
  rpc::WorldUpdate update;
  update.complete = true;
  update.deployments = control.deployments;
  world.apply(update);
  QVERIFY(logs.sources().empty());
  logs.setShown(true);
  QVERIFY(logs.sources().size() > static_cast<std::size_t>(control.deployments.size()));
  QTRY_VERIFY(logs.lines()->rowCount({}) > 0);
  const auto sidecars = std::count_if(logs.sources().begin(), logs.sources().end(), [](const auto& source) {
    return source.id.endsWith(QLatin1String("/sidecar"));
  });
  qsizetype replicas = 0;
  for (const rpc::Deployment& d : control.deployments) replicas += d.replicas.size();
  QCOMPARE(qsizetype(sidecars), replicas);
  logs.setShown(false);
  QCOMPARE(logs.lines()->rowCount({}), 0);
}

// ---- stalls

void TstAppRecords::aStallIsReportedOnce() {
  using namespace std::chrono_literals;
  FakeMono clock;
  std::chrono::milliseconds worked{0};
  shell::StallWatcher watcher(clock, nullptr, [&] { return worked; });
  QSignalSpy stalls(&watcher, &shell::StallWatcher::stalled);
  for (int i = 0; i < 10; ++i) {
    clock.now += shell::StallWatcher::kBeat + 40ms;  // late, but not too late
    watcher.beat();
  }
  QCOMPARE(watcher.stalls(), 0);
  clock.now += shell::StallWatcher::kBeat + 120ms;
  worked += 90ms;
  QTest::ignoreMessage(QtWarningMsg, "the event loop stood still for 120 ms, at work for 90 ms of them");
  watcher.beat();
  clock.now += shell::StallWatcher::kBeat;
  watcher.beat();
  QCOMPARE(stalls.count(), 1);
  QCOMPARE(stalls.front().front().toInt(), 120);
}

// ---- audit, hosts

static QList<rpc::AuditEntry> chainOf(int count) {
  QList<rpc::AuditEntry> out;
  QString previous;
  for (int i = 1; i <= count; ++i) {
    rpc::AuditEntry e;
    e.sequence = static_cast<quint64>(i);
    e.timeMs = 1'000'000 + i;
    e.actor = i % 2 ? s("anna") : s("ben");
    e.action = i % 3 ? s("deployment.scale") : s("registry.promote");
    e.subject = QStringLiteral("subject %1").arg(i);
    e.detail = i == 2 ? s("=cmd|' /C calc'!A0, \"quoted\"") : s("Flüge");
    e.hash = rpc::auditHash(e, previous);
    previous = e.hash;
    out.append(e);
  }
  return out;
}

void TstAppRecords::auditChainIsChecked() {
  testing::FakeMonitoring fake;
  fake.audit = chainOf(20);
  presenters::AuditPresenter presenter(fake);
  QAbstractItemModelTester tester(presenter.entries(),
                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
  presenter.setShown(true);
  QTRY_VERIFY(presenter.loaded());
  QCOMPARE(presenter.chain().tone, models::Tone::Ok);
  fake.audit.removeFirst();  // the beginning may be missing: only the newest ones were asked for
  presenter.refresh();
  QTRY_COMPARE(presenter.entries()->rowCount({}), 19);
  QCOMPARE(presenter.chain().tone, models::Tone::Ok);
}

void TstAppRecords::auditChainNamesTheBrokenEntry() {
  testing::FakeMonitoring fake;
  fake.audit = chainOf(20);
  fake.audit[7].detail = s("something else");
  presenters::AuditPresenter presenter(fake);
  presenter.refresh();
  QTRY_VERIFY(presenter.loaded());
  QCOMPARE(presenter.chain().tone, models::Tone::Danger);
  QCOMPARE(presenter.chain().brokenAt.value_or(0), quint64{8});
  fake.audit = chainOf(20);
  fake.audit.removeAt(10);
  presenter.refresh();
  QTRY_COMPARE(presenter.chain().brokenAt.value_or(0), quint64{12});
}

void TstAppRecords::auditFilterAndCsv() {
  testing::FakeMonitoring fake;
  fake.audit = chainOf(12);
  presenters::AuditPresenter presenter(fake);
  presenter.refresh();
  QTRY_VERIFY(presenter.loaded());
  QCOMPARE(presenter.actors(), QStringList({s("anna"), s("ben")}));
  QCOMPARE(presenter.actions(), QStringList({s("deployment"), s("registry")}));
  presenter.setFilter(s("ben"), s("deployment"));
  QCOMPARE(presenter.entries()->rowCount({}), 4);  // 2, 4, 8, 10
  const QStringList lines = presenter.csv().split(s("\r\n"), Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 5);
  QVERIFY2(lines[1].contains(s("\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\"")), qPrintable(lines[1]));
}

void TstAppRecords::hiddenHostsAreNotAsked() {
  testing::FakeMonitoring fake;
  presenters::HostsPresenter presenter(fake);
  QVERIFY(fake.calls.isEmpty());
  presenter.setShown(true);
  QTRY_VERIFY(presenter.loaded());
  const auto asked = fake.calls.size();
  presenter.setShown(false);
  QTest::qWait(10);
  QCOMPARE(fake.calls.size(), asked);
}

void TstAppRecords::hostsShowTheirProcesses() {
  testing::FakeMonitoring fake;
  testing::fillMonitoringDemo(fake, 1'700'000'000'000);
  presenters::HostsPresenter presenter(fake);
  QAbstractItemModelTester tester(presenter.processes(),
                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
  presenter.refresh();
  QTRY_VERIFY(presenter.loaded());
  QVERIFY(presenter.host());
  QCOMPARE(presenter.processes()->rowCount({}), static_cast<int>(presenter.host()->processes.size()));
  QCOMPARE(presenter.cpuTrend().size(), 1);
  fake.failNext = unavailable("gone");
  presenter.refresh();
  QTRY_VERIFY(!presenter.problem().isEmpty());
  QVERIFY(presenter.host());  // the last state stays
}

}  // namespace aerie

QTEST_MAIN(aerie::TstAppRecords)
#include "tst_app_records.moc"
