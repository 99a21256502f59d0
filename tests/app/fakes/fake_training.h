// A training daemon in memory that plays jobs in virtual time: the same seed gives the same run, and nothing
// moves unless advance() is called. Answers are queued, guarded by their context, and told to the watchers.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "app/rpc/training_api.h"

namespace aerie::testing {

class FakeTraining final : public rpc::TrainingApi {
 public:
  // How a job goes.
  struct Play {
    QStringList rows = {};  // values of the first list ("origin"); empty = one list of numbers
    int columns = 1;        // values of the second one ("month")
    int tasks = 40;         // without rows
    int hosts = 2;
    int cpusPerHost = 4;
    quint32 cpuMillis = 1'000;  // asked for by each task
    double efficiency = 0.9;    // of what is asked for that is really used
    int maxInFlight = 0;        // 0 = as many as fit
    double meanSeconds = 10;
    double failShare = 0;  // of tasks, after their retry
    qint64 startUpMs = 3'000;
    double pricePerHostHour = 0;
    bool known = true;   // the tasks have run before
    QString model = {};  // that is published at the end
    QString engine = QStringLiteral("simulated");
    quint32 seed = 1;
  };

  // ---- the state
  qint64 nowMs = 1'779'000'000'000;  // moved by advance()
  QString daemonAddress = QStringLiteral("127.0.0.1:7720");
  Play nextPlay;  // of jobs that are submitted through the API

  // Submits a job as if it had been done at `submittedMs`, and plays it up to now. Its id.
  QString play(const QString& application, const Play& play, qint64 submittedMs);
  // Virtual time goes on; what changed is told.
  void advance(qint64 ms);
  void forget(const QString& job) { records_.erase(job); }
  rpc::TrainingJob* job(const QString& id);
  QList<rpc::TrainingTask> tasksOf(const QString& job) const;
  // Names of the jobs, newest first.
  QStringList jobIds() const;

  // ---- what tests look at and turn
  QStringList calls;      // "cancel job-1 ATL.3"
  absl::Status failNext;  // not OK: the next change answers this instead
  bool reachable = true;
  int questions = 0;         // utilisation and timeline
  bool holdUploads = false;  // half of each is sent, the rest waits for a cancel
  rpc::TrainingSubmission lastSubmission;
  QByteArray logText;  // of every attempt; empty = made up
  void dropWatches(const absl::Status& why);
  int watchers() const { return static_cast<int>(watches_.size()); }

  // ---- the interface
  QString address() const override { return daemonAddress; }
  rpc::Ticket submit(const rpc::TrainingSubmission& submission, QObject* context,
                     rpc::Answer<rpc::TrainingSubmitted> answer) override;
  rpc::Ticket uploadDirectory(const QString& archive, const QString& digest, QObject* context,
                              rpc::Progress progress, rpc::Answer<rpc::Done> answer) override;
  rpc::Ticket plan(const rpc::TrainingSubmission& submission, QObject* context,
                   rpc::Answer<rpc::TrainingPlan> answer) override;
  rpc::Ticket getJob(const QString& id, QObject* context, rpc::Answer<rpc::TrainingJob> answer) override;
  rpc::Ticket cancel(const QString& job, const QStringList& tasks, QObject* context,
                     rpc::Answer<rpc::TrainingJob> answer) override;
  rpc::Ticket retry(const QString& job, const QStringList& tasks, QObject* context,
                    rpc::Answer<rpc::TrainingJob> answer) override;
  rpc::Ticket deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                            rpc::Answer<rpc::TrainingCluster> answer) override;
  rpc::Ticket watch(const QString& job, quint64 sinceRevision, QObject* context,
                    std::function<void(const rpc::TrainingUpdate&)> update,
                    rpc::Answer<rpc::Done> ended) override;
  rpc::Ticket followLog(const rpc::TrainingLogQuery& query, QObject* context,
                        std::function<void(const QList<rpc::TrainingLogPiece>&)> pieces,
                        rpc::Answer<rpc::Done> ended) override;
  rpc::Ticket utilisation(const rpc::UtilisationQuery& query, QObject* context,
                          rpc::Answer<rpc::Utilisation> answer) override;
  rpc::Ticket timeline(const rpc::TimelineQuery& query, QObject* context,
                       rpc::Answer<rpc::Timeline> answer) override;

 private:
  struct Slot {
    int host = 0;
    quint32 lane = 0;
    qsizetype bar = -1;  // what runs in it
    quint32 task = 0;
    qint64 endsMs = 0;
    bool fails = false;
  };
  struct Record {
    rpc::TrainingJob job;
    Play play;
    QString yaml;
    QList<rpc::TrainingTask> tasks;
    std::vector<qint64> lengths;     // of each task
    std::vector<char> attemptsLeft;  // that fail before it may succeed
    std::vector<quint32> queue;      // numbers of tasks that wait, the next one last
    std::vector<Slot> lanes;
    QList<rpc::TimelineBar> bars;
    QList<quint32> changed;  // tasks since the last push
  };
  struct Watch {
    QString job;
    QPointer<QObject> guard;
    std::function<void(const rpc::TrainingUpdate&)> update;
    rpc::Answer<rpc::Done> ended;
  };

  void post(QObject* context, std::function<void()> f);
  template <class T>
  rpc::Ticket answerWith(QObject* context, rpc::Answer<T> answer, absl::StatusOr<T> value);
  absl::Status takeFailure();
  void makeTasks(Record& record);
  void playTo(Record& record, qint64 ms);
  void startWaiting(Record& record, qint64 ms);
  void endSlot(Record& record, Slot& slot, qint64 ms);
  void finishIfDone(Record& record, qint64 ms);
  void count(Record& record);
  rpc::TrainingCluster clusterOf(const Record& record) const;
  void push();
  rpc::TrainingUpdate everything(const QString& job) const;
  Record* record(const QString& id);
  const Record* recordOfCluster(const QString& name) const;

  QObject gui_;
  std::map<QString, Record> records_;
  std::vector<std::shared_ptr<Watch>> watches_;
  quint64 revision_ = 0;
  int lastJob_ = 0;
};

template <class T>
rpc::Ticket FakeTraining::answerWith(QObject* context, rpc::Answer<T> answer, absl::StatusOr<T> value) {
  auto over = std::make_shared<bool>(false);
  const auto deliver = [this, guard = QPointer<QObject>(context), answer = std::move(answer),
                        over](const absl::StatusOr<T>& given) {
    post(guard, [answer, over, given] {
      if (!std::exchange(*over, true)) answer(given);
    });
  };
  deliver(value);
  return rpc::Ticket([deliver] { deliver(absl::CancelledError("cancelled")); });
}

// The article's before and after on ten 16-CPU hosts: an old run with a fixed number of slots, a new one that
// is half done; a small failed job beside them.
void fillTrainingDemo(FakeTraining& training, qint64 now);

}  // namespace aerie::testing
