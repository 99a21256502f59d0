#include <QtTest>
#include <atomic>
#include <thread>

#include "core/base/files.h"
#include "core/inference/runtime_factory.h"
#include "core/inference/zoned_model.h"
#include "core/zones/zone_file.h"
#include "tests/core/inference/tiny_model.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::inference;
using namespace aerie::testing;

namespace {

constexpr int kColumns = 4;  // zone, a, b, c
constexpr int kZones = 6;

std::vector<float> rowOf(float zone, int number) {
  std::vector<float> row = tinyRows(1, kColumns, static_cast<unsigned>(number + 1));
  row[0] = zone;
  return row;
}

}  // namespace

// Six zones numbered from 1, each with a model of its own; the last part takes every zone.
class TstZonedModel : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    for (int zone = 1; zone <= kZones; ++zone) {
      TinyModelOptions options;
      options.seed = static_cast<unsigned>(zone) * 31U;
      options.trees = 5 + zone;
      AERIE_VERIFY_OK(trainTinyModel(modelFile(zone), options));
      auto model = XgboostModel::load(modelFile(zone));
      AERIE_VERIFY_OK(model);
      models_.push_back(*std::move(model));
    }
    AERIE_VERIFY_OK(write("with_fallback.azm", true));
    AERIE_VERIFY_OK(write("without.azm", false));
  }

  void eachRowIsAnsweredByItsZoneInOrder() {
    const auto model = ZonedModel::load(path("with_fallback.azm"));
    AERIE_VERIFY_OK(model);
    QCOMPARE((*model)->features(), std::size_t{kColumns});
    QCOMPARE((*model)->featureNames()[0], std::string("zone"));
    std::vector<float> values, expected;
    for (int i = 0; i < 200; ++i) {
      const int zone = i * 7 % (kZones + 3);  // 0, 7 and 8 have no part of their own
      const std::vector<float> row = rowOf(static_cast<float>(zone), i);
      const bool own = zone >= 1 && zone < kZones;
      const auto direct =
          models_[own ? static_cast<std::size_t>(zone - 1) : kZones - 1]->predict(row.data(), 1, kColumns);
      AERIE_VERIFY_OK(direct);
      expected.push_back((*direct)[0]);
      values.insert(values.end(), row.begin(), row.end());
    }
    const auto predicted = (*model)->predict(values.data(), 200, kColumns);
    AERIE_VERIFY_OK(predicted);
    QCOMPARE(*predicted, expected);
  }

  void rowsOfOneZoneAreAnsweredAlike() {
    const auto model = ZonedModel::load(path("with_fallback.azm"));
    AERIE_VERIFY_OK(model);
    std::vector<float> values;
    for (int i = 0; i < 30; ++i) {
      const std::vector<float> row = rowOf(2, i);
      values.insert(values.end(), row.begin(), row.end());
    }
    const auto predicted = (*model)->predict(values.data(), 30, kColumns);
    AERIE_VERIFY_OK(predicted);
    QCOMPARE(*predicted, *models_[1]->predict(values.data(), 30, kColumns));
    QCOMPARE((*model)->predict(values.data(), 0, kColumns)->size(), std::size_t{0});
  }

  void anUnknownZoneWithoutFallbackIsAClearError() {
    const auto model = ZonedModel::load(path("without.azm"));
    AERIE_VERIFY_OK(model);
    std::vector<float> values = rowOf(1, 1);
    const std::vector<float> unknown = rowOf(77, 2);
    values.insert(values.end(), unknown.begin(), unknown.end());
    AERIE_VERIFY_FAILS((*model)->predict(values.data(), 2, kColumns), absl::StatusCode::kInvalidArgument,
                       "row 1: there is no part for zone=77");
    AERIE_VERIFY_FAILS((*model)->predict(values.data(), 2, 3), absl::StatusCode::kInvalidArgument,
                       "3 columns");
  }

  void theFileDecidesWhatIsLoaded() {
    const auto zoned = loadModel(path("without.azm"));
    AERIE_VERIFY_OK(zoned);
    QCOMPARE((*zoned)->platform(), std::string("xgboost_zones (5 parts)"));
    const auto single = loadModel(modelFile(1));
    AERIE_VERIFY_OK(single);
    QCOMPARE((*single)->platform(), std::string("xgboost"));
    RuntimeConfig config;
    config.runtime = "embedded";
    config.model_file = path("without.azm");
    config.expected_columns = kColumns;
    const auto runtime = createRuntime(config);
    AERIE_VERIFY_OK(runtime);
    QCOMPARE((*runtime)->description(), std::string("xgboost_zones (5 parts) in process"));
  }

  void aPartThatIsNoModelIsNamed_data() {
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("text") << "hello, this is not a model"
                          << "not an XGBoost model";
    QTest::newRow("looks like one") << "{\"learner\": 1}"
                                    << "can't be read";
  }
  void aPartThatIsNoModelIsNamed() {
    QFETCH(QString, bytes);
    QFETCH(QString, message);
    zones::ZoneIndex index = indexOf(false);
    index.parts.resize(2);
    std::vector<std::string> models = {*readFile(modelFile(1)), bytes.toStdString()};
    AERIE_VERIFY_OK(zones::writeZoneFile(path("bad.azm"), index, {models[0].size(), models[1].size()},
                                         [&models](std::size_t i) { return models[i]; }));
    AERIE_VERIFY_FAILS(ZonedModel::load(path("bad.azm")), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
    AERIE_VERIFY_FAILS(ZonedModel::load(path("bad.azm")), absl::StatusCode::kInvalidArgument, "part 'zone2'");
  }

  void aPartOfOtherColumnsIsRefused() {
    TinyModelOptions options;
    options.features = 3;
    AERIE_VERIFY_OK(trainTinyModel(path("three.ubj"), options));
    zones::ZoneIndex index = indexOf(false);
    index.parts.resize(1);
    const std::string bytes = *readFile(path("three.ubj"));
    AERIE_VERIFY_OK(
        zones::writeZoneFile(path("three.azm"), index, {bytes.size()}, [&](std::size_t) { return bytes; }));
    AERIE_VERIFY_FAILS(ZonedModel::load(path("three.azm")), absl::StatusCode::kInvalidArgument,
                       "takes 3 features");
  }

  void threadsPredictAtOnce() {
    const auto model = ZonedModel::load(path("with_fallback.azm"));
    AERIE_VERIFY_OK(model);
    std::vector<float> values;
    for (int i = 0; i < 50; ++i) {
      const std::vector<float> row = rowOf(static_cast<float>(i % kZones), i);
      values.insert(values.end(), row.begin(), row.end());
    }
    const auto expected = (*model)->predict(values.data(), 50, kColumns);
    AERIE_VERIFY_OK(expected);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const auto got = (*model)->predict(values.data(), 50, kColumns);
          if (!got.ok() || *got != *expected) ++wrong;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
  }

 private:
  std::filesystem::path path(const std::string& name) const { return dir_->path() / name; }
  std::filesystem::path modelFile(int zone) const { return path(fmt::format("zone{}.ubj", zone)); }

  static zones::ZoneIndex indexOf(bool fallback) {
    zones::ZoneIndex index;
    index.columns = {"zone", "a", "b", "c"};
    index.keys = {{"zone", "zone"}};
    for (int zone = 1; zone <= kZones; ++zone) {
      const bool any = zone == kZones;
      if (any && !fallback) break;
      zones::ZonePart part;
      part.name = fmt::format("zone{}", zone);
      part.values = {any ? "*" : std::to_string(zone)};
      part.codes = {any ? zones::kAnyCode : zone};
      index.parts.push_back(part);
    }
    return index;
  }
  absl::Status write(const std::string& name, bool fallback) const {
    const zones::ZoneIndex index = indexOf(fallback);
    std::vector<std::uint64_t> sizes;
    for (std::size_t i = 0; i < index.parts.size(); ++i)
      sizes.push_back(std::filesystem::file_size(modelFile(static_cast<int>(i) + 1)));
    return zones::writeZoneFile(path(name), index, sizes, [this](std::size_t i) {
      return readFile(modelFile(static_cast<int>(i) + 1));
    });
  }

  std::unique_ptr<TempDir> dir_;
  std::vector<std::shared_ptr<const XgboostModel>> models_;
};

QTEST_APPLESS_MAIN(TstZonedModel)
#include "tst_zoned_model.moc"
