// WebSocket over libcurl's connections: this libcurl has no WebSocket of its own.
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <poll.h>

#include "core/base/status.h"
#include "core/http/client.h"
#include "core/http/handle.h"
#include "core/http/websocket_frame.h"

namespace aerie::http {
namespace {

constexpr int kTurnMs = 50;

std::string base64(const unsigned char* bytes, std::size_t count) {
  std::string out(4 * ((count + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes, static_cast<int>(count));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string acceptFor(const std::string& key) {
  const std::string text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  return base64(digest.data(), size);
}

int watchCancel(void* cancel, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return cancel != nullptr && static_cast<const Cancel*>(cancel)->cancelled() ? 1 : 0;
}

// One upgraded connection.
class Socket final {
 public:
  Socket(Handle& handle, std::string_view subject, const StreamOptions& options, const Cancel* cancel)
      : handle_(handle), subject_(subject), options_(options), cancel_(cancel), reader_(options.max_line) {}

  absl::Status upgrade(const std::string& head, const std::string& key) {
    AERIE_RETURN_IF_ERROR(write(head));
    std::string bytes;
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const bool more, read(bytes, false));
      const auto answer = parseUpgradeAnswer(bytes);
      if (!answer.ok())
        return failedPrecondition("{}: {}. Check the port.", subject_, messageOf(answer.status()));
      if (*answer) return accept(**answer, bytes, key);
      if (!more) return closedEarly();
    }
  }

  absl::Status follow(const OnText& on_text) {
    for (;;) {
      auto message = reader_.next();
      if (!message.ok()) return withContext(message.status(), subject_);
      if (!*message) {
        std::string bytes;
        AERIE_ASSIGN_OR_RETURN(const bool more, read(bytes, true));
        reader_.feed(bytes);
        if (!more && bytes.empty()) return closedEarly();
        continue;
      }
      const std::string& payload = (*message)->payload;
      switch ((*message)->opcode) {
        case Opcode::kPing: AERIE_RETURN_IF_ERROR(write(frame(Opcode::kPong, payload))); break;
        case Opcode::kPong: break;
        case Opcode::kClose: return closed(payload);
        default:
          if (!on_text(payload)) {
            (void)write(frame(Opcode::kClose, std::string_view("\x03\xe8", 2)));
            return absl::OkStatus();
          }
      }
    }
  }

 private:
  static std::string frame(Opcode opcode, std::string_view payload) {
    std::array<std::uint8_t, 4> mask{};
    RAND_bytes(mask.data(), static_cast<int>(mask.size()));
    return encodeFrame(opcode, payload, mask);
  }

  absl::Status closedEarly() const {
    return unavailable("{} closed the connection in the middle of the stream; connect again.", subject_);
  }

  absl::Status closed(const std::string& payload) {
    (void)write(frame(Opcode::kClose, std::string_view(payload).substr(0, 2)));
    const int code = closeCode(payload);
    if (code == 1000 || code == 1001 || code == 1005) return absl::OkStatus();
    const std::string reason = payload.size() > 2 ? readableExcerpt(std::string_view(payload).substr(2)) : "";
    return unavailable("{} ended the stream with code {}{}{}", subject_, code, reason.empty() ? "" : ": ",
                       reason);
  }

  absl::Status accept(const UpgradeAnswer& answer, std::string& bytes, const std::string& key) {
    if (answer.status != 101) {
      // What has come of the body so far is enough for the message.
      return statusOf({answer.status == 200 ? 404 : answer.status, "", bytes.substr(answer.bytes)}, subject_);
    }
    if (!answer.upgrade || answer.accept != acceptFor(key))
      return failedPrecondition("{} does not speak WebSocket there; a proxy may be in between.", subject_);
    reader_.feed(std::string_view(bytes).substr(answer.bytes));
    return absl::OkStatus();
  }

  absl::Status ready(short events, MonoTime until) {
    curl_socket_t fd = CURL_SOCKET_BAD;
    curl_easy_getinfo(handle_.easy(), CURLINFO_ACTIVESOCKET, &fd);
    if (fd == CURL_SOCKET_BAD) return closedEarly();
    for (;;) {
      if (cancel_ != nullptr && cancel_->cancelled()) return absl::CancelledError("cancelled");
      pollfd wait{fd, events, 0};
      if (::poll(&wait, 1, kTurnMs) != 0) return absl::OkStatus();
      if (std::chrono::steady_clock::now() > until)
        return deadlineExceeded("{} sent nothing for {} s; connect again.", subject_,
                                std::chrono::duration<double>(options_.idle_timeout).count());
    }
  }

  // False at the end of the stream. With `ask`, a silent server gets a ping after half of the time.
  absl::StatusOr<bool> read(std::string& out, bool ask) {
    std::array<char, 16384> buffer;
    const MonoTime start = std::chrono::steady_clock::now();
    bool asked = !ask;
    for (;;) {
      std::size_t got = 0;
      const CURLcode code = curl_easy_recv(handle_.easy(), buffer.data(), buffer.size(), &got);
      if (code == CURLE_OK) {
        out.append(buffer.data(), got);
        return got > 0;
      }
      if (code != CURLE_AGAIN) return false;
      absl::Status status =
          ready(POLLIN, start + (asked ? options_.idle_timeout : options_.idle_timeout / 2));
      if (absl::IsDeadlineExceeded(status) && !asked) {
        asked = true;
        status = write(frame(Opcode::kPing, "aerie"));
      }
      AERIE_RETURN_IF_ERROR(status);
    }
  }

  absl::Status write(std::string_view bytes) {
    const MonoTime until = std::chrono::steady_clock::now() + options_.idle_timeout;
    while (!bytes.empty()) {
      std::size_t sent = 0;
      const CURLcode code = curl_easy_send(handle_.easy(), bytes.data(), bytes.size(), &sent);
      if (code != CURLE_OK && code != CURLE_AGAIN) return closedEarly();
      bytes.remove_prefix(sent);
      if (code == CURLE_AGAIN) AERIE_RETURN_IF_ERROR(ready(POLLOUT, until));
    }
    return absl::OkStatus();
  }

  Handle& handle_;
  const std::string subject_;
  const StreamOptions& options_;
  const Cancel* cancel_;
  FrameReader reader_;
};

}  // namespace

absl::Status Client::webSocket(const Request& request, const StreamOptions& options, const OnText& on_text,
                               const Cancel* cancel) {
  const PipeGuard guard;
  const auto handle = std::make_unique<Handle>();  // never kept: the connection changes its protocol
  AERIE_RETURN_IF_ERROR(prepare(*handle, request));
  CURL* easy = handle->easy();
  curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, watchCancel);
  curl_easy_setopt(easy, CURLOPT_XFERINFODATA, cancel);
  const CURLcode code = curl_easy_perform(easy);
  if (code == CURLE_ABORTED_BY_CALLBACK) return absl::CancelledError("cancelled");
  if (code != CURLE_OK) return handle->explain(code, options_.subject, options_.connect_timeout);
  std::array<unsigned char, 16> nonce{};
  RAND_bytes(nonce.data(), static_cast<int>(nonce.size()));
  const std::string key = base64(nonce.data(), nonce.size());
  const bool six = base_.host.find(':') != std::string::npos;
  const std::string& host = options_.tls.server_name.empty() ? base_.host : options_.tls.server_name;
  std::string head = fmt::format(
      "GET {}{} HTTP/1.1\r\nHost: {}{}{}:{}\r\nUser-Agent: {}\r\nConnection: Upgrade\r\nUpgrade: "
      "websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {}\r\n",
      base_.prefix, request.path, six ? "[" : "", host, six ? "]" : "", base_.port, options_.user_agent, key);
  for (const auto& [name, value] : options_.headers) head += fmt::format("{}: {}\r\n", name, value);
  for (const auto& [name, value] : request.headers) head += fmt::format("{}: {}\r\n", name, value);
  Socket socket(*handle, options_.subject, options, cancel);
  AERIE_RETURN_IF_ERROR(socket.upgrade(head + "\r\n", key));
  return socket.follow(on_text);
}

}  // namespace aerie::http
