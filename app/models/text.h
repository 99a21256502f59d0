// Numbers and sizes as people read them, in their locale, and with when.h moments too. Pure; GUI thread
// (QLocale).
#pragma once

#include <QString>

#include "app/models/when.h"

namespace aerie::models {

QString countText(double value);             // 1,234 or 12.3k or 4.56M: three digits
QString rateText(double perSecond);          // "1.23k/s"
QString percentText(double share);           // 0.4996 -> "50.0 %"
QString sizeText(quint64 bytes);             // "1.2 MiB"
QString millisText(double ms);               // "3.2 ms", "1.2 s"
QString durationText(qint64 ms);             // "42 s", "12 min", "3 h 5 min", "2 d 4 h"
QString shortDigest(const QString& digest);  // first 12 characters

}  // namespace aerie::models
