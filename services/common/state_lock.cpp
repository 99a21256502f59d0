#include "services/common/state_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::services {

absl::StatusOr<std::unique_ptr<StateLock>> StateLock::acquire(const std::filesystem::path& state_dir,
                                                              std::string_view daemon) {
  AERIE_RETURN_IF_ERROR(makeDirectories(state_dir, 0700));
  const std::string path = (state_dir / "lock").string();
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return failedPrecondition("{}: cannot be opened; check the rights of the state directory", path);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    ::close(fd);
    std::string holder = readFile(path).value_or("");
    while (!holder.empty() && holder.back() == '\n') holder.pop_back();
    return failedPrecondition(
        "{}: another {} (process {}) uses this state directory; stop it or choose another "
        "--state-dir",
        state_dir.string(), daemon, holder.empty() ? "unknown" : holder);
  }
  const std::string pid = fmt::format("{}\n", ::getpid());
  if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, pid.data(), pid.size(), 0) < 0) {
    ::close(fd);
    return resourceExhausted("{}: cannot be written; is the disk full?", path);
  }
  return std::unique_ptr<StateLock>(new StateLock(fd));
}

StateLock::~StateLock() { ::close(fd_); }

}  // namespace aerie::services
