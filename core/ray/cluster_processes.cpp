#include "core/ray/cluster_processes.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/status.h"

namespace aerie::ray {
namespace {

namespace fs = std::filesystem;

// Files of /proc have no size, so they are read to their end.
std::string procFile(pid_t pid, const char* name) {
  std::ifstream in(fmt::format("/proc/{}/{}", pid, name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool hasVariable(pid_t pid, const std::string& folder) {
  const std::string wanted = fmt::format("{}={}", kClusterVariable, folder) + '\0';
  return ('\0' + procFile(pid, "environ") + '\0').find('\0' + wanted) != std::string::npos;
}

bool holdsFile(pid_t pid, const std::string& folder) {
  if (procFile(pid, "cmdline").find(folder) != std::string::npos) return true;
  std::error_code error;
  for (fs::directory_iterator it(fmt::format("/proc/{}/fd", pid), error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;
    if (fs::read_symlink(it->path(), gone).string().starts_with(folder + '/')) return true;
  }
  return false;
}

// The process's user is ours: nobody else's process is ever looked into.
bool isOurs(pid_t pid) {
  std::error_code error;
  return ::kill(pid, 0) == 0 && fs::exists(fmt::format("/proc/{}", pid), error);
}

}  // namespace

bool isAlive(const LocalNode& node) {
  const auto ticks = processStartTicks(static_cast<pid_t>(node.pid));
  return ticks.ok() && *ticks == node.start_ticks;
}

std::vector<pid_t> processesOf(const fs::path& folder, const std::vector<LocalNode>& nodes) {
  std::vector<pid_t> found;
  std::error_code error;
  for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    pid_t pid = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), pid).ptr != name.data() + name.size())
      continue;
    if (pid <= 1 || pid == ::getpid() || !isOurs(pid)) continue;
    const pid_t group = ::getpgid(pid);
    const bool grouped =
        std::any_of(nodes.begin(), nodes.end(), [&](const LocalNode& node) { return node.pid == group; });
    if (hasVariable(pid, folder.string()) || (grouped && holdsFile(pid, folder.string())))
      found.push_back(pid);
  }
  return found;
}

absl::Status endProcesses(const fs::path& folder, const std::vector<LocalNode>& nodes, Duration grace) {
  for (const LocalNode& node : nodes) {
    if (isAlive(node)) (void)::kill(static_cast<pid_t>(node.pid), SIGTERM);
  }
  const MonoTime start = SystemClock().monoNow();
  std::vector<pid_t> left;
  while (true) {
    for (const LocalNode& node : nodes) {
      if (node.pid > 1) (void)pollChild(static_cast<pid_t>(node.pid));  // reaps it where it is our child
    }
    left = processesOf(folder, nodes);
    if (left.empty()) return absl::OkStatus();
    const Duration waited = SystemClock().monoNow() - start;
    if (waited > grace + std::chrono::seconds(6)) break;
    if (waited > grace) {
      for (const pid_t pid : left) (void)::kill(pid, SIGKILL);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return unavailable(
      "{} processes of the Ray cluster in {} cannot be ended, the first is {}; end them by hand", left.size(),
      folder.string(), left.front());
}

}  // namespace aerie::ray
