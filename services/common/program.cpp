#include "services/common/program.h"

#include <cstdio>

#include "core/base/status.h"
#include "services/common/stop_signal.h"

namespace aerie::services {

void addCommonSettings(Settings& settings, CommonOptions& options) {
  settings.text("listen", &options.listen, "Address to serve on: host:port or unix:/path");
  settings.text("address-file", &options.address_file, "Write the bound address here once it serves");
  settings.text("metrics-listen", &options.metrics_listen, "Address of Prometheus /metrics");
  settings.flag("metrics-allow-remote", &options.metrics_allow_remote,
                "Serve /metrics on addresses that are not loopback");
  settings.text("log-level", &options.log_level, "debug, info, warning or error");
  settings.text("log-format", &options.log_format, "auto, json or text");
  settings.text("tls-ca", &options.tls_ca, "PEM file of the CA that signs callers and peers");
  settings.text("tls-certificate", &options.tls_certificate, "PEM file of this daemon's certificate");
  settings.text("tls-key", &options.tls_key, "PEM file of its private key");
  settings.text("token-file", &options.token_file,
                "File of callers, roles and token digests; empty = local callers only, all admin");
  settings.secret("token", &options.token, "Bearer token that this daemon presents to others");
}

int runProgram(int argc, char** argv, Settings& settings, CommonOptions& common,
               const std::function<absl::Status()>& body) {
  blockStopSignals();
  const auto outcome = settings.load(argc, argv);
  if (!outcome.ok()) {
    std::fprintf(stderr, "%s: %s\n", argv[0], messageOf(outcome.status()).c_str());
    return 2;
  }
  if (*outcome == Settings::Outcome::kExit) return 0;
  std::string program(argv[0]);
  program.erase(0, program.rfind('/') + 1);
  if (absl::Status status = log::init(program, common.log_level, common.log_format); !status.ok()) {
    std::fprintf(stderr, "%s: %s\n", argv[0], messageOf(status).c_str());
    return 2;
  }
  const absl::Status status = body();
  if (status.ok()) return 0;
  log::get("main")->error("stopped {}", toText(status));
  return absl::IsInvalidArgument(status) ? 2 : 1;
}

}  // namespace aerie::services
