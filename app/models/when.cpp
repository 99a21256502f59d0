#include "app/models/when.h"

#include <QCoreApplication>
#include <QList>
#include <QLocale>
#include <algorithm>

namespace aerie::models {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("text", text); }

// A piece of a format: a field such as "MMMM", or what stands between two, with its quotes.
struct Part {
  bool field = false;
  QString text;
  bool is(char letter) const { return field && text.front() == QLatin1Char(letter); }
};
using Parts = QList<Part>;

Parts partsOf(const QString& format) {
  static const QString kFields = QStringLiteral("dMyhHmszAaPpt");
  Parts out;
  bool quoted = false;
  for (const QChar c : format) {
    const bool field = !quoted && c != QLatin1Char('\'') && kFields.contains(c);
    if (c == QLatin1Char('\'')) quoted = !quoted;
    // "AP" is one field of two letters.
    const bool same = !out.isEmpty() && out.back().field == field &&
                      (!field || out.back().text.back() == c || out.back().text == QLatin1String("A") ||
                       out.back().text == QLatin1String("a"));
    if (same) {
      out.back().text += c;
    } else {
      out.append({field, QString(c)});
    }
  }
  return out;
}

QString joined(const Parts& parts) {
  QString out;
  for (const Part& p : parts) out += p.text;
  return out;
}

qsizetype indexOf(const Parts& parts, char letter, qsizetype longerThan = 0) {
  for (qsizetype i = 0; i < parts.size(); ++i) {
    if (parts[i].is(letter) && parts[i].text.size() > longerThan) return i;
  }
  return -1;
}

// "dddd, d. MMMM yyyy": the day of the week goes with the comma and the space beside it, signs that belong
// to another field stay.
Parts withoutWeekday(Parts parts) {
  const qsizetype at = indexOf(parts, 'd', 2);
  if (at < 0) return parts;
  const auto loose = [](QChar c) { return c == QLatin1Char(',') || c.isSpace(); };
  if (at + 1 < parts.size() && !parts[at + 1].field) {
    QString& after = parts[at + 1].text;
    while (!after.isEmpty() && loose(after.front())) after.remove(0, 1);
  }
  if (at > 0 && at + 1 == parts.size() && !parts[at - 1].field) {
    QString& before = parts[at - 1].text;
    while (!before.isEmpty() && loose(before.back())) before.chop(1);
  }
  parts.removeAt(at);
  return parts;
}

Parts withoutYear(Parts parts) {
  const qsizetype at = indexOf(parts, 'y');
  if (at < 0) return parts;
  if (at + 1 < parts.size() && !parts[at + 1].field) parts.removeAt(at + 1);
  parts.removeAt(at);
  if (at > 0 && !parts[at - 1].field) parts.removeAt(at - 1);
  return parts;
}

struct Formats {
  QString date, day, clock[3];
};

Formats formatsOf(const QLocale& locale) {
  Formats out;
  Parts date = withoutWeekday(partsOf(locale.dateFormat(QLocale::LongFormat)));
  for (Part& p : date) {
    if (p.is('M') && p.text.size() > 3) p.text.chop(1);
  }
  out.date = joined(date);
  out.day = joined(withoutYear(date));
  // The short one has what the long one lacks: no zone, and signs in place of words.
  Parts clock = partsOf(locale.timeFormat(QLocale::ShortFormat));
  if (const qsizetype seconds = indexOf(clock, 's'); seconds > 0) clock.remove(seconds - 1, 2);
  const qsizetype minutes = indexOf(clock, 'm');
  const QString sign = minutes > 1 ? clock[minutes - 1].text : QStringLiteral(":");
  out.clock[0] = joined(clock);
  clock.insert(minutes + 1, {true, sign + QStringLiteral("ss")});
  out.clock[1] = joined(clock);
  clock[minutes + 1].text += locale.decimalPoint() + QStringLiteral("zzz");
  out.clock[2] = joined(clock);
  return out;
}

// Tables ask for each cell that they paint.
const Formats& formats(const QLocale& locale) {
  thread_local QLocale known = locale;
  thread_local Formats made = formatsOf(locale);
  if (known != locale) {
    known = locale;
    made = formatsOf(locale);
  }
  return made;
}

QString shown(const QDateTime& at, QString Formats::*date, Fine fine) {
  const QLocale locale;
  const Formats& f = formats(locale);
  return locale.toString(at.date(), f.*date) + QLatin1Char(' ') +
         locale.toString(at.time(), f.clock[static_cast<int>(fine)]);
}

}  // namespace

QString dateText(const QDate& date) {
  const QLocale locale;
  return locale.toString(date, formats(locale).date);
}

QString longDateText(const QDate& date) { return QLocale().toString(date, QLocale::LongFormat); }

QString dayText(const QDate& date) {
  const QLocale locale;
  return locale.toString(date, formats(locale).day);
}

QString clockText(const QTime& time, Fine fine) {
  const QLocale locale;
  return locale.toString(time, formats(locale).clock[static_cast<int>(fine)]);
}

QString clockText(qint64 unixMs, Fine fine) {
  return unixMs <= 0 ? QString() : clockText(QDateTime::fromMSecsSinceEpoch(unixMs).time(), fine);
}

QString timeText(qint64 unixMs, Fine fine) {
  return unixMs <= 0 ? QString() : shown(QDateTime::fromMSecsSinceEpoch(unixMs), &Formats::date, fine);
}

QString dayClockText(qint64 unixMs, Fine fine) {
  return unixMs <= 0 ? QString() : shown(QDateTime::fromMSecsSinceEpoch(unixMs), &Formats::day, fine);
}

QString recentText(qint64 unixMs, Fine fine) {
  const bool today = QDateTime::fromMSecsSinceEpoch(unixMs).date() == QDate::currentDate();
  return today ? clockText(unixMs, fine) : dayClockText(unixMs, fine);
}

QString ageText(qint64 sinceMs, qint64 nowMs) {
  if (sinceMs <= 0) return {};
  const qint64 s = std::max<qint64>(0, (nowMs - sinceMs) / 1000);
  if (s < 60) return translated("%1 s ago").arg(s);
  if (s < 3600) return translated("%1 min ago").arg(s / 60);
  if (s < 48 * 3600) return translated("%1 h ago").arg(s / 3600);
  return translated("%1 days ago").arg(QLocale().toString(s / 86400));
}

}  // namespace aerie::models
