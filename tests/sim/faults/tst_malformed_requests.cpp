#include <QtTest>

#include "core/frame/wire.h"
#include "sim/faults/malformed_requests.h"

using namespace aerie;
using sim::MalformedRequest;

namespace {

v1::ProxyRequest goodRequest() {
  v1::ProxyRequest request;
  request.set_model_use_case_name("late");
  const auto items = frame::DataFrame::create({frame::Column::ofStrings("flight_id", {"f1", "f2"}),
                                               frame::Column::ofInt64s("hour", {1, 2}),
                                               frame::Column::ofDoubles("distance", {1, 2})});
  frame::toWire(*items, request.mutable_feature_data_frame());
  return request;
}

const MalformedRequest& named(const std::vector<MalformedRequest>& all, const std::string& name) {
  for (const MalformedRequest& request : all) {
    if (request.name == name) return request;
  }
  qFatal("there is no malformed request '%s'", name.c_str());
}

}  // namespace

class TstMalformedRequests : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theGoodRequestIsGood() { QVERIFY(frame::fromWire(goodRequest().feature_data_frame()).ok()); }

  void everyCaseChangesTheRequest() {
    const auto all = sim::malformedRequests(goodRequest());
    QVERIFY(all.size() >= 8);
    std::set<std::string> names;
    for (const MalformedRequest& request : all) {
      QVERIFY2(request.message.SerializeAsString() != goodRequest().SerializeAsString(),
               request.name.c_str());
      names.insert(request.name);
    }
    QCOMPARE(names.size(), all.size());
  }

  // What is refused as a whole because of its frame does not convert, and what is refused later does.
  void brokenFramesDoNotConvert_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("converts");
    QTest::newRow("ragged columns") << "ragged columns" << false;
    QTest::newRow("duplicate column") << "duplicate column" << false;
    QTest::newRow("wrong null bitmap") << "wrong null bitmap" << false;
    QTest::newRow("unknown use case") << "unknown use case" << true;
    QTest::newRow("missing feature") << "missing feature" << true;
    QTest::newRow("wrong type") << "wrong type" << true;
    QTest::newRow("null key") << "null key" << true;
  }
  void brokenFramesDoNotConvert() {
    QFETCH(QString, name);
    QFETCH(bool, converts);
    const auto all = sim::malformedRequests(goodRequest());
    const auto frame = frame::fromWire(named(all, name.toStdString()).message.feature_data_frame());
    QVERIFY2(frame.ok() == converts, std::string(frame.status().message()).c_str());
  }

  void eachCaseBreaksWhatItSays() {
    const auto all = sim::malformedRequests(goodRequest());
    QVERIFY(named(all, "unknown use case").message.model_use_case_name() != "late");
    QVERIFY(frame::fromWire(named(all, "missing feature").message.feature_data_frame())->find("distance") ==
            nullptr);
    QCOMPARE(frame::fromWire(named(all, "wrong type").message.feature_data_frame())->find("distance")->type(),
             frame::DataType::kString);
    const auto null_keys = frame::fromWire(named(all, "null key").message.feature_data_frame());
    QVERIFY(null_keys->find("flight_id")->isNull(0) && null_keys->find("flight_id")->isNull(1));
    QCOMPARE(named(all, "a million rows").message.feature_data_frame().row_count(), 1'000'000U);
  }

  void aNullKeyIsNoFailure() {
    const auto all = sim::malformedRequests(goodRequest());
    QCOMPARE(named(all, "null key").expected, absl::StatusCode::kOk);
  }
};

QTEST_GUILESS_MAIN(TstMalformedRequests)
#include "tst_malformed_requests.moc"
