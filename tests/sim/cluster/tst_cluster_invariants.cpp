// What must hold at every moment of every scenario, over random ones.
#include <QtTest>
#include <map>

#include "sim/cluster/draws.h"
#include "tests/sim/cluster/cluster_scenarios.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::sim::cluster;

namespace {

constexpr std::int64_t kGiB = 1LL << 30;

class Dice final {
 public:
  explicit Dice(std::uint64_t seed) : draws_(seed, DrawFor::kOrder, 4'711) {}
  int from(int low, int high) { return low + static_cast<int>(draws_.uniform() * (high - low + 1)); }
  bool chance(double share) { return draws_.uniform() < share; }
  double real(double low, double high) { return low + draws_.uniform() * (high - low); }

 private:
  Draws draws_;
};

Distribution randomDuration(Dice& dice) {
  switch (dice.from(0, 4)) {
    case 0: return Distribution::constant(dice.from(1, 60));
    case 1: return {Distribution::Kind::kUniform, 0, 0, 1, 40, {}};
    case 2: return Distribution::exponential(dice.real(1, 40));
    case 3: return {Distribution::Kind::kEmpirical, 0, 0, 0, 0, {3, 5, 90}};
    default: return Distribution::lognormal(dice.real(5, 60), dice.real(0, 2));
  }
}

TaskGroup randomGroup(Dice& dice, const ClusterScenario& scenario, bool own) {
  const ClusterSpec& cluster = scenario.cluster;
  TaskGroup group;
  group.own = own;
  group.name = own ? "own" : "other";
  group.count = dice.from(1, 120);
  group.duration = randomDuration(dice);
  group.cores_busy = dice.real(0.2, 3);
  const double usable = cluster.cpus_per_host - cluster.reserved_cpus;
  group.cpus = std::min(usable, static_cast<double>(dice.from(1, 8)) / 2);
  if (scenario.queue.shared && dice.chance(0.5)) group.submit_at = dice.from(0, 300) * kSecond;
  if (scenario.queue.shared && dice.chance(0.4)) group.arrivals = {dice.real(50, 500), dice.from(1, 20), {}};
  if (group.arrivals.per_hour == 0) group.order = kOrders[dice.from(0, 3)];
  if (cluster.memory_per_host > 0) {
    group.memory = Distribution::lognormal(2.0 * kGiB, dice.real(0, 1));
    group.memory_request = dice.from(1, 4) * kGiB;
    group.memory_growth = dice.real(1, 2);
  }
  if (dice.chance(0.5)) group.failure_rate = dice.real(0, 0.3);
  group.retries = dice.from(0, 5);
  if (dice.chance(0.5)) group.retry_delay = dice.from(0, 20) * kSecond;
  if (scenario.queue.prefetch == 0 && dice.chance(0.3)) group.max_in_flight = dice.from(1, 10);
  return group;
}

ClusterScenario randomScenario(std::uint64_t seed) {
  Dice dice(seed);
  ClusterScenario scenario;
  scenario.name = "random";
  scenario.seed = seed;
  scenario.cluster.hosts = dice.from(1, 6);
  scenario.cluster.cpus_per_host = dice.from(2, 16);
  if (dice.chance(0.3)) scenario.cluster.reserved_cpus = dice.real(0, 1);
  if (dice.chance(0.5)) scenario.cluster.memory_per_host = dice.from(4, 32) * kGiB;
  if (dice.chance(0.3)) scenario.cluster.speed = dice.real(0.3, 3);
  if (dice.chance(0.5)) scenario.cluster.start_delay = Distribution::exponential(30);
  if (dice.chance(0.4)) scenario.cluster.time_to_failure = dice.from(2, 30) * kMinute;
  scenario.cluster.repair_time = dice.from(1, 5) * kMinute;
  scenario.cluster.idle_timeout = dice.from(0, 60) * kSecond;
  scenario.cluster.price_per_host_hour = dice.real(0, 2);
  scenario.queue.shared = dice.chance(0.5);
  if (dice.chance(0.5)) {
    scenario.queue.concurrency_per_host = dice.from(1, 4);
    if (dice.chance(0.5)) scenario.queue.prefetch = dice.from(1, 4);
  }
  scenario.queue.placement = kPlacements[dice.from(0, 2)];
  if (dice.chance(0.3)) scenario.queue.dispatch_overhead = dice.from(1, 2'000) * 1'000;
  if (dice.chance(0.3)) scenario.horizon = dice.from(1, 60) * kMinute;
  const int others = scenario.queue.shared ? dice.from(0, 3) : 0;
  for (int i = 0; i < others; ++i) scenario.groups.push_back(randomGroup(dice, scenario, false));
  scenario.groups.push_back(randomGroup(dice, scenario, true));
  return scenario;
}

// Follows every event and counts for itself.
class Referee final : public Observer {
 public:
  explicit Referee(const ClusterScenario& scenario)
      : scenario_(scenario), hosts_(static_cast<std::size_t>(scenario.cluster.hosts)) {}

  void onTask(const TaskEvent& event) override {
    require(event.time >= now_, "time runs forward");
    now_ = event.time;
    Task& task = tasks_[{event.group, event.task}];
    switch (event.kind) {
      case TaskEvent::Kind::kSubmitted:
        require(task.state == State::kNone, "submitted once");
        task.state = State::kQueued;
        break;
      case TaskEvent::Kind::kStarted: start(task, event); break;
      case TaskEvent::Kind::kEnded: end(task, event); break;
      case TaskEvent::Kind::kRetried:
        require(task.state == State::kTried, "retried after an attempt");
        task.state = State::kQueued;
        break;
      case TaskEvent::Kind::kGivenUp:
        require(task.state == State::kTried, "given up after an attempt");
        require(task.attempts == scenario_.groups[event.group].retries + 1, "all attempts were made");
        task.state = State::kFailed;
        break;
    }
  }
  void onHost(const HostEvent& event) override {
    require(event.time >= now_, "time runs forward");
    now_ = event.time;
    hosts_[static_cast<std::size_t>(event.host)].ready = event.kind != HostEvent::Kind::kLost;
  }

  std::string broken;  // the first rule that did not hold

  std::int64_t count(std::size_t group, bool finished) const {
    std::int64_t result = 0;
    for (const auto& [key, task] : tasks_)
      result += key.first == group && task.state == (finished ? State::kFinished : State::kFailed);
    return result;
  }

 private:
  enum class State { kNone, kQueued, kRunning, kTried, kFinished, kFailed };
  struct Task {
    State state = State::kNone;
    int attempts = 0;
    std::int32_t host = -1, lane = -1;
  };
  struct SeenHost {
    bool ready = false;
    int running = 0;
    double cpus = 0;
    std::map<std::int32_t, int> lanes;
  };

  void require(bool holds, const char* rule) {
    if (!holds && broken.empty()) broken = std::string(rule) + " at " + std::to_string(now_);
  }
  void start(Task& task, const TaskEvent& event) {
    require(task.state == State::kQueued, "starts from the queue");
    task.state = State::kRunning;
    ++task.attempts;
    require(event.attempt == task.attempts, "attempts are numbered");
    task.host = event.host;
    task.lane = event.lane;
    SeenHost& host = hosts_[static_cast<std::size_t>(event.host)];
    const TaskGroup& group = scenario_.groups[event.group];
    require(host.ready, "only ready hosts run tasks");
    require(++host.lanes[event.lane] == 1, "a slot runs one task");
    ++host.running;
    host.cpus += group.cpus;
    if (scenario_.queue.concurrency_per_host > 0) {
      require(host.running <= scenario_.queue.concurrency_per_host, "no more tasks than slots");
    } else {
      require(host.cpus <= scenario_.cluster.cpus_per_host - scenario_.cluster.reserved_cpus + 0.01,
              "no more CPUs than there are");
    }
    require(group.max_in_flight == 0 || ++in_flight_[event.group] <= group.max_in_flight, "the bound holds");
  }
  void end(Task& task, const TaskEvent& event) {
    require(task.state == State::kRunning, "ends what runs");
    require(task.host == event.host && task.lane == event.lane, "ends where it runs");
    task.state = event.ending == Ending::kFinished ? State::kFinished : State::kTried;
    SeenHost& host = hosts_[static_cast<std::size_t>(event.host)];
    --host.lanes[event.lane];
    --host.running;
    host.cpus -= scenario_.groups[event.group].cpus;
    --in_flight_[event.group];
  }

  const ClusterScenario& scenario_;
  SimTime now_ = 0;
  std::map<std::pair<std::uint16_t, std::uint32_t>, Task> tasks_;
  std::vector<SeenHost> hosts_;
  std::map<std::uint16_t, int> in_flight_;
};

#define HOLDS(condition) QVERIFY2(condition, qPrintable(QStringLiteral("seed %1").arg(seed)))

}  // namespace

class TstClusterInvariants : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyRuleHoldsInRandomScenarios() {
    std::int64_t failed = 0, lost = 0, killed = 0, retried = 0, unfinished = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      const ClusterScenario scenario = randomScenario(seed);
      Referee referee(scenario);
      const auto result = simulate(scenario, &referee);
      QVERIFY2(
          result.ok(),
          qPrintable(
              QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(toText(result.status())))));
      QVERIFY2(referee.broken.empty(), (std::to_string(seed) + ": " + referee.broken).c_str());
      HOLDS(result->complete);
      for (std::size_t i = 0; i < result->groups.size(); ++i) {
        const GroupResult& group = result->groups[i];
        HOLDS(group.submitted == group.queued + group.running + group.finished + group.failed);
        HOLDS(group.finished == referee.count(i, true) && group.failed == referee.count(i, false));
        HOLDS(group.queued >= 0 && group.running >= 0);
        if (group.own && scenario.horizon == 0)
          HOLDS(group.finished + group.failed == scenario.groups[i].count);
        failed += group.failed;
        lost += group.host_lost;
        killed += group.out_of_memory;
        retried += group.retries;
        unfinished += group.queued;
      }
      const ClusterSpec& cluster = scenario.cluster;
      const double hours = toSeconds(result->end + cluster.idle_timeout) / 3'600;
      HOLDS(std::abs(result->cost - cluster.hosts * hours * cluster.price_per_host_hour) < 1e-9);
      HOLDS(result->core_hours_used <= result->core_hours_paid + 1e-9);
      HOLDS(result->cpu_utilisation <= 1 + 1e-9 && result->slot_utilisation >= 0);
      for (const UtilisationSample& sample : result->series) {
        HOLDS(sample.cores_busy <= sample.cores_ready + 1e-6);
        HOLDS(sample.cores_ready <= cluster.hosts * cluster.cpus_per_host + 1e-6);
        if (scenario.queue.concurrency_per_host > 0) HOLDS(sample.slots_used <= sample.capacity + 1e-6);
      }
    }
    // The rare paths were walked.
    QVERIFY(failed > 100 && lost > 100 && killed > 100 && retried > 1'000 && unfinished > 100);
  }

  void countsAddUpAtEveryMoment() {
    for (std::uint64_t seed = 301; seed <= 330; ++seed) {
      auto simulation = ClusterSimulation::create(randomScenario(seed));
      AERIE_VERIFY_OK(simulation);
      for (int i = 0; i < 5'000 && !simulation->finished(); ++i) {
        const SimTime before = simulation->now();
        AERIE_VERIFY_OK(simulation->advanceTo(simulation->nextEvent()));
        HOLDS(simulation->now() >= before);
        const Snapshot seen = simulation->snapshot();
        std::int64_t running = 0, queued = 0, on_hosts = 0;
        double busy = 0;
        for (const GroupResult& group : seen.groups) {
          HOLDS(group.submitted == group.queued + group.running + group.finished + group.failed);
          running += group.running;
          queued += group.queued;
        }
        for (const HostSnapshot& host : seen.hosts) {
          on_hosts += host.running;
          busy += host.cores_busy;
          HOLDS(host.cores_busy <= simulation->scenario().cluster.cpus_per_host + 1e-9);
          HOLDS(host.memory_used >= 0 && host.memory_used <= simulation->scenario().cluster.memory_per_host);
          HOLDS(host.state == HostSnapshot::State::kReady || host.running + host.reserved == 0);
        }
        HOLDS(running == seen.slots_used && running == on_hosts && queued == seen.queued);
        HOLDS(std::abs(busy - seen.cores_busy) < 1e-6);
      }
    }
  }

  void noSlotIdlesWhileATaskWaits() {
    // Without prefetch, with equal requests and no bound: work is conserved.
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      ClusterScenario scenario = samples::drawn(3, 4, 200, Distribution::lognormal(20, 1), seed);
      scenario.groups[0].arrivals.per_hour = 2'400;
      auto simulation = ClusterSimulation::create(scenario);
      AERIE_VERIFY_OK(simulation);
      while (!simulation->finished()) {
        AERIE_VERIFY_OK(simulation->advanceTo(simulation->nextEvent()));
        const Snapshot seen = simulation->snapshot();
        HOLDS(seen.queued == 0 || seen.slots_used == seen.capacity);
      }
    }
  }
};

QTEST_GUILESS_MAIN(TstClusterInvariants)
#include "tst_cluster_invariants.moc"
