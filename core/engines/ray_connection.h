// One cluster of the Ray engine: makes or finds it, says how it is, and watches what runs on it. One thread.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/base/mutex.h"
#include "core/engines/attempt_book.h"
#include "core/engines/ray_engine.h"
#include "core/engines/ray_nodes.h"
#include "core/ray/client.h"
#include "core/ray/local_cluster.h"

namespace aerie::engines {

class RayConnection final {
 public:
  using Opener = std::function<absl::StatusOr<std::unique_ptr<ray::RayClient>>(const http::Cancel&)>;
  // Begins at once. With an `opener` somebody else answers for the cluster: this one only watches a Ray.
  RayConnection(training::EngineCluster cluster, const RayEngineOptions& options, training::EngineSink& sink,
                Opener opener = nullptr);
  // Lets go of the cluster, which goes on.
  ~RayConnection();

  // Blocks until Ray answers and has a node, or will not. Unavailable after `patience`.
  absl::StatusOr<std::shared_ptr<ray::RayClient>> client(const http::Cancel& cancel,
                                                         Duration patience = Duration::max());
  bool failed() const;

  // From now on starts, loads and wishes to cancel of this job are taken care of.
  void watch(training::JobId job, std::string submission, std::shared_ptr<AttemptBook> book,
             int max_in_flight);
  void unwatch(training::JobId job);
  void cancelTasks(training::JobId job, const std::vector<training::TaskNumber>& tasks);

  // Blocks: ends what it made, with kStopping and kGone.
  void destroy();
  // The same of a cluster that nothing is connected to.
  static void destroy(const training::EngineCluster& cluster, const RayEngineOptions& options,
                      training::EngineSink& sink);

 private:
  struct Watched {
    std::string submission;
    std::shared_ptr<AttemptBook> book;
    int max_in_flight = 0;
    std::string ray_job;  // Ray's own id of it
    std::vector<std::string> to_cancel;
    std::vector<training::PendingCount> reasons;  // as told
  };
  bool local() const { return !opener_ && address().empty(); }
  std::string address() const;
  std::filesystem::path stateFolder() const;
  void run();
  absl::StatusOr<std::unique_ptr<ray::RayClient>> open();
  absl::StatusOr<std::unique_ptr<ray::RayClient>> connect(const std::string& url, const std::string& token);
  absl::Status waitForNodes(ray::RayClient& client);
  void poll(ray::RayClient& client);
  absl::Status pollOnce(ray::RayClient& client, bool with_nodes);
  absl::Status pollJob(ray::RayClient& client, training::JobId id, Watched& job);
  void sendCancels(ray::RayClient& client, training::JobId id, const Watched& job);
  void explain(training::JobId id, Watched& job) const;
  void tellLoads(double seconds);
  absl::Status lookAfterLocal();
  std::map<training::JobId, Watched> watched() const;
  void fail(const absl::Status& status);
  void say(training::ClusterState state, const std::string& message, bool with_hosts = false);

  const training::EngineCluster cluster_;
  const RayEngineOptions& options_;
  training::EngineSink& sink_;
  const Opener opener_;
  http::Cancel quit_;
  RayNodes nodes_;    // of the thread
  int restarts_ = 0;  // of lost local nodes; of the thread

  mutable Mutex mutex_;
  CondVar changed_;
  std::shared_ptr<ray::RayClient> client_ AERIE_GUARDED_BY(mutex_);
  absl::Status failure_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, std::string> names_ AERIE_GUARDED_BY(mutex_);  // of nodes_
  std::map<training::JobId, Watched> jobs_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, SlotTime> owed_ AERIE_GUARDED_BY(mutex_);  // by host: what no sample has told yet
  std::thread thread_;
};

}  // namespace aerie::engines
