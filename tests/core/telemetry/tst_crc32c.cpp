#include <QtTest>
#include <numeric>
#include <random>

#include "core/telemetry/crc32c.h"

using namespace aerie::telemetry;

class TstCrc32c : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void matchesKnownAnswers_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("sum");
    QByteArray up(32, 0);
    std::iota(up.begin(), up.end(), '\0');
    QByteArray down(32, 0);
    for (int i = 0; i < 32; ++i) down[i] = static_cast<char>(31 - i);
    QTest::newRow("nothing") << QByteArray() << quint32{0};
    QTest::newRow("check string") << QByteArray("123456789") << quint32{0xe3069283};
    QTest::newRow("RFC 3720: 32 zeros") << QByteArray(32, '\0') << quint32{0x8a9136aa};
    QTest::newRow("RFC 3720: 32 ones") << QByteArray(32, '\xff') << quint32{0x62a8ab43};
    QTest::newRow("RFC 3720: ascending") << up << quint32{0x46dd794e};
    QTest::newRow("RFC 3720: descending") << down << quint32{0x113fdb5c};
    QTest::newRow("RFC 3720: SCSI read")
        << QByteArray::fromHex(
               "01c00000000000000000000000000000140000000000040000000014000000182800000000000000"
               "0200000000000000")
        << quint32{0xd9963a56};
  }
  void matchesKnownAnswers() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint32, sum);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QCOMPARE(crc32c(view), sum);
    QCOMPARE(crc32cPortable(view), sum);
  }

  void bothFormsAgreeOnEveryLengthAndSplit() {
    std::mt19937_64 random(7);
    std::string bytes(300, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    for (std::size_t length = 0; length <= bytes.size(); ++length) {
      const std::string_view whole = std::string_view(bytes).substr(0, length);
      const std::size_t cut = length == 0 ? 0 : random() % length;
      QCOMPARE(crc32c(whole), crc32cPortable(whole));
      QCOMPARE(crc32c(whole.substr(cut), crc32c(whole.substr(0, cut))), crc32c(whole));
      QCOMPARE(crc32cPortable(whole.substr(cut), crc32cPortable(whole.substr(0, cut))), crc32c(whole));
    }
  }

  void maskIsTensorFlows() {
    // ((crc >> 15) | (crc << 17)) + 0xa282ead8
    QCOMPARE(maskCrc(0), quint32{0xa282ead8});
    QCOMPARE(maskCrc(0x00008000), quint32{0xa282ead9});
    QCOMPARE(maskCrc(1), quint32{0xa284ead8});
  }
};

QTEST_GUILESS_MAIN(TstCrc32c)
#include "tst_crc32c.moc"
