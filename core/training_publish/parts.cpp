#include "core/training_publish/parts.h"

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::training_publish {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxDescription = 1U << 20;
constexpr std::uintmax_t kMaxMessage = 64U << 20;
constexpr std::uint64_t kMaxModel = 256U << 20;
constexpr std::size_t kProgressStep = 50;

absl::StatusOr<std::string> readOf(const TaskOutput& task, std::string_view file, std::uintmax_t limit) {
  auto bytes = readFile(task.directory / file, limit);
  if (bytes.ok()) return bytes;
  return failedPrecondition(
      "{}: {}; the task must write it (see core/zones: part.json), or publish a version per task",
      taskText(task), messageOf(bytes.status()));
}

template <class Message>
absl::Status parseShared(const TaskOutput& task, std::string_view file, const std::string& digest,
                         Message& message) {
  AERIE_ASSIGN_OR_RETURN(const std::string bytes, readOf(task, file, kMaxMessage));
  if (sha256Hex(bytes) != digest) {
    return failedPrecondition("{}: {} is not the file that part.json gives the digest of; run the task again",
                              taskText(task), (task.directory / file).string());
  }
  if (!message.ParseFromString(bytes))
    return invalidArgument("{}: {} is damaged; run the task again", taskText(task),
                           (task.directory / file).string());
  return absl::OkStatus();
}

// The first difference between what two parts must share; empty: none.
std::string differenceOf(const zones::PartDescription& a, const zones::PartDescription& b) {
  if (a.preprocessor_digest != b.preprocessor_digest)
    return "was trained with another preprocessor; fit it once, before, and give it to every task";
  if (a.features_digest != b.features_digest)
    return "has another feature location config; give every task the same";
  if (a.statistics_digest != b.statistics_digest)
    return "has other reference statistics; give every task the same";
  if (a.keys != b.keys) return "is chosen by other keys; name the same features and columns in every task";
  if (a.outputs != b.outputs) return "has other output names; name them alike in every task";
  return {};
}

absl::StatusOr<Part> readPart(const TaskOutput& task, const Parts& all) {
  Part part;
  part.task = &task;
  AERIE_ASSIGN_OR_RETURN(const std::string text, readOf(task, zones::kPartFile, kMaxDescription));
  auto description = zones::parsePart(text, (task.directory / zones::kPartFile).string());
  if (!description.ok()) return withContext(description.status(), taskText(task));
  part.description = *std::move(description);
  const bool first = all.parts.empty() && all.left_out.empty();
  if (!first) {
    const std::string difference = differenceOf(all.common, part.description);
    if (!difference.empty()) return failedPrecondition("{} {}", taskText(task), difference);
  }
  if (!part.description.left_out.empty()) return part;

  const fs::path model = task.directory / zones::kPartModel;
  std::error_code error;
  part.model_size = fs::is_regular_file(model, error) ? fs::file_size(model, error) : 0;
  if (error || part.model_size == 0 || part.model_size > kMaxModel) {
    return failedPrecondition(
        "{}: {} is missing, empty or over 256 MiB; a part has one model, or says 'left_out'", taskText(task),
        model.string());
  }
  AERIE_ASSIGN_OR_RETURN(const std::string test, readOf(task, zones::kPartSelfTest, kMaxMessage));
  if (!part.self_test.ParseFromString(test))
    return invalidArgument("{}: {} is damaged; run the task again", taskText(task),
                           (task.directory / zones::kPartSelfTest).string());
  return part;
}

absl::Status readShared(const TaskOutput& task, Parts& parts) {
  const zones::PartDescription& common = parts.common;
  AERIE_RETURN_IF_ERROR(parseShared(task, zones::kSharedFeatures, common.features_digest, parts.features));
  AERIE_RETURN_IF_ERROR(
      parseShared(task, zones::kSharedPreprocessor, common.preprocessor_digest, parts.preprocessor));
  return parseShared(task, zones::kSharedStatistics, common.statistics_digest, parts.statistics);
}

}  // namespace

std::string taskText(const TaskOutput& task) {
  std::string values;
  for (const auto& [name, value] : task.values)
    values += fmt::format("{}{}={}", values.empty() ? "" : ", ", name, value);
  return values.empty() ? fmt::format("task {}", task.task) : fmt::format("task {} ({})", task.task, values);
}

std::string jobText(const Publication& publication) {
  if (publication.application.empty()) return publication.job;
  return fmt::format("job {} of {}", publication.job, publication.application);
}

absl::StatusOr<Parts> readParts(std::span<const TaskOutput> tasks, const Publication& publication) {
  Parts all;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (publication.progress && i % kProgressStep == 0 && !publication.progress(i, tasks.size()))
      return absl::CancelledError("publishing was cancelled");
    AERIE_ASSIGN_OR_RETURN(Part part, readPart(tasks[i], all));
    if (all.parts.empty() && all.left_out.empty()) {
      all.common = part.description;
      AERIE_RETURN_IF_ERROR(readShared(tasks[i], all));
    }
    if (part.description.data_digest != all.common.data_digest) all.common.data_digest.clear();
    if (part.description.left_out.empty()) {
      all.parts.push_back(std::move(part));
    } else {
      all.left_out.push_back({tasks[i].task, part.description.left_out});
    }
  }
  if (all.parts.empty()) {
    if (all.left_out.empty()) return failedPrecondition("no task has succeeded: there is nothing to publish");
    return failedPrecondition("every task left its part out; the first one, {}, says: {}",
                              all.left_out[0].task, all.left_out[0].reason);
  }
  return all;
}

}  // namespace aerie::training_publish
