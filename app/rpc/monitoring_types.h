// What the desktop knows of the past and of machines: plain values, compared by ==, free of Protobuf. Times
// are Unix milliseconds (0 = never), rates per second, sizes bytes, shares 0..1.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace aerie::rpc {

// ---- history
struct MetricSelector {
  // request_rate, item_rate, error_share, p50_ms, p95_ms, p99_ms, batch_fill, store_ms, cache_hit_share,
  // cpu_percent, memory_bytes, in_flight
  QString metric;
  QMap<QString, QString> labels;  // only what has these: use_case, experiment, arm, endpoint, replica, proxy
  QStringList groupBy;            // one series for each combination; empty = one over all that matches
  bool operator==(const MetricSelector&) const = default;
};
struct MetricsQuery {
  qint64 fromMs = 0;
  qint64 toMs = 0;
  int maxPoints = 300;  // per series
  QList<MetricSelector> selectors;
  bool operator==(const MetricsQuery&) const = default;
};
struct MetricPoint {
  qint64 ms = 0;  // start of the interval that the value describes
  double value = 0;
  bool operator==(const MetricPoint&) const = default;
};
struct MetricSeries {
  QString metric;
  QMap<QString, QString> labels;
  QList<MetricPoint> points;  // ascending; a gap where nothing was measured
  int selector = 0;           // index into the query's selectors
  bool operator==(const MetricSeries&) const = default;
};
struct MetricsAnswer {
  QList<MetricSeries> series;
  qint64 stepMs = 0;    // width of each interval; points further apart than this have a gap between them
  qint64 oldestMs = 0;  // where the history begins
  bool operator==(const MetricsAnswer&) const = default;
};

// ---- alerts and markers
struct Alert {
  QString id;  // stable while the alert lasts
  QString name;
  QString severity;     // critical, warning, info
  QString state;        // firing, resolved
  QString subjectKind;  // endpoint, proxy, deployment, use_case, daemon
  QString subject;
  QString message;
  qint64 sinceMs = 0;
  qint64 resolvedMs = 0;
  double value = 0;
  double threshold = 0;
  QMap<QString, QString> facts;  // what the message names besides: replica, version, feature, reason
  bool operator==(const Alert&) const = default;
  bool firing() const { return resolvedMs == 0; }
};
struct Marker {
  qint64 ms = 0;
  QString kind;  // deploy, promotion, routing, experiment
  QString subject;
  QString text;
  QString actor;
  QString action = {};  // as in the audit log; empty from an older control plane
  QString detail = {};
  bool operator==(const Marker&) const = default;
};

// ---- scores
struct ArmScores {
  QString experiment;  // empty: items of no experiment
  QString arm;
  QList<double> counts;  // one for each pair of neighbouring edges
  double below = 0;
  double above = 0;
  bool operator==(const ArmScores&) const = default;
};
struct ScoreHistogram {
  QList<double> edges;
  QList<ArmScores> arms;
  bool operator==(const ScoreHistogram&) const = default;
};

// ---- hosts
struct HostProcess {
  QString kind;  // control, proxy, worker, sidecar, sim
  QString name;
  qint64 pid = 0;
  double cpuPercent = 0;  // of one core
  quint64 rssBytes = 0;
  qint64 startedMs = 0;
  quint32 threads = 0;
  bool operator==(const HostProcess&) const = default;
};
struct Host {
  QString name;
  QString kind;
  double cpuPercent = 0;  // of all cores
  quint32 cores = 0;
  quint64 memoryUsedBytes = 0;
  quint64 memoryTotalBytes = 0;
  quint64 diskUsedBytes = 0;
  quint64 diskTotalBytes = 0;
  double load = 0;
  QList<HostProcess> processes;
  bool operator==(const Host&) const = default;
};

// ---- audit
struct AuditEntry {
  quint64 sequence = 0;
  qint64 timeMs = 0;
  QString actor;
  QString action;  // registry.register, deployment.create, routing.apply
  QString subject;
  QString detail;
  QString hash;
  bool operator==(const AuditEntry&) const = default;
};
struct AuditQuery {
  quint64 sinceSequence = 0;  // only later ones
  quint32 limit = 500;        // the newest so many
  QString search;
  bool operator==(const AuditQuery&) const = default;
};

// ---- experiments
struct ExperimentDraft {
  QString name;
  QString layer;  // "" = the experiment's own
  double layerShare = 1;
  double coverage = 1;
  QList<QPair<QString, double>> arms;  // name and weight
  QString seed;                        // "" = the name
  bool start = false;
  bool operator==(const ExperimentDraft&) const = default;
};
struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};
struct OutcomeResult {
  QString metric;
  quint64 count = 0;
  double mean = 0;
  std::optional<Interval> meanInterval;  // 95 %
  std::optional<double> difference;      // to the first arm
  Interval differenceInterval;
  double pValue = 1;
  bool operator==(const OutcomeResult&) const = default;
};
struct ArmResult {
  QString arm;
  QString endpoint;
  quint64 items = 0;
  double share = 0;
  double intendedShare = 0;
  quint64 errors = 0;
  double errorShare = 0;
  double p50Ms = 0;
  double p99Ms = 0;
  QList<OutcomeResult> outcomes;
  bool operator==(const ArmResult&) const = default;
};
// The difference of an arm's outcome to the first arm's, over everything up to then.
struct EffectPoint {
  qint64 ms = 0;
  QString arm;
  QString metric;
  double difference = 0;
  Interval interval;  // 95 %
  quint64 count = 0;
  bool operator==(const EffectPoint&) const = default;
};
struct ExperimentResults {
  QList<ArmResult> arms;
  QList<EffectPoint> effects;  // ascending
  double ratioChiSquared = 0;
  double ratioPValue = 1;  // below 0.001: the split is not the intended one
  quint64 ratioKeys = 0;   // distinct splitting keys that were checked
  qint64 fromMs = 0;
  qint64 toMs = 0;
  bool operator==(const ExperimentResults&) const = default;
};

}  // namespace aerie::rpc
