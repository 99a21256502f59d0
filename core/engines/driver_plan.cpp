#include "core/engines/driver_plan.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/engines/driver_text.h"

namespace aerie::engines {
namespace {

using Json = nlohmann::json;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

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
  ray::PackageOptions options;
  options.excludes = run.spec->environment.exclude;
  options.extra = {{kDriverFile, std::string(driverText())}, {kPlanFile, plan}};
  std::error_code error;
  const std::filesystem::path work = run.files.work();
  return ray::makePackage(std::filesystem::is_directory(work, error) ? work : std::filesystem::path(),
                          options);
}

std::vector<std::string> requirementLines(const std::string& requirements) {
  std::vector<std::string> lines;
  std::istringstream in(requirements);
  for (std::string line; std::getline(in, line);) {
    line.erase(std::min(line.find(" #"), line.size()));
    const auto from = line.find_first_not_of(" \t\r");
    if (from == std::string::npos || line[from] == '#' || line[from] == '-') continue;
    lines.push_back(line.substr(from, line.find_last_not_of(" \t\r\\") - from + 1));
  }
  return lines;
}

}  // namespace aerie::engines
