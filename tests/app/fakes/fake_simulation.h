// A local simulation in memory: answers are queued, guarded by their context, and told to the watchers.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "app/rpc/api.h"

namespace aerie::testing {

class FakeSimulation final : public rpc::SimulationApi {
 public:
  FakeSimulation();

  // ---- the state, free to edit; push() tells the watchers
  rpc::SimulationState state;
  QList<rpc::SimulationScenario> scenarios;

  // ---- what tests look at and turn
  QStringList calls;      // "setFault kill_worker on"
  absl::Status failNext;  // not OK: the next change answers this instead
  bool reachable = true;
  bool hold = false;  // faults stay busy until release()
  void push();
  void release();
  void dropWatch(const absl::Status& why);
  int watchers() const { return static_cast<int>(watches_.size()); }

  rpc::Ticket getState(QObject* context, rpc::Answer<rpc::SimulationState> answer) override;
  rpc::Ticket watchState(QObject* context, std::function<void(const rpc::SimulationState&)> state,
                         rpc::Answer<rpc::Done> ended) override;
  rpc::Ticket listScenarios(QObject* context, rpc::Answer<QList<rpc::SimulationScenario>> answer) override;
  rpc::Ticket setTraffic(const rpc::TrafficChange& change, QObject* context,
                         rpc::Answer<rpc::SimulationState> answer) override;
  rpc::Ticket setFault(const QString& name, bool on, QObject* context,
                       rpc::Answer<rpc::SimulationState> answer) override;

 private:
  struct Watch {
    QPointer<QObject> guard;
    std::function<void(const rpc::SimulationState&)> state;
    rpc::Answer<rpc::Done> ended;
  };
  void post(QObject* context, std::function<void()> f);
  absl::Status takeFailure();

  QObject gui_;
  std::vector<std::function<void()>> held_;
  std::vector<std::shared_ptr<Watch>> watches_;
};

}  // namespace aerie::testing
