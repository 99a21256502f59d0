#include "core/monitoring/history.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/status.h"

namespace aerie::monitoring {
namespace {

constexpr std::int64_t kSilentMs = 60'000;  // a series younger than this is never displaced

std::int64_t floorTo(std::int64_t ms, std::int64_t step) { return ms - ms % step; }
std::int64_t ceilTo(std::int64_t ms, std::int64_t step) { return floorTo(ms + step - 1, step); }

// "name\x1fvalue\x1e...": separators that are no part of names and of no sensible value.
std::string textOf(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    out += name;
    out += '\x1f';
    out += value;
    out += '\x1e';
  }
  return out;
}

Labels labelsOf(std::string_view text) {
  Labels out;
  while (!text.empty()) {
    const std::size_t end = text.find('\x1e');
    const std::size_t middle = text.find('\x1f');
    if (end == std::string_view::npos || middle > end) break;
    out.emplace(text.substr(0, middle), text.substr(middle + 1, end - middle - 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string textOf(std::span<const double> bounds) {
  std::string out;
  for (const double b : bounds) out += fmt::format("{} ", b);
  return out;
}

std::vector<double> boundsOf(std::string_view text) {
  std::vector<double> out;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end == std::string_view::npos) break;
    double value = 0;
    std::from_chars(text.data(), text.data() + end, value);
    out.push_back(value);
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string keyOf(std::string_view metric, const std::string& labels, const std::string& bounds) {
  return fmt::format("{}\x1d{}\x1d{}", metric, labels, bounds);
}

bool has(const Labels& labels, const Labels& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& want) {
    const auto found = labels.find(want.first);
    return found != labels.end() && found->second == want.second;
  });
}

void lay(const Cell& cell, std::int64_t time_ms, const Window& window, Track& track) {
  if (time_ms < window.from_ms) return;
  const auto step = static_cast<std::size_t>((time_ms - window.from_ms) / window.step_ms);
  if (step < track.cells.size()) track.cells[step] += cell;
}

}  // namespace

struct History::Series {
  std::int64_t id = 0;
  std::string metric;
  Labels labels;
  std::vector<double> bounds;
  std::int64_t last_ms = 0;
  std::deque<Open> raw;
  Open fine, coarse;
  Open& open(std::int64_t step) { return step == kFine ? fine : coarse; }
};

History::History(const storage::Database& database, Options options)
    : database_(database), options_(options) {}

History::~History() { static_cast<void>(flush()); }

absl::StatusOr<std::unique_ptr<History>> History::open(const storage::Database& database, Options options) {
  std::unique_ptr<History> history(new History(database, options));
  AERIE_RETURN_IF_ERROR(history->load());
  return history;
}

absl::Status History::load() {
  MutexLock lock(mutex_);
  AERIE_ASSIGN_OR_RETURN(
      storage::Statement rows,
      database_.prepare("SELECT id, metric, labels, bounds, last_ms FROM monitoring_series"));
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
    if (!more) break;
    auto series = std::make_unique<Series>();
    series->id = rows.int64(0);
    series->metric = rows.string(1);
    series->labels = labelsOf(rows.text(2));
    series->bounds = boundsOf(rows.text(3));
    series->last_ms = rows.int64(4);
    series_[keyOf(rows.text(1), rows.string(2), rows.string(3))] = std::move(series);
  }
  AERIE_ASSIGN_OR_RETURN(storage::Statement oldest,
                         database_.prepare("SELECT MIN(time_ms) FROM monitoring_cell"));
  AERIE_ASSIGN_OR_RETURN(const bool any, oldest.step());
  if (any && !oldest.isNull(0)) oldest_ms_ = oldest.int64(0);
  return absl::OkStatus();
}

absl::Status History::makeRoom(std::int64_t now_ms) {
  auto silent = series_.end();
  for (auto it = series_.begin(); it != series_.end(); ++it) {
    if (silent == series_.end() || it->second->last_ms < silent->second->last_ms) silent = it;
  }
  if (silent == series_.end() || now_ms - silent->second->last_ms < kSilentMs)
    return resourceExhausted("all {} places are taken by series that are alive", series_.size());
  const std::int64_t id = silent->second->id;
  for (const std::int64_t step : {kFine, kCoarse}) {
    AERIE_RETURN_IF_ERROR(
        database_.run("DELETE FROM monitoring_cell WHERE step = ? AND series = ?", step, id).status());
  }
  AERIE_RETURN_IF_ERROR(database_.run("DELETE FROM monitoring_series WHERE id = ?", id).status());
  series_.erase(silent);
  return absl::OkStatus();
}

absl::StatusOr<History::Series*> History::find(const Reading& reading, std::int64_t now_ms) {
  const std::string labels = textOf(reading.labels);
  const std::string bounds = textOf(reading.bounds);
  const std::string key = keyOf(reading.metric, labels, bounds);
  if (const auto known = series_.find(key); known != series_.end()) return known->second.get();
  if (series_.size() >= options_.series) {
    const absl::Status room = makeRoom(now_ms);
    if (absl::IsResourceExhausted(room)) {
      ++refused_;
      return nullptr;
    }
    AERIE_RETURN_IF_ERROR(room);
  }
  auto series = std::make_unique<Series>();
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  AERIE_RETURN_IF_ERROR(
      database_
          .run("INSERT INTO monitoring_series(metric, labels, bounds, last_ms) VALUES(?, ?, ?, ?)",
               reading.metric, labels, bounds, now_ms)
          .status());
  series->id = database_.lastInsertId();
  AERIE_RETURN_IF_ERROR(transaction.commit());
  series->metric = reading.metric;
  series->labels = reading.labels;
  series->bounds = reading.bounds;
  return (series_[key] = std::move(series)).get();
}

absl::Status History::writeCells(std::int64_t step) {
  AERIE_ASSIGN_OR_RETURN(storage::Statement known,
                         database_.prepare("SELECT sum, weight, buckets FROM monitoring_cell WHERE step = "
                                           "? AND series = ? AND time_ms = ?"));
  AERIE_ASSIGN_OR_RETURN(
      storage::Statement write,
      database_.prepare("INSERT OR REPLACE INTO monitoring_cell VALUES(?, ?, ?, ?, ?, ?)"));
  AERIE_ASSIGN_OR_RETURN(storage::Statement seen,
                         database_.prepare("UPDATE monitoring_series SET last_ms = ? WHERE id = ?"));
  for (auto& [key, series] : series_) {
    Open& open = series->open(step);
    if (open.cell.weight == 0) continue;
    // After a restart, or a flush, the same interval may be there already.
    known.reset();
    known.bindAll(step, series->id, open.start);
    AERIE_ASSIGN_OR_RETURN(const bool there, known.step());
    if (there) open.cell += Cell{known.real(0), known.real(1), decodeBuckets(known.blob(2))};
    known.reset();
    write.reset();
    write.bindAll(step, series->id, open.start, open.cell.sum, open.cell.weight);
    write.bindBlob(6, encodeBuckets(open.cell.buckets));
    AERIE_RETURN_IF_ERROR(write.run());
    seen.reset();
    seen.bindAll(series->last_ms, series->id);
    AERIE_RETURN_IF_ERROR(seen.run());
  }
  return absl::OkStatus();
}

absl::Status History::writeOpen(std::int64_t step) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  absl::Status status = writeCells(step);
  if (status.ok()) status = transaction.commit();
  for (auto& [key, series] : series_) series->open(step) = {};
  return status;
}

absl::Status History::forget(std::int64_t now_ms) {
  AERIE_ASSIGN_OR_RETURN(storage::Transaction transaction, database_.begin());
  for (auto it = series_.begin(); it != series_.end();) {
    const Series& series = *it->second;
    for (const auto& [step, keep] :
         {std::pair{kFine, options_.fine_keep_ms}, {kCoarse, options_.coarse_keep_ms}}) {
      AERIE_RETURN_IF_ERROR(
          database_
              .run("DELETE FROM monitoring_cell WHERE step = ? AND series = ? AND time_ms < ?", step,
                   series.id, now_ms - keep)
              .status());
    }
    if (series.last_ms >= now_ms - options_.coarse_keep_ms) {
      ++it;
      continue;
    }
    AERIE_RETURN_IF_ERROR(database_.run("DELETE FROM monitoring_series WHERE id = ?", series.id).status());
    it = series_.erase(it);
  }
  oldest_ms_ = std::max(oldest_ms_, now_ms - options_.coarse_keep_ms);
  return transaction.commit();
}

absl::Status History::add(std::int64_t now_ms, std::span<const Reading> readings) {
  MutexLock lock(mutex_);
  now_ms = std::max(now_ms, now_ms_);
  absl::Status status;
  if (now_ms_ != 0) {
    for (const std::int64_t step : {kFine, kCoarse}) {
      if (floorTo(now_ms, step) != floorTo(now_ms_, step)) status.Update(writeOpen(step));
    }
    if (floorTo(now_ms, kCoarse) != floorTo(now_ms_, kCoarse)) status.Update(forget(now_ms));
  }
  now_ms_ = now_ms;
  if (raw_begin_ms_ == 0) raw_begin_ms_ = floorTo(now_ms, kRaw);
  if (oldest_ms_ == 0 && !readings.empty()) oldest_ms_ = floorTo(now_ms, kRaw);
  const std::int64_t raw_oldest = now_ms - options_.raw_keep_ms;
  raw_begin_ms_ = std::max(raw_begin_ms_, ceilTo(raw_oldest, kRaw));
  for (const Reading& reading : readings) {
    const auto found = find(reading, now_ms);
    status.Update(found.status());
    if (!found.ok() || *found == nullptr) continue;
    Series& series = **found;
    series.last_ms = now_ms;
    const std::int64_t second = floorTo(now_ms, kRaw);
    if (series.raw.empty() || series.raw.back().start != second) series.raw.push_back({second, {}});
    series.raw.back().cell += reading.cell;
    for (const std::int64_t step : {kFine, kCoarse}) {
      series.open(step).start = floorTo(now_ms, step);
      series.open(step).cell += reading.cell;
    }
  }
  for (auto& [key, series] : series_) {
    while (!series->raw.empty() && series->raw.front().start < raw_oldest) series->raw.pop_front();
  }
  return status;
}

absl::Status History::flush() {
  MutexLock lock(mutex_);
  absl::Status status = writeOpen(kFine);
  status.Update(writeOpen(kCoarse));
  return status;
}

std::int64_t History::levelFor(std::int64_t from_ms) const {
  const std::int64_t begin = std::max(from_ms, oldest_ms_);
  if (begin >= raw_begin_ms_) return kRaw;
  return begin >= now_ms_ - options_.fine_keep_ms ? kFine : kCoarse;
}

Window History::window(std::int64_t from_ms, std::int64_t to_ms, std::size_t max_steps) const {
  MutexLock lock(mutex_);
  from_ms = std::max<std::int64_t>(0, from_ms);
  to_ms = std::max(to_ms, from_ms + kRaw);
  const std::int64_t level = levelFor(from_ms);
  const auto most = static_cast<std::int64_t>(std::max<std::size_t>(1, max_steps));
  const std::int64_t step = ceilTo(std::max<std::int64_t>(1, (to_ms - from_ms + most - 1) / most), level);
  Window window;
  window.level_ms = level;
  window.step_ms = step;
  window.from_ms = floorTo(from_ms, step);
  window.steps = static_cast<std::size_t>((to_ms - window.from_ms + step - 1) / step);
  return window;
}

absl::Status History::readStored(const Series& series, const Window& window, Track& track) const {
  AERIE_ASSIGN_OR_RETURN(
      storage::Statement rows,
      database_.prepare(
          "SELECT time_ms, sum, weight, buckets FROM monitoring_cell WHERE step = ? AND series = ? "
          "AND time_ms >= ? AND time_ms < ?"));
  rows.bindAll(window.level_ms, series.id, window.from_ms, window.at(window.steps));
  for (;;) {
    AERIE_ASSIGN_OR_RETURN(const bool more, rows.step());
    if (!more) return absl::OkStatus();
    lay({rows.real(1), rows.real(2), decodeBuckets(rows.blob(3))}, rows.int64(0), window, track);
  }
}

absl::StatusOr<std::vector<Track>> History::read(std::string_view metric, const Labels& labels,
                                                 const Window& window) const {
  MutexLock lock(mutex_);
  std::vector<Track> out;
  for (const auto& [key, series] : series_) {
    if (series->metric != metric || !has(series->labels, labels)) continue;
    if (series->last_ms < window.from_ms) continue;
    Track track{series->labels, series->bounds, std::vector<Cell>(window.steps)};
    if (window.level_ms == kRaw) {
      for (const Open& open : series->raw) lay(open.cell, open.start, window, track);
    } else {
      AERIE_RETURN_IF_ERROR(readStored(*series, window, track));
      const Open& open = window.level_ms == kFine ? series->fine : series->coarse;
      if (open.cell.weight > 0) lay(open.cell, open.start, window, track);
    }
    const bool any =
        std::any_of(track.cells.begin(), track.cells.end(), [](const Cell& c) { return c.weight > 0; });
    if (any) out.push_back(std::move(track));
  }
  return out;
}

std::int64_t History::oldestMs() const {
  MutexLock lock(mutex_);
  return oldest_ms_;
}

std::size_t History::seriesCount() const {
  MutexLock lock(mutex_);
  return series_.size();
}

std::uint64_t History::refused() const {
  MutexLock lock(mutex_);
  return refused_;
}

}  // namespace aerie::monitoring
