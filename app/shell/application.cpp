#include "app/shell/application.h"

#include <utility>

#include "app/presenters/errors.h"
#include "core/base/status.h"

namespace aerie::shell {

using rpc::Profile;
using rpc::SimulationHost;

Application::Session::~Session() {
  window.reset();
  if (connection) connection->stop();
  connection.reset();
  if (backend) backend->shutdown();
}

Application::Application(QObject& gui, Desk& desk, const Clock& clock)
    : gui_(gui), desk_(desk), clock_(clock) {
  connect(&desk_.contexts, &presenters::ContextsPresenter::openWanted, this, &Application::openWanted,
          Qt::QueuedConnection);  // the window that asked must not be gone before its slot has ended
  connect(&desk_.simulation, &SimulationHost::stateChanged, this, [this] {
    if (desk_.simulation.state() == SimulationHost::State::Failed) awaiting_ = false;
  });
}

Application::~Application() = default;

Profile Application::profileOf(const QString& address) {
  if (desk_.simulation.adopt() && desk_.simulation.addresses().control == address) {
    Profile simulation = *desk_.profiles.find(models::ProfileStore::simulationId());
    simulation.address = address;
    return simulation;
  }
  for (const Profile& p : desk_.profiles.profiles()) {
    if (!p.simulation && p.address == address) return p;
  }
  Profile p;
  p.id = QStringLiteral("command-line");
  p.name = address;
  p.address = address;
  return p;
}

absl::Status Application::openChosen() {
  const QString& chosen = desk_.profiles.chosen();
  const Profile* known = desk_.profiles.find(chosen);
  if (known && !known->simulation) return open(*known);
  AERIE_RETURN_IF_ERROR(open(*desk_.profiles.find(models::ProfileStore::simulationId())));
  if (known && (desk_.simulation.adopt() || desk_.preferences.autoSimulation())) {
    awaiting_ = true;
    desk_.contexts.startSimulation();
  }
  return absl::OkStatus();
}

absl::Status Application::open(const Profile& profile) {
  auto session = std::make_unique<Session>();
  AERIE_ASSIGN_OR_RETURN(session->backend, rpc::GrpcBackend::create(gui_, profile));
  session->guard = std::make_unique<GuardedApis>(session->backend->apis());
  const rpc::Apis apis = session->guard->apis();
  rpc::Connection::Options options;
  options.address = profile.address.isEmpty() ? profile.name : profile.address;
  session->connection = std::make_unique<rpc::Connection>(apis.system, clock_, options);
  const SimulationHost& simulation = desk_.simulation;
  if (profile.simulation && simulation.state() == SimulationHost::State::Running) {
    session->backend->setSimulation(simulation.addresses().simulation.toStdString());
  }
  // Before the window's own connections: who hears of a new status finds the daemon's address in place.
  connect(session->connection.get(), &rpc::Connection::updated, session->connection.get(),
          [backend = session->backend.get(), profile](const rpc::WorldUpdate& update) {
            if (!update.status) return;
            const QString address = rpc::trainingAddressOf(profile, update.status->trainingAddress);
            if (const absl::Status moved = backend->setTraining(address); !moved.ok())
              qWarning("training daemon at %s: %s", qUtf8Printable(address), messageOf(moved).c_str());
          });
  if (session_) session_->window->saveState();
  desk_.contexts.setActive(profile);
  session->window = std::make_unique<MainWindow>(*session->connection, apis, desk_);
  session->guard->setParent(session->window.get());
  if (session_ && session_->window->isVisible()) session->window->show();
  std::swap(session_, session);
  session.reset();
  if (!profile.address.isEmpty()) session_->connection->start();
  Q_EMIT opened();
  return absl::OkStatus();
}

void Application::openWanted(const Profile& profile) {
  awaiting_ = false;
  if (const absl::Status status = open(profile); !status.ok() && window()) {
    window()->showProblem(tr("\"%1\" cannot be opened").arg(profile.name), presenters::detailOf(status));
  }
}

}  // namespace aerie::shell
