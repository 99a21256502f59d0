#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/bundle/archive_io.h"
#include "core/bundle/format.h"

namespace aerie::bundle {
namespace {

namespace fs = std::filesystem;

OutputFile fileOf(std::string path, std::string bytes) {
  const std::uint64_t size = bytes.size();
  return {std::move(path), size, [bytes = std::move(bytes)](const ByteSink& sink) { return sink(bytes); }};
}

absl::Status feedFromDisk(const fs::path& source, const ByteSink& sink) {
  std::ifstream in(source, std::ios::binary);
  if (!in) return notFound("{}: cannot be opened for reading", source.string());
  std::vector<char> block(1 << 18);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    AERIE_RETURN_IF_ERROR(sink({block.data(), static_cast<std::size_t>(in.gcount())}));
  }
  return in.bad() ? dataLoss("{}: read failed", source.string()) : absl::OkStatus();
}

absl::StatusOr<OutputFile> modelFileOf(const std::string& path, const ModelFile& file) {
  AERIE_RETURN_IF_ERROR(checkPath(path));
  if (!path.starts_with(kModelFolder) || path.size() == kModelFolder.size()) {
    return invalidArgument("model file '{}': its path in the bundle must begin with '{}'", path,
                           kModelFolder);
  }
  if (file.source.empty()) return fileOf(path, file.bytes);
  std::error_code error;
  if (!fs::is_regular_file(file.source, error))
    return notFound("{}: there is no such model file", file.source.string());
  const std::uint64_t size = fs::file_size(file.source, error);
  if (error) return notFound("{}: cannot be read: {}", file.source.string(), error.message());
  return OutputFile{path, size,
                    [source = file.source](const ByteSink& sink) { return feedFromDisk(source, sink); }};
}

absl::StatusOr<std::string> digestOf(const OutputFile& file) {
  Sha256 hash;
  AERIE_RETURN_IF_ERROR(file.feed([&hash](std::string_view bytes) {
    hash.update(bytes);
    return absl::OkStatus();
  }));
  return hash.hex();
}

// The archive on disk under a temporary name; removed unless it was put in place.
class Output final {
 public:
  explicit Output(const fs::path& target)
      : target_(target), beside_(target.string() + "." + randomId().substr(0, 8) + ".tmp") {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() {
    if (fd_ >= 0) ::close(fd_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
  }

  absl::Status open() {
    AERIE_RETURN_IF_ERROR(makeDirectories(target_.parent_path()));
    fd_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    return fd_ >= 0 ? absl::OkStatus() : failure("cannot be created");
  }
  absl::Status write(std::string_view bytes) {
    hash_.update(bytes);
    size_ += bytes.size();
    while (!bytes.empty()) {
      const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return failure("write failed");
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return absl::OkStatus();
  }
  absl::StatusOr<Packed> finish() {
    if (::fsync(fd_) != 0) return failure("sync failed");
    ::close(std::exchange(fd_, -1));
    if (::rename(beside_.c_str(), target_.c_str()) != 0) return failure("cannot be put in place");
    beside_.clear();
    return Packed{hash_.hex(), size_};
  }

 private:
  absl::Status failure(std::string_view what) const {
    const int error = errno;
    const char* text =
        std::strerror(error);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe for known codes
    if (error == ENOSPC || error == EDQUOT) {
      return resourceExhausted("{}: {}: {}; free some space on this disk", target_.string(), what, text);
    }
    return failedPrecondition("{}: {}: {}", target_.string(), what, text);
  }

  const fs::path target_;
  fs::path beside_;
  int fd_ = -1;
  Sha256 hash_;
  std::uint64_t size_ = 0;
};

}  // namespace

absl::StatusOr<Packed> pack(const BundleContents& contents, const SigningKey& key, const fs::path& archive) {
  std::map<std::string, OutputFile> files;  // sorted by path
  for (const auto& [path, model_file] : contents.model_files) {
    AERIE_ASSIGN_OR_RETURN(OutputFile file, modelFileOf(path, model_file));
    files.emplace(path, std::move(file));
  }
  const auto add = [&files](std::string_view path, const google::protobuf::MessageLite& message) {
    files.emplace(path, fileOf(std::string(path), serialize(message)));
  };
  add(kFeaturesFile, contents.features);
  add(kPreprocessorFile, contents.preprocessor);
  add(kSelfTestFile, contents.self_test);
  add(kStatisticsFile, contents.statistics);

  v1::BundleManifest manifest = contents.manifest;
  if (manifest.format_version() == 0) manifest.set_format_version(kFormatVersion);
  manifest.clear_file_digests();
  for (const auto& [path, file] : files) {
    AERIE_ASSIGN_OR_RETURN(const std::string digest, digestOf(file));
    (*manifest.mutable_file_digests())[path] = digest;
  }
  AERIE_RETURN_IF_ERROR(checkContents(manifest, contents.features, contents.preprocessor, contents.self_test,
                                      contents.statistics, archive.string()));

  const std::string manifest_bytes = serialize(manifest);
  std::vector<OutputFile> ordered;
  ordered.push_back(fileOf(std::string(kManifestFile), manifest_bytes));
  ordered.push_back(fileOf(std::string(kSignatureFile), signManifest(manifest_bytes, key)));
  for (auto& [path, file] : files) ordered.push_back(std::move(file));

  Output output(archive);
  AERIE_RETURN_IF_ERROR(output.open());
  AERIE_RETURN_IF_ERROR(
      writeArchive(ordered, [&output](std::string_view bytes) { return output.write(bytes); }));
  return output.finish();
}

}  // namespace aerie::bundle
