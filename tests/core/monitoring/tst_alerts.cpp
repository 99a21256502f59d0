// Conditions, and when they become alerts.
#include <QtTest>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/monitoring/alert_store.h"
#include "core/monitoring/conditions.h"
#include "core/monitoring/measures.h"

using namespace aerie;
using namespace aerie::monitoring;

namespace {

constexpr std::int64_t kStart = 1'700'000'040'000;
constexpr std::int64_t kSecond = 1'000, kMinute = 60'000;

Finding finding(const char* alert, std::int64_t hold_ms, Severity severity = Severity::kWarning) {
  return {alert, severity, "endpoint", "e", "something is wrong", 2, 1, hold_ms};
}

std::vector<std::string> namesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& f : findings) out.push_back(f.alert);
  return out;
}

ReplicaView ready(const char* id) { return {id, "1", true, true, false, false, ""}; }

}  // namespace

class TstAlerts : public QObject {
  Q_OBJECT
  std::optional<TempDir> dir_;
  std::optional<storage::Database> database_;
  std::unique_ptr<History> history_;

  void add(std::int64_t ms, const char* stored, const Labels& labels, double n) {
    const Reading reading{stored, labels, {}, {n, 1, {}}};
    QVERIFY(history_->add(ms, {&reading, 1}).ok());
  }
  std::vector<std::string> conditions(const Fleet& fleet, std::int64_t now = kStart) {
    return namesOf(findingsOf(fleet, *history_, now));
  }

 private Q_SLOTS:
  void init() {
    dir_.emplace(TempDir::create("alerts").value());
    const storage::MigrationSet sets[] = {{"monitoring", kMonitoringMigrations}};
    database_.emplace(storage::Database::open(dir_->path() / "history.db", sets, {.durable = false}).value());
    history_ = History::open(*database_).value();
  }
  void cleanup() {
    history_.reset();
    database_.reset();
    dir_.reset();
  }

  void aConditionFiresWhenItHasHeldLongEnough() {
    AlertBook book;
    book.update(kStart, {finding("A", 5'000)});
    QVERIFY(book.list(true).empty());
    book.update(kStart + 4'999, {finding("A", 5'000)});
    QVERIFY(book.list(true).empty());
    book.update(kStart + 5'000, {finding("A", 5'000)});
    const auto alerts = book.list(false);
    QCOMPARE(alerts.size(), std::size_t{1});
    QCOMPARE(alerts[0].since_ms, kStart);
    QCOMPARE(alerts[0].resolved_ms, std::int64_t{0});
  }

  void aConditionThatCeasesBeforeItFiresBeginsAnew() {
    AlertBook book;
    book.update(kStart, {finding("A", 5'000)});
    book.update(kStart + 3'000, {});
    book.update(kStart + 6'000, {finding("A", 5'000)});
    QVERIFY(book.list(true).empty());
    book.update(kStart + 11'000, {finding("A", 5'000)});
    QCOMPARE(book.list(false).at(0).since_ms, kStart + 6'000);
  }

  void anAlertIsResolvedOnceItHasBeenGoneForAWhile() {
    AlertBook book;
    book.update(kStart, {finding("A", 0)});
    const std::string id = book.list(false).at(0).id;
    book.update(kStart + 9'000, {});
    QCOMPARE(book.list(false).size(), std::size_t{1});  // it may flicker
    book.update(kStart + 10'000, {});
    QVERIFY(book.list(false).empty());
    const auto resolved = book.list(true);
    QCOMPARE(resolved.at(0).id, id);
    QCOMPARE(resolved.at(0).resolved_ms, kStart);
    book.update(kStart + 20'000, {finding("A", 0)});
    QVERIFY(book.list(false).at(0).id != id);  // another occurrence
    QCOMPARE(book.list(true).size(), std::size_t{2});
  }

  void resolvedAlertsAreForgottenAfterADayAndBounded() {
    AlertBook book;
    for (int i = 0; i < 300; ++i) {
      book.update(kStart + i * kMinute, {finding("A", 0)});
      book.update(kStart + i * kMinute + 30'000, {});
    }
    QCOMPARE(book.list(true).size(), AlertBook::kKeepResolved);
    book.update(kStart + 48 * 60 * kMinute, {});
    QVERIFY(book.list(true).empty());
  }

  void aRestartKeepsWhatFiresAndWhatWasResolved() {
    AlertStore store(*database_);
    AlertBook before;
    Finding down = finding("A", 0, Severity::kCritical);
    down.facts = {{"replica", "e-0"}, {"reason", "it's \"gone\""}};
    QVERIFY(store.save(kStart, before.update(kStart, {down, finding("B", 0)})).ok());
    QVERIFY(store.save(kStart + kMinute, before.update(kStart + kMinute, {down})).ok());
    QCOMPARE(before.list(true).size(), std::size_t{2});

    AlertBook after;
    after.restore(kStart + 2 * kMinute, store.load().value());
    const auto alerts = after.list(true);
    QCOMPARE(alerts.size(), std::size_t{2});
    for (std::size_t i = 0; i < alerts.size(); ++i) {
      QCOMPARE(alerts[i].id, before.list(true)[i].id);
      QCOMPARE(alerts[i].since_ms, kStart);
      QCOMPARE(alerts[i].resolved_ms, before.list(true)[i].resolved_ms);
    }
    QCOMPARE(alerts[0].finding.facts, down.facts);
    QCOMPARE(alerts[0].finding.severity, Severity::kCritical);
    // Found again it goes on; not found again it is resolved.
    QVERIFY(after.update(kStart + 2 * kMinute + 5 * kSecond, {down}).empty());
    const auto resolved = after.update(kStart + 3 * kMinute, {});
    QCOMPARE(resolved.size(), std::size_t{1});
    QCOMPARE(resolved[0].resolved_ms, kStart + 2 * kMinute + 5 * kSecond);
  }

  void theStoreForgetsAsTheBookDoes() {
    AlertStore store(*database_);
    AlertBook book;
    for (int i = 0; i < 250; ++i) {
      const std::int64_t at = kStart + i * kMinute;
      QVERIFY(store.save(at, book.update(at, {finding("A", 0)})).ok());
      QVERIFY(store.save(at + 30'000, book.update(at + 30'000, {})).ok());
    }
    QCOMPARE(store.load()->size(), AlertBook::kKeepResolved);
    const Alert fires{"later", finding("B", 0), kStart + 48 * 60 * kMinute, 0};
    QVERIFY(store.save(kStart + 48 * 60 * kMinute, {&fires, 1}).ok());
    QCOMPARE(store.load()->size(), std::size_t{1});
  }

  void theMostSevereComesFirst() {
    AlertBook book;
    book.update(kStart,
                {finding("A", 0), finding("B", 0, Severity::kCritical), finding("C", 0, Severity::kInfo)});
    const auto alerts = book.list(false);
    QCOMPARE(alerts[0].finding.alert, std::string("B"));
    QCOMPARE(alerts[2].finding.alert, std::string("C"));
  }

  void aHealthyFleetHasNoConditions() {
    Fleet fleet;
    fleet.endpoints = {{"e", 1000, {ready("e-0"), ready("e-1")}, ""}};
    fleet.proxies = {{"p", true, true, ""}};
    fleet.use_cases = {"u"};
    add(kStart, series::kRows, {{"endpoint", "e"}, {"replica", "e-0"}}, 100);
    QCOMPARE(conditions(fleet), std::vector<std::string>{});
  }

  void theStateOfReplicasAndProxiesIsWatched_data() {
    QTest::addColumn<Fleet>("fleet");
    QTest::addColumn<QString>("alert");
    QTest::addColumn<bool>("critical");
    const auto row = [](const char* name, Fleet fleet, const char* alert, bool critical) {
      QTest::newRow(name) << fleet << QString::fromLatin1(alert) << critical;
    };
    Fleet fleet;
    fleet.endpoints = {{"e", 1000, {ready("e-0"), {"e-1", "1", false, false, true, false, "killed"}}, ""}};
    row("a replica down beside another", fleet, "AerieReplicaDown", false);
    fleet.endpoints[0].replicas.erase(fleet.endpoints[0].replicas.begin());
    row("the only replica down", fleet, "AerieReplicaDown", true);
    fleet.endpoints = {{"e", 1000, {ready("e-0"), {"e-1", "1", false, false, false, false, "loading"}}, ""}};
    row("a replica not ready", fleet, "AerieWorkerNotReady", true);
    fleet.endpoints = {{"e", 1000, {ready("e-0")}, ""}};
    fleet.endpoints[0].replicas[0].crashed = true;
    row("a replica that crashed and is back", fleet, "AerieReplicaCrashed", false);
    fleet.endpoints = {{"e", 1000, {ready("e-0"), {"e-1", "2", true, true, false, false, ""}}, ""}};
    row("two versions", fleet, "AerieWorkerVersionMismatch", true);
    fleet.endpoints = {{"e", 1000, {ready("e-0")}, "self-test row 3 differs"}};
    row("a failed rollout with a version that serves", fleet, "AerieRolloutFailed", false);
    fleet = {};
    fleet.proxies = {{"p", false, true, ""}};
    row("a proxy without stream", fleet, "AerieProxyNotConnected", false);
    fleet.proxies = {{"p", true, true, "use case u names no endpoint"}};
    row("a refused config", fleet, "AerieProxyConfigRefused", true);
    fleet.proxies = {{"p", true, false, ""}};
    row("no config at all", fleet, "AerieProxyNoConfig", true);
    fleet = {};
    fleet.silent_daemons = {"worker e-0"};
    row("a daemon that does not answer", fleet, "AerieScrapeFailed", false);
  }
  void theStateOfReplicasAndProxiesIsWatched() {
    QFETCH(Fleet, fleet);
    QFETCH(QString, alert);
    QFETCH(bool, critical);
    const auto findings = findingsOf(fleet, *history_, kStart);
    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(findings[0].alert), alert);
    QCOMPARE(findings[0].severity == Severity::kCritical, critical);
    QVERIFY(!findings[0].message.empty());
  }

  void theHistoryIsWatched() {
    const Labels labels = {{"endpoint", "e"}, {"replica", "e-0"}};
    Fleet fleet;
    fleet.endpoints = {{"e", 100, {ready("e-0")}, ""}};
    fleet.use_cases = {"u"};
    const Labels arm = {
        {"use_case", "u"}, {"experiment", ""}, {"arm", ""}, {"endpoint", "e"}, {"proxy", "p"}};
    const std::vector<Reading> readings = {
        {series::kRows, labels, {}, {100, 1, {}}},
        {series::kFailedRows, labels, {}, {2, 1, {}}},
        {series::kStoreErrors, labels, {}, {1, 1, {}}},
        {series::kLogDrops, labels, {}, {9, 1, {}}},
        {series::kDefaults, {{"endpoint", "e"}, {"replica", "e-0"}, {"feature", "age"}}, {}, {30, 1, {}}},
        {series::kWorkerSeconds, labels, {0.01, 0.2}, {1, 1, {1, 9, 0}}},
        {series::kItems, arm, {}, {100, 1, {}}},
        {series::kFailedItems, arm, {}, {5, 1, {}}},
    };
    QVERIFY(history_->add(kStart, readings).ok());
    QCOMPARE(conditions(fleet),
             (std::vector<std::string>{"AerieUseCaseErrorsHigh", "AerieWorkerLatencyHigh",
                                       "AerieWorkerErrorsHigh", "AerieFeatureStoreErrors",
                                       "AerieWorkerFeatureLogDrops", "AerieWorkerDefaultsHigh"}));
    // An hour later all of it has passed, and silence is what remains.
    add(kStart + 60 * kMinute, series::kWorkerRequests, labels, 0);
    QCOMPARE(conditions(fleet, kStart + 60 * kMinute), std::vector<std::string>{"AerieWorkerNoTraffic"});
  }

  void aYoungHistoryCannotTellSilence() {
    Fleet fleet;
    fleet.endpoints = {{"e", 100, {ready("e-0")}, ""}};
    add(kStart, series::kWorkerRequests, {{"endpoint", "e"}, {"replica", "e-0"}}, 0);
    QCOMPARE(conditions(fleet, kStart + kMinute), std::vector<std::string>{});
  }
};

QTEST_GUILESS_MAIN(TstAlerts)
#include "tst_alerts.moc"
