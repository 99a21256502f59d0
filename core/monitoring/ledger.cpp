#include "core/monitoring/ledger.h"

#include "core/base/status.h"

namespace aerie::monitoring {

absl::Status Ledger::add(std::span<const ArmItems> items) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  for (const ArmItems& i : items) {
    AERIE_RETURN_IF_ERROR(
        database_
            .run("INSERT INTO monitoring_arm VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                 "items = items + excluded.items, failed = failed + excluded.failed",
                 i.experiment, i.revision, i.arm, i.items, i.failed)
            .status());
  }
  return transaction.commit();
}

absl::Status Ledger::add(std::span<const ArmOutcome> outcomes) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  for (const ArmOutcome& o : outcomes) {
    AERIE_RETURN_IF_ERROR(
        database_
            .run("INSERT INTO monitoring_outcome VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                 "count = count + excluded.count, sum = sum + excluded.sum, "
                 "sum_squares = sum_squares + excluded.sum_squares",
                 o.experiment, o.arm, o.metric, o.sums.count, o.sums.sum, o.sums.sum_squares)
            .status());
  }
  return transaction.commit();
}

absl::StatusOr<std::vector<ArmItems>> Ledger::items(const std::string& experiment) const {
  AERIE_ASSIGN_OR_RETURN(storage::Statement rows,
                         database_.prepare("SELECT revision, arm, items, failed FROM monitoring_arm "
                                           "WHERE experiment = ? ORDER BY revision, arm"));
  rows.bind(1, experiment);
  std::vector<ArmItems> out;
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
    if (!more) return out;
    out.push_back(
        {experiment, static_cast<std::uint64_t>(rows.int64(0)), rows.string(1), rows.real(2), rows.real(3)});
  }
}

absl::StatusOr<std::vector<ArmOutcome>> Ledger::outcomes(const std::string& experiment) const {
  AERIE_ASSIGN_OR_RETURN(storage::Statement rows,
                         database_.prepare("SELECT arm, metric, count, sum, sum_squares FROM "
                                           "monitoring_outcome WHERE experiment = ? ORDER BY arm, metric"));
  rows.bind(1, experiment);
  std::vector<ArmOutcome> out;
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
    if (!more) return out;
    out.push_back({experiment,
                   rows.string(0),
                   rows.string(1),
                   {static_cast<std::uint64_t>(rows.int64(2)), rows.real(3), rows.real(4)}});
  }
}

}  // namespace aerie::monitoring
