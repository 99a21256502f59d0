#include "core/taskrun/spawn.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/status.h"
#include "core/taskrun/pidfd.h"

namespace aerie::taskrun {
namespace {

enum class Step { kNone, kJoin, kAffinity, kMemory, kFolder, kOutput, kProgram };

// All that the child needs, laid out before it is born: it may not allocate, lock or throw.
struct Launch {
  char* const* arguments = nullptr;
  char* const* environment = nullptr;
  const std::vector<std::string>* programs = nullptr;  // tried in order
  const char* folder = nullptr;
  int input = -1;
  int output = -1;
  pid_t bound_to = 0;  // it ends with the thread of this process that made it
  const JoinPlan* plan = nullptr;
  sigset_t mask{};
  volatile Step failed = Step::kNone;
  volatile int error = 0;
};

[[noreturn]] void giveUp(Launch& launch, Step step) {
  launch.error = errno;
  launch.failed = step;
  ::_exit(127);
}

void applyLimits(Launch& launch) {
  const JoinPlan& plan = *launch.plan;
  for (const int fd : plan.join_files) {
    if (::write(fd, "0", 1) != 1) giveUp(launch, Step::kJoin);
  }
  if (plan.affinity && ::sched_setaffinity(0, sizeof *plan.affinity, &*plan.affinity) != 0)
    giveUp(launch, Step::kAffinity);
  if (plan.data_limit > 0) {
    const rlimit limit{plan.data_limit, plan.data_limit};
    if (::setrlimit(RLIMIT_DATA, &limit) != 0) giveUp(launch, Step::kMemory);
  }
}

// In the child, on the parent's memory: system calls only.
[[noreturn]] void becomeTask(Launch& launch) {
  applyLimits(launch);
  ::setpgid(0, 0);
  // Whoever ended before the wish was heard is not our parent any more.
  if (launch.bound_to != 0 && (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != launch.bound_to))
    giveUp(launch, Step::kProgram);
  if (launch.folder != nullptr && ::chdir(launch.folder) != 0) giveUp(launch, Step::kFolder);
  if (::dup2(launch.input, 0) < 0 || ::dup2(launch.output, 1) < 0 || ::dup2(launch.output, 2) < 0)
    giveUp(launch, Step::kOutput);
  ::syscall(SYS_close_range, 3U, ~0U, 0U);
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &standard, nullptr);
  ::sigprocmask(SIG_SETMASK, &launch.mask, nullptr);
  int worst = ENOENT;
  for (const std::string& program : *launch.programs) {
    ::execve(program.c_str(), launch.arguments, launch.environment);
    if (errno != ENOENT && errno != ENOTDIR) worst = errno;
    if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) break;
  }
  errno = worst;
  giveUp(launch, Step::kProgram);
}

// Not inlined: the frame that vfork returns to must not be one that goes on to do other things.
__attribute__((noinline)) pid_t launchChild(Launch& launch) {
  const pid_t pid = ::vfork();
  if (pid == 0) becomeTask(launch);
  return pid;
}

std::vector<std::string> candidates(const std::string& program, const std::vector<std::string>& environment) {
  if (program.find('/') != std::string::npos) return {program};
  std::string path = "/usr/local/bin:/usr/bin:/bin";
  for (const std::string& entry : environment) {
    if (entry.rfind("PATH=", 0) == 0) path = entry.substr(5);
  }
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const std::string folder = path.substr(begin, end - begin);
    if (!folder.empty())
      out.push_back(folder + "/" + program);  // an empty entry would be the task's own folder
    begin = end + 1;
  }
  return out;
}

absl::Status failure(const Launch& launch, const SpawnSpec& spec) {
  const int error = launch.error;
  const char* words = std::strerror(error);  // NOLINT(concurrency-mt-unsafe)
  const std::string& program = spec.arguments.front();
  switch (launch.failed) {
    case Step::kJoin: return unavailable("{}: its control group refused it: {}", program, words);
    case Step::kAffinity: return unavailable("{}: its CPUs cannot be set: {}", program, words);
    case Step::kMemory: return unavailable("{}: its memory limit cannot be set: {}", program, words);
    case Step::kOutput: return unavailable("{}: its output cannot be set up: {}", program, words);
    case Step::kFolder:
      return failedPrecondition("{}: the working directory cannot be entered: {}",
                                spec.working_directory.string(), words);
    case Step::kProgram:
    case Step::kNone: break;
  }
  if (error == ENOENT)
    return notFound("{}: is not there, or its interpreter isn't; give a path or put it into PATH", program);
  if (error == EACCES) return permissionDenied("{}: may not be run; is it executable?", program);
  if (error == ENOEXEC) return failedPrecondition("{}: is no program; a script begins with '#!'", program);
  if (error == E2BIG) return invalidArgument("{}: its arguments and environment are too long", program);
  return resourceExhausted("{}: cannot be started: {}", program, words);
}

absl::Status checkTexts(const SpawnSpec& spec) {
  if (spec.arguments.empty() || spec.arguments.front().empty())
    return invalidArgument("a task needs a program to run");
  for (const auto* texts : {&spec.arguments, &spec.environment}) {
    for (const std::string& text : *texts) {
      if (text.find('\0') != std::string::npos)
        return invalidArgument("{}: an argument or variable holds a NUL character", spec.arguments.front());
    }
  }
  return absl::OkStatus();
}

std::vector<char*> pointers(const std::vector<std::string>& texts, const std::string& extra) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  if (!extra.empty()) out.push_back(const_cast<char*>(extra.c_str()));
  out.push_back(nullptr);
  return out;
}

}  // namespace

absl::StatusOr<Spawned> spawnLimited(const SpawnSpec& spec, const JoinPlan& plan) {
  AERIE_RETURN_IF_ERROR(checkTexts(spec));
  const std::vector<char*> arguments = pointers(spec.arguments, "");
  const std::vector<char*> environment = pointers(spec.environment, plan.mark);
  const std::vector<std::string> programs = candidates(spec.arguments.front(), spec.environment);
  const OwnedFd null_input(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  if (!null_input) return resourceExhausted("/dev/null cannot be opened for {}", spec.arguments.front());
  Launch launch;
  launch.arguments = arguments.data();
  launch.environment = environment.data();
  launch.programs = &programs;
  launch.folder = spec.working_directory.empty() ? nullptr : spec.working_directory.c_str();
  launch.input = spec.input >= 0 ? spec.input : null_input.get();
  launch.bound_to = spec.ends_with_us ? ::getpid() : 0;
  launch.output = spec.output >= 0 ? spec.output : null_input.get();
  launch.plan = &plan;
  sigemptyset(&launch.mask);

  // A handler of ours must not run in the child, on our memory.
  sigset_t all, before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t pid = launchChild(launch);
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (pid < 0) {
    return resourceExhausted("{}: no process can be made: {}", spec.arguments.front(),
                             std::strerror(error));  // NOLINT(concurrency-mt-unsafe)
  }
  if (launch.failed != Step::kNone) {
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    return failure(launch, spec);
  }
  Spawned out{pid, OwnedFd(openPidfd(pid))};
  if (out.pidfd) return out;
  static_cast<void>(::kill(-pid, SIGKILL));
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  return resourceExhausted("{}: no descriptor is left to watch it with", spec.arguments.front());
}

}  // namespace aerie::taskrun
