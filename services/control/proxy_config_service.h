// aerie.v1.ProxyConfigService: proxies report their status and get every new snapshot.
#pragma once

#include <map>

#include "aerie/v1/config.grpc.pb.h"
#include "services/control/environment.h"

namespace aerie::control {

class ProxyConfigService final : public v1::ProxyConfigService::CallbackService {
 public:
  explicit ProxyConfigService(Environment& environment) : environment_(environment) {}
  grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot>* WatchProxyConfig(
      grpc::CallbackServerContext* context) override;

  // There is a new snapshot. Thread-safe.
  void changed();
  // `wake` may still be called once after unsubscribe().
  int subscribe(std::function<void()> wake);
  void unsubscribe(int id);

 private:
  Environment& environment_;
  Mutex mutex_;
  std::map<int, std::function<void()>> streams_ AERIE_GUARDED_BY(mutex_);
  int next_ AERIE_GUARDED_BY(mutex_) = 1;
};

}  // namespace aerie::control
