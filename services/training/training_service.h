// TrainingService on gRPC's callback API: everything that blocks is done on the executor.
#pragma once

#include "aerie/v1/training.grpc.pb.h"
#include "services/training/environment.h"

namespace aerie::training_service {

class TrainingService final : public v1::TrainingService::CallbackService {
 public:
  // `environment` outlives it.
  explicit TrainingService(Environment& environment) : environment_(environment) {}

  grpc::ServerUnaryReactor* Submit(grpc::CallbackServerContext* context,
                                   const v1::SubmitTrainingRequest* request,
                                   v1::SubmitTrainingResponse* response) override;
  grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* UploadDirectory(
      grpc::CallbackServerContext* context, v1::UploadTrainingDirectoryResponse* response) override;
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context,
                                 const v1::ListTrainingJobsRequest* request,
                                 v1::ListTrainingJobsResponse* response) override;
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context,
                                const v1::GetTrainingJobRequest* request, v1::TrainingJob* response) override;
  grpc::ServerUnaryReactor* ListTasks(grpc::CallbackServerContext* context,
                                      const v1::ListTrainingTasksRequest* request,
                                      v1::ListTrainingTasksResponse* response) override;
  grpc::ServerUnaryReactor* Cancel(grpc::CallbackServerContext* context,
                                   const v1::CancelTrainingRequest* request,
                                   v1::TrainingJob* response) override;
  grpc::ServerUnaryReactor* Retry(grpc::CallbackServerContext* context,
                                  const v1::RetryTrainingRequest* request,
                                  v1::TrainingJob* response) override;
  grpc::ServerWriteReactor<v1::WatchTrainingResponse>* Watch(
      grpc::CallbackServerContext* context, const v1::WatchTrainingRequest* request) override;
  grpc::ServerWriteReactor<v1::TrainingLogsResponse>* Logs(grpc::CallbackServerContext* context,
                                                           const v1::TrainingLogsRequest* request) override;
  grpc::ServerUnaryReactor* Plan(grpc::CallbackServerContext* context, const v1::PlanTrainingRequest* request,
                                 v1::TrainingPlan* response) override;
  grpc::ServerUnaryReactor* ListClusters(grpc::CallbackServerContext* context,
                                         const v1::ListTrainingClustersRequest* request,
                                         v1::ListTrainingClustersResponse* response) override;
  grpc::ServerUnaryReactor* DeleteCluster(grpc::CallbackServerContext* context,
                                          const v1::DeleteTrainingClusterRequest* request,
                                          v1::TrainingCluster* response) override;
  grpc::ServerUnaryReactor* Utilisation(grpc::CallbackServerContext* context,
                                        const v1::TrainingUtilisationRequest* request,
                                        v1::TrainingUtilisationResponse* response) override;
  grpc::ServerUnaryReactor* Timeline(grpc::CallbackServerContext* context,
                                     const v1::TrainingTimelineRequest* request,
                                     v1::TrainingTimelineResponse* response) override;

 private:
  Environment& environment_;
};

}  // namespace aerie::training_service
