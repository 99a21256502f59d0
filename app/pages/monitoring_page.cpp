#include "app/pages/monitoring_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "app/presenters/monitoring_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/legend_bar.h"
#include "app/widgets/time_range_bar.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::MonitoringPresenter;

namespace {

constexpr int kColumns = 3;
constexpr int kFirstRow = 4;  // the charts that one looks at first are taller
constexpr int kOtherRows = 3;
constexpr int kComboWidth = 150;
constexpr int kBetweenCharts = 5;  // ms
constexpr int kCharts = 0;         // of the stack
constexpr int kEmpty = 1;

ChartOptions optionsOf(const MonitoringPresenter::ChartSpec& spec) {
  ChartOptions out;
  out.kind = spec.kind;
  out.smallestTop = spec.smallestTop;
  out.fixedTop = spec.fixedTop;
  return out;
}

// Keeps the choice while the list changes; `all` stands for no filter.
void fill(QComboBox* box, const QString& all, const QStringList& names, const QString& chosen) {
  const QSignalBlocker quiet(box);
  QStringList texts{all};
  texts += names;
  QStringList now;
  for (int i = 0; i < box->count(); ++i) now.append(box->itemText(i));
  if (now != texts) {
    box->clear();
    box->addItem(all, QString());
    for (const QString& name : names) box->addItem(name, name);
  }
  box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

}  // namespace

MonitoringPage::MonitoringPage(MonitoringPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("monitoring"), tr("Monitoring"), QStringLiteral("monitoring"), parent),
      presenter_(presenter) {
  addCommands(commands);
  range_ = new TimeRangeBar(this);
  titleRow()->addWidget(range_);
  body()->addWidget(buildFilters());
  stack_ = new QStackedLayout();
  body()->addLayout(stack_, 1);
  buildCharts();
  empty_ = new EmptyState(body()->parentWidget());
  empty_->setObjectName(QStringLiteral("monitoring.empty"));
  stack_->addWidget(empty_);
  next_.setSingleShot(true);
  next_.setInterval(kBetweenCharts);
  connect(&next_, &QTimer::timeout, this, &MonitoringPage::showNextChart);

  connect(range_, &TimeRangeBar::lengthChosen, &presenter_, &MonitoringPresenter::setLength);
  connect(range_, &TimeRangeBar::pauseWanted, &presenter_, &MonitoringPresenter::setPaused);
  connect(legend_, &LegendBar::hiddenChanged, this, [this](const QStringList& hidden) {
    presenter_.setHidden({hidden.begin(), hidden.end()});
  });
  connect(empty_, &EmptyState::actionClicked, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::FilteredAway) {
      presenter_.clearFilters();
    } else if (kind == EmptyState::Kind::Empty) {
      Q_EMIT objectWanted(QStringLiteral("deployment"), {});
    } else {
      presenter_.refresh();
    }
  });
  connect(&presenter_, &MonitoringPresenter::filtersChanged, this, &MonitoringPage::showFilters);
  connect(&presenter_, &MonitoringPresenter::rangeChanged, this, [this] {
    showRange();
    showData();
  });
  connect(&presenter_, &MonitoringPresenter::dataChanged, this, &MonitoringPage::showData);
  connect(&presenter_, &MonitoringPresenter::failed, this, &Page::showFailure);
  showFilters();
  showRange();
  showData();
}

// A chart that loses the focus while its page goes away still says that its crosshair left.
MonitoringPage::~MonitoringPage() {
  for (ChartCard* card : charts_) card->disconnect(this);
}

void MonitoringPage::addCommands(CommandRegistry& commands) {
  addCommand(commands, {QStringLiteral("monitoring.pause"), tr("Pause or Go Live"),
                        tr("Hold the charts still, or follow the clock again"), QStringLiteral("pause"),
                        QKeySequence(Qt::CTRL | Qt::Key_P), [this] { presenter_.togglePaused(); }});
  addCommand(commands,
             {QStringLiteral("monitoring.clear"), tr("Show All Endpoints"),
              tr("Clear the filters of the charts"), QStringLiteral("filter"),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { presenter_.clearFilters(); }});
}

QWidget* MonitoringPage::buildFilters() {
  auto* row = new QWidget(body()->parentWidget());
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGapS);
  const auto combo = [&](const char* id, const QString& name) {
    auto* box = new QComboBox(row);
    box->setObjectName(QLatin1String(id));
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setMinimumWidth(kComboWidth);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout->addWidget(box);
    return box;
  };
  useCase_ = combo("monitoring.useCase", tr("Use case"));
  endpoint_ = combo("monitoring.endpoint", tr("Endpoint"));
  replica_ = combo("monitoring.replica", tr("Replica"));
  per_ = combo("monitoring.per", tr("What a line stands for"));
  using Per = MonitoringPresenter::Per;
  per_->addItem(tr("One line per endpoint"), static_cast<int>(Per::Endpoint));
  per_->addItem(tr("One line per replica"), static_cast<int>(Per::Replica));
  per_->addItem(tr("All in one line"), static_cast<int>(Per::Total));
  layout->addSpacing(kGapS);
  legend_ = new LegendBar(row);
  legend_->setObjectName(QStringLiteral("monitoring.legend"));
  legend_->setAccessibleName(tr("Shown lines"));
  layout->addWidget(legend_, 1, Qt::AlignVCenter);
  note_ = newLabel({}, "caption", row);
  note_->setObjectName(QStringLiteral("monitoring.note"));
  layout->addWidget(note_);
  layout->addStretch(0);
  connect(useCase_, &QComboBox::activated, this,
          [this] { presenter_.setUseCase(useCase_->currentData().toString()); });
  connect(endpoint_, &QComboBox::activated, this,
          [this] { presenter_.setEndpoint(endpoint_->currentData().toString()); });
  connect(replica_, &QComboBox::activated, this,
          [this] { presenter_.setReplica(replica_->currentData().toString()); });
  connect(per_, &QComboBox::activated, this,
          [this] { presenter_.setPer(static_cast<MonitoringPresenter::Per>(per_->currentData().toInt())); });
  return row;
}

ChartCard* MonitoringPage::addChart(ChartCard* card) {
  // The rows keep their heights when a legend comes: nothing jumps, and nothing is painted again.
  card->plot()->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  connect(card, &ChartCard::exported, this,
          [this](const QString& path) { Q_EMIT goodNews(tr("Saved %1").arg(path)); });
  connect(card, &ChartCard::failed, this, &Page::showFailure);
  return card;
}

void MonitoringPage::buildCharts() {
  auto* area = new QWidget(body()->parentWidget());
  stack_->addWidget(area);
  auto* grid = new QGridLayout(area);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(kGapM);
  for (int i = 0; i < MonitoringPresenter::ChartCount; ++i) {
    const MonitoringPresenter::ChartSpec spec = MonitoringPresenter::spec(i);
    charts_.append(addChart(new ChartCard(QLatin1String("chart.") + spec.id, spec.title, optionsOf(spec),
                                          ChartCard::Legend::Variants, area)));
  }
  ChartOptions histogram;
  histogram.kind = models::ValueKind::Share;
  histogram.time = false;
  histogram.smallestTop = 0.05;
  histogram.steps = true;
  histogram.filled = true;
  scores_ = addChart(new ChartCard(QStringLiteral("chart.scores"), tr("Scores by arm"), histogram,
                                   ChartCard::Legend::Everything, area));
  scores_->setWindow(0, 1);
  QList<ChartCard*> all = charts_;
  all.insert(MonitoringPresenter::CacheHits + 1, scores_);
  for (int i = 0; i < all.size(); ++i) grid->addWidget(all[i], i / kColumns, i % kColumns);
  for (int c = 0; c < kColumns; ++c) grid->setColumnStretch(c, 1);
  for (int r = 0; r < (static_cast<int>(all.size()) + kColumns - 1) / kColumns; ++r) {
    grid->setRowStretch(r, r == 0 ? kFirstRow : kOtherRows);
  }
  for (ChartCard* card : charts_) {
    connect(card, &ChartCard::piecePicked, &presenter_, &MonitoringPresenter::pick);
    connect(card, &ChartCard::crosshairMoved, this, [this, card](double x) {
      for (ChartCard* other : charts_) {
        if (other != card) other->follow(x);
      }
    });
    connect(card, &ChartCard::crosshairLeft, this, [this, card] {
      for (ChartCard* other : charts_) {
        if (other != card) other->follow(std::nullopt);
      }
    });
  }
}

void MonitoringPage::focusSearch() { endpoint_->setFocus(Qt::ShortcutFocusReason); }

void MonitoringPage::setShown(bool shown) { presenter_.setShown(shown); }

bool MonitoringPage::openObject(const QString& kind, const QString& name) {
  if (kind == QLatin1String("metrics_of")) {
    presenter_.clearFilters();
    presenter_.setEndpoint(name);
    return true;
  }
  if (kind != QLatin1String("metric")) return false;
  for (ChartCard* card : charts_) {
    if (card->objectName() == QLatin1String("chart.") + name) card->plot()->setFocus(Qt::ShortcutFocusReason);
  }
  return true;
}

void MonitoringPage::showFilters() {
  fill(useCase_, tr("All use cases"), presenter_.useCases(), presenter_.useCase());
  fill(endpoint_, tr("All endpoints"), presenter_.endpoints(), presenter_.endpoint());
  fill(replica_, tr("All replicas"), presenter_.replicas(), presenter_.replica());
  replica_->setEnabled(!presenter_.endpoint().isEmpty());
  replica_->setToolTip(replica_->isEnabled() ? tr("Replica") : tr("Choose an endpoint first"));
  const QSignalBlocker quiet(per_);
  per_->setCurrentIndex(per_->findData(static_cast<int>(presenter_.per())));
}

void MonitoringPage::showRange() { range_->setRange(presenter_.range()); }

void MonitoringPage::showData() {
  QList<LegendEntry> entries;
  for (const MonitoringPresenter::Thing& t : presenter_.things()) {
    entries.append({t.id, t.title, t.color, models::ChartSeries::Line::Solid, t.shown});
  }
  legend_->setEntries(entries);
  note_->setText(presenter_.left() > 0 ? tr("%n more; choose one to see it", nullptr, presenter_.left())
                                       : QString());
  setSummary(presenter_.summary());
  showState();
  shownCharts_ = 0;
  if (stack_->currentIndex() == kCharts) {
    showNextChart();
  } else {
    next_.start();
  }
}

void MonitoringPage::showNextChart() {
  if (shownCharts_ > charts_.size()) return;
  if (presenter_.state() == MonitoringPresenter::State::Ready && stack_->currentIndex() != kCharts) {
    stack_->setCurrentIndex(kCharts);  // a piece of work of its own
    next_.start();
    return;
  }
  if (shownCharts_ < charts_.size()) {
    showChart(shownCharts_);
  } else {
    showScores();
  }
  if (++shownCharts_ <= charts_.size()) next_.start();
}

void MonitoringPage::showChart(int index) {
  ChartCard* card = charts_[index];
  card->setHiddenGroups(presenter_.hidden());
  card->setLoading(presenter_.state() == MonitoringPresenter::State::Loading);
  card->setWindow(static_cast<double>(presenter_.fromMs()), static_cast<double>(presenter_.toMs()));
  card->setSeries(presenter_.series(index), presenter_.gapAfter());
  card->setMarkers(presenter_.markers());
  card->setEmptyText(presenter_.emptyText(index));
}

void MonitoringPage::showScores() {
  scores_->setLoading(presenter_.state() == MonitoringPresenter::State::Loading);
  scores_->setEmptyText(tr("No scores in this time"));
  const QList<models::ChartSeries>& arms = presenter_.scores();
  if (!arms.isEmpty() && arms.front().points.size() > 1) {
    scores_->setWindow(arms.front().points.front().x(), arms.front().points.back().x());
  }
  scores_->setSeries(arms);
}

void MonitoringPage::showState() {
  using State = MonitoringPresenter::State;
  switch (presenter_.state()) {
    case State::Loading:
      empty_->show(EmptyState::Kind::Loading, tr("Loading"), tr("The history is on its way."));
      break;
    case State::Failed:
      empty_->show(EmptyState::Kind::Failed, tr("The history did not come"), presenter_.problem(),
                   tr("Try again"));
      break;
    case State::Empty:
      empty_->show(
          EmptyState::Kind::Empty, tr("Nothing was measured yet"),
          tr("The control plane measures its proxies and workers every few seconds. Deploy a version and "
             "send it traffic."),
          tr("Go to deployments"));
      break;
    case State::FilteredAway:
      empty_->show(EmptyState::Kind::FilteredAway, tr("Nothing of this was measured in this time"),
                   tr("Other endpoints, or another time, may have data."), tr("Clear filters"));
      break;
    case State::Ready: break;
  }
  if (presenter_.state() != State::Ready) stack_->setCurrentIndex(kEmpty);
}

}  // namespace aerie::pages
