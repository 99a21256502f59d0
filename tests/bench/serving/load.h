// The load driver: one thread and one connection each, blocking calls, the same loop for every kind of
// server.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/serving/world.h"

namespace aerie::bench {

enum class Target { kHttp, kProxy, kWorker };

// One connection to a server. Not thread-safe.
class Client {
 public:
  virtual ~Client() = default;
  // Sends request number `index` (of those that it was made with) and waits for the whole answer.
  virtual absl::Status call(std::size_t index) = 0;
  // The scores of the last answer.
  virtual absl::StatusOr<std::vector<double>> scores() const = 0;
};

// Requests are encoded beforehand where the protocol lets them be (JSON), else per call (Protobuf, part of
// the latency).
absl::StatusOr<std::unique_ptr<Client>> makeClient(Target target, const std::string& address,
                                                   const std::string& use_case,
                                                   const std::vector<Request>& requests);

struct LoadOptions {
  Target target = Target::kProxy;
  std::string address;
  std::string use_case;
  int connections = 1;
  double seconds = 3;
  double warm_up_seconds = 0.5;  // closed loop, not counted
  double rate = 0;  // requests/s of all connections together; 0 = closed loop: each sends when answered
};

struct LoadResult {
  std::vector<double> latencies_ms;  // sorted; open loop: from when the request should have left
  std::uint64_t failed = 0;
  std::string first_error;
  double seconds = 0;
};

absl::StatusOr<LoadResult> runLoad(const LoadOptions& options, const std::vector<Request>& requests);
// {"requests":..,"failed":..,"rps":..,"p50_ms":..,"p99_ms":..,...}
std::string toJson(const LoadResult& result);

}  // namespace aerie::bench
