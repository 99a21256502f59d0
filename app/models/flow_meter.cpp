#include "app/models/flow_meter.h"

#include <QStringList>
#include <numeric>

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

void FlowMeter::add(qint64 nowMs, const QList<rpc::ProxyStatus>& proxies) {
  if (!samples_.empty() && nowMs <= samples_.back().atMs) return;
  Sample next = samples_.empty() ? Sample() : samples_.back();
  next.atMs = nowMs;
  QMap<QString, double> busiest;
  for (const rpc::ProxyStatus& proxy : proxies) {
    ProxyMemory now;
    now.startedMs = proxy.startedMs;
    for (const rpc::EndpointTraffic& t : proxy.traffic) {
      now.flows[FlowKey(t.useCase, t.experiment, t.arm, t.endpoint)] += Counters{
          static_cast<double>(t.itemsOk + t.itemsFailed), static_cast<double>(t.itemsFailed), 0, 0, 0};
    }
    for (const rpc::UseCaseTraffic& u : proxy.useCases) {
      now.useCases[u.useCase] += Counters{static_cast<double>(u.items), static_cast<double>(u.failedItems),
                                          static_cast<double>(u.requests), static_cast<double>(u.notCovered),
                                          static_cast<double>(u.withoutKey)};
      if (static_cast<double>(u.items) >= busiest.value(u.useCase)) {
        busiest[u.useCase] = static_cast<double>(u.items);
        latency_[u.useCase] = {u.p50Ms, u.p99Ms};
      }
    }
    const auto known = proxies_.constFind(proxy.id);
    // What a proxy counted before we saw it first is no traffic of this moment: it only sets the base line.
    ProxyMemory before = known == proxies_.constEnd()        ? now
                         : known->startedMs == now.startedMs ? *known
                                                             : ProxyMemory();
    accumulate(now.flows, before.flows, next.flows);
    accumulate(now.useCases, before.useCases, next.useCases);
    proxies_[proxy.id] = std::move(now);
  }
  samples_.push_back(std::move(next));
  while (samples_.size() > 2 && samples_[1].atMs <= nowMs - windowMs_) samples_.pop_front();
}

double FlowMeter::windowSeconds() const {
  if (samples_.size() < 2) return 0;
  return static_cast<double>(samples_.back().atMs - samples_.front().atMs) / 1000.0;
}

QList<FlowRate> FlowMeter::flows(const QString& useCase) const {
  QList<FlowRate> out;
  if (samples_.empty()) return out;
  const double seconds = windowSeconds();
  const auto& last = samples_.back().flows;
  for (auto it = last.begin(); it != last.end(); ++it) {
    const auto& [name, experiment, arm, endpoint] = it.key();
    if (name != useCase) continue;
    const Counters delta = *it - samples_.front().flows.value(it.key());
    const auto counted = std::accumulate(
        proxies_.begin(), proxies_.end(), 0.0,
        [&](double sum, const ProxyMemory& p) { return sum + p.flows.value(it.key()).items; });
    out.append({name, experiment, arm, endpoint, seconds > 0 ? delta.items / seconds : 0,
                seconds > 0 ? delta.failed / seconds : 0, static_cast<quint64>(counted)});
  }
  return out;
}

UseCaseRate FlowMeter::useCase(const QString& useCase) const {
  UseCaseRate out;
  if (samples_.empty()) return out;
  const double seconds = windowSeconds();
  const Counters delta = samples_.back().useCases.value(useCase) - samples_.front().useCases.value(useCase);
  if (seconds > 0) {
    out.itemsPerSecond = delta.items / seconds;
    out.requestsPerSecond = delta.requests / seconds;
  }
  if (delta.items > 0) {
    out.failedShare = delta.failed / delta.items;
    out.notCoveredShare = delta.notCovered / delta.items;
    out.withoutKeyShare = delta.withoutKey / delta.items;
  }
  const auto latency = latency_.value(useCase);
  out.p50Ms = latency.first;
  out.p99Ms = latency.second;
  return out;
}

QStringList FlowMeter::useCases() const {
  return samples_.empty() ? QStringList() : samples_.back().useCases.keys();
}

}  // namespace aerie::models
