// Everything that changes, collected: what is there first, then differences.
#pragma once

#include "aerie/v1/training.grpc.pb.h"
#include "services/training/environment.h"

namespace aerie::training_service {

// At most one step of it runs at a time, on the executor; a slow reader gets fewer, larger messages.
grpc::ServerWriteReactor<v1::WatchTrainingResponse>* watchTraining(Environment& environment,
                                                                   grpc::CallbackServerContext* context,
                                                                   const v1::WatchTrainingRequest& request);

}  // namespace aerie::training_service
