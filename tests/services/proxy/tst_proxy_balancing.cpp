// Budgets, ejection, the choice of replicas, and one chunk's attempts.
#include <QtTest>
#include <set>
#include <thread>

#include "core/base/status.h"
#include "services/proxy/chunk_call.h"
#include "services/proxy/outlier_ejector.h"
#include "services/proxy/replica_set.h"
#include "services/proxy/token_budget.h"
#include "tests/services/proxy/fakes.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// An endpoint of fake replicas and a chunk on its way to it.
struct Bench {
  explicit Bench(std::size_t replica_count, EndpointConfig config = {}, Endpoint::Budgets budgets = {}) {
    config.name = "v2";
    std::vector<std::shared_ptr<Replica>> replicas;
    for (std::size_t i = 0; i < replica_count; ++i) {
      workers.push_back(std::make_shared<FakeWorker>());
      replicas.push_back(std::make_shared<Replica>("unix:/" + std::to_string(i),
                                                   std::make_unique<FakeWorkerClient>(workers.back()),
                                                   OutlierEjector::Options{}, i));
    }
    endpoint = std::make_shared<Endpoint>(config, replicas, clock, budgets);
  }
  std::shared_ptr<ChunkCall> send(MonoTime deadline = MonoTime::max()) {
    QTest::qVerify(endpoint->tryEnter(), "tryEnter", "", __FILE__, __LINE__);
    auto call = ChunkCall::create({clock, timers, counters}, endpoint, std::make_shared<v1::WorkerRequest>(),
                                  deadline, [this](ChunkOutcome outcome) {
                                    ++answers;
                                    last = std::move(outcome);
                                  });
    call->start();
    return call;
  }
  // The calls of all replicas that nobody has answered yet.
  std::vector<std::shared_ptr<FakeWorker::Pending>> open() const {
    std::vector<std::shared_ptr<FakeWorker::Pending>> result;
    for (const auto& worker : workers) {
      for (const auto& call : worker->calls) {
        if (call->done) result.push_back(call);
      }
    }
    return result;
  }
  ManualClock clock;
  ManualTimers timers;
  CallCounters counters;
  std::vector<std::shared_ptr<FakeWorker>> workers;
  std::shared_ptr<Endpoint> endpoint;
  int answers = 0;
  ChunkOutcome last;
};

WorkerAnswer ok(const std::string& id) {
  WorkerAnswer answer;
  answer.response.set_request_id(id);
  return answer;
}

}  // namespace

class TstProxyBalancing final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void budgetAllowsItsShareOfRequests();
  void budgetRefillsWithTime();
  void budgetNeverHoldsMoreThanItsBurst();
  void budgetIsNotOverdrawnByManyThreads();
  void ejectsAfterConsecutiveFailuresOnly();
  void oneCallerProbesAfterTheBackoff();
  void backoffDoublesAndSucceedingResetsIt();
  void abandonedProbeIsGivenToTheNextCaller();
  void prefersTheLessBusyReplica();
  void neverPicksTheEjectedWhileOthersAreHealthy();
  void triesTheLastReplicaWhenAllAreEjected();
  void endpointBoundsWhatIsInFlight();
  void retriesOnceOnAnotherReplica();
  void answersOfTheWorkerAreNotRetried_data();
  void answersOfTheWorkerAreNotRetried();
  void callsCancelledByAStoppingWorkerAreRetried();
  void retriesStopWhenTheBudgetIsEmpty();
  void hedgeAnswersFirstAndLoserIsCancelled();
  void failedHedgeLeavesTheFirstCallAlone();
  void hedgesStopWhenTheBudgetIsEmpty();
  void noHedgeAfterTheAnswer();
  void cancelReachesTheWorkerAndAnswersOnce();
  void placeIsLeftWhenDecided();
  void noReplicaIsUnavailable();
};

void TstProxyBalancing::budgetAllowsItsShareOfRequests() {
  const ManualClock clock;
  TokenBudget budget(clock, {0.1, 0, 100, false});
  QVERIFY(!budget.take());
  for (int i = 0; i < 1000; ++i) budget.deposit();
  int taken = 0;
  while (budget.take()) ++taken;
  QCOMPARE(taken, 100);
}

void TstProxyBalancing::budgetRefillsWithTime() {
  ManualClock clock;
  TokenBudget budget(clock, {0.1, 2, 100, false});
  while (budget.take()) {
  }
  clock.advance(milliseconds(400));
  QVERIFY(!budget.take());
  clock.advance(milliseconds(100));
  QVERIFY(budget.take());
  QVERIFY(!budget.take());
}

void TstProxyBalancing::budgetNeverHoldsMoreThanItsBurst() {
  ManualClock clock;
  TokenBudget budget(clock, {1, 10, 5, true});
  for (int i = 0; i < 100; ++i) budget.deposit();
  clock.advance(seconds(100));
  int taken = 0;
  while (budget.take()) ++taken;
  QCOMPARE(taken, 5);
}

void TstProxyBalancing::budgetIsNotOverdrawnByManyThreads() {
  const ManualClock clock;
  TokenBudget budget(clock, {0, 0, 1000, true});
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) {
        if (budget.take()) ++taken;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  QCOMPARE(taken.load(), 1000);
}

void TstProxyBalancing::ejectsAfterConsecutiveFailuresOnly() {
  const ManualClock clock;
  OutlierEjector ejector({3, seconds(1), seconds(10), 0}, 1);
  for (int round = 0; round < 5; ++round) {
    ejector.onConnectionFailure(clock.monoNow(), "refused");
    ejector.onConnectionFailure(clock.monoNow(), "refused");
    ejector.onSuccess();
  }
  QVERIFY(ejector.healthy());
  for (int i = 0; i < 3; ++i) ejector.onConnectionFailure(clock.monoNow(), "connection refused");
  QVERIFY(!ejector.healthy());
  QCOMPARE(ejector.reason(), std::string("connection refused"));
}

void TstProxyBalancing::oneCallerProbesAfterTheBackoff() {
  ManualClock clock;
  OutlierEjector ejector({1, seconds(1), seconds(10), 0}, 1);
  ejector.onConnectionFailure(clock.monoNow(), "refused");
  QVERIFY(!ejector.tryProbe(clock.monoNow()));
  clock.advance(seconds(1));
  QVERIFY(ejector.tryProbe(clock.monoNow()));
  QVERIFY(!ejector.tryProbe(clock.monoNow()));
  ejector.onSuccess();
  QVERIFY(ejector.healthy());
  QVERIFY(ejector.reason().empty());
}

void TstProxyBalancing::backoffDoublesAndSucceedingResetsIt() {
  ManualClock clock;
  OutlierEjector ejector({1, seconds(1), seconds(3), 0}, 1);
  const auto waitBeforeProbe = [&] {
    int waited = 0;
    while (!ejector.tryProbe(clock.monoNow())) {
      clock.advance(milliseconds(100));
      waited += 100;
    }
    return waited;
  };
  ejector.onConnectionFailure(clock.monoNow(), "refused");
  QCOMPARE(waitBeforeProbe(), 1000);
  ejector.onConnectionFailure(clock.monoNow(), "refused");
  QCOMPARE(waitBeforeProbe(), 2000);
  ejector.onInconclusive(clock.monoNow(), true);  // a probe that times out has failed
  QCOMPARE(waitBeforeProbe(), 3000);              // the bound
  ejector.onSuccess();
  ejector.onConnectionFailure(clock.monoNow(), "refused");
  QCOMPARE(waitBeforeProbe(), 1000);
}

void TstProxyBalancing::abandonedProbeIsGivenToTheNextCaller() {
  ManualClock clock;
  OutlierEjector ejector({1, seconds(1), seconds(3), 0}, 1);
  ejector.onConnectionFailure(clock.monoNow(), "refused");
  clock.advance(seconds(1));
  QVERIFY(ejector.tryProbe(clock.monoNow()));
  ejector.onInconclusive(clock.monoNow(), false);
  QVERIFY(ejector.tryProbe(clock.monoNow()));
}

void TstProxyBalancing::prefersTheLessBusyReplica() {
  Bench bench(2);
  const auto& replicas = bench.endpoint->replicas().replicas();
  replicas[0]->begin();
  for (int i = 0; i < 50; ++i)
    QCOMPARE(bench.endpoint->replicas().pick(bench.clock.monoNow())->url(), replicas[1]->url());
  replicas[0]->end();
}

void TstProxyBalancing::neverPicksTheEjectedWhileOthersAreHealthy() {
  Bench bench(3);
  const auto& replicas = bench.endpoint->replicas().replicas();
  for (int i = 0; i < 3; ++i) replicas[1]->ejector().onConnectionFailure(bench.clock.monoNow(), "refused");
  std::set<std::string> picked;
  for (int i = 0; i < 200; ++i) picked.insert(bench.endpoint->replicas().pick(bench.clock.monoNow())->url());
  QCOMPARE(picked, (std::set<std::string>{replicas[0]->url(), replicas[2]->url()}));
}

void TstProxyBalancing::triesTheLastReplicaWhenAllAreEjected() {
  Bench one(1);
  for (int i = 0; i < 3; ++i)
    one.endpoint->replicas().replicas()[0]->ejector().onConnectionFailure(one.clock.monoNow(), "refused");
  QVERIFY(one.endpoint->replicas().pick(one.clock.monoNow()) != nullptr);
  Bench two(2);
  for (const auto& replica : two.endpoint->replicas().replicas()) {
    for (int i = 0; i < 3; ++i) replica->ejector().onConnectionFailure(two.clock.monoNow(), "refused");
  }
  QVERIFY(two.endpoint->replicas().pick(two.clock.monoNow()) != nullptr);
}

void TstProxyBalancing::endpointBoundsWhatIsInFlight() {
  EndpointConfig config;
  config.max_in_flight = 2;
  Bench bench(1, config);
  QVERIFY(bench.endpoint->tryEnter());
  QVERIFY(!bench.endpoint->tryEnter(1));  // keeps one place free
  QVERIFY(bench.endpoint->tryEnter());
  QVERIFY(!bench.endpoint->tryEnter());
  bench.endpoint->leave();
  QVERIFY(bench.endpoint->tryEnter());
}

void TstProxyBalancing::retriesOnceOnAnotherReplica() {
  Bench bench(3);
  bench.send();
  QCOMPARE(bench.open().size(), 1U);
  const auto first = bench.open()[0];
  first->answer({unavailable("connection refused"), {}});
  QCOMPARE(bench.answers, 0);
  QCOMPARE(bench.open().size(), 1U);
  for (const auto& worker : bench.workers) QVERIFY(worker->calls.size() <= 1U);
  bench.open()[0]->answer({unavailable("connection refused"), {}});
  QCOMPARE(bench.answers, 1);
  QVERIFY(absl::IsUnavailable(bench.last.status));
  QVERIFY(messageOf(bench.last.status).find("worker endpoint v2 at unix:/") != std::string::npos);
  QCOMPARE(bench.counters.retries.load(), 1U);
}

void TstProxyBalancing::answersOfTheWorkerAreNotRetried_data() {
  QTest::addColumn<int>("code");
  QTest::newRow("bad request") << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("timed out, may have run") << static_cast<int>(absl::StatusCode::kDeadlineExceeded);
  QTest::newRow("worker bug") << static_cast<int>(absl::StatusCode::kInternal);
  QTest::newRow("worker overloaded") << static_cast<int>(absl::StatusCode::kResourceExhausted);
}

void TstProxyBalancing::answersOfTheWorkerAreNotRetried() {
  QFETCH(int, code);
  Bench bench(2);
  bench.send();
  bench.open()[0]->answer({absl::Status(static_cast<absl::StatusCode>(code), "no"), {}});
  QCOMPARE(bench.answers, 1);
  QCOMPARE(static_cast<int>(bench.last.status.code()), code);
  QVERIFY(bench.open().empty());
}

void TstProxyBalancing::callsCancelledByAStoppingWorkerAreRetried() {
  Bench bench(2);
  bench.send();
  bench.open()[0]->answer({absl::CancelledError("CANCELLED"), {}});
  QCOMPARE(bench.answers, 0);
  bench.open().at(0)->answer(ok("other"));
  QCOMPARE(bench.last.response.request_id(), std::string("other"));
}

void TstProxyBalancing::retriesStopWhenTheBudgetIsEmpty() {
  Endpoint::Budgets budgets;
  budgets.retry = {0.1, 0, 10, false};
  Bench bench(2, {}, budgets);
  for (const auto& worker : bench.workers) worker->behave = FakeWorker::fails(unavailable("refused"));
  for (int i = 0; i < 60; ++i) bench.send();
  QCOMPARE(bench.answers, 60);
  QCOMPARE(bench.counters.retries.load(), 6U);
}

void TstProxyBalancing::hedgeAnswersFirstAndLoserIsCancelled() {
  EndpointConfig config;
  config.hedge_after = milliseconds(5);
  Bench bench(2, config);
  bench.send();
  const auto slow = bench.open()[0];
  QCOMPARE(bench.timers.entries.at(0)->delay, Duration(milliseconds(5)));
  bench.timers.fire();
  QCOMPARE(bench.open().size(), 2U);
  const auto open = bench.open();
  const auto fast = open[0] == slow ? open[1] : open[0];
  fast->answer(ok("fast"));
  QCOMPARE(bench.answers, 1);
  QCOMPARE(bench.last.response.request_id(), std::string("fast"));
  QVERIFY(slow->cancelled);
  slow->answer({absl::CancelledError("loser"), {}});
  QCOMPARE(bench.answers, 1);
  QCOMPARE(bench.counters.hedges.load(), 1U);
  for (const auto& replica : bench.endpoint->replicas().replicas()) QCOMPARE(replica->outstanding(), 0U);
}

void TstProxyBalancing::failedHedgeLeavesTheFirstCallAlone() {
  EndpointConfig config;
  config.hedge_after = milliseconds(5);
  Bench bench(2, config);
  bench.send();
  const auto slow = bench.open()[0];
  bench.timers.fire();
  const auto open = bench.open();
  (open[0] == slow ? open[1] : open[0])->answer({internalError("broken"), {}});
  QCOMPARE(bench.answers, 0);
  QVERIFY(!slow->cancelled);
  slow->answer(ok("slow"));
  QCOMPARE(bench.answers, 1);
  QVERIFY(bench.last.status.ok());
}

void TstProxyBalancing::hedgesStopWhenTheBudgetIsEmpty() {
  EndpointConfig config;
  config.hedge_after = milliseconds(5);
  Endpoint::Budgets budgets;
  budgets.hedge = {0.1, 0, 10, false};
  Bench bench(2, config, budgets);
  for (int i = 0; i < 50; ++i) bench.send();
  bench.timers.fire();
  QCOMPARE(bench.counters.hedges.load(), 5U);
  for (const auto& call : bench.open()) call->answer(ok("x"));
  QCOMPARE(bench.answers, 50);
}

void TstProxyBalancing::noHedgeAfterTheAnswer() {
  EndpointConfig config;
  config.hedge_after = milliseconds(5);
  Bench bench(2, config);
  bench.send();
  const auto entry = bench.timers.entries.at(0);
  bench.open()[0]->answer(ok("x"));
  QVERIFY(entry->cancelled);
  entry->function();  // a timer that was already running
  QVERIFY(bench.open().empty());
}

void TstProxyBalancing::cancelReachesTheWorkerAndAnswersOnce() {
  Bench bench(2);
  const auto call = bench.send();
  const auto pending = bench.open()[0];
  call->cancel();
  QVERIFY(pending->cancelled);
  pending->answer({absl::CancelledError("cancelled"), {}});
  QCOMPARE(bench.answers, 1);
  QVERIFY(absl::IsCancelled(bench.last.status));
  call->cancel();
  QCOMPARE(bench.answers, 1);
}

void TstProxyBalancing::placeIsLeftWhenDecided() {
  Bench bench(1);
  bench.send();
  QCOMPARE(bench.endpoint->inFlight(), 1U);
  bench.open()[0]->answer(ok("x"));
  QCOMPARE(bench.endpoint->inFlight(), 0U);
}

void TstProxyBalancing::noReplicaIsUnavailable() {
  Bench bench(0);
  bench.send();
  QCOMPARE(bench.answers, 1);
  QVERIFY(absl::IsUnavailable(bench.last.status));
  QVERIFY(messageOf(bench.last.status).find("v2 has no replica") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstProxyBalancing)
#include "tst_proxy_balancing.moc"
