#include "app/pages/training_load_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <optional>

#include "app/models/training_words.h"
#include "app/presenters/training_job_presenter.h"
#include "app/presenters/training_load_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/host_heat_map.h"
#include "app/widgets/steady_splitter.h"
#include "app/widgets/tokens.h"
#include "app/widgets/utilisation_chart.h"
#include "app/widgets/zone_matrix.h"

namespace aerie::pages {

using namespace widgets;

TrainingLoadView::TrainingLoadView(const QString& id, presenters::TrainingLoadPresenter& load,
                                   presenters::TrainingJobPresenter* job, QWidget* parent)
    : QWidget(parent), load_(load), job_(job) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  auto* split = new SteadySplitter(Qt::Horizontal, job_ ? QList<int>{450, 320} : QList<int>{1}, this);
  row->addWidget(split);
  buildCharts(id, split);
  if (job_) {
    buildMatrix(id, split);
    connect(job_, &presenters::TrainingJobPresenter::tasksChanged, this, &TrainingLoadView::refreshTasks);
  }
  connect(&load_, &presenters::TrainingLoadPresenter::loadChanged, this, &TrainingLoadView::refreshLoad);
  refreshLoad();
  refreshTasks();
}

void TrainingLoadView::buildCharts(const QString& id, QWidget* parent) {
  auto* left = new SteadySplitter(Qt::Vertical, {240, 180}, parent);
  auto* top = new QWidget(left);
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGap);
  chart_ = new UtilisationChart(id + QStringLiteral(".utilisation"), top);
  column->addWidget(chart_, 1);
  advice_ = newLabel({}, "muted", top);
  advice_->setObjectName(id + QStringLiteral(".advice"));
  advice_->setWordWrap(true);
  column->addWidget(advice_);
  auto* card = new Card(tr("Hosts"), left);
  card->setFlush();
  hosts_ = new HostHeatMap(card);
  hosts_->setObjectName(id + QStringLiteral(".hosts"));
  hosts_->setAccessibleName(tr("Busy share of each host over time"));
  card->body()->addWidget(hosts_);
  const auto at = [](double ms) { return std::optional<double>(ms); };
  connect(chart_, &UtilisationChart::crosshairMoved, hosts_,
          [this, at](double ms) { hosts_->follow(at(ms)); });
  connect(chart_, &UtilisationChart::crosshairLeft, hosts_, [this] { hosts_->follow(std::nullopt); });
  connect(hosts_, &HostHeatMap::crosshairMoved, chart_, [this, at](double ms) { chart_->follow(at(ms)); });
  connect(hosts_, &HostHeatMap::crosshairLeft, chart_, [this] { chart_->follow(std::nullopt); });
  connect(chart_, &UtilisationChart::exported, this, &TrainingLoadView::exported);
  connect(chart_, &UtilisationChart::failed, this, &TrainingLoadView::failed);
}

void TrainingLoadView::buildMatrix(const QString& id, QWidget* parent) {
  auto* card = new Card(tr("Tasks"), parent);
  matrix_ = new ZoneMatrix(id + QStringLiteral(".matrix"), card);
  card->body()->addWidget(matrix_, 1);
  connect(matrix_, &ZoneMatrix::activated, this, &TrainingLoadView::taskWanted);
  connect(matrix_, &ZoneMatrix::selectedChanged, this, [this](const QString& task) {
    if (!task.isEmpty()) job_->selectTask(task);
  });
}

void TrainingLoadView::focusSearch() {
  if (matrix_) matrix_->focusSearch();
}

void TrainingLoadView::refreshLoad() {
  const bool none = load_.target().cluster.isEmpty();
  const bool loading = !none && !load_.loaded() && load_.problem().isEmpty();
  chart_->setLoading(loading);
  hosts_->setLoading(loading);
  const QString why = !load_.problem().isEmpty() ? load_.problem().section(QLatin1Char('\n'), 0, 0)
                                                 : tr("Nothing was measured yet");
  chart_->setEmptyText(why);
  hosts_->setEmptyText(why);
  chart_->setScale(load_.target().scale);
  hosts_->setScale(load_.target().scale);
  chart_->setWindow(load_.fromMs(), load_.toMs());
  hosts_->setWindow(load_.fromMs(), load_.toMs());
  chart_->setLoad(load_.load());
  hosts_->setHosts(load_.hosts());
  QStringList words;
  for (const rpc::TrainingAdvice& advice : load_.advice()) words.append(models::adviceText(advice));
  advice_->setText(words.join(QStringLiteral("  \u00b7  ")));
  advice_->setVisible(!words.isEmpty());
}

void TrainingLoadView::refreshTasks() {
  if (!job_) return;
  const bool broken = !job_->problem().isEmpty();
  matrix_->setLoading(!job_->tasksComplete() && !broken);
  matrix_->setEmptyText(broken ? tr("The tasks cannot be read") : tr("No tasks"),
                        broken ? job_->problem() : tr("They appear as soon as the job is accepted."));
  matrix_->setDimensions(job_->rowDimension(), job_->columnDimension());
  matrix_->setCells(job_->cells());
}

}  // namespace aerie::pages
