#include "app/rpc/grpc_training.h"

#include "app/rpc/convert_training.h"
#include "core/base/status.h"

namespace aerie::rpc {
namespace {

constexpr std::uint32_t kUpdatesPerSecond = 8;
constexpr int kMaxWaitingPieces = 512;  // of at most 64 KiB
// A job with its lists is read, checked and written before the answer.
constexpr std::chrono::milliseconds kSubmitDeadline{60'000};
constexpr std::chrono::milliseconds kTimelineDeadline{30'000};

// Reads a stream and hands its messages on in batches: add(batch, message) lays one over those that the GUI
// thread has not taken yet.
template <class Message, class Batch, class Add>
class BatchReader final : public grpc::ClientReadReactor<Message> {
 public:
  BatchReader(const CallHome& home, QObject* context, Add add, std::function<void(const Batch&)> deliver,
              Answer<Done> ended)
      : gui_(home.gui),
        book_(home.book),
        guard_(context),
        add_(std::move(add)),
        deliver_(std::move(deliver)),
        ended_(std::move(ended)),
        call_(newContext(std::chrono::milliseconds(0))) {
    book_->add(call_);
  }
  // start(context, request, reactor) begins the stub's call; the reader deletes itself at its end.
  template <class Request, class Start>
  Ticket begin(Request request, Start start) {
    const auto kept = std::make_shared<const Request>(std::move(request));
    request_ = kept;
    const Ticket ticket = ticketOf(call_);
    start(call_.get(), kept.get(), this);
    this->StartRead(&message_);
    this->StartCall();
    return ticket;
  }

 private:
  struct Inbox {
    std::mutex mutex;
    std::optional<Batch> waiting;
  };
  void OnReadDone(bool ok) override {
    if (!ok) return;
    bool first = false;
    {
      const std::lock_guard lock(inbox_->mutex);
      first = !inbox_->waiting;
      if (first) inbox_->waiting.emplace();
      add_(*inbox_->waiting, message_);
    }
    if (first) {
      post(gui_, guard_, [inbox = inbox_, deliver = deliver_] {
        std::optional<Batch> taken;
        {
          const std::lock_guard lock(inbox->mutex);
          taken.swap(inbox->waiting);
        }
        if (taken) deliver(*taken);
      });
    }
    this->StartRead(&message_);
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
  const Add add_;
  std::function<void(const Batch&)> deliver_;
  Answer<Done> ended_;
  std::shared_ptr<grpc::ClientContext> call_;
  std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  std::shared_ptr<const void> request_;  // read while the call runs
  Message message_;
};

void addUpdate(TrainingUpdate& batch, const v1::WatchTrainingResponse& message) {
  batch.merge(fromProto(message));
}

void addPiece(QList<TrainingLogPiece>& batch, const v1::TrainingLogsResponse& message) {
  if (batch.size() >= kMaxWaitingPieces) batch.removeFirst();
  batch.append(
      {QByteArray::fromStdString(message.data()), message.offset(), message.truncated(), message.attempt()});
}

template <class Request>
Request changeRequest(const QString& job, const QStringList& tasks) {
  Request request;
  request.set_job(job.toStdString());
  for (const QString& task : tasks) request.add_tasks(task.toStdString());
  request.set_request_id(randomId());
  return request;
}

}  // namespace

absl::Status GrpcTrainingApi::connectTo(const QString& address) {
  if (address == address_) return absl::OkStatus();
  stub_.reset();
  address_.clear();
  if (home_.channel) retired_.push_back(std::move(home_.channel));
  std::erase_if(retired_, [](const auto& channel) { return channel.use_count() == 1; });
  if (address.isEmpty()) return absl::OkStatus();
  net::ChannelOptions options = options_;
  options.own_connection = true;
  AERIE_ASSIGN_OR_RETURN(home_.channel, net::connect(address.toStdString(), options));
  stub_ = v1::TrainingService::NewStub(home_.channel);
  address_ = address;
  return absl::OkStatus();
}

Ticket GrpcTrainingApi::submit(const TrainingSubmission& submission, QObject* context,
                               Answer<TrainingSubmitted> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::SubmitTrainingResponse, TrainingSubmitted>(
      home_, context, toProto(submission),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Submit(ctx, req, resp, done); },
      [](const v1::SubmitTrainingResponse& r) {
        return TrainingSubmitted{fromProto(r.job()), r.existed()};
      },
      std::move(answer), kSubmitDeadline);
}

Ticket GrpcTrainingApi::plan(const TrainingSubmission& submission, QObject* context,
                             Answer<TrainingPlan> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  v1::PlanTrainingRequest request;
  *request.mutable_submit() = toProto(submission);
  return unary<v1::TrainingPlan, TrainingPlan>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Plan(ctx, req, resp, done); },
      [](const v1::TrainingPlan& p) { return fromProto(p); }, std::move(answer), kSubmitDeadline);
}

Ticket GrpcTrainingApi::getJob(const QString& id, QObject* context, Answer<TrainingJob> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  v1::GetTrainingJobRequest request;
  request.set_id(id.toStdString());
  return unary<v1::TrainingJob, TrainingJob>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Get(ctx, req, resp, done); },
      [](const v1::TrainingJob& j) { return fromProto(j); }, std::move(answer));
}

Ticket GrpcTrainingApi::cancel(const QString& job, const QStringList& tasks, QObject* context,
                               Answer<TrainingJob> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::TrainingJob, TrainingJob>(
      home_, context, changeRequest<v1::CancelTrainingRequest>(job, tasks),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Cancel(ctx, req, resp, done); },
      [](const v1::TrainingJob& j) { return fromProto(j); }, std::move(answer));
}

Ticket GrpcTrainingApi::retry(const QString& job, const QStringList& tasks, QObject* context,
                              Answer<TrainingJob> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::TrainingJob, TrainingJob>(
      home_, context, changeRequest<v1::RetryTrainingRequest>(job, tasks),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Retry(ctx, req, resp, done); },
      [](const v1::TrainingJob& j) { return fromProto(j); }, std::move(answer));
}

Ticket GrpcTrainingApi::deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                                      Answer<TrainingCluster> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  v1::DeleteTrainingClusterRequest request;
  request.set_name(name.toStdString());
  request.set_cancel_jobs(cancelJobs);
  request.set_request_id(randomId());
  return unary<v1::TrainingCluster, TrainingCluster>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->DeleteCluster(ctx, req, resp, done);
      },
      [](const v1::TrainingCluster& c) { return fromProto(c); }, std::move(answer));
}

Ticket GrpcTrainingApi::watch(const QString& job, quint64 sinceRevision, QObject* context,
                              std::function<void(const TrainingUpdate&)> update, Answer<Done> ended) {
  if (!stub_) return refuse(context, std::move(ended));
  // The channel has a back-off of its own; who asks again must not wait for that one too.
  grpc::experimental::ChannelResetConnectionBackoff(home_.channel.get());
  v1::WatchTrainingRequest request;
  request.set_job(job.toStdString());
  request.set_since_revision(sinceRevision);
  request.set_max_updates_per_second(kUpdatesPerSecond);
  using Reader = BatchReader<v1::WatchTrainingResponse, TrainingUpdate, decltype(&addUpdate)>;
  auto* reader = new Reader(home_, context, &addUpdate, std::move(update), std::move(ended));
  return reader->begin(std::move(request), [this](auto* ctx, auto* req, Reader* reactor) {
    stub_->async()->Watch(ctx, req, reactor);
  });
}

Ticket GrpcTrainingApi::followLog(const TrainingLogQuery& query, QObject* context,
                                  std::function<void(const QList<TrainingLogPiece>&)> pieces,
                                  Answer<Done> ended) {
  if (!stub_) return refuse(context, std::move(ended));
  v1::TrainingLogsRequest request;
  request.set_job(query.job.toStdString());
  request.set_task(query.task.toStdString());
  request.set_attempt(query.attempt);
  request.set_tail_lines(query.tailLines);
  request.set_follow(true);
  using Reader = BatchReader<v1::TrainingLogsResponse, QList<TrainingLogPiece>, decltype(&addPiece)>;
  auto* reader = new Reader(home_, context, &addPiece, std::move(pieces), std::move(ended));
  return reader->begin(std::move(request), [this](auto* ctx, auto* req, Reader* reactor) {
    stub_->async()->Logs(ctx, req, reactor);
  });
}

Ticket GrpcTrainingApi::utilisation(const UtilisationQuery& query, QObject* context,
                                    Answer<Utilisation> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::TrainingUtilisationResponse, Utilisation>(
      home_, context, toProto(query),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->Utilisation(ctx, req, resp, done);
      },
      [](const v1::TrainingUtilisationResponse& r) { return fromProto(r); }, std::move(answer));
}

Ticket GrpcTrainingApi::timeline(const TimelineQuery& query, QObject* context, Answer<Timeline> answer) {
  if (!stub_) return refuse(context, std::move(answer));
  return unary<v1::TrainingTimelineResponse, Timeline>(
      home_, context, toProto(query),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Timeline(ctx, req, resp, done); },
      [](const v1::TrainingTimelineResponse& r) { return fromProto(r); }, std::move(answer),
      kTimelineDeadline);
}

}  // namespace aerie::rpc
