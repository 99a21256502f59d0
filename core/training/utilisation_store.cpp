#include "core/training/utilisation_store.h"

#include <set>

#include "core/base/status.h"

namespace aerie::training {

using storage::Statement;
using storage::Transaction;

namespace {

std::int64_t beginOf(std::int64_t time_ms, std::int64_t step_ms) { return time_ms - time_ms % step_ms; }

}  // namespace

absl::Status UtilisationStore::write(const Key& key, std::int64_t step_ms, std::vector<Sample>& open) {
  const std::vector<Sample> means = downsample(open, step_ms);
  open.clear();
  for (const Sample& s : means) {
    // An interval that was begun before a restart is completed: means weighted by their seconds.
    AERIE_RETURN_IF_ERROR(
        database_
            .run("INSERT INTO training_sample(step_ms, cluster, host, time_ms, capacity, slots, busy, "
                 "running, "
                 "pending, memory, weight) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
                 "ON CONFLICT(step_ms, cluster, host, time_ms) DO UPDATE SET "
                 "capacity = (capacity * weight + ?5 * ?11) / (weight + ?11), "
                 "slots = (slots * weight + ?6 * ?11) / (weight + ?11), "
                 "busy = (busy * weight + ?7 * ?11) / (weight + ?11), "
                 "running = (running * weight + ?8 * ?11) / (weight + ?11), "
                 "pending = (pending * weight + ?9 * ?11) / (weight + ?11), "
                 "memory = (memory * weight + ?10 * ?11) / (weight + ?11), weight = weight + ?11",
                 step_ms, key.first, key.second, s.time_ms, s.capacity, s.slots, s.busy, s.running, s.pending,
                 s.memory_bytes, s.weight)
            .status());
  }
  return absl::OkStatus();
}

absl::Status UtilisationStore::add(std::string_view cluster, std::string_view host, const Sample& sample) {
  const MutexLock lock(mutex_);
  const Key key{std::string(cluster), std::string(host)};
  Series& series = series_[key];
  if (!series.raw.empty() && sample.time_ms <= series.raw.back().time_ms) return absl::OkStatus();
  const auto closes = [&](const std::vector<Sample>& open, std::int64_t step) {
    return !open.empty() && beginOf(open.front().time_ms, step) != beginOf(sample.time_ms, step);
  };
  absl::Status status;
  if (closes(series.fine, kFine)) status.Update(write(key, kFine, series.fine));
  if (closes(series.coarse, kCoarse)) status.Update(write(key, kCoarse, series.coarse));
  series.fine.push_back(sample);
  series.coarse.push_back(sample);
  series.raw.push_back(sample);
  while (series.raw.front().time_ms < sample.time_ms - kRawKeep) series.raw.pop_front();
  return status;
}

absl::Status UtilisationStore::flush() {
  const MutexLock lock(mutex_);
  AERIE_ASSIGN_OR_RETURN(Transaction transaction, database_.begin());
  for (auto& [key, series] : series_) {
    AERIE_RETURN_IF_ERROR(write(key, kFine, series.fine));
    AERIE_RETURN_IF_ERROR(write(key, kCoarse, series.coarse));
  }
  return transaction.commit();
}

absl::StatusOr<bool> UtilisationStore::beginsWith(std::string_view cluster, std::string_view host,
                                                  std::int64_t from_ms, std::int64_t first_ms) const {
  AERIE_ASSIGN_OR_RETURN(
      Statement statement,
      database_.prepare("SELECT 1 FROM training_sample WHERE cluster = ?2 AND host = ?3 AND "
                        "((step_ms = ?1 AND time_ms >= ?4 AND time_ms < ?5) OR "
                        "(step_ms = ?6 AND time_ms >= ?7 AND time_ms < ?8)) LIMIT 1"));
  statement.bindAll(kFine, cluster, host, beginOf(from_ms, kFine), beginOf(first_ms, kFine), kCoarse,
                    beginOf(from_ms, kCoarse), beginOf(first_ms, kCoarse));
  AERIE_ASSIGN_OR_RETURN(const bool earlier, statement.step());
  return !earlier;
}

absl::StatusOr<std::vector<Sample>> UtilisationStore::read(std::string_view cluster, std::string_view host,
                                                           std::int64_t from_ms, std::int64_t to_ms,
                                                           std::size_t max_points) const {
  const MutexLock lock(mutex_);
  const std::int64_t step = stepFor(from_ms, to_ms, max_points);
  const auto found = series_.find(Key{std::string(cluster), std::string(host)});
  const Series* const series = found == series_.end() ? nullptr : &found->second;
  std::vector<Sample> samples;
  const auto take = [&](const Sample& s) {
    if (s.time_ms >= from_ms && s.time_ms < to_ms) samples.push_back(s);
  };
  bool whole = series != nullptr && !series->raw.empty();
  if (whole && series->raw.front().time_ms > from_ms) {
    AERIE_ASSIGN_OR_RETURN(whole, beginsWith(cluster, host, from_ms, series->raw.front().time_ms));
  }
  if (whole) {
    for (const Sample& s : series->raw) take(s);
    return downsample(samples, step);
  }
  const auto stored = [&](std::int64_t level) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(
        Statement statement,
        database_.prepare("SELECT time_ms, capacity, slots, busy, running, pending, memory, weight "
                          "FROM training_sample WHERE step_ms = ?1 AND cluster = ?2 AND host = ?3 "
                          "AND time_ms >= ?4 AND time_ms < ?5 ORDER BY time_ms"));
    statement.bindAll(level, cluster, host, beginOf(from_ms, level), to_ms);
    while (true) {
      AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
      if (!row) return absl::OkStatus();
      samples.push_back({statement.int64(0), statement.real(1), statement.real(2), statement.real(3),
                         statement.real(4), statement.real(5), statement.real(6), statement.real(7)});
    }
  };
  // The finer level, unless the points are coarser anyway or it has forgotten the beginning.
  std::int64_t level = step >= kCoarse ? kCoarse : kFine;
  AERIE_RETURN_IF_ERROR(stored(level));
  if (level == kFine) {
    std::vector<Sample> fine = std::move(samples);
    samples.clear();
    AERIE_RETURN_IF_ERROR(stored(kCoarse));
    if (!fine.empty() &&
        (samples.empty() || samples.front().time_ms >= beginOf(fine.front().time_ms, kCoarse))) {
      samples = std::move(fine);
    } else if (!samples.empty()) {
      level = kCoarse;
    }
  }
  if (series != nullptr) {
    for (const Sample& s : level == kFine ? series->fine : series->coarse) take(s);
  }
  return downsample(samples, std::max(step, level));
}

absl::StatusOr<std::vector<std::string>> UtilisationStore::hosts(std::string_view cluster) const {
  const MutexLock lock(mutex_);
  std::set<std::string> names;
  for (const auto& [key, series] : series_) {
    if (key.first == cluster && !key.second.empty()) names.insert(key.second);
  }
  AERIE_ASSIGN_OR_RETURN(Statement statement,
                         database_.prepare("SELECT DISTINCT host FROM training_sample WHERE step_ms = ?1 AND "
                                           "cluster = ?2 AND host != ''"));
  statement.bindAll(kCoarse, cluster);
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool row, statement.step());
    if (!row) break;
    names.insert(statement.string(0));
  }
  return std::vector<std::string>(names.begin(), names.end());
}

absl::Status UtilisationStore::forget(std::int64_t now_ms) {
  const MutexLock lock(mutex_);
  std::erase_if(series_, [&](const auto& entry) {
    const Series& series = entry.second;
    return series.fine.empty() && series.coarse.empty() &&
           (series.raw.empty() || series.raw.back().time_ms < now_ms - kRawKeep);
  });
  AERIE_RETURN_IF_ERROR(
      database_
          .run("DELETE FROM training_sample WHERE step_ms = ?1 AND time_ms < ?2", kFine, now_ms - kFineKeep)
          .status());
  return database_
      .run("DELETE FROM training_sample WHERE step_ms = ?1 AND time_ms < ?2", kCoarse, now_ms - kCoarseKeep)
      .status();
}

}  // namespace aerie::training
