#include "app/shell/workspace.h"

#include <algorithm>

#include "app/pages/audit_page.h"
#include "app/pages/deployments_page.h"
#include "app/pages/experiments_page.h"
#include "app/pages/hosts_page.h"
#include "app/pages/monitoring_page.h"
#include "app/pages/overview_page.h"
#include "app/pages/registry_page.h"
#include "app/pages/routing_page.h"
#include "app/pages/simulation_page.h"
#include "app/pages/training_page.h"

namespace aerie::shell {

Workspace::Workspace(rpc::Connection& connection, const rpc::Apis& apis, widgets::CommandRegistry& commands,
                     presenters::ContextsPresenter& contexts, rpc::ClusterWhatIfApi& whatIf)
    : overview_(apis.monitoring, apis.audit, world_),
      registry_(apis.registry, world_, tasks_),
      deployments_(apis.deployments, world_, tasks_),
      routing_(apis.routing, apis.experiments, world_),
      experiments_(apis.experiments, routing_.staged(), world_),
      hosts_(apis.hosts),
      audit_(apis.audit),
      simulation_(apis.simulation, &contexts),
      whatIf_(whatIf),
      monitoring_(apis.monitoring, world_),
      training_(apis.training, world_, tasks_) {
  connect(&connection, &rpc::Connection::updated, &world_, &models::World::apply);
  // The order of the rail, and of Ctrl+1..9, Ctrl+0.
  const auto add = [this](const char* id, const QString& title, const char* icon, auto make) {
    addSeat({QLatin1String(id), title, QLatin1String(icon), std::move(make)});
  };
  add("overview", pages::OverviewPage::tr("Overview"), "overview",
      [this, &commands](QWidget* parent) { return new pages::OverviewPage(overview_, commands, parent); });
  add("registry", pages::RegistryPage::tr("Registry"), "registry",
      [this, &commands](QWidget* parent) { return new pages::RegistryPage(registry_, commands, parent); });
  add("deployments", pages::DeploymentsPage::tr("Deployments"), "deployments",
      [this, &commands](QWidget* parent) {
        return new pages::DeploymentsPage(deployments_, commands, parent);
      });
  add("routing", pages::RoutingPage::tr("Routing"), "routing", [this, &commands](QWidget* parent) {
    return new pages::RoutingPage(routing_, world_, commands, parent);
  });
  add("experiments", pages::ExperimentsPage::tr("Experiments"), "experiments",
      [this, &commands](QWidget* parent) {
        return new pages::ExperimentsPage(experiments_, commands, parent);
      });
  add("monitoring", pages::MonitoringPage::tr("Monitoring"), "monitoring",
      [this, &commands](QWidget* parent) {
        return new pages::MonitoringPage(monitoring_, commands, parent);
      });
  add("training", pages::TrainingPage::tr("Training"), "training",
      [this, &commands](QWidget* parent) { return new pages::TrainingPage(training_, commands, parent); });
  add("simulation", pages::SimulationPage::tr("Simulator"), "simulation", [this, &commands](QWidget* parent) {
    return new pages::SimulationPage(simulation_, whatIf_, commands, parent);
  });
  add("hosts", pages::HostsPage::tr("Hosts"), "hosts",
      [this, &commands](QWidget* parent) { return new pages::HostsPage(hosts_, commands, parent); });
  add("audit", pages::AuditPage::tr("Audit"), "audit",
      [this, &commands](QWidget* parent) { return new pages::AuditPage(audit_, commands, parent); });
}

// Before the presenters that they show.
Workspace::~Workspace() {
  for (const PageSeat& seat : seats_) delete seat.page;
}

pages::Page* Workspace::page(int index) {
  PageSeat& seat = seats_[static_cast<std::size_t>(index)];
  if (seat.page) return seat.page;
  seat.page = seat.make(seat.place);
  Q_EMIT pageMade(index);
  return seat.page;
}

bool Workspace::makeNext() {
  const auto it = std::find_if(seats_.begin(), seats_.end(), [](const PageSeat& s) { return !s.page; });
  if (it == seats_.end()) return false;
  page(static_cast<int>(it - seats_.begin()));
  return true;
}

int Workspace::indexOf(const QString& id) const {
  const auto it = std::find_if(seats_.begin(), seats_.end(), [&](const PageSeat& s) { return s.id == id; });
  return it == seats_.end() ? -1 : static_cast<int>(it - seats_.begin());
}

QStringList Workspace::pageIds() const {
  QStringList out;
  for (const PageSeat& seat : seats_) out.append(seat.id);
  return out;
}

int Workspace::open(const QString& kind, const QString& name) {
  for (int i = 0; i < static_cast<int>(seats_.size()); ++i) {
    if (page(i)->openObject(kind, name)) return i;
  }
  if (kind == QLatin1String("model") || kind == QLatin1String("version")) {
    registry_.selectModel(name.section(QLatin1Char('@'), 0, 0));
    if (kind == QLatin1String("version")) registry_.selectVersion(name.section(QLatin1Char('@'), 1));
    return indexOf(QStringLiteral("registry"));
  }
  if (kind == QLatin1String("deployment")) {
    deployments_.select(name);
    return indexOf(QStringLiteral("deployments"));
  }
  if (kind == QLatin1String("use_case")) {
    routing_.selectUseCase(name);
    return indexOf(QStringLiteral("routing"));
  }
  return -1;
}

}  // namespace aerie::shell
