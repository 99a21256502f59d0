// Frames of local calls, and the unix sockets that carry them.
//
// A request is a 16-byte header (magic, payload bytes, microseconds left until the deadline; 0 = none) and
// the payload; an answer is a 16-byte header (magic, payload bytes, status code, message bytes), the status
// message and the payload. Integers in the machine's own order: both ends are on one machine. One call at a
// time on a connection; a caller that gives up closes it.
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace aerie::local_call {

inline constexpr std::uint32_t kMaxPayloadBytes = 64U << 20;
inline constexpr std::uint32_t kMaxMessageBytes = 64U << 10;

struct RequestHeader {
  std::uint32_t magic = 0;
  std::uint32_t payload_bytes = 0;
  std::int64_t timeout_us = 0;
};
struct AnswerHeader {
  std::uint32_t magic = 0;
  std::uint32_t payload_bytes = 0;
  std::uint32_t code = 0;  // absl::StatusCode
  std::uint32_t message_bytes = 0;
};
inline constexpr std::size_t kHeaderBytes = 16;
static_assert(sizeof(RequestHeader) == kHeaderBytes && sizeof(AnswerHeader) == kHeaderBytes);

// A frame under construction: room for the header, then the payload. Kept by its user, so that a connection
// allocates only until its largest message has passed.
// Writes the header of a request over the first bytes of `frame`. ResourceExhausted when the payload is too
// large.
absl::Status sealRequest(std::string* frame, std::int64_t timeout_us);
// A whole answer: the header goes over the first bytes of `frame`, the message of a failure behind it.
void sealAnswer(std::string* frame, const absl::Status& status);

// DataLoss for bytes that are not a frame of ours.
absl::StatusOr<RequestHeader> parseRequestHeader(std::string_view bytes);
absl::StatusOr<AnswerHeader> parseAnswerHeader(std::string_view bytes);
// The status that an answer tells; `message` are the message_bytes behind the header.
absl::Status statusOf(const AnswerHeader& header, std::string_view message);

// A descriptor that is closed with its owner.
class Socket final {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  Socket(Socket&& other) noexcept : fd_(other.release()) {}
  Socket& operator=(Socket&& other) noexcept;
  ~Socket() { close(); }
  int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int release();
  void close();

 private:
  int fd_ = -1;
};

// "unix:/path" or "/path" -> "/path.local", the socket beside a gRPC server's own; "" for other addresses.
std::string localSocketPath(std::string_view address);

// NotFound: nobody offers local calls there (no such socket, or no listener). `nonblocking` makes sends and
// receives return instead of wait.
absl::StatusOr<Socket> connectTo(const std::string& path, bool nonblocking);
// Replaces a stale socket file; mode 0600. FailedPrecondition when the path is too long or can't be made.
absl::StatusOr<Socket> listenOn(const std::string& path);

// What has come of a frame. Keeps its memory from frame to frame, up to kKeptBytes.
class Inbox final {
 public:
  // One receive of what is there. False when it would block (sockets that don't wait, or `flags` with
  // MSG_DONTWAIT). Unavailable when the other side has gone.
  absl::StatusOr<bool> receive(int fd, int flags);
  // At least `bytes` in all have room.
  void reserve(std::size_t bytes);
  std::string_view bytes() const { return {data_.get(), filled_}; }
  void clear();

 private:
  static constexpr std::size_t kKeptBytes = 1U << 20;
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t filled_ = 0;
};

// Blocking helpers. Unavailable when the other side has gone; DeadlineExceeded at `deadline`.
absl::Status sendAll(int fd, std::string_view bytes, std::chrono::steady_clock::time_point deadline);
// Until `inbox` has `size` bytes.
absl::Status receiveUntil(int fd, std::size_t size, std::chrono::steady_clock::time_point deadline,
                          Inbox* inbox);

}  // namespace aerie::local_call
