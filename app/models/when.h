// Moments as people read them, in the order and with the signs of their locale: the only place that knows
// formats of dates and times. Moments are Unix milliseconds, shown in local time; 0 = never, an empty text.
#pragma once

#include <QDateTime>
#include <QString>

namespace aerie::models {

enum class Fine { Minutes, Seconds, Millis };

// In en_US, de, ja:
QString dateText(const QDate& date);      // "Nov 22, 2026", "22. Nov. 2026", "2026年11月22日"
QString longDateText(const QDate& date);  // the same with the day of the week and the month's whole name
QString dayText(const QDate& date);       // without the year: "Nov 22", "22. Nov.", "11月22日"
QString clockText(const QTime& time, Fine fine = Fine::Minutes);  // "2:05 PM", "14:05", "14:05"
QString clockText(qint64 unixMs, Fine fine = Fine::Minutes);
QString timeText(qint64 unixMs, Fine fine = Fine::Minutes);  // date and clock
QString dayClockText(qint64 unixMs, Fine fine);              // day without year, and clock
// The clock alone for a moment of today, else with its day.
QString recentText(qint64 unixMs, Fine fine);
QString ageText(qint64 sinceMs, qint64 nowMs);  // "3 min ago"

}  // namespace aerie::models
