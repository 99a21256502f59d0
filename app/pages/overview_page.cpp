#include "app/pages/overview_page.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>
#include <cmath>

#include "app/models/text.h"
#include "app/presenters/overview_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"
#include "app/widgets/topology_view.h"
#include "app/widgets/verdict_bar.h"

namespace aerie::pages {

using namespace widgets;
using presenters::GraphNode;
using presenters::OverviewPresenter;

namespace {

constexpr int kTablesHeight = 218;   // five rows
constexpr int kLeastTables = 156;    // three
constexpr int kTablesStretch = 6;    // beside 1 of the topology: they have theirs first
constexpr double kSameShare = 0.02;  // a change below this is none

QString iconOfKind(GraphNode::Kind kind) {
  switch (kind) {
    case GraphNode::Kind::Application: return QStringLiteral("application");
    case GraphNode::Kind::Proxy: return QStringLiteral("proxy");
    case GraphNode::Kind::Store: return QStringLiteral("database");
    case GraphNode::Kind::Endpoint:
    case GraphNode::Kind::More: break;
  }
  return QStringLiteral("deployments");
}

// A row whose height is not for the texts in it to say.
class FreeRow final : public QHBoxLayout {
 public:
  using QHBoxLayout::QHBoxLayout;
  bool hasHeightForWidth() const override { return false; }
};

}  // namespace

OverviewPage::OverviewPage(OverviewPresenter& presenter, CommandRegistry& commands, QWidget* parent)
    : Page(QStringLiteral("overview"), tr("Overview"), QStringLiteral("overview"), parent),
      presenter_(presenter) {
  addCommands(commands);
  stack_ = new QStackedLayout();
  // A low window, or one with the log open: the page scrolls, nothing in it is cut off.
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* live = new QWidget(area->viewport());
  live->setObjectName(QStringLiteral("scrollBody"));
  area->setWidget(live);
  auto* column = new QVBoxLayout(live);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  verdict_ = new VerdictBar(live);
  verdict_->setObjectName(QStringLiteral("overview.verdict"));
  column->addWidget(verdict_);
  column->addWidget(buildTiles());
  column->addWidget(buildTopology(), 1);
  column->addWidget(buildTables(), kTablesStretch);
  stack_->addWidget(area);
  empty_ = new EmptyState(this);
  empty_->setObjectName(QStringLiteral("overview.empty"));
  stack_->addWidget(empty_);
  body()->addLayout(stack_, 1);

  connect(empty_, &EmptyState::actionClicked, this,
          [this] { Q_EMIT objectWanted(QStringLiteral("model"), {}); });
  connect(&presenter_, &OverviewPresenter::changed, this, [this] {
    showState();
    showTiles();
    showGraph();
  });
  connect(&presenter_, &OverviewPresenter::tablesChanged, this, [this] {
    concerns_->setLoading(!presenter_.concernsKnown() && presenter_.problem().isEmpty());
    changes_->setLoading(!presenter_.changesKnown() && presenter_.problem().isEmpty());
  });
  showState();
  showTiles();
  showGraph();
}

void OverviewPage::addCommands(CommandRegistry& commands) {
  addCommand(commands, {QStringLiteral("overview.alerts"), tr("Go to Alerts"),
                        tr("Put the cursor into the list of alerts"), QStringLiteral("warning"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                        [this] { openTile(OverviewPresenter::Alerts); }});
  addCommand(commands, {QStringLiteral("overview.topology"), tr("Go to the Topology"),
                        tr("Walk over it with the arrow keys; Enter opens what is chosen"),
                        QStringLiteral("overview"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
                        [this] { topology_->setFocus(Qt::ShortcutFocusReason); }});
}

QWidget* OverviewPage::buildTiles() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGapM);
  const struct {
    const char* object;
    QString label;
    QString tip;
  } all[] = {
      {"overview.items", tr("Items"), tr("Items answered per second; opens Monitoring")},
      {"overview.latency", tr("Latency p99"),
       tr("99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring")},
      {"overview.errors", tr("Failed items"), tr("Share of the last seconds; opens Monitoring")},
      {"overview.workers", tr("Workers ready"), tr("Ready replicas of those wanted; opens Deployments")},
      {"overview.alertCount", tr("Alerts"), tr("Alerts and unhealthy parts; goes to the list")}};
  for (int i = 0; i < OverviewPresenter::TileCount; ++i) {
    auto* tile = new Tile(all[i].label, row);
    tile->setProperty("tile", QLatin1String(all[i].object));
    tile->setToolTip(all[i].tip);
    tile->setHeadline(true);
    tile->setClickable(true);
    connect(tile, &Tile::clicked, this, [this, i] { openTile(i); });
    layout->addWidget(tile, 1);
    tiles_.append(tile);
  }
  return row;
}

QWidget* OverviewPage::buildTopology() {
  auto* card = new Card(tr("Topology"), this);
  card->setNote(tr("width: items per second, colour and sign: health"));
  topology_ = new TopologyView(card);
  topology_->setObjectName(QStringLiteral("overview.topology.view"));
  card->body()->addWidget(topology_, 1);
  connect(topology_, &TopologyView::activated, this, &OverviewPage::openNode);
  return card;
}

QWidget* OverviewPage::buildTables() {
  auto* row = new QWidget(this);
  row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);  // between these two, whatever they hold
  row->setMinimumHeight(kLeastTables);
  row->setMaximumHeight(kTablesHeight);
  auto* layout = new FreeRow(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGapM);
  const auto add = [&](const QString& title, const QString& id, FilterTable::Texts texts,
                       QAbstractItemModel* model, int stretch) {
    auto* card = new Card(title, row);
    card->setFlush();
    auto* table = new FilterTable(id, std::move(texts), model, card);
    table->setSearchVisible(false);
    card->body()->addWidget(table);
    layout->addWidget(card, stretch);
    return table;
  };
  changes_ = add(tr("Recent changes"), QStringLiteral("overview.changes"),
                 {tr("Recent changes"), {}, tr("Nothing was changed yet"), {}, {}}, presenter_.changes(), 3);
  changes_->sortBy(0, Qt::DescendingOrder);
  changes_->setStrongColumn(-1);  // neither the time nor who: a list of sentences
  concerns_ = add(tr("Alerts, by urgency"), QStringLiteral("overview.concerns"),
                  {tr("Alerts"), {}, tr("No alert"), tr("Nothing fires and every part is healthy."), {}},
                  presenter_.concerns(), 2);
  concerns_->emptyState()->setPicture(QStringLiteral("ok"));
  concerns_->sortBy(0, Qt::AscendingOrder);
  connect(changes_, &FilterTable::activated, this, [this](const QString& key) {
    const presenters::Change* c = presenter_.changes()->find(key);
    if (c && !c->kind.isEmpty()) Q_EMIT objectWanted(c->kind, c->subject);
  });
  connect(concerns_, &FilterTable::activated, this, [this](const QString& key) {
    const presenters::Concern* c = presenter_.concerns()->find(key);
    if (c && !c->kind.isEmpty()) Q_EMIT objectWanted(c->kind, c->subject);
  });
  return row;
}

void OverviewPage::focusSearch() { topology_->setFocus(Qt::ShortcutFocusReason); }

void OverviewPage::setShown(bool shown) { presenter_.setShown(shown); }

void OverviewPage::showState() {
  switch (presenter_.state()) {
    case OverviewPresenter::State::Loading:
      empty_->show(EmptyState::Kind::Loading, tr("Loading"),
                   tr("The first state of the system is on its way."));
      break;
    case OverviewPresenter::State::Empty:
      empty_->show(
          EmptyState::Kind::Empty, tr("Nothing is here yet"),
          tr("Register a model, deploy one of its versions, and route a use case to it: then this page "
             "shows how they are."),
          tr("Go to the registry"));
      break;
    case OverviewPresenter::State::Ready: break;
  }
  stack_->setCurrentIndex(presenter_.state() == OverviewPresenter::State::Ready ? 0 : 1);
  verdict_->setVerdict(presenter_.tone(), presenter_.verdict(), presenter_.reason());
  setSummary(presenter_.problem().isEmpty() ? QString() : tr("Alerts and history are not up to date"));
}

void OverviewPage::showTiles() {
  for (int i = 0; i < OverviewPresenter::TileCount; ++i) {
    const OverviewPresenter::TileData numbers = presenter_.tile(i);
    Tile* tile = tiles_[i];
    tile->setValue(numbers.value, numbers.note, numbers.tone);
    tile->setSamples(numbers.samples);
    if (!numbers.change) {
      tile->setDelta(Tile::Change::Same, {});
    } else if (std::abs(*numbers.change) < kSameShare) {
      tile->setDelta(Tile::Change::Same, tr("steady over 15 min"));
    } else {
      const bool up = *numbers.change > 0;
      tile->setDelta(up ? Tile::Change::Up : Tile::Change::Down,
                     tr("%1 % in 15 min").arg(QLocale().toString(std::abs(*numbers.change) * 100, 'f', 0)));
    }
  }
}

void OverviewPage::showGraph() {
  QList<TopologyNode> nodes;
  for (const GraphNode& n : presenter_.graph().nodes) {
    TopologyNode node{n.id, n.column, iconOfKind(n.kind), n.name, n.caption, n.tone, n.state, n.partsText};
    for (const presenters::GraphPart& p : n.parts) node.parts.append({p.id, p.tone, p.text});
    nodes.append(node);
  }
  QList<TopologyEdge> edges;
  for (const presenters::GraphEdge& e : presenter_.graph().edges) {
    const bool store = e.to.startsWith(QLatin1String("store:"));
    edges.append({e.from, e.to, e.rate, store || e.rate <= 0 ? QString() : models::rateText(e.rate), e.tone});
  }
  topology_->setData(nodes, edges, {tr("Applications"), tr("Proxies"), tr("Endpoints"), tr("Feature store")});
}

void OverviewPage::openNode(const QString& node, const QString&) {
  for (const GraphNode& n : presenter_.graph().nodes) {
    if (n.id != node) continue;
    switch (n.kind) {
      case GraphNode::Kind::Application: Q_EMIT objectWanted(QStringLiteral("use_case"), n.name); return;
      case GraphNode::Kind::Proxy: Q_EMIT objectWanted(QStringLiteral("host"), {}); return;
      case GraphNode::Kind::Endpoint: Q_EMIT objectWanted(QStringLiteral("deployment"), n.name); return;
      case GraphNode::Kind::Store:
        Q_EMIT objectWanted(QStringLiteral("metric"), QStringLiteral("store"));
        return;
      case GraphNode::Kind::More:
        Q_EMIT objectWanted(n.column == 0   ? QStringLiteral("use_case")
                            : n.column == 1 ? QStringLiteral("host")
                                            : QStringLiteral("deployment"),
                            {});
        return;
    }
  }
}

void OverviewPage::openTile(int tile) {
  switch (tile) {
    case OverviewPresenter::Items:
      Q_EMIT objectWanted(QStringLiteral("metric"), QStringLiteral("rate"));
      return;
    case OverviewPresenter::Latency:
      Q_EMIT objectWanted(QStringLiteral("metric"), QStringLiteral("latency"));
      return;
    case OverviewPresenter::Errors:
      Q_EMIT objectWanted(QStringLiteral("metric"), QStringLiteral("errors"));
      return;
    case OverviewPresenter::Workers: Q_EMIT objectWanted(QStringLiteral("deployment"), {}); return;
    default: concerns_->view()->setFocus(Qt::ShortcutFocusReason);
  }
}

}  // namespace aerie::pages
