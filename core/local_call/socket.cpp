#include "core/local_call/socket.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

#include "core/base/status.h"

namespace aerie::local_call {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr std::uint32_t kRequestMagic = 0x31514541;  // "AEQ1"
constexpr std::uint32_t kAnswerMagic = 0x31414541;   // "AEA1"
constexpr std::string_view kSuffix = ".local";

std::string errorText(int error) { return std::error_code(error, std::generic_category()).message(); }

absl::StatusOr<sockaddr_un> addressOf(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof(address.sun_path)) {
    return failedPrecondition(
        "{}: a unix socket path may have at most {} characters; use a shorter directory", path,
        sizeof(address.sun_path) - 1);
  }
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

// OK when the descriptor is ready; without a deadline it waits for as long as it takes.
absl::Status waitFor(int fd, short events, Time deadline) {
  pollfd wait{fd, events, 0};
  while (true) {
    int timeout_ms = -1;
    if (deadline != Time::max()) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
      if (left <= 0) return deadlineExceeded("no answer within the deadline");
      timeout_ms = static_cast<int>(std::min<std::int64_t>(left, 1'000'000'000));
    }
    const int ready = ::poll(&wait, 1, timeout_ms);
    if (ready > 0) return absl::OkStatus();
    if (ready < 0 && errno != EINTR) return unavailable("poll: {}", errorText(errno));
  }
}

absl::Status gone(int error) {
  return unavailable("the connection was closed{}{}", error == 0 ? "" : ": ",
                     error == 0 ? "" : errorText(error));
}

}  // namespace

absl::Status sealRequest(std::string* frame, std::int64_t timeout_us) {
  const std::size_t payload = frame->size() - kHeaderBytes;
  if (payload > kMaxPayloadBytes) {
    return resourceExhausted("a message of {} bytes is larger than the limit of {}; send fewer items",
                             payload, kMaxPayloadBytes);
  }
  const RequestHeader header{kRequestMagic, static_cast<std::uint32_t>(payload), timeout_us};
  std::memcpy(frame->data(), &header, kHeaderBytes);
  return absl::OkStatus();
}

void sealAnswer(std::string* frame, const absl::Status& given) {
  absl::Status status = given;
  if (status.ok() && frame->size() - kHeaderBytes > kMaxPayloadBytes) {
    status = resourceExhausted("an answer of {} bytes is larger than the limit of {}; send fewer items",
                               frame->size() - kHeaderBytes, kMaxPayloadBytes);
  }
  AnswerHeader header{kAnswerMagic, 0, static_cast<std::uint32_t>(status.code()), 0};
  if (status.ok()) {
    header.payload_bytes = static_cast<std::uint32_t>(frame->size() - kHeaderBytes);
  } else {
    const std::string_view message(status.message().data(),
                                   std::min<std::size_t>(status.message().size(), kMaxMessageBytes));
    frame->resize(kHeaderBytes);
    frame->append(message);
    header.message_bytes = static_cast<std::uint32_t>(message.size());
  }
  std::memcpy(frame->data(), &header, kHeaderBytes);
}

absl::StatusOr<RequestHeader> parseRequestHeader(std::string_view bytes) {
  RequestHeader header;
  if (bytes.size() < kHeaderBytes) return dataLoss("a request header of {} bytes", bytes.size());
  std::memcpy(&header, bytes.data(), kHeaderBytes);
  if (header.magic != kRequestMagic || header.payload_bytes > kMaxPayloadBytes || header.timeout_us < 0) {
    return dataLoss("what came over the local socket is not a request of Aerie's");
  }
  return header;
}

absl::StatusOr<AnswerHeader> parseAnswerHeader(std::string_view bytes) {
  AnswerHeader header;
  if (bytes.size() < kHeaderBytes) return dataLoss("an answer header of {} bytes", bytes.size());
  std::memcpy(&header, bytes.data(), kHeaderBytes);
  constexpr auto kLastCode = static_cast<std::uint32_t>(absl::StatusCode::kUnauthenticated);
  if (header.magic != kAnswerMagic || header.payload_bytes > kMaxPayloadBytes ||
      header.message_bytes > kMaxMessageBytes || header.code > kLastCode) {
    return dataLoss("what came over the local socket is not an answer of Aerie's");
  }
  return header;
}

absl::Status statusOf(const AnswerHeader& header, std::string_view message) {
  return {static_cast<absl::StatusCode>(header.code), {message.data(), message.size()}};
}

Socket& Socket::operator=(Socket&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = other.release();
  }
  return *this;
}

int Socket::release() { return std::exchange(fd_, -1); }

void Socket::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

std::string localSocketPath(std::string_view address) {
  if (address.substr(0, 5) == "unix:") address.remove_prefix(5);
  if (address.substr(0, 2) == "//") address.remove_prefix(2);
  if (address.empty() || (address.front() != '/' && address.find(':') != std::string_view::npos)) return "";
  return std::string(address) + std::string(kSuffix);
}

absl::StatusOr<Socket> connectTo(const std::string& path, bool nonblocking) {
  AERIE_ASSIGN_OR_RETURN(const sockaddr_un address, addressOf(path));
  Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | (nonblocking ? SOCK_NONBLOCK : 0), 0));
  if (!socket) return resourceExhausted("a socket: {}", errorText(errno));
  if (::connect(socket.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
    return socket;
  if (errno == ENOENT || errno == ECONNREFUSED) return notFound("{}: nobody listens", path);
  return unavailable("{}: {}", path, errorText(errno));
}

absl::StatusOr<Socket> listenOn(const std::string& path) {
  AERIE_ASSIGN_OR_RETURN(const sockaddr_un address, addressOf(path));
  Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) return resourceExhausted("a socket: {}", errorText(errno));
  ::unlink(path.c_str());
  // The mode is that of the socket before it listens: nobody else ever gets in.
  if (::bind(socket.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 ||
      ::chmod(path.c_str(), 0600) != 0 || ::listen(socket.fd(), 128) != 0) {
    return failedPrecondition("{}: {}; choose another directory", path, errorText(errno));
  }
  return socket;
}

absl::Status sendAll(int fd, std::string_view bytes, Time deadline) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      AERIE_RETURN_IF_ERROR(waitFor(fd, POLLOUT, deadline));
    } else if (errno != EINTR) {
      return gone(errno);
    }
  }
  return absl::OkStatus();
}

void Inbox::reserve(std::size_t bytes) {
  if (bytes <= capacity_) return;
  const std::size_t capacity = std::max<std::size_t>(bytes, 16U << 10);
  std::unique_ptr<char[]> larger(new char[capacity]);
  if (filled_ > 0) std::memcpy(larger.get(), data_.get(), filled_);
  data_ = std::move(larger);
  capacity_ = capacity;
}

void Inbox::clear() {
  filled_ = 0;
  if (capacity_ <= kKeptBytes) return;
  data_.reset();
  capacity_ = 0;
}

absl::StatusOr<bool> Inbox::receive(int fd, int flags) {
  reserve(filled_ + 1);
  while (true) {
    const ssize_t got = ::recv(fd, data_.get() + filled_, capacity_ - filled_, flags);
    if (got > 0) {
      filled_ += static_cast<std::size_t>(got);
      return true;
    }
    if (got == 0) return gone(0);
    if (errno == EAGAIN) return false;
    if (errno != EINTR) return gone(errno);
  }
}

absl::Status receiveUntil(int fd, std::size_t size, Time deadline, Inbox* inbox) {
  inbox->reserve(size);
  // A deadline needs poll; without one the receive itself may wait.
  const int flags = deadline == Time::max() ? 0 : MSG_DONTWAIT;
  while (inbox->bytes().size() < size) {
    AERIE_ASSIGN_OR_RETURN(const bool some, inbox->receive(fd, flags));
    if (!some) AERIE_RETURN_IF_ERROR(waitFor(fd, POLLIN, deadline));
  }
  return absl::OkStatus();
}

}  // namespace aerie::local_call
