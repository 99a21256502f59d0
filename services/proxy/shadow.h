// Shadow traffic: copies of requests whose answers nobody reads.
#pragma once

#include <memory>
#include <string>

#include "services/proxy/request_frames.h"
#include "services/proxy/serving_state.h"

namespace aerie::proxy {

struct PredictionWorld;

// The same request and endpoint always give the same answer, on every proxy.
bool shadowSampled(const std::string& request_id, const std::string& endpoint, double sample);

// Sends a copy of all items to the endpoint and forgets it. Dropped and counted instead, when the proxy or
// the endpoint is more than half full or too many shadows are under way. Never retried nor hedged.
void sendShadow(PredictionWorld& world, const std::shared_ptr<const ServingState>& state,
                std::int32_t endpoint, const RequestFrames& frames);

// Unique over restarts and proxies; cheap (no system call).
std::string newRequestId();

}  // namespace aerie::proxy
