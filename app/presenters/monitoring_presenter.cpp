#include "app/presenters/monitoring_presenter.h"

#include <algorithm>
#include <array>

#include "app/models/control_words.h"
#include "app/models/text.h"
#include "app/presenters/errors.h"
#include "core/base/status.h"

namespace aerie::presenters {

using models::ChartSeries;
using models::ValueKind;

namespace {

constexpr int kPoints = 300;  // per series: about one for each pixel of a small chart
constexpr int kRing = 2 * kPoints;
constexpr int kMostThings = 8;  // as many as there are series colours
constexpr int kTickMs = 1'000;  // the least between two questions
constexpr qint64 kMostMs = 10'000;
constexpr qint64 kRestMs = 5'000;  // markers and scores change slowly
constexpr double kGapSteps = 2.5;

QString total() { return QStringLiteral("total"); }

}  // namespace

MonitoringPresenter::MonitoringPresenter(rpc::MonitoringApi& api, models::World& world, QObject* parent)
    : QObject(parent), api_(api), world_(world) {
  range_ = models::TimeRange::last(models::TimeRange::kLengths.front());
  timer_.setInterval(kTickMs);
  connect(&timer_, &QTimer::timeout, this, &MonitoringPresenter::tick);
  connect(&world_, &models::World::deploymentsChanged, this, &MonitoringPresenter::worldChanged);
  connect(&world_, &models::World::routingsChanged, this, &MonitoringPresenter::worldChanged);
  connect(&world_, &models::World::statusChanged, this, [this] {
    if (shown_ && !answered_ && !asking_ && problem_.isEmpty()) refresh();  // the first moment with a clock
  });
}

MonitoringPresenter::ChartSpec MonitoringPresenter::spec(int chart) {
  const auto s = [](const char* text) { return QString::fromLatin1(text); };
  switch (chart) {
    case Rate: return {s("rate"), tr("Items per second"), ValueKind::Rate, 10, 0, {s("item_rate")}, false};
    case Latency:
      return {s("latency"), tr("Latency"), ValueKind::Millis, 1, 0, {s("p50_ms"), s("p95_ms"), s("p99_ms")},
              false};
    case Errors:
      return {s("errors"), tr("Failed items"), ValueKind::Share, 0.002, 0, {s("error_share")}, false};
    case BatchFill: return {s("batch"), tr("Batch fill"), ValueKind::Share, 1, 1, {s("batch_fill")}, true};
    case Store:
      return {s("store"), tr("Feature store latency"), ValueKind::Millis, 0.2, 0, {s("store_ms")}, true};
    case CacheHits:
      return {s("cache"), tr("Feature cache hits"), ValueKind::Share, 1, 1, {s("cache_hit_share")}, true};
    case Cpu: return {s("cpu"), tr("CPU, of one core"), ValueKind::Percent, 10, 0, {s("cpu_percent")}, true};
    case Memory: return {s("memory"), tr("Memory"), ValueKind::Bytes, 16e6, 0, {s("memory_bytes")}, true};
    default: return {};
  }
}

// ---------------------------------------------------------------- asking

qint64 MonitoringPresenter::interval() const {
  return std::clamp<qint64>(range_.lengthMs / kPoints, kTickMs, kMostMs);
}

void MonitoringPresenter::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  if (shown) {
    timer_.start();
    refresh();
    return;
  }
  timer_.stop();
  ++number_;
  asking_ = false;
  ticket_.cancel();
}

void MonitoringPresenter::tick() {
  if (!shown_ || asking_ || !range_.live() || now() - askedMs_ < interval()) return;
  ask();
}

void MonitoringPresenter::refresh() {
  restMs_ = 0;
  if (shown_) ask();
}

// Proxies know the use case of items and requests, workers do not; latency per endpoint is the workers'. What
// is asked of workers is filtered here, by the endpoints that the use case leads to.
bool MonitoringPresenter::knowsUseCase(int chart) const {
  if (useCase_.isEmpty() || spec(chart).byWorkers) return false;
  const bool replicas = per_ == Per::Replica || !replica_.isEmpty();
  const bool endpoints = per_ != Per::Total || !endpoint_.isEmpty();
  return chart == Latency ? !endpoints && !replicas : !replicas;
}

QString MonitoringPresenter::emptyText(int chart) const {
  const QString reason = notMeasured(chart);
  if (!reason.isEmpty() || chart != CacheHits) return reason;
  return tr("No worker keeps a feature cache: features are read from the store");
}

QString MonitoringPresenter::notMeasured(int chart) const {
  const bool mixed =
      !useCase_.isEmpty() && per_ == Per::Total && endpoint_.isEmpty() && spec(chart).byWorkers;
  if (mixed) return tr("Workers know no use case: choose one line per endpoint");
  return {};
}

rpc::MetricsQuery MonitoringPresenter::query() const {
  rpc::MetricsQuery out;
  out.fromMs = fromMs();
  out.toMs = toMs();
  out.maxPoints = kPoints;
  for (int chart = 0; chart < ChartCount; ++chart) {
    const ChartSpec chartSpec = spec(chart);
    for (const QString& metric : chartSpec.metrics) {
      rpc::MetricSelector selector;
      selector.metric = metric;
      if (knowsUseCase(chart)) selector.labels[QStringLiteral("use_case")] = useCase_;
      if (!endpoint_.isEmpty()) selector.labels[QStringLiteral("endpoint")] = endpoint_;
      if (!replica_.isEmpty()) selector.labels[QStringLiteral("replica")] = replica_;
      if (per_ != Per::Total) selector.groupBy.append(QStringLiteral("endpoint"));
      if (per_ == Per::Replica || !replica_.isEmpty()) selector.groupBy.append(QStringLiteral("replica"));
      out.selectors.append(selector);
    }
  }
  return out;
}

void MonitoringPresenter::ask() {
  if (now() <= 0) return;
  if (asking_) ticket_.cancel();
  asking_ = true;
  askedMs_ = now();
  const quint64 number = ++number_;
  ticket_ =
      api_.queryMetrics(query(), this, [this, number](const absl::StatusOr<rpc::MetricsAnswer>& answer) {
        if (number != number_) return;
        asking_ = false;
        if (!answer.ok()) {
          takeFailure(answer.status());
          return;
        }
        problem_.clear();
        answered_ = true;
        take(*answer);
        Q_EMIT dataChanged();
      });
  if (now() - restMs_ >= kRestMs) askRest();
}

void MonitoringPresenter::askRest() {
  restMs_ = now();
  const quint64 number = number_;
  api_.listMarkers(fromMs(), toMs(), this, [this, number](const absl::StatusOr<QList<rpc::Marker>>& answer) {
    if (number > number_ || !answer.ok()) return;  // the charts say what is wrong
    markers_.clear();
    for (const rpc::Marker& m : *answer) {
      const QString what = !m.action.isEmpty()          ? models::actionText(m.action, m.subject, m.detail)
                           : m.text.contains(m.subject) ? m.text
                                                        : m.subject + QLatin1String(": ") + m.text;
      markers_.append({m.ms, m.kind, what});
    }
    Q_EMIT dataChanged();
  });
  const QString name = scoreUseCase();
  if (name.isEmpty()) return;
  api_.scoreHistogram(name, fromMs(), toMs(), this,
                      [this, name](const absl::StatusOr<rpc::ScoreHistogram>& answer) {
                        if (!answer.ok() || name != scoreUseCase()) return;
                        takeScores(*answer);
                        Q_EMIT dataChanged();
                      });
}

void MonitoringPresenter::takeFailure(const absl::Status& status) {
  if (absl::IsCancelled(status)) return;
  const QString problem = detailOf(status);
  const bool news = problem != problem_;
  problem_ = problem;
  // What is there stays; with nothing there the page itself says it.
  if (news && answered_ && !absl::IsUnavailable(status))
    Q_EMIT failed(tr("The charts are not up to date."), problem);
  Q_EMIT dataChanged();
}

// ---------------------------------------------------------------- taking

QString MonitoringPresenter::thingOf(const QMap<QString, QString>& labels) const {
  if (per_ == Per::Replica || !replica_.isEmpty()) return labels.value(QStringLiteral("replica"));
  return per_ == Per::Total ? total() : labels.value(QStringLiteral("endpoint"));
}

bool MonitoringPresenter::belongs(const QMap<QString, QString>& labels) const {
  const QString name = labels.value(QStringLiteral("endpoint"));
  return name.isEmpty() || useCase_.isEmpty() || endpoints().contains(name);
}

void MonitoringPresenter::take(const rpc::MetricsAnswer& answer) {
  anyHistory_ = answer.oldestMs > 0;
  gapAfter_ = kGapSteps * static_cast<double>(std::max<qint64>(answer.stepMs, 1));
  QList<std::pair<int, QString>> selectors;  // what each selector of query() asks for
  for (int chart = 0; chart < ChartCount; ++chart) {
    for (const QString& metric : spec(chart).metrics) selectors.append({chart, metric});
  }
  std::map<Key, models::SampleRing> next;
  for (const rpc::MetricSeries& s : answer.series) {
    if (s.selector < 0 || s.selector >= selectors.size() || s.points.isEmpty() || !belongs(s.labels))
      continue;
    const auto& [chart, metric] = selectors[s.selector];
    const Key key{chart, metric, thingOf(s.labels)};
    if (key.thing.isEmpty() || !notMeasured(chart).isEmpty()) continue;
    QList<QPointF> points;
    points.reserve(s.points.size());
    for (const rpc::MetricPoint& p : s.points) points.append({static_cast<double>(p.ms), p.value});
    // Each answer is the whole window, perhaps of another filter or step: nothing of the last one stays.
    models::SampleRing& ring = next.try_emplace(key, kRing).first->second;
    ring.clear();
    ring.merge(points);
  }
  rings_ = std::move(next);
  arrangeThings();
}

void MonitoringPresenter::arrangeThings() {
  // Of more things than colours, the busiest are shown.
  std::map<QString, double> busy;
  for (const auto& [key, ring] : rings_) {
    double& value = busy[key.thing];
    if (key.chart == Rate && ring.size() > 0) value = std::max(value, ring.at(ring.size() - 1).y());
  }
  QList<QString> names;
  for (const auto& [name, value] : busy) names.append(name);
  std::stable_sort(names.begin(), names.end(),
                   [&](const QString& a, const QString& b) { return busy.at(a) > busy.at(b); });
  left_ = std::max(0, static_cast<int>(names.size()) - kMostThings);
  if (left_ > 0) names.resize(kMostThings);
  std::sort(names.begin(), names.end());
  things_.clear();
  for (const QString& name : names) {
    things_.append(
        {name, name == total() ? tr("All endpoints") : name, colorOf(name), !hidden_.contains(name)});
  }
}

int MonitoringPresenter::colorOf(const QString& thing) const {
  if (thing == total()) return -1;
  if (world_.deployment(thing) || per_ == Per::Endpoint) return world_.seriesOf(thing);
  const auto it = replicaColors_.constFind(thing);
  if (it != replicaColors_.constEnd()) return *it;
  const auto next = static_cast<int>(replicaColors_.size());
  replicaColors_.insert(thing, next);
  return next;
}

QList<ChartSeries> MonitoringPresenter::series(int chart) const {
  static constexpr std::array<ChartSeries::Line, 3> kLines{
      ChartSeries::Line::Dotted, ChartSeries::Line::Dashed, ChartSeries::Line::Solid};
  QList<ChartSeries> out;
  const QStringList metrics = spec(chart).metrics;
  for (const Thing& thing : things_) {
    for (qsizetype m = 0; m < metrics.size(); ++m) {
      const auto it = rings_.find({chart, metrics[m], thing.id});
      if (it == rings_.end()) continue;
      ChartSeries s;
      s.id = thing.id + QLatin1Char('/') + metrics[m];
      s.group = thing.id;
      s.title = thing.title;
      s.color = thing.color;
      if (metrics.size() > 1) {
        s.variant = metrics[m].section(QLatin1Char('_'), 0, 0);
        s.line = kLines[static_cast<std::size_t>(m)];
      }
      s.points = it->second.toList();
      out.append(s);
    }
  }
  return out;
}

QString MonitoringPresenter::scoreUseCase() const {
  if (!useCase_.isEmpty()) return useCase_;
  const QStringList all = useCases();
  return all.isEmpty() ? QString() : all.front();
}

void MonitoringPresenter::takeScores(const rpc::ScoreHistogram& histogram) {
  scores_.clear();
  if (histogram.edges.size() < 2) return;
  const rpc::Routing* routing = world_.routing(scoreUseCase());
  QSet<int> used;
  for (const rpc::ArmScores& arm : histogram.arms) {
    double sum = arm.below + arm.above;
    for (const double count : arm.counts) sum += count;
    if (sum <= 0 || arm.counts.size() + 1 != histogram.edges.size()) continue;
    QString endpoint = arm.arm.isEmpty() && routing ? routing->defaultEndpoint : QString();
    for (const rpc::ExperimentRoute& e : routing ? routing->experiments : QList<rpc::ExperimentRoute>()) {
      for (const rpc::ArmRoute& a : e.arms) {
        if (e.name == arm.experiment && a.arm == arm.arm) endpoint = a.endpoint;
      }
    }
    ChartSeries s;
    s.id = arm.experiment + QLatin1Char(':') + arm.arm;
    s.group = s.id;
    s.title = arm.arm.isEmpty() ? tr("no experiment") : arm.arm;
    // An arm has the colour of the endpoint that serves it, unless another arm of this chart has it too.
    s.color = endpoint.isEmpty() ? -1 : world_.seriesOf(endpoint);
    while (s.color >= 0 && used.contains(s.color)) ++s.color;
    used.insert(s.color);
    for (qsizetype i = 0; i < arm.counts.size(); ++i)
      s.points.append({histogram.edges[i], arm.counts[i] / sum});
    s.points.append({histogram.edges.back(), s.points.back().y()});
    scores_.append(s);
  }
}

// ---------------------------------------------------------------- words

MonitoringPresenter::State MonitoringPresenter::state() const {
  if (!rings_.empty()) return State::Ready;
  if (!problem_.isEmpty()) return State::Failed;
  if (!answered_) return State::Loading;
  if (filtered()) return State::FilteredAway;
  return anyHistory_ ? State::Ready : State::Empty;
}

QString MonitoringPresenter::summary() const {
  double rate = 0;
  double latency = -1;
  for (const auto& [key, ring] : rings_) {
    if (ring.size() == 0 || hidden_.contains(key.thing)) continue;
    const double last = ring.at(ring.size() - 1).y();
    if (key.chart == Rate) rate += last;
    if (key.metric == QLatin1String("p99_ms")) latency = std::max(latency, last);
  }
  if (rings_.empty()) return {};
  if (latency < 0) return tr("%1 items/s").arg(models::countText(rate));
  //: %1 such as 12.4k, %2 such as 4.4 ms
  return tr("%1 items/s, p99 up to %2").arg(models::countText(rate), models::millisText(latency));
}

// ---------------------------------------------------------------- time and filters

void MonitoringPresenter::setLength(qint64 lengthMs) {
  range_ = models::TimeRange::last(lengthMs);
  Q_EMIT rangeChanged();
  refresh();
}

void MonitoringPresenter::setPaused(bool paused) {
  const models::TimeRange next = paused ? range_.paused(now()) : range_.resumed();
  if (next == range_) return;
  range_ = next;
  Q_EMIT rangeChanged();
  if (!paused) refresh();
}

void MonitoringPresenter::pick(double fromMs, double toMs) {
  const models::TimeRange next = range_.piece(static_cast<qint64>(fromMs), static_cast<qint64>(toMs));
  if (next == range_) return;
  range_ = next;
  Q_EMIT rangeChanged();
  refresh();
}

QStringList MonitoringPresenter::useCases() const {
  QStringList out;
  for (const rpc::Routing& r : world_.routings()) out.append(r.useCase);
  out.sort();
  return out;
}

QStringList MonitoringPresenter::endpoints() const {
  QStringList out;
  const rpc::Routing* routing = world_.routing(useCase_);
  if (!routing) {
    for (const rpc::Deployment& d : world_.deployments()) out.append(d.spec.endpoint);
  } else {
    out.append(routing->defaultEndpoint);
    for (const rpc::ExperimentRoute& e : routing->experiments) {
      for (const rpc::ArmRoute& a : e.arms) out.append(a.endpoint);
    }
    for (const rpc::ShadowRoute& s : routing->shadows) out.append(s.endpoint);
    out.removeDuplicates();
  }
  if (!std::is_sorted(out.begin(), out.end())) out.sort();
  return out;
}

QStringList MonitoringPresenter::replicas() const {
  QStringList out;
  if (const rpc::Deployment* d = world_.deployment(endpoint_)) {
    for (const rpc::Replica& r : d->replicas) out.append(r.id);
  }
  out.sort();
  return out;
}

void MonitoringPresenter::setUseCase(const QString& useCase) {
  if (useCase == useCase_) return;
  useCase_ = useCase;
  if (!endpoint_.isEmpty() && !endpoints().contains(endpoint_)) {
    endpoint_.clear();
    replica_.clear();
  }
  scores_.clear();
  Q_EMIT filtersChanged();
  refresh();
}

void MonitoringPresenter::setEndpoint(const QString& endpoint) {
  if (endpoint == endpoint_) return;
  endpoint_ = endpoint;
  replica_.clear();
  Q_EMIT filtersChanged();
  refresh();
}

void MonitoringPresenter::setReplica(const QString& replica) {
  if (replica == replica_) return;
  replica_ = replica;
  Q_EMIT filtersChanged();
  refresh();
}

void MonitoringPresenter::setPer(Per per) {
  if (per == per_) return;
  per_ = per;
  hidden_.clear();
  Q_EMIT filtersChanged();
  refresh();
}

void MonitoringPresenter::clearFilters() {
  if (!filtered()) return;
  useCase_.clear();
  endpoint_.clear();
  replica_.clear();
  Q_EMIT filtersChanged();
  refresh();
}

void MonitoringPresenter::setHidden(const QSet<QString>& things) {
  if (things == hidden_) return;
  hidden_ = things;
  arrangeThings();
  Q_EMIT dataChanged();
}

void MonitoringPresenter::worldChanged() {
  const QStringList useCasesNow = useCases();
  const QStringList endpointsNow = endpoints();
  if (useCasesNow == knownUseCases_ && endpointsNow == knownEndpoints_) return;
  knownUseCases_ = useCasesNow;
  knownEndpoints_ = endpointsNow;
  // What was deleted cannot be chosen any longer.
  if (!useCase_.isEmpty() && !useCasesNow.contains(useCase_)) useCase_.clear();
  if (!endpoint_.isEmpty() && !endpoints().contains(endpoint_)) {
    endpoint_.clear();
    replica_.clear();
  }
  Q_EMIT filtersChanged();
}

}  // namespace aerie::presenters
