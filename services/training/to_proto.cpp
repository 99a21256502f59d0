#include "services/training/to_proto.h"

#include <charconv>
#include <filesystem>

#include "core/base/status.h"

namespace aerie::training_service {

using namespace training;  // the views are its, the messages v1's

namespace {

// The enumerations of both sides have the same order; 0 of the wire is "unspecified".
template <class Wire, class Ours>
Wire oneUp(Ours value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}
static_assert(static_cast<int>(JobState::kCancelled) + 1 == v1::TRAINING_JOB_STATE_CANCELLED);
static_assert(static_cast<int>(TaskState::kCancelled) + 1 == v1::TRAINING_TASK_STATE_CANCELLED);
static_assert(static_cast<int>(ClusterState::kFailed) + 1 == v1::TRAINING_CLUSTER_STATE_FAILED);
static_assert(static_cast<int>(PendingReason::kHostHeld) + 1 == v1::TRAINING_PENDING_REASON_HOST_HELD);
static_assert(static_cast<int>(Outcome::kCancelled) == v1::TRAINING_OUTCOME_CANCELLED);

v1::TrainingOutcome toProto(Outcome outcome) { return static_cast<v1::TrainingOutcome>(outcome); }

std::uint32_t count(std::int64_t value) {
  return static_cast<std::uint32_t>(std::max<std::int64_t>(0, value));
}
std::uint64_t bytes(std::int64_t value) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, value));
}

template <class State>
absl::StatusOr<std::vector<State>> statesIn(const google::protobuf::RepeatedField<int>& states, State last,
                                            const char* what) {
  std::vector<State> result;
  for (const int state : states) {
    if (state < 1 || state > static_cast<int>(last) + 1)
      return invalidArgument("{} {} is not known to this version", what, state);
    result.push_back(static_cast<State>(state - 1));
  }
  return result;
}

}  // namespace

v1::TrainingPendingCount toProto(const PendingCount& pending) {
  v1::TrainingPendingCount out;
  out.set_reason(oneUp<v1::TrainingPendingReason>(pending.reason));
  out.set_tasks(count(pending.tasks));
  out.set_text(pending.text);
  return out;
}

v1::TrainingJob toProto(const JobView& job) {
  const JobRecord& record = job.record;
  v1::TrainingJob out;
  out.set_id(std::to_string(record.id));
  out.set_application(record.application);
  out.set_cluster(record.cluster);
  out.set_engine(record.engine);
  out.set_state(oneUp<v1::TrainingJobState>(record.state));
  out.set_message(record.message);
  out.set_priority(record.priority);
  out.mutable_tasks()->set_pending(count(record.counts.pending));
  out.mutable_tasks()->set_running(count(record.counts.running));
  out.mutable_tasks()->set_succeeded(count(record.counts.succeeded));
  out.mutable_tasks()->set_failed(count(record.counts.failed));
  out.mutable_tasks()->set_cancelled(count(record.counts.cancelled));
  out.set_submitted_unix_ms(record.submitted_ms);
  out.set_started_unix_ms(record.started_ms);
  out.set_ended_unix_ms(record.ended_ms);
  out.set_expected_end_unix_ms(job.expected_end_ms);
  out.set_submitted_by(record.submitted_by);
  for (const PendingCount& pending : job.pending) *out.add_pending() = toProto(pending);
  if (job.spec->publish) {
    v1::TrainingPublication& publication = *out.mutable_publication();
    publication.set_model(job.spec->publish->model);
    publication.set_stage(job.spec->publish->stage);
    publication.set_version(record.published_version);
    const bool tried = record.state == JobState::kPublishing || record.state == JobState::kFailed;
    if (tried && record.published_version.empty()) publication.set_message(record.message);
  }
  out.set_cost(job.cost);
  out.set_expected_cost(job.expected_cost);
  out.set_revision(record.revision);
  return out;
}

v1::TrainingTask toProto(const TaskView& task, const JobContent& content) {
  const TaskRecord& record = task.record;
  v1::TrainingTask out;
  out.set_id(record.id);
  out.set_number(record.number);
  const TaskSpec& spec = content.tasks[record.number];
  for (std::size_t i = 0; i < spec.values.size(); ++i)
    (*out.mutable_values())[content.spec->tasks.each[i].name] = spec.values[i];
  out.set_state(oneUp<v1::TrainingTaskState>(record.state));
  out.set_attempts(count(record.attempt));
  out.set_host(record.host);
  out.set_queued_unix_ms(record.ready_ms);
  out.set_started_unix_ms(record.started_ms);
  out.set_ended_unix_ms(record.ended_ms);
  out.set_last_duration_ms(task.last_duration_ms);
  out.set_cpu_millis(count(record.request.cpu_millis));
  out.set_memory_bytes(bytes(record.request.memory_bytes));
  if (record.ended_ms > record.started_ms)
    out.set_cpu_used_millis(count(record.cpu_ms * 1'000 / (record.ended_ms - record.started_ms)));
  out.set_memory_peak_bytes(bytes(record.memory_peak));
  if (record.state != TaskState::kRunning) out.set_outcome(toProto(record.outcome));
  out.set_message(record.message);
  if (task.pending) {
    out.set_pending_reason(oneUp<v1::TrainingPendingReason>(task.pending->reason));
    out.set_pending_text(task.pending->text);
  }
  return out;
}

v1::TrainingCluster toProto(const ClusterView& cluster) {
  const ClusterRecord& record = cluster.record;
  v1::TrainingCluster out;
  out.set_name(record.name);
  out.set_application(record.application);
  out.set_engine(record.engine);
  out.set_state(oneUp<v1::TrainingClusterState>(record.state));
  out.set_message(record.message);
  for (const HostView& host : cluster.hosts) {
    v1::TrainingHost& one = *out.add_hosts();
    one.set_name(host.spec.name);
    one.set_ready(host.spec.ready);
    one.set_message(host.spec.why_not);
    one.set_cpu_millis(count(host.spec.capacity.cpu_millis));
    one.set_cpu_millis_used(count(host.used.cpu_millis));
    one.set_cores_busy(host.cores_busy);
    one.set_memory_bytes(bytes(host.spec.capacity.memory_bytes));
    one.set_memory_bytes_used(bytes(host.used.memory_bytes));
    one.set_memory_bytes_busy(bytes(host.memory_busy));
    one.set_running(count(host.running));
    for (const double core : host.core_busy) one.add_core_busy(core);
  }
  out.set_created_unix_ms(record.created_ms);
  out.set_state_since_unix_ms(record.since_ms);
  out.set_ended_unix_ms(record.ended_ms);
  out.set_idle_timeout_ms(record.idle_timeout_ms);
  out.set_limits(record.limits);
  for (const JobId job : cluster.jobs) out.add_jobs(std::to_string(job));
  out.set_price_per_host_hour(record.price_per_host_hour);
  out.set_cost(cluster.cost);
  return out;
}

v1::TrainingPlan toProto(const Plan& plan) {
  v1::TrainingPlan out;
  out.set_tasks(count(plan.tasks));
  out.set_slots(count(plan.slots));
  out.set_slots_bound_by(plan.slots_bound_by);
  out.set_cpu_millis(count(plan.request.cpu_millis));
  out.set_memory_bytes(bytes(plan.request.memory_bytes));
  if (plan.expected_ms) out.set_expected_ms(*plan.expected_ms);
  if (plan.expected_cost) out.set_expected_cost(*plan.expected_cost);
  out.set_tasks_known(count(plan.tasks_known));
  out.set_estimate_basis(plan.estimate_basis);
  for (const PendingCount& pending : plan.pending) *out.add_pending() = toProto(pending);
  for (const std::string& warning : plan.warnings) out.add_warnings(warning);
  for (const std::string& command : plan.first_commands) out.add_first_commands(command);
  return out;
}

v1::TrainingUtilisationResponse toProto(const UtilisationView& view) {
  v1::TrainingUtilisationResponse out;
  out.set_step_ms(view.step_ms);
  for (const HostSeries& series : view.series) {
    v1::TrainingUtilisationSeries& one = *out.add_series();
    one.set_host(series.host);
    for (std::size_t i = 0; i < series.samples.size(); ++i) {
      const Sample& sample = series.samples[i];
      v1::TrainingSample& point = *one.add_samples();
      point.set_unix_ms(sample.time_ms);
      point.set_capacity(sample.capacity);
      point.set_slots(sample.slots);
      point.set_busy(sample.busy);
      point.set_running(sample.running);
      point.set_pending(sample.pending);
      point.set_memory_bytes(sample.memory_bytes);
      if (i < series.cores.size()) {
        for (const float core : series.cores[i]) point.add_core_busy(core);
      }
    }
  }
  v1::TrainingUtilisationSummary& summary = *out.mutable_summary();
  summary.set_busy_mean(view.summary.busy_mean);
  summary.set_busy_p95(view.summary.busy_p95);
  summary.set_slots_mean(view.summary.slots_mean);
  summary.set_waste_core_hours(view.summary.waste_core_hours);
  summary.set_idle_core_hours(view.summary.idle_core_hours);
  summary.set_running_mean(view.summary.running_mean);
  summary.set_running_peak(view.summary.running_peak);
  for (const Advice& advice : view.advice) {
    v1::TrainingAdvice& one = *out.add_advice();
    one.set_text(advice.text);
    one.set_cpu_millis(count(advice.suggestion.cpu_millis));
    one.set_memory_bytes(bytes(advice.suggestion.memory_bytes));
  }
  return out;
}

v1::TrainingTimelineResponse toProto(const TimelineView& view) {
  v1::TrainingTimelineResponse out;
  for (const TimelineView::Entry& entry : view.bars) {
    v1::TrainingBar& bar = *out.add_bars();
    bar.set_task(entry.task);
    bar.set_attempt(count(entry.bar.attempt));
    bar.set_host(entry.bar.host);
    bar.set_lane(count(entry.bar.lane));
    bar.set_queued_unix_ms(entry.bar.queued_ms);
    bar.set_started_unix_ms(entry.bar.started_ms);
    bar.set_ended_unix_ms(entry.bar.ended_ms);
    bar.set_outcome(toProto(entry.bar.outcome));
    bar.set_merged(count(entry.bar.merged));
    bar.set_job(std::to_string(entry.job));
  }
  out.set_downsampled(view.downsampled);
  return out;
}

absl::StatusOr<JobId> jobIdFrom(const std::string& text) {
  JobId id = 0;
  const auto [end, parsed] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (parsed != std::errc() || end != text.data() + text.size() || id <= 0)
    return invalidArgument("training job '{}': ids are positive numbers, as the list of jobs shows them",
                           text.substr(0, 100));
  return id;
}

absl::StatusOr<SubmitInput> fromProto(const v1::SubmitTrainingRequest& request, const std::string& caller) {
  SubmitInput input;
  input.job_file = request.job_file();
  input.job_file_name =
      request.job_file_name().empty() ? "job file" : request.job_file_name().substr(0, 1'000);
  for (const v1::TrainingFile& file : request.files()) {
    const std::string path = std::filesystem::path(file.path()).lexically_normal().string();
    if (!input.files.emplace(path, file.content()).second)
      return invalidArgument("the file '{}' was sent twice", path);
  }
  input.working_directory = request.working_dir_path();
  input.upload_digest = request.working_dir_digest();
  input.request_id = request.request_id();
  if (input.request_id.size() > 200) return invalidArgument("a request id has at most 200 characters");
  if (request.has_priority()) input.priority = request.priority();
  input.submitted_by = caller;
  return input;
}

absl::StatusOr<std::vector<JobState>> statesFrom(const google::protobuf::RepeatedField<int>& states) {
  return statesIn(states, JobState::kCancelled, "job state");
}
absl::StatusOr<std::vector<TaskState>> taskStatesFrom(const google::protobuf::RepeatedField<int>& states) {
  return statesIn(states, TaskState::kCancelled, "task state");
}

}  // namespace aerie::training_service
