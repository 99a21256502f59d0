// The gRPC shell of a worker: aerie.v1.Worker on the callback API.
#pragma once

#include <grpcpp/grpcpp.h>
#include <memory>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/local_call/server.h"
#include "services/common/auth.h"
#include "services/worker/worker_state.h"

namespace aerie::worker {

// Thread-safe. Requests and answers live in an arena of their own per call; frames and the feature log view
// the request there and keep it alive after the call has ended.
class WorkerService final : public v1::Worker::CallbackService {
 public:
  // `authenticator` is read per call: null or open = every caller may predict, else engineers and above.
  WorkerService(WorkerState& state, const std::unique_ptr<services::Authenticator>& authenticator);
  ~WorkerService() override;

  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::WorkerRequest* request,
                                    v1::PredictResponse* response) override;
  // The same prediction for a local call, on its connection's thread. For sockets that only this user can
  // reach: no token is asked for.
  void predictLocally(local_call::ServerCall& call);
  grpc::ServerUnaryReactor* GetWorkerStatus(grpc::CallbackServerContext* context,
                                            const v1::WorkerStatusRequest* request,
                                            v1::WorkerStatus* response) override;

 private:
  class Allocator;
  WorkerState& state_;
  const std::unique_ptr<services::Authenticator>& authenticator_;
  std::unique_ptr<Allocator> allocator_;
};

}  // namespace aerie::worker
