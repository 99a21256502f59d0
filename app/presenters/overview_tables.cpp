#include "app/presenters/overview_tables.h"

#include <QCoreApplication>

#include "app/models/control_words.h"
#include "app/models/text.h"

namespace aerie::presenters {

using models::Tone;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("overview", text); }

int urgency(Tone tone) { return tone == Tone::Danger ? 0 : tone == Tone::Warning ? 1 : 2; }

QString urgencyWord(Tone tone) {
  return tone == Tone::Danger ? tr("Critical") : tone == Tone::Warning ? tr("Warning") : tr("Info");
}

}  // namespace

QString kindOfAction(const QString& action) {
  const QString room = action.section(QLatin1Char('.'), 0, 0);
  if (room == QLatin1String("registry")) return QStringLiteral("version");
  if (room == QLatin1String("deployment")) return QStringLiteral("deployment");
  if (room == QLatin1String("routing")) return QStringLiteral("use_case");
  if (room == QLatin1String("experiment")) return QStringLiteral("experiment");
  return {};
}

Concern concernOf(const rpc::Alert& alert, qint64 nowMs) {
  Concern out;
  out.id = alert.id;
  out.tone = alert.severity == QLatin1String("critical")  ? Tone::Danger
             : alert.severity == QLatin1String("warning") ? Tone::Warning
                                                          : Tone::Info;
  if (alert.subjectKind == QLatin1String("endpoint") || alert.subjectKind == QLatin1String("deployment")) {
    out.kind = QStringLiteral("deployment");
  } else if (alert.subjectKind == QLatin1String("use_case")) {
    out.kind = alert.subjectKind;
  }
  out.subject = alert.subject;
  out.message = models::alertText(alert);
  out.sinceMs = alert.sinceMs;
  out.age = models::ageText(alert.sinceMs, nowMs);
  return out;
}

Change changeOf(const rpc::AuditEntry& entry, qint64 nowMs) {
  Change out;
  out.sequence = entry.sequence;
  out.kind = kindOfAction(entry.action);
  out.subject = entry.subject;
  out.text = models::actionText(entry.action, entry.subject, entry.detail);
  out.actor = entry.actor;
  out.atMs = entry.timeMs;
  out.age = models::ageText(entry.timeMs, nowMs);
  return out;
}

bool moreUrgent(const Concern& a, const Concern& b) {
  return urgency(a.tone) != urgency(b.tone) ? urgency(a.tone) < urgency(b.tone) : a.sinceMs > b.sinceMs;
}

ConcernTable* newConcernTable(QObject* parent) {
  std::vector<models::Column<Concern>> columns;
  columns.push_back({QStringLiteral("urgency"),
                     tr("Urgency"),
                     [](const Concern& c) { return urgencyWord(c.tone); },
                     // The newest of the most urgent ones come first.
                     [](const Concern& c) { return urgency(c.tone) * 1e14 - static_cast<double>(c.sinceMs); },
                     [](const Concern& c) { return c.tone; },
                     {}});
  columns.push_back({QStringLiteral("since"),
                     tr("Since"),
                     [](const Concern& c) { return c.age; },
                     [](const Concern& c) { return c.sinceMs; },
                     {},
                     [](const Concern& c) { return models::timeText(c.sinceMs); }});
  columns.push_back({QStringLiteral("message"),
                     tr("What"),
                     [](const Concern& c) {
                       return c.message.contains(c.subject)
                                  ? c.message
                                  : QStringLiteral("%1: %2").arg(c.subject, c.message);
                     },
                     {},
                     {},
                     [](const Concern& c) { return c.message; }});
  return new ConcernTable([](const Concern& c) { return c.id; }, std::move(columns), parent);
}

ChangeTable* newChangeTable(QObject* parent) {
  std::vector<models::Column<Change>> columns;
  columns.push_back({QStringLiteral("when"),
                     tr("When"),
                     [](const Change& c) { return c.age; },
                     [](const Change& c) { return c.sequence; },
                     {},
                     [](const Change& c) { return models::timeText(c.atMs); }});
  columns.push_back({QStringLiteral("actor"), tr("By"), [](const Change& c) { return c.actor; }, {}, {}, {}});
  columns.push_back({QStringLiteral("what"),
                     tr("What"),
                     [](const Change& c) { return c.text; },
                     {},
                     {},
                     [](const Change& c) { return c.text; }});
  return new ChangeTable(
      [](const Change& c) { return QStringLiteral("%1").arg(c.sequence, 16, 10, QLatin1Char('0')); },
      std::move(columns), parent);
}

}  // namespace aerie::presenters
