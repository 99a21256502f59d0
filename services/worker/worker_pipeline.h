// The hot path of a worker, without gRPC: decode -> feature loading -> preprocessing -> model -> encode ->
// feature log.
#pragma once

#include <absl/status/status.h>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "aerie/v1/serving.pb.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/base/mutex.h"
#include "core/features/cached_store.h"
#include "core/features/feature_loader.h"
#include "core/inference/model_runtime.h"
#include "core/preprocess/pipeline.h"
#include "core/telemetry/feature_log.h"
#include "services/worker/feature_record.h"
#include "services/worker/worker_metrics.h"
#include "services/worker/zone_rows.h"

namespace aerie::worker {

struct PipelineOptions {
  RecordIdentity identity;
  std::size_t max_rows = 100'000;   // per request
  std::size_t max_in_flight = 256;  // requests
  // Longest that a request may take, whatever its deadline.
  std::chrono::milliseconds request_timeout{30'000};
};

// What the pipeline works with; everything outlives it.
struct PipelineParts {
  const features::FeatureLoader* loader = nullptr;
  const preprocess::Pipeline* preprocessor = nullptr;
  inference::ModelRuntime* runtime = nullptr;
  telemetry::FeatureLog* log = nullptr;  // may be null
  WorkerMetrics* metrics = nullptr;
  Executor* executor = nullptr;  // for models that read the feature store, which blocks
  const Clock* clock = nullptr;
  const features::CachedFeatureStore* cache = nullptr;  // of the loader; null: it has none
  const ZoneRows* zones = nullptr;                      // null: the model takes every item
};

// One request. The owner keeps the message alive, so that frames (and the feature log) view it without
// copying.
struct PredictCall {
  std::shared_ptr<const v1::WorkerRequest> request;
  v1::PredictResponse* response = nullptr;  // alive until `done`; filled when the status is OK
  std::size_t memory_bytes = 0;             // of the request, for the bound of the feature log's queue
  std::chrono::system_clock::time_point deadline = std::chrono::system_clock::time_point::max();
  std::function<bool()> cancelled;  // any thread, until `done`; may be null
  bool may_block = false;           // the calling thread may wait for the feature store and the model
  std::function<void(absl::Status)> done;
};

// Thread-safe.
class WorkerPipeline final {
 public:
  WorkerPipeline(PipelineParts parts, PipelineOptions options);
  // No call may be in flight.
  ~WorkerPipeline();

  // Calls `done` exactly once, perhaps before returning. Blocks only when the call allows it; else
  // what may block (the feature store, some runtimes) is left to the executor. InvalidArgument: the request
  // is wrong, the message names the feature and the remedy. ResourceExhausted: more than max_in_flight
  // requests. DeadlineExceeded; Cancelled; or the runtime's error. Rows that fail alone are in item_status
  // and item_error, and null in the outputs.
  void predict(PredictCall call);

  std::size_t inFlight() const { return in_flight_.load(); }
  // False when calls are still in flight after `timeout`.
  bool waitIdle(std::chrono::milliseconds timeout);

 private:
  struct Work;
  void run(const std::shared_ptr<Work>& work);
  absl::Status decode(Work& work) const;
  absl::Status load(Work& work);
  absl::StatusOr<inference::InputMatrix> preprocess(Work& work);
  void failUnknownZones(Work& work, inference::InputMatrix& matrix) const;
  // When every row has failed by itself, there is nothing to ask the model for.
  void answerFailures(const std::shared_ptr<Work>& work);
  void onModelAnswer(const std::shared_ptr<Work>& work, absl::StatusOr<frame::DataFrame> outputs);
  absl::Status encode(Work& work);
  void logFeatures(const std::shared_ptr<Work>& work);
  absl::Status stopped(const Work& work) const;
  void finish(const std::shared_ptr<Work>& work, absl::Status status);
  void leave();

  const PipelineParts parts_;
  const PipelineOptions options_;
  std::atomic<std::size_t> in_flight_{0};
  std::atomic<std::int64_t> next_store_warning_{0};  // monotonic nanoseconds
  Mutex idle_mutex_;
  CondVar idle_;
};

}  // namespace aerie::worker
