#include "app/pages/experiments_page.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QStyle>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/models/text.h"
#include "app/pages/experiment_dialog.h"
#include "app/presenters/experiments_presenter.h"
#include "app/widgets/bucket_map.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/effect_chart.h"
#include "app/widgets/effect_delegate.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::ArmOutcome;
using presenters::ExperimentsPresenter;

namespace {

constexpr int kListWidth = 252;
constexpr int kNumberColumn = 70;
constexpr int kShareColumn = 124;
constexpr int kSmallColumn = 80;
constexpr int kArmColumn = 116;
constexpr int kLatencyColumn = 138;
constexpr int kRampWidth = 316;
constexpr int kShownArms = 6;  // more of them scroll
enum ArmColumn { kArm, kShare, kItems, kErrors, kLatency, kMean, kEffect, kArmColumns };

// Three digits, the last one also when it is a zero: the values of the arms stand below each other.
QString valueText(double value) {
  const double a = std::abs(value);
  const int decimals = a > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(a))), 0, 6) : 2;
  return QLocale().toString(value, 'f', decimals);
}

// As many decimals as the width of the interval is worth: two of its digits, of a small one those that fit.
int decimalsFor(const rpc::Interval& interval) {
  const double half = (interval.high - interval.low) / 2;
  if (half <= 0) return 3;
  const int first = static_cast<int>(std::floor(std::log10(half)));
  return std::clamp(first >= -1 ? 1 - first : std::max(3, -first), 0, 6);
}

QString signedText(double value, int decimals) {
  return (value > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(value, 'f', decimals);
}

}  // namespace

ExperimentsPage::ExperimentsPage(ExperimentsPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : TrafficPage(presenter.staged(), commands, QStringLiteral("experiments"), tr("Experiments"),
                  QStringLiteral("experiments"), parent),
      presenter_(presenter) {
  addCommands(commands);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapM);
  row->addWidget(buildList());
  row->addWidget(buildDetails(), 1);
  body()->addLayout(row, 1);
  body()->addWidget(buildStagedBar());
  connect(&presenter_, &ExperimentsPresenter::listChanged, this, &ExperimentsPage::showList);
  connect(&presenter_, &ExperimentsPresenter::selectionChanged, this, &ExperimentsPage::showSelection);
  connect(&presenter_, &ExperimentsPresenter::resultsChanged, this, &ExperimentsPage::showArms);
  connect(&presenter_, &ExperimentsPresenter::stagedChanged, this, [this] {
    showStaged();
    showRamp();
  });
  connect(&presenter_, &ExperimentsPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &ExperimentsPresenter::succeeded, this, &Page::goodNews);
  showList();
  showSelection();
  showStaged();
}

void ExperimentsPage::addCommands(CommandRegistry& commands) {
  const auto id = [](const char* name) { return QString::fromLatin1(name); };
  ramp_ = addCommand(commands, {id("experiments.ramp"), tr("Next Ramp Step"),
                                tr("Stage the next step of coverage: 5, 20, 50, 100 %"), id("up"),
                                QKeySequence(Qt::CTRL | Qt::Key_Up), [this] {
                                  if (const int next = presenter_.nextStep()) presenter_.stageCoverage(next);
                                }});
  edit_ = addCommand(commands,
                     {id("experiments.edit"), tr("Edit..."), tr("Other weights or another coverage, staged"),
                      id("edit"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { askEdit(); }},
                     "");
  stop_ = addCommand(commands,
                     {id("experiments.stop"), tr("Stop..."), tr("End the experiment for good"), id("stop"),
                      QKeySequence(), [this] { askStop(); }},
                     "");
  start_ = addCommand(commands,
                      {id("experiments.start"), tr("Start..."), tr("Let it assign keys"), id("play"),
                       QKeySequence(), [this] { askStart(); }},
                      "");
  create_ = addCommand(
      commands,
      {id("experiments.create"), tr("New Experiment..."), tr("Arms, layer and coverage of a new experiment"),
       id("plus"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { askCreate(); }},
      "primary");
}

QWidget* ExperimentsPage::buildList() {
  auto* card = new Card({}, this);
  card->setFlush();
  card->setFixedWidth(kListWidth);
  list_ = new FilterTable(
      QStringLiteral("experiments"),
      {tr("Experiments"), tr("Search experiments"), tr("No experiment yet"),
       tr("An experiment splits traffic between the endpoints of a use case."), tr("New experiment")},
      presenter_.table(), card);
  card->body()->addWidget(list_);
  connect(list_, &FilterTable::currentKeyChanged, this, [this](const QString& key) {
    if (!key.isEmpty()) presenter_.select(key);
  });
  connect(list_, &FilterTable::emptyActionClicked, this, [this] { create_->trigger(); });
  return card;
}

QWidget* ExperimentsPage::buildDetails() {
  auto* holder = new QWidget(this);
  details_ = new QStackedLayout(holder);
  auto* page = new QWidget(holder);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  column->addWidget(buildHeader());
  column->addWidget(buildArms());
  column->addWidget(buildEffect(), 1);
  column->addWidget(buildRamp(), 1);
  details_->addWidget(page);
  nothing_ = new EmptyState(holder);
  details_->addWidget(nothing_);
  connect(nothing_, &EmptyState::actionClicked, this, [this] { create_->trigger(); });
  return holder;
}

QWidget* ExperimentsPage::buildHeader() {
  auto* card = new Card({}, this);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  name_ = newLabel({}, "section", card);
  name_->setObjectName(QStringLiteral("experiments.name"));
  state_ = new StatusChip(card);
  state_->setObjectName(QStringLiteral("experiments.state"));
  ratio_ = new StatusChip(card);
  ratio_->setObjectName(QStringLiteral("experiments.ratio"));
  row->addWidget(name_);
  row->addWidget(state_);
  row->addStretch(1);
  row->addWidget(ratio_);
  card->body()->addLayout(row);
  auto* second = new QHBoxLayout();
  facts_ = new ElidedLabel({}, "caption", card);
  facts_->setObjectName(QStringLiteral("experiments.facts"));
  ratioNumbers_ = newLabel({}, "caption", card);
  ratioNumbers_->setObjectName(QStringLiteral("experiments.ratioNumbers"));
  facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  second->addWidget(facts_, 1);
  second->addWidget(ratioNumbers_);
  card->body()->addLayout(second);
  return card;
}

QWidget* ExperimentsPage::buildArms() {
  armsCard_ = new Card(tr("Arms"), this);
  armsCard_->setFlush();
  metric_ = new QComboBox(armsCard_);
  metric_->setObjectName(QStringLiteral("experiments.metric"));
  metric_->setAccessibleName(tr("Outcome metric"));
  metric_->setToolTip(tr("The outcome that the arms are compared by"));
  armsCard_->tools()->addWidget(metric_);
  connect(metric_, &QComboBox::activated, this, [this] { presenter_.selectMetric(metric_->currentText()); });
  arms_ = new QTableWidget(0, kArmColumns, armsCard_);
  arms_->setObjectName(QStringLiteral("experiments.arms"));
  arms_->setAccessibleName(tr("Arms and their results"));
  arms_->setHorizontalHeaderLabels({tr("Arm"), tr("Intended / actual"), tr("Items"), tr("Errors"),
                                    tr("p50 / p99"), tr("Outcome"), tr("Against the first arm")});
  arms_->setItemDelegate(new CellDelegate(arms_));
  arms_->setItemDelegateForColumn(kEffect, new EffectDelegate(arms_));
  arms_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  arms_->setSelectionBehavior(QAbstractItemView::SelectRows);
  arms_->setShowGrid(false);
  arms_->setTabKeyNavigation(false);
  arms_->verticalHeader()->hide();
  arms_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  QHeaderView* header = arms_->horizontalHeader();
  header->setHighlightSections(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->setMinimumSectionSize(kNumberColumn);
  header->resizeSection(kArm, kArmColumn);
  for (int c = kShare; c < kEffect; ++c) {
    header->setSectionResizeMode(c, QHeaderView::Fixed);
    header->resizeSection(c, kNumberColumn);
    arms_->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  header->setSectionResizeMode(kEffect, QHeaderView::Stretch);
  const QFontMetrics captions(fontOf(Type::Caption));
  const auto room = [&](int column, int least) {
    const QString title = arms_->horizontalHeaderItem(column)->text();
    header->resizeSection(column, std::max(least, captions.horizontalAdvance(title) + kGapXl + kGapS));
  };
  room(kShare, kShareColumn);
  for (const int c : {kErrors, kMean}) room(c, kSmallColumn);
  room(kItems, kNumberColumn);
  room(kLatency, kLatencyColumn);
  armsCard_->body()->addWidget(arms_);
  resultsProblem_ = newLabel({}, "problem", armsCard_);
  resultsProblem_->setContentsMargins(kGapM, 0, kGapM, kGapS);
  resultsProblem_->setWordWrap(true);
  armsCard_->body()->addWidget(resultsProblem_);
  return armsCard_;
}

QWidget* ExperimentsPage::buildEffect() {
  effectCard_ = new Card(tr("Difference over time"), this);
  effect_ = new EffectChart(effectCard_);
  effect_->setObjectName(QStringLiteral("experiments.effect"));
  effect_->setMessage(tr("It begins with the first outcomes of both arms."));
  effectCard_->body()->addWidget(effect_);
  return effectCard_;
}

QWidget* ExperimentsPage::buildRamp() {
  auto* card = new Card(tr("Ramp"), this);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapL);
  auto* left = new QVBoxLayout();
  left->setSpacing(kGapS);
  auto* steps = new QHBoxLayout();
  steps->setSpacing(kGap);
  for (const int step : presenters::kRampSteps) {
    if (!steps_.empty()) steps->addWidget(newLabel(QStringLiteral("\u2192"), "muted", card));
    const QString text = tr("%1 %").arg(step / 100);
    auto* button = new QPushButton(text, card);
    button->setObjectName(QStringLiteral("ramp.%1").arg(step / 100));
    button->setAccessibleName(tr("Stage a coverage of %1").arg(text));
    button->setToolTip(tr("Stage a coverage of %1").arg(text));
    button->setCheckable(true);
    connect(button, &QPushButton::clicked, this, [this, step] {
      presenter_.stageCoverage(step);
      showRamp();
    });
    steps->addWidget(button);
    steps_.push_back(button);
  }
  steps->addStretch(1);
  left->addLayout(steps);
  rampText_ = newLabel({}, "muted", card);
  rampText_->setObjectName(QStringLiteral("experiments.rampText"));
  rampText_->setWordWrap(true);
  rampText_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  left->addWidget(rampText_);
  left->addWidget(CommandRegistry::buttonFor(ramp_, "", card), 0, Qt::AlignLeft);
  left->addStretch(1);
  auto* leftBox = new QWidget(card);
  leftBox->setFixedWidth(kRampWidth);
  left->setContentsMargins(0, 0, 0, 0);
  leftBox->setLayout(left);
  row->addWidget(leftBox);
  map_ = new BucketMap(card);
  map_->setObjectName(QStringLiteral("experiments.buckets"));
  row->addWidget(map_, 1);
  card->body()->addLayout(row, 1);
  return card;
}

void ExperimentsPage::focusSearch() { list_->focusSearch(); }

void ExperimentsPage::setShown(bool shown) { presenter_.setActive(shown); }

void ExperimentsPage::setOnline(bool online, const QString& why) {
  TrafficPage::setOnline(online, why);
  showRamp();
}

bool ExperimentsPage::openObject(const QString& kind, const QString& name) {
  if (kind != QLatin1String("experiment")) return false;
  list_->setCurrentKey(name);
  presenter_.select(name);
  return true;
}

void ExperimentsPage::showList() {
  list_->setLoading(!presenter_.loaded());
  if (!presenter_.selected().isEmpty()) list_->setCurrentKey(presenter_.selected());
}

void ExperimentsPage::showSelection() {
  const rpc::Experiment* e = presenter_.experiment();
  allow(create_, !presenter_.busy(), tr("A change is under way"));
  allow(start_, presenter_.whyNotStart().isEmpty(), presenter_.whyNotStart());
  allow(stop_, presenter_.whyNotStop().isEmpty(), presenter_.whyNotStop());
  allow(edit_, presenter_.whyNotEdit().isEmpty(), presenter_.whyNotEdit());
  if (!e) {
    if (presenter_.loaded()) {
      nothing_->show(
          EmptyState::Kind::Empty, tr("No experiment yet"),
          tr("Compare two versions on live traffic: create an experiment, then name it in a routing "
             "config."),
          tr("New experiment"));
    } else {
      nothing_->show(EmptyState::Kind::Loading, tr("Loading"), {});
    }
    details_->setCurrentIndex(1);
    return;
  }
  details_->setCurrentIndex(0);
  list_->setCurrentKey(e->name);
  name_->setText(e->name);
  state_->setState(models::toneOfExperiment(e->state), models::wordOfExperiment(e->state));
  const QStringList useCases = presenter_.useCasesOf(e->name);
  QStringList facts{
      useCases.isEmpty() ? tr("not routed") : tr("use case %1").arg(useCases.join(QLatin1String(", "))),
      tr("layer %1").arg(e->layer), tr("coverage %1").arg(models::percentText(e->coverage))};
  if (e->startedMs > 0) facts.append(tr("since %1").arg(models::timeText(e->startedMs)));
  facts_->setText(facts.join(QStringLiteral(" \u00b7 ")));
  facts_->setToolTip(facts_->text());
  showArms();
  showRamp();
}

void ExperimentsPage::showArms() {
  showEffect();
  ratio_->setState(presenter_.ratioTone(), presenter_.ratioWord());
  ratio_->setToolTip(
      tr("Whether the keys fell to the arms as the weights say; below p = 0.001 the results are "
         "not to be trusted. %1")
          .arg(presenter_.ratioNumbers()));
  ratioNumbers_->setText(presenter_.ratioNumbers());
  resultsProblem_->setText(presenter_.resultsProblem());
  resultsProblem_->setVisible(!presenter_.resultsProblem().isEmpty());
  {
    const QSignalBlocker blocker(metric_);
    const QStringList names = presenter_.metrics();
    QStringList now;
    for (int i = 0; i < metric_->count(); ++i) now.append(metric_->itemText(i));
    if (now != names) {
      metric_->clear();
      metric_->addItems(names);
    }
    metric_->setCurrentText(presenter_.metric());
    metric_->setVisible(!names.isEmpty());
  }
  const std::vector<ArmOutcome> rows = presenter_.arms();
  if (arms_->rowCount() != static_cast<int>(rows.size())) arms_->setRowCount(static_cast<int>(rows.size()));
  double scale = 0;
  for (const ArmOutcome& r : rows) {
    if (r.difference) scale = std::max({scale, std::abs(r.interval.low), std::abs(r.interval.high)});
  }
  const auto item = [this](int row, int column) {
    QTableWidgetItem* it = arms_->item(row, column);
    if (!it) {
      it = new QTableWidgetItem();
      const bool number = column > kArm && column < kEffect;
      it->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
      arms_->setItem(row, column, it);
    }
    return it;
  };
  const auto set = [&](int row, int column, const QString& text, const QString& tip = {}) {
    QTableWidgetItem* it = item(row, column);
    if (it->text() != text) it->setText(text);
    it->setToolTip(tip.isEmpty() ? text : tip);
  };
  // As tall as its arms, so that the rest of the page goes to the map.
  arms_->setFixedHeight(arms_->horizontalHeader()->sizeHint().height() +
                        kRowHeight * std::clamp(arms_->rowCount(), 1, kShownArms) + kGapL);
  const QLocale locale;
  for (int i = 0; i < arms_->rowCount(); ++i) {
    const ArmOutcome& r = rows[static_cast<std::size_t>(i)];
    const bool counted = r.items > 0;
    set(i, kArm, r.arm,
        r.endpoint.isEmpty() ? tr("%1, not routed").arg(r.arm)
                             : tr("%1, served by %2").arg(r.arm, r.endpoint));
    if (r.series >= 0) arms_->item(i, kArm)->setData(SeriesRole, r.series);
    const QString intended = models::percentText(r.intended);
    const QString actual = r.actual ? models::percentText(*r.actual) : tr("none yet");
    set(i, kShare,
        tr("%1 / %2").arg(locale.toString(r.intended * 100, 'f', 1),
                          r.actual ? actual : QStringLiteral("\u2013")),
        tr("Intended %1, actual %2").arg(intended, actual));
    set(i, kItems, models::countText(static_cast<double>(r.items)), locale.toString(r.items));
    set(i, kErrors, counted ? models::percentText(r.errorShare) : QString(),
        tr("%Ln failed item(s)", nullptr, static_cast<int>(std::min<quint64>(r.errors, 2'000'000'000))));
    set(i, kLatency,
        r.p99Ms > 0 ? tr("%1 / %2").arg(locale.toString(r.p50Ms, 'g', 3), models::millisText(r.p99Ms))
                    : QString(),
        r.endpoint.isEmpty() ? QString() : tr("Of %1, over the last 15 minutes").arg(r.endpoint));
    set(i, kMean, r.metric.isEmpty() ? QString() : valueText(r.mean),
        r.metric.isEmpty() ? tr("No outcome was reported yet")
                           : tr("%1 of %2 item(s)").arg(r.metric, locale.toString(r.outcomes)));
    QTableWidgetItem* effect = item(i, kEffect);
    if (r.difference) {
      const bool clear = r.interval.low > 0 || r.interval.high < 0;
      const int digits = decimalsFor(r.interval);
      const QString text = tr("%1 [%2, %3]")
                               .arg(signedText(*r.difference, digits), signedText(r.interval.low, digits),
                                    signedText(r.interval.high, digits));
      effect->setText(text);
      effect->setToolTip(tr("%1, 95 % interval; p %2: %3")
                             .arg(text, locale.toString(r.pValue, 'f', 3),
                                  clear ? tr("the arms differ") : tr("no difference is shown so far")));
      effect->setData(EffectValueRole, *r.difference);
      effect->setData(EffectLowRole, r.interval.low);
      effect->setData(EffectHighRole, r.interval.high);
      effect->setData(EffectScaleRole, scale * 1.15);
    } else {
      effect->setData(EffectValueRole, {});
      effect->setText(i == 0               ? tr("the reference")
                      : r.metric.isEmpty() ? tr("no outcome yet")
                                           : tr("too few outcomes"));
      effect->setToolTip(effect->text());
    }
  }
}

void ExperimentsPage::showEffect() {
  QList<EffectLine> lines;
  for (const ArmOutcome& arm : presenter_.arms()) {
    EffectLine line{arm.arm, arm.series, {}};
    for (const rpc::EffectPoint& e : presenter_.effects(arm.arm))
      line.samples.append({e.ms, e.difference, e.interval.low, e.interval.high, e.count});
    if (!line.samples.isEmpty()) lines.append(line);
  }
  effect_->setLines(lines);
  effectCard_->setNote(lines.isEmpty() ? QString()
                                       : tr("%1, to the first arm, 95 % interval").arg(presenter_.metric()));
}

void ExperimentsPage::showRamp() {
  const rpc::Experiment* e = presenter_.experiment();
  const int next = presenter_.nextStep();
  const QString why = presenter_.whyNotEdit();
  allow(ramp_, why.isEmpty() && next > 0, why.isEmpty() ? tr("Everything is covered already") : why);
  if (!e) return;
  const int staged = presenter_.coverage();
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const bool chosen = presenters::kRampSteps[i] == staged;
    steps_[i]->setChecked(chosen);
    if (const QString kind = chosen ? QStringLiteral("primary") : QString();
        steps_[i]->property("kind").toString() != kind) {
      steps_[i]->setProperty("kind", kind);
      steps_[i]->style()->unpolish(steps_[i]);
      steps_[i]->style()->polish(steps_[i]);
    }
    steps_[i]->setEnabled(online() && why.isEmpty());
  }
  const presenters::BucketPreview p = presenter_.preview();
  const bool dirty = presenter_.staged().hasSplit(e->name);
  QStringList moves;
  const auto add = [&](quint32 buckets, const QString& text) {
    if (buckets > 0) moves.append(text.arg(models::percentText(buckets / 10'000.0)));
  };
  add(p.moved, tr("%1 of the keys move"));
  add(p.joined, tr("%1 join"));
  add(p.left, tr("%1 leave"));
  rampText_->setText(
      !dirty ? tr("%1 of its keys take part now. A step is staged first; the map shows whom it moves.")
                   .arg(models::percentText(e->coverage))
             : tr("Staged: coverage %1 to %2; %3.")
                   .arg(models::percentText(e->coverage), models::percentText(staged / 10'000.0),
                        moves.isEmpty() ? tr("nobody moves") : moves.join(QLatin1String(", "))));
  QList<BucketMap::Arm> owners;
  const std::vector<int> series = presenter_.armSeries();
  for (qsizetype i = 0; i < e->arms.size(); ++i) {
    owners.append({e->arms[i].name, series[static_cast<std::size_t>(i)]});
  }
  map_->setMap(owners, p.before, p.after);
}

void ExperimentsPage::askCreate() {
  auto* dialog = new ExperimentDialog(presenter_, ExperimentDialog::Mode::Create, this);
  connect(dialog, &QDialog::accepted, this, [this, dialog] { presenter_.create(dialog->draft()); });
  dialog->open();
}

void ExperimentsPage::askEdit() {
  auto* dialog = new ExperimentDialog(presenter_, ExperimentDialog::Mode::Edit, this);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog] { presenter_.stage(dialog->weights(), dialog->coverage()); });
  dialog->open();
}

void ExperimentsPage::askStart() {
  ConfirmSheet::ask(this,
                    {tr("Start %1?").arg(presenter_.selected()), presenter_.startEffect(), useCases(),
                     tr("Start experiment")},
                    [this] { presenter_.start(); });
}

QStringList ExperimentsPage::useCases() const {
  QStringList out;
  for (const QString& name : presenter_.useCasesOf(presenter_.selected()))
    out.append(tr("use case %1").arg(name));
  return out;
}

void ExperimentsPage::askStop() {
  ConfirmSheet::Question question{tr("Stop %1?").arg(presenter_.selected()), presenter_.stopEffect(),
                                  useCases(), tr("Stop experiment"), true};
  ConfirmSheet::ask(this, question, [this] { presenter_.stop(); });
}

}  // namespace aerie::pages
