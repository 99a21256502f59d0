#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <map>
#include <set>
#include <signal.h>
#include <sstream>
#include <unistd.h>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/taskrun/cgroup_limiter.h"
#include "core/taskrun/owned_fd.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;

constexpr double kProcessWeight = 100;  // what a plain process weighs beside a group
constexpr double kMaxWeight = 10'000;

class V2Group final : public LimitGroup {
 public:
  V2Group(fs::path folder, std::shared_ptr<const CgroupFiles> files)
      : name_(folder.filename()), folder_(std::move(folder)), files_(std::move(files)) {}

  absl::Status open() {
    join_ = OwnedFd(::open((folder_ / "cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC));
    if (join_) return absl::OkStatus();
    return unavailable("{}: cannot be opened; is the control group still there?", folder_.string());
  }

  absl::Status configure(const Limits& limits) const {
    if (limits.cpus > 0) {
      const std::string text = fmt::format("{} {}", cpuQuotaMicros(limits.cpus), kCpuPeriodMicros);
      AERIE_RETURN_IF_ERROR(files_->write(folder_ / "cpu.max", text));
    }
    if (limits.memory_bytes == 0) return absl::OkStatus();
    AERIE_RETURN_IF_ERROR(files_->write(folder_ / "memory.max", std::to_string(limits.memory_bytes)));
    // Absent where the kernel has no swap accounting, or is older than these files: the limit holds anyway.
    for (const auto& [file, text] : {std::pair{"memory.swap.max", "0"}, {"memory.oom.group", "1"}}) {
      const absl::Status status = files_->write(folder_ / file, text);
      if (!status.ok() && !absl::IsNotFound(status)) return status;
    }
    return absl::OkStatus();
  }

  const std::string& name() const override { return name_; }
  JoinPlan joinPlan() const override {
    JoinPlan plan;
    plan.join_files = {join_.get()};
    return plan;
  }

  absl::StatusOr<GroupUsage> usage() const override {
    GroupUsage out;
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t micros, files_->readKey(folder_ / "cpu.stat", "usage_usec"));
    out.cpu_seconds = static_cast<double>(micros) * 1e-6;
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t bytes, files_->readNumber(folder_ / "memory.current"));
    out.memory_bytes = bytes;
    AERIE_ASSIGN_OR_RETURN(out.oom_kills, files_->readKey(folder_ / "memory.events", "oom_kill"));
    if (const auto peak = files_->readNumber(folder_ / "memory.peak"); peak.ok())
      out.memory_peak_bytes = *peak;
    if (const auto held = files_->readKey(folder_ / "cpu.stat", "throttled_usec"); held.ok())
      out.throttled_seconds = static_cast<double>(*held) * 1e-6;
    return out;
  }

  std::vector<pid_t> processes() const override { return files_->processes(folder_); }
  void killAll() override {
    if (files_->write(folder_ / "cgroup.kill", "1").ok()) return;
    for (const pid_t pid : processes()) static_cast<void>(::kill(pid, SIGKILL));
  }

  const fs::path& folder() const { return folder_; }

 private:
  const std::string name_;
  const fs::path folder_;
  const std::shared_ptr<const CgroupFiles> files_;
  OwnedFd join_;
};

class V2Limiter final : public ResourceLimiter {
 public:
  V2Limiter(fs::path base, std::vector<fs::path> bases, std::shared_ptr<const CgroupFiles> files)
      : base_(std::move(base)), bases_(std::move(bases)), files_(std::move(files)) {}
  ~V2Limiter() override { static_cast<void>(files_->removeGroup(base_)); }

  LimiterKind kind() const override { return LimiterKind::kCgroupV2; }

  absl::StatusOr<std::unique_ptr<LimitGroup>> make(const Limits& limits) override {
    AERIE_RETURN_IF_ERROR(checkLimits(limits.cpus, limits.memory_bytes));
    AERIE_ASSIGN_OR_RETURN(const fs::path folder, makeFolder());
    auto group = std::make_unique<V2Group>(folder, files_);
    absl::Status status = group->configure(limits);
    if (status.ok()) status = group->open();
    if (!status.ok()) {
      static_cast<void>(files_->removeGroup(folder));
      forget(group->name());
      return status;
    }
    weigh(group->name(), limits.cpus);
    return std::unique_ptr<LimitGroup>(std::move(group));
  }

  absl::StatusOr<std::unique_ptr<LimitGroup>> adopt(const std::string& name) override {
    if (!isGroupName(name)) return invalidArgument("'{}' is no name of a control group of tasks", name);
    for (const fs::path& base : bases_) {
      std::error_code error;
      if (!fs::is_directory(base / name, error)) continue;
      auto group = std::make_unique<V2Group>(base / name, files_);
      AERIE_RETURN_IF_ERROR(group->open());
      MutexLock lock(mutex_);
      if (!live_.insert(name).second) return alreadyExists("control group {} is in use", name);
      asked_[name] = 1;  // or more; nobody knows any more
      return std::unique_ptr<LimitGroup>(std::move(group));
    }
    return notFound("control group {} is gone", name);
  }

  absl::Status remove(std::unique_ptr<LimitGroup> group) override {
    AERIE_RETURN_IF_ERROR(files_->removeGroup(static_cast<V2Group&>(*group).folder()));
    forget(group->name());
    return absl::OkStatus();
  }

  std::vector<std::string> leftovers() const override {
    std::set<std::string> found;
    for (const fs::path& base : bases_) {
      std::error_code error;
      for (fs::directory_iterator it(base, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && isGroupName(it->path().filename().string()))
          found.insert(it->path().filename());
      }
    }
    MutexLock lock(mutex_);
    for (const std::string& name : live_) found.erase(name);
    return {found.begin(), found.end()};
  }

 private:
  // A group weighs as one process, whatever runs in it. Ours weighs as the processors that its tasks asked
  // for: so beside the daemon and what else is in the group around us each of them gets what it would get
  // without a group. How that group weighs beside others is for whoever gave it to us to say. Written only
  // when tasks were added; without the file nothing but the share is lost.
  void weigh(const std::string& name, double cpus) {
    MutexLock lock(mutex_);
    asked_[name] = std::max(1.0, cpus);
    double sum = 0;
    for (const auto& [task, wanted] : asked_) sum += wanted;
    const double weight = std::min(kMaxWeight, std::round(kProcessWeight * sum));
    if (weight == weight_) return;
    if (files_->write(base_ / "cpu.weight", fmt::format("{:.0f}", weight)).ok()) weight_ = weight;
  }

  absl::StatusOr<fs::path> makeFolder() {
    MutexLock lock(mutex_);
    while (true) {
      const std::string name = std::to_string(++last_);
      const absl::Status status = files_->makeGroup(base_ / name);
      if (absl::IsAlreadyExists(status)) continue;  // a leftover's number
      AERIE_RETURN_IF_ERROR(status);
      live_.insert(name);
      return base_ / name;
    }
  }
  void forget(const std::string& name) {
    MutexLock lock(mutex_);
    live_.erase(name);
    asked_.erase(name);
  }

  const fs::path base_;
  const std::vector<fs::path> bases_;
  const std::shared_ptr<const CgroupFiles> files_;
  mutable Mutex mutex_;
  std::uint64_t last_ AERIE_GUARDED_BY(mutex_) = 0;
  std::set<std::string> live_ AERIE_GUARDED_BY(mutex_);
  std::map<std::string, double> asked_ AERIE_GUARDED_BY(mutex_);  // processors, by group
  double weight_ AERIE_GUARDED_BY(mutex_) = 0;                    // as written last
};

bool hasControllers(const CgroupFiles& files, const fs::path& file) {
  std::istringstream words(files.read(file).value_or(""));
  bool cpu = false, memory = false;
  for (std::string word; words >> word;) {
    cpu = cpu || word == "cpu";
    memory = memory || word == "memory";
  }
  return cpu && memory;
}

// A group whose children are limited may not hold processes itself: where it holds us alone, we move into a
// child.
absl::Status enableControllers(const CgroupFiles& files, const fs::path& own, const std::string& instance) {
  const fs::path control = own / "cgroup.subtree_control";
  if (hasControllers(files, control)) return absl::OkStatus();
  const absl::Status first = files.write(control, "+cpu +memory");
  if (!absl::IsFailedPrecondition(first)) return first;
  const fs::path daemon = own / ("aerie-daemon-" + instance);
  const absl::Status made = files.makeGroup(daemon);
  if (!made.ok() && !absl::IsAlreadyExists(made)) return made;
  AERIE_RETURN_IF_ERROR(files.write(daemon / "cgroup.procs", "0"));
  const absl::Status second = files.write(control, "+cpu +memory");
  if (second.ok()) return second;
  return failedPrecondition(
      "{}: other processes live in this group; run the daemon as a service of its own with Delegate=yes",
      own.string());
}

}  // namespace

absl::StatusOr<std::unique_ptr<ResourceLimiter>> openCgroupV2(const CgroupOptions& options) {
  const CgroupFiles& files = *options.files;
  const auto mount = findCgroupMount(options.proc, "");
  if (!mount) return unavailable("cgroup v2: its hierarchy is not mounted");
  fs::path own = mount->own;
  // After a restart from within: the group of tasks is beside the daemon's, not below it.
  if (own.filename() == "aerie-daemon-" + options.instance) own = own.parent_path();
  if (!hasControllers(files, own / "cgroup.controllers")) {
    return unavailable("cgroup v2: {} has no cpu and memory controllers", own.string());
  }
  if (const absl::Status status = enableControllers(files, own, options.instance); !status.ok()) {
    return unavailable("cgroup v2: {}", messageOf(status));
  }
  const fs::path base = own / baseName(options.instance);
  absl::Status status = files.makeGroup(base);
  if (status.ok() || absl::IsAlreadyExists(status))
    status = files.write(base / "cgroup.subtree_control", "+cpu +memory");
  if (!status.ok()) return unavailable("cgroup v2: {}", messageOf(status));
  std::vector<fs::path> bases{base};
  for (const fs::path& other : findGroups(mount->root, base.filename())) {
    if (other != base) bases.push_back(other);
  }
  return std::unique_ptr<ResourceLimiter>(std::make_unique<V2Limiter>(base, std::move(bases), options.files));
}

}  // namespace aerie::taskrun
