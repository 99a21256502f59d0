#include "core/telemetry/metrics.h"

#include <prometheus/text_serializer.h>

namespace aerie::telemetry {
namespace {

const prometheus::Histogram::BucketBoundaries kLatencyBuckets = {
    0.00005, 0.0001, 0.0002, 0.0003, 0.0005, 0.00075, 0.001, 0.0015, 0.002, 0.003, 0.005, 0.0075,
    0.01,    0.02,   0.03,   0.05,   0.1,    0.2,     0.5,   1,      2,     5,     10};

}  // namespace

template <class Metric, class Build>
prometheus::Family<Metric>& Metrics::family(std::map<std::string, prometheus::Family<Metric>*>& known,
                                            const std::string& name, const std::string& help, Build build) {
  auto found = known.find(name);
  if (found == known.end())
    found = known.emplace(name, &build().Name(name).Help(help).Register(*registry_)).first;
  return *found->second;
}

prometheus::Counter& Metrics::counter(const std::string& name, const std::string& help,
                                      const Labels& labels) {
  const MutexLock lock(mutex_);
  return family(counters_, name, help, prometheus::BuildCounter).Add(labels);
}

prometheus::Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
  const MutexLock lock(mutex_);
  return family(gauges_, name, help, prometheus::BuildGauge).Add(labels);
}

prometheus::Histogram& Metrics::latency(const std::string& name, const std::string& help,
                                        const Labels& labels) {
  return histogram(name, help, labels, kLatencyBuckets);
}

prometheus::Histogram& Metrics::histogram(const std::string& name, const std::string& help,
                                          const Labels& labels,
                                          const prometheus::Histogram::BucketBoundaries& buckets) {
  const MutexLock lock(mutex_);
  return family(histograms_, name, help, prometheus::BuildHistogram).Add(labels, buckets);
}

std::string Metrics::text() const { return prometheus::TextSerializer().Serialize(registry_->Collect()); }

}  // namespace aerie::telemetry
