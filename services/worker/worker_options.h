// Everything that a worker can be told.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <filesystem>
#include <string>

#include "services/common/program.h"
#include "services/common/settings.h"

namespace aerie::worker {

struct WorkerOptions {
  services::CommonOptions common;
  std::string endpoint;
  std::string replica;
  // The model: a bundle file, or a version in a registry.
  std::string bundle;
  std::string registry;
  std::string model;
  std::string version;
  std::string trusted_keys;
  std::string work_dir = "worker";
  std::string feature_store;
  std::int64_t feature_cache_entries = 0;
  std::int64_t feature_cache_ttl_ms = 60'000;
  std::string runtime = "sidecar";
  std::string runtime_url;
  std::string sidecar;  // empty = aerie-sidecar beside this program
  std::string sidecar_metrics_listen = "127.0.0.1:0";
  std::int64_t threads = 0;
  std::int64_t max_rows = 100'000;
  std::int64_t max_in_flight = 256;
  std::int64_t request_timeout_ms = 30'000;
  std::int64_t warm_up = 20;
  std::int64_t drain_timeout_ms = 10'000;
  std::int64_t failed_linger_ms = 3'000;
  std::string feature_log;
  std::int64_t feature_log_segment_mb = 64;
  std::int64_t feature_log_segment_seconds = 600;
  std::int64_t feature_log_queue_mb = 64;
  std::int64_t feature_log_retention_mb = 1'024;
  std::int64_t feature_log_retry_seconds = 10;
  std::int64_t feature_log_flush_ms = 5'000;

  // Where this replica keeps its extracted bundle, sockets and sidecar log.
  std::filesystem::path directory() const;
};

void addWorkerSettings(services::Settings& settings, WorkerOptions& options);
// InvalidArgument names the setting and the remedy. Fills in what has a default that depends on others.
absl::Status checkOptions(WorkerOptions& options);

}  // namespace aerie::worker
