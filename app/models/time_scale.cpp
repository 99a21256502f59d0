#include "app/models/time_scale.h"

#include <cmath>

#include "app/models/elapsed.h"
#include "app/models/series.h"

namespace aerie::models {

TimeScale TimeScale::since(qint64 zeroMs) {
  TimeScale out;
  out.zeroMs_ = zeroMs;
  return out;
}

TimeScale TimeScale::ofEngine(const QString& engine, qint64 zeroMs) {
  return engine == QLatin1String("simulated") ? since(zeroMs) : TimeScale();
}

QList<qint64> TimeScale::ticks(qint64 fromMs, qint64 toMs, int most) const {
  if (!zeroMs_) return timeTicks(fromMs, toMs, most);
  QList<qint64> out;
  const auto from = static_cast<double>(fromMs - *zeroMs_);
  const auto to = static_cast<double>(toMs - *zeroMs_);
  for (const double tick : elapsedTicks(from, to, most)) {
    if (tick >= 0) out.append(*zeroMs_ + std::llround(tick));  // before the beginning is nothing
  }
  return out;
}

QString TimeScale::tickText(qint64 tickMs, qint64 spanMs) const {
  return zeroMs_ ? elapsedAxisText(static_cast<double>(tickMs - *zeroMs_)) : timeTickText(tickMs, spanMs);
}

QString TimeScale::text(qint64 unixMs, Fine fine) const {
  return zeroMs_ ? lengthText(unixMs) : recentText(unixMs, fine);
}

QString TimeScale::clock(qint64 unixMs, Fine fine) const {
  return zeroMs_ ? lengthText(unixMs) : clockText(unixMs, fine);
}

QString TimeScale::lengthText(qint64 unixMs) const {
  if (unixMs == 0) return {};
  return QLatin1Char('+') + lengthOfTimeText(static_cast<double>(unixMs - *zeroMs_));
}

}  // namespace aerie::models
