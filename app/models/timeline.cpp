#include "app/models/timeline.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>

#include "app/models/natural_order.h"

namespace aerie::models {

Tone toneOf(BarOutcome outcome) {
  switch (outcome) {
    case BarOutcome::Succeeded: return Tone::Ok;
    case BarOutcome::Running: return Tone::Info;
    case BarOutcome::Cancelled: return Tone::Muted;
    case BarOutcome::Lost: return Tone::Warning;
    case BarOutcome::TimedOut:
    case BarOutcome::OutOfMemory:
    case BarOutcome::Failed: break;
  }
  return Tone::Danger;
}

QString textOf(BarOutcome outcome) {
  const auto translated = [](const char* text) { return QCoreApplication::translate("tasks", text); };
  switch (outcome) {
    case BarOutcome::Succeeded: return translated("Succeeded");
    case BarOutcome::Running: return translated("Running");
    case BarOutcome::Cancelled: return translated("Cancelled");
    case BarOutcome::Lost: return translated("Lost with its host");
    case BarOutcome::TimedOut: return translated("Timed out");
    case BarOutcome::OutOfMemory: return translated("Out of memory");
    case BarOutcome::Failed: break;
  }
  return translated("Failed");
}

QString englishOf(BarOutcome outcome) {
  switch (outcome) {
    case BarOutcome::Succeeded: return QStringLiteral("succeeded");
    case BarOutcome::Running: return QStringLiteral("running");
    case BarOutcome::Cancelled: return QStringLiteral("cancelled");
    case BarOutcome::Lost: return QStringLiteral("lost");
    case BarOutcome::TimedOut: return QStringLiteral("timed_out");
    case BarOutcome::OutOfMemory: return QStringLiteral("out_of_memory");
    case BarOutcome::Failed: break;
  }
  return QStringLiteral("failed");
}

Timeline::Timeline(QList<TimelineBar> bars, qint64 nowMs) : bars_(std::move(bars)) {
  erase_if(bars_, [](const TimelineBar& bar) { return bar.startedMs <= 0; });
  // Natural order of few names instead of one comparison of names for each step of the sort.
  QHash<QString, int> order;
  for (const TimelineBar& bar : std::as_const(bars_)) order.insert(bar.host, 0);
  QStringList hosts = order.keys();
  std::sort(hosts.begin(), hosts.end(), [](const QString& a, const QString& b) { return naturalLess(a, b); });
  for (qsizetype i = 0; i < hosts.size(); ++i) order[hosts[i]] = static_cast<int>(i);
  const auto key = [&](const TimelineBar& bar) { return std::pair(order.value(bar.host), bar.lane); };
  std::stable_sort(bars_.begin(), bars_.end(), [&](const TimelineBar& a, const TimelineBar& b) {
    const auto x = key(a);
    const auto y = key(b);
    return x != y ? x < y : a.startedMs < b.startedMs;
  });
  const auto count = static_cast<std::size_t>(bars_.size());
  ends_.resize(count);
  latest_.resize(count);
  counts_.assign(kBarOutcomes, std::vector<int>(count + 1, 0));
  for (std::size_t i = 0; i < count; ++i) {
    const TimelineBar& bar = bars_.at(static_cast<qsizetype>(i));
    const qint64 end = bar.endedMs > 0 ? bar.endedMs : nowMs;
    ends_[i] = std::max(end, bar.startedMs);  // clocks of hosts differ: no bar ends before it began
    const auto index = static_cast<int>(i);
    if (lanes_.empty() || lanes_.back().host != bar.host || lanes_.back().slot != bar.lane)
      lanes_.push_back({bar.host, bar.lane, index, index});
    lanes_.back().end = index + 1;
    const bool later = lanes_.back().first == index || ends_[i] > endOf(latest_[i - 1]);
    latest_[i] = later ? index : latest_[i - 1];
    for (std::size_t o = 0; o < counts_.size(); ++o)
      counts_[o][i + 1] = counts_[o][i] + (o == static_cast<std::size_t>(bar.outcome) ? 1 : 0);
    fromMs_ = i == 0 ? bar.startedMs : std::min(fromMs_, bar.startedMs);
    toMs_ = i == 0 ? ends_[i] : std::max(toMs_, ends_[i]);
  }
}

int Timeline::laneOf(int bar) const {
  const auto it = std::upper_bound(lanes_.begin(), lanes_.end(), bar,
                                   [](int b, const Lane& lane) { return b < lane.first; });
  return static_cast<int>(it - lanes_.begin()) - 1;
}

int Timeline::countOf(BarOutcome outcome) const {
  return counts_.empty() ? 0 : counts_[static_cast<std::size_t>(outcome)].back();
}

int Timeline::nearest(int lane, qint64 atMs) const {
  if (lane < 0 || lane >= static_cast<int>(lanes_.size())) return -1;
  const Lane& l = lanes_[static_cast<std::size_t>(lane)];
  const auto after = std::upper_bound(bars_.begin() + l.first, bars_.begin() + l.end, atMs,
                                      [](qint64 at, const TimelineBar& bar) { return at < bar.startedMs; });
  return std::max(l.first, static_cast<int>(after - bars_.begin()) - 1);
}

int Timeline::barAt(int lane, qint64 atMs) const {
  const int bar = nearest(lane, atMs);
  if (bar < 0 || bars_[bar].startedMs > atMs) return -1;
  // Attempts of one slot follow each other; where they overlap all the same, the one that began last counts.
  const int first = lanes_[static_cast<std::size_t>(lane)].first;
  for (int i = bar; i >= first && endOf(latest_[static_cast<std::size_t>(i)]) >= atMs; --i) {
    if (endOf(i) >= atMs) return i;
  }
  return -1;
}

int Timeline::find(const QString& job, const QString& task) const {
  int found = -1;
  for (int i = 0; i < static_cast<int>(bars_.size()); ++i) {
    if (bars_[i].task == task && bars_[i].job == job &&
        (found < 0 || bars_[i].startedMs >= bars_[found].startedMs))
      found = i;
  }
  return found;
}

BarOutcome Timeline::worstOf(int first, int end) const {
  for (auto o = static_cast<int>(counts_.size()) - 1; o > 0; --o) {
    const auto& counts = counts_[static_cast<std::size_t>(o)];
    if (counts[static_cast<std::size_t>(end)] > counts[static_cast<std::size_t>(first)])
      return static_cast<BarOutcome>(o);
  }
  return BarOutcome::Succeeded;
}

Timeline::Piece Timeline::alone(int bar) const {
  return {bars_[bar].startedMs, endOf(bar), bar, 1, bars_[bar].outcome};
}

std::vector<Timeline::Piece> Timeline::pieces(int lane, qint64 fromMs, qint64 toMs, double msPerPixel,
                                              qint64* steps) const {
  std::vector<Piece> out;
  if (lane < 0 || lane >= static_cast<int>(lanes_.size()) || !(msPerPixel > 0)) return out;
  const Lane& l = lanes_[static_cast<std::size_t>(lane)];
  const auto wide = [&](int i) {
    return static_cast<double>(endOf(i) - bars_[i].startedMs) >= 2 * msPerPixel;
  };
  const auto startsBefore = [this](int from, int end, qint64 at) {
    const auto it = std::lower_bound(bars_.begin() + from, bars_.begin() + end, at,
                                     [](const TimelineBar& bar, qint64 t) { return bar.startedMs < t; });
    return static_cast<int>(it - bars_.begin());
  };
  int i = startsBefore(l.first, l.end, fromMs);
  if (i > l.first) {
    // Of those that began before the window at most two are seen: the one that lasts longest, the last one.
    const int longest = latest_[static_cast<std::size_t>(i) - 1];
    for (const int bar : {longest, i - 1}) {
      if (endOf(bar) > fromMs && (out.empty() || bar != longest)) out.push_back(alone(bar));
    }
    if (steps) *steps += 2;
  }
  while (i < l.end && bars_[i].startedMs < toMs) {
    int end = i + 1;
    if (!wide(i)) {
      const double pixel = std::floor(static_cast<double>(bars_[i].startedMs - fromMs) / msPerPixel);
      const auto next = fromMs + static_cast<qint64>(std::ceil((pixel + 1) * msPerPixel));
      end = startsBefore(i, l.end, next);
      end = std::max(end, i + 1);
      // A long one that begins in the same pixel has a piece of its own.
      if (end - i > 1 && wide(end - 1)) --end;
    }
    const qint64 reach = end - i == 1 ? endOf(i) : std::max(endOf(i), endOf(end - 1));
    out.push_back({bars_[i].startedMs, reach, i, end - i, worstOf(i, end)});
    if (steps) ++*steps;
    i = end;
  }
  return out;
}

}  // namespace aerie::models
