// What the bench of the desktop measures. GUI thread.
#pragma once

#include <QString>

#include "tests/bench/app/desk_window.h"
#include "tests/bench/app/loop_watch.h"
#include "tests/bench/app/report.h"

namespace aerie::bench {

struct Settings {
  QString program;  // aerie
  int starts = 7;
  int seconds = 20;  // of updates, for each way of sorting
  int deployments = 10'000;
  int changes_per_second = 1'000;
  int long_run = 100'000;  // changes
  int bars = 100'000;      // of the timeline
  int steps = 40;          // of panning and zooming, each way
};

// From the start of the process to the end of the first painting.
void measureStart(const Settings& settings, Report& report);
// Each page: made, shown; memory with all of them.
void measurePages(LoopWatch& app, Desktop& desktop, Report& report);
// Light to dark and back, on each page, all pages having been seen.
void measureTheme(LoopWatch& app, Desktop& desktop, Report& report);
// The table of deployments under updates, beside the diagram of the flow; then memory over a long run.
void measureUpdates(const Settings& settings, LoopWatch& app, Desktop& desktop, Report& report);

// The training timeline: filled, filled anew, zoomed, panned.
void measureTimeline(const Settings& settings, LoopWatch& app, Report& report);
// From saying yes to the local simulation to live data: the real simulation, started for this.
void measureFirstRun(const Settings& settings, LoopWatch& app, widgets::Theme& theme, Report& report);

}  // namespace aerie::bench
