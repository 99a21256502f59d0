#include "app/models/elapsed.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace aerie::models {
namespace {

constexpr double kSecond = 1'000;
constexpr double kMinute = 60 * kSecond;
constexpr double kHour = 60 * kMinute;
constexpr std::array<double, 22> kSteps{
    1,         10,          100,         kSecond,      2 * kSecond,  5 * kSecond,  10 * kSecond, 30 * kSecond,
    kMinute,   2 * kMinute, 5 * kMinute, 10 * kMinute, 20 * kMinute, 30 * kMinute, kHour,        2 * kHour,
    4 * kHour, 6 * kHour,   12 * kHour,  24 * kHour,   48 * kHour,   168 * kHour};

QString translated(const char* text) { return QCoreApplication::translate("elapsed", text); }

QString threeDigits(double value) {
  const double rounded = std::abs(value);
  return QLocale().toString(value, 'f', rounded >= 99.95 ? 0 : rounded >= 9.995 ? 1 : 2);
}

// The smallest round length that cuts a span into at most `most` pieces.
double stepFor(double spanMs, int most) {
  const auto it =
      std::find_if(kSteps.begin(), kSteps.end(), [&](double step) { return spanMs / step <= most; });
  double step = it == kSteps.end() ? kSteps.back() : *it;
  while (spanMs / step > most) step *= 2;
  return step;
}

bool whole(double ms, double unit) { return std::abs(ms / unit - std::round(ms / unit)) < 1e-6; }

}  // namespace

QString lengthOfTimeText(double ms) {
  if (ms <= 0) return translated("0 s");
  if (ms < kSecond) return translated("%1 ms").arg(QLocale().toString(ms, 'f', 0));
  if (ms < kMinute) return translated("%1 s").arg(threeDigits(ms / kSecond));
  // Minutes are what jobs are compared by; beyond ten hours nobody counts them.
  if (ms < 10 * kHour) return translated("%1 min").arg(threeDigits(ms / kMinute));
  return translated("%1 h").arg(threeDigits(ms / kHour));
}

QString elapsedAxisText(double ms) {
  const QLocale locale;
  if (ms == 0) return locale.toString(0);
  if (whole(ms, kHour)) return translated("%1 h").arg(locale.toString(ms / kHour, 'f', 0));
  if (whole(ms, kMinute)) return translated("%1 min").arg(locale.toString(ms / kMinute, 'f', 0));
  if (whole(ms, kSecond)) return translated("%1 s").arg(locale.toString(ms / kSecond, 'f', 0));
  return translated("%1 ms").arg(locale.toString(ms, 'f', 0));
}

QList<double> elapsedTicks(double fromMs, double toMs, int most) {
  QList<double> out;
  if (!(toMs > fromMs) || most < 1) return out;
  const double step = stepFor(toMs - fromMs, most);
  for (double at = std::ceil(fromMs / step) * step; at <= toMs; at += step) out.append(at);
  return out;
}

QList<double> elapsedCover(double highMs, int most) {
  const double step = stepFor(std::max(highMs, 1.0), std::max(1, most));
  QList<double> out{0};
  while (out.back() < highMs || out.size() < 2) out.append(out.back() + step);
  return out;
}

}  // namespace aerie::models
