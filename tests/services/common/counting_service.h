// A callback service that counts the calls which reach its handler.
#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <string>

#include "aerie/v1/control.grpc.pb.h"
#include "services/common/auth.h"

namespace aerie::test {

class CountingService final : public v1::SystemService::CallbackService {
 public:
  std::atomic<int> calls{0};
  std::atomic<int> streams{0};
  std::atomic<bool> cancelled{false};

  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context, const v1::StatusRequest*,
                                      v1::SystemStatus*) override {
    ++calls;
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
  // Never ends by itself.
  grpc::ServerWriteReactor<v1::WorldUpdate>* Watch(grpc::CallbackServerContext*,
                                                   const v1::WatchRequest*) override {
    struct Reactor final : grpc::ServerWriteReactor<v1::WorldUpdate> {
      explicit Reactor(CountingService& owner) : service(owner) { StartSendInitialMetadata(); }
      void OnCancel() override {
        service.cancelled = true;
        Finish(grpc::Status::CANCELLED);
      }
      void OnDone() override { delete this; }
      CountingService& service;
    };
    ++streams;
    return new Reactor(*this);
  }
};

inline void setDeadline(grpc::ClientContext& context) {
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
}

inline grpc::Status getStatus(const std::shared_ptr<grpc::Channel>& channel) {
  grpc::ClientContext context;
  setDeadline(context);
  v1::SystemStatus answer;
  return v1::SystemService::NewStub(channel)->GetStatus(&context, v1::StatusRequest(), &answer);
}

// Check of grpc.health.v1 by hand: HealthCheckRequest { service: 1 }. The answer is { status: 1 }: 1 serving,
// 2 not serving; -1 for a service that is not known, -2 for any other failure.
inline int health(const std::shared_ptr<grpc::Channel>& channel, const std::string& service) {
  grpc::ClientContext context;
  setDeadline(context);
  const std::string body =
      service.empty() ? std::string() : "\x0a" + std::string(1, static_cast<char>(service.size())) + service;
  const grpc::Slice slice(body);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> done;
  grpc::GenericStub(channel).UnaryCall(&context, "/grpc.health.v1.Health/Check", grpc::StubOptions(),
                                       &request, &response,
                                       [&](const grpc::Status& status) { done.set_value(status); });
  const grpc::Status status = done.get_future().get();
  if (status.error_code() == grpc::StatusCode::NOT_FOUND) return -1;
  grpc::Slice answer;
  if (!status.ok() || !response.DumpToSingleSlice(&answer).ok() || answer.size() != 2) return -2;
  return answer.begin()[1];
}

}  // namespace aerie::test
