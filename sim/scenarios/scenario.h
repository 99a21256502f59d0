// A scenario: what is trained, how traffic flows, which faults strike and what must hold. Files are
// sim/scenarios/*.yaml.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::sim {

struct Scenario {
  std::string name;
  std::uint64_t seed = 1;
  std::string train_from, train_to, test_to;
  int trees = 60;
  int depth = 6;
  double requests_per_second = 100;
  std::size_t min_items = 20;
  std::size_t max_items = 100;
  int deadline_ms = 2'000;
  std::string traffic_start;
  std::string experiment;
  std::string splitting_key;
  double treatment_weight = 0.5;
  std::uint64_t experiment_requests = 1'500;
  int label_delay_minutes = 240;  // simulated time from departure until the truth is known
  int replicas = 2;
  std::vector<std::string> faults;
  double fault_seconds = 6;
  std::uint64_t max_failed_requests = 0;
  std::uint64_t max_failed_items = 0;
  double min_auc_gain = 0;
};

inline constexpr std::string_view kFaultNames[] = {"kill_worker", "pause_sidecar", "stop_control_plane",
                                                   "restart_proxy_without_control_plane",
                                                   "malformed_requests"};

// Strict; InvalidArgument names the source, the field and the remedy.
absl::StatusOr<Scenario> parseScenario(std::string_view yaml, const std::string& source);

}  // namespace aerie::sim
