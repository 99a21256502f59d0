// The gRPC side of worker_client.h and timers.h.
#pragma once

#include <grpcpp/grpcpp.h>
#include <memory>
#include <unordered_set>
#include <vector>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/mutex.h"
#include "core/net/channel.h"
#include "services/proxy/timers.h"
#include "services/proxy/worker_client.h"

namespace aerie::proxy {

// Knows every call under way, so that a server that stops can end those that outlive their request (shadows,
// losing hedges). Thread-safe.
class CallRegistry final {
 public:
  void add(grpc::ClientContext* context);
  void remove(grpc::ClientContext* context);
  // Cancels what is under way and returns when everything has ended. Nothing may be started meanwhile.
  void cancelAndWait();

 private:
  Mutex mutex_;
  CondVar empty_;
  std::unordered_set<grpc::ClientContext*> calls_ AERIE_GUARDED_BY(mutex_);
};

class GrpcWorkerClient final : public WorkerClient {
 public:
  // `connections`: transports to this replica; calls take turns. More than one helps where a single HTTP/2
  // connection is the bottleneck. InvalidArgument for an address that can't be used.
  static absl::StatusOr<std::unique_ptr<WorkerClient>> create(const std::string& url,
                                                              const net::ChannelOptions& options,
                                                              int connections, const Clock& clock,
                                                              std::shared_ptr<CallRegistry> registry);
  std::shared_ptr<WorkerCall> predict(std::shared_ptr<const v1::WorkerRequest> request, MonoTime deadline,
                                      std::function<void(WorkerAnswer)> done) override;

 private:
  GrpcWorkerClient(const Clock& clock, std::shared_ptr<CallRegistry> registry)
      : clock_(clock), registry_(std::move(registry)) {}

  const Clock& clock_;
  const std::shared_ptr<CallRegistry> registry_;
  std::vector<std::unique_ptr<v1::Worker::Stub>> stubs_;
  std::atomic<std::uint32_t> next_{0};
};

class GrpcTimers final : public Timers {
 public:
  std::shared_ptr<Timer> after(Duration delay, std::function<void()> function) override;
};

// Deadlines cross the process as wall time: gRPC's clock. max() stays max().
std::chrono::system_clock::time_point toSystemTime(const Clock& clock, MonoTime deadline);
MonoTime toMonoTime(const Clock& clock, std::chrono::system_clock::time_point deadline);

}  // namespace aerie::proxy
