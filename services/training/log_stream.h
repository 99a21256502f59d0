// A log, in pieces, to its end or for as long as it grows.
#pragma once

#include "aerie/v1/training.grpc.pb.h"
#include "services/training/environment.h"

namespace aerie::training_service {

// A bounded log lies in two files: "<path>.1" has what came before the last cut, and is read first. Offsets
// count from the first byte that is still there; `truncated` says that something before it is not.
grpc::ServerWriteReactor<v1::TrainingLogsResponse>* sendLogs(Environment& environment,
                                                             grpc::CallbackServerContext* context,
                                                             const v1::TrainingLogsRequest& request);

}  // namespace aerie::training_service
