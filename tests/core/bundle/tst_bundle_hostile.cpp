#include <QtTest>
#include <archive.h>
#include <archive_entry.h>
#include <functional>
#include <map>
#include <zstd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "tests/core/bundle/sample_bundle.h"

using namespace aerie;
using namespace aerie::bundle;
using aerie::test::sampleContents;
using aerie::test::trusting;
namespace fs = std::filesystem;

#define VERIFY_OK(expr)                                  \
  do {                                                   \
    const absl::Status verified_ = (expr);               \
    QVERIFY2(verified_.ok(), toText(verified_).c_str()); \
  } while (false)

// One entry of a tar, as bad as a test wants it.
struct Item {
  std::string path;
  std::string bytes = {};
  unsigned type = AE_IFREG;
  std::string link = {};
  bool hard = false;
};

namespace {

la_ssize_t append(archive*, void* target, const void* data, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

std::string tarOf(const std::vector<Item>& items, bool pax = false) {
  std::string bytes;
  archive* writer = archive_write_new();
  if (pax)
    archive_write_set_format_pax(writer);
  else
    archive_write_set_format_ustar(writer);
  archive_write_open(writer, &bytes, nullptr, append, nullptr);
  for (const Item& item : items) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, item.path.c_str());
    archive_entry_set_filetype(entry, item.type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(item.bytes.size()));
    if (item.hard) archive_entry_set_hardlink(entry, item.link.c_str());
    if (item.type == AE_IFLNK) archive_entry_set_symlink(entry, item.link.c_str());
    if (pax) archive_entry_xattr_add_entry(entry, "user.x", "y", 1);
    archive_write_header(writer, entry);
    archive_write_data(writer, item.bytes.data(), item.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return bytes;
}

std::string zstdOf(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

std::string unzstd(const std::string& packed) {
  std::string bytes(1 << 20, '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  ZSTD_outBuffer out{bytes.data(), bytes.size(), 0};
  ZSTD_DCtx* context = ZSTD_createDCtx();
  while (in.pos < in.size) ZSTD_decompressStream(context, &out, &in);
  ZSTD_freeDCtx(context);
  bytes.resize(out.pos);
  return bytes;
}

std::vector<Item> itemsOf(const std::string& packed) {
  const std::string bytes = unzstd(packed);
  std::vector<Item> items;
  archive* reader = archive_read_new();
  archive_read_support_format_tar(reader);
  archive_read_open_memory(reader, bytes.data(), bytes.size());
  archive_entry* entry = nullptr;
  while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
    Item item{archive_entry_pathname(entry),
              std::string(static_cast<std::size_t>(archive_entry_size(entry)), '\0')};
    archive_read_data(reader, item.bytes.data(), item.bytes.size());
    items.push_back(std::move(item));
  }
  archive_read_free(reader);
  return items;
}

Item& named(std::vector<Item>& items, const std::string& path) {
  return *std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.path == path; });
}

}  // namespace

using Change = std::function<void(std::vector<Item>&)>;
Q_DECLARE_METATYPE(Change)

class TstBundleHostile final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    dir_ = std::make_unique<TempDir>(TempDir::create("bundle").value());
    VERIFY_OK(pack(sampleContents(), key_, archive()).status());
    good_ = readFile(archive()).value();
  }

  void rebuiltArchiveIsAccepted() {
    // The tests below change one thing; without a change the test's own writer makes a good bundle.
    VERIFY_OK(openBytes(zstdOf(tarOf(itemsOf(good_)))));
    fs::remove_all(out());
  }

  void hostileEntryIsRefused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, Change change, const char* words) {
      QTest::newRow(name) << change << words;
    };
    const auto add = [](Item item) -> Change {
      return [item](std::vector<Item>& items) { items.push_back(item); };
    };
    row("absolute path", add({"/tmp/evil", "x"}), "absolute path");
    row("path that leaves", add({"model/../../evil", "x"}), "leaves the bundle");
    row("parent directory", add({"../evil", "x"}), "leaves the bundle");
    row("dot part", add({"./evil", "x"}), "'.' in its path");
    row("double slash", add({"model//evil", "x"}), "empty part");
    row("blank in the name", add({"model/e vil", "x"}), "characters in its name");
    row("newline in the name", add({"model/e\nvil", "x"}), "characters in its name");
    row("backslash", add({"model\\..\\evil", "x"}), "characters in its name");
    row("symbolic link", add({"model/evil", "", AE_IFLNK, "/etc/passwd"}), "symbolic link");
    row("hard link", add({"model/evil", "", AE_IFREG, "model/model.ubj", true}), "hard link");
    row("character device", add({"model/evil", "", AE_IFCHR}), "device, pipe or socket");
    row("block device", add({"model/evil", "", AE_IFBLK}), "device, pipe or socket");
    row("pipe", add({"model/evil", "", AE_IFIFO}), "device, pipe or socket");
    row("directory", add({"model/evil/", "", AE_IFDIR}), "is a directory");
    row("file that the manifest does not list", add({"model/evil", "x"}), "manifest does not list");
    row(
        "second copy of a file", [](auto& items) { items.push_back(items.back()); }, "there twice");
    row(
        "second manifest", [](auto& items) { items.push_back(items.front()); }, "there twice");
    row(
        "symbolic link before everything",
        [](auto& items) {
          items.insert(items.begin(), Item{"model", "", AE_IFLNK, "/tmp"});
        },
        "symbolic link");
    row(
        "no files", [](auto& items) { items.clear(); }, "not a bundle");
    row(
        "no manifest", [](auto& items) { items.erase(items.begin()); }, "begins with 'signature'");
    row(
        "signature at the end",
        [](auto& items) { std::rotate(items.begin() + 1, items.begin() + 2, items.end()); }, "unsigned");
    row(
        "missing model",
        [](auto& items) { std::erase_if(items, [](const Item& i) { return i.path == "model/model.ubj"; }); },
        "'model/model.ubj', which the manifest lists, is missing");
    row(
        "missing features",
        [](auto& items) { std::erase_if(items, [](const Item& i) { return i.path == "features.pb"; }); },
        "'features.pb', which the manifest lists, is missing");
    row(
        "changed model", [](auto& items) { named(items, "model/model.ubj").bytes[3] ^= 1; },
        "does not have the digest");
    row(
        "longer model", [](auto& items) { named(items, "model/model.ubj").bytes += "x"; },
        "does not have the digest");
    row(
        "changed manifest", [](auto& items) { named(items, "manifest.pb").bytes.back() ^= 1; }, "");
    row(
        "damaged manifest", [](auto& items) { named(items, "manifest.pb").bytes = "\xff\xff"; }, "damaged");
    row(
        "empty manifest", [](auto& items) { named(items, "manifest.pb").bytes.clear(); },
        "no format version");
    row(
        "changed signature",
        [](auto& items) {
          char& digit = named(items, "signature").bytes[100];
          digit = digit == '0' ? '1' : '0';
        },
        "signature does not fit");
    row(
        "empty signature", [](auto& items) { named(items, "signature").bytes.clear(); },
        "signature is malformed");
    row(
        "other algorithm", [](auto& items) { named(items, "signature").bytes[0] = 'r'; },
        "signature is malformed");
    row(
        "longer signature", [](auto& items) { named(items, "signature").bytes += "x"; },
        "signature is malformed");
    row(
        "signature that is not hex", [](auto& items) { named(items, "signature").bytes[100] = 'x'; },
        "malformed");
  }
  void hostileEntryIsRefused() {
    QFETCH(Change, change);
    QFETCH(QString, words);
    std::vector<Item> items = itemsOf(good_);
    change(items);
    refused(zstdOf(tarOf(items)), words.toStdString());
  }

  void unsignedIsRefusedButCanBeInspected() {
    std::vector<Item> items = itemsOf(good_);
    items.erase(items.begin() + 1);
    const std::string bytes = zstdOf(tarOf(items));
    refused(bytes, "unsigned");
    QCOMPARE(openBytes(bytes).code(), absl::StatusCode::kPermissionDenied);
    const auto info = inspectBytes(bytes, "a");
    VERIFY_OK(info.status());
    QCOMPARE(info->signer, std::string());
  }

  void otherArchiveFormatsAreRefused() {
    refused(zstdOf(tarOf(itemsOf(good_), true)), "ustar form");
    refused(tarOf(itemsOf(good_)), "does not begin as a zstd archive");
    refused("", "is empty");
    refused("PK\x03\x04 not a bundle at all", "does not begin as a zstd archive");
    refused(zstdOf("not a tar at all, but long enough to be looked at"), "");
    refused(zstdOf(""), "");
  }

  void newerFormatVersionIsRefused() {
    BundleContents contents = sampleContents();
    v1::BundleManifest manifest = inspect(archive())->manifest;
    manifest.set_format_version(kFormatVersion + 1);
    std::vector<Item> items = itemsOf(good_);
    named(items, "manifest.pb").bytes = manifest.SerializeAsString();
    const absl::Status status = openBytes(zstdOf(tarOf(items)));
    QCOMPARE(status.code(), absl::StatusCode::kFailedPrecondition);
    QVERIFY(messageOf(status).find("bundle format 2, this program reads up to 1") != std::string::npos);
  }

  void truncatedArchiveIsRefused() {
    for (std::size_t size = 0; size < good_.size();
         size += size + 100 < good_.size() ? 100 : good_.size() - 1 - size) {
      const absl::Status status = openBytes(good_.substr(0, size));
      QVERIFY2(!status.ok(), std::to_string(size).c_str());
      QVERIFY(nothingLeft());
      if (size == good_.size() - 1) break;
    }
    for (std::size_t cut = 1; cut <= 12; ++cut) refused(good_.substr(0, good_.size() - cut), "truncated");
  }

  void truncatedTarIsRefused() {
    const std::string tar = unzstd(good_);
    for (std::size_t size = 0; size < tar.size() - 10'000; size += 100) {
      QVERIFY2(!openBytes(zstdOf(tar.substr(0, size))).ok(), std::to_string(size).c_str());
      QVERIFY(nothingLeft());
    }
  }

  // zstd has bits that no decoder reads; where one of them flips, the contents are those that were signed.
  void flippedBitIsRefusedOrChangesNothing() {
    for (std::size_t at = 0; at < good_.size(); at += 7) {
      std::string bytes = good_;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
      if (openBytes(bytes).ok()) {
        QVERIFY2(unzstd(bytes) == unzstd(good_), std::to_string(at).c_str());
        fs::remove_all(out());
        continue;
      }
      QVERIFY(nothingLeft());
    }
  }

  void dataAfterTheEndIsRefused() {
    refused(good_ + "x", "bytes after the end");
    refused(good_ + good_, "bytes after the end");
    const std::string tar = tarOf(itemsOf(good_));
    refused(zstdOf(tar + "trailing"), "data after its last file");
    refused(zstdOf(tar + std::string(3'000'000, '\0')), "data after its last file");
  }

  void bombIsRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("more than the total") << 0 << "more than the limit of 1000 bytes";
    QTest::newRow("one file over the limit") << 1 << "the limit is 40";
    QTest::newRow("too many files") << 2 << "more than the limit of 3 files";
    QTest::newRow("metadata over its limit") << 3 << "the limit is 10";
    QTest::newRow("too high a ratio") << 4 << "times its size";
  }
  void bombIsRefused() {
    QFETCH(int, kind);
    QFETCH(QString, words);
    Limits limits;
    BundleContents contents = sampleContents();
    switch (kind) {
      case 0:
        limits.total_bytes = 1000;
        contents.model_files["model/a"].bytes = std::string(900, 'x');
        break;
      case 1: limits.file_bytes = 40; break;
      case 2: limits.files = 3; break;
      case 3: limits.metadata_bytes = 10; break;
      default: contents.model_files["model/zeros"].bytes = std::string(40'000'000, '\0'); break;
    }
    const fs::path path = dir_->path() / "bomb.aerie";
    VERIFY_OK(pack(contents, key_, path).status());
    const absl::Status status = open(path, trusting(key_), out(), limits).status();
    fs::remove(path);
    QCOMPARE(status.code(), absl::StatusCode::kResourceExhausted);
    QVERIFY2(messageOf(status).find(words.toStdString()) != std::string::npos, toText(status).c_str());
    QVERIFY(nothingLeft());
  }

  void signatureOfAnotherBundleIsRefused() {
    const fs::path path = dir_->path() / "other.aerie";
    VERIFY_OK(pack(sampleContents("3"), key_, path).status());
    std::vector<Item> other = itemsOf(readFile(path).value());
    fs::remove(path);
    std::vector<Item> items = itemsOf(good_);
    named(items, "signature").bytes = named(other, "signature").bytes;
    refused(zstdOf(tarOf(items)), "signature does not fit");
  }

 private:
  fs::path archive() const { return dir_->path() / "good.aerie"; }
  fs::path out() const { return dir_->path() / "out"; }

  absl::Status openBytes(const std::string& bytes) const {
    const fs::path path = dir_->path() / "tried.aerie";
    AERIE_RETURN_IF_ERROR(writeFileAtomic(path, bytes));
    const absl::Status status = open(path, trusting(key_), out()).status();
    fs::remove(path);
    return status;
  }
  bool nothingLeft() const {
    return std::distance(fs::directory_iterator(dir_->path()), fs::directory_iterator()) == 1;  // good.aerie
  }
  void refused(const std::string& bytes, const std::string& words) const {
    const absl::Status status = openBytes(bytes);
    QVERIFY(!status.ok());
    QVERIFY2(messageOf(status).find("tried.aerie") != std::string::npos, toText(status).c_str());
    QVERIFY2(messageOf(status).find(words) != std::string::npos, toText(status).c_str());
    QVERIFY(nothingLeft());
  }

  const SigningKey key_ = SigningKey::generate();
  std::unique_ptr<TempDir> dir_;
  std::string good_;
};

QTEST_GUILESS_MAIN(TstBundleHostile)
#include "tst_bundle_hostile.moc"
