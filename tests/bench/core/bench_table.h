// Repeats a piece of work and reports the median time: as a table for people, or as one JSON line with
// --json.
#pragma once

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::bench {

struct Result {
  std::string name;
  double microseconds = 0;  // median of one repetition
  double per_second = 0;    // units of work per second at the median
  std::string unit;
};

class Table final {
 public:
  Table(std::string title, int argc, char** argv) : title_(std::move(title)) {
    for (int i = 1; i < argc; ++i) json_ = json_ || std::string_view(argv[i]) == "--json";
  }

  // `work` handles `units` units of `unit`; it runs for about a second.
  void measure(std::string name, double units, std::string unit, const std::function<void()>& work) {
    using Time = std::chrono::steady_clock;
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) work();
    const auto end = Time::now() + std::chrono::seconds(1);
    while (times.size() < 15 || (Time::now() < end && times.size() < 100'000)) {
      const auto start = Time::now();
      work();
      times.push_back(std::chrono::duration<double, std::micro>(Time::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                     times.end());
    const double median = times[times.size() / 2];
    results_.push_back({std::move(name), median, units / median * 1e6, std::move(unit)});
  }

  int print() const {
    if (json_) {
      std::string entries;
      for (const Result& r : results_) {
        entries += fmt::format(R"({}"{}":{{"us":{:.2f},"per_second":{:.0f},"unit":"{}"}})",
                               entries.empty() ? "" : ",", r.name, r.microseconds, r.per_second, r.unit);
      }
      fmt::print(R"({{"bench":"{}","results":{{{}}}}})"
                 "\n",
                 title_, entries);
      return 0;
    }
    fmt::print("{}\n{:<44} {:>12} {:>16}\n", title_, "work", "median us", "per second");
    for (const Result& r : results_) {
      fmt::print("{:<44} {:>12.2f} {:>16} {}\n", r.name, r.microseconds, fmt::format("{:.0f}", r.per_second),
                 r.unit);
    }
    return 0;
  }

 private:
  std::string title_;
  bool json_ = false;
  std::vector<Result> results_;
};

}  // namespace aerie::bench
