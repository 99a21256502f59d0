#include "app/widgets/log_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/id_table_model.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kLineHeight = 18;

class LineDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
      painter->fillRect(option.rect, tint(colorOf(Role::Accent), isDark() ? 0.22 : 0.12));
    }
    painter->setFont(fontOf(Type::Mono));
    painter->setPen(colorOf(static_cast<models::Tone>(index.data(models::ToneRole).toInt())));
    painter->drawText(option.rect.adjusted(kGapM, 0, -kGapS, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      index.data(Qt::DisplayRole).toString());
    painter->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    return {
        QFontMetrics(fontOf(Type::Mono)).horizontalAdvance(index.data(Qt::DisplayRole).toString()) + kGapXl,
        kLineHeight};
  }
};

}  // namespace

LogView::LogView(const QString& id, QAbstractItemModel* model, QWidget* parent)
    : QWidget(parent), model_(model) {
  source_ = new QComboBox(this);
  source_->setObjectName(id + QStringLiteral(".source"));
  source_->setAccessibleName(tr("Replica whose log is shown"));
  source_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  source_->addItem(tr("All replicas"), QString());
  find_ = new QLineEdit(this);
  find_->setObjectName(id + QStringLiteral(".find"));
  find_->setPlaceholderText(tr("Find in the log"));
  find_->setAccessibleName(tr("Find in the log"));
  find_->addAction(iconOf(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
  note_ = newLabel({}, "caption", this);
  bottom_ = new QPushButton(iconOf(QStringLiteral("bottom")), tr("To the newest"), this);
  bottom_->setObjectName(id + QStringLiteral(".newest"));
  bottom_->setAccessibleName(tr("Follow the newest line again"));
  bottom_->hide();
  list_ = new QListView(this);
  list_->setObjectName(id + QStringLiteral(".lines"));
  list_->setAccessibleName(tr("Log"));
  list_->setModel(model_);
  list_->setItemDelegate(new LineDelegate(list_));
  list_->setUniformItemSizes(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  auto* row = new QHBoxLayout();
  row->setContentsMargins(kGapS, kGapS, kGapS, kGap);
  row->setSpacing(kGapS);
  row->addWidget(source_);
  row->addWidget(find_, 1);
  row->addWidget(note_);
  row->addWidget(bottom_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row);
  column->addWidget(list_, 1);

  connect(source_, &QComboBox::activated, this,
          [this] { Q_EMIT sourceChosen(source_->currentData().toString()); });
  connect(find_, &QLineEdit::returnPressed, this, [this] { find(true); });
  connect(
      new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), find_, nullptr, nullptr, Qt::WidgetShortcut),
      &QShortcut::activated, this, [this] { find(false); });
  connect(new QShortcut(QKeySequence::Copy, list_, nullptr, nullptr, Qt::WidgetShortcut),
          &QShortcut::activated, this, &LogView::copySelected);
  connect(bottom_, &QPushButton::clicked, this, [this] { setFollow(true); });
  connect(model_, &QAbstractItemModel::rowsInserted, this, [this] {
    if (follow_) list_->scrollToBottom();
  });
  connect(list_->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
    const QScrollBar* bar = list_->verticalScrollBar();
    setFollow(bar->sliderPosition() >= bar->maximum());
  });
}

void LogView::setNote(const QString& note) { note_->setText(note); }

void LogView::setSources(const QStringList& sources) {
  const QString chosen = source_->currentData().toString();
  QStringList now;
  for (int i = 1; i < source_->count(); ++i) now.append(source_->itemData(i).toString());
  if (now == sources) return;
  source_->clear();
  source_->addItem(tr("All replicas"), QString());
  for (const QString& s : sources) source_->addItem(s, s);
  source_->setCurrentIndex(std::max(0, source_->findData(chosen)));
}

void LogView::setFollow(bool follow) {
  follow_ = follow;
  bottom_->setVisible(!follow);
  if (follow) list_->scrollToBottom();
}

void LogView::find(bool forward) {
  const QString text = find_->text();
  const int rows = model_->rowCount();
  if (text.isEmpty() || rows == 0) return;
  const int start = list_->currentIndex().isValid() ? list_->currentIndex().row() : (forward ? -1 : rows);
  for (int step = 1; step <= rows; ++step) {
    const int row = ((start + (forward ? step : -step)) % rows + rows) % rows;
    const QModelIndex index = model_->index(row, 0);
    if (!index.data().toString().contains(text, Qt::CaseInsensitive)) continue;
    setFollow(false);
    list_->setCurrentIndex(index);
    return;
  }
  note_->setText(tr("\"%1\" is not in the log").arg(text));
}

void LogView::copySelected() {
  QModelIndexList rows = list_->selectionModel()->selectedIndexes();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const QModelIndex& index : rows) lines.append(index.data().toString());
  QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace aerie::widgets
