// Bundles that no program of Aerie writes: without a signature, and with a file that was exchanged
// afterwards.
#pragma once

#include "core/bundle/archive_io.h"
#include "core/bundle/format.h"
#include "tests/core/bundle/sample_bundle.h"

namespace aerie::test {

inline std::string archiveOf(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::vector<bundle::OutputFile> files;
  for (const auto& [path, bytes] : entries) {
    files.push_back({path, bytes.size(), [bytes](const bundle::ByteSink& sink) { return sink(bytes); }});
  }
  std::string archive;
  const absl::Status written = bundle::writeArchive(files, [&archive](std::string_view bytes) {
    archive.append(bytes);
    return absl::OkStatus();
  });
  return written.ok() ? archive : std::string();
}

// The entries of the sample bundle as pack() orders them, signed with `key` unless it is nullptr.
inline std::vector<std::pair<std::string, std::string>> sampleEntries(const SigningKey* key) {
  const bundle::BundleContents contents = sampleContents();
  std::map<std::string, std::string> files;
  files["features.pb"] = bundle::serialize(contents.features);
  files["preprocessor.pb"] = bundle::serialize(contents.preprocessor);
  files["self_test.pb"] = bundle::serialize(contents.self_test);
  files["statistics.pb"] = bundle::serialize(contents.statistics);
  for (const auto& [path, file] : contents.model_files) files[path] = file.bytes;
  v1::BundleManifest manifest = contents.manifest;
  manifest.set_format_version(bundle::kFormatVersion);
  for (const auto& [path, bytes] : files) (*manifest.mutable_file_digests())[path] = sha256Hex(bytes);
  const std::string manifest_bytes = bundle::serialize(manifest);
  std::vector<std::pair<std::string, std::string>> entries = {{"manifest.pb", manifest_bytes}};
  if (key != nullptr) entries.emplace_back("signature", bundle::signManifest(manifest_bytes, *key));
  entries.insert(entries.end(), files.begin(), files.end());
  return entries;
}

inline std::string unsignedBundle() { return archiveOf(sampleEntries(nullptr)); }

inline std::string tamperedBundle() {
  const SigningKey key = SigningKey::generate();
  auto entries = sampleEntries(&key);
  for (auto& [path, bytes] : entries) {
    if (path == "model/model.ubj") bytes[0] ^= 1;
  }
  return archiveOf(entries);
}

}  // namespace aerie::test
