// Once a second: asks all daemons for their metrics, looks at this machine, keeps the history, and decides
// what is an alert.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/experiments/experiment_repository.h"
#include "core/monitoring/alert_store.h"
#include "core/monitoring/arm_keys.h"
#include "core/monitoring/collector.h"
#include "core/monitoring/effects.h"
#include "core/monitoring/history.h"
#include "core/monitoring/host_probe.h"
#include "core/monitoring/ledger.h"
#include "core/telemetry/metrics.h"
#include "services/control/fleet_view.h"
#include "services/control/metrics_fetcher.h"

namespace aerie::control {

// Owns one thread, from start() to the destructor. The rest is thread-safe.
class Monitor final {
 public:
  struct Options {
    Duration interval = std::chrono::seconds(1);
    std::filesystem::path disk;  // whose file system is reported
  };
  Monitor(const Clock& clock, telemetry::Metrics& metrics, monitoring::History& history,
          monitoring::Ledger& ledger, monitoring::AlertStore& stored_alerts, monitoring::EffectBook& effects,
          const experiments::ExperimentRepository& experiments, FleetView fleet, Options options);
  ~Monitor();
  void start();
  void stop();

  std::vector<monitoring::Alert> alerts(bool include_resolved) const {
    return alerts_.list(include_resolved);
  }
  monitoring::HostReading host() const;
  // Of the latest look at the proxies.
  std::vector<monitoring::ArmKeys> armKeys(const std::string& experiment) const;

 private:
  void run();
  void look();
  void exportFindings(const std::vector<monitoring::Finding>& findings);
  void scrape(double seconds, std::vector<monitoring::Reading>& readings);
  void readHost(double seconds, std::vector<monitoring::Reading>& readings);
  void book(const std::vector<monitoring::Reading>& readings);
  void saveItems();
  void saveEffects(std::int64_t now_ms);
  void complain(const char* what, const absl::Status& status);

  const Clock& clock_;
  telemetry::Metrics& metrics_;
  monitoring::History& history_;
  monitoring::Ledger& ledger_;
  monitoring::AlertStore& stored_alerts_;
  monitoring::EffectBook& effects_;
  const experiments::ExperimentRepository& experiments_;
  const Options options_;
  // The thread's own.
  FleetView fleet_;
  MetricsFetcher fetcher_;
  monitoring::Collector collector_;
  monitoring::HostProbe probe_;
  std::vector<monitoring::ArmItems> items_;                 // not saved yet
  std::set<std::pair<std::string, std::string>> exported_;  // alert and subject of every condition so far
  std::vector<std::string> silent_;
  std::uint64_t looks_ = 0;
  MonoTime complained_{};

  monitoring::AlertBook alerts_;
  mutable Mutex mutex_;
  CondVar wake_;
  bool stopping_ AERIE_GUARDED_BY(mutex_) = false;
  monitoring::HostReading host_ AERIE_GUARDED_BY(mutex_);
  std::vector<monitoring::ArmKeys> arm_keys_ AERIE_GUARDED_BY(mutex_);
  std::thread thread_;
};

}  // namespace aerie::control
