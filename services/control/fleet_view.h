// What the monitor needs to know of the rest of the control plane: whom to ask for metrics, what is deployed,
// what processes are called.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/deploy/controller.h"
#include "core/monitoring/collector.h"
#include "core/monitoring/conditions.h"
#include "services/control/config_store.h"
#include "services/control/control_options.h"
#include "services/control/proxy_table.h"

namespace aerie::control {

struct ScrapeJob {
  monitoring::Target target;
  std::string daemon;  // for people: "worker arrival_delay_v1-0"
  std::string address;
};

// One thread. Reads the settings file of a replica once for each of its processes.
class FleetView final {
 public:
  FleetView(const ControlOptions& options, const deploy::DeploymentController& deployments,
            const ProxyTable& proxies, const ConfigStore& configs)
      : options_(options), deployments_(deployments), proxies_(proxies), configs_(configs) {}

  static constexpr auto kCrashShown = std::chrono::seconds(30);
  // Takes the state of this moment; the rest answers from it.
  void look(MonoTime now);
  const std::vector<ScrapeJob>& jobs() const { return jobs_; }
  const monitoring::Fleet& fleet() const { return fleet_; }
  const std::map<std::int64_t, std::string>& processNames() const { return names_; }
  // Labels of the series of a process that processNames() named.
  const std::map<std::string, monitoring::Labels>& labelsByName() const { return labels_; }

 private:
  void lookAt(const deploy::Deployment& deployment, MonoTime now);
  bool crashedLately(const deploy::Replica& replica, MonoTime now);
  void addJob(const std::string& kind, const std::string& name, const monitoring::Labels& labels,
              const std::string& address, double batch_size);
  std::string metricsAddress(const deploy::Replica& replica);

  const ControlOptions& options_;
  const deploy::DeploymentController& deployments_;
  const ProxyTable& proxies_;
  const ConfigStore& configs_;
  std::vector<ScrapeJob> jobs_;
  monitoring::Fleet fleet_;
  std::map<std::int64_t, std::string> names_;
  std::map<std::string, monitoring::Labels> labels_;
  struct Known {
    std::int64_t pid = 0;
    std::string address;
  };
  std::map<std::string, Known> addresses_;  // by replica
  struct Restarts {
    std::uint32_t count = 0;
    MonoTime shown_until{};
  };
  std::map<std::string, Restarts> restarts_;  // likewise
};

}  // namespace aerie::control
