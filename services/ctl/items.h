// Items for predictions and preprocessing from files: CSV with a header row, or a JSON array of objects.
#pragma once

#include <absl/status/statusor.h>
#include <nlohmann/json.hpp>
#include <string>

#include "core/frame/data_frame.h"

namespace aerie::ctl {

// By content: text that begins with '[' or '{' is JSON. "-" reads standard input. InvalidArgument names file
// and place.
absl::StatusOr<frame::DataFrame> readItems(const std::string& file);
// An array of objects (one object = one row). A key that is absent or null in a row is null there. Numbers
// are int64 when all are whole, else double.
absl::StatusOr<frame::DataFrame> itemsFromJson(std::string_view text, const std::string& source);
// One row of constants from "name=value" words; values are int64, double, true/false, else text.
absl::StatusOr<frame::DataFrame> sharedFromWords(const std::vector<std::string>& words);

nlohmann::json toJsonRows(const frame::DataFrame& frame);

}  // namespace aerie::ctl
