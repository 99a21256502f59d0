#include "tests/bench/serving/echo_server.h"

#include <grpcpp/grpcpp.h>

#include "aerie/v1/serving.grpc.pb.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/local_call/server.h"
#include "services/common/rpc_server.h"
#include "services/common/stop_signal.h"
#include "tests/bench/serving/world.h"

namespace aerie::bench {
namespace {

class EchoService final : public v1::Worker::CallbackService {
 public:
  grpc::ServerUnaryReactor* Predict(grpc::CallbackServerContext* context, const v1::WorkerRequest* request,
                                    v1::PredictResponse* response) override {
    echo(*request, response);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  // As workers of ours answer the proxy of their machine.
  static void answer(local_call::ServerCall& call) {
    v1::WorkerRequest request;
    v1::PredictResponse response;
    const std::string_view bytes = call.request();
    absl::Status status = invalidArgument("the request is not a WorkerRequest");
    if (request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
      echo(request, &response);
      status = absl::OkStatus();
    }
    call.answer(status, [&response](std::string* frame) { response.AppendToString(frame); });
  }

 private:
  static void echo(const v1::WorkerRequest& request, v1::PredictResponse* response) {
    const std::uint64_t rows = request.feature_data_frame().row_count();
    response->set_request_id(request.request_id());
    response->add_served_by()->set_endpoint("echo");
    response->mutable_outputs()->set_row_count(rows);
    v1::Column* column = response->mutable_outputs()->add_columns();
    column->set_name(kOutput);
    column->mutable_floats()->mutable_values()->Resize(static_cast<int>(rows), 0.5F);
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
  std::vector<std::unique_ptr<local_call::Server>> local;
  for (const std::string& address : listen) {
    const std::string path = local_call::localSocketPath(address);
    if (path.empty()) continue;
    AERIE_ASSIGN_OR_RETURN(local.emplace_back(), local_call::Server::start(path, EchoService::answer, {}));
  }
  AERIE_RETURN_IF_ERROR(
      writeFileAtomic(address_file, fmt::format("{}\n", fmt::join(server->addresses(), "\n"))));
  services::waitForStop();
  server->shutdown(std::chrono::milliseconds(100));
  return absl::OkStatus();
}

}  // namespace aerie::bench
