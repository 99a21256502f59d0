// What is wrong now: from the state of the fleet and the last minutes of its history. The limits are also
// those of the Prometheus rules that the control plane writes.
#pragma once

#include <string>
#include <vector>

#include "core/monitoring/alerts.h"
#include "core/monitoring/history.h"

namespace aerie::monitoring {

namespace limits {
inline constexpr double kErrorShare = 0.01;
inline constexpr double kTimeoutShare = 0.5;  // of p99: above, there is no room for a retry
inline constexpr double kDefaultsShare = 0.2;
inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kRateWindowMs = 5 * kMinuteMs;
inline constexpr std::int64_t kHoldMs = 5 * kMinuteMs;          // latency, errors, readiness
inline constexpr std::int64_t kVersionHoldMs = 10 * kMinuteMs;  // versions side by side
inline constexpr std::int64_t kSilenceMs = 10 * kMinuteMs;
inline constexpr std::int64_t kSlowHoldMs = 15 * kMinuteMs;  // silence, defaults
inline constexpr std::int64_t kLogWindowMs = 15 * kMinuteMs;
}  // namespace limits

struct ReplicaView {
  std::string id;
  std::string version;
  bool serving = false;
  bool ready = false;
  bool down = false;     // crashed, or says that it cannot serve
  bool crashed = false;  // lately; its successor may be ready already
  std::string message;
};
struct EndpointView {
  std::string endpoint;
  double timeout_ms = 0;
  std::vector<ReplicaView> replicas;  // wanted ones
  std::string failure;                // why the last rollout failed; empty: it did not
};
struct ProxyView {
  std::string id;
  bool connected = true;
  bool has_config = true;
  std::string refused;  // why it refused the newest config
};
struct Fleet {
  std::vector<EndpointView> endpoints;
  std::vector<ProxyView> proxies;
  std::vector<std::string> use_cases;
  std::vector<std::string> silent_daemons;  // whose /metrics did not answer
};

// Conditions that the history could not answer are left out.
std::vector<Finding> findingsOf(const Fleet& fleet, const History& history, std::int64_t now_ms);

}  // namespace aerie::monitoring
