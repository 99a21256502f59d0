#include "services/control/monitoring_service.h"

#include <cmath>
#include <set>

#include "core/base/status.h"
#include "core/monitoring/experiment_results.h"
#include "core/monitoring/measures.h"

namespace aerie::control {
namespace {

using services::Caller;
using services::Role;

constexpr std::uint32_t kMarkersRead = 5'000;  // of the newest audit entries
constexpr std::int64_t kRecentMs = 15 * 60'000;

// The kind of marker that an audited action is, or "".
std::string markerKind(const std::string& action) {
  if (action.starts_with("deployment.")) return "deploy";
  if (action == "registry.promote") return "promotion";
  if (action == "routing.apply") return "routing";
  if (action.starts_with("experiment.")) return "experiment";
  return "";
}

void fill(v1::Interval& out, const stats::Interval& interval) {
  out.set_low(interval.low);
  out.set_high(interval.high);
}

void fill(v1::OutcomeResult& out, const monitoring::OutcomeComparison& outcome) {
  out.set_metric(outcome.metric);
  out.set_count(outcome.sums.count);
  out.set_mean(outcome.sums.mean());
  if (outcome.mean) fill(*out.mutable_mean_interval(), *outcome.mean);
  if (!outcome.difference) return;
  out.set_difference(outcome.difference->value);
  fill(*out.mutable_difference_interval(), outcome.difference->interval);
  out.set_p_value(outcome.difference->p_value);
}

absl::Status checkOutcome(const v1::Outcome& o) {
  if (o.metric().empty() || o.metric().size() > 64)
    return invalidArgument("an outcome of experiment '{}' needs a metric of 1 to 64 bytes", o.experiment());
  if (o.count() == 0 || !std::isfinite(o.sum()) || !std::isfinite(o.sum_squares()) || o.sum_squares() < 0) {
    return invalidArgument("outcome {} of {}/{}: count must be above 0, sum and sum_squares finite",
                           o.metric(), o.experiment(), o.arm());
  }
  return absl::OkStatus();
}

}  // namespace

grpc::ServerUnaryReactor* MonitoringService::QueryMetrics(grpc::CallbackServerContext* context,
                                                          const v1::QueryMetricsRequest* request,
                                                          v1::QueryMetricsResponse* response) {
  return answer(environment_, context, "QueryMetrics", Role::kViewer,
                [=, this](const Caller&) { return query(*request, *response); });
}

absl::Status MonitoringService::query(const v1::QueryMetricsRequest& request,
                                      v1::QueryMetricsResponse& response) const {
  if (request.to_unix_ms() <= request.from_unix_ms())
    return invalidArgument("the time range is empty: to_unix_ms must be after from_unix_ms");
  if (request.selectors_size() > kMaxSelectors)
    return invalidArgument("{} selectors, at most {} in one query", request.selectors_size(), kMaxSelectors);
  const std::uint32_t points =
      request.max_points() == 0 ? kDefaultPoints : std::min(request.max_points(), kMaxPoints);
  const monitoring::Window window = history_.window(request.from_unix_ms(), request.to_unix_ms(), points);
  response.set_step_ms(window.step_ms);
  response.set_oldest_unix_ms(history_.oldestMs());
  for (int i = 0; i < request.selectors_size(); ++i) {
    const v1::MetricSelector& wanted = request.selectors(i);
    monitoring::Selector selector;
    selector.metric = wanted.metric();
    selector.labels.insert(wanted.labels().begin(), wanted.labels().end());
    selector.group_by.assign(wanted.group_by().begin(), wanted.group_by().end());
    AERIE_ASSIGN_OR_RETURN(const std::vector<monitoring::Line> lines,
                           monitoring::measure(history_, selector, window));
    for (const monitoring::Line& line : lines) {
      v1::MetricSeries& series = *response.add_series();
      series.set_metric(wanted.metric());
      series.set_selector(static_cast<std::uint32_t>(i));
      for (const auto& [name, value] : line.labels) (*series.mutable_labels())[name] = value;
      series.mutable_points()->Reserve(static_cast<int>(line.points.size()));
      for (const monitoring::Point& p : line.points) {
        v1::MetricPoint& point = *series.add_points();
        point.set_unix_ms(p.unix_ms);
        point.set_value(p.value);
      }
    }
  }
  return absl::OkStatus();
}

grpc::ServerUnaryReactor* MonitoringService::ListAlerts(grpc::CallbackServerContext* context,
                                                        const v1::ListAlertsRequest* request,
                                                        v1::ListAlertsResponse* response) {
  return answer(environment_, context, "ListAlerts", Role::kViewer, [=, this](const Caller&) {
    for (const monitoring::Alert& a : monitor_.alerts(request->include_resolved())) {
      v1::Alert& out = *response->add_alerts();
      out.set_id(a.id);
      out.set_name(a.finding.alert);
      out.set_severity(monitoring::name(a.finding.severity));
      out.set_state(a.resolved_ms == 0 ? "firing" : "resolved");
      out.set_subject_kind(a.finding.subject_kind);
      out.set_subject(a.finding.subject);
      out.set_message(a.finding.message);
      out.set_since_unix_ms(a.since_ms);
      out.set_resolved_unix_ms(a.resolved_ms);
      out.set_value(a.finding.value);
      out.set_threshold(a.finding.threshold);
      out.mutable_facts()->insert(a.finding.facts.begin(), a.finding.facts.end());
    }
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* MonitoringService::ListMarkers(grpc::CallbackServerContext* context,
                                                         const v1::ListMarkersRequest* request,
                                                         v1::ListMarkersResponse* response) {
  return answer(environment_, context, "ListMarkers", Role::kViewer,
                [=, this](const Caller&) { return markers(*request, *response); });
}

absl::Status MonitoringService::markers(const v1::ListMarkersRequest& request,
                                        v1::ListMarkersResponse& response) const {
  AERIE_ASSIGN_OR_RETURN(const std::vector<AuditEntry> entries, environment_.audit.list(0, kMarkersRead, ""));
  for (const AuditEntry& entry : entries) {
    const std::string kind = markerKind(entry.action);
    if (kind.empty() || entry.time_ms < request.from_unix_ms() || entry.time_ms >= request.to_unix_ms())
      continue;
    v1::Marker& marker = *response.add_markers();
    marker.set_unix_ms(entry.time_ms);
    marker.set_kind(kind);
    marker.set_subject(entry.subject);
    marker.set_text(entry.detail.empty() ? entry.action : fmt::format("{}: {}", entry.action, entry.detail));
    marker.set_actor(entry.actor);
    marker.set_action(entry.action);
    marker.set_detail(entry.detail);
  }
  return absl::OkStatus();
}

grpc::ServerUnaryReactor* MonitoringService::GetScoreHistogram(grpc::CallbackServerContext* context,
                                                               const v1::ScoreHistogramRequest* request,
                                                               v1::ScoreHistogramResponse* response) {
  return answer(environment_, context, "GetScoreHistogram", Role::kViewer,
                [=, this](const Caller&) { return scores(*request, *response); });
}

absl::Status MonitoringService::scores(const v1::ScoreHistogramRequest& request,
                                       v1::ScoreHistogramResponse& response) const {
  if (request.use_case().empty())
    return invalidArgument("use_case is empty: name the one whose scores to show");
  AERIE_ASSIGN_OR_RETURN(
      const std::vector<monitoring::Total> arms,
      monitoring::totals(history_, monitoring::series::kScores, {{"use_case", request.use_case()}},
                         {"experiment", "arm"}, request.from_unix_ms(), request.to_unix_ms()));
  for (const monitoring::Total& total : arms) {
    if (total.cell.buckets.size() != total.bounds.size() + 1) continue;
    if (response.edges().empty()) response.mutable_edges()->Add(total.bounds.begin(), total.bounds.end());
    v1::ScoreHistogram& arm = *response.add_arms();
    arm.set_experiment(total.labels.at("experiment"));
    arm.set_arm(total.labels.at("arm"));
    arm.set_below(static_cast<double>(total.cell.buckets.front()));
    arm.set_above(static_cast<double>(total.cell.buckets.back()));
    for (std::size_t i = 1; i + 1 < total.cell.buckets.size(); ++i)
      arm.add_counts(static_cast<double>(total.cell.buckets[i]));
  }
  return absl::OkStatus();
}

grpc::ServerUnaryReactor* MonitoringService::ListHosts(grpc::CallbackServerContext* context,
                                                       const v1::ListHostsRequest*,
                                                       v1::ListHostsResponse* response) {
  return answer(environment_, context, "ListHosts", Role::kViewer, [=, this](const Caller&) {
    const monitoring::HostReading reading = monitor_.host();
    v1::Host& host = *response->add_hosts();
    host.set_name(reading.name);
    host.set_kind("local");
    host.set_cpu_percent(reading.cpu_percent);
    host.set_cores(reading.cores);
    host.set_memory_used_bytes(reading.memory_used);
    host.set_memory_total_bytes(reading.memory_total);
    host.set_disk_used_bytes(reading.disk_used);
    host.set_disk_total_bytes(reading.disk_total);
    host.set_load(reading.load);
    for (const monitoring::ProcessReading& p : reading.processes) {
      v1::HostProcess& process = *host.add_processes();
      process.set_kind(p.kind);
      process.set_name(p.name);
      process.set_pid(p.pid);
      process.set_cpu_percent(p.cpu_percent);
      process.set_rss_bytes(p.rss_bytes);
      process.set_started_unix_ms(p.started_ms);
      process.set_threads(p.threads);
    }
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* MonitoringService::RecordOutcomes(grpc::CallbackServerContext* context,
                                                            const v1::RecordOutcomesRequest* request,
                                                            v1::RecordOutcomesResponse* response) {
  return answerChange(environment_, context, "RecordOutcomes", Role::kEngineer, request->request_id(),
                      response, [=, this](const Caller&) { return record(*request); });
}

absl::Status MonitoringService::record(const v1::RecordOutcomesRequest& request) {
  if (request.outcomes_size() > kMaxOutcomes)
    return invalidArgument("{} outcomes, at most {} in one call", request.outcomes_size(), kMaxOutcomes);
  std::map<std::string, std::set<std::string>> arms;     // by experiment
  std::map<std::string, std::set<std::string>> metrics;  // likewise
  std::vector<monitoring::ArmOutcome> outcomes;
  for (const v1::Outcome& o : request.outcomes()) {
    AERIE_RETURN_IF_ERROR(checkOutcome(o));
    if (!arms.contains(o.experiment())) {
      AERIE_ASSIGN_OR_RETURN(const assignment::Experiment experiment,
                             environment_.experiments.get(o.experiment()));
      for (const assignment::Arm& arm : experiment.arms) arms[o.experiment()].insert(arm.name);
      AERIE_ASSIGN_OR_RETURN(const auto known, ledger_.outcomes(o.experiment()));
      for (const monitoring::ArmOutcome& k : known) metrics[o.experiment()].insert(k.metric);
    }
    if (!arms[o.experiment()].contains(o.arm()))
      return invalidArgument("experiment {} has no arm '{}'", o.experiment(), o.arm());
    metrics[o.experiment()].insert(o.metric());
    if (metrics[o.experiment()].size() > kMaxOutcomeMetrics)
      return resourceExhausted("experiment {} has {} outcome metrics, the limit", o.experiment(),
                               kMaxOutcomeMetrics);
    outcomes.push_back({o.experiment(), o.arm(), o.metric(), {o.count(), o.sum(), o.sum_squares()}});
  }
  return ledger_.add(outcomes);
}

grpc::ServerUnaryReactor* MonitoringService::GetExperimentResults(grpc::CallbackServerContext* context,
                                                                  const v1::ExperimentResultsRequest* request,
                                                                  v1::ExperimentResultsResponse* response) {
  return answer(environment_, context, "GetExperimentResults", Role::kViewer,
                [=, this](const Caller&) { return results(request->experiment(), *response); });
}

absl::Status MonitoringService::results(const std::string& name,
                                        v1::ExperimentResultsResponse& response) const {
  AERIE_ASSIGN_OR_RETURN(const assignment::Experiment experiment, environment_.experiments.get(name));
  AERIE_ASSIGN_OR_RETURN(const std::vector<monitoring::ArmItems> items, ledger_.items(name));
  AERIE_ASSIGN_OR_RETURN(const std::vector<monitoring::ArmOutcome> outcomes, ledger_.outcomes(name));
  std::vector<monitoring::ArmPlan> plan;
  for (const assignment::Arm& arm : experiment.arms) plan.push_back({arm.name, arm.weight});
  const monitoring::Comparison comparison =
      monitoring::compareArms(plan, experiment.revision, items, monitor_.armKeys(name), outcomes);

  std::map<std::string, std::string> endpoints;  // by arm
  for (const v1::RoutingRevision& routing : environment_.configs.routings()) {
    for (const v1::ExperimentRoute& route : routing.config().experiments()) {
      if (route.name() != name) continue;
      for (const v1::ArmRoute& arm : route.arms()) endpoints[arm.arm()] = arm.worker_endpoint();
    }
  }
  const std::int64_t now = unixMillis(environment_.clock.wallNow());
  for (const monitoring::ArmComparison& arm : comparison.arms) {
    v1::ArmResult& out = *response.add_arms();
    out.set_arm(arm.arm);
    out.set_items(static_cast<std::uint64_t>(arm.items));
    out.set_share(arm.share);
    out.set_intended_share(arm.intended_share);
    out.set_errors(static_cast<std::uint64_t>(arm.failed));
    out.set_error_share(arm.items > 0 ? arm.failed / arm.items : 0);
    out.set_endpoint(endpoints[arm.arm]);
    for (const monitoring::OutcomeComparison& o : arm.outcomes) fill(*out.add_outcomes(), o);
    if (out.endpoint().empty()) continue;
    const monitoring::Labels labels = {{"endpoint", out.endpoint()}};
    AERIE_ASSIGN_OR_RETURN(const auto p50,
                           monitoring::measureOnce(history_, "p50_ms", labels, now - kRecentMs, now + 1));
    AERIE_ASSIGN_OR_RETURN(const auto p99,
                           monitoring::measureOnce(history_, "p99_ms", labels, now - kRecentMs, now + 1));
    out.set_p50_ms(p50.value_or(0));
    out.set_p99_ms(p99.value_or(0));
  }
  response.set_ratio_keys(comparison.ratio_keys);
  response.set_ratio_chi_squared(comparison.ratio ? comparison.ratio->chi_squared : 0);
  response.set_ratio_p_value(comparison.ratio ? comparison.ratio->p_value : 1);
  response.set_from_unix_ms(experiment.started_unix_ms);
  response.set_to_unix_ms(now);
  AERIE_ASSIGN_OR_RETURN(const std::vector<monitoring::Effect> effects, effects_.list(name));
  for (const monitoring::Effect& e : effects) {
    v1::EffectPoint& point = *response.add_effects();
    point.set_unix_ms(e.unix_ms);
    point.set_arm(e.arm);
    point.set_metric(e.metric);
    point.set_difference(e.difference);
    fill(*point.mutable_interval(), e.interval);
    point.set_count(e.count);
  }
  return absl::OkStatus();
}

}  // namespace aerie::control
