// The queue on disk: nothing lost, nothing twice, also across restarts; bounded history.
#include <QtTest>
#include <map>
#include <memory>
#include <random>

#include "core/base/files.h"
#include "core/training/job_spec_json.h"
#include "core/training/training_repository.h"
#include "tests/core/training/training_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;
using namespace aerie::training::test;

namespace {

storage::Database openAt(const std::string& path) {
  const storage::MigrationSet sets[] = {{"training", kTrainingMigrations}};
  storage::DatabaseOptions options;
  options.durable = false;  // a crash of the process is what is simulated
  auto database = storage::Database::open(path, sets, options);
  if (!database.ok()) qFatal("%s", messageOf(database.status()).c_str());
  return *std::move(database);
}

Submission submission(const JobSpec& spec, const std::string& request) {
  Submission s;
  s.request_id = request;
  s.spec = spec;
  s.tasks = *expandTasks(spec);
  s.job_file = "application: numbers";
  s.submitted_by = "ada";
  s.cluster = "numbers-1";
  return s;
}

AttemptEnd endOf(JobId job, TaskNumber task, int attempt, Outcome outcome, std::string detail = "") {
  AttemptEnd end;
  end.job = job;
  end.task = task;
  end.attempt = attempt;
  end.outcome = outcome;
  end.detail = std::move(detail);
  end.cpu_ms = 900;
  end.memory_peak = 1 << 20;
  return end;
}

}  // namespace

class TstTrainingRepository final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    database_ = std::make_unique<storage::Database>(openAt(":memory:"));
    repository_ = std::make_unique<TrainingRepository>(*database_);
  }
  void cleanup() {
    repository_.reset();
    database_.reset();
  }

  void jobsOfAnOlderDatabaseKeepTheirFiles() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(folder);
    const std::string path = (folder->path() / "training.db").string();
    {
      const storage::MigrationSet sets[] = {{"training", std::span(kTrainingMigrations).first(2)}};
      auto old = storage::Database::open(path, sets);
      AERIE_VERIFY_OK(old);
      AERIE_VERIFY_OK(
          old->run("INSERT INTO training_job(request_id, digest, application, cluster, engine, state, "
                   "message, priority, spec, job_file, submitted_by, submitted_ms, revision) "
                   "VALUES('r1', 'd', 'numbers', 'c', 'local', 'done', '', 0, ?1, 'application: x', "
                   "'ada', 5, 1)",
                   toJson(numbered(3))));
    }
    storage::Database database = openAt(path);
    const TrainingRepository repository(database);
    QCOMPARE(*repository.jobFile(1), std::string("application: x"));
    const auto spec = repository.spec(1);
    AERIE_VERIFY_OK(spec);
    QCOMPARE((*spec)->tasks.each, numbered(3).tasks.each);
    QCOMPARE(repository.get(1)->submitted_by, std::string("ada"));
  }

  void sameRequestIsTheSameJob() {
    const auto first = repository_->submit(submission(numbered(3), "r1"), 1'000);
    AERIE_VERIFY_OK(first);
    QVERIFY(!first->existed);
    QCOMPARE(first->job.counts.pending, 3);
    const auto again = repository_->submit(submission(numbered(3), "r1"), 2'000);
    AERIE_VERIFY_OK(again);
    QVERIFY(again->existed);
    QCOMPARE(again->job.id, first->job.id);
    QCOMPARE(repository_->list()->size(), std::size_t{1});
    AERIE_VERIFY_FAILS(repository_->submit(submission(numbered(4), "r1"), 3'000),
                       absl::StatusCode::kAlreadyExists, "use a new id");
  }
  void tenThousandTasksAreSubmittedInOneGo() {
    AERIE_VERIFY_OK(repository_->submit(submission(numbered(10'000), "r1"), 1'000));
    QCOMPARE(repository_->get(1)->counts.pending, 10'000);
    TaskFilter page;
    page.after = 4'999;
    page.limit = 2;
    QCOMPARE(repository_->tasks(1, page)->at(0).number, TaskNumber{5'000});
    TaskFilter search;
    search.search = "99_";  // '_' is not a wildcard
    QCOMPARE(repository_->tasks(1, search)->size(), std::size_t{0});
  }
  void lifeOfAJobToItsPublication() {
    JobSpec spec = numbered(2);
    spec.publish = PublishSpec{"m", "candidate", PublishWhen::kAllSucceeded, PublishAs::kOneVersion};
    const JobId job = run(spec);
    const AttemptStart starts[] = {{job, 0, "a", 0}, {job, 1, "a", 1}};
    QCOMPARE(*repository_->startAttempts(starts, 10'000), (std::vector<int>{1, 1}));
    AERIE_VERIFY_FAILS(repository_->startAttempts(starts, 10'000), absl::StatusCode::kFailedPrecondition,
                       "is not pending");
    AERIE_VERIFY_OK(repository_->setHandle(job, 0, 1, "pid:17"));
    AERIE_VERIFY_FAILS(repository_->setHandle(job, 0, 2, "pid:18"), absl::StatusCode::kAborted,
                       "does not run");
    const AttemptEnd ends[] = {endOf(job, 0, 1, Outcome::kSucceeded), endOf(job, 1, 1, Outcome::kSucceeded)};
    const auto ended = repository_->endAttempts(ends, 12'000);
    AERIE_VERIFY_OK(ended);
    QCOMPARE(ended->at(1).job.state, JobState::kPublishing);
    const auto publication = repository_->beginPublication(job);
    AERIE_VERIFY_OK(publication);
    QCOMPARE(repository_->beginPublication(job)->request_id, publication->request_id);
    QCOMPARE(repository_->finishPublication(job, "7", 13'000)->state, JobState::kDone);
    AERIE_VERIFY_OK(repository_->finishPublication(job, "7", 14'000));  // told twice
    AERIE_VERIFY_FAILS(repository_->finishPublication(job, "8", 14'000),
                       absl::StatusCode::kFailedPrecondition, "done");
    AERIE_VERIFY_FAILS(repository_->beginPublication(job), absl::StatusCode::kFailedPrecondition, "done");
    QCOMPARE(repository_->lastDurations("numbers")->at("1"), std::int64_t{2'000});
    QCOMPARE(repository_->uses(job, 10)->size(), std::size_t{2});
  }
  void anEndCountsOnce() {
    const JobId job = run(numbered(2));
    start(job, 0);
    const AttemptEnd end[] = {endOf(job, 0, 1, Outcome::kFailed, "exited with 2")};
    const auto first = repository_->endAttempts(end, 3'000);
    AERIE_VERIFY_OK(first);
    AERIE_VERIFY_OK(first->at(0).status);
    QCOMPARE(first->at(0).task.state, TaskState::kPending);
    QCOMPARE(first->at(0).task.ready_ms, 4'000);
    // A second report, and one that comes while the next attempt runs.
    const auto second = repository_->endAttempts(end, 3'500);
    AERIE_VERIFY_FAILS(second->at(0).status, absl::StatusCode::kAborted, "had ended before");
    start(job, 0);
    AERIE_VERIFY_FAILS(repository_->endAttempts(end, 5'000)->at(0).status, absl::StatusCode::kAborted,
                       "attempt 2");
    QCOMPARE(repository_->get(job)->counts, (TaskCounts{1, 1, 0, 0, 0}));
    QCOMPARE(repository_->timeline(job, 100)->size(), std::size_t{2});
  }
  void clockThatGoesBackMakesNoNegativeTime() {
    const JobId job = run(numbered(1));
    start(job, 0, 50'000);
    const AttemptEnd end[] = {endOf(job, 0, 1, Outcome::kSucceeded)};
    AERIE_VERIFY_OK(repository_->endAttempts(end, 20'000));
    QCOMPARE(repository_->lastDurations("numbers")->at("0"), std::int64_t{0});
  }
  void outOfMemoryAsksForMoreNextTime() {
    JobSpec spec = numbered(1);
    spec.limits.memory_growth = 2;
    const JobId job = run(spec);
    start(job, 0);
    const AttemptEnd end[] = {endOf(job, 0, 1, Outcome::kOutOfMemory)};
    QCOMPARE(repository_->endAttempts(end, 3'000)->at(0).task.request.memory_bytes, 512LL << 20);
    QCOMPARE(repository_->task(job, 0)->request.memory_bytes, 512LL << 20);
  }
  void cancelStopsWhatWaitsAndWaitsForWhatRuns() {
    const JobId job = run(numbered(3));
    start(job, 0);
    start(job, 1);
    const auto cancelled = repository_->cancel(job, "c1", 5'000);
    AERIE_VERIFY_OK(cancelled);
    QCOMPARE(cancelled->state, JobState::kCancelling);
    QCOMPARE(cancelled->counts, (TaskCounts{0, 2, 0, 0, 1}));
    QCOMPARE(repository_->cancel(job, "c1", 5'500)->state, JobState::kCancelling);
    // One was killed, the other one had just finished.
    const AttemptEnd ends[] = {endOf(job, 0, 1, Outcome::kFailed, "killed by signal 9"),
                               endOf(job, 1, 1, Outcome::kSucceeded)};
    const auto ended = repository_->endAttempts(ends, 6'000);
    QCOMPARE(ended->at(1).job.state, JobState::kCancelled);
    QCOMPARE(ended->at(1).job.counts, (TaskCounts{0, 0, 1, 0, 2}));
    const auto again = repository_->retry(job, {}, "t1", 7'000);
    AERIE_VERIFY_OK(again);
    QCOMPARE(again->state, JobState::kSubmitted);
    QCOMPARE(again->counts, (TaskCounts{2, 0, 1, 0, 0}));
    QCOMPARE(repository_->retry(job, {}, "t1", 7'500)->counts.pending, 2);
    AERIE_VERIFY_FAILS(repository_->cancel(run(numbered(1), "r2"), "c1", 8'000),
                       absl::StatusCode::kAlreadyExists, "use a new one");
  }
  void retryOfNothingIsRefused() {
    const JobId job = run(numbered(2));
    AERIE_VERIFY_FAILS(repository_->retry(job, {}, "t1", 5'000), absl::StatusCode::kFailedPrecondition,
                       "nothing to retry");
    // The refused request was rolled back: it may be used again.
    start(job, 0);
    const AttemptEnd end[] = {endOf(job, 0, 1, Outcome::kCancelled)};
    AERIE_VERIFY_OK(repository_->endAttempts(end, 6'000));
    const std::string ids[] = {"0"};
    AERIE_VERIFY_OK(repository_->retry(job, ids, "t1", 7'000));
  }
  void changesAreSeenByRevision() {
    const JobId job = run(numbered(5));
    const std::uint64_t before = *repository_->revision();
    start(job, 3);
    TaskFilter changed;
    changed.since_revision = before;
    const auto tasks = repository_->tasks(job, changed);
    QCOMPARE(tasks->size(), std::size_t{1});
    QCOMPARE(tasks->front().id, std::string("3"));
  }

  // The daemon is killed at random moments: between the record of a start and the process, between the end of
  // a process and its record, between a publication and its record. Every task succeeds exactly once.
  void restartsLoseNothingAndRepeatNothing_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed) QTest::addRow("seed %d", seed) << seed;
  }
  void restartsLoseNothingAndRepeatNothing() {
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto chance = [&](int percent) {
      return std::uniform_int_distribution<int>(0, 99)(random) < percent;
    };
    const auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    const std::string path = (dir->path() / "t.db").string();
    // What outlives the daemon: processes by handle, and what the registry was sent.
    std::map<std::string, std::tuple<JobId, TaskNumber, int>> processes;
    std::map<std::string, int> published;
    std::map<TaskNumber, int> succeeded;
    std::int64_t now = 1'000;
    int restarts = 0;
    JobSpec spec = numbered(40, 100);
    spec.publish = PublishSpec{"m", "candidate", PublishWhen::kAllSucceeded, PublishAs::kOneVersion};
    bool done = false;
    while (!done && restarts < 500) {
      const storage::Database database = openAt(path);
      TrainingRepository repository(database);
      const auto submitted = repository.submit(submission(spec, "r1"), now);  // the client asks again
      AERIE_VERIFY_OK(submitted);
      const JobId job = submitted->job.id;
      if (submitted->job.state == JobState::kSubmitted)
        AERIE_VERIFY_OK(repository.moveJob(job, JobState::kRunning, "", now));
      SchedulerState scheduler;
      scheduler.advanceTo(now);
      const auto running = repository.restore(scheduler);
      AERIE_VERIFY_OK(running);
      scheduler.setHost({"a", "", {4'000, 0}, true, ""});
      for (const TaskRecord& task : *running) {
        if (!task.handle.empty() && processes.contains(task.handle)) continue;  // adopted
        const AttemptEnd lost[] = {endOf(job, task.number, task.attempt, Outcome::kLost)};
        const auto ended = repository.endAttempts(lost, now);
        AERIE_VERIFY_OK(ended->at(0).status);
        scheduler.ended(job, task.number);
        if (ended->at(0).task.state == TaskState::kPending)
          scheduler.enqueue(job, {task.number, task.request, task.attempt, ended->at(0).task.ready_ms, -1});
      }
      bool alive = true;
      while (alive && !done) {
        now += 500;
        scheduler.advanceTo(now);
        for (const Start& start : decide(scheduler, 10).starts) {
          const AttemptStart begin[] = {{job, start.task, start.host, 0}};
          const auto attempt = repository.startAttempts(begin, now);
          AERIE_VERIFY_OK(attempt);
          scheduler.started(start);
          if (!(alive = alive && !chance(3))) break;
          const std::string handle = "p" + std::to_string(start.task) + "." + std::to_string(attempt->at(0));
          processes[handle] = {job, start.task, attempt->at(0)};
          if (!(alive = alive && !chance(3))) break;
          AERIE_VERIFY_OK(repository.setHandle(job, start.task, attempt->at(0), handle));
        }
        if (!alive) break;
        const auto finished = processes;
        for (const auto& [handle, what] : finished) {
          if (!chance(50)) continue;
          const auto [owner, number, attempt] = what;
          const Outcome outcome = chance(20) ? Outcome::kFailed : Outcome::kSucceeded;
          if (!(alive = alive && !chance(3))) break;  // ends unseen: still there for who looks again
          processes.erase(handle);
          const AttemptEnd end[] = {endOf(owner, number, attempt, outcome)};
          const auto ended = repository.endAttempts(end, now);
          AERIE_VERIFY_OK(ended);
          if (!ended->at(0).status.ok()) continue;  // an orphan of an attempt that was given up
          scheduler.ended(job, number);
          if (outcome == Outcome::kSucceeded) ++succeeded[number];
          if (ended->at(0).task.state == TaskState::kPending)
            scheduler.enqueue(job,
                              {number, ended->at(0).task.request, attempt, ended->at(0).task.ready_ms, -1});
        }
        const auto state = repository.get(job);
        AERIE_VERIFY_OK(state);
        QCOMPARE(state->counts.total(), 40);
        if (state->state == JobState::kPublishing) {
          const auto publication = repository.beginPublication(job);
          AERIE_VERIFY_OK(publication);
          published[publication->request_id] =
              1;  // the registry answers a repeated request with the same version
          if (!(alive = !chance(50))) break;
          AERIE_VERIFY_OK(repository.finishPublication(job, "1", now));
        }
        done = repository.get(job)->state == JobState::kDone;
        QVERIFY(repository.get(job)->state != JobState::kFailed);
      }
      ++restarts;
    }
    QVERIFY(done);
    QCOMPARE(published.size(), std::size_t{1});
    QCOMPARE(succeeded.size(), std::size_t{40});
    for (const auto& [number, times] : succeeded) QCOMPARE(times, 1);
  }

  void historyIsBounded() {
    Retention keep;
    keep.jobs = 3;
    keep.whole_timelines = 1;
    keep.bars = 2;
    for (int i = 0; i < 6; ++i) {
      const JobId job = run(numbered(8), "r" + std::to_string(i));
      for (TaskNumber t = 0; t < 8; ++t) start(job, t, 10'000 + t);
      std::vector<AttemptEnd> ends;
      for (TaskNumber t = 0; t < 8; ++t) ends.push_back(endOf(job, t, 1, Outcome::kSucceeded));
      AERIE_VERIFY_OK(repository_->endAttempts(ends, 20'000 + i));
    }
    const JobId open = run(numbered(2), "open");
    QCOMPARE(*repository_->forget(keep, 30'000), 3);
    const auto jobs = repository_->list();
    QCOMPARE(jobs->size(), std::size_t{4});
    QCOMPARE(jobs->at(0).id, open);
    QCOMPARE(repository_->timeline(jobs->at(1).id, 100)->size(), std::size_t{8});
    const auto old = repository_->timeline(jobs->at(3).id, 100);
    QCOMPARE(old->size(), std::size_t{1});
    QCOMPARE(old->front().merged, 8);
    AERIE_VERIFY_FAILS(repository_->get(1), absl::StatusCode::kNotFound, "not known");
    QCOMPARE(*repository_->forget(keep, 30'000), 0);
    // By age everything that is over goes; what is open stays.
    AERIE_VERIFY_OK(repository_->forget(keep, 30'000 + keep.age_ms));
    QCOMPARE(repository_->list()->size(), std::size_t{1});
  }
  void clustersStayUntilTheirJobsAreForgotten() {
    ClusterRecord cluster;
    cluster.name = "numbers-1";
    cluster.application = "numbers";
    cluster.engine = "local";
    cluster.state = ClusterState::kGone;
    AERIE_VERIFY_OK(repository_->putCluster(cluster));
    cluster.name = "other";
    AERIE_VERIFY_OK(repository_->putCluster(cluster));
    run(numbered(1));
    AERIE_VERIFY_OK(repository_->forget({}, 1'000));
    QCOMPARE(repository_->clusters(true)->size(), std::size_t{1});
    QCOMPARE(repository_->clusters(false)->size(), std::size_t{0});
  }

 private:
  JobId run(const JobSpec& spec, const std::string& request = "r1") {
    const auto submitted = repository_->submit(submission(spec, request), 1'000);
    if (!submitted.ok()) qFatal("%s", messageOf(submitted.status()).c_str());
    const auto moved = repository_->moveJob(submitted->job.id, JobState::kRunning, "", 1'500);
    if (!moved.ok()) qFatal("%s", messageOf(moved.status()).c_str());
    return submitted->job.id;
  }
  void start(JobId job, TaskNumber task, std::int64_t now = 2'000) {
    const AttemptStart starts[] = {{job, task, "a", 0}};
    AERIE_VERIFY_OK(repository_->startAttempts(starts, now));
  }

  std::unique_ptr<storage::Database> database_;
  std::unique_ptr<TrainingRepository> repository_;
};

QTEST_APPLESS_MAIN(TstTrainingRepository)
#include "tst_training_repository.moc"
