// Inside the room: what engines report, noted down until the coordinator's loop takes it.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "core/base/mutex.h"
#include "core/training/job_engine.h"

namespace aerie::training {

struct ClusterReport {
  std::string cluster;
  ClusterState state = ClusterState::kStarting;
  std::string message, limits;
  std::vector<HostSpec> hosts;
};
struct ClusterHandleReport {
  std::string cluster, handle;
};
struct SampleReport {
  std::string cluster;
  std::vector<HostLoad> loads;
};
struct JobHandleReport {
  JobId job = 0;
  std::string handle;
};
struct ReadyReport {
  JobId job = 0;
};
struct PendingReport {
  JobId job = 0;
  std::vector<PendingCount> reasons;
};
struct StartedReport {
  EngineAttempt attempt;
  std::string host;
  int lane = 0;
  std::int64_t at_ms = 0;
};
struct EndedReport {
  EngineAttempt attempt;
  Outcome outcome = Outcome::kFailed;
  std::string detail;
  std::int64_t cpu_ms = 0, memory_peak = 0, at_ms = 0;
};
struct JobEndedReport {
  JobId job = 0;
  absl::Status status;
};
using Report = std::variant<ClusterReport, ClusterHandleReport, SampleReport, JobHandleReport, ReadyReport,
                            PendingReport, StartedReport, EndedReport, JobEndedReport>;

class Reports final : public EngineSink {
 public:
  // `wake`: there is something to take(); any thread. `log`: a line for a job's log.
  Reports(std::function<void()> wake, std::function<void(JobId, std::string_view)> log)
      : wake_(std::move(wake)), log_(std::move(log)) {}
  std::vector<Report> take() {
    std::vector<Report> result;
    MutexLock lock(mutex_);
    result.swap(reports_);
    return result;
  }

  void clusterState(const std::string& cluster, ClusterState state, const std::string& message,
                    const std::string& limits, std::vector<HostSpec> hosts) override {
    push(ClusterReport{cluster, state, message, limits, std::move(hosts)});
  }
  void clusterHandle(const std::string& cluster, const std::string& handle) override {
    push(ClusterHandleReport{cluster, handle});
  }
  void sampled(const std::string& cluster, std::vector<HostLoad> loads) override {
    push(SampleReport{cluster, std::move(loads)});
  }
  void jobHandle(JobId job, const std::string& handle) override { push(JobHandleReport{job, handle}); }
  void jobReady(JobId job) override { push(ReadyReport{job}); }
  void log(JobId job, const std::string& text) override { log_(job, text); }
  void pending(JobId job, std::vector<PendingCount> reasons) override {
    push(PendingReport{job, std::move(reasons)});
  }
  void attemptStarted(const EngineAttempt& attempt, const std::string& host, int lane,
                      std::int64_t at_ms) override {
    push(StartedReport{attempt, host, lane, at_ms});
  }
  void attemptEnded(const EngineAttempt& attempt, Outcome outcome, const std::string& detail,
                    std::int64_t cpu_ms, std::int64_t memory_peak, std::int64_t at_ms) override {
    push(EndedReport{attempt, outcome, detail, cpu_ms, memory_peak, at_ms});
  }
  void jobEnded(JobId job, const absl::Status& status) override { push(JobEndedReport{job, status}); }

 private:
  void push(Report report) {
    {
      MutexLock lock(mutex_);
      reports_.push_back(std::move(report));
    }
    wake_();
  }
  const std::function<void()> wake_;
  const std::function<void(JobId, std::string_view)> log_;
  Mutex mutex_;
  std::vector<Report> reports_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::training
