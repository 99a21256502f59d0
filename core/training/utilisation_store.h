// Utilisation of clusters and their hosts over time: 1 s for 15 minutes in memory, 10 s for a day and 60 s
// for 30 days in SQLite. It outlives the cluster. Samples of one series ascend; what a clock that went back
// would put before the last one is dropped. Thread-safe; calls block on disk every ten seconds.
#pragma once

#include <absl/status/statusor.h>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mutex.h"
#include "core/storage/database.h"
#include "core/training/utilisation.h"

namespace aerie::training {

class UtilisationStore final {
 public:
  static constexpr std::int64_t kRaw = 1'000, kFine = 10'000, kCoarse = 60'000;
  static constexpr std::int64_t kRawKeep = 15 * 60'000, kFineKeep = 86'400'000,
                                kCoarseKeep = 30LL * 86'400'000;

  // The database was opened with kTrainingMigrations and outlives the store.
  explicit UtilisationStore(const storage::Database& database) : database_(database) {}

  // One second of a cluster (host "") or of one of its hosts. An error is one of the database; what it could
  // not write is gone.
  absl::Status add(std::string_view cluster, std::string_view host, const Sample& sample);
  // Writes what is still open; before the daemon ends, and when a cluster goes away.
  absl::Status flush();
  // As fine as what is kept of the beginning allows, at most `max_points`. Ascending.
  absl::StatusOr<std::vector<Sample>> read(std::string_view cluster, std::string_view host,
                                           std::int64_t from_ms, std::int64_t to_ms,
                                           std::size_t max_points) const;
  absl::StatusOr<std::vector<std::string>> hosts(std::string_view cluster) const;  // without ""
  absl::Status forget(std::int64_t now_ms);

 private:
  using Key = std::pair<std::string, std::string>;
  struct Series {
    std::deque<Sample> raw;
    std::vector<Sample> fine, coarse;  // of the interval that is open
  };
  // True when nothing is stored between `from_ms` and the first sample in memory.
  absl::StatusOr<bool> beginsWith(std::string_view cluster, std::string_view host, std::int64_t from_ms,
                                  std::int64_t first_ms) const AERIE_REQUIRES(mutex_);
  absl::Status write(const Key& key, std::int64_t step_ms, std::vector<Sample>& open) AERIE_REQUIRES(mutex_);

  const storage::Database& database_;
  mutable Mutex mutex_;
  std::map<Key, Series> series_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::training
