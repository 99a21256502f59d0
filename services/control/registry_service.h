// aerie.v1.RegistryService over core/registry.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "services/control/environment.h"

namespace aerie::control {

class RegistryService final : public v1::RegistryService::CallbackService {
 public:
  explicit RegistryService(Environment& environment) : environment_(environment) {}
  grpc::ServerReadReactor<v1::RegisterChunk>* Register(grpc::CallbackServerContext* context,
                                                       v1::ModelVersion* response) override;
  grpc::ServerUnaryReactor* ListModels(grpc::CallbackServerContext* context,
                                       const v1::ListModelsRequest* request,
                                       v1::ListModelsResponse* response) override;
  grpc::ServerUnaryReactor* GetModelVersion(grpc::CallbackServerContext* context,
                                            const v1::GetModelVersionRequest* request,
                                            v1::ModelVersion* response) override;
  grpc::ServerUnaryReactor* Promote(grpc::CallbackServerContext* context, const v1::PromoteRequest* request,
                                    v1::ModelVersion* response) override;
  grpc::ServerUnaryReactor* Archive(grpc::CallbackServerContext* context, const v1::ArchiveRequest* request,
                                    v1::ModelVersion* response) override;
  grpc::ServerWriteReactor<v1::DownloadChunk>* Download(grpc::CallbackServerContext* context,
                                                        const v1::DownloadRequest* request) override;

 private:
  Environment& environment_;
};

// All models as one message; also the World's part.
absl::Status listModels(const registry::Registry& registry, const std::string& search, bool include_archived,
                        v1::ListModelsResponse& response);
// Moves the stage, audits it, and gives the deployments that follow it a new generation.
absl::StatusOr<registry::ModelVersion> promote(Environment& environment, const std::string& actor,
                                               const std::string& model, const std::string& version,
                                               const std::string& stage);

}  // namespace aerie::control
