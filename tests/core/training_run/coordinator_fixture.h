// A coordinator over a temporary state directory, which can be ended and started again while its tasks go on.
#pragma once

#include <QtTest>
#include <signal.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/training_run/coordinator.h"
#include "tests/status_checks.h"

namespace aerie::training::test {

class CoordinatorFixture final {
 public:
  explicit CoordinatorFixture(const std::string& name) {
    options.state_dir = folder->path() / "state";
    options.instance = name + "-" + std::to_string(::getpid());
    options.machine = {2'000, 2LL << 30};
    options.grace = std::chrono::milliseconds(300);
    options.sample_every = std::chrono::milliseconds(100);
    options.publish_again = std::chrono::milliseconds(20);
    options.hand_over_again = std::chrono::milliseconds(20);
  }
  ~CoordinatorFixture() {
    if (coordinator) coordinator->stopTasks();
  }

  absl::Status start() {
    auto started = Coordinator::start(options);
    if (!started.ok()) return started.status();
    coordinator = std::move(*started);
    return absl::OkStatus();
  }
  // As a daemon that is killed: nothing is told to anybody, the tasks go on.
  void stop() { coordinator.reset(); }
  absl::Status restart() {
    stop();
    return start();
  }
  Coordinator& operator*() { return *coordinator; }
  Coordinator* operator->() { return coordinator.get(); }

  absl::StatusOr<JobId> submit(const std::string& yaml, const std::string& request_id = "",
                               std::map<std::string, std::string> files = {}) {
    SubmitInput input;
    input.job_file = yaml;
    input.job_file_name = "job.yaml";
    input.files = std::move(files);
    input.request_id = request_id;
    input.submitted_by = "test";
    const auto submitted = coordinator->submit(input);
    if (!submitted.ok()) return submitted.status();
    return submitted->job.id;
  }
  JobRecord job(JobId id) { return coordinator->job(id).value_or(JobView()).record; }
  std::string state(JobId id) { return std::string(nameOf(job(id).state)); }
  TaskView task(JobId id, std::size_t number) {
    const auto tasks = coordinator->tasks(id, {});
    return tasks.ok() && number < tasks->tasks.size() ? tasks->tasks[number] : TaskView();
  }
  std::string cluster(const std::string& name) {
    const auto all = coordinator->clusters(true);
    if (!all.ok()) return "";
    for (const ClusterView& one : *all) {
      if (one.record.name == name) return std::string(nameOf(one.record.state));
    }
    return "not there";
  }
  std::string log(JobId id, const std::string& task) {
    const auto place = coordinator->log(id, task, 0);
    return place.ok() ? readFile(place->path).value_or("") : messageOf(place.status());
  }
  std::filesystem::path output(JobId id, const std::string& task, const std::string& file) {
    return coordinator->files(id).taskOutputs(task) / file;
  }
  const std::filesystem::path& path() const { return folder->path(); }
  // For scripts that are to wait for each other, or to tell that they run.
  std::string mark(const std::string& name) const { return (folder->path() / name).string(); }
  void touch(const std::string& name) { QVERIFY(writeFileAtomic(mark(name), "x").ok()); }
  bool marked(const std::string& name) const { return std::filesystem::exists(mark(name)); }

  CoordinatorOptions options;
  std::unique_ptr<Coordinator> coordinator;

 private:
  absl::StatusOr<TempDir> folder = TempDir::create();
};

// A job of shell scripts: $0 is the task's value of n, $1 its output directory.
inline std::string scriptJob(const std::string& values, const std::string& script,
                             const std::string& more = "", const std::string& application = "numbers") {
  return "application: " + application +
         "\ncluster: {engine: local, hosts: 1, cpus_per_host: 2, idle_timeout: 1h}\ntasks:\n  each: {n: " +
         values + "}\n  command: [sh, -c, '" + script + "', \"{n}\", \"{output_dir}\"]\n" + more;
}

inline bool isAlive(const std::string& pid_file) {
  const auto text = readFile(pid_file);
  if (!text.ok()) return false;
  const int pid = std::atoi(text->c_str());
  return pid > 1 && ::kill(pid, 0) == 0;
}

}  // namespace aerie::training::test

constexpr int kTryMs = 20'000;
#define AERIE_TRY_STATE(fixture, number, expected)                                                          \
  do {                                                                                                      \
    QTRY_VERIFY_WITH_TIMEOUT(                                                                               \
        (fixture).state(number) == (expected) ||                                                            \
            ((fixture).job(number).ended_ms > 0 && (fixture).state(number) != (expected)),                  \
        kTryMs);                                                                                            \
    QVERIFY2(                                                                                               \
        (fixture).state(number) == (expected),                                                              \
        ((fixture).state(number) + ": " + (fixture).job(number).message + "\n" + (fixture).log(number, "")) \
            .c_str());                                                                                      \
  } while (false)
