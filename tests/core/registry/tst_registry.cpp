#include <QtTest>
#include <thread>

#include "core/artifacts/directory_artifact_store.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/registry/registry.h"
#include "tests/core/bundle/sample_bundle.h"

using namespace aerie;
using namespace aerie::registry;
using aerie::test::sampleContents;
using aerie::test::trusting;
namespace fs = std::filesystem;

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)
#define VERIFY_FAILS(expr, wanted, words)                                                   \
  do {                                                                                      \
    const absl::Status failed_ = (expr);                                                    \
    QVERIFY2(failed_.code() == absl::StatusCode::wanted, toText(failed_).c_str());          \
    QVERIFY2(messageOf(failed_).find(words) != std::string::npos, toText(failed_).c_str()); \
  } while (false)

class TstRegistry final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    dir_ = std::make_unique<TempDir>(TempDir::create("registry").value());
    changes_.clear();
    start();
  }
  void cleanup() {
    registry_.reset();
    db_.reset();
  }

  void registeredVersionIsFoundWithItsConfigs() {
    const auto registration = registry_->registerVersion(bundleOf("2"), {}, "ada");
    VERIFY_OK(registration.status());
    QVERIFY(registration->created);
    start();  // as after a restart
    const auto version = registry_->get("arrival_delay", "2");
    VERIFY_OK(version.status());
    QCOMPARE(version->digest, registration->version.digest);
    QCOMPARE(version->size_bytes, std::uint64_t{fs::file_size(bundleOf("2"))});
    QCOMPARE(version->signer, toHex(key_.publicKey()));
    QCOMPARE(version->registered_by, std::string("ada"));
    QCOMPARE(version->registered_at, clock_.wallNow());
    QCOMPARE(version->self_test_rows, 2U);
    QCOMPARE(version->manifest.description(), std::string("late flights"));
    QCOMPARE(version->features.features_size(), 4);
    QCOMPARE(version->preprocessor.outputs_size(), 3);
    QVERIFY(!version->archived);
    VERIFY_OK(store_->verify(version->digest));
  }

  void versionsWithoutANameAreNumbered() {
    QCOMPARE(registerNew("", "a").version.version, std::string("1"));
    QCOMPARE(registerNew("7", "b").version.version, std::string("7"));
    QCOMPARE(registerNew("v9", "c").version.version, std::string("v9"));
    const Registration numbered = registerNew("", "d");
    QCOMPARE(numbered.version.version, std::string("8"));
    QCOMPARE(registry_->get("arrival_delay", "8")->manifest.version(), std::string("8"));
  }

  void sameContentIsAnsweredWithTheSameVersion_data() {
    QTest::addColumn<QString>("version");
    QTest::newRow("named") << "2";
    QTest::newRow("numbered") << "";
  }
  void sameContentIsAnsweredWithTheSameVersion() {
    QFETCH(QString, version);
    const Registration first = registerNew(version.toStdString(), "a");
    const std::uint64_t revision = registry_->revision().value();
    const Registration second = registerNew(version.toStdString(), "a");
    QVERIFY(!second.created);
    QCOMPARE(second.version.version, first.version.version);
    QCOMPARE(registry_->revision().value(), revision);
    QCOMPARE(changes_.size(), std::size_t{1});
    QCOMPARE(store_->list()->size(), std::size_t{1});
  }

  void registeredVersionNeverChanges() {
    const Registration first = registerNew("2", "a");
    VERIFY_FAILS(registry_->registerVersion(bundleOf("2", "b"), {}, "eve").status(), kAlreadyExists,
                 "'arrival_delay' version '2' exists with other content");
    QCOMPARE(registry_->get("arrival_delay", "2")->digest, first.version.digest);
    QCOMPARE(store_->list()->size(), std::size_t{1});
    QVERIFY(nothingIncoming());
  }

  void lostArchiveIsRestoredByRegisteringItAgain() {
    const Registration first = registerNew("2", "a");
    VERIFY_OK(store_->remove(first.version.digest));
    VERIFY_FAILS(registry_->openForDownload("arrival_delay", "2").status(), kDataLoss,
                 "register the same bundle again");
    QVERIFY(!registerNew("2", "a").created);
    VERIFY_OK(registry_->openForDownload("arrival_delay", "2").status());
  }

  void badUploadIsRefusedAndNothingIsStored_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, int kind, absl::StatusCode code, const char* words) {
      QTest::newRow(name) << kind << static_cast<int>(code) << words;
    };
    row("unknown signer", 0, absl::StatusCode::kPermissionDenied, "not trusted");
    row("another digest than announced", 1, absl::StatusCode::kInvalidArgument, "was announced");
    row("another size than announced", 2, absl::StatusCode::kInvalidArgument, "were announced");
    row("another model than announced", 3, absl::StatusCode::kInvalidArgument,
        "is of the model 'arrival_delay'");
    row("truncated", 4, absl::StatusCode::kInvalidArgument, "the bundle of 'arrival_delay'");
    row("not a bundle", 5, absl::StatusCode::kInvalidArgument, "not begin as a zstd archive");
    row("bad model name", 6, absl::StatusCode::kInvalidArgument, "a/b");
    row("absent file", 7, absl::StatusCode::kNotFound, "no such bundle file");
  }
  void badUploadIsRefusedAndNothingIsStored() {
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(QString, words);
    fs::path path = bundleOf("2");
    UploadHeader header{"arrival_delay", {}};
    switch (kind) {
      case 0: path = pack(SigningKey::generate(), "2", "x"); break;
      case 1: header.expected.digest = std::string(64, 'a'); break;
      case 2: header.expected.size = fs::file_size(path) + 1; break;
      case 3: header.model = "other"; break;
      case 4: fs::resize_file(path, fs::file_size(path) / 2); break;
      case 5: VERIFY_OK(writeFileAtomic(path, "hello")); break;
      case 6: header.model = "a/b"; break;
      default: path = dir_->path() / "none"; break;
    }
    const absl::Status status = registry_->registerVersion(path, header, "eve").status();
    QCOMPARE(static_cast<int>(status.code()), code);
    QVERIFY2(messageOf(status).find(words.toStdString()) != std::string::npos, toText(status).c_str());
    QVERIFY(messageOf(status).find("incoming") == std::string::npos);
    QVERIFY(registry_->list({}, true)->empty());
    QVERIFY(store_->list()->empty());
    QVERIFY(nothingIncoming());
    QVERIFY(changes_.empty());
    QCOMPARE(registry_->revision().value(), std::uint64_t{0});
  }

  void uploadInChunksIsRegistered() {
    const std::string bytes = readFile(bundleOf("2")).value();
    auto upload = registry_->beginUpload({"arrival_delay", {sha256Hex(bytes), bytes.size()}});
    VERIFY_OK(upload.status());
    for (std::size_t at = 0; at < bytes.size(); at += 100)
      VERIFY_OK((*upload)->append(bytes.substr(at, 100)));
    VERIFY_OK((*upload)->finish("ada").status());
    VERIFY_FAILS((*upload)->finish("ada").status(), kFailedPrecondition, "was finished");
    VERIFY_FAILS((*upload)->append("x"), kFailedPrecondition, "was finished");
    VERIFY_OK(registry_->get("arrival_delay", "2").status());
  }

  void droppedUploadLeavesNothing() {
    VERIFY_OK(registry_->beginUpload({})->get()->append("half"));
    QVERIFY(nothingIncoming());
  }

  void promotionMovesAStageAndNamesThePreviousVersion() {
    registerNew("1", "a");
    registerNew("2", "b");
    auto promotion = registry_->promote("arrival_delay", "1", "production", "ada");
    VERIFY_OK(promotion.status());
    QVERIFY(promotion->changed);
    QCOMPARE(promotion->previous, std::string());
    QCOMPARE(promotion->version.stages, std::vector<std::string>{"production"});
    promotion = registry_->promote("arrival_delay", "2", "production", "ada");
    QCOMPARE(promotion->previous, std::string("1"));
    QCOMPARE(registry_->get("arrival_delay", "production")->version, std::string("2"));
    QVERIFY(registry_->get("arrival_delay", "1")->stages.empty());
    QCOMPARE(changes_.back().kind, Change::Kind::kPromoted);
    QCOMPARE(changes_.back().version, std::string("2"));
    QCOMPARE(changes_.back().previous, std::string("1"));
    QCOMPARE(changes_.back().stage, std::string("production"));
    QCOMPARE(changes_.back().actor, std::string("ada"));
  }

  void promotionOfWhatIsThereChangesNothing() {
    registerNew("1", "a");
    VERIFY_OK(registry_->promote("arrival_delay", "1", "production", "ada").status());
    const std::uint64_t revision = registry_->revision().value();
    const auto again = registry_->promote("arrival_delay", "1", "production", "ada");
    QVERIFY(!again->changed);
    QCOMPARE(again->previous, std::string("1"));
    QCOMPARE(registry_->revision().value(), revision);
    QCOMPARE(changes_.size(), std::size_t{2});
  }

  void stageCanBePromotedToAnotherStage() {
    registerNew("1", "a");
    VERIFY_OK(registry_->promote("arrival_delay", "1", "candidate", "ada").status());
    VERIFY_OK(registry_->promote("arrival_delay", "candidate", "production", "ada").status());
    const std::vector<std::string> both{"candidate", "production"};
    QCOMPARE(registry_->get("arrival_delay", "1")->stages, both);
  }

  void ambiguousNamesAreRefused() {
    registerNew("1", "a");
    registerNew("v2", "b");
    VERIFY_FAILS(registry_->promote("arrival_delay", "1", "2", "ada").status(), kInvalidArgument,
                 "taken for a version");
    VERIFY_FAILS(registry_->promote("arrival_delay", "1", "v2", "ada").status(), kInvalidArgument,
                 "a version named 'v2'");
    VERIFY_FAILS(registry_->promote("arrival_delay", "1", "a b", "ada").status(), kInvalidArgument, "stage");
    VERIFY_OK(registry_->promote("arrival_delay", "1", "production", "ada").status());
    VERIFY_FAILS(registry_->registerVersion(bundleOf("production", "c"), {}, "ada").status(),
                 kFailedPrecondition, "a stage named 'production'");
  }

  void unknownModelAndVersionAreNamed() {
    VERIFY_FAILS(registry_->get("weather", "1").status(), kNotFound, "model 'weather' is not known");
    registerNew("1", "a");
    VERIFY_FAILS(registry_->get("arrival_delay", "9").status(), kNotFound, "no version or stage '9'");
    VERIFY_FAILS(registry_->promote("arrival_delay", "9", "production", "ada").status(), kNotFound, "'9'");
    VERIFY_FAILS(registry_->archive("arrival_delay", "9", "ada").status(), kNotFound, "'9'");
    VERIFY_FAILS(registry_->openForDownload("arrival_delay", "9").status(), kNotFound, "'9'");
  }

  void versionUnderAStageCannotBeArchived() {
    registerNew("1", "a");
    VERIFY_OK(registry_->promote("arrival_delay", "1", "production", "ada").status());
    VERIFY_FAILS(registry_->archive("arrival_delay", "1", "ada").status(), kFailedPrecondition,
                 "stage 'production' points");
    VERIFY_OK(registry_->promote("arrival_delay", "1", "canary", "ada").status());
    VERIFY_FAILS(registry_->archive("arrival_delay", "1", "ada").status(), kFailedPrecondition,
                 "'canary', 'production'");
    QVERIFY(!registry_->get("arrival_delay", "1")->archived);
  }

  void archivedVersionIsHiddenAndCannotBePromotedUntilRestored() {
    registerNew("1", "a");
    QVERIFY(registry_->archive("arrival_delay", "1", "ada")->archived);
    QCOMPARE(changes_.back().kind, Change::Kind::kArchived);
    QVERIFY(registry_->list()->empty());
    QCOMPARE(registry_->list({}, true)->size(), std::size_t{1});
    VERIFY_FAILS(registry_->promote("arrival_delay", "1", "production", "ada").status(), kFailedPrecondition,
                 "is archived");
    VERIFY_OK(registry_->openForDownload("arrival_delay", "1").status());
    QVERIFY(!registry_->restore("arrival_delay", "1", "ada")->archived);
    QCOMPARE(changes_.back().kind, Change::Kind::kRestored);
    VERIFY_OK(registry_->restore("arrival_delay", "1", "ada").status());
    QCOMPARE(changes_.size(), std::size_t{3});
    VERIFY_OK(registry_->promote("arrival_delay", "1", "production", "ada").status());
  }

  void listIsNewestFirstAndSearchable_data() {
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("models");
    QTest::newRow("everything") << "" << 2;
    QTest::newRow("by name") << "price" << 1;
    QTest::newRow("by name in other case") << "ARRIVAL" << 1;
    QTest::newRow("by description") << "late" << 2;
    QTest::newRow("by stage") << "prod" << 1;
    QTest::newRow("nothing") << "weather" << 0;
  }
  void listIsNewestFirstAndSearchable() {
    QFETCH(QString, search);
    QFETCH(int, models);
    registerNew("9", "a");
    registerNew("10", "b");
    registerNew("1", "c", "price");
    VERIFY_OK(registry_->promote("arrival_delay", "9", "production", "ada").status());
    const auto all = registry_->list();
    QCOMPARE(all->at(0).name, std::string("arrival_delay"));
    QCOMPARE(all->at(0).versions[0].version, std::string("10"));
    QCOMPARE(all->at(0).versions[1].stages, std::vector<std::string>{"production"});
    QCOMPARE(all->at(0).stages.at("production"), std::string("9"));
    QCOMPARE(static_cast<int>(registry_->list(search.toStdString())->size()), models);
  }

  void downloadGivesTheBytesThatWereRegistered() {
    registerNew("2", "a");
    const auto download = registry_->openForDownload("arrival_delay", "2");
    VERIFY_OK(download.status());
    QCOMPARE(sha256HexOfFile(download->archive).value(), download->version.digest);
    VERIFY_OK(bundle::open(download->archive, trusting(key_), dir_->path() / "out").status());
  }

  void failedRecordLeavesNoObject() {
    VERIFY_OK(db_->execute(
        "CREATE TRIGGER full BEFORE INSERT ON registry_version BEGIN SELECT RAISE(FAIL, 'no'); END"));
    QVERIFY(!registry_->registerVersion(bundleOf("2"), {}, "ada").ok());
    QVERIFY(store_->list()->empty());
    QVERIFY(changes_.empty());
  }

  void changesComposeIntoACallersTransaction() {
    registerNew("1", "a");
    {
      auto transaction = db_->begin();
      VERIFY_OK(registry_->promote("arrival_delay", "1", "production", "ada").status());
    }
    VERIFY_FAILS(registry_->get("arrival_delay", "production").status(), kNotFound, "production");
  }

  void threadsRegisteringTheSameModelGetDistinctNumbers() {
    std::vector<fs::path> bundles;
    for (int i = 0; i < 6; ++i) bundles.push_back(bundleOf("", std::to_string(i)));
    std::vector<absl::StatusOr<Registration>> results(bundles.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < bundles.size(); ++i) {
      threads.emplace_back([&, i] { results[i] = registry_->registerVersion(bundles[i], {}, "ada"); });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::string> versions;
    for (const auto& result : results) {
      VERIFY_OK(result.status());
      versions.insert(result->version.version);
    }
    QCOMPARE(versions, (std::set<std::string>{"1", "2", "3", "4", "5", "6"}));
  }

 private:
  void start() {
    registry_.reset();
    db_.reset();
    const storage::MigrationSet sets[] = {{"registry", kRegistryMigrations}};
    db_ = std::make_unique<storage::Database>(
        storage::Database::open(dir_->path() / "control.db", sets).value());
    store_ = artifacts::DirectoryArtifactStore::open(dir_->path() / "artifacts").value();
    registry_ = std::make_unique<Registry>(*db_, *store_, trusting(key_), clock_);
    registry_->onChange([this](const Change& change) {
      const std::lock_guard lock(changes_mutex_);
      changes_.push_back(change);
    });
  }
  fs::path pack(const SigningKey& key, const std::string& version, const std::string& trees,
                const std::string& model = "arrival_delay") const {
    bundle::BundleContents contents = sampleContents(version);
    contents.manifest.set_model(model);
    contents.model_files["model/model.ubj"].bytes = trees;
    const fs::path path = dir_->path() / fmt::format("{}-{}-{}.aerie", model, version, trees);
    (void)bundle::pack(contents, key, path).value();
    return path;
  }
  fs::path bundleOf(const std::string& version, const std::string& trees = "x") const {
    return pack(key_, version, trees);
  }
  Registration registerNew(const std::string& version, const std::string& trees,
                           const std::string& model = "arrival_delay") {
    return registry_->registerVersion(pack(key_, version, trees, model), {model, {}}, "ada").value();
  }
  bool nothingIncoming() const { return fs::is_empty(dir_->path() / "artifacts" / "incoming"); }

  const SigningKey key_ = SigningKey::generate();
  ManualClock clock_;
  std::unique_ptr<TempDir> dir_;
  std::unique_ptr<storage::Database> db_;
  std::unique_ptr<artifacts::DirectoryArtifactStore> store_;
  std::unique_ptr<Registry> registry_;
  std::mutex changes_mutex_;
  std::vector<Change> changes_;
};

QTEST_GUILESS_MAIN(TstRegistry)
#include "tst_registry.moc"
