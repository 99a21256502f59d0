// The model registry: immutable, signed versions of models, and the stages that point at them.
//
// Rules: a version never changes once registered; a bundle must be signed by a trusted key; a stage points at
// one version that is not archived; a version under a stage cannot be archived.
//
// Threads: thread-safe; a change is one transaction of the database, which is also its lock. Verification of
// an upload runs outside it, so registrations do not block readers. Errors: NotFound names model and version;
// AlreadyExists = the version exists with other content; FailedPrecondition = an archived version, or a stage
// in the way; the errors of bundle::verify and ArtifactStore otherwise.
#pragma once

#include <absl/status/statusor.h>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/artifacts/artifact_store.h"
#include "core/base/clock.h"
#include "core/bundle/bundle.h"
#include "core/registry/registry_repository.h"
#include "core/storage/database.h"

namespace aerie::registry {

struct Registration {
  ModelVersion version;
  bool created = false;  // false: the same content was registered before; nothing changed
};
struct Promotion {
  ModelVersion version;
  std::string previous;  // the version that the stage pointed at; "" = none
  bool changed = false;
};
struct Download {
  ModelVersion version;
  std::filesystem::path archive;  // must not be written to
};

// Told after a change is durable, on the thread that made it, outside all locks. (Where the caller composed
// the change into its own transaction: durable when that one commits.)
struct Change {
  enum class Kind : std::uint8_t { kRegistered, kPromoted, kArchived, kRestored };
  Kind kind;
  std::string model;
  std::string version;
  std::string stage;     // kPromoted
  std::string previous;  // kPromoted
  std::string actor;
};

// What the sender of an archive announced; empty parts are not checked.
struct UploadHeader {
  std::string model;                // must match the manifest
  artifacts::Expectation expected;  // digest and size of the archive
};

class Registry;

// An archive on its way in. Belongs to one thread at a time; dropped without finish() it leaves nothing
// behind.
class Upload final {
 public:
  ~Upload();
  absl::Status append(std::string_view bytes);
  // Verifies the bundle and registers it. Takes as long as reading the archive once. Call at most once.
  absl::StatusOr<Registration> finish(std::string_view actor);

 private:
  friend class Registry;
  Upload(Registry& registry, UploadHeader header, std::unique_ptr<artifacts::ArtifactWriter> writer);
  Registry& registry_;
  const UploadHeader header_;
  std::unique_ptr<artifacts::ArtifactWriter> writer_;
};

class Registry final {
 public:
  // All references outlive the registry. The database was opened with kRegistryMigrations.
  Registry(storage::Database& database, artifacts::ArtifactStore& store, bundle::TrustedKeys trusted,
           const Clock& clock, const bundle::Limits& limits = {});

  absl::StatusOr<std::unique_ptr<Upload>> beginUpload(UploadHeader header);
  // The same for a file on this machine; the file stays where it is.
  absl::StatusOr<Registration> registerVersion(const std::filesystem::path& archive,
                                               const UploadHeader& header, std::string_view actor);

  // Sorted by name; versions newest first. `search` is looked for in names, descriptions and stages, ignoring
  // case. Models whose versions are all archived are left out unless `include_archived`.
  absl::StatusOr<std::vector<Model>> list(std::string_view search = {}, bool include_archived = false) const;
  // `version` is a version or a stage. Includes the configs.
  absl::StatusOr<ModelVersion> get(std::string_view model, std::string_view version) const;
  absl::StatusOr<Promotion> promote(std::string_view model, std::string_view version, std::string_view stage,
                                    std::string_view actor);
  absl::StatusOr<ModelVersion> archive(std::string_view model, std::string_view version,
                                       std::string_view actor);
  absl::StatusOr<ModelVersion> restore(std::string_view model, std::string_view version,
                                       std::string_view actor);
  // The archive of a version (also an archived one) or stage.
  absl::StatusOr<Download> openForDownload(std::string_view model, std::string_view version) const;
  // Grows with every change, also across restarts.
  absl::StatusOr<std::uint64_t> revision() const;

  // Replaces the hook. Set it before the registry is shared between threads.
  void onChange(std::function<void(const Change&)> hook) { hook_ = std::move(hook); }

 private:
  friend class Upload;
  absl::StatusOr<Registration> finishUpload(const UploadHeader& header, artifacts::ArtifactWriter& writer,
                                            std::string_view actor);
  absl::StatusOr<Registration> record(bundle::BundleInfo info, artifacts::ArtifactWriter& writer,
                                      std::string_view actor);
  absl::StatusOr<std::optional<ModelVersion>> registeredBefore(const bundle::BundleInfo& info) const;
  absl::StatusOr<ModelVersion> resolve(std::string_view model, std::string_view version) const;
  absl::StatusOr<ModelVersion> setArchived(std::string_view model, std::string_view version, bool archived,
                                           std::string_view actor);
  void tell(const Change& change) const;

  artifacts::ArtifactStore& store_;
  const bundle::TrustedKeys trusted_;
  const Clock& clock_;
  const bundle::Limits limits_;
  RegistryRepository repository_;
  std::function<void(const Change&)> hook_;
};

}  // namespace aerie::registry
