#include "services/control/system_service.h"

#include "core/base/status.h"
#include "services/control/stream_pump.h"
#include "services/control/to_proto.h"
#include "services/control/world.h"

namespace aerie::control {
namespace {

using services::Caller;
using services::Role;

class WatchReactor final : public grpc::ServerWriteReactor<v1::WorldUpdate> {
 public:
  WatchReactor(Environment& environment, grpc::CallbackServerContext* context,
               const v1::WatchRequest* request)
      : environment_(environment) {
    const std::uint32_t rate =
        request->max_updates_per_second() == 0 ? 10 : std::min(request->max_updates_per_second(), 100U);
    pump_ = std::make_shared<Pump>(this, environment.ticker, Duration(std::chrono::seconds(1)) / rate);
    const auto caller = environment.authenticator.require(context->client_metadata(), Role::kViewer);
    if (!caller.ok()) {
      pump_->end(environment.finished("Watch", caller.status()));
      return;
    }
    subscription_ = environment.world.subscribe([pump = pump_] { pump->wake(); });
    pump_->wake();
  }

  bool fill(v1::WorldUpdate& update) { return environment_.world.next(cursor_, update); }

  void OnWriteDone(bool ok) override { pump_->written(ok); }
  void OnCancel() override {
    pump_->end(environment_.finished("Watch", absl::CancelledError("the watch ended")));
  }
  void OnDone() override {
    pump_->detach();
    if (subscription_ != 0) environment_.world.unsubscribe(subscription_);
    delete this;
  }

 private:
  using Pump = StreamPump<WatchReactor, v1::WorldUpdate>;
  Environment& environment_;
  std::shared_ptr<Pump> pump_;
  World::Cursor cursor_;
  int subscription_ = 0;
};

}  // namespace

grpc::ServerUnaryReactor* SystemService::GetStatus(grpc::CallbackServerContext* context,
                                                   const v1::StatusRequest*, v1::SystemStatus* response) {
  return answer(environment_, context, "GetStatus", Role::kViewer, [=, this](const Caller&) {
    status_(*response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* SystemService::ListAudit(grpc::CallbackServerContext* context,
                                                   const v1::ListAuditRequest* request,
                                                   v1::ListAuditResponse* response) {
  return answer(environment_, context, "ListAudit", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(
        const std::vector<AuditEntry> entries,
        environment_.audit.list(request->since_sequence(), request->limit(), request->search()));
    for (const AuditEntry& entry : entries) *response->add_entries() = toProto(entry);
    return absl::OkStatus();
  });
}

grpc::ServerWriteReactor<v1::WorldUpdate>* SystemService::Watch(grpc::CallbackServerContext* context,
                                                                const v1::WatchRequest* request) {
  return new WatchReactor(environment_, context, request);
}

}  // namespace aerie::control
