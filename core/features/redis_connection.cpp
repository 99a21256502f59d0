#include "core/features/redis_connection.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>

#include "core/base/status.h"

namespace aerie::features {
namespace {

timeval toTimeval(std::chrono::milliseconds time) {
  timeval result{};
  result.tv_sec = static_cast<time_t>(time.count() / 1'000);
  result.tv_usec = static_cast<suseconds_t>(time.count() % 1'000 * 1'000);
  return result;
}

absl::Status toStatus(const redisReply& reply) {
  const std::string_view text(reply.str, reply.len);
  if (text.starts_with("LOADING") || text.starts_with("BUSY") || text.starts_with("MASTERDOWN")) {
    return unavailable("Redis: {}", text);
  }
  if (text.starts_with("NOAUTH") || text.starts_with("WRONGPASS") || text.starts_with("NOPERM")) {
    return permissionDenied("Redis: {}; check the password in the environment", text);
  }
  return internalError("Redis: {}", text);
}

}  // namespace

std::string addressOf(const RedisOptions& options) {
  return options.unix_path.empty() ? fmt::format("{}:{}", options.host, options.port)
                                   : "unix:" + options.unix_path;
}

absl::StatusOr<std::unique_ptr<RedisConnection>> RedisConnection::connect(const RedisOptions& options) {
  const timeval timeout = toTimeval(options.connect_timeout);
  redisContext* raw = options.unix_path.empty()
                          ? redisConnectWithTimeout(options.host.c_str(), options.port, timeout)
                          : redisConnectUnixWithTimeout(options.unix_path.c_str(), timeout);
  if (raw == nullptr)
    return resourceExhausted("no memory for a connection to Redis at {}", addressOf(options));
  std::unique_ptr<RedisConnection> connection(new RedisConnection(raw));
  if (connection->broken()) {
    return unavailable("can't connect to Redis at {}: {}", addressOf(options),
                       static_cast<const char*>(raw->errstr));
  }
  redisSetTimeout(raw, toTimeval(options.command_timeout));
  const char* password =
      options.password_environment.empty() ? nullptr : std::getenv(options.password_environment.c_str());
  if (password != nullptr && *password != '\0') {
    const std::string_view auth[] = {"AUTH", password};
    const auto reply = connection->command(auth);
    if (!reply.ok()) return reply.status();
  }
  if (options.database != 0) {
    const std::string database = std::to_string(options.database);
    const std::string_view select[] = {"SELECT", database};
    const auto reply = connection->command(select);
    if (!reply.ok()) return reply.status();
  }
  return connection;
}

absl::Status RedisConnection::lost() const {
  const char* reason =
      write_error_ != 0 ? std::strerror(write_error_) : static_cast<const char*>(context_->errstr);
  return unavailable("the connection to Redis failed: {}", reason);
}

// A receive timeout is an I/O error with EAGAIN's text, or a code of its own, by version of hiredis.
bool RedisConnection::timedOut() const {
  if (write_error_ != 0) return write_error_ == EAGAIN || write_error_ == EWOULDBLOCK;
  const std::string_view text(static_cast<const char*>(context_->errstr));
  return context_->err != 0 && (text.find("temporarily unavailable") != std::string_view::npos ||
                                text.find("imed out") != std::string_view::npos);
}

void RedisConnection::send(std::span<const std::string_view> arguments) {
  fmt::format_to(std::back_inserter(out_), "*{}\r\n", arguments.size());
  for (const std::string_view argument : arguments) {
    fmt::format_to(std::back_inserter(out_), "${}\r\n", argument.size());
    out_ += argument;
    out_ += "\r\n";
  }
}

bool RedisConnection::flush() {
  std::string_view rest(out_);
  while (!rest.empty() && write_error_ == 0) {
    const ssize_t written = ::send(context_->fd, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      write_error_ = errno;
    }
  }
  out_.clear();
  return write_error_ == 0;
}

absl::StatusOr<RedisReply> RedisConnection::receive() {
  if (!out_.empty() && !flush()) return lost();
  void* raw = nullptr;
  if (redisGetReply(context_.get(), &raw) != REDIS_OK || raw == nullptr) return lost();
  RedisReply reply(static_cast<redisReply*>(raw));
  if (reply->type == REDIS_REPLY_ERROR) return toStatus(*reply);
  return reply;
}

absl::StatusOr<RedisReply> RedisConnection::command(std::span<const std::string_view> arguments) {
  send(arguments);
  return receive();
}

void RedisPool::openCircuit(const absl::Status& status) {
  back_off_ =
      back_off_.count() > 0 ? std::min(back_off_ * 2, options_.retry_after_max) : options_.retry_after;
  failing_ = true;
  retry_at_ = clock_.monoNow() + back_off_;
  failure_ = messageOf(status);
}

absl::StatusOr<RedisPool::Lease> RedisPool::take() {
  bool probe = false;
  {
    MutexLock lock(mutex_);
    if (failing_) {
      if (probing_ || clock_.monoNow() < retry_at_) {
        return unavailable("Redis at {} is held to be down: {}", addressOf(options_), failure_);
      }
      probing_ = probe = true;
    } else {
      const bool free = freed_.wait_for(mutex_, options_.command_timeout, [this] {
        return !idle_.empty() || open_ < options_.max_connections;
      });
      if (!free) {
        return unavailable("all {} connections to Redis at {} are in use", options_.max_connections,
                           addressOf(options_));
      }
      if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return Lease(*this, std::move(connection), false);
      }
    }
    ++open_;
  }
  auto connection = RedisConnection::connect(options_);
  MutexLock lock(mutex_);
  if (probe) probing_ = false;
  if (!connection.ok()) {
    --open_;
    // Several callers may fail at once: only the first, and the one that probes, lengthen the back-off.
    if (!failing_ || probe) openCircuit(connection.status());
    freed_.notify_one();
    return connection.status();
  }
  if (probe) failing_ = false;
  return Lease(*this, std::move(*connection), true);
}

void RedisPool::noteFailure(const absl::Status& status) {
  MutexLock lock(mutex_);
  if (!failing_) openCircuit(status);
}

void RedisPool::dropIdle() {
  std::vector<std::unique_ptr<RedisConnection>> closing;  // closed without the lock
  MutexLock lock(mutex_);
  closing.swap(idle_);
  open_ -= static_cast<int>(closing.size());
  freed_.notify_all();
}

void RedisPool::giveBack(std::unique_ptr<RedisConnection> connection) {
  MutexLock lock(mutex_);
  if (connection->broken()) {
    --open_;
  } else {
    idle_.push_back(std::move(connection));
    back_off_ = std::chrono::milliseconds(
        0);  // it answered; a server that only accepts connections does not get here
  }
  freed_.notify_one();
}

}  // namespace aerie::features
