// Decoding at the border, splitting and merging: every answer row belongs to its own item.
#include <QtTest>
#include <numeric>
#include <random>

#include "core/base/status.h"
#include "services/proxy/merger.h"
#include "services/proxy/request_frames.h"
#include "services/proxy/splitter.h"
#include "tests/services/proxy/fakes.h"

using namespace aerie;
using namespace aerie::proxy;
using namespace aerie::proxy::testing;

namespace {

v1::Column* addDoubles(v1::DataFrame* frame, const std::string& name, const std::vector<double>& values) {
  v1::Column* column = frame->add_columns();
  column->set_name(name);
  column->mutable_doubles()->mutable_values()->Add(values.begin(), values.end());
  return column;
}

v1::Column* addInt64s(v1::DataFrame* frame, const std::string& name,
                      const std::vector<std::int64_t>& values) {
  v1::Column* column = frame->add_columns();
  column->set_name(name);
  column->mutable_int64s()->mutable_values()->Add(values.begin(), values.end());
  return column;
}

v1::PredictResponse numbers(const std::string& column, const std::vector<double>& values) {
  v1::PredictResponse response;
  response.mutable_outputs()->set_row_count(values.size());
  addDoubles(response.mutable_outputs(), column, values);
  return response;
}

}  // namespace

class TstProxySplitMerge final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void wrongRequestsAreRefusedWithTheReason_data();
  void wrongRequestsAreRefusedWithTheReason();
  void keysComeFromItemThenQueryThenShared();
  void keysOfAnyTypeAreText();
  void chunksAreFullAndEven_data();
  void chunksAreFullAndEven();
  void chunkCarriesOnlyItsQueries();
  void wholeRequestMovesWithoutCopy();
  void attributionNamesEachRow();
  void shadowCopyIsMarked();
  void everyRowComesBackInItsPlace_data();
  void everyRowComesBackInItsPlace();
  void failedChunkFailsItsRowsOnly();
  void answerWithWrongRowCountFailsItsRowsOnly();
  void outputsThatDontFitFailTheirRowsOnly();
  void itemErrorsKeepTheirTexts();
  void servedByNamesEndpointVersionAndReplica();
};

void TstProxySplitMerge::wrongRequestsAreRefusedWithTheReason_data() {
  QTest::addColumn<std::function<void(v1::ProxyRequest&)>>("spoil");
  QTest::addColumn<QString>("reason");
  const auto row = [](const char* name, std::function<void(v1::ProxyRequest&)> spoil, const char* reason) {
    QTest::newRow(name) << spoil << QString::fromLatin1(reason);
  };
  row(
      "ragged columns",
      [](v1::ProxyRequest& r) {
        addDoubles(r.mutable_feature_data_frame(), "z", {1, 2});
      },
      "z");
  row(
      "duplicate column",
      [](v1::ProxyRequest& r) {
        addDoubles(r.mutable_feature_data_frame(), "x", {1, 2, 3});
      },
      "x");
  row(
      "too many rows",
      [](v1::ProxyRequest& r) {
        r.mutable_feature_data_frame()->Clear();
        r.mutable_feature_data_frame()->set_row_count(1'000'000);
        addDoubles(r.mutable_feature_data_frame(), "x", std::vector<double>(1'000'000));
      },
      "1000000");
  row(
      "rows without columns",
      [](v1::ProxyRequest& r) {
        r.mutable_feature_data_frame()->Clear();
        r.mutable_feature_data_frame()->set_row_count(1ULL << 62);
      },
      "feature_data_frame");
  row(
      "two shared rows",
      [](v1::ProxyRequest& r) {
        r.mutable_shared_features()->set_row_count(2);
        addDoubles(r.mutable_shared_features(), "s", {1, 2});
      },
      "shared_features has 2 rows");
  row(
      "query_index missing",
      [](v1::ProxyRequest& r) {
        r.mutable_query_data_frame()->set_row_count(2);
        addDoubles(r.mutable_query_data_frame(), "q", {1, 2});
      },
      "query_index is missing");
  row(
      "query_index out of range",
      [](v1::ProxyRequest& r) {
        r.mutable_query_data_frame()->set_row_count(2);
        addDoubles(r.mutable_query_data_frame(), "q", {1, 2});
        addInt64s(r.mutable_feature_data_frame(), "query_index", {0, 1, 2});
      },
      "query_index is 2 at row 2");
  row(
      "query_index negative",
      [](v1::ProxyRequest& r) {
        r.mutable_query_data_frame()->set_row_count(1);
        addDoubles(r.mutable_query_data_frame(), "q", {1});
        addInt64s(r.mutable_feature_data_frame(), "query_index", {0, -1, 0});
      },
      "query_index is -1 at row 1");
  row(
      "query_index null",
      [](v1::ProxyRequest& r) {
        r.mutable_query_data_frame()->set_row_count(1);
        addDoubles(r.mutable_query_data_frame(), "q", {1});
        addInt64s(r.mutable_feature_data_frame(), "query_index", {0, 0, 0})
            ->set_null_bitmap(std::string(1, '\x02'));
      },
      "query_index is null at row 1");
  row(
      "query_index of another type",
      [](v1::ProxyRequest& r) {
        addDoubles(r.mutable_feature_data_frame(), "query_index", {0, 0, 0});
      },
      "make it int64");
  row(
      "query_index without queries",
      [](v1::ProxyRequest& r) {
        addInt64s(r.mutable_feature_data_frame(), "query_index", {0, 0, 0});
      },
      "query_data_frame is empty");
}

void TstProxySplitMerge::wrongRequestsAreRefusedWithTheReason() {
  using Spoil = std::function<void(v1::ProxyRequest&)>;
  QFETCH(Spoil, spoil);
  QFETCH(QString, reason);
  const auto request = modelRequest(3);
  QVERIFY(decodeRequest(std::make_shared<v1::ProxyRequest>(*request), {}).ok());
  spoil(*request);
  const auto decoded = decodeRequest(request, {});
  QVERIFY(!decoded.ok());
  QCOMPARE(decoded.status().code(), absl::StatusCode::kInvalidArgument);
  const QString message = QString::fromStdString(messageOf(decoded.status()));
  QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstProxySplitMerge::keysComeFromItemThenQueryThenShared() {
  const auto request = modelRequest(3, 2, true);
  const auto frames = decodeRequest(request, {});
  QVERIFY(frames.ok());
  const KeyColumns keys(*frames, {"key", "q", "s", "nowhere"});
  QCOMPARE(std::get<std::string_view>(keys.columns()[0].at(1)), std::string_view("key-1"));
  QCOMPARE(std::get<std::string_view>(keys.columns()[1].at(1)),
           std::string_view("100"));  // item 1 belongs to query 1
  QCOMPARE(std::get<std::string_view>(keys.columns()[1].at(2)), std::string_view("0"));
  QCOMPARE(std::get<std::string_view>(keys.columns()[2].at(2)), std::string_view("0.5"));
  QVERIFY(std::holds_alternative<std::monostate>(keys.columns()[3].at(0)));
}

void TstProxySplitMerge::keysOfAnyTypeAreText() {
  const auto request = modelRequest(3);
  v1::Column* flags = request->mutable_feature_data_frame()->add_columns();
  flags->set_name("flag");
  for (const bool value : {true, false, true}) flags->mutable_bools()->add_values(value);
  flags->set_null_bitmap(std::string(1, '\x04'));
  const auto frames = decodeRequest(request, {});
  QVERIFY(frames.ok());
  const KeyColumns keys(*frames, {"flag", "id"});
  QCOMPARE(std::get<std::string_view>(keys.columns()[0].at(0)), std::string_view("true"));
  const routing::KeyValue null_key = keys.columns()[0].at(2);
  QVERIFY(std::holds_alternative<std::monostate>(null_key) || std::get<std::string_view>(null_key).empty());
  QCOMPARE(std::get<std::int64_t>(keys.columns()[1].at(2)), std::int64_t{2});
}

void TstProxySplitMerge::chunksAreFullAndEven_data() {
  QTest::addColumn<int>("items");
  QTest::addColumn<int>("batch");
  QTest::addColumn<std::vector<int>>("sizes");
  QTest::newRow("no item, no chunk") << 0 << 10 << std::vector<int>{};
  QTest::newRow("one item") << 1 << 10 << std::vector<int>{1};
  QTest::newRow("just full") << 10 << 10 << std::vector<int>{10};
  QTest::newRow("one over is halved") << 11 << 10 << std::vector<int>{6, 5};
  QTest::newRow("three") << 29 << 10 << std::vector<int>{10, 10, 9};
  QTest::newRow("batch of one") << 3 << 1 << std::vector<int>{1, 1, 1};
  QTest::newRow("batch of zero counts as one") << 2 << 0 << std::vector<int>{1, 1};
}

void TstProxySplitMerge::chunksAreFullAndEven() {
  QFETCH(int, items);
  QFETCH(int, batch);
  QFETCH(std::vector<int>, sizes);
  const std::vector<std::int32_t> endpoints(static_cast<std::size_t>(items), 4);
  std::vector<int> found;
  std::uint32_t next = 0;
  for (const ChunkPlan& chunk :
       planChunks(endpoints, [&](std::int32_t) { return static_cast<std::size_t>(batch); })) {
    QCOMPARE(chunk.endpoint, 4);
    found.push_back(static_cast<int>(chunk.items.size()));
    for (const std::uint32_t item : chunk.items) QCOMPARE(item, next++);
  }
  QCOMPARE(found, sizes);
}

void TstProxySplitMerge::chunkCarriesOnlyItsQueries() {
  const auto frames = decodeRequest(modelRequest(40, 20), {});
  QVERIFY(frames.ok());
  const std::vector<std::uint32_t> items{5, 25, 6};  // queries 15, 15, 2
  v1::WorkerRequest request;
  fillWorkerRequest(*frames, items, {}, &request);
  QCOMPARE(request.query_data_frame().row_count(), 2U);
  const auto queries = frame::fromWire(v1::DataFrame(request.query_data_frame()));
  const auto rows = frame::fromWire(v1::DataFrame(request.feature_data_frame()));
  QVERIFY(queries.ok() && rows.ok());
  QCOMPARE(queries->find("q")->numberAt(0), 1500.0);
  QCOMPARE(queries->find("q")->numberAt(1), 200.0);
  const auto index = rows->find("query_index")->int64s();
  QCOMPARE((std::vector<std::int64_t>(index.begin(), index.end())), (std::vector<std::int64_t>{0, 0, 1}));
}

void TstProxySplitMerge::wholeRequestMovesWithoutCopy() {
  const auto request = modelRequest(100, 5, true);
  const double* values = request->feature_data_frame().columns(0).doubles().values().data();
  const auto frames = decodeRequest(request, {});
  QVERIFY(frames.ok());
  v1::WorkerRequest out;
  moveWorkerRequest(*frames, {}, &out);
  QCOMPARE(out.feature_data_frame().columns(0).doubles().values().data(), values);
  QCOMPARE(frames->items.find("x")->numberAt(99), 99.0);  // the decoded view lives on
  QVERIFY(out.has_query_data_frame() && out.has_shared_features());
}

void TstProxySplitMerge::attributionNamesEachRow() {
  const auto frames = decodeRequest(modelRequest(4), {});
  QVERIFY(frames.ok());
  AssignmentTable table;
  table.entries.resize(2);
  table.entries[1].set_arm("treatment");
  table.of_item = {0, 1, 0, 1};
  v1::WorkerRequest mixed;
  fillWorkerRequest(*frames, std::vector<std::uint32_t>{1, 2}, table, &mixed);
  QCOMPARE(mixed.attribution().item_index(1), 2U);
  QCOMPARE(mixed.attribution().assignments_size(), 2);
  QCOMPARE(mixed.attribution().assignments(static_cast<int>(mixed.attribution().assignment(0))).arm(),
           std::string("treatment"));
  v1::WorkerRequest same;
  fillWorkerRequest(*frames, std::vector<std::uint32_t>{1, 3}, table, &same);
  QCOMPARE(same.attribution().assignments_size(), 1);
  QCOMPARE(same.attribution().assignment_size(), 0);
  QCOMPARE(same.attribution().assignments(0).arm(), std::string("treatment"));
  QVERIFY(!same.attribution().shadow());
}

void TstProxySplitMerge::shadowCopyIsMarked() {
  const auto frames = decodeRequest(modelRequest(2), {});
  QVERIFY(frames.ok());
  v1::WorkerRequest request;
  fillShadowRequest(*frames, std::vector<std::uint32_t>{0, 1}, &request);
  QVERIFY(request.attribution().shadow());
  QCOMPARE(request.feature_data_frame().row_count(), 2U);
}

void TstProxySplitMerge::everyRowComesBackInItsPlace_data() {
  QTest::addColumn<unsigned>("seed");
  for (unsigned seed = 1; seed <= 60; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TstProxySplitMerge::everyRowComesBackInItsPlace() {
  QFETCH(unsigned, seed);
  std::mt19937 random(seed);
  const auto between = [&](std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random);
  };
  const std::size_t items = between(1, 300);
  const std::size_t queries = between(0, 1) == 0 ? 0 : between(1, 40);
  const std::size_t endpoints = between(1, 5);
  const std::size_t batch = between(1, 150);
  const bool shared = between(0, 1) == 1;
  const auto frames = decodeRequest(modelRequest(items, queries, shared), {});
  QVERIFY(frames.ok());
  std::vector<std::int32_t> endpoint_of_item;
  for (std::size_t i = 0; i < items; ++i)
    endpoint_of_item.push_back(static_cast<std::int32_t>(between(0, endpoints - 1)));
  std::vector<ChunkPlan> plans = planChunks(endpoint_of_item, [&](std::int32_t) { return batch; });
  std::shuffle(plans.begin(), plans.end(), random);  // answers come in any order
  std::vector<ChunkAnswer> answers;
  for (const ChunkPlan& plan : plans) {
    QVERIFY(plan.items.size() <= batch);
    v1::WorkerRequest request;
    fillWorkerRequest(*frames, plan.items, {}, &request);
    answers.push_back({plan.items, "e", "unix:/e", absl::OkStatus(), modelAnswer(request, "1")});
  }
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(items, answers, &response), std::size_t{0});
  QCOMPARE(wrongRow(response, items, queries, shared), std::string());
  QVERIFY(response.item_status().empty());
}

void TstProxySplitMerge::failedChunkFailsItsRowsOnly() {
  const std::vector<std::uint32_t> good{0, 3};
  const std::vector<std::uint32_t> bad{1, 2};
  std::vector<ChunkAnswer> answers(2);
  answers[0] = {good, "v1", "unix:/v1", absl::OkStatus(), numbers("y", {10, 13})};
  answers[1] = {bad, "v2", "unix:/v2", unavailable("gone"), {}};
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(4, answers, &response), std::size_t{2});
  QCOMPARE((std::vector<int>(response.item_status().begin(), response.item_status().end())),
           (std::vector<int>{0, 14, 14, 0}));
  QCOMPARE(response.errors(static_cast<int>(response.item_error(2))), std::string("gone"));
  QCOMPARE(response.errors(0), std::string());
  const auto outputs = frame::fromWire(v1::DataFrame(response.outputs()));
  QVERIFY(outputs.ok());
  QCOMPARE(outputs->find("y")->numberAt(3), 13.0);
  QVERIFY(outputs->find("y")->isNull(1) && outputs->find("y")->isNull(2));
}

void TstProxySplitMerge::answerWithWrongRowCountFailsItsRowsOnly() {
  const std::vector<std::uint32_t> first{0, 1};
  const std::vector<std::uint32_t> second{2};
  std::vector<ChunkAnswer> answers(2);
  answers[0] = {first, "v1", "unix:/v1", absl::OkStatus(), numbers("y", {1, 2, 3})};
  answers[1] = {second, "v2", "unix:/v2", absl::OkStatus(), numbers("y", {7})};
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(3, answers, &response), std::size_t{2});
  QCOMPARE(response.item_status(0), 13);
  QCOMPARE(response.item_status(2), 0);
  QVERIFY(response.errors(1).find("answered 3 rows for 2 items") != std::string::npos);
}

void TstProxySplitMerge::outputsThatDontFitFailTheirRowsOnly() {
  const std::vector<std::uint32_t> first{0, 2};
  const std::vector<std::uint32_t> second{1};
  std::vector<ChunkAnswer> answers(2);
  answers[0] = {first, "v1", "unix:/v1", absl::OkStatus(), numbers("y", {1, 3})};
  v1::PredictResponse text;
  text.mutable_outputs()->set_row_count(1);
  v1::Column* column = text.mutable_outputs()->add_columns();
  column->set_name("y");
  column->mutable_strings()->add_values("late");
  answers[1] = {second, "v2", "unix:/v2", absl::OkStatus(), text};
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(3, answers, &response), std::size_t{1});
  QCOMPARE(response.item_status(1), 13);
  QVERIFY(response.errors(1).find("v2") != std::string::npos);
  QCOMPARE(response.outputs().columns(0).doubles().values(2), 3.0);
}

void TstProxySplitMerge::itemErrorsKeepTheirTexts() {
  const std::vector<std::uint32_t> all{0, 1, 2};
  std::vector<ChunkAnswer> answers(1);
  v1::PredictResponse partly = numbers("y", {1, 0, 3});
  for (const int code : {0, 3, 0}) partly.add_item_status(code);
  for (const std::uint32_t error : {0U, 1U, 0U}) partly.add_item_error(error);
  partly.add_errors("");
  partly.add_errors("feature distance is missing");
  answers[0] = {all, "v1", "unix:/v1", absl::OkStatus(), partly};
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(3, answers, &response), std::size_t{1});
  QCOMPARE(response.item_status(1), 3);
  QCOMPARE(response.errors(static_cast<int>(response.item_error(1))),
           std::string("feature distance is missing"));
}

void TstProxySplitMerge::servedByNamesEndpointVersionAndReplica() {
  const std::vector<std::uint32_t> even{0, 2};
  const std::vector<std::uint32_t> odd{1, 3};
  std::vector<ChunkAnswer> answers(2);
  answers[0] = {even, "v1", "unix:/a", absl::OkStatus(), numbers("y", {0, 2})};
  answers[0].response.add_served_by()->set_version("1");
  answers[1] = {odd, "v2", "unix:/b", absl::OkStatus(), numbers("y", {1, 3})};
  answers[1].response.add_served_by()->set_version("2");
  v1::PredictResponse response;
  QCOMPARE(mergeAnswers(4, answers, &response), std::size_t{0});
  for (int i = 0; i < 4; ++i) {
    const v1::ServedBy& served = response.served_by(static_cast<int>(response.item_served_by(i)));
    QCOMPARE(served.endpoint(), std::string(i % 2 == 0 ? "v1" : "v2"));
    QCOMPARE(served.version(), std::string(i % 2 == 0 ? "1" : "2"));
    QCOMPARE(served.replica(), std::string(i % 2 == 0 ? "unix:/a" : "unix:/b"));
  }
}

QTEST_GUILESS_MAIN(TstProxySplitMerge)
#include "tst_proxy_split_merge.moc"
