#include "app/models/flow_meter.h"

#include <QStringList>
#include <algorithm>

namespace aerie::models {

FlowMeter::Counters& FlowMeter::Counters::operator+=(const Counters& o) {
  items += o.items;
  failed += o.failed;
  requests += o.requests;
  notCovered += o.notCovered;
  withoutKey += o.withoutKey;
  return *this;
}
FlowMeter::Counters FlowMeter::Counters::operator-(const Counters& o) const {
  return {items - o.items, failed - o.failed, requests - o.requests, notCovered - o.notCovered,
          withoutKey - o.withoutKey};
}
FlowMeter::Counters FlowMeter::Counters::operator/(double seconds) const {
  return {items / seconds, failed / seconds, requests / seconds, notCovered / seconds, withoutKey / seconds};
}
bool FlowMeter::Counters::wentBack(const Counters& before) const {
  return items < before.items || failed < before.failed || requests < before.requests ||
         notCovered < before.notCovered || withoutKey < before.withoutKey;
}

template <class Key>
void FlowMeter::accumulate(const QMap<Key, Counters>& now, const QMap<Key, Counters>& before,
                           QMap<Key, Counters>& total) {
  for (auto it = now.begin(); it != now.end(); ++it) {
    const Counters old = before.value(it.key());
    total[it.key()] += it->wentBack(old) ? *it : *it - old;
  }
}

FlowMeter::Counts FlowMeter::countsOf(const rpc::ProxyStatus& proxy, QMap<QString, double>& busiest) {
  Counts out;
  for (const rpc::EndpointTraffic& t : proxy.traffic) {
    out.flows[FlowKey(t.useCase, t.experiment, t.arm, t.endpoint)] +=
        Counters{static_cast<double>(t.itemsOk + t.itemsFailed), static_cast<double>(t.itemsFailed), 0, 0, 0};
  }
  for (const rpc::UseCaseTraffic& u : proxy.useCases) {
    out.useCases[u.useCase] += Counters{static_cast<double>(u.items), static_cast<double>(u.failedItems),
                                        static_cast<double>(u.requests), static_cast<double>(u.notCovered),
                                        static_cast<double>(u.withoutKey)};
    if (static_cast<double>(u.items) >= busiest.value(u.useCase)) {
      busiest[u.useCase] = static_cast<double>(u.items);
      latency_[u.useCase] = {u.p50Ms, u.p99Ms};
    }
  }
  return out;
}

void FlowMeter::add(qint64 nowMs, const QList<rpc::ProxyStatus>& proxies) {
  if (nowMs <= lastMs_) return;
  lastMs_ = nowMs;
  QMap<QString, double> busiest;
  for (const rpc::ProxyStatus& status : proxies)
    report(proxies_[status.id], nowMs, status.startedMs, countsOf(status, busiest));
  for (Proxy& proxy : proxies_) {
    // It has had time to report and its counters stand still, or it is gone: the window goes on.
    const qint64 silence = nowMs - proxy.samples.back().atMs;
    if (silence >= kReportMs + kReportMs / 2) append(proxy, {nowMs, false, proxy.samples.back().sum});
  }
}

void FlowMeter::report(Proxy& proxy, qint64 nowMs, qint64 startedMs, Counts counts) const {
  if (proxy.samples.empty()) {
    // What a proxy counted before we saw it first is no traffic of this moment: it only sets the base line.
    proxy.startedMs = startedMs;
    proxy.newest = std::move(counts);
    proxy.samples.push_back({nowMs, false, {}});
    return;
  }
  if (startedMs == proxy.startedMs && counts == proxy.newest) return;
  Sample next{nowMs, true, proxy.samples.back().sum};
  const Counts before = startedMs == proxy.startedMs ? std::move(proxy.newest) : Counts();
  accumulate(counts.flows, before.flows, next.sum.flows);
  accumulate(counts.useCases, before.useCases, next.sum.useCases);
  proxy.startedMs = startedMs;
  proxy.newest = std::move(counts);
  // What was not seen in the moment of its report was reported a whole interval before this one.
  const std::size_t known = proxy.samples.size();
  if (Sample& last = proxy.samples.back(); !last.reported) {
    const qint64 least = known > 1 ? proxy.samples[known - 2].atMs : 0;
    last.atMs = std::max(least, std::min(last.atMs, nowMs - kReportMs));
  }
  append(proxy, std::move(next));
}

void FlowMeter::append(Proxy& proxy, Sample sample) const {
  const qint64 nowMs = sample.atMs;
  proxy.samples.push_back(std::move(sample));
  while (proxy.samples.size() > 2 && proxy.samples[1].atMs <= nowMs - windowMs_) proxy.samples.pop_front();
}

double FlowMeter::Proxy::seconds() const {
  return samples.size() < 2 ? 0 : static_cast<double>(samples.back().atMs - samples.front().atMs) / 1'000.0;
}

QList<FlowRate> FlowMeter::flows(const QString& useCase) const {
  QMap<FlowKey, FlowRate> found;
  for (const Proxy& proxy : proxies_) {
    const double seconds = proxy.seconds();
    for (auto it = proxy.newest.flows.begin(); it != proxy.newest.flows.end(); ++it) {
      const auto& [name, experiment, arm, endpoint] = it.key();
      if (name != useCase) continue;
      FlowRate& rate = found[it.key()];
      rate.useCase = name;
      rate.experiment = experiment;
      rate.arm = arm;
      rate.endpoint = endpoint;
      rate.items += static_cast<quint64>(it->items);
      if (seconds <= 0) continue;
      const Counters perSecond =
          (proxy.samples.back().sum.flows.value(it.key()) - proxy.samples.front().sum.flows.value(it.key())) /
          seconds;
      rate.itemsPerSecond += perSecond.items;
      rate.failedPerSecond += perSecond.failed;
    }
  }
  return found.values();
}

UseCaseRate FlowMeter::useCase(const QString& useCase) const {
  Counters perSecond;
  for (const Proxy& proxy : proxies_) {
    const double seconds = proxy.seconds();
    if (seconds <= 0) continue;
    perSecond += (proxy.samples.back().sum.useCases.value(useCase) -
                  proxy.samples.front().sum.useCases.value(useCase)) /
                 seconds;
  }
  UseCaseRate out;
  out.itemsPerSecond = perSecond.items;
  out.requestsPerSecond = perSecond.requests;
  if (perSecond.items > 0) {
    out.failedShare = perSecond.failed / perSecond.items;
    out.notCoveredShare = perSecond.notCovered / perSecond.items;
    out.withoutKeyShare = perSecond.withoutKey / perSecond.items;
  }
  const auto latency = latency_.value(useCase);
  out.p50Ms = latency.first;
  out.p99Ms = latency.second;
  return out;
}

QStringList FlowMeter::useCases() const {
  QStringList out;
  for (const Proxy& proxy : proxies_) out += proxy.newest.useCases.keys();
  out.removeDuplicates();
  out.sort();
  return out;
}

}  // namespace aerie::models
