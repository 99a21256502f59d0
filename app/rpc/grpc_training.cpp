#include "app/rpc/grpc_training.h"

#include "app/rpc/batch_reader.h"
#include "app/rpc/convert_training.h"
#include "core/base/status.h"

namespace aerie::rpc {
namespace {

constexpr std::uint32_t kUpdatesPerSecond = 8;
constexpr int kMaxWaitingPieces = 512;  // of at most 64 KiB
// A job with its lists is read, checked and written before the answer.
constexpr std::chrono::milliseconds kSubmitDeadline{60'000};
constexpr std::chrono::milliseconds kTimelineDeadline{30'000};

void addPiece(std::optional<QList<TrainingLogPiece>>& waiting, TrainingLogPiece piece) {
  if (!waiting) waiting.emplace();
  if (waiting->size() >= kMaxWaitingPieces) waiting->removeFirst();
  waiting->append(std::move(piece));
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
  return readInBatches<v1::WatchTrainingResponse, TrainingUpdate>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* reactor) { stub_->async()->Watch(ctx, req, reactor); },
      [](const v1::WatchTrainingResponse& message) { return fromProto(message); }, &mergeInto<TrainingUpdate>,
      std::move(update), std::move(ended));
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
  return readInBatches<v1::TrainingLogsResponse, QList<TrainingLogPiece>>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* reactor) { stub_->async()->Logs(ctx, req, reactor); },
      [](const v1::TrainingLogsResponse& message) {
        return TrainingLogPiece{QByteArray::fromStdString(message.data()), message.offset(),
                                message.truncated(), message.attempt()};
      },
      &addPiece, std::move(pieces), std::move(ended));
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
