// The window: rail, header, pages, status line. It joins presenters, pages and commands; it decides nothing
// about the domain. GUI thread; everything handed over must outlive it.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/presenters/connection_presenter.h"
#include "app/presenters/deployments_presenter.h"
#include "app/presenters/registry_presenter.h"
#include "app/presenters/routing_presenter.h"
#include "app/rpc/api.h"
#include "app/rpc/connection.h"
#include "app/widgets/command_registry.h"
#include "app/widgets/theme.h"

class QLabel;
class QStackedWidget;

namespace aerie::pages {
class DeploymentsPage;
class Page;
class RegistryPage;
class RoutingPage;
}  // namespace aerie::pages
namespace aerie::widgets {
class EmptyState;
class MessageBar;
class TaskStrip;
class Toast;
}  // namespace aerie::widgets

namespace aerie::shell {

class Header;
class NavRail;

class MainWindow final : public QWidget {
  Q_OBJECT
 public:
  MainWindow(rpc::Connection& connection, const rpc::Apis& apis, widgets::Theme& theme);
  ~MainWindow() override;

  // False for an unknown id.
  bool showPage(const QString& id);
  QStringList pageIds() const;
  pages::Page* page(const QString& id) const;
  const widgets::CommandRegistry& commands() const { return commands_; }
  const models::World& world() const { return world_; }

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void addCommands();
  void addPages();
  QWidget* buildStatusLine();
  void showIndex(int index);
  void connectionChanged();
  void openPalette();
  void fillMenu();
  void nextTheme();
  void applyThemeIcon();
  void toggleRail();
  void focusSearch();

  rpc::Connection& connection_;
  widgets::Theme& theme_;
  models::World world_;
  models::TaskList tasks_;
  presenters::ConnectionPresenter connectionPresenter_;
  presenters::RegistryPresenter registryPresenter_;
  presenters::DeploymentsPresenter deploymentsPresenter_;
  presenters::RoutingPresenter routingPresenter_;
  widgets::CommandRegistry commands_;
  NavRail* rail_;
  Header* header_ = nullptr;
  widgets::MessageBar* banner_;
  QStackedWidget* stack_;  // 0 = the pages, 1 = not connected yet
  QStackedWidget* pageStack_;
  widgets::EmptyState* offline_;
  QLabel* age_ = nullptr;
  widgets::Toast* toast_;
  std::vector<pages::Page*> pages_;
};

}  // namespace aerie::shell
