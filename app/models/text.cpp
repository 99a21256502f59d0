#include "app/models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace aerie::models {
namespace {

QString translated(const char* text, int n = -1) {
  return QCoreApplication::translate("text", text, nullptr, n);
}

// Three digits, whatever the magnitude.
QString threeDigits(double value) {
  const double a = std::abs(value);
  const int decimals = a >= 100 || a == 0 ? 0 : a >= 10 ? 1 : 2;
  return QLocale().toString(value, 'f', decimals);
}

}  // namespace

QString countText(double value) {
  const double a = std::abs(value);
  if (a >= 999.5e6) return threeDigits(value / 1e9) + QLatin1Char('G');
  if (a >= 999.5e3) return threeDigits(value / 1e6) + QLatin1Char('M');
  if (a >= 9'999.5) return threeDigits(value / 1e3) + QLatin1Char('k');
  return QLocale().toString(value, 'f', a >= 100 || std::floor(a) == a ? 0 : 1);
}

QString rateText(double perSecond) {
  //: items per second
  return translated("%1/s").arg(countText(perSecond));
}

QString percentText(double share) { return translated("%1 %").arg(QLocale().toString(share * 100, 'f', 1)); }

QString sizeText(quint64 bytes) { return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1); }

QString millisText(double ms) {
  if (ms >= 1000) return translated("%1 s").arg(threeDigits(ms / 1000));
  return translated("%1 ms").arg(threeDigits(ms));
}

QString durationText(qint64 ms) {
  const qint64 s = std::max<qint64>(0, ms / 1000);
  if (s < 60) return translated("%1 s").arg(s);
  if (s < 3600) return translated("%1 min").arg(s / 60);
  if (s < 48 * 3600) return translated("%1 h %2 min").arg(s / 3600).arg(s / 60 % 60);
  return translated("%1 d %2 h").arg(s / 86400).arg(s / 3600 % 24);
}

QString shortDigest(const QString& digest) { return digest.left(12); }

}  // namespace aerie::models
