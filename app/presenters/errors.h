// What a failed call means to the person in front of the screen.
#pragma once

#include <QString>
#include <absl/status/status.h>

namespace aerie::presenters {

// The server's sentence (English, as it is in its log) and, on a line of its own, what to do about this kind
// of failure.
QString detailOf(const absl::Status& status);

}  // namespace aerie::presenters
