#include "core/taskrun/task_log.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::taskrun {
namespace {

absl::Status failure(const std::filesystem::path& path, std::string_view what) {
  const int error = errno;
  const char* words = std::strerror(error);  // NOLINT(concurrency-mt-unsafe)
  if (error == ENOSPC || error == EDQUOT || error == EMFILE || error == ENFILE)
    return resourceExhausted("{}: {}: {}", path.string(), what, words);
  return permissionDenied("{}: {}: {}", path.string(), what, words);
}

// The last `bytes` of the file, from the start of a line where there is one.
absl::StatusOr<std::string> tail(int fd, std::uint64_t size, std::uint64_t bytes,
                                 const std::filesystem::path& path) {
  std::string out(static_cast<std::size_t>(bytes), '\0');
  const ssize_t n = ::pread(fd, out.data(), out.size(), static_cast<off_t>(size - bytes));
  if (n < 0) return failure(path, "the log cannot be read");
  out.resize(static_cast<std::size_t>(n));
  const auto line = out.find('\n');
  return line == std::string::npos || line + 1 == out.size() ? out : out.substr(line + 1);
}

}  // namespace

absl::StatusOr<OwnedFd> openTaskLog(const std::filesystem::path& path) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  OwnedFd fd(::open(path.c_str(), kFlags, 0640));
  if (!fd && errno == ENOENT) {
    AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path(), 0750));
    fd = OwnedFd(::open(path.c_str(), kFlags, 0640));
  }
  if (!fd) return failure(path, "the task's log cannot be opened");
  struct stat about {};
  if (::fstat(fd.get(), &about) != 0 || !S_ISREG(about.st_mode))
    return permissionDenied("{}: the task's log is not a regular file", path.string());
  return fd;
}

absl::StatusOr<bool> boundTaskLog(const std::filesystem::path& path, std::uint64_t limit) {
  struct stat seen {};
  if (::lstat(path.c_str(), &seen) == 0 && S_ISREG(seen.st_mode) &&
      (limit == 0 || static_cast<std::uint64_t>(seen.st_size) <= limit))
    return false;
  const OwnedFd fd(::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW));
  if (!fd) return failure(path, "the log cannot be bounded");
  struct stat about {};
  if (::fstat(fd.get(), &about) != 0) return failure(path, "the log cannot be bounded");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  if (limit == 0 || size <= limit) return false;
  AERIE_ASSIGN_OR_RETURN(const std::string kept, tail(fd.get(), size, limit / 2, path));
  const std::string older = path.string() + ".1";
  const OwnedFd out(::open(older.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640));
  if (!out || ::write(out.get(), kept.data(), kept.size()) != static_cast<ssize_t>(kept.size()))
    return failure(older, "the older part of a log cannot be kept");
  // The task writes at the end of the file, wherever that is: after this, at its start.
  if (::ftruncate(fd.get(), 0) != 0) return failure(path, "the log cannot be cut");
  const std::string mark = fmt::format(
      "[aerie: the log was over {} bytes: {} bytes were dropped, the {} before this line are in {}]\n", limit,
      size - kept.size(), kept.size(), path.filename().string() + ".1");
  if (::write(fd.get(), mark.data(), mark.size()) < 0) return failure(path, "the log cannot be written");
  return true;
}

}  // namespace aerie::taskrun
