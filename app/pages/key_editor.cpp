#include "app/pages/key_editor.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/pages/page.h"
#include "app/widgets/card.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/filter_table.h"
#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using models::Column;

namespace {

QString plain(const QAction* action) {
  QString text = action->text();
  return text.remove(QStringLiteral("..."));
}

std::vector<Column<KeyRow>> columns() {
  const auto tr = [](const char* text) { return KeyEditor::tr(text); };
  std::vector<Column<KeyRow>> out(5);
  out[0] = {QStringLiteral("command"), tr("Command"), [](const KeyRow& r) { return r.text; }, {}, {}, {}};
  out[1] = {QStringLiteral("page"), tr("Page"), [](const KeyRow& r) { return r.page; }, {}, {}, {}};
  out[2] = {QStringLiteral("keys"), tr("Keys"), [](const KeyRow& r) { return r.keys; }, {}, {}, {}};
  out[3] = {
      QStringLiteral("what"), tr("What it does"), [](const KeyRow& r) { return r.description; }, {}, {}, {}};
  out[4] = {QStringLiteral("own"),
            tr("Changed"),
            [](const KeyRow& r) { return r.own ? KeyEditor::tr("changed") : QString(); },
            {},
            {},
            {}};
  return out;
}

}  // namespace

KeyEditor::KeyEditor(CommandRegistry& commands, QWidget* parent)
    : QWidget(parent),
      commands_(commands),
      model_(new models::IdTableModel<KeyRow>([](const KeyRow& r) { return r.id; }, columns(), this)) {
  table_ = new FilterTable(QStringLiteral("settings.keys"),
                           {tr("Commands"), tr("Search commands or keys"), tr("No command"), {}, {}}, model_,
                           this);
  table_->setLoading(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(table_, 1);
  column->addWidget(buildEditor());
  connect(table_, &FilterTable::currentKeyChanged, this, &KeyEditor::select);
  connect(&commands_, &CommandRegistry::keysChanged, this, &KeyEditor::refresh);
}

QWidget* KeyEditor::buildEditor() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(kGapM, kGapS, kGapM, kGapM);
  column->setSpacing(kGapS);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  title_ = newLabel(tr("Choose a command"), "strong", box);
  edit_ = new QKeySequenceEdit(box);
  edit_->setObjectName(QStringLiteral("keys.edit"));
  edit_->setAccessibleName(tr("New keys"));
  if (auto* inner = edit_->findChild<QLineEdit*>()) inner->setAccessibleName(tr("New keys: press them"));
  const auto button = [box, row](const QString& text, const char* name) {
    auto* b = new QPushButton(text, box);
    b->setObjectName(QLatin1String(name));
    b->setAccessibleName(text);
    row->addWidget(b);
    return b;
  };
  row->addWidget(title_, 1);
  row->addWidget(edit_);
  set_ = button(tr("Set"), "keys.set");
  none_ = button(tr("No keys"), "keys.none");
  reset_ = button(tr("Reset"), "keys.reset");
  auto* all = button(tr("Reset all"), "keys.resetAll");
  problem_ = newLabel({}, "problem", box);
  problem_->setObjectName(QStringLiteral("keys.problem"));
  column->addLayout(row);
  column->addWidget(problem_);
  connect(edit_, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::check);
  connect(set_, &QPushButton::clicked, this, &KeyEditor::apply);
  connect(none_, &QPushButton::clicked, this, [this] { commands_.setKeys(table_->currentKey(), {}); });
  connect(reset_, &QPushButton::clicked, this, [this] {
    const QString id = table_->currentKey();
    if (commands_.resetKeys(id)) return;
    edit_->setKeySequence(commands_.defaultKeys(id));  // says whose they are now
    check();
  });
  connect(all, &QPushButton::clicked, &commands_, &CommandRegistry::resetAllKeys);
  return box;
}

void KeyEditor::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void KeyEditor::refresh() {
  std::vector<KeyRow> rows;
  for (const QAction* action : commands_.actions()) {
    const QString id = action->objectName();
    const auto* page = qobject_cast<const Page*>(action->parent());
    rows.push_back({id, plain(action), page ? page->title() : tr("every page"), action->statusTip(),
                    action->shortcut().toString(QKeySequence::NativeText), commands_.hasOwnKeys(id)});
  }
  model_->apply(std::move(rows));
  select();
}

void KeyEditor::select() {
  const QAction* action = commands_.find(table_->currentKey());
  title_->setText(action ? plain(action) : tr("Choose a command"));
  for (QWidget* w : {static_cast<QWidget*>(edit_), static_cast<QWidget*>(none_)})
    w->setEnabled(action != nullptr);
  reset_->setEnabled(action && commands_.hasOwnKeys(action->objectName()));
  edit_->setKeySequence(action ? action->shortcut() : QKeySequence());
  check();
}

void KeyEditor::check() {
  const QAction* action = commands_.find(table_->currentKey());
  const QKeySequence keys = edit_->keySequence();
  // Qt puts words of its own here with every change.
  if (auto* inner = edit_->findChild<QLineEdit*>()) inner->setPlaceholderText(tr("New keys"));
  const QAction* other = action ? commands_.clashOf(action->objectName(), keys) : nullptr;
  problem_->setText(
      other ? tr("%1 runs \"%2\" already: choose other keys, or take them from that command first.")
                  .arg(keys.toString(QKeySequence::NativeText), plain(other))
            : QString());
  set_->setEnabled(action && !other && keys != action->shortcut());
}

void KeyEditor::apply() {
  commands_.setKeys(table_->currentKey(), edit_->keySequence());
  check();
}

}  // namespace aerie::pages
