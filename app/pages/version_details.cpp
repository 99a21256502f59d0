#include "app/pages/version_details.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/models/columns.h"
#include "app/models/text.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/dag_view.h"
#include "app/widgets/icons.h"
#include "app/widgets/status_chip.h"
#include "app/widgets/tile.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr int kLabelColumn = 104;
constexpr int kCopyHeight = 22;
constexpr int kMaxTiles = 2;  // as many as fit side by side; further metrics are rows below

constexpr int kWidestColumn = 170;
constexpr int kFrom = 2;        // column of the features
constexpr int kParameters = 3;  // column of the steps

QTableWidget* newPlainTable(const QString& name, const QStringList& headers, QWidget* parent) {
  auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
  table->setAccessibleName(name);
  table->setHorizontalHeaderLabels(headers);
  table->setItemDelegate(new CellDelegate(table));
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(kCompactRow);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  return table;
}

void setRow(QTableWidget* table, int row, const QStringList& cells) {
  for (int c = 0; c < cells.size(); ++c) {
    auto* item = new QTableWidgetItem(cells[c]);
    item->setTextAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    item->setToolTip(cells[c]);
    table->setItem(row, c, item);
  }
}

// As wide as their words, and together as wide as the table: `elastic` gives way (it is elided, with the
// whole in its tool tip) or takes what is left.
void fit(QTableWidget* table, int elastic) {
  table->horizontalHeader()->setSectionResizeMode(elastic, QHeaderView::Stretch);
  for (int c = 0; c < table->columnCount(); ++c) {
    if (c == elastic) continue;
    table->resizeColumnToContents(c);
    table->setColumnWidth(c, std::min(table->columnWidth(c) + kGapS, kWidestColumn));
  }
}

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

// "sha" and keys are long: first and last characters, the whole in the tool tip.
QString shortened(const QString& hex) {
  return hex.size() <= 24 ? hex : hex.left(12) + QStringLiteral("\u2026") + hex.right(8);
}

}  // namespace

VersionDetails::VersionDetails(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapS);
  head_ = new QHBoxLayout();
  name_ = newLabel({}, "section", this);
  name_->setObjectName(QStringLiteral("details.name"));
  chips_ = new QHBoxLayout();
  chips_->setSpacing(kGap);
  head_->addWidget(name_);
  head_->addSpacing(kGap);
  head_->addLayout(chips_);
  head_->addStretch(1);
  column->addLayout(head_);
  description_ = newLabel({}, "muted", this);
  description_->setWordWrap(true);
  column->addWidget(description_);

  tabs_ = new QTabWidget(this);
  tabs_->setObjectName(QStringLiteral("details.tabs"));
  tabs_->setAccessibleName(tr("Parts of the version"));
  tabs_->tabBar()->setAccessibleName(tr("Parts of the version"));
  tabs_->tabBar()->setDrawBase(false);
  auto* overview = new QWidget(tabs_);
  auto* overviewColumn = new QVBoxLayout(overview);
  overviewColumn->setContentsMargins(0, kGapM, 0, 0);
  overviewColumn->setSpacing(kGapM);
  metrics_ = new QHBoxLayout();
  metrics_->setSpacing(kGapS);
  overviewColumn->addLayout(metrics_);
  facts_ = new QGridLayout();
  facts_->setHorizontalSpacing(kGapM);
  facts_->setVerticalSpacing(kGapS);
  facts_->setColumnMinimumWidth(0, kLabelColumn);
  facts_->setColumnStretch(1, 1);
  overviewColumn->addLayout(facts_);
  overviewColumn->addStretch(1);
  tabs_->addTab(overview, tr("Overview"));
  features_ = newPlainTable(tr("Features"), {tr("Feature"), tr("Type"), tr("From"), tr("Default")}, tabs_);
  tabs_->addTab(features_, tr("Features"));
  steps_ =
      newPlainTable(tr("Preprocessing steps"), {tr("Step"), tr("In"), tr("Out"), tr("Parameters")}, tabs_);
  tabs_->addTab(steps_, tr("Steps"));
  graph_ = new DagView(tabs_);
  graph_->setObjectName(QStringLiteral("details.graph"));
  graph_->setAccessibleName(tr("Graph of features, steps and model inputs"));
  graph_->setEmptyText(tr("Loading"));
  tabs_->addTab(graph_, tr("Graph"));
  connect(graph_, &DagView::activated, this, &VersionDetails::graphActivated);
  column->addWidget(tabs_, 1);
  show(std::nullopt, false, {}, {});
}

void VersionDetails::show(const std::optional<rpc::ModelVersion>& version, bool configsLoaded,
                          const QString& signature, const QList<bundles::ConfigNode>& graph) {
  QList<DagNode> nodes;
  for (const bundles::ConfigNode& n : graph) {
    const auto kind = n.kind == bundles::ConfigNode::Kind::Feature      ? DagNode::Kind::Source
                      : n.kind == bundles::ConfigNode::Kind::ModelInput ? DagNode::Kind::Sink
                                                                        : DagNode::Kind::Step;
    nodes.append({n.id, n.title, n.detail, kind, n.takes, {}});
  }
  graph_->setNodes(nodes);
  if (version == shown_ && configsLoaded == shownLoaded_ && signature == shownSignature_ && version) return;
  shown_ = version;
  shownLoaded_ = configsLoaded;
  shownSignature_ = signature;
  setVisible(version.has_value());
  if (!version) return;
  name_->setText(version->id());
  description_->setText(version->description);
  description_->setVisible(!version->description.isEmpty());
  clear(chips_);
  const auto chip = [this](models::Tone tone, const QString& word) {
    auto* c = new StatusChip(this);
    c->setState(tone, word);
    chips_->addWidget(c);
  };
  for (const QString& stage : version->stages) chip(models::toneOfStage(stage), stage);
  if (version->archived) chip(models::Tone::Muted, tr("archived"));
  showFacts(*version);
  showFeatures(*version, configsLoaded);
  showSteps(*version, configsLoaded);
}

void VersionDetails::showTab(Tab tab) { tabs_->setCurrentIndex(static_cast<int>(tab)); }

void VersionDetails::showFacts(const rpc::ModelVersion& version) {
  clear(metrics_);
  for (const rpc::NamedNumber& m : version.metrics.mid(0, kMaxTiles)) {
    auto* tile = new Tile(models::metricTitle(m.name), this);
    tile->setValue(QLocale().toString(m.value, 'f', 4));
    metrics_->addWidget(tile);
  }
  clear(facts_);
  int row = 0;
  const auto fact = [&](const QString& label, const QString& value, bool mono = false) {
    if (value.isEmpty()) return;
    facts_->addWidget(newLabel(label, "muted", this), row, 0, Qt::AlignTop);
    auto* text = new QLabel(mono ? shortened(value) : value, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setWordWrap(!mono);
    if (mono) {
      text->setFont(fontOf(Type::Mono));
      text->setToolTip(value);
    }
    facts_->addWidget(text, row++, 1);
  };
  for (const rpc::NamedNumber& m : version.metrics.mid(kMaxTiles))
    fact(models::metricTitle(m.name), m.value == std::floor(m.value) ? QLocale().toString(m.value, 'f', 0)
                                                                     : QLocale().toString(m.value, 'g', 4));
  fact(tr("Trained by"), version.trainingJob);
  fact(tr("Trained on"), version.data);
  fact(tr("Code"), version.code);
  fact(tr("Runtime"), version.runtime);
  fact(tr("Outputs"), version.outputNames.join(QStringLiteral(", ")));
  fact(tr("Self-test"),
       tr("%Ln row(s) with expected outputs", nullptr, static_cast<int>(version.selfTestRows)));
  fact(tr("Size"), models::sizeText(version.sizeBytes));
  fact(tr("Registered"),
       version.registeredBy.isEmpty()
           ? models::timeText(version.registeredMs)
           : tr("%1 by %2").arg(models::timeText(version.registeredMs), version.registeredBy));
  addCopyable(row++, tr("Digest"), version.digest, {});
  addCopyable(row++, tr("Signed by"), version.signer, shownSignature_);
}

// A long text that nobody types: shortened, with a button that copies all of it.
void VersionDetails::addCopyable(int row, const QString& label, const QString& value, const QString& note) {
  QLabel* name = newLabel(label, "muted", this);
  name->setFixedHeight(kCopyHeight);  // on one line with the value, whatever follows it
  facts_->addWidget(name, row, 0, Qt::AlignTop);
  auto* cell = new QWidget(this);
  auto* column = new QVBoxLayout(cell);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  if (!value.isEmpty()) {
    auto* line = new QHBoxLayout();
    line->setSpacing(kGap);
    auto* text = new QLabel(shortened(value), cell);
    text->setFont(fontOf(Type::Mono));
    text->setToolTip(value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* copy = new QToolButton(cell);
    copy->setIcon(iconOf(QStringLiteral("copy"), Role::Muted));
    copy->setFixedHeight(kCopyHeight);
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    copy->setToolTip(copy->accessibleName());
    connect(copy, &QToolButton::clicked, this, [this, label, value] { Q_EMIT copyWanted(label, value); });
    line->addWidget(text);
    line->addWidget(copy);
    line->addStretch(1);
    column->addLayout(line);
  }
  if (!note.isEmpty()) {
    auto* words = newLabel(note, "muted", cell);
    words->setWordWrap(true);
    column->addWidget(words);
  }
  facts_->addWidget(cell, row, 1);
}

void VersionDetails::showFeatures(const rpc::ModelVersion& version, bool loaded) {
  features_->setRowCount(loaded ? static_cast<int>(version.features.size()) : 1);
  if (!loaded) {
    setRow(features_, 0, {tr("Loading"), {}, {}, {}});
    fit(features_, kFrom);
    return;
  }
  for (int i = 0; i < version.features.size(); ++i) {
    const rpc::Feature& f = version.features[i];
    const QString from = f.table.isEmpty()
                             ? f.source
                             : QStringLiteral("%1 [%2]").arg(f.table, f.key.join(QStringLiteral(", ")));
    setRow(features_, i, {f.name, f.type, from, f.defaultValue.isEmpty() ? tr("required") : f.defaultValue});
  }
  tabs_->setTabText(1, tr("Features (%1)").arg(version.features.size()));
  fit(features_, kFrom);
}

void VersionDetails::showSteps(const rpc::ModelVersion& version, bool loaded) {
  steps_->setRowCount(loaded ? static_cast<int>(version.preprocessor.size()) : 1);
  if (!loaded) {
    setRow(steps_, 0, {tr("Loading"), {}, {}, {}});
    fit(steps_, kParameters);
    return;
  }
  for (int i = 0; i < version.preprocessor.size(); ++i) {
    const rpc::PreprocessStep& s = version.preprocessor[i];
    setRow(steps_, i,
           {s.op, s.inputs.join(QStringLiteral(", ")), s.outputs.join(QStringLiteral(", ")), s.parameters});
  }
  tabs_->setTabText(2, tr("Steps (%1)").arg(version.preprocessor.size()));
  fit(steps_, kParameters);
}

}  // namespace aerie::pages
