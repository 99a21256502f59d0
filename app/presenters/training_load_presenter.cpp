#include "app/presenters/training_load_presenter.h"

#include <algorithm>

#include "app/models/natural_order.h"
#include "app/models/training_words.h"
#include "app/presenters/background.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::TimelineBar;

namespace {

constexpr int kTickMs = 1'000;
constexpr quint32 kPoints = 400;
constexpr quint32 kMaxBars = 100'000;
constexpr int kTrend = 60;
constexpr qint64 kOverlapMs = 5'000;
// A timeline of many bars is not made anew each second.
constexpr qsizetype kManyBars = 5'000;
constexpr int kManyBarsTicks = 5;
constexpr qsizetype kHugeBars = 50'000;
constexpr int kHugeBarsTicks = 15;

TimelineBar barOf(const rpc::TimelineBar& b, const LoadTarget& target) {
  TimelineBar out;
  out.task = b.task;
  out.job = target.job;
  out.host = models::shortHost(b.host, target.cluster);
  out.lane = static_cast<int>(b.lane);
  out.attempt = static_cast<int>(b.attempt);
  out.queuedMs = b.queuedMs;
  out.startedMs = b.startedMs;
  out.endedMs = b.endedMs;
  out.outcome = models::barOutcomeOf(b.outcome);
  out.merged = static_cast<int>(b.merged);
  return out;
}

QString keyOf(const rpc::TimelineBar& b) { return b.task + QLatin1Char('#') + QString::number(b.attempt); }

}  // namespace

models::Load loadOf(const rpc::Utilisation& utilisation) {
  models::Load out;
  out.stepMs = utilisation.stepMs;
  if (const rpc::UtilisationSeries* series = utilisation.of({})) {
    out.samples.reserve(series->samples.size());
    for (const rpc::UtilisationSample& s : series->samples)
      out.samples.append({s.atMs, s.capacity, s.slotCores, s.busy, s.running, s.pending});
  }
  return out;
}

QList<models::HostLoad> hostLoadsOf(const rpc::Utilisation& utilisation, const QString& cluster) {
  QList<models::HostLoad> out;
  for (const rpc::UtilisationSeries& series : utilisation.series) {
    if (series.host.isEmpty()) continue;
    models::HostLoad host{models::shortHost(series.host, cluster), utilisation.stepMs, {}};
    host.samples.reserve(series.samples.size());
    for (const rpc::UtilisationSample& s : series.samples) {
      models::HostSample sample{s.atMs, s.capacity, s.slotCores, s.busy, {}};
      sample.coreBusy.reserve(s.coreBusy.size());
      for (const double busy : s.coreBusy) sample.coreBusy.append(static_cast<float>(busy));
      host.samples.append(std::move(sample));
    }
    out.append(std::move(host));
  }
  std::stable_sort(out.begin(), out.end(), [](const models::HostLoad& a, const models::HostLoad& b) {
    return models::naturalLess(a.name, b.name);
  });
  return out;
}

TrainingLoadPresenter::TrainingLoadPresenter(rpc::TrainingApi& api, QObject* parent)
    : QObject(parent), api_(api) {
  timer_.setInterval(kTickMs);
  connect(&timer_, &QTimer::timeout, this, &TrainingLoadPresenter::tick);
}

TrainingLoadPresenter::~TrainingLoadPresenter() {
  loadTicket_.cancel();
  timelineTicket_.cancel();
}

void TrainingLoadPresenter::setTarget(const LoadTarget& target) {
  if (target == target_) return;
  const bool same = target.cluster == target_.cluster && target.job == target_.job;
  target_ = target;
  loadFinal_ = timelineFinal_ = false;
  skip_ = 0;
  if (!same) {
    ++number_;
    loadTicket_.cancel();
    timelineTicket_.cancel();
    askingLoad_ = askingTimeline_ = false;
    loaded_ = timelineLoaded_ = downsampled_ = false;
    problem_.clear();
    timelineProblem_.clear();
    load_ = {};
    hosts_.clear();
    summary_ = {};
    advice_.clear();
    bars_ = {};
    Q_EMIT loadChanged();
    Q_EMIT timelineChanged();
  }
  tick();
}

void TrainingLoadPresenter::setShown(bool load, bool timeline) {
  loadShown_ = load;
  timelineShown_ = timeline;
  skip_ = 0;
  if (load || timeline) {
    tick();
    timer_.start();
  } else {
    timer_.stop();
  }
}

void TrainingLoadPresenter::tick() {
  if (target_.cluster.isEmpty()) return;
  if (loadShown_ && !askingLoad_ && !loadFinal_) askLoad();
  if (!timelineShown_ || target_.job.isEmpty() || askingTimeline_ || timelineFinal_) return;
  if (--skip_ > 0) return;
  skip_ = bars().size() > kHugeBars ? kHugeBarsTicks : bars().size() > kManyBars ? kManyBarsTicks : 1;
  askTimeline();
}

void TrainingLoadPresenter::askLoad() {
  askingLoad_ = true;
  const bool last = !goesOn();
  rpc::UtilisationQuery query;
  query.cluster = target_.cluster;
  query.fromMs = target_.fromMs;
  query.toMs = target_.toMs;
  query.maxPoints = kPoints;
  query.perHost = true;
  const quint64 number = number_;
  loadTicket_ =
      api_.utilisation(query, this, [this, number, last](const absl::StatusOr<rpc::Utilisation>& u) {
        if (number != number_) return;
        askingLoad_ = false;
        if (absl::IsCancelled(u.status())) return;
        problem_ = u.ok() ? QString() : detailOf(u.status());
        if (u.ok()) {
          loaded_ = true;
          loadFinal_ = last && !goesOn();
          load_ = loadOf(*u);
          hosts_ = hostLoadsOf(*u, target_.cluster);
          summary_ = u->summary;
          advice_ = u->advice;
        }
        Q_EMIT loadChanged();
      });
}

void TrainingLoadPresenter::askTimeline() {
  askingTimeline_ = true;
  const bool last = !goesOn();
  rpc::TimelineQuery query;
  query.job = target_.job;
  query.maxBars = kMaxBars;
  // Later questions are for what may have changed: bars that run, and what began since.
  const bool whole = !timelineLoaded_ || downsampled_ || bars().isEmpty();
  if (!whole) {
    qint64 from = 0;
    qint64 newest = 0;
    for (const TimelineBar& bar : bars()) {
      newest = std::max(newest, bar.startedMs);
      if (bar.endedMs == 0 && (from == 0 || bar.startedMs < from)) from = bar.startedMs;
    }
    query.fromMs = std::max<qint64>(1, (from == 0 ? newest : std::min(from, newest)) - kOverlapMs);
  }
  const quint64 number = number_;
  timelineTicket_ =
      api_.timeline(query, this, [this, number, last, whole](const absl::StatusOr<rpc::Timeline>& timeline) {
        if (number != number_) return;
        askingTimeline_ = false;
        if (absl::IsCancelled(timeline.status())) return;
        timelineProblem_ = timeline.ok() ? QString() : detailOf(timeline.status());
        if (timeline.ok()) {
          timelineFinal_ = last && !goesOn() && (whole || !timeline->downsampled);
          askingTimeline_ = !takeTimeline(*timeline, whole);
          if (askingTimeline_) return;
          timelineLoaded_ = true;
        }
        Q_EMIT timelineChanged();
      });
}

bool TrainingLoadPresenter::takeTimeline(const rpc::Timeline& timeline, bool whole) {
  // A thinned piece cannot be laid over: it is kept only when it is everything.
  if (!whole && timeline.downsampled) {
    skip_ = 0;
    downsampled_ = true;
    return true;
  }
  downsampled_ = timeline.downsampled;
  const Bars before = whole ? Bars() : bars_;
  if (timeline.bars.size() + before.list.size() <= kManyBars) {
    bars_ = laidOver(before, timeline, target_);
    return true;
  }
  inBackground<Bars>(
      this, [before, timeline, target = target_] { return laidOver(before, timeline, target); },
      [this, number = number_](const Bars& bars) {
        if (number != number_) return;
        askingTimeline_ = false;
        bars_ = bars;
        timelineLoaded_ = true;
        Q_EMIT timelineChanged();
      });
  return false;
}

TrainingLoadPresenter::Bars TrainingLoadPresenter::laidOver(Bars before, const rpc::Timeline& timeline,
                                                            const LoadTarget& target) {
  before.list.reserve(before.list.size() + timeline.bars.size());
  for (const rpc::TimelineBar& b : timeline.bars) {
    const QString key = keyOf(b);
    if (const auto it = before.places.constFind(key); it != before.places.constEnd()) {
      before.list[*it] = barOf(b, target);
    } else {
      before.places.insert(key, before.list.size());
      before.list.append(barOf(b, target));
    }
  }
  return before;
}

QList<double> TrainingLoadPresenter::busyTrend() const {
  QList<double> out;
  const auto size = load_.samples.size();
  for (auto i = std::max<qsizetype>(0, size - kTrend); i < size; ++i) {
    const models::LoadSample& s = load_.samples[i];
    out.append(s.capacity > 0 ? s.busy / s.capacity : 0);
  }
  return out;
}

qint64 TrainingLoadPresenter::fromMs() const {
  if (target_.fromMs > 0) return target_.fromMs;
  return load_.samples.isEmpty() ? 0 : load_.samples.front().atMs;
}

qint64 TrainingLoadPresenter::toMs() const {
  const qint64 end = load_.samples.isEmpty() ? 0 : load_.samples.back().atMs + load_.stepMs;
  if (target_.toMs > 0) return std::max(target_.toMs, fromMs() + 1);
  return std::max(end, fromMs() + std::max<qint64>(load_.stepMs, 1'000));
}

}  // namespace aerie::presenters
