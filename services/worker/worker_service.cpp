#include "services/worker/worker_service.h"

#include <google/protobuf/arena.h>
#include <grpcpp/support/message_allocator.h>

#include "core/base/status.h"
#include "core/net/status.h"
#include "services/worker/worker_pipeline.h"

namespace aerie::worker {
namespace {

// The messages of one call. Lives until gRPC and every shared owner have let go.
class CallMessages final : public grpc::MessageHolder<v1::WorkerRequest, v1::PredictResponse> {
 public:
  static CallMessages* create() {
    auto messages = shared();
    messages->self_ = messages;
    return messages.get();
  }
  // For calls that gRPC knows nothing of.
  static std::shared_ptr<CallMessages> shared() { return std::shared_ptr<CallMessages>(new CallMessages()); }
  // gRPC has ended the call.
  void Release() override { const std::shared_ptr<CallMessages> last = std::move(self_); }
  std::shared_ptr<const v1::WorkerRequest> sharedRequest() { return {self_, request()}; }
  std::size_t memoryBytes() const { return static_cast<std::size_t>(arena_.SpaceAllocated()); }

 private:
  CallMessages() : arena_(arenaOptions()) {
    set_request(google::protobuf::Arena::CreateMessage<v1::WorkerRequest>(&arena_));
    set_response(google::protobuf::Arena::CreateMessage<v1::PredictResponse>(&arena_));
  }
  static google::protobuf::ArenaOptions arenaOptions() {
    google::protobuf::ArenaOptions options;
    options.start_block_size = 4'096;
    options.max_block_size = 256 << 10;
    return options;
  }
  google::protobuf::Arena arena_;
  std::shared_ptr<CallMessages> self_;
};

// Tells the pipeline when the caller has gone. Deletes itself when gRPC is done with it.
class PredictReactor final : public grpc::ServerUnaryReactor {
 public:
  std::shared_ptr<const std::atomic<bool>> cancelled() const { return cancelled_; }
  void OnCancel() override { cancelled_->store(true); }
  void OnDone() override { delete this; }

 private:
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace

class WorkerService::Allocator final : public grpc::MessageAllocator<v1::WorkerRequest, v1::PredictResponse> {
 public:
  grpc::MessageHolder<v1::WorkerRequest, v1::PredictResponse>* AllocateMessages() override {
    return CallMessages::create();
  }
};

WorkerService::WorkerService(WorkerState& state,
                             const std::unique_ptr<services::Authenticator>& authenticator)
    : state_(state), authenticator_(authenticator), allocator_(std::make_unique<Allocator>()) {
  SetMessageAllocatorFor_Predict(allocator_.get());
}

WorkerService::~WorkerService() = default;

grpc::ServerUnaryReactor* WorkerService::Predict(grpc::CallbackServerContext* context,
                                                 const v1::WorkerRequest*, v1::PredictResponse* response) {
  auto* reactor = new PredictReactor();
  if (authenticator_ != nullptr && !authenticator_->open()) {
    const auto caller = authenticator_->require(context->client_metadata(), services::Role::kEngineer);
    if (!caller.ok()) {
      reactor->Finish(net::toGrpc(caller.status()));
      return reactor;
    }
  }
  WorkerPipeline* pipeline = state_.pipeline();
  if (pipeline == nullptr) {
    reactor->Finish(net::toGrpc(unavailable("the worker is not ready: {}", state_.message())));
    return reactor;
  }
  auto* messages = static_cast<CallMessages*>(context->GetRpcAllocatorState());
  pipeline->predict({.request = messages->sharedRequest(),
                     .response = response,
                     .memory_bytes = messages->memoryBytes(),
                     .deadline = context->deadline(),
                     .cancelled = [gone = reactor->cancelled()] { return gone->load(); },
                     .done = [reactor](absl::Status status) { reactor->Finish(net::toGrpc(status)); }});
  return reactor;
}

void WorkerService::predictLocally(local_call::ServerCall& call) {
  const auto no_answer = [](std::string*) {};
  WorkerPipeline* pipeline = state_.pipeline();
  if (pipeline == nullptr)
    return call.answer(unavailable("the worker is not ready: {}", state_.message()), no_answer);
  const std::shared_ptr<CallMessages> messages = CallMessages::shared();
  const std::string_view bytes = call.request();
  if (!messages->request()->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return call.answer(invalidArgument("the request is not a WorkerRequest"), no_answer);
  pipeline->predict(
      {.request = std::shared_ptr<const v1::WorkerRequest>(messages, messages->request()),
       .response = messages->response(),
       .memory_bytes = messages->memoryBytes(),
       .deadline = call.deadline(),
       .cancelled = [&call] { return call.cancelled(); },
       .may_block = true,
       .done =
           [&call, messages](absl::Status status) {
             call.answer(status, [&](std::string* frame) { messages->response()->AppendToString(frame); });
           }});
}

grpc::ServerUnaryReactor* WorkerService::GetWorkerStatus(grpc::CallbackServerContext* context,
                                                         const v1::WorkerStatusRequest*,
                                                         v1::WorkerStatus* response) {
  auto* reactor = context->DefaultReactor();
  state_.fill(response);
  reactor->Finish(grpc::Status::OK);
  return reactor;
}

}  // namespace aerie::worker
