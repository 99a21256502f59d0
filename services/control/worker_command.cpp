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

std::filesystem::path settingsFile(const ControlOptions& options, const std::string& replica_id) {
  return std::filesystem::path(options.state_dir) / "replicas" / (replica_id + ".yaml");
}

// A loopback port that is free now. Prometheus has to know it before the worker runs; should somebody take it
// in between, the worker ends and its next start gets another one.
absl::StatusOr<int> freePort() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return resourceExhausted("no socket for a worker's metrics port");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), length) == 0 &&
                     ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) == 0;
  ::close(fd);
  if (!bound) return resourceExhausted("no free port for a worker's metrics");
  return ntohs(address.sin_port);
}

}  // namespace

absl::StatusOr<std::vector<std::string>> workerCommand(const ControlOptions& options,
                                                       const deploy::ReplicaSpec& spec) {
  AERIE_ASSIGN_OR_RETURN(const int metrics_port, freePort());
  const std::filesystem::path state(options.state_dir);
  const deploy::DeploymentSpec& deployment = spec.deployment;
  std::vector<std::pair<std::string, std::string>> values = {
      {"listen", spec.url},
      {"endpoint", deployment.endpoint},
      {"replica", spec.replica_id},
      {"bundle", spec.bundle.string()},
      {"model", spec.model},
      {"model-version", spec.version},
      {"trusted-keys", options.trusted_keys},
      {"work-dir", (state / "work" / spec.replica_id).string()},
      {"runtime", deployment.runtime},
      {"feature-log", (state / "feature_log" / deployment.endpoint).string()},
      {"metrics-listen", fmt::format("127.0.0.1:{}", metrics_port)},
      {"log-format", "json"},
      {"log-level", options.common.log_level},
  };
  if (!options.feature_store.empty()) values.emplace_back("feature-store", options.feature_store);
  if (options.feature_cache_entries > 0) {
    values.emplace_back("feature-cache-entries", fmt::format("{}", options.feature_cache_entries));
    values.emplace_back("feature-cache-ttl-ms", fmt::format("{}", options.feature_cache_ttl_ms));
  }
  const bool remote = deployment.runtime == "oip_v2" || deployment.runtime == "tensorflow_serving";
  if (remote && options.runtime_url.empty()) {
    return failedPrecondition("deployment {} has runtime {}, which needs aerie-control --runtime-url",
                              deployment.endpoint, deployment.runtime);
  }
  if (remote) values.emplace_back("runtime-url", options.runtime_url);
  std::string yaml = "# Settings of one worker replica, written by aerie-control at each launch.\n";
  // A JSON string is a YAML string, whatever is in it.
  for (const auto& [key, value] : values) yaml += fmt::format("{}: {}\n", key, nlohmann::json(value).dump());
  const std::filesystem::path file = settingsFile(options, spec.replica_id);
  AERIE_RETURN_IF_ERROR(makeDirectories(file.parent_path(), 0700));
  AERIE_RETURN_IF_ERROR(writeFileAtomic(file, yaml, 0600));
  return std::vector<std::string>{options.worker_program, "--config", file.string()};
}

std::string workerMetricsAddress(const ControlOptions& options, const std::string& replica_id) {
  const auto text = readFile(settingsFile(options, replica_id));
  if (!text.ok()) return "";
  auto root = YamlNode::parse(*text, replica_id);
  return root.ok() ? root->optionalString("metrics-listen") : "";
}

}  // namespace aerie::control
