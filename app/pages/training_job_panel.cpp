#include "app/pages/training_job_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/models/text.h"
#include "app/models/training_words.h"
#include "app/pages/training_load_view.h"
#include "app/pages/training_tasks_view.h"
#include "app/widgets/card.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/run_comparison.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/steady_tabs.h"
#include "app/widgets/timeline_view.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::TrainingRoom;
using rpc::JobState;
using View = TrainingRoom::View;

namespace {

QPushButton* newLink(const QString& id, QWidget* parent) {
  auto* link = new QPushButton(parent);
  link->setObjectName(id);
  link->setProperty("kind", QStringLiteral("link"));
  link->setCursor(Qt::PointingHandCursor);
  return link;
}

void setLink(QPushButton* link, const QString& text, const QString& name, const QString& tip) {
  link->setText(text);
  link->setAccessibleName(name);
  link->setToolTip(tip);
  link->setVisible(!text.isEmpty());
}

}  // namespace

TrainingJobPanel::TrainingJobPanel(TrainingRoom& room, const Actions& actions, QWidget* parent)
    : QWidget(parent), room_(room), actions_(actions) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapS);
  column->addWidget(buildHead(actions.job));
  message_ = new MessageBar(this);
  message_->setObjectName(QStringLiteral("training.message"));
  column->addWidget(message_);
  views_ = new SteadyTabs(this);
  views_->setObjectName(QStringLiteral("training.views"));
  views_->setAccessibleName(tr("Views of the job"));
  views_->tabBar()->setAccessibleName(tr("Views of the job"));
  views_->tabBar()->setObjectName(QStringLiteral("training.views.bar"));
  for (const QString& title : {tr("Utilisation"), tr("Tasks and logs"), tr("Timeline"), tr("Compare")})
    addView(title);
  make(View::Load);
  column->addWidget(views_, 1);
  connect(views_, &QTabWidget::currentChanged, this, [this](int index) {
    make(static_cast<View>(index));
    room_.setView(static_cast<View>(index));
    Q_EMIT viewChanged(static_cast<View>(index));
  });
}

// A place for a view.
void TrainingJobPanel::addView(const QString& title) {
  auto* place = new QWidget(views_);
  auto* column = new QVBoxLayout(place);
  column->setContentsMargins(0, 0, 0, 0);
  views_->addTab(place, title);
}

void TrainingJobPanel::make(View view) {
  QWidget* place = views_->widget(static_cast<int>(view));
  if (place->layout()->count() > 0) return;
  QWidget* made = nullptr;
  switch (view) {
    case View::Load: made = newLoad(place); break;
    case View::Tasks:
      made = tasks_ = new TrainingTasksView(room_.job(), actions_.cancelTask, actions_.retryTask, place);
      break;
    case View::Timeline: made = newTimeline(place); break;
    case View::Compare: made = newCompare(place); break;
  }
  place->layout()->addWidget(made);
  made->show();  // now, and not with the next turn of the event loop
}

QWidget* TrainingJobPanel::newLoad(QWidget* parent) {
  load_ = new TrainingLoadView(QStringLiteral("training.load"), room_.load(), &room_.job(), parent);
  connect(load_, &TrainingLoadView::taskWanted, this, &TrainingJobPanel::openTask);
  connect(load_, &TrainingLoadView::exported, this, &TrainingJobPanel::exported);
  connect(load_, &TrainingLoadView::failed, this, &TrainingJobPanel::failed);
  return load_;
}

QWidget* TrainingJobPanel::newTimeline(QWidget* parent) {
  timeline_ = new TimelineView(QStringLiteral("training.timeline"), tr("Timeline"), parent);
  connect(timeline_, &TimelineView::activated, this,
          [this](const QString&, const QString& task) { openTask(task); });
  connect(timeline_, &TimelineView::exported, this, &TrainingJobPanel::exported);
  connect(timeline_, &TimelineView::failed, this, &TrainingJobPanel::failed);
  connect(&room_.load(), &presenters::TrainingLoadPresenter::timelineChanged, this,
          &TrainingJobPanel::refreshTimeline);
  refreshTimeline();
  return timeline_;
}

void TrainingJobPanel::openTask(const QString& task) {
  room_.job().selectTask(task);
  showView(View::Tasks);
}

QWidget* TrainingJobPanel::buildHead(const QList<QAction*>& actions) {
  auto* card = new Card({}, this);
  card->body()->setContentsMargins(kGapM, kGapS, kGapM, kGapS);
  card->body()->setSpacing(kGap);
  auto* title = new QHBoxLayout();
  title->setSpacing(kGapS);
  name_ = newLabel({}, "section", card);
  name_->setObjectName(QStringLiteral("training.job.name"));
  chip_ = new StatusChip(card);
  chip_->setObjectName(QStringLiteral("training.job.state"));
  published_ = newLink(QStringLiteral("training.job.published"), card);
  cluster_ = newLink(QStringLiteral("training.job.cluster"), card);
  title->addWidget(name_);
  title->addWidget(chip_);
  title->addStretch(1);
  for (QAction* action : actions) title->addWidget(CommandRegistry::buttonFor(action, "", card));
  card->body()->addLayout(title);
  auto* lower = new QHBoxLayout();
  lower->setSpacing(kGapS);
  facts_ = newLabel({}, "muted", card);
  facts_->setObjectName(QStringLiteral("training.job.facts"));
  facts_->setWordWrap(true);
  lower->addWidget(facts_, 1);
  lower->addWidget(published_);
  lower->addWidget(cluster_);
  card->body()->addLayout(lower);
  connect(published_, &QPushButton::clicked, this, [this] {
    const rpc::TrainingJob* j = room_.training().job();
    if (j && !j->publication.version.isEmpty())
      Q_EMIT objectWanted(QStringLiteral("version"),
                          j->publication.model + QLatin1Char('@') + j->publication.version);
  });
  connect(cluster_, &QPushButton::clicked, this, [this] {
    if (const rpc::TrainingJob* j = room_.training().job())
      room_.training().selectCluster(QString(j->cluster));
  });
  return card;
}

QWidget* TrainingJobPanel::newCompare(QWidget* parent) {
  auto* page = new QWidget(parent);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapS);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  QLabel* label = newLabel(tr("Compare with"), "muted", page);
  before_ = new QComboBox(page);
  before_->setObjectName(QStringLiteral("training.compare.before"));
  before_->setAccessibleName(tr("The run to compare with"));
  before_->setPlaceholderText(tr("No other run"));
  before_->setToolTip(tr("The other run: its curves begin at the same time 0"));
  before_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  label->setBuddy(before_);
  row->addWidget(label);
  row->addWidget(before_, 1);
  column->addLayout(row);
  comparison_ = new RunComparison(QStringLiteral("training.comparison"), page);
  column->addWidget(comparison_, 1);
  connect(before_, &QComboBox::activated, this,
          [this] { room_.compare().setBefore(before_->currentData().toString()); });
  connect(comparison_, &RunComparison::exported, this, &TrainingJobPanel::exported);
  connect(comparison_, &RunComparison::failed, this, &TrainingJobPanel::failed);
  connect(&room_.compare(), &presenters::TrainingComparePresenter::changed, this,
          &TrainingJobPanel::refreshCompare);
  refreshCompare();
  return page;
}

void TrainingJobPanel::showView(View view) { views_->setCurrentIndex(static_cast<int>(view)); }

void TrainingJobPanel::focusSearch() {
  if (room_.view() == View::Tasks) {
    tasks_->focusSearch();
  } else {
    showView(View::Load);
    load_->focusSearch();
  }
}

void TrainingJobPanel::refresh() {
  const rpc::TrainingJob* j = room_.training().job();
  if (!j) return;
  name_->setText(j->application);
  chip_->setState(models::toneOf(j->state), models::wordOf(j->state));
  QStringList facts;
  facts.append(tr("job %1").arg(j->id));
  facts.append(models::engineText(j->engine));
  const QString at = models::recentText(j->submittedMs, models::Fine::Minutes);
  facts.append(j->submittedBy.isEmpty() ? tr("submitted %1").arg(at)
                                        : tr("submitted %1 by %2").arg(at, j->submittedBy));
  if (j->priority != 0) facts.append(tr("priority %1").arg(j->priority));
  const rpc::TrainingPublication& p = j->publication;
  if (!p.model.isEmpty() && p.version.isEmpty() && p.message.isEmpty())
    facts.append(tr("will publish %1").arg(p.model));
  facts_->setText(facts.join(QStringLiteral("  \u00b7  ")));
  const QString version = p.model + QLatin1Char('@') + p.version;
  setLink(published_, p.version.isEmpty() ? QString() : version,
          tr("Published as %1; show it in the registry").arg(version),
          p.stage.isEmpty() ? tr("Published; show it in the registry")
                            : tr("Published with stage %1; show it in the registry").arg(p.stage));
  setLink(cluster_, room_.training().training().cluster(j->cluster) ? tr("Cluster") : QString(),
          tr("Show cluster %1").arg(j->cluster), j->cluster);
  refreshMessage(*j);
}

// What needs attention: a failure, an unpublished result, tasks that fail, or why nothing runs.
void TrainingJobPanel::refreshMessage(const rpc::TrainingJob& job) {
  using models::Tone;
  const rpc::TrainingPublication& p = job.publication;
  if (job.state == JobState::Failed) {
    message_->showMessage(Tone::Danger, tr("The job failed"), job.message, {}, false);
    return;
  }
  if (p.version.isEmpty() && !p.message.isEmpty()) {
    message_->showMessage(Tone::Warning, tr("Nothing was published"), p.message, {}, false);
    return;
  }
  const bool starting = job.state == JobState::Submitted || job.state == JobState::Environment;
  if (starting && !job.message.isEmpty()) {
    message_->showMessage(Tone::Info, models::wordOf(job.state), job.message, {}, false);
    return;
  }
  const QStringList waits = room_.job().pending();
  // While tasks run, others wait for them: that is no news.
  if (!waits.isEmpty() && job.tasks.running == 0 && !rpc::isOver(job.state)) {
    QString detail = waits.join(QLatin1Char('\n'));
    if (!job.pending.isEmpty() && !job.pending.front().text.isEmpty())
      detail += QLatin1Char('\n') + job.pending.front().text;
    message_->showMessage(Tone::Warning, tr("Nothing of the job runs"), detail, {}, false);
    return;
  }
  message_->hide();
}

void TrainingJobPanel::refreshTimeline() {
  const presenters::TrainingLoadPresenter& load = room_.load();
  timeline_->setLoading(!load.timelineLoaded() && load.timelineProblem().isEmpty());
  timeline_->setEmptyText(load.timelineProblem().isEmpty()
                              ? tr("No task has started yet")
                              : load.timelineProblem().section(QLatin1Char('\n'), 0, 0));
  timeline_->setScale(room_.job().scale());
  timeline_->setBars(load.bars(), room_.job().jobNowMs(), load.downsampled());
}

void TrainingJobPanel::refreshCompare() {
  const presenters::TrainingComparePresenter& compare = room_.compare();
  const auto choices = compare.choices();
  const QSignalBlocker quiet(before_);
  bool same = before_->count() == choices.size();
  for (int i = 0; same && i < before_->count(); ++i)
    same = before_->itemData(i).toString() == choices[i].id && before_->itemText(i) == choices[i].text;
  if (!same) {
    before_->clear();
    for (const auto& choice : choices) before_->addItem(choice.text, choice.id);
  }
  before_->setCurrentIndex(before_->findData(compare.before()));
  before_->setEnabled(!choices.isEmpty());
  const bool any = compare.beforeRun() || compare.afterRun();
  comparison_->setLoading(compare.loading() && !any);
  if (choices.isEmpty()) {
    comparison_->setEmptyText(tr("There is no other run"), tr("Submit the job again to compare two runs."));
  } else if (!compare.problem().isEmpty()) {
    comparison_->setEmptyText(tr("The runs cannot be read"), compare.problem());
  } else {
    comparison_->setEmptyText(tr("Nothing was measured"),
                              tr("Utilisation of these runs is not kept any more."));
  }
  comparison_->setRuns(compare.beforeRun(), compare.afterRun());
}

}  // namespace aerie::pages
