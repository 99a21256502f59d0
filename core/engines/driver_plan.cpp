#include "core/engines/driver_plan.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/engines/driver_text.h"

namespace aerie::engines {
namespace {

using Json = nlohmann::json;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// What pip takes in a requirements file and what means the same on another host.
constexpr std::string_view kPipOptions[] = {
    "-i",          "--index-url",   "--extra-index-url", "--no-index",
    "-f",          "--pre",         "--find-links",      "--trusted-host",
    "--no-binary", "--only-binary", "--prefer-binary",   "--require-hashes"};

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// As pip does: a '#' begins one where a line or a word may begin.
std::string withoutComment(const std::string& line) {
  for (auto at = line.find('#'); at != std::string::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

bool isRelativePath(std::string_view text) {
  return !text.starts_with('/') && text.find("://") == std::string_view::npos && !text.starts_with("file:");
}

absl::Status checkPipOption(const std::string& line) {
  const std::string name = line.substr(0, line.find_first_of(" \t="));
  if (name == "--hash")
    return invalidArgument("the lock file: '{}' stands alone; end the line before it with a backslash", line);
  if (std::find(std::begin(kPipOptions), std::end(kPipOptions), name) == std::end(kPipOptions))
    return invalidArgument(
        "the lock file: '{}' cannot go to Ray's hosts, which have neither this folder nor its files; write "
        "what it names into the lock file itself (pip freeze or pip-compile do)",
        line);
  const std::string value = line.size() > name.size() ? trimmed(line.substr(name.size() + 1)) : "";
  if ((name == "-f" || name == "--find-links") && isRelativePath(value))
    return invalidArgument(
        "the lock file: '{}' names a folder of this machine; give a URL, or an absolute path "
        "that all of Ray's hosts have",
        line);
  return absl::OkStatus();
}

absl::Status addRequirement(const std::string& line, std::vector<std::string>& lines) {
  if (line.empty()) return absl::OkStatus();
  if (line.starts_with('-')) AERIE_RETURN_IF_ERROR(checkPipOption(line));
  if (line.starts_with("./") || line.starts_with("../"))
    return invalidArgument(
        "the lock file: '{}' is a file beside it, which Ray's hosts do not have; name a version "
        "of an index, or a URL",
        line);
  lines.push_back(line);
  return absl::OkStatus();
}

double seconds(std::int64_t ms) { return static_cast<double>(ms) / 1e3; }

Json taskJson(const training::JobRun& run, const training::OpenTask& task) {
  // The driver replaces {output_dir} on the task's host, where the directory is made.
  const training::TaskCommand command =
      training::commandOf(*run.spec, task.spec, std::to_string(run.job), "{output_dir}");
  Json json = {{"id", task.spec.id},
               {"command", command.arguments},
               {"cpus", static_cast<double>(task.request.cpu_millis) / 1e3},
               {"attempt", task.attempt},
               {"failures", task.failures},
               {"lost", task.lost}};
  if (task.request.memory_bytes > 0) json["memory"] = task.request.memory_bytes;
  if (!command.outputs.empty()) json["outputs"] = command.outputs;
  return json;
}

ray::PackageOptions packageOptions(const training::JobRun& run, const std::string& plan) {
  ray::PackageOptions options;
  options.excludes = run.spec->environment.exclude;
  options.extra = {{kDriverFile, std::string(driverText())}, {kPlanFile, plan}};
  return options;
}

// Empty when the job has none.
std::filesystem::path workOf(const training::JobRun& run) {
  std::error_code error;
  return std::filesystem::is_directory(run.files.work(), error) ? run.files.work() : std::filesystem::path();
}

}  // namespace

std::string submissionId(const training::JobRun& run) {
  Sha256 digest;
  digest.update(fmt::format("{}\n{}\n{}\n", run.files.root.string(), run.cluster.name, run.submitted_ms));
  for (const training::OpenTask& task : run.tasks)
    digest.update(fmt::format("{}:{}\n", task.spec.id, task.attempt));
  return fmt::format("aerie-{}-{}", run.job, digest.hex().substr(0, 12));
}

std::string probeName(const std::string& submission) { return "incoming/" + submission + ".probe"; }

std::filesystem::path incomingFolder(const training::JobFiles& files) { return files.root / "incoming"; }

absl::Status prepareShared(const training::JobFiles& files, const std::string& submission) {
  AERIE_RETURN_IF_ERROR(makeDirectories(files.root / "logs"));
  AERIE_RETURN_IF_ERROR(makeDirectories(incomingFolder(files)));
  return writeFileAtomic(files.root / probeName(submission), "");
}

std::string planJson(const training::JobRun& run, const PlanOptions& options) {
  const training::Limits& limits = run.spec->limits;
  Json tasks = Json::array();
  for (const training::OpenTask& task : run.tasks) tasks.push_back(taskJson(run, task));
  Json path = Json::array();
  for (const std::filesystem::path& folder : options.programs) path.push_back(folder.string());
  Json plan = {
      {"tasks", std::move(tasks)},
      {"variables", run.spec->environment.variables},
      {"path", std::move(path)},
      {"control", options.submission},
      {"max_in_flight", limits.max_in_flight},
      {"retries", limits.retries},
      {"lost_retries", training::kMaxLostAttempts},
      {"backoff_seconds", seconds(limits.backoff_ms)},
      {"backoff_limit_seconds", seconds(limits.backoff_limit_ms)},
      {"memory_growth", std::max(1.0, limits.memory_growth)},
      {"memory_limit", limits.memory_limit > 0 ? limits.memory_limit : run.spec->cluster.memory_per_host},
      {"timeout_seconds", seconds(limits.timeout_ms)}};
  if (!options.shared.empty())
    plan["shared"] = {{"directory", options.shared}, {"probe", probeName(options.submission)}};
  return text(plan);
}

std::string cancelJson(const std::string& submission, const std::vector<std::string>& tasks) {
  return text({{"control", submission}, {"tasks", tasks}});
}

absl::StatusOr<ray::Package> packageOf(const training::JobRun& run, const std::string& plan) {
  return ray::makePackage(workOf(run), packageOptions(run, plan));
}

absl::StatusOr<std::optional<ray::Package>> checkRun(const training::JobRun& run, std::uint64_t limit) {
  AERIE_RETURN_IF_ERROR(requirementLines(run.requirements).status());
  const std::string plan = planJson(run, {});
  AERIE_ASSIGN_OR_RETURN(const ray::PackagePlan files,
                         ray::planPackage(workOf(run), packageOptions(run, plan)));
  // What cannot be packed smaller gets a little larger.
  if (files.bytes < limit - limit / 10) return std::nullopt;
  AERIE_ASSIGN_OR_RETURN(ray::Package package, packageOf(run, plan));
  return std::optional(std::move(package));
}

absl::StatusOr<std::vector<std::string>> requirementLines(const std::string& requirements) {
  std::vector<std::string> lines;
  std::istringstream in(requirements);
  std::string whole;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const bool continued = line.ends_with('\\') && !trimmed(line).starts_with('#');
    if (continued) line.pop_back();
    whole += (whole.empty() ? "" : " ") + withoutComment(line);
    if (continued) continue;
    AERIE_RETURN_IF_ERROR(addRequirement(trimmed(std::exchange(whole, {})), lines));
  }
  AERIE_RETURN_IF_ERROR(addRequirement(trimmed(whole), lines));
  return lines;
}

}  // namespace aerie::engines
