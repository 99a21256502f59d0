#include "core/monitoring/collector.h"

#include <algorithm>
#include <cmath>

#include "core/base/status.h"
#include "core/monitoring/measures.h"

namespace aerie::monitoring {
namespace {

constexpr double kMostPerLook = 1e15;  // observations; what is beyond is nonsense, and must not overflow

// A daemon decides how many buckets and how long labels it sends; the history must stay small all the same.
constexpr std::size_t kMostBuckets = 200;
constexpr std::size_t kLongestLabel = 256;

enum class Kind : std::uint8_t { kIncrease, kDistribution, kLevel };

// `source` -> `stored`, with the labels `keep`, of samples for which `when` holds.
struct Rule {
  const char* source;
  Kind kind;
  const char* stored;
  std::vector<std::string> keep;
  bool (*when)(const Labels&) = nullptr;
};

bool failed(const Labels& labels) {
  const auto code = labels.find("code");
  return code != labels.end() && code->second != "OK";
}

bool isFeatureStage(const Labels& labels) {
  const auto stage = labels.find("stage");
  return stage != labels.end() && stage->second == "features";
}

const std::multimap<std::string, Rule, std::less<>>& rules() {
  static const std::multimap<std::string, Rule, std::less<>> kRules = [] {
    using namespace series;
    const std::vector<std::string> arm = {"use_case", "experiment", "arm", "endpoint"};
    const std::vector<Rule> list = {
        {"aerie_proxy_requests_total", Kind::kIncrease, kRequests, {"use_case"}},
        {"aerie_proxy_items_total", Kind::kIncrease, kItems, arm},
        {"aerie_proxy_items_total", Kind::kIncrease, kFailedItems, arm, failed},
        {"aerie_proxy_request_seconds", Kind::kDistribution, kProxySeconds, {"use_case"}},
        {"aerie_proxy_scores", Kind::kDistribution, kScores, {"use_case", "experiment", "arm"}},
        {"aerie_proxy_arm_keys", Kind::kLevel, kArmKeys, {"use_case", "experiment", "arm"}},
        {"aerie_proxy_arm_keys_revision", Kind::kLevel, kArmKeysRevision, {"use_case", "experiment"}},
        {"aerie_proxy_in_flight_requests", Kind::kLevel, kInFlight, {}},
        {"aerie_worker_requests_total", Kind::kIncrease, kWorkerRequests, {}},
        {"aerie_worker_rows_total", Kind::kIncrease, kRows, {}},
        {"aerie_worker_rows_total", Kind::kIncrease, kFailedRows, {}, failed},
        {"aerie_worker_request_seconds", Kind::kDistribution, kWorkerSeconds, {}},
        {"aerie_worker_stage_seconds", Kind::kDistribution, kStoreSeconds, {}, isFeatureStage},
        {"aerie_worker_feature_store_errors_total", Kind::kIncrease, kStoreErrors, {}},
        {"aerie_worker_feature_log_dropped_total", Kind::kIncrease, kLogDrops, {}},
        {"aerie_worker_feature_defaults_total", Kind::kIncrease, kDefaults, {"feature"}},
        {"aerie_worker_feature_cache_hits_total", Kind::kIncrease, kCacheHits, {}},
        {"aerie_worker_feature_cache_hits_total", Kind::kIncrease, kCacheLookups, {}},
        {"aerie_worker_feature_cache_misses_total", Kind::kIncrease, kCacheLookups, {}},
        {"aerie_worker_in_flight", Kind::kLevel, kInFlight, {}},
    };
    std::multimap<std::string, Rule, std::less<>> out;
    for (const Rule& rule : list) out.emplace(rule.source, rule);
    return out;
  }();
  return kRules;
}

Labels kept(const Labels& all, const Rule& rule, const Target& target) {
  Labels out = target.labels;
  for (const std::string& name : rule.keep) {
    const auto found = all.find(name);
    out.emplace(name, found == all.end() ? "" : found->second);
  }
  return out;
}

bool isShort(const Labels& labels) {
  return std::all_of(labels.begin(), labels.end(),
                     [](const auto& label) { return label.second.size() <= kLongestLabel; });
}

std::string keyOf(std::string_view stored, const Labels& labels) {
  std::string key(stored);
  for (const auto& [name, value] : labels) key += '\x1f' + value;
  return key;
}

// A sum of samples that become one series, and where it goes.
struct Sum {
  const Rule* rule = nullptr;
  Labels labels;
  double value = 0;
  HistogramSample histogram;
};

void addInto(HistogramSample& sum, const HistogramSample& other) {
  if (sum.counts.empty()) {
    sum = other;
  } else if (sum.bounds == other.bounds) {
    for (std::size_t i = 0; i < sum.counts.size(); ++i) sum.counts[i] += other.counts[i];
    sum.sum += other.sum;
  }
}

// Cumulative counts of two looks -> observations per bucket between them. A count that shrank: since zero.
Cell increaseOf(const HistogramSample& now, const HistogramSample* before, double elapsed) {
  const bool fits =
      before != nullptr && before->bounds == now.bounds && before->counts.back() <= now.counts.back();
  Cell cell{fits ? now.sum - before->sum : now.sum, elapsed, {}};
  if (!std::isfinite(cell.sum)) cell.sum = 0;
  double below = 0;
  for (std::size_t i = 0; i < now.counts.size(); ++i) {
    const double up_to = now.counts[i] - (fits ? before->counts[i] : 0);
    // Counters of one look are not read in one moment, so a bucket may lag behind; never below zero.
    cell.buckets.push_back(static_cast<std::uint64_t>(std::clamp(up_to - below, 0.0, kMostPerLook)));
    below = std::max(below, up_to);
  }
  return cell;
}

}  // namespace

absl::Status Collector::take(const Target& target, const Exposition& exposition, double seconds,
                             std::vector<Reading>& readings) {
  std::map<std::string, Sum> sums;
  std::string problems;
  for (const Family& family : exposition) {
    const auto [first, last] = rules().equal_range(family.name);
    for (auto it = first; it != last; ++it) {
      const Rule& rule = it->second;
      if (rule.kind != Kind::kDistribution) {
        for (const Sample& sample : family.samples) {
          if (!std::isfinite(sample.value) || (rule.when != nullptr && !rule.when(sample.labels))) continue;
          const Labels labels = kept(sample.labels, rule, target);
          if (!isShort(labels)) continue;
          Sum& sum = sums[keyOf(rule.stored, labels)];
          sum.rule = &rule;
          sum.labels = labels;
          sum.value += sample.value;
        }
        continue;
      }
      const auto histograms = histogramsOf(family);
      if (!histograms.ok()) {
        problems += (problems.empty() ? "" : "; ") + messageOf(histograms.status());
        continue;
      }
      for (const HistogramSample& h : *histograms) {
        if (rule.when != nullptr && !rule.when(h.labels)) continue;
        const Labels labels = kept(h.labels, rule, target);
        if (!isShort(labels) || h.bounds.size() > kMostBuckets) continue;
        Sum& sum = sums[keyOf(rule.stored, labels)];
        sum.rule = &rule;
        sum.labels = labels;
        addInto(sum.histogram, h);
      }
    }
  }

  const auto known = seen_.find(target.id);
  const bool first_look = known == seen_.end();
  Seen& seen = first_look ? seen_[target.id] : known->second;
  const double elapsed = seconds - seen.seconds;
  if (!first_look && elapsed <= 0) return absl::OkStatus();
  for (auto& [key, sum] : sums) {
    switch (sum.rule->kind) {
      case Kind::kLevel: {
        const double weight = first_look ? 1.0 : elapsed;
        readings.push_back({sum.rule->stored, sum.labels, {}, {sum.value * weight, weight, {}}});
        break;
      }
      case Kind::kIncrease: {
        const auto before = seen.counters.find(key);
        const double from = before == seen.counters.end() || before->second > sum.value ? 0 : before->second;
        seen.counters[key] = sum.value;
        if (first_look) break;
        readings.push_back({sum.rule->stored, sum.labels, {}, {sum.value - from, elapsed, {}}});
        if (sum.rule->stored == std::string_view(series::kWorkerRequests) && target.batch_size > 0) {
          const double capacity = (sum.value - from) * target.batch_size;
          readings.push_back({series::kRowCapacity, sum.labels, {}, {capacity, elapsed, {}}});
        }
        break;
      }
      case Kind::kDistribution: {
        const auto before = seen.histograms.find(key);
        const HistogramSample* from = before == seen.histograms.end() ? nullptr : &before->second;
        if (!first_look) {
          readings.push_back(
              {sum.rule->stored, sum.labels, sum.histogram.bounds, increaseOf(sum.histogram, from, elapsed)});
        }
        seen.histograms[key] = std::move(sum.histogram);
        break;
      }
    }
  }
  seen.seconds = seconds;
  return problems.empty() ? absl::OkStatus() : invalidArgument("{}: {}", target.id, problems);
}

void Collector::keepOnly(const std::vector<std::string>& ids) {
  std::erase_if(seen_,
                [&](const auto& item) { return std::find(ids.begin(), ids.end(), item.first) == ids.end(); });
}

}  // namespace aerie::monitoring
