#include "services/control/proxy_config_service.h"

#include "core/base/status.h"
#include "core/net/channel.h"
#include "core/telemetry/log.h"
#include "services/common/metrics_address.h"
#include "services/control/stream_pump.h"
#include "services/control/world.h"

namespace aerie::control {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(5);

// Where the proxy says that its metrics are, if that is where the proxy itself is: nobody may make us ask
// other machines, and a loopback address of another machine is not ours.
std::string metricsAddressOf(const grpc::CallbackServerContext& context) {
  const auto found = context.client_metadata().find(services::kMetricsAddressKey);
  if (found == context.client_metadata().end() || found->second.size() > 256) return "";
  const std::string address(found->second.data(), found->second.size());
  const std::string peer = context.peer();  // unix:..., ipv4:1.2.3.4:5, ipv6:%5B::1%5D:5
  const bool local_peer =
      peer.starts_with("unix:") || peer.starts_with("ipv4:127.") || peer.starts_with("ipv6:%5B::1%5D");
  if (net::isLocalAddress(address)) return local_peer ? address : "";
  const std::string host = address.substr(0, address.rfind(':'));
  return !host.empty() && peer.starts_with("ipv4:" + host + ":") ? address : "";
}

class ProxyStream final : public grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot> {
 public:
  ProxyStream(ProxyConfigService& service, Environment& environment, grpc::CallbackServerContext* context)
      : service_(service),
        environment_(environment),
        pump_(std::make_shared<Pump>(this, environment.ticker, kInterval)) {
    const auto caller =
        environment.authenticator.require(context->client_metadata(), services::Role::kViewer);
    if (!caller.ok()) {
      pump_->end(environment.finished("WatchProxyConfig", caller.status()));
      return;
    }
    metrics_address_ = metricsAddressOf(*context);
    subscription_ = service_.subscribe([pump = pump_] { pump->wake(); });
    StartRead(&status_);
    pump_->wake();
  }

  bool fill(v1::ProxyConfigSnapshot& snapshot) {
    const auto newest = environment_.configs.snapshot();
    if (sent_ && newest->revision() <= sent_revision_) return false;
    snapshot = *newest;
    sent_ = true;
    sent_revision_ = newest->revision();
    return true;
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      pump_->end(environment_.finished("WatchProxyConfig", absl::OkStatus()));
      return;
    }
    if (status_.proxy_id().empty() || status_.proxy_id().size() > 200) {
      pump_->end(environment_.finished(
          "WatchProxyConfig", invalidArgument("a proxy status needs a proxy_id of at most 200 bytes")));
      return;
    }
    if (proxy_id_.empty()) {
      proxy_id_ = status_.proxy_id();
      environment_.proxies.connected(status_, metrics_address_);
      log::get("control")->info("proxy_connected proxy={} address={} revision={}", proxy_id_,
                                status_.address(), status_.config_revision());
    } else if (status_.proxy_id() == proxy_id_) {
      environment_.proxies.update(status_);
    }
    if (status_.refused_revision() > refused_) {
      refused_ = status_.refused_revision();
      log::get("control")->error("proxy_refused_config proxy={} revision={} reason=\"{}\"", proxy_id_,
                                 refused_, status_.refused_reason());
    }
    environment_.world.touch(World::kStatus);
    StartRead(&status_);
  }
  void OnWriteDone(bool ok) override { pump_->written(ok); }
  void OnCancel() override { pump_->end(grpc::Status(grpc::StatusCode::CANCELLED, "the stream ended")); }
  void OnDone() override {
    pump_->detach();
    if (subscription_ != 0) service_.unsubscribe(subscription_);
    if (!proxy_id_.empty()) environment_.proxies.disconnected(proxy_id_);
    environment_.world.touch(World::kStatus);
    delete this;
  }

 private:
  using Pump = StreamPump<ProxyStream, v1::ProxyConfigSnapshot>;
  ProxyConfigService& service_;
  Environment& environment_;
  std::shared_ptr<Pump> pump_;
  v1::ProxyStatus status_;
  std::string proxy_id_;
  std::string metrics_address_;
  std::uint64_t refused_ = 0;
  bool sent_ = false;
  std::uint64_t sent_revision_ = 0;
  int subscription_ = 0;
};

}  // namespace

grpc::ServerBidiReactor<v1::ProxyStatus, v1::ProxyConfigSnapshot>* ProxyConfigService::WatchProxyConfig(
    grpc::CallbackServerContext* context) {
  return new ProxyStream(*this, environment_, context);
}

void ProxyConfigService::changed() {
  std::map<int, std::function<void()>> streams;
  {
    MutexLock lock(mutex_);
    streams = streams_;
  }
  // Outside the lock: a stream may end, and unsubscribe, on this very thread. Its wake-up outlives it.
  for (const auto& [id, wake] : streams) wake();
}

int ProxyConfigService::subscribe(std::function<void()> wake) {
  MutexLock lock(mutex_);
  streams_[next_] = std::move(wake);
  return next_++;
}

void ProxyConfigService::unsubscribe(int id) {
  MutexLock lock(mutex_);
  streams_.erase(id);
}

}  // namespace aerie::control
