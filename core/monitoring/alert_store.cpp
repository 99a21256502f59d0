#include "core/monitoring/alert_store.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::monitoring {
namespace {

Severity severityOf(std::int64_t number) {
  return static_cast<Severity>(
      std::clamp<std::int64_t>(number, 0, static_cast<std::int64_t>(Severity::kCritical)));
}

}  // namespace

absl::Status AlertStore::save(std::int64_t now_ms, std::span<const Alert> alerts) {
  if (alerts.empty()) return absl::OkStatus();
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  for (const Alert& alert : alerts) AERIE_RETURN_IF_ERROR(put(alert));
  AERIE_RETURN_IF_ERROR(
      database_
          .run("DELETE FROM monitoring_alert WHERE resolved_ms > 0 AND (resolved_ms < ? OR id NOT IN "
               "(SELECT id FROM monitoring_alert WHERE resolved_ms > 0 ORDER BY resolved_ms DESC LIMIT ?))",
               now_ms - AlertBook::kKeepResolvedMs, AlertBook::kKeepResolved)
          .status());
  AERIE_RETURN_IF_ERROR(
      database_.run("DELETE FROM monitoring_alert_fact WHERE alert NOT IN (SELECT id FROM monitoring_alert)")
          .status());
  return transaction.commit();
}

absl::Status AlertStore::put(const Alert& alert) const {
  const Finding& f = alert.finding;
  AERIE_RETURN_IF_ERROR(
      database_
          .run("INSERT OR REPLACE INTO monitoring_alert VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", alert.id,
               f.alert, static_cast<int>(f.severity), f.subject_kind, f.subject, f.message, f.value,
               f.threshold, alert.since_ms, alert.resolved_ms)
          .status());
  AERIE_RETURN_IF_ERROR(
      database_.run("DELETE FROM monitoring_alert_fact WHERE alert = ?", alert.id).status());
  for (const auto& [name, value] : f.facts) {
    AERIE_RETURN_IF_ERROR(
        database_.run("INSERT INTO monitoring_alert_fact VALUES(?, ?, ?)", alert.id, name, value).status());
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Alert>> AlertStore::load() const {
  std::vector<Alert> out;
  {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement rows,
        database_.prepare("SELECT id, name, severity, subject_kind, subject, message, value, threshold, "
                          "since_ms, resolved_ms FROM monitoring_alert ORDER BY since_ms, id"));
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
      if (!more) break;
      Alert alert;
      alert.id = rows.string(0);
      alert.finding.alert = rows.string(1);
      alert.finding.severity = severityOf(rows.int64(2));
      alert.finding.subject_kind = rows.string(3);
      alert.finding.subject = rows.string(4);
      alert.finding.message = rows.string(5);
      alert.finding.value = rows.real(6);
      alert.finding.threshold = rows.real(7);
      alert.since_ms = rows.int64(8);
      alert.resolved_ms = rows.int64(9);
      out.push_back(std::move(alert));
    }
  }
  for (Alert& alert : out) {
    AERIE_ASSIGN_OR_RETURN(
        storage::Statement facts,
        database_.prepare("SELECT name, value FROM monitoring_alert_fact WHERE alert = ?"));
    facts.bind(1, alert.id);
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool more, facts.step());
      if (!more) break;
      alert.finding.facts[facts.string(0)] = facts.string(1);
    }
  }
  return out;
}

}  // namespace aerie::monitoring
