// Plays a scenario on a stack of real daemons: train, register, deploy, split, measure, promote, break,
// report.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "sim/scenarios/fault_steps.h"
#include "sim/scenarios/report.h"
#include "sim/scenarios/scenario.h"
#include "sim/scenarios/stack.h"

namespace aerie::sim {

struct RunOptions {
  Scenario scenario;
  std::filesystem::path flights;  // the data
  std::filesystem::path bin_directory;
  std::filesystem::path state_directory;
  std::string feature_store;  // url; empty = SQLite in the state directory
  std::string control_listen = "127.0.0.1:0";
  std::string proxy_listen = "127.0.0.1:0";
  std::function<void(const std::string& step)> progress;  // one line as each step begins
};

// Not thread-safe. The stack runs from prepare() until the destructor.
class ScenarioRun final {
 public:
  static absl::StatusOr<std::unique_ptr<ScenarioRun>> create(RunOptions options);

  // Everything up to live traffic being possible: models trained, registered, deployed, routed.
  absl::Status prepare();
  // The experiment, the promotion and the faults.
  absl::StatusOr<Report> play();
  // Endless traffic, for the desktop to look at; never returns. prepare() comes first.
  [[noreturn]] void idle();
  Stack& stack() { return *stack_; }

 private:
  explicit ScenarioRun(RunOptions options, Flights flights);
  void say(const std::string& step) const;
  absl::Status train();
  absl::Status loadFeatures();
  absl::Status registerModels();
  absl::Status deploy();
  absl::Status route();
  absl::Status waitForAnswers();
  absl::Status promote(const std::string& version, Report* report);
  std::unique_ptr<ArmTally> makeTally() const;
  std::unique_ptr<LoadGenerator> makeTraffic(ArmTally& tally, std::uint64_t requests,
                                             std::uint64_t salt) const;
  FlightSource source(std::uint64_t salt) const;
  void judge(Report* report) const;

  const RunOptions options_;
  const Flights flights_;
  std::size_t train_begin_ = 0, train_end_ = 0, traffic_begin_ = 0, traffic_end_ = 0;
  std::unique_ptr<LateRates> rates_;
  std::unique_ptr<Stack> stack_;
  std::map<std::string, DirectPredictor> truth_;
  std::map<std::string, double> held_out_auc_;
  double deploy_seconds_ = 0;
};

}  // namespace aerie::sim
