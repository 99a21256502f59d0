#include "services/sidecar/sidecar.h"

#include <chrono>
#include <sstream>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/local_call/server.h"
#include "core/telemetry/log.h"
#include "services/common/metrics_server.h"
#include "services/common/rpc_server.h"
#include "services/common/stop_signal.h"
#include "services/sidecar/model_server.h"
#include "services/sidecar/parent_watch.h"

namespace aerie::sidecar {
namespace {

std::vector<std::string> splitNames(const std::string& text) {
  std::vector<std::string> names;
  std::istringstream in(text);
  for (std::string name; std::getline(in, name, ',');) {
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

// Calls of the worker on this machine, spared of HTTP/2.
absl::StatusOr<std::unique_ptr<local_call::Server>> serveLocally(const std::string& path,
                                                                 const ModelServer& model) {
  return local_call::Server::start(
      path,
      [&model](local_call::ServerCall& call) {
        const std::string_view bytes = call.request();
        ::inference::ModelInferRequest request;
        ::inference::ModelInferResponse response;
        absl::Status status = invalidArgument("the request is not a ModelInferRequest");
        if (request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
          status = model.serve(request, &response);
        call.answer(status, [&response](std::string* frame) { response.AppendToString(frame); });
      },
      {});
}

}  // namespace

void addSettings(services::Settings& settings, SidecarOptions& options) {
  options.common.listen = "unix:aerie-sidecar.sock";
  services::addCommonSettings(settings, options.common);
  settings.text("model-file", &options.model_file,
                "Model to serve: XGBoost (.ubj, .json), or many of them by zone (.azm)");
  settings.text("model-name", &options.model_name, "Name under which the model is asked for");
  settings.text("model-version", &options.model_version, "Its version; empty = requests can't name one");
  settings.text("output-names", &options.output_names, "Names of the model's outputs, separated by commas");
  settings.flag("exit-with-parent", &options.exit_with_parent,
                "End when the process that started this one ends");
  settings.integer("drain-ms", &options.drain_ms, "How long calls in flight may take after a stop signal", 0,
                   600'000);
}

absl::Status runSidecar(const SidecarOptions& options) {
  if (options.model_file.empty()) return invalidArgument("no model to serve; set --model-file");
  std::unique_ptr<ParentWatch> parent;
  if (options.exit_with_parent) {
    AERIE_ASSIGN_OR_RETURN(parent, ParentWatch::start([] {
                             log::get("sidecar")->warn("parent_gone stopping");
                             services::requestStop();
                           }));
  }
  ServedModel served;
  served.name = options.model_name;
  served.version = options.model_version;
  served.output_names = splitNames(options.output_names);
  AERIE_ASSIGN_OR_RETURN(served.model, inference::loadModel(options.model_file));
  telemetry::Metrics metrics;
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<ModelServer> model,
                         ModelServer::create(std::move(served), metrics));

  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<services::Authenticator> authenticator,
                         services::Authenticator::load(options.common.token_file));
  // First, because its port may be taken: whoever meets the socket below meets a sidecar that stays.
  std::unique_ptr<services::MetricsServer> metrics_server;
  if (!options.common.metrics_listen.empty()) {
    AERIE_ASSIGN_OR_RETURN(metrics_server,
                           services::MetricsServer::start(options.common.metrics_listen, metrics,
                                                          options.common.metrics_allow_remote));
  }
  services::RpcServerOptions rpc;
  rpc.listen = {options.common.listen};
  rpc.tls = options.common.tls();
  if (!authenticator->open()) rpc.authenticator = authenticator.get();
  AERIE_ASSIGN_OR_RETURN(const std::unique_ptr<services::RpcServer> server,
                         services::RpcServer::start(rpc, {model.get()}));
  std::unique_ptr<local_call::Server> local;
  if (const std::string path = local_call::localSocketPath(options.common.listen);
      !path.empty() && authenticator->open()) {
    AERIE_ASSIGN_OR_RETURN(local, serveLocally(path, *model));
  }
  server->setServing("inference.GRPCInferenceService", true);
  if (!options.common.address_file.empty()) {
    AERIE_RETURN_IF_ERROR(writeFileAtomic(options.common.address_file, server->addresses()[0] + "\n"));
  }
  log::get("sidecar")->info("serving model={} version={} address={} metrics={}", options.model_name,
                            options.model_version, server->addresses()[0],
                            metrics_server != nullptr ? metrics_server->address() : "off");
  services::waitForStop();
  log::get("sidecar")->info("draining");
  model->drain();
  server->setServing("", false);
  server->setServing("inference.GRPCInferenceService", false);
  if (local != nullptr) local->shutdown();
  server->shutdown(std::chrono::milliseconds(options.drain_ms));
  return absl::OkStatus();
}

}  // namespace aerie::sidecar
