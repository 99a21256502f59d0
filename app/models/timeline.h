// The attempts of a cluster or job as bars in lanes, prepared so that painting and hit testing cost by pixels
// and not by bars; and their exports. Values and pure functions; GUI thread for the words, any for the rest.
// Times in Unix milliseconds.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtGlobal>
#include <vector>

#include "app/models/id_table_model.h"

namespace aerie::models {

// How an attempt ended, by urgency: of neighbours that share a pixel the last one of these is shown.
enum class BarOutcome { Succeeded, Running, Cancelled, Lost, TimedOut, OutOfMemory, Failed };
inline constexpr int kBarOutcomes = 7;
Tone toneOf(BarOutcome outcome);
QString textOf(BarOutcome outcome);     // translated
QString englishOf(BarOutcome outcome);  // for files: "out_of_memory"

// One attempt, or several neighbours of a lane that were merged by who measured them.
struct TimelineBar {
  QString task;
  QString job = {};
  QString host;
  int lane = 0;  // slot of the host, from 0
  int attempt = 1;
  qint64 queuedMs = 0;  // 0 = not known
  qint64 startedMs = 0;
  qint64 endedMs = 0;  // 0 = it runs
  BarOutcome outcome = BarOutcome::Succeeded;
  int merged = 1;
  bool operator==(const TimelineBar&) const = default;
};

// Bars sorted into lanes: hosts in natural order (host-2 before host-10), their slots, bars by start. Bars
// that run end at `nowMs`.
class Timeline final {
 public:
  struct Lane {
    QString host;
    int slot = 0;
    int first = 0;  // bars [first, end)
    int end = 0;
  };
  // What one pixel column or more of a lane shows: a bar alone, or several that are too short to tell apart.
  struct Piece {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    int bar = 0;                                 // index of the first
    int count = 1;                               // bars
    BarOutcome outcome = BarOutcome::Succeeded;  // the most urgent
  };

  Timeline() = default;
  // Bars without a start are left out.
  Timeline(QList<TimelineBar> bars, qint64 nowMs);

  const QList<TimelineBar>& bars() const { return bars_; }  // by lane, then by start
  const std::vector<Lane>& lanes() const { return lanes_; }
  bool empty() const { return bars_.isEmpty(); }
  qint64 fromMs() const { return fromMs_; }  // both 0 without bars
  qint64 toMs() const { return toMs_; }
  qint64 endOf(int bar) const { return ends_[static_cast<std::size_t>(bar)]; }
  int laneOf(int bar) const;
  int countOf(BarOutcome outcome) const;
  // -1 when nothing runs at that moment in that lane.
  int barAt(int lane, qint64 atMs) const;
  // The bar that begins last at or before the moment, else the lane's first; -1 for an unknown lane.
  int nearest(int lane, qint64 atMs) const;
  // Index of the newest attempt of a task; -1 = none.
  int find(const QString& job, const QString& task) const;

  // What to paint of one lane between two moments when a pixel is `msPerPixel` long: at most two pieces for
  // each pixel, found in steps that grow with pixels and with the logarithm of the number of bars. Pieces
  // ascend; `steps`, if given, is increased by the number of bars looked at.
  std::vector<Piece> pieces(int lane, qint64 fromMs, qint64 toMs, double msPerPixel,
                            qint64* steps = nullptr) const;

 private:
  BarOutcome worstOf(int first, int end) const;
  Piece alone(int bar) const;

  QList<TimelineBar> bars_;
  std::vector<qint64> ends_;
  std::vector<int> latest_;  // of the lane's bars up to this one, the one that ends last
  std::vector<Lane> lanes_;
  // counts_[o][i]: bars before i with outcome o, so that the worst of any stretch is found without looking.
  std::vector<std::vector<int>> counts_;
  qint64 fromMs_ = 0;
  qint64 toMs_ = 0;
};

// For chrome://tracing and Perfetto: {"traceEvents": [...]}, complete events (ph "X", ts and dur in
// microseconds since the first start), hosts as processes, slots as threads, with their names.
QByteArray chromeTraceOf(const Timeline& timeline);
// RFC 4180; times as ISO 8601 in UTC, durations in milliseconds; empty end = it runs.
QString csvOf(const Timeline& timeline);

}  // namespace aerie::models
