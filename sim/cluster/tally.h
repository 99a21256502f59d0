// Measures a simulation while it runs: integrals over time, series, waits, the timeline.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/cluster/result.h"
#include "sim/cluster/step_series.h"

namespace aerie::sim::cluster {

// The state between two events; cores in thousandths.
struct Level {
  std::int64_t capacity = 0, slots_used = 0, own_running = 0, queued = 0;
  std::int64_t cores_ready = 0, cores_busy = 0;
};

class Tally final {
 public:
  Tally(const ClusterScenario& scenario, const Recording& recording);

  // The level held from the last call until `now`.
  void moveTo(SimTime now, const Level& level);
  // Of one host, until `now`.
  void hostMovesTo(std::size_t host, SimTime now, int running, int cores_busy) {
    if (!hosts_.empty()) {
      hosts_[host].add(now, {static_cast<double>(running), static_cast<double>(cores_busy) / 1'000});
    }
  }

  GroupResult& group(std::size_t index) { return groups_[index].result; }
  const GroupResult& group(std::size_t index) const { return groups_[index].result; }
  void submitted(std::size_t group, std::int64_t count);
  void started(std::size_t group, SimTime waited, bool first_attempt);
  void finished(std::size_t group, SimTime turnaround, double duration_us);
  void ended(std::size_t group);  // for good, either way
  void record(const TimelineBar& bar);

  struct HostLevel {
    int running = 0;
    int cores_busy = 0;  // thousandths
  };
  // Everything until the last moveTo(). `hosts` held their levels since their last call.
  ClusterResult result(const ClusterScenario& scenario, const std::vector<HostLevel>& hosts) const;

 private:
  static constexpr std::size_t kChannels = 6;
  // Integrals over microseconds from the start.
  struct Integrals {
    double capacity = 0, slots = 0, ready = 0, busy = 0, own = 0, queue = 0, idle = 0;
  };
  struct Group {
    GroupResult result;
    std::vector<double> waits, turnarounds, slowdowns;
  };
  void addSeries(ClusterResult& result, const std::vector<HostLevel>& hosts) const;

  const std::size_t timeline_limit_;
  SimTime now_ = 0;
  Integrals total_, at_submission_, at_last_end_;
  std::optional<SimTime> own_submitted_, own_started_, own_ended_;
  std::int64_t peak_own_ = 0, peak_queue_ = 0;
  std::vector<Group> groups_;
  StepSeries<kChannels> series_;
  std::vector<StepSeries<2>> hosts_;
  std::vector<TimelineBar> timeline_;
  std::uint64_t dropped_ = 0;
};

// Sorts the values.
Statistics statisticsOf(std::vector<double>& values);

}  // namespace aerie::sim::cluster
