#include "core/registry/registry.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::registry {
namespace {

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool matches(const Model& model, const std::string& wanted) {
  const auto contains = [&](std::string_view text) {
    return lowered(text).find(wanted) != std::string::npos;
  };
  if (wanted.empty() || contains(model.name)) return true;
  for (const auto& [stage, version] : model.stages) {
    if (contains(stage)) return true;
  }
  return std::any_of(model.versions.begin(), model.versions.end(),
                     [&](const ModelVersion& version) { return contains(version.manifest.description()); });
}

bool isNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text;
}

}  // namespace

Upload::Upload(Registry& registry, UploadHeader header, std::unique_ptr<artifacts::ArtifactWriter> writer)
    : registry_(registry), header_(std::move(header)), writer_(std::move(writer)) {}
Upload::~Upload() = default;

absl::Status Upload::append(std::string_view bytes) {
  if (writer_ == nullptr) return failedPrecondition("this upload was finished; begin another one");
  return writer_->append(bytes);
}

absl::StatusOr<Registration> Upload::finish(std::string_view actor) {
  const std::unique_ptr<artifacts::ArtifactWriter> writer = std::move(writer_);
  if (writer == nullptr) return failedPrecondition("this upload was finished; begin another one");
  return registry_.finishUpload(header_, *writer, actor);
}

Registry::Registry(storage::Database& database, artifacts::ArtifactStore& store, bundle::TrustedKeys trusted,
                   const Clock& clock, const bundle::Limits& limits)
    : store_(store), trusted_(std::move(trusted)), clock_(clock), limits_(limits), repository_(database) {}

absl::StatusOr<std::unique_ptr<Upload>> Registry::beginUpload(UploadHeader header) {
  if (!header.model.empty()) AERIE_RETURN_IF_ERROR(validateName("model", header.model));
  AERIE_ASSIGN_OR_RETURN(auto writer, store_.beginPut(header.expected));
  return std::unique_ptr<Upload>(new Upload(*this, std::move(header), std::move(writer)));
}

absl::StatusOr<Registration> Registry::registerVersion(const std::filesystem::path& archive,
                                                       const UploadHeader& header, std::string_view actor) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(archive, error)) {
    return notFound("{}: there is no such bundle file", archive.string());
  }
  std::ifstream in(archive, std::ios::binary);
  if (!in) return permissionDenied("{}: cannot be opened for reading", archive.string());
  AERIE_ASSIGN_OR_RETURN(const auto upload, beginUpload(header));
  std::vector<char> block(1 << 18);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    AERIE_RETURN_IF_ERROR(upload->append({block.data(), static_cast<std::size_t>(in.gcount())}));
  }
  if (in.bad()) return dataLoss("{}: read failed", archive.string());
  return upload->finish(actor);
}

absl::StatusOr<Registration> Registry::finishUpload(const UploadHeader& header,
                                                    artifacts::ArtifactWriter& writer,
                                                    std::string_view actor) {
  AERIE_ASSIGN_OR_RETURN(const std::filesystem::path archive, writer.seal());
  const std::string shown =
      header.model.empty() ? "the bundle" : fmt::format("the bundle of '{}'", header.model);
  AERIE_ASSIGN_OR_RETURN(bundle::BundleInfo info, bundle::verify(archive, trusted_, limits_, shown));
  if (!header.model.empty() && header.model != info.manifest.model()) {
    return invalidArgument("the bundle is of the model '{}', not of '{}'; register it under its own name",
                           info.manifest.model(), header.model);
  }
  AERIE_ASSIGN_OR_RETURN(const Registration registration, record(std::move(info), writer, actor));
  if (registration.created) {
    tell({Change::Kind::kRegistered,
          registration.version.model,
          registration.version.version,
          {},
          {},
          std::string(actor)});
  }
  return registration;
}

absl::StatusOr<std::optional<ModelVersion>> Registry::registeredBefore(const bundle::BundleInfo& info) const {
  const std::string& model = info.manifest.model();
  const std::string& version = info.manifest.version();
  // A bundle without a version was numbered when it came first.
  if (version.empty()) return repository_.findByDigest(model, info.digest);
  AERIE_ASSIGN_OR_RETURN(auto found, repository_.find(model, version));
  if (found.has_value() && found->digest != info.digest) {
    return alreadyExists(
        "model '{}' version '{}' exists with other content, and versions never change; "
        "pack it with a new version, or with none to have it numbered",
        model, version);
  }
  if (found.has_value()) return found;
  AERIE_ASSIGN_OR_RETURN(const auto staged, repository_.versionAtStage(model, version));
  if (staged.has_value()) {
    return failedPrecondition(
        "model '{}' has a stage named '{}'; pack the bundle with a version of another name", model, version);
  }
  return found;
}

absl::StatusOr<Registration> Registry::record(bundle::BundleInfo info, artifacts::ArtifactWriter& writer,
                                              std::string_view actor) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, repository_.database().begin());
  AERIE_ASSIGN_OR_RETURN(auto known, registeredBefore(info));
  // Also for known content: the object may have been lost.
  AERIE_ASSIGN_OR_RETURN(const artifacts::StoredObject object, writer.commit());
  if (known.has_value()) return Registration{*std::move(known), false};

  const auto insert = [&]() -> absl::StatusOr<ModelVersion> {
    ModelVersion version;
    version.model = info.manifest.model();
    version.version = info.manifest.version();
    if (version.version.empty()) {
      AERIE_ASSIGN_OR_RETURN(const std::uint64_t number, repository_.nextNumber(version.model));
      version.version = std::to_string(number);
      info.manifest.set_version(version.version);
    }
    version.digest = object.digest;
    version.size_bytes = object.size;
    version.signer = info.signer;
    version.manifest = std::move(info.manifest);
    version.features = std::move(info.features);
    version.preprocessor = std::move(info.preprocessor);
    version.registered_at = clock_.wallNow();
    version.registered_by = std::string(actor);
    version.self_test_rows = static_cast<std::uint32_t>(bundle::selfTestRows(info.self_test));
    AERIE_RETURN_IF_ERROR(repository_.insert(version));
    AERIE_RETURN_IF_ERROR(repository_.bumpRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    return version;
  };
  auto version = insert();
  if (version.ok()) return Registration{*std::move(version), true};
  transaction.rollback();
  const auto used = repository_.usesDigest(object.digest);
  if (object.created && used.ok() && !*used) (void)store_.remove(object.digest);
  return version.status();
}

absl::StatusOr<std::vector<Model>> Registry::list(std::string_view search, bool include_archived) const {
  AERIE_ASSIGN_OR_RETURN(std::vector<Model> models, repository_.all());
  const std::string wanted = lowered(search);
  for (Model& model : models) {
    if (!include_archived)
      std::erase_if(model.versions, [](const ModelVersion& version) { return version.archived; });
  }
  std::erase_if(models,
                [&](const Model& model) { return model.versions.empty() || !matches(model, wanted); });
  return models;
}

absl::StatusOr<ModelVersion> Registry::resolve(std::string_view model, std::string_view version) const {
  AERIE_ASSIGN_OR_RETURN(auto found, repository_.find(model, version));
  if (found.has_value()) return *std::move(found);
  AERIE_ASSIGN_OR_RETURN(const auto staged, repository_.versionAtStage(model, version));
  if (staged.has_value()) {
    AERIE_ASSIGN_OR_RETURN(found, repository_.find(model, *staged));
    if (found.has_value()) return *std::move(found);
  }
  AERIE_ASSIGN_OR_RETURN(const bool has_model, repository_.hasModel(model));
  if (!has_model) return notFound("model '{}' is not known; register a bundle of it first", model);
  return notFound("model '{}' has no version or stage '{}'; list its versions to see what there is", model,
                  version);
}

absl::StatusOr<ModelVersion> Registry::get(std::string_view model, std::string_view version) const {
  return resolve(model, version);
}

absl::StatusOr<Promotion> Registry::promote(std::string_view model, std::string_view version,
                                            std::string_view stage, std::string_view actor) {
  AERIE_RETURN_IF_ERROR(validateName("stage", stage));
  if (isNumber(stage)) {
    return invalidArgument("stage '{}' could be taken for a version; give it a name, like 'production'",
                           stage);
  }
  Promotion promotion;
  {
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, repository_.database().begin());
    AERIE_ASSIGN_OR_RETURN(promotion.version, resolve(model, version));
    const std::string chosen = promotion.version.version;
    if (promotion.version.archived) {
      return failedPrecondition(
          "model '{}' version '{}' is archived; restore it before it is promoted to '{}'", model, chosen,
          stage);
    }
    AERIE_ASSIGN_OR_RETURN(const auto namesake, repository_.find(model, stage));
    if (namesake.has_value()) {
      return invalidArgument("model '{}' has a version named '{}'; choose another name for the stage", model,
                             stage);
    }
    AERIE_ASSIGN_OR_RETURN(const auto previous, repository_.versionAtStage(model, stage));
    promotion.previous = previous.value_or("");
    if (promotion.previous == chosen) return promotion;
    AERIE_RETURN_IF_ERROR(repository_.setStage(model, stage, chosen, clock_.wallNow(), actor));
    AERIE_RETURN_IF_ERROR(repository_.bumpRevision());
    AERIE_ASSIGN_OR_RETURN(promotion.version, resolve(model, chosen));
    AERIE_RETURN_IF_ERROR(transaction.commit());
    promotion.changed = true;
  }
  tell({Change::Kind::kPromoted, std::string(model), promotion.version.version, std::string(stage),
        promotion.previous, std::string(actor)});
  return promotion;
}

absl::StatusOr<ModelVersion> Registry::setArchived(std::string_view model, std::string_view version,
                                                   bool archived, std::string_view actor) {
  ModelVersion found;
  {
    AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, repository_.database().begin());
    AERIE_ASSIGN_OR_RETURN(found, resolve(model, version));
    if (archived && !found.stages.empty()) {
      return failedPrecondition(
          "model '{}' version '{}' cannot be archived: {} {} at it; promote another version there first",
          model, found.version, (found.stages.size() == 1 ? "stage " : "stages ") + listed(found.stages),
          found.stages.size() == 1 ? "points" : "point");
    }
    if (found.archived == archived) return found;
    AERIE_RETURN_IF_ERROR(repository_.setArchived(model, found.version, archived));
    AERIE_RETURN_IF_ERROR(repository_.bumpRevision());
    AERIE_RETURN_IF_ERROR(transaction.commit());
    found.archived = archived;
  }
  tell({archived ? Change::Kind::kArchived : Change::Kind::kRestored,
        std::string(model),
        found.version,
        {},
        {},
        std::string(actor)});
  return found;
}

absl::StatusOr<ModelVersion> Registry::archive(std::string_view model, std::string_view version,
                                               std::string_view actor) {
  return setArchived(model, version, true, actor);
}

absl::StatusOr<ModelVersion> Registry::restore(std::string_view model, std::string_view version,
                                               std::string_view actor) {
  return setArchived(model, version, false, actor);
}

absl::StatusOr<Download> Registry::openForDownload(std::string_view model, std::string_view version) const {
  AERIE_ASSIGN_OR_RETURN(ModelVersion found, resolve(model, version));
  auto path = store_.path(found.digest);
  if (!path.ok()) {
    return dataLoss(
        "the archive of model '{}' version '{}' is gone ({}); register the same bundle again to restore it",
        model, found.version, messageOf(path.status()));
  }
  return Download{std::move(found), *std::move(path)};
}

absl::StatusOr<std::uint64_t> Registry::revision() const { return repository_.revision(); }

void Registry::tell(const Change& change) const {
  if (hook_) hook_(change);
}

}  // namespace aerie::registry
