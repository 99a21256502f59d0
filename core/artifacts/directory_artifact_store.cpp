#include "core/artifacts/directory_artifact_store.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::artifacts {
namespace {

namespace fs = std::filesystem;

absl::Status systemError(const fs::path& path, std::string_view what) {
  const int error = errno;
  const char* text =
      std::strerror(error);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe for known codes
  if (error == ENOSPC || error == EDQUOT) {
    return resourceExhausted("artifact store: {}: {}: {}; free some space on this disk", path.string(), what,
                             text);
  }
  if (error == EACCES || error == EPERM || error == EROFS) {
    return permissionDenied("artifact store: {}: {}: {}; check owner and mode", path.string(), what, text);
  }
  return failedPrecondition("artifact store: {}: {}: {}", path.string(), what, text);
}

absl::Status checkDigest(std::string_view digest) {
  const bool hex = std::all_of(digest.begin(), digest.end(),
                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (digest.size() == 64 && hex) return absl::OkStatus();
  return invalidArgument("'{}' is not a SHA-256 digest; give 64 lower-case hex digits", digest.substr(0, 80));
}

fs::path objectPath(const fs::path& root, std::string_view digest) {
  return root / "sha256" / digest.substr(0, 2) / digest;
}

void syncDirectory(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

// Names in incoming/ say which process writes them: "<pid>-<its start time>-<random>". Where that process is
// gone, the file is left over from a crash.
std::string incomingName() {
  const auto ticks = processStartTicks(::getpid());
  return fmt::format("{}-{}-{}", ::getpid(), ticks.ok() ? *ticks : 0, randomId());
}

bool isStale(const fs::path& path) {
  const std::string name = path.filename().string();
  const char* end = name.data() + name.size();
  pid_t pid = 0;
  std::uint64_t ticks = 0;
  const auto first = std::from_chars(name.data(), end, pid);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return false;
  const auto second = std::from_chars(first.ptr + 1, end, ticks);
  if (second.ec != std::errc() || second.ptr == end || *second.ptr != '-') return false;
  const auto running = processStartTicks(pid);
  return running.ok() ? *running != ticks : absl::IsNotFound(running.status());
}

class DirectoryWriter final : public ArtifactWriter {
 public:
  DirectoryWriter(fs::path root, fs::path path, int fd, Expectation expected)
      : root_(std::move(root)), path_(std::move(path)), fd_(fd), expected_(std::move(expected)) {}
  DirectoryWriter(const DirectoryWriter&) = delete;
  DirectoryWriter& operator=(const DirectoryWriter&) = delete;
  ~DirectoryWriter() override {
    if (fd_ >= 0) ::close(fd_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  absl::Status append(std::string_view bytes) override {
    if (fd_ < 0) return failedPrecondition("artifact store: the object is sealed; begin another one");
    if (expected_.size.has_value() && bytes.size() > *expected_.size - size_) {
      return invalidArgument(
          "artifact store: more bytes than the {} that were announced; send the content announced",
          *expected_.size);
    }
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t n = ::write(fd_, bytes.data() + done, bytes.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return systemError(path_, "write failed");
      done += static_cast<std::size_t>(n);
    }
    hash_.update(bytes);
    size_ += bytes.size();
    return absl::OkStatus();
  }

  absl::StatusOr<fs::path> seal() override {
    if (fd_ < 0) {
      if (digest_.empty()) return failedPrecondition("artifact store: sealing this object failed before");
      return path_;
    }
    const int fd = std::exchange(fd_, -1);
    const bool synced = ::fsync(fd) == 0;
    const absl::Status status = synced ? absl::OkStatus() : systemError(path_, "sync failed");
    ::close(fd);
    if (!status.ok()) return status;
    if (expected_.size.has_value() && size_ != *expected_.size) {
      return invalidArgument("artifact store: got {} bytes where {} were announced; send it again, whole",
                             size_, *expected_.size);
    }
    std::string digest = hash_.hex();
    if (!expected_.digest.empty() && digest != expected_.digest) {
      return invalidArgument(
          "artifact store: the content has digest {} where {} was announced; send it again", digest,
          expected_.digest);
    }
    digest_ = std::move(digest);
    return path_;
  }

  absl::StatusOr<StoredObject> commit() override {
    AERIE_RETURN_IF_ERROR(seal().status());
    if (path_.empty()) return failedPrecondition("artifact store: object {} was committed before", digest_);
    const fs::path target = objectPath(root_, digest_);
    AERIE_RETURN_IF_ERROR(makeDirectories(target.parent_path()));
    // A hard link fails where the object exists, so of two writers of the same content one creates it.
    const bool created = ::link(path_.c_str(), target.c_str()) == 0;
    if (!created && errno != EEXIST) return systemError(target, "cannot be put in place");
    ::unlink(path_.c_str());
    path_.clear();
    syncDirectory(target.parent_path());
    return StoredObject{digest_, size_, created};
  }

  std::uint64_t bytesWritten() const override { return size_; }

 private:
  const fs::path root_;
  fs::path path_;  // in incoming/; empty once committed
  int fd_;         // -1 once sealed
  const Expectation expected_;
  Sha256 hash_;
  std::uint64_t size_ = 0;
  std::string digest_;  // once sealed
};

}  // namespace

absl::StatusOr<std::unique_ptr<DirectoryArtifactStore>> DirectoryArtifactStore::open(const fs::path& root) {
  AERIE_RETURN_IF_ERROR(makeDirectories(root / "sha256"));
  AERIE_RETURN_IF_ERROR(makeDirectories(root / "incoming", 0700));
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root / "incoming", error)) {
    std::error_code ignored;
    if (isStale(entry.path())) fs::remove(entry.path(), ignored);
  }
  if (error)
    return failedPrecondition("artifact store: {}: cannot be read: {}", root.string(), error.message());
  return std::unique_ptr<DirectoryArtifactStore>(new DirectoryArtifactStore(root));
}

absl::StatusOr<std::unique_ptr<ArtifactWriter>> DirectoryArtifactStore::beginPut(
    const Expectation& expected) {
  if (!expected.digest.empty()) AERIE_RETURN_IF_ERROR(checkDigest(expected.digest));
  fs::path path = root_ / "incoming" / incomingName();
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
  if (fd < 0) return systemError(path, "cannot be created");
  return std::make_unique<DirectoryWriter>(root_, std::move(path), fd, expected);
}

absl::StatusOr<StoredObject> DirectoryArtifactStore::putFile(const fs::path& source,
                                                             const Expectation& expected) {
  std::error_code error;
  if (!fs::is_regular_file(source, error)) return notFound("{}: there is no such file", source.string());
  std::ifstream in(source, std::ios::binary);
  if (!in) return permissionDenied("{}: cannot be opened for reading", source.string());
  AERIE_ASSIGN_OR_RETURN(const auto writer, beginPut(expected));
  std::vector<char> block(1 << 18);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    AERIE_RETURN_IF_ERROR(writer->append({block.data(), static_cast<std::size_t>(in.gcount())}));
  }
  if (in.bad()) return dataLoss("{}: read failed", source.string());
  return writer->commit();
}

absl::StatusOr<fs::path> DirectoryArtifactStore::path(std::string_view digest) const {
  AERIE_ASSIGN_OR_RETURN(const bool found, contains(digest));
  if (!found) return notFound("artifact store: {} has no object {}", root_.string(), digest);
  return objectPath(root_, digest);
}

absl::StatusOr<bool> DirectoryArtifactStore::contains(std::string_view digest) const {
  AERIE_RETURN_IF_ERROR(checkDigest(digest));
  std::error_code error;
  return fs::is_regular_file(objectPath(root_, digest), error);
}

absl::Status DirectoryArtifactStore::verify(std::string_view digest) const {
  AERIE_ASSIGN_OR_RETURN(const fs::path file, path(digest));
  AERIE_ASSIGN_OR_RETURN(const std::string found, sha256HexOfFile(file));
  if (found == digest) return absl::OkStatus();
  return dataLoss(
      "artifact store: {} is damaged: its content has digest {}; remove it and put the original again",
      file.string(), found);
}

absl::Status DirectoryArtifactStore::remove(std::string_view digest) {
  AERIE_ASSIGN_OR_RETURN(const fs::path file, path(digest));
  if (::unlink(file.c_str()) != 0) return systemError(file, "cannot be removed");
  syncDirectory(file.parent_path());
  return absl::OkStatus();
}

absl::StatusOr<std::vector<StoredObject>> DirectoryArtifactStore::list() const {
  std::vector<StoredObject> objects;
  std::error_code error;
  for (fs::recursive_directory_iterator it(root_ / "sha256", error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (!it->is_regular_file(ignored) || !checkDigest(name).ok()) continue;
    objects.push_back({name, static_cast<std::uint64_t>(it->file_size(ignored)), false});
  }
  if (error)
    return failedPrecondition("artifact store: {}: cannot be read: {}", root_.string(), error.message());
  std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a.digest < b.digest; });
  return objects;
}

}  // namespace aerie::artifacts
