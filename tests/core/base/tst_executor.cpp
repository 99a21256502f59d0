#include <QtTest>
#include <future>

#include "core/base/executor.h"

using namespace aerie;

class TstExecutor : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyTaskRunsOnce() {
    std::atomic<int> ran{0};
    {
      Executor executor({3, 10'000});
      for (int i = 0; i < 1'000; ++i) QVERIFY(executor.submit([&] { ++ran; }));
    }
    QCOMPARE(ran.load(), 1'000);
  }

  void aFullQueueRefuses() {
    std::promise<void> release;
    auto gate = release.get_future().share();
    std::promise<void> running;
    std::atomic<int> ran{0};
    Executor executor({1, 2});
    QVERIFY(executor.submit([&] {
      running.set_value();
      gate.wait();
    }));
    running.get_future().wait();
    QVERIFY(executor.submit([&] { ++ran; }));
    QVERIFY(executor.submit([&] { ++ran; }));
    QVERIFY(!executor.submit([&] { ran += 100; }));
    release.set_value();
    executor.drain();
    QCOMPARE(ran.load(), 2);
    QVERIFY(executor.submit([&] { ++ran; }));
    executor.drain();
    QCOMPARE(ran.load(), 3);
  }

  void drainWaitsForRunningTasks() {
    Executor executor({2, 100});
    std::promise<void> release;
    auto gate = release.get_future().share();
    std::atomic<int> done{0};
    for (int i = 0; i < 2; ++i) {
      QVERIFY(executor.submit([&] {
        gate.wait();
        ++done;
      }));
    }
    auto drained = std::async(std::launch::async, [&] {
      executor.drain();
      return done.load();
    });
    QCOMPARE(drained.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
    release.set_value();
    QCOMPARE(drained.get(), 2);
  }

  void tasksMaySubmitTasks() {
    std::atomic<int> ran{0};
    Executor executor({2, 100});
    QVERIFY(executor.submit([&] { ran += executor.submit([&] { ++ran; }) ? 1 : 0; }));
    QTRY_COMPARE(ran.load(), 2);
  }

  void withoutThreadsTasksRunInTheCaller() {
    Executor executor({0, 1});
    std::thread::id ran_in;
    QVERIFY(executor.submit([&] { ran_in = std::this_thread::get_id(); }));
    QCOMPARE(ran_in, std::this_thread::get_id());
    executor.drain();
  }

  void aTasksCapturesAreReleasedBeforeDrainReturns() {
    auto held = std::make_shared<int>(1);
    Executor executor({1, 10});
    QVERIFY(executor.submit([held] {}));
    executor.drain();
    QCOMPARE(held.use_count(), 1L);
  }
};

QTEST_GUILESS_MAIN(TstExecutor)
#include "tst_executor.moc"
