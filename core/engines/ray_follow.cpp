#include "core/engines/ray_follow.h"

#include <algorithm>
#include <thread>

#include "core/base/crypto.h"
#include "core/base/status.h"
#include "core/engines/driver_plan.h"
#include "core/engines/driver_text.h"

namespace aerie::engines {
namespace {

bool isTransient(const absl::Status& status) {
  return status.ok() || absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) ||
         absl::IsResourceExhausted(status);
}

FollowResult ended(const ray::Job& job, const AttemptBook& book) {
  if (job.status == ray::JobStatus::kStopped) return {Followed::kStopped, job.message};
  if (book.finished()) return {Followed::kFinished, {}};
  return {Followed::kFailed, job.message.empty() ? "it said nothing about why" : job.message};
}

class Follower final {
 public:
  Follower(ray::RayClient& client, const std::string& submission, AttemptBook& book,
           const FollowOptions& options, const http::Cancel& cancel)
      : client_(client),
        submission_(submission),
        book_(book),
        options_(options),
        cancel_(cancel),
        contact_(clock_.monoNow()),
        wait_(options.first_wait) {}

  FollowResult run() {
    while (true) {
      const absl::Status read = readLog();
      if (cancel_.cancelled()) return {Followed::kCancelled, {}};
      const absl::StatusOr<ray::Job> job = client_.job(submission_, &cancel_);
      if (cancel_.cancelled()) return {Followed::kCancelled, {}};
      if (absl::IsNotFound(job.status())) return {Followed::kUnknown, messageOf(job.status())};
      if (job.ok()) {
        heard();
        if (ray::isTerminal(job->status)) {
          // The last lines may have come after the reading ended.
          if (!book_.finished()) (void)readLog();
          return cancel_.cancelled() ? FollowResult{Followed::kCancelled, {}} : ended(*job, book_);
        }
        if (!isTransient(read)) return {Followed::kRefused, messageOf(read)};
      } else if (!isTransient(job.status())) {
        return {Followed::kRefused, messageOf(job.status())};
      } else if (const std::string why = givingUp(job.status()); !why.empty()) {
        return {Followed::kNoContact, why};
      }
      if (!waitUnless(cancel_, wait_)) return {Followed::kCancelled, {}};
      wait_ = std::min<Duration>(wait_ * 2, std::chrono::seconds(5));
    }
  }

 private:
  absl::Status readLog() {
    book_.rewind();
    return client_.tail(
        submission_,
        [this](std::string_view line) {
          heard();
          book_.take(line);
          return !cancel_.cancelled();
        },
        &cancel_);
  }

  void heard() {
    contact_ = clock_.monoNow();
    wait_ = options_.first_wait;
  }

  std::string givingUp(const absl::Status& status) const {
    if (options_.hopeless && options_.hopeless()) return messageOf(status);
    if (clock_.monoNow() - contact_ < options_.patience) return {};
    return fmt::format("no answer for {:.0f} s; the last problem: {}",
                       std::chrono::duration<double>(options_.patience).count(), messageOf(status));
  }

  ray::RayClient& client_;
  const std::string& submission_;
  AttemptBook& book_;
  const FollowOptions& options_;
  const http::Cancel& cancel_;
  const SystemClock clock_;
  MonoTime contact_;
  Duration wait_;
};

}  // namespace

bool waitUnless(const http::Cancel& cancel, Duration time) {
  const SystemClock clock;
  const MonoTime end = clock.monoNow() + time;
  while (!cancel.cancelled()) {
    const Duration left = end - clock.monoNow();
    if (left <= Duration::zero()) return true;
    std::this_thread::sleep_for(std::min<Duration>(left, std::chrono::milliseconds(50)));
  }
  return false;
}

absl::Status askToCancel(ray::RayClient& client, const std::string& submission,
                         const std::vector<std::string>& tasks, const http::Cancel& cancel) {
  ray::PackageOptions options;
  const std::string wish = cancelJson(submission, tasks);
  options.extra = {{kDriverFile, std::string(driverText())}, {kCancelFile, wish}};
  AERIE_ASSIGN_OR_RETURN(const ray::Package package, ray::makePackage({}, options));
  ray::JobSpec spec;
  spec.submission_id = submission + "-cancel-" + sha256Hex(wish).substr(0, 8);
  spec.command = {"python", kDriverFile, "--cancel", kCancelFile};
  AERIE_ASSIGN_OR_RETURN(spec.working_dir, client.upload(package, &cancel));
  return client.submit(spec, &cancel).status();
}

FollowResult followJob(ray::RayClient& client, const std::string& submission, AttemptBook& book,
                       const FollowOptions& options, const http::Cancel& cancel) {
  return Follower(client, submission, book, options, cancel).run();
}

}  // namespace aerie::engines
