#include "sim/faults/processes.h"

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <signal.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::sim {
namespace {

absl::Status sendSignal(pid_t pid, int signal) {
  if (pid <= 1) return invalidArgument("{} is not the pid of a daemon", pid);
  if (::kill(pid, signal) == 0) return absl::OkStatus();
  return errno == ESRCH ? notFound("process {} is gone", pid)
                        : permissionDenied("process {} cannot be signalled", pid);
}

}  // namespace

std::vector<pid_t> childrenNamed(pid_t parent, const std::string& name) {
  std::vector<pid_t> result;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
    const std::string folder = entry.path().filename().string();
    pid_t pid = 0;
    const auto [end, parsed] = std::from_chars(folder.data(), folder.data() + folder.size(), pid);
    if (parsed != std::errc() || end != folder.data() + folder.size()) continue;
    const auto status = readFile(entry.path() / "status");
    if (!status.ok() || status->find(fmt::format("\nPPid:\t{}\n", parent)) == std::string::npos) continue;
    const auto program = std::filesystem::read_symlink(entry.path() / "exe", error);
    if (!error && program.filename() == name) result.push_back(pid);
  }
  return result;
}

absl::StatusOr<pid_t> firstBut(const std::vector<pid_t>& pids, pid_t taken) {
  for (const pid_t pid : pids) {
    if (pid != taken) return pid;
  }
  if (pids.empty()) return failedPrecondition("none runs");
  return failedPrecondition("process {} is the only one, and another fault has it: switch that one off first",
                            taken);
}

absl::Status killProcess(pid_t pid) { return sendSignal(pid, SIGKILL); }
absl::Status pauseProcess(pid_t pid) { return sendSignal(pid, SIGSTOP); }
absl::Status resumeProcess(pid_t pid) { return sendSignal(pid, SIGCONT); }
bool processRuns(pid_t pid) { return processStartTicks(pid).ok(); }

}  // namespace aerie::sim
