#include "services/control/log_merge.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace aerie::control {
namespace {

constexpr std::string_view kTime = "\"time\":\"";
constexpr std::size_t kLongestTime = 40;
constexpr std::size_t kFields = 256;  // of a record, in which the time stands

struct Timed {
  std::string time;
  v1::LogLine line;
};

std::vector<Timed> timed(std::deque<v1::LogLine> lines) {
  std::vector<Timed> out;
  out.reserve(lines.size());
  std::string last;
  for (v1::LogLine& line : lines) {
    // Clocks are put back now and then; the order of a file is the truth.
    if (const std::string_view time = timeOfLine(line.text()); time > last) last = std::string(time);
    out.push_back({last, std::move(line)});
  }
  // What a file begins with before its first time belongs to that time.
  const auto first = std::find_if(out.begin(), out.end(), [](const Timed& t) { return !t.time.empty(); });
  if (first == out.end()) return out;
  const std::string begin = first->time;
  for (auto it = out.begin(); it != first; ++it) it->time = begin;
  return out;
}

}  // namespace

std::string_view timeOfLine(std::string_view line) {
  if (!line.starts_with('{')) return {};
  const std::string_view fields = line.substr(0, kFields);
  const auto at = fields.find(kTime);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = fields.substr(at + kTime.size());
  const auto end = rest.find('"');
  return end == std::string_view::npos || end > kLongestTime ? std::string_view() : rest.substr(0, end);
}

std::deque<v1::LogLine> mergedByTime(std::vector<std::deque<v1::LogLine>> files) {
  std::vector<Timed> all;
  for (std::deque<v1::LogLine>& file : files) {
    std::vector<Timed> lines = timed(std::move(file));
    all.insert(all.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }
  std::stable_sort(all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.time < b.time; });
  std::deque<v1::LogLine> out;
  for (Timed& t : all) out.push_back(std::move(t.line));
  return out;
}

}  // namespace aerie::control
