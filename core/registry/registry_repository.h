// Model versions and stages on disk. Rules live in Registry; this only stores and finds.
#pragma once

#include <absl/status/statusor.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/base/clock.h"
#include "core/storage/database.h"

namespace aerie::registry {

struct ModelVersion {
  std::string model;
  std::string version;
  std::string digest;  // hex SHA-256 of the archive, its address in the artifact store
  std::uint64_t size_bytes = 0;
  std::vector<std::string> stages;  // that point at it, sorted
  bool archived = false;
  std::string signer;                  // hex public key
  v1::BundleManifest manifest;         // as signed, but `version` is filled in where the registry numbered it
  v1::FeatureLocationConfig features;  // of single versions only, not in lists
  v1::PreprocessorConfig preprocessor;  // of single versions only, not in lists
  WallTime registered_at;
  std::string registered_by;
  std::uint32_t self_test_rows = 0;
};

struct Model {
  std::string name;
  std::vector<ModelVersion> versions;         // newest first
  std::map<std::string, std::string> stages;  // stage -> version
};

// Append only; index + 1 = version of the migration set "registry".
inline constexpr std::string_view kRegistryMigrations[] = {
    "CREATE TABLE registry_version("
    "  id INTEGER PRIMARY KEY,"
    "  model TEXT NOT NULL,"
    "  version TEXT NOT NULL,"
    "  digest TEXT NOT NULL,"
    "  size_bytes INTEGER NOT NULL,"
    "  archived INTEGER NOT NULL DEFAULT 0,"
    "  signer TEXT NOT NULL,"
    "  manifest BLOB NOT NULL,"
    "  features BLOB NOT NULL,"
    "  preprocessor BLOB NOT NULL,"
    "  registered_unix_ns INTEGER NOT NULL,"
    "  registered_by TEXT NOT NULL,"
    "  self_test_rows INTEGER NOT NULL,"
    "  UNIQUE(model, version)) STRICT;"
    "CREATE INDEX registry_version_digest ON registry_version(model, digest);"
    "CREATE TABLE registry_stage("
    "  model TEXT NOT NULL,"
    "  stage TEXT NOT NULL,"
    "  version TEXT NOT NULL,"
    "  since_unix_ns INTEGER NOT NULL,"
    "  promoted_by TEXT NOT NULL,"
    "  PRIMARY KEY(model, stage),"
    "  FOREIGN KEY(model, version) REFERENCES registry_version(model, version)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE registry_revision(id INTEGER PRIMARY KEY CHECK(id = 1), revision INTEGER NOT NULL) STRICT;"
    "INSERT INTO registry_revision VALUES(1, 0);",
};

// Thread-safe as the database is. Compose several calls with Database::begin().
class RegistryRepository final {
 public:
  explicit RegistryRepository(storage::Database& database) : database_(database) {}

  storage::Database& database() const { return database_; }
  absl::Status insert(const ModelVersion& version);
  absl::StatusOr<std::optional<ModelVersion>> find(std::string_view model, std::string_view version) const;
  // The oldest version of the model with this content.
  absl::StatusOr<std::optional<ModelVersion>> findByDigest(std::string_view model,
                                                           std::string_view digest) const;
  absl::StatusOr<std::optional<std::string>> versionAtStage(std::string_view model,
                                                            std::string_view stage) const;
  absl::StatusOr<bool> hasModel(std::string_view model) const;
  absl::StatusOr<bool> usesDigest(std::string_view digest) const;
  // One more than the largest version of the model that is a plain number.
  absl::StatusOr<std::uint64_t> nextNumber(std::string_view model) const;
  absl::Status setStage(std::string_view model, std::string_view stage, std::string_view version,
                        WallTime since, std::string_view by);
  absl::Status setArchived(std::string_view model, std::string_view version, bool archived);
  // All models with all their versions (without configs), sorted by name.
  absl::StatusOr<std::vector<Model>> all() const;
  absl::StatusOr<std::uint64_t> revision() const;
  absl::Status bumpRevision();

 private:
  absl::StatusOr<std::vector<std::string>> stagesOf(std::string_view model, std::string_view version) const;
  storage::Database& database_;
};

}  // namespace aerie::registry
