#include "app/pages/compare_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

#include "app/pages/dialog_parts.h"
#include "app/presenters/compare_presenter.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/diff_view.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;

namespace {

constexpr QSize kSize{960, 620};
constexpr int kNameWidth = 210;
constexpr int kValueWidth = 245;

QTableWidget* newCompareTable(QWidget* parent) {
  auto* table = new QTableWidget(0, 4, parent);
  table->setObjectName(QStringLiteral("compare.table"));
  table->setAccessibleName(CompareDialog::tr("Both versions"));
  table->setItemDelegate(new CellDelegate(table));
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(kCompactRow);
  table->horizontalHeader()->setStretchLastSection(true);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table->setColumnWidth(0, kNameWidth);
  table->setColumnWidth(1, kValueWidth);
  table->setColumnWidth(2, kValueWidth);
  return table;
}

QToolButton* newStep(const QString& id, const QString& icon, const QString& text, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setObjectName(id);
  button->setIcon(iconOf(icon, Role::Text));
  button->setAccessibleName(text);
  button->setToolTip(text);
  return button;
}

}  // namespace

CompareDialog::CompareDialog(presenters::ComparePresenter& presenter, const models::World& world,
                             const QString& model, const QString& left, const QString& right, QWidget* parent)
    : QDialog(parent), presenter_(presenter), model_(model) {
  auto* column =
      newDialogColumn(this, QStringLiteral("compareDialog"), tr("Compare versions of %1").arg(model), {});
  resize(kSize);
  left_ = new QComboBox(this);
  left_->setObjectName(QStringLiteral("compare.left"));
  left_->setAccessibleName(tr("Version on the left"));
  right_ = new QComboBox(this);
  right_->setObjectName(QStringLiteral("compare.right"));
  right_->setAccessibleName(tr("Version on the right"));
  if (const rpc::Model* m = world.model(model)) {
    for (const rpc::ModelVersion& v : m->versions) {
      const QString text = v.stages.isEmpty()
                               ? tr("Version %1").arg(v.version)
                               : tr("Version %1 (%2)").arg(v.version, v.stages.join(QStringLiteral(", ")));
      left_->addItem(text, v.version);
      right_->addItem(text, v.version);
    }
  }
  right_->setCurrentIndex(std::max(0, right_->findData(right)));
  // Without another choice: the one before, which is the next in the list. It stands on the left, so that
  // the difference is what the chosen version changes.
  const int chosen = left_->findData(left);
  const int before = right_->currentIndex() + 1;
  left_->setCurrentIndex(chosen >= 0 ? chosen : before < left_->count() ? before : 0);
  auto* swap = newStep(QStringLiteral("compare.swap"), QStringLiteral("compare"), tr("Swap the sides"), this);
  auto* back = newStep(QStringLiteral("compare.back"), QStringLiteral("up"),
                       tr("Previous difference (Shift+F8)"), this);
  auto* next =
      newStep(QStringLiteral("compare.next"), QStringLiteral("down"), tr("Next difference (F8)"), this);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  row->addWidget(left_, 1);
  row->addWidget(swap);
  row->addWidget(right_, 1);
  row->addSpacing(kGapL);
  row->addWidget(back);
  row->addWidget(next);
  column->addLayout(row);

  tabs_ = new QTabWidget(this);
  tabs_->setObjectName(QStringLiteral("compare.tabs"));
  tabs_->setAccessibleName(tr("What is compared"));
  tabs_->tabBar()->setAccessibleName(tabs_->accessibleName());
  tabs_->tabBar()->setDrawBase(false);
  table_ = newCompareTable(tabs_);
  features_ = new DiffView(QStringLiteral("compare.features"), tabs_);
  steps_ = new DiffView(QStringLiteral("compare.steps"), tabs_);
  selfTest_ = new DiffView(QStringLiteral("compare.selftest"), tabs_);
  tabs_->addTab(table_, tr("Overview"));
  tabs_->addTab(features_, tr("Feature locations"));
  tabs_->addTab(steps_, tr("Preprocessing"));
  tabs_->addTab(selfTest_, tr("Self-test"));
  state_ = new EmptyState(this);
  stack_ = new QStackedWidget(this);
  stack_->addWidget(tabs_);
  stack_->addWidget(state_);
  column->addWidget(stack_, 1);
  const DialogButtons buttons = addDialogButtons(this, column, tr("Close"));
  buttons.cancel->hide();
  connect(buttons.verb, &QPushButton::clicked, this, &QDialog::accept);

  connect(left_, &QComboBox::currentIndexChanged, this, &CompareDialog::ask);
  connect(right_, &QComboBox::currentIndexChanged, this, &CompareDialog::ask);
  connect(swap, &QToolButton::clicked, this, [this] {
    const int was = left_->currentIndex();
    left_->setCurrentIndex(right_->currentIndex());
    right_->setCurrentIndex(was);
  });
  connect(back, &QToolButton::clicked, this, [this] { step(false); });
  connect(next, &QToolButton::clicked, this, [this] { step(true); });
  connect(state_, &EmptyState::actionClicked, this, &CompareDialog::ask);
  connect(&presenter_, &presenters::ComparePresenter::changed, this, &CompareDialog::refresh);
  ask();
}

void CompareDialog::ask() {
  presenter_.compare(model_, left_->currentData().toString(), right_->currentData().toString());
}

// On the overview: to the first part that differs.
void CompareDialog::step(bool forward) {
  DiffView* const parts[] = {features_, steps_, selfTest_};
  if (tabs_->currentWidget() == table_) {
    const auto* first = std::find_if(std::begin(parts), std::end(parts) - 1,
                                     [](const DiffView* part) { return part->differences() > 0; });
    tabs_->setCurrentWidget(*first);
  }
  auto* diff = static_cast<DiffView*>(tabs_->currentWidget());
  diff->goToDifference(forward);
  diff->setFocus(Qt::OtherFocusReason);
}

void CompareDialog::refresh() {
  if (!presenter_.problem().isEmpty()) {
    state_->show(EmptyState::Kind::Failed, tr("The versions were not loaded"), presenter_.problem(),
                 tr("Try again"));
    stack_->setCurrentWidget(state_);
    return;
  }
  if (!presenter_.loaded()) {
    state_->show(EmptyState::Kind::Loading, tr("Loading both versions"), {});
    stack_->setCurrentWidget(state_);
    return;
  }
  const rpc::ModelVersion& l = presenter_.left();
  const rpc::ModelVersion& r = presenter_.right();
  features_->setTexts(l.id(), l.featuresYaml, r.id(), r.featuresYaml);
  steps_->setTexts(l.id(), l.preprocessorYaml, r.id(), r.preprocessorYaml);
  selfTest_->setTexts(l.id(), l.selfTestYaml, r.id(), r.selfTestYaml);
  const auto title = [](const QString& name, int differences) {
    return differences == 0 ? tr("%1 (same)").arg(name) : tr("%1 (%2)").arg(name).arg(differences);
  };
  tabs_->setTabText(1, title(tr("Feature locations"), features_->differences()));
  tabs_->setTabText(2, title(tr("Preprocessing"), steps_->differences()));
  tabs_->setTabText(3, title(tr("Self-test"), selfTest_->differences()));
  fillTable();
  stack_->setCurrentWidget(tabs_);
}

void CompareDialog::fillTable() {
  const QList<presenters::CompareRow> rows =
      presenters::compareVersions(presenter_.left(), presenter_.right());
  table_->setHorizontalHeaderLabels({{}, presenter_.left().id(), presenter_.right().id(), tr("Difference")});
  table_->setRowCount(static_cast<int>(rows.size()));
  for (int i = 0; i < rows.size(); ++i) {
    const QString cells[] = {rows[i].name, rows[i].left, rows[i].right, rows[i].difference};
    for (int c = 0; c < 4; ++c) {
      auto* item = new QTableWidgetItem(cells[c]);
      item->setTextAlignment(Qt::AlignVCenter | Qt::AlignLeft);
      item->setToolTip(cells[c]);
      if (c == 3 && rows[i].tone != models::Tone::None)
        item->setData(models::ToneRole, static_cast<int>(rows[i].tone));
      table_->setItem(i, c, item);
    }
  }
}

}  // namespace aerie::pages
