// Open-loop load: requests leave at a constant rate whatever the answers do, and a request's latency counts
// from the moment at which it should have left. So a stall of the server is seen by every request that it
// delayed (no coordinated omission).
#pragma once

#include <absl/status/status.h>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "aerie/v1/serving.grpc.pb.h"
#include "sim/traffic/flight_source.h"

namespace aerie::sim {

struct Outcome {
  absl::Status status;  // of the request as a whole
  std::chrono::nanoseconds latency{0};
  std::vector<std::uint32_t> flights;
  v1::PredictResponse answer;
};

struct LoadOptions {
  double requests_per_second = 50;
  std::chrono::milliseconds deadline{2'000};
  std::uint64_t requests = 0;  // 0 = until stop()
  std::size_t max_outstanding =
      2'000;  // beyond it a request fails at once as ResourceExhausted, so memory stays bounded
};

// Threads: start, stop and wait from one thread; `on_outcome` runs on gRPC threads, several at a time.
class LoadGenerator final {
 public:
  LoadGenerator(std::shared_ptr<grpc::Channel> channel, FlightSource source, LoadOptions options,
                std::function<void(Outcome)> on_outcome);
  ~LoadGenerator();  // stop() and wait()

  void start();
  // No further requests; those in flight end.
  void stop();
  // Until every request has been sent and answered.
  void wait();
  // Takes effect with the next request.
  void setRate(double requests_per_second) { rate_.store(requests_per_second); }
  std::uint64_t sent() const { return sent_.load(); }
  std::uint64_t answered() const { return answered_.load(); }

 private:
  struct Call;
  void run();
  void send(FlightRequest request, std::chrono::steady_clock::time_point intended);
  void finished();

  const std::unique_ptr<v1::PredictionProxy::Stub> stub_;
  FlightSource source_;
  const LoadOptions options_;
  const std::function<void(Outcome)> on_outcome_;
  std::atomic<double> rate_;
  std::atomic<std::uint64_t> sent_{0};
  std::atomic<std::uint64_t> answered_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  bool done_sending_ = false;
  std::thread thread_;
};

}  // namespace aerie::sim
