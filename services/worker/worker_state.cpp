#include "services/worker/worker_state.h"

#include "core/telemetry/log.h"

namespace aerie::worker {

WorkerState::WorkerState(std::string endpoint, const WorkerMetrics& metrics, const Clock& clock)
    : endpoint_(std::move(endpoint)), metrics_(metrics), started_unix_ms_(unixMillis(clock.wallNow())) {}

void WorkerState::setPhase(v1::WorkerStatus::Phase phase, std::string message) {
  const MutexLock lock(mutex_);
  if (phase != phase_) log::get("worker")->info("phase {} {}", v1::WorkerStatus::Phase_Name(phase), message);
  phase_ = phase;
  message_ = std::move(message);
}

bool WorkerState::changePhase(v1::WorkerStatus::Phase from, v1::WorkerStatus::Phase to, std::string message) {
  const MutexLock lock(mutex_);
  if (phase_ != from) return false;
  log::get("worker")->info("phase {} {}", v1::WorkerStatus::Phase_Name(to), message);
  phase_ = to;
  message_ = std::move(message);
  return true;
}

v1::WorkerStatus::Phase WorkerState::phase() const {
  const MutexLock lock(mutex_);
  return phase_;
}

std::string WorkerState::message() const {
  const MutexLock lock(mutex_);
  return message_;
}

void WorkerState::setModel(std::string model, std::string version, std::string digest) {
  const MutexLock lock(mutex_);
  model_ = std::move(model);
  version_ = std::move(version);
  digest_ = std::move(digest);
}

void WorkerState::fill(v1::WorkerStatus* status) const {
  {
    const MutexLock lock(mutex_);
    status->set_phase(phase_);
    status->set_message(message_);
    status->set_model(model_);
    status->set_version(version_);
    status->set_digest(digest_);
  }
  status->set_endpoint(endpoint_);
  status->set_started_unix_ms(started_unix_ms_);
  status->set_requests(metrics_.requests());
  status->set_rows(metrics_.rows());
  status->set_failed_rows(metrics_.failedRows());
  status->set_feature_log_dropped(metrics_.logDropped());
  for (const auto& [feature, rows] : metrics_.defaults())
    (*status->mutable_defaulted_features())[feature] = rows;
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    (*status->mutable_stage_p99_ms())[std::string(name(stage))] = metrics_.p99Ms(stage);
  }
}

}  // namespace aerie::worker
