#include "app/shell/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/fuzzy.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::shell {

using namespace widgets;

namespace {

constexpr int kWidth = 620;
constexpr int kHeight = 380;
constexpr int kEntryHeight = 34;
constexpr int kRemembered = 20;
constexpr int kRecentBonus = 8;  // for each place in the list of the last ones
constexpr const char* kRecent = "palette/recent";
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
    // Pages that show the same staged changes have the same commands for them.
    const bool there = std::any_of(entries_.begin(), entries_.end(), [&](const Entry& e) {
      return e.text == text && e.note == action->statusTip();
    });
    if (there) continue;
    entries_.push_back({action->objectName(), text, action->statusTip(),
                        action->shortcut().toString(QKeySequence::NativeText),
                        action->property("icon_name").toString(), true, [action = QPointer<QAction>(action)] {
                          if (action) action->trigger();
                        }});
  }
  for (PaletteObject& object : objects) {
    entries_.push_back({object.id, object.name, object.kind, {}, object.icon, false, std::move(object.open)});
  }
  // Before anything is typed: first where one can go.
  std::stable_partition(entries_.begin(), entries_.end(),
                        [](const Entry& e) { return e.id.startsWith(QLatin1String("go.")); });
  const QStringList recent = QSettings().value(QLatin1String(kRecent)).toStringList();
  for (Entry& e : entries_) {
    if (const auto at = recent.indexOf(e.id); at >= 0) e.recency = kRemembered - static_cast<int>(at);
  }
  connect(field_, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(field_, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
  filter({});
  field_->setFocus();
}

std::vector<CommandPalette::Hit> CommandPalette::hits(const QString& typed) const {
  QString text = typed.trimmed();
  const bool commandsOnly = text.startsWith(QLatin1Char('>'));
  const bool objectsOnly = text.startsWith(QLatin1Char('@'));
  if (commandsOnly || objectsOnly) text = text.mid(1).trimmed();
  std::vector<Hit> out;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& e = entries_[i];
    if ((commandsOnly && !e.command) || (objectsOnly && e.command)) continue;
    // A note counts less than the name, and as a whole only: letters scattered over a sentence say nothing.
    std::optional<int> score = models::fuzzyScore(text, e.text);
    if (!score && e.note.contains(text, Qt::CaseInsensitive)) score = -100;
    if (score) out.push_back({text.isEmpty() ? e.recency : *score + e.recency * kRecentBonus, i});
  }
  std::stable_sort(out.begin(), out.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
  return out;
}

void CommandPalette::filter(const QString& typed) {
  list_->clear();
  for (const Hit& hit : hits(typed)) {
    const Entry& e = entries_[hit.entry];
    auto* item = new QListWidgetItem(e.text, list_);
    item->setData(IndexRole, static_cast<int>(hit.entry));
    item->setData(NoteRole, e.note);
    item->setData(KeysRole, e.keys);
    item->setData(IconRole, e.icon);
  }
  if (list_->count() == 0) {
    auto* none = new QListWidgetItem(tr("Nothing is called \"%1\"").arg(typed.trimmed()), list_);
    none->setData(IndexRole, -1);
    none->setData(IconRole, QStringLiteral("search"));
    none->setFlags(Qt::NoItemFlags);
  }
  list_->setCurrentRow(0);
}

void CommandPalette::remember(const QString& id) {
  QSettings settings;
  QStringList recent = settings.value(QLatin1String(kRecent)).toStringList();
  recent.removeAll(id);
  recent.prepend(id);
  settings.setValue(QLatin1String(kRecent), QStringList(recent.mid(0, kRemembered)));
}

void CommandPalette::runCurrent() {
  const QListWidgetItem* item = list_->currentItem();
  const int at = item ? item->data(IndexRole).toInt() : -1;
  if (at < 0) return;
  const Entry entry = entries_[static_cast<std::size_t>(at)];
  remember(entry.id);
  close();
  if (entry.run) entry.run();
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
