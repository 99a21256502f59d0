#include <algorithm>
#include <set>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/training_publish/assemble.h"
#include "core/training_publish/parts.h"

namespace aerie::training_publish {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<fs::path> bundleOf(const TaskOutput& task) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(task.directory, error)) {
    if (entry.path().extension() == bundle::kExtension && entry.is_regular_file(error) &&
        !entry.is_symlink(error))
      found.push_back(entry.path());
  }
  if (error)
    return failedPrecondition("{}: {} can't be read: {}", taskText(task), task.directory.string(),
                              error.message());
  if (found.size() == 1) return found[0];
  return failedPrecondition("{}: {} holds {} bundles (*{}); each task must write exactly one", taskText(task),
                            task.directory.string(), found.size(), bundle::kExtension);
}

// The contents of a bundle that was extracted; model files stay where they are.
bundle::BundleContents contentsOf(const bundle::OpenBundle& opened) {
  bundle::BundleContents contents;
  contents.manifest = opened.manifest;
  contents.manifest.clear_file_digests();
  contents.features = opened.features;
  contents.preprocessor = opened.preprocessor;
  contents.self_test = opened.self_test;
  contents.statistics = opened.statistics;
  for (const bundle::FileEntry& file : opened.files) {
    if (file.path.starts_with("model/")) contents.model_files[file.path] = {opened.directory / file.path, {}};
  }
  return contents;
}

absl::StatusOr<TaskBundle> collect(const TaskOutput& task, const Publication& publication,
                                   const SigningKey& key, const fs::path& target) {
  AERIE_ASSIGN_OR_RETURN(const fs::path source, bundleOf(task));
  AERIE_ASSIGN_OR_RETURN(const bundle::BundleInfo info, bundle::inspect(source));
  if (info.manifest.model() != publication.model) {
    return failedPrecondition("{} is of model {}, but the job publishes {}; let the task name that model",
                              source.string(), info.manifest.model(), publication.model);
  }
  if (info.signer.empty())
    return failedPrecondition("{} is not signed; let the task sign it, with any key", source.string());
  // Whoever runs the task vouches for its output: the task's own key counts here, and only here.
  AERIE_ASSIGN_OR_RETURN(const std::string signer, fromHex(info.signer));
  bundle::TrustedKeys trusted;
  trusted.add(signer);
  AERIE_ASSIGN_OR_RETURN(const TempDir temp, TempDir::create("aerie-publish"));
  AERIE_ASSIGN_OR_RETURN(const bundle::OpenBundle opened,
                         bundle::open(source, trusted, temp.path() / "bundle"));
  bundle::BundleContents contents = contentsOf(opened);
  contents.manifest.mutable_lineage()->set_training_job(
      fmt::format("{}, task {}", jobText(publication), task.task));
  if (!publication.code.empty()) contents.manifest.mutable_lineage()->set_code(publication.code);
  AERIE_ASSIGN_OR_RETURN(const bundle::Packed packed, bundle::pack(contents, key, target));
  return TaskBundle{task.task, target, contents.manifest.version(), packed.digest, packed.size_bytes};
}

}  // namespace

absl::StatusOr<std::vector<TaskBundle>> collectTaskBundles(std::span<const TaskOutput> tasks,
                                                           const Publication& publication,
                                                           const SigningKey& key, const fs::path& directory) {
  if (tasks.empty()) return failedPrecondition("no task has succeeded: there is nothing to publish");
  AERIE_RETURN_IF_ERROR(makeDirectories(directory));
  std::vector<TaskBundle> bundles;
  std::set<std::string> versions;
  absl::Status status;
  for (const TaskOutput& task : tasks) {
    if (publication.progress && !publication.progress(bundles.size(), tasks.size()))
      status = absl::CancelledError("publishing was cancelled");
    if (!status.ok()) break;
    auto one =
        collect(task, publication, key, directory / fmt::format("{}{}", task.task, bundle::kExtension));
    if (!one.ok()) {
      status = withContext(one.status(), taskText(task));
    } else if (!one->version.empty() && !versions.insert(one->version).second) {
      status = failedPrecondition(
          "{}: another task's bundle has version {} too; leave the version to the registry", taskText(task),
          one->version);
      bundles.push_back(*std::move(one));
    } else {
      bundles.push_back(*std::move(one));
    }
  }
  if (status.ok()) return bundles;
  std::error_code error;
  for (const TaskBundle& one : bundles) fs::remove(one.bundle, error);
  return status;
}

}  // namespace aerie::training_publish
