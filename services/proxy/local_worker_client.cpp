#include "services/proxy/local_worker_client.h"

#include "core/base/status.h"

namespace aerie::proxy {
namespace {

constexpr auto kAskAgain = std::chrono::seconds(1);

class LocalCall final : public WorkerCall {
 public:
  explicit LocalCall(std::shared_ptr<local_call::AsyncCall> call) : call_(std::move(call)) {}
  void cancel() override { call_->cancel(); }

 private:
  const std::shared_ptr<local_call::AsyncCall> call_;
};

// A call that never started has nothing to cancel.
class NoCall final : public WorkerCall {
 public:
  void cancel() override {}
};

// Of one call, until its answer has been passed on.
struct Waiting {
  v1::PredictResponse response;
  std::function<void(WorkerAnswer)> done;
};

}  // namespace

std::shared_ptr<WorkerCall> LocalWorkerClient::predict(std::shared_ptr<const v1::WorkerRequest> request,
                                                       MonoTime deadline,
                                                       std::function<void(WorkerAnswer)> done) {
  const MonoTime now = std::chrono::steady_clock::now();
  if (now < remote_until_.load(std::memory_order_relaxed))
    return remote_->predict(std::move(request), deadline, std::move(done));
  const auto waiting = std::make_shared<Waiting>();
  waiting->done = std::move(done);
  local_call::AsyncRequest local;
  local.deadline = deadline;
  local.append = [&request](std::string* frame) { request->AppendToString(frame); };
  local.read = [waiting](std::string_view payload) {
    if (waiting->response.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
      return absl::OkStatus();
    return internalError("the worker's answer is not a PredictResponse");
  };
  local.done = [waiting](absl::Status status) {
    waiting->done({std::move(status), std::move(waiting->response)});
  };
  auto call = client_.call(std::move(local));
  if (call.ok()) return std::make_shared<LocalCall>(*std::move(call));
  if (absl::IsNotFound(call.status())) {
    remote_until_.store(now + kAskAgain, std::memory_order_relaxed);
    return remote_->predict(std::move(request), deadline, std::move(waiting->done));
  }
  waiting->done({call.status(), {}});
  return std::make_shared<NoCall>();
}

}  // namespace aerie::proxy
