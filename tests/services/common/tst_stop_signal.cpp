#include <QtTest>
#include <signal.h>
#include <unistd.h>

#include "services/common/stop_signal.h"

using namespace aerie;

class TstStopSignal : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { services::blockStopSignals(); }

  void stopSignalsWakeTheWaiter_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("interrupt") << SIGINT;
  }
  void stopSignalsWakeTheWaiter() {
    QFETCH(int, signal);
    QCOMPARE(::kill(::getpid(), signal), 0);
    QCOMPARE(services::waitForStop(), signal);
  }

  void withoutASignalTheWaitTimesOut() { QCOMPARE(services::waitForStop(std::chrono::milliseconds(1)), 0); }

  void aDaemonCanStopItself() {
    std::thread other([] { services::requestStop(); });
    QCOMPARE(services::waitForStop(), SIGTERM);
    other.join();
  }

  void aClosedPeerIsNoSignal() {
    int fds[2];
    QCOMPARE(::pipe(fds), 0);
    ::close(fds[0]);
    QCOMPARE(::write(fds[1], "x", 1), ssize_t{-1});
    QCOMPARE(errno, EPIPE);
    ::close(fds[1]);
  }
};

// The signals must be blocked before Qt Test starts its own thread, as a daemon blocks them first in main.
int main(int argc, char** argv) {
  services::blockStopSignals();
  QCoreApplication application(argc, argv);
  TstStopSignal test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_stop_signal.moc"
