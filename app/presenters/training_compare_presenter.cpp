#include "app/presenters/training_compare_presenter.h"

#include <QLocale>
#include <algorithm>

#include "app/models/when.h"
#include "app/presenters/errors.h"
#include "app/presenters/training_load_presenter.h"

namespace aerie::presenters {

using models::RunCurve;
using rpc::TrainingJob;

namespace {

constexpr int kAgainMs = 2'000;
constexpr quint32 kPoints = 400;

qint64 beginOf(const TrainingJob& job) { return job.startedMs > 0 ? job.startedMs : job.submittedMs; }

// `named`: the title has the application as well, because the other run is of another.
RunCurve curveOf(const TrainingJob& job, const rpc::Utilisation& utilisation, bool named) {
  RunCurve out;
  out.title = models::recentText(job.submittedMs, models::Fine::Minutes);
  if (named)
    out.title = TrainingComparePresenter::tr("%1, %2", "application, time")
                    .arg(job.application, models::recentText(job.submittedMs, models::Fine::Minutes));
  out.startMs = beginOf(job);
  out.load = loadOf(utilisation);
  const qint64 last = out.load.samples.isEmpty() ? 0 : out.load.samples.back().atMs + out.load.stepMs;
  if (job.endedMs > out.startMs) out.makespanMs = static_cast<double>(job.endedMs - out.startMs);
  if (!out.load.samples.isEmpty()) {
    out.busyShare = utilisation.summary.busyMean;
    out.meanRunning = utilisation.summary.runningMean;
    out.peakRunning = utilisation.summary.runningPeak;
    out.coreHours = models::partsOf(out.load, out.startMs, last).capacityHours();
  }
  if (job.cost > 0) out.cost = job.cost;
  out.tasks = job.tasks.total();
  out.failed = job.tasks.failed;
  return out;
}

}  // namespace

TrainingComparePresenter::TrainingComparePresenter(rpc::TrainingApi& api, TrainingPresenter& training,
                                                   QObject* parent)
    : QObject(parent), api_(api), training_(training) {
  again_.setSingleShot(true);
  again_.setInterval(kAgainMs);
  connect(&again_, &QTimer::timeout, this, [this] {
    const TrainingJob* after = training_.job();
    if (shown_ && after) ask(*after, after_);
  });
  connect(&training_, &TrainingPresenter::selectionChanged, this, &TrainingComparePresenter::refresh);
}

TrainingComparePresenter::~TrainingComparePresenter() { ++number_; }

void TrainingComparePresenter::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  if (shown) {
    refresh();
  } else {
    again_.stop();
  }
}

QList<TrainingComparePresenter::Choice> TrainingComparePresenter::choices() const {
  QList<Choice> same;
  QList<Choice> others;
  const TrainingJob* after = training_.job();
  for (const TrainingJob& job : training_.training().jobsBySubmission()) {
    if (!after || job.id == after->id) continue;
    const QString text =
        tr("%1, %2, %Ln task(s)", "application, time", static_cast<int>(job.tasks.total()))
            .arg(job.application, models::recentText(job.submittedMs, models::Fine::Minutes));
    (job.application == after->application ? same : others).append({job.id, text});
  }
  return same + others;
}

void TrainingComparePresenter::setBefore(const QString& job) {
  chosen_ = true;
  if (job == beforeId_) return;
  beforeId_ = job;
  before_.reset();
  refresh();
}

void TrainingComparePresenter::refresh() {
  const TrainingJob* after = training_.job();
  const QString id = after ? after->id : QString();
  if (id != afterId_) {
    afterId_ = id;
    after_.reset();
    // Of one application to the next, the choice makes no sense any more; nor against itself.
    if (!chosen_ || beforeId_ == id) {
      beforeId_.clear();
      before_.reset();
      chosen_ = false;
    }
  }
  const QList<Choice> all = choices();
  const auto known = [&](const QString& job) {
    return std::any_of(all.begin(), all.end(), [&](const Choice& c) { return c.id == job; });
  };
  if (!known(beforeId_)) {
    beforeId_.clear();
    before_.reset();
  }
  if (beforeId_.isEmpty() && after) {
    // The newest before it, of its application if there is one.
    for (const Choice& c : all) {
      const TrainingJob* job = training_.training().job(c.id);
      if (!job || job->submittedMs > after->submittedMs) continue;
      beforeId_ = c.id;
      break;
    }
    if (beforeId_.isEmpty() && !all.isEmpty()) beforeId_ = all.front().id;
  }
  ++number_;
  asking_ = 0;
  problem_.clear();
  if (shown_) {
    if (after) ask(*after, after_);
    if (const TrainingJob* before = training_.training().job(beforeId_)) ask(*before, before_);
  }
  Q_EMIT changed();
}

void TrainingComparePresenter::ask(const TrainingJob& job, std::optional<RunCurve>& into) {
  ++asking_;
  rpc::UtilisationQuery query;
  query.cluster = job.cluster;
  query.fromMs = beginOf(job);
  query.toMs = job.endedMs;
  query.maxPoints = kPoints;
  const quint64 number = number_;
  api_.utilisation(
      query, this, [this, number, id = job.id, &into](const absl::StatusOr<rpc::Utilisation>& answer) {
        if (number != number_) return;
        --asking_;
        const TrainingJob* asked = training_.training().job(id);
        if (!answer.ok()) {
          if (!absl::IsCancelled(answer.status())) problem_ = detailOf(answer.status());
        } else if (asked) {
          problem_.clear();
          const TrainingJob* before = training_.training().job(beforeId_);
          const TrainingJob* chosen = training_.job();
          into = curveOf(*asked, *answer, before && chosen && before->application != chosen->application);
        }
        const TrainingJob* after = training_.job();
        if (shown_ && after && after->id == id && !rpc::isOver(after->state)) again_.start();
        Q_EMIT changed();
      });
}

}  // namespace aerie::presenters
