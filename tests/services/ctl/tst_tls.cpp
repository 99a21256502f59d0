#include <QtTest>
#include <sys/stat.h>

#include "core/base/files.h"
#include "core/net/status.h"
#include "services/common/rpc_server.h"
#include "services/ctl/certificates.h"
#include "tests/services/common/counting_service.h"
#include "tests/status_checks.h"

using namespace aerie;

// Certificates as 'aeriectl pki' makes them, used by servers and clients.
class TstTls : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    folder_.emplace(*TempDir::create());
    AERIE_VERIFY_OK(ctl::createAuthority(folder_->path() / "pki"));
    AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "pki", "server", {"localhost", "127.0.0.1"}));
    AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "pki", "client", {"client.test"}));
    AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "pki", "elsewhere", {"elsewhere.test"}));
    AERIE_VERIFY_OK(ctl::createAuthority(folder_->path() / "strangers"));
    AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "strangers", "client", {"client.test"}));
    AERIE_VERIFY_OK(
        writeFileAtomic(folder_->path() / "tokens",
                        services::tokenFileLine("vera", services::Role::kViewer, "viewer-token")));
  }

  void mutualTlsLetsInWhomTheAuthorityKnows_data() {
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("client");
    QTest::addColumn<bool>("works");
    QTest::newRow("both certified") << "server"
                                    << "pki"
                                    << "pki/client" << true;
    QTest::newRow("client without certificate") << "server"
                                                << "pki"
                                                << "" << false;
    QTest::newRow("client of another authority") << "server"
                                                 << "pki"
                                                 << "strangers/client" << false;
    QTest::newRow("server that the client does not believe") << "server"
                                                             << "strangers"
                                                             << "pki/client" << false;
    QTest::newRow("server certified for another host") << "elsewhere"
                                                       << "pki"
                                                       << "pki/client" << false;
  }
  void mutualTlsLetsInWhomTheAuthorityKnows() {
    QFETCH(QString, server);
    QFETCH(QString, ca);
    QFETCH(QString, client);
    QFETCH(bool, works);
    test::CountingService service;
    const auto running = start(service, server.toStdString(), nullptr);
    AERIE_VERIFY_OK(running);
    net::ChannelOptions options;
    options.own_connection = true;
    options.tls.ca = folder_->path() / ca.toStdString() / "ca.pem";
    if (!client.isEmpty()) {
      options.tls.certificate = folder_->path() / (client.toStdString() + ".pem");
      options.tls.key = folder_->path() / (client.toStdString() + "-key.pem");
    }
    const grpc::Status status = test::getStatus(*net::connect((*running)->addresses()[0], options));
    QVERIFY2(status.ok() == works, status.error_message().c_str());
    QCOMPARE(service.calls.load(), works ? 1 : 0);
  }

  void plaintextIsRefusedByATlsServer() {
    test::CountingService service;
    const auto running = start(service, "server", nullptr);
    AERIE_VERIFY_OK(running);
    QVERIFY(!test::getStatus(*net::connect((*running)->addresses()[0])).ok());
    QCOMPARE(service.calls.load(), 0);
  }

  void tokensAreCheckedOverTlsToo_data() {
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("code");
    QTest::newRow("none") << "" << static_cast<int>(grpc::UNAUTHENTICATED);
    QTest::newRow("wrong") << "guess" << static_cast<int>(grpc::UNAUTHENTICATED);
    QTest::newRow("right") << "viewer-token" << 0;
  }
  void tokensAreCheckedOverTlsToo() {
    QFETCH(QString, token);
    QFETCH(int, code);
    const auto authenticator = services::Authenticator::load(folder_->path() / "tokens");
    AERIE_VERIFY_OK(authenticator);
    test::CountingService service;
    const auto running = start(service, "server", authenticator->get());
    AERIE_VERIFY_OK(running);
    net::ChannelOptions options;
    options.own_connection = true;
    options.tls = files("client");
    options.token = token.toStdString();
    const grpc::Status status = test::getStatus(*net::connect((*running)->addresses()[0], options));
    QVERIFY2(static_cast<int>(status.error_code()) == code, status.error_message().c_str());
    QCOMPARE(service.calls.load(), code == 0 ? 1 : 0);
  }

  void privateKeysArePrivate() {
    for (const char* name : {"ca-key.pem", "server-key.pem"}) {
      struct stat status {};
      QCOMPARE(::stat((folder_->path() / "pki" / name).c_str(), &status), 0);
      QCOMPARE(status.st_mode & 0777U, 0600U);
    }
  }

  void anAuthorityIsNotOverwritten() {
    const std::string before = *readFile(folder_->path() / "pki" / "ca-key.pem");
    AERIE_VERIFY_FAILS(ctl::createAuthority(folder_->path() / "pki"), absl::StatusCode::kAlreadyExists,
                       "holds a CA already");
    QCOMPARE(*readFile(folder_->path() / "pki" / "ca-key.pem"), before);
  }

  void certificatesNeedAnAuthorityNameAndHosts_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("message");
    QTest::newRow("no authority") << "none"
                                  << "a"
                                  << "localhost"
                                  << "ca-key.pem: there is no such file";
    QTest::newRow("the authority's name") << "pki"
                                          << "ca"
                                          << "localhost"
                                          << "'ca' is the authority's own name";
    QTest::newRow("a path for a name") << "pki"
                                       << "../a"
                                       << "localhost"
                                       << "certificate name '../a'";
    QTest::newRow("several names in one") << "pki"
                                          << "a"
                                          << "localhost,DNS:evil.test"
                                          << "is not a DNS name or an IP address";
    QTest::newRow("empty host") << "pki"
                                << "a"
                                << ""
                                << "is not a DNS name";
  }
  void certificatesNeedAnAuthorityNameAndHosts() {
    QFETCH(QString, folder);
    QFETCH(QString, name);
    QFETCH(QString, host);
    QFETCH(QString, message);
    const absl::Status status = ctl::issueCertificate(folder_->path() / folder.toStdString(),
                                                      name.toStdString(), {host.toStdString()});
    QVERIFY2(!status.ok() && messageOf(status).find(message.toStdString()) != std::string::npos,
             toText(status).c_str());
    AERIE_VERIFY_FAILS(ctl::issueCertificate(folder_->path() / "pki", "a", {}),
                       absl::StatusCode::kInvalidArgument, "give the DNS names");
    QVERIFY(!std::filesystem::exists(folder_->path() / "pki" / "a.pem"));
  }

 private:
  net::TlsFiles files(const std::string& name) const {
    const auto pki = folder_->path() / "pki";
    return {pki / "ca.pem", pki / (name + ".pem"), pki / (name + "-key.pem")};
  }
  absl::StatusOr<std::unique_ptr<services::RpcServer>> start(test::CountingService& service,
                                                             const std::string& certificate,
                                                             services::Authenticator* authenticator) const {
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    options.tls = files(certificate);
    options.authenticator = authenticator;
    return services::RpcServer::start(options, {&service});
  }
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstTls)
#include "tst_tls.moc"
