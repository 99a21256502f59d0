// The controls of the local simulation over gRPC. Unlike the other services it lives on a socket of its own,
// which is known only once a simulation runs. Included by the implementation files of this room only.
#pragma once

#include <vector>

#include "aerie/v1/simulation.grpc.pb.h"
#include "app/rpc/api.h"
#include "app/rpc/grpc_call.h"

namespace aerie::rpc {

// GUI thread only. Not connected at first.
class GrpcSimulationApi final : public SimulationApi {
 public:
  // `home` gives the GUI object and the book of calls; its channel is not used.
  explicit GrpcSimulationApi(const CallHome& home) : home_{home.gui, home.book, nullptr} {}
  // "unix:/.../sim.sock"; empty disconnects. Calls in flight to the address before end by themselves.
  void connectTo(const std::string& address);

  Ticket getState(QObject* context, Answer<SimulationState> answer) override;
  Ticket watchState(QObject* context, std::function<void(const SimulationState&)> state,
                    Answer<Done> ended) override;
  Ticket listScenarios(QObject* context, Answer<QList<SimulationScenario>> answer) override;
  Ticket setTraffic(const TrafficChange& change, QObject* context, Answer<SimulationState> answer) override;
  Ticket setFault(const QString& name, bool on, QObject* context, Answer<SimulationState> answer) override;

 private:
  template <class T>
  Ticket refuse(QObject* context, Answer<T> answer) const;

  CallHome home_;
  // Channels of before that calls may still run on: the last reference goes here, not in a reaction.
  std::vector<std::shared_ptr<grpc::Channel>> retired_;
  std::unique_ptr<v1::SimulationService::Stub> stub_;
};

}  // namespace aerie::rpc
