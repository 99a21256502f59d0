#include "sim/world/flights.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_map>
#include <zstd.h>

#include "core/base/files.h"
#include "core/base/status.h"

namespace aerie::sim {
namespace {

constexpr std::size_t kMaxText = 512U << 20;
constexpr std::size_t kMaxAirports = 2'000;  // late rates hold a count for each pair

absl::StatusOr<std::string> decompress(const std::string& bytes, const std::string& source) {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 31);
  std::string text;
  std::vector<char> block(1 << 17);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t left = 1;
  absl::Status status;
  while (in.pos < in.size && status.ok()) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    left = ZSTD_decompressStream(context, &out, &in);
    if (ZSTD_isError(left) != 0)
      status = dataLoss("{}: is not a sound zstd file: {}", source, ZSTD_getErrorName(left));
    else
      text.append(block.data(), out.pos);
    if (text.size() > kMaxText)
      status = failedPrecondition("{}: holds more than {} bytes of text", source, kMaxText);
  }
  ZSTD_freeDCtx(context);
  if (!status.ok()) return status;
  if (left != 0) return dataLoss("{}: is truncated", source);
  return text;
}

bool number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

// "2001-01-31T23:59" or "2001-01-31" to minutes since the epoch.
bool parseMinute(std::string_view text, std::int32_t& minute) {
  int year = 0, month = 0, day = 0, hour = 0, min = 0;
  const bool with_time = text.size() == 16 && text[10] == 'T' && text[13] == ':';
  if ((text.size() != 10 && !with_time) || text[4] != '-' || text[7] != '-') return false;
  if (!number(text.substr(0, 4), year) || !number(text.substr(5, 2), month) ||
      !number(text.substr(8, 2), day))
    return false;
  if (with_time && (!number(text.substr(11, 2), hour) || !number(text.substr(14, 2), min))) return false;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1970 || year > 2999 || hour < 0 || hour > 23 || min < 0 || min > 59) return false;
  minute = static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count() * 1440 +
                                     hour * 60 + min);
  return true;
}

}  // namespace

int Flight::month() const {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(minute / 1440))};
  return static_cast<int>(static_cast<unsigned>(date.month()));
}

absl::StatusOr<Flights> Flights::load(const std::filesystem::path& path) {
  AERIE_ASSIGN_OR_RETURN(std::string text, readFile(path, kMaxText));
  if (path.extension() == ".zst") {
    AERIE_ASSIGN_OR_RETURN(text, decompress(text, path.string()));
  }
  return parse(text, path.string());
}

absl::StatusOr<Flights> Flights::parse(std::string_view csv, std::string_view source) {
  constexpr std::string_view kHeader = "time,origin,destination,distance,delay";
  std::string_view header = csv.substr(0, csv.find('\n'));
  if (header.ends_with('\r')) header.remove_suffix(1);
  if (header != kHeader) return invalidArgument("{}: must begin with the header '{}'", source, kHeader);
  Flights result;
  std::unordered_map<std::string, std::uint16_t> index;
  const auto airport = [&](std::string_view name) {
    const auto [found, added] =
        index.emplace(std::string(name), static_cast<std::uint16_t>(result.airports_.size()));
    if (added) result.airports_.push_back(found->first);
    return found->second;
  };
  std::size_t line_number = 1;
  for (std::size_t at = std::min(csv.size(), csv.find('\n'));
       at != std::string_view::npos && at + 1 < csv.size();) {
    const std::size_t end = std::min(csv.find('\n', at + 1), csv.size());
    std::string_view rest = csv.substr(at + 1, end - at - 1);
    ++line_number;
    at = end;
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    if (rest.empty()) continue;
    std::string_view cells[5];
    int count = 0;
    for (; count < 5; ++count) {
      const auto comma = count < 4 ? rest.find(',') : rest.size();
      if (comma == std::string_view::npos) break;
      cells[count] = rest.substr(0, comma);
      rest = count < 4 ? rest.substr(comma + 1) : std::string_view();
    }
    Flight flight;
    int distance = 0;
    int delay = 0;
    if (count != 5 || !parseMinute(cells[0], flight.minute) || cells[1].empty() || cells[2].empty() ||
        !number(cells[3], distance) || !number(cells[4], delay) || distance < 0 || distance > 65'535 ||
        delay < -32'768 || delay > 32'767) {
      return invalidArgument("{}: line {} is not 'time,origin,destination,distance,delay'", source,
                             line_number);
    }
    flight.origin = airport(cells[1]);
    flight.destination = airport(cells[2]);
    if (result.airports_.size() > kMaxAirports) {
      return invalidArgument("{}: line {} names airport number {}; at most {} are supported", source,
                             line_number, result.airports_.size(), kMaxAirports);
    }
    flight.distance = static_cast<std::uint16_t>(distance);
    flight.delay = static_cast<std::int16_t>(delay);
    if (!result.flights_.empty() && flight.minute < result.flights_.back().minute) {
      return failedPrecondition("{}: line {} departs before the line above it; sort the file by time", source,
                                line_number);
    }
    result.flights_.push_back(flight);
  }
  if (result.flights_.empty()) return invalidArgument("{}: holds no flight", source);
  return result;
}

std::string Flights::id(std::size_t index) const { return fmt::format("f{}", index); }

absl::StatusOr<std::size_t> Flights::firstAt(std::string_view date) const {
  std::int32_t minute = 0;
  if (!parseMinute(date, minute))
    return invalidArgument("'{}' is not a date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM", date);
  const auto found = std::lower_bound(flights_.begin(), flights_.end(), minute,
                                      [](const Flight& flight, std::int32_t m) { return flight.minute < m; });
  return static_cast<std::size_t>(found - flights_.begin());
}

frame::DataFrame Flights::items(std::span<const std::uint32_t> indexes) const {
  const std::size_t n = indexes.size();
  std::vector<std::string> ids(n), origins(n), destinations(n);
  std::vector<std::int64_t> months(n), hours(n), weekdays(n);
  std::vector<double> distances(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Flight& flight = flights_[indexes[i]];
    ids[i] = id(indexes[i]);
    months[i] = flight.month();
    hours[i] = flight.hour();
    weekdays[i] = flight.weekday();
    distances[i] = flight.distance;
    origins[i] = airports_[flight.origin];
    destinations[i] = airports_[flight.destination];
  }
  auto frame = frame::DataFrame::create({frame::Column::ofStrings("flight_id", std::move(ids)),
                                         frame::Column::ofInt64s("month", std::move(months)),
                                         frame::Column::ofInt64s("hour", std::move(hours)),
                                         frame::Column::ofInt64s("weekday", std::move(weekdays)),
                                         frame::Column::ofDoubles("distance", std::move(distances)),
                                         frame::Column::ofStrings("origin", std::move(origins)),
                                         frame::Column::ofStrings("destination", std::move(destinations))});
  AERIE_CHECK(frame.ok());
  return std::move(frame).value();
}

std::vector<float> Flights::labels(std::span<const std::uint32_t> indexes) const {
  std::vector<float> result;
  result.reserve(indexes.size());
  for (const std::uint32_t index : indexes) result.push_back(flights_[index].late() ? 1.0F : 0.0F);
  return result;
}

}  // namespace aerie::sim
