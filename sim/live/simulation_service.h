// SimulationService over a running simulation.
#pragma once

#include "aerie/v1/simulation.grpc.pb.h"
#include "sim/live/live_simulation.h"

namespace aerie::sim {

// Reactions never block: changes run on the simulation's own executor. `simulation` must outlive the server.
class SimulationServiceImpl final : public v1::SimulationService::CallbackService {
 public:
  explicit SimulationServiceImpl(LiveSimulation& simulation) : simulation_(simulation) {}

  grpc::ServerUnaryReactor* GetState(grpc::CallbackServerContext* context,
                                     const v1::SimulationStateRequest* request,
                                     v1::SimulationState* response) override;
  grpc::ServerWriteReactor<v1::SimulationState>* Watch(grpc::CallbackServerContext* context,
                                                       const v1::SimulationWatchRequest* request) override;
  grpc::ServerUnaryReactor* ListScenarios(grpc::CallbackServerContext* context,
                                          const v1::ListScenariosRequest* request,
                                          v1::ListScenariosResponse* response) override;
  grpc::ServerUnaryReactor* SetTraffic(grpc::CallbackServerContext* context,
                                       const v1::SetTrafficRequest* request,
                                       v1::SimulationState* response) override;
  grpc::ServerUnaryReactor* SetFault(grpc::CallbackServerContext* context, const v1::SetFaultRequest* request,
                                     v1::SimulationState* response) override;

 private:
  grpc::ServerUnaryReactor* change(grpc::CallbackServerContext* context, v1::SimulationState* response,
                                   std::function<absl::Status()> work);
  LiveSimulation& simulation_;
};

}  // namespace aerie::sim
