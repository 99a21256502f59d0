#include "core/taskrun/python_environment.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/sync.h"
#include "core/taskrun/environment.h"
#include "core/taskrun/pidfd.h"
#include "core/taskrun/spawn.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr char kReadyFile[] = ".aerie-ready";
constexpr char kNoSpace[] = "No space left on device";  // as Python says it
constexpr std::size_t kMaxRequirements = 4U << 20;
constexpr std::size_t kMaxBuildLog = 4U << 20;
constexpr std::size_t kLastLines = 12;
constexpr std::int64_t kLookAgainMs = 100;  // whether the build is still wanted

absl::StatusOr<OwnedFd> lockFile(const fs::path& path, int how) {
  OwnedFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!fd) return permissionDenied("{}: cannot be opened", path.string());
  while (::flock(fd.get(), how) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return unavailable("{}: is in use", path.string());
    return unavailable("{}: cannot be locked", path.string());
  }
  return fd;
}

// What a step of a build said.
class Transcript {
 public:
  Transcript(const PythonEnvironments::Progress& progress, std::string& log)
      : progress_(progress), log_(log) {}
  void add(std::string_view bytes) {
    if (log_.size() < kMaxBuildLog) log_ += bytes;
    for (const char c : bytes) {
      if (c != '\n') {
        if (line_.size() < 1000) line_ += c;
        continue;
      }
      endLine();
    }
  }
  void endLine() {
    if (!line_.empty()) {
      if (progress_) progress_(line_);
      disk_full_ = disk_full_ || line_.find(kNoSpace) != std::string::npos;
      if (line_.rfind("ERROR", 0) == 0 && errors_.size() < 4) errors_.push_back(line_);
      last_.push_back(line_);
      if (last_.size() > kLastLines) last_.pop_front();
    }
    line_.clear();
  }
  bool diskFull() const { return disk_full_; }
  // pip's own errors, else the last it said.
  std::string why() const {
    std::string out;
    if (!errors_.empty()) {
      for (const std::string& line : errors_) out += (out.empty() ? "" : " / ") + line;
    } else if (!last_.empty()) {
      out = last_.back();
    }
    return out.empty() ? "it said nothing" : out.substr(0, 1500);
  }

 private:
  const PythonEnvironments::Progress& progress_;
  std::string& log_;
  std::string line_;
  std::vector<std::string> errors_;
  std::deque<std::string> last_;
  bool disk_full_ = false;
};

// Until when and for whom a step runs, and the lock that it holds as its stdin (which is empty): what a step
// started keeps it, so that nobody builds where something of it still writes.
struct StepBounds {
  steady_clock::time_point until;
  const std::atomic<bool>* cancelled = nullptr;
  int lock = -1;
  bool over() const { return cancelled != nullptr && *cancelled; }
};

// Runs one step to its end. DeadlineExceeded and Cancelled end its whole group.
absl::StatusOr<ProcessEnd> runStep(const std::vector<std::string>& arguments, const StepBounds& bounds,
                                   Transcript& transcript) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return resourceExhausted("no pipe for {}", arguments.front());
  const OwnedFd reading(ends[0]);
  OwnedFd writing(ends[1]);
  AERIE_ASSIGN_OR_RETURN(const auto environment, taskEnvironment({{"PIP_NO_INPUT", "1"},
                                                                  {"PIP_DISABLE_PIP_VERSION_CHECK", "1"},
                                                                  {"PYTHONNOUSERSITE", "1"}}));
  AERIE_ASSIGN_OR_RETURN(
      const Spawned child,
      spawnLimited({arguments, environment, {}, writing.get(), bounds.lock, true}, JoinPlan()));
  writing = OwnedFd();
  std::array<char, 8192> block;
  bool late = false, unwanted = false;
  while (!late && !unwanted) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(bounds.until - steady_clock::now()).count();
    pollfd entry{reading.get(), POLLIN, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(std::clamp<std::int64_t>(left, 0, kLookAgainMs)));
    late = ready == 0 && steady_clock::now() >= bounds.until;
    unwanted = bounds.over();
    if (ready <= 0) continue;
    const ssize_t n = ::read(reading.get(), block.data(), block.size());
    if (n <= 0) break;
    transcript.add({block.data(), static_cast<std::size_t>(n)});
  }
  transcript.endLine();
  if (late || unwanted) static_cast<void>(::kill(-child.pid, SIGKILL));
  int status = 0;
  while (::waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (unwanted) return absl::CancelledError("nobody needs it any more");
  if (late) return deadlineExceeded("{}: took too long and was ended", arguments.front());
  ProcessEnd end;
  if (WIFSIGNALED(status)) {
    end.signal = WTERMSIG(status);
  } else {
    end.code = WEXITSTATUS(status);
  }
  return end;
}

}  // namespace

struct PythonEnvironments::Build {
  std::string_view name;
  const std::string& digest;
  std::string_view requirements;
  const Progress& progress;
  const std::atomic<bool>* cancelled;
  int lock;
};

absl::Status PythonEnvironments::build(const Build& wanted) const {
  const std::string_view name = wanted.name;
  const Progress& progress = wanted.progress;
  const fs::path folder = folderOf(wanted.digest);
  const fs::path log_file = options_.folder / (wanted.digest + ".log");
  std::error_code error;
  fs::remove_all(folder, error);  // of a build that was interrupted
  if (error)
    return unavailable("{}: an unfinished environment cannot be removed: {}", folder.string(),
                       error.message());
  const StepBounds bounds{steady_clock::now() + options_.build_timeout, wanted.cancelled, wanted.lock};
  std::string log;
  const auto failed = [&](absl::Status status) {
    static_cast<void>(writeFileAtomic(log_file, log, 0640));
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return status;
  };
  const auto step = [&](std::string_view what, const std::vector<std::string>& arguments) -> absl::Status {
    Transcript transcript(progress, log);
    const auto end = runStep(arguments, bounds, transcript);
    if (absl::IsDeadlineExceeded(end.status())) {
      return failed(
          deadlineExceeded("{}: {} took over {} s and was ended; last it said: {}; all of it is in {}", name,
                           what, options_.build_timeout.count(), transcript.why(), log_file.string()));
    }
    if (!end.ok()) return failed(withContext(end.status(), name));
    if (end->code == 0 && end->signal == 0) return absl::OkStatus();
    if (transcript.diskFull())
      return failed(resourceExhausted("{}: {}: the disk is full: {}", name, what, transcript.why()));
    return failed(failedPrecondition("{}: {} {}: {}; all of it is in {}", name, what,
                                     ExitState{end->code, end->signal}.text(), transcript.why(),
                                     log_file.string()));
  };
  if (progress) progress("making a virtual environment");
  AERIE_RETURN_IF_ERROR(step("python -m venv", {options_.python, "-m", "venv", folder}));
  const fs::path lock = folder / "requirements.txt";
  AERIE_RETURN_IF_ERROR(writeFileAtomic(lock, wanted.requirements));
  std::vector<std::string> pip{folder / "bin" / "python", "-m", "pip", "install", "--progress-bar", "off"};
  pip.insert(pip.end(), options_.pip_arguments.begin(), options_.pip_arguments.end());
  pip.insert(pip.end(), {"--requirement", lock});
  AERIE_RETURN_IF_ERROR(step("pip", pip));
  static_cast<void>(writeFileAtomic(log_file, log, 0640));
  // The mark is the last thing written, also on the disk: a folder without it is never used, and one that has
  // it is used by every job of this lock file.
  if (const absl::Status synced = syncFilesystem(folder); !synced.ok()) return failed(synced);
  return writeFileAtomic(folder / kReadyFile, wanted.digest);
}

absl::StatusOr<PythonEnvironment> PythonEnvironments::prepare(std::string_view name,
                                                              std::string_view requirements,
                                                              const Progress& progress,
                                                              const std::atomic<bool>* cancelled) const {
  if (requirements.size() > kMaxRequirements)
    return invalidArgument("{}: is over {} bytes; is it a lock file?", name, kMaxRequirements);
  AERIE_RETURN_IF_ERROR(makeDirectories(options_.folder, 0750));
  std::error_code error;
  const fs::path python = fs::canonical(options_.python, error);
  if (error) {
    return failedPrecondition("{}: {} is not there; install the packages python3 and python3-venv", name,
                              options_.python.string());
  }
  std::string key = "venv 1\n" + python.string() + "\n";  // the real path names the minor version
  for (const std::string& argument : options_.pip_arguments) key += argument + "\n";
  const std::string digest = sha256Hex(key + std::string(requirements)).substr(0, 32);
  const fs::path ready = folderOf(digest) / kReadyFile;
  const fs::path lock = options_.folder / (digest + ".lock");
  bool built = false;
  // Shared to use, alone to build. The change between them lets others in, so everything is looked at again.
  while (true) {
    AERIE_ASSIGN_OR_RETURN(OwnedFd shared, lockFile(lock, LOCK_SH));
    if (fs::exists(ready, error)) {
      fs::last_write_time(ready, fs::file_time_type::clock::now(), error);
      if (built) static_cast<void>(trim());
      return PythonEnvironment{folderOf(digest), digest, built, std::move(shared)};
    }
    shared = OwnedFd();
    if (progress) progress("waiting for the environment of this lock file");
    AERIE_ASSIGN_OR_RETURN(const OwnedFd alone, lockFile(lock, LOCK_EX));
    if (cancelled != nullptr && *cancelled) return absl::CancelledError("nobody needs it any more");
    if (fs::exists(ready, error)) continue;
    const absl::Status status = build({name, digest, requirements, progress, cancelled, alone.get()});
    // Also for what a step has left running and that holds the lock with us.
    ::flock(alone.get(), LOCK_UN);
    AERIE_RETURN_IF_ERROR(status);
    built = true;
  }
}

int PythonEnvironments::trim() const {
  std::multimap<fs::file_time_type, std::string> by_use;
  std::error_code error;
  for (fs::directory_iterator it(options_.folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const auto used = fs::last_write_time(it->path() / kReadyFile, ignored);
    if (!ignored) by_use.emplace(used, it->path().filename());
  }
  int removed = 0;
  std::size_t left = by_use.size();
  for (const auto& [used, digest] : by_use) {
    if (left <= options_.max_environments) break;
    const auto alone = lockFile(options_.folder / (digest + ".lock"), LOCK_EX | LOCK_NB);
    if (!alone.ok()) continue;
    std::error_code ignored;
    fs::remove(folderOf(digest) / kReadyFile, ignored);  // first: what is half-removed is never used
    fs::remove_all(folderOf(digest), ignored);
    fs::remove(options_.folder / (digest + ".log"), ignored);
    --left;
    ++removed;
  }
  return removed;
}

}  // namespace aerie::taskrun
