// What one context shows: the world behind the pages, their presenters, and the pages in the order of the
// rail. A page is made when somebody wants it or has time for it, because all at once would hold the GUI
// thread; presenters are there from the start. A new page is one presenter and one line in workspace.cpp.
// GUI thread; what is handed over must outlive it, and it deletes its pages.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
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
#include "app/presenters/training_room.h"
#include "app/presenters/what_if_presenter.h"
#include "app/rpc/api.h"
#include "app/rpc/connection.h"
#include "app/widgets/command_registry.h"

namespace aerie::pages {
class Page;
}

namespace aerie::shell {

// A page's place: what the rail and the commands say of it, before and after it is made.
struct PageSeat {
  QString id;
  QString title;
  QString icon;
  std::function<pages::Page*(QWidget* parent)> make;
  // Where it is shown; to become a part of it later would style every widget of the page once more.
  QWidget* place = nullptr;
  pages::Page* page = nullptr;
};

class Workspace final : public QObject {
  Q_OBJECT
 public:
  Workspace(rpc::Connection& connection, const rpc::Apis& apis, widgets::CommandRegistry& commands,
            presenters::ContextsPresenter& contexts, rpc::ClusterWhatIfApi& whatIf);
  ~Workspace() override;

  const std::vector<PageSeat>& seats() const { return seats_; }
  // Placed by the window after the working pages, at the end of the rail. The workspace owns what it makes.
  void addSeat(PageSeat seat) { seats_.push_back(std::move(seat)); }
  void setPlace(int index, QWidget* place) { seats_[static_cast<std::size_t>(index)].place = place; }
  // Makes it when it is not there yet.
  pages::Page* page(int index);
  // One of those that are not there yet, in the order of the rail; false when all are.
  bool makeNext();
  // -1 for an unknown id.
  int indexOf(const QString& id) const;
  QStringList pageIds() const;
  // The page that selected this thing, or -1. Kinds as in Page::openObject.
  int open(const QString& kind, const QString& name);

  models::World& world() { return world_; }
  const models::World& world() const { return world_; }
  models::TaskList& tasks() { return tasks_; }
  presenters::DeploymentsPresenter& deployments() { return deployments_; }
  const models::TrainingWorld& training() { return training_.training().training(); }

 Q_SIGNALS:
  void pageMade(int index);

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
  presenters::WhatIfPresenter whatIf_;
  presenters::MonitoringPresenter monitoring_;
  presenters::TrainingRoom training_;
  std::vector<PageSeat> seats_;
};

}  // namespace aerie::shell
