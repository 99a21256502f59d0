// How moments are told: by the clock on the wall, or, of jobs on virtual hosts, whose time goes faster and
// may lie ahead of every clock, as the time since their beginning. Pure; GUI thread (QLocale).
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "app/models/when.h"

namespace aerie::models {

class TimeScale final {
 public:
  TimeScale() = default;  // the clock on the wall
  static TimeScale since(qint64 zeroMs);
  // Of a job or cluster of that engine that began at `zeroMs`.
  static TimeScale ofEngine(const QString& engine, qint64 zeroMs);

  bool isVirtual() const { return zeroMs_.has_value(); }
  // At most `most` + 1 round moments inside of [fromMs, toMs].
  QList<qint64> ticks(qint64 fromMs, qint64 toMs, int most) const;
  QString tickText(qint64 tickMs, qint64 spanMs) const;
  // "2:05:10 PM", with its day if that is another one, or "+12.3 min".
  QString text(qint64 unixMs, Fine fine) const;
  // The clock alone, or "+12.3 min".
  QString clock(qint64 unixMs, Fine fine) const;
  bool operator==(const TimeScale&) const = default;

 private:
  QString lengthText(qint64 unixMs) const;

  std::optional<qint64> zeroMs_;
};

}  // namespace aerie::models
