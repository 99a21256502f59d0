#include "services/control/proxy_table.h"

#include <algorithm>

namespace aerie::control {

ProxyTable::ProxyTable(const Clock& clock, Duration settle, Duration forget)
    : clock_(clock), settle_(settle), forget_(forget), started_(clock.monoNow()) {}

void ProxyTable::connected(const v1::ProxyStatus& status, const std::string& metrics_address) {
  MutexLock lock(mutex_);
  Entry& entry = proxies_[status.proxy_id()];
  ++entry.streams;
  entry.metrics_address = metrics_address;
  entry.status = status;
  entry.last_seen = clock_.monoNow();
}

void ProxyTable::update(const v1::ProxyStatus& status) {
  MutexLock lock(mutex_);
  Entry& entry = proxies_[status.proxy_id()];
  entry.status = status;
  entry.last_seen = clock_.monoNow();
}

void ProxyTable::disconnected(const std::string& proxy_id) {
  MutexLock lock(mutex_);
  const auto it = proxies_.find(proxy_id);
  if (it == proxies_.end()) return;
  it->second.streams = std::max(0, it->second.streams - 1);
  it->second.last_seen = clock_.monoNow();
}

bool ProxyTable::acknowledged(std::uint64_t revision) const {
  const MonoTime now = clock_.monoNow();
  MutexLock lock(mutex_);
  if (now - started_ < settle_) return false;
  return std::all_of(proxies_.begin(), proxies_.end(), [&](const auto& item) {
    const Entry& entry = item.second;
    const bool gone = entry.streams == 0 && now - entry.last_seen >= forget_;
    return gone || entry.status.config_revision() >= revision;
  });
}

std::vector<ProxyTable::Entry> ProxyTable::list() const {
  const MonoTime now = clock_.monoNow();
  MutexLock lock(mutex_);
  std::vector<Entry> result;
  for (const auto& [id, entry] : proxies_) {
    if (entry.streams > 0 || now - entry.last_seen < std::chrono::minutes(5)) result.push_back(entry);
  }
  return result;
}

}  // namespace aerie::control
