#include "sim/traffic/load_generator.h"

#include <grpcpp/grpcpp.h>

#include "core/base/status.h"
#include "core/net/status.h"

namespace aerie::sim {

struct LoadGenerator::Call {
  grpc::ClientContext context;
  v1::ProxyRequest request;
  v1::PredictResponse answer;
  std::vector<std::uint32_t> flights;
  std::chrono::steady_clock::time_point intended;
};

LoadGenerator::LoadGenerator(std::shared_ptr<grpc::Channel> channel, FlightSource source, LoadOptions options,
                             std::function<void(Outcome)> on_outcome)
    : stub_(v1::PredictionProxy::NewStub(channel)),
      source_(std::move(source)),
      options_(options),
      on_outcome_(std::move(on_outcome)),
      rate_(options.requests_per_second) {}

LoadGenerator::~LoadGenerator() {
  stop();
  wait();
}

void LoadGenerator::start() {
  AERIE_CHECK(!thread_.joinable());
  thread_ = std::thread([this] { run(); });
}

void LoadGenerator::stop() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  changed_.notify_all();
}

void LoadGenerator::wait() {
  if (!thread_.joinable()) return;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_sending_ && answered_.load() == sent_.load(); });
  }
  thread_.join();
}

void LoadGenerator::run() {
  auto intended = std::chrono::steady_clock::now();
  while (true) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait_until(lock, intended, [this] { return stopping_; });
      if (stopping_ || (options_.requests > 0 && sent_.load() >= options_.requests)) {
        done_sending_ = true;
        changed_.notify_all();
        return;
      }
      sent_.fetch_add(1);
    }
    send(source_.next(), intended);
    intended += std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 / std::max(0.01, rate_.load())));
  }
}

void LoadGenerator::send(FlightRequest request, std::chrono::steady_clock::time_point intended) {
  if (sent_.load() - answered_.load() > options_.max_outstanding) {
    on_outcome_({resourceExhausted("{} requests are outstanding: the server is slower than the load",
                                   options_.max_outstanding),
                 std::chrono::steady_clock::now() - intended,
                 std::move(request.flights),
                 {}});
    finished();
    return;
  }
  auto call = std::make_shared<Call>();
  call->request = std::move(request.message);
  call->flights = std::move(request.flights);
  call->intended = intended;
  call->context.set_deadline(std::chrono::system_clock::now() + options_.deadline);
  stub_->async()->Predict(
      &call->context, &call->request, &call->answer, [this, call](const grpc::Status& status) {
        on_outcome_({net::fromGrpc(status), std::chrono::steady_clock::now() - call->intended,
                     std::move(call->flights), std::move(call->answer)});
        finished();
      });
}

void LoadGenerator::finished() {
  const std::lock_guard lock(mutex_);
  answered_.fetch_add(1);
  changed_.notify_all();
}

}  // namespace aerie::sim
