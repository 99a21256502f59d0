// libcurl's handles with their lifetimes. Nothing outside this room includes it.
#pragma once

#include <absl/status/status.h>
#include <array>
#include <csignal>
#include <curl/curl.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace aerie::http {

class Cancel;
struct ClientOptions;
struct BaseUrl;

// Initialises libcurl once for the process.
void initCurl();

// While it lives, writing to a connection that the other side has closed raises no SIGPIPE in this thread:
// OpenSSL writes without MSG_NOSIGNAL. Also closing a TLS connection writes.
class PipeGuard final {
 public:
  PipeGuard();
  ~PipeGuard();
  PipeGuard(const PipeGuard&) = delete;
  PipeGuard& operator=(const PipeGuard&) = delete;

 private:
  sigset_t before_{};
  bool pending_ = false;
};

// One connection's worth of libcurl. One thread at a time.
class Handle final {
 public:
  Handle();
  ~Handle();
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  CURL* easy() { return easy_; }
  // Everything but the connections is forgotten, and what all our requests share is set.
  void reset(const BaseUrl& base, const ClientOptions& options, const std::string& url);
  void setHeaders(const std::vector<std::string>& lines);
  // Runs the transfer. `idle` > 0: gives up after that time without a byte. `received` counts the bytes.
  struct Outcome {
    CURLcode code = CURLE_OK;
    bool cancelled = false;
    bool idle = false;
  };
  Outcome run(Duration idle, const std::size_t& received, const Cancel* cancel);
  // What a failed transfer means. `subject` names the server, `timeout` is what the transfer was given. A
  // connection (with TLS) that does not come about in its own time is kUnavailable: it may be tried again.
  absl::Status explain(CURLcode code, std::string_view subject, Duration timeout) const;
  bool connected() const;  // a connection had come about in the last transfer

 private:
  CURL* easy_ = nullptr;
  CURLM* multi_ = nullptr;
  curl_slist* headers_ = nullptr;
  curl_slist* connect_to_ = nullptr;
  Duration connect_timeout_{};
  std::array<char, CURL_ERROR_SIZE> error_{};
};

}  // namespace aerie::http
