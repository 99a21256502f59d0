#include "sim/cluster/tally.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aerie::sim::cluster {
namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

Statistics statisticsOf(std::vector<double>& values) {
  Statistics result;
  if (values.empty()) return result;
  result.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  std::sort(values.begin(), values.end());
  const auto percentile = [&](double share) {
    return values[static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1];
  };
  result.p50 = percentile(0.5);
  result.p95 = percentile(0.95);
  result.p99 = percentile(0.99);
  result.max = values.back();
  return result;
}

Tally::Tally(const ClusterScenario& scenario, const Recording& recording)
    : timeline_limit_(recording.timeline_bars),
      groups_(scenario.groups.size()),
      series_(recording.series_points) {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    groups_[i].result.name = scenario.groups[i].name;
    groups_[i].result.own = scenario.groups[i].own;
  }
  const bool few = scenario.cluster.hosts <= kMaxSeriesHosts;
  if (recording.host_series && recording.series_points > 0 && few) {
    hosts_.assign(static_cast<std::size_t>(scenario.cluster.hosts), StepSeries<2>(recording.series_points));
  }
}

void Tally::moveTo(SimTime now, const Level& level) {
  if (now <= now_) return;
  const auto elapsed = static_cast<double>(now - now_);
  now_ = now;
  const std::array<double, kChannels> values = {
      static_cast<double>(level.capacity),          static_cast<double>(level.slots_used),
      static_cast<double>(level.cores_ready) / 1e3, static_cast<double>(level.cores_busy) / 1e3,
      static_cast<double>(level.own_running),       static_cast<double>(level.queued)};
  total_.capacity += values[0] * elapsed;
  total_.slots += values[1] * elapsed;
  total_.ready += values[2] * elapsed;
  total_.busy += values[3] * elapsed;
  total_.own += values[4] * elapsed;
  total_.queue += values[5] * elapsed;
  if (level.slots_used == 0) total_.idle += elapsed;
  peak_own_ = std::max(peak_own_, level.own_running);
  peak_queue_ = std::max(peak_queue_, level.queued);
  series_.add(now, values);
}

void Tally::submitted(std::size_t group, std::int64_t count) {
  GroupResult& result = groups_[group].result;
  result.submitted += count;
  result.queued += count;
  if (!result.own || own_submitted_) return;
  own_submitted_ = now_;
  at_submission_ = total_;
}

void Tally::started(std::size_t group, SimTime waited, bool first_attempt) {
  Group& entry = groups_[group];
  --entry.result.queued;
  ++entry.result.running;
  ++entry.result.attempts;
  if (!first_attempt) return;
  entry.waits.push_back(toSeconds(waited));
  if (entry.result.own && !own_started_) own_started_ = now_;
}

void Tally::finished(std::size_t group, SimTime turnaround, double duration_us) {
  Group& entry = groups_[group];
  entry.turnarounds.push_back(toSeconds(turnaround));
  entry.slowdowns.push_back(static_cast<double>(turnaround) / duration_us);
  ++entry.result.finished;
}

void Tally::ended(std::size_t group) {
  if (!groups_[group].result.own) return;
  own_ended_ = now_;
  at_last_end_ = total_;
}

void Tally::record(const TimelineBar& bar) {
  if (timeline_.size() < timeline_limit_) {
    timeline_.push_back(bar);
  } else {
    ++dropped_;
  }
}

void Tally::addSeries(ClusterResult& result, const std::vector<HostLevel>& hosts) const {
  for (std::size_t i = 0; i < series_.size(); ++i) {
    result.series.push_back({series_.begin(i), series_.end(i), series_.mean(i, 0), series_.mean(i, 1),
                             series_.mean(i, 2), series_.mean(i, 3), series_.mean(i, 4), series_.mean(i, 5)});
  }
  for (std::size_t h = 0; h < hosts_.size(); ++h) {
    StepSeries<2> host = hosts_[h];
    host.add(now_, {static_cast<double>(hosts[h].running), static_cast<double>(hosts[h].cores_busy) / 1e3});
    std::vector<HostSample>& samples = result.host_series.emplace_back();
    for (std::size_t i = 0; i < host.size(); ++i) samples.push_back({host.mean(i, 0), host.mean(i, 1)});
  }
}

ClusterResult Tally::result(const ClusterScenario& scenario, const std::vector<HostLevel>& hosts) const {
  ClusterResult result;
  result.end = now_;
  if (own_submitted_ && own_ended_) {
    result.makespan = *own_ended_ - *own_submitted_;
    result.cpu_utilisation =
        ratio(at_last_end_.busy - at_submission_.busy, at_last_end_.ready - at_submission_.ready);
    result.slot_utilisation =
        ratio(at_last_end_.slots - at_submission_.slots, at_last_end_.capacity - at_submission_.capacity);
  }
  if (own_submitted_ && own_started_) result.wait_to_first = *own_started_ - *own_submitted_;
  if (own_started_ && own_ended_)
    result.mean_concurrency = ratio(at_last_end_.own, static_cast<double>(*own_ended_ - *own_started_));
  result.peak_concurrency = peak_own_;
  result.idle_share = ratio(total_.idle, static_cast<double>(now_));
  result.mean_queue = ratio(total_.queue, static_cast<double>(now_));
  result.peak_queue = static_cast<double>(peak_queue_);

  const ClusterSpec& cluster = scenario.cluster;
  result.hours_paid = toSeconds(now_ + cluster.idle_timeout) / 3'600;
  result.cost = cluster.hosts * result.hours_paid * cluster.price_per_host_hour;
  result.core_hours_paid = cluster.hosts * cluster.cpus_per_host * result.hours_paid;
  result.core_hours_used = total_.busy / static_cast<double>(kHour);

  for (const Group& group : groups_) {
    GroupResult& entry = result.groups.emplace_back(group.result);
    std::vector<double> values = group.waits;
    entry.wait = statisticsOf(values);
    values = group.turnarounds;
    entry.turnaround = statisticsOf(values);
    values = group.slowdowns;
    entry.slowdown = statisticsOf(values);
  }
  addSeries(result, hosts);
  result.timeline = timeline_;
  result.bars_dropped = dropped_;
  return result;
}

}  // namespace aerie::sim::cluster
