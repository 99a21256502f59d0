#include "core/training_run/environment_builds.h"

#include <atomic>
#include <map>
#include <thread>

namespace aerie::training {

struct EnvironmentBuilds::Shared {
  explicit Shared(taskrun::PythonEnvironments::Options options) : environments(std::move(options)) {}
  const taskrun::PythonEnvironments environments;
  Mutex mutex;  // held while the callbacks run, so that none comes after the owner is gone
  bool abandoned AERIE_GUARDED_BY(mutex) = false;
  std::function<void()> wake AERIE_GUARDED_BY(mutex);
  std::function<void(JobId, std::string_view)> log AERIE_GUARDED_BY(mutex);
  std::vector<BuiltEnvironment> built AERIE_GUARDED_BY(mutex);
  std::map<JobId, std::shared_ptr<std::atomic<bool>>> under_way AERIE_GUARDED_BY(mutex);  // cancelled?
};

EnvironmentBuilds::EnvironmentBuilds(taskrun::PythonEnvironments::Options options, std::function<void()> wake,
                                     std::function<void(JobId, std::string_view)> log)
    : shared_(std::make_shared<Shared>(std::move(options))) {
  MutexLock lock(shared_->mutex);
  shared_->wake = std::move(wake);
  shared_->log = std::move(log);
}

EnvironmentBuilds::~EnvironmentBuilds() {
  MutexLock lock(shared_->mutex);
  shared_->abandoned = true;
  shared_->built.clear();
}

void EnvironmentBuilds::prepare(JobId job, const std::string& name, const std::string& requirements) {
  const auto cancelled = std::make_shared<std::atomic<bool>>(false);
  {
    MutexLock lock(shared_->mutex);
    shared_->under_way[job] = cancelled;
  }
  std::thread([shared = shared_, job, name, requirements, cancelled] {
    const auto tell = [&](std::string_view line) {
      MutexLock lock(shared->mutex);
      if (!shared->abandoned && !*cancelled) shared->log(job, line);
    };
    auto prepared = shared->environments.prepare(name, requirements, tell, cancelled.get());
    BuiltEnvironment built{job, prepared.status(), nullptr};
    if (prepared.ok()) built.environment = std::make_shared<taskrun::PythonEnvironment>(*std::move(prepared));
    MutexLock lock(shared->mutex);
    if (shared->abandoned || *cancelled) return;
    shared->under_way.erase(job);
    shared->built.push_back(std::move(built));
    shared->wake();
  }).detach();
}

void EnvironmentBuilds::cancel(JobId job) {
  MutexLock lock(shared_->mutex);
  const auto found = shared_->under_way.find(job);
  if (found == shared_->under_way.end()) return;
  *found->second = true;
  shared_->under_way.erase(found);
}

std::vector<BuiltEnvironment> EnvironmentBuilds::take() {
  std::vector<BuiltEnvironment> result;
  MutexLock lock(shared_->mutex);
  result.swap(shared_->built);
  return result;
}

void EnvironmentBuilds::trim() { shared_->environments.trim(); }

}  // namespace aerie::training
