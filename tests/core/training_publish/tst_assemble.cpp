#include <QtTest>

#include "core/bundle/bundle.h"
#include "core/inference/zoned_model.h"
#include "tests/core/training_publish/part_samples.h"
#include "tests/status_checks.h"

using namespace aerie;
using namespace aerie::training_publish;
using aerie::test::PartSamples;

namespace {

std::size_t filesBelow(const std::filesystem::path& directory) {
  std::error_code error;
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory, error), {}));
}

}  // namespace

class TstAssemble : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    auto dir = TempDir::create();
    AERIE_VERIFY_OK(dir);
    dir_ = std::make_unique<TempDir>(std::move(*dir));
    samples_ = std::make_unique<PartSamples>(dir_->path() / "outputs");
    tasks_.clear();
    publication_ = {};
    publication_.model = "delay_zones";
    publication_.job = "17";
    publication_.application = "delay";
    publication_.created_unix_ms = 1'700'000'000'000;
    unsigned seed = 1;
    for (const auto& [origin, month] :
         {std::pair("ATL", "3"), {"ATL", "*"}, {"ORD", "3"}, {"ORD", "4"}, {"*", "*"}}) {
      auto task = samples_->add(origin, month, seed++ * 17);
      AERIE_VERIFY_OK(task);
      tasks_.push_back(*std::move(task));
    }
  }

  void everyPartAnswersItsZoneInTheBundle() {
    const auto made = assemble();
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->parts, std::size_t{5});
    QVERIFY(made->has_fallback);
    const auto opened = open();
    AERIE_VERIFY_OK(opened);
    QCOMPARE(opened->manifest.runtime(), std::string("xgboost_zones"));
    QCOMPARE(opened->manifest.lineage().training_job(), std::string("job 17 of delay"));
    const auto model = inference::ZonedModel::load(opened->model_path);
    AERIE_VERIFY_OK(model);
    struct Case {
      const char* origin;
      std::int64_t month;
      std::size_t task;
    };
    std::vector<std::string> origins;
    std::vector<std::int64_t> months;
    std::vector<double> x;
    std::vector<float> expected;
    for (const Case& c :
         {Case{"ATL", 3, 0}, {"ORD", 4, 3}, {"ATL", 7, 1}, {"DEN", 3, 4}, {"???", 1, 4}, {"ORD", 3, 2}}) {
      origins.emplace_back(c.origin);
      months.push_back(c.month);
      x.push_back(0.1 * static_cast<double>(x.size()));
      const auto direct = samples_->direct(tasks_[c.task], c.origin, c.month, x.back());
      AERIE_VERIFY_OK(direct);
      expected.push_back(*direct);
    }
    const auto inputs = samples_->matrixOf(origins, months, x);
    AERIE_VERIFY_OK(inputs);
    const auto predicted = (*model)->predict(inputs->values.data(), inputs->rows, inputs->columns);
    AERIE_VERIFY_OK(predicted);
    QCOMPARE(*predicted, expected);
  }

  void metricsAreMeansOfTheZonesThemselves() {
    const auto made = assemble();
    AERIE_VERIFY_OK(made);
    // ATL.3 and ORD.3 with 0.7, ORD.4 with 0.6; parts with "*" do not count.
    QVERIFY(std::abs(made->metrics.at("auc") - 2.0 / 3) < 1e-9);
    QCOMPARE(made->metrics.at("train_rows"), 300.0);
    QCOMPARE(made->metrics.at("parts"), 5.0);
  }

  void theSameOutputsGiveTheSameBytes() {
    const auto first = assemble();
    AERIE_VERIFY_OK(first);
    const auto second = assembleOneVersion(tasks_, publication_, key_, dir_->path() / "again.aerie");
    AERIE_VERIFY_OK(second);
    QCOMPARE(second->digest, first->digest);
  }

  void aZoneThatWasLeftOutIsReportedAndServedByAWiderPart() {
    auto task = samples_->addLeftOut("DEN", "4");
    AERIE_VERIFY_OK(task);
    tasks_.insert(tasks_.begin(), *task);
    const auto made = assemble();
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->left_out.size(), std::size_t{1});
    QCOMPARE(made->left_out[0].task, std::string("DEN.4"));
    QVERIFY(made->left_out[0].reason.find("31 flights") != std::string::npos);
    QCOMPARE(made->metrics.at("left_out"), 1.0);
  }

  void withoutAFallbackItSaysSo() {
    tasks_.pop_back();
    const auto made = assemble();
    AERIE_VERIFY_OK(made);
    QVERIFY(!made->has_fallback);
  }

  void outputsThatDoNotBelongTogetherAreRefused_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("message");
    QTest::newRow("no part.json") << "no part"
                                  << "the task must write it";
    QTest::newRow("part.json is no JSON") << "json"
                                          << "is not JSON";
    QTest::newRow("no model") << "no model"
                              << "model.ubj is missing";
    QTest::newRow("another preprocessor") << "preprocessor"
                                          << "trained with another preprocessor";
    QTest::newRow("an output of another name") << "outputs"
                                               << "other output names";
    QTest::newRow("shared file exchanged") << "shared"
                                           << "is not the file";
    QTest::newRow("another task of the same zone") << "twice"
                                                   << "both for origin=ATL, month=3";
    QTest::newRow("a zone that the preprocessor does not know") << "unknown"
                                                                << "does not know origin=SEA";
    QTest::newRow("a month that is no number") << "month"
                                               << "'May' of month is not a whole number";
    QTest::newRow("a model that was trained otherwise") << "model"
                                                        << "the task predicted";
    QTest::newRow("a model that is none") << "text model"
                                          << "not an XGBoost model";
    QTest::newRow("a self-test without rows") << "self-test"
                                              << "it has no rows";
  }
  void outputsThatDoNotBelongTogetherAreRefused() {
    QFETCH(QString, damage);
    QFETCH(QString, message);
    const std::filesystem::path folder = tasks_[2].directory;  // ORD.3
    std::string zone = "ORD.3";
    const auto replace = [&](const std::filesystem::path& file, const std::string& from,
                             const std::string& to) {
      std::string text = *readFile(file);
      const std::size_t at = text.find(from);
      if (at != std::string::npos) text.replace(at, from.size(), to);
      return writeFileAtomic(file, text);
    };
    if (damage == "no part") std::filesystem::remove(folder / "part.json");
    if (damage == "json") AERIE_VERIFY_OK(writeFileAtomic(folder / "part.json", "{"));
    if (damage == "no model") std::filesystem::remove(folder / "model.ubj");
    if (damage == "outputs") AERIE_VERIFY_OK(replace(folder / "part.json", "\"probability\"", "\"score\""));
    if (damage == "text model") AERIE_VERIFY_OK(writeFileAtomic(folder / "model.ubj", "hello, no model"));
    if (damage == "self-test") AERIE_VERIFY_OK(writeFileAtomic(folder / "self_test.pb", ""));
    if (damage == "model")
      std::filesystem::copy_file(tasks_[0].directory / "model.ubj", folder / "model.ubj",
                                 std::filesystem::copy_options::overwrite_existing);
    if (damage == "shared") {
      zone = "ATL.3";  // the first task's files are the ones that are taken
      AERIE_VERIFY_OK(writeFileAtomic(tasks_[0].directory / "shared/preprocessor.pb", ""));
    }
    if (damage == "preprocessor") {
      PartSamples others(dir_->path() / "outputs", "ORD, ATL, DEN");
      AERIE_VERIFY_OK(others.add("ORD", "3", 9));
    }
    if (damage == "twice") {
      const auto task = samples_->add("ATL", "3", 5);
      AERIE_VERIFY_OK(task);
      tasks_.push_back(*task);
      tasks_.back().task = "ATL.3b";
      zone = "ATL.3b";
    }
    if (damage == "unknown") {
      const auto task = samples_->add("SEA", "3", 5);
      AERIE_VERIFY_OK(task);
      tasks_.push_back(*task);
      zone = "SEA";
    }
    if (damage == "month") {
      AERIE_VERIFY_OK(replace(folder / "part.json", R"("value": "3")", R"("value": "May")"));
      zone = "May";
    }
    const absl::Status status = assemble().status();
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find(message.toStdString()) != std::string::npos, messageOf(status).c_str());
    QVERIFY2(messageOf(status).find(zone) != std::string::npos, messageOf(status).c_str());
    QVERIFY(!std::filesystem::exists(bundleFile()));
  }

  void nothingToPublishIsSaid() {
    AERIE_VERIFY_FAILS(assembleOneVersion({}, publication_, key_, bundleFile()),
                       absl::StatusCode::kFailedPrecondition, "nothing to publish");
    tasks_.clear();
    const auto task = samples_->addLeftOut("DEN", "4");
    AERIE_VERIFY_OK(task);
    tasks_.push_back(*task);
    AERIE_VERIFY_FAILS(assemble(), absl::StatusCode::kFailedPrecondition, "31 flights");
  }

  void publishingCanBeCancelled() {
    publication_.progress = [](std::size_t, std::size_t) { return false; };
    AERIE_VERIFY_FAILS(assemble(), absl::StatusCode::kCancelled, "cancelled");
    QVERIFY(!std::filesystem::exists(bundleFile()));
  }

  void eachTaskCanBeAVersion() {
    const std::vector<TaskOutput> outputs = bundlesOf({"1", ""}, "delay_zones");
    const auto made = collectTaskBundles(outputs, publication_, key_, dir_->path() / "versions");
    AERIE_VERIFY_OK(made);
    QCOMPARE(made->size(), std::size_t{2});
    QCOMPARE((*made)[0].version, std::string("1"));
    QCOMPARE((*made)[1].version, std::string());
    bundle::TrustedKeys trusted;  // the job's key, not the task's
    trusted.add(key_.publicKey());
    const auto info = bundle::verify((*made)[1].bundle, trusted);
    AERIE_VERIFY_OK(info);
    QCOMPARE(info->manifest.lineage().training_job(), std::string("job 17 of delay, task t1"));
    QCOMPARE(info->digest, (*made)[1].digest);
  }

  void bundlesThatDoNotFitAreRefused_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << "none"
                          << "holds 0 bundles";
    QTest::newRow("two") << "two"
                         << "holds 2 bundles";
    QTest::newRow("another model") << "model"
                                   << "is of model other";
    QTest::newRow("one version twice") << "version"
                                       << "version 1 too";
    QTest::newRow("damaged") << "damaged"
                             << "t1";
  }
  void bundlesThatDoNotFitAreRefused() {
    QFETCH(QString, damage);
    QFETCH(QString, message);
    const std::vector<TaskOutput> outputs =
        bundlesOf({"1", damage == "version" ? "1" : ""}, damage == "model" ? "other" : "delay_zones");
    const std::filesystem::path second = outputs[1].directory / "part.aerie";
    if (damage == "none") std::filesystem::remove(second);
    if (damage == "two") std::filesystem::copy_file(second, outputs[1].directory / "more.aerie");
    if (damage == "damaged") AERIE_VERIFY_OK(writeFileAtomic(second, "no archive"));
    AERIE_VERIFY_FAILS(
        collectTaskBundles(outputs, publication_, key_, dir_->path() / "versions"),
        collectTaskBundles(outputs, publication_, key_, dir_->path() / "versions").status().code(),
        message.toStdString());
    QCOMPARE(filesBelow(dir_->path() / "versions"), std::size_t{0});
  }

 private:
  std::filesystem::path bundleFile() const { return dir_->path() / "zones.aerie"; }
  absl::StatusOr<ZonedBundle> assemble() {
    return assembleOneVersion(tasks_, publication_, key_, bundleFile());
  }
  absl::StatusOr<bundle::OpenBundle> open() {
    bundle::TrustedKeys trusted;
    trusted.add(key_.publicKey());
    return bundle::open(bundleFile(), trusted, dir_->path() / "opened");
  }

  // One bundle for each version, signed by the tasks' own key.
  std::vector<TaskOutput> bundlesOf(const std::vector<std::string>& versions, const std::string& model) {
    const SigningKey theirs = SigningKey::generate();
    publication_.model = model;
    auto made = assembleOneVersion(tasks_, publication_, theirs, dir_->path() / "base.aerie");
    publication_.model = "delay_zones";
    if (!made.ok()) qFatal("%s", messageOf(made.status()).c_str());
    bundle::TrustedKeys trusted;
    trusted.add(theirs.publicKey());
    const auto opened = bundle::open(dir_->path() / "base.aerie", trusted, dir_->path() / "base");
    std::vector<TaskOutput> outputs;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      bundle::BundleContents contents;
      contents.manifest = opened->manifest;
      contents.manifest.clear_file_digests();
      contents.manifest.set_version(versions[i]);
      contents.features = opened->features;
      contents.preprocessor = opened->preprocessor;
      contents.self_test = opened->self_test;
      contents.statistics = opened->statistics;
      contents.model_files["model/zones.azm"] = {opened->model_path, {}};
      TaskOutput output{fmt::format("t{}", i), {}, dir_->path() / fmt::format("task{}", i)};
      if (!bundle::pack(contents, theirs, output.directory / "part.aerie").ok()) qFatal("pack");
      outputs.push_back(std::move(output));
    }
    return outputs;
  }

  const SigningKey key_ = SigningKey::generate();
  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<PartSamples> samples_;
  std::vector<TaskOutput> tasks_;
  Publication publication_;
};

QTEST_APPLESS_MAIN(TstAssemble)
#include "tst_assemble.moc"
