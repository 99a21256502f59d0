// What a worker counts and times: Prometheus metrics and the numbers of GetWorkerStatus.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/telemetry/feature_log.h"
#include "core/telemetry/latency_window.h"
#include "core/telemetry/metrics.h"

#include "absl/status/status.h"

namespace aerie::worker {

enum class Stage : std::uint8_t { kDecode, kFeatures, kPreprocess, kModel, kEncode, kTotal };
inline constexpr std::size_t kStages = 6;
std::string_view name(Stage stage);  // "decode", "features", "preprocess", "model", "encode", "total"

// Thread-safe. Metrics (all with the label endpoint):
//   aerie_worker_stage_seconds{stage}             aerie_worker_request_seconds (decode to encode)
//   aerie_worker_requests_total{code}             aerie_worker_rows_total{code}
//   aerie_worker_feature_defaults_total{feature}  aerie_worker_feature_store_errors_total
//   aerie_worker_feature_cache_hits_total         aerie_worker_feature_cache_misses_total
//   aerie_worker_feature_log_dropped_total{reason}
//   aerie_worker_in_flight   aerie_worker_ready   aerie_worker_sidecar_restarts_total
//   aerie_worker_info{model,version,...}
class WorkerMetrics final {
 public:
  WorkerMetrics(telemetry::Metrics& metrics, const Clock& clock, std::string endpoint);

  void time(Stage stage, Duration spent);
  void countRequest(absl::StatusCode code);
  void countRows(absl::StatusCode code, std::uint64_t rows);
  void countDefaults(const std::string& feature, std::uint64_t rows);
  // Totals of the feature cache; they never shrink. Calls may come out of order.
  void setCache(std::uint64_t hits, std::uint64_t misses);
  void countStoreError() { store_errors_.Increment(); }
  void countLogDrop(telemetry::DropReason reason, std::size_t records);
  void countSidecarRestart() { sidecar_restarts_.Increment(); }
  void setInFlight(std::size_t calls) { in_flight_.Set(static_cast<double>(calls)); }
  void setReady(bool ready) { ready_.Set(ready ? 1 : 0); }
  void setInfo(const std::string& model, const std::string& version, const std::string& replica,
               const std::string& digest);

  // Since the start.
  std::uint64_t requests() const { return request_count_; }
  std::uint64_t rows() const { return row_count_; }
  std::uint64_t failedRows() const { return failed_row_count_; }
  std::uint64_t logDropped() const { return log_dropped_count_; }
  std::map<std::string, std::uint64_t> defaults() const;
  double p99Ms(Stage stage) const { return windows_[static_cast<std::size_t>(stage)].quantileMs(0.99); }

 private:
  telemetry::Labels labels(const std::string& key, const std::string& value) const;

  telemetry::Metrics& metrics_;
  const std::string endpoint_;
  std::array<prometheus::Histogram*, kStages> stages_{};
  std::array<telemetry::LatencyWindow, kStages> windows_;
  prometheus::Counter& ok_requests_;
  prometheus::Counter& ok_rows_;
  prometheus::Counter& store_errors_;
  prometheus::Counter& cache_hits_;
  prometheus::Counter& cache_misses_;
  std::atomic<std::uint64_t> cache_hits_seen_{0};
  std::atomic<std::uint64_t> cache_misses_seen_{0};
  prometheus::Counter& sidecar_restarts_;
  prometheus::Gauge& in_flight_;
  prometheus::Gauge& ready_;
  std::atomic<std::uint64_t> request_count_{0};
  std::atomic<std::uint64_t> row_count_{0};
  std::atomic<std::uint64_t> failed_row_count_{0};
  std::atomic<std::uint64_t> log_dropped_count_{0};
  mutable Mutex mutex_;
  std::map<std::string, std::uint64_t> defaults_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::worker
