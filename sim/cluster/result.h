// What a simulation saw: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

enum class Ending { kFinished, kFailed, kOutOfMemory, kHostLost };

// Seconds, or a ratio; percentiles by nearest rank. All 0 without values.
struct Statistics {
  double mean = 0, p50 = 0, p95 = 0, p99 = 0, max = 0;
};

struct GroupResult {
  std::string name;
  bool own = false;
  // submitted = queued + running + finished + failed, at every moment. Waiting for a retry counts as queued.
  std::int64_t submitted = 0, queued = 0, running = 0, finished = 0, failed = 0;
  std::int64_t attempts = 0, retries = 0;
  std::int64_t failed_attempts = 0, out_of_memory = 0, host_lost = 0;
  Statistics wait;        // submission to first start
  Statistics turnaround;  // submission to the end, of finished tasks
  Statistics slowdown;    // turnaround / duration, of finished tasks
};

// Mean values of an interval.
struct UtilisationSample {
  SimTime begin = 0;
  SimTime end = 0;
  double capacity = 0;     // slots of ready hosts
  double slots_used = 0;   // tasks that hold one
  double cores_ready = 0;  // of ready hosts
  double cores_busy = 0;
  double own_running = 0;
  double queued = 0;  // in the queue or reserved by a host
};

struct HostSample {
  double slots_used = 0;
  double cores_busy = 0;
};

// One attempt on one slot of one host.
struct TimelineBar {
  std::uint32_t task = 0;  // in its group, as listed
  std::uint16_t group = 0;
  std::uint16_t attempt = 1;
  std::int32_t host = 0;
  std::int32_t lane = 0;  // the host's slot, from 0
  Ending ending = Ending::kFinished;
  SimTime submitted = 0;
  SimTime started = 0;
  SimTime ended = 0;
};

struct ClusterResult {
  bool complete = false;  // the simulation came to its end
  SimTime end = 0;        // of what is reported
  std::uint64_t events = 0;

  SimTime makespan = 0;         // first own submission to the end of the last own task
  SimTime wait_to_first = 0;    // first own submission to the first own start
  double mean_concurrency = 0;  // own tasks, from the first own start to the last own end
  std::int64_t peak_concurrency = 0;
  double cpu_utilisation = 0;   // busy cores / cores of ready hosts, from own submission to the last own end
  double slot_utilisation = 0;  // likewise, of slots
  double idle_share = 0;        // of the whole time: no task ran
  double mean_queue = 0, peak_queue = 0;

  double hours_paid = 0;  // of each host: the whole time and the idle timeout
  double cost = 0;        // hosts x hours_paid x price
  double core_hours_paid = 0, core_hours_used = 0;

  std::vector<GroupResult> groups;  // as in the scenario
  std::vector<UtilisationSample> series;
  std::vector<std::vector<HostSample>> host_series;  // by host; the intervals are those of `series`
  std::vector<TimelineBar> timeline;                 // by end
  std::uint64_t bars_dropped = 0;                    // after the recording was full
};

struct HostSnapshot {
  enum class State { kStarting, kReady, kDown };
  State state = State::kStarting;
  int running = 0, reserved = 0;
  double cores_busy = 0;
  std::int64_t memory_used = 0;
};

struct Snapshot {
  SimTime now = 0;
  bool finished = false;
  std::int64_t capacity = 0, slots_used = 0, own_running = 0, queued = 0;
  double cores_ready = 0, cores_busy = 0;
  std::vector<HostSnapshot> hosts;
  std::vector<GroupResult> groups;  // counts; statistics are those of ClusterResult
};

inline constexpr int kMaxSeriesHosts = 10'000;

// How much is kept. Memory: series_points x (hosts + 1) samples, timeline_bars bars.
struct Recording {
  std::size_t series_points = 600;  // intervals double until the series fits
  std::size_t timeline_bars = 100'000;
  bool host_series = true;                 // of clusters up to kMaxSeriesHosts
  std::uint64_t max_events = 200'000'000;  // then ResourceExhausted
};

struct TaskEvent {
  enum class Kind { kSubmitted, kStarted, kEnded, kRetried, kGivenUp };
  Kind kind = Kind::kSubmitted;
  SimTime time = 0;
  std::uint32_t task = 0;
  std::uint16_t group = 0;
  std::uint16_t attempt = 0;
  std::int32_t host = -1, lane = -1;  // of kStarted and kEnded
  Ending ending = Ending::kFinished;  // of kEnded
};

struct HostEvent {
  enum class Kind { kReady, kLost, kRepaired };
  Kind kind = Kind::kReady;
  SimTime time = 0;
  std::int32_t host = 0;
};

// Told of everything in order of time, from within the call that advances the simulation.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void onTask(const TaskEvent&) {}
  virtual void onHost(const HostEvent&) {}
};

}  // namespace aerie::sim::cluster
