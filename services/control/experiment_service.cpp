#include "services/control/experiment_service.h"

#include "core/base/status.h"
#include "services/common/convert.h"
#include "services/control/world.h"

namespace aerie::control {
namespace {

using services::Caller;
using services::Role;

std::string weightsText(const v1::Experiment& experiment) {
  std::string text = fmt::format("coverage {}", experiment.coverage());
  for (const v1::Arm& arm : experiment.arms()) text += fmt::format(", {} {}", arm.name(), arm.weight());
  return text;
}

}  // namespace

absl::Status listExperiments(const experiments::ExperimentRepository& repository,
                             v1::ListExperimentsResponse& response) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<assignment::Experiment> experiments, repository.list());
  for (const assignment::Experiment& experiment : experiments)
    *response.add_experiments() = services::toProto(experiment);
  AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, repository.revision());
  response.set_revision(revision);
  return absl::OkStatus();
}

absl::Status ExperimentService::apply(const Caller& caller, const std::string& action, const Change& change,
                                      v1::Experiment* response) {
  AERIE_RETURN_IF_ERROR(environment_.configs.changeExperiments([&]() -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const assignment::Experiment experiment, change(caller));
    *response = services::toProto(experiment);
    return absl::OkStatus();
  }));
  environment_.world.touch(World::kExperiments);
  return environment_.audit.append(caller.name, action, response->name(), weightsText(*response));
}

grpc::ServerUnaryReactor* ExperimentService::Create(grpc::CallbackServerContext* context,
                                                    const v1::CreateExperimentRequest* request,
                                                    v1::Experiment* response) {
  return answerChange(
      environment_, context, "CreateExperiment", Role::kEngineer, request->request_id(), response,
      [=, this](const Caller& caller) -> absl::Status {
        AERIE_ASSIGN_OR_RETURN(const experiments::ExperimentSpec spec, services::fromProto(*request));
        return apply(
            caller, "experiment.create",
            [&](const Caller& c) { return environment_.experiments.create(spec, c.name); }, response);
      });
}

grpc::ServerUnaryReactor* ExperimentService::Get(grpc::CallbackServerContext* context,
                                                 const v1::ExperimentRequest* request,
                                                 v1::Experiment* response) {
  return answer(environment_, context, "GetExperiment", Role::kViewer,
                [=, this](const Caller&) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(const assignment::Experiment experiment,
                                         environment_.experiments.get(request->name()));
                  *response = services::toProto(experiment);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* ExperimentService::List(grpc::CallbackServerContext* context,
                                                  const v1::ListExperimentsRequest*,
                                                  v1::ListExperimentsResponse* response) {
  return answer(environment_, context, "ListExperiments", Role::kViewer,
                [=, this](const Caller&) { return listExperiments(environment_.experiments, *response); });
}

grpc::ServerUnaryReactor* ExperimentService::SetWeights(grpc::CallbackServerContext* context,
                                                        const v1::SetWeightsRequest* request,
                                                        v1::SetWeightsResponse* response) {
  if (request->dry_run()) {
    return answer(environment_, context, "PreviewWeights", Role::kViewer,
                  [=, this](const Caller& caller) -> absl::Status {
                    AERIE_ASSIGN_OR_RETURN(const experiments::WeightChange change,
                                           services::fromProto(*request));
                    AERIE_ASSIGN_OR_RETURN(
                        const experiments::WeightResult result,
                        environment_.experiments.setWeights(request->name(), change, true, caller.name));
                    *response = services::toProto(result);
                    return absl::OkStatus();
                  });
  }
  return answerChange(
      environment_, context, "SetWeights", Role::kEngineer, request->request_id(), response,
      [=, this](const Caller& caller) -> absl::Status {
        AERIE_ASSIGN_OR_RETURN(const experiments::WeightChange change, services::fromProto(*request));
        std::uint32_t moved = 0;
        const auto set = [&](const Caller& c) -> absl::StatusOr<assignment::Experiment> {
          AERIE_ASSIGN_OR_RETURN(const experiments::WeightResult result,
                                 environment_.experiments.setWeights(request->name(), change, false, c.name));
          moved = result.buckets_moved;
          return result.experiment;
        };
        AERIE_RETURN_IF_ERROR(apply(caller, "experiment.set_weights", set, response->mutable_experiment()));
        response->set_buckets_moved(moved);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* ExperimentService::Start(grpc::CallbackServerContext* context,
                                                   const v1::ExperimentRequest* request,
                                                   v1::Experiment* response) {
  return answerChange(
      environment_, context, "StartExperiment", Role::kEngineer, request->request_id(), response,
      [=, this](const Caller& caller) {
        return apply(
            caller, "experiment.start",
            [&](const Caller& c) { return environment_.experiments.start(request->name(), c.name); },
            response);
      });
}

grpc::ServerUnaryReactor* ExperimentService::Stop(grpc::CallbackServerContext* context,
                                                  const v1::ExperimentRequest* request,
                                                  v1::Experiment* response) {
  return answerChange(
      environment_, context, "StopExperiment", Role::kEngineer, request->request_id(), response,
      [=, this](const Caller& caller) {
        return apply(
            caller, "experiment.stop",
            [&](const Caller& c) { return environment_.experiments.stop(request->name(), c.name); },
            response);
      });
}

}  // namespace aerie::control
