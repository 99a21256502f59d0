#include "core/http/handle.h"

#include <cerrno>
#include <mutex>

#include "core/base/status.h"
#include "core/http/client.h"

namespace aerie::http {
namespace {

constexpr int kTurnMs = 50;  // how late a cancel may be noticed

long inMs(Duration d) {
  return static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(d).count());
}

void setBlob(CURL* easy, CURLoption option, const std::string& pem) {
  curl_blob blob{};
  blob.data = const_cast<char*>(pem.data());  // copied by libcurl, not written
  blob.len = pem.size();
  blob.flags = CURL_BLOB_COPY;
  curl_easy_setopt(easy, option, &blob);
}

}  // namespace

void initCurl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

PipeGuard::PipeGuard() {
  sigset_t now;
  sigpending(&now);
  pending_ = sigismember(&now, SIGPIPE) == 1;
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, &before_);
}

PipeGuard::~PipeGuard() {
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  const timespec at_once{};
  if (!pending_) {  // what we raised ourselves
    while (sigtimedwait(&pipe, nullptr, &at_once) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Handle::Handle() {
  initCurl();
  easy_ = curl_easy_init();
  multi_ = curl_multi_init();
  AERIE_CHECK(easy_ != nullptr && multi_ != nullptr);
}

Handle::~Handle() {
  curl_easy_cleanup(easy_);
  curl_multi_cleanup(multi_);
  curl_slist_free_all(headers_);
  curl_slist_free_all(connect_to_);
}

void Handle::reset(const BaseUrl& base, const ClientOptions& options, const std::string& url) {
  curl_easy_reset(easy_);
  error_[0] = '\0';
  connect_timeout_ = options.connect_timeout;
  curl_easy_setopt(easy_, CURLOPT_ERRORBUFFER, error_.data());
  curl_easy_setopt(easy_, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy_, CURLOPT_PROXY, "");
  curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, base.tls ? "https" : "http");
  curl_easy_setopt(easy_, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy_, CURLOPT_USERAGENT, options.user_agent.c_str());
  curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT_MS, inMs(options.connect_timeout));
  curl_easy_setopt(easy_, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (!options.tls.authorities.empty()) {
    setBlob(easy_, CURLOPT_CAINFO_BLOB, options.tls.authorities);
    curl_easy_setopt(easy_, CURLOPT_CAPATH, nullptr);  // these authorities and no others
  }
  if (!options.tls.certificate.empty()) {
    setBlob(easy_, CURLOPT_SSLCERT_BLOB, options.tls.certificate);
    setBlob(easy_, CURLOPT_SSLKEY_BLOB, options.tls.key);
  }
  curl_slist_free_all(connect_to_);
  connect_to_ = nullptr;
  if (!options.tls.server_name.empty()) {
    const bool six = base.host.find(':') != std::string::npos;
    connect_to_ = curl_slist_append(
        nullptr, fmt::format("::{}{}{}:{}", six ? "[" : "", base.host, six ? "]" : "", base.port).c_str());
    curl_easy_setopt(easy_, CURLOPT_CONNECT_TO, connect_to_);
  }
}

void Handle::setHeaders(const std::vector<std::string>& lines) {
  curl_slist_free_all(headers_);
  headers_ = nullptr;
  for (const std::string& line : lines) headers_ = curl_slist_append(headers_, line.c_str());
  curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
}

Handle::Outcome Handle::run(Duration idle, const std::size_t& received, const Cancel* cancel) {
  Outcome out;
  if (curl_multi_add_handle(multi_, easy_) != CURLM_OK) return {CURLE_FAILED_INIT, false, false};
  std::size_t seen = received;
  MonoTime last_byte = std::chrono::steady_clock::now();
  for (;;) {
    int left = 0;
    if (curl_multi_perform(multi_, &left) != CURLM_OK) {
      out.code = CURLE_FAILED_INIT;
      break;
    }
    if (left == 0) {
      int messages = 0;
      const CURLMsg* message = curl_multi_info_read(multi_, &messages);
      out.code = message != nullptr ? message->data.result : CURLE_FAILED_INIT;
      break;
    }
    if (cancel != nullptr && cancel->cancelled()) {
      out.cancelled = true;
      break;
    }
    const MonoTime now = std::chrono::steady_clock::now();
    if (received != seen) {
      seen = received;
      last_byte = now;
    } else if (idle > Duration::zero() && now - last_byte > idle) {
      out.idle = true;
      break;
    }
    curl_multi_poll(multi_, nullptr, 0, kTurnMs, nullptr);
  }
  curl_multi_remove_handle(multi_, easy_);
  return out;
}

bool Handle::connected() const {
  double seconds = 0;
  curl_easy_getinfo(easy_, CURLINFO_PRETRANSFER_TIME, &seconds);
  return seconds > 0;
}

absl::Status Handle::explain(CURLcode code, std::string_view subject, Duration timeout) const {
  const std::string detail = error_[0] != '\0' ? error_.data() : curl_easy_strerror(code);
  switch (code) {
    case CURLE_OK: return absl::OkStatus();
    case CURLE_COULDNT_RESOLVE_HOST:
      return unavailable("{}: the host name is not known. Check the address.", subject);
    case CURLE_COULDNT_CONNECT:
      return unavailable("{}: nothing answers there. Check that it runs and that the address is right.",
                         subject);
    case CURLE_OPERATION_TIMEDOUT:
      if (!connected() && connect_timeout_ < timeout)
        return unavailable(
            "{}: no connection within {} s. It may be overloaded or unreachable; check the address, or try "
            "again.",
            subject, std::chrono::duration<double>(connect_timeout_).count());
      return deadlineExceeded(
          "{} did not answer within {} s. It may be overloaded or unreachable; try again.", subject,
          std::chrono::duration<double>(timeout).count());
    case CURLE_PEER_FAILED_VERIFICATION:
      return unauthenticated("{}: its certificate is not trusted ({}). Give the authority that signed it.",
                             subject, detail);
    case CURLE_SSL_CERTPROBLEM:
      return invalidArgument("{}: our client certificate or its key cannot be used ({}).", subject, detail);
    case CURLE_SSL_CACERT_BADFILE:
      return invalidArgument("{}: the certificate authority given cannot be read ({}).", subject, detail);
    case CURLE_SSL_CONNECT_ERROR:
      return unavailable("{}: no TLS connection ({}). Check that this port speaks TLS.", subject, detail);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return failedPrecondition("{} does not speak HTTP. Check the port.", subject);
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return unavailable("{} closed the connection in the middle of its answer; try again.", subject);
    default: return unavailable("{}: {}", subject, detail);
  }
}

}  // namespace aerie::http
