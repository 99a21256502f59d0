#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTest>

#include "app/pages/simulation_page.h"
#include "app/presenters/what_if_presenter.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/message_bar.h"
#include "app/widgets/theme.h"
#include "app/widgets/toggle_switch.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_simulation.h"
#include "tests/app/fakes/fake_what_if.h"
#include "tests/gui/gui_fixture.h"

namespace aerie {

using pages::SimulationPage;
using testing::FakeSimulation;

// The Simulator page over a simulation in memory.
class TstGuiSimulation final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void trafficIsStoppedAndStartedByItsButton();
  void theRateIsSentOnceTheHandRests();
  void aStateThatComesMeanwhileDoesNotMoveTheRate();
  void scenarioAndSpeedAreChosen();
  void aSwitchTurnsItsFaultOnAndTellsWhatWasSeen();
  void aStrikeIsSentOnce();
  void theEffectLeadsToItsPage();
  void losingTheControlPlaneLeavesItUsable();
  void losingTheSimulationKeepsTheDataAndDisablesEverything();
  void hiddenItWatchesNothing();
  void withoutSimulationItOffersToStartOne();

 private:
  struct Bench {
    widgets::EnglishPlurals plurals;
    widgets::Theme theme{*qApp, widgets::ThemeChoice::Light};
    FakeSimulation fake;
    presenters::SimulationPresenter presenter{fake, nullptr};
    widgets::CommandRegistry commands;
    QAction* monitoring;
    int went = 0;
    testing::FakeWhatIf whatIfFake;
    presenters::WhatIfPresenter whatIf{whatIfFake};
    SimulationPage page{presenter, whatIf, commands};
    Bench() {
      QCoreApplication::installTranslator(&plurals);
      monitoring = commands.add({QStringLiteral("go.monitoring"),
                                 QStringLiteral("Monitoring"),
                                 QStringLiteral("x"),
                                 QStringLiteral("monitoring"),
                                 {},
                                 [this] { ++went; }},
                                &page);
      page.resize(1'060, 700);
      page.show();
    }
    bool live() const { return presenter.situation() == presenters::SimulationPresenter::Situation::Live; }
    template <class T>
    T* find(const char* name) const {
      return page.findChild<T*>(QString::fromLatin1(name));
    }
    QWidget* fault(const char* name) const {
      return page.findChild<QWidget*>(QLatin1String("fault.") + QLatin1String(name));
    }
  };
};

void TstGuiSimulation::trafficIsStoppedAndStartedByItsButton() {
  Bench b;
  QTRY_VERIFY(b.live());
  auto* button = b.find<QPushButton>("simulation.traffic.button");
  QVERIFY(button && button->isEnabled());
  QTest::mouseClick(button, Qt::LeftButton);
  QTRY_COMPARE(button->text().trimmed(), QStringLiteral("Start Traffic"));
  QCOMPARE(b.fake.calls, QStringList{QStringLiteral("setTraffic stop")});
  QTest::mouseClick(button, Qt::LeftButton);
  QTRY_COMPARE(button->text().trimmed(), QStringLiteral("Stop Traffic"));
}

void TstGuiSimulation::theRateIsSentOnceTheHandRests() {
  Bench b;
  QTRY_VERIFY(b.live());
  auto* slider = b.find<QSlider>("simulation.rateSlider");
  auto* field = b.find<QDoubleSpinBox>("simulation.rate");
  for (int i = 0; i < 5; ++i) QTest::keyClick(slider, Qt::Key_PageUp);
  QVERIFY(field->value() > 40);
  QTRY_COMPARE(b.fake.calls.size(), 1);  // five steps, one change
  QCOMPARE(b.fake.state.rate, field->value());
}

void TstGuiSimulation::aStateThatComesMeanwhileDoesNotMoveTheRate() {
  Bench b;
  QTRY_VERIFY(b.live());
  auto* field = b.find<QDoubleSpinBox>("simulation.rate");
  field->setValue(77);
  b.fake.push();  // still with the old rate
  QCoreApplication::processEvents();
  QCOMPARE(field->value(), 77.0);
  QTRY_COMPARE(b.fake.state.rate, 77.0);
}

void TstGuiSimulation::scenarioAndSpeedAreChosen() {
  Bench b;
  QTRY_VERIFY(b.live());
  auto* scenario = b.find<QComboBox>("simulation.scenario");
  QTRY_COMPARE(scenario->count(), 3);
  scenario->setFocus();
  QTest::keyClick(scenario, Qt::Key_Down);
  QTRY_COMPARE(b.fake.state.scenario, QStringLiteral("daily"));
  auto* speed = b.find<QComboBox>("simulation.speed");
  QTest::keyClick(speed, Qt::Key_Home);
  QTRY_COMPARE(b.fake.state.speed, 1.0);
}

void TstGuiSimulation::aSwitchTurnsItsFaultOnAndTellsWhatWasSeen() {
  Bench b;
  QTRY_VERIFY(b.live());
  QTRY_VERIFY(b.fault("pause_sidecar"));
  auto* toggle = b.fault("pause_sidecar")->findChild<widgets::ToggleSwitch*>();
  b.fake.hold = true;
  QTest::keyClick(toggle, Qt::Key_Space);
  QTRY_VERIFY(toggle->isBusy());
  b.fake.release();
  QTRY_VERIFY(toggle->isChecked() && !toggle->isBusy());
  auto* effect = b.fault("pause_sidecar")->findChild<QLabel*>(QStringLiteral("fault.effect"));
  QVERIFY(effect->isVisible() && effect->text().contains(QLatin1String("4711")));
  testing::GuiFixture::keep(&b.page, "simulation-fault");
  QTest::mouseClick(toggle, Qt::LeftButton);
  QTRY_VERIFY(!toggle->isChecked());
  QCOMPARE(b.fake.calls, (QStringList{QStringLiteral("setFault pause_sidecar on"),
                                      QStringLiteral("setFault pause_sidecar off")}));
}

void TstGuiSimulation::aStrikeIsSentOnce() {
  Bench b;
  QTRY_VERIFY(b.live());
  QTRY_VERIFY(b.fault("kill_worker"));
  auto* strike = b.fault("kill_worker")->findChild<QPushButton*>(QStringLiteral("fault.strike"));
  b.fake.hold = true;
  QTest::mouseClick(strike, Qt::LeftButton);
  QTest::mouseClick(strike, Qt::LeftButton);
  b.fake.release();
  QTRY_VERIFY(strike->isEnabled());
  QCOMPARE(b.fake.calls, QStringList{QStringLiteral("setFault kill_worker on")});
}

void TstGuiSimulation::theEffectLeadsToItsPage() {
  Bench b;
  QTRY_VERIFY(b.live());
  QTRY_VERIFY(b.fault("pause_sidecar"));
  for (auto* link : b.fault("pause_sidecar")->findChildren<QPushButton*>())
    QTest::mouseClick(link, Qt::LeftButton);
  QCOMPARE(b.went, 1);
}

void TstGuiSimulation::losingTheControlPlaneLeavesItUsable() {
  Bench b;
  QTRY_VERIFY(b.live());
  b.page.setOnline(false, QStringLiteral("not connected"));
  QVERIFY(b.page.online());
  QVERIFY(b.find<QPushButton>("simulation.traffic.button")->isEnabled());
}

void TstGuiSimulation::losingTheSimulationKeepsTheDataAndDisablesEverything() {
  Bench b;
  QTRY_VERIFY(b.live());
  QTRY_VERIFY(b.fault("pause_sidecar"));
  b.fake.reachable = false;
  b.fake.dropWatch(unavailable("the socket is gone"));
  auto* toggle = b.fault("pause_sidecar")->findChild<widgets::ToggleSwitch*>();
  QTRY_VERIFY(!toggle->isEnabled());
  QVERIFY(toggle->isVisible());
  QVERIFY(!b.find<QDoubleSpinBox>("simulation.rate")->isEnabled());
  bool told = false;
  for (auto* bar : b.page.findChildren<widgets::MessageBar*>()) {
    told = told || (bar->isVisible() && bar->text().contains(QLatin1String("the socket is gone")));
  }
  QVERIFY(told);
  b.fake.reachable = true;
  QTRY_VERIFY(toggle->isEnabled());
}

void TstGuiSimulation::hiddenItWatchesNothing() {
  Bench b;
  QTRY_VERIFY(b.live());
  QCOMPARE(b.fake.watchers(), 1);
  b.page.hide();
  QCOMPARE(b.fake.watchers(), 0);
  b.page.show();
  QCOMPARE(b.fake.watchers(), 1);
}

void TstGuiSimulation::withoutSimulationItOffersToStartOne() {
  testing::GuiFixture f;
  QTRY_VERIFY(f.connected());
  QVERIFY(f.window->showPage(QStringLiteral("simulation")));
  auto* page = f.window->page(QStringLiteral("simulation"));
  QPushButton* offer = nullptr;
  for (auto* button : page->findChildren<QPushButton*>(QStringLiteral("emptyAction"))) {
    if (button->isVisible()) offer = button;
  }
  QVERIFY(offer && offer->isEnabled());
  QCOMPARE(f.control.simulation.watchers(), 0);
}

}  // namespace aerie

QTEST_MAIN(aerie::TstGuiSimulation)
#include "tst_gui_simulation.moc"
