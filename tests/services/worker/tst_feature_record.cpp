#include <QtTest>

#include "services/worker/feature_record.h"
#include "tensorflow_serving/example.pb.h"

using namespace aerie;
using namespace aerie::worker;
using frame::Column;
using frame::DataFrame;
using frame::NullMask;

namespace {

// Parsed by TensorFlow's own schema: what the hand-written encoder wrote must be what protobuf reads.
std::vector<tensorflow::Example> encode(const LoggedPrediction& prediction) {
  std::vector<tensorflow::Example> examples;
  encodeRecords({"arrival_delay", "2", "arrival_delay_v2", "r-0"}, prediction, [&](std::string_view record) {
    tensorflow::Example& example = examples.emplace_back();
    if (!example.ParseFromArray(record.data(), static_cast<int>(record.size())))
      qFatal("a record does not parse");
  });
  return examples;
}

bool has(const tensorflow::Example& example, const std::string& key) {
  return example.features().feature().contains(key);
}
std::string text(const tensorflow::Example& example, const std::string& key) {
  return example.features().feature().at(key).bytes_list().value(0);
}
float number(const tensorflow::Example& example, const std::string& key) {
  return example.features().feature().at(key).float_list().value(0);
}
std::int64_t integer(const tensorflow::Example& example, const std::string& key) {
  return example.features().feature().at(key).int64_list().value(0);
}

}  // namespace

class TstFeatureRecord : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyTypeIsReadByProtobuf() {
    LoggedPrediction p;
    p.raw = *DataFrame::create({Column::ofDoubles("d", {1.5, 2.5}, NullMask::fromFlags({false, true})),
                                Column::ofFloats("f", {-0.25F, 3.0F}),
                                Column::ofInt64s("i", {-5, std::numeric_limits<std::int64_t>::max()}),
                                Column::ofBools("b", {1, 0}),
                                Column::ofStrings("s", {"Zürich", std::string(300, 'x')}),
                                Column::ofFloatVectors("v", 2, {1, 2, 3, 4})});
    p.preprocessed = *DataFrame::create({Column::ofDoubles("x", {10, 20})});
    p.outputs = *DataFrame::create({Column::ofFloats("probability", {0.5F, 0.75F})});
    p.request_id = "r";
    p.unix_ms = 1'000'000'000'123;
    const auto examples = encode(p);
    QCOMPARE(examples.size(), 2U);
    const auto& first = examples[0];
    const auto& second = examples[1];
    QCOMPARE(number(first, "d"), 1.5F);
    QVERIFY(!has(second, "d"));  // null
    QCOMPARE(number(second, "f"), 3.0F);
    QCOMPARE(integer(first, "i"), std::int64_t{-5});
    QCOMPARE(integer(second, "i"), std::numeric_limits<std::int64_t>::max());
    QCOMPARE(integer(first, "b"), std::int64_t{1});
    QCOMPARE(integer(second, "b"), std::int64_t{0});
    QCOMPARE(text(first, "s"), std::string("Zürich"));
    QCOMPARE(text(second, "s").size(), 300U);
    QCOMPARE(second.features().feature().at("v").float_list().value_size(), 2);
    QCOMPARE(second.features().feature().at("v").float_list().value(1), 4.0F);
    QCOMPARE(number(second, "pre/x"), 20.0F);
    QCOMPARE(number(first, "out/probability"), 0.5F);
    QCOMPARE(text(first, "meta/request_id"), std::string("r"));
    QCOMPARE(integer(first, "meta/unix_ms"), std::int64_t{1'000'000'000'123});
    QCOMPARE(text(first, "meta/model"), std::string("arrival_delay"));
    QCOMPARE(text(first, "meta/version"), std::string("2"));
    QCOMPARE(text(first, "meta/endpoint"), std::string("arrival_delay_v2"));
    QCOMPARE(text(first, "meta/replica"), std::string("r-0"));
    QCOMPARE(integer(second, "meta/item_index"), std::int64_t{1});
    QCOMPARE(integer(second, "meta/code"), std::int64_t{0});
    QCOMPARE(integer(second, "meta/shadow"), std::int64_t{0});
    QVERIFY(!has(first, "meta/experiment"));
  }

  void attributionSaysWhyEachRowCame() {
    auto attribution = std::make_shared<v1::Attribution>();
    attribution->set_model_use_case("arrival_delay");
    attribution->set_shadow(true);
    for (const std::uint32_t i : {7U, 9U}) attribution->add_item_index(i);
    for (const std::uint32_t i : {1U, 0U}) attribution->add_assignment(i);
    attribution->add_assignments()->set_propensity(1);
    v1::Assignment* second = attribution->add_assignments();
    second->set_experiment("v1_vs_v2");
    second->set_arm("treatment");
    second->set_propensity(0.25);
    LoggedPrediction p;
    p.raw = *DataFrame::create({Column::ofInt64s("i", {1, 2})});
    p.attribution = attribution;
    const auto examples = encode(p);
    QCOMPARE(integer(examples[0], "meta/item_index"), std::int64_t{7});
    QCOMPARE(text(examples[0], "meta/experiment"), std::string("v1_vs_v2"));
    QCOMPARE(text(examples[0], "meta/arm"), std::string("treatment"));
    QCOMPARE(number(examples[0], "meta/propensity"), 0.25F);
    QCOMPARE(integer(examples[1], "meta/item_index"), std::int64_t{9});
    QCOMPARE(text(examples[1], "meta/experiment"), std::string());
    QCOMPARE(number(examples[1], "meta/propensity"), 1.0F);
    QCOMPARE(text(examples[1], "meta/use_case"), std::string("arrival_delay"));
    QCOMPARE(integer(examples[1], "meta/shadow"), std::int64_t{1});
  }

  void oneAssignmentHoldsForAllRows() {
    auto attribution = std::make_shared<v1::Attribution>();
    attribution->add_assignments()->set_arm("control");
    LoggedPrediction p;
    p.raw = *DataFrame::create({Column::ofInt64s("i", {1, 2})});
    p.attribution = attribution;
    QCOMPARE(text(encode(p)[1], "meta/arm"), std::string("control"));
  }

  void attributionThatIsTooShortOrPointsOutsideDoesNoHarm() {
    auto attribution = std::make_shared<v1::Attribution>();
    attribution->add_assignment(99);
    attribution->add_assignments()->set_arm("control");
    LoggedPrediction p;
    p.raw = *DataFrame::create({Column::ofInt64s("i", {1, 2})});
    p.attribution = attribution;
    const auto examples = encode(p);
    QVERIFY(!has(examples[0], "meta/arm"));
    QCOMPARE(text(examples[1], "meta/arm"), std::string("control"));
  }

  void failedRowsKeepTheirRawFeaturesOnly() {
    LoggedPrediction p;
    p.raw = *DataFrame::create({Column::ofInt64s("i", {1, 2, 3})});
    p.preprocessed = *DataFrame::create({Column::ofInt64s("x", {10, 30})});
    p.outputs = *DataFrame::create({Column::ofFloats("y", {0.1F, 0.3F})});
    p.codes = {0, 3, 0};
    const auto examples = encode(p);
    QCOMPARE(integer(examples[1], "i"), std::int64_t{2});
    QCOMPARE(integer(examples[1], "meta/code"), std::int64_t{3});
    QVERIFY(!has(examples[1], "pre/x") && !has(examples[1], "out/y"));
    QCOMPARE(integer(examples[2], "pre/x"), std::int64_t{30});
    QCOMPARE(number(examples[2], "out/y"), 0.3F);
  }
};

QTEST_GUILESS_MAIN(TstFeatureRecord)
#include "tst_feature_record.moc"
