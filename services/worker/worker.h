// A worker process: server, loading, readiness, draining.
#pragma once

#include <absl/status/statusor.h>
#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "core/base/executor.h"
#include "core/base/mutex.h"
#include "core/local_call/server.h"
#include "core/telemetry/feature_log.h"
#include "core/telemetry/metrics.h"
#include "services/common/metrics_server.h"
#include "services/common/rpc_server.h"
#include "services/worker/model_host.h"
#include "services/worker/worker_options.h"
#include "services/worker/worker_pipeline.h"
#include "services/worker/worker_service.h"
#include "services/worker/worker_state.h"

namespace aerie::worker {

// Life: start() serves status at once and loads on its own thread; SERVING only when ready; stop() drains.
// When loading fails the status says why for failed_linger_ms, then the process is asked to stop
// (services::requestStop) and stop() returns the reason.
class Worker final {
 public:
  static absl::StatusOr<std::unique_ptr<Worker>> start(WorkerOptions options, Clock& clock);
  ~Worker();

  // Health NOT_SERVING, requests under way get drain_timeout_ms to end, feature log finished, sidecar
  // stopped. Idempotent.
  absl::Status stop();
  const std::string& address() const { return server_->addresses().front(); }
  const std::string& metricsAddress() const { return metrics_server_->address(); }

 private:
  Worker(WorkerOptions options, Clock& clock);
  absl::Status serve();
  void loadAndReport();
  absl::Status load();
  absl::Status openFeatureLog();
  void setServing(bool serving);
  void onRuntimeChange(bool up, const std::string& why);
  void removeFiles();

  const WorkerOptions options_;
  Clock& clock_;
  telemetry::Metrics metrics_;
  WorkerMetrics worker_metrics_;
  WorkerState state_;
  std::unique_ptr<services::Authenticator> authenticator_;
  std::unique_ptr<services::MetricsServer> metrics_server_;
  std::unique_ptr<telemetry::FeatureLog> log_;
  std::unique_ptr<Executor> executor_;
  std::unique_ptr<ModelHost> host_;
  std::unique_ptr<WorkerPipeline> pipeline_;
  WorkerService service_;
  std::unique_ptr<services::RpcServer> server_;
  std::unique_ptr<local_call::Server> local_server_;  // null where callers need tokens or other machines
  std::atomic<bool> stopping_{false};
  Mutex mutex_;
  CondVar stop_wake_;
  bool runtime_up_ AERIE_GUARDED_BY(mutex_) = false;
  bool stopped_ AERIE_GUARDED_BY(mutex_) = false;
  absl::Status failure_ AERIE_GUARDED_BY(mutex_);
  std::thread loading_;
};

// main() of aerie-worker. Exit codes: 0 stopped as asked, 1 failed, 2 wrong settings, 3 the model could not
// be loaded.
int runWorker(int argc, char** argv);

}  // namespace aerie::worker
