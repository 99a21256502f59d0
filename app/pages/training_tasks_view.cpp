#include "app/pages/training_tasks_view.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include "app/models/training_words.h"
#include "app/presenters/training_job_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/log_view.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/steady_splitter.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::TrainingJobPresenter;
using rpc::TaskState;

namespace {

constexpr int kJobLog = -1;  // in the list of sources, beside the numbers of attempts

}  // namespace

TrainingTasksView::TrainingTasksView(TrainingJobPresenter& job, QAction* cancelTask, QAction* retryTask,
                                     QWidget* parent)
    : QWidget(parent), job_(job), filter_(new models::TrainingTaskFilter(*job.tasks(), this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  auto* split = new SteadySplitter(Qt::Vertical, {180, 230}, this);
  split->addWidget(buildTable());
  split->addWidget(buildDetails(cancelTask, retryTask));
  row->addWidget(split);
  connect(&job_, &TrainingJobPresenter::tasksChanged, this, &TrainingTasksView::refreshTasks);
  connect(&job_, &TrainingJobPresenter::taskChanged, this, &TrainingTasksView::refreshTask);
  connect(&job_, &TrainingJobPresenter::logStateChanged, this, [this] { log_->setNote(job_.logState()); });
  refreshTasks();
  refreshTask();
}

QWidget* TrainingTasksView::buildTable() {
  auto* card = new Card({}, this);
  card->setFlush();
  state_ = new QComboBox(card);
  state_->setObjectName(QStringLiteral("training.tasks.state"));
  state_->setAccessibleName(tr("State of the tasks that are shown"));
  state_->setToolTip(tr("Which tasks are shown"));
  state_->addItem(tr("All states"), static_cast<int>(TaskState::Unknown));
  for (const TaskState s : {TaskState::Failed, TaskState::Running, TaskState::Pending, TaskState::Succeeded,
                            TaskState::Cancelled})
    state_->addItem(models::wordOf(s), static_cast<int>(s));
  state_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  table_ = new FilterTable(QStringLiteral("training.tasks"),
                           {tr("Tasks"), tr("Search tasks"), tr("No task is in this state"),
                            tr("Other tasks of the job are."), tr("Show all tasks")},
                           filter_, card);
  table_->addBeforeSearch(state_);
  card->body()->addWidget(table_, 1);
  connect(state_, &QComboBox::currentIndexChanged, this, [this] {
    filter_->setState(static_cast<TaskState>(state_->currentData().toInt()));
    refreshTasks();
  });
  connect(table_, &FilterTable::emptyActionClicked, this, [this] { state_->setCurrentIndex(0); });
  connect(table_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) job_.selectTask(key);
  });
  return card;
}

QWidget* TrainingTasksView::buildDetails(QAction* cancelTask, QAction* retryTask) {
  auto* card = new Card({}, this);
  card->setFlush();
  auto* head = new QVBoxLayout();
  head->setContentsMargins(kGapM, kGapS, kGapM, 0);
  head->setSpacing(kGap);
  auto* title = new QHBoxLayout();
  title->setSpacing(kGapS);
  name_ = new ElidedLabel({}, "strong", card);
  name_->setObjectName(QStringLiteral("training.task.name"));
  chip_ = new StatusChip(card);
  chip_->setObjectName(QStringLiteral("training.task.state"));
  title->addWidget(name_);
  title->addWidget(chip_);
  title->addStretch(1);
  for (QAction* action : {cancelTask, retryTask})
    title->addWidget(CommandRegistry::buttonFor(action, "", card));
  head->addLayout(title);
  facts_ = newLabel({}, "muted", card);
  facts_->setWordWrap(true);
  facts_->setObjectName(QStringLiteral("training.task.facts"));
  why_ = newLabel({}, "problem", card);
  why_->setWordWrap(true);
  why_->setObjectName(QStringLiteral("training.task.why"));
  for (QLabel* label : {facts_, why_}) {
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(label);
  }
  card->body()->addLayout(head);
  log_ = new LogView(QStringLiteral("training.log"), job_.lines(), card);
  source_ = new QComboBox(card);
  source_->setObjectName(QStringLiteral("training.log.attempt"));
  source_->setAccessibleName(tr("Attempt whose log is shown"));
  source_->setToolTip(tr("Whose log is shown"));
  source_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  log_->replaceSource(source_);
  connect(source_, &QComboBox::activated, this, [this] {
    const int chosen = source_->currentData().toInt();
    job_.showJobLog(chosen == kJobLog);
    if (chosen != kJobLog) job_.selectAttempt(static_cast<quint32>(chosen));
  });
  card->body()->addWidget(log_, 1);
  return card;
}

void TrainingTasksView::focusSearch() { table_->focusSearch(); }

void TrainingTasksView::refreshTasks() {
  table_->setLoading(!job_.tasksComplete() && job_.problem().isEmpty());
}

void TrainingTasksView::refreshTask() {
  const rpc::TrainingTask* t = job_.task();
  name_->setText(t ? t->id : tr("Log of the job"));
  chip_->setVisible(t != nullptr);
  facts_->setVisible(t != nullptr);
  QString why;
  if (t) {
    chip_->setState(models::toneOf(t->state), models::wordOf(t->state));
    facts_->setText(job_.factsOf(*t).join(QStringLiteral("  \u00b7  ")));
    if (t->state == TaskState::Pending && t->message.isEmpty()) {
      why = t->pendingText.isEmpty() ? models::reasonText(t->pendingReason) : t->pendingText;
    } else if (t->state != TaskState::Succeeded) {
      why = t->message;
    }
    table_->setCurrentKey(t->id);
  } else {
    facts_->clear();
  }
  // Waiting is no failure.
  const QString kind =
      t && t->state == TaskState::Pending ? QStringLiteral("muted") : QStringLiteral("problem");
  if (why_->property("kind").toString() != kind) {
    why_->setProperty("kind", kind);
    why_->style()->unpolish(why_);
    why_->style()->polish(why_);
  }
  why_->setText(why);
  why_->setVisible(!why.isEmpty());
  showSources();
  log_->setNote(job_.logState());
}

void TrainingTasksView::showSources() {
  const rpc::TrainingTask* t = job_.task();
  QList<std::pair<QString, int>> sources;
  if (t) {
    sources.append({tr("Latest attempt"), 0});
    for (quint32 i = t->attempts; t->attempts > 1 && i >= 1; --i)
      sources.append({tr("Attempt %1").arg(i), static_cast<int>(i)});
  }
  sources.append({tr("Log of the job"), kJobLog});
  const QSignalBlocker quiet(source_);
  if (sources != sources_) {  // an open list stays open
    sources_ = sources;
    source_->clear();
    for (const auto& [text, value] : sources_) source_->addItem(text, value);
    source_->ensurePolished();
    source_->setMinimumWidth(source_->sizeHint().width());  // what else is in the row gives way
  }
  source_->setCurrentIndex(
      std::max(0, source_->findData(job_.jobLog() ? kJobLog : static_cast<int>(job_.attempt()))));
}

}  // namespace aerie::pages
