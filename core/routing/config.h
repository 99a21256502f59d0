// Routing and worker configs as written by people, and their strict YAML form. Domain types; no wire types
// here.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/assignment/experiment.h"

namespace aerie::routing {

struct ArmRoute {
  std::string arm;
  std::string worker_endpoint;
  bool operator==(const ArmRoute&) const = default;
};

struct ExperimentRoute {
  std::string name;
  std::string experiment_traffic_splitting_key;  // column whose value is hashed
  std::vector<ArmRoute> arms;                    // exactly the engine's arms, in any order
  bool operator==(const ExperimentRoute&) const = default;
};

struct ShadowRoute {
  std::string worker_endpoint;
  double sample = 0;  // share of the items, 0..1
  bool operator==(const ShadowRoute&) const = default;
};

enum class OnWorkerFailure : std::uint8_t { kDefaultEndpoint, kFailRows };
std::string_view name(OnWorkerFailure policy);  // "default_endpoint", "fail_rows"
// "" = default_endpoint. InvalidArgument names the two choices.
absl::StatusOr<OnWorkerFailure> parseOnWorkerFailure(std::string_view text);

// One per use case, the same in every environment.
struct RoutingConfig {
  std::string model_use_case;
  std::string default_worker_endpoint;
  std::vector<ExperimentRoute> experiments;  // an item goes to the first one that covers it
  std::vector<ShadowRoute> shadows;
  OnWorkerFailure on_worker_failure = OnWorkerFailure::kDefaultEndpoint;
  std::string source;  // file for messages, may be empty; not compared
  friend bool operator==(const RoutingConfig& a, const RoutingConfig& b);
};

// One per endpoint and environment.
struct WorkerConfig {
  std::string worker_endpoint;
  std::string environment;
  std::vector<std::string> urls;   // "unix:path" or "host:port"; may be empty while nothing runs
  std::uint32_t batch_size = 128;  // rows per worker request
  std::uint32_t timeout_ms = 1000;
  std::uint32_t hedge_after_ms = 0;  // 0 = no hedge
  std::uint32_t max_in_flight = 64;  // requests at once to this endpoint
  std::string source;                // as above
  friend bool operator==(const WorkerConfig& a, const WorkerConfig& b);
};

inline constexpr std::uint32_t kMaxBatchSize = 100'000;
inline constexpr std::uint32_t kMaxTimeoutMs = 600'000;
inline constexpr std::uint32_t kMaxInFlight = 100'000;

// What one document can tell about itself, without knowing endpoints or experiments. InvalidArgument names
// the source (or use case / endpoint), the field and the remedy.
absl::Status validate(const RoutingConfig& config);
absl::Status validate(const WorkerConfig& config);

// One document each; `source` is the file name for messages. The result is validated.
absl::StatusOr<RoutingConfig> parseRoutingConfig(std::string_view yaml, std::string source);
absl::StatusOr<WorkerConfig> parseWorkerConfig(std::string_view yaml, std::string source);
absl::StatusOr<assignment::Experiment> parseExperiment(std::string_view yaml, std::string source);

// Any number of the three kinds, separated by "---"; each is recognised by its first field (model_use_case,
// worker_endpoint, name).
struct ConfigDocuments {
  std::vector<RoutingConfig> routings;
  std::vector<WorkerConfig> workers;
  std::vector<assignment::Experiment> experiments;
};
absl::StatusOr<ConfigDocuments> parseConfigDocuments(std::string_view yaml, std::string source);

// YAML that the parsers read back to an equal value.
std::string toYaml(const RoutingConfig& config);
std::string toYaml(const WorkerConfig& config);
std::string toYaml(const assignment::Experiment& experiment);

}  // namespace aerie::routing
