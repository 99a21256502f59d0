#include <QtTest>

#include "core/base/files.h"
#include "core/bundle/bundle.h"
#include "services/train/arrival_delay.h"
#include "services/train/reference_statistics.h"
#include "tests/sim/sample_flights.h"
#include "tests/status_checks.h"

using namespace aerie;
using train::ArrivalDelayOptions;
using train::trainArrivalDelay;

class TstArrivalDelay : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto flights = sim::Flights::load(AERIE_SOURCE_DIR "/resources/demo/flights-2001.csv.zst");
    AERIE_VERIFY_OK(flights);
    flights_ = std::move(*flights);
    folder_.emplace(*TempDir::create());
  }

  // A slice of the record and few trees: enough to learn from, quick to train.
  static ArrivalDelayOptions slice() {
    ArrivalDelayOptions options;
    options.train_from = "2001-01-01";
    options.train_to = "2001-02-01";
    options.test_to = "2001-02-15";
    options.version = "1";
    options.booster.trees = 10;
    options.booster.depth = 4;
    options.created_unix_ms = 1'000'000'000'000;
    return options;
  }

  void theSameTrainingGivesTheSameBundle_data() {
    QTest::addColumn<bool>("stored");
    QTest::newRow("request features") << false;
    QTest::newRow("stored features") << true;
  }
  void theSameTrainingGivesTheSameBundle() {
    QFETCH(bool, stored);
    ArrivalDelayOptions options = slice();
    options.stored_features = stored;
    const auto first = trainArrivalDelay(flights_, options, key_, folder_->path() / "a.aerie");
    AERIE_VERIFY_OK(first);
    const auto second = trainArrivalDelay(flights_, options, key_, folder_->path() / "b.aerie");
    AERIE_VERIFY_OK(second);
    QCOMPARE(second->digest, first->digest);
    QCOMPARE(*readFile(folder_->path() / "a.aerie"), *readFile(folder_->path() / "b.aerie"));
    options.booster.learning_rate = 0.2;
    const auto other = trainArrivalDelay(flights_, options, key_, folder_->path() / "c.aerie");
    AERIE_VERIFY_OK(other);
    QVERIFY(other->digest != first->digest);
  }

  void storedFeaturesMakeTheBetterModel() {
    ArrivalDelayOptions options = slice();
    const auto v1 = trainArrivalDelay(flights_, options, key_, folder_->path() / "1.aerie");
    AERIE_VERIFY_OK(v1);
    options.stored_features = true;
    const auto v2 = trainArrivalDelay(flights_, options, key_, folder_->path() / "2.aerie");
    AERIE_VERIFY_OK(v2);
    QCOMPARE(v1->train_rows, v2->train_rows);
    QVERIFY2(v2->test_auc > v1->test_auc, fmt::format("{} against {}", v2->test_auc, v1->test_auc).c_str());
    QVERIFY2(v1->test_auc > 0.52 && v2->test_auc < 0.9,
             fmt::format("{}, {}", v1->test_auc, v2->test_auc).c_str());
    QVERIFY(v2->test_log_loss > 0 && v2->test_log_loss < 0.7);
  }

  void theBundleSaysHowItWasMade() {
    ArrivalDelayOptions options = slice();
    options.zone = "ATL";
    options.data_name = "flights-2001.csv.zst";
    const auto path = folder_->path() / "atl.aerie";
    const auto trained = trainArrivalDelay(flights_, options, key_, path);
    AERIE_VERIFY_OK(trained);
    const auto info = bundle::inspect(path);
    AERIE_VERIFY_OK(info);
    QCOMPARE(info->digest, trained->digest);
    QCOMPARE(info->signer, toHex(key_.publicKey()));
    QCOMPARE(info->manifest.model(), std::string("arrival_delay"));
    QCOMPARE(info->manifest.lineage().data(),
             std::string("flights-2001.csv.zst, 2001-01-01 to 2001-02-01, origin ATL"));
    QCOMPARE(info->manifest.lineage().metrics().at("train_rows"), static_cast<double>(trained->train_rows));
    const auto all = trainArrivalDelay(flights_, slice(), key_, folder_->path() / "all.aerie");
    QVERIFY(trained->train_rows > 0 && trained->train_rows < all->train_rows);
  }

  void whatCannotBeTrainedOnIsNamed_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown zone")
        << "zone"
        << "XXX"
        << "no flight from 'XXX' between the dates given: choose another zone or period";
    QTest::newRow("period without flights") << "from"
                                            << "2005-01-01"
                                            << "leaves a period without flights";
    QTest::newRow("test before training") << "test_to"
                                          << "2001-01-15"
                                          << "testing until 2001-01-15 leaves a period without flights";
    QTest::newRow("no date") << "from"
                             << "January"
                             << "'January' is not a date";
  }
  void whatCannotBeTrainedOnIsNamed() {
    QFETCH(QString, what);
    QFETCH(QString, value);
    QFETCH(QString, message);
    ArrivalDelayOptions options = slice();
    (what == "zone"   ? options.zone
     : what == "from" ? options.train_from
                      : options.test_to) = value.toStdString();
    AERIE_VERIFY_FAILS(trainArrivalDelay(flights_, options, key_, folder_->path() / "no.aerie"),
                       absl::StatusCode::kInvalidArgument, message.toStdString());
    QVERIFY(!std::filesystem::exists(folder_->path() / "no.aerie"));
  }

  void trainingCanBeStopped() {
    ArrivalDelayOptions options = slice();
    int seen = 0;
    options.booster.progress = [&](int done) {
      seen = done;
      return done < 3;
    };
    QCOMPARE(trainArrivalDelay(flights_, options, key_, folder_->path() / "no.aerie").status().code(),
             absl::StatusCode::kCancelled);
    QCOMPARE(seen, 3);
  }

  void wrongBoosterInputsAreRefused() {
    const inference::InputMatrix empty;
    QVERIFY(!train::trainBooster(empty, {}, {}).ok());
  }

  void statisticsCountEveryRow() {
    std::vector<double> values(100);
    std::vector<std::string> names(100);
    for (std::size_t i = 0; i < 100; ++i) {
      values[i] = static_cast<double>(i);
      names[i] = "n" + std::to_string(i % 60);
    }
    const auto frame = frame::DataFrame::create(
        {frame::Column::ofDoubles("value", values), frame::Column::ofStrings("name", names),
         frame::Column::ofDoubles("constant", std::vector<double>(100, 7))});
    const v1::ReferenceStatistics statistics = train::referenceStatistics(*frame);
    QCOMPARE(statistics.rows(), 100U);
    QCOMPARE(statistics.histograms_size(), 3);
    for (const v1::ReferenceHistogram& histogram : statistics.histograms()) {
      std::uint64_t total = 0;
      for (const auto count : histogram.counts()) total += count;
      if (histogram.feature() == "name") continue;
      QCOMPARE(total, std::uint64_t{100});
      QCOMPARE(histogram.counts_size(), histogram.boundaries_size() + 1);
      QVERIFY(histogram.counts_size() <= 10);
    }
  }

 private:
  sim::Flights flights_;
  const SigningKey key_ = SigningKey::generate();
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstArrivalDelay)
#include "tst_arrival_delay.moc"
