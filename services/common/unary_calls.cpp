#include "services/common/unary_calls.h"

#include "core/base/status.h"
#include "core/net/status.h"
#include "core/telemetry/log.h"

namespace aerie::services {

grpc::Status CallDesk::finished(const std::string& method, const absl::Status& status) {
  metrics
      .counter(fmt::format("aerie_{}_rpcs_total", daemon), "Calls answered",
               {{"method", method}, {"code", absl::StatusCodeToString(status.code())}})
      .Increment();
  if (absl::IsInternal(status) || absl::IsDataLoss(status))
    log::get(daemon)->error("rpc_failed method={} {}", method, toText(status));
  return net::toGrpc(status);
}

absl::Status CallDesk::overloaded() const {
  return resourceExhausted("the {} is overloaded or stopping; try again later", title);
}

grpc::ServerUnaryReactor* answer(CallDesk& desk, grpc::CallbackServerContext* context,
                                 const std::string& method, Role role,
                                 std::function<absl::Status(const Caller&)> work) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const auto caller = desk.authenticator.require(context->client_metadata(), role);
  if (!caller.ok()) {
    reactor->Finish(desk.finished(method, caller.status()));
    return reactor;
  }
  const bool queued =
      desk.executor.submit([&desk, reactor, method, caller = *caller, work = std::move(work)] {
        const absl::Status status = work(caller);
        reactor->Finish(desk.finished(method, status));
      });
  if (!queued) reactor->Finish(desk.finished(method, desk.overloaded()));
  return reactor;
}

}  // namespace aerie::services
