// A TrainingService in memory, scripted by the test: it answers with the jobs, tasks and clusters that the
// test put there, and keeps what it was asked for.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "aerie/v1/training.grpc.pb.h"
#include "services/common/rpc_server.h"

namespace aerie::test {

// Thread-safe. It outlives the server that serves it; streams must have ended before it is destroyed, which
// RpcServer::shutdown() sees to.
class FakeTraining final : public v1::TrainingService::CallbackService {
 public:
  // What one Watch stream says, in turn; then it stays open, or ends with `status`.
  struct Script {
    std::vector<v1::WatchTrainingResponse> updates;
    bool ends = false;
    grpc::Status status;
  };

  void put(const v1::TrainingJob& job) {
    const std::lock_guard lock(mutex_);
    jobs_[job.id()] = job;
  }
  void put(const std::string& job, std::vector<v1::TrainingTask> tasks) {
    const std::lock_guard lock(mutex_);
    tasks_[job] = std::move(tasks);
  }
  void put(const v1::TrainingCluster& cluster) {
    const std::lock_guard lock(mutex_);
    clusters_.push_back(cluster);
  }
  // Scripts of the next streams, one each; later ones stay open and silent. Jobs of an update count as put().
  void onWatch(std::vector<Script> scripts) {
    const std::lock_guard lock(mutex_);
    scripts_.assign(scripts.begin(), scripts.end());
  }
  void onLogs(std::vector<v1::TrainingLogsResponse> pieces) {
    const std::lock_guard lock(mutex_);
    pieces_ = std::move(pieces);
  }
  // To all open streams.
  void tell(const v1::TrainingJob& job) {
    v1::WatchTrainingResponse update;
    *update.add_jobs() = job;
    const std::lock_guard lock(mutex_);
    jobs_[job.id()] = job;
    for (Stream* stream : streams_) stream->say(update);
  }

  template <class Message>
  std::vector<Message> asked() const {
    const std::lock_guard lock(mutex_);
    return std::get<std::vector<Message>>(asked_);
  }
  std::size_t streamsBegun() const {
    const std::lock_guard lock(mutex_);
    return begun_;
  }
  v1::TrainingPlan plan;                        // answer of Plan
  v1::TrainingUtilisationResponse utilisation;  // answer of Utilisation
  v1::TrainingJobState after_cancel = v1::TRAINING_JOB_STATE_CANCELLED;

  grpc::ServerUnaryReactor* Submit(grpc::CallbackServerContext* context,
                                   const v1::SubmitTrainingRequest* request,
                                   v1::SubmitTrainingResponse* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    const auto known = by_request_.find(request->request_id());
    response->set_existed(known != by_request_.end());
    if (known == by_request_.end()) {
      v1::TrainingJob job;
      job.set_id(std::to_string(jobs_.size() + 1));
      job.set_application("zones");
      job.set_engine("local");
      job.set_state(v1::TRAINING_JOB_STATE_SUBMITTED);
      job.mutable_tasks()->set_pending(2);
      by_request_[request->request_id()] = job.id();
      jobs_[job.id()] = job;
    }
    *response->mutable_job() = jobs_[by_request_[request->request_id()]];
    return finish(context);
  }
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context,
                                 const v1::ListTrainingJobsRequest* request,
                                 v1::ListTrainingJobsResponse* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    response->set_revision(7);
    for (const auto& [id, job] : jobs_) *response->add_jobs() = job;
    return finish(context);
  }
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context,
                                const v1::GetTrainingJobRequest* request,
                                v1::TrainingJob* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    return answer(context, request->id(), *response);
  }
  // Two pages, whatever was asked for.
  grpc::ServerUnaryReactor* ListTasks(grpc::CallbackServerContext* context,
                                      const v1::ListTrainingTasksRequest* request,
                                      v1::ListTrainingTasksResponse* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    const std::vector<v1::TrainingTask>& all = tasks_[request->job()];
    const bool first = request->page_token().empty();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((i < all.size() / 2) == first) *response->add_tasks() = all[i];
    }
    if (first && all.size() > 1) response->set_next_page_token("2");
    return finish(context);
  }
  grpc::ServerUnaryReactor* Cancel(grpc::CallbackServerContext* context,
                                   const v1::CancelTrainingRequest* request,
                                   v1::TrainingJob* response) override {
    v1::TrainingJob job;
    grpc::ServerUnaryReactor* reactor = nullptr;
    {
      const std::lock_guard lock(mutex_);
      note(*request);
      if (jobs_.count(request->job()) > 0) {
        jobs_[request->job()].set_state(after_cancel);
        job = jobs_[request->job()];
      }
      reactor = answer(context, request->job(), *response);
    }
    if (!job.id().empty()) tell(job);
    return reactor;
  }
  grpc::ServerUnaryReactor* Retry(grpc::CallbackServerContext* context,
                                  const v1::RetryTrainingRequest* request,
                                  v1::TrainingJob* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    if (jobs_.count(request->job()) > 0) jobs_[request->job()].set_state(v1::TRAINING_JOB_STATE_SUBMITTED);
    return answer(context, request->job(), *response);
  }
  grpc::ServerWriteReactor<v1::WatchTrainingResponse>* Watch(
      grpc::CallbackServerContext*, const v1::WatchTrainingRequest* request) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    ++begun_;
    Script script;
    if (!scripts_.empty()) {
      script = std::move(scripts_.front());
      scripts_.pop_front();
    }
    for (const v1::WatchTrainingResponse& update : script.updates) {
      for (const v1::TrainingJob& job : update.jobs()) jobs_[job.id()] = job;
    }
    auto* stream = new Stream(*this, std::move(script));
    streams_.insert(stream);
    stream->begin();
    return stream;
  }
  grpc::ServerWriteReactor<v1::TrainingLogsResponse>* Logs(grpc::CallbackServerContext*,
                                                           const v1::TrainingLogsRequest* request) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    auto* reactor = new LogStream(pieces_, jobs_.count(request->job()) > 0);
    reactor->go();
    return reactor;
  }
  grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* UploadDirectory(
      grpc::CallbackServerContext*, v1::UploadTrainingDirectoryResponse* response) override {
    return new Upload(*this, *response);
  }
  // What the last upload brought, and under which digest.
  std::pair<std::string, std::string> uploaded() const {
    const std::lock_guard lock(mutex_);
    return uploaded_;
  }
  grpc::ServerUnaryReactor* Plan(grpc::CallbackServerContext* context, const v1::PlanTrainingRequest* request,
                                 v1::TrainingPlan* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    *response = plan;
    return finish(context);
  }
  grpc::ServerUnaryReactor* ListClusters(grpc::CallbackServerContext* context,
                                         const v1::ListTrainingClustersRequest* request,
                                         v1::ListTrainingClustersResponse* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    for (const v1::TrainingCluster& cluster : clusters_) {
      if (request->include_gone() || cluster.state() != v1::TRAINING_CLUSTER_STATE_GONE)
        *response->add_clusters() = cluster;
    }
    return finish(context);
  }
  grpc::ServerUnaryReactor* DeleteCluster(grpc::CallbackServerContext* context,
                                          const v1::DeleteTrainingClusterRequest* request,
                                          v1::TrainingCluster* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    for (v1::TrainingCluster& cluster : clusters_) {
      if (cluster.name() != request->name()) continue;
      if (cluster.jobs_size() > 0 && !request->cancel_jobs())
        return finish(context, {grpc::StatusCode::FAILED_PRECONDITION, "job 1 needs it"});
      cluster.set_state(v1::TRAINING_CLUSTER_STATE_STOPPING);
      *response = cluster;
      cluster.set_state(v1::TRAINING_CLUSTER_STATE_GONE);
      return finish(context);
    }
    return finish(context, {grpc::StatusCode::NOT_FOUND, "no such cluster"});
  }
  grpc::ServerUnaryReactor* Utilisation(grpc::CallbackServerContext* context,
                                        const v1::TrainingUtilisationRequest* request,
                                        v1::TrainingUtilisationResponse* response) override {
    const std::lock_guard lock(mutex_);
    note(*request);
    *response = utilisation;
    return finish(context);
  }

 private:
  class Stream final : public grpc::ServerWriteReactor<v1::WatchTrainingResponse> {
   public:
    Stream(FakeTraining& owner, Script script)
        : owner_(owner),
          waiting_(script.updates.begin(), script.updates.end()),
          ends_(script.ends),
          status_(script.status) {}
    void begin() {
      StartSendInitialMetadata();
      const std::lock_guard lock(mutex_);
      goOn();
    }
    void say(const v1::WatchTrainingResponse& update) {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(update);
      goOn();
    }
    void OnWriteDone(bool ok) override {
      const std::lock_guard lock(mutex_);
      writing_ = false;
      if (!ok) waiting_.clear();
      goOn();
    }
    void OnCancel() override {
      const std::lock_guard lock(mutex_);
      if (!std::exchange(finished_, true)) Finish(grpc::Status::CANCELLED);
    }
    void OnDone() override {
      {
        const std::lock_guard lock(owner_.mutex_);
        owner_.streams_.erase(this);
      }
      delete this;
    }

   private:
    void goOn() {
      if (writing_ || finished_) return;
      if (!waiting_.empty()) {
        now_ = std::move(waiting_.front());
        waiting_.pop_front();
        writing_ = true;
        StartWrite(&now_);
      } else if (ends_) {
        finished_ = true;
        Finish(status_);
      }
    }
    FakeTraining& owner_;
    std::mutex mutex_;
    std::deque<v1::WatchTrainingResponse> waiting_;
    v1::WatchTrainingResponse now_;
    const bool ends_;
    const grpc::Status status_;
    bool writing_ = false, finished_ = false;
  };
  class LogStream final : public grpc::ServerWriteReactor<v1::TrainingLogsResponse> {
   public:
    LogStream(std::vector<v1::TrainingLogsResponse> pieces, bool known)
        : pieces_(std::move(pieces)), known_(known) {}
    void go() {
      if (!known_)
        Finish({grpc::StatusCode::NOT_FOUND, "no such job"});
      else if (next_ < pieces_.size())
        StartWrite(&pieces_[next_++]);
      else
        Finish(grpc::Status::OK);
    }
    void OnWriteDone(bool ok) override { ok ? go() : Finish(grpc::Status::CANCELLED); }
    void OnDone() override { delete this; }

   private:
    std::vector<v1::TrainingLogsResponse> pieces_;
    const bool known_;
    std::size_t next_ = 0;
  };

  class Upload final : public grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest> {
   public:
    Upload(FakeTraining& owner, v1::UploadTrainingDirectoryResponse& response)
        : owner_(owner), response_(response) {
      StartRead(&piece_);
    }
    void OnReadDone(bool ok) override {
      if (ok) {
        if (!piece_.digest().empty()) digest_ = piece_.digest();
        bytes_ += piece_.data();
        StartRead(&piece_);
        return;
      }
      response_.set_digest(digest_);
      response_.set_size_bytes(bytes_.size());
      {
        const std::lock_guard lock(owner_.mutex_);
        owner_.uploaded_ = {digest_, bytes_};
      }
      Finish(grpc::Status::OK);
    }
    void OnDone() override { delete this; }

   private:
    FakeTraining& owner_;
    v1::UploadTrainingDirectoryResponse& response_;
    v1::UploadTrainingDirectoryRequest piece_;
    std::string digest_, bytes_;
  };

  grpc::ServerUnaryReactor* finish(grpc::CallbackServerContext* context, const grpc::Status& status = {}) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(status);
    return reactor;
  }
  grpc::ServerUnaryReactor* answer(grpc::CallbackServerContext* context, const std::string& id,
                                   v1::TrainingJob& response) {
    const auto found = jobs_.find(id);
    if (found == jobs_.end())
      return finish(context, {grpc::StatusCode::NOT_FOUND, "job " + id + " is not known"});
    response = found->second;
    return finish(context);
  }
  template <class Message>
  void note(const Message& message) {
    std::get<std::vector<Message>>(asked_).push_back(message);
  }

  mutable std::mutex mutex_;
  std::map<std::string, v1::TrainingJob> jobs_;
  std::map<std::string, std::string> by_request_;
  std::map<std::string, std::vector<v1::TrainingTask>> tasks_;
  std::vector<v1::TrainingCluster> clusters_;
  std::vector<v1::TrainingLogsResponse> pieces_;
  std::deque<Script> scripts_;
  std::set<Stream*> streams_;
  std::size_t begun_ = 0;
  std::pair<std::string, std::string> uploaded_;
  std::tuple<std::vector<v1::SubmitTrainingRequest>, std::vector<v1::ListTrainingJobsRequest>,
             std::vector<v1::GetTrainingJobRequest>, std::vector<v1::ListTrainingTasksRequest>,
             std::vector<v1::CancelTrainingRequest>, std::vector<v1::RetryTrainingRequest>,
             std::vector<v1::WatchTrainingRequest>, std::vector<v1::TrainingLogsRequest>,
             std::vector<v1::PlanTrainingRequest>, std::vector<v1::ListTrainingClustersRequest>,
             std::vector<v1::DeleteTrainingClusterRequest>, std::vector<v1::TrainingUtilisationRequest>>
      asked_;
};

}  // namespace aerie::test
