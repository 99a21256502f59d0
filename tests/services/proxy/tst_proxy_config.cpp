// Applying snapshots, the last good file, and the static config file.
#include <QtTest>

#include "core/base/files.h"
#include "core/base/status.h"
#include "services/proxy/last_good_file.h"
#include "services/proxy/serving_state.h"
#include "tests/services/proxy/fakes.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;

namespace {

struct Config {
  Config() : dir(TempDir::create().value()), file(dir.path() / "last_good") {}
  ServingConfig make() { return ServingConfig(clock, stats, fleet.factory(), {{}, {}, file}); }
  static v1::ProxyStatus status(const ServingConfig& config) {
    v1::ProxyStatus result;
    config.fill(&result);
    return result;
  }
  TempDir dir;
  std::filesystem::path file;
  ManualClock clock;
  telemetry::Metrics metrics;
  TrafficStats stats{clock, metrics};
  FakeFleet fleet;
};

}  // namespace

class TstProxyConfig final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void badSnapshotIsRefusedAndLastGoodStays_data();
  void badSnapshotIsRefusedAndLastGoodStays();
  void goodSnapshotAfterABadOneClearsTheReason();
  void lastGoodFileServesARestart();
  void refusedSnapshotIsNotSaved();
  void damagedLastGoodFileIsReportedAndIgnored_data();
  void damagedLastGoodFileIsReportedAndIgnored();
  void missingLastGoodFileIsNotAnError();
  void replicasOfUnchangedUrlsKeepTheirHealth();
  void requestsKeepTheStateThatTheyBeganWith();
  void configFileGivesASnapshot();
  void badConfigFileNamesTheField();
};

void TstProxyConfig::badSnapshotIsRefusedAndLastGoodStays_data() {
  using Spoil = std::function<void(v1::ProxyConfigSnapshot&)>;
  QTest::addColumn<Spoil>("spoil");
  QTest::newRow("unknown default endpoint")
      << Spoil([](auto& s) { s.mutable_routings(0)->set_default_worker_endpoint("v9"); });
  QTest::newRow("missing default endpoint")
      << Spoil([](auto& s) { s.mutable_routings(0)->clear_default_worker_endpoint(); });
  QTest::newRow("arm the engine does not know") << Spoil(
      [](auto& s) { s.mutable_routings(0)->mutable_experiments(0)->mutable_arms(0)->set_arm("other"); });
  QTest::newRow("experiment the engine does not know") << Spoil([](auto& s) { s.clear_experiments(); });
  QTest::newRow("weights that don't sum to one")
      << Spoil([](auto& s) { s.mutable_experiments(0)->mutable_arms(0)->set_weight(0.9); });
  QTest::newRow("duplicate endpoint") << Spoil([](auto& s) { *s.add_workers() = s.workers(0); });
  QTest::newRow("shadow to an unknown endpoint")
      << Spoil([](auto& s) { s.mutable_routings(0)->add_shadows()->set_worker_endpoint("v9"); });
}

void TstProxyConfig::badSnapshotIsRefusedAndLastGoodStays() {
  using Spoil = std::function<void(v1::ProxyConfigSnapshot&)>;
  QFETCH(Spoil, spoil);
  Config world;
  ServingConfig config = world.make();
  QVERIFY(config.apply(snapshot({}, 7), "control plane").ok());
  const auto before = config.current();
  v1::ProxyConfigSnapshot bad = snapshot({}, 8);
  spoil(bad);
  QVERIFY(!config.apply(bad, "control plane").ok());
  QCOMPARE(config.current(), before);
  const v1::ProxyStatus status = Config::status(config);
  QCOMPARE(status.config_revision(), 7U);
  QCOMPARE(status.refused_revision(), 8U);
  QVERIFY(!status.refused_reason().empty());
}

void TstProxyConfig::goodSnapshotAfterABadOneClearsTheReason() {
  Config world;
  ServingConfig config = world.make();
  v1::ProxyConfigSnapshot bad = snapshot({}, 1);
  bad.clear_workers();
  QVERIFY(!config.apply(bad, "control plane").ok());
  QVERIFY(config.apply(snapshot({}, 2), "control plane").ok());
  QVERIFY(Config::status(config).refused_reason().empty());
  QCOMPARE(Config::status(config).config_source(), std::string("control plane"));
}

void TstProxyConfig::lastGoodFileServesARestart() {
  Config world;
  {
    ServingConfig config = world.make();
    QVERIFY(config.apply(snapshot({}, 42), "control plane").ok());
  }
  ServingConfig restarted = world.make();
  QVERIFY(restarted.applyLastGood().ok());
  QVERIFY(restarted.current()->find("delay").ok());
  QCOMPARE(Config::status(restarted).config_revision(), 42U);
  QCOMPARE(Config::status(restarted).config_source(), std::string("last good file"));
}

void TstProxyConfig::refusedSnapshotIsNotSaved() {
  Config world;
  ServingConfig config = world.make();
  QVERIFY(config.apply(snapshot({}, 1), "control plane").ok());
  v1::ProxyConfigSnapshot bad = snapshot({}, 2);
  bad.clear_experiments();
  QVERIFY(!config.apply(bad, "control plane").ok());
  QCOMPARE(loadLastGood(world.file)->revision(), 1U);
}

void TstProxyConfig::damagedLastGoodFileIsReportedAndIgnored_data() {
  using Damage = std::function<std::string(std::string)>;
  QTest::addColumn<Damage>("damage");
  QTest::newRow("one bit turned") << Damage([](std::string bytes) {
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    return bytes;
  });
  QTest::newRow("truncated") << Damage([](std::string bytes) {
    bytes.resize(bytes.size() / 2);
    return bytes;
  });
  QTest::newRow("empty") << Damage([](const std::string&) { return std::string(); });
  QTest::newRow("another program's file")
      << Damage([](const std::string&) { return std::string("#!/bin/sh\nexit 0\n"); });
  QTest::newRow("format of the future")
      << Damage([](std::string bytes) { return bytes.replace(bytes.find(" 1 "), 3, " 9 "); });
  QTest::newRow("appended") << Damage([](const std::string& bytes) { return bytes + "x"; });
}

void TstProxyConfig::damagedLastGoodFileIsReportedAndIgnored() {
  using Damage = std::function<std::string(std::string)>;
  QFETCH(Damage, damage);
  Config world;
  QVERIFY(saveLastGood(world.file, snapshot()).ok());
  QVERIFY(writeFileAtomic(world.file, damage(readFile(world.file).value())).ok());
  ServingConfig config = world.make();
  QCOMPARE(config.applyLastGood().code(), absl::StatusCode::kDataLoss);
  const v1::ProxyStatus status = Config::status(config);
  QCOMPARE(status.config_source(), std::string("none"));
  QVERIFY(status.refused_reason().find(world.file.string()) != std::string::npos);
  QVERIFY(config.apply(snapshot({}, 3), "control plane").ok());
  QCOMPARE(loadLastGood(world.file)->revision(), 3U);
}

void TstProxyConfig::missingLastGoodFileIsNotAnError() {
  Config world;
  ServingConfig config = world.make();
  QVERIFY(absl::IsNotFound(config.applyLastGood()));
  QVERIFY(Config::status(config).refused_reason().empty());
}

void TstProxyConfig::replicasOfUnchangedUrlsKeepTheirHealth() {
  Config world;
  ServingConfig config = world.make();
  SnapshotOptions options;
  options.urls["v2"] = {"unix:/a", "unix:/b"};
  QVERIFY(config.apply(snapshot(options, 1), "control plane").ok());
  const auto find = [&](const char* url) {
    for (const auto& endpoint : config.current()->endpoints) {
      for (const auto& replica : endpoint->replicas().replicas()) {
        if (replica->url() == url) return replica;
      }
    }
    return std::shared_ptr<Replica>();
  };
  const auto a = find("unix:/a");
  for (int i = 0; i < 3; ++i) a->ejector().onConnectionFailure(world.clock.monoNow(), "refused");
  options.urls["v2"] = {"unix:/a", "unix:/c"};
  options.batch_size = 7;
  QVERIFY(config.apply(snapshot(options, 2), "control plane").ok());
  QCOMPARE(find("unix:/a"), a);
  QVERIFY(!find("unix:/a")->ejector().healthy());
  QVERIFY(find("unix:/b") == nullptr);
  QVERIFY(find("unix:/c")->ejector().healthy());
}

void TstProxyConfig::requestsKeepTheStateThatTheyBeganWith() {
  Config world;
  ServingConfig config = world.make();
  QVERIFY(config.apply(snapshot({}, 1), "control plane").ok());
  const auto of_request = config.current();
  SnapshotOptions options;
  options.urls["v2"] = {"unix:/elsewhere"};
  QVERIFY(config.apply(snapshot(options, 2), "control plane").ok());
  QCOMPARE(of_request->revision, 1U);
  QCOMPARE(of_request->endpoints.at(1)->replicas().replicas().at(0)->url(), std::string("unix:/v2"));
  QCOMPARE(config.current()->endpoints.at(1)->replicas().replicas().at(0)->url(),
           std::string("unix:/elsewhere"));
}

void TstProxyConfig::configFileGivesASnapshot() {
  Config world;
  const auto path = world.dir.path() / "routing.yaml";
  QVERIFY(writeFileAtomic(path, R"(model_use_case: delay
default_worker_endpoint: v1
experiments:
  - name: v1_vs_v2
    experiment_traffic_splitting_key: key
    arms: [{arm: control, worker_endpoint: v1}, {arm: treatment, worker_endpoint: v2}]
---
worker_endpoint: v1
environment: local
urls: ["unix:/v1"]
---
worker_endpoint: v2
environment: local
urls: ["unix:/v2"]
batch_size: 16
---
name: v1_vs_v2
layer: delay
coverage: 1.0
arms: [{name: control, weight: 0.5}, {name: treatment, weight: 0.5}]
seed: v1_vs_v2
)")
              .ok());
  const auto read = readConfigFile(path);
  QVERIFY2(read.ok(), messageOf(read.status()).c_str());
  ServingConfig config = world.make();
  const absl::Status applied = config.apply(*read, "config file");
  QVERIFY2(applied.ok(), messageOf(applied).c_str());
  const auto route = config.current()->find("delay");
  QVERIFY(route.ok());
  const routing::KeyValue some[] = {std::string_view("key-1")};
  QVERIFY((*route)->use_case->assign(some).experiment == 0);  // the file's experiments run
  QVERIFY(!std::filesystem::exists(world.file));              // only the control plane's configs are kept
}

void TstProxyConfig::badConfigFileNamesTheField() {
  Config world;
  const auto path = world.dir.path() / "routing.yaml";
  QVERIFY(
      writeFileAtomic(path, "worker_endpoint: v1\nenvironment: local\nurls: [\"unix:/v1\"]\nbatch_sise: 3\n")
          .ok());
  const auto read = readConfigFile(path);
  QVERIFY(!read.ok());
  QVERIFY(messageOf(read.status()).find("batch_sise") != std::string::npos);
  QVERIFY(messageOf(read.status()).find(path.string()) != std::string::npos);
  QVERIFY(absl::IsNotFound(readConfigFile(world.dir.path() / "none.yaml").status()));
}

QTEST_GUILESS_MAIN(TstProxyConfig)
#include "tst_proxy_config.moc"
