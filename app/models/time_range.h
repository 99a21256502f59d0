// Which time a page shows: the last so many minutes, following the clock, or a fixed piece of the past. Pure.
#pragma once

#include <QString>
#include <QtGlobal>
#include <array>

namespace aerie::models {

struct TimeRange {
  static constexpr qint64 kMinute = 60'000;
  // What the bar offers.
  static constexpr std::array<qint64, 5> kLengths{5 * kMinute, 15 * kMinute, 60 * kMinute, 360 * kMinute,
                                                  1'440 * kMinute};
  static constexpr qint64 kShortest = 10'000;  // a drag over less is a slip of the hand

  qint64 lengthMs = 15 * kMinute;  // while live, and what "live" goes back to
  qint64 fromMs = 0;               // both 0 = live
  qint64 toMs = 0;
  bool operator==(const TimeRange&) const = default;

  bool live() const { return toMs == 0; }
  // Fixed to something that nobody can choose as a length.
  bool custom() const { return !live() && toMs - fromMs != lengthMs; }
  qint64 from(qint64 nowMs) const { return live() ? nowMs - lengthMs : fromMs; }
  qint64 to(qint64 nowMs) const { return live() ? nowMs : toMs; }

  static TimeRange last(qint64 lengthMs) { return {lengthMs, 0, 0}; }
  TimeRange resumed() const { return {lengthMs, 0, 0}; }
  TimeRange paused(qint64 nowMs) const {
    return live() ? TimeRange{lengthMs, nowMs - lengthMs, nowMs} : *this;
  }
  // Any order of the two; unchanged when they are too close.
  TimeRange piece(qint64 a, qint64 b) const {
    const qint64 low = a < b ? a : b;
    const qint64 high = a < b ? b : a;
    return high - low < kShortest ? *this : TimeRange{lengthMs, low, high};
  }
};

// "15 min", "6 h".
QString lengthText(qint64 lengthMs);
// "14:02 - 14:09", with the day when it is not today's.
QString spanText(qint64 fromMs, qint64 toMs);

}  // namespace aerie::models
