#include "core/base/sync.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/status.h"

namespace aerie {

absl::Status syncFilesystem(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    return notFound("{}: cannot be opened to wait for the disk: {}", path.string(),
                    std::strerror(errno));  // NOLINT(concurrency-mt-unsafe)
  }
  const int result = ::syncfs(fd);
  const int error = errno;
  ::close(fd);
  if (result == 0) return absl::OkStatus();
  const char* words = std::strerror(error);  // NOLINT(concurrency-mt-unsafe)
  if (error == ENOSPC || error == EDQUOT) {
    return resourceExhausted("{}: not everything could be written: {}; free some space on this disk",
                             path.string(), words);
  }
  return dataLoss("{}: not everything could be written: {}; look after this disk", path.string(), words);
}

}  // namespace aerie
