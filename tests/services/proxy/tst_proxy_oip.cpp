// The Open Inference Protocol in front of the proxy: tensors to columns and back.
#include <QtTest>
#include <cmath>
#include <cstring>

#include "core/base/status.h"
#include "core/frame/wire.h"
#include "services/proxy/oip_convert.h"

using namespace aerie;
using namespace aerie::proxy;

namespace {

using Request = inference::ModelInferRequest;

Request::InferInputTensor* addInput(Request& request, const std::string& name, const std::string& type,
                                    std::vector<std::int64_t> shape) {
  auto* tensor = request.add_inputs();
  tensor->set_name(name);
  tensor->set_datatype(type);
  for (const std::int64_t size : shape) tensor->add_shape(size);
  return tensor;
}

template <class T>
std::string raw(const std::vector<T>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

Request typedRequest() {
  Request request;
  request.set_model_name("delay");
  request.set_id("r1");
  for (const double v : {1.5, 2.5}) {
    if (request.inputs_size() == 0) addInput(request, "d", "FP64", {2, 1});
    request.mutable_inputs(0)->mutable_contents()->add_fp64_contents(v);
  }
  auto* strings = addInput(request, "key", "BYTES", {2});
  strings->mutable_contents()->add_bytes_contents("a");
  strings->mutable_contents()->add_bytes_contents("b");
  return request;
}

v1::PredictResponse answer() {
  v1::PredictResponse response;
  response.set_request_id("r1");
  v1::DataFrame* outputs = response.mutable_outputs();
  outputs->set_row_count(2);
  v1::Column* y = outputs->add_columns();
  y->set_name("y");
  for (const double v : {0.25, 0.75}) y->mutable_doubles()->add_values(v);
  v1::Column* label = outputs->add_columns();
  label->set_name("label");
  for (const char* v : {"late", "on time"}) label->mutable_strings()->add_values(v);
  v1::Column* flag = outputs->add_columns();
  flag->set_name("flag");
  for (const bool v : {true, false}) flag->mutable_bools()->add_values(v);
  response.add_served_by()->set_version("2");
  return response;
}

}  // namespace

class TstProxyOip final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void typedTensorsBecomeColumns();
  void rawTensorsBecomeColumns_data();
  void rawTensorsBecomeColumns();
  void floatVectorsKeepTheirDimension();
  void parametersCarrySharedFeatures();
  void wrongTensorsAreRefused_data();
  void wrongTensorsAreRefused();
  void answerIsTypedForTypedRequests();
  void answerIsRawForRawRequests();
  void nullsAreNan();
  void requestedOutputsOnly();
  void failedItemsShowInTheStatusTensor();
  void allFailedIsAnError();
};

void TstProxyOip::typedTensorsBecomeColumns() {
  const auto converted = fromOip(typedRequest());
  QVERIFY2(converted.ok(), messageOf(converted.status()).c_str());
  QCOMPARE(converted->model_use_case_name(), std::string("delay"));
  QCOMPARE(converted->request_id(), std::string("r1"));
  const auto frame = frame::fromWire(v1::DataFrame(converted->feature_data_frame()));
  QVERIFY(frame.ok());
  QCOMPARE(frame->rows(), std::size_t{2});
  QCOMPARE(frame->find("d")->numberAt(1), 2.5);
  QCOMPARE(frame->find("key")->textAt(1), std::string("b"));
}

void TstProxyOip::rawTensorsBecomeColumns_data() {
  QTest::addColumn<std::string>("type");
  QTest::addColumn<std::string>("bytes");
  QTest::addColumn<double>("second");
  QTest::newRow("BOOL") << std::string("BOOL") << std::string("\x00\x01", 2) << 1.0;
  QTest::newRow("BOOL, any byte but 0") << std::string("BOOL") << std::string("\x00\x02", 2) << 1.0;
  QTest::newRow("INT8") << std::string("INT8") << raw<std::int8_t>({1, -2}) << -2.0;
  QTest::newRow("INT16") << std::string("INT16") << raw<std::int16_t>({1, -300}) << -300.0;
  QTest::newRow("INT32") << std::string("INT32") << raw<std::int32_t>({1, -70000}) << -70000.0;
  QTest::newRow("INT64") << std::string("INT64") << raw<std::int64_t>({1, -5}) << -5.0;
  QTest::newRow("UINT8") << std::string("UINT8") << raw<std::uint8_t>({1, 200}) << 200.0;
  QTest::newRow("UINT16") << std::string("UINT16") << raw<std::uint16_t>({1, 65535}) << 65535.0;
  QTest::newRow("UINT32") << std::string("UINT32") << raw<std::uint32_t>({1, 4294967295U}) << 4294967295.0;
  QTest::newRow("UINT64") << std::string("UINT64") << raw<std::uint64_t>({1, 7}) << 7.0;
  QTest::newRow("FP32") << std::string("FP32") << raw<float>({1, 0.5F}) << 0.5;
  QTest::newRow("FP64") << std::string("FP64") << raw<double>({1, 0.1}) << 0.1;
}

void TstProxyOip::rawTensorsBecomeColumns() {
  QFETCH(std::string, type);
  QFETCH(std::string, bytes);
  QFETCH(double, second);
  Request request;
  request.set_model_name("delay");
  addInput(request, "x", type, {2});
  request.add_raw_input_contents(bytes);
  const auto converted = fromOip(request);
  QVERIFY2(converted.ok(), messageOf(converted.status()).c_str());
  const auto frame = frame::fromWire(v1::DataFrame(converted->feature_data_frame()));
  QVERIFY(frame.ok());
  QCOMPARE(frame->find("x")->numberAt(1), second);
  request.set_raw_input_contents(0, bytes.substr(1));
  QVERIFY(!fromOip(request).ok());
}

void TstProxyOip::floatVectorsKeepTheirDimension() {
  Request request;
  request.set_model_name("delay");
  auto* tensor = addInput(request, "embedding", "FP32", {2, 3});
  for (int i = 0; i < 6; ++i) tensor->mutable_contents()->add_fp32_contents(static_cast<float>(i));
  const auto converted = fromOip(request);
  QVERIFY(converted.ok());
  const auto frame = frame::fromWire(v1::DataFrame(converted->feature_data_frame()));
  QVERIFY(frame.ok());
  QCOMPARE(frame->find("embedding")->dimension(), std::size_t{3});
  QCOMPARE(frame->find("embedding")->floats()[5], 5.0F);
}

void TstProxyOip::parametersCarrySharedFeatures() {
  Request request = typedRequest();
  (*request.mutable_parameters())["shared.hour"].set_int64_param(17);
  (*request.mutable_parameters())["shared.city"].set_string_param("Denver");
  (*request.mutable_parameters())["force_arm"].set_string_param("e:a");
  (*request.mutable_parameters())["priority"].set_int64_param(1);
  const auto converted = fromOip(request);
  QVERIFY(converted.ok());
  const auto shared = frame::fromWire(v1::DataFrame(converted->shared_features()));
  QVERIFY(shared.ok());
  QCOMPARE(shared->columns().size(), std::size_t{2});
  QCOMPARE(shared->find("hour")->int64s()[0], std::int64_t{17});
  QCOMPARE(shared->find("city")->textAt(0), std::string("Denver"));
  QCOMPARE(converted->options().force_arm(), std::string("e:a"));
}

void TstProxyOip::wrongTensorsAreRefused_data() {
  using Spoil = std::function<void(Request&)>;
  QTest::addColumn<Spoil>("spoil");
  QTest::addColumn<QString>("reason");
  QTest::newRow("no inputs") << Spoil([](Request& r) { r.clear_inputs(); }) << "no input tensors";
  QTest::newRow("unknown datatype") << Spoil([](Request& r) { r.mutable_inputs(0)->set_datatype("FP16"); })
                                    << "'FP16'";
  QTest::newRow("three dimensions") << Spoil([](Request& r) { r.mutable_inputs(0)->add_shape(1); })
                                    << "3 dimensions";
  QTest::newRow("wide strings") << Spoil([](Request& r) { r.mutable_inputs(1)->add_shape(2); })
                                << "only FP32";
  QTest::newRow("too few values") << Spoil([](Request& r) {
    r.mutable_inputs(0)->mutable_contents()->mutable_fp64_contents()->RemoveLast();
  }) << "has 1 values";
  QTest::newRow("negative rows") << Spoil([](Request& r) { r.mutable_inputs(0)->set_shape(0, -1); })
                                 << "-1 rows";
  QTest::newRow("too many rows") << Spoil([](Request& r) { r.mutable_inputs(0)->set_shape(0, 1'000'000); })
                                 << "1000000 rows";
  QTest::newRow("a shape of gigabytes") << Spoil([](Request& r) {
    auto* tensor = r.mutable_inputs(0);
    tensor->set_datatype("FP32");
    tensor->mutable_contents()->clear_fp64_contents();
    tensor->set_shape(0, 100'000);
    tensor->set_shape(1, 100'000);
  }) << "has 0 values";
  QTest::newRow("a raw shape of gigabytes") << Spoil([](Request& r) {
    r.mutable_inputs()->RemoveLast();
    addInput(r, "x", "FP32", {100'000, 20'000});
    r.mutable_inputs()->SwapElements(0, 1);
    r.mutable_inputs()->RemoveLast();
    r.add_raw_input_contents("abcd");
  }) << "4 raw bytes";
  QTest::newRow("different rows") << Spoil([](Request& r) {
    addInput(r, "z", "FP64", {1})->mutable_contents()->add_fp64_contents(1);
  }) << "every input needs one row per item";
  QTest::newRow("raw beside typed") << Spoil([](Request& r) {
    r.add_raw_input_contents("x");
    r.add_raw_input_contents("y");
  }) << "beside raw_input_contents";
  QTest::newRow("raw for some") << Spoil([](Request& r) { r.add_raw_input_contents("x"); })
                                << "1 entries for 2 inputs";
  QTest::newRow("a version") << Spoil([](Request& r) { r.set_model_version("2"); }) << "leave it empty";
  QTest::newRow("not UTF-8") << Spoil([](Request& r) {
    r.mutable_inputs(1)->mutable_contents()->set_bytes_contents(0, "\xff");
  }) << "UTF-8";
}

void TstProxyOip::wrongTensorsAreRefused() {
  using Spoil = std::function<void(Request&)>;
  QFETCH(Spoil, spoil);
  QFETCH(QString, reason);
  Request request = typedRequest();
  spoil(request);
  const auto converted = fromOip(request);
  QVERIFY(!converted.ok());
  QCOMPARE(converted.status().code(), absl::StatusCode::kInvalidArgument);
  const QString message = QString::fromStdString(messageOf(converted.status()));
  QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstProxyOip::answerIsTypedForTypedRequests() {
  inference::ModelInferResponse response;
  QVERIFY(toOip(typedRequest(), answer(), &response).ok());
  QCOMPARE(response.outputs_size(), 3);
  QCOMPARE(response.outputs(0).datatype(), std::string("FP64"));
  QCOMPARE(response.outputs(0).shape(0), std::int64_t{2});
  QCOMPARE(response.outputs(0).contents().fp64_contents(1), 0.75);
  QCOMPARE(response.outputs(1).contents().bytes_contents(0), std::string("late"));
  QVERIFY(response.outputs(2).contents().bool_contents(0));
  QCOMPARE(response.model_version(), std::string("2"));
  QCOMPARE(response.raw_output_contents_size(), 0);
}

void TstProxyOip::answerIsRawForRawRequests() {
  Request request;
  request.set_model_name("delay");
  addInput(request, "x", "FP64", {2});
  request.add_raw_input_contents(raw<double>({1, 2}));
  inference::ModelInferResponse response;
  QVERIFY(toOip(request, answer(), &response).ok());
  QCOMPARE(response.raw_output_contents_size(), 3);
  QCOMPARE(response.raw_output_contents(0), raw<double>({0.25, 0.75}));
  QCOMPARE(response.raw_output_contents(1), std::string("\x04\0\0\0late\x07\0\0\0on time", 19));
  QVERIFY(!response.outputs(0).has_contents());
}

void TstProxyOip::nullsAreNan() {
  v1::PredictResponse with_null = answer();
  with_null.mutable_outputs()->mutable_columns(0)->set_null_bitmap(std::string(1, '\x01'));
  inference::ModelInferResponse response;
  QVERIFY(toOip(typedRequest(), with_null, &response).ok());
  QVERIFY(std::isnan(response.outputs(0).contents().fp64_contents(0)));
  QCOMPARE(response.outputs(0).contents().fp64_contents(1), 0.75);
}

void TstProxyOip::requestedOutputsOnly() {
  Request request = typedRequest();
  request.add_outputs()->set_name("label");
  inference::ModelInferResponse response;
  QVERIFY(toOip(request, answer(), &response).ok());
  QCOMPARE(response.outputs_size(), 1);
  QCOMPARE(response.outputs(0).name(), std::string("label"));
  request.add_outputs()->set_name("nonsense");
  inference::ModelInferResponse refused;
  const absl::Status status = toOip(request, answer(), &refused);
  QVERIFY(absl::IsInvalidArgument(status));
  QVERIFY(messageOf(status).find("nonsense") != std::string::npos);
}

void TstProxyOip::failedItemsShowInTheStatusTensor() {
  v1::PredictResponse partly = answer();
  for (const int code : {0, 14}) partly.add_item_status(code);
  for (const std::uint32_t error : {0U, 1U}) partly.add_item_error(error);
  partly.add_errors("");
  partly.add_errors("worker gone");
  inference::ModelInferResponse response;
  QVERIFY(toOip(typedRequest(), partly, &response).ok());
  QCOMPARE(response.outputs(3).name(), std::string(kOipStatusTensor));
  QCOMPARE(response.outputs(3).contents().int_contents(1), 14);
  QCOMPARE(response.parameters().at("aerie_error").string_param(), std::string("worker gone"));
}

void TstProxyOip::allFailedIsAnError() {
  v1::PredictResponse failed = answer();
  for (int i = 0; i < 2; ++i) {
    failed.add_item_status(14);
    failed.add_item_error(1);
  }
  failed.add_errors("");
  failed.add_errors("worker gone");
  inference::ModelInferResponse response;
  const absl::Status status = toOip(typedRequest(), failed, &response);
  QVERIFY(absl::IsUnavailable(status));
  QCOMPARE(messageOf(status), std::string("worker gone"));
}

QTEST_GUILESS_MAIN(TstProxyOip)
#include "tst_proxy_oip.moc"
