#include "app/pages/training_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/models/training_words.h"
#include "app/pages/submit_job_dialog.h"
#include "app/pages/tab_order.h"
#include "app/pages/training_cluster_panel.h"
#include "app/pages/training_job_panel.h"
#include "app/widgets/card.h"
#include "app/widgets/drop_zone.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/steady_splitter.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::TrainingRoom;
using View = TrainingRoom::View;

namespace {

constexpr int kListWidth = 356;
constexpr int kRightWidth = 716;
constexpr int kSubmittedColumn = 2;
constexpr int kCreatedColumn = 7;

}  // namespace

TrainingPage::TrainingPage(TrainingRoom& room, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("training"), tr("Training"), QStringLiteral("training"), parent), room_(room) {
  addCommands(commands);
  stack_ = new QStackedWidget(body()->parentWidget());
  body()->addWidget(stack_, 1);
  auto* jobs = new QWidget(stack_);
  stack_->addWidget(jobs);
  auto* column = new QVBoxLayout(jobs);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  lost_ = new MessageBar(jobs);
  lost_->setObjectName(QStringLiteral("training.lost"));
  column->addWidget(lost_);
  column->addWidget(buildTiles(jobs));
  auto* split = new QSplitter(Qt::Horizontal, jobs);
  column->addWidget(split, 1);
  split->setHandleWidth(kGapM);
  split->setChildrenCollapsible(false);
  buildLists(split);
  buildRight(split);
  split->setStretchFactor(1, 1);
  split->setSizes({kListWidth, kRightWidth});
  empty_ = new EmptyState(stack_);
  empty_->setObjectName(QStringLiteral("training.empty"));
  stack_->addWidget(empty_);
  auto* drop = new DropZone(this, tr("Drop a job file to look at its plan"));
  connect(drop, &DropZone::dropped, this, [this](const QStringList& paths) {
    if (!submit_->isEnabled()) {
      showFailure(tr("No job can be submitted now."), submit_->toolTip());
      return;
    }
    room_.submission().openFile(paths.front());
    if (room_.submission().name() == paths.front().section(QLatin1Char('/'), -1)) openSubmission();
  });
  connectParts();
  refresh();
}

void TrainingPage::addCommands(CommandRegistry& commands) {
  submit_ = addCommand(commands,
                       {QStringLiteral("training.submit"), tr("Submit Job..."),
                        tr("Write or choose a job file and look at its plan"), QStringLiteral("plus"),
                        QKeySequence(Qt::CTRL | Qt::Key_N), [this] { submit(); }},
                       "primary");
  clone_ = addCommand(commands, {QStringLiteral("training.clone"), tr("Clone..."),
                                 tr("Edit the job's file and submit it again"), QStringLiteral("copy"),
                                 QKeySequence(Qt::CTRL | Qt::Key_D), [this] { clone(); }});
  retry_ = addCommand(commands,
                      {QStringLiteral("training.retry"), tr("Retry..."),
                       tr("Run the tasks again that failed or were cancelled"), QStringLiteral("restart"),
                       QKeySequence(Qt::CTRL | Qt::Key_R), [this] { retryJob(); }});
  cancel_ = addCommand(commands, {QStringLiteral("training.cancel"), tr("Cancel Job..."),
                                  tr("Stop what runs and start no more"), QStringLiteral("stop"),
                                  QKeySequence(Qt::CTRL | Qt::Key_E), [this] { cancelJob(); }});
  cancelTask_ = addCommand(commands, {QStringLiteral("training.task.cancel"),
                                      tr("Cancel Task"),
                                      tr("Stop the chosen task"),
                                      QStringLiteral("stop"),
                                      {},
                                      [this] { cancelTask(); }});
  retryTask_ = addCommand(commands, {QStringLiteral("training.task.retry"),
                                     tr("Retry Task"),
                                     tr("Run the chosen task again"),
                                     QStringLiteral("restart"),
                                     {},
                                     [this] { retryTask(); }});
  delete_ = addCommand(commands, {QStringLiteral("training.cluster.delete"), tr("Delete Cluster..."),
                                  tr("Give the cluster's hosts back now"), QStringLiteral("trash"),
                                  QKeySequence(Qt::Key_Delete), [this] { deleteCluster(); }});
}

QWidget* TrainingPage::buildTiles(QWidget* parent) {
  tileRow_ = new QWidget(parent);
  auto* row = new QHBoxLayout(tileRow_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapS);
  cpu_ = new Tile(tr("CPU used"), tileRow_);
  slots_ = new Tile(tr("Slots in use"), tileRow_);
  done_ = new Tile(tr("Tasks done"), tileRow_);
  rate_ = new Tile(tr("Throughput"), tileRow_);
  left_ = new Tile(tr("Time left"), tileRow_);
  cost_ = new Tile(tr("Cost"), tileRow_);
  const std::pair<Tile*, const char*> names[] = {{cpu_, "cpu"},   {slots_, "slots"}, {done_, "done"},
                                                 {rate_, "rate"}, {left_, "left"},   {cost_, "cost"}};
  for (const auto& [tile, name] : names) {
    tile->setProperty("tile", QLatin1String(name));
    row->addWidget(tile, 1);
  }
  return tileRow_;
}

void TrainingPage::buildLists(QWidget* parent) {
  auto* lists = new SteadySplitter(Qt::Vertical, {340, 160}, parent);
  auto* jobCard = new Card(tr("Jobs"), lists);
  jobCard->setFlush();
  jobs_ = new FilterTable(
      QStringLiteral("training.jobs"),
      {tr("Jobs"), tr("Search jobs"), tr("No job yet"),
       tr("Submit one: a cluster is made for it and goes away afterwards."), tr("Submit a job")},
      room_.training().training().jobTable(), jobCard);
  jobs_->sortBy(kSubmittedColumn, Qt::DescendingOrder);
  jobCard->body()->addWidget(jobs_);
  auto* clusterCard = new Card(tr("Clusters"), lists);
  clusterCard->setFlush();
  clusters_ = new FilterTable(QStringLiteral("training.clusters"),
                              {tr("Clusters"),
                               tr("Search clusters"),
                               tr("No cluster"),
                               tr("A job makes one when it is submitted."),
                               {}},
                              room_.training().training().clusterTable(), clusterCard);
  clusters_->sortBy(kCreatedColumn, Qt::DescendingOrder);
  clusters_->setSearchVisible(false);
  clusterCard->body()->addWidget(clusters_);
}

void TrainingPage::buildRight(QWidget* parent) {
  right_ = new QStackedWidget(parent);
  jobPanel_ = new TrainingJobPanel(room_, {{clone_, retry_, cancel_}, cancelTask_, retryTask_}, right_);
  clusterPlace_ = new QWidget(right_);
  auto* column = new QVBoxLayout(clusterPlace_);
  column->setContentsMargins(0, 0, 0, 0);
  nothing_ = new EmptyState(right_);
  nothing_->show(EmptyState::Kind::Empty, tr("No job is chosen"), tr("Choose one in the list."));
  right_->addWidget(jobPanel_);
  right_->addWidget(clusterPlace_);
  right_->addWidget(nothing_);
}

TrainingClusterPanel& TrainingPage::clusterPanel() {
  if (clusterPanel_) return *clusterPanel_;
  clusterPanel_ = new TrainingClusterPanel(room_, delete_, clusterPlace_);
  clusterPlace_->layout()->addWidget(clusterPanel_);
  clusterPanel_->show();
  connect(clusterPanel_, &TrainingClusterPanel::exported, this, &TrainingPage::wrote);
  connect(clusterPanel_, &TrainingClusterPanel::failed, this, &Page::showFailure);
  orderTabsByLayout(this);
  return *clusterPanel_;
}

void TrainingPage::connectParts() {
  using presenters::TrainingPresenter;
  connect(jobs_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) room_.training().selectJob(key);
  });
  connect(clusters_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) room_.training().selectCluster(key);
  });
  connect(jobs_, &FilterTable::emptyActionClicked, this, &TrainingPage::emptyAction);
  connect(empty_, &EmptyState::actionClicked, this, &TrainingPage::emptyAction);
  connect(lost_, &MessageBar::actionClicked, this, [this] { room_.training().retryNow(); });
  connect(&room_.training(), &TrainingPresenter::changed, this, &TrainingPage::refresh);
  connect(&room_.training(), &TrainingPresenter::selectionChanged, this, &TrainingPage::refresh);
  connect(&room_.training(), &TrainingPresenter::failed, this, &Page::showFailure);
  connect(&room_.training(), &TrainingPresenter::succeeded, this, &Page::goodNews);
  connect(&room_.submission(), &presenters::SubmissionPresenter::succeeded, this, &Page::goodNews);
  connect(&room_.submission(), &presenters::SubmissionPresenter::failed, this,
          [this](const QString& headline, const QString& detail) {
            if (!dialog_) showFailure(headline, detail);  // an open dialog says it itself
          });
  connect(&room_.job(), &presenters::TrainingJobPresenter::headlineChanged, this,
          &TrainingPage::refreshTiles);
  connect(&room_.job(), &presenters::TrainingJobPresenter::taskChanged, this, &TrainingPage::refreshActions);
  connect(&room_.load(), &presenters::TrainingLoadPresenter::loadChanged, this, &TrainingPage::refreshTiles);
  connect(jobPanel_, &TrainingJobPanel::exported, this, &TrainingPage::wrote);
  connect(jobPanel_, &TrainingJobPanel::viewChanged, this, [this] { orderTabsByLayout(this); });
  connect(jobPanel_, &TrainingJobPanel::failed, this, &Page::showFailure);
  connect(jobPanel_, &TrainingJobPanel::objectWanted, this, &Page::objectWanted);
}

void TrainingPage::wrote(const QString& path) { Q_EMIT goodNews(tr("%1 was written.").arg(path)); }

void TrainingPage::focusSearch() { jobs_->focusSearch(); }

void TrainingPage::setShown(bool shown) { room_.setShown(shown); }

void TrainingPage::setOnline(bool online, const QString& why) {
  Page::setOnline(online, why);
  if (dialog_) dialog_->setOnline(online, why);
}

bool TrainingPage::openObject(const QString& kind, const QString& name) {
  if (kind == QLatin1String("training_job")) {
    room_.training().selectJob(name);
    return true;
  }
  if (kind == QLatin1String("training_cluster")) {
    room_.training().selectCluster(name);
    return true;
  }
  return false;
}

QStringList TrainingPage::views() const {
  if (!room_.training().job()) return {};
  QStringList out{QStringLiteral("tasks"), QStringLiteral("timeline"), QStringLiteral("compare")};
  if (!room_.training().training().clusters().isEmpty()) out.append(QStringLiteral("cluster"));
  return out;
}

void TrainingPage::showView(const QString& id) {
  const auto& clusters = room_.training().training().clusters();
  if (id == QLatin1String("cluster") && !clusters.isEmpty()) {
    const rpc::TrainingJob* job = room_.training().job();
    room_.training().selectCluster(job && clusters.contains(job->cluster) ? job->cluster
                                                                          : clusters.firstKey());
    return;
  }
  if (!room_.training().job()) {
    const QList<rpc::TrainingJob> jobs = room_.training().training().jobsBySubmission();
    if (!jobs.isEmpty()) room_.training().selectJob(jobs.front().id);
  }
  if (id == QLatin1String("tasks") && room_.job().taskId().isEmpty()) {
    const QStringList failed = room_.job().failedTasks();
    const auto& tasks = room_.job().tasks()->tasks();
    if (!failed.isEmpty()) {
      room_.job().selectTask(failed.front());
    } else if (!tasks.empty()) {
      room_.job().selectTask(tasks.front().id);
    }
  }
  jobPanel_->showView(id == QLatin1String("tasks")      ? View::Tasks
                      : id == QLatin1String("timeline") ? View::Timeline
                      : id == QLatin1String("compare")  ? View::Compare
                                                        : View::Load);
}

}  // namespace aerie::pages
