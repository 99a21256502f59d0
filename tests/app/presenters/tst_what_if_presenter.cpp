#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "app/presenters/what_if_charts.h"
#include "app/presenters/what_if_presenter.h"
#include "app/widgets/english_plurals.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_what_if.h"

namespace aerie::presenters {

using Field = WhatIfPresenter::Field;
using rpc::WhatIfRow;
using testing::FakeWhatIf;

class TstWhatIfPresenter final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void firstShowingAsksForBeforeAndAfter();
  void aScenarioFillsTheFormAndAsks();
  void fixedConcurrencyLeavesCpusAlone();
  void formIsReadInTheLocale_data();
  void formIsReadInTheLocale();
  void wrongFieldsSayWhatHelps_data();
  void wrongFieldsSayWhatHelps();
  void rowsBecomeTableLinesAndASentence();
  void changedValuesMakeTheAnswerStale();
  void cancelKeepsTheLastAnswerAndIsSilent();
  void failuresAreTold();
  void onlyTheNewestQuestionCounts();
  void linesKeepTheirColourInEveryChart();
  void oneNumberOfHostsIsDrawnOverCpus();
};

void TstWhatIfPresenter::firstShowingAsksForBeforeAndAfter() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  QVERIFY(fake.replays.isEmpty());
  presenter.shown();
  presenter.shown();
  QVERIFY(presenter.busy());
  QTRY_VERIFY(!presenter.busy());
  QCOMPARE(fake.replays,
           (QList<QStringList>{{QStringLiteral("shared_queue"), QStringLiteral("right_sized")}}));
  QVERIFY(presenter.before() && presenter.after());
  QCOMPARE(presenter.after()->makespanMs, 1'200'000.0);
  QVERIFY(presenter.sentence().contains(QLatin1String("20.0 min instead of 240 min")));
  presenter.shown();
  QVERIFY(!presenter.busy());  // it has its answer
}

void TstWhatIfPresenter::aScenarioFillsTheFormAndAsks() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  QCOMPARE(presenter.presets()[0].id, WhatIfPresenter::kBeforeAfter);
  QCOMPARE(presenter.presets()[1].id, QStringLiteral("right_sized"));
  presenter.choose(QStringLiteral("right_sized"));
  QCOMPARE(presenter.form().hosts, QStringLiteral("5 10 15 20"));
  QCOMPARE(presenter.form().cpus, QStringLiteral("1 2 4"));
  QCOMPARE(fake.questions.size(), 1);
  QCOMPARE(fake.questions[0].hosts, (QList<int>{5, 10, 15, 20}));
  QCOMPARE(fake.questions[0].runs, 5);
  QTRY_COMPARE(presenter.table()->rowCount(), fake.rows.size());
}

void TstWhatIfPresenter::fixedConcurrencyLeavesCpusAlone() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  presenter.choose(QStringLiteral("shared_queue"));
  QVERIFY(!presenter.cpusMatter());
  QVERIFY(presenter.problemOf(Field::Cpus).isEmpty());
  QVERIFY(fake.questions.back().cpusPerTask.isEmpty());
}

void TstWhatIfPresenter::formIsReadInTheLocale_data() {
  QTest::addColumn<QLocale>("locale");
  QTest::addColumn<QString>("prices");
  QTest::newRow("English with commas") << QLocale(QLocale::English) << QStringLiteral("0.8, 1.25");
  QTest::newRow("English with semicolons") << QLocale(QLocale::English) << QStringLiteral("0.8;1.25");
  QTest::newRow("German commas are points") << QLocale(QLocale::German) << QStringLiteral("0,8 1,25");
  QTest::newRow("German with points all the same")
      << QLocale(QLocale::German) << QStringLiteral("0.8  1.25 ");
}

void TstWhatIfPresenter::formIsReadInTheLocale() {
  QFETCH(QLocale, locale);
  QFETCH(QString, prices);
  const QLocale before;
  QLocale::setDefault(locale);
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  presenter.choose(QStringLiteral("right_sized"));
  auto form = presenter.form();
  form.prices = prices;
  presenter.setForm(form);
  presenter.run();
  QLocale::setDefault(before);
  QVERIFY(presenter.problemOf(Field::Prices).isEmpty());
  QCOMPARE(fake.questions.back().prices, (QList<double>{0.8, 1.25}));
}

void TstWhatIfPresenter::wrongFieldsSayWhatHelps_data() {
  QTest::addColumn<int>("field");
  QTest::addColumn<QString>("text");
  QTest::newRow("words for hosts") << static_cast<int>(Field::Hosts) << QStringLiteral("ten");
  QTest::newRow("half a host") << static_cast<int>(Field::Hosts) << QStringLiteral("1.5");
  QTest::newRow("no host") << static_cast<int>(Field::Hosts) << QString();
  QTest::newRow("too many hosts") << static_cast<int>(Field::Hosts) << QStringLiteral("5 100000");
  QTest::newRow("more CPUs than a host has") << static_cast<int>(Field::Cpus) << QStringLiteral("2 17");
  QTest::newRow("a negative price") << static_cast<int>(Field::Prices) << QStringLiteral("-1");
  QTest::newRow("infinity") << static_cast<int>(Field::Prices) << QStringLiteral("inf");
  QTest::newRow("no order") << static_cast<int>(Field::Orders) << QString();
}

void TstWhatIfPresenter::wrongFieldsSayWhatHelps() {
  QFETCH(int, field);
  QFETCH(QString, text);
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  presenter.choose(QStringLiteral("right_sized"));
  QTRY_VERIFY(!presenter.busy());
  auto form = presenter.form();
  const auto which = static_cast<Field>(field);
  if (which == Field::Hosts) form.hosts = text;
  if (which == Field::Cpus) form.cpus = text;
  if (which == Field::Prices) form.prices = text;
  if (which == Field::Orders) form.orders.clear();
  presenter.setForm(form);
  QVERIFY(!presenter.canRun());
  QVERIFY(!presenter.problemOf(which).isEmpty());
  const auto asked = fake.questions.size();
  presenter.run();
  QCOMPARE(fake.questions.size(), asked);
}

void TstWhatIfPresenter::rowsBecomeTableLinesAndASentence() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  QAbstractItemModelTester tester(presenter.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  presenter.choose(QStringLiteral("right_sized"));
  QTRY_VERIFY(!presenter.busy());
  const auto& charts = presenter.charts();
  QVERIFY(charts.byHosts);
  QCOMPARE(charts.makespan.size(), 2);  // a line for each order
  QCOMPARE(charts.makespan[0].points.size(), 3);
  QCOMPARE(charts.cost.size(), 2);
  QVERIFY(charts.from < 5 && charts.to > 20);
  QVERIFY2(presenter.sentence().startsWith(
               QLatin1String("Fastest: 20 hosts, 2 CPUs for each task, longest first in 10.0 min.")),
           qPrintable(presenter.sentence()));
  const QModelIndex takes = presenter.table()->index(0, 3);
  QVERIFY(takes.data(Qt::ToolTipRole).toString().contains(QLatin1String("over the runs")));
}

void TstWhatIfPresenter::changedValuesMakeTheAnswerStale() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  presenter.choose(QStringLiteral("right_sized"));
  QVERIFY(!presenter.stale());  // it is being asked
  QTRY_VERIFY(!presenter.busy());
  QVERIFY(!presenter.stale());
  auto form = presenter.form();
  form.hosts = QStringLiteral("7");
  presenter.setForm(form);
  QVERIFY(presenter.stale());
  presenter.run();
  QTRY_VERIFY(!presenter.busy());
  QVERIFY(!presenter.stale());
}

void TstWhatIfPresenter::cancelKeepsTheLastAnswerAndIsSilent() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  presenter.choose(QStringLiteral("right_sized"));
  QTRY_VERIFY(!presenter.busy());
  QSignalSpy failed(&presenter, &WhatIfPresenter::failed);
  fake.held = true;
  presenter.run();
  QTRY_COMPARE(presenter.progress(), 0.25);
  presenter.cancel();
  QTRY_VERIFY(!presenter.busy());
  QCOMPARE(failed.size(), 0);
  QCOMPARE(presenter.table()->rowCount(), fake.rows.size());
}

void TstWhatIfPresenter::failuresAreTold() {
  FakeWhatIf fake;
  fake.status = invalidArgument("the grid has too many rows");
  WhatIfPresenter presenter(fake);
  QSignalSpy failed(&presenter, &WhatIfPresenter::failed);
  presenter.shown();
  QTRY_COMPARE(failed.size(), 1);
  QVERIFY(failed[0][1].toString().contains(QLatin1String("too many rows")));
  QVERIFY(!presenter.busy());
}

void TstWhatIfPresenter::onlyTheNewestQuestionCounts() {
  FakeWhatIf fake;
  WhatIfPresenter presenter(fake);
  fake.held = true;
  presenter.choose(QStringLiteral("right_sized"));
  fake.held = false;
  QSignalSpy results(&presenter, &WhatIfPresenter::resultChanged);
  presenter.choose(QStringLiteral("shared_queue"));  // the first is cancelled, and its answer ignored
  QTRY_COMPARE(results.size(), 1);
  QVERIFY(!presenter.busy());
  QCoreApplication::processEvents();
  QCOMPARE(results.size(), 1);
  QVERIFY(!presenter.stale());
}

void TstWhatIfPresenter::linesKeepTheirColourInEveryChart() {
  QList<WhatIfRow> rows;
  for (const double price : {0.8, 1.6}) {
    for (const char* order : {"longest_first", "as_listed"}) {
      for (const int hosts : {20, 10}) {
        WhatIfRow row;
        row.hosts = hosts;
        row.cpusPerTask = 2;
        row.order = QLatin1String(order);
        row.pricePerHostHour = price;
        rows.append(row);
      }
    }
  }
  const auto charts = chartsOf(rows);
  QCOMPARE(charts.makespan.size(), 2);  // a price changes no time
  QCOMPARE(charts.cost.size(), 4);
  for (const models::ChartSeries& cost : charts.cost) {
    QVERIFY(!cost.variant.isEmpty());
    for (const models::ChartSeries& time : charts.makespan)
      QCOMPARE(time.group == cost.group, time.color == cost.color);
  }
  QVERIFY(charts.cost[0].line != charts.cost[2].line);
  QVERIFY(charts.makespan[0].points[0].x() < charts.makespan[0].points[1].x());
}

void TstWhatIfPresenter::oneNumberOfHostsIsDrawnOverCpus() {
  QList<WhatIfRow> rows;
  for (int i = 1; i <= 12; ++i) {
    WhatIfRow row;
    row.hosts = 10;
    row.cpusPerTask = i;
    row.order = QStringLiteral("as_listed");
    rows.append(row);
  }
  QVERIFY(!chartsOf(rows).byHosts);
  QCOMPARE(chartsOf(rows).makespan.size(), 1);
  for (WhatIfRow& row : rows) row.hosts = static_cast<int>(row.cpusPerTask) * 2;
  const auto charts = chartsOf(rows);
  QCOMPARE(charts.makespan.size(), WhatIfPresenter::kMostLines);  // one for each number of CPUs
  QCOMPARE(charts.leftOut, 4);
  QVERIFY(chartsOf({}).makespan.isEmpty());
}

}  // namespace aerie::presenters

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  aerie::widgets::EnglishPlurals plurals;
  QCoreApplication::installTranslator(&plurals);
  aerie::presenters::TstWhatIfPresenter test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_what_if_presenter.moc"
