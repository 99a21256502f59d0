#include "services/train/reference_statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace aerie::train {
namespace {

constexpr std::size_t kBins = 10;
constexpr std::size_t kCategories = 50;

void addNumbers(const frame::Column& column, v1::ReferenceHistogram* histogram) {
  std::vector<double> values;
  values.reserve(column.rows());
  for (std::size_t row = 0; row < column.rows(); ++row) {
    const double value = column.numberAt(row);
    if (!std::isnan(value)) values.push_back(value);
  }
  histogram->set_missing(column.rows() - values.size());
  std::sort(values.begin(), values.end());
  std::vector<double> boundaries;
  for (std::size_t bin = 1; bin < kBins && !values.empty(); ++bin) {
    const double boundary = values[values.size() * bin / kBins];
    if (boundaries.empty() || boundary > boundaries.back()) boundaries.push_back(boundary);
  }
  std::size_t before = 0;
  for (const double boundary : boundaries) {
    const auto upto =
        static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), boundary) - values.begin());
    histogram->add_boundaries(boundary);
    histogram->add_counts(upto - before);
    before = upto;
  }
  histogram->add_counts(values.size() - before);
}

void addTexts(const frame::Column& column, v1::ReferenceHistogram* histogram) {
  std::map<std::string_view, std::uint64_t> counts;
  std::uint64_t missing = 0;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    if (column.isNull(row))
      ++missing;
    else
      ++counts[column.strings()[row]];
  }
  histogram->set_missing(missing);
  std::vector<std::pair<std::string_view, std::uint64_t>> ordered(counts.begin(), counts.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::uint64_t unseen = 0;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    if (i < kCategories) {
      histogram->add_categories(std::string(ordered[i].first));
      histogram->add_counts(ordered[i].second);
    } else {
      unseen += ordered[i].second;
    }
  }
  histogram->add_counts(unseen);
}

}  // namespace

v1::ReferenceStatistics referenceStatistics(const frame::DataFrame& frame) {
  v1::ReferenceStatistics result;
  result.set_rows(frame.rows());
  for (const frame::Column& column : frame.columns()) {
    if (column.type() == frame::DataType::kFloatVector) continue;
    v1::ReferenceHistogram* histogram = result.add_histograms();
    histogram->set_feature(column.name());
    if (column.type() == frame::DataType::kString)
      addTexts(column, histogram);
    else
      addNumbers(column, histogram);
  }
  return result;
}

}  // namespace aerie::train
