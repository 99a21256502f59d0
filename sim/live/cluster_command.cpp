#include "sim/live/cluster_command.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "sim/cluster/report.h"
#include "sim/cluster/scenario_file.h"
#include "sim/cluster/simulation.h"

namespace aerie::sim {
namespace {

constexpr const char* kFolder = "sim/cluster/scenarios/";
constexpr const char* kStandard[] = {"shared_queue", "right_sized"};

// On a terminal a bar, elsewhere a line now and then; nothing for what is quick.
class ProgressLine final {
 public:
  ~ProgressLine() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }
  bool operator()(std::size_t done, std::size_t total) {
    const auto now = std::chrono::steady_clock::now();
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    if (now < next_ || done == total) return true;
    next_ = now + (terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000));
    if (terminal) {
      const std::size_t filled = done * 30 / total;
      std::fprintf(stderr, "\r\x1b[K%s%s %zu of %zu runs", std::string(filled, '#').c_str(),
                   std::string(30 - filled, '.').c_str(), done, total);
      shown_ = true;
    } else {
      std::fprintf(stderr, "==> %zu of %zu runs\n", done, total);
    }
    std::fflush(stderr);
    return true;
  }

 private:
  std::chrono::steady_clock::time_point next_ = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  bool shown_ = false;
};

// Nothing here needs an orderly end: Ctrl+C and SIGTERM end the program as usual.
void unblockStopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace

ClusterCommand::ClusterCommand(CLI::App& app, OwnFile own_file) : own_file_(own_file) {
  command_ =
      app.add_subcommand("cluster", "Simulate a training cluster: compare scenarios, or vary one (what-if)");
  command_->add_option(
      "scenario", files_,
      "Scenario files (YAML) or names of ours: shared_queue, right_sized, idle_day, hard_day; left "
      "out: the first two");
  const auto list = [&](const char* name, auto& values, const char* help) {
    command_->add_option(name, values, help)->delimiter(',')->allow_extra_args(false)->group("What-if");
  };
  list("--hosts", what_if_.hosts, "Numbers of hosts, such as 5,10,20");
  list("--cpus-per-task", what_if_.cpus_per_task, "CPUs asked for by each task, such as 1,2,4");
  list("--order", orders_, "as_listed, longest_first, shortest_first, random");
  list("--price", what_if_.prices, "Prices of a host hour, such as 0.4,0.8");
  command_->add_option("--seed", seed_, "Replaces the scenario's seed");
  command_->add_option("--runs", runs_, "Replaces the number of runs whose mean is told")
      ->check(CLI::Range(1, 10'000));
  command_->add_option("--output", output_, "text, json or csv")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
  command_->add_option("--series", series_,
                       "Write utilisation over time there (CSV; one scenario, its first run)");
  command_->add_option("--timeline", timeline_,
                       "Write every attempt there (CSV; one scenario, its first run)");
}

bool ClusterCommand::chosen() const { return command_->parsed(); }

int ClusterCommand::run() {
  unblockStopSignals();
  const absl::Status played = play();
  if (played.ok()) return 0;
  std::fprintf(stderr, "aerie-sim: %s\n", toText(played).c_str());
  return 2;
}

bool ClusterCommand::varies() const {
  return !what_if_.hosts.empty() || !what_if_.cpus_per_task.empty() || !what_if_.orders.empty() ||
         !what_if_.prices.empty();
}

absl::Status ClusterCommand::play() {
  for (const std::string& text : orders_) {
    const auto order = cluster::parseOrder(text);
    if (!order.ok()) return withContext(order.status(), "--order");
    what_if_.orders.push_back(*order);
  }
  if (files_.empty()) {
    if (varies() || !series_.empty() || !timeline_.empty()) {
      files_ = {kStandard[1]};
    } else {
      files_.assign(std::begin(kStandard), std::end(kStandard));
    }
  }
  if (varies() && files_.size() > 1)
    return invalidArgument("a what-if varies one scenario, and {} are given; name one", files_.size());
  std::vector<cluster::ClusterScenario> scenarios;
  for (const std::string& file : files_) {
    AERIE_ASSIGN_OR_RETURN(cluster::ClusterScenario scenario, load(file));
    scenarios.push_back(std::move(scenario));
  }
  AERIE_RETURN_IF_ERROR(writeRecords(scenarios));
  AERIE_ASSIGN_OR_RETURN(const std::string text, varies() ? grid(scenarios[0]) : compare(scenarios));
  std::fputs(text.c_str(), stdout);
  return absl::OkStatus();
}

absl::StatusOr<cluster::ClusterScenario> ClusterCommand::load(const std::string& file) const {
  std::string path = file;
  const bool is_name =
      file.find('/') == std::string::npos && !file.ends_with(".yaml") && !file.ends_with(".yml");
  if (is_name && !std::filesystem::exists(file)) {
    path = own_file_((kFolder + file + ".yaml").c_str());
    if (!std::filesystem::exists(path)) {
      return notFound(
          "scenario '{}' is neither a file nor one of ours; give a path, or shared_queue, right_sized, "
          "idle_day or hard_day",
          file);
    }
  }
  AERIE_ASSIGN_OR_RETURN(const std::string yaml, readFile(path));
  AERIE_ASSIGN_OR_RETURN(cluster::ClusterScenario scenario, cluster::parseClusterScenario(yaml, path));
  if (seed_) scenario.seed = *seed_;
  if (runs_) scenario.runs = *runs_;
  return scenario;
}

absl::StatusOr<std::string> ClusterCommand::grid(const cluster::ClusterScenario& scenario) const {
  ProgressLine line;
  AERIE_ASSIGN_OR_RETURN(const std::vector<cluster::RunSummary> rows,
                         cluster::explore(scenario, what_if_, std::ref(line)));
  if (output_ == "json") return cluster::toJson(rows);
  if (output_ == "csv") return cluster::toCsv(rows);
  return scenario.name + "\n" + cluster::gridText(rows);
}

absl::StatusOr<std::string> ClusterCommand::compare(
    const std::vector<cluster::ClusterScenario>& scenarios) const {
  ProgressLine line;
  std::vector<cluster::RunSummary> rows;
  for (const cluster::ClusterScenario& scenario : scenarios) {
    AERIE_ASSIGN_OR_RETURN(cluster::RunSummary row, cluster::summarize(scenario, std::ref(line)));
    rows.push_back(std::move(row));
  }
  if (output_ == "json") return cluster::toJson(rows);
  if (output_ == "csv") return cluster::toCsv(rows);
  if (rows.size() == 1) return cluster::detailText(rows[0]);
  std::string text = cluster::comparisonText(rows);
  if (rows.size() == 2) text += cluster::beforeAfterText(rows[0], rows[1]);
  return text;
}

absl::Status ClusterCommand::writeRecords(const std::vector<cluster::ClusterScenario>& scenarios) const {
  if (series_.empty() && timeline_.empty()) return absl::OkStatus();
  if (scenarios.size() > 1 || varies())
    return invalidArgument("--series and --timeline record one scenario without what-if; name one");
  const cluster::Recording recording{.timeline_bars = timeline_.empty() ? 0U : 50'000'000U};
  AERIE_ASSIGN_OR_RETURN(const cluster::ClusterResult result,
                         cluster::simulate(scenarios[0], nullptr, recording));
  if (!series_.empty()) AERIE_RETURN_IF_ERROR(writeFileAtomic(series_, cluster::seriesCsv(result)));
  if (!timeline_.empty()) AERIE_RETURN_IF_ERROR(writeFileAtomic(timeline_, cluster::timelineCsv(result)));
  return absl::OkStatus();
}

}  // namespace aerie::sim
