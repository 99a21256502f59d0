#include <QCoreApplication>
#include <QTest>
#include <memory>
#include <optional>

#include "app/rpc/grpc_backend.h"
#include "core/base/files.h"
#include "services/common/rpc_server.h"
#include "services/ctl/certificates.h"
#include "tests/services/common/counting_service.h"
#include "tests/status_checks.h"

namespace aerie {

using rpc::GrpcBackend;
using rpc::Profile;

// A profile's TLS files and token against a server that wants them.
class TstProfileConnection final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void tlsAndTokenLetIn_data();
  void tlsAndTokenLetIn();
  void aTokenFileThatIsOpenToOthersIsNotUsed();
  void aProfileWithoutItsFilesSaysSo();

 private:
  Profile profile(const QString& client, const QString& token) const;
  // The answer of a probe, waited for.
  absl::StatusOr<rpc::SystemStatus> ask(const Profile& profile) const;
  QString path(const char* name) const { return QString::fromStdString((folder_->path() / name).string()); }

  std::optional<TempDir> folder_;
  std::unique_ptr<services::Authenticator> authenticator_;
  std::unique_ptr<test::CountingService> service_;
  std::unique_ptr<services::RpcServer> server_;
};

void TstProfileConnection::initTestCase() {
  folder_.emplace(*TempDir::create());
  AERIE_VERIFY_OK(ctl::createAuthority(folder_->path() / "pki"));
  AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "pki", "server", {"localhost", "127.0.0.1"}));
  AERIE_VERIFY_OK(ctl::issueCertificate(folder_->path() / "pki", "anna", {"anna.test"}));
  AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / "tokens",
                                  services::tokenFileLine("anna", services::Role::kViewer, "annas-token")));
  AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / "right", "annas-token\n", 0600));
  AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / "wrong", "a guess\n", 0600));
  AERIE_VERIFY_OK(writeFileAtomic(folder_->path() / "open", "annas-token\n", 0644));
  auto loaded = services::Authenticator::load(folder_->path() / "tokens");
  AERIE_VERIFY_OK(loaded);
  authenticator_ = *std::move(loaded);
  service_ = std::make_unique<test::CountingService>();
  services::RpcServerOptions options;
  options.listen = {"127.0.0.1:0"};
  options.tls.ca = folder_->path() / "pki" / "ca.pem";
  options.tls.certificate = folder_->path() / "pki" / "server.pem";
  options.tls.key = folder_->path() / "pki" / "server-key.pem";
  options.authenticator = authenticator_.get();
  auto started = services::RpcServer::start(options, {service_.get()});
  AERIE_VERIFY_OK(started);
  server_ = *std::move(started);
}

Profile TstProfileConnection::profile(const QString& client, const QString& token) const {
  Profile p;
  p.id = QStringLiteral("x");
  p.name = QStringLiteral("x");
  p.address = QString::fromStdString(server_->addresses()[0]);
  p.ca = path("pki/ca.pem");
  if (!client.isEmpty()) {
    p.certificate = path("pki/") + client + QStringLiteral(".pem");
    p.key = path("pki/") + client + QStringLiteral("-key.pem");
  }
  if (!token.isEmpty()) p.tokenFile = path(token.toUtf8().constData());
  return p;
}

absl::StatusOr<rpc::SystemStatus> TstProfileConnection::ask(const Profile& profile) const {
  QObject gui;
  QObject context;
  std::optional<absl::StatusOr<rpc::SystemStatus>> answer;
  GrpcBackend::probe(gui, profile, &context, [&](const absl::StatusOr<rpc::SystemStatus>& a) { answer = a; });
  if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
    return absl::DeadlineExceededError("no answer");
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  return *answer;
}

void TstProfileConnection::tlsAndTokenLetIn_data() {
  QTest::addColumn<QString>("client");
  QTest::addColumn<QString>("token");
  QTest::addColumn<bool>("works");
  QTest::newRow("certificate and token") << "anna"
                                         << "right" << true;
  QTest::newRow("wrong token") << "anna"
                               << "wrong" << false;
  QTest::newRow("no token") << "anna"
                            << "" << false;
  QTest::newRow("no certificate") << ""
                                  << "right" << false;
}

void TstProfileConnection::tlsAndTokenLetIn() {
  QFETCH(QString, client);
  QFETCH(QString, token);
  QFETCH(bool, works);
  const auto status = ask(profile(client, token));
  QVERIFY2(status.ok() == works, std::string(status.status().message()).c_str());
}

void TstProfileConnection::aTokenFileThatIsOpenToOthersIsNotUsed() {
  const int before = service_->calls.load();
  const auto status = ask(profile(QStringLiteral("anna"), QStringLiteral("open")));
  QVERIFY(absl::IsFailedPrecondition(status.status()));
  QCOMPARE(service_->calls.load(), before);
}

void TstProfileConnection::aProfileWithoutItsFilesSaysSo() {
  Profile p = profile(QStringLiteral("anna"), {});
  p.ca = QStringLiteral("/nonexistent/ca.pem");
  const auto status = ask(p);
  QVERIFY(!status.ok());
  QVERIFY2(QByteArray::fromStdString(std::string(status.status().message())).contains("/nonexistent/ca.pem"),
           std::string(status.status().message()).c_str());
}

}  // namespace aerie

QTEST_GUILESS_MAIN(aerie::TstProfileConnection)
#include "tst_profile_connection.moc"
