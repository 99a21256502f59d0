#include "tests/bench/serving/echo_server.h"

#include <grpcpp/grpcpp.h>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "services/common/rpc_server.h"
#include "services/common/stop_signal.h"
#include "tests/bench/serving/world.h"

namespace aerie::bench {
namespace {

class EchoService final : public v1::Worker::CallbackService {
 public:
  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::WorkerRequest* request,
                                    v1::PredictResponse* response) override {
    const std::uint64_t rows = request->feature_data_frame().row_count();
    response->set_request_id(request->request_id());
    response->add_served_by()->set_endpoint("echo");
    response->mutable_outputs()->set_row_count(rows);
    v1::Column* column = response->mutable_outputs()->add_columns();
    column->set_name(kOutput);
    column->mutable_floats()->mutable_values()->Resize(static_cast<int>(rows), 0.5F);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

}  // namespace

absl::Status runEchoServer(const std::vector<std::string>& listen,
                           const std::filesystem::path& address_file) {
  services::blockStopSignals();
  EchoService service;
  services::RpcServerOptions options;
  options.listen = listen;
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<services::RpcServer> server,
                         services::RpcServer::start(options, {&service}));
  AERIE_RETURN_IF_ERROR(
      writeFileAtomic(address_file, fmt::format("{}\n", fmt::join(server->addresses(), "\n"))));
  services::waitForStop();
  server->shutdown(std::chrono::milliseconds(100));
  return absl::OkStatus();
}

}  // namespace aerie::bench
