#include "services/worker/worker_metrics.h"

#include "core/base/status.h"

namespace aerie::worker {
namespace {

double seconds(Duration d) { return std::chrono::duration<double>(d).count(); }

// Windows can't be moved: each element is made in its place.
template <std::size_t>
telemetry::LatencyWindow makeWindow(const Clock& clock) {
  return telemetry::LatencyWindow(clock);
}
template <std::size_t... I>
std::array<telemetry::LatencyWindow, sizeof...(I)> makeWindows(const Clock& clock,
                                                               std::index_sequence<I...>) {
  return {makeWindow<I>(clock)...};
}

}  // namespace

std::string_view name(Stage stage) {
  constexpr std::array<std::string_view, kStages> kNames = {"decode", "features", "preprocess",
                                                            "model",  "encode",   "total"};
  return kNames[static_cast<std::size_t>(stage)];
}

WorkerMetrics::WorkerMetrics(telemetry::Metrics& metrics, const Clock& clock, std::string endpoint)
    : metrics_(metrics),
      endpoint_(std::move(endpoint)),
      windows_(makeWindows(clock, std::make_index_sequence<kStages>())),
      ok_requests_(
          metrics.counter("aerie_worker_requests_total", "Requests answered, by code", labels("code", "OK"))),
      ok_rows_(metrics.counter("aerie_worker_rows_total", "Rows answered, by code", labels("code", "OK"))),
      store_errors_(metrics.counter("aerie_worker_feature_store_errors_total",
                                    "Requests that did not reach the feature store",
                                    {{"endpoint", endpoint_}})),
      cache_hits_(metrics.counter("aerie_worker_feature_cache_hits_total",
                                  "Stored rows that the worker's cache had", {{"endpoint", endpoint_}})),
      cache_misses_(metrics.counter("aerie_worker_feature_cache_misses_total",
                                    "Stored rows that the cache did not have", {{"endpoint", endpoint_}})),
      sidecar_restarts_(metrics.counter("aerie_worker_sidecar_restarts_total",
                                        "Sidecars that died and were started anew",
                                        {{"endpoint", endpoint_}})),
      in_flight_(
          metrics.gauge("aerie_worker_in_flight", "Requests being answered now", {{"endpoint", endpoint_}})),
      ready_(
          metrics.gauge("aerie_worker_ready", "1 when predictions are served", {{"endpoint", endpoint_}})) {
  for (std::size_t i = 0; i + 1 < kStages; ++i) {
    stages_[i] = &metrics.latency("aerie_worker_stage_seconds", "Time spent per request in each stage",
                                  labels("stage", std::string(name(static_cast<Stage>(i)))));
  }
  stages_[kStages - 1] =
      &metrics.latency("aerie_worker_request_seconds", "Time from decoding a request to its answer",
                       {{"endpoint", endpoint_}});
}

telemetry::Labels WorkerMetrics::labels(const std::string& key, const std::string& value) const {
  return {{"endpoint", endpoint_}, {key, value}};
}

void WorkerMetrics::time(Stage stage, Duration spent) {
  const auto i = static_cast<std::size_t>(stage);
  stages_[i]->Observe(seconds(spent));
  windows_[i].record(spent);
}

void WorkerMetrics::countRequest(absl::StatusCode code) {
  ++request_count_;
  if (code == absl::StatusCode::kOk) return ok_requests_.Increment();
  metrics_.counter("aerie_worker_requests_total", "", labels("code", absl::StatusCodeToString(code)))
      .Increment();
}

void WorkerMetrics::countRows(absl::StatusCode code, std::uint64_t rows) {
  if (rows == 0) return;
  row_count_ += rows;
  if (code == absl::StatusCode::kOk) return ok_rows_.Increment(static_cast<double>(rows));
  failed_row_count_ += rows;
  metrics_.counter("aerie_worker_rows_total", "", labels("code", absl::StatusCodeToString(code)))
      .Increment(static_cast<double>(rows));
}

void WorkerMetrics::countDefaults(const std::string& feature, std::uint64_t rows) {
  metrics_
      .counter("aerie_worker_feature_defaults_total", "Rows in which a feature took its default",
               labels("feature", feature))
      .Increment(static_cast<double>(rows));
  const MutexLock lock(mutex_);
  defaults_[feature] += rows;
}

void WorkerMetrics::setCache(std::uint64_t hits, std::uint64_t misses) {
  const auto raise = [](std::atomic<std::uint64_t>& seen, prometheus::Counter& counter, std::uint64_t now) {
    std::uint64_t before = seen.load(std::memory_order_relaxed);
    while (now > before && !seen.compare_exchange_weak(before, now, std::memory_order_relaxed)) {
    }
    if (now > before) counter.Increment(static_cast<double>(now - before));
  };
  raise(cache_hits_seen_, cache_hits_, hits);
  raise(cache_misses_seen_, cache_misses_, misses);
}

void WorkerMetrics::countLogDrop(telemetry::DropReason reason, std::size_t records) {
  log_dropped_count_ += records;
  metrics_
      .counter("aerie_worker_feature_log_dropped_total", "Rows that did not reach the feature log",
               labels("reason", std::string(telemetry::name(reason))))
      .Increment(static_cast<double>(records));
}

void WorkerMetrics::setInfo(const std::string& model, const std::string& version, const std::string& replica,
                            const std::string& digest) {
  metrics_
      .gauge("aerie_worker_info", "What this worker runs; always 1",
             {{"endpoint", endpoint_},
              {"model", model},
              {"version", version},
              {"replica", replica},
              {"digest", digest}})
      .Set(1);
}

std::map<std::string, std::uint64_t> WorkerMetrics::defaults() const {
  const MutexLock lock(mutex_);
  return defaults_;
}

}  // namespace aerie::worker
