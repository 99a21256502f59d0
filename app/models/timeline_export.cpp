// Timelines as files for other programs: English, and independent of the locale.
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/models/timeline.h"

namespace aerie::models {
namespace {

constexpr qint64 kMicros = 1'000;  // per millisecond

QJsonObject metadata(const char* what, int process, int thread, const QString& name) {
  QJsonObject event{{QStringLiteral("ph"), QStringLiteral("M")},
                    {QStringLiteral("name"), QLatin1String(what)},
                    {QStringLiteral("pid"), process},
                    {QStringLiteral("args"), QJsonObject{{QStringLiteral("name"), name}}}};
  if (thread >= 0) event.insert(QStringLiteral("tid"), thread);
  return event;
}

QString isoOf(qint64 ms) {
  return ms <= 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString quoted(QString text) {
  const bool plain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
                     !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
  return plain ? text
               : QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

}  // namespace

QByteArray chromeTraceOf(const Timeline& timeline) {
  QJsonArray events;
  QHash<QString, int> processes;
  for (const Timeline::Lane& lane : timeline.lanes()) {
    if (!processes.contains(lane.host)) {
      const auto process = static_cast<int>(processes.size()) + 1;
      processes.insert(lane.host, process);
      events.append(metadata("process_name", process, -1, lane.host));
    }
    events.append(
        metadata("thread_name", processes[lane.host], lane.slot, QStringLiteral("slot %1").arg(lane.slot)));
  }
  for (int i = 0; i < static_cast<int>(timeline.bars().size()); ++i) {
    const TimelineBar& bar = timeline.bars()[i];
    QJsonObject arguments{{QStringLiteral("attempt"), bar.attempt},
                          {QStringLiteral("outcome"), englishOf(bar.outcome)},
                          {QStringLiteral("started"), isoOf(bar.startedMs)}};
    if (!bar.job.isEmpty()) arguments.insert(QStringLiteral("job"), bar.job);
    if (bar.merged > 1) arguments.insert(QStringLiteral("merged"), bar.merged);
    if (bar.queuedMs > 0) {
      arguments.insert(QStringLiteral("waited_ms"),
                       static_cast<double>(std::max<qint64>(0, bar.startedMs - bar.queuedMs)));
    }
    events.append(QJsonObject{
        {QStringLiteral("ph"), QStringLiteral("X")},
        {QStringLiteral("name"), bar.task},
        {QStringLiteral("cat"), englishOf(bar.outcome)},
        {QStringLiteral("pid"), processes[bar.host]},
        {QStringLiteral("tid"), bar.lane},
        {QStringLiteral("ts"), static_cast<double>((bar.startedMs - timeline.fromMs()) * kMicros)},
        {QStringLiteral("dur"), static_cast<double>((timeline.endOf(i) - bar.startedMs) * kMicros)},
        {QStringLiteral("args"), arguments}});
  }
  const QJsonObject all{{QStringLiteral("displayTimeUnit"), QStringLiteral("ms")},
                        {QStringLiteral("traceEvents"), events}};
  return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QString csvOf(const Timeline& timeline) {
  QString out =
      QStringLiteral("job,task,attempt,host,slot,queued,started,ended,duration_ms,outcome,merged\r\n");
  for (int i = 0; i < static_cast<int>(timeline.bars().size()); ++i) {
    const TimelineBar& bar = timeline.bars()[i];
    const QStringList row{quoted(bar.job),
                          quoted(bar.task),
                          QString::number(bar.attempt),
                          quoted(bar.host),
                          QString::number(bar.lane),
                          isoOf(bar.queuedMs),
                          isoOf(bar.startedMs),
                          isoOf(bar.endedMs),
                          QString::number(timeline.endOf(i) - bar.startedMs),
                          englishOf(bar.outcome),
                          QString::number(bar.merged)};
    out += row.join(QLatin1Char(',')) + QLatin1String("\r\n");
  }
  return out;
}

}  // namespace aerie::models
