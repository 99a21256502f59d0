#include "core/kube/ray_cluster.h"

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/status.h"

namespace aerie::kube {
namespace {

using Json = nlohmann::json;

constexpr const char* kLabel = "aerie.io/cluster";

Collection rayClusters(const std::string& name_space) { return {"ray.io/v1", "rayclusters", name_space}; }

Collection onlyThis(const std::string& name_space, const std::string& name) {
  Collection where = rayClusters(name_space);
  where.selector = fmt::format("{}={}", kLabel, name);
  return where;
}

const Json& at(const Json& json, const char* field) {
  static const Json none;
  if (!json.is_object()) return none;
  const auto it = json.find(field);
  return it == json.end() ? none : *it;
}

std::string textAt(const Json& json, const char* field) {
  const Json& value = at(json, field);
  return value.is_string() ? value.get<std::string>() : std::string();
}

int numberAt(const Json& json, const char* field) {
  const Json& value = at(json, field);
  return value.is_number_integer() ? value.get<int>() : 0;
}

// Cancels when the time is over or the caller wants it.
class Deadline final {
 public:
  Deadline(Duration patience, const http::Cancel* outer) {
    thread_ = std::thread([this, until = std::chrono::steady_clock::now() + patience, outer] {
      while (!done_.cancelled()) {
        late_ = std::chrono::steady_clock::now() >= until;
        if (late_ || (outer != nullptr && outer->cancelled())) return over_.cancel();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    });
  }
  ~Deadline() {
    done_.cancel();
    thread_.join();
  }
  const http::Cancel* over() const { return &over_; }
  bool late() const { return late_; }

 private:
  http::Cancel over_, done_;
  std::atomic<bool> late_{false};
  std::thread thread_;
};

absl::Status explained(const absl::Status& status) {
  if (!absl::IsNotFound(status)) return status;
  return failedPrecondition("this Kubernetes has no RayClusters: install the KubeRay operator. {}",
                            messageOf(status));
}

}  // namespace

std::string RayClusterState::text() const {
  const std::string word = state.empty() ? "waiting for the KubeRay operator" : state;
  return fmt::format("{}, {} of {} workers{}", word, ready_workers, workers,
                     reason.empty() ? "" : " (" + reason + ")");
}

absl::StatusOr<RayClusterState> readRayCluster(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (textAt(json, "kind") != "RayCluster") return failedPrecondition("the object is no RayCluster");
  const Json& status = at(json, "status");
  RayClusterState out;
  out.name = textAt(at(json, "metadata"), "name");
  out.state = textAt(status, "state");
  out.reason = textAt(status, "reason");
  out.head_service = textAt(at(status, "head"), "serviceName");
  out.workers = numberAt(status, "desiredWorkerReplicas");
  out.ready_workers = numberAt(status, "readyWorkerReplicas");
  return out;
}

absl::StatusOr<RayClusterState> startRayCluster(KubeClient& client, RayWorkload workload,
                                                const RayClusterOptions& options,
                                                const http::Cancel* cancel) {
  workload.labels[kLabel] = workload.name;
  AERIE_ASSIGN_OR_RETURN(const std::string manifest, rayClusterManifest(workload));
  const Deadline deadline(options.patience, cancel);
  AERIE_RETURN_IF_ERROR(explained(
      client.apply(rayClusters(workload.name_space), workload.name, manifest, deadline.over()).status()));
  RayClusterState last;
  bool gone = false;
  const auto take = [&](const Object& object) {
    const auto state = readRayCluster(object.json);
    if (!state.ok()) return true;
    if (options.progress && state->text() != last.text()) options.progress(*state);
    last = *state;
    return !last.ready();
  };
  const absl::Status status = client.follow(
      onlyThis(workload.name_space, workload.name), options.follow,
      [&](const ObjectList& all) {
        gone = all.items.empty();
        return !gone && take(all.items.front());
      },
      [&](const Event& event) {
        gone = event.kind == Event::Kind::kDeleted;
        return !gone && take(event.object);
      },
      deadline.over());
  if (deadline.late())
    return deadlineExceeded("the RayCluster {} is not ready yet: {}; it stays, look at its pods",
                            workload.name, last.text());
  AERIE_RETURN_IF_ERROR(status);
  if (gone) return aborted("the RayCluster {} was deleted by somebody else", workload.name);
  return last;
}

absl::StatusOr<RayClusterState> findRayCluster(KubeClient& client, const std::string& name_space,
                                               const std::string& name, const http::Cancel* cancel) {
  AERIE_ASSIGN_OR_RETURN(const Object object, client.get(rayClusters(name_space), name, cancel));
  return readRayCluster(object.json);
}

absl::Status stopRayCluster(KubeClient& client, const std::string& name_space, const std::string& name,
                            const RayClusterOptions& options, const http::Cancel* cancel) {
  const Deadline deadline(options.patience, cancel);
  AERIE_RETURN_IF_ERROR(client.remove(rayClusters(name_space), name, deadline.over()));
  const absl::Status status = client.follow(
      onlyThis(name_space, name), options.follow, [&](const ObjectList& all) { return !all.items.empty(); },
      [&](const Event& event) { return event.kind != Event::Kind::kDeleted; }, deadline.over());
  if (deadline.late()) return deadlineExceeded("the RayCluster {} is being deleted and not gone yet", name);
  return status;
}

}  // namespace aerie::kube
