// aerie.v1.ExperimentService over core/experiments: a change that would break a routing config is refused.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "services/control/environment.h"

namespace aerie::control {

class ExperimentService final : public v1::ExperimentService::CallbackService {
 public:
  explicit ExperimentService(Environment& environment) : environment_(environment) {}
  grpc::ServerUnaryReactor* Create(grpc::CallbackServerContext* context,
                                   const v1::CreateExperimentRequest* request,
                                   v1::Experiment* response) override;
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context, const v1::ExperimentRequest* request,
                                v1::Experiment* response) override;
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context,
                                 const v1::ListExperimentsRequest* request,
                                 v1::ListExperimentsResponse* response) override;
  grpc::ServerUnaryReactor* SetWeights(grpc::CallbackServerContext* context,
                                       const v1::SetWeightsRequest* request,
                                       v1::SetWeightsResponse* response) override;
  grpc::ServerUnaryReactor* Start(grpc::CallbackServerContext* context, const v1::ExperimentRequest* request,
                                  v1::Experiment* response) override;
  grpc::ServerUnaryReactor* Stop(grpc::CallbackServerContext* context, const v1::ExperimentRequest* request,
                                 v1::Experiment* response) override;

 private:
  using Change = std::function<absl::StatusOr<assignment::Experiment>(const services::Caller&)>;
  absl::Status apply(const services::Caller& caller, const std::string& action, const Change& change,
                     v1::Experiment* response);

  Environment& environment_;
};

absl::Status listExperiments(const experiments::ExperimentRepository& repository,
                             v1::ListExperimentsResponse& response);

}  // namespace aerie::control
