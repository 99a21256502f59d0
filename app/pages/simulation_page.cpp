#include "app/pages/simulation_page.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <cmath>

#include "app/models/text.h"
#include "app/pages/fault_row.h"
#include "app/pages/tab_order.h"
#include "app/pages/what_if_panel.h"
#include "app/presenters/simulation_presenter.h"
#include "app/presenters/what_if_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/icons.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::SimulationPresenter;
using presenters::WhatIfPresenter;
using Situation = SimulationPresenter::Situation;

namespace {

constexpr double kMinRate = 1;
constexpr double kMaxRate = 500;  // what a small machine may be asked for; the field takes more
constexpr double kHighestRate = 2'000;
constexpr int kSliderSteps = 1'000;  // logarithmic
constexpr int kSettleMs = 250;
constexpr int kLeftWidth = 352;
constexpr double kSpeeds[] = {1, 60, 360, 1'440, 4'320};

int stepOf(double rate) {
  return static_cast<int>(
      std::lround(kSliderSteps * std::log(rate / kMinRate) / std::log(kMaxRate / kMinRate)));
}
double rateOf(int step) {
  const double rate = kMinRate * std::pow(kMaxRate / kMinRate, static_cast<double>(step) / kSliderSteps);
  return rate < 10 ? std::round(rate * 2) / 2 : std::round(rate);
}

// Label above its field, as in all forms of the desktop.
void addField(QVBoxLayout* column, const QString& label, QWidget* field, QWidget* parent) {
  QLabel* caption = newLabel(label, "caption", parent);
  caption->setBuddy(field);
  column->addWidget(caption);
}

}  // namespace

SimulationPage::SimulationPage(SimulationPresenter& presenter, presenters::WhatIfPresenter& whatIf,
                               CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("simulation"), tr("Simulator"), QStringLiteral("simulation"), parent),
      presenter_(presenter),
      whatIf_(whatIf),
      commands_(commands) {
  addCommands();
  buildSides();
  auto* live = new QWidget(stack_);
  stack_->addWidget(live);
  auto* column = new QVBoxLayout(live);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  lost_ = new MessageBar(live);
  lost_->hide();
  column->addWidget(lost_);
  column->addWidget(buildTiles(live));
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapM);
  row->addWidget(buildLeft(live));
  row->addWidget(buildFaults(live), 1);
  column->addLayout(row, 1);
  empty_ = new EmptyState(stack_);
  empty_->setPicture(QStringLiteral("simulation"));
  stack_->addWidget(empty_);

  rateTimer_.setSingleShot(true);
  rateTimer_.setInterval(kSettleMs);
  connect(&rateTimer_, &QTimer::timeout, this, [this] { presenter_.setRate(rate_->value()); });
  connect(empty_, &EmptyState::actionClicked, this, &SimulationPage::emptyAction);
  connect(&presenter_, &SimulationPresenter::situationChanged, this, &SimulationPage::showSituation);
  connect(&presenter_, &SimulationPresenter::stateChanged, this, &SimulationPage::showState);
  connect(&presenter_, &SimulationPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &SimulationPresenter::succeeded, this, &Page::goodNews);
  showSituation();
}

void SimulationPage::buildSides() {
  tabs_ = new QTabBar(body()->parentWidget());
  body()->addWidget(tabs_);
  tabs_->setObjectName(QStringLiteral("simulation.sides"));
  tabs_->setAccessibleName(tr("Sides of the simulator"));
  tabs_->setDocumentMode(true);
  tabs_->setExpanding(false);
  tabs_->addTab(tr("Live simulation"));
  tabs_->addTab(tr("Cluster what-if"));
  tabs_->setTabToolTip(0, tr("Real daemons with simulated traffic"));
  tabs_->setTabToolTip(1, tr("What a training job would take on other clusters"));
  sides_ = new QStackedWidget(body()->parentWidget());
  body()->addWidget(sides_, 1);
  stack_ = new QStackedWidget(sides_);
  sides_->addWidget(stack_);
  connect(tabs_, &QTabBar::currentChanged, this, &SimulationPage::sideChosen);
}

bool SimulationPage::liveSide() const { return tabs_->currentIndex() == 0; }

// The what-if is made when it is shown first: both sides at once would hold the GUI thread.
void SimulationPage::sideChosen() {
  if (!liveSide() && sides_->count() == 1) {
    auto* panel = new WhatIfPanel(whatIf_, sides_);
    sides_->addWidget(panel);
    connect(panel, &WhatIfPanel::failed, this, &Page::showFailure);
    orderTabsByLayout(this);
  }
  sides_->setCurrentIndex(tabs_->currentIndex());
  presenter_.setWatching(isVisible() && liveSide());
  showSituation();
}

QStringList SimulationPage::views() const {
  return {QStringLiteral("what-if"), QStringLiteral("what-if-clusters")};
}

void SimulationPage::showView(const QString& view) {
  const auto index = views().indexOf(view);
  if (index >= 0) whatIf_.choose(index == 0 ? WhatIfPresenter::kBeforeAfter : QStringLiteral("right_sized"));
  tabs_->setCurrentIndex(index >= 0 ? 1 : 0);
}

void SimulationPage::addCommands() {
  traffic_ = addCommand(commands_, {QStringLiteral("simulation.traffic"), tr("Stop Traffic"),
                                    tr("Stop or start the simulation's requests"), QStringLiteral("pause"),
                                    QKeySequence(Qt::CTRL | Qt::Key_T),
                                    [this] { presenter_.setRunning(!presenter_.state().running); }});
  trafficButton_ = CommandRegistry::buttonFor(traffic_, "primary", this);
  titleRow()->addWidget(trafficButton_);
  addCommand(commands_, {QStringLiteral("simulation.whatIf"),
                         tr("Cluster What-If"),
                         tr("What a training job would take on other clusters"),
                         QStringLiteral("scale"),
                         {},
                         [this] { tabs_->setCurrentIndex(1); }});
}

QWidget* SimulationPage::buildTiles(QWidget* parent) {
  auto* tiles = new QWidget(parent);
  auto* row = new QHBoxLayout(tiles);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapM);
  rateTile_ = new Tile(tr("Requests sent"), tiles);
  failedTile_ = new Tile(tr("Requests failed"), tiles);
  latencyTile_ = new Tile(tr("Latency p99"), tiles);
  labelsTile_ = new Tile(tr("Labels joined"), tiles);
  for (Tile* tile : {rateTile_, failedTile_, latencyTile_, labelsTile_}) row->addWidget(tile, 1);
  return tiles;
}

// Scrolls where the window is low or the log is open.
QWidget* SimulationPage::buildLeft(QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFixedWidth(kLeftWidth);
  auto* left = new QWidget(area->viewport());
  left->setObjectName(QStringLiteral("scrollBody"));
  area->setWidget(left);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  column->addWidget(buildTraffic(left));
  column->addWidget(buildArms(left));
  column->addStretch(1);
  return area;
}

QWidget* SimulationPage::buildTraffic(QWidget* parent) {
  auto* card = new Card(tr("Traffic"), parent);
  auto* column = card->body();
  rate_ = new QDoubleSpinBox(card);
  rate_->setObjectName(QStringLiteral("simulation.rate"));
  rate_->setAccessibleName(tr("Requests per second"));
  rate_->setRange(kMinRate, kHighestRate);
  rate_->setDecimals(1);
  rate_->setSuffix(tr(" /s"));
  rate_->setKeyboardTracking(false);
  rate_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  rateSlider_ = new QSlider(Qt::Horizontal, card);
  rateSlider_->setObjectName(QStringLiteral("simulation.rateSlider"));
  rateSlider_->setAccessibleName(tr("Requests per second"));
  rateSlider_->setRange(0, kSliderSteps);
  rateSlider_->setMinimumHeight(kControlHeight);
  rateSlider_->setPageStep(kSliderSteps / 10);
  addField(column, tr("Requests per second"), rate_, card);
  auto* rateRow = new QHBoxLayout();
  rateRow->setSpacing(kGapM);
  rateRow->addWidget(rateSlider_, 1);
  rateRow->addWidget(rate_);
  column->addLayout(rateRow);

  speed_ = new QComboBox(card);
  speed_->setObjectName(QStringLiteral("simulation.speed"));
  speed_->setAccessibleName(tr("Speed of the world"));
  const QString names[] = {tr("Real time"), tr("1 hour per minute"), tr("6 hours per minute"),
                           tr("1 day per minute"), tr("3 days per minute")};
  for (std::size_t i = 0; i < std::size(kSpeeds); ++i) speed_->addItem(names[i], kSpeeds[i]);
  addField(column, tr("Speed of the world"), speed_, card);
  column->addWidget(speed_);

  scenario_ = new QComboBox(card);
  scenario_->setObjectName(QStringLiteral("simulation.scenario"));
  scenario_->setAccessibleName(tr("Scenario"));
  addField(column, tr("Scenario"), scenario_, card);
  column->addWidget(scenario_);
  scenarioText_ = newLabel({}, "caption", card);
  scenarioText_->setWordWrap(true);
  column->addWidget(scenarioText_);

  connect(rate_, &QDoubleSpinBox::valueChanged, this, &SimulationPage::rateMoved);
  connect(rateSlider_, &QSlider::valueChanged, this, [this](int step) { rate_->setValue(rateOf(step)); });
  connect(speed_, &QComboBox::activated, this,
          [this](int index) { presenter_.setSpeed(speed_->itemData(index).toDouble()); });
  connect(scenario_, &QComboBox::activated, this,
          [this](int index) { presenter_.setScenario(scenario_->itemData(index).toString()); });
  return card;
}

QWidget* SimulationPage::buildArms(QWidget* parent) {
  auto* card = new Card(tr("What came true"), parent);
  arms_ = new QWidget(card);
  auto* grid = new QGridLayout(arms_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(kGapL);
  grid->setVerticalSpacing(kGap);
  grid->setColumnStretch(0, 1);
  const QString heads[] = {tr("Arm"), tr("Labels"), tr("Late"), tr("Log loss")};
  for (int i = 0; i < 4; ++i)
    grid->addWidget(newLabel(heads[i], "caption", arms_), 0, i, i == 0 ? Qt::AlignLeft : Qt::AlignRight);
  card->body()->addWidget(arms_);
  auto* note =
      newLabel(tr("Flights land after they were predicted; each label is joined when it is known and "
                  "reported as an outcome of the experiment."),
               "caption", card);
  note->setWordWrap(true);
  card->body()->addWidget(note);
  experiments_ = new QPushButton(card);
  experiments_->setProperty("kind", QStringLiteral("link"));
  experiments_->hide();
  card->body()->addWidget(experiments_, 0, Qt::AlignLeft);
  connect(experiments_, &QPushButton::clicked, this, [this] { goTo(QStringLiteral("experiments")); });
  return card;
}

QWidget* SimulationPage::buildFaults(QWidget* parent) {
  faultsCard_ = new Card(tr("Faults"), parent);
  faultsCard_->setNote(tr("Each is seen on another page"));
  faultsCard_->setFlush();
  return faultsCard_;
}

QString SimulationPage::titleOfPage(const QString& id) const {
  const QAction* action = commands_.find(QStringLiteral("go.") + id);
  return action ? action->text() : QString();
}

void SimulationPage::goTo(const QString& page) {
  if (QAction* action = commands_.find(QStringLiteral("go.") + page)) action->trigger();
}

void SimulationPage::setOnline(bool, const QString&) { Page::setOnline(true, {}); }

void SimulationPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  presenter_.setWatching(liveSide());
}

void SimulationPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  presenter_.setWatching(false);
}

void SimulationPage::emptyAction() {
  switch (presenter_.situation()) {
    case Situation::Absent:
    case Situation::Outside:
    case Situation::Failed:
      if (QAction* start = commands_.find(QStringLiteral("simulation.start"))) {
        start->trigger();
      } else {
        presenter_.startSimulation();
      }
      break;
    case Situation::Elsewhere: presenter_.showSimulation(); break;
    default: break;
  }
}

void SimulationPage::showSituation() {
  const Situation situation = presenter_.situation();
  const bool live = situation == Situation::Live || situation == Situation::Lost;
  stack_->setCurrentIndex(live ? 0 : 1);
  switch (situation) {
    case Situation::Absent:
      empty_->show(
          EmptyState::Kind::Empty, tr("No simulation runs"),
          tr("The local simulation runs real daemons on this machine with real flights of 2001. It takes a "
             "few seconds to start and touches nothing else."),
          tr("Start the local simulation"));
      break;
    case Situation::Outside:
      empty_->show(EmptyState::Kind::Empty,
                   tr("The traffic of %1 is not started by this window").arg(presenter_.otherContext()),
                   tr("Its rate and its faults are set where it was started. This page turns the local "
                      "simulation: real daemons on this machine with real flights of 2001. It takes a few "
                      "seconds to start, runs beside %1 and touches nothing of it.")
                       .arg(presenter_.otherContext()),
                   tr("Start the local simulation"));
      break;
    case Situation::Starting:
      empty_->show(EmptyState::Kind::Loading, tr("Starting the local simulation"), presenter_.progress());
      break;
    case Situation::Failed:
      empty_->show(EmptyState::Kind::Failed, tr("The local simulation did not start"), presenter_.problem(),
                   tr("Start again"));
      break;
    case Situation::Elsewhere:
      empty_->show(EmptyState::Kind::Empty, tr("This window shows %1").arg(presenter_.otherContext()),
                   tr("The simulator turns the local simulation only, which runs beside it."),
                   tr("Switch to the simulation"));
      break;
    case Situation::Loading: empty_->show(EmptyState::Kind::Loading, tr("Asking the simulation"), {}); break;
    case Situation::Live:
    case Situation::Lost: break;
  }
  if (situation == Situation::Lost) {
    lost_->showMessage(models::Tone::Danger, tr("The simulation does not answer."), presenter_.problem(), {},
                       false);
  } else {
    lost_->hide();
  }
  // Starting and stopping the simulation itself is the window's, because it changes what the window shows.
  QAction* stop = commands_.find(QStringLiteral("simulation.stop"));
  if (stop && !stopButton_) {
    stopButton_ = CommandRegistry::buttonFor(stop, "", this);
    titleRow()->insertWidget(titleRow()->count() - 1, stopButton_);
  }
  if (stopButton_) stopButton_->setVisible(live && liveSide());
  trafficButton_->setVisible(live && liveSide());
  const QString experiments = titleOfPage(QStringLiteral("experiments"));
  experiments_->setVisible(!experiments.isEmpty());
  experiments_->setText(tr("See %1").arg(experiments));
  experiments_->setAccessibleName(experiments_->text());
  fillScenarios();
  showState();
}

void SimulationPage::fillScenarios() {
  const auto& scenarios = presenter_.scenarios();
  if (scenario_->count() == scenarios.size()) return;
  const QSignalBlocker quiet(scenario_);
  scenario_->clear();
  for (const rpc::SimulationScenario& s : scenarios)
    scenario_->addItem(SimulationPresenter::titleOf(s), s.name);
}

void SimulationPage::rateMoved(double rate) {
  const QSignalBlocker quiet(rateSlider_);
  rateSlider_->setValue(stepOf(std::min(rate, kMaxRate)));
  rateTimer_.start();
}

void SimulationPage::showState() {
  const Situation situation = presenter_.situation();
  const bool live = situation == Situation::Live;
  const rpc::SimulationState& s = presenter_.state();
  const QString why = tr("Start the local simulation first");
  allow(traffic_, live, why);
  traffic_->setProperty("icon_name", s.running ? QStringLiteral("pause") : QStringLiteral("play"));
  traffic_->setText(s.running ? tr("Stop Traffic") : tr("Start Traffic"));
  traffic_->setIcon(iconOf(s.running ? QStringLiteral("pause") : QStringLiteral("play"), Role::OnAccent));
  for (QWidget* field : {static_cast<QWidget*>(rateSlider_), static_cast<QWidget*>(rate_),
                         static_cast<QWidget*>(speed_), static_cast<QWidget*>(scenario_)})
    field->setEnabled(live);
  if (!liveSide()) setSummary(tr("Clusters and their work, calculated on this machine"));
  if (!live && situation != Situation::Lost) {
    if (liveSide()) setSummary({});
    return;
  }
  if (liveSide()) {
    setSummary(
        s.running ? presenter_.worldTimeText()
                  : tr("%1 - traffic is stopped and the world stands still").arg(presenter_.worldTimeText()));
  }
  showTiles();
  if (live) {
    rateTile_->addSample(s.sentPerSecond);
    failedTile_->addSample(s.failedPerSecond);
    latencyTile_->addSample(s.p99Ms);
  }
  showTraffic();
  showArms();
  showFaults(live, why);
}

void SimulationPage::showTiles() {
  const rpc::SimulationState& s = presenter_.state();
  const QLocale locale;
  const auto count = [](quint64 n) { return models::countText(static_cast<double>(n)); };
  rateTile_->setValue(tr("%1 /s").arg(locale.toString(s.sentPerSecond, 'f', 1)),
                      tr("%1 in all").arg(count(s.sent)));
  const bool failing = s.failedPerSecond > 0;
  failedTile_->setValue(tr("%1 /s").arg(locale.toString(s.failedPerSecond, 'f', 1)),
                        tr("%1 in all").arg(count(s.failed)),
                        failing ? models::Tone::Danger : models::Tone::None);
  failedTile_->setToolTip(s.lastFailure);
  latencyTile_->setValue(models::millisText(s.p99Ms), tr("p50 %1").arg(models::millisText(s.p50Ms)));
  labelsTile_->setValue(count(s.labelsJoined), tr("%1 waiting").arg(count(s.labelsWaiting)));
}

void SimulationPage::showTraffic() {
  const rpc::SimulationState& s = presenter_.state();
  const QLocale locale;
  if (!rateTimer_.isActive() && !rateSlider_->isSliderDown() && !presenter_.busy()) {
    const QSignalBlocker quietField(rate_);
    const QSignalBlocker quietSlider(rateSlider_);
    if (!rate_->hasFocus()) rate_->setValue(s.rate);
    rateSlider_->setValue(stepOf(std::clamp(s.rate, kMinRate, kMaxRate)));
  }
  int speed = speed_->findData(s.speed);
  if (speed < 0) {
    speed_->addItem(tr("%1 times real time").arg(locale.toString(s.speed, 'f', 0)), s.speed);
    speed = speed_->count() - 1;
  }
  speed_->setCurrentIndex(speed);
  const int scenario = scenario_->findData(s.scenario);
  if (scenario < 0) return;
  scenario_->setCurrentIndex(scenario);
  QString text = SimulationPresenter::descriptionOf(presenter_.scenarios().at(scenario));
  if (s.running && std::abs(s.rateNow - s.rate) > 0.5)
    text += QLatin1Char(' ') + tr("Now: %1 /s.").arg(locale.toString(s.rateNow, 'f', 0));
  scenarioText_->setText(text);
}

void SimulationPage::showArms() {
  const rpc::SimulationState& s = presenter_.state();
  auto* grid = static_cast<QGridLayout*>(arms_->layout());
  while (armCells_.size() < static_cast<std::size_t>(s.arms.size())) {
    const int at = static_cast<int>(armCells_.size()) + 1;
    auto& cells = armCells_.emplace_back();
    for (int i = 0; i < 4; ++i) {
      cells.push_back(newLabel({}, i == 0 ? "strong" : "", arms_));
      grid->addWidget(cells.back(), at, i, i == 0 ? Qt::AlignLeft : Qt::AlignRight);
    }
  }
  for (std::size_t i = 0; i < armCells_.size() && i < static_cast<std::size_t>(s.arms.size()); ++i) {
    const rpc::SimulationArm& arm = s.arms.at(static_cast<qsizetype>(i));
    const QString texts[] = {arm.name, models::countText(static_cast<double>(arm.labels)),
                             models::percentText(arm.lateShare), QLocale().toString(arm.logLoss, 'f', 3)};
    for (std::size_t k = 0; k < 4; ++k) armCells_[i][k]->setText(texts[k]);
  }
}

void SimulationPage::showFaults(bool usable, const QString& why) {
  const auto& faults = presenter_.state().faults;
  if (faultRows_.size() != static_cast<std::size_t>(faults.size())) {
    faultRows_.clear();
    while (QLayoutItem* item = faultsCard_->body()->takeAt(0)) {
      delete item->widget();
      delete item;
    }
    auto* area = new QScrollArea(faultsCard_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QWidget(area);
    rows->setObjectName(QStringLiteral("scrollBody"));
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, kGapS);
    column->setSpacing(0);
    for (const rpc::SimulationFault& fault : faults) {
      auto* row = new FaultRow(fault, titleOfPage(fault.lookAt), rows);
      column->addWidget(row);
      faultRows_.push_back(row);
      connect(row, &FaultRow::wanted, &presenter_, &SimulationPresenter::setFault);
      connect(row, &FaultRow::lookWanted, this, &SimulationPage::goTo);
    }
    column->addStretch(1);
    area->setWidget(rows);
    faultsCard_->body()->addWidget(area, 1);
  }
  for (std::size_t i = 0; i < faultRows_.size(); ++i)
    faultRows_[i]->show(faults.at(static_cast<qsizetype>(i)), usable, why);
}

}  // namespace aerie::pages
