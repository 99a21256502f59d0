#include <QtTest>

#include "core/base/files.h"
#include "core/net/status.h"
#include "services/common/rpc_server.h"
#include "tests/services/common/counting_service.h"
#include "tests/status_checks.h"

using namespace aerie;
using services::Authenticator;
using services::Role;

namespace {

using Metadata = std::multimap<grpc::string_ref, grpc::string_ref>;

}  // namespace

class TstAuth : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    folder_.emplace(*TempDir::create());
    AERIE_VERIFY_OK(writeFileAtomic(
        tokenFile(), "# who may call\n\n" + services::tokenFileLine("vera", Role::kViewer, "viewer-token") +
                         services::tokenFileLine("emil", Role::kEngineer, "engineer-token") +
                         services::tokenFileLine("ada", Role::kAdmin, "admin-token") + " \r\n"));
  }

  void callsWithoutAValidTokenNeverReachTheHandler_data() {
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    for (const QString& listen : {QString("127.0.0.1:0"), QString("unix")}) {
      const auto row = [&](const char* name) -> QTestData& {
        return QTest::newRow(qPrintable(QString("%1, %2").arg(name, listen)));
      };
      row("no token") << listen << "" << static_cast<int>(grpc::UNAUTHENTICATED) << "set AERIE_TOKEN";
      row("wrong token") << listen << "guess" << static_cast<int>(grpc::UNAUTHENTICATED)
                         << "is not known here";
      row("right token") << listen << "viewer-token" << 0 << "";
    }
  }
  void callsWithoutAValidTokenNeverReachTheHandler() {
    QFETCH(QString, listen);
    QFETCH(QString, token);
    QFETCH(int, code);
    QFETCH(QString, message);
    const auto authenticator = Authenticator::load(tokenFile());
    AERIE_VERIFY_OK(authenticator);
    test::CountingService service;
    services::RpcServerOptions options;
    options.listen = {listen == "unix" ? "unix:" + (folder_->path() / "s.sock").string()
                                       : listen.toStdString()};
    options.authenticator = authenticator->get();
    const auto server = services::RpcServer::start(options, {&service});
    AERIE_VERIFY_OK(server);
    net::ChannelOptions client;
    client.own_connection = true;
    client.token = token.toStdString();
    const auto channel = *net::connect((*server)->addresses()[0], client);

    const grpc::Status status = test::getStatus(channel);
    QCOMPARE(static_cast<int>(status.error_code()), code);
    QVERIFY2(status.error_message().find(message.toStdString()) != std::string::npos,
             status.error_message().c_str());
    QCOMPARE(service.calls.load(), code == 0 ? 1 : 0);

    // Streams too.
    grpc::ClientContext context;
    test::setDeadline(context);
    const auto stub = v1::SystemService::NewStub(channel);
    const auto reader = stub->Watch(&context, v1::WatchRequest());
    if (code == 0) {
      reader->WaitForInitialMetadata();
      QTRY_COMPARE(service.streams.load(), 1);
      context.TryCancel();
      reader->Finish().error_code();
    } else {
      v1::WorldUpdate update;
      QVERIFY(!reader->Read(&update));
      QCOMPARE(static_cast<int>(reader->Finish().error_code()), code);
      QCOMPARE(service.streams.load(), 0);
    }
    // Health stays open: launchers and load balancers have no token.
    QCOMPARE(test::health(channel, ""), 1);
  }

  void withoutATokenFileEverybodyIsAdmin() {
    const auto authenticator = Authenticator::load("");
    AERIE_VERIFY_OK(authenticator);
    QVERIFY((*authenticator)->open());
    const auto caller = (*authenticator)->require(Metadata(), Role::kAdmin);
    AERIE_VERIFY_OK(caller);
    QCOMPARE(caller->name, std::string("local"));
    test::CountingService service;
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    options.authenticator = authenticator->get();
    const auto server = services::RpcServer::start(options, {&service});
    AERIE_VERIFY_OK(server);
    AERIE_VERIFY_OK(net::fromGrpc(test::getStatus(*net::connect((*server)->addresses()[0]))));
  }

  void rolesGrow_data() {
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("needs");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("viewer reads") << "viewer-token" << 0 << "";
    QTest::newRow("viewer does not deploy")
        << "viewer-token" << 1 << "vera has the role viewer; this needs engineer or more";
    QTest::newRow("engineer deploys") << "engineer-token" << 1 << "";
    QTest::newRow("engineer does not approve")
        << "engineer-token" << 2 << "emil has the role engineer; this needs approver or more";
    QTest::newRow("admin does everything") << "admin-token" << 3 << "";
  }
  void rolesGrow() {
    QFETCH(QString, token);
    QFETCH(int, needs);
    QFETCH(QString, refusal);
    const auto authenticator = Authenticator::load(tokenFile());
    const std::string header = "Bearer " + token.toStdString();
    const Metadata metadata{{"authorization", header}};
    const auto caller = (*authenticator)->require(metadata, static_cast<Role>(needs));
    if (refusal.isEmpty())
      AERIE_VERIFY_OK(caller);
    else
      AERIE_VERIFY_FAILS(caller, absl::StatusCode::kPermissionDenied, refusal.toStdString());
  }

  void headersMustBeBearer_data() {
    QTest::addColumn<QString>("header");
    QTest::newRow("empty") << "";
    QTest::newRow("basic") << "Basic YTpi";
    QTest::newRow("bare token") << "viewer-token";
    QTest::newRow("empty token") << "Bearer ";
    QTest::newRow("the digest instead of the token") << QString::fromStdString(
        "Bearer " + services::tokenFileLine("a", Role::kAdmin, "admin-token").substr(8, 64));
  }
  void headersMustBeBearer() {
    QFETCH(QString, header);
    const auto authenticator = Authenticator::load(tokenFile());
    const std::string text = header.toStdString();
    const auto caller = (*authenticator)->identify(Metadata{{"authorization", text}});
    QCOMPARE(caller.status().code(), absl::StatusCode::kUnauthenticated);
  }

  void tokenFilesAreChecked_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString hash(64, 'a');
    QTest::newRow("no token") << "# nobody\n"
                              << "holds no token, so nobody could call";
    QTest::newRow("unknown role") << "a viewer " + hash + "\nb boss " + hash
                                  << "tokens: line 2: role 'boss' is not known: use viewer";
    QTest::newRow("missing word") << "a viewer"
                                  << "line 1 must be 'name role sha256-of-token'";
    QTest::newRow("a token instead of its digest") << "a viewer secret"
                                                   << "line 1 must be";
    QTest::newRow("no hex") << "a viewer " + QString(64, 'x') << "line 1 must be";
  }
  void tokenFilesAreChecked() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto path = folder_->path() / "tokens";
    AERIE_VERIFY_OK(writeFileAtomic(path, text.toStdString()));
    const absl::Status status = Authenticator::load(path).status();
    QVERIFY2(!status.ok() && messageOf(status).find(message.toStdString()) != std::string::npos,
             toText(status).c_str());
  }

  void aMissingTokenFileIsNoOpenDoor() {
    AERIE_VERIFY_FAILS(Authenticator::load(folder_->path() / "none"), absl::StatusCode::kNotFound, "none");
  }

  void tokensAreStoredAsDigestsOnly() {
    const std::string line = services::tokenFileLine("vera", Role::kViewer, "viewer-token");
    QVERIFY(line.find("viewer-token") == std::string::npos);
    QVERIFY(line.starts_with("vera viewer ") && line.ends_with("\n"));
  }

 private:
  std::filesystem::path tokenFile() const { return folder_->path() / "token-file"; }
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstAuth)
#include "tst_auth.moc"
