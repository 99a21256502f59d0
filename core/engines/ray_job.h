// One job on Ray, from its package to its end. One thread.
#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "core/engines/ray_connection.h"
#include "core/engines/ray_follow.h"

namespace aerie::engines {

class RayJob final {
 public:
  // Begins at once.
  RayJob(training::JobRun run, bool resumed, std::shared_ptr<RayConnection> connection,
         const RayEngineOptions& options, training::EngineSink& sink);
  // Lets go of the job, which goes on; nothing is reported after it.
  ~RayJob();

  void cancel();
  bool done() const { return done_; }  // jobEnded() has been or is being told
  const std::string& cluster() const { return run_.cluster.name; }

 private:
  void run();
  absl::Status submit(ray::RayClient& client);
  void end(const absl::Status& status);
  void endCancelled(std::shared_ptr<ray::RayClient> client);
  absl::Status stop(ray::RayClient& client);
  Duration stopPatience() const;
  FollowOptions followOptions() const;

  const training::JobRun run_;
  const bool resumed_;
  const bool may_run_;  // an earlier daemon may have submitted it
  const std::shared_ptr<RayConnection> connection_;
  const RayEngineOptions& options_;
  training::EngineSink& sink_;
  const std::shared_ptr<AttemptBook> book_;
  std::string submission_;

  http::Cancel interrupt_;  // by cancel(), or the end of the engine
  http::Cancel quit_;       // the end of the engine
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> done_{false};
  std::thread thread_;
};

// How an end of following a job counts: OK, Unavailable (what is open is tried again), or the job's failure.
absl::Status statusOf(const FollowResult& result, bool started, const std::string& submission);

}  // namespace aerie::engines
