#include "core/zones/zone_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::zones {
namespace {

constexpr std::size_t kPrefix = 12;  // magic and length

std::string lengthBytes(std::size_t length) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((length >> shift) & 0xFF);
  return bytes;
}

std::size_t lengthOf(std::string_view bytes) {
  std::size_t length = 0;
  for (std::size_t i = 4; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  return length;
}

// Exactly `size` bytes at `offset`.
absl::StatusOr<std::string> readAt(int fd, const std::string& name, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::pread(fd, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return dataLoss("{}: read failed: {}", name, std::strerror(errno));
    if (n == 0) return invalidArgument("{} is cut off; assemble the model again", name);
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

absl::Status writeAll(int fd, const std::string& name, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return resourceExhausted("{}: write failed: {}", name, std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return absl::OkStatus();
}

}  // namespace

bool isZoneFile(std::string_view begin) { return begin.starts_with(kMagic); }

absl::StatusOr<ZoneHead> parseZoneHead(std::string_view begin, std::uint64_t size,
                                       const std::string& source) {
  if (!isZoneFile(begin))
    return invalidArgument("{} is not a zoned model (it does not begin with {})", source, kMagic);
  if (begin.size() < kPrefix) return invalidArgument("{} is cut off; assemble the model again", source);
  const std::size_t length = lengthOf(begin.substr(kMagic.size()));
  if (length > kMaxIndexBytes)
    return invalidArgument("{}: an index of {} bytes is over the limit of {}", source, length,
                           kMaxIndexBytes);
  if (length > begin.size() - kPrefix || kPrefix + length > size)
    return invalidArgument("{} is cut off; assemble the model again", source);
  ZoneHead head;
  head.models_at = kPrefix + length;
  AERIE_ASSIGN_OR_RETURN(head.index,
                         parseZoneIndex(begin.substr(kPrefix, length), source, size - head.models_at));
  return head;
}

ZoneFile::ZoneFile(ZoneFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)), head_(std::move(other.head_)) {}

ZoneFile::~ZoneFile() {
  if (fd_ >= 0) ::close(fd_);
}

absl::StatusOr<ZoneFile> ZoneFile::open(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return notFound("{} can't be opened: {}", path.string(), std::strerror(errno));
  ZoneFile file(fd, path);
  struct stat info {};
  if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
    return invalidArgument("{} is not a regular file", path.string());
  const auto size = static_cast<std::uint64_t>(info.st_size);
  const std::string name = path.string();
  auto begin = readAt(fd, name, 0, std::min<std::uint64_t>(size, kPrefix));
  if (begin.ok() && isZoneFile(*begin) && begin->size() == kPrefix) {
    const std::size_t length =
        std::min(lengthOf(std::string_view(*begin).substr(kMagic.size())), kMaxIndexBytes);
    begin = readAt(fd, name, 0, std::min<std::uint64_t>(kPrefix + length, size));
  }
  if (!begin.ok()) return begin.status();
  AERIE_ASSIGN_OR_RETURN(file.head_, parseZoneHead(*begin, size, name));
  return file;
}

absl::StatusOr<std::string> ZoneFile::model(std::size_t part) const {
  AERIE_CHECK(part < head_.index.parts.size());
  const ZonePart& entry = head_.index.parts[part];
  return readAt(fd_, path_.string(), head_.models_at + entry.offset, entry.size);
}

absl::Status writeZoneFile(const std::filesystem::path& path, ZoneIndex index,
                           const std::vector<std::uint64_t>& sizes,
                           const std::function<absl::StatusOr<std::string>(std::size_t part)>& model) {
  AERIE_CHECK(sizes.size() == index.parts.size());
  std::uint64_t at = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    index.parts[i].offset = at;
    index.parts[i].size = sizes[i];
    at += sizes[i];
  }
  const std::string head = toJson(index);
  // What cannot be read back is not written.
  AERIE_RETURN_IF_ERROR(parseZoneIndex(head, path.string(), at).status());
  if (head.size() > kMaxIndexBytes)
    return invalidArgument("{}: {} parts make an index over the limit of {} bytes", path.string(),
                           index.parts.size(), kMaxIndexBytes);
  const std::string beside = fmt::format("{}.{}.tmp", path.string(), randomId().substr(0, 8));
  const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) return failedPrecondition("{} can't be created: {}", beside, std::strerror(errno));
  absl::Status status = writeAll(fd, beside, std::string(kMagic) + lengthBytes(head.size()) + head);
  for (std::size_t i = 0; status.ok() && i < sizes.size(); ++i) {
    const auto bytes = model(i);
    status = bytes.status();
    if (status.ok() && bytes->size() != sizes[i])
      status = failedPrecondition("the model of part '{}' changed while it was read; assemble again",
                                  index.parts[i].name);
    if (status.ok()) status = writeAll(fd, beside, *bytes);
  }
  if (status.ok() && ::fsync(fd) != 0)
    status = resourceExhausted("{}: write failed: {}", beside, std::strerror(errno));
  ::close(fd);
  if (status.ok() && ::rename(beside.c_str(), path.c_str()) != 0)
    status = failedPrecondition("{} can't be put in place: {}", path.string(), std::strerror(errno));
  if (!status.ok()) ::unlink(beside.c_str());
  return status;
}

}  // namespace aerie::zones
