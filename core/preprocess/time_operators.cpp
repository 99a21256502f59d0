// time_part. Calendar arithmetic on days since 1970-01-01 after Howard Hinnant, "chrono-Compatible Low-Level
// Date Algorithms"; proleptic Gregorian, no leap seconds.
#include <optional>

#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataType;
using frame::NullBuilder;

constexpr std::int64_t kDay = 86'400;
// Beyond the years -9999 .. 9999 a time is taken for a mistake (milliseconds, say).
constexpr std::int64_t kMaxSeconds = 253'402'300'800;

struct Date {
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
};

constexpr std::int64_t daysFromCivil(Date date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year =
      (153 * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

constexpr Date civilFromDays(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

// Reads fixed-width fields from the front of a text; remembers the first failure.
class Scanner final {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  std::int64_t digits(std::size_t count) {
    std::int64_t value = 0;
    if (text_.size() < count) ok_ = false;
    for (std::size_t i = 0; ok_ && i < count; ++i) {
      if (text_[i] < '0' || text_[i] > '9') ok_ = false;
      value = value * 10 + (text_[i] - '0');
    }
    if (ok_) text_.remove_prefix(count);
    return ok_ ? value : 0;
  }
  bool accept(std::string_view any_of) {
    if (!ok_ || text_.empty() || any_of.find(text_[0]) == std::string_view::npos) return false;
    last_ = text_[0];
    text_.remove_prefix(1);
    return true;
  }
  void expect(std::string_view any_of) { ok_ = accept(any_of) && ok_; }
  void skipDigits() {
    std::size_t count = 0;
    while (count < text_.size() && text_[count] >= '0' && text_[count] <= '9') ++count;
    ok_ = ok_ && count > 0;
    text_.remove_prefix(count);
  }
  char last() const { return last_; }
  bool ok() const { return ok_; }
  bool atEnd() const { return ok_ && text_.empty(); }

 private:
  std::string_view text_;
  char last_ = 0;
  bool ok_ = true;
};

constexpr bool within(std::int64_t value, std::int64_t low, std::int64_t high) {
  return value >= low && value <= high;
}

// YYYY-MM-DD, optionally 'T' or ' ' and hh:mm[:ss[.fraction]], optionally Z or +hh:mm. nullopt for anything
// else.
std::optional<std::int64_t> parseTime(std::string_view text) {
  Scanner scan(text);
  Date date;
  date.year = scan.digits(4);
  scan.expect("-");
  date.month = scan.digits(2);
  scan.expect("-");
  date.day = scan.digits(2);
  if (!scan.ok() || !within(date.month, 1, 12) || !within(date.day, 1, 31)) return std::nullopt;
  const std::int64_t days = daysFromCivil(date);
  if (civilFromDays(days).day != date.day) return std::nullopt;  // February 30
  if (scan.atEnd()) return days * kDay;

  scan.expect("T ");
  const std::int64_t hour = scan.digits(2);
  scan.expect(":");
  const std::int64_t minute = scan.digits(2);
  std::int64_t second = 0;
  if (scan.accept(":")) {
    second = scan.digits(2);
    if (scan.accept(".,")) scan.skipDigits();
  }
  if (!scan.ok() || !within(hour, 0, 23) || !within(minute, 0, 59) || !within(second, 0, 60))
    return std::nullopt;
  std::int64_t offset = 0;
  if (scan.accept("+-")) {
    const std::int64_t sign = scan.last() == '-' ? -1 : 1;
    const std::int64_t hours = scan.digits(2);
    scan.accept(":");
    const std::int64_t minutes = scan.digits(2);
    if (!within(hours, 0, 23) || !within(minutes, 0, 59)) return std::nullopt;
    offset = sign * (hours * 3600 + minutes * 60);
  } else {
    scan.accept("Z");
  }
  if (!scan.atEnd()) return std::nullopt;
  return days * kDay + hour * 3600 + minute * 60 + second - offset;
}

using Part = std::int64_t (*)(std::int64_t days, std::int64_t second_of_day);

std::int64_t minuteOf(std::int64_t, std::int64_t second) { return second / 60 % 60; }
std::int64_t hourOf(std::int64_t, std::int64_t second) { return second / 3600; }
// 1970-01-01 was a Thursday.
std::int64_t weekdayOf(std::int64_t days, std::int64_t) { return ((days + 3) % 7 + 7) % 7 + 1; }
std::int64_t dayOfYearOf(std::int64_t days, std::int64_t) {
  return days - daysFromCivil({civilFromDays(days).year, 1, 1}) + 1;
}
std::int64_t monthOf(std::int64_t days, std::int64_t) { return civilFromDays(days).month; }

Part partOf(std::string_view name) {
  if (name == "minute") return minuteOf;
  if (name == "hour") return hourOf;
  if (name == "weekday") return weekdayOf;
  return name == "month" ? monthOf : dayOfYearOf;
}

}  // namespace

absl::StatusOr<CompiledStep> compileTimePart(const v1::PreprocessStep& step, Inputs) {
  const StepReader reader(step);
  const std::int64_t minutes = reader.integer("utc_offset_minutes");
  if (!within(minutes, -24 * 60, 24 * 60))
    return invalidArgument("'utc_offset_minutes' is {}; give -1440 to 1440", minutes);
  return oneOutput(
      step, DataType::kInt64,
      [name = step.outputs(0), part = partOf(reader.text("part")), offset = minutes * 60](Columns in) {
        std::vector<std::int64_t> to(in[0]->rows());
        NullBuilder nulls(to.size());
        nulls.add(in[0]->nulls());
        const auto put = [&](std::size_t row, std::optional<std::int64_t> time) {
          if (!time || !within(*time, -kMaxSeconds, kMaxSeconds)) return nulls.set(row);
          const std::int64_t local = *time + offset;
          const std::int64_t second = (local % kDay + kDay) % kDay;
          to[row] = part((local - second) / kDay, second);
        };
        if (in[0]->type() == DataType::kString) {
          forEachText(*in[0], [&](std::size_t row, std::string_view text) { put(row, parseTime(text)); });
        } else {
          const std::span<const std::int64_t> from = in[0]->int64s();
          for (std::size_t row = 0; row < from.size(); ++row) put(row, from[row]);
        }
        return std::vector<Column>{Column::ofInt64s(name, std::move(to), std::move(nulls).finish())};
      });
}

}  // namespace aerie::preprocess
