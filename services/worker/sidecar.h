// The worker's own sidecar: a child process that serves the model in Open Inference Protocol v2 over a unix
// socket, watched and started anew when it dies.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <thread>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/mutex.h"
#include "core/inference/model_runtime.h"

namespace aerie::worker {

struct SidecarOptions {
  std::filesystem::path program;  // aerie-sidecar
  std::filesystem::path model_file;
  std::string model;
  std::string version;
  std::vector<std::string> output_names;
  std::filesystem::path directory;  // sockets and the sidecar's log; exists
  std::string metrics_listen = "127.0.0.1:0";
  Duration start_timeout = std::chrono::seconds(60);
  Duration first_backoff = std::chrono::milliseconds(100);
  Duration max_backoff = std::chrono::seconds(5);
  Duration healthy_after =
      std::chrono::seconds(10);    // a sidecar that lived so long restarts without back-off
  std::function<bool()> stopping;  // true ends a start under way; may be empty
  // Called on the watching thread: true when a sidecar answers, false (with the reason) when it is gone.
  std::function<void(bool up, const std::string& why)> on_change;
};

// Thread-safe. predict() fails at once with Unavailable while there is no sidecar, so that callers can go
// elsewhere.
class SidecarRuntime final : public inference::ModelRuntime {
 public:
  // Starts the first sidecar and waits until it has loaded the model. FailedPrecondition when the program is
  // missing or it ends at once; the message has the end of its log.
  static absl::StatusOr<std::unique_ptr<SidecarRuntime>> start(SidecarOptions options);
  ~SidecarRuntime() override;
  // Ends the sidecar (SIGTERM, SIGKILL after 5 s) for good; predictions under way fail. Idempotent; not
  // thread-safe.
  void stop();

  void predict(std::shared_ptr<const inference::InputMatrix> input,
               std::chrono::system_clock::time_point deadline, inference::PredictAnswer answer) override;
  bool blocks() const override { return true; }
  absl::Status ready() override;
  std::string description() const override;
  pid_t pid() const { return pid_.load(); }  // 0 while there is none

 private:
  explicit SidecarRuntime(SidecarOptions options);
  absl::Status launch();                    // spawns and waits for readiness
  absl::StatusOr<ExitState> waitForExit();  // Cancelled when stopping
  bool pause(Duration time);                // false when stopping
  absl::Status waitUntilReady(const std::string& socket, inference::ModelRuntime& runtime);
  void watch();
  void setRuntime(std::shared_ptr<inference::ModelRuntime> runtime, std::string why);
  void endChild();
  std::string logTail() const;  // "; its log ends: ...", or ""

  const SidecarOptions options_;
  std::optional<TempDir> socket_directory_;  // when options_.directory is too long for a socket's path
  std::filesystem::path socket_;             // of the sidecar under way
  int stop_event_ = -1;                      // eventfd: readable when stopping
  int child_handle_ = -1;                    // pidfd
  std::atomic<pid_t> pid_{0};
  std::uint64_t launches_ = 0;
  bool port_failed_ = false;  // the last launch failed: perhaps its metrics port was taken
  mutable Mutex mutex_;
  std::shared_ptr<inference::ModelRuntime> runtime_ AERIE_GUARDED_BY(mutex_);  // null while there is none
  std::string why_ AERIE_GUARDED_BY(mutex_) = "it has not started yet";
  std::thread thread_;
};

}  // namespace aerie::worker
