#include "core/bundle/bundle_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::bundle {
namespace {

namespace fs = std::filesystem;

absl::Status writeError(const fs::path& path) {
  const int error = errno;
  const char* text =
      std::strerror(error);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe for known codes
  if (error == ENOSPC || error == EDQUOT) {
    return resourceExhausted("{}: cannot be extracted: {}; free some space on this disk", path.string(),
                             text);
  }
  return failedPrecondition("{}: cannot be extracted: {}", path.string(), text);
}

bool isMetadata(std::string_view path) {
  return path == kManifestFile || path == kSignatureFile || path == kFeaturesFile ||
         path == kPreprocessorFile || path == kSelfTestFile || path == kStatisticsFile;
}

ByteSource sourceOf(int fd, std::string name) {
  return [fd, name = std::move(name)](char* buffer, std::size_t capacity) -> absl::StatusOr<std::size_t> {
    while (true) {
      const ssize_t n = ::read(fd, buffer, capacity);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) return dataLoss("{}: read failed: {}", name, std::strerror(errno));
    }
  };
}

// `step`: when given, an unsigned bundle is refused, and the check that failed is told there.
absl::StatusOr<BundleInfo> readBundle(const fs::path& archive, const TrustedKeys* trusted,
                                      const Limits& limits, const fs::path& directory,
                                      std::string_view shown_as = {}, CheckStep* step = nullptr) {
  const std::string name = shown_as.empty() ? archive.string() : std::string(shown_as);
  const int fd = ::open(archive.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    if (errno == ENOENT) return notFound("{}: there is no such bundle file", name);
    return permissionDenied("{}: cannot be opened: {}", name, std::strerror(errno));
  }
  struct stat info {};
  absl::StatusOr<BundleInfo> result =
      failedPrecondition("{}: is not a regular file; give a bundle file", name);
  if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
    BundleReader reader(name, trusted, limits, directory);
    if (step != nullptr) reader.requireSignature();
    const auto totals = readArchive(sourceOf(fd, name), name, limits, reader);
    result = totals.ok() ? reader.finish(*totals) : absl::StatusOr<BundleInfo>(totals.status());
    if (step != nullptr) *step = reader.step();
  }
  ::close(fd);
  return result;
}

}  // namespace

BundleReader::BundleReader(std::string name, const TrustedKeys* trusted, const Limits& limits,
                           fs::path directory)
    : name_(std::move(name)), trusted_(trusted), limits_(limits), directory_(std::move(directory)) {}

BundleReader::~BundleReader() {
  if (output_ >= 0) ::close(output_);
}

// The manifest comes first and the signature next, so that nothing else is unpacked for a signer who is not
// trusted.
absl::Status BundleReader::checkOrder(const std::string& path) {
  const std::size_t position = info_.files.size();
  step_ = CheckStep::kArchive;
  if (position == 0) {
    if (path == kManifestFile) return absl::OkStatus();
    step_ = CheckStep::kManifest;
    return invalidArgument("{}: begins with '{}' where a bundle begins with {}; pack it with Aerie", name_,
                           path, kManifestFile);
  }
  if (path == kSignatureFile) {
    if (position == 1) return absl::OkStatus();
    step_ = CheckStep::kSignature;
    return invalidArgument("{}: its signature does not follow its manifest; pack it with Aerie", name_);
  }
  if (position == 1) {
    step_ = CheckStep::kSignature;
    AERIE_RETURN_IF_ERROR(checkSigned());
    step_ = CheckStep::kArchive;
  }
  if (info_.manifest.file_digests().contains(path)) return absl::OkStatus();
  step_ = CheckStep::kDigests;
  return invalidArgument("{}: holds '{}', which its manifest does not list; the bundle was tampered with",
                         name_, path);
}

absl::Status BundleReader::checkSigned() const {
  if (!info_.signer.empty() || (trusted_ == nullptr && !signature_required_)) return absl::OkStatus();
  return permissionDenied("{}: is unsigned; sign it when packing it, with a key that is trusted here", name_);
}

absl::Status BundleReader::begin(const std::string& path, std::uint64_t size) {
  AERIE_RETURN_IF_ERROR(checkOrder(path));
  keep_ = isMetadata(path);
  if (keep_ && size > limits_.metadata_bytes) {
    return resourceExhausted("{}: '{}' has {} bytes, the limit is {}; refused", name_, path, size,
                             limits_.metadata_bytes);
  }
  current_ = {path, size, {}};
  kept_.clear();
  hash_ = std::make_unique<Sha256>();
  if (!directory_.empty()) AERIE_RETURN_IF_ERROR(openOutput(path));
  return absl::OkStatus();
}

absl::Status BundleReader::openOutput(const std::string& path) {
  const fs::path target = directory_ / path;
  AERIE_RETURN_IF_ERROR(makeDirectories(target.parent_path()));
  output_ = ::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  return output_ >= 0 ? absl::OkStatus() : writeError(target);
}

absl::Status BundleReader::data(std::string_view bytes) {
  hash_->update(bytes);
  if (keep_) kept_.append(bytes);
  while (output_ >= 0 && !bytes.empty()) {
    const ssize_t n = ::write(output_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return writeError(directory_ / current_.path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return absl::OkStatus();
}

absl::Status BundleReader::end() {
  if (output_ >= 0 && ::close(std::exchange(output_, -1)) != 0) return writeError(directory_ / current_.path);
  current_.digest = hash_->hex();
  info_.files.push_back(current_);
  absl::Status status;
  if (current_.path == kManifestFile) {
    step_ = CheckStep::kManifest;
    status = readManifest();
  } else if (current_.path == kSignatureFile) {
    step_ = CheckStep::kSignature;
    status = readSignature();
  } else {
    step_ = CheckStep::kDigests;
    status = checkDigest();
    if (status.ok() && keep_) status = readPart();
  }
  if (status.ok()) step_ = CheckStep::kArchive;
  return status;
}

absl::Status BundleReader::checkDigest() const {
  if (info_.manifest.file_digests().at(current_.path) != current_.digest) {
    return invalidArgument(
        "{}: '{}' does not have the digest that the manifest lists; the bundle was tampered with", name_,
        current_.path);
  }
  return absl::OkStatus();
}

absl::Status BundleReader::readManifest() {
  if (!info_.manifest.ParseFromString(kept_))
    return invalidArgument("{}: its {} is damaged", name_, kManifestFile);
  manifest_bytes_ = std::move(kept_);
  if (info_.manifest.format_version() > kFormatVersion) {
    return failedPrecondition(
        "{}: has bundle format {}, this program reads up to {}; use a newer Aerie, or pack it again", name_,
        info_.manifest.format_version(), kFormatVersion);
  }
  if (info_.manifest.format_version() == 0)
    return invalidArgument("{}: its manifest names no format version", name_);
  return absl::OkStatus();
}

absl::Status BundleReader::readSignature() {
  AERIE_ASSIGN_OR_RETURN(const std::string key, checkSignature(manifest_bytes_, kept_, name_));
  info_.signer = toHex(key);
  if (trusted_ == nullptr || trusted_->contains(key)) return absl::OkStatus();
  return permissionDenied(
      "{}: is signed by {}, which is not trusted here; add that key to the trusted keys if you trust it",
      name_, info_.signer);
}

absl::Status BundleReader::readPart() {
  google::protobuf::MessageLite* part = nullptr;
  if (current_.path == kFeaturesFile) part = &info_.features;
  if (current_.path == kPreprocessorFile) part = &info_.preprocessor;
  if (current_.path == kSelfTestFile) part = &info_.self_test;
  if (current_.path == kStatisticsFile) part = &info_.statistics;
  if (part->ParseFromString(kept_)) return absl::OkStatus();
  return invalidArgument("{}: its {} is damaged", name_, current_.path);
}

absl::StatusOr<BundleInfo> BundleReader::finish(const ArchiveTotals& totals) {
  if (info_.files.empty()) return invalidArgument("{}: is an empty archive, not a bundle", name_);
  step_ = CheckStep::kSignature;
  AERIE_RETURN_IF_ERROR(checkSigned());
  step_ = CheckStep::kDigests;
  const auto has = [&](std::string_view path) {
    return std::any_of(info_.files.begin(), info_.files.end(),
                       [&](const FileEntry& file) { return file.path == path; });
  };
  for (const auto& [path, digest] : info_.manifest.file_digests()) {
    if (!has(path))
      return invalidArgument("{}: '{}', which the manifest lists, is missing; pack it again", name_, path);
  }
  for (const std::string_view path : {kFeaturesFile, kPreprocessorFile, kSelfTestFile, kStatisticsFile}) {
    if (!has(path)) return invalidArgument("{}: '{}' is missing; pack it again", name_, path);
  }
  step_ = CheckStep::kContents;
  AERIE_RETURN_IF_ERROR(checkContents(info_.manifest, info_.features, info_.preprocessor, info_.self_test,
                                      info_.statistics, name_));
  info_.digest = totals.digest;
  info_.size_bytes = totals.size_bytes;
  return std::move(info_);
}

absl::StatusOr<BundleInfo> inspect(const fs::path& archive, const Limits& limits) {
  return readBundle(archive, nullptr, limits, {});
}

absl::StatusOr<BundleInfo> inspectSigned(const fs::path& archive, CheckStep& step, const Limits& limits) {
  step = CheckStep::kArchive;
  return readBundle(archive, nullptr, limits, {}, {}, &step);
}

absl::StatusOr<BundleInfo> inspectBytes(std::string_view archive, std::string_view source,
                                        const Limits& limits) {
  BundleReader reader(std::string(source), nullptr, limits, {});
  const ByteSource bytes = [rest = archive](char* buffer,
                                            std::size_t capacity) mutable -> absl::StatusOr<std::size_t> {
    const std::size_t n = rest.copy(buffer, capacity);
    rest.remove_prefix(n);
    return n;
  };
  AERIE_ASSIGN_OR_RETURN(const ArchiveTotals totals, readArchive(bytes, source, limits, reader));
  return reader.finish(totals);
}

absl::StatusOr<BundleInfo> verify(const fs::path& archive, const TrustedKeys& trusted, const Limits& limits,
                                  std::string_view shown_as) {
  return readBundle(archive, &trusted, limits, {}, shown_as);
}

absl::StatusOr<OpenBundle> open(const fs::path& archive, const TrustedKeys& trusted,
                                const fs::path& extract_dir, const Limits& limits) {
  std::error_code error;
  fs::path target = fs::absolute(extract_dir, error).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  const bool usable =
      !fs::exists(target, error) || (fs::is_directory(target, error) && fs::is_empty(target, error));
  if (!usable) {
    return failedPrecondition("{}: holds something already; give a new or empty directory to extract '{}' to",
                              target.string(), archive.string());
  }
  const fs::path beside = target.string() + "." + randomId().substr(0, 8) + ".tmp";
  AERIE_RETURN_IF_ERROR(makeDirectories(beside));
  auto info = readBundle(archive, &trusted, limits, beside);
  absl::Status status = info.status();
  if (status.ok() && ::rename(beside.c_str(), target.c_str()) != 0) status = writeError(target);
  if (!status.ok()) {
    fs::remove_all(beside, error);
    return status;
  }
  OpenBundle opened{*std::move(info), target, {}};
  if (!opened.manifest.model_file().empty()) opened.model_path = target / opened.manifest.model_file();
  return opened;
}

}  // namespace aerie::bundle
