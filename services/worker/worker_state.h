// What a worker is doing, as GetWorkerStatus tells it.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "aerie/v1/serving.pb.h"
#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "services/worker/worker_metrics.h"

namespace aerie::worker {

class WorkerPipeline;

// Thread-safe. Phases: LOADING -> SELF_TEST -> WARM_UP -> READY <-> LOADING (sidecar restarting) -> DRAINING,
// or FAILED.
class WorkerState final {
 public:
  WorkerState(std::string endpoint, const WorkerMetrics& metrics, const Clock& clock);

  void setPhase(v1::WorkerStatus::Phase phase, std::string message);
  // Changes the phase only where it is `from`; true when it was.
  bool changePhase(v1::WorkerStatus::Phase from, v1::WorkerStatus::Phase to, std::string message);
  v1::WorkerStatus::Phase phase() const;
  std::string message() const;
  void setModel(std::string model, std::string version, std::string digest);
  void fill(v1::WorkerStatus* status) const;

  // Null until predictions can be made. The pipeline outlives every call of the server.
  void setPipeline(WorkerPipeline* pipeline) { pipeline_.store(pipeline); }
  WorkerPipeline* pipeline() const { return pipeline_.load(); }

 private:
  const std::string endpoint_;
  const WorkerMetrics& metrics_;
  const std::int64_t started_unix_ms_;
  std::atomic<WorkerPipeline*> pipeline_{nullptr};
  mutable Mutex mutex_;
  v1::WorkerStatus::Phase phase_ AERIE_GUARDED_BY(mutex_) = v1::WorkerStatus::LOADING;
  std::string message_ AERIE_GUARDED_BY(mutex_) = "starting";
  std::string model_ AERIE_GUARDED_BY(mutex_);
  std::string version_ AERIE_GUARDED_BY(mutex_);
  std::string digest_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::worker
