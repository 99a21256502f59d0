#include "core/monitoring/effects.h"

#include "core/base/status.h"

namespace aerie::monitoring {

absl::Status EffectBook::add(const std::string& experiment, std::int64_t now_ms,
                             const Comparison& comparison) {
  std::vector<Effect> effects;
  for (const ArmComparison& arm : comparison.arms) {
    for (const OutcomeComparison& o : arm.outcomes) {
      if (o.difference)
        effects.push_back(
            {now_ms, arm.arm, o.metric, o.difference->value, o.difference->interval, o.sums.count});
    }
  }
  if (effects.empty()) return absl::OkStatus();
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  AERIE_ASSIGN_OR_RETURN(const bool nothing_new, known(experiment, effects));
  if (nothing_new) return absl::OkStatus();
  for (const Effect& e : effects) {
    AERIE_RETURN_IF_ERROR(database_
                              .run("INSERT OR REPLACE INTO monitoring_effect VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                                   experiment, e.unix_ms, e.arm, e.metric, e.difference, e.interval.low,
                                   e.interval.high, e.count)
                              .status());
  }
  AERIE_RETURN_IF_ERROR(thin(experiment, now_ms));
  return transaction.commit();
}

absl::StatusOr<bool> EffectBook::known(const std::string& experiment,
                                       const std::vector<Effect>& effects) const {
  for (const Effect& e : effects) {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement row,
        database_.prepare("SELECT count FROM monitoring_effect WHERE experiment = ? AND arm = ? AND "
                          "metric = ? ORDER BY unix_ms DESC LIMIT 1"));
    row.bindAll(experiment, e.arm, e.metric);
    AERIE_ASSIGN_OR_RETURN(const bool any, row.step());
    if (!any || static_cast<std::uint64_t>(row.int64(0)) != e.count) return false;
  }
  return true;
}

absl::Status EffectBook::thin(const std::string& experiment, std::int64_t now_ms) const {
  std::int64_t first = now_ms;
  {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement row,
        database_.prepare("SELECT MIN(unix_ms) FROM monitoring_effect WHERE experiment = ?"));
    row.bind(1, experiment);
    AERIE_ASSIGN_OR_RETURN(const bool any, row.step());
    if (any && !row.isNull(0)) first = row.int64(0);
  }
  std::int64_t step = kFinestMs;
  while ((now_ms - first) / step >= kMostSteps - 1) step *= 2;
  return database_
      .run(
          "DELETE FROM monitoring_effect WHERE experiment = ? AND unix_ms NOT IN "
          "(SELECT MAX(unix_ms) FROM monitoring_effect WHERE experiment = ? GROUP BY unix_ms / ?)",
          experiment, experiment, step)
      .status();
}

absl::StatusOr<std::vector<Effect>> EffectBook::list(const std::string& experiment) const {
  AERIE_ASSIGN_OR_RETURN(
      storage::Statement rows,
      database_.prepare("SELECT unix_ms, arm, metric, difference, low, high, count FROM monitoring_effect "
                        "WHERE experiment = ? ORDER BY unix_ms, metric, arm"));
  rows.bind(1, experiment);
  std::vector<Effect> out;
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
    if (!more) return out;
    out.push_back({rows.int64(0),
                   rows.string(1),
                   rows.string(2),
                   rows.real(3),
                   {rows.real(4), rows.real(5)},
                   static_cast<std::uint64_t>(rows.int64(6))});
  }
}

}  // namespace aerie::monitoring
