// Between absl::Status and grpc::Status: the codes are the same numbers, the message is kept. The one place
// for it.
#pragma once

#include <absl/status/status.h>
#include <grpcpp/support/status.h>

namespace aerie::net {

grpc::Status toGrpc(const absl::Status& status);
absl::Status fromGrpc(const grpc::Status& status);

}  // namespace aerie::net
