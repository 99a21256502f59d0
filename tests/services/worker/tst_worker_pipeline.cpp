#include <QtTest>
#include <future>
#include <latch>
#include <thread>

#include "core/base/files.h"
#include "core/telemetry/tfrecord.h"
#include "core/zones/zone_file.h"
#include "services/worker/worker_pipeline.h"
#include "tensorflow_serving/example.pb.h"
#include "tests/services/worker/worker_fixtures.h"

using namespace aerie;
using namespace aerie::worker;
using namespace aerie::testing;
using namespace std::chrono_literals;

namespace {

struct Answer {
  absl::Status status;
  v1::PredictResponse response;
};

// The scores of an answer; NaN for null.
std::vector<float> scores(const Answer& answer) {
  const auto outputs = frame::fromWire(answer.response.outputs());
  std::vector<float> result;
  const frame::Column* column = outputs.ok() ? outputs->find("score") : nullptr;
  for (std::size_t i = 0; column != nullptr && i < column->rows(); ++i) {
    result.push_back(static_cast<float>(column->numberAt(i)));
  }
  return result;
}

}  // namespace

class TstWorkerPipeline : public QObject {
  Q_OBJECT
  // Everything that a pipeline works with.
  struct Bench {
    explicit Bench(std::size_t max_in_flight = 64) {
      if (!fillOrigins(store).ok()) qFatal("the store can't be filled");
      loader = std::move(*features::FeatureLoader::create(testFeatures(), &store));
      std::vector<preprocess::InputColumn> inputs;
      for (const auto& c : loader->outputColumns()) inputs.push_back({c.name, c.type, c.dimension});
      preprocessor =
          std::make_unique<preprocess::Pipeline>(*preprocess::Pipeline::compile(testPreprocessor(), inputs));
      options.identity = {"model", "3", "endpoint", "endpoint-0"};
      options.max_rows = 1'000;
      options.max_in_flight = max_in_flight;
    }
    WorkerPipeline& pipeline() {
      if (!made) {
        made = std::make_unique<WorkerPipeline>(
            PipelineParts{loader.get(), preprocessor.get(), &runtime, log.get(), &worker_metrics, &executor,
                          &clock, nullptr, zones},
            options);
      }
      return *made;
    }
    // Starts a request; the future gets its answer.
    std::future<Answer> start(v1::WorkerRequest request, std::chrono::system_clock::time_point deadline = {},
                              std::shared_ptr<const std::atomic<bool>> cancelled = nullptr) {
      auto answer = std::make_shared<Answer>();
      auto promise = std::make_shared<std::promise<Answer>>();
      PredictCall call;
      call.request = std::make_shared<const v1::WorkerRequest>(std::move(request));
      call.response = &answer->response;
      call.memory_bytes = 100;
      if (deadline != std::chrono::system_clock::time_point()) call.deadline = deadline;
      if (cancelled != nullptr)
        call.cancelled = [cancelled = std::move(cancelled)] { return cancelled->load(); };
      call.done = [answer, promise](absl::Status status) {
        answer->status = std::move(status);
        promise->set_value(std::move(*answer));
      };
      pipeline().predict(std::move(call));
      return promise->get_future();
    }
    Answer predict(v1::WorkerRequest request) {
      Answer answer = start(std::move(request)).get();
      (void)pipeline().waitIdle(10s);
      return answer;
    }
    ~Bench() {
      runtime.release();
      if (made) (void)made->waitIdle(10s);
    }

    SystemClock clock;
    telemetry::Metrics metrics;
    WorkerMetrics worker_metrics{metrics, clock, "endpoint"};
    MemoryStore store;
    std::unique_ptr<features::FeatureLoader> loader;
    std::unique_ptr<preprocess::Pipeline> preprocessor;
    FakeRuntime runtime;
    std::unique_ptr<telemetry::FeatureLog> log;
    const ZoneRows* zones = nullptr;
    PipelineOptions options;
    Executor executor{{.threads = 2, .queue_limit = 1'000}};
    std::unique_ptr<WorkerPipeline> made;
  };

 private Q_SLOTS:
  void answersInItemOrder() {
    Bench bench;
    const Answer answer = bench.predict(testRequest({100, 200, 300}));
    VERIFY_OK(answer.status);
    QCOMPARE(scores(answer),
             (std::vector<float>{expectedSum(100, 0), expectedSum(200, 1), expectedSum(300, 2)}));
    QCOMPARE(answer.response.request_id(), std::string("request-1"));
    QCOMPARE(answer.response.item_status_size(), 0);
    QCOMPARE(answer.response.served_by_size(), 1);
    QCOMPARE(answer.response.served_by(0).version(), std::string("3"));
    QCOMPARE(answer.response.served_by(0).endpoint(), std::string("endpoint"));
    QCOMPARE(bench.runtime.last()->column_names,
             (std::vector<std::string>{"scaled", "hour", "age", "late_rate"}));
    QCOMPARE(bench.worker_metrics.rows(), 3U);
    QCOMPARE(bench.worker_metrics.failedRows(), 0U);
    for (const Stage stage : {Stage::kDecode, Stage::kFeatures, Stage::kPreprocess, Stage::kModel,
                              Stage::kEncode, Stage::kTotal}) {
      QVERIFY2(bench.worker_metrics.p99Ms(stage) > 0, std::string(name(stage)).c_str());
    }
  }

  void aFailedRowLeavesTheOthersAlone() {
    Bench bench;
    const Answer answer =
        bench.predict(testRequest({100, 0, 300}, frame::NullMask::fromFlags({false, true, false})));
    VERIFY_OK(answer.status);
    const std::vector<float> got = scores(answer);
    QCOMPARE(got.size(), 3U);
    QCOMPARE(got[0], expectedSum(100, 0));
    QVERIFY(std::isnan(got[1]));
    QCOMPARE(got[2], expectedSum(300, 2));
    QCOMPARE(answer.response.item_status_size(), 3);
    QCOMPARE(answer.response.item_status(0), 0);
    QCOMPARE(answer.response.item_status(1), static_cast<int>(absl::StatusCode::kInvalidArgument));
    QCOMPARE(answer.response.item_error(0), 0U);
    const std::string& error = answer.response.errors(static_cast<int>(answer.response.item_error(1)));
    QVERIFY2(error.find("distance") != std::string::npos, error.c_str());
    QCOMPARE(bench.runtime.last()->rows, 2U);
    QCOMPARE(bench.worker_metrics.failedRows(), 1U);
  }

  void theModelIsNotAskedWhenEveryRowFailed() {
    Bench bench;
    const Answer answer = bench.predict(testRequest({0, 0}, frame::NullMask::fromFlags({true, true})));
    VERIFY_OK(answer.status);
    QCOMPARE(bench.runtime.calls(), 0);
    QCOMPARE(answer.response.item_status_size(), 2);
    for (const int row : {0, 1}) {
      QCOMPARE(answer.response.item_status(row), static_cast<int>(absl::StatusCode::kInvalidArgument));
      QVERIFY(!answer.response.errors(static_cast<int>(answer.response.item_error(row))).empty());
    }
    QVERIFY(answer.response.errors(0).empty());
  }

  void anItemOfAZoneWithoutAPartFailsAlone() {
    // Half the distance chooses the part.
    auto dir = TempDir::create();
    VERIFY_OK(dir.status());
    zones::ZoneIndex index;
    index.columns = {"scaled", "hour", "age", "late_rate"};
    index.keys = {{"distance", "scaled"}};
    index.parts = {{"a", {"100"}, {50}, 0, 0, 0, 0, {}}, {"b", {"300"}, {150}, 0, 0, 0, 0, {}}};
    const auto file = dir->path() / "zones.azm";
    VERIFY_OK(zones::writeZoneFile(file, index, {1, 1}, [](std::size_t) { return std::string("m"); }));
    auto zone_rows = ZoneRows::create(file);
    VERIFY_OK(zone_rows.status());
    QVERIFY(*zone_rows != nullptr);
    Bench bench;
    bench.zones = zone_rows->get();
    const Answer answer =
        bench.predict(testRequest({100, 7, 0, 300}, frame::NullMask::fromFlags({false, false, true, false})));
    VERIFY_OK(answer.status);
    const std::vector<float> got = scores(answer);
    QCOMPARE(got.size(), std::size_t{4});
    QCOMPARE(got[0], expectedSum(100, 0));
    QVERIFY(std::isnan(got[1]) && std::isnan(got[2]));
    QCOMPARE(got[3], expectedSum(300, 3));
    QCOMPARE(bench.runtime.last()->rows, 2U);
    QCOMPARE(answer.response.item_status(1), static_cast<int>(absl::StatusCode::kInvalidArgument));
    const std::string& error = answer.response.errors(static_cast<int>(answer.response.item_error(1)));
    QVERIFY2(error.find("no part for distance=7") != std::string::npos, error.c_str());
    const Answer none = bench.predict(testRequest({7, 8}));
    VERIFY_OK(none.status);
    QCOMPARE(none.response.item_status_size(), 2);
    QCOMPARE(bench.runtime.calls(), 1);
  }

  void aRequestWithoutItemsHasAnEmptyAnswer() {
    Bench bench;
    v1::WorkerRequest request;
    request.mutable_feature_data_frame();
    const Answer answer = bench.predict(request);
    VERIFY_OK(answer.status);
    QCOMPARE(answer.response.outputs().row_count(), 0U);
    QCOMPARE(bench.runtime.calls(), 0);
  }

  void badRequestsNameTheFeatureAndTheRemedy_data() {
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* what, const std::function<void(v1::WorkerRequest&)>& breakIt,
                        QByteArrayList words) {
      v1::WorkerRequest request = testRequest({1, 2, 3});
      breakIt(request);
      QTest::newRow(what) << QByteArray::fromStdString(request.SerializeAsString()) << std::move(words);
    };
    const auto column = [](v1::WorkerRequest& r, int i) {
      return r.mutable_feature_data_frame()->mutable_columns(i);
    };
    row("missing shared feature", [](auto& r) { r.clear_shared_features(); }, {"hour", "shared"});
    row("missing item feature", [&](auto& r) { column(r, 0)->set_name("distanze"); },
        {"distance", "distanze"});
    row("wrong type",
        [&](auto& r) {
          column(r, 0)->mutable_strings()->mutable_values()->Add("a");
          column(r, 0)->mutable_strings()->add_values("b");
          column(r, 0)->mutable_strings()->add_values("c");
        },
        {"distance", "string", "double"});
    row("ragged columns", [&](auto& r) { column(r, 0)->mutable_doubles()->add_values(4); },
        {"feature_data_frame", "distance"});
    row("short null bitmap", [&](auto& r) { column(r, 0)->set_null_bitmap("\1\1\1"); }, {"distance"});
    row("column without values", [&](auto& r) { column(r, 1)->clear_data(); }, {"origin"});
    row("duplicate column", [&](auto& r) { column(r, 1)->set_name("distance"); }, {"distance"});
    row("two rows of shared features",
        [](auto& r) {
          r.mutable_shared_features()->mutable_columns(0)->mutable_int64s()->add_values(8);
          r.mutable_shared_features()->set_row_count(2);
        },
        {"shared"});
    row("a claim of 2^60 rows", [](auto& r) { r.mutable_feature_data_frame()->set_row_count(1ULL << 60); },
        {"feature_data_frame"});
  }
  void badRequestsNameTheFeatureAndTheRemedy() {
    QFETCH(const QByteArray, broken);
    QFETCH(const QByteArrayList, words);
    v1::WorkerRequest request;
    QVERIFY(request.ParseFromString(broken.toStdString()));
    Bench bench;
    const Answer answer = bench.predict(request);
    QCOMPARE(answer.status.code(), absl::StatusCode::kInvalidArgument);
    for (const QByteArray& word : words) VERIFY_MESSAGE(answer.status, word.toStdString());
    QCOMPARE(bench.runtime.calls(), 0);
    QVERIFY(bench.predict(testRequest({1})).status.ok());  // nothing was left behind
  }

  void aMillionRowsAreRefused() {
    Bench bench;
    v1::WorkerRequest request = testRequest({1});
    auto* columns = request.mutable_feature_data_frame()->mutable_columns();
    columns->DeleteSubrange(1, 1);
    columns->at(0).mutable_doubles()->mutable_values()->Resize(1'000'000, 1.0);
    request.mutable_feature_data_frame()->set_row_count(1'000'000);
    const Answer answer = bench.predict(std::move(request));
    QCOMPARE(answer.status.code(), absl::StatusCode::kInvalidArgument);
    VERIFY_MESSAGE(answer.status, "1000000 rows");
    VERIFY_MESSAGE(answer.status, "1000");
  }

  void moreThanTheLimitInFlightIsRefusedAtOnce() {
    Bench bench(2);
    bench.runtime.hold();
    auto first = bench.start(testRequest({1}));
    auto second = bench.start(testRequest({2}));
    bench.runtime.waitHeld(2);
    const Answer refused = bench.start(testRequest({3})).get();
    QCOMPARE(refused.status.code(), absl::StatusCode::kResourceExhausted);
    VERIFY_MESSAGE(refused.status, "endpoint");
    QVERIFY(!bench.pipeline().waitIdle(0ms));
    bench.runtime.release();
    VERIFY_OK(first.get().status);
    VERIFY_OK(second.get().status);
    QVERIFY(bench.pipeline().waitIdle(10s));
    VERIFY_OK(bench.predict(testRequest({4})).status);
  }

  void aPassedDeadlineDoesNotReachTheModel() {
    Bench bench;
    const Answer answer = bench.start(testRequest({1}), std::chrono::system_clock::now() - 1ms).get();
    QCOMPARE(answer.status.code(), absl::StatusCode::kDeadlineExceeded);
    QCOMPARE(bench.runtime.calls(), 0);
  }

  void aCancelledRequestDoesNotReachTheModel() {
    Bench bench;
    const Answer answer =
        bench.start(testRequest({1}), {}, std::make_shared<const std::atomic<bool>>(true)).get();
    QCOMPARE(answer.status.code(), absl::StatusCode::kCancelled);
    QCOMPARE(bench.runtime.calls(), 0);
  }

  void theRuntimesErrorIsTheAnswer() {
    Bench bench;
    bench.runtime.failWith(unavailable("the sidecar is down"));
    const Answer answer = bench.predict(testRequest({1, 2}));
    QCOMPARE(answer.status.code(), absl::StatusCode::kUnavailable);
    VERIFY_MESSAGE(answer.status, "sidecar");
    QCOMPARE(bench.worker_metrics.failedRows(), 2U);
  }

  void anAnswerWithOtherRowsIsNotBelieved() {
    Bench bench;
    bench.runtime.answerRows(1);
    const Answer answer = bench.predict(testRequest({1, 2}));
    QCOMPARE(answer.status.code(), absl::StatusCode::kInternal);
    VERIFY_MESSAGE(answer.status, "fake runtime");
  }

  void aStoreThatIsDownCostsDefaultsOnlyAndComesBack() {
    Bench bench;
    bench.store.fail(unavailable("connection refused"));
    const Answer down = bench.predict(testRequest({100, 200}));
    VERIFY_OK(down.status);
    QCOMPARE(scores(down), (std::vector<float>{50 + 47 + 0.25F, 100 + 47 + 0.25F}));
    QCOMPARE(bench.worker_metrics.defaults().at("late_rate"), 2U);
    bench.store.fail(absl::OkStatus());
    QCOMPARE(scores(bench.predict(testRequest({100}))), std::vector<float>{expectedSum(100, 0)});
    QCOMPARE(bench.worker_metrics.defaults().at("late_rate"), 2U);
    const std::string text = bench.metrics.text();
    QVERIFY(text.find("aerie_worker_feature_store_errors_total{endpoint=\"endpoint\"} 1") !=
            std::string::npos);
    QVERIFY(text.find("aerie_worker_feature_defaults_total{endpoint=\"endpoint\",feature=\"late_rate\"} 2") !=
            std::string::npos);
  }

  void everyRowIsLogged() {
    const auto dir = TempDir::create();
    Bench bench;
    telemetry::FeatureLogOptions options;
    options.directory = dir->path();
    options.clock = &bench.clock;
    bench.log = std::move(*telemetry::FeatureLog::open(options));
    v1::WorkerRequest request = testRequest({100, 0, 300}, frame::NullMask::fromFlags({false, true, false}));
    request.mutable_attribution()->set_model_use_case("delays");
    request.mutable_attribution()->add_assignments()->set_arm("treatment");
    VERIFY_OK(bench.predict(std::move(request)).status);
    bench.log->close();
    std::vector<tensorflow::Example> rows;
    for (const auto& entry : std::filesystem::directory_iterator(dir->path())) {
      telemetry::TfRecordReader reader(*telemetry::fileSource(entry.path()), "log");
      for (auto record = reader.next(); record.ok() && *record; record = reader.next()) {
        QVERIFY(rows.emplace_back().ParseFromString(**record));
      }
    }
    QCOMPARE(rows.size(), 3U);
    const auto& third = rows[2].features().feature();
    QCOMPARE(third.at("distance").float_list().value(0), 300.0F);
    QCOMPARE(third.at("pre/scaled").float_list().value(0), 150.0F);
    QCOMPARE(third.at("out/score").float_list().value(0), expectedSum(300, 2));
    QCOMPARE(third.at("meta/arm").bytes_list().value(0), std::string("treatment"));
    QCOMPARE(third.at("meta/request_id").bytes_list().value(0), std::string("request-1"));
    QCOMPARE(rows[1].features().feature().at("meta/code").int64_list().value(0), std::int64_t{3});
    QVERIFY(!rows[1].features().feature().contains("out/score"));
  }

  void aFullLogQueueDoesNotFailPredictions() {
    const auto dir = TempDir::create();
    Bench bench;
    telemetry::FeatureLogOptions options;
    options.directory = dir->path();
    options.clock = &bench.clock;
    options.queue_bytes = 1;
    options.on_drop = [&](telemetry::DropReason r, std::size_t n) {
      bench.worker_metrics.countLogDrop(r, n);
    };
    bench.log = std::move(*telemetry::FeatureLog::open(options));
    VERIFY_OK(bench.predict(testRequest({1, 2})).status);
    QCOMPARE(bench.worker_metrics.logDropped(), 2U);
  }

  void cacheTotalsAreCountedOnceInWhateverOrderTheyCome() {
    telemetry::Metrics metrics;
    const ManualClock clock;
    WorkerMetrics worker_metrics(metrics, clock, "endpoint");
    worker_metrics.setCache(10, 4);
    worker_metrics.setCache(7, 5);  // read before the other, told after it
    worker_metrics.setCache(12, 5);
    const std::string text = metrics.text();
    QVERIFY2(
        text.find("aerie_worker_feature_cache_hits_total{endpoint=\"endpoint\"} 12\n") != std::string::npos &&
            text.find("aerie_worker_feature_cache_misses_total{endpoint=\"endpoint\"} 5\n") !=
                std::string::npos,
        text.c_str());
  }

  void parallelRequestsDoNotMix() {
    Bench bench(1'000);
    bench.pipeline();  // made here, not by whichever thread comes first
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 100; ++i) {
          const double base = t * 1'000 + i;
          const Answer answer = bench.start(testRequest({base, base + 0.5})).get();
          if (scores(answer) != std::vector<float>{expectedSum(base, 0), expectedSum(base + 0.5, 1)}) ++wrong;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(bench.worker_metrics.requests(), 400U);
    QVERIFY(bench.pipeline().waitIdle(10s));
    QCOMPARE(bench.pipeline().inFlight(), 0U);
  }
};

QTEST_GUILESS_MAIN(TstWorkerPipeline)
#include "tst_worker_pipeline.moc"
