// Random histories against the whole deployment machinery with virtual time: what must hold holds at every
// step, and the world comes to rest when the faults stop.
#include <QtTest>
#include <random>

#include "tests/core/deploy/fakes.h"

using namespace aerie;
using namespace aerie::deploy;
using namespace aerie::deploy::testing;
using namespace std::chrono_literals;

namespace {

class World final {
 public:
  explicit World(unsigned seed) : random(seed), launcher(clock) {
    const storage::MigrationSet sets[] = {{"deploy", kDeployMigrations}};
    db.emplace(std::move(storage::Database::open(":memory:", sets)).value());
    repository.emplace(*db);
    launcher.behaviour["bad"] = {500, true, false};
    launcher.behaviour["crash"] = {500, false, true};
    versions.stages["production"] = "1";
    publisher.check = [this](const std::string& endpoint, const std::vector<std::string>& urls) {
      checkPublish(endpoint, urls);
    };
    launcher.before_stop = [this](const std::string& url) { checkStop(url); };
    start();
  }

  // What a restart of the control plane does: everything but disk and processes is new.
  void start() {
    reconciler.reset();
    controller.reset();
    ControllerOptions options;
    options.clock = &clock;
    options.repository = &*repository;
    options.launcher = &launcher;
    options.probe = &launcher;
    options.publisher = &publisher;
    options.versions = &versions;
    options.wanted_changed = [this](const std::string& endpoint) {
      if (reconciler) reconciler->touch(endpoint);
    };
    controller = std::move(DeploymentController::create(options)).value();
    const auto adoption = controller->adopt();
    if (!adoption.ok()) fail(messageOf(adoption.status()));
    reconcile::ReconcilerOptions loop;
    loop.clock = &clock;
    loop.workers = 0;
    reconciler = std::move(reconcile::Reconciler::create(loop, [this](const std::string& key) {
                   return controller->reconcile(key);
                 })).value();
    for (const std::string& endpoint : controller->endpoints()) reconciler->touch(endpoint);
  }

  void run(Duration time) {
    const MonoTime end = clock.monoNow() + time;
    while (clock.monoNow() < end) {
      while (reconciler->step()) {
      }
      if (!proxy_stalled && random() % 4 == 0) publisher.apply();
      clock.advance(50ms);
    }
  }

  Deployment endpoint() const { return controller->get("ep").value(); }
  void fail(std::string text) { launcher.violations.push_back(std::move(text)); }

  ManualClock clock;
  std::mt19937 random;
  FakeLauncher launcher;
  FakePublisher publisher;
  FakeVersions versions;
  std::optional<storage::Database> db;
  std::optional<DeploymentRepository> repository;
  std::unique_ptr<DeploymentController> controller;
  std::unique_ptr<reconcile::Reconciler> reconciler;
  bool proxy_stalled = false;
  bool may_be_empty = true;  // nothing was ready yet, or zero replicas are wanted

 private:
  void checkPublish(const std::string& endpoint, const std::vector<std::string>& urls) {
    std::set<std::string> served;
    for (const std::string& url : urls) served.insert(launcher.versionAt(url));
    if (served.size() > 1) fail("two versions in one worker config of " + endpoint);
    if (served.contains("bad") || served.contains("crash")) fail("a version that never was ready serves");
    if (urls.empty() && !may_be_empty) fail("the worker config lost its last replica");
    if (!urls.empty()) may_be_empty = false;
  }
  void checkStop(const std::string& url) {
    for (const auto& [endpoint, urls] : publisher.newest) {
      if (std::find(urls.begin(), urls.end(), url) != urls.end())
        fail("stopped while the newest config names it: " + url);
    }
    if (proxy_stalled) return;  // the grace time may be over
    for (const auto& [endpoint, urls] : publisher.applied) {
      if (std::find(urls.begin(), urls.end(), url) != urls.end())
        fail("stopped while the proxy still sends to it: " + url);
    }
  }
};

DeploymentSpec followingSpec(std::uint32_t replicas) {
  DeploymentSpec spec;
  spec.endpoint = "ep";
  spec.model = "m";
  spec.stage = "production";
  spec.replicas = replicas;
  return spec;
}

void promote(World& world, const std::string& version) {
  world.versions.stages["production"] = version;
  (void)world.controller->stageMoved("m", "production");
}

bool isSettled(const Deployment& d) {
  const Condition* ready = findCondition(d.state, "Ready");
  const Condition* progressing = findCondition(d.state, "Progressing");
  return ready != nullptr && ready->status && progressing != nullptr && !progressing->status &&
         d.state.observed_generation == d.generation;
}

}  // namespace

class TstDeploymentSimulation final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void firstDeployServes() {
    World world(1);
    const auto created = world.controller->createDeployment(followingSpec(2));
    QVERIFY(created.ok());
    QCOMPARE(world.publisher.newest.at("ep").size(), std::size_t(0));
    world.run(5s);
    const Deployment d = world.endpoint();
    QVERIFY(isSettled(d));
    QCOMPARE(world.publisher.newest.at("ep").size(), std::size_t(2));
    QCOMPARE(d.state.rollout.back().state, std::string("done"));
    QCOMPARE(world.launcher.starts, 2);
  }

  void duplicateEndpointIsRefused() {
    World world(1);
    QVERIFY(world.controller->createDeployment(followingSpec(1)).ok());
    QVERIFY(absl::IsAlreadyExists(world.controller->createDeployment(followingSpec(1)).status()));
  }

  void promotionReplacesAndMeasuresSkew() {
    World world(2);
    QVERIFY(world.controller->createDeployment(followingSpec(2)).ok());
    world.run(5s);
    promote(world, "2");
    QVERIFY(!isSettled(world.endpoint()));  // the new generation is not observed yet
    world.run(10s);
    const Deployment d = world.endpoint();
    QVERIFY(isSettled(d));
    QCOMPARE(d.state.serving.version, std::string("2"));
    QCOMPARE(d.state.version_history, (std::vector<std::string>{"2", "1"}));
    QVERIFY(d.state.version_skew_seconds > 0 && d.state.version_skew_seconds < 5);
    QCOMPARE(world.launcher.runningIds().size(), std::size_t(2));
    QVERIFY(world.launcher.violations.empty());
  }

  void badVersionLeavesTheOldServingAndSaysWhy() {
    World world(3);
    QVERIFY(world.controller->createDeployment(followingSpec(1)).ok());
    world.run(5s);
    promote(world, "bad");
    world.run(60s);
    const Deployment d = world.endpoint();
    QCOMPARE(d.state.serving.version, std::string("1"));
    const Condition* progressing = findCondition(d.state, "Progressing");
    QCOMPARE(progressing->reason, std::string("Stuck"));
    QVERIFY(progressing->message.find("self-test failed: row 3") != std::string::npos);
    QVERIFY(findCondition(d.state, "Ready")->status);
    QCOMPARE(world.launcher.starts, 1 + 3);  // no endless retry
    QCOMPARE(*world.controller->rollbackVersion("ep", ""), std::string("1"));
    promote(world, "1");
    world.run(5s);
    QVERIFY(isSettled(world.endpoint()));
    QCOMPARE(world.launcher.starts, 4);
  }

  void restartOfAStuckDeploymentTriesAgain() {
    World world(4);
    QVERIFY(world.controller->createDeployment(followingSpec(1)).ok());
    world.run(5s);
    promote(world, "crash");
    world.run(60s);
    QCOMPARE(findCondition(world.endpoint().state, "Progressing")->reason, std::string("Stuck"));
    world.launcher.behaviour["crash"] = {};
    world.publisher.check = nullptr;
    QVERIFY(world.controller->restart("ep").ok());
    world.run(10s);
    QVERIFY(isSettled(world.endpoint()));
    QCOMPARE(world.endpoint().state.serving.version, std::string("crash"));
  }

  void rollingRestartKeepsServing() {
    World world(5);
    QVERIFY(world.controller->createDeployment(followingSpec(2)).ok());
    world.run(5s);
    const auto before = world.publisher.newest.at("ep");
    QVERIFY(world.controller->restart("ep").ok());
    world.run(10s);
    QVERIFY(isSettled(world.endpoint()));
    QVERIFY(world.publisher.newest.at("ep") != before);
    QCOMPARE(world.launcher.starts, 4);
    QVERIFY(world.launcher.violations.empty());
  }

  void killedReplicaComesBackWithTheSameUrl() {
    World world(6);
    QVERIFY(world.controller->createDeployment(followingSpec(2)).ok());
    world.run(5s);
    const auto before = world.publisher.newest.at("ep");
    QVERIFY(world.launcher.kill("ep-0"));
    world.run(600ms);
    QCOMPARE(world.publisher.newest.at("ep").size(), std::size_t(1));
    world.run(5s);
    QCOMPARE(world.publisher.newest.at("ep"), before);
    const Deployment d = world.endpoint();
    QCOMPARE(findReplica(d.state, "ep-0")->restarts, 1U);
  }

  void killedControlPlaneStartsNothingTwice() {
    World world(7);
    QVERIFY(world.controller->createDeployment(followingSpec(2)).ok());
    world.run(5s);
    const auto urls = world.publisher.newest.at("ep");
    world.start();
    world.run(5s);
    QCOMPARE(world.launcher.starts, 2);
    QCOMPARE(world.publisher.newest.at("ep"), urls);
    QVERIFY(isSettled(world.endpoint()));
  }

  void deletionLeavesNothing() {
    World world(8);
    QVERIFY(world.controller->createDeployment(followingSpec(2)).ok());
    world.run(5s);
    QVERIFY(world.controller->remove("ep").ok());
    QVERIFY(absl::IsFailedPrecondition(world.controller->scale("ep", 3, 0).status()));
    world.run(10s);
    QVERIFY(absl::IsNotFound(world.controller->get("ep").status()));
    QVERIFY(world.launcher.runningIds().empty());
    QVERIFY(world.publisher.newest.empty());
    QVERIFY(world.repository->loadAll()->empty());
  }

  void staleGenerationIsAborted() {
    World world(9);
    QVERIFY(world.controller->createDeployment(followingSpec(1)).ok());
    QVERIFY(world.controller->scale("ep", 2, 1).ok());
    QVERIFY(absl::IsAborted(world.controller->scale("ep", 3, 1).status()));
    QCOMPARE(world.endpoint().spec.replicas, 2U);
  }

  void randomHistoriesKeepEveryPromise_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed) QTest::addRow("seed %u", seed) << seed;
  }
  void randomHistoriesKeepEveryPromise() {
    QFETCH(unsigned, seed);
    World world(seed);
    QVERIFY(world.controller->createDeployment(followingSpec(1 + seed % 3)).ok());
    const std::vector<std::string> versions = {"1", "2", "3", "bad", "crash"};
    for (int step = 0; step < 40; ++step) {
      switch (world.random() % 10) {
        case 0:
        case 1: promote(world, versions[world.random() % versions.size()]); break;
        case 2: {
          const std::uint32_t replicas = static_cast<std::uint32_t>(world.random() % 4);
          world.may_be_empty = world.may_be_empty || replicas == 0;
          QVERIFY(world.controller->scale("ep", replicas, 0).ok());
          break;
        }
        case 3:
        case 4: {
          const auto ids = world.launcher.runningIds();
          if (!ids.empty()) world.launcher.kill(ids[world.random() % ids.size()]);
          break;
        }
        case 5: QVERIFY(world.controller->restart("ep").ok()); break;
        case 6: world.start(); break;
        case 7: world.launcher.failing_starts = static_cast<int>(world.random() % 3); break;
        case 8: world.proxy_stalled = !world.proxy_stalled; break;
        case 9: world.publisher.failing = static_cast<int>(world.random() % 3); break;
      }
      world.run(std::chrono::milliseconds(100 * (1 + world.random() % 40)));
      QVERIFY2(world.launcher.violations.empty(),
               world.launcher.violations.empty() ? "" : world.launcher.violations[0].c_str());
    }
    // The faults stop: within two virtual minutes the world is what was asked for.
    world.proxy_stalled = false;
    world.launcher.failing_starts = world.publisher.failing = 0;
    QVERIFY(world.controller->scale("ep", 2, 0).ok());
    promote(world, "3");
    world.run(120s);
    QVERIFY2(world.launcher.violations.empty(),
             world.launcher.violations.empty() ? "" : world.launcher.violations[0].c_str());
    const Deployment d = world.endpoint();
    QVERIFY(isSettled(d));
    QCOMPARE(d.state.serving.version, std::string("3"));
    QCOMPARE(world.launcher.runningIds().size(), std::size_t(2));
    QCOMPARE(world.publisher.newest.at("ep").size(), std::size_t(2));
  }
};

QTEST_GUILESS_MAIN(TstDeploymentSimulation)
#include "tst_deployment_simulation.moc"
