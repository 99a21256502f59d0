// Plays a scenario on a stack of real daemons: train, register, deploy, split, measure, promote, break,
// report.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/base/child_process.h"
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
  bool training = false;                                  // the training daemon runs, too
  std::function<void(const std::string& step)> progress;  // one line as each step begins
  bool reuse_bundles =
      false;  // do not train again when the state directory holds what the same inputs gave before
};

// Not thread-safe. The stack runs from prepare() until the destructor.
class ScenarioRun final {
 public:
  static absl::StatusOr<std::unique_ptr<ScenarioRun>> create(RunOptions options);

  // Everything up to live traffic being possible: models trained, registered, deployed, routed.
  absl::Status prepare();
  // The experiment, the promotion and the faults.
  absl::StatusOr<Report> play();
  Stack& stack() { return *stack_; }
  const Scenario& scenario() const { return options_.scenario; }
  const Flights& flights() const { return flights_; }
  const LateRates& storedRates() const { return *rates_; }
  // Flights of the traffic: [begin, end).
  std::pair<std::size_t, std::size_t> trafficRange() const { return {traffic_begin_, traffic_end_}; }
  static constexpr char kModel[] = "arrival_delay";  // and use case
  static constexpr char kDefaultEndpoint[] = "arrival_delay";
  static constexpr char kCandidateEndpoint[] = "arrival_delay_candidate";

 private:
  explicit ScenarioRun(RunOptions options, Flights flights);
  void say(const std::string& step) const;
  absl::Status train();
  absl::StatusOr<RunResult> trainVersion(int index) const;
  absl::StatusOr<std::string> trainingKey() const;
  bool trainedBefore(const std::string& key);
  absl::Status loadTruth();
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
