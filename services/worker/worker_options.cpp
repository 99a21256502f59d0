#include "services/worker/worker_options.h"

#include <algorithm>
#include <array>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::worker {

std::filesystem::path WorkerOptions::directory() const {
  return std::filesystem::absolute(work_dir) / replica;
}

void addWorkerSettings(services::Settings& settings, WorkerOptions& options) {
  services::addCommonSettings(settings, options.common);
  settings.text("endpoint", &options.endpoint, "Worker endpoint that this replica belongs to");
  settings.text("replica", &options.replica, "Id of this replica; empty = ENDPOINT-0");
  settings.text("bundle", &options.bundle, "Bundle file to serve");
  settings.text("registry", &options.registry,
                "Address of the registry to download the bundle from, instead of --bundle");
  settings.text("model", &options.model,
                "Model name in the registry; with --bundle, what the bundle must hold");
  settings.text("model-version", &options.version,
                "Model version; with --bundle, the version's name when the bundle has none");
  settings.text("trusted-keys", &options.trusted_keys,
                "File of Ed25519 public keys (hex, one a line) whose bundles are accepted");
  settings.text("work-dir", &options.work_dir,
                "Directory for the extracted bundle, sockets and the sidecar's log");
  settings.text("feature-store", &options.feature_store,
                "sqlite:PATH, redis://host:port[/db] or unix:///path?db=n");
  settings.integer("feature-cache-entries", &options.feature_cache_entries,
                   "Stored rows kept in memory; 0 = no cache", 0, 100'000'000);
  settings.integer("feature-cache-ttl-ms", &options.feature_cache_ttl_ms,
                   "How long a cached row may be used; 0 = no cache", 0, 86'400'000);
  settings.text("runtime", &options.runtime, "sidecar, embedded, oip_v2 or tensorflow_serving");
  settings.text("runtime-url", &options.runtime_url,
                "Address of the model server for oip_v2 and tensorflow_serving");
  settings.text("sidecar", &options.sidecar,
                "Program to start as sidecar; empty = aerie-sidecar beside this program");
  settings.text("sidecar-metrics-listen", &options.sidecar_metrics_listen,
                "Address of the sidecar's Prometheus /metrics; its log names the port that 0 became");
  settings.integer("threads", &options.threads,
                   "Threads that read the feature store; 0 = by the number of processors", 0, 1'024);
  settings.integer("max-rows", &options.max_rows, "Rows of one request beyond which it is refused", 1,
                   10'000'000);
  settings.integer("max-in-flight", &options.max_in_flight, "Requests answered at once; more are refused", 1,
                   1'000'000);
  settings.integer("request-timeout-ms", &options.request_timeout_ms,
                   "Longest that a request may take; later deadlines are cut", 1, 3'600'000);
  settings.integer("warm-up", &options.warm_up, "Predictions made before the worker says that it is ready", 0,
                   100'000);
  settings.integer("drain-timeout-ms", &options.drain_timeout_ms,
                   "How long a stop waits for requests under way", 0, 3'600'000);
  settings.integer("failed-linger-ms", &options.failed_linger_ms,
                   "How long a worker that could not load still tells why", 0, 3'600'000);
  settings.text("feature-log", &options.feature_log, "Directory of the feature log; empty = no log");
  settings.integer("feature-log-segment-mb", &options.feature_log_segment_mb,
                   "Size at which a segment is finished", 1, 65'536);
  settings.integer("feature-log-segment-seconds", &options.feature_log_segment_seconds,
                   "Age at which a segment is finished", 1, 864'000);
  settings.integer("feature-log-queue-mb", &options.feature_log_queue_mb,
                   "Memory for rows that wait to be written", 1, 65'536);
  settings.integer("feature-log-retention-mb", &options.feature_log_retention_mb,
                   "Finished segments kept, oldest removed first; 0 = all", 0, 100'000'000);
  settings.integer("feature-log-retry-seconds", &options.feature_log_retry_seconds,
                   "Rest after a failed write (disk full) before the next attempt", 1, 86'400);
  settings.integer("feature-log-flush-ms", &options.feature_log_flush_ms,
                   "Longest that a row stays in memory", 1, 3'600'000);
}

absl::Status checkOptions(WorkerOptions& options) {
  constexpr std::array<std::string_view, 4> kRuntimes = {"sidecar", "embedded", "oip_v2",
                                                         "tensorflow_serving"};
  AERIE_RETURN_IF_ERROR(validateName("--endpoint", options.endpoint));
  if (options.replica.empty()) options.replica = options.endpoint + "-0";
  AERIE_RETURN_IF_ERROR(validateName("--replica", options.replica));
  if (options.common.listen.empty())
    return invalidArgument("--listen is missing; give the address to serve on, e.g. 127.0.0.1:0");
  if (options.bundle.empty() == options.registry.empty()) {
    return invalidArgument(
        "give exactly one of --bundle FILE and --registry ADDRESS (with --model and --model-version)");
  }
  if (!options.registry.empty() && (options.model.empty() || options.version.empty())) {
    return invalidArgument("--registry needs --model and --model-version to know what to download");
  }
  if (options.trusted_keys.empty()) {
    return invalidArgument(
        "--trusted-keys is missing; give the file of public keys whose bundles may be loaded");
  }
  if (std::find(kRuntimes.begin(), kRuntimes.end(), options.runtime) == kRuntimes.end()) {
    return invalidArgument("--runtime '{}' is not known; choose {}", options.runtime,
                           fmt::join(kRuntimes, ", "));
  }
  if ((options.runtime == "oip_v2" || options.runtime == "tensorflow_serving") &&
      options.runtime_url.empty()) {
    return invalidArgument("--runtime {} needs --runtime-url, the model server's address", options.runtime);
  }
  if (options.threads == 0)
    options.threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 16);
  if (options.sidecar.empty()) options.sidecar = (executableDirectory() / "aerie-sidecar").string();
  return absl::OkStatus();
}

}  // namespace aerie::worker
