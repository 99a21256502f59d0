// Deployments on disk. Rules live elsewhere; this only stores and finds.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/storage/database.h"

namespace aerie::deploy {

// Append only; index + 1 = version of the migration set "deploy".
inline constexpr std::string_view kDeployMigrations[] = {
    "CREATE TABLE deploy_deployment("
    "  endpoint TEXT PRIMARY KEY, model TEXT NOT NULL, version TEXT NOT NULL, stage TEXT NOT NULL, replicas "
    "INTEGER NOT NULL,"
    "  target TEXT NOT NULL, cpus REAL NOT NULL, memory_bytes INTEGER NOT NULL, batch_size INTEGER NOT NULL,"
    "  timeout_ms INTEGER NOT NULL, runtime TEXT NOT NULL, hedge_after_ms INTEGER NOT NULL, max_in_flight "
    "INTEGER NOT NULL,"
    "  generation INTEGER NOT NULL, restart_count INTEGER NOT NULL, deleting INTEGER NOT NULL, created_ms "
    "INTEGER NOT NULL,"
    "  observed_generation INTEGER NOT NULL, serving_version TEXT NOT NULL, serving_restart INTEGER NOT NULL,"
    "  target_version TEXT NOT NULL, target_restart INTEGER NOT NULL, rollout_active INTEGER NOT NULL,"
    "  version_history TEXT NOT NULL, next_ordinal INTEGER NOT NULL, failed_attempts INTEGER NOT NULL,"
    "  next_attempt_ms INTEGER NOT NULL, failure TEXT NOT NULL, published INTEGER NOT NULL, config_revision "
    "INTEGER NOT NULL,"
    "  flipped_ms INTEGER NOT NULL, skew_open INTEGER NOT NULL, skew_seconds REAL NOT NULL) STRICT, WITHOUT "
    "ROWID;"
    "CREATE TABLE deploy_replica("
    "  endpoint TEXT NOT NULL REFERENCES deploy_deployment(endpoint) ON DELETE CASCADE, position INTEGER NOT "
    "NULL,"
    "  id TEXT NOT NULL, version TEXT NOT NULL, restart INTEGER NOT NULL, url TEXT NOT NULL, phase INTEGER "
    "NOT NULL,"
    "  message TEXT NOT NULL, pid INTEGER NOT NULL, start_ticks INTEGER NOT NULL, started_ms INTEGER NOT "
    "NULL,"
    "  ready_ms INTEGER NOT NULL, restarts INTEGER NOT NULL, crash_streak INTEGER NOT NULL, next_start_ms "
    "INTEGER NOT NULL,"
    "  serving INTEGER NOT NULL, retiring INTEGER NOT NULL, drain_since_ms INTEGER NOT NULL, terminated_ms "
    "INTEGER NOT NULL,"
    "  log_path TEXT NOT NULL, PRIMARY KEY(endpoint, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE deploy_condition("
    "  endpoint TEXT NOT NULL REFERENCES deploy_deployment(endpoint) ON DELETE CASCADE, position INTEGER NOT "
    "NULL,"
    "  type TEXT NOT NULL, status INTEGER NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL, since_ms "
    "INTEGER NOT NULL,"
    "  PRIMARY KEY(endpoint, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE deploy_rollout_step("
    "  endpoint TEXT NOT NULL REFERENCES deploy_deployment(endpoint) ON DELETE CASCADE, position INTEGER NOT "
    "NULL,"
    "  name TEXT NOT NULL, state TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, "
    "message TEXT NOT NULL,"
    "  PRIMARY KEY(endpoint, position)) STRICT, WITHOUT ROWID;",
};

// Thread-safe as the database is.
class DeploymentRepository final {
 public:
  explicit DeploymentRepository(const storage::Database& database) : database_(database) {}
  absl::StatusOr<std::vector<Deployment>> loadAll() const;  // by endpoint
  // Replaces everything that is stored about the endpoint, in one transaction.
  absl::Status save(const Deployment& deployment);
  absl::Status erase(const std::string& endpoint);

 private:
  absl::Status loadParts(Deployment& deployment) const;
  const storage::Database& database_;
};

}  // namespace aerie::deploy
