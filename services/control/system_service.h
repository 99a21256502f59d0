// aerie.v1.SystemService: status, audit log, and the stream that the desktop lives on.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "services/control/environment.h"

namespace aerie::control {

class SystemService final : public v1::SystemService::CallbackService {
 public:
  // `status` fills a SystemStatus; runs on the executor.
  SystemService(Environment& environment, std::function<void(v1::SystemStatus&)> status)
      : environment_(environment), status_(std::move(status)) {}
  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context, const v1::StatusRequest* request,
                                      v1::SystemStatus* response) override;
  grpc::ServerUnaryReactor* ListAudit(grpc::CallbackServerContext* context,
                                      const v1::ListAuditRequest* request,
                                      v1::ListAuditResponse* response) override;
  grpc::ServerWriteReactor<v1::WorldUpdate>* Watch(grpc::CallbackServerContext* context,
                                                   const v1::WatchRequest* request) override;

 private:
  Environment& environment_;
  const std::function<void(v1::SystemStatus&)> status_;
};

}  // namespace aerie::control
