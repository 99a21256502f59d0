#include <QtTest>
#include <future>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/inference/oip_codec.h"
#include "core/inference/oip_runtime.h"
#include "inference/open_inference.grpc.pb.h"

using namespace aerie;
using namespace aerie::inference;
using frame::Column;
using frame::DataFrame;

namespace {

// Speaks exactly the protocol: answers "sum" of each row, in the form and with the faults that the test sets.
class FakeServer final : public ::inference::GRPCInferenceService::Service {
 public:
  using Response = ::inference::ModelInferResponse;
  bool server_ready = true;
  bool model_ready = true;
  std::function<grpc::Status(const DataFrame&, Response*)> answer;
  ::inference::ModelInferRequest seen;

  grpc::Status ServerReady(grpc::ServerContext*, const ::inference::ServerReadyRequest*,
                           ::inference::ServerReadyResponse* r) override {
    r->set_ready(server_ready);
    return grpc::Status::OK;
  }
  grpc::Status ModelReady(grpc::ServerContext*, const ::inference::ModelReadyRequest* q,
                          ::inference::ModelReadyResponse* r) override {
    if (q->name() != "m") return {grpc::StatusCode::NOT_FOUND, "no such model"};
    r->set_ready(model_ready);
    return grpc::Status::OK;
  }
  grpc::Status ModelInfer(grpc::ServerContext*, const ::inference::ModelInferRequest* q,
                          Response* r) override {
    seen = *q;
    const auto inputs = decodeOipInputs(*q);
    if (!inputs.ok()) return {grpc::StatusCode::INVALID_ARGUMENT, messageOf(inputs.status())};
    return answer(*inputs, r);
  }
};

Column sums(const DataFrame& inputs) {
  const Column& x = inputs.columns()[0];
  std::vector<float> result(x.rows());
  for (std::size_t i = 0; i < x.rows() * x.dimension(); ++i) result[i / x.dimension()] += x.floats()[i];
  return Column::ofFloats("sum", result);
}

}  // namespace

class TstOipRuntime : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    QVERIFY(dir.ok());
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    address_ = "unix:" + (dir_->path() / "s.sock").string();
    service_ = std::make_unique<FakeServer>();
    grpc::ServerBuilder builder;
    builder.AddListeningPort(address_, grpc::InsecureServerCredentials());
    builder.RegisterService(service_.get());
    server_ = builder.BuildAndStart();
    QVERIFY(server_ != nullptr);
  }
  void cleanup() {
    server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(2));
    server_.reset();
  }

  void bothFormsOfAnswerAreRead_data() {
    QTest::addColumn<bool>("raw");
    QTest::newRow("raw") << true;
    QTest::newRow("typed") << false;
  }
  void bothFormsOfAnswerAreRead() {
    QFETCH(bool, raw);
    service_->answer = [raw](const DataFrame& inputs, FakeServer::Response* response) {
      const auto frame = DataFrame::create(
          {Column::ofInt64s("other", std::vector<std::int64_t>(inputs.rows())), sums(inputs)});
      return encodeOipOutputs(*frame, raw, response).ok() ? grpc::Status::OK
                                                          : grpc::Status(grpc::StatusCode::INTERNAL, "");
    };
    const auto answer = predict({"sum"});
    QVERIFY2(answer.ok(), messageOf(answer.status()).c_str());
    QVERIFY(*answer == *DataFrame::create({Column::ofFloats("sum", {3, 7})}));
    QCOMPARE(predict({})->columns().size(), std::size_t{2});
    // What was sent: one raw FP32 tensor [rows, columns].
    QCOMPARE(service_->seen.model_name(), std::string("m"));
    QCOMPARE(service_->seen.model_version(), std::string("2"));
    QCOMPARE(service_->seen.inputs(0).name(), std::string("features"));
    QCOMPARE(service_->seen.inputs(0).datatype(), std::string("FP32"));
    QCOMPARE(service_->seen.inputs(0).shape(1), std::int64_t{2});
    QCOMPARE(service_->seen.raw_input_contents(0).size(), std::size_t{16});
  }

  void badAnswersAreInternalErrorsThatNameTheTensor_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing output") << "missing"
                                    << "sum";
    QTest::newRow("too few rows") << "rows"
                                  << "1 rows for 2 rows";
    QTest::newRow("shape against contents") << "shape"
                                            << "'sum'";
    QTest::newRow("unknown datatype") << "datatype"
                                      << "FP99";
    QTest::newRow("nothing") << "nothing"
                             << "0 outputs";
  }
  void badAnswersAreInternalErrorsThatNameTheTensor() {
    QFETCH(QString, fault);
    QFETCH(QString, message);
    service_->answer = [fault](const DataFrame& inputs, FakeServer::Response* response) {
      if (fault == "nothing") return grpc::Status::OK;
      DataFrame frame =
          *DataFrame::create({fault == "missing" ? sums(inputs).renamed("total") : sums(inputs)});
      if (fault == "rows") frame = frame.slice(0, 1);
      static_cast<void>(encodeOipOutputs(frame, true, response));
      if (fault == "shape") response->mutable_outputs(0)->set_shape(0, 3);
      if (fault == "datatype") response->mutable_outputs(0)->set_datatype("FP99");
      return grpc::Status::OK;
    };
    const auto answer = predict({"sum"});
    QVERIFY2(absl::IsInternal(answer.status()), toText(answer.status()).c_str());
    QVERIFY2(messageOf(answer.status()).find(message.toStdString()) != std::string::npos,
             messageOf(answer.status()).c_str());
  }

  void errorsKeepTheirCodeAndNameTheServer() {
    service_->answer = [](const DataFrame&, FakeServer::Response*) {
      return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "queue full");
    };
    const absl::Status status = predict({}).status();
    QVERIFY(absl::IsResourceExhausted(status));
    for (const std::string& part : {std::string("queue full"), address_, std::string("'m'")}) {
      QVERIFY2(messageOf(status).find(part) != std::string::npos, messageOf(status).c_str());
    }
  }

  void theDeadlineIsKept() {
    std::promise<void> release;
    const std::shared_future<void> released = release.get_future().share();
    service_->answer = [released](const DataFrame&, FakeServer::Response*) {
      released.wait();
      return grpc::Status::OK;
    };
    const auto answer = predict({}, std::chrono::milliseconds(50));
    release.set_value();
    QVERIFY(absl::IsDeadlineExceeded(answer.status()));
  }

  void readinessAsksServerAndModel() {
    const auto runtime = createOipRuntime(options({}));
    QVERIFY((*runtime)->ready().ok());
    service_->model_ready = false;
    QVERIFY(absl::IsUnavailable((*runtime)->ready()));
    service_->server_ready = false;
    QVERIFY(absl::IsUnavailable((*runtime)->ready()));
    OipOptions other = options({});
    other.model = "unknown";
    service_->server_ready = true;
    QVERIFY(absl::IsNotFound((*createOipRuntime(other))->ready()));
  }

  void noServerIsUnavailable() {
    OipOptions other = options({});
    other.address = "unix:" + (dir_->path() / "nobody.sock").string();
    QVERIFY(absl::IsUnavailable((*createOipRuntime(other))->ready()));
    other.model.clear();
    QVERIFY(absl::IsInvalidArgument(createOipRuntime(other).status()));
  }

  void destroyingTheRuntimeCancelsItsCalls() {
    std::promise<void> release;
    const std::shared_future<void> released = release.get_future().share();
    service_->answer = [released](const DataFrame&, FakeServer::Response*) {
      released.wait();
      return grpc::Status::OK;
    };
    auto runtime = createOipRuntime(options({}));
    auto answer = start(**runtime, std::chrono::seconds(20));
    runtime->reset();
    QVERIFY(absl::IsCancelled(answer.get().status()));
    release.set_value();
  }

 private:
  OipOptions options(std::vector<std::string> outputs) const {
    OipOptions result;
    result.address = address_;
    result.model = "m";
    result.version = "2";
    result.input_name = "features";
    result.output_names = std::move(outputs);
    return result;
  }
  static std::future<absl::StatusOr<DataFrame>> start(ModelRuntime& runtime,
                                                      std::chrono::milliseconds timeout) {
    auto promise = std::make_shared<std::promise<absl::StatusOr<DataFrame>>>();
    runtime.predict(std::make_shared<InputMatrix>(InputMatrix{{1, 2, 3, 4}, 2, 2, {"a", "b"}}),
                    std::chrono::system_clock::now() + timeout,
                    [promise](absl::StatusOr<DataFrame> answer) { promise->set_value(std::move(answer)); });
    return promise->get_future();
  }
  absl::StatusOr<DataFrame> predict(std::vector<std::string> outputs,
                                    std::chrono::milliseconds timeout = std::chrono::seconds(20)) {
    const auto runtime = createOipRuntime(options(std::move(outputs)));
    if (!runtime.ok()) return runtime.status();
    return start(**runtime, timeout).get();
  }

  std::unique_ptr<TempDir> dir_;
  std::string address_;
  std::unique_ptr<FakeServer> service_;
  std::unique_ptr<grpc::Server> server_;
};

QTEST_GUILESS_MAIN(TstOipRuntime)
#include "tst_oip_runtime.moc"
