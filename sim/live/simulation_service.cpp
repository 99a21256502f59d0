#include "sim/live/simulation_service.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::sim {
namespace {

constexpr std::uint32_t kUpdatesPerSecond = 4;
constexpr std::uint32_t kMaxUpdatesPerSecond = 20;

// One stream. At most one write in flight; what changes meanwhile is sent as one state behind it, not before
// the interval is over. The simulation wakes its streams several times a second, which is timer enough.
class WatchReactor final : public grpc::ServerWriteReactor<v1::SimulationState> {
 public:
  WatchReactor(LiveSimulation& simulation, const v1::SimulationWatchRequest& request)
      : simulation_(simulation), interval_(intervalOf(request)), link_(std::make_shared<Link>()) {
    link_->reactor = this;
    subscription_ = simulation_.subscribe([link = link_] {
      const std::lock_guard lock(link->mutex);
      if (link->reactor != nullptr) link->reactor->offer();
    });
    const std::lock_guard lock(link_->mutex);
    offer();
  }

  // The end of the stream may come inside of these, and takes this object with it: the lock must not go, too.
  void OnWriteDone(bool ok) override {
    const auto link = link_;
    const std::lock_guard lock(link->mutex);
    writing_ = false;
    if (!ok) end(grpc::Status(grpc::StatusCode::CANCELLED, "the caller went away"));
  }
  void OnCancel() override {
    const auto link = link_;
    const std::lock_guard lock(link->mutex);
    end(grpc::Status(grpc::StatusCode::CANCELLED, "the watch ended"));
  }
  void OnDone() override {
    simulation_.unsubscribe(subscription_);
    {
      const std::lock_guard lock(link_->mutex);
      link_->reactor = nullptr;
    }
    delete this;
  }

 private:
  // Wake-ups may come after the stream is gone. Recursive: gRPC may run a reaction on the thread that starts
  // a write.
  struct Link {
    std::recursive_mutex mutex;
    WatchReactor* reactor = nullptr;
  };

  static std::chrono::milliseconds intervalOf(const v1::SimulationWatchRequest& request) {
    const std::uint32_t wanted = request.max_updates_per_second();
    return std::chrono::milliseconds(
        1'000 / (wanted == 0 ? kUpdatesPerSecond : std::min(wanted, kMaxUpdatesPerSecond)));
  }
  void offer() {
    const auto now = std::chrono::steady_clock::now();
    if (writing_ || ended_ || now < next_) return;
    next_ = now + interval_;
    message_ = simulation_.state();
    writing_ = true;
    StartWrite(&message_);
  }
  void end(const grpc::Status& status) {
    if (ended_) return;
    ended_ = true;
    Finish(status);
  }

  LiveSimulation& simulation_;
  const std::chrono::milliseconds interval_;
  const std::shared_ptr<Link> link_;
  int subscription_ = 0;
  v1::SimulationState message_;
  std::chrono::steady_clock::time_point next_{};
  bool writing_ = false;
  bool ended_ = false;
};

grpc::ServerUnaryReactor* done(grpc::CallbackServerContext* context, const absl::Status& status) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(net::toGrpc(status));
  return reactor;
}

}  // namespace

grpc::ServerUnaryReactor* SimulationServiceImpl::GetState(grpc::CallbackServerContext* context,
                                                          const v1::SimulationStateRequest*,
                                                          v1::SimulationState* response) {
  *response = simulation_.state();
  return done(context, absl::OkStatus());
}

grpc::ServerWriteReactor<v1::SimulationState>* SimulationServiceImpl::Watch(
    grpc::CallbackServerContext*, const v1::SimulationWatchRequest* request) {
  return new WatchReactor(simulation_, *request);
}

grpc::ServerUnaryReactor* SimulationServiceImpl::ListScenarios(grpc::CallbackServerContext* context,
                                                               const v1::ListScenariosRequest*,
                                                               v1::ListScenariosResponse* response) {
  *response = LiveSimulation::scenarios();
  return done(context, absl::OkStatus());
}

grpc::ServerUnaryReactor* SimulationServiceImpl::change(grpc::CallbackServerContext* context,
                                                        v1::SimulationState* response,
                                                        std::function<absl::Status()> work) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const bool taken = simulation_.changes().submit([this, reactor, response, work = std::move(work)] {
    const absl::Status status = work();
    *response = simulation_.state();
    reactor->Finish(net::toGrpc(status));
  });
  if (!taken)
    reactor->Finish(
        net::toGrpc(resourceExhausted("too many changes are waiting; try again in a few seconds")));
  return reactor;
}

grpc::ServerUnaryReactor* SimulationServiceImpl::SetTraffic(grpc::CallbackServerContext* context,
                                                            const v1::SetTrafficRequest* request,
                                                            v1::SimulationState* response) {
  return change(context, response, [this, request] { return simulation_.setTraffic(*request); });
}

grpc::ServerUnaryReactor* SimulationServiceImpl::SetFault(grpc::CallbackServerContext* context,
                                                          const v1::SetFaultRequest* request,
                                                          v1::SimulationState* response) {
  return change(context, response, [this, request] { return simulation_.setFault(*request); });
}

}  // namespace aerie::sim
