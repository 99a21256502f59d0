// The replicas of one endpoint, and the choice among them.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "services/proxy/outlier_ejector.h"
#include "services/proxy/worker_client.h"

namespace aerie::proxy {

// One address of an endpoint. Survives changes of the config as long as its URL stays in it; thread-safe.
class Replica final {
 public:
  Replica(std::string url, std::unique_ptr<WorkerClient> client, OutlierEjector::Options ejector,
          std::uint64_t seed)
      : url_(std::move(url)), client_(std::move(client)), ejector_(ejector, seed) {}

  const std::string& url() const { return url_; }
  WorkerClient& client() { return *client_; }
  OutlierEjector& ejector() { return ejector_; }
  const OutlierEjector& ejector() const { return ejector_; }
  std::uint32_t outstanding() const { return outstanding_.load(std::memory_order_relaxed); }
  void begin() { outstanding_.fetch_add(1, std::memory_order_relaxed); }
  void end() { outstanding_.fetch_sub(1, std::memory_order_relaxed); }

 private:
  const std::string url_;
  const std::unique_ptr<WorkerClient> client_;
  OutlierEjector ejector_;
  std::atomic<std::uint32_t> outstanding_{0};
};

// Tells the replica's ejector how a call ended.
void reportToEjector(Replica& replica, const absl::Status& status, MonoTime now);

// Immutable list, thread-safe choice.
class ReplicaSet final {
 public:
  explicit ReplicaSet(std::vector<std::shared_ptr<Replica>> replicas) : replicas_(std::move(replicas)) {}

  // The less busy of two random healthy replicas; an ejected one whose back-off is over gets one call as its
  // probe. When all are ejected, any is tried (panic mode): a guess beats a certain failure. nullptr when
  // nothing but `exclude` is left.
  std::shared_ptr<Replica> pick(MonoTime now, const Replica* exclude = nullptr) const;

  const std::vector<std::shared_ptr<Replica>>& replicas() const { return replicas_; }

 private:
  const std::vector<std::shared_ptr<Replica>> replicas_;
};

}  // namespace aerie::proxy
