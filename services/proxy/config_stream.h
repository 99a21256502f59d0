// The proxy's end of ProxyConfigService.WatchProxyConfig: receives snapshots, sends the proxy's status.
#pragma once

#include <functional>
#include <grpcpp/grpcpp.h>
#include <memory>
#include <thread>

#include "aerie/v1/config.grpc.pb.h"
#include "core/base/clock.h"
#include "core/base/mutex.h"

namespace aerie::proxy {

// Owns one thread that applies snapshots (so compiling and disk never block a gRPC reaction), sends the
// status every second and after each snapshot, and reconnects with back-off and jitter when the stream ends.
// Only the newest of several waiting snapshots is applied.
class ConfigStream final {
 public:
  struct Options {
    Duration status_interval = std::chrono::seconds(1);
    Duration first_backoff = std::chrono::milliseconds(100);
    Duration longest_backoff = std::chrono::seconds(5);
    double jitter = 0.2;
    std::string metrics_address = {};  // told to the control plane; empty = there is none
  };
  using Status = std::function<v1::ProxyStatus()>;
  using Apply = std::function<void(const v1::ProxyConfigSnapshot&)>;
  ConfigStream(std::shared_ptr<grpc::Channel> channel, std::string control_address, Status status,
               Apply apply, Options options);
  ~ConfigStream();  // ends the stream and joins

 private:
  class Stream;
  void run();
  // Returns when the stream has ended; true when it had brought a snapshot.
  bool runStream();
  bool waitForStop(Duration duration);

  const std::unique_ptr<v1::ProxyConfigService::Stub> stub_;
  const std::string control_address_;
  const Status status_;
  const Apply apply_;
  const Options options_;
  Mutex mutex_;
  CondVar wake_;
  bool stop_ AERIE_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace aerie::proxy
