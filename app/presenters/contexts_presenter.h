// Where the desktop is connected to and where it could be: the profiles, the local simulation's life, and
// tests of a connection. It asks for switches; the shell makes them. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <functional>

#include "app/models/id_table_model.h"
#include "app/models/profile_store.h"
#include "app/rpc/simulation_host.h"
#include "app/rpc/ticket.h"
#include "app/rpc/types.h"

namespace aerie::presenters {

class ContextsPresenter final : public QObject {
  Q_OBJECT
 public:
  // Asks the control plane of a profile for its status, once.
  using Probe = std::function<rpc::Ticket(const rpc::Profile& profile, QObject* context,
                                          rpc::Answer<rpc::SystemStatus> answer)>;
  enum class TestState { None, Running, Passed, Failed };

  ContextsPresenter(models::ProfileStore& store, rpc::SimulationHost& simulation, Probe probe,
                    QObject* parent = nullptr);

  models::ProfileStore& store() { return store_; }
  rpc::SimulationHost& simulation() { return simulation_; }

  // The context that is shown now. It may be one that is not stored (from the command line).
  const rpc::Profile& active() const { return active_; }
  void setActive(const rpc::Profile& profile);
  // Remembers the choice and asks for the switch; the simulation is started first when it does not run.
  void choose(const QString& id);
  // Nothing was chosen ever: the first run.
  bool nothingChosen() const { return store_.chosen().isEmpty(); }

  void startSimulation();
  void stopSimulation() { simulation_.stop(); }
  // "Running", "Starting: loading features"...
  QString simulationWord() const;
  models::Tone simulationTone() const;

  void test(const rpc::Profile& profile);
  void cancelTest();
  TestState testState() const { return testState_; }
  QString testText() const { return testText_; }

 Q_SIGNALS:
  // The shell opens this one; the address of the simulation is filled in.
  void openWanted(const aerie::rpc::Profile& profile);
  void activeChanged();
  void simulationChanged();
  void testChanged();

 private:
  void simulationMoved();

  models::ProfileStore& store_;
  rpc::SimulationHost& simulation_;
  const Probe probe_;
  rpc::Profile active_;
  bool openWhenRunning_ = false;
  TestState testState_ = TestState::None;
  QString testText_;
  rpc::Ticket testTicket_;
  quint64 testNumber_ = 0;
};

}  // namespace aerie::presenters
