// Alerts on disk, so that a restart of the control plane neither forgets what was resolved nor makes one
// alert of two.
#pragma once

#include <absl/status/statusor.h>
#include <span>
#include <vector>

#include "core/monitoring/alerts.h"
#include "core/storage/database.h"

namespace aerie::monitoring {

// Thread-safe as the database is, which was opened with kMonitoringMigrations and outlives the store.
class AlertStore final {
 public:
  explicit AlertStore(const storage::Database& database) : database_(database) {}
  // Adds them or replaces those with the same id, and forgets resolved ones beyond the limits of AlertBook.
  // All or none.
  absl::Status save(std::int64_t now_ms, std::span<const Alert> alerts);
  absl::StatusOr<std::vector<Alert>> load() const;  // firing ones and resolved ones, by the time they began

 private:
  absl::Status put(const Alert& alert) const;
  const storage::Database& database_;
};

}  // namespace aerie::monitoring
