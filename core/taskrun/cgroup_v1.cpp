#include <algorithm>
#include <fcntl.h>
#include <map>
#include <set>
#include <signal.h>
#include <unistd.h>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/taskrun/cgroup_limiter.h"
#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;

// A group that holds less than this after its task is used again: making one anew costs more than a start.
constexpr std::uint64_t kCleanBytes = 4ULL << 20;
constexpr std::size_t kKeptGroups = 64;
constexpr double kProcessShares = 1024;  // what a plain process weighs beside a group
constexpr double kMaxShares = 262'144;

// One folder in each hierarchy. `account` is empty where cpuacct isn't mounted, and equal to `cpu` where both
// share a mount.
struct Folders {
  fs::path cpu, memory, account;
  std::vector<fs::path> distinct() const {
    std::vector<fs::path> out{cpu};
    if (memory != cpu) out.push_back(memory);
    if (!account.empty() && account != cpu && account != memory) out.push_back(account);
    return out;
  }
  Folders child(const std::string& name) const {
    return {cpu / name, memory / name, account.empty() ? fs::path() : account / name};
  }
};

class V1Group final : public LimitGroup {
 public:
  V1Group(std::string name, Folders folders, std::shared_ptr<const CgroupFiles> files)
      : name_(std::move(name)), folders_(std::move(folders)), files_(std::move(files)) {}

  absl::Status open() {
    for (const fs::path& folder : folders_.distinct()) {
      // A child that moves its only thread through "tasks" waits for nobody. Through "cgroup.procs" it waits
      // until no process of the machine is amid a fork or exit: ten milliseconds and more.
      OwnedFd fd(::open((folder / "tasks").c_str(), O_WRONLY | O_CLOEXEC));
      if (!fd) return unavailable("{}: cannot be opened; is the control group still there?", folder.string());
      join_.push_back(std::move(fd));
    }
    return absl::OkStatus();
  }

  // Writes only what differs from what is in force.
  absl::Status configure(const Limits& limits) {
    if (limits.cpus != now_.cpus) {
      const std::string quota = limits.cpus > 0 ? std::to_string(cpuQuotaMicros(limits.cpus)) : "-1";
      AERIE_RETURN_IF_ERROR(
          files_->write(folders_.cpu / "cpu.cfs_period_us", std::to_string(kCpuPeriodMicros)));
      AERIE_RETURN_IF_ERROR(files_->write(folders_.cpu / "cpu.cfs_quota_us", quota));
    }
    if (limits.memory_bytes != now_.memory_bytes) {
      // Memory with swap can't be less than memory at any moment: widen first, then narrow.
      const fs::path with_swap = folders_.memory / "memory.memsw.limit_in_bytes";
      const bool swap = files_->read(with_swap).ok();
      if (now_.memory_bytes > 0 && swap) AERIE_RETURN_IF_ERROR(files_->write(with_swap, "-1"));
      const std::string bytes = limits.memory_bytes > 0 ? std::to_string(limits.memory_bytes) : "-1";
      AERIE_RETURN_IF_ERROR(files_->write(folders_.memory / "memory.limit_in_bytes", bytes));
      if (limits.memory_bytes > 0 && swap) AERIE_RETURN_IF_ERROR(files_->write(with_swap, bytes));
    }
    now_ = limits;
    return absl::OkStatus();
  }

  // True when the counters begin at zero again, so that nothing of this task is booked to the next.
  bool reset() {
    const auto used = final_ ? absl::StatusOr<GroupUsage>(*final_) : usage();
    if (!used.ok() || used->oom_kills > 0 || used->throttled_seconds.value_or(0) > 0) return false;
    if (used->memory_bytes.value_or(0) > kCleanBytes) return false;
    if (!folders_.account.empty() && !files_->write(folders_.account / "cpuacct.usage", "0").ok())
      return false;
    return files_->write(folders_.memory / "memory.max_usage_in_bytes", "0").ok();
  }

  const std::string& name() const override { return name_; }
  JoinPlan joinPlan() const override {
    empty_ = false;
    final_.reset();
    JoinPlan plan;
    for (const OwnedFd& fd : join_) plan.join_files.push_back(fd.get());
    return plan;
  }

  absl::StatusOr<GroupUsage> usage() const override {
    GroupUsage out;
    AERIE_ASSIGN_OR_RETURN(out.memory_peak_bytes, number(folders_.memory / "memory.max_usage_in_bytes"));
    AERIE_ASSIGN_OR_RETURN(out.memory_bytes, number(folders_.memory / "memory.usage_in_bytes"));
    AERIE_ASSIGN_OR_RETURN(out.oom_kills,
                           files_->readKey(folders_.memory / "memory.oom_control", "oom_kill"));
    if (const auto ns = files_->readKey(folders_.cpu / "cpu.stat", "throttled_time"); ns.ok())
      out.throttled_seconds = static_cast<double>(*ns) * 1e-9;
    if (!folders_.account.empty()) {
      const auto ns = files_->readNumber(folders_.account / "cpuacct.usage");
      if (ns.ok()) out.cpu_seconds = static_cast<double>(*ns) * 1e-9;
    }
    if (empty_) final_ = out;
    return out;
  }

  std::vector<pid_t> processes() const override {
    std::set<pid_t> all;
    for (const fs::path& folder : folders_.distinct()) {
      for (const pid_t pid : files_->processes(folder)) all.insert(pid);
    }
    empty_ = all.empty();
    return {all.begin(), all.end()};
  }
  // Nobody was in it at the last look: who could make a process in it is gone, so this stays true until the
  // next task joins.
  bool knownEmpty() const { return empty_; }
  void killAll() override {
    for (const pid_t pid : processes()) static_cast<void>(::kill(pid, SIGKILL));
  }

  const Folders& folders() const { return folders_; }
  // Which limits are in force in an adopted group isn't known: it is not for another task.
  void setAdopted() { adopted_ = true; }
  bool adopted() const { return adopted_; }

 private:
  absl::StatusOr<std::optional<std::uint64_t>> number(const fs::path& file) const {
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t value, files_->readNumber(file));
    return std::optional<std::uint64_t>(value);
  }

  const std::string name_;
  const Folders folders_;
  const std::shared_ptr<const CgroupFiles> files_;
  std::vector<OwnedFd> join_;
  Limits now_;
  bool adopted_ = false;
  mutable bool empty_ = false;
  mutable std::optional<GroupUsage> final_;  // read when it was empty
};

class V1Limiter final : public ResourceLimiter {
 public:
  // `bases`: ours first, then those of earlier daemons that lived in other groups.
  V1Limiter(Folders base, std::vector<Folders> bases, std::shared_ptr<const CgroupFiles> files)
      : base_(std::move(base)), bases_(std::move(bases)), files_(std::move(files)) {}

  ~V1Limiter() override {
    for (const auto& group : kept_) removeFolders(group->folders());
    kept_.clear();
    for (const fs::path& folder : base_.distinct()) static_cast<void>(files_->removeGroup(folder));
  }

  LimiterKind kind() const override { return LimiterKind::kCgroupV1; }

  absl::StatusOr<std::unique_ptr<LimitGroup>> make(const Limits& limits) override {
    AERIE_RETURN_IF_ERROR(checkLimits(limits.cpus, limits.memory_bytes));
    std::unique_ptr<V1Group> group = takeKept();
    if (!group) {
      auto made = makeNew();
      AERIE_RETURN_IF_ERROR(made.status());
      group = std::move(*made);
    }
    if (const absl::Status status = group->configure(limits); !status.ok()) {
      removeFolders(group->folders());
      forget(group->name());
      return status;
    }
    weigh(group->name(), limits.cpus);
    return std::unique_ptr<LimitGroup>(std::move(group));
  }

  absl::StatusOr<std::unique_ptr<LimitGroup>> adopt(const std::string& name) override {
    if (!isGroupName(name)) return invalidArgument("'{}' is no name of a control group of tasks", name);
    // Whole groups first; a daemon that died while it made one left only some of its folders.
    for (const bool whole : {true, false}) {
      for (const Folders& base : bases_) {
        const Folders folders = base.child(name);
        std::error_code error;
        const bool limited = fs::is_directory(folders.memory, error);
        const bool throttled = fs::is_directory(folders.cpu, error);
        if (whole ? !(limited && throttled) : !(limited || throttled)) continue;
        for (const fs::path& folder : folders.distinct()) static_cast<void>(files_->makeGroup(folder));
        return open(name, folders);
      }
    }
    return notFound("control group {} is gone", name);
  }

  absl::Status remove(std::unique_ptr<LimitGroup> group) override {
    auto& mine = static_cast<V1Group&>(*group);
    {
      MutexLock lock(mutex_);
      asked_.erase(mine.name());
    }
    if (!mine.adopted() && (mine.knownEmpty() || mine.processes().empty()) && mine.reset()) {
      MutexLock lock(mutex_);
      if (kept_.size() < kKeptGroups) {
        group.release();
        kept_.emplace_back(&mine);
        return absl::OkStatus();
      }
    }
    for (const fs::path& folder : mine.folders().distinct())
      AERIE_RETURN_IF_ERROR(files_->removeGroup(folder));
    forget(mine.name());
    return absl::OkStatus();
  }

  std::vector<std::string> leftovers() const override {
    std::set<std::string> found;
    for (const Folders& base : bases_) {
      for (const fs::path& folder : base.distinct()) {
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
          std::error_code ignored;
          if (it->is_directory(ignored) && isGroupName(it->path().filename().string()))
            found.insert(it->path().filename());
        }
      }
    }
    MutexLock lock(mutex_);
    for (const std::string& name : live_) found.erase(name);
    return {found.begin(), found.end()};
  }

 private:
  // A group weighs as one process, whatever runs in it. Ours weighs as the processors that its tasks asked
  // for: so each of them gets beside other work what it would get without a group. Written only when tasks
  // were added.
  void weigh(const std::string& name, double cpus) {
    MutexLock lock(mutex_);
    asked_[name] = std::max(1.0, cpus);
    double sum = 0;
    for (const auto& [task, wanted] : asked_) sum += wanted;
    const double shares = std::min(kMaxShares, kProcessShares * sum);
    if (shares == shares_) return;
    if (files_->write(base_.cpu / "cpu.shares", fmt::format("{:.0f}", shares)).ok()) shares_ = shares;
  }

  absl::StatusOr<std::unique_ptr<LimitGroup>> open(const std::string& name, const Folders& folders) {
    auto group = std::make_unique<V1Group>(name, folders, files_);
    AERIE_RETURN_IF_ERROR(group->open());
    group->setAdopted();
    MutexLock lock(mutex_);
    if (!live_.insert(name).second) return alreadyExists("control group {} is in use", name);
    asked_[name] = 1;  // or more; nobody knows any more
    return std::unique_ptr<LimitGroup>(std::move(group));
  }

  std::unique_ptr<V1Group> takeKept() {
    MutexLock lock(mutex_);
    if (kept_.empty()) return nullptr;
    auto group = std::move(kept_.back());
    kept_.pop_back();
    return group;
  }

  absl::StatusOr<std::unique_ptr<V1Group>> makeNew() {
    MutexLock lock(mutex_);
    while (true) {
      const std::string name = std::to_string(++last_);
      const Folders folders = base_.child(name);
      const absl::Status status = makeFolders(folders);
      if (absl::IsAlreadyExists(status)) continue;  // a leftover's number
      AERIE_RETURN_IF_ERROR(status);
      auto group = std::make_unique<V1Group>(name, folders, files_);
      if (const absl::Status opened = group->open(); !opened.ok()) {
        removeFolders(folders);
        return opened;
      }
      live_.insert(name);
      return group;
    }
  }

  absl::Status makeFolders(const Folders& folders) const {
    std::vector<fs::path> made;
    for (const fs::path& folder : folders.distinct()) {
      if (const absl::Status status = files_->makeGroup(folder); !status.ok()) {
        for (const fs::path& other : made) static_cast<void>(files_->removeGroup(other));
        return status;
      }
      made.push_back(folder);
    }
    return absl::OkStatus();
  }

  void removeFolders(const Folders& folders) const {
    for (const fs::path& folder : folders.distinct()) static_cast<void>(files_->removeGroup(folder));
  }
  void forget(const std::string& name) {
    MutexLock lock(mutex_);
    live_.erase(name);
  }

  const Folders base_;
  const std::vector<Folders> bases_;
  const std::shared_ptr<const CgroupFiles> files_;
  mutable Mutex mutex_;
  std::uint64_t last_ AERIE_GUARDED_BY(mutex_) = 0;
  std::set<std::string> live_ AERIE_GUARDED_BY(mutex_);
  std::vector<std::unique_ptr<V1Group>> kept_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, double> asked_ AERIE_GUARDED_BY(mutex_);  // processors, by group
  double shares_ AERIE_GUARDED_BY(mutex_) = 0;                    // as written last
};

// A limit that is written and read back: the only proof that the controllers are ours.
absl::Status proveWritable(const CgroupFiles& files, const Folders& base) {
  const Folders probe = base.child("probe");
  absl::Status status;
  for (const fs::path& folder : probe.distinct()) {
    const absl::Status made = files.makeGroup(folder);
    if (!made.ok() && !absl::IsAlreadyExists(made)) status = made;
  }
  if (status.ok()) status = files.write(probe.cpu / "cpu.cfs_quota_us", "50000");
  if (status.ok()) status = files.write(probe.memory / "memory.limit_in_bytes", "67108864");
  for (const fs::path& folder : probe.distinct()) static_cast<void>(files.removeGroup(folder));
  return status;
}

// The folders that earlier daemons of this instance used, in whatever groups they lived: every combination is
// looked at, since the hierarchies are independent of each other.
std::vector<Folders> earlierBases(const Folders& own, const CgroupMount& cpu, const CgroupMount& memory,
                                  const std::string& name) {
  std::vector<Folders> out{own};
  for (const fs::path& c : findGroups(cpu.root, name)) {
    for (const fs::path& m : findGroups(memory.root, name)) {
      if (c != own.cpu || m != own.memory) out.push_back({c, m, own.account});
    }
  }
  return out;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ResourceLimiter>> openCgroupV1(const CgroupOptions& options) {
  const auto cpu = findCgroupMount(options.proc, "cpu");
  const auto memory = findCgroupMount(options.proc, "memory");
  const auto account = findCgroupMount(options.proc, "cpuacct");
  if (!cpu) return unavailable("cgroup v1: the cpu controller is not mounted");
  if (!memory) return unavailable("cgroup v1: the memory controller is not mounted");
  const std::string name = baseName(options.instance);
  const Folders base{cpu->own / name, memory->own / name, account ? account->own / name : fs::path()};
  for (const fs::path& folder : base.distinct()) {
    const absl::Status made = options.files->makeGroup(folder);
    if (!made.ok() && !absl::IsAlreadyExists(made)) return unavailable("cgroup v1: {}", messageOf(made));
  }
  if (const absl::Status status = proveWritable(*options.files, base); !status.ok()) {
    for (const fs::path& folder : base.distinct()) static_cast<void>(options.files->removeGroup(folder));
    return unavailable("cgroup v1: {}", messageOf(status));
  }
  return std::unique_ptr<ResourceLimiter>(
      std::make_unique<V1Limiter>(base, earlierBases(base, *cpu, *memory, name), options.files));
}

}  // namespace aerie::taskrun
