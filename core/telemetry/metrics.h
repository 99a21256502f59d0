// Prometheus metrics of one process, over prometheus-cpp. Handles returned here live as long as the Metrics
// object and may be used from any thread; look them up once, outside hot paths.
#pragma once

#include <map>
#include <memory>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <string>

#include "core/base/mutex.h"

namespace aerie::telemetry {

using Labels = std::map<std::string, std::string>;

class Metrics final {
 public:
  Metrics() : registry_(std::make_shared<prometheus::Registry>()) {}

  // Names follow Prometheus: base units, _total for counters, _seconds, _bytes. The same name and labels give
  // the same metric; `help` counts the first time.
  prometheus::Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
  prometheus::Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
  // Buckets for latencies: 50 us to 10 s, about 1.8 apart.
  prometheus::Histogram& latency(const std::string& name, const std::string& help, const Labels& labels = {});
  prometheus::Histogram& histogram(const std::string& name, const std::string& help, const Labels& labels,
                                   const prometheus::Histogram::BucketBoundaries& buckets);

  const std::shared_ptr<prometheus::Registry>& registry() const { return registry_; }
  // Prometheus text format 0.0.4.
  std::string text() const;

 private:
  template <class Metric, class Build>
  prometheus::Family<Metric>& family(std::map<std::string, prometheus::Family<Metric>*>& known,
                                     const std::string& name, const std::string& help, Build build);

  std::shared_ptr<prometheus::Registry> registry_;
  Mutex mutex_;
  std::map<std::string, prometheus::Family<prometheus::Counter>*> counters_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, prometheus::Family<prometheus::Gauge>*> gauges_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, prometheus::Family<prometheus::Histogram>*> histograms_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::telemetry
