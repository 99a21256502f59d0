// Jobs as RayJobs of KubeRay: each has its own RayCluster, made by the operator and deleted at the end. The
// job's package travels as a config map. Its log is read from Ray's dashboard: directly where that is
// reachable, else through the API server; where neither works only the job's state is known, and said so.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/engines/ray_engine.h"
#include "core/training/job_engine.h"

namespace aerie::engines {

struct KubeRayEngineOptions {
  std::filesystem::path kubeconfig;  // empty = $KUBECONFIG, else ~/.kube/config
  std::string context;               // "" = the current one
  std::string image = "rayproject/ray:2.55.1";
  std::string ray_version = "2.55.1";
  std::string token_secret;  // of the namespace, with the key auth_token; "" = Ray asks for none
  std::string token;         // what that secret holds, for the dashboard; never logged
  int retries = 0;           // of the whole RayJob, each with a new cluster
  Duration request_timeout = std::chrono::seconds(30);
  Duration log_patience = std::chrono::seconds(30);  // for the log's end, after the job's
  Duration poll = std::chrono::seconds(2);
  Duration first_wait = std::chrono::milliseconds(500);
};

std::unique_ptr<training::JobEngine> makeKubeRayEngine(KubeRayEngineOptions options,
                                                       training::EngineSink& sink);

}  // namespace aerie::engines
