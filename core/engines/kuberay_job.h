// One job as a RayJob. Two threads: one follows the RayJob, the other Ray's log of it.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/engines/kuberay_engine.h"
#include "core/engines/ray_connection.h"
#include "core/engines/ray_follow.h"
#include "core/kube/client.h"
#include "core/kube/ray_manifest.h"

namespace aerie::engines {

kube::Collection rayJobs(const training::EngineCluster& cluster, const kube::Access& access);
// ResourceExhausted when it does not fit into a config map.
absl::Status checkSize(const ray::Package& package);

class KubeRayJob final {
 public:
  // Begins at once.
  KubeRayJob(training::JobRun run, bool resumed, const KubeRayEngineOptions& options,
             training::EngineSink& sink);
  // Lets go of the job, which goes on; nothing is reported after it.
  ~KubeRayJob();

  void cancel();
  void cancelTasks(const std::vector<training::TaskNumber>& tasks);
  bool done() const { return done_; }

 private:
  void run();
  absl::Status prepare();
  absl::Status submit();
  kube::RayWorkload workload() const;
  kube::Collection configMaps() const;
  // False when the job is over.
  bool take(const std::string& json);
  void readLog(std::string dashboard, std::string service);
  absl::StatusOr<std::unique_ptr<ray::RayClient>> openDashboard(const std::string& url,
                                                                const std::string& service,
                                                                const http::Cancel& cancel) const;
  void waitForLog();
  absl::Status outcome();
  void end(const absl::Status& status);
  void clear();

  const training::JobRun run_;
  const bool resumed_;
  const KubeRayEngineOptions& options_;
  const RayEngineOptions ray_options_;
  training::EngineSink& sink_;
  const std::shared_ptr<AttemptBook> book_;
  const std::string submission_;  // also the RayJob's name and Ray's id of the job
  kube::Access access_;
  std::unique_ptr<kube::KubeClient> client_;
  kube::RayJobState state_;
  std::string told_;

  http::Cancel interrupt_;  // by cancel(), or the end of the engine
  http::Cancel quit_;       // the end of the engine
  http::Cancel log_over_;
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> done_{false};
  std::atomic<bool> log_known_{false};  // the dashboard answered
  std::atomic<bool> log_ended_{false};
  mutable Mutex mutex_;
  std::shared_ptr<RayConnection> connection_ AERIE_GUARDED_BY(mutex_);
  std::thread log_thread_;
  std::thread thread_;
};

}  // namespace aerie::engines
