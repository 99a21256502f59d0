#include "app/shell/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/command_registry.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr int kEntryHeight = 34;
enum EntryRole { IndexRole = Qt::UserRole, NoteRole, KeysRole, IconRole };

class EntryDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(Qt::NoPen);
      painter->setBrush(tint(colorOf(Role::Accent), isDark() ? 0.22 : 0.12));
      painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), kRadius, kRadius);
    }
    const QRect row = option.rect.adjusted(kGapL, 0, -kGapL, 0);
    paintIcon(*painter, QRectF(row.x(), row.y() + (row.height() - 16) / 2.0, 16, 16),
              index.data(IconRole).toString(), colorOf(Role::Muted));
    painter->setFont(fontOf(Type::Body));
    painter->setPen(colorOf(Role::Text));
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect textRect = row.adjusted(16 + kGapM, 0, 0, 0);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, text);
    const int used = painter->fontMetrics().horizontalAdvance(text);
    painter->setPen(colorOf(Role::Muted));
    painter->setFont(fontOf(Type::Caption));
    const QString keys = index.data(KeysRole).toString();
    const int keysWidth = painter->fontMetrics().horizontalAdvance(keys);
    const QRect noteRect = textRect.adjusted(used + kGapM, 0, -keysWidth - kGapM, 0);
    painter->drawText(
        noteRect, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data(NoteRole).toString(), Qt::ElideRight, noteRect.width()));
    painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, keys);
    painter->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {kWidth - 40, kEntryHeight};
  }
};

}  // namespace

CommandPalette::CommandPalette(const CommandRegistry& commands, std::vector<PaletteObject> objects,
                               QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint) {
  setObjectName(QStringLiteral("commandPalette"));
  setAttribute(Qt::WA_DeleteOnClose);
  setFixedSize(kWidth, kHeight);
  field_ = new QLineEdit(this);
  field_->setObjectName(QStringLiteral("palette.field"));
  field_->setPlaceholderText(tr("Search or run a command; > for commands, @ for things"));
  field_->setAccessibleName(tr("Search or run a command"));
  field_->installEventFilter(this);
  list_ = new QListWidget(this);
  list_->setObjectName(QStringLiteral("palette.list"));
  list_->setAccessibleName(tr("Commands and things"));
  list_->setItemDelegate(new EntryDelegate(list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapS, kGapS, kGapS, kGapS);
  column->addWidget(field_);
  column->addWidget(list_, 1);

  for (QAction* action : commands.actions()) {
    if (!action->isEnabled() || action->objectName() == QLatin1String("palette.open")) continue;
    QString text = action->text();
    text.remove(QStringLiteral("..."));
    entries_.push_back({text, action->statusTip(), action->shortcut().toString(QKeySequence::NativeText),
                        action->property("icon_name").toString(), true, [action = QPointer<QAction>(action)] {
                          if (action) action->trigger();
                        }});
  }
  for (PaletteObject& object : objects) {
    entries_.push_back({object.name, object.kind, {}, object.icon, false, std::move(object.open)});
  }
  connect(field_, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(field_, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
  filter({});
  field_->setFocus();
}

void CommandPalette::filter(const QString& typed) {
  QString text = typed.trimmed();
  const bool commandsOnly = text.startsWith(QLatin1Char('>'));
  const bool objectsOnly = text.startsWith(QLatin1Char('@'));
  if (commandsOnly || objectsOnly) text = text.mid(1).trimmed();
  const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  list_->clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& e = entries_[i];
    if ((commandsOnly && !e.command) || (objectsOnly && e.command)) continue;
    const bool all = std::all_of(words.begin(), words.end(), [&](const QString& word) {
      return e.text.contains(word, Qt::CaseInsensitive) || e.note.contains(word, Qt::CaseInsensitive);
    });
    if (!all) continue;
    auto* item = new QListWidgetItem(e.text, list_);
    item->setData(IndexRole, static_cast<int>(i));
    item->setData(NoteRole, e.note);
    item->setData(KeysRole, e.keys);
    item->setData(IconRole, e.icon);
  }
  list_->setCurrentRow(0);
}

void CommandPalette::runCurrent() {
  const QListWidgetItem* item = list_->currentItem();
  if (!item) return;
  const auto run = entries_[static_cast<std::size_t>(item->data(IndexRole).toInt())].run;
  close();
  if (run) run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const int rows = list_->count();
    if ((key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) && rows > 0) {
      const int step = key->key() == Qt::Key_Down ? 1 : rows - 1;
      list_->setCurrentRow((list_->currentRow() + step) % rows);
      return true;
    }
    if (key->key() == Qt::Key_Backspace && field_->text().isEmpty()) {
      close();
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

}  // namespace aerie::shell
