#include <QtTest>
#include <sys/stat.h>

#include "core/base/crypto.h"
#include "core/base/files.h"
#include "tests/status_checks.h"

using namespace aerie;

namespace {

std::string bytesOf(const char* hex) { return *fromHex(hex); }

// RFC 8410: the PKCS#8 form of an Ed25519 seed has a fixed head.
absl::StatusOr<SigningKey> keyFromSeed(const std::string& seed, const std::filesystem::path& file) {
  const QByteArray der = QByteArray::fromStdString(bytesOf("302e020100300506032b657004220420") + seed);
  AERIE_RETURN_IF_ERROR(writeFileAtomic(file, "-----BEGIN PRIVATE KEY-----\n" + der.toBase64().toStdString() +
                                                  "\n-----END PRIVATE KEY-----\n"));
  return SigningKey::load(file);
}

}  // namespace

class TstCrypto : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // FIPS 180-4 examples.
  void sha256MatchesKnownAnswers_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("digest");
    QTest::newRow("empty") << QByteArray()
                           << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << QByteArray("abc")
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    QTest::newRow("a million a") << QByteArray(1'000'000, 'a')
                                 << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
  }
  void sha256MatchesKnownAnswers() {
    QFETCH(QByteArray, message);
    QFETCH(QString, digest);
    const std::string bytes = message.toStdString();
    QCOMPARE(sha256Hex(bytes), digest.toStdString());
    Sha256 streamed;
    for (std::size_t at = 0; at < bytes.size(); at += 1'013)
      streamed.update(std::string_view(bytes).substr(at, 1'013));
    QCOMPARE(streamed.hex(), digest.toStdString());
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "f", bytes));
    QCOMPARE(*sha256HexOfFile(folder->path() / "f"), digest.toStdString());
  }

  void digestsOfUnreadableFilesFail() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_FAILS(sha256HexOfFile(folder->path() / "none"), absl::StatusCode::kNotFound, "none");
    QVERIFY(!sha256HexOfFile(folder->path()).ok());
  }

  void hexRoundTripsAndRefusesTheRest() {
    QCOMPARE(toHex(std::string("\x00\x7f\xff", 3)), std::string("007fff"));
    QCOMPARE(*fromHex("007FfF"), std::string("\x00\x7f\xff", 3));
    QCOMPARE(*fromHex(""), std::string());
    AERIE_VERIFY_FAILS(fromHex("abc"), absl::StatusCode::kInvalidArgument, "odd length 3");
    AERIE_VERIFY_FAILS(fromHex("zz"), absl::StatusCode::kInvalidArgument, "is not hex");
    AERIE_VERIFY_FAILS(fromHex("0x"), absl::StatusCode::kInvalidArgument, "is not hex");
  }

  // RFC 8032, section 7.1.
  void ed25519MatchesTheRfc_data() {
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("publicKey");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("test 1, empty message")
        << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") << QByteArray("")
        << QByteArray(
               "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
               "46bd25bf5f0595bbe24655141"
               "438e7a100b");
    QTest::newRow("test 2, one byte")
        << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") << QByteArray("72")
        << QByteArray(
               "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
               "d8c387b2eaeb4302aeeb00d29"
               "1612bb0c00");
  }
  void ed25519MatchesTheRfc() {
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, publicKey);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, signature);
    const auto folder = TempDir::create();
    const auto key = keyFromSeed(bytesOf(seed), folder->path() / "key.pem");
    AERIE_VERIFY_OK(key);
    QCOMPARE(toHex(key->publicKey()), publicKey.toStdString());
    QCOMPARE(toHex(key->sign(bytesOf(message))), signature.toStdString());
    QVERIFY(verifySignature(bytesOf(publicKey), bytesOf(message), bytesOf(signature)));
  }

  void anyChangeBreaksASignature() {
    const SigningKey key = SigningKey::generate();
    const std::string message = "a bundle's digest";
    const std::string signature = key.sign(message);
    QVERIFY(verifySignature(key.publicKey(), message, signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
      std::string damaged = signature;
      damaged[i] = static_cast<char>(damaged[i] ^ 1);
      QVERIFY2(!verifySignature(key.publicKey(), message, damaged), qPrintable(QString::number(i)));
    }
    QVERIFY(!verifySignature(key.publicKey(), message + " ", signature));
    QVERIFY(!verifySignature(SigningKey::generate().publicKey(), message, signature));
  }

  void wrongSizesNeverVerify_data() {
    QTest::addColumn<int>("key_size");
    QTest::addColumn<int>("signature_size");
    QTest::newRow("nothing at all") << 0 << 0;
    QTest::newRow("short key") << 31 << 64;
    QTest::newRow("long key") << 33 << 64;
    QTest::newRow("short signature") << 32 << 63;
    QTest::newRow("long signature") << 32 << 65;
    QTest::newRow("right sizes, all zero") << 32 << 64;
    QTest::newRow("huge") << 100'000 << 100'000;
  }
  void wrongSizesNeverVerify() {
    QFETCH(int, key_size);
    QFETCH(int, signature_size);
    const std::string key(static_cast<std::size_t>(key_size), '\0');
    const std::string signature(static_cast<std::size_t>(signature_size), '\0');
    QVERIFY(!verifySignature(key, "message", signature) || key_size == 32);
    QVERIFY(!verifySignature(std::string(static_cast<std::size_t>(key_size), '\xff'), "message", signature));
    QVERIFY(!verifySignature({}, {}, {}));
  }

  void aSavedKeyIsPrivateAndLoadsBack() {
    const auto folder = TempDir::create();
    const auto path = folder->path() / "keys" / "signing.pem";
    const auto made = SigningKey::loadOrCreate(path);
    AERIE_VERIFY_OK(made);
    struct stat status {};
    QCOMPARE(::stat(path.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    const auto again = SigningKey::loadOrCreate(path);
    AERIE_VERIFY_OK(again);
    QCOMPARE(toHex(again->publicKey()), toHex(made->publicKey()));
    QVERIFY(SigningKey::generate().publicKey() != made->publicKey());
  }

  void whatIsNoEd25519KeyIsRefused_data() {
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("not a key");
    QTest::newRow("cut") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----\n");
    // X25519 instead of Ed25519.
    QTest::newRow("another kind")
        << QByteArray("-----BEGIN PRIVATE KEY-----\n") +
               QByteArray::fromHex("302e020100300506032b656e04220420" + QByteArray(64, '1')).toBase64() +
               "\n-----END PRIVATE KEY-----\n";
    // Encrypted: must fail at once and not ask a terminal for the passphrase.
    QTest::newRow("encrypted") << QByteArray(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjNo/PPnG46TAICCAAw\n"
        "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFEL1E2mVY2oim2V5lo5JKoEQGcD\n"
        "+C0dYILG68npNhWc3B0YazQWVLlBnzTpb8vwNtJ8tH/tu3yHQWFIU/NfE3PhP72D\n"
        "G+x3APRGs+yfKzcL9rw=\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n");
  }
  void whatIsNoEd25519KeyIsRefused() {
    QFETCH(QByteArray, pem);
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "k.pem", pem.toStdString()));
    AERIE_VERIFY_FAILS(SigningKey::load(folder->path() / "k.pem"), absl::StatusCode::kInvalidArgument,
                       "k.pem: not an Ed25519 private key");
  }
};

QTEST_GUILESS_MAIN(TstCrypto)
#include "tst_crypto.moc"
