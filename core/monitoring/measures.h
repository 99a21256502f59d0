// The metrics that people ask for, by name, and how each is made from the cells of the history.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <vector>

#include "core/monitoring/history.h"

namespace aerie::monitoring {

// What the collector writes and the measures read.
namespace series {
// of proxies: use_case, proxy
inline constexpr char kRequests[] = "requests", kProxySeconds[] = "proxy_seconds";
// of proxies: use_case, experiment, arm, endpoint, proxy
inline constexpr char kItems[] = "items", kFailedItems[] = "failed_items";
inline constexpr char kScores[] = "scores";  // without endpoint
// Not kept, see arm_keys.h: use_case, experiment, arm (the revision: without), proxy
inline constexpr char kArmKeys[] = "arm_keys", kArmKeysRevision[] = "arm_keys_revision";
// of workers: endpoint, replica
inline constexpr char kWorkerRequests[] = "worker_requests", kRows[] = "rows", kFailedRows[] = "failed_rows";
inline constexpr char kRowCapacity[] = "row_capacity";  // requests * batch size
inline constexpr char kWorkerSeconds[] = "worker_seconds", kStoreSeconds[] = "store_seconds";
inline constexpr char kStoreErrors[] = "store_errors", kLogDrops[] = "log_drops";
inline constexpr char kDefaults[] = "feature_defaults";  // and feature
inline constexpr char kCacheHits[] = "cache_hits", kCacheLookups[] = "cache_lookups";
// gauges, of workers and of proxies
inline constexpr char kInFlight[] = "in_flight", kCpu[] = "cpu_percent", kMemory[] = "memory_bytes";
}  // namespace series

struct Selector {
  std::string metric;
  Labels labels;
  std::vector<std::string> group_by;
};
struct Point {
  std::int64_t unix_ms = 0;
  double value = 0;
  bool operator==(const Point&) const = default;
};
struct Line {
  Labels labels;  // the selector's and those that it groups by
  std::vector<Point> points;
};

// request_rate, item_rate (per second), error_share, p50_ms, p95_ms, p99_ms, batch_fill, store_ms (mean),
// cache_hit_share, cpu_percent, memory_bytes, in_flight (sums over the group).
//
// A metric may be measured at proxies (use_case, proxy and for items experiment, arm, endpoint) and at
// workers (endpoint, replica). The first place that knows all labels of the selector and has measured
// something answers; no place, no lines. InvalidArgument for a metric that is not known.
absl::StatusOr<std::vector<Line>> measure(const History& history, const Selector& selector,
                                          const Window& window);

// One number over the whole of [from_ms, to_ms); nullopt when nothing was measured.
absl::StatusOr<std::optional<double>> measureOnce(const History& history, const std::string& metric,
                                                  const Labels& labels, std::int64_t from_ms,
                                                  std::int64_t to_ms);

// Everything of one stored series between two moments, one cell per combination of `group_by`.
struct Total {
  Labels labels;
  std::vector<double> bounds;
  Cell cell;
};
absl::StatusOr<std::vector<Total>> totals(const History& history, std::string_view stored,
                                          const Labels& labels, const std::vector<std::string>& group_by,
                                          std::int64_t from_ms, std::int64_t to_ms);

}  // namespace aerie::monitoring
