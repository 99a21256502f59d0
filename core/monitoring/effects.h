// How the outcomes of an experiment's arms differed from the first arm's as time went on: what the chart of
// the cumulative effect is made of. A few hundred points describe any length of time.
#pragma once

#include <absl/status/statusor.h>
#include <string>
#include <vector>

#include "core/monitoring/experiment_results.h"
#include "core/storage/database.h"

namespace aerie::monitoring {

struct Effect {
  std::int64_t unix_ms = 0;
  std::string arm;
  std::string metric;
  double difference = 0;
  stats::Interval interval;
  std::uint64_t count = 0;  // outcomes of the arm by then
};

// Thread-safe as the database is, which was opened with kMonitoringMigrations and outlives the book.
class EffectBook final {
 public:
  static constexpr std::int64_t kFinestMs = 10'000;
  static constexpr std::int64_t kMostSteps = 240;

  explicit EffectBook(const storage::Database& database) : database_(database) {}
  // What the comparison says at `now_ms`; nothing when no difference is known or none has a new outcome.
  // Of each step only the last point stays, and steps double so that there are at most kMostSteps of them.
  absl::Status add(const std::string& experiment, std::int64_t now_ms, const Comparison& comparison);
  absl::StatusOr<std::vector<Effect>> list(const std::string& experiment) const;  // ascending

 private:
  absl::StatusOr<bool> known(const std::string& experiment, const std::vector<Effect>& effects) const;
  absl::Status thin(const std::string& experiment, std::int64_t now_ms) const;
  const storage::Database& database_;
};

}  // namespace aerie::monitoring
