#include "app/rpc/convert_training.h"

#include "core/base/ids.h"

namespace aerie::rpc {
namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }

// Both lists name the same things in the same order; a number from a later version is not known.
template <class To, class From>
To known(From value, To last) {
  const int number = static_cast<int>(value);
  return number < 0 || number > static_cast<int>(last) ? static_cast<To>(0) : static_cast<To>(number);
}

template <class Repeated>
auto listOf(const Repeated& from) {
  QList<decltype(fromProto(*from.begin()))> out;
  out.reserve(from.size());
  for (const auto& item : from) out.append(fromProto(item));
  return out;
}

QStringList textsOf(const google::protobuf::RepeatedPtrField<std::string>& from) {
  QStringList out;
  out.reserve(from.size());
  for (const std::string& item : from) out.append(text(item));
  return out;
}

template <class Repeated>
QList<PendingCount> pendingOf(const Repeated& from) {
  QList<PendingCount> out;
  out.reserve(from.size());
  for (const auto& p : from)
    out.append({known(p.reason(), PendingReason::HostHeld), p.tasks(), text(p.text())});
  return out;
}

TrainingHost hostOf(const v1::TrainingHost& h) {
  TrainingHost out;
  out.name = text(h.name());
  out.ready = h.ready();
  out.message = text(h.message());
  out.cpuMillis = h.cpu_millis();
  out.cpuMillisUsed = h.cpu_millis_used();
  out.coresBusy = h.cores_busy();
  out.memoryBytes = h.memory_bytes();
  out.memoryBytesUsed = h.memory_bytes_used();
  out.memoryBytesBusy = h.memory_bytes_busy();
  out.running = h.running();
  out.coreBusy = {h.core_busy().begin(), h.core_busy().end()};
  return out;
}

UtilisationSample sampleOf(const v1::TrainingSample& s) {
  UtilisationSample out{s.unix_ms(), s.capacity(), s.slots(),        s.busy(),
                        s.running(), s.pending(),  s.memory_bytes(), {}};
  out.coreBusy.reserve(s.core_busy_size());
  for (const float busy : s.core_busy()) out.coreBusy.append(static_cast<double>(busy));
  return out;
}

}  // namespace

TrainingJob fromProto(const v1::TrainingJob& j) {
  TrainingJob out;
  out.id = text(j.id());
  out.application = text(j.application());
  out.cluster = text(j.cluster());
  out.engine = text(j.engine());
  out.state = known(j.state(), JobState::Cancelled);
  out.message = text(j.message());
  out.priority = j.priority();
  const v1::TrainingTaskCounts& tasks = j.tasks();
  out.tasks = {tasks.pending(), tasks.running(), tasks.succeeded(), tasks.failed(), tasks.cancelled()};
  out.submittedMs = j.submitted_unix_ms();
  out.startedMs = j.started_unix_ms();
  out.endedMs = j.ended_unix_ms();
  out.expectedEndMs = j.expected_end_unix_ms();
  out.submittedBy = text(j.submitted_by());
  out.pending = pendingOf(j.pending());
  const v1::TrainingPublication& p = j.publication();
  out.publication = {text(p.model()), text(p.stage()), text(p.version()), text(p.message())};
  out.cost = j.cost();
  out.expectedCost = j.expected_cost();
  out.revision = j.revision();
  out.jobFile = text(j.job_file());
  return out;
}

TrainingTask fromProto(const v1::TrainingTask& t) {
  TrainingTask out;
  out.id = text(t.id());
  out.number = t.number();
  for (const auto& [name, value] : t.values()) out.values.insert(text(name), text(value));
  out.state = known(t.state(), TaskState::Cancelled);
  out.attempts = t.attempts();
  out.host = text(t.host());
  out.queuedMs = t.queued_unix_ms();
  out.startedMs = t.started_unix_ms();
  out.endedMs = t.ended_unix_ms();
  out.lastDurationMs = t.last_duration_ms();
  out.cpuMillis = t.cpu_millis();
  out.memoryBytes = t.memory_bytes();
  out.cpuUsedMillis = t.cpu_used_millis();
  out.memoryPeakBytes = t.memory_peak_bytes();
  out.outcome = known(t.outcome(), TaskOutcome::Cancelled);
  out.message = text(t.message());
  out.pendingReason = known(t.pending_reason(), PendingReason::HostHeld);
  out.pendingText = text(t.pending_text());
  return out;
}

TrainingCluster fromProto(const v1::TrainingCluster& c) {
  TrainingCluster out;
  out.name = text(c.name());
  out.application = text(c.application());
  out.engine = text(c.engine());
  out.state = known(c.state(), ClusterState::Failed);
  out.message = text(c.message());
  out.hosts.reserve(c.hosts_size());
  for (const v1::TrainingHost& h : c.hosts()) out.hosts.append(hostOf(h));
  out.createdMs = c.created_unix_ms();
  out.stateSinceMs = c.state_since_unix_ms();
  out.endedMs = c.ended_unix_ms();
  out.idleTimeoutMs = c.idle_timeout_ms();
  out.limits = text(c.limits());
  out.jobs = textsOf(c.jobs());
  out.pricePerHostHour = c.price_per_host_hour();
  out.cost = c.cost();
  return out;
}

TrainingUpdate fromProto(const v1::WatchTrainingResponse& r) {
  return {listOf(r.jobs()),          listOf(r.tasks()), listOf(r.clusters()),
          textsOf(r.removed_jobs()), r.revision(),      r.complete()};
}

TrainingPlan fromProto(const v1::TrainingPlan& p) {
  TrainingPlan out;
  out.tasks = p.tasks();
  out.slotCount = p.slots();
  out.boundBy = text(p.slots_bound_by());
  out.cpuMillis = p.cpu_millis();
  out.memoryBytes = p.memory_bytes();
  if (p.has_expected_ms()) out.expectedMs = p.expected_ms();
  if (p.has_expected_cost()) out.expectedCost = p.expected_cost();
  out.tasksKnown = p.tasks_known();
  out.estimateBasis = text(p.estimate_basis());
  out.pending = pendingOf(p.pending());
  out.warnings = textsOf(p.warnings());
  out.firstCommands = textsOf(p.first_commands());
  return out;
}

Utilisation fromProto(const v1::TrainingUtilisationResponse& r) {
  Utilisation out;
  out.stepMs = r.step_ms();
  out.series.reserve(r.series_size());
  for (const v1::TrainingUtilisationSeries& s : r.series()) {
    UtilisationSeries series{text(s.host()), {}};
    series.samples.reserve(s.samples_size());
    for (const v1::TrainingSample& sample : s.samples()) series.samples.append(sampleOf(sample));
    out.series.append(std::move(series));
  }
  const v1::TrainingUtilisationSummary& s = r.summary();
  out.summary = {s.busy_mean(),       s.busy_p95(),     s.slots_mean(),  s.waste_core_hours(),
                 s.idle_core_hours(), s.running_mean(), s.running_peak()};
  for (const v1::TrainingAdvice& a : r.advice())
    out.advice.append({text(a.text()), a.cpu_millis(), a.memory_bytes()});
  return out;
}

Timeline fromProto(const v1::TrainingTimelineResponse& r) {
  Timeline out;
  out.downsampled = r.downsampled();
  out.bars.reserve(r.bars_size());
  for (const v1::TrainingBar& b : r.bars()) {
    out.bars.append({text(b.task()), b.attempt(), text(b.host()), b.lane(), b.queued_unix_ms(),
                     b.started_unix_ms(), b.ended_unix_ms(), known(b.outcome(), TaskOutcome::Cancelled),
                     std::max<quint32>(b.merged(), 1)});
  }
  return out;
}

v1::SubmitTrainingRequest toProto(const TrainingSubmission& submission) {
  v1::SubmitTrainingRequest out;
  out.set_job_file(submission.jobFile.toStdString());
  out.set_job_file_name(submission.name.toStdString());
  for (const TrainingFile& file : submission.files) {
    v1::TrainingFile* added = out.add_files();
    added->set_path(file.path.toStdString());
    added->set_content(file.content.toStdString());
  }
  out.set_working_dir_path(submission.workingDirectory.toStdString());
  out.set_request_id(submission.requestId.isEmpty() ? randomId() : submission.requestId.toStdString());
  return out;
}

v1::TrainingUtilisationRequest toProto(const UtilisationQuery& query) {
  v1::TrainingUtilisationRequest out;
  out.set_cluster(query.cluster.toStdString());
  out.set_from_unix_ms(query.fromMs);
  out.set_to_unix_ms(query.toMs);
  out.set_max_points(query.maxPoints);
  out.set_per_host(query.perHost);
  return out;
}

v1::TrainingTimelineRequest toProto(const TimelineQuery& query) {
  v1::TrainingTimelineRequest out;
  out.set_job(query.job.toStdString());
  out.set_from_unix_ms(query.fromMs);
  out.set_to_unix_ms(query.toMs);
  out.set_max_bars(query.maxBars);
  return out;
}

}  // namespace aerie::rpc
