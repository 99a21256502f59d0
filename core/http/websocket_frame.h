// WebSocket's wire format (RFC 6455), the client's side. Pure.
#pragma once

#include <absl/status/statusor.h>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aerie::http {

enum class Opcode : std::uint8_t {
  kContinuation = 0,
  kText = 1,
  kBinary = 2,
  kClose = 8,
  kPing = 9,
  kPong = 10
};

// A whole message (its fragments joined), or a control frame.
struct WebSocketMessage {
  Opcode opcode = Opcode::kText;
  std::string payload;
  bool operator==(const WebSocketMessage&) const = default;
};

// A single frame, masked as a client must.
std::string encodeFrame(Opcode opcode, std::string_view payload, const std::array<std::uint8_t, 4>& mask);

// Close code of a close frame's payload: 1005 when it has none.
int closeCode(std::string_view payload);

// Takes bytes as they come and gives messages. After an error it stays failed.
class FrameReader final {
 public:
  explicit FrameReader(std::size_t max_message) : max_message_(max_message) {}
  void feed(std::string_view bytes) { buffer_.append(bytes); }
  // nullopt: more bytes are needed. InvalidArgument for what the protocol forbids (masked frames, reserved
  // bits or opcodes, long or split control frames, wrong continuations), ResourceExhausted over max_message.
  absl::StatusOr<std::optional<WebSocketMessage>> next();

 private:
  struct Head {
    bool last = false;
    Opcode opcode = Opcode::kText;
    std::uint64_t length = 0;
    std::size_t bytes = 0;
  };
  absl::StatusOr<std::optional<Head>> head() const;

  const std::size_t max_message_;
  std::string buffer_;
  std::size_t at_ = 0;  // what lies before has been taken
  std::optional<WebSocketMessage> partial_;
  absl::Status error_;
};

// The server's answer to an upgrade request; nullopt until its empty line has come. `bytes` is its length.
struct UpgradeAnswer {
  int status = 0;
  std::string accept;  // Sec-WebSocket-Accept
  bool upgrade = false;
  std::size_t bytes = 0;
};
absl::StatusOr<std::optional<UpgradeAnswer>> parseUpgradeAnswer(std::string_view bytes);

}  // namespace aerie::http
