// impute, clip, log1p, standardize, min_max, bucketize, arithmetic.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataType;
using frame::NullBuilder;

// 2^63; every double in [-kTwo63, kTwo63) fits an int64.
constexpr double kTwo63 = 9223372036854775808.0;

void setNumber(v1::PreprocessStep* step, const char* name, double value) {
  (*step->mutable_numbers())[name] = value;
}

double meanOf(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double medianOf(std::vector<double> values) {
  const std::size_t middle = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle), values.end());
  if (values.size() % 2 == 1) return values[middle];
  const double below =
      *std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle));
  return below + (values[middle] - below) / 2;
}

// The most frequent text; of equally frequent ones the smallest.
absl::StatusOr<std::string> mostFrequent(const Column& column) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    if (!column.isNull(row)) ++counts[column.textAt(row)];
  }
  if (counts.empty()) {
    return invalidArgument(
        "there is nothing to learn from: every row of '{}' is null; give more data or set the value by hand",
        column.name());
  }
  const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(counts.begin(), counts.end(), more)->first;
}

template <class F>
Kernel mapNumbers(const v1::PreprocessStep& step, F f) {
  return [name = step.outputs(0), f](Columns inputs) {
    std::vector<double> storage;
    const std::span<const double> from = numbersOf(*inputs[0], storage);
    std::vector<double> to(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = f(from[i]);
    return std::vector<Column>{Column::ofDoubles(name, std::move(to), inputs[0]->nulls())};
  };
}

// Null and, for floating types, NaN become `value`.
template <class T>
std::vector<T> replaceMissing(const Column& column, std::span<const T> from, T value) {
  std::vector<T> to(from.begin(), from.end());
  if constexpr (std::is_floating_point_v<T>) {
    for (T& x : to) x = std::isnan(x) ? value : x;
  }
  if (column.hasNulls()) {
    for (std::size_t row = 0; row < to.size(); ++row) {
      if (column.isNull(row)) to[row] = value;
    }
  }
  return to;
}

std::vector<Column> imputeStrings(const std::string& name, const Column& column, const std::string& value) {
  std::vector<std::string> to(column.rows(), value);
  forEachText(column, [&to](std::size_t row, std::string_view text) { to[row] = text; });
  return {Column::ofStrings(name, std::move(to))};
}

template <class T>
absl::StatusOr<T> parseValue(const std::string& text, DataType type) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  return invalidArgument("'value' is '{}', which is not a {}", text, frame::name(type));
}

absl::StatusOr<std::uint8_t> parseFlag(const std::string& text) {
  if (text == "true" || text == "1") return std::uint8_t{1};
  if (text == "false" || text == "0") return std::uint8_t{0};
  return invalidArgument("'value' is '{}', which is not a bool; give true or false", text);
}

struct IntegerBounds {
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
};

IntegerBounds integerBounds(double low, double high) {
  IntegerBounds bounds;
  const double up = std::ceil(low);
  const double down = std::floor(high);
  if (up >= -kTwo63) bounds.low = up < kTwo63 ? static_cast<std::int64_t>(up) : bounds.high;
  if (down < kTwo63)
    bounds.high =
        down >= -kTwo63 ? static_cast<std::int64_t>(down) : std::numeric_limits<std::int64_t>::min();
  return bounds;
}

template <class T>
std::vector<T> clipped(std::span<const T> from, T low, T high) {
  std::vector<T> to(from.size());
  for (std::size_t i = 0; i < from.size(); ++i)
    to[i] = from[i] < low ? low : (from[i] > high ? high : from[i]);
  return to;
}

enum class Arithmetic : std::uint8_t { kAdd, kSubtract, kMultiply, kDivide };

Arithmetic arithmeticOf(const std::string& text) {
  if (text == "add") return Arithmetic::kAdd;
  if (text == "subtract") return Arithmetic::kSubtract;
  return text == "multiply" ? Arithmetic::kMultiply : Arithmetic::kDivide;
}

// left = left operator right(i); rows divided by zero become null.
template <class Right>
void apply(Arithmetic op, std::vector<double>& left, Right right, NullBuilder& nulls) {
  const std::size_t rows = left.size();
  switch (op) {
    case Arithmetic::kAdd:
      for (std::size_t i = 0; i < rows; ++i) left[i] += right(i);
      return;
    case Arithmetic::kSubtract:
      for (std::size_t i = 0; i < rows; ++i) left[i] -= right(i);
      return;
    case Arithmetic::kMultiply:
      for (std::size_t i = 0; i < rows; ++i) left[i] *= right(i);
      return;
    case Arithmetic::kDivide:
      for (std::size_t i = 0; i < rows; ++i) {
        const double divisor = right(i);
        if (divisor == 0) {
          nulls.set(i);
          left[i] = 0;
        } else {
          left[i] /= divisor;
        }
      }
      return;
  }
}

}  // namespace

absl::Status fitImpute(Columns inputs, v1::PreprocessStep* step) {
  const Column& column = *inputs[0];
  const bool number = (kNumberTypes & typeBit(column.type())) != 0;
  std::string strategy = StepReader(*step).text("strategy");
  if (strategy.empty()) strategy = number ? "mean" : "most_frequent";
  if (strategy == "most_frequent") {
    AERIE_ASSIGN_OR_RETURN(const std::string value, mostFrequent(column));
    setNumberOrText(step, "value", value);
    return absl::OkStatus();
  }
  if (!number)
    return invalidArgument("a {} has no {}; use strategy: most_frequent", frame::name(column.type()),
                           strategy);
  AERIE_ASSIGN_OR_RETURN(std::vector<double> values, learnableNumbers(column));
  double value = strategy == "mean" ? meanOf(values) : medianOf(std::move(values));
  if (column.type() == DataType::kInt64) value = std::round(value);
  setNumber(step, "value", value);
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileImpute(const v1::PreprocessStep& step, Inputs inputs) {
  const DataType type = inputs[0].type;
  const std::string text = StepReader(step).text("value");
  const std::string name = step.outputs(0);
  if (type == DataType::kString) {
    return oneOutput(step, type, [name, text](Columns in) { return imputeStrings(name, *in[0], text); });
  }
  if (type == DataType::kBool) {
    AERIE_ASSIGN_OR_RETURN(const std::uint8_t value, parseFlag(text));
    return oneOutput(step, type, [name, value](Columns in) {
      return std::vector<Column>{Column::ofBools(name, replaceMissing(*in[0], in[0]->bools(), value))};
    });
  }
  if (type == DataType::kInt64) {
    // numbers holds large whole numbers as 1e+18, which is no int64 text.
    std::int64_t value = 0;
    const auto number = step.numbers().find("value");
    if (number != step.numbers().end() && std::trunc(number->second) == number->second &&
        std::abs(number->second) < kTwo63) {
      value = static_cast<std::int64_t>(number->second);
    } else {
      AERIE_ASSIGN_OR_RETURN(value, parseValue<std::int64_t>(text, type));
    }
    return oneOutput(step, type, [name, value](Columns in) {
      return std::vector<Column>{Column::ofInt64s(name, replaceMissing(*in[0], in[0]->int64s(), value))};
    });
  }
  AERIE_ASSIGN_OR_RETURN(const double value, parseValue<double>(text, type));
  if (type == DataType::kFloat) {
    return oneOutput(step, type, [name, value](Columns in) {
      return std::vector<Column>{
          Column::ofFloats(name, replaceMissing(*in[0], in[0]->floats(), static_cast<float>(value)))};
    });
  }
  return oneOutput(step, type, [name, value](Columns in) {
    return std::vector<Column>{Column::ofDoubles(name, replaceMissing(*in[0], in[0]->doubles(), value))};
  });
}

absl::StatusOr<CompiledStep> compileClip(const v1::PreprocessStep& step, Inputs inputs) {
  const StepReader reader(step);
  if (!reader.has("min") && !reader.has("max")) return invalidArgument("needs 'min', 'max' or both");
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double low = reader.has("min") ? reader.number("min") : -kInfinity;
  const double high = reader.has("max") ? reader.number("max") : kInfinity;
  if (low > high) return invalidArgument("'min' ({}) is above 'max' ({})", low, high);
  const DataType type = inputs[0].type;
  if (type == DataType::kInt64) {
    const IntegerBounds bounds = integerBounds(low, high);
    if (bounds.low > bounds.high)
      return invalidArgument("there is no whole number between 'min' ({}) and 'max' ({})", low, high);
    return oneOutput(step, type, [name = step.outputs(0), bounds](Columns in) {
      return std::vector<Column>{
          Column::ofInt64s(name, clipped(in[0]->int64s(), bounds.low, bounds.high), in[0]->nulls())};
    });
  }
  if (type == DataType::kFloat) {
    return oneOutput(step, type, [name = step.outputs(0), low, high](Columns in) {
      return std::vector<Column>{Column::ofFloats(
          name, clipped(in[0]->floats(), static_cast<float>(low), static_cast<float>(high)), in[0]->nulls())};
    });
  }
  return oneOutput(step, type, [name = step.outputs(0), low, high](Columns in) {
    return std::vector<Column>{Column::ofDoubles(name, clipped(in[0]->doubles(), low, high), in[0]->nulls())};
  });
}

absl::StatusOr<CompiledStep> compileLog1p(const v1::PreprocessStep& step, Inputs) {
  return oneOutput(step, DataType::kDouble, [name = step.outputs(0)](Columns in) {
    std::vector<double> storage;
    const std::span<const double> from = numbersOf(*in[0], storage);
    std::vector<double> to(from.size());
    NullBuilder nulls(from.size());
    nulls.add(in[0]->nulls());
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from[i] <= -1) {
        nulls.set(i);
      } else {
        to[i] = std::log1p(from[i]);
      }
    }
    return std::vector<Column>{Column::ofDoubles(name, std::move(to), std::move(nulls).finish())};
  });
}

absl::Status fitStandardize(Columns inputs, v1::PreprocessStep* step) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<double> values, learnableNumbers(*inputs[0]));
  const StepReader reader(*step);
  const double mean = reader.has("mean") ? reader.number("mean") : meanOf(values);
  if (!reader.has("stddev")) {
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double stddev = std::sqrt(squares / static_cast<double>(values.size()));
    setNumber(step, "stddev", stddev > 0 ? stddev : 1);  // a constant column becomes zeros
  }
  setNumber(step, "mean", mean);
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileStandardize(const v1::PreprocessStep& step, Inputs) {
  const double mean = StepReader(step).number("mean");
  const double stddev = StepReader(step).number("stddev");
  if (!(stddev > 0)) return invalidArgument("'stddev' is {}; it must be above 0", stddev);
  return oneOutput(step, DataType::kDouble,
                   mapNumbers(step, [mean, stddev](double x) { return (x - mean) / stddev; }));
}

absl::Status fitMinMax(Columns inputs, v1::PreprocessStep* step) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<double> values, learnableNumbers(*inputs[0]));
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const StepReader reader(*step);
  const bool has_min = reader.has("min");
  const bool has_max = reader.has("max");
  if (!has_min) setNumber(step, "min", *low);
  if (!has_max) setNumber(step, "max", *high);
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileMinMax(const v1::PreprocessStep& step, Inputs) {
  const double low = StepReader(step).number("min");
  const double high = StepReader(step).number("max");
  if (low > high) return invalidArgument("'min' ({}) is above 'max' ({})", low, high);
  const double width = high - low;
  if (!std::isfinite(width)) return invalidArgument("'max' - 'min' is not a finite number");
  const bool clip = StepReader(step).flag("clip");
  return oneOutput(step, DataType::kDouble, mapNumbers(step, [low, width, clip](double x) {
                     if (std::isnan(x)) return x;
                     const double scaled = width > 0 ? (x - low) / width : 0.0;
                     if (!clip) return scaled;
                     return scaled < 0 ? 0.0 : (scaled > 1 ? 1.0 : scaled);
                   }));
}

absl::Status fitBucketize(Columns inputs, v1::PreprocessStep* step) {
  const std::int64_t buckets = StepReader(*step).integer("buckets");
  if (buckets < 2 || buckets > 100'000) return invalidArgument("'buckets' is {}; give 2 to 100000", buckets);
  AERIE_ASSIGN_OR_RETURN(std::vector<double> values, learnableNumbers(*inputs[0]));
  std::sort(values.begin(), values.end());
  for (std::int64_t i = 1; i < buckets; ++i) {
    // The nearest-rank quantile: a value that is in the data, so that no rounding enters.
    const std::size_t rank = values.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(buckets);
    const double boundary = values[std::min(rank, values.size() - 1)];
    if (step->boundaries().empty() || boundary > step->boundaries(step->boundaries_size() - 1))
      step->add_boundaries(boundary);
  }
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileBucketize(const v1::PreprocessStep& step, Inputs) {
  std::vector<double> boundaries(step.boundaries().begin(), step.boundaries().end());
  return oneOutput(
      step, DataType::kInt64, [name = step.outputs(0), boundaries = std::move(boundaries)](Columns in) {
        std::vector<double> storage;
        const std::span<const double> from = numbersOf(*in[0], storage);
        std::vector<std::int64_t> to(from.size());
        NullBuilder nulls(from.size());
        nulls.add(in[0]->nulls());
        for (std::size_t i = 0; i < from.size(); ++i) {
          if (std::isnan(from[i])) {
            nulls.set(i);
          } else {
            to[i] = std::upper_bound(boundaries.begin(), boundaries.end(), from[i]) - boundaries.begin();
          }
        }
        return std::vector<Column>{Column::ofInt64s(name, std::move(to), std::move(nulls).finish())};
      });
}

absl::StatusOr<CompiledStep> compileArithmetic(const v1::PreprocessStep& step, Inputs inputs) {
  const StepReader reader(step);
  const Arithmetic op = arithmeticOf(reader.text("operator"));
  std::optional<double> constant;
  if (reader.has("constant")) constant = reader.number("constant");
  if (inputs.size() + (constant ? 1 : 0) < 2)
    return invalidArgument("needs two inputs, or one and 'constant'");
  if (op == Arithmetic::kDivide && constant == 0.0)
    return invalidArgument("'constant' is 0; nothing can be divided by it");
  return oneOutput(step, DataType::kDouble, [name = step.outputs(0), op, constant](Columns in) {
    std::vector<double> storage;
    const std::span<const double> first = numbersOf(*in[0], storage);
    std::vector<double> to(first.begin(), first.end());
    NullBuilder nulls(to.size());
    for (const Column* column : in) nulls.add(column->nulls());
    for (std::size_t i = 1; i < in.size(); ++i) {
      const std::span<const double> right = numbersOf(*in[i], storage);
      apply(
          op, to, [right](std::size_t row) { return right[row]; }, nulls);
    }
    if (constant)
      apply(
          op, to, [value = *constant](std::size_t) { return value; }, nulls);
    return std::vector<Column>{Column::ofDoubles(name, std::move(to), std::move(nulls).finish())};
  });
}

}  // namespace aerie::preprocess
