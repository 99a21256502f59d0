// Made-up training data of any size for the widgets' tests: seeded, the same every time.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/models/cluster_load.h"
#include "app/models/task_cells.h"
#include "app/models/timeline.h"

namespace aerie::testing {

inline constexpr qint64 kDemoStart = 1'779'000'000'000;

// A cheap, repeatable number from 0 to 1.
inline double demoNoise(int seed) {
  const auto x = static_cast<quint32>(seed) * 2'654'435'761U;
  return static_cast<double>((x ^ (x >> 15)) % 10'000) / 10'000;
}

inline models::Load demoLoad(int count, qint64 stepMs = 5'000, double capacity = 160) {
  models::Load out;
  out.stepMs = stepMs;
  for (int i = 0; i < count; ++i) {
    const double at = static_cast<double>(i) / std::max(1, count - 1);
    const double ramp = std::min(1.0, at * 8) * (at > 0.85 ? (1 - at) / 0.15 : 1);
    const double slotted = std::floor(capacity * 0.875 * ramp);
    const double busy = slotted * (0.86 + 0.1 * demoNoise(i));
    out.samples.append(
        {kDemoStart + i * stepMs, capacity, slotted, busy, slotted / 2, std::max(0.0, 1'500 * (1 - at))});
  }
  return out;
}

inline QList<models::HostLoad> demoHosts(int count, int samples, int cores = 16, qint64 stepMs = 10'000) {
  QList<models::HostLoad> out;
  for (int h = 0; h < count; ++h) {
    models::HostLoad host;
    host.name = QStringLiteral("host-%1").arg(h + 1);
    host.stepMs = stepMs;
    for (int i = 0; i < samples; ++i) {
      models::HostSample s;
      s.atMs = kDemoStart + i * stepMs;
      const bool down = h % 7 == 3 && i > samples / 3 && i < samples / 2;
      s.capacity = down ? 0 : cores;
      s.slots = down ? 0 : cores - 2;
      for (int c = 0; c < cores && !down; ++c) {
        const double busy = c < 2 ? 0.1 : 0.75 + 0.25 * demoNoise(h * 977 + i * 31 + c);
        s.coreBusy.append(static_cast<float>(busy));
        s.busy += busy;
      }
      host.samples.append(s);
    }
    out.append(host);
  }
  return out;
}

// Origins x months while a job runs; `columns` 0: without dimensions.
inline QList<models::TaskCell> demoCells(int rows, int columns, double done = 0.6) {
  using models::CellState;
  QList<models::TaskCell> out;
  const int total = rows * std::max(1, columns);
  for (int i = 0; i < total; ++i) {
    const int row = columns > 0 ? i / columns : i;
    models::TaskCell c;
    const QString origin =
        QString(QChar('A' + row / 26 % 26)) + QChar('A' + row % 26) + QChar('A' + row * 7 % 26);
    c.id = QStringLiteral("%1-%2").arg(origin).arg(i);
    if (columns > 0) {
      c.row = QStringLiteral("%1%2").arg(origin, row >= 676 ? QString::number(row) : QString());
      c.column = QStringLiteral("%1").arg(i % columns + 1, 2, 10, QLatin1Char('0'));
    }
    const double x = demoNoise(i);
    const double at = static_cast<double>(i) / total;
    if (at < done) {
      c.state = x < 0.02 ? CellState::Failed : x < 0.03 ? CellState::Cancelled : CellState::Succeeded;
      c.detail = QStringLiteral("48.2 s on host-3");
    } else if (at < done + 0.05) {
      c.state = CellState::Running;
      c.progress = x < 0.3 ? -1 : x;
    } else if (x > 0.985) {
      c.state = CellState::BackOff;
    }
    out.append(c);
  }
  return out;
}

// Attempts of tasks on `hosts` with `lanes` slots each; the last of each slot runs.
inline QList<models::TimelineBar> demoBars(int count, int hosts = 10, int lanes = 7) {
  using models::BarOutcome;
  QList<models::TimelineBar> out;
  out.reserve(count);
  std::vector<qint64> free(static_cast<std::size_t>(hosts * lanes), kDemoStart);
  std::vector<int> last(free.size(), -1);
  for (int i = 0; i < count; ++i) {
    const auto slot = std::min_element(free.begin(), free.end()) - free.begin();
    qint64& at = free[static_cast<std::size_t>(slot)];
    const double x = demoNoise(i);
    const auto length = static_cast<qint64>(20'000 + 70'000 * x * x);
    models::TimelineBar b;
    b.task = QStringLiteral("zone-%1").arg(i);
    b.job = QStringLiteral("17");
    b.host = QStringLiteral("host-%1").arg(slot / lanes + 1);
    b.lane = static_cast<int>(slot % lanes);
    b.queuedMs = kDemoStart;
    b.startedMs = at;
    b.endedMs = at + length;
    b.outcome = x > 0.99    ? BarOutcome::Failed
                : x > 0.985 ? BarOutcome::OutOfMemory
                : x > 0.982 ? BarOutcome::TimedOut
                : x > 0.98  ? BarOutcome::Lost
                : x > 0.975 ? BarOutcome::Cancelled
                            : BarOutcome::Succeeded;
    at += length + 300;
    last[static_cast<std::size_t>(slot)] = i;
    out.append(b);
  }
  for (const int i : last) {
    if (i < 0 || count <= hosts * lanes) continue;
    out[i].outcome = BarOutcome::Running;
    out[i].endedMs = 0;
  }
  return out;
}

inline qint64 demoNow(const QList<models::TimelineBar>& bars) {
  qint64 now = kDemoStart + 1'000;
  for (const models::TimelineBar& b : bars) now = std::max({now, b.endedMs, b.startedMs + 15'000});
  return now;
}

inline models::RunCurve demoRun(const char* title, double makespanMs, double busyShare, double running) {
  models::RunCurve out;
  out.title = QLatin1String(title);
  out.startMs = kDemoStart;
  out.load.stepMs = static_cast<qint64>(makespanMs / 100);
  for (int i = 0; i < 100; ++i) {
    const double busy = 160 * busyShare * (0.9 + 0.2 * demoNoise(i)) * (i > 95 ? 0.4 : 1);
    out.load.samples.append({kDemoStart + i * out.load.stepMs, 160, busy, busy, running, 0});
  }
  out.makespanMs = makespanMs;
  out.busyShare = busyShare;
  out.meanRunning = out.peakRunning = running;
  out.coreHours = 160 * makespanMs / 3'600'000;
  out.cost = out.coreHours / 20;
  out.tasks = 1'500;
  out.failed = 0;
  return out;
}

}  // namespace aerie::testing
