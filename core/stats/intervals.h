// Intervals for means, proportions and their differences. Pure; any thread. nullopt where the data are too
// few to say anything. Intervals have a fixed horizon: looking at them again and again until they exclude
// zero finds differences that are not there.
#pragma once

#include <cstdint>
#include <optional>

namespace aerie::stats {

struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

// A sample by its sums, which can be added.
struct Sums {
  std::uint64_t count = 0;
  double sum = 0;
  double sum_squares = 0;

  double mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
  // Unbiased; 0 for fewer than two values. Never negative, whatever rounding did to the sums.
  double variance() const;
  Sums& operator+=(const Sums& other);
  bool operator==(const Sums&) const = default;
};

struct Difference {
  double value = 0;  // treatment - control
  Interval interval;
  double p_value = 1;  // two-sided, of "no difference"
};

inline constexpr double kConfidence = 0.95;

// Student's interval of the mean; needs two values.
std::optional<Interval> meanInterval(const Sums& sample, double confidence = kConfidence);
// Welch's test with Satterthwaite's degrees of freedom; needs two values on each side. Without any variance
// the interval is a point.
std::optional<Difference> welch(const Sums& control, const Sums& treatment, double confidence = kConfidence);

// Wilson's score interval of successes / trials; needs a trial.
std::optional<Interval> wilson(std::uint64_t successes, std::uint64_t trials,
                               double confidence = kConfidence);
// Newcombe's hybrid score interval (method 10) of treatment - control, with the pooled two-sided z test;
// needs a trial on each side.
std::optional<Difference> proportionDifference(std::uint64_t control_successes, std::uint64_t control_trials,
                                               std::uint64_t treatment_successes,
                                               std::uint64_t treatment_trials,
                                               double confidence = kConfidence);

}  // namespace aerie::stats
