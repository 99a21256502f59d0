// The application's menu, built from the command registry each time that it opens: File, Edit, View, Go,
// Tools (the pages' own commands), Help. GUI thread.
#pragma once

#include <QMenu>
#include <functional>

namespace aerie::widgets {
class CommandRegistry;
}

namespace aerie::shell {

class AppMenu final : public QMenu {
  Q_OBJECT
 public:
  // `pageTitle` names the page that commands with this first word in their id belong to; `prepare` is called
  // before the menu is built.
  AppMenu(const widgets::CommandRegistry& commands, std::function<QString(const QString&)> pageTitle,
          std::function<void()> prepare, QWidget* parent);
  void fill();

 private:
  const widgets::CommandRegistry& commands_;
  const std::function<QString(const QString&)> pageTitle_;
  const std::function<void()> prepare_;
};

}  // namespace aerie::shell
