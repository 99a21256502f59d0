// What every command of aeriectl shares: global options, connections, exit codes.
#pragma once

#include <CLI/CLI.hpp>
#include <absl/status/statusor.h>
#include <functional>
#include <memory>
#include <string>

#include "core/telemetry/log.h"
#include "services/common/control_client.h"
#include "services/ctl/output.h"
#include "services/ctl/train_client.h"

namespace aerie::ctl {

// Exit codes, part of the contract: scripts test them.
enum class Exit : int {
  kOk = 0,
  kFailed = 1,  // anything not named below
  kUsage = 2,   // wrong arguments or invalid input
  kNotFound = 3,
  kConflict = 4,     // exists already, stale revision, or the state does not allow it
  kUnreachable = 5,  // server not there, or no answer in time
  kDenied = 6,       // token missing, or role too small
  kPartial = 7,      // some items failed, or not everything held
  kCancelled = 8,    // the training job was cancelled
  kNotOver = 9,      // it goes on, but the time to wait is over
  kInterrupted = 130,
};
Exit exitOf(const absl::Status& status);

class Tool final {
 public:
  Tool();
  int run(int argc, char** argv);

  Output& out() { return *output_; }
  absl::StatusOr<services::ControlClient*> control();
  // --training, else AERIE_TRAINING, else where the control plane says that it is, else this machine's.
  absl::StatusOr<TrainClient*> training();
  absl::StatusOr<std::shared_ptr<grpc::Channel>> channel(const std::string& address) const;
  const std::string& proxyAddress() const { return proxy_address_; }
  CLI::App& app() { return app_; }

  // Gives a subcommand its work. OK: exit 0, or what `finishWith` set.
  void onRun(CLI::App* command, std::function<absl::Status()> work);
  void finishWith(Exit code) { exit_ = code; }

 private:
  CLI::App app_;
  std::string control_address_;
  std::string proxy_address_;
  std::string training_address_;
  std::string output_format_ = "table";
  net::TlsFiles tls_;
  std::string tls_ca_, tls_certificate_, tls_key_;
  std::unique_ptr<Output> output_;
  std::unique_ptr<services::ControlClient> client_;
  std::unique_ptr<TrainClient> training_;
  std::function<absl::Status()> work_;
  Exit exit_ = Exit::kOk;
};

void addStatusCommand(Tool& tool);
void addModelCommands(Tool& tool);
void addDeployCommands(Tool& tool);
void addRoutingCommands(Tool& tool);
void addExperimentCommands(Tool& tool);
void addAssignCommand(Tool& tool, CLI::App* experiment);
void addFeatureCommands(Tool& tool);
void addPreprocessCommands(Tool& tool);
void addPredictCommand(Tool& tool);
void addSimCommand(Tool& tool);
void addTrainCommands(Tool& tool);
void addTrainWatch(Tool& tool, CLI::App* train);
void addTrainReading(Tool& tool, CLI::App* train);
void addTrainClusters(Tool& tool, CLI::App* train);
void addMonitoringCommands(Tool& tool);
void addSecurityCommands(Tool& tool);
void addCompletionCommand(Tool& tool);

}  // namespace aerie::ctl
