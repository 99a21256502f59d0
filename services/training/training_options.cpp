#include "services/training/training_options.h"

#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::training_service {

TrainingOptions::TrainingOptions() {
  common.listen = "127.0.0.1:7720";
  common.metrics_listen = "127.0.0.1:7721";
}

void addTrainingSettings(services::Settings& settings, TrainingOptions& options) {
  services::addCommonSettings(settings, options.common);
  settings.text("state-dir", &options.state_dir,
                "Directory of the queue, job files, logs and outputs; one training daemon at a time");
  settings.text("instance", &options.instance,
                "Name of this daemon's control groups; two daemons of one machine need two; empty = made of "
                "--state-dir");
  settings.text(
      "limits", &options.limits,
      "How CPU and memory limits are enforced: cgroup-v2, cgroup-v1 or affinity; empty = the best that "
      "this machine lets it use");
  settings.integer("cpus", &options.cpus, "CPUs of this machine for tasks; 0 = all", 0, 4'096);
  settings.integer("memory-mib", &options.memory_mib, "Memory of this machine for tasks in MiB; 0 = all", 0,
                   std::int64_t{1} << 30);
  settings.text("control", &options.control,
                "Address of the control plane that results are published to; empty = nothing is published");
  settings.text("signing-key", &options.signing_key,
                "Private key that published bundles are signed with; made when missing; empty = "
                "STATE-DIR/signing.pem. The control plane must trust its public half");
  settings.text("code", &options.code,
                "Revision of the training code, kept in the lineage of what is published");
  settings.flag("stop-tasks", &options.stop_tasks,
                "End running tasks, too, when this program stops; else they go on and are found again");
  settings.text(
      "ray-address", &options.ray_address,
      "Ray for jobs that name no cluster.address: host:port of its dashboard, or https://...; empty = a Ray "
      "of its own is started on this machine for each cluster");
  settings.text("ray-token-file", &options.ray_token_file,
                "File with the bearer token for Ray; empty = RAY_AUTH_TOKEN or RAY_AUTH_TOKEN_PATH, if set");
  settings.text("ray-ca", &options.ray_ca, "PEM file of the CA of a Ray behind https");
  settings.text("ray-home", &options.ray_home,
                "Virtual environment with Ray for clusters on this machine; empty = AERIE_RAY, else "
                "~/.local/share/aerie/ray");
  settings.text("kubeconfig", &options.kubeconfig,
                "Kubeconfig of the engine kuberay; empty = KUBECONFIG, else ~/.kube/config");
  settings.text("kube-context", &options.kube_context, "Context of the kubeconfig; empty = its current one");
  settings.text("kube-image", &options.kube_image, "Image of the Ray pods; empty = the one that is tested");
  settings.text("kube-token-secret", &options.kube_token_secret,
                "Secret with the key auth_token that Ray pods ask callers for; empty = they ask for none");
  settings.number("simulation-speed", &options.simulation_speed,
                  "Virtual seconds for each real one on virtual hosts (engine simulated)", 1, 100'000);
  settings.integer("keep-jobs", &options.keep_jobs, "Jobs that ended which are kept", 1, 100'000);
  settings.integer("keep-days", &options.keep_days, "Days that they are kept", 1, 10'000);
  settings.integer("keep-outputs", &options.keep_outputs,
                   "Newest jobs whose outputs stay after they were published", 0, 100'000);
  settings.integer("working-dir-mib", &options.working_dir_mib, "Largest working directory of a job in MiB",
                   1, 1'000'000);
  settings.integer("working-dir-files", &options.working_dir_files, "Most files of a working directory", 1,
                   10'000'000);
}

absl::Status completeOptions(TrainingOptions& options) {
  if (options.state_dir.empty())
    return invalidArgument("--state-dir is needed: the directory that keeps everything");
  std::error_code error;
  const auto absolute = std::filesystem::absolute(options.state_dir, error).lexically_normal();
  if (error) return invalidArgument("--state-dir {}: {}", options.state_dir, error.message());
  options.state_dir = absolute.string();
  if (options.instance.empty()) options.instance = "training-" + sha256Hex(options.state_dir).substr(0, 8);
  AERIE_RETURN_IF_ERROR(validateName("--instance", options.instance));
  if (options.signing_key.empty()) options.signing_key = (absolute / "signing.pem").string();
  return absl::OkStatus();
}

absl::StatusOr<training::CoordinatorOptions> coordinatorOptions(const TrainingOptions& options) {
  training::CoordinatorOptions result;
  result.state_dir = options.state_dir;
  result.instance = options.instance;
  if (options.limits == "cgroup-v2") {
    result.limiter = taskrun::LimiterKind::kCgroupV2;
  } else if (options.limits == "cgroup-v1") {
    result.limiter = taskrun::LimiterKind::kCgroupV1;
  } else if (options.limits == "affinity") {
    result.limiter = taskrun::LimiterKind::kAffinity;
  } else if (!options.limits.empty()) {
    return invalidArgument(
        "--limits '{}' must be cgroup-v2, cgroup-v1 or affinity, or empty for the best of them",
        options.limits);
  }
  result.machine = {options.cpus * 1'000, options.memory_mib << 20};
  result.retention.jobs = static_cast<std::size_t>(options.keep_jobs);
  result.retention.age_ms = options.keep_days * 86'400'000;
  result.keep_outputs = static_cast<std::size_t>(options.keep_outputs);
  result.directory_limits.total_bytes = static_cast<std::uint64_t>(options.working_dir_mib) << 20;
  result.directory_limits.files = static_cast<std::uint64_t>(options.working_dir_files);
  return result;
}

}  // namespace aerie::training_service
