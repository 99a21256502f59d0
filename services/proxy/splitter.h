// Cutting a request into worker requests: which items go where, and the messages that carry them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "services/proxy/request_frames.h"

namespace aerie::proxy {

// Items of one request that go to one endpoint together, in request order.
struct ChunkPlan {
  std::int32_t endpoint = 0;
  std::vector<std::uint32_t> items;
};

// Groups items by endpoint and cuts each group into as few chunks of at most batch_size(endpoint) rows as
// possible, of equal size but for one row: two halves finish sooner than a full chunk and a crumb.
std::vector<ChunkPlan> planChunks(std::span<const std::int32_t> endpoint_of_item,
                                  const std::function<std::size_t(std::int32_t endpoint)>& batch_size);

// Why items are where they are, as it travels to workers and back to the client: a small table and an index
// per item.
struct AssignmentTable {
  std::vector<v1::Assignment> entries;
  std::vector<std::uint32_t> of_item;  // empty when there is one entry
};

// Query frames of at most this many rows go to every chunk whole; of larger ones each chunk gets its own
// rows.
inline constexpr std::size_t kSmallQueryFrame = 4;

// `out` gets the shared features, the given items and their queries (query_index renumbered) and the
// attribution.
void fillWorkerRequest(const RequestFrames& frames, std::span<const std::uint32_t> items,
                       const AssignmentTable& assignments, v1::WorkerRequest* out);
// All items in one chunk: the frames move from the request's message into `out`. The columns of `frames` stay
// valid as long as `out` lives.
void moveWorkerRequest(const RequestFrames& frames, const AssignmentTable& assignments,
                       v1::WorkerRequest* out);
// A copy for a shadow endpoint: no assignment, marked as shadow.
void fillShadowRequest(const RequestFrames& frames, std::span<const std::uint32_t> items,
                       v1::WorkerRequest* out);

}  // namespace aerie::proxy
