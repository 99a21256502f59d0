#include "app/presenters/training_presenter.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <memory>

#include "app/models/training_words.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::Task;
using rpc::ClusterState;
using rpc::JobState;
using rpc::TrainingCluster;
using rpc::TrainingJob;

namespace {
constexpr int kRetryMs = 2'000;

// All that a retry has to do is to publish.
bool onlyPublicationFailed(const TrainingJob& job) {
  return job.state == JobState::Failed && job.tasks.failed + job.tasks.cancelled == 0 &&
         job.tasks.succeeded > 0 && !job.publication.model.isEmpty() && job.publication.version.isEmpty();
}
}  // namespace

TrainingPresenter::TrainingPresenter(rpc::TrainingApi& api, models::World& world, models::TaskList& tasks,
                                     QObject* parent)
    : QObject(parent), api_(api), world_(world), tasks_(tasks) {
  retry_.setSingleShot(true);
  retry_.setInterval(kRetryMs);
  connect(&retry_, &QTimer::timeout, this, &TrainingPresenter::open);
  connect(&world_, &models::World::statusChanged, this, [this] {
    clockOffsetMs_ =
        world_.status().nowMs > 0 ? world_.status().nowMs - QDateTime::currentMSecsSinceEpoch() : 0;
    addressMoved();
  });
  addressMoved();
}

TrainingPresenter::~TrainingPresenter() { watch_.cancel(); }

void TrainingPresenter::addressMoved() {
  const QString address = api_.address();
  if (address == knownAddress_) return;
  knownAddress_ = address;
  close();
  problem_.clear();
  training_.forget();
  jobId_.clear();
  clusterName_.clear();
  chosen_ = false;
  Q_EMIT selectionChanged();
  if (wanted()) open();
  Q_EMIT changed();
}

TrainingPresenter::Situation TrainingPresenter::situation() const {
  if (api_.address().isEmpty()) return Situation::NoDaemon;
  if (!training_.complete()) return problem_.isEmpty() ? Situation::Loading : Situation::Failed;
  if (!problem_.isEmpty()) return Situation::Lost;
  return training_.jobs().isEmpty() && training_.clusters().isEmpty() ? Situation::Empty : Situation::Ready;
}

QString TrainingPresenter::summary() const {
  if (situation() != Situation::Ready && situation() != Situation::Lost) return {};
  int running = 0;
  quint64 done = 0;
  quint64 total = 0;
  for (const TrainingJob& job : training_.jobs()) {
    if (rpc::isOver(job.state)) continue;
    ++running;
    done += job.tasks.succeeded;
    total += job.tasks.total();
  }
  if (running == 0) return tr("%n job(s), none runs", nullptr, static_cast<int>(training_.jobs().size()));
  const QLocale locale;
  return tr("%n job(s) running, %1 of %2 tasks done", nullptr, running)
      .arg(locale.toString(done), locale.toString(total));
}

qint64 TrainingPresenter::nowMs() const { return QDateTime::currentMSecsSinceEpoch() + clockOffsetMs_; }

void TrainingPresenter::setShown(bool shown) {
  shown_ = shown;
  if (wanted()) {
    open();
  } else {
    close();
  }
}

void TrainingPresenter::retryNow() {
  retry_.stop();
  open();
}

void TrainingPresenter::open() {
  if (open_ || !wanted() || api_.address().isEmpty()) return;
  open_ = true;
  const quint64 attempt = ++attempt_;
  if (training_.revision() == 0) training_.beginAnew();
  watch_ = api_.watch(
      {}, training_.revision(), this,
      [this, attempt](const rpc::TrainingUpdate& update) {
        if (attempt == attempt_) take(update);
      },
      [this, attempt](const absl::StatusOr<rpc::Done>& status) {
        if (attempt == attempt_) ended(status.status());
      });
}

void TrainingPresenter::close() {
  ++attempt_;
  open_ = false;
  watch_.cancel();
  retry_.stop();
}

void TrainingPresenter::take(const rpc::TrainingUpdate& update) {
  const bool recovered = !problem_.isEmpty();
  problem_.clear();
  training_.apply(update);
  if (training_.complete() && !chosen_) chooseFirst();
  // What was chosen may be gone.
  if ((!jobId_.isEmpty() && !job()) || (!clusterName_.isEmpty() && !cluster())) {
    if (training_.complete()) {
      chosen_ = false;
      jobId_.clear();
      clusterName_.clear();
      chooseFirst();
      Q_EMIT selectionChanged();
    }
  }
  if (recovered || !update.jobs.isEmpty() || !update.clusters.isEmpty() || !update.removedJobs.isEmpty() ||
      update.complete)
    Q_EMIT changed();
  if (!wanted()) close();
}

void TrainingPresenter::ended(const absl::Status& status) {
  open_ = false;
  if (absl::IsOutOfRange(status)) {  // too much has happened since: everything anew
    training_.beginAnew();
    ++attempt_;
    const quint64 attempt = attempt_;
    open_ = true;
    watch_ = api_.watch(
        {}, 0, this,
        [this, attempt](const rpc::TrainingUpdate& update) {
          if (attempt == attempt_) take(update);
        },
        [this, attempt](const absl::StatusOr<rpc::Done>& again) {
          if (attempt == attempt_) ended(again.status());
        });
    return;
  }
  problem_ = status.ok() ? tr("The training daemon closed the connection.") : detailOf(status);
  if (shown_) retry_.start();
  Q_EMIT changed();
}

// A job that runs, the newest of them; else the newest.
void TrainingPresenter::chooseFirst() {
  const QList<TrainingJob> jobs = training_.jobsBySubmission();
  if (jobs.isEmpty()) return;
  const auto running =
      std::find_if(jobs.begin(), jobs.end(), [](const TrainingJob& j) { return !rpc::isOver(j.state); });
  const QString id = running == jobs.end() ? jobs.front().id : running->id;
  if (id == jobId_) return;
  // A choice of the program follows only until there is one: what is looked at does not change by itself.
  if (job()) return;
  jobId_ = id;
  clusterName_.clear();
  Q_EMIT selectionChanged();
}

void TrainingPresenter::selectJob(const QString& id) {
  chosen_ = true;
  if (id == jobId_) return;
  jobId_ = id;
  clusterName_.clear();
  Q_EMIT selectionChanged();
}

void TrainingPresenter::selectCluster(const QString& name) {
  chosen_ = true;
  if (name == clusterName_) return;
  clusterName_ = name;
  jobId_.clear();
  Q_EMIT selectionChanged();
}

QString TrainingPresenter::whyNotCancel() const {
  const TrainingJob* j = job();
  if (!j) return tr("Select a job first");
  if (rpc::isOver(j->state)) return tr("The job is over");
  return j->state == JobState::Cancelling ? tr("It is being cancelled already") : QString();
}

QString TrainingPresenter::whyNotRetry() const {
  const TrainingJob* j = job();
  if (!j) return tr("Select a job first");
  if (onlyPublicationFailed(*j)) return {};
  if (j->tasks.failed + j->tasks.cancelled == 0) return tr("No task failed or was cancelled");
  return j->state == JobState::Cancelling ? tr("Wait until it is cancelled") : QString();
}

QString TrainingPresenter::whyNotDelete() const {
  const TrainingCluster* c = cluster();
  if (!c) return tr("Select a cluster first");
  if (c->state == ClusterState::Gone) return tr("The cluster is gone; its history stays");
  return c->state == ClusterState::Stopping ? tr("It is being stopped already") : QString();
}

QStringList TrainingPresenter::jobsOf(const QString& cluster) const {
  QStringList out;
  for (const TrainingJob& j : training_.jobsBySubmission()) {
    if (j.cluster != cluster || rpc::isOver(j.state)) continue;
    out.append(
        tr("job %1 of %2, %Ln task(s) left", nullptr, static_cast<int>(j.tasks.pending + j.tasks.running))
            .arg(j.id, j.application));
  }
  return out;
}

template <class T>
void TrainingPresenter::change(const QString& title, const QString& headline, const QString& success,
                               const std::function<rpc::Ticket(rpc::Answer<T>)>& start,
                               const std::function<void(const T&)>& then) {
  auto ticket = std::make_shared<rpc::Ticket>();
  const int task = tasks_.begin(title, [ticket] { ticket->cancel(); });
  *ticket = start([this, task, headline, success, then](const absl::StatusOr<T>& answer) {
    if (absl::IsCancelled(answer.status())) {
      tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
    } else if (!answer.ok()) {
      tasks_.end(task, Task::State::Failed, detailOf(answer.status()));
      Q_EMIT failed(headline, detailOf(answer.status()));
    } else {
      tasks_.end(task, Task::State::Done, success);
      then(*answer);
      Q_EMIT succeeded(success);
    }
  });
}

void TrainingPresenter::cancel(const QString& job, const QStringList& tasks) {
  const auto n = static_cast<int>(tasks.size());
  const auto show = [this](const TrainingJob& j) {
    rpc::TrainingUpdate update;
    update.jobs = {j};
    update.revision = training_.revision();
    take(update);
  };
  change<TrainingJob>(
      tasks.isEmpty() ? tr("Cancel job %1").arg(job) : tr("Cancel %Ln task(s) of %1", nullptr, n).arg(job),
      tr("Job %1 was not cancelled.").arg(job),
      tasks.isEmpty() ? tr("Job %1 is being cancelled.").arg(job)
                      : tr("%Ln task(s) of job %1 are being cancelled.", nullptr, n).arg(job),
      [&](rpc::Answer<TrainingJob> answer) { return api_.cancel(job, tasks, this, std::move(answer)); },
      show);
}

void TrainingPresenter::retry(const QString& job, const QStringList& tasks) {
  const auto n = static_cast<int>(tasks.size());
  const auto show = [this](const TrainingJob& j) {
    rpc::TrainingUpdate update;
    update.jobs = {j};
    update.revision = training_.revision();
    take(update);
  };
  const TrainingJob* known = training_.job(job);
  const QString all = known && onlyPublicationFailed(*known)
                          ? tr("The results of job %1 are published again.").arg(job)
                          : tr("All failed tasks of job %1 run again.").arg(job);
  change<TrainingJob>(
      tr("Retry job %1").arg(job), tr("Job %1 was not tried again.").arg(job),
      tasks.isEmpty() ? all : tr("%Ln task(s) of job %1 run again.", nullptr, n).arg(job),
      [&](rpc::Answer<TrainingJob> answer) { return api_.retry(job, tasks, this, std::move(answer)); }, show);
}

void TrainingPresenter::deleteCluster(const QString& name, bool cancelJobs) {
  change<TrainingCluster>(
      tr("Delete cluster %1").arg(name), tr("Cluster %1 was not deleted.").arg(name),
      tr("Cluster %1 is being stopped.").arg(name),
      [&](rpc::Answer<TrainingCluster> answer) {
        return api_.deleteCluster(name, cancelJobs, this, std::move(answer));
      },
      [this](const TrainingCluster& c) {
        rpc::TrainingUpdate update;
        update.clusters = {c};
        update.revision = training_.revision();
        take(update);
      });
}

}  // namespace aerie::presenters
