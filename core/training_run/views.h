// What the coordinator tells about jobs, tasks and clusters: the stored record and what is known beside it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/training/job_engine.h"
#include "core/training/training_repository.h"

namespace aerie::training {

// A job's spec and tasks, unfolded; immutable.
struct JobContent {
  std::shared_ptr<const JobSpec> spec;
  std::vector<TaskSpec> tasks;         // by number
  std::vector<std::int64_t> expected;  // last run's duration by number, when it was loaded; -1 = none
};

struct JobView {
  JobRecord record;
  std::shared_ptr<const JobSpec> spec;
  std::vector<PendingCount> pending;
  std::int64_t expected_end_ms = 0;  // 0 = unknown
  double cost = 0, expected_cost = 0;
};
struct TaskView {
  TaskRecord record;
  std::optional<Pending> pending;
  std::int64_t last_duration_ms = 0;  // of the run before; 0 = none
};
struct TasksView {
  std::shared_ptr<const JobContent> content;
  std::vector<TaskView> tasks;
};
struct HostView {
  HostSpec spec;
  Resources used;  // by slots
  int running = 0;
  double cores_busy = 0;
  std::int64_t memory_busy = 0;
  std::vector<double> core_busy;
};
struct ClusterView {
  ClusterRecord record;
  std::vector<HostView> hosts;
  std::vector<JobId> jobs;  // that are open
  double cost = 0;
};
struct HostSeries {
  std::string host;  // "" = the cluster
  std::vector<Sample> samples;
  // Share of each core, for each sample; empty where it is not kept any more.
  std::vector<std::vector<float>> cores;
};
struct UtilisationQuery {
  std::string cluster;
  std::int64_t from_ms = 0, to_ms = 0;  // 0 = its beginning, its end or now
  std::size_t max_points = 300;
  bool per_host = false;
};
struct UtilisationView {
  std::int64_t step_ms = 1'000;
  std::vector<HostSeries> series;
  UtilisationSummary summary;
  std::vector<Advice> advice;
};
struct TimelineQuery {
  JobId job = 0;  // or `cluster`
  std::string cluster;
  std::int64_t from_ms = 0, to_ms = 0;
  std::size_t max_bars = 100'000;
};
struct TimelineView {
  struct Entry {
    JobId job = 0;
    std::string task;  // id
    Bar bar;
  };
  std::vector<Entry> bars;  // by start
  bool downsampled = false;
};
struct LogPlace {
  std::filesystem::path path;
  int attempt = 0;
  bool live = false;  // more may come
};

}  // namespace aerie::training
