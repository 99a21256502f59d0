// The whole stack on this machine: control plane, proxy, where it is wanted the training daemon and, started
// by the control plane, workers with their sidecars.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

#include "services/common/control_client.h"

namespace aerie::sim {

struct StackOptions {
  std::filesystem::path bin_directory;    // where the daemons are
  std::filesystem::path state_directory;  // databases, logs, sockets; made when missing
  std::string feature_store;              // url; empty = SQLite in the state directory
  std::string control_listen = "127.0.0.1:0";
  std::string proxy_listen = "127.0.0.1:0";
  std::string training_listen;  // "" = a socket in the state directory; known before the daemon starts
  bool training = false;        // startTraining() will be called: clients are told where it is
};

// Not thread-safe but for interrupt(). The destructor stops everything that it started.
class Stack final {
 public:
  static absl::StatusOr<std::unique_ptr<Stack>> create(StackOptions options);
  ~Stack();

  absl::Status startControl();
  absl::Status startProxy();
  absl::Status startTraining();  // after the control plane, to which it publishes
  // SIGTERM and wait; SIGKILL after twenty seconds. The control plane stops its workers, too.
  absl::Status stopControl();
  absl::Status stopProxy();
  absl::Status stopTraining();  // its tasks end, too
  absl::Status killControl();   // SIGKILL: as a crash
  // Ends training, proxy, control plane and workers, in the order in which nothing complains.
  absl::Status stopAll();

  // From any thread, when the program is about to end: asks the daemons to stop and waits for them, at most
  // 20 s.
  void interrupt() const;

  const std::string& controlAddress() const { return control_address_; }
  const std::string& proxyAddress() const { return proxy_address_; }
  const std::string& trainingAddress() const { return training_address_; }
  const std::string& featureStore() const { return options_.feature_store; }
  const std::filesystem::path& stateDirectory() const { return options_.state_directory; }
  const std::filesystem::path& binDirectory() const { return options_.bin_directory; }
  std::filesystem::path signingKey() const { return options_.state_directory / "keys" / "signing.pem"; }
  std::filesystem::path trustedKeys() const { return options_.state_directory / "keys" / "trusted"; }
  services::ControlClient& control() { return *client_; }
  std::shared_ptr<grpc::Channel> proxyChannel() const { return proxy_channel_; }

 private:
  explicit Stack(StackOptions options) : options_(std::move(options)) {}
  absl::StatusOr<pid_t> start(const std::string& program, const std::vector<std::string>& arguments,
                              std::string* address);
  absl::Status end(std::atomic<pid_t>& pid, int signal);

  StackOptions options_;
  std::string control_address_, proxy_address_, training_address_;
  std::atomic<pid_t> control_pid_ = 0;
  std::atomic<pid_t> proxy_pid_ = 0;
  std::atomic<pid_t> training_pid_ = 0;
  bool stopped_ = false;
  std::unique_ptr<services::ControlClient> client_;
  std::shared_ptr<grpc::Channel> proxy_channel_;
};

// Polls `done` every 50 ms: DeadlineExceeded, with what was waited for, after `timeout`.
absl::Status waitFor(const std::string& what, std::chrono::milliseconds timeout,
                     const std::function<bool()>& done);

}  // namespace aerie::sim
