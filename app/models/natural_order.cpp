#include "app/models/natural_order.h"

namespace aerie::models {
namespace {

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

// The digits at the beginning, without leading zeros; moves behind them.
QStringView takeNumber(QStringView& text) {
  qsizetype zeros = 0;
  while (zeros < text.size() && text[zeros] == QLatin1Char('0')) ++zeros;
  qsizetype end = zeros;
  while (end < text.size() && isDigit(text[end])) ++end;
  const QStringView number = text.mid(zeros, end - zeros);
  text = text.mid(end);
  return number;
}

}  // namespace

bool naturalLess(QStringView a, QStringView b) {
  const QStringView wholeA = a;
  const QStringView wholeB = b;
  while (!a.isEmpty() && !b.isEmpty()) {
    if (isDigit(a.front()) && isDigit(b.front())) {
      const QStringView x = takeNumber(a);
      const QStringView y = takeNumber(b);
      if (x.size() != y.size()) return x.size() < y.size();
      if (const int order = x.compare(y); order != 0) return order < 0;
      continue;
    }
    if (a.front() != b.front()) return a.front() < b.front();
    a = a.mid(1);
    b = b.mid(1);
  }
  if (a.isEmpty() != b.isEmpty()) return a.isEmpty();
  return wholeA.compare(wholeB) < 0;  // "a01" and "a1" differ as well
}

}  // namespace aerie::models
