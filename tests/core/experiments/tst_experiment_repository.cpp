// Experiments on disk: whole changes, history, restart.
#include <QtTest>
#include <atomic>
#include <memory>
#include <thread>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/experiments/experiment_repository.h"

using namespace aerie;
using namespace aerie::experiments;
using assignment::Experiment;
using assignment::ExperimentState;

namespace {

storage::Database openAt(const std::string& path) {
  const storage::MigrationSet sets[] = {{"experiments", kExperimentMigrations}};
  auto database = storage::Database::open(path, sets);
  if (!database.ok()) qFatal("%s", messageOf(database.status()).c_str());
  return *std::move(database);
}

ExperimentSpec spec(const std::string& name) {
  ExperimentSpec s;
  s.name = name;
  s.arms = {{"control", 0.5}, {"treatment", 0.5}};
  return s;
}

WeightChange weights(double control, double treatment, std::uint64_t expected = 0) {
  WeightChange change;
  change.weights = {{"control", control}, {"treatment", treatment}};
  change.expected_revision = expected;
  return change;
}

}  // namespace

class TstExperimentRepository final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    database_ = std::make_unique<storage::Database>(openAt(":memory:"));
    repository_ = std::make_unique<ExperimentRepository>(*database_, clock_);
  }
  void cleanup() {
    repository_.reset();
    database_.reset();
  }

  void createdIsReadBack() {
    const auto created = repository_->create(spec("a"), "ann");
    QVERIFY2(created.ok(), messageOf(created.status()).c_str());
    const auto read = repository_->get("a");
    QVERIFY(read.ok());
    QVERIFY(*read == *created);
    QCOMPARE(repository_->list()->size(), std::size_t{1});
  }
  void unknownNameIsNotFoundWithTheNearest() {
    QVERIFY(repository_->create(spec("arrival_delay"), "ann").ok());
    for (const absl::Status& status :
         {repository_->get("arival_delay").status(), repository_->start("arival_delay", "x").status(),
          repository_->history("arival_delay").status(),
          repository_->setWeights("arival_delay", weights(1, 0), false, "x").status()}) {
      QVERIFY(absl::IsNotFound(status));
      QVERIFY(messageOf(status).find("did you mean 'arrival_delay'?") != std::string::npos);
    }
  }
  void nameIsTakenOnce() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    QVERIFY(absl::IsAlreadyExists(repository_->create(spec("a"), "bob").status()));
    QCOMPARE(*repository_->revision(), std::uint64_t{1});
  }

  void historyKeepsEveryChange() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    clock_.advance(std::chrono::seconds(1));
    QVERIFY(repository_->start("a", "bob").ok());
    QVERIFY(repository_->setWeights("a", weights(0.9, 0.1), false, "cy").ok());
    QVERIFY(repository_->stop("a", "di").ok());
    const auto history = repository_->history("a");
    QVERIFY(history.ok());
    QCOMPARE(history->size(), std::size_t{4});
    const char* const actions[] = {"stop", "set_weights", "start", "create"};
    const char* const actors[] = {"di", "cy", "bob", "ann"};
    for (std::size_t i = 0; i < 4; ++i) {
      QCOMPARE((*history)[i].action, std::string(actions[i]));
      QCOMPARE((*history)[i].actor, std::string(actors[i]));
      QCOMPARE((*history)[i].experiment.revision, std::uint64_t{4 - i});
    }
    QCOMPARE((*history)[2].time_unix_ms - (*history)[3].time_unix_ms, std::int64_t{1000});
    QCOMPARE((*history)[2].experiment.arms[0].weight, 0.5);
    QVERIFY((*history)[0].experiment == *repository_->get("a"));
  }
  void repeatedStartIsNotAChange() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    QVERIFY(repository_->start("a", "ann").ok());
    const std::uint64_t before = *repository_->revision();
    QVERIFY(repository_->start("a", "ann").ok());
    QCOMPARE(*repository_->revision(), before);
  }
  void dryRunWritesNothing() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    const Experiment before = *repository_->get("a");
    const auto result = repository_->setWeights("a", weights(0.9, 0.1), true, "ann");
    QVERIFY(result.ok());
    QCOMPARE(result->buckets_moved, 4000U);
    QVERIFY(*repository_->get("a") == before);
    QCOMPARE(*repository_->revision(), std::uint64_t{1});
  }
  void staleChangeChangesNothing() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    QVERIFY(repository_->setWeights("a", weights(0.9, 0.1, 1), false, "ann").ok());
    QVERIFY(absl::IsAborted(repository_->setWeights("a", weights(0.2, 0.8, 1), false, "bob").status()));
    QCOMPARE(repository_->get("a")->arms[0].weight, 0.9);
  }
  void stoppedExperimentFreesItsLayer() {
    ExperimentSpec first = spec("first");
    first.layer = "shared";
    ExperimentSpec second = spec("second");
    second.layer = "shared";
    QVERIFY(repository_->create(first, "ann").ok());
    QVERIFY(absl::IsResourceExhausted(repository_->create(second, "ann").status()));
    QVERIFY(repository_->stop("first", "ann").ok());
    QVERIFY(repository_->create(second, "ann").ok());
  }

  void survivesARestart() {
    auto folder = TempDir::create("experiments");
    QVERIFY(folder.ok());
    const std::string path = (folder->path() / "control.db").string();
    Experiment written;
    {
      const storage::Database database = openAt(path);
      ExperimentRepository repository(database, clock_);
      QVERIFY(repository.create(spec("a"), "ann").ok());
      written = *repository.start("a", "ann");
    }
    const storage::Database database = openAt(path);
    const ExperimentRepository repository(database, clock_);
    QVERIFY(*repository.get("a") == written);
    QCOMPARE(*repository.revision(), std::uint64_t{2});
  }

  // Of concurrent changes for one revision, exactly one wins.
  void oneOfManyWritersWins() {
    QVERIFY(repository_->create(spec("a"), "ann").ok());
    std::atomic<int> won{0};
    std::atomic<int> lost{0};
    std::vector<std::thread> threads;
    for (int i = 1; i <= 4; ++i) {
      threads.emplace_back([&, i] {
        const auto result = repository_->setWeights("a", weights(i / 10.0, 1 - i / 10.0, 1), false, "t");
        if (result.ok()) {
          ++won;
        } else if (absl::IsAborted(result.status())) {
          ++lost;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(won.load(), 1);
    QCOMPARE(lost.load(), 3);
    QCOMPARE(repository_->get("a")->revision, std::uint64_t{2});
  }

 private:
  ManualClock clock_;
  std::unique_ptr<storage::Database> database_;
  std::unique_ptr<ExperimentRepository> repository_;
};

QTEST_GUILESS_MAIN(TstExperimentRepository)
#include "tst_experiment_repository.moc"
