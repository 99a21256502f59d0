// What a server answered, and what that means for a person.
#pragma once

#include <absl/status/status.h>
#include <string>
#include <string_view>

namespace aerie::http {

struct Answer {
  int status = 0;
  std::string content_type;
  std::string body;
  bool ok() const { return status >= 200 && status < 300; }
};

// OK for 2xx. Otherwise a message that names the server (`subject`), the problem and the remedy:
// 400 InvalidArgument, 401 Unauthenticated, 403 PermissionDenied, 404 NotFound, 405 and 3xx
// FailedPrecondition, 409 Aborted, 410 OutOfRange, 413 and 429 ResourceExhausted, 5xx Unavailable.
absl::Status statusOf(const Answer& answer, std::string_view subject);

// At most 300 characters of a body that a person can read: HTML without its tags, of a traceback the last
// line, no control characters.
std::string readableExcerpt(std::string_view body);

}  // namespace aerie::http
