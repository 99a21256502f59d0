#include "core/base/child_process.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"

extern char** environ;

namespace aerie {
namespace {

constexpr std::size_t kMaxOutput = 1U << 20;

std::vector<std::string> mergedEnvironment(const std::map<std::string, std::string>& extra,
                                           std::string_view dropped_prefix) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::string name(text.substr(0, text.find('=')));
    const bool dropped = !dropped_prefix.empty() && text.substr(0, dropped_prefix.size()) == dropped_prefix;
    if (!dropped && !extra.contains(name)) result.emplace_back(text);
  }
  for (const auto& [name, value] : extra) result.push_back(name + "=" + value);
  return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

absl::StatusOr<pid_t> spawn(const ChildOptions& options, int output_fd) {
  if (options.arguments.empty()) return invalidArgument("a child process needs a program to run");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output_fd, 1);
  posix_spawn_file_actions_adddup2(&actions, output_fd, 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);  // libraries open files without close-on-exec
  if (!options.working_directory.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, options.working_directory.c_str());
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  sigset_t defaults;
  sigfillset(&defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> arguments = options.arguments;
  std::vector<std::string> environment = mergedEnvironment(options.environment, options.dropped_prefix);
  pid_t pid = -1;
  const int error = posix_spawnp(&pid, arguments[0].c_str(), &actions, &attributes,
                                 pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    return failedPrecondition("{}: cannot be started: {}", arguments[0],
                              std::strerror(error));  // NOLINT(concurrency-mt-unsafe)
  }
  return pid;
}

}  // namespace

std::string ExitState::text() const {
  if (signal != 0)
    return fmt::format("killed by signal {} ({})", signal, sigabbrev_np(signal) ? sigabbrev_np(signal) : "?");
  return fmt::format("exited with {}", code);
}

absl::StatusOr<pid_t> spawnChild(const ChildOptions& options) {
  if (!options.output.empty()) AERIE_RETURN_IF_ERROR(makeDirectories(options.output.parent_path()));
  const std::string output = options.output.empty() ? "/dev/null" : options.output.string();
  const int fd = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
  if (fd < 0) return failedPrecondition("{}: the child's output file cannot be opened", output);
  auto pid = spawn(options, fd);
  ::close(fd);
  return pid;
}

std::optional<ExitState> pollChild(pid_t pid) {
  int status = 0;
  const pid_t got = ::waitpid(pid, &status, WNOHANG);
  if (got == 0) return std::nullopt;
  if (got == pid) {
    if (WIFSIGNALED(status)) return ExitState{0, WTERMSIG(status)};
    return ExitState{WEXITSTATUS(status), 0};
  }
  if (processStartTicks(pid).ok()) return std::nullopt;
  return ExitState{-1, 0};
}

absl::Status signalChild(pid_t pid, int signal) {
  if (pid <= 1) return invalidArgument("{} is not a child's pid", pid);
  if (::kill(-pid, signal) == 0 || ::kill(pid, signal) == 0) return absl::OkStatus();
  if (errno == ESRCH) return notFound("process {} is gone", pid);
  return permissionDenied("process {} cannot be signalled", pid);
}

absl::StatusOr<std::uint64_t> processStartTicks(pid_t pid) {
  AERIE_ASSIGN_OR_RETURN(const std::string stat, readFile(fmt::format("/proc/{}/stat", pid)));
  const auto name_end = stat.rfind(')');
  if (name_end == std::string::npos || name_end + 2 >= stat.size())
    return internalError("/proc/{}/stat is malformed", pid);
  if (stat[name_end + 2] == 'Z') return notFound("process {} has ended", pid);
  // After "(name) " come the state (field 3) and the rest; the start time is field 22.
  std::size_t at = name_end + 2;
  for (int field = 3; field < 22; ++field) at = stat.find(' ', at) + 1;
  return std::strtoull(stat.c_str() + at, nullptr, 10);
}

absl::StatusOr<RunResult> runToEnd(const ChildOptions& options) {
  int fds[2];
  if (options.arguments.empty()) return invalidArgument("a child process needs a program to run");
  if (::pipe2(fds, O_CLOEXEC) != 0) return resourceExhausted("no pipe for {}", options.arguments.front());
  auto pid = spawn(options, fds[1]);
  ::close(fds[1]);
  if (!pid.ok()) {
    ::close(fds[0]);
    return pid.status();
  }
  RunResult result;
  char block[4096];
  ssize_t n = 0;
  while ((n = ::read(fds[0], block, sizeof block)) > 0 || (n < 0 && errno == EINTR)) {
    if (n > 0)
      result.output.append(block, std::min(static_cast<std::size_t>(n), kMaxOutput - result.output.size()));
  }
  ::close(fds[0]);
  int status = 0;
  while (::waitpid(*pid, &status, 0) < 0 && errno == EINTR) {
  }
  result.exit = WIFSIGNALED(status) ? ExitState{0, WTERMSIG(status)} : ExitState{WEXITSTATUS(status), 0};
  return result;
}

std::filesystem::path executableDirectory() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::current_path() : self.parent_path();
}

}  // namespace aerie
