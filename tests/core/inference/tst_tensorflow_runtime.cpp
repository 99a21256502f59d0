#include <QtTest>
#include <future>

#include "core/base/status.h"
#include "core/inference/tensorflow_codec.h"
#include "core/inference/tensorflow_runtime.h"
#include "tensorflow_serving/predict.grpc.pb.h"

using namespace aerie;
using namespace aerie::inference;
using frame::Column;
using frame::DataFrame;
namespace serving = tensorflow::serving;

namespace {

// TensorFlow Serving with one model that adds its inputs up.
class FakePrediction final : public serving::PredictionService::Service {
 public:
  std::function<grpc::Status(std::vector<float> sums, serving::PredictResponse*)> answer;
  serving::PredictRequest seen;
  grpc::Status Predict(grpc::ServerContext*, const serving::PredictRequest* q,
                       serving::PredictResponse* r) override {
    seen = *q;
    std::vector<float> sums;
    for (const auto& [name, tensor] : q->inputs()) {
      const auto column = decodeTensor(name, tensor);
      if (!column.ok()) return {grpc::StatusCode::INVALID_ARGUMENT, messageOf(column.status())};
      sums.resize(column->rows());
      for (std::size_t i = 0; i < column->floats().size(); ++i)
        sums[i / column->dimension()] += column->floats()[i];
    }
    return answer(std::move(sums), r);
  }
};

class FakeModels final : public serving::ModelService::Service {
 public:
  serving::ModelVersionStatus::State state = serving::ModelVersionStatus::AVAILABLE;
  grpc::Status GetModelStatus(grpc::ServerContext*, const serving::GetModelStatusRequest* q,
                              serving::GetModelStatusResponse* r) override {
    if (q->model_spec().name() != "m") return {grpc::StatusCode::NOT_FOUND, "no such servable"};
    auto* version = r->add_model_version_status();
    version->set_version(7);
    version->set_state(state);
    if (state == serving::ModelVersionStatus::END)
      version->mutable_status()->set_error_message("out of memory");
    return grpc::Status::OK;
  }
};

tensorflow::TensorProto typed(const std::vector<float>& values) {
  tensorflow::TensorProto tensor;
  tensor.set_dtype(tensorflow::DT_FLOAT);
  tensor.mutable_tensor_shape()->add_dim()->set_size(static_cast<std::int64_t>(values.size()));
  tensor.mutable_tensor_shape()->add_dim()->set_size(1);
  for (const float value : values) tensor.add_float_val(value);
  return tensor;
}

}  // namespace

class TstTensorflowRuntime : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    prediction_ = std::make_unique<FakePrediction>();
    models_ = std::make_unique<FakeModels>();
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(prediction_.get());
    builder.RegisterService(models_.get());
    server_ = builder.BuildAndStart();
    QVERIFY(server_ != nullptr);
    options_ = {};
    options_.address = fmt::format("127.0.0.1:{}", port);
    options_.model = "m";
    options_.input_name = "x";
    prediction_->answer = [](std::vector<float> sums, serving::PredictResponse* response) {
      (*response->mutable_outputs())["sum"] = typed(sums);
      return grpc::Status::OK;
    };
  }
  void cleanup() {
    server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(2));
    server_.reset();
  }

  void oneTensorForTheWholeMatrix() {
    options_.version = 7;
    const auto answer = predict();
    QVERIFY2(answer.ok(), messageOf(answer.status()).c_str());
    QVERIFY(*answer == *DataFrame::create({Column::ofFloats("sum", {3, 7})}));
    QCOMPARE(prediction_->seen.inputs().size(), std::size_t{1});
    const tensorflow::TensorProto& sent = prediction_->seen.inputs().at("x");
    QCOMPARE(sent.tensor_content().size(), std::size_t{16});
    QCOMPARE(sent.tensor_shape().dim(1).size(), std::int64_t{2});
    QCOMPARE(prediction_->seen.model_spec().version().value(), std::int64_t{7});
    QCOMPARE(prediction_->seen.model_spec().signature_name(), std::string("serving_default"));
  }

  void oneTensorPerColumn() {
    options_.tensor_per_column = true;
    QCOMPARE(predict()->find("sum")->floats()[1], 7.0F);
    QCOMPARE(prediction_->seen.inputs().size(), std::size_t{2});
    QCOMPARE(prediction_->seen.inputs().at("b").tensor_shape().dim(1).size(), std::int64_t{1});
    QVERIFY(!prediction_->seen.model_spec().has_version());
  }

  void answersInContentAndBroadcastAreRead() {
    prediction_->answer = [](const std::vector<float>& sums, serving::PredictResponse* response) {
      const InputMatrix matrix{sums, sums.size(), 1, {"sum"}};
      (*response->mutable_outputs())["z"] = encodeTensor(matrix, 0, 1);
      tensorflow::TensorProto constant = typed(sums);
      constant.clear_float_val();
      constant.add_float_val(9);
      (*response->mutable_outputs())["a"] = constant;
      return grpc::Status::OK;
    };
    const auto answer = predict();
    QVERIFY2(answer.ok(), messageOf(answer.status()).c_str());
    QVERIFY(*answer ==
            *DataFrame::create({Column::ofFloats("a", {9, 9}), Column::ofFloats("z", {3, 7})}));  // by name
    options_.output_names = {"z", "a"};
    QCOMPARE(predict()->columns()[0].name(), std::string("z"));
  }

  void badAnswersAreInternalErrors_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing output") << "missing"
                                    << "'sum'";
    QTest::newRow("wrong number of rows") << "rows"
                                          << "1 rows";
    QTest::newRow("values against shape") << "shape"
                                          << "3 values";
    QTest::newRow("unknown datatype") << "datatype"
                                      << "not supported";
  }
  void badAnswersAreInternalErrors() {
    QFETCH(QString, fault);
    QFETCH(QString, message);
    prediction_->answer = [fault](std::vector<float> sums, serving::PredictResponse* response) {
      if (fault == "rows") sums.resize(1);
      tensorflow::TensorProto tensor = typed(sums);
      if (fault == "shape") tensor.add_float_val(1);
      if (fault == "datatype") tensor.set_dtype(tensorflow::DT_COMPLEX64);
      (*response->mutable_outputs())[fault == "missing" ? "total" : "sum"] = tensor;
      return grpc::Status::OK;
    };
    options_.output_names = {"sum"};
    const absl::Status status = predict().status();
    QVERIFY2(absl::IsInternal(status), toText(status).c_str());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
  }

  void errorsAndDeadlinesKeepTheirCode() {
    prediction_->answer = [](const std::vector<float>&, serving::PredictResponse*) {
      return grpc::Status(grpc::StatusCode::FAILED_PRECONDITION, "signature missing");
    };
    QVERIFY(absl::IsFailedPrecondition(predict().status()));
    std::promise<void> release;
    const std::shared_future<void> released = release.get_future().share();
    prediction_->answer = [released](const std::vector<float>&, serving::PredictResponse*) {
      released.wait();
      return grpc::Status::OK;
    };
    const auto answer = predict(std::chrono::milliseconds(50));
    release.set_value();
    QVERIFY(absl::IsDeadlineExceeded(answer.status()));
  }

  void readyWhenAVersionIsAvailable() {
    const auto runtime = createTensorflowRuntime(options_);
    QVERIFY((*runtime)->ready().ok());
    models_->state = serving::ModelVersionStatus::LOADING;
    QVERIFY(messageOf((*runtime)->ready()).find("version 7 is LOADING") != std::string::npos);
    models_->state = serving::ModelVersionStatus::END;
    QVERIFY(messageOf((*runtime)->ready()).find("out of memory") != std::string::npos);
    options_.model = "other";
    QVERIFY(absl::IsNotFound((*createTensorflowRuntime(options_))->ready()));
  }

 private:
  absl::StatusOr<DataFrame> predict(std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
    const auto runtime = createTensorflowRuntime(options_);
    if (!runtime.ok()) return runtime.status();
    std::promise<absl::StatusOr<DataFrame>> promise;
    (*runtime)->predict(std::make_shared<InputMatrix>(InputMatrix{{1, 2, 3, 4}, 2, 2, {"a", "b"}}),
                        std::chrono::system_clock::now() + timeout,
                        [&](absl::StatusOr<DataFrame> answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
  }
  TensorflowOptions options_;
  std::unique_ptr<FakePrediction> prediction_;
  std::unique_ptr<FakeModels> models_;
  std::unique_ptr<grpc::Server> server_;
};

QTEST_GUILESS_MAIN(TstTensorflowRuntime)
#include "tst_tensorflow_runtime.moc"
