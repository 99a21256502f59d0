#include "services/training/registry_publisher.h"

#include "core/base/status.h"
#include "core/training_publish/assemble.h"

namespace aerie::training_service {

namespace fs = std::filesystem;
using training::PublishInput;

namespace {

std::vector<training_publish::TaskOutput> outputsOf(const PublishInput& input) {
  std::vector<training_publish::TaskOutput> outputs;
  outputs.reserve(input.results.size());
  for (const PublishInput::Result& result : input.results) {
    training_publish::TaskOutput& output = outputs.emplace_back();
    output.task = result.task;
    output.directory = result.directory;
    for (std::size_t i = 0; i < result.values.size(); ++i)
      output.values[input.spec->tasks.each[i].name] = result.values[i];
  }
  return outputs;
}

constexpr std::size_t kMostNamed = 5;

}  // namespace

absl::StatusOr<std::string> RegistryPublisher::publish(const PublishInput& input) {
  if (input.results.empty()) return failedPrecondition("no task succeeded, so there is nothing to publish");
  AERIE_ASSIGN_OR_RETURN(const auto control,
                         services::ControlClient::connect(options_.control, options_.channel));
  return input.spec->publish->as == training::PublishAs::kOneVersion ? oneVersion(*control, input)
                                                                     : manyVersions(*control, input);
}

absl::StatusOr<std::string> RegistryPublisher::oneVersion(services::ControlClient& control,
                                                          const PublishInput& input) const {
  const fs::path bundle = input.files.root / "publish" / (input.spec->publish->model + ".aerie");
  training_publish::Publication publication;
  publication.model = input.spec->publish->model;
  publication.job = std::to_string(input.job);
  publication.application = input.spec->application;
  publication.code = options_.code;
  publication.created_unix_ms = input.submitted_ms;
  publication.progress = [this](std::size_t, std::size_t) { return !stopping_; };
  std::error_code ignored;
  fs::create_directories(bundle.parent_path(), ignored);
  const std::vector<training_publish::TaskOutput> outputs = outputsOf(input);
  AERIE_ASSIGN_OR_RETURN(const training_publish::ZonedBundle made,
                         training_publish::assembleOneVersion(outputs, publication, key_, bundle));
  input.log(fmt::format("{} parts in one bundle of {} bytes; {} left out{}", made.parts, made.size_bytes,
                        made.left_out.size(),
                        made.has_fallback ? "" : "; there is no fallback for zones without a part"));
  AERIE_ASSIGN_OR_RETURN(const std::string version, send(control, input, bundle));
  AERIE_RETURN_IF_ERROR(promote(control, input, version));
  fs::remove_all(bundle.parent_path(), ignored);
  return version;
}

absl::StatusOr<std::string> RegistryPublisher::manyVersions(services::ControlClient& control,
                                                            const PublishInput& input) const {
  const fs::path folder = input.files.root / "publish";
  training_publish::Publication publication;
  publication.model = input.spec->publish->model;
  publication.job = std::to_string(input.job);
  publication.application = input.spec->application;
  publication.code = options_.code;
  publication.created_unix_ms = input.submitted_ms;
  publication.progress = [this](std::size_t, std::size_t) { return !stopping_; };
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  const std::vector<training_publish::TaskOutput> outputs = outputsOf(input);
  AERIE_ASSIGN_OR_RETURN(const std::vector<training_publish::TaskBundle> made,
                         training_publish::collectTaskBundles(outputs, publication, key_, folder));
  std::string versions, last;
  std::size_t named = 0;
  for (const training_publish::TaskBundle& bundle : made) {
    AERIE_ASSIGN_OR_RETURN(last, send(control, input, bundle.bundle));
    if (++named <= kMostNamed) versions += (versions.empty() ? "" : ", ") + last;
  }
  if (made.size() > kMostNamed) versions += fmt::format(" and {} more", made.size() - kMostNamed);
  // A stage names one version: that of the last task, as listed.
  AERIE_RETURN_IF_ERROR(promote(control, input, last));
  fs::remove_all(folder, ignored);
  return versions;
}

absl::StatusOr<std::string> RegistryPublisher::send(services::ControlClient& control,
                                                    const PublishInput& input, const fs::path& bundle) const {
  AERIE_ASSIGN_OR_RETURN(const v1::ModelVersion version,
                         control.registerBundle(bundle, input.spec->publish->model,
                                                [this](std::uint64_t, std::uint64_t) { return !stopping_; }));
  input.log(fmt::format("registered as {} version {}", version.model(), version.version()));
  return version.version();
}

absl::Status RegistryPublisher::promote(services::ControlClient& control, const PublishInput& input,
                                        const std::string& version) const {
  v1::PromoteRequest request;
  request.set_model(input.spec->publish->model);
  request.set_version(version);
  request.set_stage(input.spec->publish->stage);
  request.set_request_id(input.request_id + "-" + version);
  AERIE_RETURN_IF_ERROR(control.call(&v1::RegistryService::Stub::Promote, request).status());
  input.log(fmt::format("version {} is now {} of {}", version, request.stage(), request.model()));
  return absl::OkStatus();
}

}  // namespace aerie::training_service
