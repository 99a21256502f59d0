// Child processes: argument vectors only (never a shell line), own process group, output to a file.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace aerie {

struct ChildOptions {
  std::vector<std::string> arguments;  // [0] is the program: a path, or a name looked up in PATH
  std::map<std::string, std::string> environment = {};  // added to the parent's environment
  std::filesystem::path working_directory = {};         // empty = the parent's
  std::filesystem::path output = {};  // stdout and stderr are appended here; empty = /dev/null
  std::string dropped_prefix = {};    // variables of the parent that begin so are not passed on
};

// How a child ended: an exit code, or the signal that killed it.
struct ExitState {
  int code = 0;
  int signal = 0;
  bool clean() const { return code == 0 && signal == 0; }
  std::string text() const;  // "exited with 2", "killed by signal 9 (SIGKILL)"
};

// Starts a child in its own process group with posix_spawn and returns its pid. The child outlives this
// process.
absl::StatusOr<pid_t> spawnChild(const ChildOptions& options);
// Reaps without waiting: nullopt while it runs. For a process that is not our child: nullopt while it exists,
// else an ExitState with code -1 (unknown).
std::optional<ExitState> pollChild(pid_t pid);
// Sends a signal to the whole process group. NotFound when it is gone.
absl::Status signalChild(pid_t pid, int signal);
// The start time of a process in clock ticks since boot: with the pid it identifies a process across pid
// reuse. NotFound when there is no such process or it is a zombie.
absl::StatusOr<std::uint64_t> processStartTicks(pid_t pid);

// Runs a program to its end and returns its output (stdout and stderr together, at most 1 MiB).
struct RunResult {
  ExitState exit;
  std::string output;
};
absl::StatusOr<RunResult> runToEnd(const ChildOptions& options);

// Where the running executable lives: daemons find each other beside themselves.
std::filesystem::path executableDirectory();

}  // namespace aerie
