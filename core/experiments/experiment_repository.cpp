#include "core/experiments/experiment_repository.h"

#include <optional>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/experiments/experiment_json.h"

namespace aerie::experiments {

using assignment::Experiment;
using storage::Statement;
using storage::Transaction;

absl::StatusOr<Experiment> ExperimentRepository::get(std::string_view name) const {
  {
    AERIE_ASSIGN_OR_RETURN(Statement statement,
                           database_.prepare("SELECT document FROM experiment_current WHERE name = ?1"));
    AERIE_ASSIGN_OR_RETURN(const bool found, statement.bind(1, name).step());
    if (found) return experimentFromJson(statement.text(0));
  }
  std::vector<std::string> names;
  AERIE_ASSIGN_OR_RETURN(Statement all, database_.prepare("SELECT name FROM experiment_current"));
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, all.step());
    if (!row) break;
    names.push_back(all.string(0));
  }
  const std::string near = nearestName(name, names);
  return notFound("experiment '{}' is not known{}: create it first or correct the name", name,
                  near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
}

absl::StatusOr<std::vector<Experiment>> ExperimentRepository::list() const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("SELECT document FROM experiment_current ORDER BY name"));
  std::vector<Experiment> result;
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row) return result;
    AERIE_ASSIGN_OR_RETURN(Experiment experiment, experimentFromJson(statement.text(0)));
    result.push_back(std::move(experiment));
  }
}

absl::StatusOr<std::vector<HistoryEntry>> ExperimentRepository::history(std::string_view name) const {
  AERIE_ASSIGN_OR_RETURN(const Experiment current, get(name));
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare("SELECT sequence, action, actor, time_unix_ms, document FROM experiment_history "
                        "WHERE name = ?1 ORDER BY sequence DESC"));
  statement.bind(1, current.name);
  std::vector<HistoryEntry> result;
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row) return result;
    HistoryEntry entry;
    entry.sequence = static_cast<std::uint64_t>(statement.int64(0));
    entry.action = statement.string(1);
    entry.actor = statement.string(2);
    entry.time_unix_ms = statement.int64(3);
    AERIE_ASSIGN_OR_RETURN(entry.experiment, experimentFromJson(statement.text(4)));
    result.push_back(std::move(entry));
  }
}

absl::StatusOr<std::uint64_t> ExperimentRepository::revision() const {
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("SELECT COALESCE(MAX(sequence), 0) FROM experiment_history"));
  AERIE_RETURN_IF_ERROR(statement.step().status());
  return static_cast<std::uint64_t>(statement.int64(0));
}

absl::Status ExperimentRepository::write(const Experiment& experiment, std::string_view action,
                                         std::string_view actor) {
  const std::string document = toJson(experiment);
  AERIE_RETURN_IF_ERROR(
      database_
          .run("INSERT INTO experiment_current(name, layer, state, revision, document) "
               "VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(name) DO UPDATE SET layer = excluded.layer, "
               "state = excluded.state, revision = excluded.revision, document = excluded.document",
               experiment.name, experiment.layer, assignment::stateName(experiment.state),
               experiment.revision, document)
          .status());
  return database_
      .run(
          "INSERT INTO experiment_history(name, revision, action, actor, time_unix_ms, document) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
          experiment.name, experiment.revision, action, actor, unixMillis(clock_.wallNow()), document)
      .status();
}

absl::StatusOr<Experiment> ExperimentRepository::apply(std::string_view name, std::string_view action,
                                                       std::string_view actor, const Change& change) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const Experiment before, get(name));
  AERIE_ASSIGN_OR_RETURN(Experiment after, change(before));
  if (after.revision == before.revision) return after;  // nothing changed, so there is nothing to remember
  AERIE_RETURN_IF_ERROR(write(after, action, actor));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return after;
}

absl::StatusOr<Experiment> ExperimentRepository::create(const ExperimentSpec& spec, std::string_view actor) {
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const std::vector<Experiment> others, list());
  AERIE_ASSIGN_OR_RETURN(Experiment experiment, makeExperiment(spec, others, unixMillis(clock_.wallNow())));
  AERIE_RETURN_IF_ERROR(write(experiment, "create", actor));
  AERIE_RETURN_IF_ERROR(transaction.commit());
  return experiment;
}

absl::StatusOr<Experiment> ExperimentRepository::start(std::string_view name, std::string_view actor) {
  return apply(name, "start", actor,
               [this](const Experiment& e) { return started(e, unixMillis(clock_.wallNow())); });
}

absl::StatusOr<Experiment> ExperimentRepository::stop(std::string_view name, std::string_view actor) {
  return apply(name, "stop", actor,
               [this](const Experiment& e) { return stopped(e, unixMillis(clock_.wallNow())); });
}

absl::StatusOr<WeightResult> ExperimentRepository::setWeights(std::string_view name,
                                                              const WeightChange& change, bool dry_run,
                                                              std::string_view actor) {
  if (dry_run) {
    AERIE_ASSIGN_OR_RETURN(const Experiment experiment, get(name));
    return reweighted(experiment, change, unixMillis(clock_.wallNow()));
  }
  std::optional<WeightResult> result;
  AERIE_RETURN_IF_ERROR(
      apply(name, "set_weights", actor, [&](const Experiment& e) -> absl::StatusOr<Experiment> {
        AERIE_ASSIGN_OR_RETURN(WeightResult answer, reweighted(e, change, unixMillis(clock_.wallNow())));
        result = std::move(answer);
        return result->experiment;
      }).status());
  return *std::move(result);
}

}  // namespace aerie::experiments
