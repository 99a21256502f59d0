#include "services/training/environment.h"

#include "core/base/status.h"
#include "core/net/status.h"
#include "core/telemetry/log.h"

namespace aerie::training_service {

grpc::Status Environment::finished(const std::string& method, const absl::Status& status) {
  metrics
      .counter("aerie_training_rpcs_total", "Calls answered",
               {{"method", method}, {"code", absl::StatusCodeToString(status.code())}})
      .Increment();
  if (absl::IsInternal(status) || absl::IsDataLoss(status))
    log::get("training")->error("rpc_failed method={} {}", method, toText(status));
  return net::toGrpc(status);
}

grpc::ServerUnaryReactor* answer(Environment& environment, grpc::CallbackServerContext* context,
                                 const std::string& method, services::Role role,
                                 std::function<absl::Status(const services::Caller&)> work) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const auto caller = environment.authenticator.require(context->client_metadata(), role);
  if (!caller.ok()) {
    reactor->Finish(environment.finished(method, caller.status()));
    return reactor;
  }
  const bool queued =
      environment.executor.submit([&environment, reactor, method, caller = *caller, work = std::move(work)] {
        const absl::Status status = work(caller);
        reactor->Finish(environment.finished(method, status));
      });
  if (!queued) reactor->Finish(environment.finished(method, overloaded()));
  return reactor;
}

}  // namespace aerie::training_service
