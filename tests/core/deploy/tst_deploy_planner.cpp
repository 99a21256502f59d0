#include <QtTest>

#include "core/base/status.h"
#include "core/deploy/planner.h"
#include "core/deploy/rollout.h"

using namespace aerie;
using namespace aerie::deploy;

namespace {

DeploymentSpec goodSpec() {
  DeploymentSpec spec;
  spec.endpoint = "arrival_delay_v1";
  spec.model = "arrival_delay";
  spec.stage = "production";
  return spec;
}

Deployment deploymentOf(std::uint32_t replicas) {
  Deployment d;
  d.spec = goodSpec();
  d.spec.replicas = replicas;
  d.state.published = true;
  return d;
}

Replica replicaOf(const std::string& id, const std::string& version, ReplicaPhase phase, bool serving) {
  Replica r;
  r.id = id;
  r.pattern = {version, 0};
  r.phase = phase;
  r.serving = serving;
  r.pid = phase == ReplicaPhase::kPending ? 0 : 100;
  r.url = "unix:/" + id;
  r.started_ms = 1;
  return r;
}

// "launch a-1; publish a-1 a-2"
std::string drawn(const std::vector<Action>& actions) {
  std::string text;
  for (const Action& action : actions) {
    if (!text.empty()) text += "; ";
    text += actionName(action.kind);
    if (!action.replica.empty()) text += " " + action.replica;
    for (const std::string& id : action.replicas) text += " " + id;
    if (action.kind == Action::Kind::kStart || action.kind == Action::Kind::kRetarget)
      text += " " + action.pattern.version;
  }
  return text;
}

}  // namespace

class TstDeployPlanner final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void validationNamesTheProblem_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::newRow("neither version nor stage") << "no target"
                                               << "neither a version nor a stage";
    QTest::newRow("both version and stage") << "both"
                                            << "exactly one";
    QTest::newRow("too many replicas") << "replicas"
                                       << "the most is 64";
    QTest::newRow("endpoint with a slash") << "endpoint"
                                           << "worker endpoint";
    QTest::newRow("unknown target") << "target"
                                    << "'mars' is not known";
    QTest::newRow("unknown runtime") << "runtime"
                                     << "'cobol' is not known";
    QTest::newRow("hedge at the timeout") << "hedge"
                                          << "hedge_after_ms";
  }
  void validationNamesTheProblem() {
    QFETCH(QString, field);
    QFETCH(QString, expected);
    DeploymentSpec spec = goodSpec();
    QVERIFY(validate(spec).ok());
    if (field == "no target") spec.stage.clear();
    if (field == "both") spec.version = "1";
    if (field == "replicas") spec.replicas = 65;
    if (field == "endpoint") spec.endpoint = "a/b";
    if (field == "target") spec.target = "mars";
    if (field == "runtime") spec.runtime = "cobol";
    if (field == "hedge") spec.hedge_after_ms = spec.timeout_ms;
    const absl::Status status = validate(spec);
    QVERIFY(absl::IsInvalidArgument(status));
    QVERIFY2(QString::fromStdString(messageOf(status)).contains(expected), messageOf(status).c_str());
  }

  void replicasFromZeroToSixtyFourAreValid() {
    DeploymentSpec spec = goodSpec();
    spec.replicas = 0;
    QVERIFY(validate(spec).ok());
    spec.replicas = 64;
    QVERIFY(validate(spec).ok());
  }

  void firstLookRetargetsThenStartsThenLaunches() {
    Deployment d = deploymentOf(2);
    const Facts facts{1000, std::string("1"), true};
    const Policy policy;
    QCOMPARE(drawn(plan(d, facts, policy)), std::string("retarget 1"));
    applyAction(d, plan(d, facts, policy)[0], 1000, policy);
    QCOMPARE(drawn(plan(d, facts, policy)), std::string("start 1; start 1"));
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kPending, false),
                        replicaOf("a-1", "1", ReplicaPhase::kPending, false)};
    QCOMPARE(drawn(plan(d, facts, policy)), std::string("launch a-0; launch a-1"));
  }

  void plans_data() {
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("expected");
    QTest::newRow("rollout waits until all new replicas are ready") << "one of two ready"
                                                                    << "";
    QTest::newRow("rollout flips when all are ready") << "all ready"
                                                      << "publish a-2 a-3";
    QTest::newRow("failed new replica fails the attempt and leaves the old") << "new failed"
                                                                             << "fail-attempt";
    QTest::newRow("stuck rollout does nothing") << "stuck"
                                                << "";
    QTest::newRow("crashed serving replica leaves the config when another is ready") << "crash with another"
                                                                                     << "publish a-1";
    QTest::newRow("the only serving replica stays in the config when it crashes") << "crash alone"
                                                                                  << "";
    QTest::newRow("crashed replica is launched again after its back-off") << "crash, back-off over"
                                                                          << "launch a-0";
    QTest::newRow("scale down publishes before it retires") << "scale down"
                                                            << "publish a-0; retire a-1";
    QTest::newRow("scale to zero empties the config first") << "scale to zero"
                                                            << "publish-none; retire a-0; retire a-1";
    QTest::newRow("drained replica waits for the proxies") << "draining, not acknowledged"
                                                           << "";
    QTest::newRow("drained replica stops when proxies have the config") << "draining, acknowledged"
                                                                        << "terminate a-9";
    QTest::newRow("drain gives up on silent proxies after the grace") << "draining, grace over"
                                                                      << "terminate a-9";
    QTest::newRow("replica that ignores the stop is killed") << "stop ignored"
                                                             << "kill a-9";
    QTest::newRow("deletion leaves the config first") << "deleting"
                                                      << "unpublish";
    QTest::newRow("unknown version changes nothing") << "version unknown"
                                                     << "";
  }
  void plans() {
    QFETCH(QString, story);
    QFETCH(QString, expected);
    Policy policy;
    Deployment d = deploymentOf(2);
    d.state.serving = d.state.target = {"1", 0};
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kReady, true),
                        replicaOf("a-1", "1", ReplicaPhase::kReady, true)};
    Facts facts{100'000, std::string("1"), true};
    const auto rolling = [&](ReplicaPhase second) {
      facts.wanted_version = std::string("2");
      d.state.target = {"2", 0};
      d.state.replicas.push_back(replicaOf("a-2", "2", ReplicaPhase::kReady, false));
      d.state.replicas.push_back(replicaOf("a-3", "2", second, false));
    };
    const auto draining = [&](UnixMs since, bool acknowledged) {
      Replica r = replicaOf("a-9", "0", ReplicaPhase::kDraining, false);
      r.retiring = true;
      r.drain_since_ms = facts.now - since;
      d.state.replicas.push_back(r);
      facts.config_acknowledged = acknowledged;
    };
    const auto crash = [&](UnixMs next_start) {
      d.state.replicas[0].phase = ReplicaPhase::kFailed;
      d.state.replicas[0].pid = 0;
      d.state.replicas[0].next_start_ms = next_start;
    };
    if (story == "one of two ready") rolling(ReplicaPhase::kSelfTest);
    if (story == "all ready") rolling(ReplicaPhase::kReady);
    if (story == "new failed") rolling(ReplicaPhase::kFailed);
    if (story == "stuck") {
      facts.wanted_version = std::string("2");
      d.state.target = {"2", 0};
      d.state.failed_attempts = policy.max_attempts;
    }
    if (story == "crash with another") crash(facts.now + 1);
    if (story == "crash alone") {
      d.spec.replicas = 1;
      d.state.replicas.pop_back();
      crash(facts.now + 1);
    }
    if (story == "crash, back-off over") {
      crash(facts.now);
      d.state.replicas[0].serving = false;
    }
    if (story == "scale down") d.spec.replicas = 1;
    if (story == "scale to zero") d.spec.replicas = 0;
    if (story == "draining, not acknowledged") draining(5'000, false);
    if (story == "draining, acknowledged") draining(5'000, true);
    if (story == "draining, grace over") draining(15'000, false);
    if (story == "stop ignored") {
      draining(60'000, true);
      d.state.replicas.back().terminated_ms = facts.now - 20'000;
    }
    if (story == "deleting") d.deleting = true;
    if (story == "version unknown") facts.wanted_version = notFound("no such stage");
    QCOMPARE(QString::fromStdString(drawn(plan(d, facts, policy))), expected);
  }

  void flipRetiresTheOldAndOpensTheSkew() {
    Deployment d = deploymentOf(1);
    d.state.serving = {"1", 0};
    d.state.target = {"2", 0};
    d.state.version_history = {"1"};
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kReady, true),
                        replicaOf("a-1", "2", ReplicaPhase::kReady, false)};
    applyAction(d, {Action::Kind::kPublish, {"2", 0}, {}, {"a-1"}}, 5000, {});
    QCOMPARE(d.state.serving.version, std::string("2"));
    QVERIFY(d.state.replicas[0].retiring && !d.state.replicas[0].serving && d.state.replicas[1].serving);
    QVERIFY(d.state.skew_open);
    QCOMPARE(d.state.version_history, (std::vector<std::string>{"2", "1"}));
    applyAction(d, {Action::Kind::kCloseSkew}, 6500, {});
    QCOMPARE(d.state.version_skew_seconds, 1.5);
  }

  void replicaThatIsNeverReadyTimesOut() {
    const Policy policy;
    Deployment d = deploymentOf(1);
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kLoading, false)};
    d.state.replicas[0].started_ms = 1000;
    observe(d, {{"a-0", {}}}, 60'999, policy);
    QVERIFY(d.state.replicas[0].phase == ReplicaPhase::kLoading);
    observe(d, {{"a-0", {}}}, 61'000, policy);
    QVERIFY(d.state.replicas[0].phase == ReplicaPhase::kFailed);
    QVERIFY(d.state.replicas[0].message.find("not ready 60 s") != std::string::npos);
  }

  void replicaOfAnotherVersionIsNotTrusted() {
    Deployment d = deploymentOf(1);
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kLoading, false)};
    observe(d, {{"a-0", {false, "", ProbeResult{ReplicaPhase::kReady, "", "7", 50}}}}, 50, {});
    QVERIFY(d.state.replicas[0].phase == ReplicaPhase::kFailed);
    QCOMPARE(d.state.replicas[0].message, std::string("it answers as version 7, not 1"));
  }

  void crashStreakGrowsTheBackOffAndStabilityResetsIt() {
    const Policy policy;
    Replica r = replicaOf("a-0", "1", ReplicaPhase::kReady, true);
    markCrashed(r, "x", 1000, policy);
    QCOMPARE(r.next_start_ms, UnixMs(1250));
    markCrashed(r, "x", 2000, policy);
    QCOMPARE(r.next_start_ms, UnixMs(2500));
    r.ready_ms = 3000;
    markCrashed(r, "x", 63'000, policy);
    QCOMPARE(r.crash_streak, 1U);
    QCOMPARE(r.next_start_ms, UnixMs(63'250));
  }

  void staleProbeOfAnEarlierProcessIsIgnored() {
    Deployment d = deploymentOf(1);
    d.state.replicas = {replicaOf("a-0", "1", ReplicaPhase::kStarting, false)};
    d.state.replicas[0].started_ms = 1000;
    observe(d, {{"a-0", {false, "", ProbeResult{ReplicaPhase::kReady, "", "1", 999}}}}, 1001, {});
    QVERIFY(d.state.replicas[0].phase == ReplicaPhase::kStarting);
  }
};

QTEST_GUILESS_MAIN(TstDeployPlanner)
#include "tst_deploy_planner.moc"
