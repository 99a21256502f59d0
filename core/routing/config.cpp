#include "core/routing/config.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::routing {
namespace {

constexpr std::size_t kMaxExperiments = 64;
constexpr std::size_t kMaxShadows = 16;
constexpr std::size_t kMaxUrls = 1024;
constexpr std::size_t kMaxKeyBytes = 256;

std::string subjectOf(const std::string& source, std::string_view kind, const std::string& name) {
  return source.empty() ? fmt::format("{} '{}'", kind, name) : fmt::format("{}: {} '{}'", source, kind, name);
}

absl::Status validateEndpointField(const std::string& field, const std::string& endpoint) {
  return withContext(validateName("worker endpoint", endpoint), field);
}

absl::Status validateRoute(const std::string& field, const ExperimentRoute& route) {
  AERIE_RETURN_IF_ERROR(withContext(validateName("experiment", route.name), field + ".name"));
  const std::string& key = route.experiment_traffic_splitting_key;
  if (key.empty()) {
    return invalidArgument(
        "{}.experiment_traffic_splitting_key: is empty: name the column whose value splits the traffic",
        field);
  }
  if (key.size() > kMaxKeyBytes) {
    return invalidArgument("{}.experiment_traffic_splitting_key: is {} bytes long: use at most {}", field,
                           key.size(), kMaxKeyBytes);
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < route.arms.size(); ++i) {
    const std::string arm_field = fmt::format("{}.arms[{}]", field, i);
    const ArmRoute& arm = route.arms[i];
    AERIE_RETURN_IF_ERROR(withContext(validateName("arm", arm.arm), arm_field + ".arm"));
    AERIE_RETURN_IF_ERROR(validateEndpointField(arm_field + ".worker_endpoint", arm.worker_endpoint));
    if (!seen.insert(arm.arm).second) {
      return invalidArgument("{}.arm: '{}' is routed twice: keep one entry for each arm", arm_field, arm.arm);
    }
  }
  if (route.arms.empty()) {
    return invalidArgument("{}.arms: is empty: give each arm of the experiment its worker_endpoint", field);
  }
  return absl::OkStatus();
}

absl::Status validateUrl(const std::string& field, std::string_view url) {
  constexpr std::string_view kRemedy = "write \"unix:/path/to.sock\" or \"host:port\"";
  if (url.size() > 512 ||
      std::any_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; })) {
    return invalidArgument("{}: is too long or has a space or control character: {}", field, kRemedy);
  }
  if (url.starts_with("unix:")) {
    if (url.size() > 5) return absl::OkStatus();
    return invalidArgument("{}: '{}' has no path: {}", field, url, kRemedy);
  }
  const std::size_t colon = url.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || url.find('/') != std::string_view::npos) {
    return invalidArgument("{}: '{}' is not an address: {}", field, url, kRemedy);
  }
  unsigned port = 0;
  const char* const end = url.data() + url.size();
  const auto [stop, error] = std::from_chars(url.data() + colon + 1, end, port);
  if (error != std::errc() || stop != end || port == 0 || port > 65'535) {
    return invalidArgument("{}: '{}' has no port of 1..65535: {}", field, url, kRemedy);
  }
  return absl::OkStatus();
}

absl::Status validateBetween(const std::string& field, std::uint32_t value, std::uint32_t low,
                             std::uint32_t high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return invalidArgument("{}: {} is not in {}..{}: give a number in that range", field, value, low, high);
}

}  // namespace

std::string_view name(OnWorkerFailure policy) {
  return policy == OnWorkerFailure::kFailRows ? "fail_rows" : "default_endpoint";
}

absl::StatusOr<OnWorkerFailure> parseOnWorkerFailure(std::string_view text) {
  if (text.empty() || text == "default_endpoint") return OnWorkerFailure::kDefaultEndpoint;
  if (text == "fail_rows") return OnWorkerFailure::kFailRows;
  return invalidArgument("'{}' is not a policy: write default_endpoint or fail_rows", text);
}

bool operator==(const RoutingConfig& a, const RoutingConfig& b) {
  const auto fields = [](const RoutingConfig& c) {
    return std::tie(c.model_use_case, c.default_worker_endpoint, c.experiments, c.shadows,
                    c.on_worker_failure);
  };
  return fields(a) == fields(b);
}

bool operator==(const WorkerConfig& a, const WorkerConfig& b) {
  const auto fields = [](const WorkerConfig& c) {
    return std::tie(c.worker_endpoint, c.environment, c.urls, c.batch_size, c.timeout_ms, c.hedge_after_ms,
                    c.max_in_flight);
  };
  return fields(a) == fields(b);
}

absl::Status validate(const RoutingConfig& config) {
  const std::string subject = subjectOf(config.source, "use case", config.model_use_case);
  AERIE_RETURN_IF_ERROR(
      withContext(validateName("use case", config.model_use_case), subject + ": model_use_case"));
  if (config.default_worker_endpoint.empty()) {
    return invalidArgument(
        "{}: default_worker_endpoint: is missing: name the endpoint that serves items outside of "
        "experiments",
        subject);
  }
  AERIE_RETURN_IF_ERROR(
      validateEndpointField(subject + ": default_worker_endpoint", config.default_worker_endpoint));
  if (config.experiments.size() > kMaxExperiments) {
    return invalidArgument("{}: experiments: has {}: use at most {}", subject, config.experiments.size(),
                           kMaxExperiments);
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < config.experiments.size(); ++i) {
    const std::string field = fmt::format("{}: experiments[{}]", subject, i);
    AERIE_RETURN_IF_ERROR(validateRoute(field, config.experiments[i]));
    if (!seen.insert(config.experiments[i].name).second) {
      return invalidArgument("{}.name: experiment '{}' is routed twice: keep one entry", field,
                             config.experiments[i].name);
    }
  }
  if (config.shadows.size() > kMaxShadows) {
    return invalidArgument("{}: shadows: has {}: use at most {}", subject, config.shadows.size(),
                           kMaxShadows);
  }
  std::set<std::string_view> shadows;
  for (std::size_t i = 0; i < config.shadows.size(); ++i) {
    const std::string field = fmt::format("{}: shadows[{}]", subject, i);
    const ShadowRoute& shadow = config.shadows[i];
    AERIE_RETURN_IF_ERROR(validateEndpointField(field + ".worker_endpoint", shadow.worker_endpoint));
    if (!(shadow.sample >= 0 && shadow.sample <= 1)) {
      return invalidArgument("{}.sample: {} is not in 0..1: give the share of items that is copied", field,
                             shadow.sample);
    }
    if (!shadows.insert(shadow.worker_endpoint).second) {
      return invalidArgument("{}.worker_endpoint: '{}' shadows twice: keep one entry with the wanted sample",
                             field, shadow.worker_endpoint);
    }
  }
  return absl::OkStatus();
}

absl::Status validate(const WorkerConfig& config) {
  const std::string subject = subjectOf(config.source, "worker endpoint", config.worker_endpoint);
  AERIE_RETURN_IF_ERROR(validateEndpointField(subject + ": worker_endpoint", config.worker_endpoint));
  if (!config.environment.empty()) {
    AERIE_RETURN_IF_ERROR(
        withContext(validateName("environment", config.environment), subject + ": environment"));
  }
  if (config.urls.size() > kMaxUrls) {
    return invalidArgument("{}: urls: has {}: use at most {}", subject, config.urls.size(), kMaxUrls);
  }
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < config.urls.size(); ++i) {
    const std::string field = fmt::format("{}: urls[{}]", subject, i);
    AERIE_RETURN_IF_ERROR(validateUrl(field, config.urls[i]));
    if (!seen.insert(config.urls[i]).second) {
      return invalidArgument("{}: '{}' is listed twice: list each replica once", field, config.urls[i]);
    }
  }
  AERIE_RETURN_IF_ERROR(validateBetween(subject + ": batch_size", config.batch_size, 1, kMaxBatchSize));
  AERIE_RETURN_IF_ERROR(validateBetween(subject + ": timeout_ms", config.timeout_ms, 1, kMaxTimeoutMs));
  AERIE_RETURN_IF_ERROR(validateBetween(subject + ": max_in_flight", config.max_in_flight, 1, kMaxInFlight));
  if (config.hedge_after_ms >= config.timeout_ms) {
    return invalidArgument(
        "{}: hedge_after_ms: {} is not below timeout_ms ({}), so no hedge would ever start: lower it, or "
        "write 0 for none",
        subject, config.hedge_after_ms, config.timeout_ms);
  }
  return absl::OkStatus();
}

}  // namespace aerie::routing
