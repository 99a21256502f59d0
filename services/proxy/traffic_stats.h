// What the proxy counts: per use case and per arm, for ProxyStatus and for /metrics.
#pragma once

#include <absl/status/status.h>
#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/telemetry/latency_window.h"
#include "core/telemetry/metrics.h"
#include "services/proxy/key_sample.h"

namespace aerie::proxy {

// Scores (the first output) of some items: twenty bins from 0 to 1, and what lies outside. The control plane
// makes the histogram of each arm from them.
class ScoreBins final {
 public:
  static constexpr std::size_t kBins = 20;
  static const std::vector<double>& bounds();  // upper ones: 0, 0.05 ... 1
  void add(double score);
  bool empty() const { return items_ == 0; }
  // As prometheus::Histogram::ObserveMultiple() takes them: per bin, with those outside first and last.
  std::vector<double> increments() const { return {counts_.begin(), counts_.end()}; }
  double sum() const { return sum_; }

 private:
  std::array<double, kBins + 2> counts_{};
  double sum_ = 0;
  std::uint64_t items_ = 0;
};

// Items that one endpoint served on behalf of one arm (experiment "" = default endpoint). Recording successes
// takes no lock.
class ArmStats final {
 public:
  ArmStats(telemetry::Metrics& metrics, telemetry::Labels labels);
  void recordOk(std::uint64_t items);
  void recordFailed(std::uint64_t items, absl::StatusCode code);
  void recordScores(const ScoreBins& bins);
  std::uint64_t ok() const { return ok_.load(std::memory_order_relaxed); }
  std::uint64_t failed() const { return failed_.load(std::memory_order_relaxed); }

 private:
  telemetry::Metrics& metrics_;
  const telemetry::Labels labels_;
  prometheus::Counter& ok_total_;
  prometheus::Histogram& scores_;
  std::atomic<std::uint64_t> ok_{0};
  std::atomic<std::uint64_t> failed_{0};
};

class UseCaseStats final {
 public:
  UseCaseStats(const Clock& clock, telemetry::Metrics& metrics, const std::string& use_case);
  void recordRequest(Duration latency, bool failed);
  void recordItems(std::uint64_t items, std::uint64_t failed, std::uint64_t not_covered,
                   std::uint64_t without_key);
  void fill(v1::UseCaseTraffic* traffic) const;
  // One request in sixteen has its scores recorded.
  bool scoresDue() const { return requests_.load(std::memory_order_relaxed) % 16 == 0; }

 private:
  std::atomic<std::uint64_t> requests_{0};
  std::atomic<std::uint64_t> failed_requests_{0};
  std::atomic<std::uint64_t> items_{0};
  std::atomic<std::uint64_t> failed_items_{0};
  std::atomic<std::uint64_t> not_covered_{0};
  std::atomic<std::uint64_t> without_key_{0};
  telemetry::LatencyWindow latency_;
  prometheus::Counter& requests_total_;
  prometheus::Counter& failed_requests_total_;
  prometheus::Counter& not_covered_total_;
  prometheus::Counter& without_key_total_;
  prometheus::Histogram& seconds_;
};

// Owner of all of them; entries are made when first asked for and never removed, so references stay valid
// (but for samples of keys, which their users share). Thread-safe.
class TrafficStats final {
 public:
  TrafficStats(const Clock& clock, telemetry::Metrics& metrics);
  UseCaseStats& useCase(const std::string& name);
  ArmStats& arm(const std::string& use_case, const std::string& experiment, const std::string& arm,
                const std::string& endpoint);
  // The sample of this revision of the experiment; one that has another revision is begun anew.
  std::shared_ptr<KeySample> keys(const std::string& use_case,
                                  const routing::UseCase::ExperimentView& experiment);
  void shadowSent();
  void shadowDropped();
  // `overloaded`: what was full, e.g. "proxy" or an endpoint's name.
  void refused(const std::string& overloaded);

  // traffic, use_cases and shadow counts.
  void fill(v1::ProxyStatus* status) const;

 private:
  using ArmKey = std::tuple<std::string, std::string, std::string, std::string>;
  const Clock& clock_;
  telemetry::Metrics& metrics_;
  prometheus::Counter& shadow_sent_total_;
  prometheus::Counter& shadow_dropped_total_;
  std::atomic<std::uint64_t> shadow_sent_{0};
  std::atomic<std::uint64_t> shadow_dropped_{0};
  mutable Mutex mutex_;
  std::map<std::string, std::unique_ptr<UseCaseStats>> use_cases_ AERIE_GUARDED_BY(mutex_);
  std::map<ArmKey, std::unique_ptr<ArmStats>> arms_ AERIE_GUARDED_BY(mutex_);
  struct Sampled {
    std::uint64_t revision = 0;
    std::vector<std::string> arms;
    std::shared_ptr<KeySample> sample;
  };
  std::map<std::pair<std::string, std::string>, Sampled> keys_
      AERIE_GUARDED_BY(mutex_);  // use case, experiment
};

}  // namespace aerie::proxy
