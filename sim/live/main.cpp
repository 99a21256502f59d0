// aerie-sim: the simulation on this machine, with real daemons and real data.
#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/rpc_server.h"
#include "services/common/settings.h"
#include "services/common/stop_signal.h"
#include "sim/live/cluster_command.h"
#include "sim/live/simulation_service.h"
#include "sim/live/state_record.h"
#include "sim/scenarios/scenario_run.h"

namespace {

namespace fs = std::filesystem;
using aerie::sim::Report;
using aerie::sim::ScenarioRun;

constexpr std::chrono::milliseconds kRpcGrace{500};
constexpr const char* kScenarioFile = "sim/scenarios/flights.yaml";
constexpr const char* kFlightsFile = "resources/demo/flights-2001.csv.zst";

struct Options {
  std::string scenario, flights, state, report, feature_store;
  std::string control = "127.0.0.1:0", proxy = "127.0.0.1:0";
  std::uint64_t seed = 0;
  double rate = 0;
  double speed = 1'440;
  bool paused = false;
  bool up = false;
};

// SIGTERM and SIGINT while daemons are being started end the program at once, but not without them.
struct Stop {
  std::atomic<bool> orderly{false};  // the main thread waits for `asked` and ends everything itself
  std::atomic<bool> asked{false};
};

// A file of ours: as installed (PREFIX/share/aerie), or above the programs of a build.
std::string ownFile(const char* name) {
  const fs::path bin = aerie::executableDirectory();
  const fs::path installed = bin.parent_path() / "share" / "aerie" / name;
  if (fs::exists(installed)) return installed.string();
  for (fs::path folder = bin; folder.has_relative_path(); folder = folder.parent_path()) {
    if (fs::exists(folder / name)) return (folder / name).string();
  }
  return installed.string();
}

absl::StatusOr<aerie::sim::RunOptions> runOptions(const Options& options, const fs::path& state) {
  aerie::sim::RunOptions run;
  const std::string scenario = options.scenario.empty() ? ownFile(kScenarioFile) : options.scenario;
  AERIE_ASSIGN_OR_RETURN(const std::string yaml, aerie::readFile(scenario));
  AERIE_ASSIGN_OR_RETURN(run.scenario, aerie::sim::parseScenario(yaml, scenario));
  if (options.seed != 0) run.scenario.seed = options.seed;
  if (options.rate > 0) run.scenario.requests_per_second = options.rate;
  run.flights = options.flights.empty() ? ownFile(kFlightsFile) : options.flights;
  run.bin_directory = aerie::executableDirectory();
  run.state_directory = state;
  run.feature_store = options.feature_store;
  run.control_listen = options.control;
  run.proxy_listen = options.proxy;
  run.training = options.up;
  run.reuse_bundles = options.up && !options.state.empty();
  run.progress = [](const std::string& step) { std::fprintf(stderr, "==> %s\n", step.c_str()); };
  return run;
}

// Serves until it is asked to stop.
absl::Status serve(ScenarioRun& scenario, const aerie::sim::StateRecord& record, const Options& options,
                   Stop& stop) {
  const aerie::SystemClock clock;
  const auto [begin, end] = scenario.trafficRange();
  aerie::sim::LiveSimulation::Options live{.use_case = ScenarioRun::kModel,
                                           .default_endpoint = ScenarioRun::kDefaultEndpoint,
                                           .victim_endpoint = ScenarioRun::kCandidateEndpoint,
                                           .traffic_begin = begin,
                                           .traffic_end = end,
                                           .speed = options.speed,
                                           .start_traffic = !options.paused};
  aerie::sim::LiveSimulation simulation(scenario.stack(), scenario.scenario(), scenario.flights(),
                                        scenario.storedRates(), clock, std::move(live));
  aerie::sim::SimulationServiceImpl service(simulation);
  aerie::services::RpcServerOptions rpc;
  rpc.listen = {record.socket()};
  AERIE_ASSIGN_OR_RETURN(const auto server, aerie::services::RpcServer::start(rpc, {&service}));
  // Whoever reads the record may stop us at once, and that stop takes the record away again.
  stop.orderly = true;
  AERIE_RETURN_IF_ERROR(record.publish(scenario.stack().controlAddress(), scenario.stack().proxyAddress(),
                                       record.socket(), scenario.stack().trainingAddress()));
  std::printf("control plane %s\nproxy %s\ntraining %s\nsimulation %s\nready\n",
              scenario.stack().controlAddress().c_str(), scenario.stack().proxyAddress().c_str(),
              scenario.stack().trainingAddress().c_str(), record.socket().c_str());
  std::fflush(stdout);
  std::fprintf(stderr, options.paused ? "==> Traffic is off; stop with Ctrl+C\n"
                                      : "==> Traffic flows; stop with Ctrl+C\n");
  stop.asked.wait(false);
  record.withdraw();
  server->shutdown(kRpcGrace);
  return absl::OkStatus();
}

absl::StatusOr<bool> run(const Options& options) {
  std::optional<aerie::TempDir> temp;
  if (options.state.empty()) {
    AERIE_ASSIGN_OR_RETURN(aerie::TempDir made, aerie::TempDir::create("aerie-sim"));
    temp.emplace(std::move(made));
  }
  const fs::path state = temp ? temp->path() : fs::path(options.state);
  std::unique_ptr<aerie::sim::StateRecord> record;
  if (options.up) {
    AERIE_ASSIGN_OR_RETURN(record, aerie::sim::StateRecord::claim(state));
    AERIE_RETURN_IF_ERROR(record->startGuard(aerie::executableDirectory() / "aerie-sim"));
  }
  AERIE_ASSIGN_OR_RETURN(aerie::sim::RunOptions given, runOptions(options, state));
  AERIE_ASSIGN_OR_RETURN(const auto scenario, ScenarioRun::create(std::move(given)));
  // Outlives this function: the thread below may still look at it.
  static Stop stop;
  std::thread([&stack = scenario->stack(), temp_path = temp ? temp->path() : fs::path()] {
    aerie::services::waitForStop();
    std::fprintf(stderr, "\n==> Stopping\n");
    if (stop.orderly) {
      stop.asked = true;
      stop.asked.notify_all();
      return;
    }
    stack.interrupt();
    std::error_code ignored;
    if (!temp_path.empty()) fs::remove_all(temp_path, ignored);
    std::_Exit(130);
  }).detach();
  AERIE_RETURN_IF_ERROR(scenario->prepare());
  if (options.up) {
    AERIE_RETURN_IF_ERROR(serve(*scenario, *record, options, stop));
    AERIE_RETURN_IF_ERROR(scenario->stack().stopAll());
    return true;
  }
  AERIE_ASSIGN_OR_RETURN(const Report report, scenario->play());
  std::fputs(aerie::sim::toReportText(report).c_str(), stdout);
  if (!options.report.empty())
    AERIE_RETURN_IF_ERROR(aerie::writeFileAtomic(options.report, aerie::sim::toJson(report)));
  return report.passed();
}

}  // namespace

int main(int argc, char** argv) {
  aerie::services::blockStopSignals();
  CLI::App app("Runs Aerie's whole stack on this machine with real flights.", "aerie-sim");
  app.require_subcommand(1);
  Options options;
  auto* play = app.add_subcommand(
      "run", "Play a scenario and print the report; exit 0 when everything held, 1 when not");
  auto* up = app.add_subcommand("up", "Start the stack, let traffic flow until Ctrl+C");
  for (CLI::App* command : {play, up}) {
    command
        ->add_option("--scenario", options.scenario,
                     "Scenario file (YAML); left out: the one of this installation")
        ->check(CLI::ExistingFile);
    command
        ->add_option("--flights", options.flights,
                     "Flights: CSV or CSV compressed as .zst; left out: those of this installation")
        ->check(CLI::ExistingFile);
    command->add_option("--state-dir", options.state,
                        "Where databases, logs and sockets go; left out: a temporary directory");
    command->add_option("--feature-store", options.feature_store,
                        "URL of the feature store; left out: SQLite in the state directory");
    command->add_option("--control-listen", options.control, "Address of the control plane")
        ->capture_default_str();
    command->add_option("--proxy-listen", options.proxy, "Address of the proxy")->capture_default_str();
    command->add_option("--seed", options.seed, "Replaces the scenario's seed");
    command->add_option("--rate", options.rate, "Replaces the scenario's requests per second");
  }
  play->add_option("--report", options.report, "Write the report there as JSON");
  up->add_option("--speed", options.speed, "World time for each unit of real time")
      ->check(CLI::Range(1.0, 10'000.0))
      ->capture_default_str();
  up->add_flag("--paused", options.paused, "Send nothing until the desktop starts traffic");
  aerie::sim::ClusterCommand cluster(app, ownFile);
  // What `up` starts beside itself; nobody else has a use for it.
  auto* guard = app.add_subcommand("guard")->group("");
  guard->add_option("directory", options.state)->required();
  CLI11_PARSE(app, argc, argv);
  if (guard->parsed()) return aerie::sim::StateRecord::guard(options.state).ok() ? 0 : 2;
  if (cluster.chosen()) return cluster.run();
  options.up = up->parsed();
  const auto passed = run(options);
  if (!passed.ok()) {
    std::fprintf(stderr, "aerie-sim: %s\n", aerie::toText(passed.status()).c_str());
    return 2;
  }
  return *passed ? 0 : 1;
}
