#include "app/rpc/convert.h"

namespace aerie::rpc {
namespace {

template <class Map>
QMap<QString, QString> labels(const Map& from) {
  QMap<QString, QString> out;
  for (const auto& [name, value] : from) out.insert(toQString(name), toQString(value));
  return out;
}

Interval interval(const v1::Interval& i) { return {i.low(), i.high()}; }

OutcomeResult outcome(const v1::OutcomeResult& o) {
  OutcomeResult out;
  out.metric = toQString(o.metric());
  out.count = o.count();
  out.mean = o.mean();
  if (o.has_mean_interval()) out.meanInterval = interval(o.mean_interval());
  if (o.has_difference()) {
    out.difference = o.difference();
    out.differenceInterval = interval(o.difference_interval());
    out.pValue = o.p_value();
  }
  return out;
}

}  // namespace

MetricsAnswer fromProto(const v1::QueryMetricsResponse& r) {
  MetricsAnswer out;
  out.stepMs = r.step_ms();
  out.oldestMs = r.oldest_unix_ms();
  out.series.reserve(r.series_size());
  for (const v1::MetricSeries& s : r.series()) {
    MetricSeries series;
    series.metric = toQString(s.metric());
    series.labels = labels(s.labels());
    series.selector = static_cast<int>(s.selector());
    series.points.reserve(s.points_size());
    for (const v1::MetricPoint& p : s.points()) series.points.append({p.unix_ms(), p.value()});
    out.series.append(std::move(series));
  }
  return out;
}

Alert fromProto(const v1::Alert& a) {
  Alert out;
  out.id = toQString(a.id());
  out.name = toQString(a.name());
  out.severity = toQString(a.severity());
  out.state = toQString(a.state());
  out.subjectKind = toQString(a.subject_kind());
  out.subject = toQString(a.subject());
  out.message = toQString(a.message());
  out.sinceMs = a.since_unix_ms();
  out.resolvedMs = a.resolved_unix_ms();
  out.value = a.value();
  out.threshold = a.threshold();
  out.facts = labels(a.facts());
  return out;
}

Marker fromProto(const v1::Marker& m) {
  return {m.unix_ms(),          toQString(m.kind()),   toQString(m.subject()), toQString(m.text()),
          toQString(m.actor()), toQString(m.action()), toQString(m.detail())};
}

ScoreHistogram fromProto(const v1::ScoreHistogramResponse& r) {
  ScoreHistogram out;
  out.edges = QList<double>(r.edges().begin(), r.edges().end());
  for (const v1::ScoreHistogram& a : r.arms()) {
    out.arms.append({toQString(a.experiment()), toQString(a.arm()),
                     QList<double>(a.counts().begin(), a.counts().end()), a.below(), a.above()});
  }
  return out;
}

Host fromProto(const v1::Host& h) {
  Host out;
  out.name = toQString(h.name());
  out.kind = toQString(h.kind());
  out.cpuPercent = h.cpu_percent();
  out.cores = h.cores();
  out.memoryUsedBytes = h.memory_used_bytes();
  out.memoryTotalBytes = h.memory_total_bytes();
  out.diskUsedBytes = h.disk_used_bytes();
  out.diskTotalBytes = h.disk_total_bytes();
  out.load = h.load();
  for (const v1::HostProcess& p : h.processes()) {
    out.processes.append({toQString(p.kind()), toQString(p.name()), p.pid(), p.cpu_percent(), p.rss_bytes(),
                          p.started_unix_ms(), p.threads()});
  }
  return out;
}

AuditEntry fromProto(const v1::AuditEntry& e) {
  return {e.sequence(),           e.time_unix_ms(),      toQString(e.actor()), toQString(e.action()),
          toQString(e.subject()), toQString(e.detail()), toQString(e.hash())};
}

ExperimentResults fromProto(const v1::ExperimentResultsResponse& r) {
  ExperimentResults out;
  for (const v1::ArmResult& a : r.arms()) {
    ArmResult arm;
    arm.arm = toQString(a.arm());
    arm.endpoint = toQString(a.endpoint());
    arm.items = a.items();
    arm.share = a.share();
    arm.intendedShare = a.intended_share();
    arm.errors = a.errors();
    arm.errorShare = a.error_share();
    arm.p50Ms = a.p50_ms();
    arm.p99Ms = a.p99_ms();
    for (const v1::OutcomeResult& o : a.outcomes()) arm.outcomes.append(outcome(o));
    out.arms.append(std::move(arm));
  }
  out.effects.reserve(r.effects_size());
  for (const v1::EffectPoint& e : r.effects()) {
    out.effects.append({e.unix_ms(), toQString(e.arm()), toQString(e.metric()), e.difference(),
                        interval(e.interval()), e.count()});
  }
  out.ratioChiSquared = r.ratio_chi_squared();
  out.ratioPValue = r.ratio_p_value();
  out.ratioKeys = r.ratio_keys();
  out.fromMs = r.from_unix_ms();
  out.toMs = r.to_unix_ms();
  return out;
}

v1::CreateExperimentRequest toProto(const ExperimentDraft& draft) {
  v1::CreateExperimentRequest out;
  out.set_name(draft.name.toStdString());
  out.set_layer(draft.layer.toStdString());
  out.set_layer_share(draft.layerShare);
  out.set_coverage(draft.coverage);
  for (const auto& [name, weight] : draft.arms) {
    v1::Arm* arm = out.add_arms();
    arm->set_name(name.toStdString());
    arm->set_weight(weight);
  }
  out.set_seed(draft.seed.toStdString());
  out.set_start(draft.start);
  return out;
}

v1::QueryMetricsRequest toProto(const MetricsQuery& query) {
  v1::QueryMetricsRequest out;
  out.set_from_unix_ms(query.fromMs);
  out.set_to_unix_ms(query.toMs);
  out.set_max_points(static_cast<std::uint32_t>(std::max(0, query.maxPoints)));
  for (const MetricSelector& s : query.selectors) {
    v1::MetricSelector* selector = out.add_selectors();
    selector->set_metric(s.metric.toStdString());
    for (auto it = s.labels.begin(); it != s.labels.end(); ++it) {
      (*selector->mutable_labels())[it.key().toStdString()] = it.value().toStdString();
    }
    for (const QString& name : s.groupBy) selector->add_group_by(name.toStdString());
  }
  return out;
}

}  // namespace aerie::rpc
