// A host: what it runs, and how fast. Tasks on one host share its cores: when they want more than there are,
// all slow down alike, so a host keeps one work clock, on which every attempt has a fixed end.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "sim/cluster/result.h"
#include "sim/cluster/scenario.h"

namespace aerie::sim::cluster {

struct Attempt {
  double due = 0;  // on the work clock; given as what is left, fixed by Host::start
  std::uint64_t sequence = 0;
  std::uint32_t task = 0;
  std::int32_t lane = 0;
  std::int32_t cores = 0;   // thousandths that it keeps busy while it works
  std::int32_t cpus = 0;    // thousandths reserved
  std::int64_t memory = 0;  // reserved
  double work = 0;          // microseconds that follow the dispatch overhead; 0 once it works
  Ending ending = Ending::kFinished;
  SimTime started = 0;
};

class Host final {
 public:
  struct Size {
    int cores = 0;            // thousandths
    int cpus = 0;             // thousandths that tasks may reserve
    std::int64_t memory = 0;  // 0: not modelled
    int slots = 0;            // 0: as many as fit
    double speed = 1;
  };
  using State = HostSnapshot::State;

  explicit Host(const Size& size) : size_(size), cpus_free_(size.cpus), memory_free_(size.memory) {}

  State state = State::kStarting;
  SimTime lifecycle_at = kNever;        // its next start, loss or repair
  std::deque<std::uint32_t> reserved;   // prefetched tasks
  std::uint64_t lifecycle_changes = 0;  // numbers the draws

  bool fits(int cpus, std::int64_t memory) const;
  int running() const { return static_cast<int>(running_.size()); }
  int cpusFree() const { return cpus_free_; }
  std::int64_t memoryFree() const { return memory_free_; }
  std::int64_t memoryUsed() const { return size_.memory > 0 ? size_.memory - memory_free_ : 0; }
  int busy() const;  // thousandths of cores

  void moveTo(SimTime now);  // first, before every change
  int start(Attempt attempt);
  // The next attempt that is due; one that begins to work after its overhead is put back and not returned.
  std::optional<Attempt> takeDue();
  bool hasDue() const { return !running_.empty() && due_at_ <= now_; }
  SimTime nextDue() const { return due_at_; }
  std::vector<Attempt> loseAll();

 private:
  double rate() const;
  void schedule();
  int freeLane();
  void release(const Attempt& attempt);

  Size size_;
  int cpus_free_;
  std::int64_t memory_free_;
  int demand_ = 0;  // thousandths of cores
  double work_clock_ = 0;
  SimTime now_ = 0;
  SimTime due_at_ = kNever;
  std::vector<Attempt> running_;  // a heap, the first to end on top
  std::vector<std::uint64_t> lanes_;
};

}  // namespace aerie::sim::cluster
