#include "core/local_call/async_client.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <set>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>
#include <vector>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/local_call/client.h"
#include "core/local_call/socket.h"

namespace aerie::local_call {
namespace {

using Time = std::chrono::steady_clock::time_point;

constexpr std::uint64_t kWakeId = 0;
constexpr std::uint64_t kTimerId = 1;

std::string errorText(int error) { return std::error_code(error, std::generic_category()).message(); }

class Connection;

}  // namespace

// Shared by the loop, its connections and the calls on them, so that each may go first.
struct AsyncLoop::State {
  Socket epoll;
  Socket wake;
  Socket timer;
  std::thread thread;

  Mutex mutex;
  bool stopping AERIE_GUARDED_BY(mutex) = false;
  std::uint64_t next_id AERIE_GUARDED_BY(mutex) = kTimerId + 1;
  std::unordered_map<std::uint64_t, std::weak_ptr<Connection>> connections AERIE_GUARDED_BY(mutex);
  std::set<std::pair<Time, std::uint64_t>> deadlines AERIE_GUARDED_BY(mutex);  // of calls under way
  Time armed AERIE_GUARDED_BY(mutex) = Time::max();
  // Connection and turn of calls that somebody gave up.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> cancelled AERIE_GUARDED_BY(mutex);

  absl::Status open();
  absl::Status watch(const Socket& socket, std::uint64_t id, int operation, std::uint32_t events);
  void run();
  void expect(Time deadline, std::uint64_t id);
  void arm() AERIE_TSA(requires_capability(mutex));
  void forget(Time deadline, std::uint64_t id);
  void cancel(std::uint64_t id, std::uint64_t turn);
  void endLate();
  bool endCancelled();  // false when stopping
  std::shared_ptr<Connection> find(std::uint64_t id);
};

// Idle connections of one server. The one used last is taken first: its memory is warm.
struct AsyncClient::Pool {
  Pool(std::string at, std::shared_ptr<AsyncLoop::State> state)
      : path(std::move(at)), loop(std::move(state)) {}
  const std::string path;
  const std::shared_ptr<AsyncLoop::State> loop;
  Mutex mutex;
  std::vector<std::shared_ptr<Connection>> idle AERIE_GUARDED_BY(mutex);
};

namespace {

using Idle = std::vector<std::shared_ptr<Connection>>;

// A connection and the call on it. An idle one belongs to its pool, a busy one to itself.
class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  using GiveBack = std::function<void(std::shared_ptr<Connection>)>;
  Connection(std::shared_ptr<AsyncLoop::State> loop, std::uint64_t id, Socket socket, GiveBack give_back);
  ~Connection();

  std::uint64_t id() const { return id_; }
  // The other side was seen to go while no call was under way.
  bool dead() const { return dead_.load(std::memory_order_relaxed); }
  // Answers the turn that names this call. When the status is an error nothing was started.
  absl::StatusOr<std::uint64_t> start(AsyncRequest request);
  void onEvent(std::uint32_t events);
  // Ends the call of `turn` (0 = whatever is under way) without its answer, and the connection with it.
  void abandon(std::uint64_t turn, absl::Status why);

 private:
  absl::Status send() AERIE_TSA(requires_capability(mutex_));
  absl::Status watchWritable(bool writable) AERIE_TSA(requires_capability(mutex_));
  absl::StatusOr<bool> receive(absl::Status* result) AERIE_TSA(requires_capability(mutex_));
  void finish(absl::Status status, bool usable);

  const std::shared_ptr<AsyncLoop::State> loop_;
  const std::uint64_t id_;
  const Socket socket_;
  const GiveBack give_back_;
  std::atomic<bool> dead_{false};
  Mutex mutex_;
  std::shared_ptr<Connection> self_ AERIE_GUARDED_BY(mutex_);  // while busy
  std::uint64_t turn_ AERIE_GUARDED_BY(mutex_) = 0;  // counts calls: a late cancel must not hit the next one
  AsyncRequest request_ AERIE_GUARDED_BY(mutex_);
  std::string frame_ AERIE_GUARDED_BY(mutex_);
  std::size_t sent_ AERIE_GUARDED_BY(mutex_) = 0;
  bool wants_write_ AERIE_GUARDED_BY(mutex_) = false;
  Inbox inbox_ AERIE_GUARDED_BY(mutex_);
};

Connection::Connection(std::shared_ptr<AsyncLoop::State> loop, std::uint64_t id, Socket socket,
                       GiveBack give_back)
    : loop_(std::move(loop)), id_(id), socket_(std::move(socket)), give_back_(std::move(give_back)) {}

Connection::~Connection() {
  const MutexLock lock(loop_->mutex);
  loop_->connections.erase(id_);
}

absl::StatusOr<std::uint64_t> Connection::start(AsyncRequest request) {
  std::uint64_t turn = 0;
  absl::Status sent;
  {
    const MutexLock lock(mutex_);
    frame_.assign(kHeaderBytes, '\0');
    request.append(&frame_);
    AERIE_RETURN_IF_ERROR(sealRequest(&frame_, timeoutUntil(request.deadline)));
    request_ = std::move(request);
    sent_ = 0;
    self_ = shared_from_this();
    turn = ++turn_;
    loop_->expect(request_.deadline, id_);
    sent = send();
  }
  // `done` is promised for the loop's thread.
  if (!sent.ok()) loop_->cancel(id_, turn);
  return turn;
}

absl::Status Connection::send() {
  while (sent_ < frame_.size()) {
    const ssize_t n = ::send(socket_.fd(), frame_.data() + sent_, frame_.size() - sent_, MSG_NOSIGNAL);
    if (n >= 0) {
      sent_ += static_cast<std::size_t>(n);
    } else if (errno == EAGAIN) {
      return watchWritable(true);
    } else if (errno != EINTR) {
      return unavailable("the connection was closed while the request was sent");
    }
  }
  return watchWritable(false);
}

absl::Status Connection::watchWritable(bool writable) {
  if (wants_write_ == writable) return absl::OkStatus();
  wants_write_ = writable;
  return loop_->watch(socket_, id_, EPOLL_CTL_MOD, EPOLLIN | (writable ? EPOLLOUT : 0U));
}

// True when the whole answer has come; `result` is then the call's.
absl::StatusOr<bool> Connection::receive(absl::Status* result) {
  while (true) {
    AERIE_ASSIGN_OR_RETURN(const bool some, inbox_.receive(socket_.fd(), MSG_DONTWAIT));
    const std::string_view bytes = inbox_.bytes();
    if (bytes.size() >= kHeaderBytes) {
      AERIE_ASSIGN_OR_RETURN(const AnswerHeader header, parseAnswerHeader(bytes));
      const std::size_t whole = kHeaderBytes + header.message_bytes + header.payload_bytes;
      if (bytes.size() > whole) return dataLoss("more came than one answer");
      if (bytes.size() == whole) {
        *result = statusOf(header, bytes.substr(kHeaderBytes, header.message_bytes));
        if (result->ok()) *result = request_.read(bytes.substr(kHeaderBytes + header.message_bytes));
        return true;
      }
      inbox_.reserve(whole);
    }
    if (!some) return false;
  }
}

void Connection::onEvent(std::uint32_t events) {
  absl::Status result;
  bool usable = false;
  {
    const MutexLock lock(mutex_);
    if (self_ == nullptr) {
      // Idle: only the other side's farewell can come, and once is enough.
      dead_.store(true, std::memory_order_relaxed);
      (void)loop_->watch(socket_, id_, EPOLL_CTL_DEL, 0);
      return;
    }
    if ((events & EPOLLOUT) != 0) result = send();
    if (result.ok()) {
      const absl::StatusOr<bool> whole = receive(&result);
      if (!whole.ok()) {
        result = whole.status();
      } else if (!*whole) {
        return;
      } else {
        usable = sent_ == frame_.size();
      }
    }
  }
  finish(std::move(result), usable);
}

void Connection::abandon(std::uint64_t turn, absl::Status why) {
  {
    const MutexLock lock(mutex_);
    if (self_ == nullptr || (turn != 0 && turn != turn_)) return;
    if (sent_ < frame_.size() && absl::IsCancelled(why) && !wants_write_)
      why = unavailable("the connection was closed while the request was sent");
  }
  ::shutdown(socket_.fd(), SHUT_RDWR);
  finish(std::move(why), /*usable=*/false);
}

// On the loop's thread only.
void Connection::finish(absl::Status status, bool usable) {
  std::function<void(absl::Status)> done;
  std::shared_ptr<Connection> keep;
  {
    const MutexLock lock(mutex_);
    keep = std::move(self_);
    self_ = nullptr;
    loop_->forget(request_.deadline, id_);
    done = std::move(request_.done);
    request_ = AsyncRequest();
    inbox_.clear();
  }
  if (usable) give_back_(keep);
  done(std::move(status));
}

class StartedCall final : public AsyncCall {
 public:
  StartedCall(std::shared_ptr<AsyncLoop::State> loop, std::uint64_t id, std::uint64_t turn)
      : loop_(std::move(loop)), id_(id), turn_(turn) {}
  void cancel() override { loop_->cancel(id_, turn_); }

 private:
  const std::shared_ptr<AsyncLoop::State> loop_;
  const std::uint64_t id_;
  const std::uint64_t turn_;
};

}  // namespace

absl::Status AsyncLoop::State::open() {
  epoll = Socket(::epoll_create1(EPOLL_CLOEXEC));
  wake = Socket(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  timer = Socket(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
  if (!epoll || !wake || !timer)
    return resourceExhausted("descriptors for local calls: {}", errorText(errno));
  AERIE_RETURN_IF_ERROR(watch(wake, kWakeId, EPOLL_CTL_ADD, EPOLLIN));
  return watch(timer, kTimerId, EPOLL_CTL_ADD, EPOLLIN);
}

absl::Status AsyncLoop::State::watch(const Socket& socket, std::uint64_t id, int operation,
                                     std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  if (::epoll_ctl(epoll.fd(), operation, socket.fd(), &event) == 0) return absl::OkStatus();
  return internalError("epoll_ctl: {}", errorText(errno));
}

void AsyncLoop::State::expect(Time deadline, std::uint64_t id) {
  if (deadline == Time::max()) return;
  const MutexLock lock(mutex);
  deadlines.emplace(deadline, id);
  // Later deadlines wait until the timer fires anyway: no system call for most requests.
  if (deadline < armed) arm();
}

void AsyncLoop::State::arm() {
  armed = deadlines.empty() ? Time::max() : deadlines.begin()->first;
  if (armed == Time::max()) return;
  const auto since = std::chrono::duration_cast<std::chrono::nanoseconds>(armed.time_since_epoch()).count();
  itimerspec at{};
  at.it_value.tv_sec = since / 1'000'000'000;
  at.it_value.tv_nsec = since % 1'000'000'000;
  ::timerfd_settime(timer.fd(), TFD_TIMER_ABSTIME, &at, nullptr);
}

void AsyncLoop::State::forget(Time deadline, std::uint64_t id) {
  const MutexLock lock(mutex);
  deadlines.erase({deadline, id});
}

void AsyncLoop::State::cancel(std::uint64_t id, std::uint64_t turn) {
  {
    const MutexLock lock(mutex);
    cancelled.emplace_back(id, turn);
  }
  (void)::eventfd_write(wake.fd(), 1);
}

std::shared_ptr<Connection> AsyncLoop::State::find(std::uint64_t id) {
  const MutexLock lock(mutex);
  const auto found = connections.find(id);
  return found == connections.end() ? nullptr : found->second.lock();
}

void AsyncLoop::State::endLate() {
  std::uint64_t expirations = 0;
  (void)::read(timer.fd(), &expirations, sizeof(expirations));
  std::vector<std::uint64_t> late;
  {
    const MutexLock lock(mutex);
    const Time now = std::chrono::steady_clock::now();
    for (auto it = deadlines.begin(); it != deadlines.end() && it->first <= now; it = deadlines.erase(it))
      late.push_back(it->second);
    arm();
  }
  for (const std::uint64_t id : late) {
    if (const auto connection = find(id); connection != nullptr)
      connection->abandon(0, deadlineExceeded("no answer within the deadline"));
  }
}

bool AsyncLoop::State::endCancelled() {
  eventfd_t ignored = 0;
  (void)::eventfd_read(wake.fd(), &ignored);
  std::vector<std::pair<std::uint64_t, std::uint64_t>> given_up;
  bool stop = false;
  {
    const MutexLock lock(mutex);
    given_up.swap(cancelled);
    stop = stopping;
    if (stop) {
      for (const auto& [id, connection] : connections) given_up.emplace_back(id, 0);
    }
  }
  for (const auto& [id, turn] : given_up) {
    if (const auto connection = find(id); connection != nullptr)
      connection->abandon(turn, absl::CancelledError("the call was cancelled"));
  }
  return !stop;
}

void AsyncLoop::State::run() {
  std::array<epoll_event, 64> events;
  while (true) {
    const int n = ::epoll_wait(epoll.fd(), events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < n; ++i) {
      const epoll_event& event = events[static_cast<std::size_t>(i)];
      if (event.data.u64 == kWakeId) {
        if (!endCancelled()) return;
      } else if (event.data.u64 == kTimerId) {
        endLate();
      } else if (const auto connection = find(event.data.u64); connection != nullptr) {
        connection->onEvent(event.events);
      }
    }
  }
}

AsyncLoop::AsyncLoop(std::shared_ptr<State> state) : state_(std::move(state)) {
  // The thread holds what it uses: it may be the last to let a connection go.
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

absl::StatusOr<std::shared_ptr<AsyncLoop>> AsyncLoop::start() {
  auto state = std::make_shared<State>();
  AERIE_RETURN_IF_ERROR(state->open());
  return std::shared_ptr<AsyncLoop>(new AsyncLoop(std::move(state)));
}

AsyncLoop::~AsyncLoop() { shutdown(); }

void AsyncLoop::shutdown() {
  {
    const MutexLock lock(state_->mutex);
    state_->stopping = true;
  }
  (void)::eventfd_write(state_->wake.fd(), 1);
  if (state_->thread.joinable()) state_->thread.join();
}

AsyncClient::AsyncClient(std::string path, const AsyncLoop& loop)
    : pool_(std::make_shared<Pool>(std::move(path), loop.state_)) {}

AsyncClient::~AsyncClient() {
  Idle idle;
  const MutexLock lock(pool_->mutex);
  idle.swap(pool_->idle);
}

absl::StatusOr<std::shared_ptr<AsyncCall>> AsyncClient::call(AsyncRequest request) {
  std::shared_ptr<Connection> connection;
  Idle ended;  // destroyed without the lock
  {
    const MutexLock lock(pool_->mutex);
    while (!pool_->idle.empty() && (connection == nullptr || connection->dead())) {
      ended.push_back(std::move(connection));
      connection = std::move(pool_->idle.back());
      pool_->idle.pop_back();
    }
  }
  if (connection == nullptr || connection->dead()) {
    AERIE_ASSIGN_OR_RETURN(Socket socket, connectTo(pool_->path, /*nonblocking=*/true));
    const std::shared_ptr<AsyncLoop::State>& loop = pool_->loop;
    const int fd = socket.fd();
    std::uint64_t id = 0;
    {
      const MutexLock lock(loop->mutex);
      if (loop->stopping) return absl::CancelledError("stopping");
      id = loop->next_id++;
      connection = std::make_shared<Connection>(
          loop, id, std::move(socket), [pool = std::weak_ptr<Pool>(pool_)](std::shared_ptr<Connection> back) {
            const std::shared_ptr<Pool> owner = pool.lock();
            if (owner == nullptr) return;
            const MutexLock pool_lock(owner->mutex);
            owner->idle.push_back(std::move(back));
          });
      loop->connections[id] = connection;
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = id;
    if (::epoll_ctl(loop->epoll.fd(), EPOLL_CTL_ADD, fd, &event) != 0)
      return internalError("epoll_ctl: {}", errorText(errno));
  }
  const std::uint64_t id = connection->id();
  AERIE_ASSIGN_OR_RETURN(const std::uint64_t turn, connection->start(std::move(request)));
  return std::make_shared<StartedCall>(pool_->loop, id, turn);
}

}  // namespace aerie::local_call
