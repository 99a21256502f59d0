#include "app/pages/routing_page.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/presenters/routing_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/confirm_sheet.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/sankey_view.h"
#include "app/widgets/split_editor.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using presenters::FlowPath;
using presenters::RoutingPresenter;

namespace {

constexpr int kSideWidth = 380;
constexpr int kLowerHeight = 196;
// Sampling noise of one live window; a larger gap between intended and actual share is worth a colour.
constexpr double kShareGap = 0.05;

QString defaultPathName() { return RoutingPage::tr("no experiment"); }

}  // namespace

RoutingPage::RoutingPage(RoutingPresenter& presenter, const models::World& world, CommandRegistry& commands,
                         QWidget* parent)
    : Page(QStringLiteral("routing"), tr("Routing"), QStringLiteral("routing"), parent),
      presenter_(presenter),
      world_(world) {
  addCommands(commands);
  buildTitle();
  stack_ = new QStackedLayout();
  auto* live = new QWidget(this);
  auto* grid = new QGridLayout(live);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(kGapM);
  grid->addWidget(buildTiles(), 0, 0, 1, 2);
  grid->addWidget(buildFlow(), 1, 0);
  grid->addWidget(buildSplit(), 1, 1);
  grid->addWidget(buildShares(), 2, 0);
  grid->addWidget(buildHistory(), 2, 1);
  grid->setColumnStretch(0, 1);
  grid->setRowStretch(1, 1);
  stack_->addWidget(live);
  empty_ = new EmptyState(this);
  stack_->addWidget(empty_);
  body()->addLayout(stack_, 1);

  connect(&presenter_, &RoutingPresenter::useCasesChanged, this, &RoutingPage::showUseCases);
  connect(&presenter_, &RoutingPresenter::flowChanged, this, &RoutingPage::showFlow);
  connect(&presenter_, &RoutingPresenter::draftChanged, this, &RoutingPage::showDraft);
  connect(&presenter_, &RoutingPresenter::previewChanged, this, &RoutingPage::showPreview);
  connect(&presenter_, &RoutingPresenter::failed, this, &Page::showFailure);
  connect(&presenter_, &RoutingPresenter::succeeded, this, &Page::goodNews);
  showUseCases();
  showFlow();
  showDraft();
}

void RoutingPage::addCommands(CommandRegistry& commands) {
  apply_ = addCommand(
      commands, {QStringLiteral("routing.apply"), tr("Apply Split..."), tr("Make the edited split live"),
                 QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { askApply(); }});
  discard_ =
      addCommand(commands, {QStringLiteral("routing.discard"), tr("Discard"), tr("Forget the edited split"),
                            QStringLiteral("close"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
                            [this] { presenter_.discard(); }});
}

void RoutingPage::buildTitle() {
  useCase_ = new QComboBox(this);
  useCase_->setObjectName(QStringLiteral("routing.useCase"));
  useCase_->setAccessibleName(tr("Use case"));
  useCase_->setMinimumWidth(180);
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

QWidget* RoutingPage::buildTiles() {
  auto* row = new QWidget(this);
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

QWidget* RoutingPage::buildFlow() {
  auto* card = new Card(tr("Live flow"), this);
  sankey_ = new SankeyView(card);
  card->body()->addWidget(sankey_, 1);
  return card;
}

QWidget* RoutingPage::buildSplit() {
  splitCard_ = new Card(tr("Split"), this);
  splitCard_->setFixedWidth(kSideWidth);
  experiment_ = new QComboBox(splitCard_);
  experiment_->setObjectName(QStringLiteral("routing.experiment"));
  experiment_->setAccessibleName(tr("Experiment"));
  splitCard_->body()->addWidget(experiment_);
  split_ = new SplitEditor(splitCard_);
  splitCard_->body()->addSpacing(kGap);
  splitCard_->body()->addWidget(split_);
  auto* coverage = new QHBoxLayout();
  coverage->addWidget(newLabel(tr("Coverage"), "muted", splitCard_));
  coverage->addStretch(1);
  coverage_ = new QDoubleSpinBox(splitCard_);
  coverage_->setObjectName(QStringLiteral("routing.coverage"));
  coverage_->setAccessibleName(tr("Coverage in percent"));
  coverage_->setToolTip(tr("Share of the keys that take part in the experiment"));
  coverage_->setRange(0, 100);
  coverage_->setDecimals(2);
  coverage_->setSuffix(tr(" %"));
  coverage_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  coverage_->setAlignment(Qt::AlignRight);
  coverage_->setKeyboardTracking(false);
  coverage_->setFixedWidth(92);
  coverage->addWidget(coverage_);
  splitCard_->body()->addLayout(coverage);
  preview_ = newLabel({}, "muted", splitCard_);
  preview_->setObjectName(QStringLiteral("routing.preview"));
  preview_->setWordWrap(true);
  preview_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  splitCard_->body()->addStretch(1);
  splitCard_->body()->addWidget(preview_);
  auto* buttons = new QHBoxLayout();
  buttons->setSpacing(kGapS);
  buttons->addStretch(1);
  buttons->addWidget(CommandRegistry::buttonFor(discard_, "", splitCard_));
  buttons->addWidget(CommandRegistry::buttonFor(apply_, "primary", splitCard_));
  splitCard_->body()->addLayout(buttons);
  connect(experiment_, &QComboBox::activated, this,
          [this] { presenter_.selectExperiment(experiment_->currentText()); });
  connect(split_, &SplitEditor::edited, &presenter_, &RoutingPresenter::setDraft);
  connect(coverage_, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
    presenter_.setDraftCoverage(static_cast<int>(std::lround(percent * 100)));
  });
  return splitCard_;
}

QWidget* RoutingPage::buildShares() {
  auto* card = new Card(tr("Intended and actual"), this);
  card->setFlush();
  card->setFixedHeight(kLowerHeight);
  shares_ = new QTableWidget(0, 7, card);
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
  for (int c = 0; c < 3; ++c) header->setSectionResizeMode(c, QHeaderView::Stretch);
  for (int c = 3; c < 7; ++c) {
    header->setSectionResizeMode(c, QHeaderView::Fixed);
    header->resizeSection(c, 78);
    shares_->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  card->body()->addWidget(shares_);
  return card;
}

QWidget* RoutingPage::buildHistory() {
  auto* card = new Card(tr("History"), this);
  card->setFlush();
  card->setFixedWidth(kSideWidth);
  card->setFixedHeight(kLowerHeight);
  history_ = new FilterTable(
      QStringLiteral("routing.history"),
      {tr("History"), tr("Search the history"), tr("No history"), tr("Applied configs are listed here."), {}},
      presenter_.history(), card);
  history_->setSearchVisible(false);
  history_->sortBy(0, Qt::DescendingOrder);
  card->body()->addWidget(history_);
  return card;
}

void RoutingPage::focusSearch() { useCase_->setFocus(Qt::ShortcutFocusReason); }

void RoutingPage::setOnline(bool online, const QString& why) {
  Page::setOnline(online, why);
  split_->setEditable(online);
  coverage_->setEnabled(online && presenter_.experiment());
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
  history_->setLoading(false);
  if (!world_.complete()) {
    empty_->show(EmptyState::Kind::Loading, tr("Loading"), {});
  } else {
    empty_->show(
        EmptyState::Kind::Empty, tr("No use case is routed"),
        tr("Apply a routing config to send a use case's items to endpoints: aeriectl route apply FILE."));
  }
  stack_->setCurrentIndex(names.isEmpty() ? 1 : 0);
}

void RoutingPage::showFlow() {
  const bool routed = presenter_.routing() != nullptr;
  config_->setVisible(routed);
  if (!routed) return;
  config_->setState(presenter_.configTone(), presenter_.configSentence());
  config_->setToolTip(presenter_.configSentence());
  const models::UseCaseRate rate = presenter_.rate();
  rate_->setValue(models::rateText(rate.itemsPerSecond),
                  tr("%1 requests").arg(models::rateText(rate.requestsPerSecond)));
  latency_->setValue(models::millisText(rate.p99Ms), tr("p50 %1").arg(models::millisText(rate.p50Ms)));
  notCovered_->setValue(models::percentText(rate.notCoveredShare));
  failed_->setValue(models::percentText(rate.failedShare), {},
                    rate.failedShare > 0 ? models::Tone::Danger : models::Tone::None);
  if (world_.status().nowMs != sampledMs_) {
    sampledMs_ = world_.status().nowMs;
    rate_->addSample(rate.itemsPerSecond);
    latency_->addSample(rate.p99Ms);
    notCovered_->addSample(rate.notCoveredShare);
    failed_->addSample(rate.failedShare);
  }
  showSankey();
  showShares();
}

void RoutingPage::showSankey() {
  QList<SankeyNode> nodes;
  QList<SankeyLink> links;
  const auto addNode = [&](const QString& id, int column, const QString& title, int series) {
    for (const SankeyNode& n : nodes) {
      if (n.id == id) return;
    }
    nodes.append({id, column, title, {}, series});
  };
  const auto addLink = [&](const QString& from, const QString& to, const FlowPath& path, const QString& tip) {
    links.append({from, to, path.itemsPerSecond, path.series, tip});
  };
  const QString root = QStringLiteral("u:") + presenter_.useCase();
  addNode(root, 0, presenter_.useCase(), -1);
  for (const FlowPath& p : presenter_.paths()) {
    const bool plain = p.experiment.isEmpty();
    const QString experiment = QStringLiteral("x:") + p.experiment;
    const QString arm = QStringLiteral("a:%1/%2").arg(p.experiment, p.arm);
    const QString endpoint = QStringLiteral("e:") + p.endpoint;
    if (plain && p.itemsPerSecond <= 0 && !presenter_.experiments().isEmpty())
      continue;  // nothing goes there
    addNode(experiment, 1, plain ? defaultPathName() : p.experiment, -1);
    addNode(arm, 2, plain ? tr("default") : p.arm, p.series);
    addNode(endpoint, 3, p.endpoint, p.series);
    QString tip = tr("%1 to %2: %3")
                      .arg(plain ? defaultPathName() : p.arm, p.endpoint, models::rateText(p.itemsPerSecond));
    if (p.intended) tip += tr(", intended %1").arg(models::percentText(*p.intended));
    if (p.actual) tip += tr(", actual %1").arg(models::percentText(*p.actual));
    if (p.failedPerSecond > 0) tip += tr(", failed %1").arg(models::rateText(p.failedPerSecond));
    addLink(root, experiment, p, tip);
    addLink(experiment, arm, p, tip);
    addLink(arm, endpoint, p, tip);
  }
  for (SankeyNode& node : nodes) {
    double in = 0;
    double out = 0;
    for (const SankeyLink& l : links) {
      if (l.to == node.id) in += l.value;
      if (l.from == node.id) out += l.value;
    }
    node.caption = models::rateText(std::max(in, out));
    if (node.column == 3) {
      const rpc::Deployment* d = world_.deployment(node.title);
      if (d && !d->servingVersion.isEmpty()) node.caption += tr(", version %1").arg(d->servingVersion);
      if (!d) node.caption += tr(", not deployed");
    }
  }
  sankey_->setData(nodes, links, {tr("Use case"), tr("Experiment"), tr("Arm"), tr("Endpoint")});
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
    set(r, 1, p.experiment.isEmpty() ? defaultPathName() : p.experiment, false);
    set(r, 2, p.endpoint, false);
    set(r, 3, p.version, true);
    set(r, 4, p.intended ? models::percentText(*p.intended) : QString(), true);
    set(r, 5, p.actual ? models::percentText(*p.actual) : QString(), true,
        off ? models::Tone::Warning : models::Tone::None);
    set(r, 6, models::rateText(p.itemsPerSecond), true);
  }
}

void RoutingPage::showDraft() {
  const QStringList names = presenter_.experiments();
  QStringList now;
  for (int i = 0; i < experiment_->count(); ++i) now.append(experiment_->itemText(i));
  if (now != names) {
    experiment_->clear();
    experiment_->addItems(names);
  }
  experiment_->setCurrentText(presenter_.experimentName());
  const rpc::Experiment* e = presenter_.experiment();
  experiment_->setVisible(e != nullptr);
  split_->setVisible(e != nullptr);
  splitCard_->setNote(e ? e->state : QString());
  QList<SplitEditor::Arm> arms;
  const std::vector<FlowPath> paths = presenter_.paths();
  for (const QString& name : presenter_.armNames()) {
    SplitEditor::Arm arm{name, {}, -1};
    for (const FlowPath& p : paths) {
      if (p.experiment == presenter_.experimentName() && p.arm == name && arm.endpoint.isEmpty()) {
        arm.endpoint = p.endpoint;
        arm.series = p.series;
      }
    }
    arms.append(arm);
  }
  split_->setSplit(arms, presenter_.appliedWeights(), presenter_.draft());
  split_->setEditable(online() && !presenter_.applying());
  {
    const QSignalBlocker blocker(coverage_);
    coverage_->setValue(presenter_.draftCoverage() / 100.0);
    coverage_->setEnabled(online() && e && !presenter_.applying());
  }
  const bool dirty = presenter_.dirty();
  allow(apply_, dirty && !presenter_.applying(), tr("The split is as it runs; move a slider first"));
  allow(discard_, dirty && !presenter_.applying(), tr("There is nothing to discard"));
  showPreview();
}

void RoutingPage::showPreview() {
  if (!presenter_.experiment()) {
    preview_->setText(tr("No experiment: every item goes to the default endpoint."));
  } else if (presenter_.outdated()) {
    preview_->setText(
        tr("Somebody changed this experiment meanwhile. Discard your draft to see the new split."));
  } else if (!presenter_.dirty()) {
    preview_->setText(tr("Runs as shown. Edit the shares to see how many keys would move."));
  } else if (presenter_.bucketsMoved()) {
    const quint32 moved = *presenter_.bucketsMoved();
    preview_->setText(tr("Draft: %1 of the keys would move (%Ln of 10,000 buckets). Nothing is changed yet.",
                         nullptr, static_cast<int>(moved))
                          .arg(models::percentText(moved / 10'000.0)));
  } else {
    preview_->setText(tr("Draft. Computing how many keys would move."));
  }
}

void RoutingPage::askApply() {
  const QStringList arms = presenter_.armNames();
  const std::vector<int> before = presenter_.appliedWeights();
  QStringList lines;
  for (qsizetype i = 0; i < arms.size(); ++i) {
    const auto k = static_cast<std::size_t>(i);
    lines.append(tr("%1: %2 to %3")
                     .arg(arms[i], models::percentText(before[k] / 10'000.0),
                          models::percentText(presenter_.draft()[k] / 10'000.0)));
  }
  const QString moved = presenter_.bucketsMoved()
                            ? tr("%1 of the keys change their arm at once.")
                                  .arg(models::percentText(*presenter_.bucketsMoved() / 10'000.0))
                            : tr("Some keys change their arm at once.");
  ConfirmSheet::ask(
      this,
      {tr("Apply the split of %1?").arg(presenter_.experimentName()),
       moved + QLatin1Char(' ') + tr("Live traffic follows within a second."), lines, tr("Apply split")},
      [this] { presenter_.apply(); });
}

}  // namespace aerie::pages
