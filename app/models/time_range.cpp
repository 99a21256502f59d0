#include "app/models/time_range.h"

#include <QCoreApplication>
#include <QDateTime>

#include "app/models/when.h"

namespace aerie::models {

static QString translated(const char* text) { return QCoreApplication::translate("time_range", text); }

QString lengthText(qint64 lengthMs) {
  const qint64 minutes = lengthMs / TimeRange::kMinute;
  return minutes < 60 ? translated("%1 min").arg(minutes) : translated("%1 h").arg(minutes / 60);
}

QString spanText(qint64 fromMs, qint64 toMs) {
  const QDateTime from = QDateTime::fromMSecsSinceEpoch(fromMs);
  const QDateTime to = QDateTime::fromMSecsSinceEpoch(toMs);
  const bool seconds = toMs - fromMs < 10 * TimeRange::kMinute;
  const Fine fine = seconds ? Fine::Seconds : Fine::Minutes;
  const bool today = from.date() == to.date() && to.date() == QDate::currentDate();
  //: a span of time: from - to
  return translated("%1 - %2").arg(
      today ? clockText(fromMs, fine) : dayClockText(fromMs, fine),
      from.date() == to.date() ? clockText(toMs, fine) : dayClockText(toMs, fine));
}

}  // namespace aerie::models
