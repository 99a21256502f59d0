#include "services/ctl/tool.h"

#include <cstdio>
#include <cstdlib>

#include "core/base/status.h"
#include "services/common/settings.h"

namespace aerie::ctl {
namespace {

std::string environmentOr(const char* name, std::string fallback) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value != nullptr ? value : std::move(fallback);
}

}  // namespace

Exit exitOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk: return Exit::kOk;
    case absl::StatusCode::kInvalidArgument: return Exit::kUsage;
    case absl::StatusCode::kNotFound: return Exit::kNotFound;
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kAborted:
    case absl::StatusCode::kFailedPrecondition: return Exit::kConflict;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded: return Exit::kUnreachable;
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kUnauthenticated: return Exit::kDenied;
    default: return Exit::kFailed;
  }
}

Tool::Tool()
    : app_(
          "Drives Aerie from the command line: models, deployments, routing, experiments, features, "
          "predictions, training.",
          "aeriectl") {
  control_address_ = environmentOr("AERIE_CONTROL", "127.0.0.1:7700");
  proxy_address_ = environmentOr("AERIE_PROXY", "127.0.0.1:7710");
  training_address_ = environmentOr("AERIE_TRAINING", "");
  app_.require_subcommand(1);
  app_.fallthrough();
  app_.set_version_flag("--version", std::string("aeriectl ") + std::string(services::version()));
  app_.add_option("--control", control_address_, "Control plane (or AERIE_CONTROL)")
      ->type_name("ADDRESS")
      ->capture_default_str();
  app_.add_option("--proxy", proxy_address_, "Proxy (or AERIE_PROXY)")
      ->type_name("ADDRESS")
      ->capture_default_str();
  app_.add_option("--training", training_address_,
                  "Training daemon (or AERIE_TRAINING); left out: what the control plane says")
      ->type_name("ADDRESS");
  app_.add_option("-o,--output", output_format_, "table for people, json for programs")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  app_.add_option("--tls-ca", tls_ca_, "CA certificate of the servers (PEM)")->type_name("FILE");
  app_.add_option("--tls-certificate", tls_certificate_, "Your certificate (PEM)")->type_name("FILE");
  app_.add_option("--tls-key", tls_key_, "Your private key (PEM)")->type_name("FILE");
  app_.footer(
      "Token: in the environment, AERIE_TOKEN (never an argument).\n"
      "Exit codes: 0 done, 1 failed, 2 wrong arguments or input, 3 not found, 4 conflict or wrong state,\n"
      "            5 unreachable or too late, 6 not allowed, 7 partly failed, 8 the training job was "
      "cancelled,\n"
      "            9 it goes on after --timeout.\n"
      "Examples:\n"
      "  aeriectl model register arrival_delay-2.aerie\n"
      "  aeriectl deploy create arrival_delay_v2 --model arrival_delay --model-version 2 --wait\n"
      "  aeriectl experiment set-weights v1_vs_v2 control=0.8 treatment=0.2 --dry-run\n"
      "  aeriectl predict arrival_delay --items flights.csv --explain\n"
      "  aeriectl train submit zones.yaml --wait");
  addStatusCommand(*this);
  addModelCommands(*this);
  addDeployCommands(*this);
  addRoutingCommands(*this);
  addExperimentCommands(*this);
  addFeatureCommands(*this);
  addPreprocessCommands(*this);
  addPredictCommand(*this);
  addSimCommand(*this);
  addTrainCommands(*this);
  addMonitoringCommands(*this);
  addSecurityCommands(*this);
  addCompletionCommand(*this);
}

void Tool::onRun(CLI::App* command, std::function<absl::Status()> work) {
  command->callback([this, work = std::move(work)] { work_ = work; });
}

absl::StatusOr<std::shared_ptr<grpc::Channel>> Tool::channel(const std::string& address) const {
  net::ChannelOptions options;
  options.tls = {tls_ca_, tls_certificate_, tls_key_};
  options.token = environmentOr("AERIE_TOKEN", "");
  return net::connect(address, options);
}

absl::StatusOr<services::ControlClient*> Tool::control() {
  if (client_ == nullptr) {
    AERIE_ASSIGN_OR_RETURN(auto connection, channel(control_address_));
    client_ = std::make_unique<services::ControlClient>(std::move(connection));
  }
  return client_.get();
}

absl::StatusOr<TrainClient*> Tool::training() {
  if (training_ == nullptr) {
    std::string address = training_address_;
    if (address.empty()) {
      AERIE_ASSIGN_OR_RETURN(services::ControlClient * asked, control());
      const auto status = asked->call(&v1::SystemService::Stub::GetStatus, v1::StatusRequest());
      // Without a control plane on this machine there may still be a training daemon.
      const bool here = net::isLocalAddress(control_address_);
      if (!status.ok() && !(here && absl::IsUnavailable(status.status()))) return status.status();
      if (status.ok()) address = status->training_address();
      if (!here && (address.empty() || net::isLocalAddress(address))) {
        return failedPrecondition(
            "the control plane at {} does not say where its training daemon can be reached from here; give "
            "the "
            "address with --training",
            control_address_);
      }
      if (address.empty()) address = kDefaultTrainingAddress;
    }
    AERIE_ASSIGN_OR_RETURN(auto connection, channel(address));
    training_ = std::make_unique<TrainClient>(std::move(connection), address);
  }
  return training_.get();
}

int Tool::run(int argc, char** argv) {
  try {
    app_.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app_.exit(error);
    return code == 0 ? 0 : static_cast<int>(Exit::kUsage);
  }
  output_ = std::make_unique<Output>(output_format_ == "json");
  const absl::Status status = work_ ? work_() : absl::OkStatus();
  output_->endProgress();
  if (status.ok()) return static_cast<int>(exit_);
  std::fprintf(stderr, "aeriectl: %s\n", messageOf(status).c_str());
  return static_cast<int>(exitOf(status));
}

}  // namespace aerie::ctl
