#include "core/engines/ray_job.h"

#include <algorithm>

#include "core/base/status.h"
#include "core/engines/driver_plan.h"

namespace aerie::engines {
namespace {

using training::Outcome;

constexpr Duration kStopPatience = std::chrono::seconds(20);

}  // namespace

absl::Status statusOf(const FollowResult& result, bool started, const std::string& submission) {
  switch (result.how) {
    case Followed::kFinished:
    case Followed::kCancelled: return absl::OkStatus();
    case Followed::kStopped:
      return failedPrecondition("somebody stopped the Ray job {}; retry the tasks that are left", submission);
    case Followed::kFailed:
      // A driver that never began would not begin the next time either.
      if (!started)
        return failedPrecondition("Ray could not begin the job {}: {}", submission, result.message);
      return unavailable("the driver of the Ray job {} ended early: {}", submission, result.message);
    case Followed::kUnknown:
      return unavailable("Ray does not know the job {} any more; was it started anew?", submission);
    case Followed::kNoContact: return unavailable("Ray is lost: {}", result.message);
    case Followed::kRefused: return failedPrecondition("{}", result.message);
  }
  return absl::OkStatus();
}

RayJob::RayJob(training::JobRun run, bool resumed, std::shared_ptr<RayConnection> connection,
               const RayEngineOptions& options, training::EngineSink& sink)
    : run_(std::move(run)),
      resumed_(resumed && !run_.handle.empty()),
      may_run_(resumed),
      connection_(std::move(connection)),
      options_(options),
      sink_(sink),
      book_(std::make_shared<AttemptBook>(run_, resumed_, sink)),
      submission_(resumed_ ? run_.handle : submissionId(run_)) {
  thread_ = std::thread([this] { this->run(); });
}

RayJob::~RayJob() {
  quit_.cancel();
  interrupt_.cancel();
  if (thread_.joinable()) thread_.join();
}

void RayJob::cancel() {
  cancelled_ = true;
  interrupt_.cancel();
}

FollowOptions RayJob::followOptions() const {
  FollowOptions options;
  options.first_wait = options_.first_wait;
  options.patience = options_.patience;
  options.hopeless = [this] { return connection_->failed(); };
  return options;
}

void RayJob::run() {
  const auto client = connection_->client(interrupt_);
  if (quit_.cancelled()) return;
  if (cancelled_) return endCancelled(client.ok() ? *client : nullptr);
  if (!client.ok()) return end(client.status());
  if (!resumed_) {
    const absl::Status submitted = submit(**client);
    if (quit_.cancelled()) return;
    if (cancelled_) return endCancelled(*client);
    if (!submitted.ok()) return end(submitted);
  }
  connection_->watch(run_.job, submission_, book_, run_.spec->limits.max_in_flight);
  sink_.jobReady(run_.job);
  const FollowResult result = followJob(**client, submission_, *book_, followOptions(), interrupt_);
  if (quit_.cancelled()) return;
  if (cancelled_) return endCancelled(*client);
  end(statusOf(result, book_->started(), submission_));
}

absl::Status RayJob::submit(ray::RayClient& client) {
  AERIE_RETURN_IF_ERROR(prepareShared(run_.files, submission_));
  PlanOptions plan;
  plan.submission = submission_;
  plan.programs = options_.programs;
  plan.shared = run_.files.root.string();
  AERIE_ASSIGN_OR_RETURN(const ray::Package package, packageOf(run_, planJson(run_, plan)));
  sink_.log(run_.job,
            fmt::format("handing {} tasks to Ray as job {} (package of {:.1f} MiB)", run_.tasks.size(),
                        submission_, static_cast<double>(package.zip.size()) / (1 << 20)));
  ray::JobSpec spec;
  spec.submission_id = submission_;
  spec.command = {"python", kDriverFile, kPlanFile};
  const absl::StatusOr<std::string> uploaded = client.upload(package, &interrupt_);
  if (absl::IsDeadlineExceeded(uploaded.status())) return unavailable("{}", messageOf(uploaded.status()));
  AERIE_RETURN_IF_ERROR(uploaded.status());
  spec.working_dir = *uploaded;
  AERIE_ASSIGN_OR_RETURN(spec.pip, requirementLines(run_.requirements));
  spec.metadata = {{"aerie_job", std::to_string(run_.job)}, {"aerie_application", run_.spec->application}};
  sink_.jobHandle(run_.job, submission_);
  const absl::Status submitted = client.submit(spec, &interrupt_).status();
  // It may have been heard: given again, it has the same id, and Ray runs it once.
  return absl::IsDeadlineExceeded(submitted) ? unavailable("{}", messageOf(submitted)) : submitted;
}

void RayJob::end(const absl::Status& status) {
  connection_->unwatch(run_.job);
  book_->endRunning(Outcome::kLost, status.ok() ? "Ray did not say what became of it" : messageOf(status));
  std::error_code ignored;
  std::filesystem::remove_all(incomingFolder(run_.files), ignored);
  done_ = true;
  sink_.jobEnded(run_.job, status);
}

Duration RayJob::stopPatience() const { return std::min<Duration>(kStopPatience, options_.patience); }

// Asked until Ray has heard it: a cut must not leave the tasks running.
absl::Status RayJob::stop(ray::RayClient& client) {
  const SystemClock clock;
  const MonoTime end = clock.monoNow() + stopPatience();
  while (true) {
    const absl::Status status = client.stop(submission_, &quit_).status();
    const bool again = absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status);
    if (!again || clock.monoNow() >= end || !waitUnless(quit_, options_.first_wait)) return status;
  }
}

void RayJob::endCancelled(std::shared_ptr<ray::RayClient> client) {
  absl::Status stopped;
  if (client == nullptr && may_run_) {
    auto late = connection_->client(quit_, stopPatience());
    if (late.ok()) {
      client = *std::move(late);
    } else {
      stopped = unavailable("{}", messageOf(late.status()));
    }
  }
  if (client != nullptr) {
    // Ray sends SIGTERM, on which the driver ends its tasks.
    stopped = stop(*client);
    FollowOptions options = followOptions();
    options.patience = stopPatience();
    if (stopped.ok()) (void)followJob(*client, submission_, *book_, options, quit_);
  }
  if (quit_.cancelled()) return;
  if (!stopped.ok() && !absl::IsNotFound(stopped))
    sink_.log(run_.job,
              fmt::format("Ray may still run tasks of this job ({}): {}", submission_, messageOf(stopped)));
  book_->endRunning(Outcome::kCancelled, "cancelled");
  end(absl::OkStatus());
}

}  // namespace aerie::engines
