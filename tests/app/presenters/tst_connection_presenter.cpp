#include <QSignalSpy>
#include <QTest>

#include "app/presenters/connection_presenter.h"
#include "core/base/clock.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie {

using presenters::ConnectionPresenter;
using State = rpc::Connection::State;

// The words for the tie to the control plane, in each of its states.
class TstConnectionPresenter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nobodyAnsweredYet();
  void connectedAllIsWell();
  void lostDataIsOfThePast();

 private:
  struct Bench {
    testing::FakeControl control;
    SystemClock clock;
    rpc::Connection connection{control, clock, options()};
    ConnectionPresenter presenter{connection};
    Bench() { testing::fillDemo(control); }
    static rpc::Connection::Options options() {
      rpc::Connection::Options out;
      out.address = QStringLiteral("127.0.0.1:7700");
      out.updateInterval = std::chrono::milliseconds(5);
      return out;
    }
  };
};

void TstConnectionPresenter::nobodyAnsweredYet() {
  Bench b;
  b.control.reachable = false;
  QVERIFY(!b.presenter.online());
  QCOMPARE(b.presenter.ageText(), QStringLiteral("No data yet"));
  b.connection.start();
  QTRY_VERIFY(b.connection.state() == State::Disconnected && b.connection.retryIn());
  QVERIFY2(b.presenter.word().startsWith(QLatin1String("Not connected, retry in ")),
           qPrintable(b.presenter.word()));
  QCOMPARE(b.presenter.tone(), models::Tone::Warning);
  QVERIFY(b.presenter.headline().isEmpty());  // nothing was lost; the start page speaks
  QVERIFY(!b.presenter.whyDisabled().isEmpty());
  for (const char* part : {"127.0.0.1:7700", "Reason: ", "connection refused"})
    QVERIFY2(b.presenter.explanation().contains(QLatin1String(part)), qPrintable(b.presenter.explanation()));
  b.control.reachable = true;
  b.presenter.retryNow();
  QTRY_VERIFY(b.presenter.online());
}

void TstConnectionPresenter::connectedAllIsWell() {
  Bench b;
  QSignalSpy changed(&b.presenter, &ConnectionPresenter::changed);
  QSignalSpy aged(&b.presenter, &ConnectionPresenter::ageChanged);
  b.connection.start();
  QTRY_VERIFY(b.presenter.online());
  QVERIFY(changed.count() > 0);
  QVERIFY(b.presenter.everOnline());
  QVERIFY(b.presenter.word().startsWith(QLatin1String("Connected")));
  QCOMPARE(b.presenter.tone(), models::Tone::Ok);
  QVERIFY(b.presenter.headline().isEmpty());
  QVERIFY(b.presenter.whyDisabled().isEmpty());
  QVERIFY(!b.presenter.explanation().contains(QLatin1String("Reason: ")));
  QTRY_VERIFY(b.presenter.ageText().startsWith(QLatin1String("Updated ")));
  QTRY_VERIFY(aged.count() > 0);
}

void TstConnectionPresenter::lostDataIsOfThePast() {
  Bench b;
  b.connection.start();
  QTRY_VERIFY(b.presenter.online());
  b.control.reachable = false;
  b.control.dropWatch(unavailable("the control plane went away"));
  QTRY_COMPARE(b.connection.state(), State::Lost);
  QCOMPARE(b.presenter.tone(), models::Tone::Danger);
  QVERIFY2(b.presenter.headline().contains(QLatin1String("127.0.0.1:7700")),
           qPrintable(b.presenter.headline()));
  QVERIFY2(b.presenter.word().contains(QLatin1String("lost")), qPrintable(b.presenter.word()));
  QVERIFY(b.presenter.explanation().contains(QLatin1String("went away")));
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstConnectionPresenter)
#include "tst_connection_presenter.moc"
