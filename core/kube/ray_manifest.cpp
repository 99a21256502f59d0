#include "core/kube/ray_manifest.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/status.h"

namespace aerie::kube {
namespace {

using Json = nlohmann::json;

absl::StatusOr<std::string> quoted(const std::vector<std::string>& command) {
  std::string out;
  for (const std::string& word : command) {
    if (word.find('\0') != std::string::npos)
      return invalidArgument("command: an argument contains a NUL byte");
    out += out.empty() ? "'" : " '";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    out += '\'';
  }
  return out;
}

// Kubernetes counts CPUs in thousandths.
std::string cpuText(double cpus) { return fmt::format("{}m", std::llround(cpus * 1000)); }

Json podTemplate(const char* container, const RayWorkload& w, double cpus, std::uint64_t memory) {
  const Json amount = {{"cpu", cpuText(cpus)}, {"memory", std::to_string(memory)}};
  Json pod = {
      {"name", container}, {"image", w.image}, {"resources", {{"limits", amount}, {"requests", amount}}}};
  if (!w.files.empty())
    pod["volumeMounts"] = Json::array({{{"name", "aerie"}, {"mountPath", kFilesFolder}, {"readOnly", true}}});
  Json out = {{"spec", {{"containers", Json::array({pod})}}}};
  if (!w.files.empty())
    out["spec"]["volumes"] = Json::array({{{"name", "aerie"}, {"configMap", {{"name", w.files}}}}});
  if (!w.labels.empty()) out["metadata"] = {{"labels", w.labels}};
  return out;
}

Json clusterSpec(const RayWorkload& w) {
  Json spec = {
      {"rayVersion", w.ray_version},
      {"headGroupSpec",
       {{"rayStartParams", {{"num-cpus", "0"}}},  // no task on the head
        {"template", podTemplate("ray-head", w, w.head_cpus, w.head_memory)}}},
      {"workerGroupSpecs",
       Json::array({{{"groupName", "workers"},
                     {"replicas", w.workers},
                     {"minReplicas", 0},
                     {"maxReplicas", w.workers},
                     {"rayStartParams", Json::object()},
                     {"template", podTemplate("ray-worker", w, w.cpus_per_worker, w.memory_per_worker)}}})}};
  if (!w.token_secret.empty()) spec["authOptions"] = {{"mode", "token"}, {"secretName", w.token_secret}};
  return spec;
}

Json head(const char* kind, const RayWorkload& w) {
  Json metadata = {{"name", w.name}, {"namespace", w.name_space}};
  if (!w.labels.empty()) metadata["labels"] = w.labels;
  return {{"apiVersion", "ray.io/v1"}, {"kind", kind}, {"metadata", metadata}};
}

std::string toBase64(std::string_view bytes) {
  static constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = (bits << 8) | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      out += i + j <= bytes.size() ? kLetters[(bits >> (18 - 6 * j)) & 63] : '=';
  }
  return out;
}

absl::Status checkNumbers(const RayWorkload& w) {
  const auto bad = [](double cpus) { return !(cpus > 0 && cpus <= 10'000); };
  if (bad(w.cpus_per_worker) || bad(w.head_cpus))
    return invalidArgument("cpus must be more than 0, at most 10000");
  if (w.memory_per_worker == 0 || w.head_memory == 0) return invalidArgument("memory must be more than 0");
  if (w.workers < 0 || w.workers > 100'000) return invalidArgument("workers must be from 0 to 100000");
  if (w.image.empty()) return invalidArgument("image: name the container image");
  return absl::OkStatus();
}

absl::StatusOr<std::string> checked(const Json& manifest) {
  std::string text = manifest.dump(-1, ' ', false, Json::error_handler_t::replace);
  AERIE_RETURN_IF_ERROR(checkManifest(text));
  return text;
}

}  // namespace

std::string configMapManifest(const RayWorkload& w, const std::string& file, std::string_view bytes) {
  Json manifest = head("ConfigMap", w);
  manifest["apiVersion"] = "v1";
  manifest["metadata"]["name"] = w.files;
  manifest["binaryData"] = {{file, toBase64(bytes)}};
  return manifest.dump(-1, ' ', false, Json::error_handler_t::replace);
}

absl::StatusOr<std::string> rayClusterManifest(const RayWorkload& w) {
  AERIE_RETURN_IF_ERROR(checkNumbers(w));
  Json manifest = head("RayCluster", w);
  manifest["spec"] = clusterSpec(w);
  return checked(manifest);
}

absl::StatusOr<std::string> rayJobManifest(const RayWorkload& w) {
  AERIE_RETURN_IF_ERROR(checkNumbers(w));
  if (w.command.empty()) return invalidArgument("command: the job has none");
  if (w.keep_seconds < 0 || w.deadline_seconds < 0 || w.retries < 0)
    return invalidArgument("keep_seconds, deadline_seconds and retries must not be negative");
  Json manifest = head("RayJob", w);
  Json spec = {{"submissionMode", "HTTPMode"},
               {"shutdownAfterJobFinishes", true},
               {"ttlSecondsAfterFinished", w.keep_seconds},
               {"rayClusterSpec", clusterSpec(w)}};
  AERIE_ASSIGN_OR_RETURN(spec["entrypoint"], quoted(w.command));
  if (!w.job_id.empty()) spec["jobId"] = w.job_id;
  if (w.deadline_seconds > 0) spec["activeDeadlineSeconds"] = w.deadline_seconds;
  if (w.retries > 0) spec["backoffLimit"] = w.retries;
  Json environment = Json::object();
  if (!w.working_dir.empty()) environment["working_dir"] = w.working_dir;
  if (!w.variables.empty()) environment["env_vars"] = w.variables;
  if (!w.pip.empty()) environment["pip"] = w.pip;
  // JSON is YAML.
  if (!environment.empty())
    spec["runtimeEnvYAML"] = environment.dump(-1, ' ', false, Json::error_handler_t::replace);
  manifest["spec"] = spec;
  return checked(manifest);
}

bool RayJobState::ended() const {
  return deployment_status == "Complete" || deployment_status == "Failed" ||
         deployment_status == "ValidationFailed";
}

absl::StatusOr<RayJobState> readRayJob(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object() || json.value("kind", Json()) != "RayJob")
    return failedPrecondition("the object is no RayJob");
  RayJobState out;
  const auto status = json.find("status");
  if (status == json.end() || !status->is_object()) return out;
  const auto read = [&](const char* field) {
    const auto it = status->find(field);
    return it != status->end() && it->is_string() ? it->get<std::string>() : std::string();
  };
  out.job_status = read("jobStatus");
  out.deployment_status = read("jobDeploymentStatus");
  out.reason = read("reason");
  out.message = read("message");
  out.dashboard_url = read("dashboardURL");
  out.cluster = read("rayClusterName");
  if (const auto cluster = status->find("rayClusterStatus");
      cluster != status->end() && cluster->is_object()) {
    const Json head_of = cluster->value("head", Json::object());
    const Json service = head_of.is_object() ? head_of.value("serviceName", Json()) : Json();
    if (service.is_string()) out.head_service = service.get<std::string>();
  }
  out.job_id = read("jobId");
  return out;
}

}  // namespace aerie::kube
