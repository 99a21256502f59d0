#include <QtTest>
#include <google/protobuf/util/message_differencer.h>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "tests/core/bundle/sample_bundle.h"

using namespace aerie;
using namespace aerie::bundle;
using aerie::test::sampleContents;
using aerie::test::trusting;
using google::protobuf::util::MessageDifferencer;
namespace fs = std::filesystem;

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)
#define VERIFY_SAYS(status, words) \
  QVERIFY2(messageOf(status).find(words) != std::string::npos, toText(status).c_str())

class TstBundle final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { dir_ = std::make_unique<TempDir>(TempDir::create("bundle").value()); }

  void openedBundleHoldsWhatWasPacked() {
    const BundleContents contents = sampleContents();
    const auto packed = pack(contents, key_, archive());
    VERIFY_OK(packed.status());
    QCOMPARE(packed->digest, sha256HexOfFile(archive()).value());
    QCOMPARE(packed->size_bytes, std::uint64_t{fs::file_size(archive())});
    const auto opened = open(archive(), trusting(key_), dir_->path() / "out");
    VERIFY_OK(opened.status());
    QCOMPARE(opened->digest, packed->digest);
    QCOMPARE(opened->size_bytes, packed->size_bytes);
    QCOMPARE(opened->signer, toHex(key_.publicKey()));
    QCOMPARE(opened->manifest.model(), std::string("arrival_delay"));
    QCOMPARE(opened->manifest.format_version(), kFormatVersion);
    QCOMPARE(opened->manifest.file_digests_size(), 5);
    QVERIFY(MessageDifferencer::Equals(opened->features, contents.features));
    QVERIFY(MessageDifferencer::Equals(opened->preprocessor, contents.preprocessor));
    QVERIFY(MessageDifferencer::Equals(opened->self_test, contents.self_test));
    QVERIFY(MessageDifferencer::Equals(opened->statistics, contents.statistics));
    QCOMPARE(opened->model_path, dir_->path() / "out" / "model" / "model.ubj");
    QCOMPARE(readFile(opened->model_path).value(), contents.model_files.begin()->second.bytes);
    QCOMPARE(selfTestRows(opened->self_test), std::uint64_t{2});
  }

  void sameContentsGiveTheSameBytes() {
    // The same files from disk and from memory, maps filled in another order.
    BundleContents other = sampleContents();
    auto& metrics = *other.manifest.mutable_lineage()->mutable_metrics();
    metrics.clear();
    metrics["log_loss"] = 0.4;
    metrics["auc"] = 0.71;
    VERIFY_OK(writeFileAtomic(dir_->path() / "m", other.model_files["model/model.ubj"].bytes));
    other.model_files["model/model.ubj"] = ModelFile{dir_->path() / "m", {}};
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    VERIFY_OK(pack(other, key_, dir_->path() / "b.aerie").status());
    QCOMPARE(readFile(archive()).value(), readFile(dir_->path() / "b.aerie").value());
  }

  void filesAreInAFixedOrder() {
    BundleContents contents = sampleContents();
    contents.model_files["model/a.json"].bytes = "{}";
    VERIFY_OK(pack(contents, key_, archive()).status());
    std::vector<std::string> paths;
    const BundleInfo info = inspect(archive()).value();
    for (const FileEntry& file : info.files) paths.push_back(file.path);
    const std::vector<std::string> expected{"manifest.pb",  "signature",       "features.pb",
                                            "model/a.json", "model/model.ubj", "preprocessor.pb",
                                            "self_test.pb", "statistics.pb"};
    QCOMPARE(paths, expected);
  }

  void largeModelFilesComeBackWhole() {
    std::string bytes(5'000'000, '\0');
    std::uint32_t state = 1;
    for (char& c : bytes) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    BundleContents contents = sampleContents();
    contents.model_files["model/model.ubj"].bytes = bytes;
    VERIFY_OK(pack(contents, key_, archive()).status());
    const auto opened = open(archive(), trusting(key_), dir_->path() / "out");
    VERIFY_OK(opened.status());
    QCOMPARE(readFile(opened->model_path).value(), bytes);
  }

  void inspectAndVerifyWriteNothing() {
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    VERIFY_OK(inspect(archive()).status());
    VERIFY_OK(verify(archive(), trusting(key_)).status());
    QCOMPARE(entries(), std::vector<std::string>{"a.aerie"});
  }

  void unknownSignerIsRefusedByOpenAndVerifyButNotByInspect() {
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    const TrustedKeys others = trusting(SigningKey::generate());
    for (const absl::Status& status :
         {verify(archive(), others).status(), open(archive(), others, dir_->path() / "out").status(),
          verify(archive(), TrustedKeys()).status()}) {
      QCOMPARE(status.code(), absl::StatusCode::kPermissionDenied);
      VERIFY_SAYS(status, toHex(key_.publicKey()));
      VERIFY_SAYS(status, "not trusted");
    }
    QCOMPARE(inspect(archive())->signer, toHex(key_.publicKey()));
    QCOMPARE(entries(), std::vector<std::string>{"a.aerie"});
  }

  void extractDirectoryInUseIsRefusedAndLeftAlone() {
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    VERIFY_OK(writeFileAtomic(dir_->path() / "out" / "mine", "x"));
    const auto opened = open(archive(), trusting(key_), dir_->path() / "out");
    QCOMPARE(opened.status().code(), absl::StatusCode::kFailedPrecondition);
    VERIFY_SAYS(opened.status(), "holds something already");
    QCOMPARE(readFile(dir_->path() / "out" / "mine").value(), std::string("x"));
  }

  void emptyExtractDirectoryIsUsed_data() {
    QTest::addColumn<QString>("suffix");
    QTest::newRow("plain") << "";
    QTest::newRow("with a slash at its end") << "/";
  }
  void emptyExtractDirectoryIsUsed() {
    QFETCH(QString, suffix);
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    VERIFY_OK(makeDirectories(dir_->path() / "out"));
    const auto opened =
        open(archive(), trusting(key_), (dir_->path() / "out").string() + suffix.toStdString());
    VERIFY_OK(opened.status());
    QVERIFY(fs::exists(opened->model_path));
    const std::vector<std::string> expected{"a.aerie", "out"};
    QCOMPARE(entries(), expected);
  }

  void absentArchiveIsNotFound() {
    QCOMPARE(inspect(archive()).status().code(), absl::StatusCode::kNotFound);
    QCOMPARE(inspect(dir_->path()).status().code(), absl::StatusCode::kFailedPrecondition);
  }

  void trustedKeysAreReadFromLines() {
    const std::string hex = toHex(key_.publicKey());
    const auto keys = TrustedKeys::parse("# ours\n\n  " + hex + "  # build server\r\n", "keys.txt");
    VERIFY_OK(keys.status());
    QVERIFY(keys->contains(key_.publicKey()));
    QVERIFY(!keys->contains(SigningKey::generate().publicKey()));
    QCOMPARE(keys->text(), hex + "\n");
  }

  void badTrustedKeysAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << ""
                             << "no public key";
    QTest::newRow("comments only") << "# a\n# b\n"
                                   << "no public key";
    QTest::newRow("too short") << "abcd\n"
                               << "line 1";
    QTest::newRow("not hex, in the second line") << "\n" + QString(64, 'z') << "line 2";
  }
  void badTrustedKeysAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto keys = TrustedKeys::parse(text.toStdString(), "keys.txt");
    QCOMPARE(keys.status().code(), absl::StatusCode::kInvalidArgument);
    VERIFY_SAYS(keys.status(), words.toStdString());
    VERIFY_SAYS(keys.status(), "keys.txt");
  }

 private:
  fs::path archive() const { return dir_->path() / "a.aerie"; }
  std::vector<std::string> entries() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(dir_->path()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  const SigningKey key_ = SigningKey::generate();
  std::unique_ptr<TempDir> dir_;
};

QTEST_GUILESS_MAIN(TstBundle)
#include "tst_bundle.moc"
