// What one context shows: the world behind the pages, their presenters, and the pages in the order of the
// rail. A new page is one presenter and one line in workspace.cpp. GUI thread; what is handed over must
// outlive it, and it deletes its pages.
#pragma once

#include <QObject>
#include <QStringList>
#include <vector>

#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/presenters/audit_presenter.h"
#include "app/presenters/deployments_presenter.h"
#include "app/presenters/experiments_presenter.h"
#include "app/presenters/hosts_presenter.h"
#include "app/presenters/monitoring_presenter.h"
#include "app/presenters/overview_presenter.h"
#include "app/presenters/registry_presenter.h"
#include "app/presenters/routing_presenter.h"
#include "app/presenters/simulation_presenter.h"
#include "app/rpc/api.h"
#include "app/rpc/connection.h"
#include "app/widgets/command_registry.h"

namespace aerie::pages {
class Page;
}

namespace aerie::shell {

class Workspace final : public QObject {
  Q_OBJECT
 public:
  // `window` is the pages' parent and the scope of their commands.
  Workspace(rpc::Connection& connection, const rpc::Apis& apis, widgets::CommandRegistry& commands,
            presenters::ContextsPresenter& contexts, QWidget* window);
  ~Workspace() override;

  const std::vector<pages::Page*>& pages() const { return pages_; }
  // Placed by the window after the working pages, at the end of the rail. The workspace owns it.
  void addPage(pages::Page* page) { pages_.push_back(page); }
  // -1 for an unknown id.
  int indexOf(const QString& id) const;
  QStringList pageIds() const;
  // The page that selected this thing, or -1. Kinds as in Page::openObject.
  int open(const QString& kind, const QString& name);

  models::World& world() { return world_; }
  const models::World& world() const { return world_; }
  models::TaskList& tasks() { return tasks_; }
  presenters::DeploymentsPresenter& deployments() { return deployments_; }

 private:
  models::World world_;
  models::TaskList tasks_;
  presenters::OverviewPresenter overview_;
  presenters::RegistryPresenter registry_;
  presenters::DeploymentsPresenter deployments_;
  presenters::RoutingPresenter routing_;
  presenters::ExperimentsPresenter experiments_;
  presenters::HostsPresenter hosts_;
  presenters::AuditPresenter audit_;
  presenters::SimulationPresenter simulation_;
  presenters::MonitoringPresenter monitoring_;
  std::vector<pages::Page*> pages_;
};

}  // namespace aerie::shell
