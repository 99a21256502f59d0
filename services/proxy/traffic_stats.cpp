#include "services/proxy/traffic_stats.h"

#include <algorithm>
#include <cmath>

namespace aerie::proxy {
namespace {

constexpr const char* kItems = "aerie_proxy_items_total";
constexpr const char* kItemsHelp = "Items answered, by arm, endpoint that served them and status code";

telemetry::Labels with(telemetry::Labels labels, const char* name, std::string value) {
  labels[name] = std::move(value);
  return labels;
}

// Arms are compared by their scores, whichever endpoint served them.
telemetry::Labels withoutEndpoint(telemetry::Labels labels) {
  labels.erase("endpoint");
  return labels;
}

prometheus::Gauge& keyGauge(telemetry::Metrics& metrics, const telemetry::Labels& experiment,
                            const std::string& arm) {
  return metrics.gauge("aerie_proxy_arm_keys", "Distinct splitting keys that fell to the arm, of a sample",
                       with(experiment, "arm", arm));
}

}  // namespace

const std::vector<double>& ScoreBins::bounds() {
  static const std::vector<double> kBounds = [] {
    std::vector<double> out;
    for (std::size_t i = 0; i <= kBins; ++i) out.push_back(static_cast<double>(i) / kBins);
    return out;
  }();
  return kBounds;
}

void ScoreBins::add(double score) {
  if (!std::isfinite(score)) return;
  // Bin i holds (bounds[i - 1], bounds[i]], as Prometheus counts.
  const double at =
      std::clamp(std::ceil(score * static_cast<double>(kBins)), 0.0, static_cast<double>(kBins + 1));
  counts_[static_cast<std::size_t>(at)] += 1;
  sum_ += score;
  ++items_;
}

ArmStats::ArmStats(telemetry::Metrics& metrics, telemetry::Labels labels)
    : metrics_(metrics),
      labels_(std::move(labels)),
      ok_total_(metrics.counter(kItems, kItemsHelp, with(labels_, "code", "OK"))),
      scores_(metrics.histogram("aerie_proxy_scores", "First output of items, of one request in sixteen",
                                withoutEndpoint(labels_), ScoreBins::bounds())) {}

void ArmStats::recordOk(std::uint64_t items) {
  ok_.fetch_add(items, std::memory_order_relaxed);
  ok_total_.Increment(static_cast<double>(items));
}

void ArmStats::recordFailed(std::uint64_t items, absl::StatusCode code) {
  failed_.fetch_add(items, std::memory_order_relaxed);
  metrics_.counter(kItems, kItemsHelp, with(labels_, "code", absl::StatusCodeToString(code)))
      .Increment(static_cast<double>(items));
}

void ArmStats::recordScores(const ScoreBins& bins) {
  if (!bins.empty()) scores_.ObserveMultiple(bins.increments(), bins.sum());
}

UseCaseStats::UseCaseStats(const Clock& clock, telemetry::Metrics& metrics, const std::string& use_case)
    : latency_(clock),
      requests_total_(metrics.counter("aerie_proxy_requests_total", "Requests", {{"use_case", use_case}})),
      failed_requests_total_(metrics.counter("aerie_proxy_failed_requests_total",
                                             "Requests that failed as a whole", {{"use_case", use_case}})),
      not_covered_total_(metrics.counter("aerie_proxy_items_not_covered_total",
                                         "Items that no experiment took, sent to the default endpoint",
                                         {{"use_case", use_case}})),
      without_key_total_(
          metrics.counter("aerie_proxy_items_without_key_total",
                          "Items whose splitting key was null or absent, sent to the default endpoint",
                          {{"use_case", use_case}})),
      seconds_(metrics.latency("aerie_proxy_request_seconds", "Time from request to answer",
                               {{"use_case", use_case}})) {}

void UseCaseStats::recordRequest(Duration latency, bool failed) {
  requests_.fetch_add(1, std::memory_order_relaxed);
  requests_total_.Increment();
  if (failed) {
    failed_requests_.fetch_add(1, std::memory_order_relaxed);
    failed_requests_total_.Increment();
  }
  latency_.record(latency);
  seconds_.Observe(std::chrono::duration<double>(latency).count());
}

void UseCaseStats::recordItems(std::uint64_t items, std::uint64_t failed, std::uint64_t not_covered,
                               std::uint64_t without_key) {
  items_.fetch_add(items, std::memory_order_relaxed);
  if (failed > 0) failed_items_.fetch_add(failed, std::memory_order_relaxed);
  if (not_covered > 0) {
    not_covered_.fetch_add(not_covered, std::memory_order_relaxed);
    not_covered_total_.Increment(static_cast<double>(not_covered));
  }
  if (without_key > 0) {
    without_key_.fetch_add(without_key, std::memory_order_relaxed);
    without_key_total_.Increment(static_cast<double>(without_key));
  }
}

void UseCaseStats::fill(v1::UseCaseTraffic* traffic) const {
  traffic->set_requests(requests_.load(std::memory_order_relaxed));
  traffic->set_failed_requests(failed_requests_.load(std::memory_order_relaxed));
  traffic->set_items(items_.load(std::memory_order_relaxed));
  traffic->set_failed_items(failed_items_.load(std::memory_order_relaxed));
  traffic->set_items_not_covered(not_covered_.load(std::memory_order_relaxed));
  traffic->set_items_without_key(without_key_.load(std::memory_order_relaxed));
  traffic->set_p50_ms(latency_.quantileMs(0.5));
  traffic->set_p99_ms(latency_.quantileMs(0.99));
}

TrafficStats::TrafficStats(const Clock& clock, telemetry::Metrics& metrics)
    : clock_(clock),
      metrics_(metrics),
      shadow_sent_total_(metrics.counter("aerie_proxy_shadow_sent_total", "Shadow copies of chunks sent")),
      shadow_dropped_total_(
          metrics.counter("aerie_proxy_shadow_dropped_total", "Shadow copies dropped under pressure")) {}

UseCaseStats& TrafficStats::useCase(const std::string& name) {
  const MutexLock lock(mutex_);
  std::unique_ptr<UseCaseStats>& entry = use_cases_[name];
  if (entry == nullptr) entry = std::make_unique<UseCaseStats>(clock_, metrics_, name);
  return *entry;
}

ArmStats& TrafficStats::arm(const std::string& use_case, const std::string& experiment,
                            const std::string& arm, const std::string& endpoint) {
  const MutexLock lock(mutex_);
  std::unique_ptr<ArmStats>& entry = arms_[ArmKey(use_case, experiment, arm, endpoint)];
  if (entry == nullptr) {
    entry = std::make_unique<ArmStats>(
        metrics_,
        telemetry::Labels{
            {"use_case", use_case}, {"experiment", experiment}, {"arm", arm}, {"endpoint", endpoint}});
  }
  return *entry;
}

std::shared_ptr<KeySample> TrafficStats::keys(const std::string& use_case,
                                              const routing::UseCase::ExperimentView& experiment) {
  std::vector<std::string> names;
  for (const routing::UseCase::ArmView& arm : experiment.arms) names.push_back(arm.name);
  const MutexLock lock(mutex_);
  Sampled& known = keys_[{use_case, experiment.name}];
  if (known.sample != nullptr && known.revision == experiment.revision && known.arms == names)
    return known.sample;
  const telemetry::Labels labels = {{"use_case", use_case}, {"experiment", experiment.name}};
  if (known.sample != nullptr) known.sample->retire();
  // Arms that are gone keep no keys.
  for (const std::string& arm : known.arms) keyGauge(metrics_, labels, arm).Set(0);
  std::vector<prometheus::Gauge*> gauges;
  for (const std::string& arm : names) gauges.push_back(&keyGauge(metrics_, labels, arm));
  known = {experiment.revision, std::move(names), std::make_shared<KeySample>(std::move(gauges))};
  // Last: who reads in between sees no keys, never those of other weights.
  metrics_.gauge("aerie_proxy_arm_keys_revision", "Revision of the experiment whose keys are counted", labels)
      .Set(static_cast<double>(experiment.revision));
  return known.sample;
}

void TrafficStats::shadowSent() {
  shadow_sent_.fetch_add(1, std::memory_order_relaxed);
  shadow_sent_total_.Increment();
}

void TrafficStats::shadowDropped() {
  shadow_dropped_.fetch_add(1, std::memory_order_relaxed);
  shadow_dropped_total_.Increment();
}

void TrafficStats::refused(const std::string& overloaded) {
  metrics_
      .counter("aerie_proxy_refused_total", "Work refused because a bound was reached",
               {{"bound", overloaded}})
      .Increment();
}

void TrafficStats::fill(v1::ProxyStatus* status) const {
  const MutexLock lock(mutex_);
  for (const auto& [name, stats] : use_cases_) {
    v1::UseCaseTraffic* traffic = status->add_use_cases();
    traffic->set_model_use_case(name);
    stats->fill(traffic);
  }
  for (const auto& [key, stats] : arms_) {
    if (stats->ok() + stats->failed() == 0) continue;
    v1::EndpointTraffic* traffic = status->add_traffic();
    traffic->set_model_use_case(std::get<0>(key));
    traffic->set_experiment(std::get<1>(key));
    traffic->set_arm(std::get<2>(key));
    traffic->set_endpoint(std::get<3>(key));
    traffic->set_items_ok(stats->ok());
    traffic->set_items_failed(stats->failed());
  }
  status->set_shadow_sent(shadow_sent_.load(std::memory_order_relaxed));
  status->set_shadow_dropped(shadow_dropped_.load(std::memory_order_relaxed));
}

}  // namespace aerie::proxy
