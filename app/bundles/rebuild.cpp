#include "app/bundles/rebuild.h"

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/features/location_config.h"
#include "core/preprocess/config_yaml.h"

namespace aerie::bundles {
namespace {

namespace fs = std::filesystem;

// The archive, extracted: its own signer is trusted, because the digest proves that it is the registry's.
absl::StatusOr<bundle::OpenBundle> openRegistered(const Rebuild& order, const fs::path& directory) {
  const fs::path archive = order.archive.toStdString();
  AERIE_ASSIGN_OR_RETURN(const bundle::BundleInfo info, bundle::inspect(archive));
  if (info.digest != order.digest.toStdString()) {
    return invalidArgument(
        "the downloaded archive has the digest {}, the registry says {}; download it again", info.digest,
        order.digest.toStdString());
  }
  AERIE_ASSIGN_OR_RETURN(const std::string key, fromHex(info.signer));
  bundle::TrustedKeys keys;
  keys.add(key);
  return bundle::open(archive, keys, directory);
}

bundle::BundleContents contentsOf(const bundle::OpenBundle& opened) {
  bundle::BundleContents contents;
  contents.manifest = opened.manifest;
  contents.self_test = opened.self_test;
  contents.statistics = opened.statistics;
  for (const bundle::FileEntry& file : opened.files) {
    if (file.path.starts_with("model/"))
      contents.model_files[file.path].source = opened.directory / file.path;
  }
  return contents;
}

}  // namespace

absl::StatusOr<Rebuilt> rebuild(const Rebuild& order) {
  AERIE_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::load(order.signingKey.toStdString()));
  AERIE_ASSIGN_OR_RETURN(const v1::FeatureLocationConfig features,
                         features::parseFeatureLocationConfig(order.featuresYaml.toStdString(), "features"));
  AERIE_ASSIGN_OR_RETURN(
      const v1::PreprocessorConfig preprocessor,
      preprocess::parsePreprocessorConfig(order.preprocessorYaml.toStdString(), "preprocessing"));
  AERIE_ASSIGN_OR_RETURN(const TempDir folder, TempDir::create("aerie-rebuild"));
  AERIE_ASSIGN_OR_RETURN(const bundle::OpenBundle opened, openRegistered(order, folder.path() / "bundle"));
  bundle::BundleContents contents = contentsOf(opened);
  contents.features = features;
  contents.preprocessor = preprocessor;
  contents.manifest.set_version(order.version.toStdString());
  if (!order.description.isEmpty()) contents.manifest.set_description(order.description.toStdString());
  AERIE_ASSIGN_OR_RETURN(const bundle::Packed packed,
                         bundle::pack(contents, key, order.target.toStdString()));
  return Rebuilt{order.target, QString::fromStdString(packed.digest),
                 QString::fromStdString(toHex(key.publicKey())), packed.size_bytes};
}

}  // namespace aerie::bundles
