#include "core/taskrun/cgroup_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;

constexpr double kMaxCpus = 4096;
constexpr double kMinCpus = 0.01;                 // the kernel's least quota at our period
constexpr std::uint64_t kMinMemory = 4ULL << 20;  // less than that starts no program
constexpr std::uint64_t kMinQuotaMicros = 1000;

absl::Status systemError(const fs::path& path, std::string_view what, int error) {
  const char* words = std::strerror(error);  // NOLINT(concurrency-mt-unsafe)
  switch (error) {
    case EEXIST: return alreadyExists("{}: {}: {}", path.string(), what, words);
    case ENOENT: return notFound("{}: {}: {}", path.string(), what, words);
    case EBUSY:
    case ENOTEMPTY: return failedPrecondition("{}: {}: {}", path.string(), what, words);
    case EACCES:
    case EPERM:
    case EROFS: return permissionDenied("{}: {}: {}", path.string(), what, words);
    case ENOSPC:
    case ENOMEM:
    case EAGAIN: return resourceExhausted("{}: {}: {}", path.string(), what, words);
    default: return unavailable("{}: {}: {}", path.string(), what, words);
  }
}

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// mountinfo writes space, tab, newline and backslash as octal escapes.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size()) {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 3), nullptr, 8));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

// The path in the hierarchy as /proc/self/cgroup says it.
std::optional<std::string> ownPath(const std::string& cgroup_file, std::string_view controller) {
  for (const std::string& line : split(cgroup_file, '\n')) {
    const auto first = line.find(':');
    const auto second = line.find(':', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos) continue;
    const std::string names = line.substr(first + 1, second - first - 1);
    const auto all = split(names, ',');
    const bool fits =
        controller.empty() ? names.empty() : std::find(all.begin(), all.end(), controller) != all.end();
    if (fits) return line.substr(second + 1);
  }
  return std::nullopt;
}

}  // namespace

absl::Status CgroupFiles::makeGroup(const fs::path& group) const {
  if (::mkdir(group.c_str(), 0755) == 0) return absl::OkStatus();
  return systemError(group, "the control group cannot be made", errno);
}

absl::Status CgroupFiles::removeGroup(const fs::path& group) const {
  if (::rmdir(group.c_str()) == 0 || errno == ENOENT) return absl::OkStatus();
  return systemError(group, "the control group cannot be removed", errno);
}

absl::Status CgroupFiles::write(const fs::path& file, std::string_view text) const {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_TRUNC);
  if (fd < 0) return systemError(file, "cannot be opened", errno);
  const ssize_t n = ::write(fd, text.data(), text.size());
  const int error = errno;
  ::close(fd);
  if (n == static_cast<ssize_t>(text.size())) return absl::OkStatus();
  return systemError(file, fmt::format("'{}' was refused", text), n < 0 ? error : EIO);
}

absl::StatusOr<std::string> CgroupFiles::read(const fs::path& file) const {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return systemError(file, "cannot be read", errno);
  std::string out;
  std::array<char, 4096> block;
  ssize_t n = 0;
  while ((n = ::read(fd, block.data(), block.size())) > 0)
    out.append(block.data(), static_cast<std::size_t>(n));
  const int error = errno;
  ::close(fd);
  if (n < 0) return systemError(file, "cannot be read", error);
  return out;
}

absl::StatusOr<std::uint64_t> CgroupFiles::readNumber(const fs::path& file) const {
  AERIE_ASSIGN_OR_RETURN(const std::string text, read(file));
  std::uint64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc())
    return internalError("{}: '{}' is not a number", file.string(), text.substr(0, 40));
  return value;
}

absl::StatusOr<std::uint64_t> CgroupFiles::readKey(const fs::path& file, std::string_view key) const {
  AERIE_ASSIGN_OR_RETURN(const std::string text, read(file));
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.size() <= key.size() || line.substr(0, key.size()) != key || line[key.size()] != ' ') continue;
    std::uint64_t value = 0;
    const std::string_view number = line.substr(key.size() + 1);
    if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc()) return value;
  }
  return notFound("{}: has no '{}'", file.string(), key);
}

std::vector<pid_t> CgroupFiles::processes(const fs::path& group) const {
  std::vector<pid_t> out;
  const std::string text = read(group / "cgroup.procs").value_or("");
  for (const char *at = text.data(), *end = at + text.size(); at < end; ++at) {
    pid_t pid = 0;
    const auto parsed = std::from_chars(at, end, pid);
    if (parsed.ec == std::errc() && pid > 1) out.push_back(pid);  // 0 is a process of another pid namespace
    at = std::max(at, parsed.ptr);
  }
  return out;
}

std::optional<CgroupMount> findCgroupMount(const fs::path& proc, std::string_view controller) {
  const auto own = ownPath(readFile(proc / "self" / "cgroup").value_or(""), controller);
  if (!own) return std::nullopt;
  const std::string mounts = readFile(proc / "self" / "mountinfo").value_or("");
  for (const std::string& line : split(mounts, '\n')) {
    // 36 35 98:0 /root /mount-point options... - type source super-options
    const auto dash = line.find(" - ");
    if (dash == std::string::npos) continue;
    const auto before = split(line.substr(0, dash), ' ');
    const auto after = split(line.substr(dash + 3), ' ');
    if (before.size() < 5 || after.size() < 3) continue;
    const auto options = split(after[2], ',');
    const bool fits = controller.empty() ? after[0] == "cgroup2"
                                         : after[0] == "cgroup" && std::find(options.begin(), options.end(),
                                                                             controller) != options.end();
    if (!fits) continue;
    const std::string mount_root = unescaped(before[3]);
    CgroupMount out{unescaped(before[4]), unescaped(before[4])};
    // In a container the mount shows a part of the hierarchy; a path outside of it can't be named.
    if (mount_root == "/") {
      out.own = out.root / fs::path(*own).relative_path();
    } else if (own->rfind(mount_root + "/", 0) == 0) {
      out.own = out.root / own->substr(mount_root.size() + 1);
    }
    std::error_code error;
    if (!fs::is_directory(out.own, error)) out.own = out.root;
    return out;
  }
  return std::nullopt;
}

std::vector<fs::path> findGroups(const fs::path& root, const std::string& name) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (!it->is_directory(ignored) || it->is_symlink(ignored)) continue;
    if (it->path().filename() != name) continue;
    out.push_back(it->path());
    it.disable_recursion_pending();
  }
  return out;
}

std::uint64_t cpuQuotaMicros(double cpus) {
  return std::max(kMinQuotaMicros, static_cast<std::uint64_t>(std::llround(cpus * kCpuPeriodMicros)));
}

absl::Status checkLimits(double cpus, std::uint64_t memory_bytes) {
  if (!std::isfinite(cpus) || cpus < 0 || cpus > kMaxCpus || (cpus > 0 && cpus < kMinCpus)) {
    return invalidArgument("a limit of {} CPUs is not possible; ask for {} to {}, or 0 for no limit", cpus,
                           kMinCpus, kMaxCpus);
  }
  if (memory_bytes > 0 && memory_bytes < kMinMemory) {
    return invalidArgument("a memory limit of {} bytes starts no program; ask for at least {} MiB",
                           memory_bytes, kMinMemory >> 20);
  }
  return absl::OkStatus();
}

bool isGroupName(std::string_view name) {
  return !name.empty() && name.size() <= 18 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace aerie::taskrun
