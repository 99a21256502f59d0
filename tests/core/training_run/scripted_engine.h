// An engine whose words are the test's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/core/training_run/coordinator_fixture.h"

namespace aerie::training::test {

struct Script {
  Mutex mutex;
  std::vector<std::string> calls;
  JobRun run;
  EngineSink* sink = nullptr;
  absl::Status takes;  // what check() answers
  std::string called() {
    MutexLock lock(mutex);
    std::string text;
    for (const std::string& call : calls) text += (text.empty() ? "" : " ") + call;
    return text;
  }
};

class ScriptedEngine final : public JobEngine {
 public:
  ScriptedEngine(Script& script, EngineSink& sink) : script_(script) { script_.sink = &sink; }
  absl::Status check(const JobRun& run) const override {
    if (!std::filesystem::is_directory(run.files.work())) return internalError("no staged files");
    return script_.takes;
  }
  void start(JobRun run) override { note("start", std::move(run)); }
  void resume(JobRun run) override { note("resume", std::move(run)); }
  void cancel(JobId) override { note("cancel"); }
  void cancelTasks(JobId, std::vector<TaskNumber> tasks) override {
    note("cancel" + std::to_string(tasks.size()));
  }
  void resumeCluster(const EngineCluster&) override { note("cluster"); }
  void deleteCluster(const EngineCluster& cluster) override {
    note("delete");
    script_.sink->clusterState(cluster.name, ClusterState::kGone, "gone", "", {});
  }

 private:
  void note(const std::string& call, std::optional<JobRun> run = std::nullopt) {
    MutexLock lock(script_.mutex);
    script_.calls.push_back(call);
    if (run) script_.run = std::move(*run);
  }
  Script& script_;
};

// As the engine ray of what is started next. `script` outlives it.
inline void useScript(CoordinatorFixture& f, Script& script) {
  f.options.engines[Engine::kRay] = [&script](EngineSink& sink) -> std::unique_ptr<JobEngine> {
    return std::make_unique<ScriptedEngine>(script, sink);
  };
}

}  // namespace aerie::training::test
