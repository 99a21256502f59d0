// Putting the workers' answers together in request order.
#pragma once

#include <absl/status/status.h>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"

namespace aerie::proxy {

// What one chunk came to, after retries and the fallback.
struct ChunkAnswer {
  std::span<const std::uint32_t> items;  // places in the request
  std::string endpoint;                  // that served it (or failed last)
  std::string replica;                   // address that answered, may be empty
  absl::Status status;
  v1::PredictResponse response;  // when status is OK; consumed by the merge
};

// Fills outputs, item_status, item_error, errors, item_served_by and served_by of `out` for `item_count`
// items. Never fails: an answer with the wrong number of rows, or with outputs that don't fit together with
// the others', fails its own rows only (INTERNAL). Returns the number of failed items.
std::size_t mergeAnswers(std::size_t item_count, std::span<ChunkAnswer> answers, v1::PredictResponse* out);

}  // namespace aerie::proxy
