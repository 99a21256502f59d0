// Every action of the desktop: menus, buttons, shortcuts and the palette are all fed from here; there are no
// other actions. GUI thread.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

class QPushButton;

namespace aerie::widgets {

struct Command {
  QString id;           // "deployments.scale"; unique
  QString text;         // "Scale..."; three dots when a dialog follows
  QString description;  // one sentence
  QString icon;
  QKeySequence keys;
  std::function<void()> run;
};

class CommandRegistry final : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  // The action lives as long as `scope`; its keys work while the focus is in `scope` (a page), or in the
  // whole window when `scope` is one. The id must be new.
  QAction* add(const Command& command, QWidget* scope);
  // Those of dead scopes are gone.
  const std::vector<QAction*>& actions() const { return actions_; }
  QAction* find(const QString& id) const;

  // A button for an action: text, icon, enabled state and tool tip stay in step.
  static QPushButton* buttonFor(QAction* action, const char* kind = "", QWidget* parent = nullptr);

 private:
  std::vector<QAction*> actions_;
};

// Switches an action off with a reason in its tool tip, or on again.
void setEnabledBecause(QAction* action, bool enabled, const QString& why);

}  // namespace aerie::widgets
