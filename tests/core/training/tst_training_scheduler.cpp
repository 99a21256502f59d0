// Scheduling decisions: rules one by one, then properties over random histories.
#include <QtTest>
#include <algorithm>
#include <random>

#include "core/training/scheduler.h"

using namespace aerie::training;

namespace {

constexpr std::int64_t kGiB = 1LL << 30;

HostSpec host(const std::string& name, int cpus, std::int64_t memory = 0, const std::string& pool = "") {
  return {name, pool, {cpus * 1'000, memory}, true, ""};
}
JobEntry entry(JobId id, int priority = 0, Order order = Order::kAsListed) {
  JobEntry e;
  e.id = id;
  e.priority = priority;
  e.order = order;
  e.submitted_ms = id;
  return e;
}
void enqueue(SchedulerState& state, JobId job, int from, int count, Resources request = {1'000, 0},
             std::int64_t expected = -1) {
  for (int i = 0; i < count; ++i)
    state.enqueue(job, {static_cast<TaskNumber>(from + i), request, 0, state.now(), expected});
}
std::vector<TaskNumber> tasksOf(const Decision& decision, JobId job) {
  std::vector<TaskNumber> result;
  for (const Start& start : decision.starts) {
    if (start.job == job) result.push_back(start.task);
  }
  return result;
}
Decision apply(SchedulerState& state, std::size_t most = 1'000) {
  Decision decision = decide(state, most);
  for (const Start& start : decision.starts) state.started(start);
  return decision;
}

}  // namespace

class TstTrainingScheduler final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void slotsAreFilledAndNotMore() {
    SchedulerState state;
    state.advanceTo(1'000);
    state.setHost(host("a", 2));
    state.setHost(host("b", 3));
    state.setJob(entry(1));
    enqueue(state, 1, 0, 10);
    QCOMPARE(apply(state).starts.size(), std::size_t{5});
    QCOMPARE(apply(state).starts.size(), std::size_t{0});
    QVERIFY(state.ended(1, 0));
    QVERIFY(!state.ended(1, 0));
    QCOMPARE(tasksOf(apply(state), 1), (std::vector<TaskNumber>{5}));
  }
  void memoryLimitsAsWell() {
    SchedulerState state;
    state.setHost(host("a", 8, 4 * kGiB));
    state.setJob(entry(1));
    enqueue(state, 1, 0, 10, {1'000, 2 * kGiB});
    QCOMPARE(apply(state).starts.size(), std::size_t{2});
    QCOMPARE(explain(state, 1, 2)->reason, PendingReason::kNoMemory);
  }
  void longestFirstUnknownBeforeAll() {
    SchedulerState state;
    state.setHost(host("a", 4));
    state.setJob(entry(1, 0, Order::kLongestFirst));
    state.enqueue(1, {0, {1'000, 0}, 0, 0, 10});
    state.enqueue(1, {1, {1'000, 0}, 0, 0, 30});
    state.enqueue(1, {2, {1'000, 0}, 0, 0, -1});
    state.enqueue(1, {3, {1'000, 0}, 0, 0, 20});
    QCOMPARE(tasksOf(apply(state), 1), (std::vector<TaskNumber>{2, 1, 3, 0}));
  }
  void retriesGoFirstAfterTheirBackOff() {
    SchedulerState state;
    state.advanceTo(1'000);
    state.setHost(host("a", 1));
    state.setJob(entry(1));
    enqueue(state, 1, 0, 3);
    state.enqueue(1, {9, {1'000, 0}, 1, 4'000, -1});
    QCOMPARE(tasksOf(apply(state), 1), (std::vector<TaskNumber>{0}));
    QCOMPARE(explain(state, 1, 9)->reason, PendingReason::kBackOff);
    QCOMPARE(state.nextLook(), std::optional<std::int64_t>(4'000));
    state.ended(1, 0);
    state.advanceTo(4'000);
    QCOMPARE(tasksOf(apply(state), 1), (std::vector<TaskNumber>{9}));
  }
  void clockThatGoesBackStands() {
    SchedulerState state;
    state.advanceTo(10'000);
    state.advanceTo(5'000);
    QCOMPARE(state.now(), 10'000);
  }
  void higherPriorityFirst() {
    SchedulerState state;
    state.setHost(host("a", 2));
    state.setJob(entry(1));
    state.setJob(entry(2, 5));
    enqueue(state, 1, 0, 4);
    enqueue(state, 2, 0, 4);
    QCOMPARE(tasksOf(apply(state), 2).size(), std::size_t{2});
  }
  void equalJobsShareEqually() {
    SchedulerState state;
    state.setHost(host("a", 9));
    for (JobId job = 1; job <= 3; ++job) {
      state.setJob(entry(job));
      enqueue(state, job, 0, 100);
    }
    const Decision decision = apply(state);
    for (JobId job = 1; job <= 3; ++job) QCOMPARE(tasksOf(decision, job).size(), std::size_t{3});
  }
  void maxInFlightQuotaAndPoolsHold() {
    SchedulerState state;
    state.setHost(host("shared", 10));
    state.setHost(host("own", 10, 0, "c2"));
    JobEntry first = entry(1);
    first.max_in_flight = 3;
    state.setJob(first);
    JobEntry second = entry(2);
    second.quota = {2'000, 0};
    state.setJob(second);
    enqueue(state, 1, 0, 10);
    enqueue(state, 2, 0, 10);
    const Decision decision = apply(state);
    QCOMPARE(tasksOf(decision, 1).size(), std::size_t{3});
    QCOMPARE(tasksOf(decision, 2).size(), std::size_t{2});
    for (const Start& start : decision.starts) QCOMPARE(start.host, std::string("shared"));
    QCOMPARE(explain(state, 1, 5)->reason, PendingReason::kMaxInFlight);
    QCOMPARE(explain(state, 2, 5)->reason, PendingReason::kClusterFull);
  }
  void everyReasonHasItsWords() {
    SchedulerState state;
    JobEntry closed = entry(1);
    closed.open = false;
    closed.why_not = "the environment is being built";
    state.setJob(closed);
    enqueue(state, 1, 0, 2);
    QCOMPARE(explain(state, 1, 0)->text, std::string("the environment is being built"));
    state.setJob(entry(1));
    QCOMPARE(explain(state, 1, 0)->reason, PendingReason::kNoHost);
    HostSpec down = host("a", 2);
    down.ready = false;
    down.why_not = "no answer for 20 s";
    state.setHost(down);
    QVERIFY(explain(state, 1, 0)->text.find("no answer for 20 s") != std::string::npos);
    state.setHost(host("a", 2));
    QCOMPARE(explain(state, 1, 0)->reason, PendingReason::kNext);
    QVERIFY(explain(state, 1, 1)->text.find("1 tasks of its job go first") != std::string::npos);
    state.enqueue(1, {7, {4'000, 0}, 0, 0, -1});
    QCOMPARE(explain(state, 1, 7)->text,
             std::string("needs 4 CPUs; the largest host has 2 CPUs: lower resources, or use larger hosts"));
    apply(state);
    state.enqueue(1, {8, {2'000, 0}, 0, 0, -1});
    QCOMPARE(explain(state, 1, 8)->text, std::string("needs 2 CPUs; a has 0 CPUs of 2 CPUs free"));
    QVERIFY(!explain(state, 1, 0));
    QVERIFY(!explain(state, 3, 0));
  }
  void largeTaskIsNotOvertakenForEver() {
    SchedulerState state;
    state.setHost(host("a", 4));
    state.setJob(entry(1));
    state.setJob(entry(2));
    enqueue(state, 1, 0, 4);
    apply(state);
    state.enqueue(2, {0, {4'000, 0}, 0, 0, -1});
    TaskNumber next = 4;
    std::int64_t now = 0;
    bool started = false;
    bool held = false;
    // Small tasks end one after the other, and new ones keep coming.
    for (int i = 0; i < 100 && !started; ++i) {
      now += 1'000;
      state.advanceTo(now);
      enqueue(state, 1, static_cast<int>(next++), 1);
      for (TaskNumber n = 0; n < next; ++n) {
        if (state.jobs().at(1).queue.find(n) == nullptr && state.ended(1, n)) break;
      }
      const Decision decision = apply(state);
      held = held || !decision.holds.empty();
      if (!decision.holds.empty() && state.hosts().at("a").used.cpu_millis < 4'000)
        QCOMPARE(explain(state, 1, next - 1, decision.holds)->reason, PendingReason::kHostHeld);
      started = !tasksOf(decision, 2).empty();
    }
    QVERIFY(held);
    QVERIFY(started);
    QVERIFY(now <= kPatienceMs + 10'000);
  }
  void lowPriorityAgesUntilItStarts() {
    SchedulerState state;
    state.setHost(host("a", 1));
    state.setJob(entry(1, kLowestPriority));
    state.setJob(entry(2, kHighestPriority));
    enqueue(state, 1, 0, 1);
    std::int64_t now = 0;
    TaskNumber next = 0;
    bool started = false;
    while (!started && now < 10 * 3'600'000) {
      enqueue(state, 2, static_cast<int>(next), 1);
      const Decision decision = apply(state);
      started = !tasksOf(decision, 1).empty();
      now += 60'000;
      state.advanceTo(now);
      if (!started && state.ended(2, next)) ++next;
    }
    QVERIFY(started);
    QVERIFY(now <= (kHighestPriority - kLowestPriority + 2) * kAgingMs);
  }
  void restartedStateCountsWhatRuns() {
    SchedulerState state;
    state.started({1, 5, "a", {1'000, 0}});  // before its job and host are known
    state.setJob(entry(1));
    state.setHost(host("a", 2));
    enqueue(state, 1, 6, 3);
    QCOMPARE(apply(state).starts.size(), std::size_t{1});
    state.ended(1, 5);
    QCOMPARE(state.hosts().at("a").used.cpu_millis, 1'000);
  }

  void randomHistoriesKeepTheRules_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed) QTest::addRow("seed %d", seed) << seed;
  }
  void randomHistoriesKeepTheRules() {
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto pick = [&](int low, int high) {
      return std::uniform_int_distribution<int>(low, high)(random);
    };
    SchedulerState state;
    const int hosts = pick(1, 4);
    for (int h = 0; h < hosts; ++h)
      state.setHost(host("h" + std::to_string(h), pick(2, 16), pick(0, 1) * 16 * kGiB));
    std::map<std::pair<JobId, TaskNumber>, Start> running;
    std::map<JobId, JobEntry> jobs;
    std::map<std::pair<JobId, TaskNumber>, int> starts;
    std::map<JobId, TaskNumber> next;
    std::int64_t now = 0;
    std::size_t queued = 0;
    for (int step = 0; step < 400; ++step) {
      now += pick(0, 20'000);
      state.advanceTo(now);
      if (jobs.size() < 6 && pick(0, 9) == 0) {
        JobEntry job = entry(static_cast<JobId>(jobs.size()) + 1, pick(-10, 10),
                             pick(0, 1) == 0 ? Order::kAsListed : Order::kLongestFirst);
        job.submitted_ms = now;
        job.max_in_flight = pick(0, 3) == 0 ? pick(1, 5) : 0;
        job.quota = pick(0, 3) == 0 ? Resources{pick(2, 8) * 1'000, 0} : Resources{};
        jobs[job.id] = job;
        state.setJob(job);
      }
      for (int i = pick(0, 6); i > 0 && !jobs.empty() && step < 300; --i) {
        const JobId job = pick(1, static_cast<int>(jobs.size()));
        state.enqueue(job, {next[job]++,
                            {pick(1, 4) * 500, pick(0, 2) * kGiB},
                            0,
                            now + pick(0, 1) * pick(0, 60'000),
                            pick(-1, 100)});
        ++queued;
      }
      for (int i = pick(0, 5); i > 0 && !running.empty(); --i) {
        auto it = running.begin();
        std::advance(it, pick(0, static_cast<int>(running.size()) - 1));
        QVERIFY(state.ended(it->first.first, it->first.second));
        if (pick(0, 9) == 0) {  // a retry
          state.enqueue(it->first.first,
                        {it->first.second, it->second.request, 1, now + pick(0, 30'000), -1});
          --starts[it->first];
        }
        running.erase(it);
      }
      const Decision decision = decide(state, static_cast<std::size_t>(pick(1, 50)));
      for (const Start& start : decision.starts) {
        const QueuedTask* task = state.jobs().at(start.job).queue.find(start.task);
        QVERIFY(task != nullptr && task->ready_ms <= now);
        state.started(start);
        QVERIFY(running.emplace(std::pair(start.job, start.task), start).second);
        QCOMPARE(++starts[std::pair(start.job, start.task)], 1);
      }
      checkCapacity(state, running, jobs);
      if (QTest::currentTestFailed()) return;
    }
    // When nothing new comes and everything ends, everything has run: nothing starves.
    for (int round = 0; round < 5'000; ++round) {
      now += 30'000;
      state.advanceTo(now);
      for (const auto& [key, start] : running) QVERIFY(state.ended(key.first, key.second));
      running.clear();
      for (const Start& start : decide(state, 1'000).starts) {
        state.started(start);
        running.emplace(std::pair(start.job, start.task), start);
        ++starts[std::pair(start.job, start.task)];
      }
      if (running.empty() && !waits(state)) break;
    }
    std::size_t ran = 0;
    for (const auto& [key, count] : starts) ran += count == 1 ? 1 : 0;
    for (const auto& [id, job] : state.jobs()) {
      for (const auto& [request, keys] : job.queue.ready()) {
        const auto why = explain(state, id, keys.begin()->number);
        QVERIFY2(why->reason == PendingReason::kTooLarge || why->reason == PendingReason::kClusterFull,
                 why->text.c_str());
        ran += keys.size();
      }
    }
    QCOMPARE(ran, queued);
  }

 private:
  static bool waits(const SchedulerState& state) {
    for (const auto& [id, job] : state.jobs()) {
      if (!job.queue.waiting().empty()) return true;
    }
    return false;
  }
  static void checkCapacity(const SchedulerState& state,
                            const std::map<std::pair<JobId, TaskNumber>, Start>& running,
                            const std::map<JobId, JobEntry>& jobs) {
    std::map<std::string, Resources> on_host;
    std::map<JobId, Resources> of_job;
    std::map<JobId, int> count;
    for (const auto& [key, start] : running) {
      on_host[start.host].cpu_millis += start.request.cpu_millis;
      on_host[start.host].memory_bytes += start.request.memory_bytes;
      of_job[key.first].cpu_millis += start.request.cpu_millis;
      ++count[key.first];
    }
    for (const auto& [name, used] : on_host) {
      const Resources& capacity = state.hosts().at(name).spec.capacity;
      QVERIFY(used.cpu_millis <= capacity.cpu_millis);
      QVERIFY(capacity.memory_bytes == 0 || used.memory_bytes <= capacity.memory_bytes);
      QCOMPARE(state.hosts().at(name).used, used);
    }
    for (const auto& [id, job] : jobs) {
      QVERIFY(job.max_in_flight == 0 || count[id] <= job.max_in_flight);
      QVERIFY(job.quota.cpu_millis == 0 || of_job[id].cpu_millis <= job.quota.cpu_millis);
    }
  }
};

QTEST_APPLESS_MAIN(TstTrainingScheduler)
#include "tst_training_scheduler.moc"
