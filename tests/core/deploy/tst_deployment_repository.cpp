#include <QtTest>

#include "core/base/files.h"
#include "core/deploy/deployment_repository.h"
#include "core/deploy/rollout.h"

using namespace aerie;
using namespace aerie::deploy;

namespace {

storage::Database openAt(const std::filesystem::path& path) {
  const storage::MigrationSet sets[] = {{"deploy", kDeployMigrations}};
  auto db = storage::Database::open(path, sets);
  return std::move(db).value();
}

// Every field away from its default.
Deployment fullDeployment(const std::string& endpoint) {
  Deployment d;
  d.spec = {endpoint, "m", "", "production", 3, "local", {1.5, 1 << 20}, 64, 200, "embedded", 50, 9};
  d.generation = 4;
  d.restart_count = 2;
  d.deleting = true;
  d.created_ms = 1234;
  Replica r;
  r.id = endpoint + "-7";
  r.pattern = {"2", 1};
  r.url = "unix:/x";
  r.phase = ReplicaPhase::kWarmUp;
  r.message = "warming";
  r.pid = 42;
  r.start_ticks = 99;
  r.started_ms = 5;
  r.ready_ms = 6;
  r.restarts = 1;
  r.crash_streak = 2;
  r.next_start_ms = 7;
  r.serving = r.retiring = true;
  r.drain_since_ms = 8;
  r.terminated_ms = 9;
  r.log_path = "/log";
  d.state = {3,
             {"1", 0},
             {"2", 1},
             {r, r},
             {{"Ready", true, "Why", "text", 3}},
             freshRollout(),
             true,
             {"2", "1"},
             8,
             1,
             77,
             "broke",
             true,
             11,
             12,
             true,
             1.25};
  d.state.replicas[1].id = endpoint + "-8";
  return d;
}

}  // namespace

class TstDeploymentRepository final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyFieldSurvivesReopening() {
    auto dir = TempDir::create();
    QVERIFY(dir.ok());
    const Deployment a = fullDeployment("a"), b = fullDeployment("b");
    {
      const storage::Database db = openAt(dir->path() / "x.db");
      DeploymentRepository repository(db);
      QVERIFY(repository.save(b).ok());
      QVERIFY(repository.save(a).ok());
    }
    const storage::Database db = openAt(dir->path() / "x.db");
    const auto all = DeploymentRepository(db).loadAll();
    QVERIFY(all.ok());
    QCOMPARE(all->size(), std::size_t(2));
    QVERIFY((*all)[0] == a);
    QVERIFY((*all)[1] == b);
  }

  void savingReplacesAndErasingLeavesNothing() {
    auto dir = TempDir::create();
    const storage::Database db = openAt(dir->path() / "x.db");
    DeploymentRepository repository(db);
    Deployment d = fullDeployment("a");
    QVERIFY(repository.save(d).ok());
    d.state.replicas.clear();
    d.state.conditions.clear();
    QVERIFY(repository.save(d).ok());
    QVERIFY((*repository.loadAll())[0] == d);
    QVERIFY(repository.erase("a").ok());
    QVERIFY(repository.loadAll()->empty());
    for (const char* table : {"deploy_replica", "deploy_condition", "deploy_rollout_step"}) {
      auto count = db.prepare(std::string("SELECT count(*) FROM ") + table);
      QVERIFY(*count->step());
      QCOMPARE(count->int64(0), std::int64_t(0));
    }
  }
};

QTEST_GUILESS_MAIN(TstDeploymentRepository)
#include "tst_deployment_repository.moc"
