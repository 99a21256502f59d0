#include "core/taskrun/host_sampler.h"

#include <algorithm>
#include <sstream>

#include "core/base/files.h"

namespace aerie::taskrun {

HostSampler::HostSampler(std::filesystem::path disk, std::filesystem::path proc)
    : proc_(proc), probe_(std::move(disk), std::move(proc)) {}

HostSample HostSampler::sample(double seconds, const std::map<std::string, GroupUsage>& usages) {
  HostSample out;
  const monitoring::HostReading machine = probe_.read(seconds, {});
  out.host = machine.name;
  out.capacity_cores = machine.cores;
  out.busy_cores = machine.cpu_percent / 100 * machine.cores;
  out.memory_used = machine.memory_used;
  out.memory_total = machine.memory_total;
  out.load = machine.load;
  sampleCores(out);

  const double passed = seconds - seconds_;
  std::map<std::string, Before> now;
  for (const auto& [id, usage] : usages) {
    TaskSample task{id, 0, usage.memory_bytes.value_or(0), 0};
    const Before here{usage.cpu_seconds.value_or(0), usage.throttled_seconds.value_or(0)};
    const auto before = tasks_.find(id);
    if (!first_ && passed > 0 && before != tasks_.end()) {
      task.busy_cores = std::max(0.0, here.cpu_seconds - before->second.cpu_seconds) / passed;
      const double held = std::max(0.0, here.throttled_seconds - before->second.throttled_seconds);
      task.throttled_share = std::min(1.0, held / passed);
    }
    now.emplace(id, here);
    out.tasks.push_back(std::move(task));
  }
  tasks_ = std::move(now);
  seconds_ = seconds;
  first_ = false;
  return out;
}

void HostSampler::sampleCores(HostSample& out) {
  std::istringstream stat(readFile(proc_ / "stat").value_or(""));
  std::vector<Ticks> now;
  for (std::string line; std::getline(stat, line);) {
    std::istringstream in(line);
    std::string key;
    in >> key;
    if (key.rfind("cpu", 0) != 0 || key.size() == 3) continue;
    Ticks ticks;
    // user nice system idle iowait irq softirq steal; the guests' time is in the first two already.
    double value = 0;
    for (int i = 0; i < 8 && in >> value; ++i) {
      ticks.all += value;
      if (i != 3 && i != 4) ticks.busy += value;
    }
    now.push_back(ticks);
  }
  out.core_busy.assign(now.size(), 0);
  for (std::size_t i = 0; i < now.size() && i < cores_.size(); ++i) {
    const double all = now[i].all - cores_[i].all;
    if (all > 0) out.core_busy[i] = std::clamp((now[i].busy - cores_[i].busy) / all, 0.0, 1.0);
  }
  cores_ = std::move(now);
}

}  // namespace aerie::taskrun
