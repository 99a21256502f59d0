#include <atomic>

#include "core/storage/database.h"
#include "tests/core/training_run/coordinator_fixture.h"
#include "tests/core/training_run/scripted_engine.h"

using namespace aerie;
using namespace aerie::training;
using aerie::training::test::CoordinatorFixture;
using aerie::training::test::Script;
using aerie::training::test::useScript;

namespace {

class PuttableClock final : public Clock {
 public:
  WallTime wallNow() const override { return clock_.wallNow() + std::chrono::milliseconds(put_ms.load()); }
  MonoTime monoNow() const override { return clock_.monoNow(); }
  std::atomic<std::int64_t> put_ms{0};

 private:
  SystemClock clock_;
};

const char* const kJob =
    "application: zones\ncluster: {engine: ray, hosts: 2, cpus_per_host: 4, idle_timeout: 0s}\n"
    "tasks: {each: {n: [a, b, c]}, command: ['true', '{n}']}\norder: as_listed\n"
    "limits: {retries: 1, backoff: 10ms}\n";

HostSpec host(const std::string& name) { return {name, "", {4'000, 8LL << 30}, true, ""}; }

}  // namespace

class TstTrainingEngines : public QObject {
  Q_OBJECT
  Script script_;
  void prepare(CoordinatorFixture& f) {
    script_.calls.clear();
    useScript(f, script_);
  }
  void begin(JobId job) {
    QTRY_COMPARE_WITH_TIMEOUT(script_.called(), std::string("start"), kTryMs);
    script_.sink->clusterState("zones-1", ClusterState::kReady, "", "Ray's own accounting",
                               {host("n1"), host("n2")});
    script_.sink->jobReady(job);
  }

 private Q_SLOTS:
  void reportsBecomeTheBooks() {
    CoordinatorFixture f("reports");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    AERIE_VERIFY_OK(job);
    begin(*job);
    QCOMPARE(script_.run.tasks.size(), std::size_t{3});
    EngineSink& sink = *script_.sink;
    const std::int64_t t = script_.run.submitted_ms;
    sink.attemptStarted({*job, 0, 1}, "n1", 0, t + 1'000);
    sink.attemptStarted({*job, 0, 1}, "n1", 0, t + 1'000);  // said twice
    sink.attemptEnded({*job, 0, 1}, Outcome::kSucceeded, "", 900, 1 << 20, t + 2'000);
    sink.attemptEnded({*job, 0, 1}, Outcome::kFailed, "late", 900, 1 << 20, t + 2'500);
    sink.attemptEnded({*job, 1, 1}, Outcome::kFailed, "exited with 1", 10, 0,
                      t + 2'000);  // its start was missed
    sink.attemptStarted({*job, 1, 2}, "n2", 1, t + 3'000);
    sink.attemptEnded({*job, 1, 2}, Outcome::kSucceeded, "", 10, 0, t + 4'000);
    sink.attemptStarted({*job, 99, 1}, "n2", 1, t);  // unknown
    sink.attemptStarted({*job, 2, 1}, "n2", 0, t + 3'000);
    sink.attemptEnded({*job, 2, 1}, Outcome::kSucceeded, "", 10, 0, t + 5'000);
    sink.jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).ended_ms, t + 5'000);
    QCOMPARE(f.task(*job, 1).record.attempt, 2);
    const auto bars = f->timeline({*job, "", 0, 0, 100});
    QCOMPARE(bars->bars.size(), std::size_t{4});
    QTRY_COMPARE_WITH_TIMEOUT(f.cluster("zones-1"), std::string("gone"), kTryMs);
    f.stop();
  }

  void whatTheEngineCannotTakeIsRefusedAndPlannedSo() {
    CoordinatorFixture f("refused");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    SubmitInput input;
    input.job_file = kJob;
    input.job_file_name = "job.yaml";
    const auto good = f->plan(input);
    AERIE_VERIFY_OK(good);
    script_.takes = resourceExhausted("the packed working directory is too large");
    AERIE_VERIFY_FAILS(f.submit(kJob), absl::StatusCode::kResourceExhausted, "job.yaml: the packed");
    QVERIFY(f->jobs({})->empty());
    const auto plan = f->plan(input);
    AERIE_VERIFY_OK(plan);
    QCOMPARE(plan->warnings.size(), good->warnings.size() + 1);
    QCOMPARE(plan->warnings.back(),
             std::string("it would be refused: the packed working directory is too large"));
    QVERIFY(std::filesystem::is_empty(f.options.state_dir / "jobs" / ".incoming"));
    script_.takes = absl::OkStatus();
    f.stop();
  }

  void whatIsOpenIsHandedOverAgain() {
    CoordinatorFixture f("again");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    script_.sink->attemptStarted({*job, 0, 1}, "n1", 0, 0);
    script_.sink->attemptEnded({*job, 0, 1}, Outcome::kSucceeded, "", 1, 0, 0);
    script_.sink->attemptStarted({*job, 1, 1}, "n1", 0, 0);
    script_.sink->jobEnded(*job, unavailable("the head is gone"));
    QTRY_COMPARE_WITH_TIMEOUT(script_.called(), std::string("start start"), kTryMs);
    QCOMPARE(script_.run.tasks.size(), std::size_t{2});
    QCOMPARE(script_.run.tasks[0].attempt, 1);
    QVERIFY(!script_.run.tasks[0].running);
    QCOMPARE(f.task(*job, 1).record.lost, 1);
    script_.sink->jobEnded(*job, invalidArgument("no such image"));
    AERIE_TRY_STATE(f, *job, "failed");
    QCOMPARE(f.job(*job).message, std::string("no such image"));
    QCOMPARE(f.job(*job).counts.cancelled, std::int64_t{2});
    f.stop();
  }

  void anEngineThatNeverGetsOnIsGivenUp() {
    CoordinatorFixture f("never");
    f.options.hand_over_again = std::chrono::milliseconds(1);
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    std::size_t seen = 0;
    const auto refuse = [&] {
      {
        MutexLock lock(script_.mutex);  // never held while the coordinator is asked: it calls the engine
        if (script_.calls.size() > seen) {
          seen = script_.calls.size();
          script_.sink->jobEnded(*job, unavailable("nobody answers"));
        }
      }
      return f.state(*job) == "failed";
    };
    QTRY_VERIFY_WITH_TIMEOUT(refuse(), kTryMs);
    QVERIFY2(f.job(*job).message.find("nobody answers") != std::string::npos, f.job(*job).message.c_str());
    f.stop();
  }

  void aRestartResumesWithTheHandles() {
    CoordinatorFixture f("resume");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    script_.sink->clusterHandle("zones-1", "head:8265");
    script_.sink->jobHandle(*job, "raysubmit_1");
    script_.sink->attemptStarted({*job, 0, 1}, "n1", 0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{1}, kTryMs);
    AERIE_VERIFY_OK(f.restart());
    QCOMPARE(script_.called(), std::string("start resume"));
    QCOMPARE(script_.run.handle, std::string("raysubmit_1"));
    QCOMPARE(script_.run.cluster.handle, std::string("head:8265"));
    QVERIFY(script_.run.tasks[0].running);
    for (TaskNumber n = 0; n < 3; ++n)
      script_.sink->attemptEnded({*job, n, 1}, Outcome::kSucceeded, "", 1, 0, 0);
    script_.sink->jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.task(*job, 0).record.attempt, 1);
    f.stop();
  }

  void anEndWhoseStartWasMissedCountsAlsoRightBehindAnotherEnd() {
    CoordinatorFixture f("missed");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    for (TaskNumber n = 0; n < 3; ++n) {
      script_.sink->attemptEnded({*job, n, 1}, Outcome::kFailed, "exited with 1", 1, 0, 0);
      script_.sink->attemptEnded({*job, n, 2}, Outcome::kSucceeded, "", 1, 0, 0);
    }
    script_.sink->jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.task(*job, 1).record.attempt, 2);
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{3});
    f.stop();
  }

  // Somebody else holds the store for longer than the coordinator waits, as a full disk would.
  void whatIsReportedWhileTheStoreCannotBeWrittenIsNotLost() {
    CoordinatorFixture f("trouble");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    QTRY_COMPARE_WITH_TIMEOUT(f.state(*job), std::string("running"), kTryMs);
    const storage::MigrationSet sets[] = {{"training", kTrainingMigrations}};
    auto other = storage::Database::open(f.options.state_dir / "training.db", sets);
    AERIE_VERIFY_OK(other);
    AERIE_VERIFY_OK(other->execute("BEGIN IMMEDIATE"));
    for (TaskNumber n = 0; n < 2; ++n)
      script_.sink->attemptStarted({*job, n, 1}, "n1", static_cast<int>(n), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!f->stats().trouble.empty(), kTryMs);
    script_.sink->sampled("zones-1", {{"n1", {script_.run.submitted_ms + 1'000, 8, 6, 5, 3, 1, 1e9, 1}, {}}});
    const auto shown = [&] {
      const auto clusters = f->clusters(false);
      return clusters.ok() && !clusters->empty() && !clusters->front().hosts.empty() &&
             clusters->front().hosts.front().cores_busy > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), kTryMs);
    AERIE_VERIFY_OK(other->execute("ROLLBACK"));
    // The books do not know yet that this one has started.
    const std::vector<std::string> first{"a"};
    AERIE_VERIFY_OK(f->cancel(*job, first, ""));
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{1}, kTryMs);
    QVERIFY(f.task(*job, 1).record.state == TaskState::kRunning);
    QVERIFY(f.task(*job, 0).record.state == TaskState::kCancelled);
    script_.sink->attemptEnded({*job, 0, 1}, Outcome::kSucceeded, "", 1, 0, 0);
    for (TaskNumber n = 1; n < 3; ++n)
      script_.sink->attemptEnded({*job, n, 1}, Outcome::kSucceeded, "", 1, 0, 0);
    script_.sink->jobEnded(*job, absl::OkStatus());
    QTRY_VERIFY_WITH_TIMEOUT(f.job(*job).ended_ms > 0, kTryMs);
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{2});
    QCOMPARE(f.job(*job).counts.cancelled, std::int64_t{1});
    const auto kept = f->utilisation({"zones-1", 0, 0, 100, true});
    QVERIFY(kept.ok() && (kept->series.empty() || kept->series[0].samples.empty()));
    f.stop();
  }

  void cancelAsksTheEngine() {
    CoordinatorFixture f("engine-cancel");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    script_.sink->attemptStarted({*job, 0, 1}, "n1", 0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{1}, kTryMs);
    AERIE_VERIFY_OK(f->cancel(*job, {}, ""));
    QCOMPARE(script_.called(), std::string("start cancel"));
    QCOMPARE(f.state(*job), std::string("cancelling"));
    script_.sink->attemptStarted({*job, 1, 1}, "n1", 0, 0);  // said before it heard of the cancel
    script_.sink->jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "cancelled");
    f.stop();
  }

  // The engine hears of the cancel later than the user, who goes on meanwhile.
  void aRetryRightAfterACancelWaitsUntilTheEngineHasEndedTheRunBefore() {
    CoordinatorFixture f("engine-retry");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    std::string kept(kJob);  // else its cluster may go, before the retry needs it
    kept.replace(kept.find("0s"), 2, "1m");
    const auto job = f.submit(kept);
    begin(*job);
    EngineSink& sink = *script_.sink;
    QTRY_COMPARE_WITH_TIMEOUT(f.state(*job), std::string("running"), kTryMs);
    AERIE_VERIFY_OK(f->cancel(*job, {}, ""));
    AERIE_TRY_STATE(f, *job, "cancelled");
    AERIE_VERIFY_OK(f->retry(*job, {}, ""));
    QCOMPARE(script_.called(), std::string("start cancel"));
    sink.attemptStarted({*job, 0, 1}, "n1", 0, 0);
    sink.attemptEnded({*job, 0, 1}, Outcome::kCancelled, "", 1, 0, 0);
    sink.jobEnded(*job, absl::OkStatus());
    QTRY_COMPARE_WITH_TIMEOUT(script_.called(), std::string("start cancel start"), kTryMs);
    QCOMPARE(script_.run.tasks.size(), std::size_t{3});
    QCOMPARE(f.job(*job).counts.cancelled, std::int64_t{0});
    for (TaskNumber n = 0; n < 3; ++n) sink.attemptEnded({*job, n, 1}, Outcome::kSucceeded, "", 1, 0, 0);
    sink.jobEnded(*job, absl::OkStatus());
    AERIE_TRY_STATE(f, *job, "done");
    QCOMPARE(f.job(*job).counts.succeeded, std::int64_t{3});
    f.stop();
  }

  // Hosts of an engine tell their own wall clock: what they say fits the books, and how long a task took
  // stays true, when the clock is put while it runs.
  void whatHostsTellAfterTheClockWasPut() {
    PuttableClock clock;
    CoordinatorFixture f("put");
    prepare(f);
    f.options.clock = &clock;
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    EngineSink& sink = *script_.sink;
    const std::int64_t hour = 3'600'000, t = script_.run.submitted_ms;
    sink.attemptStarted({*job, 0, 1}, "n1", 0, t + 10);
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.running, std::int64_t{1}, kTryMs);
    clock.put_ms = hour;
    QTRY_VERIFY_WITH_TIMEOUT(f->clockJump() > 0, kTryMs);
    sink.attemptEnded({*job, 0, 1}, Outcome::kSucceeded, "", 1, 0, t + 3'010);  // it counts monotonically
    sink.attemptStarted({*job, 1, 1}, "n1", 0, t + hour + 4'000);               // begun by the new time
    sink.attemptEnded({*job, 1, 1}, Outcome::kSucceeded, "", 1, 0, t + hour + 6'000);
    Sample sample{t + hour + 5'000, 8, 6, 5, 3, 1, 1e9, 1};
    sink.sampled("zones-1", {{"", sample, {}}});
    QTRY_COMPARE_WITH_TIMEOUT(f.job(*job).counts.succeeded, std::int64_t{2}, kTryMs);
    const TaskRecord one = f.task(*job, 0).record, two = f.task(*job, 1).record;
    QCOMPARE(one.ended_ms - one.started_ms, std::int64_t{3'000});
    QCOMPARE(two.ended_ms - two.started_ms, std::int64_t{2'000});
    QVERIFY(std::abs(two.started_ms - one.ended_ms) < 60'000);
    const auto seen = f->utilisation({"zones-1", 0, 0, 100, false});
    AERIE_VERIFY_OK(seen);
    QCOMPARE(seen->series.front().samples.size(), std::size_t{1});
    QVERIFY(std::abs(seen->series.front().samples.front().time_ms - (t + hour + 5'000)) < 60'000);
    f.stop();
  }

  void samplesAreKept() {
    CoordinatorFixture f("samples");
    prepare(f);
    AERIE_VERIFY_OK(f.start());
    const auto job = f.submit(kJob);
    begin(*job);
    const std::int64_t t = script_.run.submitted_ms;
    for (int i = 1; i <= 5; ++i) {
      Sample sample{t + i * 1'000, 8, 6, 5, 3, 1, 1e9, 1};
      script_.sink->sampled("zones-1", {{"", sample, {}}, {"n1", sample, {1, 0.5, 0.5, 0}}});
    }
    const auto kept = [&] {
      const auto view = f->utilisation({"zones-1", 0, 0, 100, true});
      return view.ok() && view->series.size() == 2 && view->series[0].samples.size() == 5 &&
             view->series[1].cores.size() == 5 && view->series[1].cores[4].size() == 4;
    };
    QTRY_VERIFY_WITH_TIMEOUT(kept(), kTryMs);
    QCOMPARE(f->clusters(false)->front().hosts.size(), std::size_t{2});
    f.stop();
  }
};

QTEST_GUILESS_MAIN(TstTrainingEngines)
#include "tst_training_engines.moc"
