#include "app/pages/what_if_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <array>
#include <iterator>
#include <optional>

#include "app/models/what_if_table.h"
#include "app/presenters/what_if_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/run_comparison.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::WhatIfPresenter;
using Field = WhatIfPresenter::Field;

namespace {

constexpr int kFormWidth = 300;
constexpr int kChartHeight = 200;
constexpr const char* kOrders[] = {"as_listed", "longest_first", "shortest_first", "random"};

ChartOptions optionsOf(models::ValueKind kind) {
  ChartOptions out;
  out.kind = kind;
  out.time = false;
  out.whole = true;
  out.dots = true;
  if (kind == models::ValueKind::Share) out.fixedTop = 1;
  return out;
}

}  // namespace

WhatIfPanel::WhatIfPanel(WhatIfPresenter& presenter, QWidget* parent)
    : QWidget(parent), presenter_(presenter) {
  setObjectName(QStringLiteral("whatIf"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapM);
  row->addWidget(buildForm());
  auto* right = new QVBoxLayout();
  right->setSpacing(kGapS);
  sentence_ = newLabel({}, "strong", this);
  sentence_->setObjectName(QStringLiteral("whatIf.sentence"));
  sentence_->setWordWrap(true);
  right->addWidget(sentence_);
  result_ = new QStackedWidget(this);
  comparison_ = new RunComparison(QStringLiteral("whatIf.comparison"), result_);
  result_->addWidget(comparison_);
  result_->addWidget(buildGrid(result_));
  right->addWidget(result_, 1);
  row->addLayout(right, 1);
  connect(comparison_, &RunComparison::failed, this, &WhatIfPanel::failed);
  connect(&presenter_, &WhatIfPresenter::formChanged, this, &WhatIfPanel::showForm);
  connect(&presenter_, &WhatIfPresenter::busyChanged, this, &WhatIfPanel::showBusy);
  connect(&presenter_, &WhatIfPresenter::progressed, this, &WhatIfPanel::showBusy);
  connect(&presenter_, &WhatIfPresenter::resultChanged, this, &WhatIfPanel::showResult);
  connect(&presenter_, &WhatIfPresenter::failed, this, &WhatIfPanel::failed);
  showForm();
  showBusy();
  showResult();
}

QWidget* WhatIfPanel::buildForm() {
  auto* card = new Card(tr("What if"), this);
  card->setFixedWidth(kFormWidth);
  // Small windows and long words: the fields scroll, the buttons stay.
  auto* area = new QScrollArea(card);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  card->body()->addWidget(area, 1);
  auto* form = new QWidget(area->viewport());
  form->setObjectName(QStringLiteral("scrollBody"));
  area->setWidget(form);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(0, 0, 0, 0);
  preset_ = new QComboBox(card);
  preset_->setObjectName(QStringLiteral("whatIf.preset"));
  preset_->setAccessibleName(tr("Scenario"));
  preset_->setToolTip(tr("A cluster and its work to begin with"));
  for (const WhatIfPresenter::Preset& p : presenter_.presets()) preset_->addItem(p.title, p.id);
  QLabel* caption = newLabel(tr("Scenario"), "caption", card);
  caption->setBuddy(preset_);
  column->addWidget(caption);
  column->addWidget(preset_);
  description_ = newLabel({}, "caption", card);
  description_->setWordWrap(true);
  column->addWidget(description_);
  fields_ = buildFields(form);
  column->addWidget(fields_);
  auto* note =
      newLabel(tr("Simulated on this machine: nothing runs, and no connection is needed."), "caption", form);
  note->setWordWrap(true);
  column->addWidget(note);
  column->addStretch(1);
  progress_ = new QProgressBar(card);
  progress_->setObjectName(QStringLiteral("whatIf.progress"));
  progress_->setAccessibleName(tr("Progress of the calculation"));
  progress_->setTextVisible(false);
  card->body()->addWidget(progress_);
  auto* buttons = new QHBoxLayout();
  buttons->setSpacing(kGapS);
  run_ = new QPushButton(tr("Calculate"), card);
  run_->setObjectName(QStringLiteral("whatIf.run"));
  run_->setProperty("kind", QStringLiteral("primary"));
  run_->setAccessibleName(tr("Calculate the clusters"));
  run_->setToolTip(tr("Simulate every combination (Enter in a field)"));
  cancel_ = new QPushButton(tr("Cancel"), card);
  cancel_->setObjectName(QStringLiteral("whatIf.cancel"));
  cancel_->setAccessibleName(tr("Cancel the calculation"));
  cancel_->setToolTip(tr("Stop; the last answer stays"));
  buttons->addWidget(run_, 1);
  buttons->addWidget(cancel_);
  card->body()->addLayout(buttons);
  connect(preset_, &QComboBox::activated, this,
          [this](int index) { presenter_.choose(preset_->itemData(index).toString()); });
  connect(run_, &QPushButton::clicked, &presenter_, &WhatIfPresenter::run);
  connect(cancel_, &QPushButton::clicked, &presenter_, &WhatIfPresenter::cancel);
  return card;
}

QLineEdit* WhatIfPanel::addField(const char* name, const QString& label, QLabel*& problem, QWidget* parent) {
  auto* column = static_cast<QVBoxLayout*>(parent->layout());
  auto* field = new QLineEdit(parent);
  field->setObjectName(QStringLiteral("whatIf.") + QLatin1String(name));
  field->setAccessibleName(label);
  field->setToolTip(tr("Several values with spaces between them; every combination is a row"));
  QLabel* caption = newLabel(label, "caption", parent);
  caption->setBuddy(field);
  problem = newLabel({}, "problem", parent);
  problem->setWordWrap(true);
  column->addWidget(caption);
  column->addWidget(field);
  column->addWidget(problem);
  connect(field, &QLineEdit::textEdited, this, &WhatIfPanel::formEdited);
  connect(field, &QLineEdit::returnPressed, &presenter_, &WhatIfPresenter::run);
  return field;
}

QWidget* WhatIfPanel::buildFields(QWidget* parent) {
  auto* fields = new QWidget(parent);
  auto* column = new QVBoxLayout(fields);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGap);
  hosts_ = addField("hosts", tr("Hosts"), hostsProblem_, fields);
  cpus_ = addField("cpus", tr("CPUs per task"), cpusProblem_, fields);
  cpusNote_ = newLabel(tr("A fixed number of tasks runs on each host here, whatever they ask for."),
                       "caption", fields);
  cpusNote_->setWordWrap(true);
  column->addWidget(cpusNote_);
  prices_ = addField("prices", tr("Price per host hour"), pricesProblem_, fields);
  column->addWidget(newLabel(tr("Order of the tasks"), "caption", fields));
  for (const char* order : kOrders) {
    auto* box = new QCheckBox(models::wordOfOrder(QLatin1String(order)), fields);
    box->setObjectName(QStringLiteral("whatIf.order.") + QLatin1String(order));
    box->setAccessibleName(box->text());
    box->setToolTip(tr("Tasks that are submitted together enter the queue in this order"));
    orders_.push_back(box);
    column->addWidget(box);
    connect(box, &QCheckBox::clicked, this, &WhatIfPanel::formEdited);
  }
  ordersProblem_ = newLabel({}, "problem", fields);
  column->addWidget(ordersProblem_);
  QLabel* caption = newLabel(tr("Runs of each combination"), "caption", fields);
  runs_ = new QSpinBox(fields);
  runs_->setObjectName(QStringLiteral("whatIf.runs"));
  runs_->setAccessibleName(caption->text());
  runs_->setToolTip(tr("Each with other random numbers: more make the means surer and take longer"));
  runs_->setRange(1, rpc::WhatIfQuestion::kMostRuns);
  caption->setBuddy(runs_);
  column->addWidget(caption);
  column->addWidget(runs_);
  connect(runs_, &QSpinBox::valueChanged, this, &WhatIfPanel::formEdited);
  return fields;
}

QWidget* WhatIfPanel::buildGrid(QWidget* parent) {
  auto* grid = new QWidget(parent);
  auto* column = new QVBoxLayout(grid);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  legend_ = new LegendBar(grid);  // one for the three charts
  column->addWidget(legend_);
  auto* charts = new QHBoxLayout();
  charts->setSpacing(kGapM);
  const auto add = [&](const char* id, const QString& title, models::ValueKind kind) {
    auto* chart = new ChartCard(QStringLiteral("whatIf.") + QLatin1String(id), title, optionsOf(kind),
                                ChartCard::Legend::Variants, grid);
    chart->setMinimumHeight(kChartHeight);
    charts->addWidget(chart, 1);
    connect(chart, &ChartCard::failed, this, &WhatIfPanel::failed);
    return chart;
  };
  makespan_ = add("makespan", tr("Takes"), models::ValueKind::Duration);
  busyChart_ = add("busyShare", tr("CPU used"), models::ValueKind::Share);
  cost_ = add("cost", tr("Cost"), models::ValueKind::Count);
  const std::array all{makespan_, busyChart_, cost_};
  for (ChartCard* chart : all) {
    for (ChartCard* other : all) {
      if (chart == other) continue;
      connect(chart, &ChartCard::crosshairMoved, other, [other](double x) { other->follow(x); });
      connect(chart, &ChartCard::crosshairLeft, other, [other] { other->follow(std::nullopt); });
    }
  }
  connect(legend_, &LegendBar::hiddenChanged, this, [this](const QStringList& hidden) {
    hidden_ = {hidden.begin(), hidden.end()};
    showLegend();
  });
  column->addLayout(charts, 2);
  auto* card = new Card({}, grid);
  card->setFlush();
  table_ = new FilterTable(QStringLiteral("whatIf.rows"),
                           {tr("Clusters"),
                            tr("Search clusters"),
                            tr("Nothing was calculated yet"),
                            tr("Choose what varies and calculate."),
                            {}},
                           presenter_.table(), card);
  table_->setLoading(false);
  table_->sortBy(3, Qt::AscendingOrder);
  card->body()->addWidget(table_);
  column->addWidget(card, 3);
  return grid;
}

void WhatIfPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  presenter_.shown();
}

void WhatIfPanel::formEdited() {
  WhatIfPresenter::Form form;
  form.hosts = hosts_->text();
  form.cpus = cpus_->text();
  form.prices = prices_->text();
  for (std::size_t i = 0; i < orders_.size(); ++i) {
    if (orders_[i]->isChecked()) form.orders.append(QLatin1String(kOrders[i]));
  }
  form.runs = runs_->value();
  presenter_.setForm(form);
}

void WhatIfPanel::showForm() {
  const int preset = preset_->findData(presenter_.preset());
  preset_->setCurrentIndex(preset);
  description_->setText(preset < 0 ? QString() : presenter_.presets().at(preset).description);
  fields_->setVisible(!presenter_.comparing());
  const WhatIfPresenter::Form& form = presenter_.form();
  const auto put = [](QLineEdit* field, const QString& text) {
    if (field->text() != text) field->setText(text);
  };
  put(hosts_, form.hosts);
  put(cpus_, form.cpus);
  put(prices_, form.prices);
  cpus_->setEnabled(presenter_.cpusMatter());
  cpusNote_->setVisible(!presenter_.cpusMatter());
  for (std::size_t i = 0; i < orders_.size(); ++i)
    orders_[i]->setChecked(form.orders.contains(QLatin1String(kOrders[i])));
  const QSignalBlocker quiet(runs_);
  runs_->setValue(form.runs);
  const auto tell = [this](QLabel* label, Field field, QWidget* of) {
    const QString text = presenter_.problemOf(field);
    label->setText(text);
    label->setVisible(!text.isEmpty());
    of->setAccessibleDescription(text);
  };
  tell(hostsProblem_, Field::Hosts, hosts_);
  tell(cpusProblem_, Field::Cpus, cpus_);
  tell(pricesProblem_, Field::Prices, prices_);
  tell(ordersProblem_, Field::Orders, orders_.front());
  result_->setCurrentIndex(presenter_.comparing() ? 0 : 1);
  showBusy();
}

void WhatIfPanel::showBusy() {
  const bool busy = presenter_.busy();
  setProperty("busy", busy);  // pictures wait for the answer
  run_->setEnabled(!busy && presenter_.canRun());
  cancel_->setEnabled(busy);
  progress_->setRange(0, 1'000);
  progress_->setValue(busy ? static_cast<int>(presenter_.progress() * 1'000) : 0);
  comparison_->setLoading(busy);
  table_->setLoading(busy && presenter_.table()->rowCount() == 0);
  for (ChartCard* chart : {makespan_, busyChart_, cost_}) chart->setLoading(busy);
  const bool other = presenter_.stale() && !presenter_.sentence().isEmpty();
  sentence_->setText(busy    ? tr("Calculating")
                     : other ? tr("The values have changed. Calculate to see their answer.")
                             : presenter_.sentence());
}

void WhatIfPanel::showLegend() {
  QList<LegendEntry> entries;
  for (const models::ChartSeries& s : presenter_.charts().makespan)
    entries.append({s.group, s.title, s.color, s.line, !hidden_.contains(s.group)});
  legend_->setEntries(entries);
  for (ChartCard* chart : {makespan_, busyChart_, cost_}) chart->setHiddenGroups(hidden_);
}

void WhatIfPanel::showResult() {
  comparison_->setRuns(presenter_.before(), presenter_.after());
  const WhatIfPresenter::Charts& charts = presenter_.charts();
  const std::pair<ChartCard*, const QList<models::ChartSeries>*> parts[] = {
      {makespan_, &charts.makespan}, {busyChart_, &charts.busy}, {cost_, &charts.cost}};
  for (const auto& [chart, series] : parts) {
    chart->setWindow(charts.from, charts.to);
    chart->setSeries(*series);
    chart->setNote(charts.byHosts ? tr("by hosts") : tr("by CPUs per task"));
  }
  showLegend();
  showBusy();
}

}  // namespace aerie::pages
