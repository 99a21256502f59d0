#include "services/control/control_options.h"

#include "core/base/child_process.h"
#include "core/base/crypto.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::control {

void addControlSettings(services::Settings& settings, ControlOptions& options) {
  options.common.listen = "127.0.0.1:7700";
  options.common.metrics_listen = "127.0.0.1:7701";
  services::addCommonSettings(settings, options.common);
  settings.text("state-dir", &options.state_dir,
                "Directory of the database, bundles, logs and rule files; one control plane at a time");
  settings.text("environment", &options.environment,
                "Name of this environment, e.g. local, staging, production");
  settings.text("feature-store", &options.feature_store,
                "Feature store of the workers: sqlite:PATH or redis://host:port");
  settings.integer("feature-cache-entries", &options.feature_cache_entries,
                   "Stored rows that each worker keeps in memory; 0 = no cache", 0, 100'000'000);
  settings.integer("feature-cache-ttl-ms", &options.feature_cache_ttl_ms,
                   "How long a worker may use a cached row", 0, 86'400'000);
  settings.text("trusted-keys", &options.trusted_keys,
                "Public keys whose bundles are accepted; empty = STATE-DIR/trusted_keys");
  settings.text("worker-program", &options.worker_program,
                "Worker to launch; empty = aerie-worker beside this program");
  settings.text("runtime-url", &options.runtime_url,
                "Model server of deployments with runtime oip_v2 or tensorflow_serving");
  settings.text("run-dir", &options.run_dir, "Short directory for sockets; empty = STATE-DIR/run");
  settings.text("training", &options.training,
                "Address of this environment's aerie-training, which clients are told; empty = none");
  settings.flag("stop-workers", &options.stop_workers, "Stop the workers, too, when this program stops");
}

absl::Status completeOptions(ControlOptions& options) {
  if (options.state_dir.empty())
    return invalidArgument("--state-dir is needed: the directory that keeps everything");
  AERIE_RETURN_IF_ERROR(validateName("environment", options.environment));
  std::error_code error;
  const auto absolute = std::filesystem::absolute(options.state_dir, error).lexically_normal();
  if (error) return invalidArgument("--state-dir {}: {}", options.state_dir, error.message());
  options.state_dir = absolute.string();
  if (options.trusted_keys.empty()) options.trusted_keys = (absolute / "trusted_keys").string();
  if (options.worker_program.empty())
    options.worker_program = (executableDirectory() / "aerie-worker").string();
  // Paths reach workers, which must not depend on our working directory.
  options.trusted_keys = std::filesystem::absolute(options.trusted_keys, error).string();
  if (options.feature_store.rfind("sqlite:", 0) == 0) {
    options.feature_store =
        "sqlite:" + std::filesystem::absolute(options.feature_store.substr(7), error).string();
  }
  if (options.run_dir.empty()) {
    options.run_dir = (absolute / "run").string();
    if (options.run_dir.size() > 60)
      options.run_dir = "/tmp/aerie-" + sha256Hex(options.state_dir).substr(0, 10);
  }
  return absl::OkStatus();
}

}  // namespace aerie::control
