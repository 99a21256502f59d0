#include "core/registry/registry_repository.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::registry {
namespace {

using storage::Statement;

constexpr std::string_view kColumns =
    "model, version, digest, size_bytes, archived, signer, registered_unix_ns, registered_by, "
    "self_test_rows, manifest";

bool parse(google::protobuf::MessageLite& message, std::string_view bytes) {
  return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

absl::StatusOr<ModelVersion> readVersion(const Statement& row, bool with_configs) {
  ModelVersion version;
  version.model = row.string(0);
  version.version = row.string(1);
  version.digest = row.string(2);
  version.size_bytes = static_cast<std::uint64_t>(row.int64(3));
  version.archived = row.boolean(4);
  version.signer = row.string(5);
  version.registered_at = WallTime(std::chrono::nanoseconds(row.int64(6)));
  version.registered_by = row.string(7);
  version.self_test_rows = static_cast<std::uint32_t>(row.int64(8));
  bool ok = parse(version.manifest, row.blob(9));
  if (with_configs)
    ok = ok && parse(version.features, row.blob(10)) && parse(version.preprocessor, row.blob(11));
  if (!ok)
    return dataLoss("registry: the record of {} {} is damaged; restore a backup", version.model,
                    version.version);
  return version;
}

}  // namespace

absl::Status RegistryRepository::insert(const ModelVersion& version) {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare(
          "INSERT INTO registry_version(model, version, digest, size_bytes, archived, signer, "
          "registered_unix_ns, registered_by, self_test_rows, manifest, features, preprocessor) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  statement.bindAll(version.model, version.version, version.digest, version.size_bytes, version.archived,
                    version.signer,
                    static_cast<std::int64_t>(version.registered_at.time_since_epoch().count()),
                    version.registered_by, version.self_test_rows);
  statement.bindBlob(10, version.manifest.SerializeAsString());
  statement.bindBlob(11, version.features.SerializeAsString());
  statement.bindBlob(12, version.preprocessor.SerializeAsString());
  return statement.run();
}

absl::StatusOr<std::optional<ModelVersion>> RegistryRepository::find(std::string_view model,
                                                                     std::string_view version) const {
  AERIE_ASSIGN_OR_RETURN(Statement query, database_.prepare(fmt::format(
                                              "SELECT {}, features, preprocessor FROM registry_version "
                                              "WHERE model = ? AND version = ?",
                                              kColumns)));
  query.bindAll(model, version);
  AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
  if (!row) return std::optional<ModelVersion>();
  AERIE_ASSIGN_OR_RETURN(ModelVersion found, readVersion(query, true));
  AERIE_ASSIGN_OR_RETURN(found.stages, stagesOf(model, version));
  return std::optional<ModelVersion>(std::move(found));
}

absl::StatusOr<std::optional<ModelVersion>> RegistryRepository::findByDigest(std::string_view model,
                                                                             std::string_view digest) const {
  std::string version;
  {
    AERIE_ASSIGN_OR_RETURN(
        Statement query,
        database_.prepare("SELECT version FROM registry_version WHERE model = ? AND digest = ? "
                          "ORDER BY id LIMIT 1"));
    query.bindAll(model, digest);
    AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
    if (!row) return std::optional<ModelVersion>();
    version = query.string(0);
  }
  return find(model, version);
}

absl::StatusOr<std::optional<std::string>> RegistryRepository::versionAtStage(std::string_view model,
                                                                              std::string_view stage) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement query, database_.prepare("SELECT version FROM registry_stage WHERE model = ? AND stage = ?"));
  query.bindAll(model, stage);
  AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
  return row ? std::optional<std::string>(query.string(0)) : std::nullopt;
}

absl::StatusOr<bool> RegistryRepository::hasModel(std::string_view model) const {
  AERIE_ASSIGN_OR_RETURN(Statement query,
                         database_.prepare("SELECT 1 FROM registry_version WHERE model = ? LIMIT 1"));
  query.bind(1, model);
  return query.step();
}

absl::StatusOr<bool> RegistryRepository::usesDigest(std::string_view digest) const {
  AERIE_ASSIGN_OR_RETURN(Statement query,
                         database_.prepare("SELECT 1 FROM registry_version WHERE digest = ? LIMIT 1"));
  query.bind(1, digest);
  return query.step();
}

absl::StatusOr<std::uint64_t> RegistryRepository::nextNumber(std::string_view model) const {
  // Longer numbers than 18 digits are names that happen to be digits: they would overflow.
  AERIE_ASSIGN_OR_RETURN(
      Statement query,
      database_.prepare("SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM registry_version "
                        "WHERE model = ? AND version NOT GLOB '*[^0-9]*' AND length(version) <= 18"));
  query.bind(1, model);
  AERIE_RETURN_IF_ERROR(query.step().status());
  return static_cast<std::uint64_t>(query.int64(0)) + 1;
}

absl::Status RegistryRepository::setStage(std::string_view model, std::string_view stage,
                                          std::string_view version, WallTime since, std::string_view by) {
  return database_
      .run(
          "INSERT INTO registry_stage(model, stage, version, since_unix_ns, promoted_by) VALUES(?, ?, ?, ?, "
          "?) "
          "ON CONFLICT(model, stage) DO UPDATE SET version = excluded.version, since_unix_ns = "
          "excluded.since_unix_ns, "
          "promoted_by = excluded.promoted_by",
          model, stage, version, static_cast<std::int64_t>(since.time_since_epoch().count()), by)
      .status();
}

absl::Status RegistryRepository::setArchived(std::string_view model, std::string_view version,
                                             bool archived) {
  return database_
      .run("UPDATE registry_version SET archived = ? WHERE model = ? AND version = ?", archived, model,
           version)
      .status();
}

absl::StatusOr<std::vector<Model>> RegistryRepository::all() const {
  std::vector<Model> models;
  // This statement holds the database's lock to the end of the function: both tables are read in one state.
  AERIE_ASSIGN_OR_RETURN(
      Statement query,
      database_.prepare(fmt::format("SELECT {} FROM registry_version ORDER BY model, id DESC", kColumns)));
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
    if (!row) break;
    AERIE_ASSIGN_OR_RETURN(ModelVersion version, readVersion(query, false));
    if (models.empty() || models.back().name != version.model) models.push_back({version.model, {}, {}});
    models.back().versions.push_back(std::move(version));
  }
  AERIE_ASSIGN_OR_RETURN(
      Statement stages,
      database_.prepare("SELECT model, stage, version FROM registry_stage ORDER BY model, stage"));
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, stages.step());
    if (!row) return models;
    const auto model = std::lower_bound(models.begin(), models.end(), stages.text(0),
                                        [](const Model& m, std::string_view name) { return m.name < name; });
    model->stages[stages.string(1)] = stages.string(2);
    for (ModelVersion& version : model->versions) {
      if (version.version == stages.text(2)) version.stages.push_back(stages.string(1));
    }
  }
}

absl::StatusOr<std::uint64_t> RegistryRepository::revision() const {
  AERIE_ASSIGN_OR_RETURN(Statement query, database_.prepare("SELECT revision FROM registry_revision"));
  AERIE_RETURN_IF_ERROR(query.step().status());
  return static_cast<std::uint64_t>(query.int64(0));
}

absl::Status RegistryRepository::bumpRevision() {
  return database_.run("UPDATE registry_revision SET revision = revision + 1").status();
}

absl::StatusOr<std::vector<std::string>> RegistryRepository::stagesOf(std::string_view model,
                                                                      std::string_view version) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement query,
      database_.prepare("SELECT stage FROM registry_stage WHERE model = ? AND version = ? ORDER BY stage"));
  query.bindAll(model, version);
  std::vector<std::string> stages;
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, query.step());
    if (!row) return stages;
    stages.push_back(query.string(0));
  }
}

}  // namespace aerie::registry
