// Jobs on virtual hosts, with a clock that moves only when it is told to.
#include <QtTest>
#include <atomic>
#include <set>

#include "sim/engine/simulated_engine.h"
#include "tests/core/engines/recording_sink.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace std::chrono_literals;
using training::ClusterState;
using training::Outcome;

namespace {

// A wall clock that can be put, beside a monotonic one that cannot.
class PuttableClock final : public Clock {
 public:
  WallTime wallNow() const override { return clock.wallNow() + put.load(); }
  MonoTime monoNow() const override { return clock.monoNow(); }
  ManualClock clock;
  std::atomic<Duration> put{Duration(0)};
};

struct Scene {
  explicit Scene(double failure_rate = 0) {
    auto made = TempDir::create("sim");
    dir = std::make_unique<TempDir>(*std::move(made));
    options.clock = &clock;
    options.tick = 2ms;
    options.failure_rate = failure_rate;
    cluster.name = "virtual";
    cluster.spec.engine = training::Engine::kSimulated;
    cluster.spec.hosts = 10;
    cluster.spec.cpus_per_host = 16;
    restart();
  }
  void restart() {
    engine = nullptr;
    engine = sim::engine::makeSimulatedEngine(options, sink);
  }
  training::JobRun run(training::JobId id, int count) const {
    training::JobRun out = test::jobRun(id, dir->path(), count, {"train", "{n}", "{output_dir}"});
    auto spec = std::make_shared<training::JobSpec>(*out.spec);
    spec->resources.cpu_millis = 2'000;
    spec->tasks.outputs = {"model-{n}.json"};
    out.spec = spec;
    out.cluster = cluster;
    return out;
  }

  PuttableClock clock;
  std::unique_ptr<TempDir> dir;
  sim::engine::SimulatedEngineOptions options;
  training::EngineCluster cluster;
  test::RecordingSink sink;
  std::unique_ptr<training::JobEngine> engine;
};

// Task, attempt, host, lane, virtual time: what a run was.
using Story = std::set<std::tuple<training::TaskNumber, int, std::string, int, std::int64_t>>;
Story storyOf(const test::RecordingSink& sink) {
  Story story;
  for (const test::SeenStart& start : sink.starts())
    story.insert({start.task, start.attempt, start.host, start.lane, start.at_ms});
  return story;
}

}  // namespace

class TstSimulatedEngine : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJobRunsOnItsVirtualHostsInAcceleratedTime() {
    Scene scene;
    const training::JobRun run = scene.run(7, 600);
    scene.engine->start(run);
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(1s);  // a virtual minute
    QTRY_VERIFY(scene.sink.starts().size() >= 80);
    QVERIFY(!scene.sink.jobEnd());
    scene.clock.clock.advance(60s);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QCOMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{600});
    QVERIFY(std::filesystem::exists(run.files.attemptOutputs(run.tasks[5].spec.id, 1) / "model-5.json"));
    QVERIFY(std::filesystem::exists(run.files.taskLog(run.tasks[5].spec.id, 1)));
    std::set<std::string> hosts;
    for (const test::SeenStart& start : scene.sink.starts()) {
      hosts.insert(start.host);
      QVERIFY(start.lane < 8);
      QVERIFY(start.at_ms >= run.submitted_ms + 10'000);  // the hosts take ten seconds to start
    }
    QCOMPARE(hosts.size(), std::size_t{10});
    QCOMPARE(scene.sink.hosts().size(), std::size_t{10});
  }

  void loadsNeverExceedWhatTheHostsHave() {
    Scene scene;
    scene.engine->start(scene.run(7, 300));
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(60s);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    std::int64_t before = 0;
    double most = 0;
    for (const training::HostLoad& load : scene.sink.loads()) {
      QVERIFY(load.sample.busy <= load.sample.slots + 1e-9 &&
              load.sample.slots <= load.sample.capacity + 1e-9);
      if (!load.host.empty()) {
        QCOMPARE(load.core_busy.size(), std::size_t{16});
        continue;
      }
      QVERIFY(load.sample.time_ms > before);
      before = load.sample.time_ms;
      most = std::max(most, load.sample.slots);
    }
    QCOMPARE(most, 160.0);
  }

  void durationsOfTheLastRunAreKept() {
    Scene scene;
    training::JobRun run = scene.run(3, 1);
    run.tasks[0].expected_ms = 90'000;
    scene.engine->start(run);
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(1s + 600ms);  // 96 s, of which 10 s until the host is there
    QTRY_COMPARE(scene.sink.running().size(), std::size_t{1});
    scene.clock.clock.advance(100ms);
    QTRY_COMPARE(scene.sink.ended(Outcome::kSucceeded), std::size_t{1});
  }

  void aRestartPlaysTheSameStory() {
    Story whole;
    {
      Scene scene(0.05);
      scene.engine->start(scene.run(9, 200));
      QTRY_VERIFY(scene.sink.isReady());
      scene.clock.clock.advance(60s);
      QTRY_VERIFY(scene.sink.jobEnd().has_value());
      whole = storyOf(scene.sink);
    }
    Scene scene(0.05);
    training::JobRun run = scene.run(9, 200);
    scene.engine->start(run);
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(1s + 500ms);
    QTRY_VERIFY(scene.sink.ended(Outcome::kSucceeded) >= 20);
    scene.engine = nullptr;
    scene.sink.catchUp(run.tasks);
    run.handle = scene.sink.handle();
    scene.restart();
    scene.engine->resume(run);
    scene.clock.clock.advance(60s);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    QVERIFY(storyOf(scene.sink) == whole);
    QCOMPARE(scene.sink.starts().size(), whole.size());
    QCOMPARE(scene.sink.ends().size(), whole.size());
  }

  void aWallClockThatIsPutMovesNothing() {
    Scene scene;
    scene.engine->start(scene.run(11, 200));
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(1s);
    QTRY_VERIFY(scene.sink.starts().size() >= 80);
    scene.clock.put = 24h;
    scene.clock.clock.advance(1ms);
    scene.engine->start(scene.run(12, 1));  // waits: its reason tells that a turn has passed
    QTRY_COMPARE(scene.sink.pendingReasons().size(), std::size_t{1});
    QVERIFY(!scene.sink.jobEnd());
    QVERIFY(!scene.sink.running().empty());
    // Neither does a daemon that begins anew with it.
    training::JobRun again = scene.run(11, 200);
    scene.engine = nullptr;
    scene.sink.catchUp(again.tasks);
    again.handle = scene.sink.handle();
    scene.restart();
    scene.engine->resume(again);
    scene.clock.put = -24h;
    scene.clock.clock.advance(1ms);
    QTRY_VERIFY(scene.sink.isReady());
    QVERIFY(!scene.sink.jobEnd());
    scene.clock.clock.advance(60s);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
  }

  void cancelEndsWhatRuns() {
    Scene scene;
    scene.engine->start(scene.run(4, 100));
    QTRY_VERIFY(scene.sink.isReady());
    scene.clock.clock.advance(400ms);
    QTRY_VERIFY(scene.sink.running().size() >= 80);
    const training::TaskNumber one = scene.sink.running().front().task;
    scene.engine->cancelTasks(4, {one});
    QTRY_COMPARE(scene.sink.ended(Outcome::kCancelled), std::size_t{1});
    QVERIFY(!scene.sink.jobEnd());
    scene.engine->cancel(4);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_OK(*scene.sink.jobEnd());
    QVERIFY(scene.sink.running().empty());
  }

  void jobsOnOneClusterFollowEachOther() {
    Scene scene;
    scene.engine->start(scene.run(1, 20));
    scene.engine->start(scene.run(2, 20));
    QTRY_COMPARE(scene.sink.pendingReasons().size(), std::size_t{1});
    QVERIFY(scene.sink.pendingReasons()[0].text.find("run job 1 first") != std::string::npos);
    const auto seconds = [&] {
      const auto starts = scene.sink.starts();
      return starts.size();
    };
    scene.clock.clock.advance(30s);
    QTRY_VERIFY(scene.sink.pendingReasons().empty());
    scene.clock.clock.advance(30s);
    QTRY_COMPARE(seconds(), std::size_t{40});
  }

  void whatCannotBeSimulatedSaysWhatToChange() {
    Scene scene;
    training::JobRun large = scene.run(5, 1);
    auto spec = std::make_shared<training::JobSpec>(*large.spec);
    spec->resources.cpu_millis = 32'000;
    large.spec = spec;
    scene.engine->start(large);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kFailedPrecondition, "ask for fewer");
    scene.sink.forgetJob();
    training::JobRun publishing = scene.run(6, 1);
    spec = std::make_shared<training::JobSpec>(*publishing.spec);
    spec->publish = training::PublishSpec{};
    publishing.spec = spec;
    scene.engine->start(publishing);
    QTRY_VERIFY(scene.sink.jobEnd().has_value());
    AERIE_VERIFY_FAILS(*scene.sink.jobEnd(), absl::StatusCode::kFailedPrecondition, "leave 'publish' out");
  }

  void aDeletedClusterIsGone() {
    Scene scene;
    scene.engine->resumeCluster(scene.cluster);
    QTRY_VERIFY(scene.sink.was(ClusterState::kReady));
    scene.engine->deleteCluster(scene.cluster);
    QTRY_VERIFY(scene.sink.was(ClusterState::kGone));
  }
};

QTEST_GUILESS_MAIN(TstSimulatedEngine)
#include "tst_simulated_engine.moc"
