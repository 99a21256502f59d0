// Follows one job of Ray to its end: its log into the book, over cuts and restarts of the dashboard.
#pragma once

#include <absl/status/status.h>
#include <functional>
#include <string>

#include "core/engines/attempt_book.h"
#include "core/ray/client.h"

namespace aerie::engines {

struct FollowOptions {
  Duration first_wait = std::chrono::milliseconds(300);  // after a cut; doubled up to 5 s
  Duration patience = std::chrono::minutes(1);           // without any answer
  std::function<bool()> hopeless = {};                   // true: no answer will come; may be empty
};

enum class Followed {
  kFinished,   // the driver has done what it could
  kStopped,    // somebody stopped the job
  kFailed,     // the driver did not come to its end
  kUnknown,    // Ray does not know the job (any more)
  kNoContact,  // no answer for too long
  kRefused,    // the server does not want us
  kCancelled   // by `cancel`
};
struct FollowResult {
  Followed how = Followed::kFinished;
  std::string message;
};

// Blocks.
FollowResult followJob(ray::RayClient& client, const std::string& submission, AttemptBook& book,
                       const FollowOptions& options, const http::Cancel& cancel);

// Asks the driver of `submission` to cancel these tasks, by a small job of its own. May be repeated.
absl::Status askToCancel(ray::RayClient& client, const std::string& submission,
                         const std::vector<std::string>& tasks, const http::Cancel& cancel);

// False when it was cancelled meanwhile.
bool waitUnless(const http::Cancel& cancel, Duration time);

}  // namespace aerie::engines
