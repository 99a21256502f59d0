#include <algorithm>
#include <array>
#include <limits>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/routing/config.h"

namespace aerie::routing {
namespace {

// An unsigned 32-bit field; absent = fallback.
std::uint32_t count(YamlNode& node, std::string_view field, std::uint32_t fallback) {
  const std::int64_t value = node.optionalInteger(field, fallback);
  if (value < 0 || value > std::numeric_limits<std::uint32_t>::max()) {
    node.fail(field, fmt::format("{} is out of range; give a whole number of 0 or more", value));
    return fallback;
  }
  return static_cast<std::uint32_t>(value);
}

assignment::Ranges readRanges(YamlNode& node, std::string_view field) {
  assignment::Ranges result;
  for (YamlNode& entry : node.list(field)) {
    if (!entry.has("start") || !entry.has("end"))
      entry.fail("", "needs start and end: write {start: 0, end: 5000}");
    result.push_back({count(entry, "start", 0), count(entry, "end", 0)});
  }
  return result;
}

absl::StatusOr<RoutingConfig> readRouting(YamlNode root, std::string source) {
  RoutingConfig config;
  config.source = std::move(source);
  config.model_use_case = root.requiredString("model_use_case");
  config.default_worker_endpoint = root.requiredString("default_worker_endpoint");
  for (YamlNode& entry : root.list("experiments")) {
    ExperimentRoute route;
    route.name = entry.requiredString("name");
    route.experiment_traffic_splitting_key = entry.requiredString("experiment_traffic_splitting_key");
    for (YamlNode& arm : entry.list("arms")) {
      std::string arm_name = arm.requiredString("arm");
      route.arms.push_back({std::move(arm_name), arm.requiredString("worker_endpoint")});
    }
    config.experiments.push_back(std::move(route));
  }
  for (YamlNode& entry : root.list("shadows")) {
    std::string endpoint = entry.requiredString("worker_endpoint");
    config.shadows.push_back({std::move(endpoint), entry.requiredNumber("sample")});
  }
  const absl::StatusOr<OnWorkerFailure> policy =
      parseOnWorkerFailure(root.optionalString("on_worker_failure"));
  if (policy.ok()) {
    config.on_worker_failure = *policy;
  } else {
    root.fail("on_worker_failure", messageOf(policy.status()));
  }
  AERIE_RETURN_IF_ERROR(root.finish());
  AERIE_RETURN_IF_ERROR(validate(config));
  return config;
}

absl::StatusOr<WorkerConfig> readWorker(YamlNode root, std::string source) {
  WorkerConfig config;
  config.source = std::move(source);
  config.worker_endpoint = root.requiredString("worker_endpoint");
  config.environment = root.requiredString("environment");
  config.urls = root.strings("urls");
  config.batch_size = count(root, "batch_size", config.batch_size);
  config.timeout_ms = count(root, "timeout_ms", config.timeout_ms);
  config.hedge_after_ms = count(root, "hedge_after_ms", config.hedge_after_ms);
  config.max_in_flight = count(root, "max_in_flight", config.max_in_flight);
  AERIE_RETURN_IF_ERROR(root.finish());
  AERIE_RETURN_IF_ERROR(validate(config));
  return config;
}

assignment::ExperimentState readState(YamlNode& root) {
  const std::string text = root.optionalString("state", "draft");
  for (const auto state : {assignment::ExperimentState::kDraft, assignment::ExperimentState::kRunning,
                           assignment::ExperimentState::kStopped}) {
    if (assignment::stateName(state) == text) return state;
  }
  root.fail("state", fmt::format("'{}' is not a state; write draft, running or stopped", text));
  return assignment::ExperimentState::kDraft;
}

absl::StatusOr<assignment::Experiment> readExperiment(YamlNode root, std::string source) {
  assignment::Experiment experiment;
  experiment.source = std::move(source);
  experiment.name = root.requiredString("name");
  experiment.layer = root.optionalString("layer", experiment.name);
  experiment.seed = root.optionalString("seed", experiment.name);
  experiment.coverage = root.optionalNumber("coverage", 1);
  for (YamlNode& entry : root.list("arms")) {
    assignment::Arm arm;
    arm.name = entry.requiredString("name");
    arm.weight = entry.requiredNumber("weight");
    arm.ranges = readRanges(entry, "ranges");
    experiment.arms.push_back(std::move(arm));
  }
  experiment.layer_ranges = readRanges(root, "layer_ranges");
  experiment.hash_version = count(root, "hash_version", 2);
  experiment.state = readState(root);
  experiment.revision =
      static_cast<std::uint64_t>(std::max<std::int64_t>(0, root.optionalInteger("revision", 0)));
  experiment.started_unix_ms = root.optionalInteger("started_unix_ms", 0);
  experiment.changed_unix_ms = root.optionalInteger("changed_unix_ms", 0);
  AERIE_RETURN_IF_ERROR(root.finish());
  AERIE_RETURN_IF_ERROR(assignment::validate(experiment));
  return experiment;
}

// Plain where nothing can be mistaken, else double-quoted.
std::string scalar(std::string_view text) {
  constexpr std::array<std::string_view, 7> kWords = {"null", "Null", "NULL", "true", "false", "yes", "no"};
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  const bool letter = !text.empty() && ((text[0] | 0x20) >= 'a') && ((text[0] | 0x20) <= 'z');
  if (letter && std::all_of(text.begin(), text.end(), plain) &&
      std::find(kWords.begin(), kWords.end(), text) == kWords.end()) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string rangesText(const assignment::Ranges& ranges) {
  std::string text;
  for (const assignment::BucketRange& range : ranges) {
    text += fmt::format("{}{{start: {}, end: {}}}", text.empty() ? "" : ", ", range.start, range.end);
  }
  return fmt::format("[{}]", text);
}

}  // namespace

absl::StatusOr<RoutingConfig> parseRoutingConfig(std::string_view yaml, std::string source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  return readRouting(std::move(root), std::move(source));
}

absl::StatusOr<WorkerConfig> parseWorkerConfig(std::string_view yaml, std::string source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  return readWorker(std::move(root), std::move(source));
}

absl::StatusOr<assignment::Experiment> parseExperiment(std::string_view yaml, std::string source) {
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(yaml, source));
  return readExperiment(std::move(root), std::move(source));
}

absl::StatusOr<ConfigDocuments> parseConfigDocuments(std::string_view yaml, std::string source) {
  AERIE_ASSIGN_OR_RETURN(std::vector<YamlNode> roots, YamlNode::parseAll(yaml, source));
  ConfigDocuments documents;
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (roots[i].has("model_use_case")) {
      AERIE_ASSIGN_OR_RETURN(RoutingConfig config, readRouting(std::move(roots[i]), source));
      documents.routings.push_back(std::move(config));
    } else if (roots[i].has("worker_endpoint")) {
      AERIE_ASSIGN_OR_RETURN(WorkerConfig config, readWorker(std::move(roots[i]), source));
      documents.workers.push_back(std::move(config));
    } else if (roots[i].has("name")) {
      AERIE_ASSIGN_OR_RETURN(assignment::Experiment experiment, readExperiment(std::move(roots[i]), source));
      documents.experiments.push_back(std::move(experiment));
    } else {
      return invalidArgument(
          "{}: document {} is none of routing, worker config and experiment: begin it with model_use_case, "
          "worker_endpoint or name",
          source, i + 1);
    }
  }
  if (roots.empty()) return invalidArgument("{}: is empty: write at least one document", source);
  return documents;
}

std::string toYaml(const RoutingConfig& config) {
  std::string text = fmt::format("model_use_case: {}\ndefault_worker_endpoint: {}\n",
                                 scalar(config.model_use_case), scalar(config.default_worker_endpoint));
  if (!config.experiments.empty()) text += "experiments:\n";
  for (const ExperimentRoute& route : config.experiments) {
    text += fmt::format("  - name: {}\n    experiment_traffic_splitting_key: {}\n    arms:\n",
                        scalar(route.name), scalar(route.experiment_traffic_splitting_key));
    for (const ArmRoute& arm : route.arms) {
      text += fmt::format("      - {{arm: {}, worker_endpoint: {}}}\n", scalar(arm.arm),
                          scalar(arm.worker_endpoint));
    }
  }
  if (!config.shadows.empty()) text += "shadows:\n";
  for (const ShadowRoute& shadow : config.shadows) {
    text += fmt::format("  - {{worker_endpoint: {}, sample: {}}}\n", scalar(shadow.worker_endpoint),
                        shadow.sample);
  }
  return text + fmt::format("on_worker_failure: {}\n", name(config.on_worker_failure));
}

std::string toYaml(const WorkerConfig& config) {
  std::string urls;
  for (const std::string& url : config.urls) urls += (urls.empty() ? "" : ", ") + scalar(url);
  return fmt::format(
      "worker_endpoint: {}\nenvironment: {}\nurls: [{}]\nbatch_size: {}\ntimeout_ms: {}\nhedge_after_ms: {}\n"
      "max_in_flight: {}\n",
      scalar(config.worker_endpoint), scalar(config.environment), urls, config.batch_size, config.timeout_ms,
      config.hedge_after_ms, config.max_in_flight);
}

std::string toYaml(const assignment::Experiment& experiment) {
  std::string text = fmt::format("name: {}\nlayer: {}\ncoverage: {}\narms:\n", scalar(experiment.name),
                                 scalar(experiment.layer), experiment.coverage);
  for (const assignment::Arm& arm : experiment.arms) {
    text += fmt::format("  - name: {}\n    weight: {}\n", scalar(arm.name), arm.weight);
    if (!arm.ranges.empty()) text += fmt::format("    ranges: {}\n", rangesText(arm.ranges));
  }
  text += fmt::format("seed: {}\n", scalar(experiment.seed));
  if (!experiment.layer_ranges.empty())
    text += fmt::format("layer_ranges: {}\n", rangesText(experiment.layer_ranges));
  text += fmt::format("state: {}\nhash_version: {}\n", assignment::stateName(experiment.state),
                      experiment.hash_version);
  if (experiment.revision != 0) text += fmt::format("revision: {}\n", experiment.revision);
  if (experiment.started_unix_ms != 0)
    text += fmt::format("started_unix_ms: {}\n", experiment.started_unix_ms);
  if (experiment.changed_unix_ms != 0)
    text += fmt::format("changed_unix_ms: {}\n", experiment.changed_unix_ms);
  return text;
}

}  // namespace aerie::routing
