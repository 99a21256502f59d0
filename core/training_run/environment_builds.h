// Inside the room: Python environments, built beside everything else.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/mutex.h"
#include "core/taskrun/python_environment.h"
#include "core/training/scheduler.h"

namespace aerie::training {

struct BuiltEnvironment {
  JobId job = 0;
  absl::Status status;
  std::shared_ptr<taskrun::PythonEnvironment> environment;  // null when the status is an error
};

// Thread-safe. Builds take minutes: one that is under way when this is destroyed goes on until the process
// ends, and ends with it; what was finished is found the next time.
class EnvironmentBuilds final {
 public:
  // `wake`: there is something to take(); any thread. `log`: pip's words, for a job.
  EnvironmentBuilds(taskrun::PythonEnvironments::Options options, std::function<void()> wake,
                    std::function<void(JobId, std::string_view)> log);
  ~EnvironmentBuilds();
  void prepare(JobId job, const std::string& name, const std::string& requirements);
  // Ends what is built for this job, with all its processes; take() does not tell of it. Others that wait for
  // the same lock file begin anew. Nothing happens when nothing is built for it.
  void cancel(JobId job);
  std::vector<BuiltEnvironment> take();
  void trim();

 private:
  struct Shared;
  const std::shared_ptr<Shared> shared_;
};

}  // namespace aerie::training
