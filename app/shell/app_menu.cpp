#include "app/shell/app_menu.h"

#include <QAction>
#include <QMap>

#include "app/widgets/command_registry.h"

namespace aerie::shell {

AppMenu::AppMenu(const widgets::CommandRegistry& commands, std::function<QString(const QString&)> pageTitle,
                 std::function<void()> prepare, QWidget* parent)
    : QMenu(parent), commands_(commands), pageTitle_(std::move(pageTitle)), prepare_(std::move(prepare)) {
  setObjectName(QStringLiteral("appMenu"));
  setToolTipsVisible(true);
  connect(this, &QMenu::aboutToShow, this, &AppMenu::fill);
}

void AppMenu::fill() {
  prepare_();
  clear();
  const auto menu = [this](const QString& title) {
    QMenu* made = addMenu(title);
    made->setToolTipsVisible(true);
    return made;
  };
  QMap<QString, QMenu*> menus;
  menus[QStringLiteral("file")] = menu(tr("&File"));
  menus[QStringLiteral("edit")] = menu(tr("&Edit"));
  menus[QStringLiteral("view")] = menu(tr("&View"));
  menus[QStringLiteral("go")] = menu(tr("&Go"));
  QMenu* tools = menu(tr("&Tools"));
  menus[QStringLiteral("tools")] = tools;
  menus[QStringLiteral("help")] = menu(tr("&Help"));
  QMap<QString, QMenu*> pages;
  for (QAction* action : commands_.actions()) {
    if (QMenu* known = menus.value(widgets::CommandRegistry::menuOf(action))) {
      known->addAction(action);
      continue;
    }
    const QString page = action->objectName().section(QLatin1Char('.'), 0, 0);
    QMenu*& sub = pages[page];
    if (!sub) {
      const QString title = pageTitle_(page);
      sub = title.isEmpty() ? tools : tools->addMenu(title);
      sub->setToolTipsVisible(true);
    }
    sub->addAction(action);
  }
}

}  // namespace aerie::shell
