#include "tests/app/fakes/fake_monitoring.h"

#include <QHash>
#include <QPointer>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/status.h"

namespace aerie::testing {

using namespace rpc;

namespace {

using Labels = QMap<QString, QString>;

bool isSum(const QString& metric) {
  return metric.endsWith(QLatin1String("_rate")) || metric == QLatin1String("memory_bytes") ||
         metric == QLatin1String("cpu_percent") || metric == QLatin1String("in_flight");
}

// A stable number in [0, 1) from a text; qHash differs between runs.
double unit(const QString& text) {
  quint32 h = 2'166'136'261U;
  for (const QChar c : text) h = (h ^ c.unicode()) * 16'777'619U;
  return static_cast<double>(h % 10'000U) / 10'000.0;
}

// What the calm shapes have in common at one time: sines and cosines, so that a leaf costs no more than its
// own phase.
struct Beat {
  double slowSin, slowCos, fastSin, fastCos, third;
};

Beat beatAt(qint64 ms) {
  const double minutes = static_cast<double>(ms) / 60'000.0;
  return {std::sin(minutes / 7.0), std::cos(minutes / 7.0), std::sin(minutes * 5.3), std::cos(minutes * 5.3),
          std::sin(minutes * 1.7)};
}

// The built-in shape of one leaf.
class Calm final {
 public:
  Calm(const QString& metric, const Labels& leaf)
      : base_(baseOf(metric)),
        share_(metric.endsWith(QLatin1String("_share")) || metric == QLatin1String("batch_fill")) {
    QString name = metric;
    for (auto it = leaf.begin(); it != leaf.end(); ++it) name += it.key() + it.value();
    phase_ = unit(name);
    sin_ = std::sin(6.28 * phase_);
    cos_ = std::cos(6.28 * phase_);
  }
  double at(const Beat& beat) const {
    const double slow = beat.slowSin * cos_ + beat.slowCos * sin_;
    const double fast = (beat.fastSin * cos_ + beat.fastCos * sin_) * beat.third;
    const double result = base_ * (0.85 + 0.3 * phase_ + 0.08 * slow + 0.05 * fast);
    return share_ ? std::clamp(result, 0.0, 1.0) : result;
  }

 private:
  static double baseOf(const QString& metric) {
    static const QMap<QString, double> base = {
        {QStringLiteral("request_rate"), 62.0},    {QStringLiteral("item_rate"), 3'100.0},
        {QStringLiteral("error_share"), 0.0004},   {QStringLiteral("p50_ms"), 1.8},
        {QStringLiteral("p95_ms"), 3.1},           {QStringLiteral("p99_ms"), 4.4},
        {QStringLiteral("batch_fill"), 0.71},      {QStringLiteral("store_ms"), 0.42},
        {QStringLiteral("cache_hit_share"), 0.93}, {QStringLiteral("cpu_percent"), 24.0},
        {QStringLiteral("memory_bytes"), 104e6},   {QStringLiteral("in_flight"), 3.0}};
    return base.value(metric, 1.0);
  }

  double base_;
  bool share_;
  double phase_;
  double sin_;
  double cos_;
};

bool matches(const Labels& leaf, const MetricSelector& selector) {
  for (auto it = selector.labels.begin(); it != selector.labels.end(); ++it) {
    if (leaf.value(it.key()) != it.value()) return false;
  }
  return std::all_of(selector.groupBy.begin(), selector.groupBy.end(),
                     [&](const QString& name) { return leaf.contains(name); });
}

}  // namespace

template <class T>
Ticket FakeMonitoring::later(const QString& call, QObject* context, Answer<T> answer,
                             std::function<T()> decide) {
  calls.append(call);
  absl::StatusOr<T> failure = absl::UnknownError("");
  bool failed = false;
  if (!reachable) {
    failure = unavailable("connection refused");
    failed = true;
  } else if (!failNext.ok()) {
    failure = std::exchange(failNext, absl::OkStatus());
    failed = true;
  }
  auto over = std::make_shared<bool>(false);
  const auto deliver = [this, guard = QPointer<QObject>(context), answer,
                        over](const absl::StatusOr<T>& result) {
    if (std::exchange(*over, true)) return;
    QMetaObject::invokeMethod(
        &gui_,
        [guard, answer, result] {
          if (guard) answer(result);
        },
        Qt::QueuedConnection);
  };
  const auto finish = [deliver, decide, failed, failure, over] {
    if (!*over) deliver(failed ? failure : absl::StatusOr<T>(decide()));
  };
  if (hold) {
    held_.push_back(finish);
  } else {
    finish();
  }
  return Ticket([deliver] { deliver(absl::CancelledError("cancelled")); });
}

void FakeMonitoring::release() {
  hold = false;
  const auto held = std::exchange(held_, {});
  for (const auto& finish : held) finish();
}

Ticket FakeMonitoring::queryMetrics(const MetricsQuery& query, QObject* context,
                                    Answer<MetricsAnswer> answer) {
  queries.append(query);
  const auto decide = [this, query] {
    MetricsAnswer out;
    const qint64 span = std::max<qint64>(1'000, query.toMs - query.fromMs);
    const qint64 wanted = span / std::clamp(query.maxPoints == 0 ? 300 : query.maxPoints, 1, 2'000);
    out.stepMs = std::max<qint64>(1'000, (wanted + 999) / 1'000 * 1'000);
    out.oldestMs = oldestMs;
    const qint64 begin = (std::max(query.fromMs, oldestMs) + out.stepMs - 1) / out.stepMs * out.stepMs;
    const qint64 end = newestMs == 0 ? query.toMs : std::min(query.toMs, newestMs);
    std::vector<Beat> beats;
    for (qint64 at = begin; at < end; at += out.stepMs) beats.push_back(beatAt(at));
    for (int i = 0; i < query.selectors.size(); ++i) {
      const MetricSelector& selector = query.selectors[i];
      std::map<QStringList, QList<Labels>> groups;
      for (const Labels& leaf : leaves) {
        if (!matches(leaf, selector)) continue;
        QStringList key;
        for (const QString& name : selector.groupBy) key.append(leaf.value(name));
        groups[key].append(leaf);
      }
      for (const auto& [key, members] : groups) {
        MetricSeries series;
        series.metric = selector.metric;
        series.selector = i;
        series.labels = selector.labels;
        for (int k = 0; k < key.size(); ++k) series.labels[selector.groupBy[k]] = key[k];
        std::vector<Calm> calm;
        for (const Labels& leaf : members) calm.emplace_back(selector.metric, leaf);
        const bool sums = isSum(selector.metric);
        std::size_t beat = 0;
        for (qint64 at = begin; at < end; at += out.stepMs, ++beat) {
          double sum = 0;
          int parts = 0;
          for (std::size_t k = 0; k < calm.size(); ++k) {
            const std::optional<double> v =
                value ? value(selector.metric, members[static_cast<qsizetype>(k)], at)
                      : calm[k].at(beats[beat]);
            if (!v) continue;
            sum += *v;
            ++parts;
          }
          if (parts > 0) series.points.append({at, sums ? sum : sum / parts});
        }
        out.series.append(series);
      }
    }
    return out;
  };
  return later<MetricsAnswer>(QStringLiteral("queryMetrics %1").arg(query.selectors.size()), context,
                              std::move(answer), decide);
}

Ticket FakeMonitoring::listAlerts(bool includeResolved, QObject* context, Answer<QList<Alert>> answer) {
  return later<QList<Alert>>(QStringLiteral("listAlerts"), context, std::move(answer),
                             [this, includeResolved] {
                               QList<Alert> out;
                               for (const Alert& a : alerts) {
                                 if (a.firing() || includeResolved) out.append(a);
                               }
                               std::stable_sort(out.begin(), out.end(), [](const Alert& a, const Alert& b) {
                                 return a.firing() != b.firing() ? a.firing() : a.sinceMs > b.sinceMs;
                               });
                               return out;
                             });
}

Ticket FakeMonitoring::listMarkers(qint64 fromMs, qint64 toMs, QObject* context,
                                   Answer<QList<Marker>> answer) {
  return later<QList<Marker>>(QStringLiteral("listMarkers"), context, std::move(answer),
                              [this, fromMs, toMs] {
                                QList<Marker> out;
                                for (const Marker& m : markers) {
                                  if (m.ms >= fromMs && m.ms < toMs) out.append(m);
                                }
                                return out;
                              });
}

Ticket FakeMonitoring::scoreHistogram(const QString& useCase, qint64, qint64, QObject* context,
                                      Answer<ScoreHistogram> answer) {
  return later<ScoreHistogram>(
      QStringLiteral("scoreHistogram ") + useCase, context, std::move(answer), [this] {
        ScoreHistogram out;
        for (int i = 0; i <= 20; ++i) out.edges.append(i / 20.0);
        for (int a = 0; a < scoreArms.size(); ++a) {
          ArmScores arm;
          arm.experiment = scoreArms[a].section(QLatin1Char(':'), 0, 0);
          arm.arm = scoreArms[a].section(QLatin1Char(':'), 1);
          for (int i = 0; i < 20; ++i) {
            const double x = (i + 0.5) / 20.0;
            arm.counts.append(std::round(9'000 * std::pow(x, 0.8 + 0.3 * a) * std::pow(1 - x, 4.0)));
          }
          out.arms.append(arm);
        }
        return out;
      });
}

Ticket FakeMonitoring::listHosts(QObject* context, Answer<QList<Host>> answer) {
  return later<QList<Host>>(QStringLiteral("listHosts"), context, std::move(answer),
                            [this] { return hosts; });
}

Ticket FakeMonitoring::listAudit(const AuditQuery& query, QObject* context,
                                 Answer<QList<AuditEntry>> answer) {
  return later<QList<AuditEntry>>(
      QStringLiteral("listAudit ") + query.search, context, std::move(answer), [this, query] {
        QList<AuditEntry> out;
        for (const AuditEntry& e : audit) {
          const QString all = e.actor + QLatin1Char('\n') + e.action + QLatin1Char('\n') + e.subject +
                              QLatin1Char('\n') + e.detail;
          if (e.sequence > query.sinceSequence && all.contains(query.search, Qt::CaseInsensitive)) {
            out.append(e);
          }
        }
        const qsizetype limit = query.limit == 0 ? 500 : query.limit;
        return out.size() > limit ? out.sliced(out.size() - limit) : out;
      });
}

}  // namespace aerie::testing
