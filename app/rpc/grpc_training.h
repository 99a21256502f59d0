// The training daemon over gRPC. It has an address of its own, which the control plane tells or the profile
// names, and takes the credentials of the control plane. Included by the implementation files of this room
// only.
#pragma once

#include <vector>

#include "aerie/v1/training.grpc.pb.h"
#include "app/rpc/grpc_call.h"
#include "app/rpc/training_api.h"
#include "core/base/status.h"
#include "core/net/channel.h"

namespace aerie::rpc {

// GUI thread only. Not connected at first.
class GrpcTrainingApi final : public TrainingApi {
 public:
  // `home` gives the GUI object and the book of calls; its channel is not used.
  GrpcTrainingApi(const CallHome& home, net::ChannelOptions options)
      : home_{home.gui, home.book, nullptr}, options_(std::move(options)) {}
  // host:port or unix:/path; empty disconnects; the same one changes nothing. Fails when it cannot
  // be an address, or would send plaintext to another machine; nothing is connected then. Calls in flight to
  // the address before end by themselves.
  absl::Status connectTo(const QString& address);

  QString address() const override { return address_; }
  Ticket submit(const TrainingSubmission& submission, QObject* context,
                Answer<TrainingSubmitted> answer) override;
  Ticket uploadDirectory(const QString& archive, const QString& digest, QObject* context, Progress progress,
                         Answer<Done> answer) override;
  Ticket plan(const TrainingSubmission& submission, QObject* context, Answer<TrainingPlan> answer) override;
  Ticket getJob(const QString& id, QObject* context, Answer<TrainingJob> answer) override;
  Ticket cancel(const QString& job, const QStringList& tasks, QObject* context,
                Answer<TrainingJob> answer) override;
  Ticket retry(const QString& job, const QStringList& tasks, QObject* context,
               Answer<TrainingJob> answer) override;
  Ticket deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                       Answer<TrainingCluster> answer) override;
  Ticket watch(const QString& job, quint64 sinceRevision, QObject* context,
               std::function<void(const TrainingUpdate&)> update, Answer<Done> ended) override;
  Ticket followLog(const TrainingLogQuery& query, QObject* context,
                   std::function<void(const QList<TrainingLogPiece>&)> pieces, Answer<Done> ended) override;
  Ticket utilisation(const UtilisationQuery& query, QObject* context, Answer<Utilisation> answer) override;
  Ticket timeline(const TimelineQuery& query, QObject* context, Answer<Timeline> answer) override;

 private:
  template <class T>
  Ticket refuse(QObject* context, Answer<T> answer) const;

  CallHome home_;
  const net::ChannelOptions options_;
  QString address_;
  // Channels of before that calls may still run on: the last reference goes here, not in a reaction.
  std::vector<std::shared_ptr<grpc::Channel>> retired_;
  std::unique_ptr<v1::TrainingService::Stub> stub_;
};

template <class T>
Ticket GrpcTrainingApi::refuse(QObject* context, Answer<T> answer) const {
  post(home_.gui, QPointer<QObject>(context), [answer = std::move(answer)] {
    answer(unavailable(
        "this environment has no training daemon; start aerie-training and tell the control plane about it"));
  });
  return {};
}

}  // namespace aerie::rpc
