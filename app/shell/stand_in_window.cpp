#include "app/shell/stand_in_window.h"

#include <QDir>
#include <QPointer>
#include <QTimer>

#include "app/rpc/grpc_backend.h"
#include "core/base/status.h"

namespace aerie::shell {

using std::chrono::minutes;

// Tells what was seen, if anything, and ends; whoever asks later hears that nobody is there.
class StandInWindow::LastWords final : public rpc::SystemApi {
 public:
  LastWords(QString address, std::optional<rpc::WorldUpdate> seen)
      : address_(std::move(address)), seen_(std::move(seen)) {}

  rpc::Ticket getStatus(QObject* context, rpc::Answer<rpc::SystemStatus> answer) override {
    QTimer::singleShot(0, context, [this, answer] { answer(gone()); });
    return {};
  }
  rpc::Ticket watch(QObject* context, std::function<void(const rpc::WorldUpdate&)> update,
                    rpc::Answer<rpc::Done> ended) override {
    QTimer::singleShot(0, context, [this, update, ended] {
      if (seen_) update(*std::exchange(seen_, std::nullopt));
      ended(gone());
    });
    return {};
  }

 private:
  absl::Status gone() const {
    return unavailable("connect to {}: connection refused", address_.toStdString());
  }

  const QString address_;
  std::optional<rpc::WorldUpdate> seen_;
};

namespace {

rpc::WorldUpdate updateOf(const models::World& world) {
  rpc::WorldUpdate out;
  out.complete = true;
  out.models = world.models();
  out.deployments = world.deployments();
  out.routings = world.routings();
  out.experiments = world.experiments();
  out.status = world.status();
  return out;
}

rpc::Profile remote() {
  rpc::Profile out;
  out.id = QStringLiteral("stand-in");
  out.name = QStringLiteral("staging");
  out.address = QStringLiteral("127.0.0.1:7700");
  out.kind = rpc::Profile::Kind::Staging;
  return out;
}

}  // namespace

QString StandInWindow::nameOf(State state) {
  switch (state) {
    case State::FirstRun: return QStringLiteral("first-run");
    case State::SimulationFailed: return QStringLiteral("simulation-failed");
    case State::NotConnected: return QStringLiteral("not-connected");
    case State::Lost: return QStringLiteral("connection-lost");
  }
  return {};
}

StandInWindow::StandInWindow(State state, const models::World& seen, widgets::Theme& theme) {
  rpc::SimulationHost::Options simulation;
  simulation.program = QDir(home_.path()).filePath(QStringLiteral("aerie-sim"));  // is not there
  simulation.stateDirectory = home_.path();
  desk_ = std::make_unique<Desk>(theme, simulation);
  const bool named = state == State::NotConnected || state == State::Lost;
  const rpc::Profile profile = named ? remote() : desk_->profiles.profiles().front();
  desk_->contexts.setActive(profile);
  std::optional<rpc::WorldUpdate> last;
  if (state == State::Lost) last = updateOf(seen);
  system_ = std::make_unique<LastWords>(profile.address, std::move(last));
  // Without an address every other call fails.
  auto backend = rpc::GrpcBackend::create(gui_, rpc::Profile());
  Q_ASSERT(backend.ok());
  backend_ = std::move(*backend);
  rpc::Connection::Options options;
  options.address = profile.address;
  options.firstBackoff = options.maxBackoff = minutes(1);  // what is shown stands still
  connection_ = std::make_unique<rpc::Connection>(*system_, clock_, options);
  const rpc::Apis dead = backend_->apis();
  window_ = std::make_unique<MainWindow>(
      *connection_,
      rpc::Apis{dead.registry, dead.deployments, dead.routing, dead.experiments, *system_, dead.monitoring,
                dead.hosts, dead.audit, dead.simulation, dead.training},
      *desk_);
  if (state == State::SimulationFailed) desk_->contexts.startSimulation();
  if (named) connection_->start();
}

StandInWindow::~StandInWindow() {
  window_.reset();
  connection_->stop();
  connection_.reset();
  backend_->shutdown();
}

}  // namespace aerie::shell
