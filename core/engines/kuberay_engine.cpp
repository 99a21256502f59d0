#include "core/engines/kuberay_engine.h"

#include <map>

#include "core/base/executor.h"
#include "core/base/status.h"
#include "core/engines/driver_plan.h"
#include "core/engines/kuberay_job.h"
#include "core/training/plan.h"

namespace aerie::engines {
namespace {

using training::ClusterState;

// Clusters are made per job by the operator; what is called a cluster here is the namespace they are made in.
class KubeRayEngine final : public training::JobEngine {
 public:
  KubeRayEngine(KubeRayEngineOptions options, training::EngineSink& sink)
      : options_(std::move(options)), sink_(sink), looks_({.threads = 1, .queue_limit = 1'000}) {}

  ~KubeRayEngine() override {
    quit_.cancel();
    looks_.drain();
    const MutexLock lock(mutex_);
    jobs_.clear();
  }

  absl::Status check(const training::JobRun& run) const override {
    AERIE_ASSIGN_OR_RETURN(const auto package, checkRun(run, kube::kMaxConfigMapFile));
    return package ? checkSize(*package) : absl::OkStatus();
  }
  void start(training::JobRun run) override { begin(std::move(run), false); }
  void resume(training::JobRun run) override { begin(std::move(run), true); }

  void cancel(training::JobId job) override {
    const MutexLock lock(mutex_);
    if (const auto it = jobs_.find(job); it != jobs_.end()) it->second->cancel();
  }

  void cancelTasks(training::JobId job, std::vector<training::TaskNumber> tasks) override {
    const MutexLock lock(mutex_);
    if (const auto it = jobs_.find(job); it != jobs_.end()) it->second->cancelTasks(tasks);
  }

  void resumeCluster(const training::EngineCluster& cluster) override { look(cluster); }

  void deleteCluster(const training::EngineCluster& cluster) override {
    // The RayClusters went with their jobs.
    sink_.clusterState(cluster.name, ClusterState::kStopping, "", "", {});
    sink_.clusterState(cluster.name, ClusterState::kGone, "", "", {});
  }

 private:
  void begin(training::JobRun run, bool resumed) {
    look(run.cluster);
    const MutexLock lock(mutex_);
    std::erase_if(jobs_, [](const auto& entry) { return entry.second->done(); });
    const training::JobId id = run.job;
    if (jobs_.contains(id)) return;
    jobs_[id] = std::make_unique<KubeRayJob>(std::move(run), resumed, options_, sink_);
  }

  // Says whether this namespace takes RayJobs.
  void look(const training::EngineCluster& cluster) {
    const bool queued = looks_.submit([this, cluster] {
      if (quit_.cancelled()) return;
      const absl::Status status = ask(cluster);
      if (quit_.cancelled()) return;
      if (!status.ok()) {
        sink_.clusterState(cluster.name, ClusterState::kFailed, messageOf(status), "", {});
        return;
      }
      sink_.clusterState(cluster.name, ClusterState::kReady, "each job gets a RayCluster of its own",
                         "enforced by Kubernetes for each host; reserved by Ray for each task",
                         hostsOf(cluster));
    });
    (void)queued;
  }

  absl::Status ask(const training::EngineCluster& cluster) {
    AERIE_ASSIGN_OR_RETURN(const kube::Access access,
                           kube::loadKubeconfig(options_.kubeconfig, options_.context));
    AERIE_ASSIGN_OR_RETURN(const auto client, kube::KubeClient::create(access, options_.request_timeout));
    const absl::Status status = client->list(rayJobs(cluster, access), &quit_).status();
    if (absl::IsNotFound(status))
      return failedPrecondition("this Kubernetes has no RayJobs: install the KubeRay operator. {}",
                                messageOf(status));
    return status;
  }

  static std::vector<training::HostSpec> hostsOf(const training::EngineCluster& cluster) {
    return training::hostsOf(cluster.spec, cluster.name, {});
  }

  const KubeRayEngineOptions options_;
  training::EngineSink& sink_;
  http::Cancel quit_;
  Mutex mutex_;
  std::map<training::JobId, std::unique_ptr<KubeRayJob>> jobs_ AERIE_GUARDED_BY(mutex_);
  Executor looks_;
};

}  // namespace

std::unique_ptr<training::JobEngine> makeKubeRayEngine(KubeRayEngineOptions options,
                                                       training::EngineSink& sink) {
  return std::make_unique<KubeRayEngine>(std::move(options), sink);
}

}  // namespace aerie::engines
