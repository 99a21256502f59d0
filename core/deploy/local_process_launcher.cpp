#include "core/deploy/local_process_launcher.h"

#include <cstdlib>
#include <signal.h>

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/deploy/cpu_limit.h"

namespace aerie::deploy {
namespace {

constexpr char kRedisPassword[] = "AERIE_REDIS_PASSWORD";

constexpr std::size_t kMaxSocketPath = 100;  // of the 107 that Linux has: workers put a suffix behind theirs
}  // namespace

LocalProcessLauncher::LocalProcessLauncher(Options options)
    : options_(std::move(options)), files_(options_.state_dir / "processes") {}

absl::StatusOr<std::unique_ptr<LocalProcessLauncher>> LocalProcessLauncher::create(Options options) {
  if (!options.command) return invalidArgument("a launcher needs a command");
  if (options.run_dir.string().size() + 30 > kMaxSocketPath) {
    return failedPrecondition("{}: too long for the sockets of replicas; choose a shorter run directory",
                              options.run_dir.string());
  }
  AERIE_RETURN_IF_ERROR(makeDirectories(options.state_dir / "processes", 0700));
  AERIE_RETURN_IF_ERROR(makeDirectories(options.state_dir / "logs", 0700));
  AERIE_RETURN_IF_ERROR(makeDirectories(options.run_dir, 0700));
  return std::unique_ptr<LocalProcessLauncher>(new LocalProcessLauncher(std::move(options)));
}

absl::StatusOr<std::string> LocalProcessLauncher::urlOf(const std::string& replica_id) const {
  AERIE_RETURN_IF_ERROR(validateName("replica", replica_id));
  std::string path = (options_.run_dir / (replica_id + ".sock")).string();
  if (path.size() >= kMaxSocketPath)
    path = (options_.run_dir / (sha256Hex(replica_id).substr(0, 16) + ".sock")).string();
  return "unix:" + path;
}

std::filesystem::path LocalProcessLauncher::logOf(const std::string& replica_id) const {
  return options_.state_dir / "logs" / (replica_id + ".log");
}

void LocalProcessLauncher::rotateLog(const std::filesystem::path& log) const {
  std::error_code error;
  const auto size = std::filesystem::file_size(log, error);
  if (error || size <= options_.log_limit) return;
  std::filesystem::rename(log, log.string() + ".1", error);
}

absl::StatusOr<LaunchedReplica> LocalProcessLauncher::start(const ReplicaSpec& spec) {
  MutexLock lock(mutex_);
  AERIE_RETURN_IF_ERROR(validateName("replica", spec.replica_id));
  const std::filesystem::path log = logOf(spec.replica_id);
  if (const auto running = files_.running(spec.replica_id)) {
    return LaunchedReplica{spec.replica_id, *running, log.string()};
  }
  AERIE_ASSIGN_OR_RETURN(const std::vector<std::string> arguments, options_.command(spec));
  const Resources& limits = spec.deployment.resources;
  AERIE_RETURN_IF_ERROR(files_.writeMemoryLimit(spec.replica_id, limits.memory_bytes));
  AERIE_RETURN_IF_ERROR(files_.writeArguments(spec.replica_id, arguments));
  over_limit_.erase(spec.replica_id);
  rotateLog(log);
  ChildOptions child;
  child.arguments = arguments;
  child.environment = {{ProcessFiles::kMark, files_.mark(spec.replica_id)}};
  // The settings of this process must not win over the worker's own file; the store's password is the one
  // exception.
  child.dropped_prefix = "AERIE_";
  if (const char* password = std::getenv(kRedisPassword);
      password != nullptr) {  // NOLINT(concurrency-mt-unsafe)
    child.environment[kRedisPassword] = password;
  }
  child.output = log;
  absl::StatusOr<pid_t> spawned = 0;
  {
    const CpuLimitScope cpus(limits.cpus, spec.replica_id);
    spawned = spawnChild(child);
  }
  AERIE_ASSIGN_OR_RETURN(const pid_t pid, std::move(spawned));
  LaunchedReplica result{spec.replica_id, {pid, 0}, log.string()};
  // A child that ended at once has no start time any more; poll() tells how it ended.
  if (const auto ticks = processStartTicks(pid); ticks.ok()) result.process.start_ticks = *ticks;
  const absl::Status recorded = files_.writeProcess(spec.replica_id, result.process);
  if (!recorded.ok()) {
    static_cast<void>(signalChild(pid, SIGKILL));
    return withContext(recorded, fmt::format("replica {} was not started", spec.replica_id));
  }
  return result;
}

std::optional<std::string> LocalProcessLauncher::poll(const std::string& replica_id,
                                                      const ProcessHandle& process) {
  if (process.pid <= 1) return "never started";
  auto exit = pollChild(static_cast<pid_t>(process.pid));
  if (!exit && isRunning(process)) {
    checkMemory(replica_id, process);
    return std::nullopt;
  }
  if (!exit) exit = pollChild(static_cast<pid_t>(process.pid));  // it ended between the two looks
  // pollChild() also sees a later process with the same pid as running; the start time tells them apart.
  MutexLock lock(mutex_);
  const auto current = files_.running(replica_id);
  if (!current || *current == process) files_.remove(replica_id);
  if (const auto why = over_limit_.extract(replica_id)) return why.mapped();
  return exit && exit->code != -1 ? exit->text() : "its process is gone";
}

void LocalProcessLauncher::checkMemory(const std::string& replica_id, const ProcessHandle& process) {
  const std::uint64_t limit = files_.memoryLimit(replica_id);
  if (limit == 0) return;
  const auto used = readUsage(process);
  if (!used || used->memory_bytes <= limit) return;
  {
    MutexLock lock(mutex_);
    over_limit_[replica_id] =
        fmt::format("ended by the launcher: it used {} MiB of memory, its limit is {} MiB; raise the limit",
                    used->memory_bytes >> 20, limit >> 20);
  }
  static_cast<void>(signalChild(static_cast<pid_t>(process.pid), SIGKILL));
}

absl::Status LocalProcessLauncher::stop(const std::string& replica_id, const ProcessHandle& process,
                                        bool force) {
  static_cast<void>(replica_id);
  if (!isRunning(process)) return absl::OkStatus();
  const absl::Status status = signalChild(static_cast<pid_t>(process.pid), force ? SIGKILL : SIGTERM);
  return absl::IsNotFound(status) ? absl::OkStatus() : status;
}

absl::StatusOr<std::vector<LaunchedReplica>> LocalProcessLauncher::list() {
  MutexLock lock(mutex_);
  std::vector<LaunchedReplica> result;
  for (const std::string& id : files_.ids()) {
    const auto running = files_.running(id);
    if (!running) {
      files_.remove(id);
      continue;
    }
    AERIE_RETURN_IF_ERROR(files_.writeProcess(id, *running));
    result.push_back({id, *running, logOf(id).string()});
  }
  return result;
}

}  // namespace aerie::deploy
