#include <deque>

#include "app/rpc/convert.h"
#include "app/rpc/grpc_services.h"
#include "app/rpc/world_reader.h"

namespace aerie::rpc {
namespace {

constexpr std::size_t kMaxWaitingLines = 10'000;

// The watch stream. Updates that the GUI thread has not taken yet are merged. Shared by the reactor and the
// posted events.
struct WatchInbox {
  std::mutex mutex;
  std::optional<WorldUpdate> waiting;
};

class WatchReader final : public grpc::ClientReadReactor<v1::WorldUpdate> {
 public:
  WatchReader(const CallHome& home, QObject* context, std::function<void(const WorldUpdate&)> update,
              Answer<Done> ended)
      : gui_(home.gui),
        book_(home.book),
        guard_(context),
        update_(std::move(update)),
        ended_(std::move(ended)),
        call_(newContext(std::chrono::milliseconds(0))) {
    book_->add(call_);
  }
  Ticket begin(v1::SystemService::Stub& stub) {
    const Ticket ticket = ticketOf(call_);
    stub.async()->Watch(call_.get(), &request_, this);
    StartRead(&message_);
    StartCall();
    return ticket;
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) return;
    WorldUpdate update = reader_.read(message_);
    bool first = false;
    {
      const std::lock_guard lock(inbox_->mutex);
      first = !inbox_->waiting;
      if (first) {
        inbox_->waiting = std::move(update);
      } else {
        inbox_->waiting->merge(std::move(update));
      }
    }
    if (first) {
      post(gui_, guard_, [inbox = inbox_, deliver = update_] {
        std::optional<WorldUpdate> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.swap(inbox->waiting);
        }
        if (taken) deliver(*taken);
      });
    }
    StartRead(&message_);
  }
  void OnDone(const grpc::Status& status) override {
    absl::StatusOr<Done> value =
        status.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(net::fromGrpc(status));
    book_->release(std::move(call_));
    post(gui_, guard_, [a = ended_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QPointer<QObject> guard_;
  std::function<void(const WorldUpdate&)> update_;
  Answer<Done> ended_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<WatchInbox> inbox_ = std::make_shared<WatchInbox>();
  v1::WatchRequest request_;
  v1::WorldUpdate message_;
  WorldReader reader_;
};

struct LogInbox {
  std::mutex mutex;
  std::deque<LogLine> waiting;
};

// A log tail. When the GUI thread lags, the oldest waiting lines are dropped: a log view keeps the newest
// anyway.
class LogReader final : public grpc::ClientReadReactor<v1::LogLine> {
 public:
  LogReader(const CallHome& home, QObject* context, std::function<void(const std::vector<LogLine>&)> lines,
            Answer<Done> ended)
      : gui_(home.gui),
        book_(home.book),
        guard_(context),
        lines_(std::move(lines)),
        ended_(std::move(ended)),
        call_(newContext(std::chrono::milliseconds(0))) {
    book_->add(call_);
  }
  Ticket begin(v1::DeploymentService::Stub& stub, const QString& endpoint, const QString& replica,
               quint32 tail) {
    request_.set_endpoint(endpoint.toStdString());
    request_.set_replica(replica.toStdString());
    request_.set_tail_lines(tail);
    request_.set_follow(true);
    const Ticket ticket = ticketOf(call_);
    stub.async()->Logs(call_.get(), &request_, this);
    StartRead(&line_);
    StartCall();
    return ticket;
  }

 private:
  void OnReadDone(bool ok) override {
    if (!ok) return;
    bool first = false;
    {
      const std::lock_guard lock(inbox_->mutex);
      first = inbox_->waiting.empty();
      inbox_->waiting.push_back({toQString(line_.replica()), toQString(line_.text())});
      if (inbox_->waiting.size() > kMaxWaitingLines) inbox_->waiting.pop_front();
    }
    if (first) {
      post(gui_, guard_, [inbox = inbox_, deliver = lines_] {
        std::vector<LogLine> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.assign(inbox->waiting.begin(), inbox->waiting.end());
          inbox->waiting.clear();
        }
        deliver(taken);
      });
    }
    StartRead(&line_);
  }
  void OnDone(const grpc::Status& status) override {
    absl::StatusOr<Done> value =
        status.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(net::fromGrpc(status));
    book_->release(std::move(call_));
    post(gui_, guard_, [a = ended_, value = std::move(value)] { a(value); });
    const auto book = book_;
    delete this;
    book->ended();
  }

  QObject& gui_;
  std::shared_ptr<CallBook> book_;
  QPointer<QObject> guard_;
  std::function<void(const std::vector<LogLine>&)> lines_;
  Answer<Done> ended_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<LogInbox> inbox_ = std::make_shared<LogInbox>();
  v1::LogsRequest request_;
  v1::LogLine line_;
};

}  // namespace

Ticket GrpcSystemApi::watch(QObject* context, std::function<void(const WorldUpdate&)> update,
                            Answer<Done> ended) {
  // The channel has a back-off of its own; the person who presses "Retry now" must not wait for that one too.
  grpc::experimental::ChannelResetConnectionBackoff(home_.channel.get());
  auto* reader = new WatchReader(home_, context, std::move(update), std::move(ended));
  return reader->begin(*stub_);
}

Ticket GrpcDeploymentApi::followLogs(const QString& endpoint, const QString& replica, quint32 tailLines,
                                     QObject* context, std::function<void(const std::vector<LogLine>&)> lines,
                                     Answer<Done> ended) {
  auto* reader = new LogReader(home_, context, std::move(lines), std::move(ended));
  return reader->begin(*stub_, endpoint, replica, tailLines);
}

}  // namespace aerie::rpc
