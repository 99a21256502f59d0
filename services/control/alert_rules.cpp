#include "services/control/alert_rules.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/monitoring/conditions.h"

namespace aerie::control {
namespace {

struct Rule {
  std::string alert;
  std::string expression;
  std::string hold;
  std::string severity;
  std::string summary;
};

// JSON strings are YAML strings; expressions and texts hold quotes and braces.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

std::string rulesYaml(const std::string& title, const std::string& group, const std::string& labels,
                      const std::vector<Rule>& rules) {
  std::string yaml =
      fmt::format("# {}, written by aerie-control.\ngroups:\n- name: {}\n  interval: 30s\n  rules:\n", title,
                  quoted(group));
  for (const Rule& rule : rules) {
    yaml += fmt::format(
        "  - alert: {}\n    expr: {}\n    for: {}\n    labels: {{severity: {}, {}}}\n"
        "    annotations: {{summary: {}}}\n",
        rule.alert, quoted(rule.expression), rule.hold, rule.severity, labels, quoted(rule.summary));
  }
  return yaml;
}

// A condition as the control plane sees it; a short one is not missed between two scrapes.
std::string seenByControl(const std::string& alert) {
  return fmt::format("max by (subject) (max_over_time(aerie_control_condition{{condition=\"{}\"}}[1m])) == 1",
                     alert);
}

}  // namespace

std::string alertRules(const deploy::DeploymentSpec& spec, const std::string& environment) {
  const std::string& endpoint = spec.endpoint;
  const std::string match = fmt::format("endpoint=\"{}\"", endpoint);
  // A worker that uses more than half of what the proxy grants it has no room for a retry.
  const double latency_limit =
      static_cast<double>(spec.timeout_ms) / 1000.0 * monitoring::limits::kTimeoutShare;
  const std::vector<Rule> rules = {
      {"AerieWorkerLatencyHigh",
       fmt::format(
           "histogram_quantile(0.99, sum by (le) (rate(aerie_worker_request_seconds_bucket{{{}}}[5m]))) > {}",
           match, latency_limit),
       "5m", "page", "p99 latency of " + endpoint + " is {{ $value }} s, over half of its timeout"},
      {"AerieWorkerErrorsHigh",
       fmt::format("sum(rate(aerie_worker_rows_total{{{0},code!=\"OK\"}}[5m])) / "
                   "sum(rate(aerie_worker_rows_total{{{0}}}[5m])) > {1}",
                   match, monitoring::limits::kErrorShare),
       "5m", "page", "{{ $value | humanizePercentage }} of the rows of " + endpoint + " fail"},
      {"AerieWorkerNoTraffic",
       fmt::format("sum(rate(aerie_worker_requests_total{{{0}}}[10m])) == 0 or "
                   "absent(aerie_worker_requests_total{{{0}}})",
                   match),
       "15m", "ticket", endpoint + " gets no requests"},
      {"AerieWorkerDefaultsHigh",
       fmt::format(
           "sum by (feature) (rate(aerie_worker_feature_defaults_total{{{0}}}[15m])) / on() group_left "
           "sum(rate(aerie_worker_rows_total{{{0}}}[15m])) > {1}",
           match, monitoring::limits::kDefaultsShare),
       "15m", "ticket",
       "feature {{ $labels.feature }} of " + endpoint +
           " falls back to its default in {{ $value | humanizePercentage }} of the rows"},
      {"AerieFeatureStoreErrors",
       fmt::format("sum(increase(aerie_worker_feature_store_errors_total{{{}}}[1m])) > 0", match), "0m",
       "ticket", endpoint + " does not reach its feature store and answers with defaults"},
      {"AerieWorkerFeatureLogDrops",
       fmt::format("sum(increase(aerie_worker_feature_log_dropped_total{{{}}}[15m])) > 0", match), "1m",
       "ticket", endpoint + " lost {{ $value }} records of its feature log in 15 minutes"},
      {"AerieWorkerVersionMismatch",
       fmt::format("count(count by (version) (aerie_worker_info{{{}}})) > 1", match), "10m", "page",
       "replicas of " + endpoint + " answer with {{ $value }} different versions for over 10 minutes"},
      {"AerieWorkerNotReady", fmt::format("min(aerie_worker_ready{{{}}}) == 0", match), "5m", "page",
       "a replica of " + endpoint + " is not ready"},
  };
  return rulesYaml(fmt::format("Alerts of worker endpoint {} ({})", endpoint, environment),
                   "aerie_" + endpoint,
                   fmt::format("endpoint: {}, model: {}, environment: {}", quoted(endpoint),
                               quoted(spec.model), quoted(environment)),
                   rules);
}

std::string fleetRules(const std::string& environment) {
  const std::vector<Rule> rules = {
      {"AerieProxyNotConnected", seenByControl("AerieProxyNotConnected"), "1m", "ticket",
       "proxy {{ $labels.subject }} has no stream to the control plane and serves its last config"},
      {"AerieProxyConfigRefused", "aerie_proxy_config_refused == 1", "0m", "page",
       "the proxy at {{ $labels.instance }} refused the newest config and serves the one before"},
      {"AerieProxyNoConfig", "aerie_proxy_config_revision == 0", "1m", "page",
       "the proxy at {{ $labels.instance }} has no config and refuses every request"},
      {"AerieUseCaseErrorsHigh",
       fmt::format("sum by (use_case) (rate(aerie_proxy_items_total{{code!=\"OK\"}}[5m])) / "
                   "sum by (use_case) (rate(aerie_proxy_items_total[5m])) > {}",
                   monitoring::limits::kErrorShare),
       "1m", "page", "{{ $value | humanizePercentage }} of the items of {{ $labels.use_case }} fail"},
      {"AerieReplicaDown", seenByControl("AerieReplicaDown"), "0m", "ticket",
       "a replica of {{ $labels.subject }} is down"},
      {"AerieReplicaCrashed", seenByControl("AerieReplicaCrashed"), "0m", "ticket",
       "a replica of {{ $labels.subject }} ended unexpectedly and was started again"},
      {"AerieRolloutFailed", seenByControl("AerieRolloutFailed"), "0m", "ticket",
       "the rollout of {{ $labels.subject }} failed"},
      {"AerieScrapeFailed", "up{job=~\"aerie.*\"} == 0", "1m", "ticket",
       "{{ $labels.job }} at {{ $labels.instance }} does not answer at its metrics address"},
  };
  return rulesYaml(fmt::format("Alerts of the fleet ({})", environment), "aerie_fleet",
                   fmt::format("environment: {}", quoted(environment)), rules);
}

std::string scrapeTargets(const std::vector<ScrapeTarget>& targets) {
  nlohmann::json out = nlohmann::json::array();
  for (const ScrapeTarget& target : targets) {
    nlohmann::json labels = nlohmann::json::object();
    for (const auto& [name, value] : target.labels) labels[name] = value;
    out.push_back({{"targets", {target.address}}, {"labels", labels}});
  }
  return out.dump(2) + "\n";
}

absl::Status syncRuleFiles(const std::filesystem::path& directory,
                           const std::vector<deploy::DeploymentSpec>& specs, const std::string& environment) {
  AERIE_RETURN_IF_ERROR(makeDirectories(directory));
  std::map<std::string, std::string> wanted = {{kFleetRuleFile, fleetRules(environment)}};
  for (const deploy::DeploymentSpec& spec : specs)
    wanted[spec.endpoint + ".yml"] = alertRules(spec, environment);
  for (const auto& [name, text] : wanted) {
    const std::filesystem::path file = directory / name;
    if (readFile(file).value_or("") != text) AERIE_RETURN_IF_ERROR(writeFileAtomic(file, text));
  }
  std::error_code error;
  for (std::filesystem::directory_iterator it(directory, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    std::error_code ignored;
    if (it->path().extension() == ".yml" && !wanted.contains(name))
      std::filesystem::remove(it->path(), ignored);
  }
  return absl::OkStatus();
}

}  // namespace aerie::control
