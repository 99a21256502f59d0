#include <QTemporaryDir>
#include <QTest>

#include "app/presenters/simulation_presenter.h"
#include "app/rpc/connection.h"
#include "app/rpc/grpc_backend.h"
#include "app/rpc/simulation_host.h"
#include "core/base/clock.h"

namespace aerie {

using presenters::SimulationPresenter;
using rpc::SimulationHost;
using Situation = SimulationPresenter::Situation;

// The desktop's side of the local simulation, with the real one behind it: started as a child, connected to,
// turned.
class TstAppSimulation final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void theControlPlaneOfTheChildGivesLiveData();
  void trafficAndFaultsAreTurnedFromTheDesktop();
  void theControlPlaneMayGoAndComeBack();
  void anotherDesktopAdoptsIt();
  void stoppingItLosesTheWatchWithAReason();

 private:
  static SimulationHost::Options options(const QString& folder) {
    SimulationHost::Options out;
    out.program = QStringLiteral(AERIE_BIN_DIR "/aerie-sim");
    out.stateDirectory = folder;
    out.arguments = {QStringLiteral("--scenario"),
                     QStringLiteral(AERIE_SOURCE_DIR "/tests/integration/short.yaml"),
                     QStringLiteral("--rate"), QStringLiteral("15")};
    return out;
  }
  const rpc::SimulationFault* fault(const char* name) const {
    for (const auto& f : presenter_->state().faults) {
      if (f.name == QLatin1String(name)) return &f;
    }
    return nullptr;
  }

  QTemporaryDir folder_;
  QObject gui_;
  SystemClock clock_;
  std::unique_ptr<SimulationHost> host_;
  std::unique_ptr<rpc::GrpcBackend> backend_;
  std::unique_ptr<rpc::Connection> connection_;
  std::unique_ptr<SimulationPresenter> presenter_;
};

void TstAppSimulation::initTestCase() {
  host_ = std::make_unique<SimulationHost>(options(folder_.filePath(QStringLiteral("simulation"))));
  host_->start();
  QTRY_VERIFY_WITH_TIMEOUT(host_->state() != SimulationHost::State::Starting, 60'000);
  QVERIFY2(host_->state() == SimulationHost::State::Running, qPrintable(host_->problem()));
  qInfo("the simulation served after %lld ms", static_cast<long long>(host_->startTookMs()));
  QVERIFY(host_->progress().size() >= 4);
}

void TstAppSimulation::cleanupTestCase() {
  presenter_.reset();
  connection_.reset();
  if (backend_) backend_->shutdown();
  host_.reset();
}

void TstAppSimulation::theControlPlaneOfTheChildGivesLiveData() {
  auto backend = rpc::GrpcBackend::create(gui_, host_->addresses().control.toStdString());
  QVERIFY(backend.ok());
  backend_ = *std::move(backend);
  backend_->setSimulation(host_->addresses().simulation.toStdString());
  rpc::Connection::Options connecting;
  connecting.address = host_->addresses().control;
  connection_ = std::make_unique<rpc::Connection>(backend_->apis().system, clock_, connecting);
  rpc::WorldUpdate seen;
  connect(connection_.get(), &rpc::Connection::updated, this,
          [&](const rpc::WorldUpdate& update) { seen.merge(update); });
  connection_->start();
  QTRY_VERIFY_WITH_TIMEOUT(seen.status && !seen.status->proxies.isEmpty() &&
                               !seen.status->proxies.front().useCases.isEmpty() &&
                               seen.status->proxies.front().useCases.front().items > 0,
                           20'000);
  connection_->disconnect(this);
}

void TstAppSimulation::trafficAndFaultsAreTurnedFromTheDesktop() {
  presenter_ = std::make_unique<SimulationPresenter>(backend_->apis().simulation, nullptr);
  presenter_->setWatching(true);
  QTRY_COMPARE_WITH_TIMEOUT(presenter_->situation(), Situation::Live, 10'000);
  QTRY_COMPARE_WITH_TIMEOUT(presenter_->scenarios().size(), 4, 10'000);
  presenter_->setRate(25);
  presenter_->setScenario(QStringLiteral("bursts"));
  QTRY_VERIFY_WITH_TIMEOUT(!presenter_->busy(), 10'000);
  // The answers are in; the state comes on its own stream.
  QTRY_COMPARE_WITH_TIMEOUT(presenter_->state().rate, 25.0, 10'000);
  QTRY_COMPARE_WITH_TIMEOUT(presenter_->state().scenario, QStringLiteral("bursts"), 10'000);
  presenter_->setScenario(QStringLiteral("steady"));
  presenter_->setFault(QStringLiteral("pause_sidecar"), true);
  QTRY_VERIFY_WITH_TIMEOUT(fault("pause_sidecar")->on, 20'000);
  presenter_->setFault(QStringLiteral("pause_sidecar"), false);
  QTRY_VERIFY_WITH_TIMEOUT(!fault("pause_sidecar")->on && !fault("pause_sidecar")->busy, 20'000);
  QVERIFY(!fault("pause_sidecar")->lastEffect.isEmpty());
}

void TstAppSimulation::theControlPlaneMayGoAndComeBack() {
  using State = rpc::Connection::State;
  QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), State::Connected, 10'000);
  presenter_->setFault(QStringLiteral("stop_control_plane"), true);
  QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), State::Lost, 20'000);
  QCOMPARE(presenter_->situation(), Situation::Live);  // it has a connection of its own
  const quint64 sent = presenter_->state().sent;
  QTRY_VERIFY_WITH_TIMEOUT(presenter_->state().sent > sent, 10'000);
  QTRY_VERIFY_WITH_TIMEOUT(!fault("stop_control_plane")->busy, 20'000);
  presenter_->setFault(QStringLiteral("stop_control_plane"), false);
  QTRY_COMPARE_WITH_TIMEOUT(connection_->state(), State::Connected, 40'000);
  QTRY_VERIFY_WITH_TIMEOUT(!fault("stop_control_plane")->on && !fault("stop_control_plane")->busy, 20'000);
}

void TstAppSimulation::anotherDesktopAdoptsIt() {
  SimulationHost other(options(folder_.filePath(QStringLiteral("simulation"))));
  other.start();
  QCOMPARE(other.state(), SimulationHost::State::Running);
  QVERIFY(!other.startedHere());
  QCOMPARE(other.addresses(), host_->addresses());
}

void TstAppSimulation::stoppingItLosesTheWatchWithAReason() {
  host_->stop();
  QTRY_COMPARE_WITH_TIMEOUT(host_->state(), SimulationHost::State::Absent, 40'000);
  QTRY_COMPARE_WITH_TIMEOUT(presenter_->situation(), Situation::Lost, 10'000);
  QVERIFY(!presenter_->problem().isEmpty());
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstAppSimulation)
#include "tst_app_simulation.moc"
