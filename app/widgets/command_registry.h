// Every action of the desktop: menus, buttons, shortcuts and the palette are all fed from here; there are no
// other actions. Keys may be changed by their user and are kept in QSettings. GUI thread.
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
  QString menu = {};  // file, edit, view, go, help; empty = Tools, under the name of its page
};

class CommandRegistry final : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  // The action lives as long as `scope`; its keys work while the focus is in `scope` (a page), or in the
  // whole window when `scope` is one. The id must be new. Keys that somebody chose for it replace its own;
  // keys that somebody gave to another command are not taken from there.
  QAction* add(const Command& command, QWidget* scope);
  // Those of dead scopes are gone.
  const std::vector<QAction*>& actions() const { return actions_; }
  QAction* find(const QString& id) const;

  // The command that `keys` would run beside `id`, in the same scope or in that of the window; or nothing.
  QAction* clashOf(const QString& id, const QKeySequence& keys) const;
  // Remembers the keys; empty = none. False, and nothing changed, when they clash or the id is unknown.
  bool setKeys(const QString& id, const QKeySequence& keys);
  QKeySequence defaultKeys(const QString& id) const;
  bool hasOwnKeys(const QString& id) const;  // chosen by somebody
  // Back to the default; false when another command has got these keys meanwhile.
  bool resetKeys(const QString& id);
  void resetAllKeys();

  // A button for an action: text, icon, enabled state and tool tip stay in step.
  static QPushButton* buttonFor(QAction* action, const char* kind = "", QWidget* parent = nullptr);
  static QString menuOf(const QAction* action);

 Q_SIGNALS:
  void keysChanged();

 private:
  void apply(QAction* action, const QKeySequence& keys);

  std::vector<QAction*> actions_;
};

// Switches an action off with a reason in its tool tip, or on again.
void setEnabledBecause(QAction* action, bool enabled, const QString& why);

}  // namespace aerie::widgets
