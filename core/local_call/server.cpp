#include "core/local_call/server.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/status.h"

namespace aerie::local_call {
namespace {

constexpr auto kForever = std::chrono::steady_clock::time_point::max();
// A caller that stops reading in the middle of an answer is not waited for longer.
constexpr auto kSendTimeout = std::chrono::seconds(10);

}  // namespace

class Server::Connection final : public ServerCall {
 public:
  Connection(const Handler& handler, Socket socket) : handler_(handler), socket_(std::move(socket)) {
    thread_ = std::thread([this] { run(); });
  }
  ~Connection() override {
    if (thread_.joinable()) thread_.join();
  }
  bool ended() const { return ended_.load(std::memory_order_acquire); }
  // What has been sent to us is still answered, then the thread sees the end.
  void stopReading() { ::shutdown(socket_.fd(), SHUT_RD); }

  std::string_view request() const override { return inbox_.bytes().substr(kHeaderBytes); }
  std::chrono::system_clock::time_point deadline() const override { return deadline_; }
  bool cancelled() const override {
    char byte = 0;
    return ::recv(socket_.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
  }

  void answer(const absl::Status& status, const std::function<void(std::string*)>& append) override {
    frame_.assign(kHeaderBytes, '\0');
    if (status.ok()) append(&frame_);
    sealAnswer(&frame_, status);
    sent_ = sendAll(socket_.fd(), frame_, std::chrono::steady_clock::now() + kSendTimeout);
    const MutexLock lock(mutex_);
    answered_ = true;
    answered_signal_.notify_one();
  }

 private:
  void run() {
    while (receive().ok()) {
      answered_ = false;
      handler_(*this);
      {
        const MutexLock lock(mutex_);
        answered_signal_.wait(mutex_, [this] { return answered_; });
      }
      if (!sent_.ok()) break;
    }
    // The other side sees the end at once; the descriptor goes with this object.
    ::shutdown(socket_.fd(), SHUT_RDWR);
    ended_.store(true, std::memory_order_release);
  }

  absl::Status receive() {
    inbox_.clear();
    AERIE_RETURN_IF_ERROR(receiveUntil(socket_.fd(), kHeaderBytes, kForever, &inbox_));
    AERIE_ASSIGN_OR_RETURN(const RequestHeader header, parseRequestHeader(inbox_.bytes()));
    const std::size_t whole = kHeaderBytes + header.payload_bytes;
    AERIE_RETURN_IF_ERROR(receiveUntil(socket_.fd(), whole, kForever, &inbox_));
    if (inbox_.bytes().size() != whole) return dataLoss("more came than one request");
    deadline_ = header.timeout_us == 0
                    ? std::chrono::system_clock::time_point::max()
                    : std::chrono::system_clock::now() + std::chrono::microseconds(header.timeout_us);
    return absl::OkStatus();
  }

  const Handler& handler_;
  const Socket socket_;
  Inbox inbox_;
  std::string frame_;
  std::chrono::system_clock::time_point deadline_;
  absl::Status sent_;
  Mutex mutex_;
  CondVar answered_signal_;
  bool answered_ = false;
  std::atomic<bool> ended_{false};
  std::thread thread_;
};

Server::Server(std::string path, Handler handler, Options options, Socket listener)
    : path_(std::move(path)),
      handler_(std::move(handler)),
      options_(options),
      listener_(std::move(listener)) {
  thread_ = std::thread([this] { accept(); });
}

absl::StatusOr<std::unique_ptr<Server>> Server::start(const std::string& path, Handler handler,
                                                      Options options) {
  AERIE_ASSIGN_OR_RETURN(Socket listener, listenOn(path));
  return std::unique_ptr<Server>(new Server(path, std::move(handler), options, std::move(listener)));
}

Server::~Server() { shutdown(); }

void Server::accept() {
  while (!stopping_.load()) {
    Socket socket(::accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket) {
      if (stopping_.load() || errno == EINVAL) return;
      // Out of descriptors: those of ended connections come back.
      if (errno != EINTR && errno != ECONNABORTED) std::this_thread::yield();
      reap();
      continue;
    }
    reap();
    const MutexLock lock(mutex_);
    if (stopping_.load()) return;
    if (connections_.size() >= options_.max_connections) {
      std::string frame(kHeaderBytes, '\0');
      sealAnswer(&frame, resourceExhausted("{} connections are open, the limit; send later, or add replicas",
                                           connections_.size()));
      (void)sendAll(socket.fd(), frame, std::chrono::steady_clock::now());
      continue;
    }
    connections_.push_back(std::make_unique<Connection>(handler_, std::move(socket)));
  }
}

void Server::reap() {
  std::list<std::unique_ptr<Connection>> ended;
  const MutexLock lock(mutex_);
  for (auto it = connections_.begin(); it != connections_.end();) {
    const auto current = it++;
    if ((*current)->ended()) ended.splice(ended.end(), connections_, current);
  }
}

void Server::shutdown() {
  if (!stopping_.exchange(true)) {
    ::shutdown(listener_.fd(), SHUT_RDWR);
    ::unlink(path_.c_str());
  }
  if (thread_.joinable()) thread_.join();
  std::list<std::unique_ptr<Connection>> connections;
  {
    const MutexLock lock(mutex_);
    for (const auto& connection : connections_) connection->stopReading();
    connections.swap(connections_);
  }
}

}  // namespace aerie::local_call
