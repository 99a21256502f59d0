#include <QtTest>

#include "core/base/status.h"
#include "core/net/status.h"

using namespace aerie;

class TstNetStatus : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyCodeMakesTheRoundTrip_data() {
    QTest::addColumn<int>("code");
    for (int code = 0; code <= 16; ++code) {
      QTest::newRow(absl::StatusCodeToString(static_cast<absl::StatusCode>(code)).c_str()) << code;
    }
  }
  void everyCodeMakesTheRoundTrip() {
    QFETCH(int, code);
    const std::string message = code == 0 ? "" : "Zürich: what to do";
    const absl::Status status(static_cast<absl::StatusCode>(code),
                              absl::string_view(message.data(), message.size()));
    const grpc::Status wire = net::toGrpc(status);
    QCOMPARE(static_cast<int>(wire.error_code()), code);
    QCOMPARE(wire.error_message(), message);
    QVERIFY(net::fromGrpc(wire) == status);
  }

  void aCodeFromTheFutureIsAnError() {
    const int code = QByteArray("31").toInt();  // the largest that the enumeration can hold
    const absl::Status status = net::fromGrpc(grpc::Status(static_cast<grpc::StatusCode>(code), "new"));
    QVERIFY(!status.ok());
    QCOMPARE(status.code(), absl::StatusCode::kUnknown);
    QCOMPARE(messageOf(status), std::string("new"));
  }
};

QTEST_GUILESS_MAIN(TstNetStatus)
#include "tst_net_status.moc"
