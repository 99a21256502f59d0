// Making a column of the declared type out of whatever came: conversion without loss, and defaults for nulls.
// Used by FeatureLoader only.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <functional>

#include "aerie/v1/bundle.pb.h"
#include "core/features/feature_store.h"
#include "core/frame/data_frame.h"

namespace aerie::features {

struct CoerceResult {
  frame::Column column;
  std::uint64_t defaulted = 0;
};
// Called for each row that has no value: null without default, or a value that does not convert.
using RowProblem = std::function<void(std::uint32_t row, const std::string& problem)>;

// A column named and typed as `wanted`. Rules: numbers convert when the value stays the same (int64 to double
// up to 2^53, double to int64 when whole, 0 and 1 to bool, bool to 0 and 1); double to float rounds, but does
// not overflow; int64 to string is decimal. Null cells take `fallback` when it is not null. InvalidArgument
// when the types never convert. A column that fits already is not copied.
absl::StatusOr<CoerceResult> coerce(const frame::Column& column, const TableColumn& wanted,
                                    const v1::FeatureValue* fallback, const RowProblem& problem);

// `rows` rows of the default.
frame::Column constantColumn(const TableColumn& wanted, const v1::FeatureValue& value, std::size_t rows);
// `rows` nulls.
frame::Column nullColumn(const TableColumn& wanted, std::size_t rows);

}  // namespace aerie::features
