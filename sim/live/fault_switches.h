// The faults of a running simulation as switches: what each does, whether it is on, what was seen.
#pragma once

#include <absl/status/status.h>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "aerie/v1/simulation.pb.h"
#include "sim/live/live_traffic.h"
#include "sim/scenarios/stack.h"
#include "sim/world/late_rates.h"

namespace aerie::sim {

struct FaultTargets {
  Stack& stack;
  const LateRates& stored;      // what the feature store holds in good times
  std::string victim_endpoint;  // one that is not the default of its use case
  std::function<v1::ProxyRequest()> good_request;
  std::function<TrafficCounts()> counts;
};

// set() and clear() from one thread, which is the one that owns the stack; states() from any.
class FaultSwitches final {
 public:
  explicit FaultSwitches(FaultTargets targets, const Clock& clock, std::function<void()> changed);
  ~FaultSwitches();  // clear()

  // NotFound for an unknown name. Blocks until the fault is switched; nothing happens when it is so already.
  // A fault that could not be struck stays off, and its last effect says why.
  absl::Status set(const std::string& name, bool on);
  // Everything off, as at the end of the simulation.
  void clear();
  std::vector<v1::SimulationFault> states() const;
  bool known(const std::string& name) const;
  // It lasts until it is switched off. False for an unknown name.
  bool isSwitch(const std::string& name) const;

 private:
  using Seen = absl::StatusOr<std::string>;
  struct Fault {
    v1::SimulationFault state;
    std::function<Seen()> strike;
    std::function<Seen()> undo;  // switches only
    TrafficCounts before;
    MonoTime since;
    std::jthread loop;  // of faults that go on by themselves
  };
  void add(const char* name, const char* title, const char* description, const char* look_at,
           std::function<Seen()> strike, std::function<Seen()> undo = {});
  void addProcessFaults();
  void addDataFaults();
  Fault* find(const std::string& name) const;
  void finish(Fault& fault, bool on, const Seen& seen);
  std::string traffic(const Fault& fault) const;
  Seen putRates(bool turned);
  Seen renameTables(bool away);
  Seen sendMalformedLoop();
  Seen slowSidecarLoop();

  const FaultTargets targets_;
  const Clock& clock_;
  const std::function<void()> changed_;
  mutable std::mutex mutex_;  // guards the states
  std::vector<std::unique_ptr<Fault>> faults_;
  pid_t paused_ = 0;  // 0: none; never the same as the slow one
  pid_t slowed_ = 0;
};

}  // namespace aerie::sim
