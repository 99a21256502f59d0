#include "app/pages/routing_page.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/models/text.h"
#include "app/pages/flow_diagram.h"
#include "app/pages/inspector_panel.h"
#include "app/pages/route_dialog.h"
#include "app/pages/routing_config_form.h"
#include "app/pages/split_panel.h"
#include "app/presenters/routing_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/sankey_view.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::FlowPath;
using presenters::RoutingPresenter;

namespace {

constexpr int kSideWidth = 372;
constexpr int kLowerHeight = 224;
constexpr int kShareColumn = 74;
constexpr int kArmColumn = 112;
constexpr int kVersionColumn = 70;
constexpr int kRoomy = 290;  // of the tabs that need it
constexpr int kMinUseCase = 170;
// Sampling noise of one live window; a larger gap between intended and actual share is worth a colour.
constexpr double kShareGap = 0.05;

}  // namespace

RoutingPage::RoutingPage(RoutingPresenter& presenter, const models::World& world, CommandRegistry& commands,
                         QWidget* parent)
    : TrafficPage(presenter.staged(), commands, QStringLiteral("routing"), tr("Routing"),
                  QStringLiteral("routing"), parent),
      presenter_(presenter),
      world_(world) {
  addCommands(commands);
  buildTitle();
  stack_ = new QStackedLayout();
  body()->addLayout(stack_, 1);
  auto* live = new QWidget(body()->parentWidget());
  stack_->addWidget(live);
  auto* row = new QHBoxLayout(live);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapM);
  auto* left = new QVBoxLayout();
  left->setSpacing(kGapM);
  left->addWidget(buildTiles(live));
  parts_ = new QSplitter(Qt::Vertical, live);
  parts_->setHandleWidth(kGapM);
  parts_->setChildrenCollapsible(false);
  buildFlow();
  buildLower();
  parts_->setStretchFactor(0, 1);
  parts_->setStretchFactor(1, 0);
  left->addWidget(parts_, 1);
  row->addLayout(left, 1);
  split_ = new SplitPanel(presenter_, live);
  split_->setFixedWidth(kSideWidth);
  row->addWidget(split_);
  empty_ = new EmptyState(body()->parentWidget());
  connect(empty_, &EmptyState::actionClicked, this, [this] { create_->trigger(); });
  stack_->addWidget(empty_);
  body()->addWidget(buildStagedBar());

  connect(&presenter_, &RoutingPresenter::useCasesChanged, this, &RoutingPage::showUseCases);
  connect(&presenter_, &RoutingPresenter::flowChanged, this, &RoutingPage::showFlow);
  connect(&presenter_, &RoutingPresenter::draftChanged, this, &RoutingPage::showStaged);
  connect(&presenter_, &RoutingPresenter::problemsChanged, this, &RoutingPage::showStaged);
  connect(&presenter_, &RoutingPresenter::historyChanged, this, &RoutingPage::showHistory);
  connect(&presenter_, &RoutingPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &RoutingPresenter::succeeded, this, &Page::goodNews);
  connect(inspector_, &InspectorPanel::copied, this,
          [this](int keys) { Q_EMIT goodNews(tr("%n key(s) copied as CSV.", nullptr, keys)); });
  connect(parts_, &QSplitter::splitterMoved, this, [this] { resized_ = true; });
  showUseCases();
  showFlow();
  showHistory();
  showStaged();
}

void RoutingPage::addCommands(CommandRegistry& commands) {
  revert_ = addCommand(
      commands, {QStringLiteral("routing.revert"), tr("Stage This Revision"),
                 tr("Stage the config of the chosen revision; it becomes live when you apply it"),
                 QStringLiteral("rollback"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { askRevert(); }});
  create_ = addCommand(
      commands, {QStringLiteral("routing.create"), tr("Route a Use Case..."),
                 tr("Say which endpoint serves a use case that has no routing yet"), QStringLiteral("plus"),
                 QKeySequence(Qt::CTRL | Qt::Key_N), [this] { askCreate(); }});
  addCommand(commands, {QStringLiteral("routing.inspect"), tr("Inspect Keys"),
                        tr("Type or paste keys to see where they go and why"), QStringLiteral("search"),
                        QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
                          tabs_->setCurrentIndex(lower_->indexOf(inspector_));
                          inspector_->focusKeys();
                        }});
  addCommand(commands, {QStringLiteral("routing.config"), tr("Edit the Config"),
                        tr("Default endpoint, arms, shadows, worker failure"), QStringLiteral("edit"),
                        QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
                          tabs_->setCurrentIndex(lower_->indexOf(form_));
                          form_->setFocus(Qt::ShortcutFocusReason);
                        }});
}

void RoutingPage::buildTitle() {
  useCase_ = new QComboBox(this);
  useCase_->setObjectName(QStringLiteral("routing.useCase"));
  useCase_->setAccessibleName(tr("Use case"));
  useCase_->setToolTip(tr("The use case that is shown"));
  useCase_->setMinimumWidth(kMinUseCase);
  config_ = new StatusChip(this);
  config_->setObjectName(QStringLiteral("routing.config"));
  titleRow()->addWidget(config_);
  titleRow()->addSpacing(kGapS);
  titleRow()->addWidget(newLabel(tr("Use case"), "muted", this));
  titleRow()->addWidget(useCase_);
  connect(useCase_, &QComboBox::activated, this, [this] {
    presenter_.selectUseCase(useCase_->currentText());
    for (Tile* tile : {rate_, latency_, notCovered_, failed_}) tile->clearSamples();
  });
}

QWidget* RoutingPage::buildTiles(QWidget* parent) {
  auto* row = new QWidget(parent);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGapM);
  rate_ = new Tile(tr("Items"), row);
  latency_ = new Tile(tr("Latency p99"), row);
  notCovered_ = new Tile(tr("Not covered"), row);
  notCovered_->setToolTip(tr("Items that no experiment took; they go to the default endpoint"));
  failed_ = new Tile(tr("Failed items"), row);
  for (Tile* tile : {rate_, latency_, notCovered_, failed_}) layout->addWidget(tile);
  return row;
}

void RoutingPage::buildFlow() {
  auto* card = new Card(tr("Live flow"), parts_);
  sankey_ = new SankeyView(card);
  sankey_->setObjectName(QStringLiteral("routing.flow"));
  card->body()->addWidget(sankey_, 1);
}

void RoutingPage::buildLower() {
  auto* card = new Card({}, parts_);
  card->setFlush();
  card->setMinimumHeight(kLowerHeight);
  auto* row = new QHBoxLayout();
  row->setContentsMargins(kGapM, kGap, kGapM, 0);
  tabs_ = new QTabBar(card);
  tabs_->setObjectName(QStringLiteral("routing.tabs"));
  tabs_->setAccessibleName(tr("Details"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setUsesScrollButtons(false);
  row->addWidget(tabs_, 1);
  card->body()->addLayout(row);
  lower_ = new QStackedWidget(card);
  card->body()->addWidget(lower_, 1);
  form_ = new RoutingConfigForm(presenter_, lower_);
  inspector_ = new InspectorPanel(presenter_, lower_);
  const auto add = [this](QWidget* widget, const QString& title) {
    lower_->addWidget(widget);
    tabs_->addTab(title);
  };
  add(buildShares(), tr("Shares"));
  add(form_, tr("Config"));
  add(buildHistory(), tr("History"));
  add(inspector_, tr("Inspector"));
  connect(tabs_, &QTabBar::currentChanged, this, &RoutingPage::showTab);
}

// The form and the inspector get more room than the tables, unless somebody moved the splitter.
void RoutingPage::showTab(int index) {
  lower_->setCurrentIndex(index);
  QWidget* now = lower_->currentWidget();
  const int wanted = now == form_ || now == inspector_ ? kRoomy : kLowerHeight;
  if (!resized_) parts_->setSizes({std::max(1, parts_->height() - wanted - kGapM), wanted});
}

QWidget* RoutingPage::buildShares() {
  shares_ = new QTableWidget(0, 7, lower_);
  shares_->setObjectName(QStringLiteral("routing.shares"));
  shares_->setAccessibleName(tr("Shares of the arms"));
  shares_->setHorizontalHeaderLabels({tr("Arm"), tr("Experiment"), tr("Endpoint"), tr("Version"),
                                      tr("Intended"), tr("Actual"), tr("Items")});
  shares_->setItemDelegate(new CellDelegate(shares_));
  shares_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  shares_->setSelectionBehavior(QAbstractItemView::SelectRows);
  shares_->setShowGrid(false);
  shares_->setTabKeyNavigation(false);
  shares_->verticalHeader()->hide();
  shares_->verticalHeader()->setDefaultSectionSize(kCompactRow);
  QHeaderView* header = shares_->horizontalHeader();
  header->setHighlightSections(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->resizeSection(0, kArmColumn);
  const QFontMetrics captions(fontOf(Type::Caption));
  const int rate =
      QFontMetrics(fontOf(Type::Body)).horizontalAdvance(models::rateText(8'888)) + kGapXl + kGapM;
  for (int c = 1; c < 3; ++c) header->setSectionResizeMode(c, QHeaderView::Stretch);
  for (int c = 3; c < 7; ++c) {
    header->setSectionResizeMode(c, QHeaderView::Fixed);
    const int title = captions.horizontalAdvance(shares_->horizontalHeaderItem(c)->text()) + kGapXl + kGapM;
    header->resizeSection(c, std::max(title, c == 3 ? kVersionColumn : c == 6 ? rate : kShareColumn));
    shares_->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  return shares_;
}

QWidget* RoutingPage::buildHistory() {
  auto* box = new QWidget(lower_);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  history_ = new FilterTable(
      QStringLiteral("routing.history"),
      {tr("History"), tr("Search the history"), tr("No history"), tr("Applied configs are listed here."), {}},
      presenter_.history(), box);
  history_->setSearchVisible(false);
  history_->sortBy(0, Qt::DescendingOrder);
  column->addWidget(history_, 1);
  auto* row = new QHBoxLayout();
  row->setContentsMargins(kGapM, kGap, kGapM, kGapS);
  row->addStretch(1);
  row->addWidget(CommandRegistry::buttonFor(revert_, "", box));
  column->addLayout(row);
  connect(history_, &FilterTable::currentKeyChanged, this, &RoutingPage::showHistory);
  connect(history_, &FilterTable::activated, this, [this] { askRevert(); });
  return box;
}

void RoutingPage::focusSearch() {
  tabs_->setCurrentIndex(lower_->indexOf(inspector_));
  inspector_->focusKeys();
}

bool RoutingPage::openObject(const QString& kind, const QString& name) {
  if (kind == QLatin1String("use_case")) {
    presenter_.selectUseCase(name);
    return true;
  }
  return false;
}

QStringList RoutingPage::views() const {
  if (!presenter_.routing()) return {};
  return {QStringLiteral("config"), QStringLiteral("history"), QStringLiteral("inspector")};
}

void RoutingPage::showView(const QString& view) {
  const auto index = static_cast<int>(views().indexOf(view));
  tabs_->setCurrentIndex(index + 1);
  if (view == QLatin1String("inspector")) inspector_->showExample();
}

void RoutingPage::setOnline(bool online, const QString& why) {
  TrafficPage::setOnline(online, why);
  split_->setOnline(online);
  form_->setOnline(online);
}

void RoutingPage::setShown(bool shown) {
  const bool begins = shown && !shown_;
  shown_ = shown;
  if (!begins) return;
  showFlow();
  showTab(tabs_->currentIndex());
}

QString RoutingPage::whyNotApply() const {
  if (presenter_.validating()) return tr("The config is being checked");
  for (const QString& problem : presenter_.problems()) return tr("The config is refused: %1").arg(problem);
  return {};
}

void RoutingPage::showUseCases() {
  const QStringList names = presenter_.useCases();
  const QSignalBlocker blocker(useCase_);
  QStringList now;
  for (int i = 0; i < useCase_->count(); ++i) now.append(useCase_->itemText(i));
  if (now != names) {
    useCase_->clear();
    useCase_->addItems(names);
  }
  useCase_->setCurrentText(presenter_.useCase());
  if (!world_.complete()) {
    empty_->show(EmptyState::Kind::Loading, tr("Loading"), {});
  } else {
    const bool deployed = !presenter_.endpoints().isEmpty();
    empty_->show(EmptyState::Kind::Empty, tr("No use case is routed"),
                 deployed ? tr("Say which endpoint serves a use case; experiments come later.")
                          : tr("Routing sends a use case's items to endpoints. Deploy a model first, on the "
                               "Deployments page."),
                 deployed ? tr("Route a use case") : QString());
  }
  stack_->setCurrentIndex(names.isEmpty() ? 1 : 0);
}

void RoutingPage::showFlow() {
  const bool routed = presenter_.routing() != nullptr;
  config_->setVisible(routed);
  if (!routed) return;
  // Only when it changes: a new text lays the page out anew, and this runs ten times a second.
  if (const QString sentence = presenter_.configSentence();
      config_->text() != sentence || config_->tone() != presenter_.configTone()) {
    config_->setState(presenter_.configTone(), sentence);
    config_->setToolTip(sentence);
  }
  const models::UseCaseRate rate = presenter_.rate();
  rate_->setValue(models::rateText(rate.itemsPerSecond),
                  tr("%1 requests/s").arg(models::countText(rate.requestsPerSecond)));
  latency_->setValue(models::millisText(rate.p99Ms), tr("p50 %1").arg(models::millisText(rate.p50Ms)));
  notCovered_->setValue(models::percentText(rate.notCoveredShare),
                        rate.withoutKeyShare > 0
                            ? tr("%1 without key").arg(models::percentText(rate.withoutKeyShare))
                            : QString());
  failed_->setValue(models::percentText(rate.failedShare), {},
                    rate.failedShare > 0 ? models::Tone::Danger : models::Tone::None);
  if (world_.status().nowMs != sampledMs_) {
    sampledMs_ = world_.status().nowMs;
    rate_->addSample(rate.itemsPerSecond);
    latency_->addSample(rate.p99Ms);
    notCovered_->addSample(rate.notCoveredShare);
    failed_->addSample(rate.failedShare);
  }
  // Samples go on while the page is hidden; the pictures are drawn when somebody looks.
  if (!shown_ && isHidden()) return;
  const FlowDiagram diagram = flowDiagramOf(presenter_);
  sankey_->setData(diagram.nodes, diagram.links, diagram.titles);
  showShares();
}

void RoutingPage::showShares() {
  const std::vector<FlowPath> paths = presenter_.paths();
  if (shares_->rowCount() != static_cast<int>(paths.size()))
    shares_->setRowCount(static_cast<int>(paths.size()));
  const auto set = [this](int row, int column, const QString& text, bool number,
                          models::Tone tone = models::Tone::None) {
    QTableWidgetItem* item = shares_->item(row, column);
    if (!item) {
      item = new QTableWidgetItem();
      item->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
      shares_->setItem(row, column, item);
    }
    if (item->text() != text) item->setText(text);
    item->setData(models::ToneRole, static_cast<int>(tone));
    item->setToolTip(text);
  };
  for (int r = 0; r < shares_->rowCount(); ++r) {
    const FlowPath& p = paths[static_cast<std::size_t>(r)];
    const bool off = p.intended && p.actual && std::abs(*p.intended - *p.actual) > kShareGap;
    set(r, 0, p.experiment.isEmpty() ? tr("default") : p.arm, false);
    // The default has no colour: the diagram draws its way grey.
    shares_->item(r, 0)->setData(SeriesRole, p.experiment.isEmpty() ? QVariant() : QVariant(p.series));
    set(r, 1, p.experiment.isEmpty() ? tr("no experiment") : p.experiment, false);
    set(r, 2, p.endpoint, false);
    set(r, 3, p.version, true);
    set(r, 4, p.intended ? models::percentText(*p.intended) : QString(), true);
    set(r, 5, p.actual ? models::percentText(*p.actual) : QString(), true,
        off ? models::Tone::Warning : models::Tone::None);
    set(r, 6, models::rateText(p.itemsPerSecond), true);
  }
}

void RoutingPage::showHistory() {
  const bool any = !presenter_.history()->rows().empty();
  history_->setLoading(!any && presenter_.historyProblem().isEmpty());
  if (!any && !presenter_.historyProblem().isEmpty()) {
    history_->emptyState()->show(EmptyState::Kind::Failed, tr("The history did not come"),
                                 presenter_.historyProblem());
  }
  const rpc::Routing* chosen = presenter_.history()->find(history_->currentKey());
  const rpc::Routing* runs = presenter_.routing();
  const bool other = chosen && runs && chosen->revision != runs->revision;
  allow(revert_, other, chosen ? tr("This revision runs") : tr("Choose a revision of the history"));
}

void RoutingPage::askCreate() {
  auto* dialog = new RouteDialog(presenter_, this);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog] { presenter_.create(dialog->useCase(), dialog->endpoint()); });
  dialog->open();
}

void RoutingPage::askRevert() {
  const rpc::Routing* chosen = presenter_.history()->find(history_->currentKey());
  if (!chosen) return;
  const quint64 revision = chosen->revision;
  if (presenter_.revertTo(history_->currentKey())) {
    Q_EMIT goodNews(tr("Revision %1 is staged; nothing is live before you apply it.").arg(revision));
  } else {
    Q_EMIT goodNews(tr("Revision %1 is what runs; there is nothing to stage.").arg(revision));
  }
}

}  // namespace aerie::pages
