#include <algorithm>
#include <charconv>
#include <limits>

#include "core/base/clock.h"
#include "core/base/status.h"
#include "services/ctl/tool.h"

namespace aerie::ctl {
namespace {

using Monitoring = v1::MonitoringService::Stub;

struct MonitoringArguments {
  std::string metric, last = "15m", search;
  std::vector<std::string> labels, by;
  std::uint32_t points = 0, limit = 100;
  bool all = false;
};
using SharedMonitoringArguments = std::shared_ptr<MonitoringArguments>;

// "90s", "15m", "6h", "2d" in milliseconds.
absl::StatusOr<std::int64_t> parseSpan(const std::string& text) {
  const std::pair<char, std::int64_t> units[] = {
      {'s', 1'000}, {'m', 60'000}, {'h', 3'600'000}, {'d', 86'400'000}};
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  for (const auto& [unit, ms] : units) {
    if (error == std::errc() && rest + 1 == end && *rest == unit && number > 0 && number <= 10'000)
      return number * ms;
  }
  return invalidArgument("'{}' must be a number and s, m, h or d, e.g. 15m", text);
}

std::string labelsText(const google::protobuf::Map<std::string, std::string>& labels) {
  std::vector<std::string> words;
  for (const auto& [name, value] : labels) words.push_back(name + "=" + value);
  std::sort(words.begin(), words.end());
  return words.empty() ? "all" : fmt::format("{}", fmt::join(words, " "));
}

void addAlerts(Tool& tool, const SharedMonitoringArguments& a) {
  CLI::App* alerts = tool.app().add_subcommand("alerts", "What is wrong, and what was");
  alerts->require_subcommand(1);
  CLI::App* list = alerts->add_subcommand("list", "Alerts that fire");
  list->add_flag("--all", a->all, "Resolved ones of the last day, too");
  tool.onRun(list, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::ListAlertsRequest request;
    request.set_include_resolved(a->all);
    AERIE_ASSIGN_OR_RETURN(const v1::ListAlertsResponse response,
                           control->call(&Monitoring::ListAlerts, request));
    Table table{{"SEVERITY", "STATE", "ALERT", "SUBJECT", "SINCE", "MESSAGE"}, {}, "no alert fires"};
    for (const v1::Alert& alert : response.alerts()) {
      table.rows.push_back({alert.severity(), alert.state(), alert.name(),
                            alert.subject_kind() + " " + alert.subject(), ageText(alert.since_unix_ms()),
                            alert.message()});
    }
    tool.out().show(response, table);
    return absl::OkStatus();
  });
}

void addMetrics(Tool& tool, const SharedMonitoringArguments& a) {
  CLI::App* metrics = tool.app().add_subcommand("metrics", "The history that the control plane keeps");
  metrics->require_subcommand(1);
  CLI::App* query = metrics->add_subcommand("query", "One metric over time");
  query->add_option("metric", a->metric, "item_rate, error_share, p99_ms, batch_fill, store_ms, ...")
      ->required();
  query->add_option("--last", a->last, "How far back: 90s, 15m, 6h, 2d")->capture_default_str();
  query->add_option("--label", a->labels, "Only this one: NAME=VALUE, e.g. endpoint=arrival_delay_v1");
  query->add_option("--by", a->by,
                    "One series for each: use_case, experiment, arm, endpoint, replica, proxy");
  query->add_option("--points", a->points, "Points per series, for --output json; 0 = 300");
  tool.onRun(query, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const std::int64_t span, parseSpan(a->last));
    v1::QueryMetricsRequest request;
    request.set_to_unix_ms(unixMillis(SystemClock().wallNow()));
    request.set_from_unix_ms(request.to_unix_ms() - span);
    request.set_max_points(a->points);
    v1::MetricSelector& selector = *request.add_selectors();
    selector.set_metric(a->metric);
    for (const std::string& label : a->labels) {
      const auto equals = label.find('=');
      if (equals == std::string::npos || equals == 0)
        return invalidArgument("'{}' must be NAME=VALUE", label);
      (*selector.mutable_labels())[label.substr(0, equals)] = label.substr(equals + 1);
    }
    for (const std::string& name : a->by) selector.add_group_by(name);
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    AERIE_ASSIGN_OR_RETURN(const v1::QueryMetricsResponse response,
                           control->call(&Monitoring::QueryMetrics, request));
    Table table{{"SERIES", "NOW", "LOW", "MEAN", "HIGH", "POINTS"}, {}, "nothing was measured in this time"};
    for (const v1::MetricSeries& series : response.series()) {
      if (series.points().empty()) continue;
      double low = std::numeric_limits<double>::infinity(), high = -low, sum = 0;
      for (const v1::MetricPoint& point : series.points()) {
        low = std::min(low, point.value());
        high = std::max(high, point.value());
        sum += point.value();
      }
      const double now = series.points(series.points_size() - 1).value();
      table.rows.push_back({labelsText(series.labels()), fmt::format("{:.6g}", now),
                            fmt::format("{:.6g}", low), fmt::format("{:.6g}", sum / series.points_size()),
                            fmt::format("{:.6g}", high), fmt::format("{}", series.points_size())});
    }
    tool.out().show(response, table);
    return absl::OkStatus();
  });
}

void addAudit(Tool& tool, const SharedMonitoringArguments& a) {
  CLI::App* audit = tool.app().add_subcommand("audit", "Who changed what");
  audit->require_subcommand(1);
  CLI::App* list = audit->add_subcommand("list", "The newest entries, oldest of them first");
  list->add_option("--search", a->search, "Only entries that hold this text");
  list->add_option("--limit", a->limit, "How many")->capture_default_str();
  tool.onRun(list, [&tool, a]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(services::ControlClient * control, tool.control());
    v1::ListAuditRequest request;
    request.set_search(a->search);
    request.set_limit(a->limit);
    AERIE_ASSIGN_OR_RETURN(const v1::ListAuditResponse response,
                           control->call(&v1::SystemService::Stub::ListAudit, request));
    Table table{{"NUMBER", "TIME", "WHO", "ACTION", "SUBJECT", "DETAIL"}, {}, "no entry"};
    for (const v1::AuditEntry& entry : response.entries()) {
      table.rows.push_back({fmt::format("{}", entry.sequence()),
                            toIso8601(fromUnixMillis(entry.time_unix_ms())), entry.actor(), entry.action(),
                            entry.subject(), entry.detail()});
    }
    tool.out().show(response, table);
    return absl::OkStatus();
  });
}

}  // namespace

void addMonitoringCommands(Tool& tool) {
  const auto arguments = std::make_shared<MonitoringArguments>();
  addAlerts(tool, arguments);
  addMetrics(tool, arguments);
  addAudit(tool, arguments);
}

}  // namespace aerie::ctl
