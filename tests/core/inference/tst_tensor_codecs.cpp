#include <QtTest>

#include "core/base/status.h"
#include "core/inference/half_float.h"
#include "core/inference/oip_codec.h"
#include "core/inference/tensorflow_codec.h"

using namespace aerie;
using namespace aerie::inference;
using frame::Column;
using frame::DataFrame;

namespace {

template <class T>
std::string bytesOf(std::initializer_list<T> values) {
  return std::string(reinterpret_cast<const char*>(std::data(values)), values.size() * sizeof(T));
}

::inference::ModelInferRequest rawRequest(const std::string& type, std::vector<std::int64_t> shape,
                                          const std::string& bytes) {
  ::inference::ModelInferRequest request;
  auto* tensor = request.add_inputs();
  tensor->set_name("x");
  tensor->set_datatype(type);
  for (const std::int64_t d : shape) tensor->add_shape(d);
  request.add_raw_input_contents(bytes);
  return request;
}

}  // namespace

class TstTensorCodecs : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void oipFramesRoundTrip_data() {
    QTest::addColumn<bool>("raw");
    QTest::newRow("raw") << true;
    QTest::newRow("typed") << false;
  }
  void oipFramesRoundTrip() {
    QFETCH(bool, raw);
    const DataFrame frame = *DataFrame::create(
        {Column::ofDoubles("d", {1.5, -2}), Column::ofFloats("f", {0.25F, 3}),
         Column::ofInt64s("i", {-1, 1LL << 40}), Column::ofBools("b", {1, 0}),
         Column::ofStrings("s", {"", "ü\x01"}), Column::ofFloatVectors("v", 3, {1, 2, 3, 4, 5, 6})});
    ::inference::ModelInferRequest request;
    QVERIFY(encodeOipInputs(frame, raw, &request).ok());
    QCOMPARE(request.raw_input_contents().empty(), !raw);
    const auto decoded = decodeOipInputs(request);
    QVERIFY2(decoded.ok(), messageOf(decoded.status()).c_str());
    QVERIFY(*decoded == frame);
    ::inference::ModelInferResponse response;
    QVERIFY(encodeOipOutputs(frame, raw, &response).ok());
    QVERIFY(*decodeOipOutputs(response) == frame);
  }

  void oipNullNumbersAreNanAndOtherNullsAreRefused() {
    const auto nulls = frame::NullMask::fromFlags({false, true});
    ::inference::ModelInferRequest request;
    QVERIFY(
        encodeOipInputs(*DataFrame::create({Column::ofDoubles("d", {1, 2}, nulls)}), true, &request).ok());
    QVERIFY(std::isnan(decodeOipInputs(request)->find("d")->doubles()[1]));
    ::inference::ModelInferRequest other;
    QVERIFY(absl::IsInvalidArgument(
        encodeOipInputs(*DataFrame::create({Column::ofInt64s("i", {1, 2}, nulls)}), true, &other)));
  }

  void oipReadsEveryRawDatatype_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<double>("second");
    const auto row = [](const char* type, const std::string& bytes, double second) {
      QTest::newRow(type) << QString(type) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                          << second;
    };
    row("FP32", bytesOf<float>({1, 2.5F}), 2.5);
    row("FP64", bytesOf<double>({1, -2.5}), -2.5);
    row("FP16", bytesOf<std::uint16_t>({0x3c00, 0xc000}), -2);
    row("BF16", bytesOf<std::uint16_t>({0x3f80, 0x4020}), 2.5);
    row("INT8", bytesOf<std::int8_t>({1, -3}), -3);
    row("UINT8", bytesOf<std::uint8_t>({1, 200}), 200);
    row("INT16", bytesOf<std::int16_t>({1, -300}), -300);
    row("UINT16", bytesOf<std::uint16_t>({1, 60'000}), 60'000);
    row("INT32", bytesOf<std::int32_t>({1, -70'000}), -70'000);
    row("UINT32", bytesOf<std::uint32_t>({1, 4'000'000'000U}), 4'000'000'000.0);
    row("INT64", bytesOf<std::int64_t>({1, -5}), -5);
    row("UINT64", bytesOf<std::uint64_t>({1, 5}), 5);
    row("BOOL", bytesOf<std::uint8_t>({1, 0}), 0);
  }
  void oipReadsEveryRawDatatype() {
    QFETCH(QString, type);
    QFETCH(QByteArray, bytes);
    QFETCH(double, second);
    for (const std::vector<std::int64_t>& shape :
         {std::vector<std::int64_t>{2}, std::vector<std::int64_t>{2, 1}}) {
      const auto decoded = decodeOipInputs(rawRequest(type.toStdString(), shape, bytes.toStdString()));
      QVERIFY2(decoded.ok(), messageOf(decoded.status()).c_str());
      QCOMPARE(decoded->columns()[0].numberAt(0), 1.0);
      QCOMPARE(decoded->columns()[0].numberAt(1), second);
    }
    const auto wide = decodeOipInputs(rawRequest(type.toStdString(), {1, 2}, bytes.toStdString()));
    QCOMPARE(wide->columns()[0].dimension(), std::size_t{2});
    QCOMPARE(static_cast<double>(wide->columns()[0].floats()[1]),
             static_cast<double>(static_cast<float>(second)));
  }

  void oipRefusesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("unknown datatype") << "FP8" << QList<qint64>{1} << QByteArray(1, 'x');
    QTest::newRow("too few bytes") << "FP32" << QList<qint64>{2} << QByteArray(4, 'x');
    QTest::newRow("half an element") << "FP32" << QList<qint64>{1} << QByteArray(3, 'x');
    QTest::newRow("no shape") << "FP32" << QList<qint64>{} << QByteArray(4, 'x');
    QTest::newRow("negative dimension") << "FP32" << QList<qint64>{-1} << QByteArray(4, 'x');
    QTest::newRow("overflowing shape") << "FP32" << QList<qint64>{1LL << 33, 1LL << 33} << QByteArray(4, 'x');
    QTest::newRow("a width that wraps, of no rows")
        << "FP32" << QList<qint64>{0, 1LL << 28, 1LL << 28, 256} << QByteArray();
    QTest::newRow("no values per row") << "FP32" << QList<qint64>{2, 0} << QByteArray();
    QTest::newRow("string cut off") << "BYTES" << QList<qint64>{1} << QByteArray("\xff\x00\x00\x00x", 5);
    QTest::newRow("length cut off") << "BYTES" << QList<qint64>{1} << QByteArray("\x01\x00", 2);
    QTest::newRow("too large for int64") << "UINT64" << QList<qint64>{1} << QByteArray(8, '\xff');
  }
  void oipRefusesWhatDoesNotFit() {
    QFETCH(QString, type);
    QFETCH(QList<qint64>, shape);
    QFETCH(QByteArray, bytes);
    const absl::Status status =
        decodeOipInputs(rawRequest(type.toStdString(), {shape.begin(), shape.end()}, bytes.toStdString()))
            .status();
    QVERIFY(absl::IsInvalidArgument(status));
    QVERIFY2(messageOf(status).find("'x'") != std::string::npos, messageOf(status).c_str());
  }

  void oipFormsDoNotMix() {
    auto request = rawRequest("FP32", {1}, bytesOf<float>({1}));
    request.mutable_inputs(0)->mutable_contents()->add_fp32_contents(1);
    QVERIFY(absl::IsInvalidArgument(decodeOipInputs(request).status()));
    request = rawRequest("FP32", {1}, bytesOf<float>({1}));
    request.add_raw_input_contents("more");
    QVERIFY(absl::IsInvalidArgument(decodeOipInputs(request).status()));
  }

  void tensorflowReadsContentTypedAndBroadcast() {
    tensorflow::TensorProto tensor;
    tensor.set_dtype(tensorflow::DT_FLOAT);
    tensor.mutable_tensor_shape()->add_dim()->set_size(3);
    tensor.mutable_tensor_shape()->add_dim()->set_size(1);
    tensor.add_float_val(0.5F);
    QVERIFY(*decodeTensor("x", tensor) == Column::ofFloats("x", {0.5F, 0.5F, 0.5F}));
    tensor.add_float_val(1);
    QVERIFY(absl::IsInvalidArgument(decodeTensor("x", tensor).status()));
    tensor.add_float_val(2);
    QVERIFY(*decodeTensor("x", tensor) == Column::ofFloats("x", {0.5F, 1, 2}));
    tensor.clear_float_val();
    tensor.set_tensor_content(bytesOf<float>({3, 4, 5}));
    QVERIFY(*decodeTensor("x", tensor) == Column::ofFloats("x", {3, 4, 5}));
    tensor.set_tensor_content("short");
    QVERIFY(absl::IsInvalidArgument(decodeTensor("x", tensor).status()));
  }

  void tensorflowReadsTheOtherDatatypes() {
    tensorflow::TensorProto tensor;
    tensor.mutable_tensor_shape()->add_dim()->set_size(2);
    const auto with = [&](tensorflow::DataType type, auto add) {
      tensorflow::TensorProto result = tensor;
      result.set_dtype(type);
      add(result);
      return decodeTensor("x", result);
    };
    QVERIFY(*with(tensorflow::DT_DOUBLE, [](auto& t) { t.add_double_val(1.5), t.add_double_val(2); }) ==
            Column::ofDoubles("x", {1.5, 2}));
    QVERIFY(*with(tensorflow::DT_INT64, [](auto& t) { t.add_int64_val(-7); }) ==
            Column::ofInt64s("x", {-7, -7}));
    QVERIFY(*with(tensorflow::DT_INT32, [](auto& t) {
      t.set_tensor_content(bytesOf<std::int32_t>({1, -2}));
    }) == Column::ofInt64s("x", {1, -2}));
    QVERIFY(*with(tensorflow::DT_BOOL, [](auto& t) { t.add_bool_val(true), t.add_bool_val(false); }) ==
            Column::ofBools("x", {1, 0}));
    QVERIFY(*with(tensorflow::DT_STRING, [](auto& t) { t.add_string_val("a"), t.add_string_val("b"); }) ==
            Column::ofStrings("x", {"a", "b"}));
    QVERIFY(*with(tensorflow::DT_HALF, [](auto& t) { t.add_half_val(0x3c00), t.add_half_val(0xc000); }) ==
            Column::ofFloats("x", {1, -2}));
    QVERIFY(absl::IsInvalidArgument(with(tensorflow::DT_COMPLEX64, [](auto&) {}).status()));
    // A shape that costs its sender nothing must cost its reader little.
    const auto shaped = [&](tensorflow::DataType type, std::vector<std::int64_t> sizes, auto add) {
      tensorflow::TensorProto result;
      result.set_dtype(type);
      for (const std::int64_t size : sizes) result.mutable_tensor_shape()->add_dim()->set_size(size);
      add(result);
      return decodeTensor("t", result).status();
    };
    constexpr std::int64_t kMany = std::int64_t{1} << 28;
    const auto one_string = [](auto& t) { t.add_string_val("late"); };
    const auto one_float = [](auto& t) { t.add_float_val(1); };
    QVERIFY(absl::IsInvalidArgument(shaped(tensorflow::DT_STRING, {kMany}, one_string)));
    QVERIFY(absl::IsInvalidArgument(shaped(tensorflow::DT_FLOAT, {kMany}, one_float)));
    QVERIFY(absl::IsInvalidArgument(shaped(tensorflow::DT_FLOAT, {0, kMany, kMany, 256}, [](auto&) {})));
    tensor.mutable_tensor_shape()->set_unknown_rank(true);
    QVERIFY(absl::IsInvalidArgument(with(tensorflow::DT_FLOAT, [](auto&) {}).status()));
  }

  void tensorflowWritesWholeMatricesAndColumns() {
    const InputMatrix matrix{{1, 2, 3, 4, 5, 6}, 2, 3, {"a", "b", "c"}};
    QVERIFY(*decodeTensor("x", encodeTensor(matrix, 0, 3)) ==
            Column::ofFloatVectors("x", 3, {1, 2, 3, 4, 5, 6}));
    QVERIFY(*decodeTensor("b", encodeTensor(matrix, 1, 1)) == Column::ofFloats("b", {2, 5}));
  }

  void halfFloatsAreExact() {
    QCOMPARE(fromHalf(0x0001), 5.9604644775390625e-8F);  // smallest subnormal
    QCOMPARE(fromHalf(0x7bff), 65504.0F);
    QVERIFY(std::isinf(fromHalf(0xfc00)) && fromHalf(0xfc00) < 0);
    QVERIFY(std::isnan(fromHalf(0x7e00)));
  }
};

QTEST_GUILESS_MAIN(TstTensorCodecs)
#include "tst_tensor_codecs.moc"
