#include "app/widgets/command_registry.h"

#include <QPushButton>
#include <QSettings>
#include <QWidget>
#include <algorithm>

#include "app/widgets/icons.h"
#include "core/base/status.h"

namespace aerie::widgets {

namespace {

constexpr const char* kDefaultKeys = "default_keys";
constexpr const char* kMenu = "menu";

QString settingOf(const QString& id) { return QLatin1String("keys/") + id; }

QKeySequence defaultOf(const QAction* action) {
  return QKeySequence(action->property(kDefaultKeys).toString(), QKeySequence::PortableText);
}

// Two pages are never seen together; the window is seen with each of them.
bool seenTogether(const QAction* a, const QAction* b) {
  const auto window = [](const QAction* action) {
    const auto* scope = qobject_cast<const QWidget*>(action->parent());
    return scope && scope->isWindow();
  };
  return a->parent() == b->parent() || window(a) || window(b);
}

}  // namespace

QAction* CommandRegistry::add(const Command& command, QWidget* scope) {
  AERIE_CHECK(find(command.id) == nullptr);
  auto* action = new QAction(iconOf(command.icon), command.text, scope);
  action->setObjectName(command.id);
  action->setProperty("icon_name", command.icon);
  action->setProperty(kDefaultKeys, command.keys.toString(QKeySequence::PortableText));
  action->setProperty(kMenu, command.menu);
  action->setShortcutContext(scope->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
  action->setStatusTip(command.description);
  actions_.push_back(action);
  const QSettings settings;
  const QVariant own = settings.value(settingOf(command.id));
  const QKeySequence keys =
      own.isValid() ? QKeySequence(own.toString(), QKeySequence::PortableText) : command.keys;
  const QAction* other = clashOf(command.id, keys);
  const bool taken = other && (own.isValid() || settings.contains(settingOf(other->objectName())));
  apply(action, taken ? QKeySequence() : keys);
  scope->addAction(action);
  if (command.run) connect(action, &QAction::triggered, scope, [run = command.run] { run(); });
  connect(action, &QObject::destroyed, this, [this, action] { std::erase(actions_, action); });
  return action;
}

void CommandRegistry::apply(QAction* action, const QKeySequence& keys) {
  action->setShortcut(keys);
  if (action->isEnabled()) setEnabledBecause(action, true, {});
}

QAction* CommandRegistry::clashOf(const QString& id, const QKeySequence& keys) const {
  const QAction* action = find(id);
  if (!action || keys.isEmpty()) return nullptr;
  const auto it = std::find_if(actions_.begin(), actions_.end(), [&](const QAction* other) {
    return other != action && other->shortcut() == keys && seenTogether(action, other);
  });
  return it == actions_.end() ? nullptr : *it;
}

bool CommandRegistry::setKeys(const QString& id, const QKeySequence& keys) {
  QAction* action = find(id);
  if (!action || clashOf(id, keys)) return false;
  QSettings settings;
  if (keys == defaultOf(action)) {
    settings.remove(settingOf(id));
  } else {
    settings.setValue(settingOf(id), keys.toString(QKeySequence::PortableText));
  }
  apply(action, keys);
  Q_EMIT keysChanged();
  return true;
}

QKeySequence CommandRegistry::defaultKeys(const QString& id) const {
  const QAction* action = find(id);
  return action ? defaultOf(action) : QKeySequence();
}

bool CommandRegistry::hasOwnKeys(const QString& id) const { return QSettings().contains(settingOf(id)); }

bool CommandRegistry::resetKeys(const QString& id) { return setKeys(id, defaultKeys(id)); }

void CommandRegistry::resetAllKeys() {
  QSettings().remove(QStringLiteral("keys"));
  for (QAction* action : actions_) apply(action, defaultOf(action));
  Q_EMIT keysChanged();
}

QString CommandRegistry::menuOf(const QAction* action) { return action->property(kMenu).toString(); }

QAction* CommandRegistry::find(const QString& id) const {
  const auto it =
      std::find_if(actions_.begin(), actions_.end(), [&](const QAction* a) { return a->objectName() == id; });
  return it == actions_.end() ? nullptr : *it;
}

QPushButton* CommandRegistry::buttonFor(QAction* action, const char* kind, QWidget* parent) {
  auto* button = new QPushButton(parent);
  button->setObjectName(action->objectName() + QStringLiteral(".button"));
  const bool filled =
      QLatin1String(kind) == QLatin1String("primary") || QLatin1String(kind) == QLatin1String("danger");
  button->setProperty("kind", QString::fromLatin1(kind));
  const auto sync = [button, action, filled] {
    button->setText(QLatin1Char(' ') + action->text());  // air between icon and word
    button->setIcon(filled ? iconOf(action->property("icon_name").toString(), Role::OnAccent)
                           : action->icon());
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
    button->setAccessibleName(action->text());
    button->setAccessibleDescription(action->statusTip());
  };
  sync();
  connect(action, &QAction::changed, button, sync);
  connect(button, &QPushButton::clicked, action, &QAction::trigger);
  return button;
}

void setEnabledBecause(QAction* action, bool enabled, const QString& why) {
  action->setEnabled(enabled);
  QString tip = enabled || why.isEmpty() ? action->statusTip() : why;
  if (enabled && !action->shortcut().isEmpty()) {
    tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
  }
  action->setToolTip(tip);
}

}  // namespace aerie::widgets
