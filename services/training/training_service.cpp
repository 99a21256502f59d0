#include "services/training/training_service.h"

#include <charconv>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/telemetry/log.h"
#include "services/training/log_stream.h"
#include "services/training/to_proto.h"
#include "services/training/upload_stream.h"
#include "services/training/watch_stream.h"

namespace aerie::training_service {

using namespace training;
using services::Caller;
using services::Role;

namespace {

constexpr std::uint32_t kJobsPage = 100, kMaxJobsPage = 1'000;
constexpr std::uint32_t kTasksPage = 1'000, kMaxTasksPage = 10'000;
constexpr std::uint32_t kPoints = 300, kMaxPoints = 5'000;
constexpr std::uint32_t kMaxBars = 100'000;

std::size_t pageOf(std::uint32_t asked, std::uint32_t standard, std::uint32_t most) {
  return asked == 0 ? standard : std::min(asked, most);
}

absl::StatusOr<std::int64_t> tokenFrom(const std::string& token, std::int64_t first) {
  if (token.empty()) return first;
  std::int64_t value = 0;
  const auto [end, parsed] = std::from_chars(token.data(), token.data() + token.size(), value);
  if (parsed != std::errc() || end != token.data() + token.size())
    return invalidArgument("'{}' is no page token of this list; begin again without one",
                           token.substr(0, 100));
  return value;
}

void note(const Caller& caller, const char* event, const std::string& subject) {
  log::get("training")->info("{} by={} subject={}", event, caller.name, subject);
}

}  // namespace

grpc::ServerUnaryReactor* TrainingService::Submit(grpc::CallbackServerContext* context,
                                                  const v1::SubmitTrainingRequest* request,
                                                  v1::SubmitTrainingResponse* response) {
  return answer(
      environment_, context, "Submit", Role::kEngineer, [=, this](const Caller& caller) -> absl::Status {
        AERIE_ASSIGN_OR_RETURN(const SubmitInput input, fromProto(*request, caller.name));
        AERIE_ASSIGN_OR_RETURN(const Submitted submitted, environment_.coordinator.submit(input));
        AERIE_ASSIGN_OR_RETURN(const JobView view, environment_.coordinator.job(submitted.job.id));
        *response->mutable_job() = toProto(view);
        response->set_existed(submitted.existed);
        if (!submitted.existed)
          note(caller, "job_submitted", fmt::format("{}/{}", submitted.job.id, submitted.job.application));
        return absl::OkStatus();
      });
}

grpc::ServerReadReactor<v1::UploadTrainingDirectoryRequest>* TrainingService::UploadDirectory(
    grpc::CallbackServerContext* context, v1::UploadTrainingDirectoryResponse* response) {
  return receiveDirectory(environment_, context, response);
}

grpc::ServerUnaryReactor* TrainingService::List(grpc::CallbackServerContext* context,
                                                const v1::ListTrainingJobsRequest* request,
                                                v1::ListTrainingJobsResponse* response) {
  return answer(environment_, context, "List", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    JobFilter filter;
    filter.application = request->application();
    AERIE_ASSIGN_OR_RETURN(filter.states, statesFrom(request->states()));
    AERIE_ASSIGN_OR_RETURN(filter.before, tokenFrom(request->page_token(), 0));
    filter.limit = pageOf(request->page_size(), kJobsPage, kMaxJobsPage);
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, environment_.coordinator.revision());
    AERIE_ASSIGN_OR_RETURN(const std::vector<JobView> jobs, environment_.coordinator.jobs(filter));
    for (const JobView& job : jobs) *response->add_jobs() = toProto(job);
    if (jobs.size() == filter.limit) response->set_next_page_token(std::to_string(jobs.back().record.id));
    response->set_revision(revision);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TrainingService::Get(grpc::CallbackServerContext* context,
                                               const v1::GetTrainingJobRequest* request,
                                               v1::TrainingJob* response) {
  return answer(environment_, context, "Get", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const JobId id, jobIdFrom(request->id()));
    AERIE_ASSIGN_OR_RETURN(const JobView job, environment_.coordinator.job(id));
    *response = toProto(job);
    AERIE_ASSIGN_OR_RETURN(*response->mutable_job_file(), environment_.coordinator.jobFile(id));
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TrainingService::ListTasks(grpc::CallbackServerContext* context,
                                                     const v1::ListTrainingTasksRequest* request,
                                                     v1::ListTrainingTasksResponse* response) {
  return answer(environment_, context, "ListTasks", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    AERIE_ASSIGN_OR_RETURN(const JobId id, jobIdFrom(request->job()));
    TaskFilter filter;
    AERIE_ASSIGN_OR_RETURN(filter.states, taskStatesFrom(request->states()));
    filter.search = request->search();
    AERIE_ASSIGN_OR_RETURN(filter.after, tokenFrom(request->page_token(), -1));
    filter.limit = pageOf(request->page_size(), kTasksPage, kMaxTasksPage);
    AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, environment_.coordinator.revision());
    AERIE_ASSIGN_OR_RETURN(const TasksView view, environment_.coordinator.tasks(id, filter));
    for (const TaskView& task : view.tasks) *response->add_tasks() = toProto(task, *view.content);
    if (view.tasks.size() == filter.limit)
      response->set_next_page_token(std::to_string(view.tasks.back().record.number));
    response->set_revision(revision);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TrainingService::Cancel(grpc::CallbackServerContext* context,
                                                  const v1::CancelTrainingRequest* request,
                                                  v1::TrainingJob* response) {
  return answer(
      environment_, context, "Cancel", Role::kEngineer, [=, this](const Caller& caller) -> absl::Status {
        AERIE_ASSIGN_OR_RETURN(const JobId id, jobIdFrom(request->job()));
        const std::vector<std::string> tasks(request->tasks().begin(), request->tasks().end());
        AERIE_RETURN_IF_ERROR(environment_.coordinator.cancel(id, tasks, request->request_id()).status());
        AERIE_ASSIGN_OR_RETURN(const JobView job, environment_.coordinator.job(id));
        *response = toProto(job);
        note(caller, tasks.empty() ? "job_cancelled" : "tasks_cancelled", request->job());
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* TrainingService::Retry(grpc::CallbackServerContext* context,
                                                 const v1::RetryTrainingRequest* request,
                                                 v1::TrainingJob* response) {
  return answer(
      environment_, context, "Retry", Role::kEngineer, [=, this](const Caller& caller) -> absl::Status {
        AERIE_ASSIGN_OR_RETURN(const JobId id, jobIdFrom(request->job()));
        const std::vector<std::string> tasks(request->tasks().begin(), request->tasks().end());
        AERIE_RETURN_IF_ERROR(environment_.coordinator.retry(id, tasks, request->request_id()).status());
        AERIE_ASSIGN_OR_RETURN(const JobView job, environment_.coordinator.job(id));
        *response = toProto(job);
        note(caller, "job_retried", request->job());
        return absl::OkStatus();
      });
}

grpc::ServerWriteReactor<v1::WatchTrainingResponse>* TrainingService::Watch(
    grpc::CallbackServerContext* context, const v1::WatchTrainingRequest* request) {
  return watchTraining(environment_, context, *request);
}

grpc::ServerWriteReactor<v1::TrainingLogsResponse>* TrainingService::Logs(
    grpc::CallbackServerContext* context, const v1::TrainingLogsRequest* request) {
  return sendLogs(environment_, context, *request);
}

grpc::ServerUnaryReactor* TrainingService::Plan(grpc::CallbackServerContext* context,
                                                const v1::PlanTrainingRequest* request,
                                                v1::TrainingPlan* response) {
  return answer(environment_, context, "Plan", Role::kViewer,
                [=, this](const Caller& caller) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(const SubmitInput input, fromProto(request->submit(), caller.name));
                  AERIE_ASSIGN_OR_RETURN(const training::Plan plan, environment_.coordinator.plan(input));
                  *response = toProto(plan);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* TrainingService::ListClusters(grpc::CallbackServerContext* context,
                                                        const v1::ListTrainingClustersRequest* request,
                                                        v1::ListTrainingClustersResponse* response) {
  return answer(environment_, context, "ListClusters", Role::kViewer,
                [=, this](const Caller&) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, environment_.coordinator.revision());
                  AERIE_ASSIGN_OR_RETURN(const std::vector<ClusterView> clusters,
                                         environment_.coordinator.clusters(request->include_gone()));
                  for (const ClusterView& cluster : clusters) *response->add_clusters() = toProto(cluster);
                  response->set_revision(revision);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* TrainingService::DeleteCluster(grpc::CallbackServerContext* context,
                                                         const v1::DeleteTrainingClusterRequest* request,
                                                         v1::TrainingCluster* response) {
  return answer(environment_, context, "DeleteCluster", Role::kEngineer,
                [=, this](const Caller& caller) -> absl::Status {
                  AERIE_RETURN_IF_ERROR(validateName("training cluster", request->name()));
                  AERIE_ASSIGN_OR_RETURN(
                      const ClusterView cluster,
                      environment_.coordinator.deleteCluster(request->name(), request->cancel_jobs()));
                  *response = toProto(cluster);
                  note(caller, "cluster_deleted", request->name());
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* TrainingService::Utilisation(grpc::CallbackServerContext* context,
                                                       const v1::TrainingUtilisationRequest* request,
                                                       v1::TrainingUtilisationResponse* response) {
  return answer(
      environment_, context, "Utilisation", Role::kViewer, [=, this](const Caller&) -> absl::Status {
        const UtilisationQuery query{request->cluster(), request->from_unix_ms(), request->to_unix_ms(),
                                     pageOf(request->max_points(), kPoints, kMaxPoints), request->per_host()};
        AERIE_ASSIGN_OR_RETURN(const UtilisationView view, environment_.coordinator.utilisation(query));
        *response = toProto(view);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* TrainingService::Timeline(grpc::CallbackServerContext* context,
                                                    const v1::TrainingTimelineRequest* request,
                                                    v1::TrainingTimelineResponse* response) {
  return answer(environment_, context, "Timeline", Role::kViewer, [=, this](const Caller&) -> absl::Status {
    if (request->job().empty() == request->cluster().empty())
      return invalidArgument("the timeline is that of a job or of a cluster: give one of them");
    TimelineQuery query;
    if (!request->job().empty()) {
      AERIE_ASSIGN_OR_RETURN(query.job, jobIdFrom(request->job()));
    }
    query.cluster = request->cluster();
    query.from_ms = request->from_unix_ms();
    query.to_ms = request->to_unix_ms();
    query.max_bars = pageOf(request->max_bars(), kMaxBars, kMaxBars);
    AERIE_ASSIGN_OR_RETURN(const TimelineView view, environment_.coordinator.timeline(query));
    *response = toProto(view);
    return absl::OkStatus();
  });
}

}  // namespace aerie::training_service
