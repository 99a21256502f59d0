#include <QtTest>

#include "core/base/files.h"
#include "core/net/channel.h"
#include "tests/status_checks.h"

using namespace aerie;

class TstNetChannel : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void onlyThisMachineIsLocal_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("local");
    QTest::newRow("unix socket") << "unix:/run/aerie.sock" << true;
    QTest::newRow("loopback") << "127.0.0.1:7700" << true;
    QTest::newRow("all of 127/8") << "127.9.8.7:1" << true;
    QTest::newRow("IPv6 loopback") << "[::1]:7700" << true;
    QTest::newRow("localhost") << "localhost:7700" << true;
    QTest::newRow("any address") << "0.0.0.0:7700" << false;
    QTest::newRow("another machine") << "10.0.0.1:7700" << false;
    QTest::newRow("a name that begins like loopback") << "127.example.org:7700" << false;
    QTest::newRow("a name that begins like an address") << "127.0.0.1.example.org:7700" << false;
    QTest::newRow("a name that begins like localhost") << "localhost.example.org:7700" << false;
    QTest::newRow("a resolver") << "dns:///127.0.0.1:7700" << false;
    QTest::newRow("empty") << "" << false;
  }
  void onlyThisMachineIsLocal() {
    QFETCH(QString, address);
    QFETCH(bool, local);
    QCOMPARE(net::isLocalAddress(address.toStdString()), local);
  }

  void addressesAreCheckedBeforeUse_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << ""
                           << "needs a port";
    QTest::newRow("no port") << "localhost"
                             << "address 'localhost' needs a port: use host:port or unix:/path";
    QTest::newRow("empty port") << "localhost:"
                                << "needs a port";
    QTest::newRow("port in words") << "localhost:http"
                                   << "needs a port";
    QTest::newRow("no host") << ":7700"
                             << "needs a port";
    QTest::newRow("port too large") << "localhost:65536"
                                    << "from 0 to 65535";
    QTest::newRow("port far too large") << "localhost:99999999999999999999"
                                        << "from 0 to 65535";
    QTest::newRow("unix path too long")
        << "unix:/" + QString(107, 'x') << "at most 107 characters; use a shorter directory";
  }
  void addressesAreCheckedBeforeUse() {
    QFETCH(QString, address);
    QFETCH(QString, message);
    AERIE_VERIFY_FAILS(net::connect(address.toStdString()), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
    AERIE_VERIFY_FAILS(net::serverCredentials(address.toStdString(), {}), absl::StatusCode::kInvalidArgument,
                       message.toStdString());
  }

  void theLongestUnixPathIsFine() { AERIE_VERIFY_OK(net::connect("unix:/" + std::string(106, 'x'))); }

  void plaintextStaysOnThisMachine() {
    AERIE_VERIFY_FAILS(net::connect("10.0.0.1:7700"), absl::StatusCode::kFailedPrecondition,
                       "10.0.0.1:7700: plaintext is allowed on loopback");
    net::ChannelOptions with_token;
    with_token.token = "very secret";
    const auto refused = net::connect("example.org:7700", with_token);
    AERIE_VERIFY_FAILS(refused, absl::StatusCode::kFailedPrecondition, "give the TLS files");
    QVERIFY(messageOf(refused.status()).find("very secret") == std::string::npos);
    AERIE_VERIFY_FAILS(net::serverCredentials("0.0.0.0:7700", {}), absl::StatusCode::kFailedPrecondition,
                       "listening on 0.0.0.0:7700 needs TLS");
    AERIE_VERIFY_OK(net::connect("127.0.0.1:7700", with_token));
    AERIE_VERIFY_OK(net::serverCredentials("127.0.0.1:0", {}));
  }

  void halfGivenTlsNamesWhatIsMissing() {
    const auto folder = TempDir::create();
    AERIE_VERIFY_OK(writeFileAtomic(folder->path() / "a.pem", "x"));
    const std::filesystem::path file = folder->path() / "a.pem";
    AERIE_VERIFY_FAILS(net::connect("example.org:1", {{{}, file, {}}, {}}),
                       absl::StatusCode::kInvalidArgument, "give tls-key");
    AERIE_VERIFY_FAILS(net::connect("example.org:1", {{{}, {}, file}, {}}),
                       absl::StatusCode::kInvalidArgument, "give tls-certificate");
    AERIE_VERIFY_FAILS(net::connect("example.org:1", {{folder->path() / "none.pem", {}, {}}, {}}),
                       absl::StatusCode::kNotFound, "none.pem");
    AERIE_VERIFY_FAILS(net::serverCredentials("0.0.0.0:1", {file, {}, {}}),
                       absl::StatusCode::kInvalidArgument, "needs tls-certificate and tls-key");
  }
};

QTEST_GUILESS_MAIN(TstNetChannel)
#include "tst_net_channel.moc"
