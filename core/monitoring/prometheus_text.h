// Prometheus text format 0.0.4, as any daemon may send it: read strictly and within bounds. Pure.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace aerie::monitoring {

using Labels = std::map<std::string, std::string>;

enum class MetricType : std::uint8_t { kUntyped, kCounter, kGauge, kHistogram, kSummary };

struct Sample {
  std::string name;  // with _bucket, _sum or _count where the family is a histogram
  Labels labels;
  double value = 0;
};
struct Family {
  std::string name;
  MetricType type = MetricType::kUntyped;
  std::vector<Sample> samples;  // at least one
};
// In the order of the text; families without samples are left out.
using Exposition = std::vector<Family>;

struct TextLimits {
  std::size_t bytes = std::size_t{8} << 20;
  std::size_t samples = 100'000;
  std::size_t labels = 32;  // of one sample
};

// InvalidArgument names the line and what is wrong with it: a bad name, value or escape, a type that comes
// after samples or twice, a family in two places, the same sample twice, a last line without its end.
// ResourceExhausted: over the limits. Timestamps are checked and dropped; comments are skipped.
absl::StatusOr<Exposition> parsePrometheusText(std::string_view text, const TextLimits& limits = {});
// What parsePrometheusText() reads back as the same samples.
std::string toPrometheusText(const Exposition& exposition);

struct HistogramSample {
  Labels labels;               // without le
  std::vector<double> bounds;  // ascending; the last bucket, +Inf, is not among them
  std::vector<double> counts;  // cumulative, one more than bounds; the last is the number of observations
  double sum = 0;
};
// The samples of a histogram family put together. InvalidArgument when bounds don't ascend, counts descend,
// +Inf or a sum is missing or the count is not that of +Inf.
absl::StatusOr<std::vector<HistogramSample>> histogramsOf(const Family& family);

}  // namespace aerie::monitoring
