#include <QtTest>
#include <fstream>
#include <future>
#include <signal.h>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/inference/oip_codec.h"
#include "core/inference/oip_runtime.h"
#include "core/inference/xgboost_model.h"
#include "core/net/channel.h"
#include "services/sidecar/model_server.h"
#include "tests/core/inference/tiny_model.h"

using namespace aerie;
using namespace aerie::testing;
using ::inference::GRPCInferenceService;
using ::inference::ModelInferRequest;
using ::inference::ModelInferResponse;

#define VERIFY_OK(expr)                                                     \
  do {                                                                      \
    const absl::Status verified_status = (expr);                            \
    QVERIFY2(verified_status.ok(), aerie::toText(verified_status).c_str()); \
  } while (false)

namespace {

constexpr int kFeatures = 4;
const std::vector<std::string> kNames = {"a", "b", "c", "d"};

ModelInferRequest requestFor(const frame::DataFrame& frame, bool raw) {
  ModelInferRequest request;
  request.set_model_name("delay");
  request.set_id("r-1");
  if (!aerie::inference::encodeOipInputs(frame, raw, &request).ok()) qFatal("can't encode");
  return request;
}

template <class T>
std::vector<T> columnOf(const std::vector<float>& rows, int feature) {
  std::vector<T> result;
  for (std::size_t i = static_cast<std::size_t>(feature); i < rows.size(); i += kFeatures)
    result.push_back(static_cast<T>(rows[i]));
  return result;
}

}  // namespace

class TstSidecar : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto dir = TempDir::create();
    VERIFY_OK(dir.status());
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    TinyModelOptions options;
    options.feature_names = kNames;
    VERIFY_OK(trainTinyModel(file(), options));
    auto model = aerie::inference::XgboostModel::load(file());
    VERIFY_OK(model.status());
    model_ = *model;
    rows_ = tinyRows(50, kFeatures, 11);
    expected_ = *model_->predict(rows_.data(), 50, kFeatures);
    auto server = sidecar::ModelServer::create({"delay", "2", {"probability"}, model_}, metrics_);
    VERIFY_OK(server.status());
    server_ = std::move(*server);
  }

  void everyFormOfInputGivesTheSamePrediction_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("raw");
    for (const char* form :
         {"one float tensor", "a float tensor per feature", "a double tensor per feature in another order"}) {
      QTest::addRow("%s, raw", form) << QString(form) << true;
      QTest::addRow("%s, typed", form) << QString(form) << false;
    }
  }
  void everyFormOfInputGivesTheSamePrediction() {
    QFETCH(QString, form);
    QFETCH(bool, raw);
    std::vector<frame::Column> columns;
    if (form == "one float tensor") columns = {frame::Column::ofFloatVectors("input", kFeatures, rows_)};
    if (form == "a float tensor per feature") {
      for (int i = 0; i < kFeatures; ++i)
        columns.push_back(
            frame::Column::ofFloats(kNames[static_cast<std::size_t>(i)], columnOf<float>(rows_, i)));
    }
    if (form == "a double tensor per feature in another order") {
      for (int i = kFeatures - 1; i >= 0; --i)
        columns.push_back(
            frame::Column::ofDoubles(kNames[static_cast<std::size_t>(i)], columnOf<double>(rows_, i)));
    }
    ModelInferResponse response;
    VERIFY_OK(server_->infer(requestFor(*frame::DataFrame::create(columns), raw), &response));
    QCOMPARE(response.raw_output_contents().empty(), !raw);
    QCOMPARE(response.id(), std::string("r-1"));
    QCOMPARE(response.model_version(), std::string("2"));
    const auto outputs = aerie::inference::decodeOipOutputs(response);
    VERIFY_OK(outputs.status());
    QVERIFY(std::ranges::equal(outputs->find("probability")->floats(), expected_));
  }

  void integersOfBothSizesAreTaken() {
    const std::vector<float> whole = {1, -1, 0, 2};
    ModelInferRequest request = requestFor(*frame::DataFrame::create({}), false);
    auto* tensor = request.add_inputs();
    tensor->set_name("x");
    tensor->add_shape(1);
    tensor->add_shape(kFeatures);
    for (const char* type : {"INT32", "INT64", "FP64"}) {
      tensor->set_datatype(type);
      tensor->clear_contents();
      for (const float value : whole) {
        if (tensor->datatype() == "INT32")
          tensor->mutable_contents()->add_int_contents(static_cast<int>(value));
        if (tensor->datatype() == "INT64")
          tensor->mutable_contents()->add_int64_contents(static_cast<int>(value));
        if (tensor->datatype() == "FP64")
          tensor->mutable_contents()->add_fp64_contents(static_cast<double>(value));
      }
      ModelInferResponse response;
      VERIFY_OK(server_->infer(request, &response));
      QCOMPARE(response.outputs(0).contents().fp32_contents(0),
               (*model_->predict(whole.data(), 1, kFeatures))[0]);
    }
  }

  void badRequestsAreRefused_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const int invalid = static_cast<int>(absl::StatusCode::kInvalidArgument);
    const int not_found = static_cast<int>(absl::StatusCode::kNotFound);
    QTest::newRow("unknown model") << "model" << not_found << "this server has 'delay'";
    QTest::newRow("unknown version") << "version" << not_found << "this server has version '2'";
    QTest::newRow("unknown output") << "output" << invalid << "it has: probability";
    QTest::newRow("no inputs") << "empty" << invalid << "no input tensors";
    QTest::newRow("too few features") << "narrow" << invalid << "takes 4 features, the request has 3";
    QTest::newRow("bytes against shape") << "bytes" << invalid << "needs 200 elements";
    QTest::newRow("strings") << "strings" << invalid << "string";
    QTest::newRow("a tensor too few") << "tensors" << invalid << "the request has 2 tensors";
    QTest::newRow("misnamed tensors") << "names" << invalid << "'d'";
  }
  void badRequestsAreRefused() {
    QFETCH(QString, fault);
    QFETCH(int, code);
    QFETCH(QString, message);
    using frame::Column;
    std::vector<Column> columns = {Column::ofFloatVectors("input", kFeatures, rows_)};
    if (fault == "empty") columns.clear();
    if (fault == "narrow") columns = {Column::ofFloatVectors("input", 3, {1, 2, 3})};
    if (fault == "strings") columns = {Column::ofStrings("input", {"x"})};
    if (fault == "tensors") columns = {Column::ofFloats("a", {1}), Column::ofFloats("b", {1})};
    if (fault == "names")
      columns = {Column::ofFloats("a", {1}), Column::ofFloats("b", {1}), Column::ofFloats("c", {1}),
                 Column::ofFloats("e", {1})};
    ModelInferRequest request = requestFor(*frame::DataFrame::create(columns), true);
    if (fault == "model") request.set_model_name("other");
    if (fault == "version") request.set_model_version("9");
    if (fault == "output") request.add_outputs()->set_name("score");
    if (fault == "bytes") request.mutable_raw_input_contents(0)->resize(16);
    ModelInferResponse response;
    const absl::Status status = server_->infer(request, &response);
    QCOMPARE(static_cast<int>(status.code()), code);
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
    QCOMPARE(response.outputs_size(), 0);
  }

  void theRealProcessPredictsAndStopsWhenAsked() {
    const std::string address = "unix:" + (dir_->path() / "sidecar.sock").string();
    const std::filesystem::path address_file = dir_->path() / "address";
    const auto child = spawnChild({.arguments = arguments(address, address_file),
                                   .environment = {},
                                   .working_directory = {},
                                   .output = dir_->path() / "sidecar.log"});
    VERIFY_OK(child.status());
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(address_file), 20'000);
    aerie::inference::OipOptions options;
    options.address = address;
    options.model = "delay";
    options.version = "2";
    options.output_names = {"probability"};
    const auto runtime = aerie::inference::createOipRuntime(options);
    VERIFY_OK(runtime.status());
    VERIFY_OK((*runtime)->ready());
    std::promise<absl::StatusOr<frame::DataFrame>> promise;
    (*runtime)->predict(
        std::make_shared<aerie::inference::InputMatrix>(
            aerie::inference::InputMatrix{rows_, 50, kFeatures, kNames}),
        std::chrono::system_clock::now() + std::chrono::seconds(20),
        [&](absl::StatusOr<frame::DataFrame> answer) { promise.set_value(std::move(answer)); });
    const auto answer = promise.get_future().get();
    VERIFY_OK(answer.status());
    QVERIFY(std::ranges::equal(answer->find("probability")->floats(), expected_));
    checkMetadata(address);

    VERIFY_OK(signalChild(*child, SIGTERM));
    std::optional<ExitState> exit;
    QTRY_VERIFY_WITH_TIMEOUT(exit.has_value() || (exit = pollChild(*child)).has_value(), 20'000);
    QVERIFY2(exit->clean(), exit->text().c_str());
  }

  void theRealProcessEndsWithItsParent() {
    const std::string address = "unix:" + (dir_->path() / "orphan.sock").string();
    const std::filesystem::path address_file = dir_->path() / "orphan-address";
    const std::filesystem::path pid_file = dir_->path() / "orphan-pid";
    // A parent in between: it tells the sidecar's pid, then waits to be killed.
    std::string command = "\"$@\" & echo $! > " + pid_file.string() + "; wait";
    std::vector<std::string> parent = {"/bin/sh", "-c", command, "sh"};
    std::vector<std::string> sidecar = arguments(address, address_file);
    sidecar.push_back("--exit-with-parent");
    parent.insert(parent.end(), sidecar.begin(), sidecar.end());
    const auto child = spawnChild({.arguments = parent,
                                   .environment = {},
                                   .working_directory = {},
                                   .output = dir_->path() / "orphan.log"});
    VERIFY_OK(child.status());
    QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(address_file), 20'000);
    pid_t sidecar_pid = 0;
    std::ifstream(pid_file) >> sidecar_pid;
    QVERIFY(sidecar_pid > 0 && processStartTicks(sidecar_pid).ok());
    QCOMPARE(::kill(*child, SIGKILL), 0);  // the parent alone, not its group
    QTRY_VERIFY_WITH_TIMEOUT(pollChild(*child).has_value(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!processStartTicks(sidecar_pid).ok(), 20'000);
  }

  void wrongSettingsEndWithCodeTwo() {
    const auto no_model =
        runToEnd({.arguments = {program(), "--model-name", "delay", "--model-file", "/nonexistent.ubj"},
                  .environment = {},
                  .working_directory = {},
                  .output = {}});
    VERIFY_OK(no_model.status());
    QVERIFY(no_model->exit.code != 0);
    QVERIFY2(no_model->output.find("/nonexistent.ubj") != std::string::npos, no_model->output.c_str());
    const auto unknown = runToEnd({.arguments = {program(), "--model-fil", "x"},
                                   .environment = {},
                                   .working_directory = {},
                                   .output = {}});
    QCOMPARE(unknown->exit.code, 2);
  }

 private:
  std::filesystem::path file() const { return dir_->path() / "model.ubj"; }
  static std::string program() { return std::string(AERIE_BIN_DIR) + "/aerie-sidecar"; }
  std::vector<std::string> arguments(const std::string& address,
                                     const std::filesystem::path& address_file) const {
    return {program(),
            "--model-file",
            file().string(),
            "--model-name",
            "delay",
            "--model-version",
            "2",
            "--output-names",
            "probability",
            "--listen",
            address,
            "--address-file",
            address_file.string(),
            "--metrics-listen",
            "127.0.0.1:0"};
  }
  static void checkMetadata(const std::string& address) {
    const auto stub = GRPCInferenceService::NewStub(*net::connect(address));
    {
      grpc::ClientContext context;
      ::inference::ModelMetadataRequest request;
      request.set_name("delay");
      ::inference::ModelMetadataResponse response;
      QVERIFY(stub->ModelMetadata(&context, request, &response).ok());
      QCOMPARE(response.inputs(0).shape(1), std::int64_t{kFeatures});
      QCOMPARE(response.outputs(0).name(), std::string("probability"));
    }
    {
      grpc::ClientContext context;
      ::inference::ServerMetadataResponse response;
      QVERIFY(stub->ServerMetadata(&context, {}, &response).ok());
      QCOMPARE(response.name(), std::string("aerie-sidecar"));
    }
    {
      grpc::ClientContext context;
      ::inference::ServerLiveResponse response;
      QVERIFY(stub->ServerLive(&context, {}, &response).ok());
      QVERIFY(response.live());
    }
    grpc::ClientContext context;
    ModelInferRequest request;
    request.set_model_name("other");
    ModelInferResponse response;
    QCOMPARE(static_cast<int>(stub->ModelInfer(&context, request, &response).error_code()),
             static_cast<int>(grpc::StatusCode::NOT_FOUND));
  }

  std::unique_ptr<TempDir> dir_;
  std::shared_ptr<const aerie::inference::XgboostModel> model_;
  std::vector<float> rows_;
  std::vector<float> expected_;
  telemetry::Metrics metrics_;
  std::unique_ptr<sidecar::ModelServer> server_;
};

QTEST_GUILESS_MAIN(TstSidecar)
#include "tst_sidecar.moc"
