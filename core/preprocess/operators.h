// The table of preprocessing operators: what each takes, gives and learns. Adding one = one row here and its
// functions.
//
// Nulls: unless said otherwise a null input gives a null output, and so does a value outside an operator's
// domain (log1p of -1 or less, division by zero, text that is not a time); NaN stays NaN. No value of a row
// can fail a run.
//
//   operator     inputs -> output         parameters ([learned] by fit)      semantics
//   impute       1 scalar -> same         [value], strategy                  null and NaN -> value
//   clip         1 number -> same         min, max (one or both)             bounds beyond an int64 are moved
//   to its range log1p        1 number|bool -> double standardize  1 number|bool -> double  [mean, stddev] (x
//   - mean) / stddev; population stddev, > 0 min_max      1 number|bool -> double  [min, max], clip (x - min)
//   / (max - min); 0 when max = min bucketize    1 number -> int64        [boundaries], buckets how many
//   boundaries are <= x; NaN -> null vocabulary   1 text|int64|bool->int64 [values], unknown, first, ...
//   first + place in values; else, and null, unknown one_hot      1 text|int64|bool        [values],
//   max_size, min_count      one float vector, or a float column per value;
//                                                                            unseen and null -> all 0
//   hash_bucket  1+ text|int64|bool->int64 buckets, seed                     see stableHash; parts joined by
//   byte 0x1f cross        2+ text|int64|bool->text  separator arithmetic   1+ number|bool -> double
//   operator, constant                 from left to right; the constant comes last time_part    int64|text ->
//   int64      part, utc_offset_minutes           Unix seconds or ISO 8601 (UTC when it has no
//                                                                            zone); weekday 1 = Monday ... 7
//                                                                            = Sunday
//   lower, trim  1 text -> text                                              ASCII; other bytes stay
//   cast         1 scalar -> type         type                               to int64 towards zero; what does
//   not fit -> null concat       1+ number|bool|vector -> float vector                       null -> NaN, its
//   row is not null
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/frame/data_frame.h"
#include "core/preprocess/pipeline.h"

namespace aerie::preprocess {

enum class ParameterKind : std::uint8_t {
  kNumber,
  kInteger,
  kFlag,  // true or false; a number 1 or 0 in the config
  kText,
  kNumberOrText,  // in numbers when the text is the number's shortest form, else in strings
  kTexts,         // PreprocessStep.values
  kNumbers,       // PreprocessStep.boundaries
};

struct Parameter {
  std::string_view name;
  ParameterKind kind = ParameterKind::kNumber;
  bool learned = false;   // fit sets it; compile refuses a config without it
  bool required = false;  // the author must give it
  double number_default = 0;
  std::string_view text_default = {};
  std::vector<std::string> choices = {};  // of a kText; empty = any
};

// A set of column types, as bits.
using TypeSet = std::uint32_t;
constexpr TypeSet typeBit(frame::DataType type) { return 1U << static_cast<unsigned>(type); }

// Computes the outputs of a step from its inputs; never fails, because compile has checked types.
// Thread-safe.
using Kernel = std::function<std::vector<frame::Column>(std::span<const frame::Column* const> inputs)>;

struct CompiledStep {
  std::vector<InputColumn> outputs;
  Kernel kernel;
};

struct Operator {
  std::string_view name;
  std::size_t min_inputs = 1;
  std::size_t max_inputs = 1;
  TypeSet accepts = 0;
  bool many_outputs = false;  // else exactly one
  std::vector<Parameter> parameters;
  // Sets the learned parameters that are not set. nullptr: nothing to learn.
  absl::Status (*fit)(std::span<const frame::Column* const> inputs, v1::PreprocessStep* step) = nullptr;
  // Types, arity and parameter names have been checked.
  absl::StatusOr<CompiledStep> (*compile)(const v1::PreprocessStep& step,
                                          std::span<const InputColumn> inputs) = nullptr;
};

const std::vector<Operator>& operators();
std::vector<std::string> operatorNames();
const Operator* findOperator(std::string_view name);  // nullptr when unknown

// True when the step sets the parameter.
bool isSet(const v1::PreprocessStep& step, const Parameter& parameter);
// "step 3 (standardize -> x0)", counted from 1.
std::string stepLabel(const v1::PreprocessorConfig& config, std::size_t index);
// Operator, arity, parameter names, kinds and choices; not what needs input columns. The message has no step
// label.
absl::Status checkStep(const v1::PreprocessStep& step);
// The operator takes the inputs' types.
absl::Status checkTypes(const v1::PreprocessStep& step, std::span<const InputColumn> inputs);
// checkTypes, then that nothing learned is missing (FailedPrecondition), then the operator's own compile.
// checkStep has passed.
absl::StatusOr<CompiledStep> compileStep(const v1::PreprocessStep& step, std::span<const InputColumn> inputs);

// 64-bit FNV-1a over the seed's 8 little-endian bytes and the text, then the finaliser of SplitMix64. Part of
// the format of configs: never changes.
std::uint64_t stableHash(std::uint64_t seed, std::string_view text);

}  // namespace aerie::preprocess
