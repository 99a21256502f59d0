// The experiments of one environment, on disk. Every change is one transaction: the new state and its line of
// history are written together or not at all.
//
// Tables: experiment_current, experiment_history. The database is opened by its owner with this room's
// migrations:
//   const MigrationSet sets[] = {..., {"experiments", experiments::kExperimentMigrations}};
//
// Thread-safe, like the Database; calls block on disk, so services call it from their executor.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assignment/experiment.h"
#include "core/base/clock.h"
#include "core/experiments/experiment_rules.h"
#include "core/storage/database.h"

namespace aerie::experiments {

inline constexpr std::string_view kExperimentMigrations[] = {
    // `document` is the experiment as JSON; the other columns are what is searched by.
    "CREATE TABLE experiment_current("
    " name TEXT PRIMARY KEY, layer TEXT NOT NULL, state TEXT NOT NULL, revision INTEGER NOT NULL, document "
    "TEXT NOT NULL"
    ") STRICT;"
    "CREATE TABLE experiment_history("
    " sequence INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, revision INTEGER NOT NULL,"
    " action TEXT NOT NULL, actor TEXT NOT NULL, time_unix_ms INTEGER NOT NULL, document TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX experiment_history_name ON experiment_history(name, sequence);",
};

struct HistoryEntry {
  std::uint64_t sequence = 0;  // over all experiments
  std::string action;          // create, start, stop, set_weights
  std::string actor;
  std::int64_t time_unix_ms = 0;
  assignment::Experiment experiment;  // after the change
};

class ExperimentRepository final {
 public:
  // Both outlive the repository.
  ExperimentRepository(const storage::Database& database, const Clock& clock)
      : database_(database), clock_(clock) {}

  // Errors as in experiment_rules.h; NotFound names the experiment and the nearest known name.
  absl::StatusOr<assignment::Experiment> create(const ExperimentSpec& spec, std::string_view actor);
  absl::StatusOr<assignment::Experiment> start(std::string_view name, std::string_view actor);
  absl::StatusOr<assignment::Experiment> stop(std::string_view name, std::string_view actor);
  // dry_run: answers what would happen, writes nothing.
  absl::StatusOr<WeightResult> setWeights(std::string_view name, const WeightChange& change, bool dry_run,
                                          std::string_view actor);

  absl::StatusOr<assignment::Experiment> get(std::string_view name) const;
  absl::StatusOr<std::vector<assignment::Experiment>> list() const;                // by name
  absl::StatusOr<std::vector<HistoryEntry>> history(std::string_view name) const;  // newest first
  absl::StatusOr<std::uint64_t> revision() const;  // grows with every change of any experiment; 0 = none yet

 private:
  using Change = std::function<absl::StatusOr<assignment::Experiment>(const assignment::Experiment&)>;
  absl::StatusOr<assignment::Experiment> apply(std::string_view name, std::string_view action,
                                               std::string_view actor, const Change& change);
  absl::Status write(const assignment::Experiment& experiment, std::string_view action,
                     std::string_view actor);

  const storage::Database& database_;
  const Clock& clock_;
};

}  // namespace aerie::experiments
