// States: what may follow what; retries, back-off, memory growth; when a job is over.
#include <QtTest>

#include "core/training/states.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training;

namespace {

constexpr std::int64_t kMiB = 1LL << 20;

Limits limits() {
  Limits l;
  l.retries = 2;
  l.backoff_ms = 1'000;
  l.backoff_limit_ms = 3'000;
  l.memory_growth = 2;
  return l;
}

}  // namespace

class TstTrainingStates final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void namesReadBack() {
    for (int i = 0; i <= static_cast<int>(JobState::kCancelled); ++i)
      QCOMPARE(jobStateFrom(nameOf(static_cast<JobState>(i))), std::optional(static_cast<JobState>(i)));
    for (int i = 0; i <= static_cast<int>(Outcome::kCancelled); ++i)
      QCOMPARE(outcomeFrom(nameOf(static_cast<Outcome>(i))), std::optional(static_cast<Outcome>(i)));
    for (int i = 0; i <= static_cast<int>(ClusterState::kFailed); ++i)
      QCOMPARE(clusterStateFrom(nameOf(static_cast<ClusterState>(i))),
               std::optional(static_cast<ClusterState>(i)));
    QVERIFY(!jobStateFrom("nonsense"));
  }
  void doneIsFinal() {
    for (int i = 0; i <= static_cast<int>(JobState::kCancelled); ++i)
      QVERIFY(!mayFollow(JobState::kDone, static_cast<JobState>(i)));
    AERIE_VERIFY_FAILS(checkStep("17", JobState::kDone, JobState::kRunning),
                       absl::StatusCode::kFailedPrecondition,
                       "training job 17 is done; it cannot become running");
  }
  void whatIsBeingPublishedIsNotCancelled() {
    QVERIFY(!mayFollow(JobState::kPublishing, JobState::kCancelling));
    QVERIFY(mayFollow(JobState::kPublishing, JobState::kFailed));
    QVERIFY(mayFollow(JobState::kFailed, JobState::kPublishing));
  }
  void succeededTaskNeverRunsAgain() {
    for (int i = 0; i <= static_cast<int>(TaskState::kCancelled); ++i)
      QVERIFY(!mayFollow(TaskState::kSucceeded, static_cast<TaskState>(i)));
  }
  void everyClusterCanGoAway() {
    for (int i = 0; i <= static_cast<int>(ClusterState::kFailed); ++i) {
      const auto state = static_cast<ClusterState>(i);
      if (state == ClusterState::kGone || state == ClusterState::kStopping) continue;
      QVERIFY(mayFollow(state, ClusterState::kStopping));
    }
    QVERIFY(mayFollow(ClusterState::kStopping, ClusterState::kGone));
  }

  void failuresBackOffUntilNoRetryIsLeft() {
    TaskProgress progress{0, 0, {1'000, 512 * kMiB}};
    const std::int64_t delays[] = {1'000, 2'000};
    for (const std::int64_t delay : delays) {
      const Verdict v = judge(limits(), progress, Outcome::kFailed, "exited with 2", 0, 0.5);
      QCOMPARE(v.next, TaskState::kPending);
      QCOMPARE(v.delay_ms, delay);
      progress.failures = v.failures;
    }
    const Verdict last = judge(limits(), progress, Outcome::kFailed, "exited with 2", 0, 0.5);
    QCOMPARE(last.next, TaskState::kFailed);
    QCOMPARE(last.text, std::string("attempt 3 failed: exited with 2; no retry is left of 2"));
  }
  void backOffIsBoundedAndSpread() {
    Limits l = limits();
    l.retries = 60;
    QCOMPARE(judge(l, {50, 0, {}}, Outcome::kFailed, "", 0, 0.5).delay_ms, 3'000);
    QCOMPARE(judge(l, {0, 0, {}}, Outcome::kFailed, "", 0, 0.0).delay_ms, 800);
    QVERIFY(judge(l, {0, 0, {}}, Outcome::kFailed, "", 0, 0.999).delay_ms <= 1'200);
  }
  void memoryGrowsAfterOutOfMemoryAlone_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("cap");
    QTest::addColumn<qint64>("expected");
    const int oom = static_cast<int>(Outcome::kOutOfMemory);
    QTest::newRow("doubles") << oom << qint64{0} << qint64{0} << qint64{1'024};
    QTest::newRow("up to the host") << oom << qint64{800} << qint64{0} << qint64{800};
    QTest::newRow("up to the limit") << oom << qint64{4'096} << qint64{600} << qint64{600};
    QTest::newRow("never below") << oom << qint64{100} << qint64{0} << qint64{512};
    QTest::newRow("not after a failure")
        << static_cast<int>(Outcome::kFailed) << qint64{0} << qint64{0} << qint64{512};
    QTest::newRow("not after a time-out")
        << static_cast<int>(Outcome::kTimedOut) << qint64{0} << qint64{0} << qint64{512};
  }
  void memoryGrowsAfterOutOfMemoryAlone() {
    QFETCH(int, outcome);
    QFETCH(qint64, largest);
    QFETCH(qint64, cap);
    QFETCH(qint64, expected);
    Limits l = limits();
    l.memory_limit = cap * kMiB;
    const Verdict v =
        judge(l, {0, 0, {1'000, 512 * kMiB}}, static_cast<Outcome>(outcome), "", largest * kMiB, 0.5);
    QCOMPARE(v.request.memory_bytes, expected * kMiB);
  }
  void lostAttemptsCostNoRetryButAreBounded() {
    TaskProgress progress{2, 0, {}};
    for (int i = 0; i < kMaxLostAttempts; ++i) {
      const Verdict v = judge(limits(), progress, Outcome::kLost, "", 0, 0.5);
      QCOMPARE(v.next, TaskState::kPending);
      QCOMPARE(v.delay_ms, 0);
      QCOMPARE(v.failures, 2);
      progress.lost = v.lost;
    }
    QCOMPARE(judge(limits(), progress, Outcome::kLost, "", 0, 0.5).next, TaskState::kFailed);
  }

  void jobsEndByTheirTasks_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("succeeded");
    QTest::addColumn<int>("failed");
    QTest::addColumn<QString>("publish");
    QTest::addColumn<int>("next");
    const auto row = [](const char* name, JobState state, int running, int succeeded, int failed,
                        const char* publish, JobState next) {
      QTest::newRow(name) << static_cast<int>(state) << running << succeeded << failed << publish
                          << static_cast<int>(next);
    };
    row("some run", JobState::kRunning, 1, 3, 1, "all", JobState::kRunning);
    row("all good", JobState::kRunning, 0, 4, 0, "all", JobState::kPublishing);
    row("all good, nothing to publish", JobState::kRunning, 0, 4, 0, "", JobState::kDone);
    row("one bad, all wanted", JobState::kRunning, 0, 3, 1, "all", JobState::kFailed);
    row("one bad, any wanted", JobState::kRunning, 0, 3, 1, "any", JobState::kPublishing);
    row("none good, any wanted", JobState::kRunning, 0, 0, 4, "any", JobState::kFailed);
    row("cancelling, one runs", JobState::kCancelling, 1, 0, 0, "all", JobState::kCancelling);
    row("cancelling, none runs", JobState::kCancelling, 0, 4, 0, "all", JobState::kCancelled);
    row("environment waits", JobState::kEnvironment, 0, 4, 0, "all", JobState::kEnvironment);
  }
  void jobsEndByTheirTasks() {
    QFETCH(int, state);
    QFETCH(int, running);
    QFETCH(int, succeeded);
    QFETCH(int, failed);
    QFETCH(QString, publish);
    QFETCH(int, next);
    std::optional<PublishSpec> wanted;
    if (!publish.isEmpty()) {
      wanted.emplace();
      wanted->model = "m";
      wanted->when = publish == "any" ? PublishWhen::kAnySucceeded : PublishWhen::kAllSucceeded;
    }
    const TaskCounts counts{0, running, succeeded, failed, 0};
    QCOMPARE(static_cast<int>(judgeJob(static_cast<JobState>(state), counts, wanted).next), next);
  }
};

QTEST_APPLESS_MAIN(TstTrainingStates)
#include "tst_training_states.moc"
