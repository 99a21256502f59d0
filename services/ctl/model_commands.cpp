#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/bundle/bundle_spec.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

using Registry = v1::RegistryService::Stub;

std::string stagesText(const v1::ModelVersion& version) {
  return fmt::format("{}", fmt::join(version.stages(), ", "));
}

Table versionTable() {
  return {{"MODEL", "VERSION", "STAGES", "SIZE", "DIGEST", "REGISTERED", "BY"},
          {},
          "no model is registered; 'aeriectl model register FILE.aerie' adds one"};
}

std::vector<std::string> versionRow(const v1::ModelVersion& version) {
  return {version.model(),
          version.version() + (version.archived() ? " (archived)" : ""),
          stagesText(version),
          sizeText(version.size_bytes()),
          version.digest().substr(0, 12),
          ageText(version.registered_unix_ms()),
          version.registered_by()};
}

Table detailTable(const v1::ModelVersion& version) {
  const v1::BundleManifest& manifest = version.manifest();
  Table table;
  const auto add = [&](std::string name, std::string value) {
    if (!value.empty()) table.rows.push_back({std::move(name), std::move(value)});
  };
  add("model", version.model());
  add("version", version.version() + (version.archived() ? " (archived)" : ""));
  add("stages", stagesText(version));
  add("description", manifest.description());
  add("runtime", manifest.runtime());
  add("outputs", fmt::format("{}", fmt::join(manifest.output_names(), ", ")));
  add("size", sizeText(version.size_bytes()));
  add("digest", version.digest());
  add("signed by", version.signer());
  add("self-test rows", fmt::format("{}", version.self_test_rows()));
  add("trained by", manifest.lineage().training_job());
  add("trained on", manifest.lineage().data());
  add("code", manifest.lineage().code());
  for (const auto& [name, value] : manifest.lineage().metrics())
    add("  " + name, fmt::format("{:.6g}", value));
  for (const v1::FeatureLocation& feature : version.features().features()) {
    const std::string source = feature.source() == v1::STORE    ? fmt::format("store {}({})", feature.table(),
                                                                              fmt::join(feature.key(), ", "))
                               : feature.source() == v1::SHARED ? "shared"
                               : feature.source() == v1::QUERY  ? "query"
                                                                : "item";
    add("feature " + feature.name(), source);
  }
  return table;
}

struct ModelArguments {
  std::string file, model, version, stage = "production", search, out, key_file;
  bool archived = false;
  bool restore = false;
  std::vector<std::string> trusted;
};

void addChanging(Tool& tool, CLI::App* model, const std::shared_ptr<ModelArguments>& a) {
  CLI::App* promote = model->add_subcommand(
      "promote", "Point a stage at a version; deployments that follow the stage relaunch");
  promote->add_option("model", a->model, "Model")->required();
  promote->add_option("version", a->version, "Version")->required();
  promote->add_option("--stage", a->stage, "Stage to move")->capture_default_str();
  tool.onRun(promote, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::PromoteRequest request;
    request.set_model(a->model);
    request.set_version(a->version);
    request.set_stage(a->stage);
    AERIE_ASSIGN_OR_RETURN(const v1::ModelVersion version, control->call(&Registry::Promote, request));
    tool.out().show(version,
                    {{}, {{fmt::format("{}@{} is now '{}'", a->model, version.version(), a->stage)}}, ""});
    return absl::OkStatus();
  });
  CLI::App* archive =
      model->add_subcommand("archive", "Hide a version that no stage names; --restore brings it back");
  archive->add_option("model", a->model, "Model")->required();
  archive->add_option("version", a->version, "Version")->required();
  archive->add_flag("--restore", a->restore, "Bring it back");
  tool.onRun(archive, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::ArchiveRequest request;
    request.set_model(a->model);
    request.set_version(a->version);
    request.set_restore(a->restore);
    AERIE_ASSIGN_OR_RETURN(const v1::ModelVersion version, control->call(&Registry::Archive, request));
    tool.out().show(
        version,
        {{},
         {{fmt::format("{}@{} is {}", a->model, version.version(), a->restore ? "restored" : "archived")}},
         ""});
    return absl::OkStatus();
  });
}

void addReading(Tool& tool, CLI::App* model, const std::shared_ptr<ModelArguments>& a) {
  CLI::App* list = model->add_subcommand("list", "Models and their versions");
  list->add_option("search", a->search, "Only names that contain this");
  list->add_flag("--archived", a->archived, "Also archived versions");
  tool.onRun(list, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::ListModelsRequest request;
    request.set_search(a->search);
    request.set_include_archived(a->archived);
    AERIE_ASSIGN_OR_RETURN(const v1::ListModelsResponse models,
                           control->call(&Registry::ListModels, request));
    Table table = versionTable();
    for (const v1::Model& entry : models.models()) {
      for (const v1::ModelVersion& version : entry.versions()) table.rows.push_back(versionRow(version));
    }
    tool.out().show(models, table);
    return absl::OkStatus();
  });
  CLI::App* show = model->add_subcommand("show", "Everything about one version");
  show->add_option("model", a->model, "Model")->required();
  show->add_option("version", a->version, "Version or stage")->required();
  tool.onRun(show, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::GetModelVersionRequest request;
    request.set_model(a->model);
    request.set_version(a->version);
    AERIE_ASSIGN_OR_RETURN(const v1::ModelVersion version,
                           control->call(&Registry::GetModelVersion, request));
    tool.out().show(version, detailTable(version));
    return absl::OkStatus();
  });
  CLI::App* download = model->add_subcommand("download", "Fetch a version's bundle");
  download->add_option("model", a->model, "Model")->required();
  download->add_option("version", a->version, "Version or stage")->required();
  download->add_option("--to", a->out, "File to write; left out: MODEL-VERSION.aerie")->type_name("FILE");
  tool.onRun(download, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    const std::string to = a->out.empty() ? fmt::format("{}-{}.aerie", a->model, a->version) : a->out;
    AERIE_ASSIGN_OR_RETURN(
        const v1::ModelVersion version,
        control->download(a->model, a->version, to, [&tool](std::uint64_t done, std::uint64_t total) {
          tool.out().progress("downloading", done, total);
          return true;
        }));
    tool.out().show(version, {{},
                              {{fmt::format("{}@{} written to {} ({})", a->model, version.version(), to,
                                            sizeText(version.size_bytes()))}},
                              ""});
    return absl::OkStatus();
  });
}

void addFiles(Tool& tool, CLI::App* model, const std::shared_ptr<ModelArguments>& a) {
  CLI::App* add = model->add_subcommand("register", "Upload a signed bundle as a new version");
  add->add_option("bundle", a->file, "Bundle (.aerie)")->required()->check(CLI::ExistingFile);
  add->add_option("--model", a->model, "Refuse a bundle of another model");
  tool.onRun(add, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    AERIE_ASSIGN_OR_RETURN(
        const v1::ModelVersion version,
        control->registerBundle(a->file, a->model, [&tool](std::uint64_t done, std::uint64_t total) {
          tool.out().progress("uploading", done, total);
          return true;
        }));
    tool.out().show(version,
                    {{},
                     {{fmt::format("registered {}@{} ({}, digest {})", version.model(), version.version(),
                                   sizeText(version.size_bytes()), version.digest().substr(0, 12))}},
                     ""});
    return absl::OkStatus();
  });
  CLI::App* verify =
      model->add_subcommand("verify", "Check a bundle's archive, digests and signature; needs no server");
  verify->add_option("bundle", a->file, "Bundle (.aerie)")->required()->check(CLI::ExistingFile);
  verify->add_option("--trusted-keys", a->key_file, "File of accepted public keys; left out: any signer")
      ->type_name("FILE");
  tool.onRun(verify, [&tool, a]() -> absl::Status {
    absl::StatusOr<bundle::BundleInfo> info = absl::UnknownError("");
    if (a->key_file.empty()) {
      info = bundle::inspect(a->file);
      if (info.ok() && info->signer.empty())
        return permissionDenied("{}: is not signed; 'aeriectl model pack' signs bundles", a->file);
    } else {
      AERIE_ASSIGN_OR_RETURN(const bundle::TrustedKeys trusted, bundle::TrustedKeys::load(a->key_file));
      info = bundle::verify(a->file, trusted);
    }
    if (!info.ok()) return info.status();
    tool.out().show(nlohmann::json{{"model", info->manifest.model()},
                                   {"version", info->manifest.version()},
                                   {"digest", info->digest},
                                   {"signer", info->signer},
                                   {"size_bytes", info->size_bytes},
                                   {"files", info->files.size()}},
                    {{},
                     {{"model", info->manifest.model()},
                      {"version", info->manifest.version()},
                      {"digest", info->digest},
                      {"signed by", info->signer},
                      {"files", fmt::format("{}", info->files.size())}},
                     ""});
    return absl::OkStatus();
  });
  CLI::App* pack =
      model->add_subcommand("pack", "Make a signed bundle from a manifest.yaml and the files that it names");
  pack->add_option("manifest", a->file, "manifest.yaml, or the folder that holds it")
      ->required()
      ->check(CLI::ExistingPath);
  pack->add_option("--signing-key", a->key_file, "Ed25519 private key (PEM); made when it does not exist")
      ->required()
      ->type_name("FILE");
  pack->add_option("--to", a->out, "Bundle to write")->required()->type_name("FILE");
  tool.onRun(pack, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const bundle::BundleContents contents, bundle::buildFromSpec(a->file));
    AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::loadOrCreate(a->key_file));
    AERIE_ASSIGN_OR_RETURN(const bundle::Packed packed, bundle::pack(contents, key, a->out));
    tool.out().show(
        nlohmann::json{{"bundle", a->out},
                       {"digest", packed.digest},
                       {"size_bytes", packed.size_bytes},
                       {"signer", toHex(key.publicKey())}},
        {{}, {{"bundle", a->out}, {"digest", packed.digest}, {"signed by", toHex(key.publicKey())}}, ""});
    return absl::OkStatus();
  });
}

}  // namespace

void addModelCommands(Tool& tool) {
  CLI::App* model = tool.app().add_subcommand("model", "Registry: bundles, versions and stages");
  model->require_subcommand(1);
  const auto arguments = std::make_shared<ModelArguments>();
  addFiles(tool, model, arguments);
  addReading(tool, model, arguments);
  addChanging(tool, model, arguments);
}

}  // namespace aerie::ctl
