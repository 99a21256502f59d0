// Bundles: one signed archive that holds a trained model and everything that serving it needs.
//
// File name extension .aerie. Format 1: a zstd frame (with content checksum) of a tar archive with these
// regular files:
//   manifest.pb         v1::BundleManifest; names the SHA-256 of every other file but the signature
//   signature           one line: "ed25519 <public key hex> <signature hex>"; signs the 32 bytes
//   SHA-256(manifest.pb) features.pb         v1::FeatureLocationConfig model/...           the model's files
//   preprocessor.pb     v1::PreprocessorConfig
//   self_test.pb        v1::SelfTest
//   statistics.pb       v1::ReferenceStatistics
// The same contents and key give the same bytes: fixed order (manifest, signature, then by path), times,
// owners and modes.
//
// Threads: free functions without shared state.
// Errors: InvalidArgument = the archive or its contents are wrong (truncated, hostile, tampered,
// inconsistent); PermissionDenied = unsigned or signed by somebody who is not trusted; FailedPrecondition =
// another format version, or an extract directory in use; ResourceExhausted = over a limit or full disk. Each
// message names the file and the cause.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/base/crypto.h"
#include "core/bundle/trusted_keys.h"

namespace aerie::bundle {

inline constexpr std::uint32_t kFormatVersion = 1;
inline constexpr std::string_view kExtension = ".aerie";

// The bytes of a model file: read from `source`, or `bytes` when source is empty.
struct ModelFile {
  std::filesystem::path source;
  std::string bytes;
};

struct BundleContents {
  v1::BundleManifest manifest;  // format_version (when 0) and file_digests are filled by pack()
  v1::FeatureLocationConfig features;
  v1::PreprocessorConfig preprocessor;
  v1::SelfTest self_test;
  v1::ReferenceStatistics statistics;
  std::map<std::string, ModelFile> model_files;  // path inside the bundle ("model/model.ubj") -> bytes
};

// Bounds on what is unpacked: an archive is outside input.
struct Limits {
  std::uint64_t total_bytes = 4ULL << 30;      // of all files, unpacked
  std::uint64_t file_bytes = 4ULL << 30;       // of one file
  std::uint64_t metadata_bytes = 64ULL << 20;  // of each .pb file, which is held in memory
  std::size_t files = 1'000;
  double ratio = 1'000;  // unpacked to packed bytes, beyond the first 16 MiB unpacked
};

struct FileEntry {
  std::string path;
  std::uint64_t size = 0;
  std::string digest;  // hex SHA-256
};

// What is known of a bundle after its archive was read once, whole.
struct BundleInfo {
  v1::BundleManifest manifest;
  v1::FeatureLocationConfig features;
  v1::PreprocessorConfig preprocessor;
  v1::SelfTest self_test;
  v1::ReferenceStatistics statistics;
  std::vector<FileEntry> files;  // in archive order
  std::string digest;            // hex SHA-256 of the archive
  std::uint64_t size_bytes = 0;  // of the archive
  std::string signer;            // hex public key; "" = unsigned (inspect only)
};
struct OpenBundle : BundleInfo {
  std::filesystem::path directory;  // where it was extracted
  std::filesystem::path
      model_path;  // absolute path of manifest.model_file; empty when the manifest names none
};

// Checks the contents as open() does and writes the archive, atomically. InvalidArgument names what is
// missing.
struct Packed {
  std::string digest;
  std::uint64_t size_bytes = 0;
};
absl::StatusOr<Packed> pack(const BundleContents& contents, const SigningKey& key,
                            const std::filesystem::path& archive);

// Reads and checks everything but trust, and writes nothing. An absent signature is no error here; a wrong
// one is.
absl::StatusOr<BundleInfo> inspect(const std::filesystem::path& archive, const Limits& limits = {});
absl::StatusOr<BundleInfo> inspectBytes(std::string_view archive, std::string_view source,
                                        const Limits& limits = {});
// inspect(), and the signer must be trusted. `shown_as` stands in messages where the file's own name says
// nothing.
absl::StatusOr<BundleInfo> verify(const std::filesystem::path& archive, const TrustedKeys& trusted,
                                  const Limits& limits = {}, std::string_view shown_as = {});
// verify(), and the files are in `extract_dir` afterwards. They are extracted beside it and moved there when
// everything has been checked; after an error nothing is left. `extract_dir` must not exist, or be empty.
absl::StatusOr<OpenBundle> open(const std::filesystem::path& archive, const TrustedKeys& trusted,
                                const std::filesystem::path& extract_dir, const Limits& limits = {});

// Whether contents are complete and agree with each other: names, runtime, features, preprocessor; the
// self-test has rows, which are loaded and preprocessed as a worker does it (the model itself is not run),
// and an expected value for each output. `source` begins the message.
absl::Status checkContents(const v1::BundleManifest& manifest, const v1::FeatureLocationConfig& features,
                           const v1::PreprocessorConfig& preprocessor, const v1::SelfTest& self_test,
                           const v1::ReferenceStatistics& statistics, std::string_view source);
// Items of the self-test; 0 when its frame is damaged.
std::uint64_t selfTestRows(const v1::SelfTest& self_test);

}  // namespace aerie::bundle
