// aerie.v1.DeploymentService over core/deploy.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "services/control/control_options.h"
#include "services/control/environment.h"

namespace aerie::control {

// Memory and CPU of replicas: between two looks, at the first one since their start. Thread-safe.
class UsageTable final {
 public:
  UsageTable(const deploy::Launcher& launcher, const Clock& clock) : launcher_(launcher), clock_(clock) {}
  // Reads /proc; call on an executor.
  void fill(const deploy::Deployment& deployment, v1::Deployment& out);

 private:
  struct Sample {
    MonoTime at{};
    deploy::ProcessUsage usage;
    double percent = 0;
  };
  const deploy::Launcher& launcher_;
  const Clock& clock_;
  Mutex mutex_;
  std::map<std::pair<std::int64_t, std::uint64_t>, Sample> samples_ AERIE_GUARDED_BY(mutex_);
};

class DeploymentService final : public v1::DeploymentService::CallbackService {
 public:
  // All outlive the service.
  DeploymentService(Environment& environment, const ControlOptions& options, UsageTable& usage)
      : environment_(environment), options_(options), usage_(usage) {}
  grpc::ServerUnaryReactor* Create(grpc::CallbackServerContext* context,
                                   const v1::CreateDeploymentRequest* request,
                                   v1::Deployment* response) override;
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context,
                                 const v1::ListDeploymentsRequest* request,
                                 v1::ListDeploymentsResponse* response) override;
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context, const v1::DeploymentRequest* request,
                                v1::Deployment* response) override;
  grpc::ServerUnaryReactor* Scale(grpc::CallbackServerContext* context, const v1::ScaleRequest* request,
                                  v1::Deployment* response) override;
  grpc::ServerUnaryReactor* Restart(grpc::CallbackServerContext* context,
                                    const v1::DeploymentRequest* request, v1::Deployment* response) override;
  grpc::ServerUnaryReactor* Rollback(grpc::CallbackServerContext* context, const v1::RollbackRequest* request,
                                     v1::Deployment* response) override;
  grpc::ServerUnaryReactor* Delete(grpc::CallbackServerContext* context, const v1::DeploymentRequest* request,
                                   v1::Deployment* response) override;
  grpc::ServerWriteReactor<v1::LogLine>* Logs(grpc::CallbackServerContext* context,
                                              const v1::LogsRequest* request) override;

 private:
  Environment& environment_;
  const ControlOptions& options_;
  UsageTable& usage_;
};

}  // namespace aerie::control
