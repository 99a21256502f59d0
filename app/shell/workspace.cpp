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

namespace aerie::shell {

Workspace::Workspace(rpc::Connection& connection, const rpc::Apis& apis, widgets::CommandRegistry& commands,
                     presenters::ContextsPresenter& contexts, QWidget* window)
    : overview_(apis.monitoring, apis.audit, world_),
      registry_(apis.registry, world_, tasks_),
      deployments_(apis.deployments, world_, tasks_),
      routing_(apis.routing, apis.experiments, world_),
      experiments_(apis.experiments, routing_.staged(), world_),
      hosts_(apis.hosts),
      audit_(apis.audit),
      simulation_(apis.simulation, &contexts),
      monitoring_(apis.monitoring, world_) {
  connect(&connection, &rpc::Connection::updated, &world_, &models::World::apply);
  // The order of the rail, and of Ctrl+1..9.
  addPage(new pages::OverviewPage(overview_, commands, window));
  addPage(new pages::RegistryPage(registry_, commands, window));
  addPage(new pages::DeploymentsPage(deployments_, commands, window));
  addPage(new pages::RoutingPage(routing_, world_, commands, window));
  addPage(new pages::ExperimentsPage(experiments_, commands, window));
  addPage(new pages::MonitoringPage(monitoring_, commands, window));
  addPage(new pages::SimulationPage(simulation_, commands, window));
  addPage(new pages::HostsPage(hosts_, commands, window));
  addPage(new pages::AuditPage(audit_, commands, window));
}

Workspace::~Workspace() { qDeleteAll(pages_); }  // before the presenters that they show

int Workspace::indexOf(const QString& id) const {
  const auto it =
      std::find_if(pages_.begin(), pages_.end(), [&](const pages::Page* p) { return p->id() == id; });
  return it == pages_.end() ? -1 : static_cast<int>(it - pages_.begin());
}

QStringList Workspace::pageIds() const {
  QStringList out;
  for (const pages::Page* page : pages_) out.append(page->id());
  return out;
}

int Workspace::open(const QString& kind, const QString& name) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i]->openObject(kind, name)) return static_cast<int>(i);
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
