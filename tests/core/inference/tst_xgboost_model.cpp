#include <QtTest>
#include <thread>

#include "core/base/files.h"
#include "core/inference/input_matrix.h"
#include "core/inference/runtime_factory.h"
#include "core/inference/xgboost_model.h"
#include "tests/core/inference/tiny_model.h"

using namespace aerie;
using namespace aerie::inference;
using namespace aerie::testing;

#define VERIFY_OK(expr)                                                     \
  do {                                                                      \
    const absl::Status verified_status = (expr);                            \
    QVERIFY2(verified_status.ok(), aerie::toText(verified_status).c_str()); \
  } while (false)

namespace {

// The same prediction on the path for training data: a DMatrix.
std::vector<float> referencePrediction(const std::filesystem::path& file, const std::vector<float>& values,
                                       int features) {
  BoosterHandle booster = nullptr;
  DMatrixHandle data = nullptr;
  XGBoosterCreate(nullptr, 0, &booster);
  XGBoosterLoadModel(booster, file.c_str());
  XGDMatrixCreateFromMat(values.data(), values.size() / static_cast<std::size_t>(features),
                         static_cast<bst_ulong>(features), NAN, &data);
  bst_ulong size = 0;
  const float* out = nullptr;
  XGBoosterPredict(booster, data, 0, 0, 0, &size, &out);
  std::vector<float> result(out, out + size);
  XGDMatrixFree(data);
  XGBoosterFree(booster);
  return result;
}

constexpr auto kNever = std::chrono::system_clock::time_point::max();

}  // namespace

class TstXgboostModel : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto dir = TempDir::create();
    VERIFY_OK(dir.status());
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    VERIFY_OK(trainTinyModel(path("model.ubj")));
    VERIFY_OK(trainTinyModel(path("model.json")));
    TinyModelOptions classes;
    classes.classes = 3;
    VERIFY_OK(trainTinyModel(path("classes.ubj"), classes));
    TinyModelOptions named;
    named.feature_names = {"a", "b", "c", "d"};
    VERIFY_OK(trainTinyModel(path("named.ubj"), named));
    TinyModelOptions linear;
    linear.booster = "gblinear";
    VERIFY_OK(trainTinyModel(path("linear.json"), linear));
  }

  void predictsAsTheTrainingPathDoes_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("ubj") << "model.ubj";
    QTest::newRow("json") << "model.json";
    QTest::newRow("several classes") << "classes.ubj";
  }
  void predictsAsTheTrainingPathDoes() {
    QFETCH(QString, file);
    const auto model = XgboostModel::load(path(file.toStdString()));
    VERIFY_OK(model.status());
    QCOMPARE((*model)->features(), std::size_t{4});
    std::vector<float> values = tinyRows(200, 4, 99);
    for (std::size_t i = 0; i < values.size(); i += 7) values[i] = NAN;
    const auto predicted = (*model)->predict(values.data(), 200, 4);
    VERIFY_OK(predicted.status());
    QCOMPARE(*predicted, referencePrediction(path(file.toStdString()), values, 4));
    QCOMPARE(predicted->size(), 200 * (*model)->outputsPerRow());
  }

  void threadsPredictAtOnceAndAgree() {
    const auto model = XgboostModel::load(path("model.ubj"));
    VERIFY_OK(model.status());
    std::vector<std::vector<float>> inputs;
    std::vector<std::vector<float>> expected;
    for (unsigned t = 0; t < 8; ++t) {
      inputs.push_back(tinyRows(37, 4, 1'000 + t));
      expected.push_back(*(*model)->predict(inputs.back().data(), 37, 4));
    }
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 8; ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = 0; i < 300; ++i) {
          const std::size_t which = (t + i) % inputs.size();
          const auto predicted = (*model)->predict(inputs[which].data(), 37, 4);
          if (!predicted.ok() || *predicted != expected[which]) ++wrong;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
  }

  void featureNamesComeFromTheModel() {
    QCOMPARE((*XgboostModel::load(path("named.ubj")))->featureNames(),
             (std::vector<std::string>{"a", "b", "c", "d"}));
    QVERIFY((*XgboostModel::load(path("model.ubj")))->featureNames().empty());
  }

  void filesThatAreNoModelsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("other json") << QByteArray("{\"a\": 1}");
    QTest::newRow("truncated json") << QByteArray("{\"learner\": {\"attri");
  }
  void filesThatAreNoModelsAreRefused() {
    QFETCH(QByteArray, bytes);
    VERIFY_OK(writeFileAtomic(path("bad.json"),
                              std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    const absl::Status status = XgboostModel::load(path("bad.json")).status();
    QVERIFY2(absl::IsInvalidArgument(status), toText(status).c_str());
    QVERIFY(messageOf(status).find("bad.json") != std::string::npos);
  }

  void linearModelsAreRefusedAtLoad() {
    const absl::Status status = XgboostModel::load(path("linear.json")).status();
    QVERIFY2(absl::IsInvalidArgument(status), toText(status).c_str());
  }

  void theNumberOfColumnsIsCheckedAtLoadAndPerCall() {
    LocalRuntimeOptions options;
    options.expected_columns = 5;
    const absl::Status refused = createLocalRuntime(path("model.ubj"), options).status();
    QVERIFY(messageOf(refused).find("takes 4 features, but preprocessing makes 5") != std::string::npos);
    const auto model = XgboostModel::load(path("model.ubj"));
    const std::vector<float> values(10);
    QVERIFY(absl::IsInvalidArgument((*model)->predict(values.data(), 2, 5).status()));
    QVERIFY((*model)->predict(values.data(), 0, 4)->empty());
  }

  void runtimeAnswersInlineOrFromItsPool_data() {
    QTest::addColumn<bool>("pooled");
    QTest::newRow("inline") << false;
    QTest::newRow("pooled") << true;
  }
  void runtimeAnswersInlineOrFromItsPool() {
    QFETCH(bool, pooled);
    Executor pool({.threads = 1, .queue_limit = 10});
    RuntimeConfig config;
    config.runtime = "embedded";
    config.model_file = path("model.ubj");
    config.output_names = {"probability"};
    config.executor = pooled ? &pool : nullptr;
    const auto runtime = createRuntime(config);
    VERIFY_OK(runtime.status());
    VERIFY_OK((*runtime)->ready());
    const auto input =
        std::make_shared<InputMatrix>(InputMatrix{tinyRows(3, 4, 5), 3, 4, {"a", "b", "c", "d"}});
    std::thread::id answered_on;
    absl::StatusOr<frame::DataFrame> answer = unavailable("no answer");
    (*runtime)->predict(input, kNever, [&](absl::StatusOr<frame::DataFrame> got) {
      answered_on = std::this_thread::get_id();
      answer = std::move(got);
    });
    pool.drain();
    VERIFY_OK(answer.status());
    QCOMPARE(answered_on == std::this_thread::get_id(), !pooled);
    QCOMPARE(std::vector<float>(answer->find("probability")->floats().begin(),
                                answer->find("probability")->floats().end()),
             referencePrediction(path("model.ubj"), input->values, 4));
    // A deadline that passed is told, not computed.
    answer = unavailable("no answer");
    (*runtime)->predict(input, std::chrono::system_clock::time_point(),
                        [&](auto got) { answer = std::move(got); });
    pool.drain();
    QVERIFY(absl::IsDeadlineExceeded(answer.status()));
  }

  void aFullPoolAnswersAtOnce() {
    Executor pool({.threads = 1, .queue_limit = 1});
    std::mutex gate;
    std::unique_lock<std::mutex> closed(gate);
    std::atomic<bool> running{false};
    QVERIFY(pool.submit([&] {
      running = true;
      const std::lock_guard<std::mutex> wait(gate);
    }));
    QTRY_VERIFY(running.load());
    QVERIFY(pool.submit([] {}));
    LocalRuntimeOptions options;
    options.executor = &pool;
    const auto runtime = createLocalRuntime(path("model.ubj"), options);
    VERIFY_OK(runtime.status());
    absl::Status answer;
    (*runtime)->predict(std::make_shared<InputMatrix>(), kNever, [&](auto got) { answer = got.status(); });
    QVERIFY(absl::IsResourceExhausted(answer));
    closed.unlock();
  }

  void matricesKeepOrderAndTurnNullsToNan() {
    const auto frame = frame::DataFrame::create(
        {frame::Column::ofInt64s("i", {1, 2}, frame::NullMask::fromFlags({false, true})),
         frame::Column::ofBools("b", {1, 0}), frame::Column::ofFloatVectors("v", 2, {3, 4, 5, 6}),
         frame::Column::ofDoubles("d", {0.5, -1})});
    const auto matrix = toMatrix(*frame);
    VERIFY_OK(matrix.status());
    QCOMPARE(matrix->column_names, (std::vector<std::string>{"i", "b", "v[0]", "v[1]", "d"}));
    QVERIFY(std::isnan(matrix->values[5]));
    const std::vector<float> first(matrix->values.begin(), matrix->values.begin() + 5);
    QCOMPARE(first, (std::vector<float>{1, 1, 3, 4, 0.5F}));
    const absl::Status status =
        toMatrix(*frame::DataFrame::create({frame::Column::ofStrings("s", {"x"})})).status();
    QVERIFY(messageOf(status).find("'s'") != std::string::npos);
  }

  void outputsAreNamedOrPackedIntoAVector() {
    const auto named = toOutputs({1, 2, 3, 4}, 2, {"a", "b"});
    VERIFY_OK(named.status());
    QCOMPARE(named->find("b")->floats()[1], 4.0F);
    QCOMPARE(toOutputs({1, 2, 3, 4}, 2, {"all"})->find("all")->dimension(), std::size_t{2});
    QVERIFY(!toOutputs({1, 2, 3, 4}, 2, {"a", "b", "c"}).ok());
  }

  void unknownRuntimesAreNamed() {
    RuntimeConfig config;
    config.runtime = "onnx";
    QVERIFY(messageOf(createRuntime(config).status()).find("'onnx' is not a runtime") != std::string::npos);
    config.runtime = "sidecar";
    QVERIFY(messageOf(createRuntime(config).status()).find("runtime-url") != std::string::npos);
  }

 private:
  std::filesystem::path path(const std::string& name) const { return dir_->path() / name; }
  std::unique_ptr<TempDir> dir_;
};

QTEST_GUILESS_MAIN(TstXgboostModel)
#include "tst_xgboost_model.moc"
