// RayJob and RayCluster of KubeRay (ray.io/v1), made from a plain description and read back.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::kube {

struct RayWorkload {
  std::string name;  // a DNS label: at most 47 characters for a job, 53 for a cluster
  std::string name_space;
  std::string image;        // "rayproject/ray:2.55.1"
  std::string ray_version;  // "2.55.1"
  int workers = 1;
  double cpus_per_worker = 1;
  std::uint64_t memory_per_worker = std::uint64_t{2} << 30;  // bytes
  double head_cpus = 2;
  std::uint64_t head_memory = std::uint64_t{5} << 30;
  std::map<std::string, std::string> labels;
  std::string token_secret;  // name of a secret with the key auth_token; needs Ray 2.52
  std::string files;         // name of a config map that every pod sees as the folder kFilesFolder; "" = none
  // Of a job:
  std::vector<std::string> command;  // an argument vector; reaches Ray's shell quoted
  std::string job_id;                // what Ray calls the job; "" = KubeRay makes one up
  std::string working_dir;           // a URI
  std::vector<std::string> pip;      // requirements that Ray installs for the job
  std::map<std::string, std::string> variables;
  int keep_seconds = 60;     // the cluster, after the end
  int deadline_seconds = 0;  // 0 = none
  int retries = 0;           // each with a new cluster
};

inline constexpr const char* kFilesFolder = "/aerie";
// Kubernetes takes objects of up to 1 MiB; the file travels as base64.
inline constexpr std::size_t kMaxConfigMapFile = 700 * 1024;
// A config map with one file.
std::string configMapManifest(const RayWorkload& workload, const std::string& file, std::string_view bytes);

// JSON, checked by checkManifest. InvalidArgument names the field.
absl::StatusOr<std::string> rayJobManifest(const RayWorkload& workload);
absl::StatusOr<std::string> rayClusterManifest(const RayWorkload& workload);

// KubeRay's published rules: kinds, names, fields, which exclude or need each other. InvalidArgument names
// the first that is broken.
absl::Status checkManifest(std::string_view json);

struct RayJobState {
  std::string job_status;         // "", PENDING, RUNNING, STOPPED, SUCCEEDED, FAILED
  std::string deployment_status;  // "", Initializing, Running, Complete, Failed, ...
  std::string reason;
  std::string message;
  std::string dashboard_url;
  std::string cluster;
  std::string head_service;  // its head's; "" = not told (yet)
  std::string job_id;
  bool ended() const;
  bool succeeded() const { return job_status == "SUCCEEDED"; }
};
// Of a RayJob's JSON; FailedPrecondition when it is none.
absl::StatusOr<RayJobState> readRayJob(std::string_view json);

}  // namespace aerie::kube
