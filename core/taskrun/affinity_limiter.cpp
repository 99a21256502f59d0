#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <signal.h>

#include "core/base/files.h"
#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/taskrun/cgroup_limiter.h"

namespace aerie::taskrun {
namespace {

namespace fs = std::filesystem;

constexpr char kMarkName[] = "AERIE_TASKRUN_MARK=";

// Processes carry a mark in their environment, which their children inherit: with it they are found again.
std::multimap<std::string, pid_t> markedProcesses(const fs::path& proc, const std::string& instance) {
  const std::string wanted = kMarkName + instance + "/";
  std::multimap<std::string, pid_t> out;
  std::error_code error;
  for (fs::directory_iterator it(proc, error), end; !error && it != end; it.increment(error)) {
    const std::string file = it->path().filename();
    pid_t pid = 0;
    const auto parsed = std::from_chars(file.data(), file.data() + file.size(), pid);
    if (parsed.ec != std::errc() || parsed.ptr != file.data() + file.size() || pid <= 1) continue;
    const auto text = readFile(it->path() / "environ");
    if (!text.ok()) continue;
    for (std::size_t begin = 0; begin < text->size();) {
      const std::size_t stop = std::min(text->find('\0', begin), text->size());
      const std::string entry = text->substr(begin, stop - begin);
      if (entry.rfind(wanted, 0) == 0) out.emplace(entry.substr(wanted.size()), pid);
      begin = stop + 1;
    }
  }
  return out;
}

struct Shared {
  Mutex mutex;
  std::map<int, int> tasks_of AERIE_GUARDED_BY(mutex);  // by CPU
  std::set<std::string> live AERIE_GUARDED_BY(mutex);
  std::uint64_t last AERIE_GUARDED_BY(mutex) = 0;
  std::string instance;
  fs::path proc;
};

class AffinityGroup final : public LimitGroup {
 public:
  AffinityGroup(std::string name, std::shared_ptr<Shared> shared, JoinPlan plan, std::vector<int> cpus,
                bool adopted)
      : name_(std::move(name)),
        shared_(std::move(shared)),
        plan_(std::move(plan)),
        cpus_(std::move(cpus)),
        adopted_(adopted) {}
  ~AffinityGroup() override {
    MutexLock lock(shared_->mutex);
    for (const int cpu : cpus_) --shared_->tasks_of[cpu];
  }
  const std::string& name() const override { return name_; }
  JoinPlan joinPlan() const override { return plan_; }
  absl::StatusOr<GroupUsage> usage() const override { return GroupUsage(); }
  // Reading every environment of the machine is for leftovers; a task that ended is known by its process
  // group.
  std::vector<pid_t> processes() const override {
    std::vector<pid_t> out;
    if (!adopted_) return out;
    const auto all = markedProcesses(shared_->proc, shared_->instance);
    for (auto [it, end] = all.equal_range(name_); it != end; ++it) out.push_back(it->second);
    return out;
  }
  void killAll() override {
    for (const pid_t pid : processes()) static_cast<void>(::kill(pid, SIGKILL));
  }

 private:
  const std::string name_;
  const std::shared_ptr<Shared> shared_;
  const JoinPlan plan_;
  const std::vector<int> cpus_;
  const bool adopted_;
};

class AffinityLimiter final : public ResourceLimiter {
 public:
  explicit AffinityLimiter(const CgroupOptions& options) : shared_(std::make_shared<Shared>()) {
    shared_->instance = options.instance;
    shared_->proc = options.proc;
    cpu_set_t usable;
    CPU_ZERO(&usable);
    static_cast<void>(::sched_getaffinity(0, sizeof usable, &usable));
    MutexLock lock(shared_->mutex);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
      if (CPU_ISSET(cpu, &usable)) shared_->tasks_of[cpu] = 0;
    }
    for (const auto& [name, pid] : markedProcesses(shared_->proc, shared_->instance)) {
      std::uint64_t number = 0;
      std::from_chars(name.data(), name.data() + name.size(), number);
      shared_->last = std::max(shared_->last, number);
    }
  }

  LimiterKind kind() const override { return LimiterKind::kAffinity; }

  absl::StatusOr<std::unique_ptr<LimitGroup>> make(const Limits& limits) override {
    AERIE_RETURN_IF_ERROR(checkLimits(limits.cpus, limits.memory_bytes));
    MutexLock lock(shared_->mutex);
    const std::string name = std::to_string(++shared_->last);
    JoinPlan plan;
    plan.data_limit = limits.memory_bytes;
    plan.mark = kMarkName + shared_->instance + "/" + name;
    std::vector<int> cpus = leastBusy(limits.cpus);
    if (!cpus.empty()) {
      cpu_set_t chosen;
      CPU_ZERO(&chosen);
      for (const int cpu : cpus) {
        CPU_SET(cpu, &chosen);
        ++shared_->tasks_of[cpu];
      }
      plan.affinity = chosen;
    }
    shared_->live.insert(name);
    return std::unique_ptr<LimitGroup>(
        std::make_unique<AffinityGroup>(name, shared_, std::move(plan), std::move(cpus), false));
  }

  absl::StatusOr<std::unique_ptr<LimitGroup>> adopt(const std::string& name) override {
    if (!isGroupName(name)) return invalidArgument("'{}' is no name of a group of tasks", name);
    if (markedProcesses(shared_->proc, shared_->instance).count(name) == 0)
      return notFound("no process of group {} runs", name);
    MutexLock lock(shared_->mutex);
    if (!shared_->live.insert(name).second) return alreadyExists("group {} is in use", name);
    return std::unique_ptr<LimitGroup>(
        std::make_unique<AffinityGroup>(name, shared_, JoinPlan(), std::vector<int>(), true));
  }

  absl::Status remove(std::unique_ptr<LimitGroup> group) override {
    MutexLock lock(shared_->mutex);
    shared_->live.erase(group->name());
    return absl::OkStatus();
  }

  std::vector<std::string> leftovers() const override {
    std::set<std::string> found;
    for (const auto& [name, pid] : markedProcesses(shared_->proc, shared_->instance)) {
      if (isGroupName(name)) found.insert(name);
    }
    MutexLock lock(shared_->mutex);
    for (const std::string& name : shared_->live) found.erase(name);
    return {found.begin(), found.end()};
  }

 private:
  // Whole CPUs only, so a fraction is rounded up. Empty = all of them.
  std::vector<int> leastBusy(double cpus) const AERIE_REQUIRES(shared_->mutex) {
    const auto wanted = static_cast<std::size_t>(std::ceil(cpus));
    if (wanted == 0 || wanted >= shared_->tasks_of.size()) return {};
    std::vector<std::pair<int, int>> order;
    for (const auto& [cpu, tasks] : shared_->tasks_of) order.emplace_back(tasks, cpu);
    std::sort(order.begin(), order.end());
    std::vector<int> out;
    for (std::size_t i = 0; i < wanted; ++i) out.push_back(order[i].second);
    return out;
  }

  const std::shared_ptr<Shared> shared_;
};

}  // namespace

std::unique_ptr<ResourceLimiter> openAffinity(const CgroupOptions& options) {
  return std::make_unique<AffinityLimiter>(options);
}

}  // namespace aerie::taskrun
