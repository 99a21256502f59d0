// Monitoring between Protobuf and the desktop's values.
#include <QtTest>

#include "app/rpc/convert.h"

using namespace aerie;
using namespace aerie::rpc;

class TstAppMonitoringRpc : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aQueryIsSentWhole() {
    MetricsQuery query;
    query.fromMs = 1'000;
    query.toMs = 61'000;
    query.maxPoints = -5;  // nonsense becomes the default
    query.selectors = {{QStringLiteral("p99_ms"),
                        {{QStringLiteral("endpoint"), QStringLiteral("e")}},
                        {QStringLiteral("replica")}}};
    const v1::QueryMetricsRequest request = toProto(query);
    QCOMPARE(request.from_unix_ms(), std::int64_t{1'000});
    QCOMPARE(request.to_unix_ms(), std::int64_t{61'000});
    QCOMPARE(request.max_points(), 0U);
    QCOMPARE(request.selectors(0).metric(), std::string("p99_ms"));
    QCOMPARE(request.selectors(0).labels().at("endpoint"), std::string("e"));
    QCOMPARE(request.selectors(0).group_by(0), std::string("replica"));
  }

  void seriesKeepTheirPointsLabelsAndSelector() {
    v1::QueryMetricsResponse response;
    response.set_step_ms(3'000);
    response.set_oldest_unix_ms(7);
    v1::MetricSeries& series = *response.add_series();
    series.set_metric("p99_ms");
    series.set_selector(2);
    (*series.mutable_labels())["replica"] = "e-0";
    for (int i = 0; i < 3; ++i) {
      v1::MetricPoint& point = *series.add_points();
      point.set_unix_ms(i * 3'000);
      point.set_value(1.5 * i);
    }
    const MetricsAnswer answer = fromProto(response);
    QCOMPARE(answer.stepMs, 3'000);
    QCOMPARE(answer.oldestMs, 7);
    QCOMPARE(answer.series[0].selector, 2);
    QCOMPARE(answer.series[0].labels.value(QStringLiteral("replica")), QStringLiteral("e-0"));
    QCOMPARE(answer.series[0].points.size(), 3);
    QCOMPARE(answer.series[0].points[2], (MetricPoint{6'000, 3.0}));
  }

  void anAlertFiresUntilItIsResolved() {
    v1::Alert alert;
    alert.set_name("AerieReplicaDown");
    alert.set_since_unix_ms(5);
    QVERIFY(fromProto(alert).firing());
    alert.set_resolved_unix_ms(9);
    QVERIFY(!fromProto(alert).firing());
  }

  void whatIsAbsentInResultsStaysAbsent() {
    v1::ExperimentResultsResponse response;
    for (const char* name : {"control", "treatment"}) {
      v1::ArmResult& arm = *response.add_arms();
      arm.set_arm(name);
      arm.set_items(10);
      v1::OutcomeResult& outcome = *arm.add_outcomes();
      outcome.set_metric("late");
      outcome.set_count(1);
    }
    v1::OutcomeResult& compared = *response.mutable_arms(1)->mutable_outcomes(0);
    compared.set_difference(0);  // no difference is not the same as none known
    compared.mutable_difference_interval()->set_low(-1);
    compared.mutable_mean_interval()->set_high(2);
    const ExperimentResults results = fromProto(response);
    QVERIFY(!results.arms[0].outcomes[0].difference.has_value());
    QVERIFY(!results.arms[0].outcomes[0].meanInterval.has_value());
    QCOMPARE(results.arms[1].outcomes[0].difference.value(), 0.0);
    QCOMPARE(results.arms[1].outcomes[0].differenceInterval.low, -1.0);
    QCOMPARE(results.arms[1].outcomes[0].meanInterval->high, 2.0);
  }

  void aDraftIsSentWhole() {
    ExperimentDraft draft;
    draft.name = QStringLiteral("x");
    draft.arms = {{QStringLiteral("a"), 0.25}, {QStringLiteral("b"), 0.75}};
    draft.coverage = 0.5;
    draft.layerShare = 0.25;
    draft.start = true;
    const v1::CreateExperimentRequest request = toProto(draft);
    QCOMPARE(request.arms_size(), 2);
    QCOMPARE(request.arms(1).weight(), 0.75);
    QCOMPARE(request.coverage(), 0.5);
    QCOMPARE(request.layer_share(), 0.25);
    QVERIFY(request.start());
  }

  void histogramsHostsMarkersAndAuditEntriesAreRead() {
    v1::ScoreHistogramResponse scores;
    for (const double edge : {0.0, 0.5, 1.0}) scores.add_edges(edge);
    v1::ScoreHistogram& arm = *scores.add_arms();
    arm.set_arm("a");
    arm.add_counts(3);
    arm.add_counts(4);
    arm.set_above(1);
    QCOMPARE(fromProto(scores).edges, (QList<double>{0.0, 0.5, 1.0}));
    QCOMPARE(fromProto(scores).arms[0].counts, (QList<double>{3.0, 4.0}));
    QCOMPARE(fromProto(scores).arms[0].above, 1.0);

    v1::Host host;
    host.set_memory_total_bytes(10);
    host.set_disk_used_bytes(4);
    host.add_processes()->set_threads(3);
    QCOMPARE(fromProto(host).memoryTotalBytes, quint64{10});
    QCOMPARE(fromProto(host).diskUsedBytes, quint64{4});
    QCOMPARE(fromProto(host).processes[0].threads, 3U);

    v1::Marker marker;
    marker.set_unix_ms(8);
    marker.set_actor("ada");
    QCOMPARE(fromProto(marker).ms, 8);
    QCOMPARE(fromProto(marker).actor, QStringLiteral("ada"));

    v1::AuditEntry entry;
    entry.set_sequence(12);
    entry.set_detail("revision 3");
    QCOMPARE(fromProto(entry).sequence, quint64{12});
    QCOMPARE(fromProto(entry).detail, QStringLiteral("revision 3"));
  }
};

QTEST_GUILESS_MAIN(TstAppMonitoringRpc)
#include "tst_app_monitoring_rpc.moc"
