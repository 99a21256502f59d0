#include "app/models/columns.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDateTime>

#include "app/models/control_words.h"
#include "app/models/text.h"

namespace aerie::models {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("columns", text); }

// Versions sort as people count: 2 before 10.
QVariant versionSortKey(const QString& version) {
  bool number = false;
  const qulonglong n = version.toULongLong(&number);
  return number ? QVariant(QStringLiteral("%1").arg(n, 12, 10, QLatin1Char('0'))) : QVariant(version);
}

QString wantedText(const rpc::DeploymentSpec& spec) {
  return spec.stage.isEmpty() ? spec.version : tr("%1 (stage)").arg(spec.stage);
}

}  // namespace

QString metricTitle(const QString& name) {
  if (name == QLatin1String("auc")) return tr("AUC");
  if (name == QLatin1String("log_loss")) return tr("Log loss");
  // What our own training counts.
  if (name == QLatin1String("train_rows")) return tr("Rows trained on");
  if (name == QLatin1String("test_rows")) return tr("Rows tested on");
  if (name == QLatin1String("parts")) return tr("Parts");
  if (name == QLatin1String("left_out")) return tr("Parts left out");
  const QString everywhere = QStringLiteral("_everywhere");
  //: %1 is a metric of a zone's part; here that of the model of all zones, on the same rows
  if (name.endsWith(everywhere))
    return tr("%1, model of all zones").arg(metricTitle(name.chopped(everywhere.size())));
  QString title = name;
  title.replace(QLatin1Char('_'), QLatin1Char(' '));
  if (!title.isEmpty()) title[0] = title[0].toUpper();
  return title;
}

Tone toneOfStage(const QString& stage) {
  if (stage == QLatin1String("production")) return Tone::Ok;
  return Tone::Accent;
}

Tone toneOfPhase(const QString& phase) {
  if (phase == QLatin1String("ready")) return Tone::Ok;
  if (phase == QLatin1String("failed")) return Tone::Danger;
  if (phase == QLatin1String("draining")) return Tone::Warning;
  return phase == QLatin1String("stopped") ? Tone::Muted : Tone::Info;
}

Tone toneOfStep(const QString& state) {
  if (state == QLatin1String("done")) return Tone::Ok;
  if (state == QLatin1String("failed")) return Tone::Danger;
  return state == QLatin1String("running") ? Tone::Info : Tone::Muted;
}

Tone toneOf(const rpc::Deployment& d) {
  if (d.deleting) return Tone::Muted;
  if (d.failedStep()) return Tone::Danger;
  if (d.generation != d.observedGeneration ||
      (!d.targetVersion.isEmpty() && d.targetVersion != d.servingVersion)) {
    return Tone::Info;
  }
  const auto ready = static_cast<quint32>(d.readyReplicas());
  return ready >= d.spec.replicas ? Tone::Ok : ready > 0 ? Tone::Warning : Tone::Danger;
}

StateWord stateOf(const rpc::Deployment& d) {
  const Tone tone = toneOf(d);
  switch (tone) {
    case Tone::Muted: return {tr("Deleting"), tone};
    case Tone::Info: return {tr("Rolling out"), tone};
    case Tone::Ok: return {tr("Ready"), tone};
    case Tone::Warning: return {tr("Degraded"), tone};
    default: break;
  }
  if (!d.failedStep()) return {tr("Not ready"), tone};
  return {d.servingVersion.isEmpty() ? tr("Failed") : tr("Rollout failed"), tone};
}

ModelTable* newModelTable(QObject* parent) {
  using Row = rpc::Model;
  std::vector<Column<Row>> columns;
  columns.push_back({QStringLiteral("model"), tr("Model"), [](const Row& m) { return m.name; }, {}, {}, {}});
  columns.push_back(
      {QStringLiteral("production"),
       tr("Production"),
       [](const Row& m) { return m.stages.value(QStringLiteral("production")); },
       [](const Row& m) { return versionSortKey(m.stages.value(QStringLiteral("production"))); },
       {},
       {},
       true});
  columns.push_back({QStringLiteral("versions"),
                     tr("Versions"),
                     [](const Row& m) { return QString::number(m.versions.size()); },
                     [](const Row& m) { return m.versions.size(); },
                     {},
                     {},
                     true});
  return new ModelTable([](const Row& m) { return m.name; }, std::move(columns), parent);
}

VersionTable* newVersionTable(QObject* parent) {
  using Row = rpc::ModelVersion;
  const auto metric = [](const char* name) {
    return [name](const Row& v) -> QVariant {
      for (const rpc::NamedNumber& m : v.metrics) {
        if (m.name == QLatin1String(name)) return m.value;
      }
      return {};
    };
  };
  const auto metricText = [metric](const char* name) {
    return [get = metric(name)](const Row& v) {
      const QVariant value = get(v);
      return value.isValid() ? QLocale().toString(value.toDouble(), 'f', 4) : QString();
    };
  };
  std::vector<Column<Row>> columns;
  columns.push_back({QStringLiteral("version"),
                     tr("Version"),
                     [](const Row& v) { return v.version; },
                     [](const Row& v) { return versionSortKey(v.version); },
                     {},
                     {}});
  columns.push_back(
      {QStringLiteral("stages"),
       tr("Stage"),
       [](const Row& v) { return v.archived ? tr("archived") : v.stages.join(QStringLiteral(", ")); },
       {},
       [](const Row& v) {
         if (v.archived) return Tone::Muted;
         if (v.stages.isEmpty()) return Tone::None;
         return v.stages.contains(QStringLiteral("production")) ? Tone::Ok : toneOfStage(v.stages.front());
       },
       {}});
  columns.push_back({QStringLiteral("auc"),
                     metricTitle(QStringLiteral("auc")),
                     metricText("auc"),
                     metric("auc"),
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("log_loss"),
                     metricTitle(QStringLiteral("log_loss")),
                     metricText("log_loss"),
                     metric("log_loss"),
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("size"),
                     tr("Size"),
                     [](const Row& v) { return sizeText(v.sizeBytes); },
                     [](const Row& v) { return v.sizeBytes; },
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("registered"),
                     tr("Registered"),
                     [](const Row& v) { return timeText(v.registeredMs); },
                     [](const Row& v) { return v.registeredMs; },
                     {},
                     {}});
  columns.push_back({QStringLiteral("digest"),
                     tr("Digest"),
                     [](const Row& v) { return shortDigest(v.digest); },
                     {},
                     {},
                     [](const Row& v) { return v.digest; },
                     false,
                     true});
  return new VersionTable([](const Row& v) { return v.id(); }, std::move(columns), parent);
}

DeploymentTable* newDeploymentTable(QObject* parent) {
  using Row = rpc::Deployment;
  std::vector<Column<Row>> columns;
  columns.push_back(
      {QStringLiteral("endpoint"), tr("Endpoint"), [](const Row& d) { return d.spec.endpoint; }, {}, {}, {}});
  columns.push_back({QStringLiteral("state"),
                     tr("State"),
                     [](const Row& d) { return stateOf(d).word; },
                     {},
                     [](const Row& d) { return stateOf(d).tone; },
                     [](const Row& d) { return d.failedStep() ? d.failedStep()->message : QString(); }});
  columns.push_back({QStringLiteral("version"),
                     tr("Serving"),
                     [](const Row& d) {
                       if (d.servingVersion.isEmpty()) return tr("none");
                       return QString(d.spec.model + QLatin1Char('@') + d.servingVersion);
                     },
                     [](const Row& d) { return versionSortKey(d.servingVersion); },
                     {},
                     {}});
  columns.push_back(
      {QStringLiteral("ready"),
       tr("Ready"),
       [](const Row& d) { return QStringLiteral("%1 / %2").arg(d.readyReplicas()).arg(d.spec.replicas); },
       [](const Row& d) { return d.readyReplicas(); },
       {},
       {},
       true});
  columns.push_back(
      {QStringLiteral("wanted"), tr("Follows"), [](const Row& d) { return wantedText(d.spec); }, {}, {}, {}});
  columns.push_back(
      {QStringLiteral("target"), tr("Target"), [](const Row& d) { return d.spec.target; }, {}, {}, {}});
  return new DeploymentTable([](const Row& d) { return d.spec.endpoint; }, std::move(columns), parent);
}

// The worker's own phase, and what the proxies make of it.
static Column<rpc::Replica> healthColumn() {
  using Row = rpc::Replica;
  return {QStringLiteral("phase"),
          tr("Health"),
          [](const Row& r) {
            if (!r.proxyProblem.isEmpty()) return tr("held back");
            return r.serving || r.phase != QLatin1String("ready") ? phaseWord(r.phase)
                                                                  : tr("ready, no traffic");
          },
          {},
          [](const Row& r) { return r.proxyProblem.isEmpty() ? toneOfPhase(r.phase) : Tone::Danger; },
          [](const Row& r) {
            if (!r.proxyProblem.isEmpty()) return r.proxyProblem;
            if (!r.message.isEmpty()) return r.message;
            return r.serving ? tr("Every proxy sends to it") : tr("The proxies do not know this replica");
          }};
}

ReplicaTable* newReplicaTable(QObject* parent, std::function<qint64()> now) {
  using Row = rpc::Replica;
  if (!now) now = [] { return QDateTime::currentMSecsSinceEpoch(); };
  std::vector<Column<Row>> columns;
  columns.push_back(
      {QStringLiteral("id"), tr("Replica"), [](const Row& r) { return r.id; }, {}, {}, {}, false, true});
  columns.push_back(healthColumn());
  columns.push_back({QStringLiteral("version"),
                     tr("Version"),
                     [](const Row& r) { return r.version; },
                     [](const Row& r) { return versionSortKey(r.version); },
                     {},
                     {},
                     true});
  columns.push_back(
      {QStringLiteral("uptime"),
       tr("Uptime"),
       [now](const Row& r) { return r.pid > 0 ? durationText(now() - r.startedMs) : QString(); },
       [](const Row& r) { return -r.startedMs; },
       {},
       [](const Row& r) { return r.pid > 0 ? tr("Since %1").arg(timeText(r.startedMs)) : QString(); },
       true});
  columns.push_back({QStringLiteral("cpu"),
                     tr("CPU"),
                     [](const Row& r) { return percentText(r.cpuPercent / 100); },
                     [](const Row& r) { return r.cpuPercent; },
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("memory"),
                     tr("Memory"),
                     [](const Row& r) { return sizeText(r.memoryBytes); },
                     [](const Row& r) { return r.memoryBytes; },
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("restarts"),
                     tr("Restarts"),
                     [](const Row& r) { return QString::number(r.restarts); },
                     [](const Row& r) { return r.restarts; },
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("pid"),
                     tr("Process"),
                     [](const Row& r) { return QString::number(r.pid); },
                     [](const Row& r) { return r.pid; },
                     {},
                     {},
                     true});
  return new ReplicaTable([](const Row& r) { return r.id; }, std::move(columns), parent);
}

RoutingTable* newRoutingHistoryTable(QObject* parent) {
  using Row = rpc::Routing;
  std::vector<Column<Row>> columns;
  columns.push_back({QStringLiteral("revision"),
                     tr("Config"),
                     [](const Row& r) { return QStringLiteral("#%1").arg(r.revision); },
                     [](const Row& r) { return r.revision; },
                     {},
                     {},
                     true});
  columns.push_back({QStringLiteral("applied"),
                     tr("Applied"),
                     [](const Row& r) { return timeText(r.appliedMs); },
                     [](const Row& r) { return r.appliedMs; },
                     {},
                     {}});
  columns.push_back({QStringLiteral("by"), tr("By"), [](const Row& r) { return r.appliedBy; }, {}, {}, {}});
  columns.push_back({QStringLiteral("comment"),
                     tr("Comment"),
                     [](const Row& r) { return r.comment; },
                     {},
                     {},
                     [](const Row& r) { return r.comment; }});
  return new RoutingTable(
      [](const Row& r) { return QStringLiteral("%1").arg(r.revision, 12, 10, QLatin1Char('0')); },
      std::move(columns), parent);
}

}  // namespace aerie::models
