// A working directory that comes from another machine.
#pragma once

#include "aerie/v1/training.grpc.pb.h"
#include "services/training/environment.h"

namespace aerie::training_service {

// Bytes are written on the executor; the next message is read when the one before is on disk. An upload that
// ends early is dropped. What is in the archive is checked when a job unpacks it.
grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* receiveDirectory(
    Environment& environment, grpc::CallbackServerContext* context,
    v1::UploadTrainingDirectoryResponse* response);

}  // namespace aerie::training_service
