#include "core/training/states.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/status.h"
#include "core/training/quantity.h"

namespace aerie::training {
namespace {

template <class T>
using Names = std::span<const std::pair<T, std::string_view>>;

constexpr std::pair<JobState, std::string_view> kJobNames[] = {{JobState::kSubmitted, "submitted"},
                                                               {JobState::kEnvironment, "environment"},
                                                               {JobState::kRunning, "running"},
                                                               {JobState::kPublishing, "publishing"},
                                                               {JobState::kDone, "done"},
                                                               {JobState::kFailed, "failed"},
                                                               {JobState::kCancelling, "cancelling"},
                                                               {JobState::kCancelled, "cancelled"}};
constexpr std::pair<TaskState, std::string_view> kTaskNames[] = {{TaskState::kPending, "pending"},
                                                                 {TaskState::kRunning, "running"},
                                                                 {TaskState::kSucceeded, "succeeded"},
                                                                 {TaskState::kFailed, "failed"},
                                                                 {TaskState::kCancelled, "cancelled"}};
constexpr std::pair<ClusterState, std::string_view> kClusterNames[] = {
    {ClusterState::kStarting, "starting"}, {ClusterState::kEnvironment, "environment"},
    {ClusterState::kReady, "ready"},       {ClusterState::kIdle, "idle"},
    {ClusterState::kStopping, "stopping"}, {ClusterState::kGone, "gone"},
    {ClusterState::kFailed, "failed"}};
constexpr std::pair<Outcome, std::string_view> kOutcomeNames[] = {
    {Outcome::kRunning, "running"},    {Outcome::kSucceeded, "succeeded"},       {Outcome::kFailed, "failed"},
    {Outcome::kTimedOut, "timed_out"}, {Outcome::kOutOfMemory, "out_of_memory"}, {Outcome::kLost, "lost"},
    {Outcome::kCancelled, "cancelled"}};
constexpr std::pair<Engine, std::string_view> kEngineNames[] = {{Engine::kLocal, "local"},
                                                                {Engine::kRay, "ray"},
                                                                {Engine::kKubeRay, "kuberay"},
                                                                {Engine::kSimulated, "simulated"}};
constexpr std::pair<Order, std::string_view> kOrderNames[] = {{Order::kAsListed, "as_listed"},
                                                              {Order::kLongestFirst, "longest_first"}};
constexpr std::pair<PublishWhen, std::string_view> kWhenNames[] = {
    {PublishWhen::kAllSucceeded, "all_succeeded"}, {PublishWhen::kAnySucceeded, "any_succeeded"}};
constexpr std::pair<PublishAs, std::string_view> kAsNames[] = {
    {PublishAs::kOneVersion, "one_version"}, {PublishAs::kVersionPerTask, "version_per_task"}};

template <class T, std::size_t kCount>
std::string_view nameIn(T value, const std::pair<T, std::string_view> (&names)[kCount]) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  AERIE_CHECK(false);
}
template <class T, std::size_t kCount>
std::optional<T> valueIn(std::string_view name, const std::pair<T, std::string_view> (&names)[kCount]) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::string words(Outcome outcome) {
  switch (outcome) {
    case Outcome::kTimedOut: return "timed out";
    case Outcome::kOutOfMemory: return "ran out of memory";
    case Outcome::kLost: return "was lost with its host";
    default: return "failed";
  }
}

std::int64_t backoff(const Limits& limits, int failures, double random) {
  if (limits.backoff_ms == 0 || failures <= 0) return 0;
  const double nominal =
      std::min(std::ldexp(static_cast<double>(limits.backoff_ms), std::min(failures - 1, 40)),
               static_cast<double>(limits.backoff_limit_ms));
  return std::llround(nominal * (0.8 + 0.4 * random));
}

Resources grown(const Limits& limits, const Resources& request, std::int64_t largest_memory) {
  Resources result = request;
  if (limits.memory_growth <= 1 || request.memory_bytes == 0) return result;
  std::int64_t cap = limits.memory_limit > 0 ? limits.memory_limit : largest_memory;
  if (largest_memory > 0) cap = std::min(cap, largest_memory);
  const double wanted = static_cast<double>(request.memory_bytes) * limits.memory_growth;
  result.memory_bytes = cap > 0 && wanted > static_cast<double>(cap) ? std::max(cap, request.memory_bytes)
                                                                     : static_cast<std::int64_t>(wanted);
  return result;
}

}  // namespace

std::string_view nameOf(JobState v) { return nameIn(v, kJobNames); }
std::string_view nameOf(TaskState v) { return nameIn(v, kTaskNames); }
std::string_view nameOf(ClusterState v) { return nameIn(v, kClusterNames); }
std::string_view nameOf(Outcome v) { return nameIn(v, kOutcomeNames); }
std::string_view nameOf(Engine v) { return nameIn(v, kEngineNames); }
std::string_view nameOf(Order v) { return nameIn(v, kOrderNames); }
std::string_view nameOf(PublishWhen v) { return nameIn(v, kWhenNames); }
std::string_view nameOf(PublishAs v) { return nameIn(v, kAsNames); }
std::optional<JobState> jobStateFrom(std::string_view name) { return valueIn(name, kJobNames); }
std::optional<TaskState> taskStateFrom(std::string_view name) { return valueIn(name, kTaskNames); }
std::optional<ClusterState> clusterStateFrom(std::string_view name) { return valueIn(name, kClusterNames); }
std::optional<Outcome> outcomeFrom(std::string_view name) { return valueIn(name, kOutcomeNames); }

bool mayFollow(JobState from, JobState to) {
  using enum JobState;
  switch (from) {
    case kSubmitted: return to == kEnvironment || to == kRunning || to == kFailed || to == kCancelling;
    case kEnvironment: return to == kRunning || to == kFailed || to == kCancelling;
    case kRunning: return to == kPublishing || to == kDone || to == kFailed || to == kCancelling;
    case kPublishing: return to == kDone || to == kFailed;  // what was sent cannot be called back
    case kCancelling: return to == kCancelled || to == kFailed;
    case kFailed: return to == kSubmitted || to == kPublishing;
    case kCancelled: return to == kSubmitted;
    case kDone: return false;
  }
  return false;
}

bool mayFollow(TaskState from, TaskState to) {
  using enum TaskState;
  switch (from) {
    case kPending: return to == kRunning || to == kCancelled;
    case kRunning: return to != kRunning;
    case kFailed:
    case kCancelled: return to == kPending;
    case kSucceeded: return false;
  }
  return false;
}

bool mayFollow(ClusterState from, ClusterState to) {
  using enum ClusterState;
  if (to == kFailed) return from != kGone && from != kFailed;
  if (to == kStopping) return from != kGone && from != kStopping;
  switch (from) {
    case kStarting: return to == kEnvironment || to == kReady;
    case kEnvironment: return to == kReady;
    case kReady: return to == kIdle || to == kEnvironment;
    case kIdle: return to == kReady || to == kEnvironment;
    case kStopping: return to == kGone;
    default: return false;
  }
}

absl::Status checkStep(std::string_view job, JobState from, JobState to) {
  if (mayFollow(from, to)) return absl::OkStatus();
  return failedPrecondition("training job {} is {}; it cannot become {}", job, nameOf(from), nameOf(to));
}

absl::Status checkStep(std::string_view cluster, ClusterState from, ClusterState to) {
  if (mayFollow(from, to)) return absl::OkStatus();
  return failedPrecondition("training cluster {} is {}; it cannot become {}", cluster, nameOf(from),
                            nameOf(to));
}

Verdict judge(const Limits& limits, const TaskProgress& before, Outcome outcome, std::string_view detail,
              std::int64_t largest_memory, double random) {
  AERIE_CHECK(outcome != Outcome::kRunning);
  Verdict verdict{TaskState::kPending, 0, before.request, before.failures, before.lost, std::string(detail)};
  if (outcome == Outcome::kSucceeded || outcome == Outcome::kCancelled) {
    verdict.next = outcome == Outcome::kSucceeded ? TaskState::kSucceeded : TaskState::kCancelled;
    return verdict;
  }
  const bool lost = outcome == Outcome::kLost;
  int& count = lost ? verdict.lost : verdict.failures;
  ++count;
  const int allowed = lost ? kMaxLostAttempts : limits.retries;
  const std::string what = fmt::format("attempt {} {}{}{}", verdict.failures + verdict.lost, words(outcome),
                                       detail.empty() ? "" : ": ", detail);
  if (count > allowed) {
    verdict.next = TaskState::kFailed;
    verdict.text = fmt::format("{}; no retry is left of {}", what, allowed);
    return verdict;
  }
  if (!lost) verdict.delay_ms = backoff(limits, verdict.failures, random);
  if (outcome == Outcome::kOutOfMemory) verdict.request = grown(limits, before.request, largest_memory);
  verdict.text = fmt::format("{}; next attempt {}", what,
                             verdict.delay_ms > 0 ? "in " + durationText(verdict.delay_ms) : "at once");
  if (verdict.request.memory_bytes != before.request.memory_bytes)
    verdict.text += fmt::format(" with {}", bytesText(verdict.request.memory_bytes));
  return verdict;
}

std::int64_t& TaskCounts::of(TaskState state) {
  switch (state) {
    case TaskState::kPending: return pending;
    case TaskState::kRunning: return running;
    case TaskState::kSucceeded: return succeeded;
    case TaskState::kFailed: return failed;
    case TaskState::kCancelled: return cancelled;
  }
  AERIE_CHECK(false);
}

JobVerdict judgeJob(JobState state, const TaskCounts& counts, const std::optional<PublishSpec>& publish) {
  if (state == JobState::kCancelling) {
    if (counts.running > 0) return {state, fmt::format("{} tasks are being stopped", counts.running)};
    return {JobState::kCancelled,
            fmt::format("cancelled; {} of {} tasks had succeeded", counts.succeeded, counts.total())};
  }
  if (state != JobState::kRunning || counts.open() > 0) return {state, {}};
  const std::int64_t bad = counts.failed + counts.cancelled;
  const bool enough =
      bad == 0 || (publish && publish->when == PublishWhen::kAnySucceeded && counts.succeeded > 0);
  if (!enough)
    return {JobState::kFailed, fmt::format("{} of {} tasks did not succeed; see their logs, then retry them",
                                           bad, counts.total())};
  if (publish)
    return {JobState::kPublishing,
            fmt::format("publishing {} results to {}", counts.succeeded, publish->model)};
  return {JobState::kDone, fmt::format("all {} tasks succeeded", counts.total())};
}

}  // namespace aerie::training
