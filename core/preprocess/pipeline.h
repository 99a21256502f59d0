// The feature preprocessor: a DAG of vectorised operators (operators.h) from a v1::PreprocessorConfig.
//
// Training and serving use this one code path, so that both compute the same bits: fit() learns what a config
// leaves open (means, vocabularies, ...) from a frame; compile() checks a complete config against the input
// columns; run() applies it. Each operator works row by row, so a frame may be split in any way without
// changing a result.
#pragma once

#include <absl/status/statusor.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/frame/data_frame.h"

namespace aerie::preprocess {

struct InputColumn {
  std::string name;
  frame::DataType type = frame::DataType::kDouble;
  std::size_t dimension = 1;  // of a float vector
  friend bool operator==(const InputColumn&, const InputColumn&) = default;
};

// The columns of a frame as inputs of compile().
std::vector<InputColumn> columnsOf(const frame::DataFrame& frame);

// Immutable and cheap to copy; thread-safe.
class Pipeline final {
 public:
  // Steps may stand in any order. InvalidArgument names the step and the remedy: unknown operator, unknown
  // input or parameter (with the nearest name), wrong type, two steps with one output, a cycle (with the
  // steps on it), a bad parameter. FailedPrecondition: a learned parameter is not set; run fit first.
  static absl::StatusOr<Pipeline> compile(const v1::PreprocessorConfig& config,
                                          std::span<const InputColumn> inputs);

  // The outputs in config order. The frame may hold further columns. InvalidArgument: an input is missing or
  // has another type or dimension than compile() was told.
  absl::StatusOr<frame::DataFrame> run(const frame::DataFrame& input) const;

  const std::vector<InputColumn>& inputs() const;  // those that outputs need, in the order given to compile()
  const std::vector<InputColumn>& outputs() const;  // in config order

 private:
  struct Plan;
  explicit Pipeline(std::shared_ptr<const Plan> plan);
  std::shared_ptr<const Plan> plan_;
};

// Learns each learned parameter that the config leaves open, in dependency order, and returns the complete
// config. Parameters that are set stay. Errors as in compile(); also InvalidArgument when there is nothing to
// learn from.
absl::StatusOr<v1::PreprocessorConfig> fit(const v1::PreprocessorConfig& config,
                                           const frame::DataFrame& frame);

// The config without its learned parameters, to be fitted anew.
v1::PreprocessorConfig withoutLearned(v1::PreprocessorConfig config);

}  // namespace aerie::preprocess
