#include <QtTest>
#include <nlohmann/json.hpp>
#include <signal.h>

#include "aerie/v1/monitoring.grpc.pb.h"
#include "aerie/v1/simulation.grpc.pb.h"
#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/net/channel.h"
#include "core/net/status.h"
#include "sim/scenarios/stack.h"
#include "tests/status_checks.h"

using namespace aerie;

// 'aerie-sim up' with real daemons, kept small, turned by its own service.
class TstLiveSimulation : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();

  void itSaysWhereItServes();
  void aSecondOneInTheSameDirectoryIsRefused();
  void trafficFlowsAndLabelsAreJoined();
  void outcomesReachTheControlPlane();
  void rateAndScenarioAreChangedWhileItFlows();
  void impossibleTrafficIsRefusedWithTheBounds();
  void stoppedTrafficStandsStillAndGoesOn();
  void theWatchTellsChanges();
  void everySwitchTurnsOnAndOff_data();
  void everySwitchTurnsOnAndOff();
  void aKilledWorkerIsReplacedWithoutAFailure();
  void anUnknownFaultIsNotFound();
  void stoppingLeavesNothingBehindAndTheNextStartIsFast();
  void aKilledSimulationLeavesNoDaemons();

 private:
  absl::Status start();
  void stop();
  v1::SimulationState state();
  absl::StatusOr<v1::SimulationState> traffic(const v1::SetTrafficRequest& request);
  absl::StatusOr<v1::SimulationState> fault(const std::string& name, bool on);
  v1::SimulationFault faultState(const std::string& name);
  std::filesystem::path dir() const { return folder_->path() / "simulation"; }

  std::optional<TempDir> folder_;
  pid_t pid_ = 0;
  nlohmann::json record_;
  std::unique_ptr<v1::SimulationService::Stub> stub_;
};

absl::Status TstLiveSimulation::start() {
  ChildOptions child;
  child.arguments = {AERIE_BIN_DIR "/aerie-sim",
                     "up",
                     "--scenario",
                     AERIE_SOURCE_DIR "/tests/integration/short.yaml",
                     "--flights",
                     AERIE_SOURCE_DIR "/resources/demo/flights-2001.csv.zst",
                     "--state-dir",
                     dir().string(),
                     "--rate",
                     "20",
                     "--speed",
                     "10000"};
  child.output = folder_->path() / "up.log";
  auto pid = spawnChild(child);
  if (!pid.ok()) return pid.status();
  pid_ = *pid;
  // Its own record: the guard of one before may not have taken that one's away yet.
  const auto recorded = [this] {
    record_ = nlohmann::json::parse(readFile(dir() / "simulation.json").value_or(""), nullptr, false);
    return record_.is_object() && record_.value("pid", 0) == int(pid_);
  };
  const absl::Status waited = sim::waitFor("the simulation", std::chrono::seconds(60),
                                           [&] { return pollChild(pid_).has_value() || recorded(); });
  if (!waited.ok()) return waited;
  if (!recorded()) return internalError("{}", readFile(child.output).value_or("no log"));
  auto channel = net::connect(record_.value("simulation", ""));
  if (!channel.ok()) return channel.status();
  stub_ = v1::SimulationService::NewStub(*channel);
  return absl::OkStatus();
}

void TstLiveSimulation::stop() {
  if (pid_ <= 0) return;
  signalChild(pid_, SIGTERM).IgnoreError();
  const auto ended = [this] { return pollChild(pid_).has_value(); };
  if (!sim::waitFor("the end", std::chrono::seconds(40), ended).ok()) {
    signalChild(pid_, SIGKILL).IgnoreError();
    sim::waitFor("the killed one's end", std::chrono::seconds(10), ended).IgnoreError();
  }
  pid_ = 0;
}

void TstLiveSimulation::initTestCase() {
  folder_.emplace(*TempDir::create("aerie-live"));
  AERIE_VERIFY_OK(start());
}

void TstLiveSimulation::cleanupTestCase() { stop(); }

v1::SimulationState TstLiveSimulation::state() {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  v1::SimulationState result;
  if (!stub_->GetState(&context, {}, &result).ok()) result.Clear();
  return result;
}

absl::StatusOr<v1::SimulationState> TstLiveSimulation::traffic(const v1::SetTrafficRequest& request) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  v1::SimulationState result;
  const grpc::Status status = stub_->SetTraffic(&context, request, &result);
  if (!status.ok()) return net::fromGrpc(status);
  return result;
}

absl::StatusOr<v1::SimulationState> TstLiveSimulation::fault(const std::string& name, bool on) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
  v1::SetFaultRequest request;
  request.set_name(name);
  request.set_on(on);
  v1::SimulationState result;
  const grpc::Status status = stub_->SetFault(&context, request, &result);
  if (!status.ok()) return net::fromGrpc(status);
  return result;
}

v1::SimulationFault TstLiveSimulation::faultState(const std::string& name) {
  const v1::SimulationState now = state();
  for (const v1::SimulationFault& fault : now.faults()) {
    if (fault.name() == name) return fault;
  }
  return {};
}

void TstLiveSimulation::itSaysWhereItServes() {
  QCOMPARE(record_["pid"].get<int>(), int(pid_));
  const v1::SimulationState now = state();
  QCOMPARE(now.control_address(), record_["control"].get<std::string>());
  QCOMPARE(now.proxy_address(), record_["proxy"].get<std::string>());
  QVERIFY(now.faults_size() >= 7);
}

void TstLiveSimulation::aSecondOneInTheSameDirectoryIsRefused() {
  ChildOptions child;
  child.arguments = {AERIE_BIN_DIR "/aerie-sim", "up", "--state-dir", dir().string()};
  const auto run = runToEnd(child);
  AERIE_VERIFY_OK(run);
  QCOMPARE(run->exit.code, 2);
  QVERIFY2(run->output.find("runs in") != std::string::npos, run->output.c_str());
  QVERIFY(state().running());
}

void TstLiveSimulation::trafficFlowsAndLabelsAreJoined() {
  QTRY_VERIFY_WITH_TIMEOUT(state().sent() > 20 && state().labels_joined() > 200, 20'000);
  const v1::SimulationState now = state();
  QVERIFY2(now.failed() == 0, now.last_failure().c_str());
  QVERIFY(now.p99_ms() > 0 && now.p99_ms() >= now.p50_ms());
  QVERIFY(now.sent_per_second() > 0);
  QCOMPARE(now.arms_size(), 2);
  for (const v1::SimulationArm& arm : now.arms()) {
    QVERIFY(arm.late_share() > 0 && arm.late_share() < 1);
    QVERIFY(arm.log_loss() > 0 && arm.log_loss() < 2);
  }
}

void TstLiveSimulation::outcomesReachTheControlPlane() {
  const auto channel = net::connect(record_["control"].get<std::string>());
  AERIE_VERIFY_OK(channel);
  const auto stub = v1::MonitoringService::NewStub(*channel);
  v1::ExperimentResultsRequest request;
  request.set_experiment("short_v1_vs_v2");
  v1::ExperimentResultsResponse results;
  const auto known = [&] {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
    results.Clear();
    if (!stub->GetExperimentResults(&context, request, &results).ok()) return false;
    for (const v1::ArmResult& arm : results.arms()) {
      if (arm.outcomes().empty()) return false;
    }
    return results.arms_size() == 2;
  };
  QTRY_VERIFY_WITH_TIMEOUT(known(), 15'000);
  for (const v1::OutcomeResult& outcome : results.arms(0).outcomes()) {
    QVERIFY(outcome.metric() == "log_loss" || outcome.metric() == "delayed");
    QVERIFY(outcome.count() > 0 && outcome.mean() > 0);
  }
}

void TstLiveSimulation::rateAndScenarioAreChangedWhileItFlows() {
  v1::SetTrafficRequest request;
  request.set_rate(30);
  request.set_speed(2'000);
  request.set_scenario("bursts");
  const auto changed = traffic(request);
  AERIE_VERIFY_OK(changed);
  QCOMPARE(changed->rate(), 30.0);
  QCOMPARE(changed->speed(), 2'000.0);
  QCOMPARE(changed->scenario(), std::string("bursts"));
  QCOMPARE(changed->rate_now(), 120.0);  // it begins with a burst
  QVERIFY(changed->running());
  v1::SetTrafficRequest back;
  back.set_rate(20);
  back.set_speed(10'000);
  back.set_scenario("steady");
  AERIE_VERIFY_OK(traffic(back));
}

void TstLiveSimulation::impossibleTrafficIsRefusedWithTheBounds() {
  v1::SetTrafficRequest request;
  request.set_rate(1e9);
  QCOMPARE(traffic(request).status().code(), absl::StatusCode::kInvalidArgument);
  v1::SetTrafficRequest unknown;
  unknown.set_scenario("no_such");
  QCOMPARE(traffic(unknown).status().code(), absl::StatusCode::kNotFound);
  QCOMPARE(state().rate(), 20.0);
}

void TstLiveSimulation::stoppedTrafficStandsStillAndGoesOn() {
  v1::SetTrafficRequest request;
  request.set_running(false);
  const auto stopped = traffic(request);
  AERIE_VERIFY_OK(stopped);
  QVERIFY(!stopped->running());
  QTRY_COMPARE_WITH_TIMEOUT(state().sent_per_second(), 0.0, 10'000);
  QCOMPARE(state().sent(), stopped->sent());
  QCOMPARE(state().world_time(), state().world_time());
  request.set_running(true);
  AERIE_VERIFY_OK(traffic(request));
  QTRY_VERIFY_WITH_TIMEOUT(state().sent() > stopped->sent(), 10'000);
}

void TstLiveSimulation::theWatchTellsChanges() {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  v1::SimulationWatchRequest request;
  request.set_max_updates_per_second(20);
  const auto reader = stub_->Watch(&context, request);
  v1::SimulationState first, next;
  QVERIFY(reader->Read(&first));
  QVERIFY(reader->Read(&next));
  while (next.sent() == first.sent() && reader->Read(&next)) {
  }
  QVERIFY(next.sent() > first.sent());
  context.TryCancel();
}

void TstLiveSimulation::everySwitchTurnsOnAndOff_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"pause_sidecar", "slow_sidecar", "stop_control_plane", "feature_store_down",
                           "feature_drift", "malformed_requests"})
    QTest::newRow(name) << name;
}

void TstLiveSimulation::everySwitchTurnsOnAndOff() {
  QFETCH(QString, name);
  const std::string fault_name = name.toStdString();
  const auto on = fault(fault_name, true);
  AERIE_VERIFY_OK(on);
  QVERIFY(faultState(fault_name).on());
  QCOMPARE(faultState(fault_name).strikes(), 1U);
  const std::uint64_t sent = state().sent();
  QTRY_VERIFY_WITH_TIMEOUT(state().sent() > sent + 10, 20'000);  // traffic goes on under it
  const auto off = fault(fault_name, false);
  AERIE_VERIFY_OK(off);
  QVERIFY(!faultState(fault_name).on());
  QVERIFY2(faultState(fault_name).last_effect().find("meanwhile") != std::string::npos,
           faultState(fault_name).last_effect().c_str());
}

void TstLiveSimulation::aKilledWorkerIsReplacedWithoutAFailure() {
  const std::uint64_t failed = state().failed();
  AERIE_VERIFY_OK(fault("kill_worker", true));
  const v1::SimulationFault seen = faultState("kill_worker");
  QVERIFY(!seen.on());
  QVERIFY2(seen.last_effect().find("replaced") != std::string::npos, seen.last_effect().c_str());
  QCOMPARE(state().failed(), failed);
}

void TstLiveSimulation::anUnknownFaultIsNotFound() {
  QCOMPARE(fault("no_such", true).status().code(), absl::StatusCode::kNotFound);
}

void TstLiveSimulation::stoppingLeavesNothingBehindAndTheNextStartIsFast() {
  AERIE_VERIFY_OK(fault("stop_control_plane", true));  // even then
  stop();
  QVERIFY(!std::filesystem::exists(dir() / "simulation.json"));
  AERIE_VERIFY_OK(start());
  const std::string log = readFile(folder_->path() / "up.log").value_or("");
  QVERIFY2(log.find("as trained before") != std::string::npos, log.c_str());
  stop();
}

namespace {

// Processes of which the command line names something in `directory`.
int processesIn(const std::filesystem::path& directory) {
  int result = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
    const auto command = readFile(entry.path() / "cmdline");
    if (command.ok() && command->find(directory.string() + "/") != std::string::npos) ++result;
  }
  return result;
}

}  // namespace

void TstLiveSimulation::aKilledSimulationLeavesNoDaemons() {
  stop();
  AERIE_VERIFY_OK(start());
  QVERIFY(processesIn(dir()) >= 4);  // control plane, proxy, workers
  AERIE_VERIFY_OK(signalChild(pid_, SIGKILL));
  QTRY_VERIFY_WITH_TIMEOUT(pollChild(pid_).has_value(), 10'000);
  pid_ = 0;
  QTRY_COMPARE_WITH_TIMEOUT(processesIn(dir()), 0, 30'000);
  QTRY_VERIFY(!std::filesystem::exists(dir() / "simulation.json"));
}

QTEST_GUILESS_MAIN(TstLiveSimulation)
#include "tst_live_simulation.moc"
