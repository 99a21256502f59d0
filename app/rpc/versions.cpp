#include "app/rpc/versions.h"

#include <absl/base/config.h>
#include <fmt/format.h>
#include <google/protobuf/stubs/common.h>
#include <grpcpp/grpcpp.h>
#include <openssl/opensslv.h>

namespace aerie::rpc {

QList<Library> libraries() {
  const auto dotted = [](int number, int step) {
    return QStringLiteral("%1.%2.%3").arg(number / step / step).arg(number / step % step).arg(number % step);
  };
  const QString apache = QStringLiteral("Apache-2.0");
  const QString bsd = QStringLiteral("BSD-3-Clause");
  const QString mit = QStringLiteral("MIT");
  return {{QStringLiteral("Abseil"),
           QStringLiteral("%1.%2").arg(ABSL_LTS_RELEASE_VERSION).arg(ABSL_LTS_RELEASE_PATCH_LEVEL), apache},
          {QStringLiteral("Boost.Math"), QStringLiteral(AERIE_BOOST_VERSION), QStringLiteral("BSL-1.0")},
          {QStringLiteral("c-ares"), QStringLiteral(AERIE_CARES_VERSION), mit},
          {QStringLiteral("CLI11"), QStringLiteral(AERIE_CLI11_VERSION), bsd},
          {QStringLiteral("{fmt}"), dotted(FMT_VERSION, 100), mit},
          {QStringLiteral("gRPC"), QString::fromStdString(grpc::Version()), apache},
          {QStringLiteral("hiredis"), QStringLiteral(AERIE_HIREDIS_VERSION), bsd},
          {QStringLiteral("JSON for Modern C++"), QStringLiteral(AERIE_JSON_VERSION), mit},
          {QStringLiteral("libarchive"), QStringLiteral(AERIE_LIBARCHIVE_VERSION),
           QStringLiteral("BSD-2-Clause")},
          {QStringLiteral("libcurl"), QStringLiteral(AERIE_CURL_VERSION), QStringLiteral("curl")},
          {QStringLiteral("OpenSSL"), QStringLiteral(OPENSSL_VERSION_STR), apache},
          {QStringLiteral("prometheus-cpp"), QStringLiteral(AERIE_PROMETHEUS_VERSION), mit},
          {QStringLiteral("Protocol Buffers"), dotted(GOOGLE_PROTOBUF_VERSION, 1000), bsd},
          {QStringLiteral("RE2"), {}, bsd},  // comes with gRPC and tells nobody its version
          {QStringLiteral("spdlog"), QStringLiteral(AERIE_SPDLOG_VERSION), mit},
          {QStringLiteral("SQLite"), QStringLiteral(AERIE_SQLITE_VERSION), QStringLiteral("blessing")},
          {QStringLiteral("XGBoost"), QStringLiteral(AERIE_XGBOOST_VERSION), apache},
          {QStringLiteral("yaml-cpp"), QStringLiteral(AERIE_YAML_VERSION), mit},
          {QStringLiteral("zlib"), QStringLiteral(AERIE_ZLIB_VERSION), QStringLiteral("Zlib")},
          {QStringLiteral("Zstandard"), QStringLiteral(AERIE_ZSTD_VERSION), bsd}};
}

QString aerieVersion() { return QStringLiteral(AERIE_VERSION); }

}  // namespace aerie::rpc
