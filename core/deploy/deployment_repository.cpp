#include "core/deploy/deployment_repository.h"

#include "core/base/status.h"

namespace aerie::deploy {
namespace {

using storage::Statement;

constexpr std::string_view kSelect =
    "SELECT endpoint, model, version, stage, replicas, target, cpus, memory_bytes, batch_size, timeout_ms, "
    "runtime,"
    " hedge_after_ms, max_in_flight, generation, restart_count, deleting, created_ms, observed_generation, "
    "serving_version,"
    " serving_restart, target_version, target_restart, rollout_active, version_history, next_ordinal, "
    "failed_attempts,"
    " next_attempt_ms, failure, published, config_revision, flipped_ms, skew_open, skew_seconds"
    " FROM deploy_deployment ORDER BY endpoint";
constexpr std::string_view kInsert =
    "INSERT INTO deploy_deployment VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

// Versions hold no spaces (see validateName), so a list of them is a line of words.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Reads columns in their order.
class Columns final {
 public:
  explicit Columns(const Statement& statement) : statement_(statement) {}
  std::string text() { return statement_.string(next_++); }
  double real() { return statement_.real(next_++); }
  bool flag() { return statement_.boolean(next_++); }
  std::int64_t integer() { return statement_.int64(next_++); }
  std::uint32_t small() { return static_cast<std::uint32_t>(integer()); }
  std::uint64_t large() { return static_cast<std::uint64_t>(integer()); }

 private:
  const Statement& statement_;
  int next_ = 0;
};

Deployment readDeployment(const Statement& statement) {
  Columns c(statement);
  Deployment d;
  DeploymentSpec& spec = d.spec;
  spec.endpoint = c.text();
  spec.model = c.text();
  spec.version = c.text();
  spec.stage = c.text();
  spec.replicas = c.small();
  spec.target = c.text();
  spec.resources.cpus = c.real();
  spec.resources.memory_bytes = c.large();
  spec.batch_size = c.small();
  spec.timeout_ms = c.small();
  spec.runtime = c.text();
  spec.hedge_after_ms = c.small();
  spec.max_in_flight = c.small();
  d.generation = c.large();
  d.restart_count = c.large();
  d.deleting = c.flag();
  d.created_ms = c.integer();
  DeploymentState& s = d.state;
  s.observed_generation = c.large();
  s.serving.version = c.text();
  s.serving.restart = c.large();
  s.target.version = c.text();
  s.target.restart = c.large();
  s.rollout_active = c.flag();
  s.version_history = split(c.text());
  s.next_ordinal = c.large();
  s.failed_attempts = c.small();
  s.next_attempt_ms = c.integer();
  s.failure = c.text();
  s.published = c.flag();
  s.config_revision = c.large();
  s.flipped_ms = c.integer();
  s.skew_open = c.flag();
  s.version_skew_seconds = c.real();
  return d;
}

Replica readReplica(const Statement& statement) {
  Columns c(statement);
  Replica r;
  r.id = c.text();
  r.pattern.version = c.text();
  r.pattern.restart = c.large();
  r.url = c.text();
  r.phase = static_cast<ReplicaPhase>(c.integer());
  r.message = c.text();
  r.pid = c.integer();
  r.start_ticks = c.large();
  r.started_ms = c.integer();
  r.ready_ms = c.integer();
  r.restarts = c.small();
  r.crash_streak = c.small();
  r.next_start_ms = c.integer();
  r.serving = c.flag();
  r.retiring = c.flag();
  r.drain_since_ms = c.integer();
  r.terminated_ms = c.integer();
  r.log_path = c.text();
  return r;
}

}  // namespace

absl::StatusOr<std::vector<Deployment>> DeploymentRepository::loadAll() const {
  std::vector<Deployment> result;
  {
    AERIE_ASSIGN_OR_RETURN(Statement statement, database_.prepare(kSelect));
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
      if (!row) break;
      result.push_back(readDeployment(statement));
    }
  }
  for (Deployment& deployment : result) AERIE_RETURN_IF_ERROR(loadParts(deployment));
  return result;
}

absl::Status DeploymentRepository::loadParts(Deployment& deployment) const {
  const auto each = [&](std::string_view sql, const auto& read) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(Statement statement, database_.prepare(sql));
    statement.bindAll(deployment.spec.endpoint);
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
      if (!row) return absl::OkStatus();
      read(statement);
    }
  };
  AERIE_RETURN_IF_ERROR(
      each("SELECT id, version, restart, url, phase, message, pid, start_ticks, started_ms, ready_ms, "
           "restarts, crash_streak,"
           " next_start_ms, serving, retiring, drain_since_ms, terminated_ms, log_path FROM deploy_replica"
           " WHERE endpoint = ? ORDER BY position",
           [&](const Statement& row) { deployment.state.replicas.push_back(readReplica(row)); }));
  AERIE_RETURN_IF_ERROR(
      each("SELECT type, status, reason, message, since_ms FROM deploy_condition WHERE endpoint = ? ORDER BY "
           "position",
           [&](const Statement& row) {
             deployment.state.conditions.push_back(
                 {row.string(0), row.boolean(1), row.string(2), row.string(3), row.int64(4)});
           }));
  return each(
      "SELECT name, state, started_ms, ended_ms, message FROM deploy_rollout_step WHERE endpoint = ? ORDER "
      "BY position",
      [&](const Statement& row) {
        deployment.state.rollout.push_back(
            {row.string(0), row.string(1), row.int64(2), row.int64(3), row.string(4)});
      });
}

absl::Status DeploymentRepository::save(const Deployment& d) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  const std::string& endpoint = d.spec.endpoint;
  AERIE_RETURN_IF_ERROR(database_.run("DELETE FROM deploy_deployment WHERE endpoint = ?", endpoint).status());
  const DeploymentState& s = d.state;
  AERIE_RETURN_IF_ERROR(
      database_
          .run(kInsert, endpoint, d.spec.model, d.spec.version, d.spec.stage, d.spec.replicas, d.spec.target,
               d.spec.resources.cpus, d.spec.resources.memory_bytes, d.spec.batch_size, d.spec.timeout_ms,
               d.spec.runtime, d.spec.hedge_after_ms, d.spec.max_in_flight, d.generation, d.restart_count,
               d.deleting, d.created_ms, s.observed_generation, s.serving.version, s.serving.restart,
               s.target.version, s.target.restart, s.rollout_active, joined(s.version_history),
               s.next_ordinal, s.failed_attempts, s.next_attempt_ms, s.failure, s.published,
               s.config_revision, s.flipped_ms, s.skew_open, s.version_skew_seconds)
          .status());
  int position = 0;
  for (const Replica& r : s.replicas) {
    AERIE_RETURN_IF_ERROR(
        database_
            .run("INSERT INTO deploy_replica VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", endpoint,
                 position++, r.id, r.pattern.version, r.pattern.restart, r.url, static_cast<int>(r.phase),
                 r.message, r.pid, r.start_ticks, r.started_ms, r.ready_ms, r.restarts, r.crash_streak,
                 r.next_start_ms, r.serving, r.retiring, r.drain_since_ms, r.terminated_ms, r.log_path)
            .status());
  }
  position = 0;
  for (const Condition& c : s.conditions) {
    AERIE_RETURN_IF_ERROR(database_
                              .run("INSERT INTO deploy_condition VALUES(?,?,?,?,?,?,?)", endpoint, position++,
                                   c.type, c.status, c.reason, c.message, c.since_ms)
                              .status());
  }
  position = 0;
  for (const RolloutStep& step : s.rollout) {
    AERIE_RETURN_IF_ERROR(database_
                              .run("INSERT INTO deploy_rollout_step VALUES(?,?,?,?,?,?,?)", endpoint,
                                   position++, step.name, step.state, step.started_ms, step.ended_ms,
                                   step.message)
                              .status());
  }
  return transaction.commit();
}

absl::Status DeploymentRepository::erase(const std::string& endpoint) {
  return database_.run("DELETE FROM deploy_deployment WHERE endpoint = ?", endpoint).status();
}

}  // namespace aerie::deploy
