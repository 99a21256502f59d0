#include "app/widgets/filter_table.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStackedLayout>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/id_table_model.h"
#include "app/widgets/card.h"
#include "app/widgets/cell_delegate.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kMaxColumn = 260;
constexpr int kMinColumn = 56;
constexpr int kMeasuredRows = 50;
constexpr int kMinText = 90;      // a text column narrower than this says nothing
constexpr int kHeaderExtra = 28;  // padding and the sort mark

// Of the first rows: enough to choose a width, whatever the number of rows.
int contentWidth(const QTableView& view, int column) {
  int width = 0;
  const int rows = std::min(view.model()->rowCount(), kMeasuredRows);
  for (int r = 0; r < rows; ++r) {
    width = std::max(width, view.itemDelegate()->sizeHint({}, view.model()->index(r, column)).width());
  }
  return width;
}

}  // namespace

void AnyColumnFilter::setText(const QString& text) {
  words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

bool AnyColumnFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
    for (int c = 0; c < sourceModel()->columnCount(parent); ++c) {
      const QString cell = sourceModel()->index(row, c, parent).data(models::FilterRole).toString();
      if (cell.contains(word, Qt::CaseInsensitive)) return true;
    }
    return false;
  });
}

FilterTable::FilterTable(const QString& id, Texts texts, QAbstractItemModel* model, QWidget* parent)
    : QWidget(parent), id_(id), texts_(std::move(texts)), proxy_(new AnyColumnFilter(this)) {
  proxy_->setSourceModel(model);
  proxy_->setSortRole(models::SortRole);
  proxy_->setDynamicSortFilter(true);

  search_ = new QLineEdit(this);
  search_->setObjectName(id + QStringLiteral(".search"));
  search_->setPlaceholderText(texts_.searchHint);
  search_->setAccessibleName(texts_.searchHint.isEmpty() ? texts_.name : texts_.searchHint);
  search_->setClearButtonEnabled(true);
  search_->addAction(iconOf(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
  count_ = newLabel({}, "caption", this);
  top_ = new QWidget(this);
  auto* row = new QHBoxLayout(top_);
  row->setContentsMargins(kGapS, kGapS, kGapM, kGapS);
  row->addWidget(search_, 1);
  row->addWidget(count_);

  view_ = new QTableView(this);
  view_->setObjectName(id + QStringLiteral(".table"));
  view_->setAccessibleName(texts_.name);
  view_->setModel(proxy_);
  view_->setItemDelegate(new CellDelegate(view_));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setShowGrid(false);
  view_->setSortingEnabled(true);
  view_->setMouseTracking(true);
  view_->setTabKeyNavigation(false);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  view_->verticalHeader()->setMinimumSectionSize(kCompactRow);
  QHeaderView* header = view_->horizontalHeader();
  header->setHighlightSections(false);
  header->setSectionsMovable(true);
  header->setStretchLastSection(true);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  view_->sortByColumn(0, Qt::AscendingOrder);

  empty_ = new EmptyState(this);
  stack_ = new QStackedLayout();
  stack_->addWidget(view_);
  stack_->addWidget(empty_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(top_);
  column->addLayout(stack_, 1);

  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    proxy_->setText(text);
    updateState();
  });
  connect(header, &QWidget::customContextMenuRequested, this, &FilterTable::headerMenu);
  connect(proxy_, &QAbstractItemModel::rowsInserted, this, &FilterTable::updateState);
  connect(proxy_, &QAbstractItemModel::rowsRemoved, this, &FilterTable::updateState);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            // Tab into the table makes a row the current one without choosing it.
            QItemSelectionModel* chosen = view_->selectionModel();
            if (current.isValid() && !chosen->hasSelection())
              chosen->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            Q_EMIT currentKeyChanged(currentKey());
          });
  connect(view_, &QTableView::activated, this, [this] { Q_EMIT activated(currentKey()); });
  connect(empty_, &EmptyState::actionClicked, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::FilteredAway) {
      search_->clear();
    } else {
      Q_EMIT emptyActionClicked();
    }
  });
  loadState();
  connect(header, &QHeaderView::sectionMoved, this, [this] {
    custom_ = true;
    saveState();
  });
  connect(header, &QHeaderView::sortIndicatorChanged, this, &FilterTable::saveState);
  updateState();
}

void FilterTable::setSearchVisible(bool visible) { top_->setVisible(visible); }

void FilterTable::addBeforeSearch(QWidget* widget) {
  static_cast<QHBoxLayout*>(top_->layout())->insertWidget(0, widget);
}

void FilterTable::setLoading(bool loading) {
  loading_ = loading;
  updateState();
}

void FilterTable::updateState() {
  const int all = proxy_->sourceModel()->rowCount();
  const int shown = proxy_->rowCount();
  const QLocale locale;
  count_->setText(shown == all ? locale.toString(all)
                               : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
  if (shown > 0) {
    stack_->setCurrentWidget(view_);
    fitColumns();
    return;
  }
  if (all > 0) {
    empty_->show(EmptyState::Kind::FilteredAway, tr("Nothing matches \"%1\"").arg(search_->text()),
                 tr("%Ln row(s) hidden by the search.", nullptr, all), tr("Clear search"));
  } else if (loading_) {
    empty_->show(EmptyState::Kind::Loading, tr("Loading"), {});
  } else {
    empty_->show(EmptyState::Kind::Empty, texts_.emptyHeadline, texts_.emptySentence, texts_.emptyAction);
  }
  stack_->setCurrentWidget(empty_);
}

void FilterTable::fitColumns() {
  if (custom_ || !view_->isVisible()) return;
  const QFontMetrics headerFont(fontOf(Type::Caption));
  const int room = view_->viewport()->width();
  int used = 0;
  const auto wants = [&](int c) {
    const int title =
        headerFont.horizontalAdvance(proxy_->headerData(c, Qt::Horizontal).toString()) + kHeaderExtra;
    return std::clamp(std::max(contentWidth(*view_, c), title), kMinColumn, kMaxColumn);
  };
  // A long name is elided before the state behind it is given up.
  const QAbstractItemModel& rows = *proxy_;
  const auto isState = [&rows](int c) { return rows.index(0, c).data(models::ToneRole).isValid(); };
  const bool named = rows.rowCount() > 0 && rows.columnCount() > 1 && !isState(0) && isState(1);
  for (int c = 0; c < proxy_->columnCount(); ++c) {
    int wanted = wants(c);
    if (c == 0 && named) wanted = std::min(wanted, std::max(kMinText, room - wants(1)));
    const bool number = proxy_->headerData(c, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const int width = number || c == 0 ? wanted : std::min(wanted, std::max(kMinText, room - used));
    const bool fits = c == 0 || used + width <= room;
    view_->setColumnHidden(c, !fits);
    if (!fits) {
      used = room;  // what comes after it is less important
      continue;
    }
    view_->setColumnWidth(c, width);
    used += width;
  }
  // What is left goes to those that were cut; the last one takes its part by being stretched. A scroll bar
  // may still come.
  int left = room - used - view_->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
  int last = proxy_->columnCount() - 1;
  while (last > 0 && view_->isColumnHidden(last)) --last;
  for (int c = 0; c < last && left > 0; ++c) {
    if (view_->isColumnHidden(c)) continue;
    const int more = std::clamp(contentWidth(*view_, c) - view_->columnWidth(c), 0, left);
    if (more > 0) view_->setColumnWidth(c, view_->columnWidth(c) + more);
    left -= more;
  }
}

void FilterTable::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

void FilterTable::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  fitColumns();
}

QString FilterTable::currentKey() const {
  const QModelIndex index = view_->currentIndex();
  return index.isValid() ? index.data(models::KeyRole).toString() : QString();
}

void FilterTable::setCurrentKey(const QString& key) {
  if (key == currentKey()) return;
  for (int r = 0; r < proxy_->rowCount(); ++r) {
    const QModelIndex index = proxy_->index(r, 0);
    if (index.data(models::KeyRole).toString() != key) continue;
    view_->setCurrentIndex(index);
    return;
  }
}

void FilterTable::focusSearch() {
  if (top_->isVisible()) {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
  } else {
    view_->setFocus(Qt::ShortcutFocusReason);
  }
}

void FilterTable::sortBy(int column, Qt::SortOrder order) {
  const QSettings settings;
  if (!settings.contains(QStringLiteral("tables/%1/header").arg(id_))) view_->sortByColumn(column, order);
}

void FilterTable::setStrongColumn(int column) {
  static_cast<CellDelegate*>(view_->itemDelegate())->setStrongColumn(column);
}

void FilterTable::headerMenu(const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QHeaderView* header = view_->horizontalHeader();
  const int visible = proxy_->columnCount() - header->hiddenSectionCount();
  for (int c = 0; c < proxy_->columnCount(); ++c) {
    QAction* action = menu->addAction(proxy_->headerData(c, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(c));
    action->setEnabled(header->isSectionHidden(c) || visible > 1);
    connect(action, &QAction::toggled, this, [this, c](bool on) {
      custom_ = true;
      view_->setColumnHidden(c, !on);
      saveState();
    });
  }
  menu->popup(header->mapToGlobal(at));
}

void FilterTable::saveState() {
  QSettings settings;
  settings.setValue(QStringLiteral("tables/%1/header").arg(id_), view_->horizontalHeader()->saveState());
  settings.setValue(QStringLiteral("tables/%1/custom").arg(id_), custom_);
}

void FilterTable::loadState() {
  const QSettings settings;
  const QByteArray state = settings.value(QStringLiteral("tables/%1/header").arg(id_)).toByteArray();
  if (!state.isEmpty() && view_->horizontalHeader()->restoreState(state)) {
    custom_ = settings.value(QStringLiteral("tables/%1/custom").arg(id_)).toBool();
  }
}

}  // namespace aerie::widgets
