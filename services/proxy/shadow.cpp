#include "services/proxy/shadow.h"

#include <atomic>

#include "core/assignment/hash.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "services/proxy/prediction.h"

namespace aerie::proxy {

bool shadowSampled(const std::string& request_id, const std::string& endpoint, double sample) {
  const double bucket = assignment::bucketV2("shadow:" + endpoint, request_id);
  return bucket < sample * assignment::kBuckets;
}

std::string newRequestId() {
  static const std::string prefix = randomId().substr(0, 16);
  static std::atomic<std::uint64_t> next{0};
  return fmt::format("{}-{:x}", prefix, next.fetch_add(1, std::memory_order_relaxed));
}

void sendShadow(PredictionWorld& world, const std::shared_ptr<const ServingState>& state,
                std::int32_t endpoint_index, const RequestFrames& frames) {
  const std::shared_ptr<Endpoint>& endpoint = state->endpoints[static_cast<std::size_t>(endpoint_index)];
  const std::vector<std::int32_t> everywhere(frames.rows(), endpoint_index);
  const std::vector<ChunkPlan> plans =
      planChunks(everywhere, [&](std::int32_t) { return endpoint->config().batch_size; });
  for (const ChunkPlan& plan : plans) {
    const bool pressed = world.in_flight.load(std::memory_order_relaxed) > world.options.max_in_flight / 2;
    const bool full =
        world.shadows_in_flight.load(std::memory_order_relaxed) >= world.options.max_shadows_in_flight;
    std::shared_ptr<Replica> replica;
    if (!pressed && !full && endpoint->tryEnter(endpoint->config().max_in_flight / 2)) {
      replica = endpoint->replicas().pick(world.clock.monoNow());
      if (replica == nullptr) endpoint->leave();
    }
    if (replica == nullptr) {
      world.stats.shadowDropped();
      continue;
    }
    auto request = std::make_shared<v1::WorkerRequest>();
    fillShadowRequest(frames, plan.items, request.get());
    world.shadows_in_flight.fetch_add(1, std::memory_order_relaxed);
    world.stats.shadowSent();
    replica->begin();
    replica->client().predict(request, world.clock.monoNow() + endpoint->config().timeout,
                              [&world, state, endpoint, replica](WorkerAnswer answer) {
                                replica->end();
                                endpoint->leave();
                                world.shadows_in_flight.fetch_sub(1, std::memory_order_relaxed);
                                reportToEjector(*replica, answer.status, world.clock.monoNow());
                              });
  }
}

}  // namespace aerie::proxy
