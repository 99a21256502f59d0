#include "services/control/monitor.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/monitoring/conditions.h"
#include "core/monitoring/experiment_results.h"
#include "core/monitoring/measures.h"
#include "core/telemetry/log.h"

namespace aerie::control {
namespace {

constexpr auto kFetchTimeout = std::chrono::milliseconds(800);
constexpr auto kComplainEvery = std::chrono::minutes(1);
constexpr std::uint64_t kLooksPerSave = 10;

double secondsOf(MonoTime t) { return std::chrono::duration<double>(t.time_since_epoch()).count(); }

}  // namespace

Monitor::Monitor(const Clock& clock, telemetry::Metrics& metrics, monitoring::History& history,
                 monitoring::Ledger& ledger, monitoring::AlertStore& stored_alerts,
                 monitoring::EffectBook& effects, const experiments::ExperimentRepository& experiments,
                 FleetView fleet, Options options)
    : clock_(clock),
      metrics_(metrics),
      history_(history),
      ledger_(ledger),
      stored_alerts_(stored_alerts),
      effects_(effects),
      experiments_(experiments),
      options_(std::move(options)),
      fleet_(std::move(fleet)),
      probe_(options_.disk) {}

Monitor::~Monitor() { stop(); }

void Monitor::start() {
  const auto known = stored_alerts_.load();
  complain("alerts_not_read", known.status());
  if (known.ok()) alerts_.restore(unixMillis(clock_.wallNow()), *known);
  thread_ = std::thread([this] { run(); });
}

void Monitor::stop() {
  {
    MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (!thread_.joinable()) return;
  thread_.join();
  saveItems();
  complain("history_not_written", history_.flush());
}

monitoring::HostReading Monitor::host() const {
  MutexLock lock(mutex_);
  return host_;
}

std::vector<monitoring::ArmKeys> Monitor::armKeys(const std::string& experiment) const {
  std::vector<monitoring::ArmKeys> out;
  MutexLock lock(mutex_);
  std::copy_if(arm_keys_.begin(), arm_keys_.end(), std::back_inserter(out),
               [&](const monitoring::ArmKeys& keys) { return keys.experiment == experiment; });
  return out;
}

void Monitor::run() {
  // Ticks at fixed distances, so that each second has one look; a look that took too long skips ticks.
  auto next = std::chrono::steady_clock::now();
  for (;;) {
    look();
    const auto now = std::chrono::steady_clock::now();
    while (next <= now)
      next += std::chrono::duration_cast<std::chrono::steady_clock::duration>(options_.interval);
    MutexLock lock(mutex_);
    while (!stopping_ && wake_.wait_until(mutex_, next) == std::cv_status::no_timeout) {
    }
    if (stopping_) return;
  }
}

void Monitor::look() {
  fleet_.look(clock_.monoNow());
  std::vector<monitoring::Reading> readings;
  const double seconds = secondsOf(clock_.monoNow());
  scrape(seconds, readings);
  // A look that no proxy answered says nothing of keys.
  if (auto keys = monitoring::takeArmKeys(readings); !keys.empty()) {
    MutexLock lock(mutex_);
    arm_keys_ = std::move(keys);
  }
  readHost(seconds, readings);
  const std::int64_t now_ms = unixMillis(clock_.wallNow());
  complain("history_not_written", history_.add(now_ms, readings));
  book(readings);
  if (++looks_ % kLooksPerSave == 0) {
    saveItems();
    saveEffects(now_ms);
  }
  monitoring::Fleet fleet = fleet_.fleet();
  fleet.silent_daemons = silent_;
  const std::vector<monitoring::Finding> findings = monitoring::findingsOf(fleet, history_, now_ms);
  exportFindings(findings);
  const auto changed = alerts_.update(now_ms, findings);
  complain("alerts_not_saved", stored_alerts_.save(now_ms, changed));
  metrics_.gauge("aerie_control_alerts_firing", "Alerts that fire")
      .Set(static_cast<double>(alerts_.list(false).size()));
  metrics_.gauge("aerie_control_history_series", "Series in the history")
      .Set(static_cast<double>(history_.seriesCount()));
}

// What was wrong and is not any more becomes 0 and stays: a series that ends says nothing to a rule.
void Monitor::exportFindings(const std::vector<monitoring::Finding>& findings) {
  std::set<std::pair<std::string, std::string>> now;
  for (const monitoring::Finding& f : findings) now.emplace(f.alert, f.subject);
  exported_.insert(now.begin(), now.end());
  for (const auto& [alert, subject] : exported_) {
    metrics_
        .gauge("aerie_control_condition", "1 while the control plane sees this condition",
               {{"condition", alert}, {"subject", subject}})
        .Set(now.contains({alert, subject}) ? 1 : 0);
  }
}

void Monitor::scrape(double seconds, std::vector<monitoring::Reading>& readings) {
  const std::vector<ScrapeJob>& jobs = fleet_.jobs();
  std::vector<std::string> addresses;
  std::vector<std::string> ids;
  for (const ScrapeJob& job : jobs) {
    addresses.push_back(job.address);
    ids.push_back(job.target.id);
  }
  const auto answers = fetcher_.fetch(addresses, kFetchTimeout);
  silent_.clear();
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    absl::Status status = answers[i].status();
    if (status.ok()) {
      const auto exposition = monitoring::parsePrometheusText(*answers[i]);
      status = exposition.ok() ? collector_.take(jobs[i].target, *exposition, seconds, readings)
                               : exposition.status();
    } else {
      silent_.push_back(jobs[i].daemon);
    }
    if (status.ok()) continue;
    metrics_.counter("aerie_control_scrape_errors_total", "Looks at metrics that failed").Increment();
    complain(fmt::format("scrape_failed daemon=\"{}\" address={}", jobs[i].daemon, jobs[i].address).c_str(),
             status);
  }
  collector_.keepOnly(ids);
}

void Monitor::readHost(double seconds, std::vector<monitoring::Reading>& readings) {
  monitoring::HostReading host = probe_.read(seconds, fleet_.processNames());
  const double weight = std::chrono::duration<double>(options_.interval).count();
  for (const monitoring::ProcessReading& p : host.processes) {
    // A worker and its sidecar have one name, and their use adds up to the replica's.
    const auto labels = fleet_.labelsByName().find(p.name);
    if (labels == fleet_.labelsByName().end()) continue;
    readings.push_back({monitoring::series::kCpu, labels->second, {}, {p.cpu_percent * weight, weight, {}}});
    const double memory = static_cast<double>(p.rss_bytes);
    readings.push_back({monitoring::series::kMemory, labels->second, {}, {memory * weight, weight, {}}});
  }
  // Cells of one series add their weights, so parts of one replica become one reading.
  std::map<std::pair<std::string, monitoring::Labels>, monitoring::Cell> levels;
  std::erase_if(readings, [&](const monitoring::Reading& r) {
    if (r.metric != monitoring::series::kCpu && r.metric != monitoring::series::kMemory) return false;
    monitoring::Cell& cell = levels[{r.metric, r.labels}];
    cell.sum += r.cell.sum;
    cell.weight = r.cell.weight;
    return true;
  });
  for (auto& [key, cell] : levels) readings.push_back({key.first, key.second, {}, cell});
  MutexLock lock(mutex_);
  host_ = std::move(host);
}

void Monitor::book(const std::vector<monitoring::Reading>& readings) {
  std::map<std::string, std::uint64_t> revisions;
  for (const monitoring::Reading& r : readings) {
    const bool items = r.metric == monitoring::series::kItems;
    if ((!items && r.metric != monitoring::series::kFailedItems) || r.cell.sum <= 0) continue;
    const std::string& experiment = r.labels.at("experiment");
    if (experiment.empty()) continue;
    if (!revisions.contains(experiment)) {
      const auto known = experiments_.get(experiment);
      revisions[experiment] = known.ok() ? known->revision : 0;
    }
    const std::uint64_t revision = revisions[experiment];
    const std::string& arm = r.labels.at("arm");
    auto it = std::find_if(items_.begin(), items_.end(), [&](const monitoring::ArmItems& i) {
      return i.experiment == experiment && i.revision == revision && i.arm == arm;
    });
    if (it == items_.end()) it = items_.insert(items_.end(), {experiment, revision, arm, 0, 0});
    (items ? it->items : it->failed) += r.cell.sum;
  }
}

void Monitor::saveItems() {
  if (items_.empty()) return;
  const absl::Status status = ledger_.add(items_);
  complain("experiment_items_not_saved", status);
  if (status.ok()) items_.clear();
}

void Monitor::saveEffects(std::int64_t now_ms) {
  const auto experiments = experiments_.list();
  if (!experiments.ok()) return complain("experiments_not_read", experiments.status());
  for (const assignment::Experiment& experiment : *experiments) {
    if (experiment.state != assignment::ExperimentState::kRunning) continue;
    const auto outcomes = ledger_.outcomes(experiment.name);
    if (!outcomes.ok()) return complain("experiment_outcomes_not_read", outcomes.status());
    if (outcomes->empty()) continue;
    std::vector<monitoring::ArmPlan> plan;
    for (const assignment::Arm& arm : experiment.arms) plan.push_back({arm.name, arm.weight});
    complain("experiment_effects_not_saved",
             effects_.add(experiment.name, now_ms,
                          monitoring::compareArms(plan, experiment.revision, {}, {}, *outcomes)));
  }
}

void Monitor::complain(const char* what, const absl::Status& status) {
  const MonoTime now = clock_.monoNow();
  if (status.ok() || (complained_ != MonoTime() && now - complained_ < kComplainEvery)) return;
  complained_ = now;
  log::get("monitor")->warn("{} {}", what, toText(status));
}

}  // namespace aerie::control
