// What a watcher has not seen yet.
#pragma once

#include <absl/status/statusor.h>
#include <set>
#include <string>
#include <unordered_map>

#include "aerie/v1/training.pb.h"
#include "core/training_run/coordinator.h"

namespace aerie::training_service {

// One thread at a time. Jobs that are open, and clusters, are compared with what was sent: their pending
// reasons, outlook and loads change without a revision.
class WatchChanges final {
 public:
  // `job` 0: all jobs and clusters, without tasks.
  WatchChanges(const training::Coordinator& coordinator, training::JobId job, std::uint64_t since_revision)
      : coordinator_(coordinator), job_(job), cursor_(since_revision) {}
  // Fills the next message; false when there is nothing new. OutOfRange: begin again with 0.
  absl::StatusOr<bool> next(v1::WatchTrainingResponse& response);
  // The message was not all: there is more at once.
  bool more() const { return task_after_ >= 0; }

 private:
  absl::Status addJobs(v1::WatchTrainingResponse& response);
  absl::Status addClusters(v1::WatchTrainingResponse& response, const std::string& only);
  absl::Status addTasks(v1::WatchTrainingResponse& response);
  absl::Status addRemoved(v1::WatchTrainingResponse& response);
  bool isNew(const std::string& key, const std::string& bytes);

  const training::Coordinator& coordinator_;
  const training::JobId job_;
  std::uint64_t cursor_;          // everything up to it was sent
  std::uint64_t scan_ = 0;        // the revision at which the scan of tasks began
  std::int64_t task_after_ = -1;  // the scan goes on after this number
  std::uint64_t oldest_ = 0;
  std::int64_t clock_jump_ = 0;  // all was told by the clock as it was put then
  bool begun_ = false, complete_ = false;
  std::unordered_map<std::string, std::size_t> sent_;  // hash by kind and name
  std::set<training::JobId> jobs_;
};

}  // namespace aerie::training_service
