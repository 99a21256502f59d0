#include "app/presenters/overview_presenter.h"

#include <algorithm>
#include <utility>

#include "app/models/control_words.h"
#include "app/models/text.h"
#include "app/presenters/errors.h"
#include "app/presenters/overview_tables.h"
#include "core/base/status.h"

namespace aerie::presenters {

using models::Tone;

namespace {

constexpr int kTickMs = 2'000;
constexpr int kPaintMs = 400;
constexpr int kSlow = 4;  // history and changes: every so many ticks
constexpr qint64 kHistoryMs = 15 * 60'000;
constexpr int kHistoryPoints = 60;
constexpr int kFewSamples = 6;  // fewer say nothing about a change
constexpr quint32 kChanges = 30;
enum Question { AskAlerts, AskHistory, AskChanges };
enum Selector { ItemRate, P99, ErrorShare, EndpointP99, StoreMs, CacheHits };

double averageOf(const QList<double>& values, qsizetype first, qsizetype count) {
  double sum = 0;
  for (qsizetype i = first; i < first + count; ++i) sum += values[i];
  return count > 0 ? sum / static_cast<double>(count) : 0;
}

// The last tenth against the first tenth.
std::optional<double> changeOver(const QList<double>& values) {
  if (values.size() < kFewSamples) return {};
  const qsizetype part = std::max<qsizetype>(1, values.size() / 10);
  const double before = averageOf(values, 0, part);
  if (before <= 0) return {};
  return averageOf(values, values.size() - part, part) / before - 1;
}

double lastOf(const rpc::MetricSeries& s) { return s.points.isEmpty() ? -1 : s.points.back().value; }

}  // namespace

OverviewPresenter::OverviewPresenter(rpc::MonitoringApi& monitoring, rpc::AuditApi& audit,
                                     models::World& world, QObject* parent)
    : QObject(parent),
      monitoring_(monitoring),
      audit_(audit),
      world_(world),
      concerns_(newConcernTable(this)),
      changes_(newChangeTable(this)) {
  timer_.setInterval(kTickMs);
  paint_.setInterval(kPaintMs);
  paint_.setSingleShot(true);
  connect(&paint_, &QTimer::timeout, this, &OverviewPresenter::worldChanged);
  connect(&timer_, &QTimer::timeout, this, &OverviewPresenter::tick);
  connect(&world_, &models::World::deploymentsChanged, this, &OverviewPresenter::worldChanged);
  connect(&world_, &models::World::routingsChanged, this, &OverviewPresenter::worldChanged);
  connect(&world_, &models::World::statusChanged, this, [this] {
    // The meters see every status, so that rates are right in the moment that the page is shown.
    builder_.add(world_.status());
    if (shown_ && !paint_.isActive()) paint_.start();
    if (shown_ && !alertsKnown_ && !asking_[AskAlerts] && problems_[AskAlerts].isEmpty()) refresh();
  });
  builder_.add(world_.status());
  rebuild();
}

// ---------------------------------------------------------------- asking

void OverviewPresenter::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  if (!shown) {
    timer_.stop();
    return;
  }
  timer_.start();
  refresh();
}

void OverviewPresenter::refresh() {
  rebuild();
  if (!shown_ || now() <= 0) return;
  ticks_ = 0;
  askAlerts();
  askHistory();
  askChanges();
}

void OverviewPresenter::tick() {
  if (now() <= 0) return;
  askAlerts();
  if (++ticks_ % kSlow != 0) return;
  askHistory();
  askChanges();
}

QString OverviewPresenter::problem() const {
  for (const QString& text : problems_) {
    if (!text.isEmpty()) return text;
  }
  return {};
}

bool OverviewPresenter::took(int question, const absl::Status& status) {
  if (absl::IsCancelled(status)) return false;
  problems_[question] = status.ok() ? QString() : detailOf(status);
  if (!status.ok()) Q_EMIT changed();
  return status.ok();
}

void OverviewPresenter::askAlerts() {
  if (std::exchange(asking_[AskAlerts], true)) return;
  monitoring_.listAlerts(false, this, [this](const absl::StatusOr<QList<rpc::Alert>>& answer) {
    asking_[AskAlerts] = false;
    if (!took(AskAlerts, answer.status())) return;
    alerts_ = *answer;
    alertsKnown_ = true;
    rebuild();
  });
}

void OverviewPresenter::askHistory() {
  if (std::exchange(asking_[AskHistory], true)) return;
  rpc::MetricsQuery query;
  query.fromMs = now() - kHistoryMs;
  query.toMs = now();
  query.maxPoints = kHistoryPoints;
  const QStringList perEndpoint{QStringLiteral("endpoint")};
  query.selectors = {
      {QStringLiteral("item_rate"), {}, {}},         {QStringLiteral("p99_ms"), {}, {}},
      {QStringLiteral("error_share"), {}, {}},       {QStringLiteral("p99_ms"), {}, perEndpoint},
      {QStringLiteral("store_ms"), {}, perEndpoint}, {QStringLiteral("cache_hit_share"), {}, perEndpoint}};
  monitoring_.queryMetrics(query, this, [this](const absl::StatusOr<rpc::MetricsAnswer>& answer) {
    asking_[AskHistory] = false;
    if (!took(AskHistory, answer.status())) return;
    takeHistory(*answer);
    rebuild();
  });
}

void OverviewPresenter::takeHistory(const rpc::MetricsAnswer& answer) {
  for (QList<double>& values : history_) values.clear();
  facts_.clear();
  for (const rpc::MetricSeries& s : answer.series) {
    const QString endpoint = s.labels.value(QStringLiteral("endpoint"));
    switch (s.selector) {
      case ItemRate:
      case P99:
      case ErrorShare:
        for (const rpc::MetricPoint& p : s.points) history_[s.selector].append(p.value);
        break;
      case EndpointP99: facts_[endpoint].p99Ms = lastOf(s); break;
      case StoreMs: facts_[endpoint].storeMs = lastOf(s); break;
      case CacheHits: facts_[endpoint].cacheHitShare = lastOf(s); break;
      default: break;
    }
  }
}

void OverviewPresenter::askChanges() {
  if (std::exchange(asking_[AskChanges], true)) return;
  rpc::AuditQuery query;
  query.limit = kChanges;
  audit_.listAudit(query, this, [this](const absl::StatusOr<QList<rpc::AuditEntry>>& answer) {
    asking_[AskChanges] = false;
    if (!took(AskChanges, answer.status())) return;
    entries_ = *answer;
    changesKnown_ = true;
    rebuild();
  });
}

// ---------------------------------------------------------------- what is there

void OverviewPresenter::worldChanged() {
  if (shown_) rebuild();
}

void OverviewPresenter::rebuild() {
  graph_ = builder_.build(world_, facts_);
  const QList<Concern> concerns = allConcerns();
  concerns_->apply({concerns.begin(), concerns.end()});
  std::vector<Change> changes;
  for (const rpc::AuditEntry& entry : entries_) changes.push_back(changeOf(entry, now()));
  changes_->apply(std::move(changes));
  Q_EMIT tablesChanged();
  Q_EMIT changed();
}

QList<Concern> OverviewPresenter::worldConcerns() const {
  QList<Concern> out;
  for (const rpc::Deployment& d : world_.deployments()) {
    if (const Tone tone = models::toneOf(d); tone != Tone::Danger && tone != Tone::Warning) continue;
    const models::StateWord word = models::stateOf(d);
    const rpc::RolloutStep* failed = d.failedStep();
    QString message =
        failed ? tr("%1 at step %2: %3").arg(word.word, models::stepWord(failed->name), failed->message)
               : tr("%1, %2 of %3 replicas").arg(word.word).arg(d.readyReplicas()).arg(d.spec.replicas);
    out.append({QLatin1String("deployment/") + d.spec.endpoint,
                word.tone,
                QStringLiteral("deployment"),
                d.spec.endpoint,
                message,
                failed ? failed->startedMs : 0,
                {}});
  }
  for (const rpc::ProxyStatus& proxy : world_.status().proxies) {
    if (proxy.refusedReason.isEmpty()) continue;
    out.append({QLatin1String("proxy/") + proxy.id,
                Tone::Danger,
                {},
                proxy.id,
                tr("refused config #%1: %2").arg(proxy.refusedRevision).arg(proxy.refusedReason),
                0,
                {}});
  }
  for (const rpc::Component& c : world_.status().components) {
    // Workers are part of their deployment, and a refused config has been said.
    if (c.healthy || c.kind == QLatin1String("worker")) continue;
    const QString id = c.kind + QLatin1Char('/') + c.name;
    if (std::any_of(out.begin(), out.end(), [&](const Concern& o) { return o.id == id; })) continue;
    out.append({id, Tone::Danger, {}, c.name, c.message, 0, {}});
  }
  if (world_.complete() && !world_.routings().isEmpty() && world_.status().proxies.isEmpty()) {
    out.append({QStringLiteral("proxy/none"),
                Tone::Danger,
                {},
                tr("Proxies"),
                tr("none is connected, so nothing is served. Start aerie-proxy"),
                0,
                {}});
  }
  return out;
}

QList<Concern> OverviewPresenter::allConcerns() const {
  QList<Concern> out;
  for (const rpc::Alert& alert : alerts_) {
    if (alert.firing()) out.append(concernOf(alert, now()));
  }
  // What an alert already says of a thing is not said twice.
  const auto alerts = out;
  for (Concern concern : worldConcerns()) {
    const bool said = std::any_of(alerts.begin(), alerts.end(),
                                  [&](const Concern& a) { return a.subject == concern.subject; });
    if (said) continue;
    concern.age = models::ageText(concern.sinceMs, now());
    out.append(concern);
  }
  std::stable_sort(out.begin(), out.end(), moreUrgent);
  return out;
}

OverviewPresenter::State OverviewPresenter::state() const {
  if (!world_.complete()) return State::Loading;
  const bool nothing =
      world_.models().isEmpty() && world_.deployments().isEmpty() && world_.routings().isEmpty();
  return nothing ? State::Empty : State::Ready;
}

int OverviewPresenter::ready() const {
  int sum = 0;
  for (const rpc::Deployment& d : world_.deployments()) sum += d.readyReplicas();
  return sum;
}

int OverviewPresenter::wanted() const {
  int sum = 0;
  for (const rpc::Deployment& d : world_.deployments()) {
    if (!d.deleting) sum += static_cast<int>(d.spec.replicas);
  }
  return sum;
}

double OverviewPresenter::p99() const {
  double worst = 0;
  for (const QString& name : world_.flow().useCases())
    worst = std::max(worst, world_.flow().useCase(name).p99Ms);
  return worst;
}

OverviewPresenter::TileData OverviewPresenter::tile(int which) const {
  TileData out;
  switch (which) {
    case Items:
      out.value = models::rateText(builder_.itemsPerSecond());
      out.samples = history_[ItemRate];
      break;
    case Latency:
      out.value = p99() > 0 ? models::millisText(p99()) : tr("none");
      out.samples = history_[P99];
      break;
    case Errors: {
      const double share = builder_.failedShare();
      out.value = models::percentText(share);
      if (share > 0 && share < 0.0005) out.value = tr("< 0.1 %");
      out.tone = toneOfFailures(share);
      if (out.tone != Tone::Ok) out.note = tr("of all items");
      out.samples = history_[ErrorShare];
      return out;  // a share of a share says nothing: no change
    }
    case Workers:
      out.value = QStringLiteral("%1 / %2").arg(ready()).arg(wanted());
      out.tone = ready() >= wanted() ? Tone::Ok : Tone::Warning;
      out.note = ready() >= wanted() ? tr("all ready") : tr("%n not ready", nullptr, wanted() - ready());
      return out;
    case Alerts: {
      const auto all = static_cast<int>(concerns_->rows().size());
      int critical = 0;
      for (const Concern& c : concerns_->rows()) critical += c.tone == Tone::Danger ? 1 : 0;
      out.value = QLocale().toString(all);
      out.tone = critical > 0 ? Tone::Danger : all > 0 ? Tone::Warning : Tone::Ok;
      out.note = all == 0       ? tr("quiet")
                 : critical > 0 ? tr("%n critical", nullptr, critical)
                                : tr("no critical one");
      return out;
    }
    default: return out;
  }
  out.change = changeOver(out.samples);
  return out;
}

Tone OverviewPresenter::tone() const {
  Tone worst = Tone::Ok;
  for (const Concern& c : concerns_->rows()) {
    if (c.tone == Tone::Danger) return Tone::Danger;
    if (c.tone == Tone::Warning) worst = Tone::Warning;
  }
  return worst;
}

QString OverviewPresenter::verdict() const {
  const auto count = static_cast<int>(
      std::count_if(concerns_->rows().begin(), concerns_->rows().end(),
                    [](const Concern& c) { return c.tone == Tone::Danger || c.tone == Tone::Warning; }));
  if (count > 0) return tr("%n thing(s) to look at", nullptr, count);
  if (world_.routings().isEmpty()) return tr("Nothing is routed yet");
  if (builder_.itemsPerSecond() <= 0) return tr("All is ready; no traffic flows");
  return tr("All is well");
}

QString OverviewPresenter::reason() const {
  QList<Concern> all(concerns_->rows().begin(), concerns_->rows().end());
  std::stable_sort(all.begin(), all.end(), moreUrgent);
  if (!all.isEmpty() && all.front().tone != Tone::Info) {
    const Concern& c = all.front();
    return c.message.contains(c.subject) ? c.message : QStringLiteral("%1: %2").arg(c.subject, c.message);
  }
  int serving = 0;
  for (const rpc::Deployment& d : world_.deployments()) serving += d.readyReplicas() > 0 ? 1 : 0;
  const QString rate = models::countText(builder_.itemsPerSecond());
  const QString over = tr("%n endpoint(s)", nullptr, serving);
  const double failed = builder_.failedShare();
  //: %1 such as 12.4k, %2 such as "2 endpoints"
  if (failed <= 0) return tr("%1 items/s over %2, none failed").arg(rate, over);
  return tr("%1 items/s over %2, %3 of them failed").arg(rate, over, models::percentText(failed));
}

}  // namespace aerie::presenters
