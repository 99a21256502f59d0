#include "services/proxy/grpc_worker_client.h"

#include <grpcpp/alarm.h>

#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::proxy {
namespace {

class GrpcCall final : public WorkerCall {
 public:
  void cancel() override { context.TryCancel(); }
  grpc::ClientContext context;
  std::shared_ptr<const v1::WorkerRequest> request;
  v1::PredictResponse response;
  std::function<void(WorkerAnswer)> done;
};

class AlarmTimer final : public Timer {
 public:
  explicit AlarmTimer(std::function<void()> function) : function_(std::move(function)) {}
  void cancel() override { alarm_.Cancel(); }
  static void start(const std::shared_ptr<AlarmTimer>& timer, Duration delay) {
    // The alarm keeps its function after it has run, so a timer held by the function itself would never go:
    // the holder is given up by hand.
    auto* holder = new std::shared_ptr<AlarmTimer>(timer);
    timer->alarm_.Set(std::chrono::system_clock::now() + delay, [holder](bool fired) {
      const std::unique_ptr<std::shared_ptr<AlarmTimer>> keep(holder);
      const std::function<void()> function = std::move((*keep)->function_);
      if (fired) function();
    });
  }

 private:
  std::function<void()> function_;
  grpc::Alarm alarm_;
};

}  // namespace

void CallRegistry::add(grpc::ClientContext* context) {
  const MutexLock lock(mutex_);
  calls_.insert(context);
}

void CallRegistry::remove(grpc::ClientContext* context) {
  const MutexLock lock(mutex_);
  calls_.erase(context);
  if (calls_.empty()) empty_.notify_all();
}

void CallRegistry::cancelAndWait() {
  const MutexLock lock(mutex_);
  for (grpc::ClientContext* context : calls_) context->TryCancel();
  empty_.wait(mutex_, [this] { return calls_.empty(); });
}

std::chrono::system_clock::time_point toSystemTime(const Clock& clock, MonoTime deadline) {
  if (deadline == MonoTime::max()) return std::chrono::system_clock::time_point::max();
  return clock.wallNow() + (deadline - clock.monoNow());
}

MonoTime toMonoTime(const Clock& clock, std::chrono::system_clock::time_point deadline) {
  // Far deadlines would overflow the sum; nobody waits a year for a prediction.
  const auto left = deadline - std::chrono::system_clock::time_point(clock.wallNow());
  if (deadline == std::chrono::system_clock::time_point::max() || left > std::chrono::hours(24 * 365))
    return MonoTime::max();
  return clock.monoNow() + left;
}

absl::StatusOr<std::unique_ptr<WorkerClient>> GrpcWorkerClient::create(
    const std::string& url, const net::ChannelOptions& options, int connections, const Clock& clock,
    std::shared_ptr<CallRegistry> registry) {
  std::unique_ptr<GrpcWorkerClient> client(new GrpcWorkerClient(clock, std::move(registry)));
  net::ChannelOptions own = options;
  own.own_connection = true;
  for (int i = 0; i < connections; ++i) {
    AERIE_ASSIGN_OR_RETURN(const std::shared_ptr<grpc::Channel> channel, net::connect(url, own));
    channel->GetState(/*try_to_connect=*/true);  // the first request should not pay for the handshake
    client->stubs_.push_back(v1::Worker::NewStub(channel));
  }
  return std::unique_ptr<WorkerClient>(std::move(client));
}

std::shared_ptr<WorkerCall> GrpcWorkerClient::predict(std::shared_ptr<const v1::WorkerRequest> request,
                                                      MonoTime deadline,
                                                      std::function<void(WorkerAnswer)> done) {
  auto call = std::make_shared<GrpcCall>();
  call->request = std::move(request);
  call->done = std::move(done);
  if (deadline != MonoTime::max()) call->context.set_deadline(toSystemTime(clock_, deadline));
  registry_->add(&call->context);
  const std::size_t turn =
      stubs_.size() == 1 ? 0 : next_.fetch_add(1, std::memory_order_relaxed) % stubs_.size();
  stubs_[turn]->async()->Predict(&call->context, call->request.get(), &call->response,
                                 [call, registry = registry_](const grpc::Status& status) {
                                   const std::function<void(WorkerAnswer)> finished = std::move(call->done);
                                   finished({net::fromGrpc(status), std::move(call->response)});
                                   // Last: the registry's owner may destroy what `finished` uses as soon as
                                   // it is empty.
                                   registry->remove(&call->context);
                                 });
  return call;
}

std::shared_ptr<Timer> GrpcTimers::after(Duration delay, std::function<void()> function) {
  auto timer = std::make_shared<AlarmTimer>(std::move(function));
  AlarmTimer::start(timer, delay);
  return timer;
}

}  // namespace aerie::proxy
