// A RayCluster of KubeRay that stays until it is taken down: applied, watched until it is ready, deleted.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <string>
#include <string_view>

#include "core/kube/client.h"
#include "core/kube/ray_manifest.h"

namespace aerie::kube {

struct RayClusterState {
  std::string name;
  std::string state;         // the operator's word: "" (nothing yet), ready, suspended, failed
  std::string reason;        // why it is not ready
  std::string head_service;  // its name in the namespace; "" until there is one
  int workers = 0, ready_workers = 0;
  bool ready() const { return state == "ready"; }
  std::string text() const;  // "ready, 2 of 2 workers"
};
// Of a RayCluster's JSON; FailedPrecondition when it is none.
absl::StatusOr<RayClusterState> readRayCluster(std::string_view json);

struct RayClusterOptions {
  Duration patience = std::chrono::minutes(10);
  FollowOptions follow;
  std::function<void(const RayClusterState&)> progress = {};  // at each change; may be empty
};

// All three block; a Cancel ends them early. Applies the manifest (the same again changes nothing) and waits
// until it is ready. DeadlineExceeded says what it waits for; it stays then. FailedPrecondition when KubeRay
// is not installed.
absl::StatusOr<RayClusterState> startRayCluster(KubeClient& client, RayWorkload workload,
                                                const RayClusterOptions& options,
                                                const http::Cancel* cancel = nullptr);
absl::StatusOr<RayClusterState> findRayCluster(KubeClient& client, const std::string& name_space,
                                               const std::string& name, const http::Cancel* cancel = nullptr);
// Deletes it and waits until it is gone. OK when there was none.
absl::Status stopRayCluster(KubeClient& client, const std::string& name_space, const std::string& name,
                            const RayClusterOptions& options, const http::Cancel* cancel = nullptr);

}  // namespace aerie::kube
