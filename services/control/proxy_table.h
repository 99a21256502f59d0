// The proxies that this control plane has seen lately, and how far they are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::control {

// Thread-safe.
class ProxyTable final {
 public:
  // `settle`: after our start nothing counts as acknowledged for so long, because proxies have to come back
  // first. `forget`: how long a proxy that went away is still waited for.
  ProxyTable(const Clock& clock, Duration settle, Duration forget);

  // A stream opened for this proxy; pairs with disconnected(). `metrics_address`: host:port of its /metrics,
  // or empty.
  void connected(const v1::ProxyStatus& status, const std::string& metrics_address = "");
  void update(const v1::ProxyStatus& status);
  void disconnected(const std::string& proxy_id);
  // Every known proxy applied this revision or a later one; true when there is none.
  bool acknowledged(std::uint64_t revision) const;
  struct Entry {
    v1::ProxyStatus status;
    int streams = 0;
    MonoTime last_seen{};
    std::string metrics_address = {};
  };
  std::vector<Entry> list() const;  // by id; without those that went away long ago

 private:
  const Clock& clock_;
  const Duration settle_, forget_;
  const MonoTime started_;
  mutable Mutex mutex_;
  std::map<std::string, Entry> proxies_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::control
