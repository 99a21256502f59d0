// How a job's results reach the registry.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/training/job_engine.h"

namespace aerie::training {

struct PublishInput {
  struct Result {
    std::string task;                 // id
    std::vector<std::string> values;  // one for each dimension
    std::filesystem::path directory;  // its files
  };
  JobId job = 0;
  std::shared_ptr<const JobSpec> spec;  // publish is set
  JobFiles files;
  std::vector<Result> results;  // of the tasks that succeeded, as listed
  std::string request_id;       // the same however often it is tried
  std::string submitted_by;
  std::int64_t submitted_ms = 0;
  std::function<void(std::string_view line)> log;  // the job's log
};

class Publisher {
 public:
  virtual ~Publisher() = default;
  // What it was published as: a version, or several separated by ", ". Blocks. Repeating a request that was
  // answered or not changes nothing. Unavailable and DeadlineExceeded: try again later. Other errors say what
  // is wrong with the results or the registry.
  virtual absl::StatusOr<std::string> publish(const PublishInput& input) = 0;
  // The daemon ends: calls that block return soon.
  virtual void stop() {}
};

}  // namespace aerie::training
