// One request on its way through the proxy: assign, split, send, fall back, merge.
#pragma once

#include <absl/status/status.h>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aerie/v1/serving.pb.h"
#include "core/base/mutex.h"
#include "services/proxy/chunk_call.h"
#include "services/proxy/merger.h"
#include "services/proxy/request_frames.h"
#include "services/proxy/serving_state.h"
#include "services/proxy/splitter.h"

namespace aerie::proxy {

// What all predictions share; lives as long as the server. Members are thread-safe.
struct PredictionWorld {
  struct Options {
    std::uint32_t max_in_flight = 1024;         // requests in the whole proxy
    std::uint32_t max_shadows_in_flight = 128;  // worker requests
    frame::WireLimits limits;
  };
  const Clock& clock;
  Timers& timers;
  const ServingConfig& config;
  TrafficStats& stats;
  Options options;
  CallCounters counters{};
  std::atomic<std::uint32_t> in_flight{0};
  std::atomic<bool> draining{false};
  Mutex idle_mutex{};
  CondVar idle{};  // in_flight reached 0 while draining

  // New requests get UNAVAILABLE from now on; returns when those in flight have ended, at the latest after
  // `longest`.
  void drain(Duration longest);
  std::atomic<std::uint32_t> shadows_in_flight{0};
};

// Thread-safe. Lives until its last worker call has ended, which may be after the answer (shadows, losing
// hedges).
class Prediction final : public std::enable_shared_from_this<Prediction> {
 public:
  using Done = std::function<void(absl::Status)>;
  // `response` stays valid until `done`, which runs exactly once, perhaps inside this call. `deadline` may be
  // MonoTime::max().
  static std::shared_ptr<Prediction> start(PredictionWorld& world, std::shared_ptr<v1::ProxyRequest> request,
                                           MonoTime deadline, v1::PredictResponse* response, Done done);
  // The client has gone: worker calls are cancelled and the prediction ends with CANCELLED.
  void cancel();

 private:
  // Where one chunk stands.
  struct Chunk {
    ChunkPlan plan;
    std::shared_ptr<v1::WorkerRequest> request;
    ChunkAnswer answer;
    std::int32_t served_by = 0;  // endpoint that was asked last
    bool refused = false;        // by the endpoint's bound
    bool followed = false;       // sent again to the endpoint's successor
  };

  Prediction(PredictionWorld& world, MonoTime deadline, v1::PredictResponse* response, Done done);
  void run(std::shared_ptr<v1::ProxyRequest> request);
  absl::Status prepare(std::shared_ptr<v1::ProxyRequest> request);
  void assign(const KeyColumns& keys);
  absl::Status force(const std::string& experiment_and_arm);
  void makeAssignmentTable();
  void explain(const KeyColumns& keys);
  void makeChunks();
  const std::shared_ptr<Endpoint>& endpointAt(std::int32_t index) const;
  void send(std::size_t chunk, std::int32_t index, const std::shared_ptr<Endpoint>& endpoint);
  // The endpoint as a newer config has it, when its replicas have changed since this request began: a rollout
  // stops the old ones while the last requests that know only them are on their way.
  std::shared_ptr<Endpoint> successor(std::int32_t endpoint, const absl::Status& status) const;
  void onChunk(std::size_t chunk, std::int32_t endpoint, ChunkOutcome outcome);
  bool mayFallBack(const Chunk& chunk, const absl::Status& status) const;
  void chunkDone();
  void sendShadows();
  void finish();
  void finishWith(absl::Status status);
  void count(std::size_t failed);

  PredictionWorld& world_;
  const MonoTime started_;
  const MonoTime deadline_;
  v1::PredictResponse* const response_;
  Done done_;
  std::shared_ptr<const ServingState> state_;
  const UseCaseRoute* route_ = nullptr;
  RequestFrames frames_;
  routing::Assignments assignments_;
  AssignmentTable table_;
  std::vector<routing::Decision> decisions_;  // beside table_.entries
  std::vector<Chunk> chunks_;                 // fixed before the first is sent
  std::atomic<std::size_t> pending_{0};
  Mutex mutex_;
  bool cancelled_ AERIE_GUARDED_BY(mutex_) = false;
  std::vector<std::shared_ptr<ChunkCall>> calls_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::proxy
