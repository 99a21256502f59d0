// A small honest world for deployments: processes that become ready after a while, a registry of version
// names, proxies that apply configs late. Everything is driven by the clock and checks the promises that real
// collaborators rely on.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "core/base/status.h"
#include "core/deploy/controller.h"

namespace aerie::deploy::testing {

struct VersionBehaviour {
  UnixMs ready_after_ms = 800;
  bool fails_self_test = false;
  bool exits_at_once = false;
};

// Processes and what they say about themselves.
class FakeLauncher final : public Launcher, public ReplicaProbe {
 public:
  struct Process {
    ReplicaSpec spec;
    ProcessHandle handle;
    UnixMs started_ms = 0;
    bool running = true;
    bool stopping = false;
    std::string exit_text;
  };
  explicit FakeLauncher(const Clock& clock) : clock_(clock) {}

  std::map<std::string, VersionBehaviour> behaviour;  // by version
  std::string log_path = "/log";                      // of every process
  int failing_starts = 0;                             // so many starts fail
  int starts = 0;
  std::vector<std::string> violations;
  std::function<void(const std::string& url)> before_stop;

  absl::StatusOr<std::string> urlOf(const std::string& id) const override {
    return "unix:/run/" + id + ".sock";
  }

  absl::StatusOr<LaunchedReplica> start(const ReplicaSpec& spec) override {
    const std::lock_guard lock(mutex_);
    if (failing_starts > 0) {
      --failing_starts;
      return resourceExhausted("no more processes");
    }
    Process& process = processes_[spec.replica_id];
    if (process.handle.pid != 0 && process.running) {
      violations.push_back("started twice: " + spec.replica_id);
      return LaunchedReplica{spec.replica_id, process.handle, log_path};
    }
    ++starts;
    process = Process{spec, {++next_pid_, static_cast<std::uint64_t>(next_pid_)}, now(), true, false, ""};
    const VersionBehaviour how = of(spec.version);
    if (how.exits_at_once) end(process, "exited with 3");
    return LaunchedReplica{spec.replica_id, process.handle, log_path};
  }

  std::optional<std::string> poll(const std::string& id, const ProcessHandle& handle) override {
    const std::lock_guard lock(mutex_);
    const auto it = processes_.find(id);
    if (it == processes_.end() || it->second.handle != handle) return "its process is gone";
    return it->second.running ? std::nullopt : std::optional<std::string>(it->second.exit_text);
  }

  absl::Status stop(const std::string& id, const ProcessHandle& handle, bool force) override {
    const std::lock_guard lock(mutex_);
    const auto it = processes_.find(id);
    if (it == processes_.end() || it->second.handle != handle || !it->second.running) return absl::OkStatus();
    if (before_stop && healthy(it->second)) before_stop(it->second.spec.url);
    (void)force;
    end(it->second, "exited with 0");
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<LaunchedReplica>> list() override {
    const std::lock_guard lock(mutex_);
    std::vector<LaunchedReplica> result;
    for (const auto& [id, process] : processes_) {
      if (process.running) result.push_back({id, process.handle, log_path});
    }
    return result;
  }
  std::optional<ProcessUsage> usage(const ProcessHandle&) const override {
    return ProcessUsage{1 << 20, 0.5};
  }

  void watch(const std::string&, const std::string&, const std::string&) override {}
  void forget(const std::string&) override {}
  std::optional<ProbeResult> latest(const std::string& id) const override {
    const std::lock_guard lock(mutex_);
    const auto it = processes_.find(id);
    if (it == processes_.end() || !it->second.running) return std::nullopt;
    const VersionBehaviour how = of(it->second.spec.version);
    const UnixMs age = now() - it->second.started_ms;
    ProbeResult result{ReplicaPhase::kLoading, "", it->second.spec.version, now()};
    if (how.fails_self_test && age >= how.ready_after_ms) {
      result.phase = ReplicaPhase::kFailed;
      result.message = "self-test failed: row 3 gives 0.7, not 0.4";
    } else if (age >= how.ready_after_ms) {
      result.phase = ReplicaPhase::kReady;
    } else if (age * 2 >= how.ready_after_ms) {
      result.phase = ReplicaPhase::kSelfTest;
    }
    return result;
  }

  // Ends a process from the outside. False when it does not run.
  bool kill(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto it = processes_.find(id);
    if (it == processes_.end() || !it->second.running) return false;
    end(it->second, "killed by signal 9 (SIGKILL)");
    return true;
  }
  std::vector<std::string> runningIds() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> result;
    for (const auto& [id, process] : processes_) {
      if (process.running) result.push_back(id);
    }
    return result;
  }
  // Of the process behind a url, also after its end.
  std::string versionAt(const std::string& url) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, process] : processes_) {
      if (process.spec.url == url) return process.spec.version;
    }
    return "?";
  }

 private:
  UnixMs now() const { return unixMillis(clock_.wallNow()); }
  VersionBehaviour of(const std::string& version) const {
    const auto it = behaviour.find(version);
    return it == behaviour.end() ? VersionBehaviour{} : it->second;
  }
  bool healthy(const Process& process) const {
    const VersionBehaviour how = of(process.spec.version);
    return !how.fails_self_test && now() - process.started_ms >= how.ready_after_ms;
  }
  static void end(Process& process, std::string text) {
    process.running = false;
    process.exit_text = std::move(text);
  }

  const Clock& clock_;
  mutable std::mutex mutex_;
  std::map<std::string, Process> processes_;
  std::int64_t next_pid_ = 1000;
};

// Worker configs as proxies get them, and one proxy that applies them when it is told to.
class FakePublisher final : public EndpointPublisher {
 public:
  std::map<std::string, std::vector<std::string>> newest;
  std::map<std::string, std::vector<std::string>> applied;  // by the proxy
  std::uint64_t revision = 0;
  std::uint64_t applied_revision = 0;
  int failing = 0;
  std::function<void(const std::string& endpoint, const std::vector<std::string>& urls)> check;

  absl::StatusOr<std::uint64_t> publish(const DeploymentSpec& spec,
                                        const std::vector<std::string>& urls) override {
    if (failing > 0) {
      --failing;
      return unavailable("disk busy");
    }
    if (check) check(spec.endpoint, urls);
    const auto it = newest.find(spec.endpoint);
    if (it != newest.end() && it->second == urls) return revision;
    newest[spec.endpoint] = urls;
    return ++revision;
  }
  absl::StatusOr<std::uint64_t> remove(const std::string& endpoint) override {
    if (newest.erase(endpoint) == 0) return revision;
    return ++revision;
  }
  bool acknowledged(std::uint64_t wanted) const override { return applied_revision >= wanted; }
  void apply() {
    applied = newest;
    applied_revision = revision;
  }
};

class FakeVersions final : public VersionSource {
 public:
  std::map<std::string, std::string> stages;
  std::set<std::string> versions = {"1", "2", "3", "bad", "crash"};
  absl::StatusOr<std::string> resolve(const std::string& model, const std::string& wanted) const override {
    const auto stage = stages.find(wanted);
    const std::string version = stage == stages.end() ? wanted : stage->second;
    if (!versions.contains(version)) return notFound("model {} has no version or stage {}", model, wanted);
    return version;
  }
  absl::StatusOr<std::filesystem::path> bundle(const std::string&,
                                               const std::string& version) const override {
    return std::filesystem::path("/bundles/" + version);
  }
};

}  // namespace aerie::deploy::testing
