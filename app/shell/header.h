// The top row: the context and how well it is connected, the way to the palette, notifications, theme and
// menu. A strip above it has the context's colour. GUI thread.
#pragma once

#include <QWidget>

#include "app/rpc/profile.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace aerie::models {
class Notifications;
}
namespace aerie::presenters {
class ConnectionPresenter;
class ContextsPresenter;
}  // namespace aerie::presenters
namespace aerie::widgets {
class StatusChip;
}

namespace aerie::shell {

class Header final : public QWidget {
  Q_OBJECT
 public:
  struct Actions {
    QAction* palette;
    QAction* theme;
    QAction* notifications;
    QAction* contexts;  // opens the page that edits them
    QAction* menu;
  };
  Header(presenters::ConnectionPresenter& connection, presenters::ContextsPresenter& contexts,
         models::Notifications& notifications, const Actions& actions, QMenu* menu,
         QWidget* parent = nullptr);
  // What the control plane says of itself.
  void setEnvironment(const QString& environment, const QString& version);
  void setThemeIcon(const QString& icon);
  void openMenu();
  void openContexts();
  QWidget* bell() const;

 Q_SIGNALS:
  void profileChosen(const QString& id);
  void addProfileWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QToolButton* newTool(QAction* action, const QString& name);
  void addContext(QHBoxLayout* row);
  void fillContexts();
  void refresh();
  void refreshBell();
  void showReasons();

  presenters::ConnectionPresenter& connection_;
  presenters::ContextsPresenter& contexts_;
  models::Notifications& notifications_;
  QAction* const manage_;
  QMenu* const menu_;
  QMenu* contextMenu_;
  QToolButton* context_;
  QLabel* detail_;
  widgets::StatusChip* chip_;
  QToolButton* theme_;
  QToolButton* bell_;
  QToolButton* menuButton_;
};

}  // namespace aerie::shell
