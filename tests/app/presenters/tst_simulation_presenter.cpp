#include <QSignalSpy>
#include <QTest>

#include "app/presenters/simulation_presenter.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_simulation.h"

namespace aerie {

using presenters::SimulationPresenter;
using Situation = SimulationPresenter::Situation;
using testing::FakeSimulation;

class TstSimulationPresenter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothingIsWatchedWhileHidden();
  void theFirstStateMakesItLive();
  void aLostSimulationKeepsItsStateAndComesBack();
  void trafficIsChangedByItsParts();
  void aRefusedChangeSaysWhichAndWhy();
  void aFaultIsBusyAtOnceAndCannotBeStruckTwice();
  void aFaultThatFailsIsNotBusyAnyMore();
  void wordsAreOursWhereWeKnowThemAndTheirsElsewhere();
  void worldTimeIsShownInTheLocale();
};

void TstSimulationPresenter::nothingIsWatchedWhileHidden() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  QCOMPARE(fake.watchers(), 0);
  presenter.setWatching(true);
  QCOMPARE(fake.watchers(), 1);
  presenter.setWatching(true);
  QCOMPARE(fake.watchers(), 1);
  presenter.setWatching(false);
  QCOMPARE(fake.watchers(), 0);
}

void TstSimulationPresenter::theFirstStateMakesItLive() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  QCOMPARE(presenter.situation(), Situation::Loading);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  QCOMPARE(presenter.state(), fake.state);
  QTRY_COMPARE(presenter.scenarios(), fake.scenarios);
}

void TstSimulationPresenter::aLostSimulationKeepsItsStateAndComesBack() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  fake.reachable = false;
  fake.dropWatch(unavailable("the socket is gone"));
  QTRY_COMPARE(presenter.situation(), Situation::Lost);
  QVERIFY(presenter.problem().contains(QLatin1String("the socket is gone")));
  QCOMPARE(presenter.state().sent, fake.state.sent);
  fake.reachable = true;
  QTRY_COMPARE(presenter.situation(), Situation::Live);
}

void TstSimulationPresenter::trafficIsChangedByItsParts() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  presenter.setRunning(false);
  presenter.setRate(12);
  presenter.setSpeed(60);
  presenter.setScenario(QStringLiteral("daily"));
  QVERIFY(presenter.busy());
  QTRY_VERIFY(!presenter.busy());
  QCOMPARE(fake.calls,
           (QStringList{QStringLiteral("setTraffic stop"), QStringLiteral("setTraffic rate 12"),
                        QStringLiteral("setTraffic speed 60"), QStringLiteral("setTraffic scenario daily")}));
  QVERIFY(!presenter.state().running);
  QCOMPARE(presenter.state().scenario, QStringLiteral("daily"));
}

void TstSimulationPresenter::aRefusedChangeSaysWhichAndWhy() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  QSignalSpy failed(&presenter, &SimulationPresenter::failed);
  fake.failNext = invalidArgument("rate 9 must be more");
  presenter.setRate(9);
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed[0][0].toString().contains(QLatin1String("rate")));
  QVERIFY(failed[0][1].toString().contains(QLatin1String("must be more")));
  QVERIFY(!presenter.busy());
}

void TstSimulationPresenter::aFaultIsBusyAtOnceAndCannotBeStruckTwice() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  fake.hold = true;
  const QString name = QStringLiteral("pause_sidecar");
  presenter.setFault(name, true);
  QVERIFY(presenter.state().faults[1].busy);
  presenter.setFault(name, true);
  QCOMPARE(fake.calls, QStringList{QStringLiteral("setFault pause_sidecar on")});
  fake.release();
  QTRY_VERIFY(presenter.state().faults[1].on);
  QVERIFY(!presenter.state().faults[1].busy);
}

void TstSimulationPresenter::aFaultThatFailsIsNotBusyAnyMore() {
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  QSignalSpy failed(&presenter, &SimulationPresenter::failed);
  fake.failNext = failedPrecondition("no serving replica");
  presenter.setFault(QStringLiteral("kill_worker"), true);
  QTRY_COMPARE(failed.count(), 1);
  QVERIFY(failed[0][0].toString().contains(QLatin1String("Kill a worker")));
  QVERIFY(!presenter.state().faults[0].busy);
}

void TstSimulationPresenter::wordsAreOursWhereWeKnowThemAndTheirsElsewhere() {
  rpc::SimulationFault known;
  known.name = QStringLiteral("kill_worker");
  known.title = QStringLiteral("theirs");
  QCOMPARE(SimulationPresenter::titleOf(known), QStringLiteral("Kill a worker"));
  rpc::SimulationFault unknown;
  unknown.name = QStringLiteral("meteor");
  unknown.title = QStringLiteral("A meteor");
  QCOMPARE(SimulationPresenter::titleOf(unknown), QStringLiteral("A meteor"));
}

void TstSimulationPresenter::worldTimeIsShownInTheLocale() {
  QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
  FakeSimulation fake;
  SimulationPresenter presenter(fake, nullptr);
  QVERIFY(presenter.worldTimeText().isEmpty());
  presenter.setWatching(true);
  QTRY_COMPARE(presenter.situation(), Situation::Live);
  QVERIFY2(presenter.worldTimeText().contains(QLatin1String("4. Mai 2001")),
           qPrintable(presenter.worldTimeText()));
  QLocale::setDefault(QLocale::c());
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstSimulationPresenter)
#include "tst_simulation_presenter.moc"
