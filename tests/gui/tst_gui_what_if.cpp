#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "app/pages/simulation_page.h"
#include "app/presenters/simulation_presenter.h"
#include "app/presenters/what_if_presenter.h"
#include "app/widgets/chart_card.h"
#include "app/widgets/english_plurals.h"
#include "app/widgets/run_comparison.h"
#include "app/widgets/theme.h"
#include "tests/app/fakes/fake_simulation.h"
#include "tests/app/fakes/fake_what_if.h"

namespace aerie {

using testing::FakeSimulation;
using testing::FakeWhatIf;

class TstGuiWhatIf final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void itNeedsNoSimulation();
  void theFirstLookIsBeforeAndAfter();
  void aScenarioIsATableAndCharts();
  void aWrongValueIsSaidBesideItsField();
  void cancelStopsAndKeepsTheLastAnswer();
  void theLiveSideIsWatchedOnlyWhileItIsSeen();
  void theCommandShowsIt();
  void everythingIsReachedByKeys();

 private:
  struct Bench {
    FakeSimulation simulationFake;
    FakeWhatIf fake;
    presenters::SimulationPresenter simulation{simulationFake, nullptr};
    presenters::WhatIfPresenter presenter{fake};
    widgets::CommandRegistry commands;
    pages::SimulationPage page{simulation, presenter, commands};
    Bench() {
      page.resize(1'200, 760);
      page.show();
    }
    template <class T>
    T* part(const char* name) {
      return page.findChild<T*>(QLatin1String(name));
    }
    void look() {
      page.showView(QStringLiteral("what-if"));
      QTRY_VERIFY(!presenter.busy());
    }
    void choose(const char* preset) {
      auto* box = part<QComboBox>("whatIf.preset");
      const int index = box->findData(QLatin1String(preset));
      box->setCurrentIndex(index);
      Q_EMIT box->activated(index);
    }
  };
};

void TstGuiWhatIf::itNeedsNoSimulation() {
  Bench b;
  b.simulationFake.reachable = false;
  b.look();
  QVERIFY(b.part<QWidget>("whatIf")->isVisible());
  QVERIFY(b.part<QLabel>("whatIf.sentence")->text().contains(QLatin1String("20.0 min instead of 240 min")));
}

void TstGuiWhatIf::theFirstLookIsBeforeAndAfter() {
  Bench b;
  QVERIFY(b.fake.replays.isEmpty());  // nothing is calculated before it is looked at
  b.look();
  QCOMPARE(b.fake.replays.size(), 1);
  auto* comparison = b.part<widgets::RunComparison>("whatIf.comparison");
  QVERIFY(comparison->isVisible());
  QCOMPARE(comparison->lines()[0].difference, QStringLiteral("12.0 times as fast"));
  QVERIFY(!b.part<QLineEdit>("whatIf.hosts")->isVisible());
}

void TstGuiWhatIf::aScenarioIsATableAndCharts() {
  Bench b;
  b.look();
  b.choose("right_sized");
  QTRY_VERIFY(!b.presenter.busy());
  auto* table = b.page.findChild<QTableView*>(QStringLiteral("whatIf.rows.table"));
  QVERIFY(table->isVisible());
  QCOMPARE(table->model()->rowCount(), b.fake.rows.size());
  for (const char* chart : {"whatIf.makespan", "whatIf.busyShare", "whatIf.cost"})
    QCOMPARE(b.part<widgets::ChartCard>(chart)->plot()->series().size(), 2);
  QVERIFY(b.part<widgets::ChartCard>("whatIf.makespan")
              ->plot()
              ->sentenceAt(10)
              .startsWith(QLatin1String("10: ")));
  // Another value, asked for by Enter.
  auto* hosts = b.part<QLineEdit>("whatIf.hosts");
  QCOMPARE(hosts->text(), QStringLiteral("5 10 15 20"));
  hosts->setFocus();
  hosts->selectAll();
  QTest::keyClicks(hosts, QStringLiteral("8 16"));
  QVERIFY(b.part<QLabel>("whatIf.sentence")->text().contains(QLatin1String("have changed")));
  QTest::keyClick(hosts, Qt::Key_Return);
  QCOMPARE(b.fake.questions.back().hosts, (QList<int>{8, 16}));
}

void TstGuiWhatIf::aWrongValueIsSaidBesideItsField() {
  Bench b;
  b.look();
  b.choose("right_sized");
  QTRY_VERIFY(!b.presenter.busy());
  auto* hosts = b.part<QLineEdit>("whatIf.hosts");
  hosts->selectAll();
  QTest::keyClicks(hosts, QStringLiteral("many"));
  QVERIFY(hosts->accessibleDescription().contains(QLatin1String("Whole numbers from 1 to 2,000")) ||
          hosts->accessibleDescription().contains(QLatin1String("Whole numbers from 1 to 2000")));
  QVERIFY(!b.part<QPushButton>("whatIf.run")->isEnabled());
  const auto asked = b.fake.questions.size();
  QTest::keyClick(hosts, Qt::Key_Return);
  QCOMPARE(b.fake.questions.size(), asked);
  b.choose("shared_queue");
  QVERIFY(!b.part<QLineEdit>("whatIf.cpus")->isEnabled());
}

void TstGuiWhatIf::cancelStopsAndKeepsTheLastAnswer() {
  Bench b;
  b.look();
  b.choose("right_sized");
  QTRY_VERIFY(!b.presenter.busy());
  b.fake.held = true;
  auto* cancel = b.part<QPushButton>("whatIf.cancel");
  QVERIFY(!cancel->isEnabled());
  QTest::mouseClick(b.part<QPushButton>("whatIf.run"), Qt::LeftButton);
  QVERIFY(cancel->isEnabled());
  QTRY_COMPARE(b.part<QProgressBar>("whatIf.progress")->value(), 250);
  QTest::mouseClick(cancel, Qt::LeftButton);
  QTRY_VERIFY(!cancel->isEnabled());
  QCOMPARE(b.presenter.table()->rowCount(), b.fake.rows.size());
}

void TstGuiWhatIf::theLiveSideIsWatchedOnlyWhileItIsSeen() {
  Bench b;
  QTRY_COMPARE(b.simulationFake.watchers(), 1);
  b.look();
  QCOMPARE(b.simulationFake.watchers(), 0);
  b.page.showView({});
  QTRY_COMPARE(b.simulationFake.watchers(), 1);
}

void TstGuiWhatIf::theCommandShowsIt() {
  Bench b;
  QAction* command = b.commands.find(QStringLiteral("simulation.whatIf"));
  QVERIFY(command && command->isEnabled());
  command->trigger();
  QCOMPARE(b.part<QTabBar>("simulation.sides")->currentIndex(), 1);
  QVERIFY(b.part<QWidget>("whatIf")->isVisible());
}

void TstGuiWhatIf::everythingIsReachedByKeys() {
  Bench b;
  b.look();
  b.choose("right_sized");
  QTRY_VERIFY(!b.presenter.busy());
  b.page.activateWindow();
  b.part<QComboBox>("whatIf.preset")->setFocus();
  QStringList reached;
  for (int i = 0; i < 60; ++i) {
    QWidget* focus = QApplication::focusWidget();
    QVERIFY(focus);
    reached.append(focus->objectName());
    QVERIFY2(!focus->accessibleName().isEmpty() || qobject_cast<QCheckBox*>(focus),
             qPrintable(focus->objectName()));
    QTest::keyClick(focus, Qt::Key_Tab);
  }
  for (const char* name :
       {"whatIf.hosts", "whatIf.cpus", "whatIf.prices", "whatIf.order.random", "whatIf.runs", "whatIf.run",
        "whatIf.makespan.plot", "whatIf.cost.plot", "whatIf.rows.search"})
    QVERIFY2(
        reached.contains(QLatin1String(name)),
        qPrintable(QLatin1String(name) + QLatin1String(" is not among ") + reached.join(QLatin1Char(' '))));
}

}  // namespace aerie

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  aerie::widgets::Theme theme(app, aerie::widgets::ThemeChoice::Light);
  aerie::TstGuiWhatIf test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_gui_what_if.moc"
