#include "sim/cluster/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace aerie::sim::cluster {
namespace {

std::string timeText(double seconds) {
  if (seconds == 0) return "0";
  if (seconds < 60) return fmt::format("{:.1f} s", seconds);
  if (seconds < 48 * 3'600) return fmt::format("{:.1f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3'600);
}
std::string shareText(double share) { return fmt::format("{:.1f} %", share * 100); }
std::string rangeText(const Spread& spread, std::string (*text)(double)) {
  return spread.low == spread.high
             ? text(spread.mean)
             : fmt::format("{} ({} to {})", text(spread.mean), text(spread.low), text(spread.high));
}
std::string numberText(double value) { return fmt::format("{:.1f}", value); }
std::string moneyText(double value) { return fmt::format("{:.2f}", value); }
// Means of counts may have fractions.
std::string countText(double value) {
  return value == static_cast<double>(static_cast<std::int64_t>(value)) ? fmt::format("{:.0f}", value)
                                                                        : fmt::format("{:.1f}", value);
}

// Columns as wide as their widest cell; the first left, the others right.
std::string tableText(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == 0) {
        line += fmt::format("{:<{}}", row[i], widths[i]);
      } else {
        line += fmt::format("  {:>{}}", row[i], widths[i]);
      }
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string slotsPolicy(const ClusterScenario& scenario) {
  return scenario.queue.concurrency_per_host > 0 ? "-" : fmt::format("{}", ownTasks(scenario).cpus);
}

nlohmann::json json(const Spread& spread) {
  return {{"mean", spread.mean}, {"low", spread.low}, {"high", spread.high}};
}

struct Measure {
  const char* name;
  Spread RunSummary::*value;
};
constexpr Measure kMeasures[] = {{"makespan_seconds", &RunSummary::makespan},
                                 {"wait_to_first_seconds", &RunSummary::wait_to_first},
                                 {"wait_p50_seconds", &RunSummary::wait_p50},
                                 {"wait_p95_seconds", &RunSummary::wait_p95},
                                 {"mean_concurrency", &RunSummary::concurrency},
                                 {"peak_concurrency", &RunSummary::peak_concurrency},
                                 {"cpu_utilisation", &RunSummary::cpu},
                                 {"slot_utilisation", &RunSummary::slots_used},
                                 {"idle_share", &RunSummary::idle},
                                 {"peak_queue", &RunSummary::peak_queue},
                                 {"cost", &RunSummary::cost},
                                 {"core_hours_paid", &RunSummary::core_hours_paid},
                                 {"core_hours_used", &RunSummary::core_hours_used},
                                 {"failed_tasks", &RunSummary::failed},
                                 {"unfinished_tasks", &RunSummary::unfinished},
                                 {"retries", &RunSummary::retries},
                                 {"out_of_memory", &RunSummary::out_of_memory},
                                 {"host_lost", &RunSummary::host_lost}};

std::string csvText(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

}  // namespace

std::string_view nameOf(Ending ending) {
  switch (ending) {
    case Ending::kFinished: return "finished";
    case Ending::kFailed: return "failed";
    case Ending::kOutOfMemory: return "out_of_memory";
    case Ending::kHostLost: return "host_lost";
  }
  return {};
}

std::string comparisonText(const std::vector<RunSummary>& rows) {
  std::vector<std::vector<std::string>> table = {{"scenario", "hosts", "slots", "makespan", "first start",
                                                  "at once", "CPU", "slots used", "cost", "failed",
                                                  "unfinished"}};
  for (const RunSummary& row : rows) {
    table.push_back({row.scenario.name, fmt::format("{}", row.scenario.cluster.hosts),
                     fmt::format("{}", row.slots), timeText(row.makespan.mean),
                     timeText(row.wait_to_first.mean), numberText(row.concurrency.mean),
                     shareText(row.cpu.mean), shareText(row.slots_used.mean), moneyText(row.cost.mean),
                     countText(row.failed.mean), countText(row.unfinished.mean)});
  }
  return tableText(table);
}

std::string gridText(const std::vector<RunSummary>& rows) {
  std::vector<std::vector<std::string>> table = {{"hosts", "CPUs/task", "order", "price/h", "slots",
                                                  "makespan", "at once", "CPU", "slots used", "cost",
                                                  "failed", ""}};
  for (const RunSummary& row : rows) {
    const ClusterScenario& scenario = row.scenario;
    table.push_back({fmt::format("{}", scenario.cluster.hosts), slotsPolicy(scenario),
                     std::string(nameOf(ownTasks(scenario).order)),
                     fmt::format("{}", scenario.cluster.price_per_host_hour), fmt::format("{}", row.slots),
                     timeText(row.makespan.mean), numberText(row.concurrency.mean), shareText(row.cpu.mean),
                     shareText(row.slots_used.mean), moneyText(row.cost.mean),
                     countText(row.failed.mean + row.unfinished.mean), row.efficient ? "*" : ""});
  }
  return tableText(table) + "* no other row is both faster and cheaper\n";
}

std::string detailText(const RunSummary& row) {
  const ClusterScenario& s = row.scenario;
  const TaskGroup& own = ownTasks(s);
  std::string text = s.name + "\n";
  if (!s.description.empty()) text += s.description + "\n";
  const auto line = [&](const char* what, const std::string& value) {
    text += fmt::format("  {:<22} {}\n", what, value);
  };
  line("hosts", fmt::format("{} with {} CPUs each", s.cluster.hosts, s.cluster.cpus_per_host));
  line("slots", fmt::format("{}, {} on each host", row.slots, slotsPerHost(s)));
  line("tasks",
       fmt::format("{}, {}", own.listed.empty() ? own.count : static_cast<std::int64_t>(own.listed.size()),
                   nameOf(own.order)));
  line("makespan", rangeText(row.makespan, timeText));
  line("first start after", rangeText(row.wait_to_first, timeText));
  line("wait of a task", fmt::format("half within {}, 95 % within {}", timeText(row.wait_p50.mean),
                                     timeText(row.wait_p95.mean)));
  line("tasks at once", rangeText(row.concurrency, numberText));
  line("CPU busy", rangeText(row.cpu, shareText));
  line("slots used", rangeText(row.slots_used, shareText));
  line("no task ran", fmt::format("{} of the time", shareText(row.idle.mean)));
  line("longest queue", countText(row.peak_queue.mean));
  line("core hours",
       fmt::format("{:.1f} used of {:.1f} paid", row.core_hours_used.mean, row.core_hours_paid.mean));
  line("cost", rangeText(row.cost, moneyText));
  line("failed, unfinished",
       fmt::format("{}, {}", countText(row.failed.mean), countText(row.unfinished.mean)));
  line("retries", fmt::format("{} ({} out of memory, {} lost with their host)", countText(row.retries.mean),
                              countText(row.out_of_memory.mean), countText(row.host_lost.mean)));
  line("runs", fmt::format("{}, seeds from {}", s.runs, s.seed));
  return text;
}

std::string beforeAfterText(const RunSummary& before, const RunSummary& after) {
  if (after.makespan.mean <= 0) return {};
  return fmt::format(
      "{} finishes {:.1f} times as fast as {}: CPU {} instead of {}, {} tasks at once instead of {}.\n",
      after.scenario.name, before.makespan.mean / after.makespan.mean, before.scenario.name,
      shareText(after.cpu.mean), shareText(before.cpu.mean), numberText(after.concurrency.mean),
      numberText(before.concurrency.mean));
}

std::string toJson(const std::vector<RunSummary>& rows) {
  nlohmann::json list = nlohmann::json::array();
  for (const RunSummary& row : rows) {
    const ClusterScenario& s = row.scenario;
    nlohmann::json entry = {{"scenario", s.name},
                            {"seed", s.seed},
                            {"runs", s.runs},
                            {"hosts", s.cluster.hosts},
                            {"cpus_per_host", s.cluster.cpus_per_host},
                            {"cpus_per_task", ownTasks(s).cpus},
                            {"concurrency_per_host", s.queue.concurrency_per_host},
                            {"order", nameOf(ownTasks(s).order)},
                            {"price_per_host_hour", s.cluster.price_per_host_hour},
                            {"slots", row.slots},
                            {"efficient", row.efficient}};
    for (const Measure& measure : kMeasures) entry[measure.name] = json(row.*measure.value);
    list.push_back(std::move(entry));
  }
  return nlohmann::json{{"rows", list}}.dump(2) + "\n";
}

std::string toCsv(const std::vector<RunSummary>& rows) {
  std::string text =
      "scenario,seed,runs,hosts,cpus_per_host,cpus_per_task,concurrency_per_host,order,"
      "price_per_host_hour,slots";
  for (const Measure& measure : kMeasures) text += fmt::format(",{}", measure.name);
  text += "\r\n";
  for (const RunSummary& row : rows) {
    const ClusterScenario& s = row.scenario;
    text += fmt::format("{},{},{},{},{},{},{},{},{},{}", csvText(s.name), s.seed, s.runs, s.cluster.hosts,
                        s.cluster.cpus_per_host, ownTasks(s).cpus, s.queue.concurrency_per_host,
                        nameOf(ownTasks(s).order), s.cluster.price_per_host_hour, row.slots);
    for (const Measure& measure : kMeasures) text += fmt::format(",{:.6g}", (row.*measure.value).mean);
    text += "\r\n";
  }
  return text;
}

std::string seriesCsv(const ClusterResult& result) {
  std::string text =
      "begin_seconds,end_seconds,capacity_slots,slots_used,cores_ready,cores_busy,own_running,queued";
  for (std::size_t host = 0; host < result.host_series.size(); ++host)
    text += fmt::format(",host_{}_cores_busy", host);
  text += "\r\n";
  for (std::size_t i = 0; i < result.series.size(); ++i) {
    const UtilisationSample& sample = result.series[i];
    text += fmt::format("{},{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g}", toSeconds(sample.begin),
                        toSeconds(sample.end), sample.capacity, sample.slots_used, sample.cores_ready,
                        sample.cores_busy, sample.own_running, sample.queued);
    for (const auto& host : result.host_series)
      text += fmt::format(",{:.6g}", i < host.size() ? host[i].cores_busy : 0);
    text += "\r\n";
  }
  return text;
}

std::string timelineCsv(const ClusterResult& result) {
  std::string text =
      "group,task,attempt,host,slot,ending,submitted_seconds,started_seconds,ended_seconds\r\n";
  for (const TimelineBar& bar : result.timeline) {
    text += fmt::format("{},{},{},{},{},{},{:.6f},{:.6f},{:.6f}\r\n", csvText(result.groups[bar.group].name),
                        bar.task, bar.attempt, bar.host, bar.lane, nameOf(bar.ending),
                        toSeconds(bar.submitted), toSeconds(bar.started), toSeconds(bar.ended));
  }
  return text;
}

}  // namespace aerie::sim::cluster
