// The bounded past of some hundred series, at three resolutions:
//
//   1 s   for 15 minutes   in memory (a restart loses it; the next level has it)
//   10 s  for 6 hours      SQLite
//   60 s  for 14 days      SQLite
//
// What is kept is not a value but a cell: a sum, the seconds that it covers and, for histograms, counts by
// bucket. Cells add up, over time and over series; so every resolution gives the same totals, rates are
// right across gaps, and quantiles of a group are those of all its observations, never means of quantiles.
//
// A level that has ended is written in one transaction; what is still open is merged into every answer and
// written by flush(). At most Options::series series are kept (at 300: 6.6 million cells, some 300 MB; a
// stack of ten replicas has 120). A new one beyond takes the place of the one that was silent longest.
//
// Times are Unix milliseconds and given by the caller. Thread-safe.
#pragma once

#include <absl/status/statusor.h>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mutex.h"
#include "core/monitoring/cell.h"
#include "core/storage/database.h"

namespace aerie::monitoring {

// A stretch of time cut into equal steps.
struct Window {
  std::int64_t from_ms = 0;  // a multiple of step_ms
  std::int64_t step_ms = 0;
  std::size_t steps = 0;
  std::int64_t level_ms = 0;  // resolution of the cells that fill it
  std::int64_t at(std::size_t i) const { return from_ms + static_cast<std::int64_t>(i) * step_ms; }
};

struct Track {
  Labels labels;
  std::vector<double> bounds;
  std::vector<Cell> cells;  // one for each step of the window; weight 0 where nothing was measured
};

// Append only; the migration set "monitoring".
inline constexpr std::string_view kMonitoringMigrations[] = {
    "CREATE TABLE monitoring_series("
    "  id INTEGER PRIMARY KEY, metric TEXT NOT NULL, labels TEXT NOT NULL, bounds TEXT NOT NULL,"
    "  last_ms INTEGER NOT NULL, UNIQUE(metric, labels, bounds)) STRICT;"
    "CREATE TABLE monitoring_cell("
    "  step INTEGER NOT NULL, series INTEGER NOT NULL, time_ms INTEGER NOT NULL, sum REAL NOT NULL,"
    "  weight REAL NOT NULL, buckets BLOB NOT NULL, PRIMARY KEY(step, series, time_ms)) STRICT, WITHOUT "
    "ROWID;"
    "CREATE TABLE monitoring_arm("
    "  experiment TEXT NOT NULL, revision INTEGER NOT NULL, arm TEXT NOT NULL, items REAL NOT NULL,"
    "  failed REAL NOT NULL, PRIMARY KEY(experiment, revision, arm)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE monitoring_outcome("
    "  experiment TEXT NOT NULL, arm TEXT NOT NULL, metric TEXT NOT NULL, count INTEGER NOT NULL,"
    "  sum REAL NOT NULL, sum_squares REAL NOT NULL, PRIMARY KEY(experiment, arm, metric)) STRICT, WITHOUT "
    "ROWID;",
    "CREATE TABLE monitoring_alert("
    "  id TEXT PRIMARY KEY, name TEXT NOT NULL, severity INTEGER NOT NULL, subject_kind TEXT NOT NULL,"
    "  subject TEXT NOT NULL, message TEXT NOT NULL, value REAL NOT NULL, threshold REAL NOT NULL,"
    "  since_ms INTEGER NOT NULL, resolved_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE monitoring_alert_fact("
    "  alert TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(alert, name)) STRICT, "
    "WITHOUT ROWID;"
    "CREATE TABLE monitoring_effect("
    "  experiment TEXT NOT NULL, unix_ms INTEGER NOT NULL, arm TEXT NOT NULL, metric TEXT NOT NULL,"
    "  difference REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL, count INTEGER NOT NULL,"
    "  PRIMARY KEY(experiment, unix_ms, arm, metric)) STRICT, WITHOUT ROWID;",
};

class History final {
 public:
  struct Options {
    std::size_t series = 300;
    std::int64_t raw_keep_ms = 16 * 60'000;  // a minute more than charts ask for
    std::int64_t fine_keep_ms = 6 * 3'600'000;
    std::int64_t coarse_keep_ms = 14 * 24 * 3'600'000LL;
  };
  static constexpr std::int64_t kRaw = 1'000, kFine = 10'000, kCoarse = 60'000;

  // `database` was opened with kMonitoringMigrations and outlives the history.
  static absl::StatusOr<std::unique_ptr<History>> open(const storage::Database& database, Options options);
  static absl::StatusOr<std::unique_ptr<History>> open(const storage::Database& database) {
    return open(database, Options{});
  }
  ~History();  // flushes

  // Readings of one moment; the same series twice is added. A clock that went back counts as standing still.
  // An error is one of the database; what it could not write is gone.
  absl::Status add(std::int64_t now_ms, std::span<const Reading> readings);
  absl::Status flush();

  // At most `max_steps` steps from `from_ms` to `to_ms`, as fine as the level that still has the beginning.
  Window window(std::int64_t from_ms, std::int64_t to_ms, std::size_t max_steps) const;
  // The series of `metric` that have all of `labels`.
  absl::StatusOr<std::vector<Track>> read(std::string_view metric, const Labels& labels,
                                          const Window& window) const;
  std::int64_t oldestMs() const;  // 0 = nothing yet
  std::size_t seriesCount() const;
  std::uint64_t refused() const;  // readings without a place

 private:
  struct Series;
  struct Open {
    std::int64_t start = 0;
    Cell cell;
  };
  History(const storage::Database& database, Options options);
  absl::Status load();
  absl::StatusOr<Series*> find(const Reading& reading, std::int64_t now_ms) AERIE_REQUIRES(mutex_);
  absl::Status makeRoom(std::int64_t now_ms) AERIE_REQUIRES(mutex_);
  // Writes what is open at this resolution and begins anew, whether that went well or not.
  absl::Status writeOpen(std::int64_t step) AERIE_REQUIRES(mutex_);
  absl::Status writeCells(std::int64_t step) AERIE_REQUIRES(mutex_);
  absl::Status forget(std::int64_t now_ms) AERIE_REQUIRES(mutex_);
  absl::Status readStored(const Series& series, const Window& window, Track& track) const
      AERIE_REQUIRES(mutex_);
  std::int64_t levelFor(std::int64_t from_ms) const AERIE_REQUIRES(mutex_);

  const storage::Database& database_;
  const Options options_;
  mutable Mutex mutex_;
  std::map<std::string, std::unique_ptr<Series>> series_ AERIE_GUARDED_BY(mutex_);  // by key
  std::int64_t now_ms_ AERIE_GUARDED_BY(mutex_) = 0;
  std::int64_t oldest_ms_ AERIE_GUARDED_BY(mutex_) = 0;
  std::int64_t raw_begin_ms_ AERIE_GUARDED_BY(mutex_) = 0;
  std::uint64_t refused_ AERIE_GUARDED_BY(mutex_) = 0;
};

}  // namespace aerie::monitoring
