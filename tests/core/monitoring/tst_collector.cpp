#include <QtTest>

#include "core/base/status.h"
#include "core/monitoring/collector.h"
#include "core/monitoring/measures.h"

using namespace aerie;
using namespace aerie::monitoring;

namespace {

const Target kWorker = {"worker/e-0", {{"endpoint", "e"}, {"replica", "e-0"}}, 100};
const Target kProxy = {"proxy/p", {{"proxy", "p"}}, 0};

const Reading* find(const std::vector<Reading>& readings, std::string_view metric) {
  for (const Reading& r : readings) {
    if (r.metric == metric) return &r;
  }
  return nullptr;
}

}  // namespace

class TstCollector : public QObject {
  Q_OBJECT
  Collector collector_;

  std::vector<Reading> take(const Target& target, const std::string& text, double seconds,
                            absl::Status* status = nullptr) {
    const auto exposition = parsePrometheusText(text);
    if (!exposition.ok()) qFatal("%s", messageOf(exposition.status()).c_str());
    std::vector<Reading> readings;
    const absl::Status taken = collector_.take(target, *exposition, seconds, readings);
    if (status != nullptr) *status = taken;
    return readings;
  }

 private Q_SLOTS:
  void init() { collector_ = {}; }

  void theFirstLookOnlyRemembers() {
    QVERIFY(take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 50\n", 1).empty());
    const auto readings = take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 56\n", 3);
    QCOMPARE(find(readings, series::kWorkerRequests)->cell, (Cell{6, 2, {}}));
    QCOMPARE(find(readings, series::kWorkerRequests)->labels, kWorker.labels);
    QCOMPARE(find(readings, series::kRowCapacity)->cell.sum, 600.0);
  }

  void codesAreAddedAndFailuresAlsoKeptApart() {
    take(kWorker, "aerie_worker_rows_total{code=\"OK\"} 0\n", 1);
    const auto readings = take(kWorker,
                               "aerie_worker_rows_total{code=\"OK\"} 90\n"
                               "aerie_worker_rows_total{code=\"INTERNAL\"} 10\n",
                               2);
    QCOMPARE(find(readings, series::kRows)->cell.sum, 100.0);
    QCOMPARE(find(readings, series::kFailedRows)->cell.sum, 10.0);  // new since the first look: from zero
  }

  void aCounterThatShrankBeganAnewAtZero() {
    take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 500\n", 1);
    const auto readings = take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 7\n", 2);
    QCOMPARE(find(readings, series::kWorkerRequests)->cell.sum, 7.0);
  }

  void aHistogramBecomesObservationsPerBucket() {
    const std::string type = "# TYPE aerie_proxy_request_seconds histogram\n";
    const auto text = [&](int a, int b, int c, double sum) {
      const std::string n = "aerie_proxy_request_seconds";
      return type + fmt::format(
                        "{0}_bucket{{use_case=\"u\",le=\"0.1\"}} {1}\n"
                        "{0}_bucket{{use_case=\"u\",le=\"1\"}} {2}\n"
                        "{0}_bucket{{use_case=\"u\",le=\"+Inf\"}} {3}\n"
                        "{0}_sum{{use_case=\"u\"}} {4}\n{0}_count{{use_case=\"u\"}} {3}\n",
                        n, a, b, c, sum);
    };
    QVERIFY(take(kProxy, text(10, 12, 12, 2), 1).empty());
    const auto readings = take(kProxy, text(15, 20, 21, 5.5), 2);
    const Reading* seconds = find(readings, series::kProxySeconds);
    QCOMPARE(seconds->labels, (Labels{{"proxy", "p"}, {"use_case", "u"}}));
    QCOMPARE(seconds->bounds, (std::vector<double>{0.1, 1}));
    QCOMPARE(seconds->cell, (Cell{3.5, 1, {5, 3, 1}}));
    const auto anew = take(kProxy, text(1, 1, 2, 3), 3);
    QCOMPARE(find(anew, series::kProxySeconds)->cell, (Cell{3, 1, {1, 0, 1}}));
  }

  void onlyTheFeatureStageIsTheStore() {
    const auto stage = [](const char* name, int n) {
      return fmt::format(
          "aerie_worker_stage_seconds_bucket{{stage=\"{0}\",le=\"+Inf\"}} {1}\n"
          "aerie_worker_stage_seconds_sum{{stage=\"{0}\"}} {1}\n"
          "aerie_worker_stage_seconds_count{{stage=\"{0}\"}} {1}\n",
          name, n);
    };
    const std::string type = "# TYPE aerie_worker_stage_seconds histogram\n";
    take(kWorker, type + stage("features", 0) + stage("model", 0), 1);
    const auto readings = take(kWorker, type + stage("features", 2) + stage("model", 9), 2);
    QCOMPARE(readings.size(), std::size_t{1});
    QCOMPARE(readings.front().metric, std::string(series::kStoreSeconds));
    QCOMPARE(readings.front().cell.sum, 2.0);
  }

  void hitsAndMissesAreLookups() {
    const auto text = [](int hits, int misses) {
      return fmt::format(
          "aerie_worker_feature_cache_hits_total{{endpoint=\"e\"}} {}\n"
          "aerie_worker_feature_cache_misses_total{{endpoint=\"e\"}} {}\n",
          hits, misses);
    };
    take(kWorker, text(5, 5), 1);
    const auto readings = take(kWorker, text(14, 6), 2);
    QCOMPARE(find(readings, series::kCacheHits)->cell.sum, 9.0);
    QCOMPARE(find(readings, series::kCacheLookups)->cell.sum, 10.0);
  }

  void aBrokenFamilyDoesNotHideTheOthers() {
    absl::Status status;
    take(kWorker, "aerie_worker_in_flight 3\n", 1);
    const auto readings = take(kWorker,
                               "# TYPE aerie_worker_request_seconds histogram\n"
                               "aerie_worker_request_seconds_count 1\n"
                               "aerie_worker_in_flight 5\n",
                               2, &status);
    QVERIFY(absl::IsInvalidArgument(status));
    QVERIFY(messageOf(status).find("worker/e-0") != std::string::npos);
    QCOMPARE(find(readings, series::kInFlight)->cell, (Cell{5, 1, {}}));
  }

  void whatIsTooLargeForTheHistoryIsLeftOut() {
    std::string text = "# TYPE aerie_proxy_scores histogram\n";
    for (int i = 0; i < 300; ++i) text += fmt::format("aerie_proxy_scores_bucket{{le=\"{}\"}} 1\n", i);
    text +=
        "aerie_proxy_scores_bucket{le=\"+Inf\"} 1\naerie_proxy_scores_sum 1\naerie_proxy_scores_count 1\n";
    text += fmt::format("aerie_proxy_requests_total{{use_case=\"{}\"}} 1\n", std::string(1000, 'u'));
    take(kProxy, text, 1);
    QVERIFY(take(kProxy, text, 2).empty());
  }

  void metricsOfOthersAreLeftOut() {
    take(kWorker, "go_threads 4\n", 1);
    QVERIFY(take(kWorker, "go_threads 4\n", 2).empty());
  }

  void aTargetThatWasAwayIsNewAgain() {
    take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 5\n", 1);
    collector_.keepOnly({});
    QVERIFY(take(kWorker, "aerie_worker_requests_total{code=\"OK\"} 9\n", 2).empty());
  }
};

QTEST_GUILESS_MAIN(TstCollector)
#include "tst_collector.moc"
