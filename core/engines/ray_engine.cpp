#include "core/engines/ray_engine.h"

#include <cstdlib>
#include <map>

#include "core/base/executor.h"
#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/engines/driver_plan.h"
#include "core/engines/ray_job.h"

namespace aerie::engines {
namespace {

class RayEngine final : public training::JobEngine {
 public:
  RayEngine(RayEngineOptions options, training::EngineSink& sink)
      : options_(std::move(options)), sink_(sink), deletions_({.threads = 2, .queue_limit = 1'000}) {}

  ~RayEngine() override {
    deletions_.drain();
    const MutexLock lock(mutex_);
    jobs_.clear();  // before what they use
    connections_.clear();
  }

  absl::Status check(const training::JobRun& run) const override {
    return checkRun(run, ray::PackageOptions().max_upload).status();
  }
  void start(training::JobRun run) override { begin(std::move(run), false); }
  void resume(training::JobRun run) override { begin(std::move(run), true); }

  void cancel(training::JobId job) override {
    const MutexLock lock(mutex_);
    const auto it = jobs_.find(job);
    if (it != jobs_.end()) it->second->cancel();
  }

  void cancelTasks(training::JobId job, std::vector<training::TaskNumber> tasks) override {
    const MutexLock lock(mutex_);
    const auto it = jobs_.find(job);
    if (it == jobs_.end()) return;
    const auto connection = connections_.find(it->second->cluster());
    if (connection != connections_.end()) connection->second->cancelTasks(job, tasks);
  }

  void resumeCluster(const training::EngineCluster& cluster) override {
    const MutexLock lock(mutex_);
    (void)connectionOf(cluster);
  }

  void deleteCluster(const training::EngineCluster& cluster) override {
    std::shared_ptr<RayConnection> connection;
    {
      const MutexLock lock(mutex_);
      const auto it = connections_.find(cluster.name);
      if (it != connections_.end()) {
        connection = it->second;
        connections_.erase(it);
      }
    }
    const bool queued = deletions_.submit([this, connection, cluster] {
      if (connection != nullptr) return connection->destroy();
      // After a restart of the daemon that did not come to use it again.
      RayConnection::destroy(cluster, options_, sink_);
    });
    if (!queued)
      sink_.clusterState(cluster.name, training::ClusterState::kFailed, "too many clusters are being deleted",
                         "", {});
  }

 private:
  std::shared_ptr<RayConnection> connectionOf(const training::EngineCluster& cluster) AERIE_REQUIRES(mutex_) {
    std::shared_ptr<RayConnection>& connection = connections_[cluster.name];
    if (connection == nullptr || connection->failed()) {
      connection = nullptr;  // ends the old one's thread first
      connection = std::make_shared<RayConnection>(cluster, options_, sink_);
    }
    return connection;
  }

  void begin(training::JobRun run, bool resumed) {
    const MutexLock lock(mutex_);
    std::erase_if(jobs_, [](const auto& entry) { return entry.second->done(); });
    const training::JobId id = run.job;
    if (jobs_.contains(id)) return;
    auto connection = connectionOf(run.cluster);
    jobs_[id] = std::make_unique<RayJob>(std::move(run), resumed, std::move(connection), options_, sink_);
  }

  const RayEngineOptions options_;
  training::EngineSink& sink_;
  Mutex mutex_;
  std::map<std::string, std::shared_ptr<RayConnection>> connections_ AERIE_GUARDED_BY(mutex_);
  std::map<training::JobId, std::unique_ptr<RayJob>> jobs_ AERIE_GUARDED_BY(mutex_);
  Executor deletions_;
};

}  // namespace

absl::StatusOr<std::string> rayToken(const std::filesystem::path& file) {
  if (!file.empty()) return ray::readToken(file);
  if (const char* token = std::getenv("RAY_AUTH_TOKEN"))  // NOLINT(concurrency-mt-unsafe)
    return std::string(token);
  if (const char* path = std::getenv("RAY_AUTH_TOKEN_PATH"))  // NOLINT(concurrency-mt-unsafe)
    return ray::readToken(path);
  return std::string();
}

std::unique_ptr<training::JobEngine> makeRayEngine(RayEngineOptions options, training::EngineSink& sink) {
  return std::make_unique<RayEngine>(std::move(options), sink);
}

}  // namespace aerie::engines
