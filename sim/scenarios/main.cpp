// aerie-sim: the simulation on this machine, with real daemons and real data.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/settings.h"
#include "services/common/stop_signal.h"
#include "sim/scenarios/scenario_run.h"

namespace {

using aerie::sim::Report;

struct Options {
  std::string scenario, flights, state, report, feature_store;
  std::string control = "127.0.0.1:0", proxy = "127.0.0.1:0";
  std::uint64_t seed = 0;
  double rate = 0;
  bool up = false;
};

absl::StatusOr<bool> run(const Options& options) {
  AERIE_ASSIGN_OR_RETURN(const std::string yaml, aerie::readFile(options.scenario));
  aerie::sim::RunOptions run;
  AERIE_ASSIGN_OR_RETURN(run.scenario, aerie::sim::parseScenario(yaml, options.scenario));
  if (options.seed != 0) run.scenario.seed = options.seed;
  if (options.rate > 0) run.scenario.requests_per_second = options.rate;
  run.flights = options.flights;
  run.bin_directory = aerie::executableDirectory();
  run.feature_store = options.feature_store;
  run.control_listen = options.control;
  run.proxy_listen = options.proxy;
  run.progress = [](const std::string& step) { std::fprintf(stderr, "==> %s\n", step.c_str()); };
  std::optional<aerie::TempDir> temp;
  if (options.state.empty()) {
    AERIE_ASSIGN_OR_RETURN(aerie::TempDir made, aerie::TempDir::create("aerie-sim"));
    temp.emplace(std::move(made));
  }
  run.state_directory = temp ? temp->path() : std::filesystem::path(options.state);
  AERIE_ASSIGN_OR_RETURN(const auto scenario, aerie::sim::ScenarioRun::create(std::move(run)));
  // Ctrl+C must not leave daemons behind, whatever step is under way.
  std::thread([&stack = scenario->stack(), temp_path = temp ? temp->path() : std::filesystem::path()] {
    aerie::services::waitForStop();
    std::fprintf(stderr, "\n==> Stopping\n");
    stack.interrupt();
    std::error_code ignored;
    if (!temp_path.empty()) std::filesystem::remove_all(temp_path, ignored);
    std::_Exit(130);
  }).detach();
  AERIE_RETURN_IF_ERROR(scenario->prepare());
  if (options.up) {
    std::printf("control plane %s\nproxy %s\n", scenario->stack().controlAddress().c_str(),
                scenario->stack().proxyAddress().c_str());
    std::fflush(stdout);
    scenario->idle();
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
    command->add_option("--scenario", options.scenario, "Scenario file (YAML)")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--flights", options.flights, "Flights: CSV or CSV compressed as .zst")
        ->required()
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
  CLI11_PARSE(app, argc, argv);
  options.up = up->parsed();
  const auto passed = run(options);
  if (!passed.ok()) {
    std::fprintf(stderr, "aerie-sim: %s\n", aerie::toText(passed.status()).c_str());
    return 2;
  }
  return *passed ? 0 : 1;
}
