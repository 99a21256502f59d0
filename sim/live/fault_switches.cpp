#include "sim/live/fault_switches.h"

#include <condition_variable>

#include "core/base/status.h"
#include "core/features/feature_store.h"
#include "sim/faults/malformed_requests.h"
#include "sim/faults/processes.h"
#include "sim/faults/stored_tables.h"
#include "sim/scenarios/stack_faults.h"

namespace aerie::sim {
namespace {

constexpr std::chrono::milliseconds kSlowPause{40};  // of each kSlowPeriod a slow sidecar stands still
constexpr std::chrono::milliseconds kSlowPeriod{60};
constexpr std::chrono::milliseconds kMalformedPause{250};
constexpr std::string_view kSqlite = "sqlite:";
constexpr double kTurnedAround = 0.6;  // stored late rates r become this minus r, not below 0

// Sleeps unless the loop is asked to end.
void rest(const std::stop_token& stop, std::chrono::milliseconds time) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
}

}  // namespace

FaultSwitches::FaultSwitches(FaultTargets targets, const Clock& clock, std::function<void()> changed)
    : targets_(std::move(targets)), clock_(clock), changed_(std::move(changed)) {
  addProcessFaults();
  addDataFaults();
}

FaultSwitches::~FaultSwitches() { clear(); }

void FaultSwitches::add(const char* name, const char* title, const char* description, const char* look_at,
                        std::function<Seen()> strike, std::function<Seen()> undo) {
  auto fault = std::make_unique<Fault>();
  fault->state.set_name(name);
  fault->state.set_title(title);
  fault->state.set_description(description);
  fault->state.set_look_at(look_at);
  fault->state.set_kind(undo ? "switch" : "once");
  fault->strike = std::move(strike);
  fault->undo = std::move(undo);
  faults_.push_back(std::move(fault));
}

void FaultSwitches::addProcessFaults() {
  Stack& stack = targets_.stack;
  const std::string& victim = targets_.victim_endpoint;
  add("kill_worker", "Kill a worker",
      "One worker of the candidate is killed. Its neighbour takes the load until a new one serves.",
      "deployments", [this, &stack, victim] { return killWorkerOf(stack, victim); });
  add("restart_proxy", "Restart the proxy",
      "It stops and starts again. Requests in between fail; it serves from its last good config.", "overview",
      [&stack]() -> Seen {
        AERIE_RETURN_IF_ERROR(stack.stopProxy());
        AERIE_RETURN_IF_ERROR(stack.startProxy());
        return "proxy restarted";
      });
  add(
      "pause_sidecar", "Pause a model server",
      "One of the candidate's stands still. Its worker leaves the rotation; calls go elsewhere.",
      "monitoring",
      [this, &stack, victim]() -> Seen {
        // Not the slow one: its loop would wake it.
        AERIE_ASSIGN_OR_RETURN(const pid_t chosen, sidecarPid(stack, victim, slowed_));
        AERIE_RETURN_IF_ERROR(pauseProcess(chosen));
        paused_ = chosen;
        return fmt::format("model server {} stands still", chosen);
      },
      [this]() -> Seen {
        const pid_t was = std::exchange(paused_, 0);
        if (!resumeProcess(was).ok()) return fmt::format("model server {} was replaced meanwhile", was);
        return fmt::format("model server {} goes on", was);
      });
  add(
      "slow_sidecar", "Slow a model server",
      "One of the candidate's gets a third of its time. Latency rises; nothing fails.", "monitoring",
      [this, &stack, victim]() -> Seen {
        AERIE_ASSIGN_OR_RETURN(slowed_, sidecarPid(stack, victim, paused_));
        return slowSidecarLoop();
      },
      [this]() -> Seen {
        find("slow_sidecar")->loop = {};
        return fmt::format("model server {} runs at full speed", std::exchange(slowed_, 0));
      });
  add(
      "stop_control_plane", "Cut the control plane",
      "It is killed. Traffic goes on; this window is not connected until it is back.", "overview",
      [&stack]() -> Seen {
        AERIE_RETURN_IF_ERROR(stack.killControl());
        return "control plane killed";
      },
      [&stack]() -> Seen {
        AERIE_RETURN_IF_ERROR(stack.startControl());
        return "control plane back; it adopted the workers";
      });
}

void FaultSwitches::addDataFaults() {
  if (targets_.stack.featureStore().starts_with(kSqlite)) {
    add(
        "feature_store_down", "Feature store down",
        "Reads of stored features fail. Workers use what they remember for a minute, then defaults.",
        "monitoring", [this] { return renameTables(true); }, [this] { return renameTables(false); });
  }
  add(
      "feature_drift", "Feature drift",
      "Stored late rates are turned around. Version 2 uses them and gets worse within a minute.",
      "experiments", [this] { return putRates(true); }, [this] { return putRates(false); });
  add(
      "malformed_requests", "Malformed requests",
      "Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.",
      "monitoring", [this] { return sendMalformedLoop(); },
      [this]() -> Seen {
        find("malformed_requests")->loop = {};
        const std::lock_guard lock(mutex_);
        return find("malformed_requests")->state.last_effect();
      });
}

FaultSwitches::Seen FaultSwitches::putRates(bool turned) {
  AERIE_ASSIGN_OR_RETURN(const auto store, features::openFeatureStore(targets_.stack.featureStore()));
  for (const FeatureTable& table : targets_.stored.tables()) {
    frame::DataFrame rows = table.rows;
    if (turned) {
      std::vector<frame::Column> columns;
      for (const frame::Column& column : table.rows.columns()) {
        if (column.type() != frame::DataType::kDouble) {
          columns.push_back(column);
          continue;
        }
        std::vector<double> values(column.rows());
        for (std::size_t i = 0; i < values.size(); ++i)
          values[i] = std::max(0.0, kTurnedAround - column.numberAt(i));
        columns.push_back(frame::Column::ofDoubles(column.name(), std::move(values)));
      }
      AERIE_ASSIGN_OR_RETURN(rows, frame::DataFrame::create(std::move(columns)));
    }
    AERIE_RETURN_IF_ERROR(store->put(table.schema, rows));
  }
  return turned ? "stored late rates turned around" : "stored late rates as they were";
}

FaultSwitches::Seen FaultSwitches::renameTables(bool away) {
  const std::string path = targets_.stack.featureStore().substr(kSqlite.size());
  AERIE_RETURN_IF_ERROR(hideStoredTables(path, away).status());
  return away ? "reads of stored features fail" : "stored features can be read";
}

FaultSwitches::Seen FaultSwitches::sendMalformedLoop() {
  Fault* fault = find("malformed_requests");
  fault->loop = std::jthread([this, fault](const std::stop_token& stop) {
    std::size_t sent = 0, wrong = 0;
    std::string first_wrong;
    const v1::ProxyRequest good = targets_.good_request();
    while (!stop.stop_requested()) {
      const absl::Status got = sendMalformed(targets_.stack, good, sent++ % kMalformedRequests);
      if (!got.ok() && wrong++ == 0) first_wrong = toText(got);
      {
        const std::lock_guard lock(mutex_);
        fault->state.set_last_effect(
            wrong == 0 ? fmt::format("{} malformed requests, each with its clear answer", sent)
                       : fmt::format("{} of {} malformed requests got a wrong answer; first: {}", wrong, sent,
                                     first_wrong));
      }
      changed_();
      rest(stop, kMalformedPause);
    }
  });
  return "malformed requests come in";
}

FaultSwitches::Seen FaultSwitches::slowSidecarLoop() {
  find("slow_sidecar")->loop = std::jthread([pid = slowed_](const std::stop_token& stop) {
    while (!stop.stop_requested() && pauseProcess(pid).ok()) {
      rest(stop, kSlowPause);
      resumeProcess(pid).IgnoreError();
      rest(stop, kSlowPeriod - kSlowPause);
    }
  });
  return fmt::format("model server {} gets a third of its time", slowed_);
}

FaultSwitches::Fault* FaultSwitches::find(const std::string& name) const {
  for (const auto& fault : faults_) {
    if (fault->state.name() == name) return fault.get();
  }
  return nullptr;
}

bool FaultSwitches::known(const std::string& name) const { return find(name) != nullptr; }

bool FaultSwitches::isSwitch(const std::string& name) const {
  const Fault* fault = find(name);
  return fault != nullptr && fault->undo != nullptr;
}

std::string FaultSwitches::traffic(const Fault& fault) const {
  const TrafficCounts now = targets_.counts();
  return fmt::format("{} requests, {} failed meanwhile", now.answered - fault.before.answered,
                     now.failed - fault.before.failed);
}

absl::Status FaultSwitches::set(const std::string& name, bool on) {
  Fault* fault = find(name);
  if (fault == nullptr) return notFound("there is no fault '{}'", name);
  const bool once = !fault->undo;
  {
    const std::lock_guard lock(mutex_);
    if (fault->state.on() == on) return absl::OkStatus();
    fault->state.set_busy(true);
  }
  changed_();
  if (on) {
    fault->before = targets_.counts();
    fault->since = clock_.monoNow();
  }
  Seen seen = on ? fault->strike() : fault->undo();
  if (seen.ok() && (once || !on)) {
    const double seconds = std::chrono::duration<double>(clock_.monoNow() - fault->since).count();
    seen = once ? fmt::format("{}; {}", *seen, traffic(*fault))
                : fmt::format("{} after {:.1f} s; {}", *seen, seconds, traffic(*fault));
  }
  finish(*fault, on, seen);
  changed_();
  return seen.status();
}

void FaultSwitches::finish(Fault& fault, bool on, const Seen& seen) {
  const std::lock_guard lock(mutex_);
  fault.state.set_busy(false);
  fault.state.set_changed_unix_ms(unixMillis(clock_.wallNow()));
  fault.state.set_last_effect(seen.ok() ? *seen
                                        : (on ? "not struck: " : "not undone: ") + toText(seen.status()));
  if (!seen.ok()) return;
  fault.state.set_on(on && fault.undo != nullptr);
  if (on) fault.state.set_strikes(fault.state.strikes() + 1);
}

void FaultSwitches::clear() {
  for (const auto& fault : faults_) {
    if (fault->state.on()) set(fault->state.name(), false).IgnoreError();
  }
}

std::vector<v1::SimulationFault> FaultSwitches::states() const {
  const std::lock_guard lock(mutex_);
  std::vector<v1::SimulationFault> result;
  for (const auto& fault : faults_) result.push_back(fault->state);
  return result;
}

}  // namespace aerie::sim
