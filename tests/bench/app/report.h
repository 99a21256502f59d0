// What was measured: lines for people, or one JSON line with --json.
#pragma once

#include <QString>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "tests/bench/app/loop_watch.h"

namespace aerie::bench {

class Report final {
 public:
  void title(const std::string& text) { lines_.push_back("\n" + text); }
  void figure(const std::string& key, double value, const std::string& unit, const std::string& goal = {}) {
    json_ +=
        fmt::format(R"({}"{}":{{"value":{:.2f},"unit":"{}"}})", json_.empty() ? "" : ",", key, value, unit);
    lines_.push_back(fmt::format("  {:<44} {:>10.2f} {:<8} {}", key, value, unit, goal));
  }
  void stretches(const std::string& key, const Stretches& s) {
    figure(key + " stretches", static_cast<double>(s.count), "");
    figure(key + " p50", s.p50_ms, "ms");
    figure(key + " p99", s.p99_ms, "ms");
    figure(key + " longest", s.longest_ms, "ms", "goal: none over 50 ms");
    figure(key + " longest CPU", s.longest_cpu_ms, "ms");
    figure(key + " over 50 ms", s.over, "", fmt::format("of them {} at work for so long", s.over_cpu));
    if (!s.worst.isEmpty()) lines_.push_back("    longest: " + s.worst.toStdString());
  }
  // What has to be right whatever the machine: the bench fails without it.
  void expect(bool right, const std::string& rule) {
    if (right) return;
    failed_ = true;
    fmt::print(stderr, "aerie-bench-app: not so: {}\n", rule);
  }
  int print(bool json) const {
    if (json) {
      fmt::print(R"({{"bench":"app","results":{{{}}}}})"
                 "\n",
                 json_);
    } else {
      for (const std::string& line : lines_) fmt::print("{}\n", line);
    }
    return failed_ ? 1 : 0;
  }

 private:
  std::vector<std::string> lines_;
  std::string json_;
  bool failed_ = false;
};

}  // namespace aerie::bench
