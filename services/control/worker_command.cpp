#include "services/control/worker_command.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"

namespace aerie::control {
namespace {

constexpr char kWorkerMetrics[] = "metrics-listen";
constexpr char kSidecarMetrics[] = "sidecar-metrics-listen";

bool isRemote(const std::string& runtime) { return runtime == "oip_v2" || runtime == "tensorflow_serving"; }

// The worker puts what it extracts into a folder of its replica's name.
std::filesystem::path workDirectory(const ControlOptions& options, const std::string& replica_id) {
  return std::filesystem::path(options.state_dir) / "work" / replica_id;
}

std::filesystem::path settingsFile(const ControlOptions& options, const std::string& replica_id) {
  return std::filesystem::path(options.state_dir) / "replicas" / (replica_id + ".yaml");
}

// Loopback ports that are free now, each another. Prometheus has to know them before the worker runs; should
// somebody take one in between, the worker ends and its next start gets others.
absl::StatusOr<std::vector<int>> freePorts(std::size_t count) {
  std::vector<int> sockets;
  std::vector<int> ports;
  while (sockets.size() < count) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) break;
    sockets.push_back(fd);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), length) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0)
      break;
    ports.push_back(ntohs(address.sin_port));
  }
  for (const int fd : sockets) ::close(fd);  // only now: the system would give the same one again
  if (ports.size() < count) return resourceExhausted("no free port for a worker's metrics");
  return ports;
}

}  // namespace

absl::StatusOr<std::vector<std::string>> workerCommand(const ControlOptions& options,
                                                       const deploy::ReplicaSpec& spec) {
  const std::filesystem::path state(options.state_dir);
  const deploy::DeploymentSpec& deployment = spec.deployment;
  AERIE_RETURN_IF_ERROR(checkRuntime(options, deployment.endpoint, deployment.runtime));
  AERIE_ASSIGN_OR_RETURN(const std::vector<int> ports, freePorts(2));
  std::vector<std::pair<std::string, std::string>> values = {
      {"listen", spec.url},
      {"endpoint", deployment.endpoint},
      {"replica", spec.replica_id},
      {"bundle", spec.bundle.string()},
      {"model", spec.model},
      {"model-version", spec.version},
      {"trusted-keys", options.trusted_keys},
      {"work-dir", workDirectory(options, spec.replica_id).string()},
      {"runtime", deployment.runtime},
      {"feature-log", (state / "feature_log" / deployment.endpoint).string()},
      {kWorkerMetrics, fmt::format("127.0.0.1:{}", ports[0])},
      {"log-format", "json"},
      {"log-level", options.common.log_level},
  };
  if (!options.feature_store.empty()) values.emplace_back("feature-store", options.feature_store);
  if (options.feature_cache_entries > 0) {
    values.emplace_back("feature-cache-entries", fmt::format("{}", options.feature_cache_entries));
    values.emplace_back("feature-cache-ttl-ms", fmt::format("{}", options.feature_cache_ttl_ms));
  }
  if (isRemote(deployment.runtime)) values.emplace_back("runtime-url", options.runtime_url);
  if (deployment.runtime == "sidecar")
    values.emplace_back(kSidecarMetrics, fmt::format("127.0.0.1:{}", ports[1]));
  std::string yaml = "# Settings of one worker replica, written by aerie-control at each launch.\n";
  // A JSON string is a YAML string, whatever is in it.
  for (const auto& [key, value] : values) yaml += fmt::format("{}: {}\n", key, nlohmann::json(value).dump());
  const std::filesystem::path file = settingsFile(options, spec.replica_id);
  AERIE_RETURN_IF_ERROR(makeDirectories(file.parent_path(), 0700));
  AERIE_RETURN_IF_ERROR(writeFileAtomic(file, yaml, 0600));
  return std::vector<std::string>{options.worker_program, "--config", file.string()};
}

absl::Status checkRuntime(const ControlOptions& options, const std::string& endpoint,
                          const std::string& runtime) {
  if (!isRemote(runtime) || !options.runtime_url.empty()) return absl::OkStatus();
  return failedPrecondition("deployment {} has runtime {}, which needs aerie-control --runtime-url", endpoint,
                            runtime);
}

std::filesystem::path sidecarLog(const ControlOptions& options, const std::string& replica_id) {
  return workDirectory(options, replica_id) / replica_id / "sidecar.log";
}

MetricsAddresses metricsAddresses(const ControlOptions& options, const std::string& replica_id) {
  const auto text = readFile(settingsFile(options, replica_id));
  if (!text.ok()) return {};
  auto root = YamlNode::parse(*text, replica_id);
  if (!root.ok()) return {};
  return {root->optionalString(kWorkerMetrics), root->optionalString(kSidecarMetrics)};
}

}  // namespace aerie::control
