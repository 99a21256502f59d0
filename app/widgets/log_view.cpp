#include "app/widgets/log_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

#include "app/models/id_table_model.h"
#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kLineHeight = 18;
constexpr int kFindExtra = 56;  // the icon and the margins

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

// Tells where the keys lead: the list scrolls there without a word of its scroll bar.
class Lines final : public QListView {
 public:
  Lines(std::function<void(const QModelIndex&)> moved, QWidget* parent)
      : QListView(parent), moved_(std::move(moved)) {}

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override {
    // From the newest line, which is the one that is seen while nothing was chosen.
    const QModelIndex to = currentIndex().isValid() || action == MoveHome
                               ? QListView::moveCursor(action, modifiers)
                               : model()->index(model()->rowCount() - 1, 0);
    if (to.isValid() && action != MoveNext) moved_(to);  // that one is the focus that comes
    return to;
  }

 private:
  const std::function<void(const QModelIndex&)> moved_;
};

}  // namespace

void LevelFilter::setLevel(models::LogLevel level) {
  if (level == level_) return;
  level_ = level;
  invalidateFilter();
}

bool LevelFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  if (level_ == models::LogLevel::Debug) return true;
  return sourceModel()->index(row, 0, parent).data(models::LogLevelRole).toInt() >= static_cast<int>(level_);
}

LogView::LogView(const QString& id, QAbstractItemModel* model, QWidget* parent)
    : QWidget(parent), filter_(new LevelFilter(this)) {
  filter_->setSourceModel(model);
  list_ = new Lines([this](const QModelIndex& to) { setFollow(to.row() == filter_->rowCount() - 1); }, this);
  list_->setObjectName(id + QStringLiteral(".lines"));
  list_->setAccessibleName(tr("Log"));
  list_->setModel(filter_);
  list_->setItemDelegate(new LineDelegate(list_));
  list_->setUniformItemSizes(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  buildRow(id);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row_);
  column->addWidget(list_, 1);

  connect(source_, &QComboBox::activated, this,
          [this] { Q_EMIT sourceChosen(source_->currentData().toString()); });
  connect(level_, &QComboBox::currentIndexChanged, this,
          [this] { setLevel(static_cast<models::LogLevel>(level_->currentData().toInt())); });
  connect(find_, &QLineEdit::returnPressed, this, [this] { find(true); });
  connect(
      new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), find_, nullptr, nullptr, Qt::WidgetShortcut),
      &QShortcut::activated, this, [this] { find(false); });
  connect(new QShortcut(QKeySequence::Copy, list_, nullptr, nullptr, Qt::WidgetShortcut),
          &QShortcut::activated, this, &LogView::copySelected);
  connect(bottom_, &QPushButton::clicked, this, [this] { setFollow(true); });
  connect(filter_, &QAbstractItemModel::rowsInserted, this, [this] {
    if (follow_) list_->scrollToBottom();
  });
  connect(list_->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
    const QScrollBar* bar = list_->verticalScrollBar();
    setFollow(bar->sliderPosition() >= bar->maximum());
  });
}

QToolButton* LogView::newTool(const QString& id, const QString& icon, const QString& what) {
  auto* button = new QToolButton(this);
  button->setObjectName(id);
  button->setIcon(iconOf(icon, Role::Muted));
  button->setAccessibleName(what);
  button->setToolTip(what);
  button->setFixedSize(kControlHeight, kControlHeight);
  return button;
}

void LogView::buildRow(const QString& id) {
  source_ = new QComboBox(this);
  source_->setObjectName(id + QStringLiteral(".source"));
  source_->setAccessibleName(tr("Replica whose log is shown"));
  source_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  source_->addItem(tr("All replicas"), QString());
  level_ = new QComboBox(this);
  level_->setObjectName(id + QStringLiteral(".level"));
  level_->setAccessibleName(tr("Lowest level that is shown"));
  level_->addItem(tr("All levels"), static_cast<int>(models::LogLevel::Debug));
  level_->addItem(tr("Info and above"), static_cast<int>(models::LogLevel::Info));
  level_->addItem(tr("Warnings and errors"), static_cast<int>(models::LogLevel::Warning));
  level_->addItem(tr("Errors"), static_cast<int>(models::LogLevel::Error));
  find_ = new QLineEdit(this);
  find_->setObjectName(id + QStringLiteral(".find"));
  find_->setPlaceholderText(tr("Find"));  // whole in its name: the row is narrow beside a table
  find_->setAccessibleName(tr("Find in the log"));
  find_->setToolTip(tr("Enter finds the next line, Shift+Enter the one before"));
  find_->addAction(iconOf(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
  find_->setMinimumWidth(find_->fontMetrics().horizontalAdvance(find_->placeholderText()) + kFindExtra);
  note_ = new ElidedLabel({}, "caption", this);  // gives way to what can be chosen
  bottom_ = new QPushButton(iconOf(QStringLiteral("bottom")), tr("To the newest"), this);
  bottom_->setObjectName(id + QStringLiteral(".newest"));
  bottom_->setAccessibleName(tr("Follow the newest line again"));
  bottom_->hide();
  QToolButton* previous =
      newTool(id + QStringLiteral(".previous"), QStringLiteral("up"), tr("Find the one before"));
  QToolButton* next = newTool(id + QStringLiteral(".next"), QStringLiteral("down"), tr("Find the next one"));
  QToolButton* copy =
      newTool(id + QStringLiteral(".copy"), QStringLiteral("copy"), tr("Copy the selected lines, or all"));
  QToolButton* save =
      newTool(id + QStringLiteral(".save"), QStringLiteral("download"), tr("Save to a file..."));
  row_ = new QHBoxLayout();
  row_->setContentsMargins(kGapS, kGapS, kGapS, kGap);
  row_->setSpacing(kGapS);
  row_->addWidget(source_);
  row_->addWidget(level_);
  row_->addWidget(find_, 1);
  for (QToolButton* button : {previous, next}) row_->addWidget(button);
  row_->addWidget(note_);
  row_->addWidget(bottom_);
  for (QToolButton* button : {copy, save}) row_->addWidget(button);
  connect(previous, &QToolButton::clicked, this, [this] { find(false); });
  connect(next, &QToolButton::clicked, this, [this] { find(true); });
  connect(copy, &QToolButton::clicked, this, &LogView::copySelected);
  connect(save, &QToolButton::clicked, this, &LogView::askForFile);
}

void LogView::setNote(const QString& note) { note_->setText(note); }

void LogView::replaceSource(QWidget* chooser) {
  source_->hide();
  row_->insertWidget(0, chooser);
}

void LogView::setLevel(models::LogLevel level) {
  filter_->setLevel(level);
  if (const int at = level_->findData(static_cast<int>(level)); at != level_->currentIndex()) {
    level_->setCurrentIndex(at);
  }
  if (follow_) list_->scrollToBottom();
}

void LogView::focusFind() {
  find_->setFocus(Qt::ShortcutFocusReason);
  find_->selectAll();
}

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
  const int rows = filter_->rowCount();
  if (text.isEmpty() || rows == 0) return;
  const int start = list_->currentIndex().isValid() ? list_->currentIndex().row() : (forward ? -1 : rows);
  for (int step = 1; step <= rows; ++step) {
    const int row = ((start + (forward ? step : -step)) % rows + rows) % rows;
    const QModelIndex index = filter_->index(row, 0);
    if (!index.data().toString().contains(text, Qt::CaseInsensitive)) continue;
    setFollow(false);
    list_->setCurrentIndex(index);
    return;
  }
  note_->setText(tr("\"%1\" is not in the log").arg(text));
}

QString LogView::shownText() const {
  QString out;
  for (int row = 0; row < filter_->rowCount(); ++row) {
    out += filter_->index(row, 0).data().toString() + QLatin1Char('\n');
  }
  return out;
}

void LogView::copySelected() {
  QModelIndexList rows = list_->selectionModel()->selectedIndexes();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const QModelIndex& index : rows) lines.append(index.data().toString());
  QGuiApplication::clipboard()->setText(lines.isEmpty() ? shownText() : lines.join(QLatin1Char('\n')));
}

void LogView::askForFile() {
  auto* dialog = new QFileDialog(this, tr("Save the log"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(QStringLiteral("aerie-%1.log")
                         .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
  connect(dialog, &QFileDialog::fileSelected, this, &LogView::saveTo);
  dialog->open();
}

bool LogView::saveTo(const QString& path) {
  QSaveFile file(path);
  const QByteArray bytes = shownText().toUtf8();
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
    note_->setText(tr("%1 was not written: %2").arg(path, file.errorString()));
    return false;
  }
  note_->setText(tr("Saved to %1").arg(path));
  return true;
}

}  // namespace aerie::widgets
