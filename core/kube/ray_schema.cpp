// The rules of KubeRay's CRDs, as published with v1.7.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/kube/ray_manifest.h"

namespace aerie::kube {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

const Names kJobFields = {"entrypoint",
                          "submissionMode",
                          "shutdownAfterJobFinishes",
                          "ttlSecondsAfterFinished",
                          "activeDeadlineSeconds",
                          "preRunningDeadlineSeconds",
                          "backoffLimit",
                          "runtimeEnvYAML",
                          "rayClusterSpec",
                          "clusterSelector",
                          "suspend",
                          "managedBy",
                          "deletionStrategy",
                          "jobId",
                          "metadata",
                          "entrypointNumCpus",
                          "entrypointNumGpus",
                          "entrypointResources",
                          "submitterConfig",
                          "submitterPodTemplate"};
const Names kClusterFields = {"rayVersion",
                              "headGroupSpec",
                              "workerGroupSpecs",
                              "enableInTreeAutoscaling",
                              "autoscalerOptions",
                              "authOptions",
                              "gcsFaultToleranceOptions",
                              "historyServerOptions",
                              "suspend",
                              "upgradeStrategy",
                              "tlsOptions",
                              "networkPolicy",
                              "managedBy",
                              "headServiceAnnotations"};
const Names kHeadFields = {"template",  "headService", "enableIngress",  "ingressOptions",
                           "resources", "labels",      "rayStartParams", "serviceType"};
const Names kWorkerFields = {"groupName",          "replicas", "minReplicas",  "maxReplicas", "numOfHosts",
                             "idleTimeoutSeconds", "priority", "resources",    "labels",      "suspend",
                             "rayStartParams",     "template", "scaleStrategy"};
// Given either as start parameters or as the group's resources.
const Names kStartResources = {"num-cpus", "num-gpus", "memory", "resources"};
const Names kModes = {"K8sJobMode", "HTTPMode", "InteractiveMode", "SidecarMode"};

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

bool isTrue(const Json& json, const char* field) { return at(json, field) == true; }

absl::Status onlyKnown(const Json& json, const Names& known, std::string_view where) {
  if (!json.is_object()) return invalidArgument("{}: must be a map", where);
  for (const auto& [name, value] : json.items()) {
    if (known.contains(name)) continue;
    const std::string near = nearestName(name, {known.begin(), known.end()});
    return invalidArgument("{}: KubeRay has no field '{}'{}", where, name,
                           near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
  }
  return absl::OkStatus();
}

// A DNS-1035 label.
absl::Status checkName(std::string_view what, const std::string& name, std::size_t most) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  if (name.empty() || !letter(name.front()) || name.back() == '-' ||
      !std::all_of(name.begin(), name.end(), fits))
    return invalidArgument("{} '{}': use lower-case letters, digits and '-', beginning with a letter", what,
                           name);
  if (name.size() > most) return invalidArgument("{} '{}' is longer than {} characters", what, name, most);
  return absl::OkStatus();
}

absl::Status checkWhole(const Json& json, const char* field, std::string_view where, int least = 0) {
  const Json& value = at(json, field);
  if (value.is_null() || (value.is_number_integer() && value >= least)) return absl::OkStatus();
  return invalidArgument("{}.{} must be a whole number of at least {}", where, field, least);
}

bool isPositive(const Json& json, const char* field) {
  const Json& value = at(json, field);
  return value.is_number() && value > 0;
}

bool hasEntries(const Json& json) { return json.is_object() && !json.empty(); }

absl::Status checkPods(const Json& group, std::string_view where) {
  const Json& containers = at(at(at(group, "template"), "spec"), "containers");
  if (!containers.is_array() || containers.empty())
    return invalidArgument("{}: the template has no container", where);
  for (const Json& container : containers) {
    if (textAt(container, "name").empty() || textAt(container, "image").empty())
      return invalidArgument("{}: a container needs a name and an image", where);
  }
  if (!at(group, "rayStartParams").is_object() && !at(group, "rayStartParams").is_null())
    return invalidArgument("{}.rayStartParams must be a map", where);
  for (const auto& [name, value] : at(group, "rayStartParams").items()) {
    if (!value.is_string()) return invalidArgument("{}.rayStartParams.{} must be a string", where, name);
    if (name == "labels") return invalidArgument("{}.rayStartParams.labels: use the group's labels", where);
    if (kStartResources.contains(name) && hasEntries(at(group, "resources")))
      return invalidArgument("{}: give resources or rayStartParams.{}, one of them", where, name);
  }
  return absl::OkStatus();
}

bool versionAtLeast(const std::string& text, int major, int minor) {
  int a = 0;
  int b = 0;
  return std::sscanf(text.c_str(), "%d.%d", &a, &b) == 2 && (a > major || (a == major && b >= minor));
}

absl::Status checkToken(const Json& spec, const std::string& where) {
  const std::string mode = textAt(at(spec, "authOptions"), "mode");
  if (!mode.empty() && mode != "token" && mode != "disabled")
    return invalidArgument("{}.authOptions.mode '{}' is unknown; use token or disabled", where, mode);
  if (mode == "token" && !versionAtLeast(textAt(spec, "rayVersion"), 2, 52))
    return invalidArgument("{}.authOptions: tokens need rayVersion 2.52.0 or newer", where);
  return absl::OkStatus();
}

absl::Status checkCluster(const Json& spec, const std::string& where) {
  AERIE_RETURN_IF_ERROR(onlyKnown(spec, kClusterFields, where));
  AERIE_RETURN_IF_ERROR(onlyKnown(at(spec, "headGroupSpec"), kHeadFields, where + ".headGroupSpec"));
  AERIE_RETURN_IF_ERROR(checkPods(at(spec, "headGroupSpec"), where + ".headGroupSpec"));
  Names groups;
  const Json& workers = at(spec, "workerGroupSpecs");
  if (!workers.is_null() && !workers.is_array())
    return invalidArgument("{}.workerGroupSpecs must be a list", where);
  for (const Json& group : workers) {
    const std::string at_group = where + ".workerGroupSpecs";
    AERIE_RETURN_IF_ERROR(onlyKnown(group, kWorkerFields, at_group));
    const std::string name = textAt(group, "groupName");
    AERIE_RETURN_IF_ERROR(checkName(at_group + ".groupName", name, 63));
    if (!groups.insert(name).second) return invalidArgument("{}: group '{}' is there twice", at_group, name);
    for (const char* field : {"replicas", "minReplicas", "maxReplicas", "numOfHosts"})
      AERIE_RETURN_IF_ERROR(checkWhole(group, field, at_group));
    if (at(group, "minReplicas").is_number() && at(group, "maxReplicas").is_number() &&
        at(group, "minReplicas") > at(group, "maxReplicas"))
      return invalidArgument("{}: minReplicas of '{}' is more than its maxReplicas", at_group, name);
    AERIE_RETURN_IF_ERROR(checkPods(group, at_group));
  }
  return checkToken(spec, where);
}

absl::Status checkDeletion(const Json& spec, bool shuts_down) {
  const Json& strategy = at(spec, "deletionStrategy");
  if (strategy.is_null()) return absl::OkStatus();
  const bool success = !at(strategy, "onSuccess").is_null();
  const bool failure = !at(strategy, "onFailure").is_null();
  const Json& rules = at(strategy, "deletionRules");
  if (rules.is_null() ? !success || !failure : success || failure || !rules.is_array() || rules.empty())
    return invalidArgument(
        "spec.deletionStrategy: give both onSuccess and onFailure, or deletionRules with at least one rule");
  if (!rules.is_null() && shuts_down)
    return invalidArgument("spec.deletionStrategy.deletionRules excludes shutdownAfterJobFinishes");
  return absl::OkStatus();
}

// A selector takes a cluster that is there; then nothing is made, retried or suspended.
absl::Status checkSelector(const Json& spec, const std::string& mode) {
  if (textAt(at(spec, "clusterSelector"), "ray.io/cluster").empty())
    return invalidArgument("spec.clusterSelector: name the cluster as ray.io/cluster");
  if (isTrue(spec, "suspend") || isPositive(spec, "backoffLimit") || mode == "SidecarMode")
    return invalidArgument("spec.clusterSelector excludes suspend, backoffLimit and SidecarMode");
  return absl::OkStatus();
}

absl::Status checkJob(const Json& spec) {
  AERIE_RETURN_IF_ERROR(onlyKnown(spec, kJobFields, "spec"));
  const std::string mode = textAt(spec, "submissionMode");
  if (!mode.empty() && !kModes.contains(mode))
    return invalidArgument("spec.submissionMode '{}' is unknown", mode);
  if (mode != "InteractiveMode" && textAt(spec, "entrypoint").empty())
    return invalidArgument("spec.entrypoint: the job has no command");
  for (const char* field : {"ttlSecondsAfterFinished", "backoffLimit"})
    AERIE_RETURN_IF_ERROR(checkWhole(spec, field, "spec"));
  for (const char* field : {"activeDeadlineSeconds", "preRunningDeadlineSeconds"})
    AERIE_RETURN_IF_ERROR(checkWhole(spec, field, "spec", 1));
  const bool shuts_down = isTrue(spec, "shutdownAfterJobFinishes");
  const Json& cluster = at(spec, "rayClusterSpec");
  const bool selects = hasEntries(at(spec, "clusterSelector"));
  if (isPositive(spec, "ttlSecondsAfterFinished") && !shuts_down)
    return invalidArgument("spec.ttlSecondsAfterFinished needs shutdownAfterJobFinishes");
  if (isTrue(spec, "suspend") && !shuts_down)
    return invalidArgument("spec.suspend needs shutdownAfterJobFinishes");
  if (!selects && cluster.is_null()) return invalidArgument("spec: give rayClusterSpec or clusterSelector");
  if (selects) AERIE_RETURN_IF_ERROR(checkSelector(spec, mode));
  if (mode == "InteractiveMode" && isPositive(spec, "backoffLimit"))
    return invalidArgument("spec.backoffLimit does not go with InteractiveMode");
  if (mode == "SidecarMode" &&
      (!at(spec, "submitterPodTemplate").is_null() || !at(spec, "submitterConfig").is_null()))
    return invalidArgument("spec.submitterPodTemplate and submitterConfig do not go with SidecarMode");
  AERIE_RETURN_IF_ERROR(checkDeletion(spec, shuts_down));
  if (cluster.is_null()) return absl::OkStatus();
  if (isTrue(at(cluster, "authOptions"), "enableK8sTokenAuth"))
    return invalidArgument("spec.rayClusterSpec.authOptions: a RayJob takes no enableK8sTokenAuth");
  return checkCluster(cluster, "spec.rayClusterSpec");
}

}  // namespace

absl::Status checkManifest(std::string_view text) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (textAt(json, "apiVersion") != "ray.io/v1") return invalidArgument("apiVersion must be ray.io/v1");
  const std::string kind = textAt(json, "kind");
  const std::string name = textAt(at(json, "metadata"), "name");
  if (kind == "RayJob") {
    AERIE_RETURN_IF_ERROR(checkName("job name", name, 47));
    return checkJob(at(json, "spec"));
  }
  if (kind == "RayCluster") {
    AERIE_RETURN_IF_ERROR(checkName("cluster name", name, 53));
    return checkCluster(at(json, "spec"), "spec");
  }
  return invalidArgument("kind '{}' is not RayJob or RayCluster", kind);
}

}  // namespace aerie::kube
