// What a scenario run found, as JSON for programs and as text for people.
#pragma once

#include <string>
#include <vector>

#include "sim/scenarios/arm_tally.h"

namespace aerie::sim {

struct PromotionResult {
  std::string version;
  double seconds = 0;  // from the call to the moment at which the new version serves alone
  std::uint64_t requests = 0;
  std::uint64_t failed_requests = 0;
  std::uint64_t failed_items = 0;
  std::uint64_t wrong_answers = 0;
  double version_skew_seconds = 0;  // as the control plane measured it
};

struct FaultResult {
  std::string name;
  bool survived = false;
  std::string seen;
  std::uint64_t requests = 0;
  std::uint64_t items = 0;
  std::uint64_t failed_requests = 0;
  std::uint64_t failed_items = 0;
};

struct Held {
  std::string name;
  bool held = false;
  std::string seen;
};

struct Report {
  std::string scenario;
  std::uint64_t seed = 0;
  TallyResult traffic;               // of the experiment phase: its counts repeat for a seed
  std::uint64_t total_requests = 0;  // of all phases
  std::uint64_t total_items = 0;
  std::uint64_t total_failed_requests = 0;
  std::uint64_t total_failed_items = 0;
  double sample_ratio_p_value = 1;
  double train_auc_v1 = 0, train_auc_v2 = 0;  // on held-out months, from training
  double deploy_seconds = 0;                  // first deploy to first answer
  PromotionResult promotion;
  std::vector<FaultResult> faults;
  std::vector<Held> held;
  double seconds = 0;
  bool passed() const;
};

std::string toJson(const Report& report);
std::string toReportText(const Report& report);

// Pearson's chi-square test of counts against expected shares; 1 with fewer than two arms that expect items.
double sampleRatioPValue(const std::vector<std::uint64_t>& observed, const std::vector<double>& weights);

}  // namespace aerie::sim
