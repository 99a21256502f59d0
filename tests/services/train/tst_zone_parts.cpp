#include <QtTest>
#include <cmath>
#include <random>

#include "core/base/files.h"
#include "core/bundle/bundle.h"
#include "core/training_publish/assemble.h"
#include "core/zones/part_file.h"
#include "services/train/zone_part.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::train;

namespace {

// Two months of flights from three airports: BIG late in the evening, MID at random, TIN hardly ever there.
std::string flightsCsv() {
  std::mt19937 random(3);
  std::string csv = "time,origin,destination,distance,delay\n";
  for (int month = 1; month <= 2; ++month) {
    for (int day = 1; day <= 28; ++day) {
      for (int hour = 0; hour < 24; ++hour) {
        const bool late = random() % 10 < (hour > 15 ? 8 : 1);
        csv += fmt::format("2001-{:02}-{:02}T{:02}:00,BIG,{},{},{}\n", month, day, hour,
                           hour % 2 == 0 ? "MID" : "TIN", 300 + hour * 10, late ? 40 : 0);
        if (hour % 6 == 0)
          csv += fmt::format("2001-{:02}-{:02}T{:02}:05,MID,BIG,500,{}\n", month, day, hour,
                             random() % 2 == 0 ? 30 : 0);
      }
    }
    csv += fmt::format("2001-{:02}-28T23:30,TIN,BIG,700,0\n", month);
  }
  return csv;
}

}  // namespace

class TstZoneParts : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    auto flights = sim::Flights::parse(flightsCsv(), "flights.csv");
    AERIE_VERIFY_OK(flights);
    flights_ = std::make_unique<sim::Flights>(*std::move(flights));
    PrepareOptions options;
    options.data_name = "flights.csv";
    options.booster.trees = 10;
    std::size_t last = 0;
    bool in_order = true;
    options.progress = [&](std::size_t done, std::size_t all, std::string_view) {
      in_order = in_order && done >= last && done <= all;
      last = done;
    };
    const auto prepared = prepareZones(*flights_, options, this->prepared());
    AERIE_VERIFY_OK(prepared);
    QCOMPARE(prepared->zones, (std::vector<std::string>{"BIG", "MID", "TIN"}));
    QCOMPARE(prepared->months, (std::vector<std::string>{"1", "2"}));
    QVERIFY(in_order && last > 3);
  }

  void theListOfZonesEndsWithTheFallback() {
    QCOMPARE(*readFile(prepared() / "zones.csv"), std::string("zone\nBIG\nMID\nTIN\n*\n"));
  }

  void nothingIsPreparedOverOtherFiles() {
    AERIE_VERIFY_FAILS(prepareZones(*flights_, {}, prepared()), absl::StatusCode::kFailedPrecondition,
                       "not empty");
    QVERIFY(std::filesystem::exists(prepared() / "prepared.json"));
  }

  void aPartLearnsItsZone() {
    const auto made = part("BIG", "1");
    AERIE_VERIFY_OK(made);
    QVERIFY(made->left_out.empty());
    QCOMPARE(made->train_rows, std::uint64_t{23 * 24});
    QCOMPARE(made->test_rows, std::uint64_t{5 * 24});
    QVERIFY2(made->metrics.at("auc") > 0.7, std::to_string(made->metrics.at("auc")).c_str());
    QVERIFY(made->metrics.contains("auc_everywhere"));
    for (const char* file :
         {"part.json", "model.ubj", "self_test.pb", "shared/features.pb", "shared/preprocessor.pb"})
      QVERIFY2(std::filesystem::exists(out("BIG", "1") / file), file);
  }

  void tooFewFlightsLeaveThePartOutWithAReason() {
    const auto made = part("TIN", "1");
    AERIE_VERIFY_OK(made);
    QVERIFY2(made->left_out.find("0 flights to learn from; 10 are needed") != std::string::npos,
             made->left_out.c_str());
    QVERIFY(!std::filesystem::exists(out("TIN", "1") / "model.ubj"));
    const auto text = readFile(out("TIN", "1") / "part.json");
    AERIE_VERIFY_OK(text);
    const auto described = zones::parsePart(*text, "part.json");
    AERIE_VERIFY_OK(described);
    QCOMPARE(described->left_out, made->left_out);
  }

  void theSameTaskGivesTheSameModel() {
    AERIE_VERIFY_OK(part("MID", "2"));
    const std::string first = *readFile(out("MID", "2") / "model.ubj");
    AERIE_VERIFY_OK(part("MID", "2"));
    QCOMPARE(*readFile(out("MID", "2") / "model.ubj"), first);
  }

  void treesThatAreGivenAreGrown() {
    PartOptions options;
    options.zone = "BIG";
    options.month = "2";
    const auto size = [&](int trees) {
      options.trees = trees;
      const auto folder = dir_->path() / "given";
      return trainPart(prepared(), options, folder).ok() ? std::filesystem::file_size(folder / "model.ubj")
                                                         : 0;
    };
    const auto few = size(5), many = size(50);
    QVERIFY2(few > 0 && many > 3 * few, fmt::format("{} and {} bytes", few, many).c_str());
  }

  void theFallbackIsTheModelThatWasPrepared() {
    AERIE_VERIFY_OK(part("*", "*"));
    QCOMPARE(*readFile(out("*", "*") / "model.ubj"), *readFile(prepared() / "everywhere" / "model.ubj"));
  }

  void whatIsNotThereIsNamed_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("month");
    QTest::addColumn<QString>("message");
    QTest::newRow("zone") << "SEA"
                          << "1"
                          << "zone 'SEA' is not in";
    QTest::newRow("month") << "BIG"
                           << "7"
                           << "month '7' is not in";
    QTest::newRow("a path") << "../../etc/passwd"
                            << "1"
                            << "letters and digits only";
    QTest::newRow("an option") << "--out=/etc"
                               << "1"
                               << "letters and digits only";
  }
  void whatIsNotThereIsNamed() {
    QFETCH(QString, zone);
    QFETCH(QString, month);
    QFETCH(QString, message);
    PartOptions options;
    options.zone = zone.toStdString();
    options.month = month.toStdString();
    AERIE_VERIFY_FAILS(trainPart(prepared(), options, dir_->path() / "none"),
                       absl::StatusCode::kInvalidArgument, message.toStdString());
    QVERIFY(!std::filesystem::exists(dir_->path() / "none"));
  }

  void aDirectoryThatWasNotPreparedIsRefused() {
    PartOptions options;
    options.zone = "BIG";
    options.month = "1";
    AERIE_VERIFY_FAILS(trainPart(dir_->path(), options, dir_->path() / "none"),
                       absl::StatusCode::kFailedPrecondition, "aerie-train-xgboost prepare");
  }

  void partsBecomeOneModelThatIsMeasured() {
    std::vector<training_publish::TaskOutput> tasks;
    for (const auto& [zone, month] :
         {std::pair("BIG", "1"), {"BIG", "2"}, {"MID", "1"}, {"TIN", "1"}, {"*", "1"}, {"*", "*"}}) {
      AERIE_VERIFY_OK(part(zone, month));
      tasks.push_back({fmt::format("{}.{}", zone, month), {}, out(zone, month)});
    }
    const SigningKey key = SigningKey::generate();
    const auto file = dir_->path() / "zones.aerie";
    training_publish::Publication publication;
    publication.model = "delay";
    publication.job = "job";
    const auto made = training_publish::assembleOneVersion(tasks, publication, key, file);
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->parts, std::size_t{5});
    QCOMPARE(made->left_out.size(), std::size_t{1});
    bundle::TrustedKeys trusted;
    trusted.add(key.publicKey());
    const auto opened = bundle::open(file, trusted, dir_->path() / "opened");
    AERIE_VERIFY_OK(opened);
    const auto quality = evaluateZones(prepared(), opened->model_path);
    AERIE_VERIFY_OK(quality);
    QCOMPARE(quality->rows, std::uint64_t{2 * (5 * 28 + 1)});
    QVERIFY2(quality->auc > 0.6, std::to_string(quality->auc).c_str());
    QCOMPARE(quality->own_part_rows, std::uint64_t{2 * 5 * 24 + 5 * 4});
  }

  void aPartCanBeAVersionOfItsOwn() {
    const SigningKey key = SigningKey::generate();
    PartOptions options;
    options.zone = "BIG";
    options.month = "1";
    AERIE_VERIFY_OK(trainPartBundle(prepared(), options, "delay", key, dir_->path() / "version"));
    const auto info = bundle::inspect(dir_->path() / "version" / "part.aerie");
    AERIE_VERIFY_OK(info);
    QCOMPARE(info->manifest.model(), std::string("delay"));
    options.zone = "TIN";
    AERIE_VERIFY_FAILS(trainPartBundle(prepared(), options, "delay", key, dir_->path() / "tin"),
                       absl::StatusCode::kFailedPrecondition, "0 flights to learn from");
  }

 private:
  std::filesystem::path prepared() const { return dir_->path() / "prepared"; }
  std::filesystem::path out(const std::string& zone, const std::string& month) const {
    return dir_->path() / "parts" / fmt::format("{}.{}", zone, month);
  }
  absl::StatusOr<PartResult> part(const std::string& zone, const std::string& month) const {
    PartOptions options;
    options.zone = zone;
    options.month = month;
    return trainPart(prepared(), options, out(zone, month));
  }

  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<sim::Flights> flights_;
};

QTEST_APPLESS_MAIN(TstZoneParts)
#include "tst_zone_parts.moc"
