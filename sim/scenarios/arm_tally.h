// Counts what traffic got: failures, latencies, items and quality per arm, and whether each answer is the
// right one.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sim/scenarios/direct_predictor.h"
#include "sim/traffic/load_generator.h"
#include "sim/world/delayed_labels.h"

namespace aerie::sim {

struct TallyOptions {
  std::string experiment;  // whose arms are counted; other items count as arm "default"
  std::string output = "probability";
  int label_delay_minutes = 240;
  double tolerance = 1e-5;  // between an answer and the direct prediction
};

struct ArmResult {
  std::string name;
  std::uint64_t items = 0;  // assigned
  Quality quality;          // over the items that were answered and whose labels have come
};

struct TallyResult {
  std::uint64_t requests = 0;
  std::uint64_t items = 0;
  std::uint64_t failed_requests = 0;
  std::uint64_t failed_items = 0;   // of requests that succeeded
  std::uint64_t wrong_answers = 0;  // items whose answer is not what their version predicts for their flight
  std::uint64_t checked_answers = 0;
  double p50_ms = 0;
  double p99_ms = 0;
  std::vector<ArmResult> arms;  // by name
  std::map<std::string, std::uint64_t> items_by_version;
  std::string first_failure;  // text of the first failed request or item
  std::string first_wrong;    // what the first wrong answer was, and what each version would answer
};

// Thread-safe.
class ArmTally final {
 public:
  // `truth`: what each model version answers, by version; flights and truth must outlive the tally.
  ArmTally(const Flights& flights, const std::map<std::string, DirectPredictor>& truth, TallyOptions options);
  void add(const Outcome& outcome);
  // All labels have come by then.
  TallyResult result();

 private:
  struct Arm {
    std::uint64_t items = 0;
    std::vector<float> probabilities;
    std::vector<std::uint8_t> labels;
  };
  void addItems(const Outcome& outcome);
  std::string describeWrong(const Outcome& outcome, int item, float value) const;
  std::uint32_t armIndex(const std::string& name);
  void join(std::int64_t minute);

  const Flights& flights_;
  const std::map<std::string, DirectPredictor>& truth_;
  const TallyOptions options_;
  std::mutex mutex_;
  TallyResult result_;
  std::vector<float> latencies_ms_;
  std::vector<std::string> arm_names_;
  std::vector<Arm> arms_;
  DelayedLabels labels_;
  std::int64_t now_minute_ = 0;
};

}  // namespace aerie::sim
