// For the room's own sources: parameters of a step with the defaults of the operator table, and typed loops
// over columns.
#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/status.h"
#include "core/preprocess/operators.h"

namespace aerie::preprocess {

inline constexpr TypeSet kNumberTypes =
    typeBit(frame::DataType::kDouble) | typeBit(frame::DataType::kFloat) | typeBit(frame::DataType::kInt64);
inline constexpr TypeSet kNumberOrBool = kNumberTypes | typeBit(frame::DataType::kBool);
inline constexpr TypeSet kCategoryTypes =
    typeBit(frame::DataType::kString) | typeBit(frame::DataType::kInt64) | typeBit(frame::DataType::kBool);

// Parameters of a step whose operator and parameter names have been checked (AERIE_CHECK).
class StepReader final {
 public:
  explicit StepReader(const v1::PreprocessStep& step);
  bool has(std::string_view name) const;
  double number(std::string_view name) const;
  std::int64_t integer(std::string_view name) const;
  bool flag(std::string_view name) const { return number(name) != 0; }
  std::string text(std::string_view name) const;  // of a kNumberOrText too
  const v1::PreprocessStep& step() const { return step_; }

 private:
  const Parameter& parameter(std::string_view name) const;
  const v1::PreprocessStep& step_;
  const Operator* op_;
};

// Stores a kNumberOrText: in numbers when the text is the shortest form of a finite number, else in strings.
void setNumberOrText(v1::PreprocessStep* step, std::string_view name, std::string_view text);

// The column's numbers as doubles: a view where it holds doubles, else converted into `storage`.
std::span<const double> numbersOf(const frame::Column& column, std::vector<double>& storage);
// The numbers that are neither null nor infinite nor NaN, in row order. InvalidArgument when there is none.
absl::StatusOr<std::vector<double>> learnableNumbers(const frame::Column& column);

// Calls f(row, text) for every row that is not null, without an allocation per row.
template <class F>
void forEachText(const frame::Column& column, F&& f) {
  if (column.type() == frame::DataType::kString) {
    const auto values = column.strings();
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!column.isNull(row)) f(row, values[row]);
    }
  } else if (column.type() == frame::DataType::kInt64) {
    const auto values = column.int64s();
    char digits[24];
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (column.isNull(row)) continue;
      const auto end = std::to_chars(digits, digits + sizeof digits, values[row]).ptr;
      f(row, std::string_view(digits, static_cast<std::size_t>(end - digits)));
    }
  } else {
    const auto values = column.bools();
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!column.isNull(row))
        f(row, values[row] != 0 ? std::string_view("true") : std::string_view("false"));
    }
  }
}

// One text per row for cross and hash_bucket: the inputs' texts joined; null where one of them is.
struct JoinedTexts {
  std::vector<std::string> texts;
  frame::NullMask nulls;
};
JoinedTexts joinTexts(std::span<const frame::Column* const> inputs, std::string_view separator);

// A compiled step with one output.
CompiledStep oneOutput(const v1::PreprocessStep& step, frame::DataType type, Kernel kernel,
                       std::size_t dimension = 1);

// fit and compile functions of the operator table.
using Columns = std::span<const frame::Column* const>;
using Inputs = std::span<const InputColumn>;
absl::Status fitImpute(Columns inputs, v1::PreprocessStep* step);
absl::Status fitStandardize(Columns inputs, v1::PreprocessStep* step);
absl::Status fitMinMax(Columns inputs, v1::PreprocessStep* step);
absl::Status fitBucketize(Columns inputs, v1::PreprocessStep* step);
absl::Status fitValues(Columns inputs, v1::PreprocessStep* step);
absl::StatusOr<CompiledStep> compileImpute(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileClip(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileLog1p(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileStandardize(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileMinMax(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileBucketize(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileVocabulary(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileOneHot(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileHashBucket(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileCross(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileArithmetic(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileTimePart(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileLower(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileTrim(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileCast(const v1::PreprocessStep& step, Inputs inputs);
absl::StatusOr<CompiledStep> compileConcat(const v1::PreprocessStep& step, Inputs inputs);

}  // namespace aerie::preprocess
