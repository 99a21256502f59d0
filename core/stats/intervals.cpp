#include "core/stats/intervals.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace aerie::stats {
namespace {

double tailOf(double confidence) { return (1.0 - confidence) / 2.0; }

double normalQuantile(double confidence) {
  return boost::math::quantile(boost::math::complement(boost::math::normal(), tailOf(confidence)));
}

double studentQuantile(double degrees, double confidence) {
  return boost::math::quantile(boost::math::complement(boost::math::students_t(degrees), tailOf(confidence)));
}

}  // namespace

double Sums::variance() const {
  if (count < 2) return 0;
  const double n = static_cast<double>(count);
  return std::max(0.0, (sum_squares - sum * sum / n) / (n - 1));
}

Sums& Sums::operator+=(const Sums& other) {
  count += other.count;
  sum += other.sum;
  sum_squares += other.sum_squares;
  return *this;
}

std::optional<Interval> meanInterval(const Sums& sample, double confidence) {
  if (sample.count < 2) return std::nullopt;
  const double n = static_cast<double>(sample.count);
  const double half = studentQuantile(n - 1, confidence) * std::sqrt(sample.variance() / n);
  return Interval{sample.mean() - half, sample.mean() + half};
}

std::optional<Difference> welch(const Sums& control, const Sums& treatment, double confidence) {
  if (control.count < 2 || treatment.count < 2) return std::nullopt;
  const double n_control = static_cast<double>(control.count);
  const double n_treatment = static_cast<double>(treatment.count);
  const double v_control = control.variance() / n_control;
  const double v_treatment = treatment.variance() / n_treatment;
  Difference result;
  result.value = treatment.mean() - control.mean();
  const double error = std::sqrt(v_control + v_treatment);
  if (!(error > 0)) {
    result.interval = {result.value, result.value};
    result.p_value = result.value == 0 ? 1 : 0;
    return result;
  }
  const double degrees =
      (v_control + v_treatment) * (v_control + v_treatment) /
      (v_control * v_control / (n_control - 1) + v_treatment * v_treatment / (n_treatment - 1));
  const double half = studentQuantile(degrees, confidence) * error;
  result.interval = {result.value - half, result.value + half};
  result.p_value = 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees),
                                                                std::abs(result.value) / error));
  return result;
}

std::optional<Interval> wilson(std::uint64_t successes, std::uint64_t trials, double confidence) {
  if (trials == 0 || successes > trials) return std::nullopt;
  const double n = static_cast<double>(trials);
  const double p = static_cast<double>(successes) / n;
  const double z = normalQuantile(confidence);
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  return Interval{successes == 0 ? 0.0 : centre - half, successes == trials ? 1.0 : centre + half};
}

std::optional<Difference> proportionDifference(std::uint64_t control_successes, std::uint64_t control_trials,
                                               std::uint64_t treatment_successes,
                                               std::uint64_t treatment_trials, double confidence) {
  const auto control = wilson(control_successes, control_trials, confidence);
  const auto treatment = wilson(treatment_successes, treatment_trials, confidence);
  if (!control || !treatment) return std::nullopt;
  const double n_control = static_cast<double>(control_trials);
  const double n_treatment = static_cast<double>(treatment_trials);
  const double p_control = static_cast<double>(control_successes) / n_control;
  const double p_treatment = static_cast<double>(treatment_successes) / n_treatment;
  Difference result;
  result.value = p_treatment - p_control;
  result.interval.low = result.value - std::hypot(p_treatment - treatment->low, control->high - p_control);
  result.interval.high = result.value + std::hypot(treatment->high - p_treatment, p_control - control->low);
  const double pooled =
      static_cast<double>(control_successes + treatment_successes) / (n_control + n_treatment);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / n_control + 1 / n_treatment));
  result.p_value = error > 0 ? 2 * boost::math::cdf(boost::math::complement(boost::math::normal(),
                                                                            std::abs(result.value) / error))
                             : 1;
  return result;
}

}  // namespace aerie::stats
