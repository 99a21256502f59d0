#include "core/http/websocket_frame.h"

#include <algorithm>
#include <cctype>

#include "core/base/status.h"

namespace aerie::http {
namespace {

constexpr std::size_t kMaxHead = 16 << 10;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool isControl(Opcode opcode) { return static_cast<int>(opcode) >= 8; }

}  // namespace

std::string encodeFrame(Opcode opcode, std::string_view payload, const std::array<std::uint8_t, 4>& mask) {
  std::string out;
  out += static_cast<char>(0x80 | static_cast<int>(opcode));
  const std::uint64_t length = payload.size();
  if (length < 126) {
    out += static_cast<char>(0x80 | length);
  } else {
    const int bytes = length <= 0xffff ? 2 : 8;
    out += static_cast<char>(0x80 | (bytes == 2 ? 126 : 127));
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((length >> (8 * i)) & 0xff);
  }
  for (const std::uint8_t byte : mask) out += static_cast<char>(byte);
  for (std::size_t i = 0; i < payload.size(); ++i)
    out += static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ mask[i % 4]);
  return out;
}

int closeCode(std::string_view payload) {
  if (payload.size() < 2) return 1005;
  return (static_cast<unsigned char>(payload[0]) << 8) | static_cast<unsigned char>(payload[1]);
}

absl::StatusOr<std::optional<FrameReader::Head>> FrameReader::head() const {
  const std::string_view left = std::string_view(buffer_).substr(at_);
  if (left.size() < 2) return std::optional<Head>();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(left[i]); };
  if ((byte(0) & 0x70) != 0) return invalidArgument("a WebSocket frame uses reserved bits");
  if ((byte(1) & 0x80) != 0) return invalidArgument("a WebSocket frame of the server is masked");
  const int code = byte(0) & 0x0f;
  if ((code > 2 && code < 8) || code > 10) return invalidArgument("unknown WebSocket frame type {}", code);
  Head head;
  head.last = (byte(0) & 0x80) != 0;
  head.opcode = static_cast<Opcode>(code);
  head.length = byte(1) & 0x7f;
  head.bytes = 2;
  if (head.length >= 126) {
    const std::size_t wide = head.length == 126 ? 2 : 8;
    if (isControl(head.opcode)) return invalidArgument("a WebSocket control frame is too long");
    if (left.size() < 2 + wide) return std::optional<Head>();
    head.length = 0;
    for (std::size_t i = 0; i < wide; ++i) head.length = (head.length << 8) | byte(2 + i);
    head.bytes += wide;
  }
  if (isControl(head.opcode) && !head.last) return invalidArgument("a WebSocket control frame is split");
  return std::optional<Head>(head);
}

absl::StatusOr<std::optional<WebSocketMessage>> FrameReader::next() {
  const auto fail = [this](absl::Status status) {
    error_ = std::move(status);
    return error_;
  };
  for (;;) {
    if (!error_.ok()) return error_;
    const auto parsed = head();
    if (!parsed.ok()) return fail(parsed.status());
    if (!*parsed) return std::optional<WebSocketMessage>();
    const Head& frame = **parsed;
    const std::size_t held = partial_ && !isControl(frame.opcode) ? partial_->payload.size() : 0;
    if (frame.length > max_message_ || held + frame.length > max_message_)
      return fail(resourceExhausted("a WebSocket message is larger than {} bytes", max_message_));
    if (buffer_.size() - at_ < frame.bytes + frame.length) return std::optional<WebSocketMessage>();
    std::string payload = buffer_.substr(at_ + frame.bytes, frame.length);
    at_ += frame.bytes + frame.length;
    if (at_ == buffer_.size() || at_ > (64 << 10)) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    if (isControl(frame.opcode)) return std::optional(WebSocketMessage{frame.opcode, std::move(payload)});
    if ((frame.opcode == Opcode::kContinuation) != partial_.has_value())
      return fail(invalidArgument("a WebSocket message is split wrongly"));
    if (!partial_) partial_ = WebSocketMessage{frame.opcode, {}};
    partial_->payload += payload;
    if (!frame.last) continue;
    std::optional<WebSocketMessage> whole = std::move(partial_);
    partial_.reset();
    return whole;
  }
}

absl::StatusOr<std::optional<UpgradeAnswer>> parseUpgradeAnswer(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) {
    if (bytes.size() > kMaxHead) return resourceExhausted("the headers are larger than {} bytes", kMaxHead);
    if (!std::string_view("HTTP/1.1 ").starts_with(bytes.substr(0, 9)) &&
        !std::string_view("HTTP/1.0 ").starts_with(bytes.substr(0, 9)))
      return invalidArgument("this is not HTTP");
    return std::optional<UpgradeAnswer>();
  }
  if (end > kMaxHead) return resourceExhausted("the headers are larger than {} bytes", kMaxHead);
  UpgradeAnswer out;
  out.bytes = end + 4;
  std::string_view head = bytes.substr(0, end);
  std::size_t eol = std::min(head.find("\r\n"), head.size());
  const std::string_view first = head.substr(0, eol);
  const auto digit = [&](std::size_t i) {
    return first[i] >= '0' && first[i] <= '9' ? first[i] - '0' : -1000;
  };
  if (first.size() < 12 || !first.starts_with("HTTP/1.")) return invalidArgument("this is not HTTP");
  out.status = digit(9) * 100 + digit(10) * 10 + digit(11);
  if (out.status < 100) return invalidArgument("this is not HTTP");
  head.remove_prefix(std::min(eol + 2, head.size()));
  while (!head.empty()) {
    eol = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, eol);
    head.remove_prefix(std::min(eol + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return invalidArgument("a header has no ':'");
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "sec-websocket-accept") out.accept = std::string(value);
    if (name == "upgrade") out.upgrade = lower(value) == "websocket";
  }
  return std::optional<UpgradeAnswer>(std::move(out));
}

}  // namespace aerie::http
