#include "services/ctl/train_kube_cluster.h"

#include "core/base/status.h"
#include "core/kube/ray_cluster.h"
#include "core/training/quantity.h"
#include "services/ctl/stop_cancels.h"

namespace aerie::ctl {
namespace {

struct Place {
  std::unique_ptr<kube::KubeClient> client;
  std::string name_space;
};

absl::StatusOr<Place> open(const KubeArguments& a) {
  AERIE_ASSIGN_OR_RETURN(const kube::Access access, kube::loadKubeconfig(a.kubeconfig, a.context));
  Place place;
  AERIE_ASSIGN_OR_RETURN(place.client, kube::KubeClient::create(access));
  place.name_space = a.name_space.empty() ? access.name_space : a.name_space;
  return place;
}

kube::RayClusterOptions waitingOf(Tool& tool, const KubeArguments& a) {
  kube::RayClusterOptions options;
  options.patience = std::chrono::milliseconds(static_cast<std::int64_t>(a.timeout_seconds * 1e3));
  options.progress = [&tool](const kube::RayClusterState& state) { tool.out().note(state.text()); };
  return options;
}

void show(Tool& tool, const Place& place, const kube::RayClusterState& state) {
  const std::string service = state.head_service.empty() ? state.name + "-head-svc" : state.head_service;
  const std::string address = fmt::format("http://{}.{}.svc:8265", service, place.name_space);
  if (tool.out().json()) {
    tool.out().line({{"name", state.name},
                     {"namespace", place.name_space},
                     {"state", state.state},
                     {"ready", state.ready()},
                     {"workers", state.workers},
                     {"ready_workers", state.ready_workers},
                     {"address", address}});
    return;
  }
  tool.out().say(
      fmt::format("{} in namespace {}: {}\n\naddress     {} (in Kubernetes)\n\nFrom outside: kubectl -n "
                  "{} port-forward service/{} 8265\nIn a job file: cluster: {{engine: ray, address: "
                  "\"{}\", hosts: {}}}",
                  state.name, place.name_space, state.text(), address, place.name_space, service, address,
                  state.workers));
}

}  // namespace

void addKubePlace(CLI::App* command, KubeArguments& a) {
  command->add_option("--name", a.name, "kuberay: name of the RayCluster")->capture_default_str();
  command->add_option("--kubeconfig", a.kubeconfig, "kuberay: left out: KUBECONFIG, else ~/.kube/config")
      ->type_name("FILE");
  command->add_option("--context", a.context,
                      "kuberay: context of the kubeconfig; left out: its current one");
  command->add_option("--namespace", a.name_space, "kuberay: left out: the context's");
}

void addKubeShape(CLI::App* up, KubeArguments& a) {
  up->add_option("--image", a.image, "kuberay: image of the pods")->capture_default_str();
  up->add_option("--ray-version", a.ray_version, "kuberay: version of Ray in that image")
      ->capture_default_str();
  up->add_option("--token-secret", a.token_secret,
                 "kuberay: secret with the key auth_token that Ray asks for; left out: none");
  up->add_option("--timeout", a.timeout_seconds, "kuberay: seconds to wait until it is ready")
      ->check(CLI::Range(0.0, 1e9))
      ->capture_default_str();
}

absl::Status bringUpInKube(Tool& tool, const KubeArguments& a, const KubeSize& size) {
  kube::RayWorkload workload;
  workload.name = a.name;
  workload.image = a.image;
  workload.ray_version = a.ray_version;
  workload.workers = size.hosts;
  workload.cpus_per_worker = size.cpus;
  workload.token_secret = a.token_secret;
  workload.labels = {{"app.kubernetes.io/managed-by", "aerie"}};
  if (!size.memory.empty()) {
    AERIE_ASSIGN_OR_RETURN(const std::int64_t bytes, training::parseBytes(size.memory));
    workload.memory_per_worker = static_cast<std::uint64_t>(bytes);
  }
  http::Cancel cancel;
  const StopCancels stopping(cancel);
  AERIE_ASSIGN_OR_RETURN(const Place place, open(a));
  workload.name_space = place.name_space;
  AERIE_ASSIGN_OR_RETURN(const kube::RayClusterState state,
                         kube::startRayCluster(*place.client, workload, waitingOf(tool, a), &cancel));
  show(tool, place, state);
  return absl::OkStatus();
}

absl::Status showInKube(Tool& tool, const KubeArguments& a) {
  AERIE_ASSIGN_OR_RETURN(const Place place, open(a));
  AERIE_ASSIGN_OR_RETURN(const kube::RayClusterState state,
                         kube::findRayCluster(*place.client, place.name_space, a.name));
  show(tool, place, state);
  return absl::OkStatus();
}

absl::Status takeDownInKube(Tool& tool, const KubeArguments& a) {
  http::Cancel cancel;
  const StopCancels stopping(cancel);
  AERIE_ASSIGN_OR_RETURN(const Place place, open(a));
  AERIE_RETURN_IF_ERROR(
      kube::stopRayCluster(*place.client, place.name_space, a.name, waitingOf(tool, a), &cancel));
  tool.out().say("stopped");
  return absl::OkStatus();
}

}  // namespace aerie::ctl
