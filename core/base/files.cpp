#include "core/base/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie {
namespace {

absl::Status systemError(const std::filesystem::path& path, std::string_view what) {
  const int error = errno;
  const char* text =
      std::strerror(error);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe for known codes
  switch (error) {
    case ENOENT: return notFound("{}: {}: {}", path.string(), what, text);
    case EACCES:
    case EPERM: return permissionDenied("{}: {}: {}", path.string(), what, text);
    case ENOSPC:
    case EDQUOT:
      return resourceExhausted("{}: {}: {}; free some space on this disk", path.string(), what, text);
    default: return failedPrecondition("{}: {}: {}", path.string(), what, text);
  }
}

}  // namespace

absl::StatusOr<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit) {
  std::error_code error;
  const auto kind = std::filesystem::status(path, error);
  if (error || !std::filesystem::exists(kind)) return notFound("{}: there is no such file", path.string());
  if (std::filesystem::is_directory(kind))
    return failedPrecondition("{}: is a directory, not a file", path.string());
  std::ifstream in(path, std::ios::binary);
  if (!in) return permissionDenied("{}: cannot be opened for reading", path.string());
  std::string bytes;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    bytes.append(block, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit)
      return failedPrecondition("{}: is larger than the limit of {} bytes", path.string(), limit);
  }
  if (in.bad()) return dataLoss("{}: read failed", path.string());
  return bytes;
}

absl::Status makeDirectories(const std::filesystem::path& path, unsigned mode) {
  std::error_code error;
  const auto there = std::filesystem::status(path, error);
  if (path.empty() || std::filesystem::is_directory(there)) return absl::OkStatus();
  if (std::filesystem::exists(there))
    return failedPrecondition("{}: is a file, so it cannot be a directory", path.string());
  if (!path.has_filename()) return makeDirectories(path.parent_path(), mode);  // "a/b/"
  AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path()));
  if (::mkdir(path.c_str(), mode) != 0 && errno != EEXIST)
    return systemError(path, "cannot make the directory");
  return absl::OkStatus();
}

absl::Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path()));
  const std::filesystem::path beside = path.string() + "." + randomId().substr(0, 8) + ".tmp";
  const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) return systemError(beside, "cannot be created");
  absl::Status result;
  for (std::size_t done = 0; done < bytes.size() && result.ok();) {
    const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      result = systemError(beside, "write failed");
    else
      done += static_cast<std::size_t>(n);
  }
  if (result.ok() && ::fsync(fd) != 0) result = systemError(beside, "sync failed");
  ::close(fd);
  if (result.ok() && ::rename(beside.c_str(), path.c_str()) != 0)
    result = systemError(path, "cannot be replaced");
  if (!result.ok()) {
    ::unlink(beside.c_str());
    return result;
  }
  // The rename itself is durable only once the directory is synced.
  const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
  if (const int dir = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); dir >= 0) {
    ::fsync(dir);
    ::close(dir);
  }
  return absl::OkStatus();
}

absl::StatusOr<TempDir> TempDir::create(std::string_view prefix) {
  std::error_code error;
  const auto root = std::filesystem::temp_directory_path(error);
  if (error) return failedPrecondition("no temporary directory: set TMPDIR to a writable folder");
  std::string pattern = (root / fmt::format("{}-XXXXXX", prefix)).string();
  if (::mkdtemp(pattern.data()) == nullptr) return systemError(pattern, "cannot make a temporary directory");
  return TempDir(pattern);
}

TempDir::TempDir(TempDir&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }

TempDir::~TempDir() {
  if (path_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace aerie
