// Error handling: every function that can fail because of the outside world returns absl::Status or
// absl::StatusOr.
//
// Meaning of codes, fixed once: InvalidArgument = fix the request; FailedPrecondition = fix the state first;
// Aborted = re-read and retry; Unavailable = retry with back-off; DeadlineExceeded = unknown outcome, ask
// again before repeating a change; ResourceExhausted = later or elsewhere; NotFound / AlreadyExists name the
// thing; Internal = a bug. A message names its subject and what to do; it is written for the person who must
// act.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

#define AERIE_RETURN_IF_ERROR(expr)                                                     \
  do {                                                                                  \
    if (absl::Status status_macro_ = (expr); !status_macro_.ok()) return status_macro_; \
  } while (false)

#define AERIE_STATUS_CONCAT_INNER(a, b) a##b
#define AERIE_STATUS_CONCAT(a, b) AERIE_STATUS_CONCAT_INNER(a, b)

// AERIE_ASSIGN_OR_RETURN(const Node node, store.find(id)): declares node, or returns the status.
#define AERIE_ASSIGN_OR_RETURN(declaration, expr) \
  AERIE_ASSIGN_OR_RETURN_INNER(AERIE_STATUS_CONCAT(status_or_, __LINE__), declaration, expr)
#define AERIE_ASSIGN_OR_RETURN_INNER(temporary, declaration, expr) \
  auto temporary = (expr);                                         \
  if (!temporary.ok()) return temporary.status();                  \
  declaration = std::move(temporary).value()

namespace aerie {

// Status factories with fmt formatting: invalidArgument("column {} is ragged", name).
namespace detail {
template <class... Args>
absl::Status makeStatus(absl::StatusCode code, fmt::format_string<Args...> text, Args&&... args) {
  const std::string message = fmt::format(text, std::forward<Args>(args)...);
  return absl::Status(code, absl::string_view(message.data(), message.size()));
}
}  // namespace detail

#define AERIE_STATUS_FACTORY(name, code)                                                  \
  template <class... Args>                                                                \
  absl::Status name(fmt::format_string<Args...> text, Args&&... args) {                   \
    return detail::makeStatus(absl::StatusCode::code, text, std::forward<Args>(args)...); \
  }
AERIE_STATUS_FACTORY(invalidArgument, kInvalidArgument)
AERIE_STATUS_FACTORY(failedPrecondition, kFailedPrecondition)
AERIE_STATUS_FACTORY(notFound, kNotFound)
AERIE_STATUS_FACTORY(alreadyExists, kAlreadyExists)
AERIE_STATUS_FACTORY(aborted, kAborted)
AERIE_STATUS_FACTORY(unavailable, kUnavailable)
AERIE_STATUS_FACTORY(deadlineExceeded, kDeadlineExceeded)
AERIE_STATUS_FACTORY(resourceExhausted, kResourceExhausted)
AERIE_STATUS_FACTORY(permissionDenied, kPermissionDenied)
AERIE_STATUS_FACTORY(unauthenticated, kUnauthenticated)
AERIE_STATUS_FACTORY(dataLoss, kDataLoss)
AERIE_STATUS_FACTORY(internalError, kInternal)
#undef AERIE_STATUS_FACTORY

// Debian's abseil has its own string_view type; these two cross the border in one place.
inline std::string messageOf(const absl::Status& status) {
  return std::string(status.message().data(), status.message().size());
}
// The same code, with "context: " before the message. OK stays OK.
inline absl::Status withContext(const absl::Status& status, std::string_view context) {
  if (status.ok()) return status;
  return detail::makeStatus(status.code(), "{}: {}", context, messageOf(status));
}
// "NOT_FOUND: worker endpoint x is not known", for logs.
inline std::string toText(const absl::Status& status) {
  return status.ok() ? "OK"
                     : fmt::format("{}: {}", absl::StatusCodeToString(status.code()), messageOf(status));
}

}  // namespace aerie

// Our own bug: logs and aborts. Never for outside input.
#define AERIE_CHECK(condition)                                              \
  do {                                                                      \
    if (!(condition)) ::aerie::checkFailed(#condition, __FILE__, __LINE__); \
  } while (false)
namespace aerie {
[[noreturn]] void checkFailed(const char* condition, const char* file, int line);
}
