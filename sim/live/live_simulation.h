// A running simulation: traffic, the world's clock, labels and faults, and the loop that ties them.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "aerie/v1/simulation.pb.h"
#include "core/base/executor.h"
#include "sim/live/fault_switches.h"
#include "sim/live/live_traffic.h"
#include "sim/scenarios/scenario.h"

namespace aerie::sim {

// state() and subscribe() from any thread; they do not block. setTraffic() and setFault() block and belong on
// changes(). Between construction and destruction only changes() touches the stack.
class LiveSimulation final {
 public:
  struct Options {
    std::string use_case;
    std::string default_endpoint;
    std::string victim_endpoint;
    std::size_t traffic_begin = 0;  // flights
    std::size_t traffic_end = 0;
    double speed = 1'440;  // a day of the world in a minute
    bool start_traffic = true;
  };
  static constexpr double kMinRate = 1, kMaxRate = 2'000, kMinSpeed = 1, kMaxSpeed = 10'000;

  LiveSimulation(Stack& stack, const Scenario& scenario, const Flights& flights, const LateRates& stored,
                 const Clock& clock, Options options);
  // Stops traffic and switches every fault off.
  ~LiveSimulation();

  v1::SimulationState state() const;
  static v1::ListScenariosResponse scenarios();
  absl::Status setTraffic(const v1::SetTrafficRequest& request);
  absl::Status setFault(const v1::SetFaultRequest& request);
  // One thread: changes happen one at a time, in order.
  Executor& changes() { return changes_; }

  // `wake` is called on any thread when something may be new; it must be fast and not call back.
  int subscribe(std::function<void()> wake);
  void unsubscribe(int id);

 private:
  void loop();
  void tick();
  void strikeAsPlanned(const std::string& shape, double seconds);
  void report();
  void wakeAll();
  double secondsRunning() const;  // under the lock

  const Clock& clock_;
  const Scenario scenario_;
  const Options options_;
  const std::string control_address_;
  const std::string proxy_address_;
  WorldClock world_;
  LiveLabels labels_;
  LiveTraffic traffic_;
  std::unique_ptr<FlightSource> good_;
  std::unique_ptr<FaultSwitches> faults_;
  std::shared_ptr<grpc::Channel> control_;
  const std::int64_t started_ms_;

  mutable std::mutex mutex_;
  std::condition_variable wake_loop_;
  bool stopping_ = false;
  double rate_;
  double rate_now_ = 0;
  std::string shape_ = "steady";
  MonoTime running_since_;
  std::map<int, std::function<void()>> wakes_;
  int next_wake_ = 1;
  std::string planned_;  // the fault that the shape's plan switched on
  std::vector<v1::Outcome> unsent_;
  std::string batch_id_;

  Executor reporter_{{.threads = 1, .queue_limit = 2}};
  Executor changes_{{.threads = 1, .queue_limit = 100}};
  std::thread loop_;
};

}  // namespace aerie::sim
