// What the Training page shows and asks, as things are now.
#include <QAction>
#include <QStackedWidget>
#include <QTableView>

#include "app/models/training_words.h"
#include "app/pages/submit_job_dialog.h"
#include "app/pages/training_cluster_panel.h"
#include "app/pages/training_job_panel.h"
#include "app/pages/training_page.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/tile.h"

namespace aerie::pages {

using namespace widgets;
using Situation = presenters::TrainingPresenter::Situation;
using TileData = presenters::TrainingJobPresenter::TileData;

static void fill(Tile* tile, const TileData& data) {
  tile->setValue(data.value);
  tile->setDelta(Tile::Change::Plain, data.note,
                 data.tone == models::Tone::None ? models::Tone::Muted : data.tone);
}

void TrainingPage::refresh() {
  presenters::TrainingPresenter& training = room_.training();
  const Situation situation = training.situation();
  const bool seen = situation == Situation::Ready || situation == Situation::Lost;
  stack_->setCurrentIndex(seen ? 0 : 1);
  setSummary(training.summary());
  refreshActions();
  if (!seen) {
    refreshEmpty();
    return;
  }
  if (situation == Situation::Lost) {
    lost_->showMessage(models::Tone::Warning,
                       tr("The training daemon does not answer; this is what was seen last"),
                       training.problem(), tr("Retry now"), false);
  } else {
    lost_->hide();
  }
  for (FilterTable* table : {jobs_, clusters_}) table->setLoading(false);
  const rpc::TrainingJob* job = training.job();
  const rpc::TrainingCluster* cluster = training.cluster();
  right_->setCurrentIndex(job ? 0 : cluster ? 1 : 2);
  const auto mark = [](FilterTable* table, const QString& key) {
    if (!key.isEmpty()) {
      table->setCurrentKey(key);
    } else if (!table->currentKey().isEmpty()) {
      table->view()->selectionModel()->clear();
    }
  };
  mark(jobs_, job ? job->id : QString());
  mark(clusters_, cluster ? cluster->name : QString());
  jobPanel_->refresh();
  if (cluster || clusterPanel_) clusterPanel().refresh();
  tileRow_->setVisible(job != nullptr);
  refreshTiles();
}

void TrainingPage::refreshEmpty() {
  const presenters::TrainingPresenter& training = room_.training();
  switch (training.situation()) {
    case Situation::NoDaemon:
      empty_->show(EmptyState::Kind::Empty, tr("This environment has no training daemon"),
                   tr("Start aerie-training on the machine that shall train, and the control plane with "
                      "--training and its address. If it runs already, name its address in the context "
                      "(Settings, Contexts). The local simulation brings one along."),
                   tr("How to start it"));
      break;
    case Situation::Failed:
      empty_->show(EmptyState::Kind::Failed, tr("The training daemon does not answer"),
                   tr("%1\nIt is asked at %2.").arg(training.problem(), training.address()), tr("Try again"));
      break;
    case Situation::Empty:
      empty_->show(EmptyState::Kind::Empty, tr("No job yet"),
                   tr("Submit one: a cluster is made for it and goes away when the work is done."),
                   tr("Submit a job"));
      break;
    default: empty_->show(EmptyState::Kind::Loading, tr("Loading"), {}); break;
  }
}

void TrainingPage::emptyAction() {
  switch (room_.training().situation()) {
    case Situation::NoDaemon: Q_EMIT helpWanted(); break;
    case Situation::Failed: room_.training().retryNow(); break;
    default: submit_->trigger(); break;
  }
}

void TrainingPage::refreshActions() {
  const presenters::TrainingPresenter& training = room_.training();
  const Situation situation = training.situation();
  const bool answers = situation == Situation::Ready || situation == Situation::Empty;
  const QString silent = situation == Situation::NoDaemon ? tr("There is no training daemon")
                                                          : tr("The training daemon does not answer");
  const auto gate = [&](QAction* action, const QString& why) {
    allow(action, answers && why.isEmpty(), answers ? why : silent);
  };
  gate(submit_, {});
  gate(clone_, training.job() ? QString() : tr("Select a job first"));
  gate(cancel_, training.whyNotCancel());
  gate(retry_, training.whyNotRetry());
  gate(delete_, training.whyNotDelete());
  gate(cancelTask_, room_.job().whyNotCancelTask());
  gate(retryTask_, room_.job().whyNotRetryTask());
  if (dialog_) dialog_->setOnline(online() && answers, online() ? silent : whyOffline());
}

void TrainingPage::refreshTiles() {
  if (!room_.training().job()) return;
  fill(cpu_, room_.cpuUsed());
  cpu_->setSamples(room_.load().busyTrend());
  fill(slots_, room_.slotsUsed());
  fill(done_, room_.job().done());
  fill(rate_, room_.job().throughput());
  const TileData left = room_.job().remaining();
  left_->setLabel(left.label.isEmpty() ? tr("Time left") : left.label);
  fill(left_, left);
  fill(cost_, room_.job().cost());
}

void TrainingPage::openSubmission() {
  if (dialog_) {
    dialog_->raise();
    return;
  }
  dialog_ = new SubmitJobDialog(room_.submission(), this);
  dialog_->open();
}

void TrainingPage::submit() {
  room_.submission().openNew();
  openSubmission();
}

void TrainingPage::clone() {
  const rpc::TrainingJob* job = room_.training().job();
  if (!job) return;
  room_.submission().openJob(job->id);
  openSubmission();
}

void TrainingPage::cancelJob() {
  const rpc::TrainingJob* job = room_.training().job();
  if (!job) return;
  const auto open = static_cast<int>(job->tasks.pending + job->tasks.running);
  ConfirmSheet::ask(this,
                    {tr("Cancel job %1?").arg(job->id),
                     tr("%Ln running task(s) are ended; what they did so far is lost. Nothing is published.",
                        nullptr, static_cast<int>(job->tasks.running)),
                     {tr("%1, %Ln task(s) left", nullptr, open).arg(job->application)},
                     tr("Cancel job"),
                     true},
                    [this, id = job->id] { room_.training().cancel(id, {}); });
}

void TrainingPage::retryJob() {
  const rpc::TrainingJob* job = room_.training().job();
  if (!job) return;
  QStringList victims = room_.job().failedTasks();
  if (victims.isEmpty()) victims = {job->application};
  const auto n = static_cast<int>(job->tasks.failed + job->tasks.cancelled);
  ConfirmSheet::ask(
      this,
      {tr("Run %Ln task(s) again?", nullptr, n),
       tr("They start anew with all their attempts; what succeeded stays as it is."), victims, tr("Retry")},
      [this, id = job->id] { room_.training().retry(id, {}); });
}

void TrainingPage::cancelTask() {
  const rpc::TrainingJob* job = room_.training().job();
  const rpc::TrainingTask* task = room_.job().task();
  if (!job || !task) return;
  ConfirmSheet::ask(this,
                    {tr("Cancel task %1?").arg(task->id),
                     tr("The other tasks of the job go on. A cancelled task can be tried again."),
                     {task->id},
                     tr("Cancel task"),
                     true},
                    [this, id = job->id, name = task->id] { room_.training().cancel(id, {name}); });
}

void TrainingPage::retryTask() {
  const rpc::TrainingJob* job = room_.training().job();
  const rpc::TrainingTask* task = room_.job().task();
  if (job && task) room_.training().retry(QString(job->id), {task->id});
}

void TrainingPage::deleteCluster() {
  const rpc::TrainingCluster* cluster = room_.training().cluster();
  if (!cluster) return;
  const QStringList jobs = room_.training().jobsOf(cluster->name);
  ConfirmSheet::Question question{
      tr("Delete cluster %1?").arg(cluster->name), {}, {}, tr("Delete cluster"), true, {}};
  if (jobs.isEmpty()) {
    question.victims = {
        tr("%1, %n host(s)", nullptr, static_cast<int>(cluster->hosts.size())).arg(cluster->name)};
    question.effect = tr("Its hosts are given back now. History, logs and timeline stay.");
  } else {
    question.victims = jobs;
    question.effect = tr("These jobs are cancelled with it. History, logs and timeline stay.");
    question.verb = tr("Cancel jobs and delete");
  }
  ConfirmSheet::ask(this, question, [this, name = cluster->name, any = !jobs.isEmpty()] {
    room_.training().deleteCluster(name, any);
  });
}

}  // namespace aerie::pages
