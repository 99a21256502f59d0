#include "app/models/training_tables.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include "app/models/text.h"
#include "app/models/training_words.h"

namespace aerie::models {
namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) {
  return QCoreApplication::translate("training", text, comment, n);
}

// Sorts as people count: host-2 before host-10.
QString naturalKey(const QString& name) {
  static const QRegularExpression number(QStringLiteral("\\d+"));
  QString out;
  qsizetype at = 0;
  for (auto it = number.globalMatch(name); it.hasNext();) {
    const QRegularExpressionMatch found = it.next();
    out += name.mid(at, found.capturedStart() - at) + found.captured().rightJustified(12, QLatin1Char('0'));
    at = found.capturedEnd();
  }
  return out + name.mid(at);
}

QString wholeText(double value) { return QLocale().toString(value, 'f', 0); }

double cpusOf(const rpc::TrainingCluster& cluster) {
  double out = 0;
  for (const rpc::TrainingHost& h : cluster.hosts) out += h.cpuMillis / 1000.0;
  return out;
}

double busyOf(const rpc::TrainingCluster& cluster) {
  double busy = 0;
  for (const rpc::TrainingHost& h : cluster.hosts) busy += h.coresBusy;
  const double cpus = cpusOf(cluster);
  return cpus > 0 ? busy / cpus : -1;
}

template <class Row>
Column<Row> textColumn(const char* id, const QString& title, std::function<QString(const Row&)> text) {
  return {QLatin1String(id), title, std::move(text), {}, {}, {}};
}

template <class Row>
Column<Row> numberColumn(const char* id, const QString& title, std::function<QString(const Row&)> text,
                         std::function<QVariant(const Row&)> sortKey) {
  return {QLatin1String(id), title, std::move(text), std::move(sortKey), {}, {}, true};
}

}  // namespace

JobTable* newJobTable(QObject* parent) {
  using Row = rpc::TrainingJob;
  std::vector<Column<Row>> out;
  out.push_back({QStringLiteral("application"),
                 tr("Job"),
                 [](const Row& j) { return j.application; },
                 {},
                 {},
                 [](const Row& j) { return tr("Job %1 of %2").arg(j.id, j.application); }});
  out.push_back({QStringLiteral("state"),
                 tr("State"),
                 [](const Row& j) { return wordOf(j.state); },
                 {},
                 [](const Row& j) { return toneOf(j.state); },
                 [](const Row& j) { return j.message; }});
  out.push_back({QStringLiteral("submitted"),
                 tr("Submitted"),
                 [](const Row& j) { return recentText(j.submittedMs, Fine::Minutes); },
                 [](const Row& j) { return j.submittedMs; },
                 {},
                 [](const Row& j) { return timeText(j.submittedMs, Fine::Seconds); }});
  out.push_back(numberColumn<Row>(
      "done", tr("Tasks done"),
      [](const Row& j) {
        return QStringLiteral("%1 / %2").arg(wholeText(j.tasks.succeeded), wholeText(j.tasks.total()));
      },
      [](const Row& j) {
        return j.tasks.total() == 0 ? 0.0 : static_cast<double>(j.tasks.succeeded) / j.tasks.total();
      }));
  out.push_back(numberColumn<Row>(
      "took", tr("Took"),
      [](const Row& j) { return j.endedMs > 0 ? durationText(j.endedMs - j.submittedMs) : QString(); },
      [](const Row& j) { return j.endedMs > 0 ? j.endedMs - j.submittedMs : 0; }));
  out.push_back(textColumn<Row>("engine", tr("Engine"), [](const Row& j) { return engineText(j.engine); }));
  out.push_back(numberColumn<Row>(
      "failed", tr("Failed"),
      [](const Row& j) { return j.tasks.failed == 0 ? QString() : wholeText(j.tasks.failed); },
      [](const Row& j) { return j.tasks.failed; }));
  out.push_back(textColumn<Row>("published", tr("Published"), [](const Row& j) {
    return j.publication.version.isEmpty() ? QString()
                                           : j.publication.model + QLatin1Char('@') + j.publication.version;
  }));
  out.push_back(numberColumn<Row>(
      "cost", tr("Cost"), [](const Row& j) { return j.cost > 0 ? costText(j.cost) : QString(); },
      [](const Row& j) { return j.cost; }));
  out.push_back(textColumn<Row>("by", tr("By"), [](const Row& j) { return j.submittedBy; }));
  out.push_back({QStringLiteral("id"), tr("Id"), [](const Row& j) { return j.id; }, {}, {}, {}, false, true});
  return new JobTable([](const Row& j) { return j.id; }, std::move(out), parent);
}

ClusterTable* newClusterTable(QObject* parent) {
  using Row = rpc::TrainingCluster;
  std::vector<Column<Row>> out;
  out.push_back(textColumn<Row>("name", tr("Cluster"), [](const Row& c) { return c.name; }));
  out.push_back({QStringLiteral("state"),
                 tr("State"),
                 [](const Row& c) { return wordOf(c.state); },
                 {},
                 [](const Row& c) { return toneOf(c.state); },
                 [](const Row& c) { return c.message; }});
  out.push_back(numberColumn<Row>(
      "hosts", tr("Hosts"), [](const Row& c) { return wholeText(static_cast<double>(c.hosts.size())); },
      [](const Row& c) { return c.hosts.size(); }));
  out.push_back(numberColumn<Row>(
      "cpus", tr("CPUs"), [](const Row& c) { return wholeText(cpusOf(c)); },
      [](const Row& c) { return cpusOf(c); }));
  out.push_back(numberColumn<Row>(
      "busy", tr("CPU used"), [](const Row& c) { return busyOf(c) < 0 ? QString() : percentText(busyOf(c)); },
      [](const Row& c) { return busyOf(c); }));
  out.push_back(textColumn<Row>("engine", tr("Engine"), [](const Row& c) { return engineText(c.engine); }));
  out.push_back(numberColumn<Row>(
      "jobs", tr("Jobs"), [](const Row& c) { return wholeText(static_cast<double>(c.jobs.size())); },
      [](const Row& c) { return c.jobs.size(); }));
  out.push_back(numberColumn<Row>(
      "created", tr("Created"), [](const Row& c) { return recentText(c.createdMs, Fine::Minutes); },
      [](const Row& c) { return c.createdMs; }));
  out.push_back(numberColumn<Row>(
      "cost", tr("Cost"), [](const Row& c) { return c.cost > 0 ? costText(c.cost) : QString(); },
      [](const Row& c) { return c.cost; }));
  return new ClusterTable([](const Row& c) { return c.name; }, std::move(out), parent);
}

TrainingHostTable* newTrainingHostTable(QObject* parent) {
  using Row = rpc::TrainingHost;
  std::vector<Column<Row>> out;
  out.push_back(textColumn<Row>("name", tr("Host"), [](const Row& h) { return h.name; }));
  out.back().sortKey = [](const Row& h) { return naturalKey(h.name); };
  out.push_back({QStringLiteral("state"),
                 tr("State"),
                 [](const Row& h) { return h.ready ? tr("Ready") : tr("Not ready"); },
                 {},
                 [](const Row& h) { return h.ready ? Tone::Ok : Tone::Warning; },
                 [](const Row& h) { return h.message; }});
  out.push_back(numberColumn<Row>(
      "busy", tr("CPU used"),
      [](const Row& h) {
        return h.cpuMillis == 0 ? QString() : percentText(h.coresBusy * 1000 / h.cpuMillis);
      },
      [](const Row& h) { return h.cpuMillis == 0 ? 0 : h.coresBusy * 1000 / h.cpuMillis; }));
  out.push_back(numberColumn<Row>(
      "slots", tr("Asked for"),
      [](const Row& h) {
        return QStringLiteral("%1 / %2").arg(QLocale().toString(h.cpuMillisUsed / 1000.0, 'g', 3),
                                             cpusText(h.cpuMillis));
      },
      [](const Row& h) { return h.cpuMillisUsed; }));
  out.push_back(numberColumn<Row>(
      "running", tr("Tasks"), [](const Row& h) { return wholeText(h.running); },
      [](const Row& h) { return h.running; }));
  out.push_back(numberColumn<Row>(
      "memory", tr("Memory used"),
      [](const Row& h) {
        return h.memoryBytes == 0
                   ? sizeText(h.memoryBytesBusy)
                   : QStringLiteral("%1 / %2").arg(sizeText(h.memoryBytesBusy), sizeText(h.memoryBytes));
      },
      [](const Row& h) { return h.memoryBytesBusy; }));
  return new TrainingHostTable([](const Row& h) { return h.name; }, std::move(out), parent);
}

}  // namespace aerie::models
