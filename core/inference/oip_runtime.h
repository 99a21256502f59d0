// ModelRuntime on a server that speaks Open Inference Protocol v2 over gRPC (aerie-sidecar, Triton, MLServer,
// KServe...).
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/inference/model_runtime.h"
#include "core/net/channel.h"

namespace aerie::inference {

struct OipOptions {
  std::string address;  // "unix:/path" or "host:port"
  std::string model;
  std::string version;                    // empty = the server chooses
  std::string input_name = "input";       // name of the one FP32 tensor [rows, columns]
  std::vector<std::string> output_names;  // to ask for and to expect, in this order; empty = all, as answered
  std::chrono::milliseconds ready_timeout{2'000};
  net::ChannelOptions channel;
  // Predict by a local call where the server offers it beside its unix socket (core/local_call), as
  // aerie-sidecar does: predict() then waits for the answer.
  bool local_calls = false;
};

// Destroying the runtime cancels the calls in flight and waits for them; it must not be done inside an
// answer. Connects lazily. Answers come on gRPC's threads. A server's error keeps its code and names the
// server and model; malformed answers (shape, datatype, missing output, wrong number of rows) are Internal
// and name the tensor.
absl::StatusOr<std::unique_ptr<ModelRuntime>> createOipRuntime(OipOptions options);

}  // namespace aerie::inference
