#include <QtTest>
#include <functional>
#include <google/protobuf/util/message_differencer.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle_spec.h"
#include "tests/core/bundle/sample_bundle.h"

using namespace aerie;
using namespace aerie::bundle;
using aerie::test::sampleContents;
using aerie::test::trusting;
using aerie::test::wireOf;
using frame::Column;
namespace fs = std::filesystem;

using Change = std::function<void(BundleContents&)>;
Q_DECLARE_METATYPE(Change)

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)
#define VERIFY_SAYS(status, words) \
  QVERIFY2(messageOf(status).find(words) != std::string::npos, toText(status).c_str())

class TstBundleContents final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { dir_ = std::make_unique<TempDir>(TempDir::create("bundle").value()); }

  void inconsistentContentsAreNotPacked_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, Change change, const char* words) {
      QTest::newRow(name) << change << words;
    };
    row(
        "model without a name", [](auto& c) { c.manifest.clear_model(); }, "model");
    row(
        "model name with a slash", [](auto& c) { c.manifest.set_model("a/b"); }, "a/b");
    row(
        "version with a blank", [](auto& c) { c.manifest.set_version("1 2"); }, "model version");
    row(
        "unknown runtime", [](auto& c) { c.manifest.set_runtime("torch"); }, "runtime 'torch' is not known");
    row(
        "no model file", [](auto& c) { c.manifest.clear_model_file(); }, "no model_file");
    row(
        "model file that is not there", [](auto& c) { c.manifest.set_model_file("model/x"); },
        "not in the bundle");
    row(
        "model file outside model/", [](auto& c) { c.manifest.set_model_file("features.pb"); },
        "not below 'model/'");
    row(
        "model file that leaves", [](auto& c) { c.model_files["model/../x"].bytes = "x"; },
        "leaves the bundle");
    row(
        "stored under another folder", [](auto& c) { c.model_files["extra/x"].bytes = "x"; },
        "must begin with 'model/'");
    row(
        "source that is not there", [](auto& c) { c.model_files["model/x"].source = "/nowhere/x"; },
        "/nowhere/x");
    row(
        "no outputs", [](auto& c) { c.manifest.clear_output_names(); }, "output_names is empty");
    row(
        "output twice", [](auto& c) { c.manifest.add_output_names("probability"); },
        "'probability' is there twice");
    row(
        "no features", [](auto& c) { c.features.clear_features(); }, "feature location config is empty");
    row(
        "feature twice", [](auto& c) { *c.features.add_features() = c.features.features(0); }, "hour");
    row(
        "no preprocessor", [](auto& c) { c.preprocessor.Clear(); }, "no outputs");
    row(
        "preprocessor with an unknown input", [](auto& c) { c.preprocessor.add_outputs("weather"); },
        "weather");
    row(
        "no self-test", [](auto& c) { c.self_test.Clear(); }, "it has no rows");
    row(
        "self-test without a feature",
        [](auto& c) {
          *c.self_test.mutable_feature_data_frame() = wireOf({Column::ofStrings("origin", {"ATL", "SFO"})});
        },
        "distance");
    row(
        "self-test with the wrong type",
        [](auto& c) {
          *c.self_test.mutable_shared_features() = wireOf({Column::ofStrings("hour", {"five"})});
        },
        "hour");
    row(
        "self-test with an empty cell",
        [](auto& c) {
          *c.self_test.mutable_feature_data_frame() =
              wireOf({Column::ofStrings("origin", {"ATL", "SFO"}),
                      Column::ofDoubles("distance", {500, 0}, frame::NullMask::fromFlags({false, true}))});
        },
        "row 1");
    row(
        "self-test with ragged columns",
        [](auto& c) {
          c.self_test.mutable_feature_data_frame()->mutable_columns(0)->mutable_strings()->add_values("x");
        },
        "self-test");
    row(
        "fewer expected outputs than rows",
        [](auto& c) {
          *c.self_test.mutable_expected_outputs() = wireOf({Column::ofDoubles("probability", {0.4})});
        },
        "1 rows for 2 items");
    row(
        "expected output of another name",
        [](auto& c) {
          *c.self_test.mutable_expected_outputs() = wireOf({Column::ofDoubles("score", {0.4, 0.2})});
        },
        "lacks the output 'probability'");
    row(
        "negative tolerance", [](auto& c) { c.self_test.set_tolerance(-1); }, "tolerance");
    row(
        "histogram with too few counts",
        [](auto& c) { c.statistics.mutable_histograms(0)->add_boundaries(2000); }, "2 counts for 3 bins");
    row(
        "histogram out of order",
        [](auto& c) {
          c.statistics.mutable_histograms(0)->add_boundaries(1);
          c.statistics.mutable_histograms(0)->add_counts(1);
        },
        "ascending");
  }
  void inconsistentContentsAreNotPacked() {
    QFETCH(Change, change);
    QFETCH(QString, words);
    BundleContents contents = sampleContents();
    change(contents);
    const auto packed = pack(contents, key_, dir_->path() / "a.aerie");
    QVERIFY(!packed.ok());
    VERIFY_SAYS(packed.status(), words.toStdString());
    QVERIFY(fs::is_empty(dir_->path()));
  }

  void modelOfAnExternalServerNeedsNoFile() {
    BundleContents contents = sampleContents();
    contents.manifest.set_runtime("oip_v2");
    contents.manifest.clear_model_file();
    contents.model_files.clear();
    VERIFY_OK(pack(contents, key_, dir_->path() / "a.aerie").status());
    const auto opened = open(dir_->path() / "a.aerie", trusting(key_), dir_->path() / "out");
    VERIFY_OK(opened.status());
    QVERIFY(opened->model_path.empty());
  }

  void failedPackLeavesTheOldArchive() {
    VERIFY_OK(pack(sampleContents(), key_, dir_->path() / "a.aerie").status());
    const std::string before = readFile(dir_->path() / "a.aerie").value();
    BundleContents contents = sampleContents();
    contents.model_files["model/x"].source = "/nowhere";
    QVERIFY(!pack(contents, key_, dir_->path() / "a.aerie").ok());
    QCOMPARE(readFile(dir_->path() / "a.aerie").value(), before);
  }

  void specOfPeopleGivesTheSameContents() {
    writeSpec();
    const auto contents = buildFromSpec(dir_->path());
    VERIFY_OK(contents.status());
    const BundleContents expected = sampleContents();
    using google::protobuf::util::MessageDifferencer;
    QCOMPARE(contents->manifest.model(), expected.manifest.model());
    QCOMPARE(contents->manifest.version(), std::string("2"));
    QCOMPARE(contents->manifest.model_file(), std::string("model/model.ubj"));
    QCOMPARE(contents->manifest.lineage().metrics().at("auc"), 0.71);
    QVERIFY(MessageDifferencer::Equals(contents->features, expected.features));
    QVERIFY(MessageDifferencer::Equals(contents->preprocessor, expected.preprocessor));
    QVERIFY(MessageDifferencer::Equals(contents->self_test.feature_data_frame(),
                                       expected.self_test.feature_data_frame()));
    QVERIFY(MessageDifferencer::Equals(contents->self_test.shared_features(),
                                       expected.self_test.shared_features()));
    QVERIFY(MessageDifferencer::Equals(contents->self_test.stored_features(),
                                       expected.self_test.stored_features()));
    QVERIFY(MessageDifferencer::Equals(contents->self_test.expected_outputs(),
                                       expected.self_test.expected_outputs()));
    VERIFY_OK(pack(*contents, key_, dir_->path() / "a.aerie").status());
    VERIFY_OK(buildFromSpec(dir_->path() / "manifest.yaml").status());
  }

  void wrongSpecIsRefusedWithFileAndField_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const QString manifest = "model: m\nmodel_file: model.ubj\noutput_names: [probability]\n";
    QTest::newRow("unknown field") << "manifest.yaml" << manifest + "runtme: xgboost\n"
                                   << "runtme";
    QTest::newRow("no model name") << "manifest.yaml"
                                   << "output_names: [p]\n"
                                   << "model";
    QTest::newRow("file outside") << "manifest.yaml" << manifest + "features: ../features.yaml\n"
                                  << "features";
    QTest::newRow("absent file") << "manifest.yaml" << manifest + "self_test: rows.csv\n"
                                 << "rows.csv";
    QTest::newRow("column of nothing") << "self_test.csv"
                                       << "hour,origin,distance,late_rate,probability,wind\n1,A,2,3,4,5\n"
                                       << "'wind'";
    QTest::newRow("no output column") << "self_test.csv"
                                      << "hour,origin,distance,late_rate\n1,A,2,3\n"
                                      << "'probability'";
    QTest::newRow("no feature column") << "self_test.csv"
                                       << "hour,origin,probability\n1,A,2\n"
                                       << "'distance'";
    QTest::newRow("shared feature that varies") << "self_test.csv"
                                                << "hour,origin,distance,probability\n1,A,2,3\n2,A,2,3\n"
                                                << "'hour'";
    QTest::newRow("empty expected output") << "self_test.csv"
                                           << "hour,origin,distance,probability\n1,A,2,\n"
                                           << "'probability'";
  }
  void wrongSpecIsRefusedWithFileAndField() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QString, words);
    writeSpec();
    VERIFY_OK(writeFileAtomic(dir_->path() / file.toStdString(), text.toStdString()));
    const auto contents = buildFromSpec(dir_->path());
    QVERIFY(!contents.ok());
    VERIFY_SAYS(contents.status(), words.toStdString());
    VERIFY_SAYS(contents.status(), dir_->path().string());
  }

 private:
  void writeSpec() const {
    const auto write = [&](const char* name, std::string_view text) {
      VERIFY_OK(writeFileAtomic(dir_->path() / name, text));
    };
    write("manifest.yaml",
          "model: arrival_delay\nversion: \"2\"\ndescription: late flights\nruntime: xgboost\nmodel_file: "
          "model.ubj\n"
          "output_names: [probability]\nlineage: {data: flights of 2001, metrics: {auc: 0.71}}\n");
    write("model.ubj", "trees");
    write("features.yaml",
          "features:\n  - {name: hour, type: int64, from: shared}\n  - {name: origin, type: string, from: "
          "item}\n"
          "  - {name: distance, type: double, from: item}\n"
          "  - {name: late_rate, type: double, from: store, table: route_stats, key: [origin], default: "
          "0.2}\n");
    write("preprocessor.yaml",
          "steps:\n  - {op: log1p, in: [distance], out: [log_distance]}\noutputs: [log_distance, hour, "
          "late_rate]\n");
    write("self_test.csv",
          "hour,origin,distance,late_rate,probability\n17,ATL,500,0.3,0.4\n17,SFO,2000,0.1,0.2\n");
  }

  const SigningKey key_ = SigningKey::generate();
  std::unique_ptr<TempDir> dir_;
};

QTEST_GUILESS_MAIN(TstBundleContents)
#include "tst_bundle_contents.moc"
