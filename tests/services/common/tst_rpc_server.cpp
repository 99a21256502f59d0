#include <QtTest>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/files.h"
#include "core/net/status.h"
#include "services/common/rpc_server.h"
#include "tests/services/common/counting_service.h"
#include "tests/status_checks.h"

using namespace aerie;
using services::RpcServer;

namespace {

using Servers = absl::StatusOr<std::unique_ptr<RpcServer>>;

Servers serve(test::CountingService& service, std::vector<std::string> addresses) {
  services::RpcServerOptions options;
  options.listen = std::move(addresses);
  return RpcServer::start(options, {&service});
}

std::shared_ptr<grpc::Channel> channelTo(const std::string& address) {
  net::ChannelOptions options;
  options.own_connection = true;
  return *net::connect(address, options);
}

// A socket file that nobody serves, as a crash leaves it.
void leaveStaleSocket(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.c_str(), path.string().size() + 1);
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(fd);
}

}  // namespace

class TstRpcServer : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { folder_.emplace(*TempDir::create()); }
  void cleanup() { folder_.reset(); }

  void serversAnswerWhereTheySay() {
    test::CountingService service;
    const std::string socket = "unix:" + (folder_->path() / "made" / "s.sock").string();
    const Servers server = serve(service, {"127.0.0.1:0", socket});
    AERIE_VERIFY_OK(server);
    QCOMPARE((*server)->addresses().size(), std::size_t{2});
    QVERIFY((*server)->addresses()[0].starts_with("127.0.0.1:") &&
            !(*server)->addresses()[0].ends_with(":0"));
    QCOMPARE((*server)->addresses()[1], socket);
    for (const std::string& address : (*server)->addresses())
      AERIE_VERIFY_OK(net::fromGrpc(test::getStatus(channelTo(address))));
    QCOMPARE(service.calls.load(), 2);
  }

  void aSocketIsItsOwnersAlone() {
    test::CountingService service;
    const auto path = folder_->path() / "private" / "s.sock";
    const Servers server = serve(service, {"unix:" + path.string()});
    AERIE_VERIFY_OK(server);
    struct stat status {};
    QCOMPARE(::stat(path.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(::stat(path.parent_path().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
  }

  void aPortInUseIsNamed() {
    test::CountingService service, other;
    const Servers first = serve(service, {"127.0.0.1:0"});
    AERIE_VERIFY_OK(first);
    const std::string taken = (*first)->addresses()[0];
    AERIE_VERIFY_FAILS(serve(other, {taken}), absl::StatusCode::kFailedPrecondition,
                       taken +
                           " cannot be listened on: is another process using it? Stop that process or choose "
                           "another --listen");
    AERIE_VERIFY_FAILS(serve(other, {"127.0.0.1:0", taken}), absl::StatusCode::kFailedPrecondition,
                       taken + " cannot be listened on");
    // The first is unharmed.
    AERIE_VERIFY_OK(net::fromGrpc(test::getStatus(channelTo(taken))));
  }

  void aStaleSocketIsReplaced() {
    const auto path = folder_->path() / "s.sock";
    leaveStaleSocket(path);
    QVERIFY(std::filesystem::exists(path) && !services::unixSocketIsLive(path.string()));
    test::CountingService service;
    const Servers server = serve(service, {"unix:" + path.string()});
    AERIE_VERIFY_OK(server);
    QVERIFY(services::unixSocketIsLive(path.string()));
    AERIE_VERIFY_OK(net::fromGrpc(test::getStatus(channelTo("unix:" + path.string()))));
  }

  void aLiveSocketIsInUse() {
    const std::string address = "unix:" + (folder_->path() / "s.sock").string();
    test::CountingService service, other;
    const Servers first = serve(service, {address});
    AERIE_VERIFY_OK(first);
    AERIE_VERIFY_FAILS(serve(other, {address}), absl::StatusCode::kFailedPrecondition,
                       address + " is in use by another process");
    AERIE_VERIFY_OK(net::fromGrpc(test::getStatus(channelTo(address))));
  }

  void aFileThatIsNoSocketIsNotTouched() {
    const auto path = folder_->path() / "important.txt";
    AERIE_VERIFY_OK(writeFileAtomic(path, "keep me"));
    test::CountingService service;
    AERIE_VERIFY_FAILS(serve(service, {"unix:" + path.string()}), absl::StatusCode::kFailedPrecondition,
                       "exists and is not a socket");
    QCOMPARE(*readFile(path), std::string("keep me"));
  }

  void wrongAddressesAreRefused_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("message");
    QTest::newRow("no port") << "127.0.0.1"
                             << "needs a port";
    QTest::newRow("plaintext to the network") << "0.0.0.0:0"
                                              << "needs TLS";
    QTest::newRow("socket path too long") << "unix:/tmp/" + QString(120, 'x') << "at most 107 characters";
  }
  void wrongAddressesAreRefused() {
    QFETCH(QString, address);
    QFETCH(QString, message);
    test::CountingService service;
    const absl::Status status = serve(service, {address.toStdString()}).status();
    QVERIFY2(!status.ok() && messageOf(status).find(message.toStdString()) != std::string::npos,
             toText(status).c_str());
    AERIE_VERIFY_FAILS(serve(service, {}), absl::StatusCode::kInvalidArgument, "no address");
  }

  void healthFollowsSetServing() {
    test::CountingService service;
    const Servers server = serve(service, {"127.0.0.1:0"});
    AERIE_VERIFY_OK(server);
    const auto channel = channelTo((*server)->addresses()[0]);
    QCOMPARE(test::health(channel, ""), 1);
    QCOMPARE(test::health(channel, "aerie.v1.Test"), -1);
    (*server)->setServing("aerie.v1.Test", false);
    QCOMPARE(test::health(channel, "aerie.v1.Test"), 2);
    (*server)->setServing("aerie.v1.Test", true);
    QCOMPARE(test::health(channel, "aerie.v1.Test"), 1);
    (*server)->setServing("", false);
    QCOMPARE(test::health(channel, ""), 2);
  }

  void reflectionNamesTheServices() {
    test::CountingService service;
    const Servers server = serve(service, {"127.0.0.1:0"});
    AERIE_VERIFY_OK(server);
    // ServerReflectionRequest { list_services: 7 = "" } on the only stream of grpc.reflection.v1alpha.
    grpc::ClientContext context;
    test::setDeadline(context);
    grpc::CompletionQueue queue;
    const auto stream =
        grpc::GenericStub(channelTo((*server)->addresses()[0]))
            .PrepareCall(&context, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", &queue);
    void* tag = nullptr;
    bool ok = false;
    stream->StartCall(nullptr);
    QVERIFY(queue.Next(&tag, &ok) && ok);
    const grpc::Slice slice(std::string("\x3a\x00", 2));
    stream->Write(grpc::ByteBuffer(&slice, 1), nullptr);
    QVERIFY(queue.Next(&tag, &ok) && ok);
    grpc::ByteBuffer answer;
    stream->Read(&answer, nullptr);
    QVERIFY(queue.Next(&tag, &ok) && ok);
    grpc::Slice bytes;
    QVERIFY(answer.DumpToSingleSlice(&bytes).ok());
    const std::string text(bytes.begin(), bytes.end());
    QVERIFY(text.find("aerie.v1.SystemService") != std::string::npos &&
            text.find("grpc.health.v1.Health") != std::string::npos);
    grpc::Status status;
    stream->WritesDone(nullptr);
    QVERIFY(queue.Next(&tag, &ok));
    stream->Finish(&status, nullptr);
    QVERIFY(queue.Next(&tag, &ok));
  }

  void messagesOverTheLimitAreRefused() {
    test::CountingService service;
    services::RpcServerOptions options;
    options.listen = {"127.0.0.1:0"};
    options.max_message_bytes = 1'000;
    const Servers server = RpcServer::start(options, {&service});
    AERIE_VERIFY_OK(server);
    grpc::ClientContext context;
    test::setDeadline(context);
    v1::ListAuditRequest request;
    request.GetReflection()->MutableUnknownFields(&request)->AddLengthDelimited(1'000,
                                                                                std::string(2'000, 'x'));
    v1::ListAuditResponse answer;
    const grpc::Status status = v1::SystemService::NewStub(channelTo((*server)->addresses()[0]))
                                    ->ListAudit(&context, request, &answer);
    QCOMPARE(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  }

  void shutdownEndsCallsThatDoNotEndThemselves() {
    test::CountingService service;
    const std::string address = "unix:" + (folder_->path() / "s.sock").string();
    const Servers server = serve(service, {address});
    AERIE_VERIFY_OK(server);
    grpc::ClientContext context;
    test::setDeadline(context);
    const auto channel = channelTo(address);
    const auto stub = v1::SystemService::NewStub(channel);
    const auto reader = stub->Watch(&context, v1::WatchRequest());
    reader->WaitForInitialMetadata();
    QCOMPARE(service.streams.load(), 1);
    (*server)->shutdown(std::chrono::milliseconds(50));
    QVERIFY(service.cancelled.load());
    v1::WorldUpdate update;
    QVERIFY(!reader->Read(&update));
    QVERIFY(!reader->Finish().ok());
    QVERIFY(!std::filesystem::exists(address.substr(5)));
    (*server)->shutdown(std::chrono::milliseconds(50));
    QVERIFY(!test::getStatus(channelTo(address)).ok());
  }

 private:
  std::optional<TempDir> folder_;
};

QTEST_GUILESS_MAIN(TstRpcServer)
#include "tst_rpc_server.moc"
