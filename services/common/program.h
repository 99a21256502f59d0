// The frame of every daemon's main: settings, logs, exit codes.
#pragma once

#include <absl/status/status.h>
#include <functional>
#include <string>

#include "core/net/channel.h"
#include "services/common/settings.h"

namespace aerie::services {

// Settings that every daemon has.
struct CommonOptions {
  std::string listen;
  std::string address_file;  // the bound address is written here once it serves
  std::string metrics_listen = "127.0.0.1:0";
  bool metrics_allow_remote = false;
  std::string log_level = "info";
  std::string log_format = "auto";
  std::string tls_ca, tls_certificate, tls_key;
  std::string token_file;   // who may call this daemon
  telemetry::Secret token;  // what this daemon says to others
  net::TlsFiles tls() const { return {tls_ca, tls_certificate, tls_key}; }
  net::ChannelOptions channelOptions() const { return {tls(), token.reveal()}; }
};
void addCommonSettings(Settings& settings, CommonOptions& options);

// Exit codes: 0 = stopped as asked, 1 = failed, 2 = wrong settings. Blocks the stop signals, loads the
// settings, starts logging, runs `body` and logs its error. `body` returns when the daemon has stopped.
int runProgram(int argc, char** argv, Settings& settings, CommonOptions& common,
               const std::function<absl::Status()>& body);

}  // namespace aerie::services
