#include "app/widgets/command_registry.h"

#include <QPushButton>
#include <QWidget>
#include <algorithm>

#include "app/widgets/icons.h"
#include "core/base/status.h"

namespace aerie::widgets {

QAction* CommandRegistry::add(const Command& command, QWidget* scope) {
  AERIE_CHECK(find(command.id) == nullptr);
  auto* action = new QAction(iconOf(command.icon), command.text, scope);
  action->setObjectName(command.id);
  action->setProperty("icon_name", command.icon);
  action->setShortcut(command.keys);
  action->setShortcutContext(scope->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
  action->setStatusTip(command.description);
  setEnabledBecause(action, true, {});
  scope->addAction(action);
  if (command.run) connect(action, &QAction::triggered, scope, [run = command.run] { run(); });
  connect(action, &QObject::destroyed, this, [this, action] { std::erase(actions_, action); });
  actions_.push_back(action);
  return action;
}

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
