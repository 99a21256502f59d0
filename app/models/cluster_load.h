// What a training cluster had, promised and used over time, as charts and heat maps take it. Plain values and
// pure functions; any thread. CPUs in cores, times in Unix milliseconds.
#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <QtGlobal>
#include <vector>

namespace aerie::models {

// Means over the interval that begins at atMs.
struct LoadSample {
  qint64 atMs = 0;
  double capacity = 0;  // cores of the hosts that are ready
  double slots = 0;     // cores that running tasks asked for
  double busy = 0;      // cores that really worked
  double running = 0;   // tasks
  double pending = 0;
  bool operator==(const LoadSample&) const = default;
};
// Ascending by time; an interval that was not measured is missing.
struct Load {
  qint64 stepMs = 0;  // length of each interval
  QList<LoadSample> samples;
  bool operator==(const Load&) const = default;
};

struct HostSample {
  qint64 atMs = 0;
  double capacity = 0;         // cores; 0 = the host was not ready
  double slots = 0;            // cores
  double busy = 0;             // cores
  QList<float> coreBusy = {};  // share of each core, 0 to 1; empty = not known
  bool operator==(const HostSample&) const = default;
};
struct HostLoad {
  QString name;
  qint64 stepMs = 0;
  QList<HostSample> samples;  // ascending by time
  bool operator==(const HostLoad&) const = default;
};

// Core hours of the three parts that capacity falls into: busy, asked for but not used, not asked for. What
// is busy beyond what was asked for counts as busy.
struct LoadParts {
  double busyHours = 0;
  double wasteHours = 0;
  double idleHours = 0;
  double capacityHours() const { return busyHours + wasteHours + idleHours; }
  // 0 to 1; 0 without capacity.
  double share(double hours) const;
};
LoadParts partsOf(const Load& load, qint64 fromMs, qint64 toMs);

// One run of a job, to be laid over another: samples as they were, compared by the time since startMs.
struct RunCurve {
  QString title;       // "#18, 21 Nov 20:14"
  qint64 startMs = 0;  // time 0 of the comparison
  Load load;
  // Negative = not known.
  double makespanMs = -1;
  double busyShare = -1;  // of capacity, 0 to 1
  double meanRunning = -1;
  double peakRunning = -1;
  double coreHours = -1;  // paid for
  double cost = -1;
  qint64 tasks = -1;
  qint64 failed = -1;
  bool operator==(const RunCurve&) const = default;
};

// The mean busy share of a host in each of `columns` equal pieces of [fromMs, toMs), weighted by capacity and
// time; negative = the host was not ready, or nothing was measured. `core` -1: the host, else one of its
// cores.
std::vector<float> busyColumns(const HostLoad& host, int core, qint64 fromMs, qint64 toMs, int columns);
// The largest number of cores that a sample of the host tells of.
int coresOf(const HostLoad& host);

}  // namespace aerie::models
