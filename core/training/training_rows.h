// Inside the room: rows to records.
#pragma once

#include <absl/status/statusor.h>
#include <string_view>

#include "core/training/training_repository.h"

namespace aerie::training {

inline constexpr std::string_view kJobColumns =
    "id, application, cluster, engine, state, message, priority, submitted_by, submitted_ms, started_ms, "
    "ended_ms, pending, running, succeeded, failed, cancelled, published_version, revision";
inline constexpr std::string_view kTaskColumns =
    "job, number, id, state, failures, lost, attempt, ready_ms, cpu_millis, memory_bytes, host, lane, "
    "handle, "
    "started_ms, ended_ms, cpu_ms, memory_peak, outcome, message, revision";
inline constexpr std::string_view kClusterColumns =
    "name, application, engine, state, message, limits, hosts, price, idle_timeout_ms, created_ms, since_ms, "
    "ended_ms, handle, revision";

// DataLoss for a state that no version of the program wrote.
absl::StatusOr<JobRecord> jobFromRow(const storage::Statement& row);
absl::StatusOr<TaskRecord> taskFromRow(const storage::Statement& row);
absl::StatusOr<ClusterRecord> clusterFromRow(const storage::Statement& row);

}  // namespace aerie::training
