#include <cstdio>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "services/ctl/tool.h"
#include "sim/scenarios/scenario_run.h"

namespace aerie::ctl {
namespace {

struct SimArguments {
  std::string scenario, flights, report;
  std::uint64_t seed = 0;
};

}  // namespace

void addSimCommand(Tool& tool) {
  const auto a = std::make_shared<SimArguments>();
  CLI::App* sim = tool.app().add_subcommand("sim", "The simulation on this machine");
  sim->require_subcommand(1);
  CLI::App* run = sim->add_subcommand(
      "run", "Play a scenario with real daemons; exit 0 when everything held, 7 when not");
  run->add_option("--scenario", a->scenario, "Scenario file (YAML)")->required()->check(CLI::ExistingFile);
  run->add_option("--flights", a->flights, "Flights: CSV or .zst")->required()->check(CLI::ExistingFile);
  run->add_option("--seed", a->seed, "Replaces the scenario's seed");
  run->add_option("--report", a->report, "Write the report there as JSON")->type_name("FILE");
  tool.onRun(run, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const std::string yaml, readFile(a->scenario));
    sim::RunOptions options;
    AERIE_ASSIGN_OR_RETURN(options.scenario, sim::parseScenario(yaml, a->scenario));
    if (a->seed != 0) options.scenario.seed = a->seed;
    AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-sim"));
    options.flights = a->flights;
    options.bin_directory = executableDirectory();
    options.state_directory = temp.path();
    options.progress = [](const std::string& step) { std::fprintf(stderr, "==> %s\n", step.c_str()); };
    AERIE_ASSIGN_OR_RETURN(const auto scenario, sim::ScenarioRun::create(std::move(options)));
    AERIE_RETURN_IF_ERROR(scenario->prepare());
    AERIE_ASSIGN_OR_RETURN(const sim::Report report, scenario->play());
    if (!a->report.empty()) AERIE_RETURN_IF_ERROR(writeFileAtomic(a->report, sim::toJson(report)));
    const std::string text = tool.out().json() ? sim::toJson(report) : sim::toReportText(report);
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!report.passed()) tool.finishWith(Exit::kPartial);
    return absl::OkStatus();
  });
}

}  // namespace aerie::ctl
