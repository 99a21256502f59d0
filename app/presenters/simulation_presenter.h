// What the simulator page does: watches the local simulation and turns its traffic, clock and faults. No
// widgets; GUI thread. It talks to the simulation itself, so it goes on while the control plane is cut.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/models/id_table_model.h"
#include "app/presenters/contexts_presenter.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

class SimulationPresenter final : public QObject {
  Q_OBJECT
 public:
  enum class Situation {
    Absent,     // none runs: it can be started
    Outside,    // none of this desktop runs, and another control plane is shown: otherContext()
    Starting,   // with progress()
    Failed,     // it could not be started, or died: problem()
    Elsewhere,  // it runs, but another context is shown
    Loading,    // no state has come yet
    Live,
    Lost,  // it does not answer; the last state stays
  };
  Q_ENUM(Situation)

  // Without contexts (tests) the simulation is taken to run and to be the one that is shown.
  SimulationPresenter(rpc::SimulationApi& api, ContextsPresenter* contexts, QObject* parent = nullptr);

  // The page is seen or not: the watch is open only while it is.
  void setWatching(bool watching);

  Situation situation() const;
  const rpc::SimulationState& state() const { return state_; }
  const QList<rpc::SimulationScenario>& scenarios() const { return scenarios_; }
  QString progress() const;
  QString problem() const;
  // Name of the context that is shown instead of the simulation.
  QString otherContext() const;
  // A change is under way.
  bool busy() const { return changes_ > 0; }

  // The words for a fault or a scenario in the language of the desktop; what the simulation says when it is
  // unknown.
  static QString titleOf(const rpc::SimulationFault& fault);
  static QString descriptionOf(const rpc::SimulationFault& fault);
  static QString titleOf(const rpc::SimulationScenario& scenario);
  static QString descriptionOf(const rpc::SimulationScenario& scenario);
  // "Friday 4 May 2001, 13:37"
  QString worldTimeText() const;

  void startSimulation();
  void showSimulation();  // Elsewhere: switches to it
  void setRunning(bool running);
  void setRate(double requestsPerSecond);
  void setSpeed(double speed);
  void setScenario(const QString& name);
  void setFault(const QString& name, bool on);

 Q_SIGNALS:
  // The situation is another, or the list of scenarios came.
  void situationChanged();
  // At most five times a second.
  void stateChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  bool reachable() const;
  void open();
  void close();
  void contextMoved();
  void change(const rpc::TrafficChange& change, const QString& headline);
  void take(const rpc::SimulationState& state);

  rpc::SimulationApi& api_;
  ContextsPresenter* contexts_;
  rpc::SimulationState state_;
  QList<rpc::SimulationScenario> scenarios_;
  bool watching_ = false;
  bool open_ = false;
  bool seen_ = false;
  bool lost_ = false;
  QString reason_;
  int changes_ = 0;
  quint64 attempt_ = 0;  // answers of older watches are ignored
  rpc::Ticket watch_;
  QTimer retry_;
};

}  // namespace aerie::presenters
