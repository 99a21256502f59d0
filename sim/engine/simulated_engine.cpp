#include "sim/engine/simulated_engine.h"

#include <deque>
#include <functional>
#include <thread>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "sim/engine/simulated_job.h"

namespace aerie::sim::engine {
namespace {

using training::ClusterState;

class SimulatedEngine final : public training::JobEngine {
 public:
  SimulatedEngine(SimulatedEngineOptions options, training::EngineSink& sink)
      : options_(options), clock_(options.clock != nullptr ? *options.clock : system_clock_), sink_(sink) {
    thread_ = std::thread([this] { loop(); });
  }
  ~SimulatedEngine() override {
    {
      const MutexLock lock(mutex_);
      quit_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

  void start(training::JobRun run) override {
    post([this, run = std::move(run)]() mutable { take(std::move(run), false); });
  }
  void resume(training::JobRun run) override {
    post([this, run = std::move(run)]() mutable { take(std::move(run), true); });
  }
  void cancel(training::JobId job) override {
    post([this, job] { doCancel(job); });
  }
  void cancelTasks(training::JobId job, std::vector<training::TaskNumber> tasks) override {
    post([this, job, tasks = std::move(tasks)] {
      for (auto& [name, cluster] : clusters_) {
        if (cluster.current && cluster.current->run().job == job)
          cluster.current->cancelTasks({tasks.begin(), tasks.end()});
      }
    });
  }
  void resumeCluster(const training::EngineCluster& cluster) override {
    post([this, cluster] { ready(cluster); });
  }
  void deleteCluster(const training::EngineCluster& cluster) override {
    post([this, cluster] {
      clusters_.erase(cluster.name);
      sink_.clusterState(cluster.name, ClusterState::kStopping, "", "", {});
      sink_.clusterState(cluster.name, ClusterState::kGone, "", "", {});
    });
  }

 private:
  struct Waiting {
    training::JobRun run;
    bool resumed = false;
    bool explained = false;
  };
  struct Cluster {
    std::unique_ptr<SimulatedJob> current;
    std::deque<Waiting> waiting;
    std::int64_t virtual_ms = 0;  // how far its virtual time has come
    bool told = false;
  };

  void post(std::function<void()> work) {
    {
      const MutexLock lock(mutex_);
      work_.push_back(std::move(work));
    }
    wake_.notify_all();
  }

  SimulatedJob::Moment now() const {
    const auto mono =
        std::chrono::duration_cast<std::chrono::milliseconds>(clock_.monoNow().time_since_epoch());
    return {mono.count(), unixMillis(clock_.wallNow())};
  }

  void loop() {
    while (true) {
      std::deque<std::function<void()>> work;
      {
        const MutexLock lock(mutex_);
        wake_.wait_for(mutex_, options_.tick,
                       [this]() AERIE_REQUIRES(mutex_) { return quit_ || !work_.empty(); });
        if (quit_) return;
        work.swap(work_);
      }
      for (auto& step : work) step();
      for (auto& [name, cluster] : clusters_) turn(cluster);
    }
  }

  void ready(const training::EngineCluster& cluster) {
    Cluster& entry = clusters_[cluster.name];
    if (std::exchange(entry.told, true)) return;
    sink_.clusterState(cluster.name, ClusterState::kReady, clusterText(cluster, options_.speed), "simulated",
                       virtualHosts(cluster));
  }

  void take(training::JobRun run, bool resumed) {
    ready(run.cluster);
    Cluster& cluster = clusters_[run.cluster.name];
    const training::JobId job = run.job;
    const bool known = (cluster.current && cluster.current->run().job == job) ||
                       std::any_of(cluster.waiting.begin(), cluster.waiting.end(),
                                   [&](const Waiting& other) { return other.run.job == job; });
    if (known) return;
    const bool waits = cluster.current || !cluster.waiting.empty();
    if (waits) {
      training::PendingCount reason;
      reason.reason = training::PendingReason::kClusterFull;
      reason.tasks = static_cast<std::int64_t>(run.tasks.size());
      reason.text = fmt::format("the virtual hosts run job {} first",
                                (cluster.current ? cluster.current->run() : cluster.waiting.front().run).job);
      sink_.pending(job, {reason});
    }
    cluster.waiting.push_back({std::move(run), resumed, waits});
  }

  void begin(Cluster& cluster) {
    while (cluster.current == nullptr && !cluster.waiting.empty()) {
      Waiting next = std::move(cluster.waiting.front());
      cluster.waiting.pop_front();
      const training::JobId job = next.run.job;
      sink_.jobHandle(job, "simulated");
      auto made =
          SimulatedJob::create(std::move(next.run), next.resumed, options_, sink_, now(), cluster.virtual_ms);
      if (!made.ok()) {
        sink_.jobEnded(job, made.status());
        continue;
      }
      cluster.current = *std::move(made);
      if (next.explained) sink_.pending(job, {});
      sink_.jobReady(job);
    }
  }

  void turn(Cluster& cluster) {
    begin(cluster);
    if (cluster.current == nullptr) return;
    const auto over = cluster.current->advance(now().mono_ms);
    cluster.virtual_ms = std::max(cluster.virtual_ms, cluster.current->virtualNow());
    if (over.ok() && !*over) return;
    const training::JobId job = cluster.current->run().job;
    cluster.current = nullptr;
    sink_.jobEnded(job, over.status());
  }

  void doCancel(training::JobId job) {
    for (auto& [name, cluster] : clusters_) {
      const auto removed =
          std::erase_if(cluster.waiting, [&](const Waiting& other) { return other.run.job == job; });
      const bool runs = cluster.current && cluster.current->run().job == job;
      if (runs) {
        cluster.current->cancel();
        cluster.current = nullptr;
      }
      if (runs || removed > 0) sink_.jobEnded(job, absl::OkStatus());
    }
  }

  const SimulatedEngineOptions options_;
  const SystemClock system_clock_;
  const Clock& clock_;
  training::EngineSink& sink_;
  std::map<std::string, Cluster> clusters_;  // of the thread
  Mutex mutex_;
  CondVar wake_;
  std::deque<std::function<void()>> work_ AERIE_GUARDED_BY(mutex_);
  bool quit_ AERIE_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<training::JobEngine> makeSimulatedEngine(SimulatedEngineOptions options,
                                                         training::EngineSink& sink) {
  return std::make_unique<SimulatedEngine>(options, sink);
}

}  // namespace aerie::sim::engine
