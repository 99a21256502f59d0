#include "app/rpc/versions.h"

#include <absl/base/config.h>
#include <fmt/format.h>
#include <google/protobuf/stubs/common.h>
#include <grpcpp/grpcpp.h>
#include <openssl/opensslv.h>

namespace aerie::rpc {

QList<Library> wireLibraries() {
  const auto dotted = [](int number, int step) {
    return QStringLiteral("%1.%2.%3").arg(number / step / step).arg(number / step % step).arg(number % step);
  };
  return {{QStringLiteral("gRPC"), QString::fromStdString(grpc::Version()), QStringLiteral("Apache-2.0")},
          {QStringLiteral("Protocol Buffers"), dotted(GOOGLE_PROTOBUF_VERSION, 1000),
           QStringLiteral("BSD-3-Clause")},
          {QStringLiteral("Abseil"),
           QStringLiteral("%1.%2").arg(ABSL_LTS_RELEASE_VERSION).arg(ABSL_LTS_RELEASE_PATCH_LEVEL),
           QStringLiteral("Apache-2.0")},
          {QStringLiteral("{fmt}"), dotted(FMT_VERSION, 100), QStringLiteral("MIT")},
          {QStringLiteral("OpenSSL"), QStringLiteral(OPENSSL_VERSION_STR), QStringLiteral("Apache-2.0")}};
}

QString aerieVersion() { return QStringLiteral(AERIE_VERSION); }

}  // namespace aerie::rpc
