// Log lines of several files in the order in which they were written. Pure.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "aerie/v1/control.pb.h"

namespace aerie::control {

// The time of a record as daemons write it, {"time":"2026-11-21T22:21:09.692157Z",...}: such texts ascend as
// their times do. Empty: the line says none.
std::string_view timeOfLine(std::string_view line);

// Lines of one file keep their order; a line without a time stays behind the one before it. Of equal times
// the earlier file is first.
std::deque<v1::LogLine> mergedByTime(std::vector<std::deque<v1::LogLine>> files);

}  // namespace aerie::control
