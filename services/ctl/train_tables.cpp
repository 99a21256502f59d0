#include "services/ctl/train_tables.h"

#include <algorithm>

#include "core/base/clock.h"
#include "core/training/quantity.h"

namespace aerie::ctl {
namespace {

using training::bytesText;
using training::cpusText;
using training::durationText;

// "TRAINING_OUTCOME_TIMED_OUT" without its prefix as "timed out".
std::string spoken(std::string name, std::size_t prefix) {
  name.erase(0, std::min(prefix, name.size()));
  for (char& c : name) c = c == '_' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

std::string timeText(std::int64_t unix_ms) { return unix_ms == 0 ? "-" : toIso8601(fromUnixMillis(unix_ms)); }
std::string spanText(std::int64_t from_ms, std::int64_t to_ms) {
  return from_ms == 0 ? "-" : durationText(std::max<std::int64_t>(0, to_ms - from_ms));
}
std::string memoryText(std::uint64_t bytes) {
  return bytes == 0 ? "-" : bytesText(static_cast<std::int64_t>(bytes));
}
std::string orDash(const std::string& text) { return text.empty() ? "-" : text; }

std::uint64_t total(const v1::TrainingTaskCounts& c) {
  return std::uint64_t{c.pending()} + c.running() + c.succeeded() + c.failed() + c.cancelled();
}
std::uint64_t ended(const v1::TrainingTaskCounts& c) {
  return std::uint64_t{c.succeeded()} + c.failed() + c.cancelled();
}

// Milliseconds left: what the daemon expects, else by what is done so far; 0 = unknown.
std::int64_t remaining(const v1::TrainingJob& job, std::int64_t now_ms) {
  if (isOver(job.state())) return 0;
  // Virtual hosts have a time of their own, in which their end is; here counts how long it takes.
  const bool virtual_time = job.engine() == "simulated";
  if (!virtual_time && job.expected_end_unix_ms() > now_ms) return job.expected_end_unix_ms() - now_ms;
  const auto done = static_cast<std::int64_t>(ended(job.tasks())),
             all = static_cast<std::int64_t>(total(job.tasks()));
  if (job.started_unix_ms() == 0 || done == 0 || (done < 10 && done * 20 < all)) return 0;
  return (now_ms - job.started_unix_ms()) * (all - done) / done;
}

std::string endText(const v1::TrainingJob& job, std::int64_t now_ms) {
  if (isOver(job.state())) return timeText(job.ended_unix_ms());
  const std::int64_t left = remaining(job, now_ms);
  return left == 0 ? "-" : "in " + durationText(left / 1000 * 1000);
}

void addPending(Table& table, const google::protobuf::RepeatedPtrField<v1::TrainingPendingCount>& pending) {
  for (const v1::TrainingPendingCount& reason : pending)
    table.rows.push_back({"waiting", fmt::format("{} tasks: {}", reason.tasks(), reason.text())});
}

std::string coresText(double cores) { return fmt::format("{:.1f}", cores); }

}  // namespace

bool isOver(v1::TrainingJobState state) {
  return state == v1::TRAINING_JOB_STATE_DONE || state == v1::TRAINING_JOB_STATE_FAILED ||
         state == v1::TRAINING_JOB_STATE_CANCELLED;
}

Exit exitOf(const v1::TrainingJob& job) {
  switch (job.state()) {
    case v1::TRAINING_JOB_STATE_FAILED: return Exit::kFailed;
    case v1::TRAINING_JOB_STATE_CANCELLED: return Exit::kCancelled;
    case v1::TRAINING_JOB_STATE_DONE: return job.tasks().failed() > 0 ? Exit::kPartial : Exit::kOk;
    default: return Exit::kOk;
  }
}

std::string word(v1::TrainingJobState state) { return spoken(v1::TrainingJobState_Name(state), 19); }
std::string word(v1::TrainingTaskState state) { return spoken(v1::TrainingTaskState_Name(state), 20); }
std::string word(v1::TrainingClusterState state) { return spoken(v1::TrainingClusterState_Name(state), 23); }
std::string word(v1::TrainingOutcome outcome) {
  return outcome == v1::TRAINING_OUTCOME_UNSPECIFIED ? "-" : spoken(v1::TrainingOutcome_Name(outcome), 17);
}

JobProgress progressOf(const v1::TrainingJob& job, std::int64_t now_ms) {
  JobProgress progress{ended(job.tasks()), total(job.tasks()), ""};
  progress.text =
      fmt::format("job {} {}: {} of {} tasks", job.id(), word(job.state()), progress.ended, progress.total);
  if (job.tasks().running() > 0) progress.text += fmt::format(", {} run", job.tasks().running());
  if (job.tasks().failed() > 0) progress.text += fmt::format(", {} failed", job.tasks().failed());
  if (const std::int64_t left = remaining(job, now_ms); left > 0)
    progress.text +=
        fmt::format(", about {} left", durationText(std::max<std::int64_t>(1'000, left / 1000 * 1000)));
  return progress;
}

Table jobTable(const std::vector<v1::TrainingJob>& jobs, std::int64_t now_ms) {
  Table table{{"JOB", "APPLICATION", "ENGINE", "STATE", "TASKS", "RUN", "FAILED", "SUBMITTED", "TOOK", "END"},
              {},
              "no training jobs; 'aeriectl train submit FILE' starts one"};
  for (const v1::TrainingJob& job : jobs) {
    const std::int64_t until = isOver(job.state()) ? job.ended_unix_ms() : now_ms;
    table.rows.push_back({job.id(), job.application(), job.engine(), word(job.state()),
                          fmt::format("{}/{}", ended(job.tasks()), total(job.tasks())),
                          fmt::format("{}", job.tasks().running()), fmt::format("{}", job.tasks().failed()),
                          ageText(job.submitted_unix_ms()), spanText(job.started_unix_ms(), until),
                          endText(job, now_ms)});
  }
  return table;
}

Table jobDetails(const v1::TrainingJob& job, std::int64_t now_ms) {
  const v1::TrainingTaskCounts& c = job.tasks();
  Table table;
  table.rows = {
      {"job", fmt::format("{}, {}", job.id(), job.application())},
      {"state", word(job.state()) + (job.message().empty() ? "" : ": " + job.message())},
      {"tasks", fmt::format("{}: {} succeeded, {} failed, {} cancelled, {} running, {} pending", total(c),
                            c.succeeded(), c.failed(), c.cancelled(), c.running(), c.pending())},
      {"cluster", fmt::format("{} ({})", orDash(job.cluster()), job.engine())},
      {"submitted",
       timeText(job.submitted_unix_ms()) + (job.submitted_by().empty() ? "" : " by " + job.submitted_by())}};
  if (job.priority() != 0) table.rows.push_back({"priority", fmt::format("{}", job.priority())});
  if (job.started_unix_ms() > 0) {
    const std::int64_t until = isOver(job.state()) ? job.ended_unix_ms() : now_ms;
    table.rows.push_back({"took", spanText(job.started_unix_ms(), until) + " since the first task started"});
  }
  if (!isOver(job.state())) table.rows.push_back({"ends", endText(job, now_ms)});
  if (job.cost() > 0 || job.expected_cost() > 0)
    table.rows.push_back({"cost", fmt::format("{:.2f}, expected {:.2f}", job.cost(), job.expected_cost())});
  addPending(table, job.pending());
  if (job.has_publication()) {
    const v1::TrainingPublication& p = job.publication();
    table.rows.push_back(
        {"published",
         !p.version().empty()
             ? fmt::format("{}@{}, stage {}", p.model(), p.version(), orDash(p.stage()))
             : fmt::format("not yet: {}{}", p.model(), p.message().empty() ? "" : ": " + p.message())});
  }
  return table;
}

Table taskTable(const std::vector<v1::TrainingTask>& tasks, std::int64_t now_ms) {
  Table table{
      {"TASK", "STATE", "TRY", "HOST", "TOOK", "LAST RUN", "CPUS", "MEMORY", "WHY"}, {}, "no such tasks"};
  for (const v1::TrainingTask& t : tasks) {
    const bool pending = t.state() == v1::TRAINING_TASK_STATE_PENDING;
    const std::int64_t until = t.state() == v1::TRAINING_TASK_STATE_RUNNING ? now_ms : t.ended_unix_ms();
    const std::string cpus =
        static_cast<double>(t.cpu_used_millis()) > 0
            ? fmt::format("{:.2f} of {:g}", t.cpu_used_millis() / 1e3, t.cpu_millis() / 1e3)
            : fmt::format("{:g}", t.cpu_millis() / 1e3);
    table.rows.push_back(
        {t.id(), word(t.state()), fmt::format("{}", t.attempts()), orDash(t.host()),
         pending || until == 0 ? "-" : spanText(t.started_unix_ms(), until),
         t.last_duration_ms() > 0 ? durationText(t.last_duration_ms()) : "-", cpus,
         t.memory_peak_bytes() > 0
             ? fmt::format("{} of {}", memoryText(t.memory_peak_bytes()), memoryText(t.memory_bytes()))
             : memoryText(t.memory_bytes()),
         pending ? t.pending_text() : t.message()});
  }
  return table;
}

std::string taskLine(const v1::TrainingTask& t) {
  std::string text = fmt::format("{} {}", t.id(), word(t.state()));
  if (t.state() == v1::TRAINING_TASK_STATE_RUNNING && !t.host().empty()) text += " on " + t.host();
  if (t.ended_unix_ms() > 0 && t.started_unix_ms() > 0 && t.state() != v1::TRAINING_TASK_STATE_RUNNING)
    text += fmt::format(" after {}", durationText(t.ended_unix_ms() - t.started_unix_ms()));
  if (t.attempts() > 1) text += fmt::format(", attempt {}", t.attempts());
  if (t.state() != v1::TRAINING_TASK_STATE_SUCCEEDED && !t.message().empty()) text += ": " + t.message();
  return text;
}

Table planTable(const v1::TrainingPlan& plan, const std::string& working_dir) {
  Table table;
  table.rows = {{"tasks", fmt::format("{}, {} at the same time (bound by {})", plan.tasks(), plan.slots(),
                                      orDash(plan.slots_bound_by()))},
                {"each asks for", fmt::format("{}{}", cpusText(plan.cpu_millis()),
                                              plan.memory_bytes() > 0 ? ", " + memoryText(plan.memory_bytes())
                                                                      : ", memory not limited")}};
  table.rows.push_back(
      {"would take",
       plan.has_expected_ms()
           ? fmt::format("{} ({}; {} of {} tasks have run before)", durationText(plan.expected_ms()),
                         orDash(plan.estimate_basis()), plan.tasks_known(), plan.tasks())
           : "unknown: no earlier run of these tasks"});
  if (plan.has_expected_cost())
    table.rows.push_back({"would cost", fmt::format("{:.2f}", plan.expected_cost())});
  if (!working_dir.empty()) table.rows.push_back({"working dir", working_dir});
  addPending(table, plan.pending());
  for (const std::string& warning : plan.warnings()) table.rows.push_back({"warning", warning});
  for (const std::string& command : plan.first_commands()) table.rows.push_back({"runs", command});
  return table;
}

Table clusterTable(const std::vector<v1::TrainingCluster>& clusters) {
  Table table{
      {"CLUSTER", "APPLICATION", "ENGINE", "STATE", "HOSTS", "CPUS IN USE", "BUSY", "LIMITS", "SINCE"},
      {},
      "no clusters; a submitted job makes its own"};
  for (const v1::TrainingCluster& c : clusters) {
    double cpus = 0, used = 0, busy = 0;
    int ready = 0;
    for (const v1::TrainingHost& host : c.hosts()) {
      cpus += host.cpu_millis() / 1e3;
      used += host.cpu_millis_used() / 1e3;
      busy += host.cores_busy();
      ready += host.ready() ? 1 : 0;
    }
    table.rows.push_back({c.name(), c.application(), c.engine(), word(c.state()),
                          fmt::format("{}/{}", ready, c.hosts_size()),
                          fmt::format("{:g} of {:g}", used, cpus), coresText(busy), orDash(c.limits()),
                          ageText(c.state_since_unix_ms())});
  }
  return table;
}

Table clusterDetails(const v1::TrainingCluster& c, const v1::TrainingUtilisationResponse& utilisation) {
  Table table;
  std::string jobs;
  for (const std::string& job : c.jobs()) jobs += (jobs.empty() ? "" : ", ") + job;
  table.rows = {{"cluster", fmt::format("{}, {}", c.name(), c.application())},
                {"state", word(c.state()) + (c.message().empty() ? "" : ": " + c.message())},
                {"engine", c.engine()},
                {"limits", orDash(c.limits())},
                {"jobs", orDash(jobs)},
                {"made", timeText(c.created_unix_ms())},
                {"idle for", fmt::format("{} before it goes away", durationText(c.idle_timeout_ms()))}};
  if (c.price_per_host_hour() > 0)
    table.rows.push_back({"cost", fmt::format("{:.2f} so far, {:g} for each host and hour", c.cost(),
                                              c.price_per_host_hour())});
  if (utilisation.has_summary()) {
    const v1::TrainingUtilisationSummary& s = utilisation.summary();
    table.rows.push_back(
        {"used", fmt::format("{} of its CPUs busy ({} at the 95th percentile), {} in slots",
                             shareText(s.busy_mean()), shareText(s.busy_p95()), shareText(s.slots_mean()))});
    table.rows.push_back(
        {"wasted", fmt::format("{:.2f} core hours asked for and not used, {:.2f} not asked for",
                               s.waste_core_hours(), s.idle_core_hours())});
  }
  for (const v1::TrainingAdvice& advice : utilisation.advice())
    table.rows.push_back({"advice", advice.text()});
  return table;
}

Table hostTable(const v1::TrainingCluster& c) {
  Table table{{"HOST", "READY", "TASKS", "CPUS IN USE", "BUSY", "MEMORY IN USE", "REALLY"}, {}, "no hosts"};
  for (const v1::TrainingHost& host : c.hosts()) {
    table.rows.push_back(
        {host.name(), host.ready() ? "yes" : "no: " + host.message(), fmt::format("{}", host.running()),
         fmt::format("{:g} of {:g}", host.cpu_millis_used() / 1e3, host.cpu_millis() / 1e3),
         coresText(host.cores_busy()),
         fmt::format("{} of {}", memoryText(host.memory_bytes_used()), memoryText(host.memory_bytes())),
         memoryText(host.memory_bytes_busy())});
  }
  return table;
}

}  // namespace aerie::ctl
