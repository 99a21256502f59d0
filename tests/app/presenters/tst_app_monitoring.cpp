#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/presenters/monitoring_presenter.h"
#include "app/presenters/overview_presenter.h"
#include "core/base/status.h"
#include "tests/app/fakes/fake_control.h"

namespace aerie::presenters {

using models::ChartSeries;
using models::Tone;
using testing::FakeControl;
using State = MonitoringPresenter::State;

namespace {

// The demo's world without a connection: what it would have sent is applied by hand.
struct Bench {
  FakeControl control;
  models::World world;
  explicit Bench(bool full = true) {
    if (full) testing::fillDemo(control);
    testing::fillMonitoringDemo(control.monitoring, 1'779'000'000'000);
    if (control.status.nowMs == 0) control.status.nowMs = 1'779'000'000'000;
    apply();
  }
  void apply() {
    rpc::WorldUpdate update;
    update.complete = true;
    update.models = control.models;
    update.deployments = control.deployments;
    update.routings = control.routings;
    update.experiments = control.experiments;
    update.status = control.status;
    world.apply(update);
  }
  // Traffic for as many seconds.
  void run(int seconds) {
    for (int i = 0; i < seconds; ++i) {
      testing::advanceDemo(control, i);
      rpc::WorldUpdate update;
      update.status = control.status;
      world.apply(update);
    }
  }
  testing::FakeMonitoring& monitoring() { return control.monitoring; }
  int asked() { return static_cast<int>(monitoring().queries.size()); }
};

const ChartSeries* find(const QList<ChartSeries>& all, const QString& label) {
  for (const ChartSeries& s : all) {
    if (s.label() == label) return &s;
  }
  return nullptr;
}

const GraphNode* find(const Graph& graph, const QString& id) {
  for (const GraphNode& n : graph.nodes) {
    if (n.id == id) return &n;
  }
  return nullptr;
}

const GraphEdge* find(const Graph& graph, const QString& from, const QString& to) {
  for (const GraphEdge& e : graph.edges) {
    if (e.from == from && e.to == to) return &e;
  }
  return nullptr;
}

}  // namespace

class TstAppMonitoring final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyChartHasALineForEachEndpoint();
  void latencyHasThreeVariantsOfOneColour();
  void aThingKeepsItsColour();
  void hiddenPageAsksNothing();
  void pausedRangeStandsStillAndComesBack();
  void pieceIsTheRangeOfAllCharts();
  void lateAnswersToAnOldViewAreIgnored();
  void filtersReachTheQuery();
  void useCaseLeavesOnlyItsEndpoints();
  void goneEndpointIsNoFilterAnyMore();
  void statesAreToldApart_data();
  void statesAreToldApart();
  void failureKeepsWhatIsThereAndIsSaidOnce();
  void manyThingsAreCutToTheBusiest();
  void scoresAreSharesByArm();
  void markersNameTheirSubject();
  void gapIsSeveralSteps();

  void overviewSaysThatAllIsWell();
  void overviewNamesTheMostUrgentFirst();
  void alertAndWorldSayAThingOnce();
  void topologyFollowsTheTraffic();
  void sickEndpointIsMarked();
  void longColumnIsFoldedAndKeepsTheSick();
  void refusedConfigMarksTheProxy();
  void nothingThereIsEmptyNotWell();
  void tilesHaveHistoryAndChange();
  void changesAreSentencesNewestFirst();
  void hiddenOverviewAsksNothing();
  void failedQuestionIsSaidAndRepaired();
};

void TstAppMonitoring::everyChartHasALineForEachEndpoint() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  QCOMPARE(p.state(), State::Loading);
  p.setShown(true);
  QTRY_COMPARE(p.state(), State::Ready);
  for (int chart = 0; chart < MonitoringPresenter::ChartCount; ++chart) {
    const auto metrics = MonitoringPresenter::spec(chart).metrics.size();
    QCOMPARE(p.series(chart).size(), 2 * metrics);
    for (const ChartSeries& s : p.series(chart)) {
      QVERIFY(s.points.size() > 100);
      QVERIFY(s.points.front().x() >= static_cast<double>(p.fromMs()));
      QVERIFY(s.points.back().x() <= static_cast<double>(p.toMs()));
    }
  }
  QVERIFY(p.summary().contains(QLatin1String("p99")));
}

void TstAppMonitoring::latencyHasThreeVariantsOfOneColour() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.state(), State::Ready);
  const auto all = p.series(MonitoringPresenter::Latency);
  const auto* p50 = find(all, QStringLiteral("arrival_delay_v1 p50"));
  const auto* p99 = find(all, QStringLiteral("arrival_delay_v1 p99"));
  QVERIFY(p50 && p99);
  QCOMPARE(p50->color, p99->color);
  QVERIFY(p50->line != p99->line);
  QCOMPARE(p50->group, QStringLiteral("arrival_delay_v1"));
}

void TstAppMonitoring::aThingKeepsItsColour() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.things().size(), 2);
  for (const auto& thing : p.things()) QCOMPARE(thing.color, b.world.seriesOf(thing.id));
  const auto before = p.things();
  p.setEndpoint(QStringLiteral("arrival_delay_v2"));
  QTRY_COMPARE(p.things().size(), 1);
  QCOMPARE(p.things().front().color, before[1].color);
}

void TstAppMonitoring::hiddenPageAsksNothing() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  b.run(3);
  QCOMPARE(b.asked(), 0);
  p.setShown(true);
  QCOMPARE(b.asked(), 1);
  p.setShown(false);
  p.setLength(300'000);
  QCoreApplication::processEvents();
  QCOMPARE(b.asked(), 1);
  QCOMPARE(p.state(), State::Loading);  // the answer came after it was hidden
  p.setShown(true);
  QTRY_COMPARE(p.state(), State::Ready);
}

void TstAppMonitoring::pausedRangeStandsStillAndComesBack() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  p.setLength(300'000);
  p.togglePaused();
  const qint64 to = p.toMs();
  b.run(5);
  QCOMPARE(p.toMs(), to);
  QCOMPARE(p.toMs() - p.fromMs(), 300'000);
  const int asked = b.asked();
  p.togglePaused();
  QCOMPARE(p.toMs(), to + 5'000);
  QCOMPARE(b.asked(), asked + 1);
}

void TstAppMonitoring::pieceIsTheRangeOfAllCharts() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QSignalSpy range(&p, &MonitoringPresenter::rangeChanged);
  const double to = static_cast<double>(p.toMs());
  p.pick(to - 60'000, to - 240'000);
  QCOMPARE(range.size(), 1);
  QCOMPARE(b.monitoring().queries.back().fromMs, static_cast<qint64>(to) - 240'000);
  QCOMPARE(b.monitoring().queries.back().toMs, static_cast<qint64>(to) - 60'000);
  p.pick(to, to - 20);  // a slip
  QCOMPARE(range.size(), 1);
}

void TstAppMonitoring::lateAnswersToAnOldViewAreIgnored() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  b.monitoring().hold = true;
  p.setShown(true);
  p.setEndpoint(QStringLiteral("arrival_delay_v1"));
  b.monitoring().release();
  QTRY_COMPARE(p.state(), State::Ready);
  QCoreApplication::processEvents();
  QCOMPARE(p.things().size(), 1);
  QCOMPARE(p.things().front().id, QStringLiteral("arrival_delay_v1"));
}

void TstAppMonitoring::filtersReachTheQuery() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  p.setUseCase(QStringLiteral("arrival_delay"));
  const auto labelsOf = [&](const char* metric) {
    for (const auto& selector : b.monitoring().queries.back().selectors) {
      if (selector.metric == QLatin1String(metric)) return selector.labels;
    }
    return QMap<QString, QString>();
  };
  const QString name = QStringLiteral("use_case");
  QCOMPARE(labelsOf("item_rate").value(name), QStringLiteral("arrival_delay"));
  // Latency per endpoint is measured by workers, and workers know no use case.
  QVERIFY(!labelsOf("p99_ms").contains(name));
  QVERIFY(!labelsOf("memory_bytes").contains(name));
  p.setPer(MonitoringPresenter::Per::Total);
  QCOMPARE(labelsOf("p99_ms").value(name), QStringLiteral("arrival_delay"));
  QVERIFY(!p.notMeasured(MonitoringPresenter::Memory).isEmpty());
  p.setPer(MonitoringPresenter::Per::Endpoint);
  QVERIFY(p.notMeasured(MonitoringPresenter::Memory).isEmpty());
  p.setEndpoint(QStringLiteral("arrival_delay_v2"));
  QCOMPARE(p.replicas().size(), 4);
  p.setReplica(QStringLiteral("arrival_delay_v2-1"));
  const auto rate = b.monitoring().queries.back().selectors.front();
  QCOMPARE(rate.metric, QStringLiteral("item_rate"));
  QVERIFY(!rate.labels.contains(name));
  QCOMPARE(rate.labels.value(QStringLiteral("replica")), QStringLiteral("arrival_delay_v2-1"));
  QVERIFY(rate.groupBy.contains(QLatin1String("replica")));
  QVERIFY(p.filtered());
  p.clearFilters();
  QVERIFY(b.monitoring().queries.back().selectors.front().labels.isEmpty());
  p.setPer(MonitoringPresenter::Per::Total);
  QVERIFY(b.monitoring().queries.back().selectors.front().groupBy.isEmpty());
  QTRY_COMPARE(p.things().size(), 1);
}

void TstAppMonitoring::useCaseLeavesOnlyItsEndpoints() {
  Bench b;
  b.control.routings.front().experiments.clear();
  b.apply();
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.things().size(), 2);
  p.setUseCase(QStringLiteral("arrival_delay"));
  QCOMPARE(p.endpoints(), QStringList{QStringLiteral("arrival_delay_v1")});
  QTRY_COMPARE(p.things().size(), 1);
}

void TstAppMonitoring::goneEndpointIsNoFilterAnyMore() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  p.setEndpoint(QStringLiteral("arrival_delay_v3"));
  QSignalSpy filters(&p, &MonitoringPresenter::filtersChanged);
  b.control.deployments.removeLast();
  b.apply();
  QVERIFY(filters.size() >= 1);
  QVERIFY(p.endpoint().isEmpty());
}

void TstAppMonitoring::statesAreToldApart_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<int>("state");
  QTest::newRow("no history yet is empty") << "empty" << static_cast<int>(State::Empty);
  QTest::newRow("no answer is failed") << "failed" << static_cast<int>(State::Failed);
  QTest::newRow("a filter that finds nothing is filtered away")
      << "filtered" << static_cast<int>(State::FilteredAway);
  QTest::newRow("waiting is loading") << "loading" << static_cast<int>(State::Loading);
}

void TstAppMonitoring::statesAreToldApart() {
  QFETCH(QString, what);
  QFETCH(int, state);
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  if (what == QLatin1String("empty")) {
    b.monitoring().leaves.clear();
    b.monitoring().oldestMs = 0;
  }
  b.monitoring().reachable = what != QLatin1String("failed");
  b.monitoring().hold = what == QLatin1String("loading");
  if (what == QLatin1String("filtered")) p.setEndpoint(QStringLiteral("arrival_delay_v3"));
  p.setShown(true);
  QTRY_COMPARE(static_cast<int>(p.state()), state);
  if (what == QLatin1String("failed")) {
    QVERIFY(p.problem().contains(QLatin1String("connection refused")));
    b.monitoring().reachable = true;
    p.refresh();
    QTRY_COMPARE(p.state(), State::Ready);
    QVERIFY(p.problem().isEmpty());
  }
}

void TstAppMonitoring::failureKeepsWhatIsThereAndIsSaidOnce() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.state(), State::Ready);
  QSignalSpy failed(&p, &MonitoringPresenter::failed);
  for (int i = 0; i < 2; ++i) {
    b.monitoring().failNext = absl::PermissionDeniedError("viewers only");
    p.refresh();
    QTRY_VERIFY(!p.problem().isEmpty());
    QCoreApplication::processEvents();
  }
  QCOMPARE(failed.size(), 1);
  QVERIFY(failed[0][1].toString().contains(QLatin1String("viewers only")));
  QCOMPARE(p.state(), State::Ready);
}

void TstAppMonitoring::manyThingsAreCutToTheBusiest() {
  Bench b;
  b.monitoring().leaves.clear();
  for (int i = 0; i < 20; ++i) {
    b.monitoring().leaves.append(
        {{QStringLiteral("endpoint"), QStringLiteral("e%1").arg(i, 2, 10, QLatin1Char('0'))}});
  }
  b.monitoring().value = [](const QString&, const QMap<QString, QString>& leaf, qint64) {
    return leaf.value(QStringLiteral("endpoint")).mid(1).toDouble();
  };
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.things().size(), 8);
  QCOMPARE(p.left(), 12);
  QCOMPARE(p.things().front().id, QStringLiteral("e12"));
  QCOMPARE(p.things().back().id, QStringLiteral("e19"));
}

void TstAppMonitoring::scoresAreSharesByArm() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  QTRY_COMPARE(p.scores().size(), 2);
  const ChartSeries& control = p.scores().front();
  QCOMPARE(control.title, QStringLiteral("control"));
  QCOMPARE(control.color, b.world.seriesOf(QStringLiteral("arrival_delay_v1")));
  double sum = 0;
  for (qsizetype i = 0; i + 1 < control.points.size(); ++i) sum += control.points[i].y();
  QVERIFY(std::abs(sum - 1) < 1e-9);
  QCOMPARE(control.points.back(), QPointF(1, control.points[control.points.size() - 2].y()));
}

void TstAppMonitoring::markersNameTheirSubject() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  p.setLength(15 * 60'000);
  QTRY_COMPARE(p.markers().size(), 1);  // of the last quarter of an hour
  QVERIFY(p.markers().front().text.contains(QLatin1String("arrival_delay_v3")));
  QCOMPARE(p.markers().front().kind, QStringLiteral("deploy"));
}

void TstAppMonitoring::gapIsSeveralSteps() {
  Bench b;
  MonitoringPresenter p(b.monitoring(), b.world);
  p.setShown(true);
  p.setLength(24 * 3'600'000);
  QTRY_COMPARE(p.gapAfter(), 2.5 * 288'000);
}

// ---------------------------------------------------------------- overview

void TstAppMonitoring::overviewSaysThatAllIsWell() {
  Bench b;
  b.control.deployments.resize(1);
  b.control.routings.front().experiments.clear();
  b.monitoring().alerts.clear();
  b.apply();
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  b.run(6);
  QTRY_VERIFY(p.concernsKnown());
  QCOMPARE(p.tone(), Tone::Ok);
  QCOMPARE(p.verdict(), QStringLiteral("All is well"));
  QVERIFY2(p.reason().contains(QLatin1String("/s")), qPrintable(p.reason()));
  QCOMPARE(p.tile(OverviewPresenter::Alerts).value, QStringLiteral("0"));
  QCOMPARE(p.tile(OverviewPresenter::Workers).value, QStringLiteral("2 / 2"));
  QVERIFY(p.tile(OverviewPresenter::Items).value.endsWith(QLatin1String("/s")));
}

void TstAppMonitoring::overviewNamesTheMostUrgentFirst() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  QAbstractItemModelTester tester(p.concerns(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  p.setShown(true);
  QTRY_VERIFY(p.concernsKnown());
  QCOMPARE(p.tone(), Tone::Danger);
  QVERIFY(p.verdict().startsWith(QLatin1Char('1')));
  QVERIFY(p.reason().contains(QLatin1String("arrival_delay_v3")));
  QCOMPARE(p.tile(OverviewPresenter::Alerts).tone, Tone::Danger);
}

void TstAppMonitoring::alertAndWorldSayAThingOnce() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  const auto about = [&](const QString& subject) {
    int count = 0;
    for (const Concern& c : p.concerns()->rows()) count += c.subject == subject ? 1 : 0;
    return count;
  };
  QCOMPARE(about(QStringLiteral("arrival_delay_v3")), 1);  // the failed rollout, before any alert is known
  p.setShown(true);
  QTRY_VERIFY(p.concernsKnown());
  QCOMPARE(about(QStringLiteral("arrival_delay_v3")), 1);
  b.monitoring().alerts.clear();
  p.refresh();
  QTRY_VERIFY(p.concerns()->rows().front().id.startsWith(QLatin1String("deployment/")));
}

void TstAppMonitoring::topologyFollowsTheTraffic() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  b.run(5);
  p.refresh();
  const auto* app = find(p.graph(), QStringLiteral("application:arrival_delay"));
  const auto* v1 = find(p.graph(), QStringLiteral("endpoint:arrival_delay_v1"));
  QVERIFY(app && v1);
  QVERIFY(app->rate > 10'000);
  QCOMPARE(v1->parts.size(), 2);
  QCOMPARE(v1->partsText, QStringLiteral("2 of 2 ready"));
  const auto* first = find(p.graph(), app->id, QStringLiteral("proxy:proxy-0"));
  const auto* toV1 = find(p.graph(), QStringLiteral("proxy:proxy-0"), v1->id);
  const auto* toV2 =
      find(p.graph(), QStringLiteral("proxy:proxy-0"), QStringLiteral("endpoint:arrival_delay_v2"));
  QVERIFY(first && toV1 && toV2);
  QVERIFY(std::abs(first->rate - toV1->rate - toV2->rate) < 1);
  // An endpoint that nobody routes to has no edge; the store appears with its figures.
  QVERIFY(!find(p.graph(), QStringLiteral("proxy:proxy-0"), QStringLiteral("endpoint:arrival_delay_v3")));
  QTRY_VERIFY(find(p.graph(), QStringLiteral("store:")));
  QVERIFY(find(p.graph(), QStringLiteral("endpoint:arrival_delay_v1"), QStringLiteral("store:")));
}

void TstAppMonitoring::sickEndpointIsMarked() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  const auto* v3 = find(p.graph(), QStringLiteral("endpoint:arrival_delay_v3"));
  QVERIFY(v3);
  QCOMPARE(v3->tone, Tone::Danger);
  QVERIFY(!v3->state.isEmpty());
  // Failing items make a ready endpoint sick as well.
  b.run(2);
  for (int i = 0; i < 4; ++i) {
    b.control.status.proxies[0].traffic[0].itemsFailed += 5'000;
    b.run(1);
  }
  p.refresh();
  const auto* v1 = find(p.graph(), QStringLiteral("endpoint:arrival_delay_v1"));
  QCOMPARE(v1->tone, Tone::Danger);
  QVERIFY2(v1->state.contains(QLatin1Char('%')), qPrintable(v1->state));
  QCOMPARE(find(p.graph(), QStringLiteral("proxy:proxy-0"), v1->id)->tone, Tone::Danger);
}

void TstAppMonitoring::longColumnIsFoldedAndKeepsTheSick() {
  Bench b;
  for (int i = 0; i < 40; ++i) {
    rpc::Deployment d = b.control.deployments.front();
    d.spec.endpoint = QStringLiteral("other_%1").arg(i, 2, 10, QLatin1Char('0'));
    b.control.deployments.append(d);
  }
  b.apply();
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  int endpoints = 0;
  for (const GraphNode& n : p.graph().nodes) endpoints += n.column == 2 ? 1 : 0;
  QCOMPARE(endpoints, 6);
  QVERIFY(find(p.graph(), QStringLiteral("endpoint:arrival_delay_v3")));
  const auto* more = find(p.graph(), QStringLiteral("endpoint:*"));
  QVERIFY(more);
  QCOMPARE(more->kind, GraphNode::Kind::More);
  QVERIFY(more->name.contains(QLatin1String("38")));
}

void TstAppMonitoring::refusedConfigMarksTheProxy() {
  Bench b;
  b.control.status.proxies[0].refusedReason = QStringLiteral("unknown endpoint nowhere");
  b.control.status.nowMs += 1;
  b.apply();
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  const auto* proxy = find(p.graph(), QStringLiteral("proxy:proxy-0"));
  QCOMPARE(proxy->tone, Tone::Danger);
  QVERIFY(proxy->state.contains(QLatin1String("unknown endpoint nowhere")));
  const bool said = std::any_of(p.concerns()->rows().begin(), p.concerns()->rows().end(),
                                [](const Concern& c) { return c.subject == QLatin1String("proxy-0"); });
  QVERIFY(said);
}

void TstAppMonitoring::nothingThereIsEmptyNotWell() {
  Bench b(false);
  b.monitoring().alerts.clear();
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  QCOMPARE(p.state(), OverviewPresenter::State::Empty);
  models::World fresh;
  OverviewPresenter waiting(b.monitoring(), b.control.monitoring, fresh);
  QCOMPARE(waiting.state(), OverviewPresenter::State::Loading);
}

void TstAppMonitoring::tilesHaveHistoryAndChange() {
  Bench b;
  b.monitoring().value = [&](const QString&, const QMap<QString, QString>&, qint64 ms) {
    return ms > b.control.status.nowMs - 7 * 60'000 ? 200.0 : 100.0;
  };
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  QTRY_VERIFY(p.tile(OverviewPresenter::Items).change.has_value());
  QCOMPARE(*p.tile(OverviewPresenter::Items).change, 1.0);
  QVERIFY(p.tile(OverviewPresenter::Items).samples.size() >= 50);
  QVERIFY(!p.tile(OverviewPresenter::Errors).change);
}

void TstAppMonitoring::changesAreSentencesNewestFirst() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  QAbstractItemModelTester tester(p.changes(), QAbstractItemModelTester::FailureReportingMode::QtTest);
  p.setShown(true);
  QTRY_VERIFY(p.changesKnown());
  const auto& rows = p.changes()->rows();
  QCOMPARE(rows.size(), std::size_t{11});
  const Change& newest = rows.back();
  QCOMPARE(newest.kind, QStringLiteral("deployment"));
  QCOMPARE(newest.text, QStringLiteral("Deployed arrival_delay_v3: arrival_delay@3, 1 replica"));
  QCOMPARE(newest.actor, QStringLiteral("grace"));
  QCOMPARE(newest.age, QStringLiteral("12 min ago"));
}

void TstAppMonitoring::hiddenOverviewAsksNothing() {
  Bench b;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  b.run(3);
  QVERIFY(b.monitoring().calls.isEmpty());
  p.setShown(true);
  QCOMPARE(b.monitoring().calls.size(), 3);
}

void TstAppMonitoring::failedQuestionIsSaidAndRepaired() {
  Bench b;
  b.monitoring().reachable = false;
  OverviewPresenter p(b.monitoring(), b.control.monitoring, b.world);
  p.setShown(true);
  QTRY_VERIFY(!p.problem().isEmpty());
  QCOMPARE(p.state(), OverviewPresenter::State::Ready);  // the world is known all the same
  b.monitoring().reachable = true;
  QTRY_VERIFY((p.refresh(), QCoreApplication::processEvents(), p.problem().isEmpty()));
}

}  // namespace aerie::presenters

QTEST_GUILESS_MAIN(aerie::presenters::TstAppMonitoring)
#include "tst_app_monitoring.moc"
