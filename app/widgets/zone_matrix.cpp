#include "app/widgets/zone_matrix.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/card.h"
#include "app/widgets/cell_grid.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/icons.h"
#include "app/widgets/state_paint.h"
#include "app/widgets/tokens.h"
#include "app/widgets/wrap_layout.h"

namespace aerie::widgets {

using models::CellState;
using models::TaskCell;

namespace {

constexpr int kSwatch = 14;
constexpr int kSearchWidth = 150;
constexpr int kSearchExtra = 64;  // the icon, the button that clears, the margins
constexpr double kSampleProgress = 0.55;

QIcon swatchOf(CellState state) {
  QIcon icon;
  for (const int scale : {1, 2}) {
    QPixmap picture(QSize(kSwatch, kSwatch) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCell(painter, QRectF(0, 0, kSwatch, kSwatch), state, kSampleProgress);
    painter.end();
    icon.addPixmap(picture);
  }
  return icon;
}

}  // namespace

ZoneMatrix::ZoneMatrix(const QString& id, QWidget* parent) : QWidget(parent) {
  setObjectName(id);
  content_ = new QWidget(this);
  search_ = new QLineEdit(content_);
  search_->setObjectName(id + QStringLiteral(".search"));
  search_->setPlaceholderText(tr("Find tasks"));
  search_->setAccessibleName(tr("Find tasks"));
  search_->setClearButtonEnabled(true);
  const int hint = search_->fontMetrics().horizontalAdvance(search_->placeholderText());
  search_->setFixedWidth(std::max(kSearchWidth, hint + kSearchExtra));
  search_->addAction(iconOf(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
  auto* inner = new QVBoxLayout(content_);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(kGap);
  inner->addWidget(buildLegend());
  grid_ = new CellGrid(content_);
  grid_->setObjectName(id + QStringLiteral(".grid"));
  inner->addWidget(grid_, 1);
  sentence_ = new ElidedLabel({}, "caption", content_);
  inner->addWidget(sentence_);
  empty_ = new EmptyState(this);
  stack_ = new QStackedLayout(this);
  stack_->addWidget(content_);
  stack_->addWidget(empty_);
  QWidget::setTabOrder(search_, grid_);

  connect(search_, &QLineEdit::textChanged, this, &ZoneMatrix::applyFilter);
  connect(grid_, &CellGrid::currentChanged, this, [this] {
    showSentence();
    Q_EMIT currentChanged(current());
  });
  connect(grid_, &CellGrid::cursorChanged, this, [this] { Q_EMIT selectedChanged(selected()); });
  connect(grid_, &CellGrid::activated, this, [this](int cell) { Q_EMIT activated(cells_[cell].id); });
  showIcons();
  showLegend();
  showState();
}

QWidget* ZoneMatrix::buildLegend() {
  auto* legend = new QWidget(content_);
  search_->setFixedHeight(kControlHeight);
  auto* row = new WrapLayout(kGap, legend);
  row->addWidget(search_);  // among the states, so that they have the whole width in a narrow place
  for (int s = 0; s < models::kCellStates; ++s) {
    auto* toggle = new QToolButton(legend);
    toggle->setObjectName(QStringLiteral("%1.state%2").arg(objectName()).arg(s));
    toggle->setCheckable(true);
    toggle->setChecked(true);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setIconSize({kSwatch, kSwatch});
    toggle->setProperty("kind", QStringLiteral("legend"));
    toggle->setFont(fontOf(Type::Caption));
    toggle->setMinimumHeight(kControlHeight);
    connect(toggle, &QToolButton::clicked, this, [this, s](bool shown) {
      QSet<CellState> hidden = hidden_;
      const auto state = static_cast<CellState>(s);
      if (shown) {
        hidden.remove(state);
      } else {
        hidden.insert(state);
      }
      setHiddenStates(hidden);
    });
    row->addWidget(toggle);
    toggles_.append(toggle);
  }
  return legend;
}

void ZoneMatrix::setDimensions(const QString& rows, const QString& columns) {
  grid_->setDimensions(rows, columns);
}

void ZoneMatrix::setCells(const QList<TaskCell>& cells) {
  if (cells == cells_) return;
  cells_ = cells;
  grid_->setCells(cells);
  showLegend();
  applyFilter();
  showState();
}

void ZoneMatrix::setLoading(bool loading) {
  loading_ = loading;
  showState();
}

void ZoneMatrix::setEmptyText(const QString& headline, const QString& sentence) {
  emptyHeadline_ = headline;
  emptySentence_ = sentence;
  showState();
}

void ZoneMatrix::showState() {
  stack_->setCurrentIndex(cells_.isEmpty() ? 1 : 0);
  if (loading_) {
    empty_->show(EmptyState::Kind::Loading, tr("Loading"), {});
  } else {
    empty_->show(EmptyState::Kind::Empty, emptyHeadline_.isEmpty() ? tr("No tasks") : emptyHeadline_,
                 emptySentence_);
  }
  showSentence();
}

void ZoneMatrix::setFilter(const QString& text) { search_->setText(text); }

void ZoneMatrix::setHiddenStates(const QSet<CellState>& states) {
  if (states == hidden_) return;
  hidden_ = states;
  showLegend();
  applyFilter();
}

void ZoneMatrix::applyFilter() {
  const QStringList words = search_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  std::vector<bool> dimmed(static_cast<std::size_t>(cells_.size()), false);
  for (qsizetype i = 0; i < cells_.size(); ++i) {
    const TaskCell& c = cells_[i];
    bool found = !hidden_.contains(c.state);
    if (found && !words.isEmpty()) {
      const QString text =
          QStringList{c.id, c.title, c.row, c.column, models::textOf(c.state), c.detail}.join(
              QLatin1Char('\n'));
      found = std::all_of(words.begin(), words.end(),
                          [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    }
    dimmed[static_cast<std::size_t>(i)] = !found;
  }
  matching_ = static_cast<int>(std::count(dimmed.begin(), dimmed.end(), false));
  grid_->setDimmed(dimmed);
  showSentence();
}

void ZoneMatrix::showLegend() {
  const models::CellCounts counts = models::countsOf(cells_);
  const QLocale locale;
  for (int s = 0; s < models::kCellStates; ++s) {
    const auto state = static_cast<CellState>(s);
    QToolButton* toggle = toggles_[s];
    const int count = counts[static_cast<std::size_t>(s)];
    const QString word = models::textOf(state);
    toggle->setText(QStringLiteral("%1 %2").arg(word, locale.toString(count)));
    toggle->setAccessibleName(tr("Show %1").arg(word));
    toggle->setToolTip(tr("%1: click dims or shows them").arg(word));
    toggle->setChecked(!hidden_.contains(state));
    // A state that nothing is in takes no room, unless somebody hid it.
    toggle->setVisible(count > 0 || hidden_.contains(state));
    QFont font = fontOf(Type::Caption);
    font.setStrikeOut(hidden_.contains(state));
    toggle->setFont(font);
  }
}

void ZoneMatrix::showIcons() {
  for (int s = 0; s < models::kCellStates; ++s) toggles_[s]->setIcon(swatchOf(static_cast<CellState>(s)));
}

void ZoneMatrix::showSentence() {
  QString text = grid_->describe(grid_->current());
  if (text.isEmpty()) {
    const bool filtered = matching_ < static_cast<int>(cells_.size());
    text = filtered ? tr("%1 of %Ln task(s) match", nullptr, static_cast<int>(cells_.size()))
                          .arg(QLocale().toString(matching_))
                    : tr("Arrow keys; with Ctrl to failures.");
  }
  sentence_->setProperty("elides", grid_->current() >= 0);
  sentence_->setText(text);
}

QString ZoneMatrix::current() const {
  const int cell = grid_->current();
  return cell < 0 ? QString() : cells_[cell].id;
}

QString ZoneMatrix::selected() const { return grid_->cursor() < 0 ? QString() : cells_[grid_->cursor()].id; }

void ZoneMatrix::setSelected(const QString& id) {
  if (id == selected()) return;
  for (qsizetype i = 0; i < cells_.size(); ++i) {
    if (cells_[i].id == id) return grid_->setCursorCell(static_cast<int>(i));
  }
  grid_->clearCursor();
}

QString ZoneMatrix::describe(const QString& id) const {
  for (qsizetype i = 0; i < cells_.size(); ++i) {
    if (cells_[i].id == id) return grid_->describe(static_cast<int>(i));
  }
  return {};
}

void ZoneMatrix::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void ZoneMatrix::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showIcons();
  QWidget::changeEvent(event);
}

}  // namespace aerie::widgets
