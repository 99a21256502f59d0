// The seam between routing and transport: one replica of a worker, called without blocking.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <string>

#include "aerie/v1/serving.pb.h"
#include "core/base/clock.h"

namespace aerie::proxy {

struct WorkerAnswer {
  absl::Status status;           // UNAVAILABLE: no byte of an answer came; it is safe to ask another replica
  v1::PredictResponse response;  // when status is OK
};

// A call that was started. Kept by whoever may want to cancel it.
class WorkerCall {
 public:
  virtual ~WorkerCall() = default;
  virtual void cancel() = 0;  // idempotent; the answer still comes, usually as CANCELLED
};

// Thread-safe. Implementations end a call at its deadline with DEADLINE_EXCEEDED.
class WorkerClient {
 public:
  virtual ~WorkerClient() = default;
  // `done` runs exactly once, perhaps on another thread, perhaps before predict() returns. The client may be
  // destroyed while calls are under way; they still end.
  virtual std::shared_ptr<WorkerCall> predict(std::shared_ptr<const v1::WorkerRequest> request,
                                              MonoTime deadline, std::function<void(WorkerAnswer)> done) = 0;
};

// Makes the client of a replica from its URL ("unix:path" or "host:port"). InvalidArgument for an address
// that can't be used.
using WorkerClientFactory =
    std::function<absl::StatusOr<std::unique_ptr<WorkerClient>>(const std::string& url)>;

}  // namespace aerie::proxy
