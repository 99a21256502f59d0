#include <QtTest>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "services/common/metrics_server.h"
#include "tests/status_checks.h"

using namespace aerie;
using services::MetricsServer;

namespace {

std::string httpGet(const std::string& address, const std::string& path) {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in peer{};
  peer.sin_family = AF_INET;
  peer.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
  ::inet_pton(AF_INET, "127.0.0.1", &peer.sin_addr);
  std::string answer;
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&peer), sizeof peer) == 0) {
    const std::string request = "GET " + path + " HTTP/1.0\r\nHost: x\r\n\r\n";
    if (::send(fd, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
      char block[4096];
      for (ssize_t n = 0; (n = ::recv(fd, block, sizeof block, 0)) > 0;)
        answer.append(block, static_cast<std::size_t>(n));
    }
  }
  ::close(fd);
  return answer;
}

}  // namespace

class TstMetricsServer : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void servesThePrometheusText() {
    telemetry::Metrics metrics;
    const auto server = MetricsServer::start("127.0.0.1:0", metrics);
    AERIE_VERIFY_OK(server);
    QVERIFY(!(*server)->address().ends_with(":0"));
    metrics.counter("aerie_test_total", "Help", {{"arm", "a"}}).Increment(3);
    const std::string answer = httpGet((*server)->address(), "/metrics");
    QVERIFY2(answer.find(" 200 OK") != std::string::npos, answer.c_str());
    QVERIFY2(answer.find("aerie_test_total{arm=\"a\"} 3") != std::string::npos, answer.c_str());
    QVERIFY(httpGet((*server)->address(), "/other").find(" 404 ") != std::string::npos);
  }

  void aPortInUseIsNamed() {
    telemetry::Metrics metrics;
    const auto first = MetricsServer::start("127.0.0.1:0", metrics);
    AERIE_VERIFY_OK(first);
    AERIE_VERIFY_FAILS(MetricsServer::start((*first)->address(), metrics),
                       absl::StatusCode::kFailedPrecondition,
                       "metrics address " + (*first)->address() + " cannot be served (is the port in use?)");
  }

  void theNetworkNeedsLeave() {
    telemetry::Metrics metrics;
    AERIE_VERIFY_FAILS(MetricsServer::start("0.0.0.0:0", metrics), absl::StatusCode::kFailedPrecondition,
                       "set metrics-allow-remote");
    AERIE_VERIFY_FAILS(MetricsServer::start("7701", metrics), absl::StatusCode::kInvalidArgument,
                       "needs host:port");
    AERIE_VERIFY_FAILS(MetricsServer::start("127.0.0.1:x", metrics), absl::StatusCode::kFailedPrecondition,
                       "127.0.0.1:x");
  }
};

QTEST_GUILESS_MAIN(TstMetricsServer)
#include "tst_metrics_server.moc"
