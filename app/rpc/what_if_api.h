// The cluster simulator as presenters ask it: what a training job would take on other clusters. It works on
// this machine and needs neither a control plane nor a running simulation. GUI thread; see ticket.h for what
// an Answer promises. Times in milliseconds of the simulated day, shares from 0 to 1.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "app/rpc/ticket.h"

namespace aerie::rpc {

struct WhatIfScenario {
  QString name;         // right_sized
  QString description;  // English, of its file
  int hosts = 1;
  double cpusPerHost = 1;
  double cpusPerTask = 1;
  QString order;  // as_listed, longest_first, shortest_first, random
  double pricePerHostHour = 0;
  qint64 tasks = 0;
  // So many tasks on each host, whatever they ask for: CPUs per task change nothing. 0 = right-sized slots.
  int tasksPerHost = 0;
  int runs = 1;
  bool operator==(const WhatIfScenario&) const = default;
};

// Every combination of the lists; an empty one keeps the scenario's own value.
struct WhatIfQuestion {
  static constexpr int kMostRows = 400;
  static constexpr int kMostRuns = 100;
  static constexpr int kMostHosts = 2'000;

  QString scenario;
  QList<int> hosts;
  QList<double> cpusPerTask;
  QStringList orders;
  QList<double> prices;
  int runs = 0;  // of each combination, with other seeds; 0 = the scenario's
  bool operator==(const WhatIfQuestion&) const = default;
};

// Means over the runs.
struct WhatIfRow {
  int hosts = 0;
  double cpusPerTask = 0;
  QString order;
  double pricePerHostHour = 0;
  qint64 slotCount = 0;  // tasks that can run at once
  double makespanMs = 0, makespanLowMs = 0, makespanHighMs = 0;
  double firstStartMs = 0;
  double busyShare = 0;
  double slotShare = 0;
  double meanRunning = 0, peakRunning = 0;
  double coreHours = 0;  // paid for
  double cost = 0;
  double failed = 0, unfinished = 0;  // tasks
  bool efficient = false;             // no other row is both faster and cheaper
  bool operator==(const WhatIfRow&) const = default;
};

// Means of the interval that begins at atMs.
struct WhatIfSample {
  double atMs = 0;
  double capacity = 0;  // cores
  double busy = 0;      // cores
  double running = 0;   // the job's tasks
  double queued = 0;    // tasks, of everybody
  bool operator==(const WhatIfSample&) const = default;
};
// A scenario as it is, with one run in full.
struct WhatIfRun {
  WhatIfScenario scenario;
  WhatIfRow summary;
  double stepMs = 0;
  double submittedMs = 0;  // when the job came
  QList<WhatIfSample> samples;
  bool operator==(const WhatIfRun&) const = default;
};

class ClusterWhatIfApi {
 public:
  virtual ~ClusterWhatIfApi() = default;
  // Those that ship with the program, by name.
  virtual QList<WhatIfScenario> scenarios() const = 0;
  // A row for each combination, hosts slowest, price fastest. InvalidArgument says which value is wrong and
  // what helps; Cancelled after Ticket::cancel. `progress` in runs.
  virtual Ticket explore(const WhatIfQuestion& question, QObject* context, Progress progress,
                         Answer<QList<WhatIfRow>> answer) = 0;
  // As many as named, in that order; NotFound for an unknown name.
  virtual Ticket replay(const QStringList& scenarios, QObject* context, Progress progress,
                        Answer<QList<WhatIfRun>> answer) = 0;
};

}  // namespace aerie::rpc
