// The simulator's inside: state, events, placement. ClusterSimulation is its face.
#pragma once

#include <absl/status/status.h>
#include <queue>
#include <vector>

#include "sim/cluster/arrivals.h"
#include "sim/cluster/host.h"
#include "sim/cluster/host_heap.h"
#include "sim/cluster/result.h"
#include "sim/cluster/scenario.h"
#include "sim/cluster/tally.h"
#include "sim/cluster/task_queue.h"

namespace aerie::sim::cluster {

class Engine final {
 public:
  // The scenario is valid.
  Engine(ClusterScenario scenario, Observer* observer, const Recording& recording);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  const ClusterScenario& scenario() const { return scenario_; }
  SimTime now() const { return now_; }
  bool finished() const { return finished_; }
  SimTime nextEvent() const;
  absl::Status advanceTo(SimTime limit);
  Snapshot snapshot() const;
  ClusterResult result() const;

 private:
  struct Task {
    SimTime submitted = 0;
    double work = 0;          // microseconds at speed 1, with the CPUs that it asked for
    std::int64_t memory = 0;  // really used
    std::uint32_t index = 0;  // in its group
    std::uint16_t group = 0;
    std::uint16_t attempts = 0;
    std::uint16_t task_class = 0;
  };
  struct Retry {
    SimTime at = 0;
    std::uint64_t sequence = 0;
    std::uint32_t task = 0;
    bool operator>(const Retry& other) const {
      return at != other.at ? at > other.at : sequence > other.sequence;
    }
  };

  bool rightSized() const { return scenario_.queue.concurrency_per_host == 0; }
  SimTime nextChange() const;  // without the horizon
  void moveTo(SimTime now);
  void handle();
  void handleHost(std::size_t host);
  void handleLifecycle(std::size_t host);
  void hostIsReady(std::size_t host);
  void hostIsLost(std::size_t host);
  std::int64_t capacity() const;
  // Around every change of a host.
  void touch(std::size_t host);
  void settle(std::size_t host);

  void submit(std::size_t group, std::int64_t count);
  std::vector<std::uint32_t> orderOf(const TaskGroup& group, const std::vector<Task>& tasks) const;
  void enqueue(std::uint32_t task);
  void endAttempt(std::size_t host, const Attempt& attempt, Ending ending);
  void endForGood(std::size_t group);

  // Starts what can start. After an event of one host, only that host can have got room.
  void dispatch(std::size_t changed_host);
  void pullOnFreeSlot(std::size_t changed_host);
  void startReserved(std::size_t host);
  void deliverAhead(std::size_t changed_host);
  bool startOldest(std::size_t changed_host);
  std::uint16_t oldestClass() const;
  std::size_t hostFor(const TaskClass& wanted, std::size_t changed_host) const;
  bool fits(const Host& host, const TaskClass& wanted) const;
  bool atBound(std::size_t group) const;
  void start(std::size_t host, std::uint32_t task);
  Attempt attemptOf(const Host& host, const Task& task) const;
  void tell(TaskEvent::Kind kind, std::uint32_t task, std::int32_t host = -1, std::int32_t lane = -1,
            Ending ending = Ending::kFinished);

  static constexpr std::size_t kAnyHost = static_cast<std::size_t>(-1);

  const ClusterScenario scenario_;
  Observer* const observer_;
  const Recording recording_;
  const int slots_per_host_;
  int hosts_ready_ = 0;
  SimTime now_ = 0;
  bool finished_ = false;
  std::uint64_t events_ = 0;

  std::vector<Host> hosts_;
  HostHeap host_events_;
  std::vector<ArrivalProcess> arrivals_;
  std::priority_queue<Retry, std::vector<Retry>, std::greater<>> retries_;
  std::uint64_t next_retry_ = 0, next_attempt_ = 0;
  std::vector<Task> tasks_;
  std::vector<std::uint32_t> next_index_;  // of each group
  std::int64_t own_open_ = 0;              // own tasks without an end

  TaskQueue queue_;
  bool queue_grew_ = false;    // since the last dispatch
  bool bound_held_ = false;    // the last dispatch left tasks that only max_in_flight holds back
  std::size_t next_host_ = 0;  // whose turn it is, with prefetch
  Level level_;
  Tally tally_;
};

}  // namespace aerie::sim::cluster
