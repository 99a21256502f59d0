// Requests that a careless or hostile client might send, with the answer that each must get.
#pragma once

#include <absl/status/status.h>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"

namespace aerie::sim {

struct MalformedRequest {
  std::string name;
  v1::ProxyRequest message;
  absl::StatusCode expected =
      absl::StatusCode::kInvalidArgument;  // of the request, or of each item when `per_item`
  bool per_item = false;
};

// `good` is a request that succeeds; each case breaks it in one way. There are kMalformedRequests of them.
inline constexpr std::size_t kMalformedRequests = 8;
std::vector<MalformedRequest> malformedRequests(const v1::ProxyRequest& good);

}  // namespace aerie::sim
