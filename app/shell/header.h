// The top row: what the desktop is connected to and how well, the way to the palette, menu and theme. GUI
// thread.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace aerie::presenters {
class ConnectionPresenter;
}
namespace aerie::widgets {
class StatusChip;
}

namespace aerie::shell {

class Header final : public QWidget {
  Q_OBJECT
 public:
  Header(presenters::ConnectionPresenter& connection, QAction* palette, QAction* theme,
         QWidget* parent = nullptr);
  // The environment's name gives the strip its colour: local grey, staging amber, production red.
  void setContext(const QString& environment, const QString& version);
  void setThemeIcon(const QString& icon);
  // Filled by the window each time before it opens.
  QMenu* menu() const { return menu_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();
  void showReasons();

  presenters::ConnectionPresenter& connection_;
  QString environment_;
  QLabel* name_;
  QLabel* detail_;
  widgets::StatusChip* chip_;
  QToolButton* theme_;
  QMenu* menu_;
};

}  // namespace aerie::shell
