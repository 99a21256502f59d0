// What experiments add up to: items by arm, and outcomes of items whose result became known. Exact and kept
// as long as the experiment, unlike the history.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <string>
#include <vector>

#include "core/stats/intervals.h"
#include "core/storage/database.h"

namespace aerie::monitoring {

struct ArmItems {
  std::string experiment;
  std::uint64_t revision = 0;  // of the experiment while they were served: weights differ between revisions
  std::string arm;
  double items = 0;
  double failed = 0;
};
struct ArmOutcome {
  std::string experiment;
  std::string arm;
  std::string metric;
  stats::Sums sums;
};

// Thread-safe as the database is, which was opened with kMonitoringMigrations and outlives the ledger.
class Ledger final {
 public:
  explicit Ledger(const storage::Database& database) : database_(database) {}
  // All or none are added.
  absl::Status add(std::span<const ArmItems> items);
  absl::Status add(std::span<const ArmOutcome> outcomes);
  absl::StatusOr<std::vector<ArmItems>> items(const std::string& experiment) const;
  absl::StatusOr<std::vector<ArmOutcome>> outcomes(const std::string& experiment) const;  // by arm, metric

 private:
  const storage::Database& database_;
};

}  // namespace aerie::monitoring
