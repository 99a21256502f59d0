#include "core/monitoring/measures.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/base/status.h"

namespace aerie::monitoring {
namespace {

enum class How : std::uint8_t { kRate, kShare, kQuantile, kMeanMs, kLevel };

// Where a metric is measured: the labels that are known there, the stored series, and for shares the one that
// it is a share of.
struct Place {
  std::set<std::string, std::less<>> labels;
  const char* stored;
  const char* whole = nullptr;
};
struct Measure {
  How how;
  double quantile;
  std::vector<Place> places;
};

const std::map<std::string, Measure, std::less<>>& measures() {
  static const std::map<std::string, Measure, std::less<>> kMeasures = [] {
    const std::set<std::string, std::less<>> use_case = {"use_case", "proxy"};
    const std::set<std::string, std::less<>> arm = {"use_case", "experiment", "arm", "endpoint", "proxy"};
    const std::set<std::string, std::less<>> worker = {"endpoint", "replica"};
    const std::set<std::string, std::less<>> proxy = {"proxy"};
    using namespace series;
    const std::vector<Place> seconds = {{use_case, kProxySeconds}, {worker, kWorkerSeconds}};
    return std::map<std::string, Measure, std::less<>>{
        {"request_rate", {How::kRate, 0, {{use_case, kRequests}, {worker, kWorkerRequests}}}},
        {"item_rate", {How::kRate, 0, {{arm, kItems}, {worker, kRows}}}},
        {"error_share", {How::kShare, 0, {{arm, kFailedItems, kItems}, {worker, kFailedRows, kRows}}}},
        {"p50_ms", {How::kQuantile, 0.50, seconds}},
        {"p95_ms", {How::kQuantile, 0.95, seconds}},
        {"p99_ms", {How::kQuantile, 0.99, seconds}},
        {"batch_fill", {How::kShare, 0, {{worker, kRows, kRowCapacity}}}},
        {"store_ms", {How::kMeanMs, 0, {{worker, kStoreSeconds}}}},
        {"cache_hit_share", {How::kShare, 0, {{worker, kCacheHits, kCacheLookups}}}},
        {"cpu_percent", {How::kLevel, 0, {{worker, kCpu}, {proxy, kCpu}}}},
        {"memory_bytes", {How::kLevel, 0, {{worker, kMemory}, {proxy, kMemory}}}},
        {"in_flight", {How::kLevel, 0, {{proxy, kInFlight}, {worker, kInFlight}}}},
    };
  }();
  return kMeasures;
}

bool knows(const Place& place, const Selector& selector) {
  return std::all_of(selector.labels.begin(), selector.labels.end(),
                     [&](const auto& label) { return place.labels.contains(label.first); }) &&
         std::all_of(selector.group_by.begin(), selector.group_by.end(),
                     [&](const std::string& name) { return place.labels.contains(name); });
}

// Cells of one group: sums and buckets of all its series; the weight is the time that any of them covers.
struct Group {
  std::vector<double> bounds;
  std::vector<Cell> cells;
  void add(const Track& track) {
    if (cells.empty()) {
      bounds = track.bounds;
      cells = track.cells;
      return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double weight = std::max(cells[i].weight, track.cells[i].weight);
      cells[i] += track.cells[i];
      cells[i].weight = weight;
    }
  }
};

using Groups = std::map<std::vector<std::string>, Group>;

absl::StatusOr<Groups> groupsOf(const History& history, std::string_view stored, const Labels& labels,
                                const std::vector<std::string>& group_by, const Window& window,
                                const std::set<std::string, std::less<>>* only) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<Track> tracks, history.read(stored, labels, window));
  Groups out;
  for (const Track& track : tracks) {
    // A gauge is stored under one name by proxies and workers; its labels tell whose it is.
    const bool ours = only == nullptr || std::all_of(track.labels.begin(), track.labels.end(),
                                                     [&](const auto& l) { return only->contains(l.first); });
    if (!ours) continue;
    std::vector<std::string> key;
    for (const std::string& name : group_by) {
      const auto found = track.labels.find(name);
      key.push_back(found == track.labels.end() ? "" : found->second);
    }
    out[key].add(track);
  }
  return out;
}

std::uint64_t countOf(const Cell& cell) {
  return std::accumulate(cell.buckets.begin(), cell.buckets.end(), std::uint64_t{0});
}

std::optional<double> valueOf(const Measure& measure, const Cell& cell, const Cell* whole,
                              const std::vector<double>& bounds) {
  switch (measure.how) {
    case How::kRate:
    case How::kLevel: return cell.weight > 0 ? std::optional(cell.sum / cell.weight) : std::nullopt;
    case How::kShare:
      if (whole == nullptr || !(whole->sum > 0)) return std::nullopt;
      return std::clamp(cell.sum / whole->sum, 0.0, 1.0);
    case How::kQuantile: {
      const auto seconds = quantileOf(bounds, cell.buckets, measure.quantile);
      return seconds ? std::optional(*seconds * 1000) : std::nullopt;
    }
    case How::kMeanMs: {
      const std::uint64_t count = countOf(cell);
      return count > 0 ? std::optional(1000 * cell.sum / static_cast<double>(count)) : std::nullopt;
    }
  }
  return std::nullopt;
}

absl::StatusOr<std::vector<Line>> measureAt(const History& history, const Measure& m, const Place& place,
                                            const Selector& selector, const Window& window) {
  AERIE_ASSIGN_OR_RETURN(Groups parts, groupsOf(history, place.stored, selector.labels, selector.group_by,
                                                window, &place.labels));
  Groups wholes;
  if (place.whole != nullptr) {
    AERIE_ASSIGN_OR_RETURN(
        wholes, groupsOf(history, place.whole, selector.labels, selector.group_by, window, &place.labels));
    // What never failed has no failures stored, and a share of zero all the same.
    for (const auto& [key, whole] : wholes) {
      if (!parts.contains(key)) parts[key].cells.resize(window.steps);
    }
  }
  std::vector<Line> out;
  for (const auto& [key, group] : parts) {
    const auto whole = wholes.find(key);
    Line line;
    line.labels = selector.labels;
    for (std::size_t i = 0; i < key.size(); ++i) line.labels[selector.group_by[i]] = key[i];
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
      const Cell* of = whole == wholes.end() ? nullptr : &whole->second.cells[i];
      const auto value = valueOf(m, group.cells[i], of, group.bounds);
      if (value) line.points.push_back({window.at(i), *value});
    }
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

absl::StatusOr<std::vector<Line>> measure(const History& history, const Selector& selector,
                                          const Window& window) {
  const auto known = measures().find(selector.metric);
  if (known == measures().end()) {
    std::string names;
    for (const auto& [name, m] : measures()) names += (names.empty() ? "" : ", ") + name;
    return invalidArgument("metric '{}' is not known: ask for one of {}", selector.metric, names);
  }
  for (const Place& place : known->second.places) {
    if (!knows(place, selector)) continue;
    AERIE_ASSIGN_OR_RETURN(std::vector<Line> lines,
                           measureAt(history, known->second, place, selector, window));
    if (!lines.empty()) return lines;
  }
  return std::vector<Line>{};
}

absl::StatusOr<std::optional<double>> measureOnce(const History& history, const std::string& metric,
                                                  const Labels& labels, std::int64_t from_ms,
                                                  std::int64_t to_ms) {
  Window window = history.window(from_ms, to_ms, 1);
  // One step from the very beginning, which need not be a multiple of anything.
  window.from_ms = from_ms;
  window.steps = 1;
  AERIE_ASSIGN_OR_RETURN(const std::vector<Line> lines, measure(history, {metric, labels, {}}, window));
  if (lines.empty() || lines.front().points.empty()) return std::optional<double>();
  return std::optional(lines.front().points.front().value);
}

absl::StatusOr<std::vector<Total>> totals(const History& history, std::string_view stored,
                                          const Labels& labels, const std::vector<std::string>& group_by,
                                          std::int64_t from_ms, std::int64_t to_ms) {
  Window window = history.window(from_ms, to_ms, 1);
  window.from_ms = from_ms;
  window.steps = 1;
  AERIE_ASSIGN_OR_RETURN(Groups groups, groupsOf(history, stored, labels, group_by, window, nullptr));
  std::vector<Total> out;
  for (auto& [key, group] : groups) {
    Total total{labels, group.bounds, group.cells.front()};
    for (std::size_t i = 0; i < key.size(); ++i) total.labels[group_by[i]] = key[i];
    out.push_back(std::move(total));
  }
  return out;
}

}  // namespace aerie::monitoring
