#include "services/ctl/train_submission.h"

#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <yaml-cpp/yaml.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/net/channel.h"
#include "core/taskrun/any_directory.h"
#include "core/training/job_file.h"

namespace aerie::ctl {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 32U << 20;
constexpr std::uintmax_t kMaxJobFile = 4U << 20;

absl::StatusOr<std::string> readJobFile(const std::string& file) {
  if (file != "-") return readFile(file, kMaxJobFile);
  std::string text(std::istreambuf_iterator<char>(std::cin), {});
  if (text.size() > kMaxJobFile) return invalidArgument("standard input: a job file has at most 4 MiB");
  return text;
}

absl::Status setField(YAML::Node root, const std::string& setting) {
  const auto equals = setting.find('=');
  if (equals == std::string::npos || equals == 0)
    return invalidArgument("--set '{}' must be FIELD=VALUE, e.g. --set limits.retries=3", setting);
  const std::string path = setting.substr(0, equals), value = setting.substr(equals + 1);
  YAML::Node node = root;
  for (std::size_t begin = 0;;) {
    const std::size_t dot = path.find('.', begin);
    const std::string key = path.substr(begin, dot == std::string::npos ? dot : dot - begin);
    if (key.empty()) return invalidArgument("--set '{}': the field '{}' has an empty part", setting, path);
    if (node.IsDefined() && !node.IsMap() && !node.IsNull())
      return invalidArgument("--set '{}': {} is not a map of fields in the job file", setting,
                             path.substr(0, begin - 1));
    if (dot == std::string::npos) {
      if (value.empty()) {
        if (node.IsMap()) node.remove(key);
      } else {
        node[key] = YAML::Load(value);
      }
      return absl::OkStatus();
    }
    if (value.empty() && (!node.IsMap() || !node[key])) return absl::OkStatus();
    YAML::Node next = node[key];
    if (!next.IsDefined()) next = node[key] = YAML::Node(YAML::NodeType::Map);
    node.reset(next);
    begin = dot + 1;
  }
}

// Keeps the text of all that is read.
training::ReadFile recording(const training::ReadFile& read, std::map<std::string, std::string>& files) {
  return [&read, &files](const std::string& path) -> absl::StatusOr<std::string> {
    AERIE_ASSIGN_OR_RETURN(std::string text, read(path));
    files[path] = text;
    return text;
  };
}

}  // namespace

absl::StatusOr<std::string> withSettings(std::string_view yaml, const std::vector<std::string>& settings) {
  try {
    YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap()) return invalidArgument("the job file must be a map of fields, first application:");
    for (const std::string& setting : settings) {
      try {
        AERIE_RETURN_IF_ERROR(setField(root, setting));
      } catch (const YAML::Exception& error) {
        return invalidArgument("--set '{}': {}", setting, error.msg);
      }
    }
    YAML::Emitter out;
    out << root;
    return std::string(out.c_str()) + "\n";
  } catch (const YAML::Exception& error) {
    return invalidArgument("the job file cannot be read: {}", error.what());
  }
}

absl::StatusOr<Submission> prepareSubmission(const std::string& file,
                                             const std::vector<std::string>& settings,
                                             const std::string& daemon) {
  AERIE_ASSIGN_OR_RETURN(std::string yaml, readJobFile(file));
  std::error_code error;
  const fs::path directory =
      file == "-" ? fs::current_path(error) : fs::absolute(file, error).lexically_normal().parent_path();
  const training::ReadFile read = training::readFilesOf(directory.string());
  std::string source = file == "-" ? "standard input" : file;
  Submission submission;
  std::map<std::string, std::string> files;
  auto spec = training::parseJobFile(yaml, source, recording(read, files));
  if (!settings.empty()) {
    AERIE_RETURN_IF_ERROR(YamlNode::parse(yaml, source).status());
    AERIE_ASSIGN_OR_RETURN(yaml, withSettings(yaml, settings));
    files.clear();
    auto changed = training::parseJobFile(yaml, source, recording(read, files));
    // Lines are those of the changed text, which nobody sees.
    if (!changed.ok()) {
      const std::string message =
          std::regex_replace(messageOf(changed.status()), std::regex(R"( \(line \d+\))"), "");
      return spec.ok() ? invalidArgument("{} (with --set {})", message, fmt::join(settings, " --set "))
                       : spec.status();
    }
    spec = std::move(changed);
  }
  if (!spec.ok()) return spec.status();
  submission.spec = *std::move(spec);
  if (const std::string& path = submission.spec.environment.requirements; !path.empty()) {
    const auto text = read(path);
    if (!text.ok())
      return invalidArgument("{}: environment.python.requirements: {}", source, messageOf(text.status()));
    files[path] = *text;
  }
  std::size_t bytes = 0;
  for (auto& [path, text] : files) {
    bytes += text.size();
    v1::TrainingFile& packed = *submission.request.add_files();
    packed.set_path(path);
    packed.set_content(std::move(text));
  }
  if (bytes > kMaxFiles) {
    return invalidArgument(
        "{}: the files that it names have {:.1f} MiB together; at most 32 MiB go with a job: make the lists "
        "shorter",
        source, static_cast<double>(bytes) / 1048576);
  }
  if (!submission.spec.environment.working_dir.empty()) {
    const fs::path work = (directory / submission.spec.environment.working_dir).lexically_normal();
    auto survey = taskrun::surveyDirectory(work, taskrun::kAnyDirectory, submission.spec.environment.exclude);
    // Whatever is wrong is wrong with the directory: input of the caller.
    if (!survey.ok())
      return invalidArgument("{}: environment.working_dir: {}", source, messageOf(survey.status()));
    submission.working_dir = *std::move(survey);
    submission.upload = !net::isLocalAddress(daemon);
    if (!submission.upload)
      submission.request.set_working_dir_path(fs::weakly_canonical(work, error).string());
  }
  submission.request.set_job_file(std::move(yaml));
  submission.request.set_job_file_name(file == "-" ? "standard input" : fs::path(file).filename().string());
  return submission;
}

}  // namespace aerie::ctl
