#include "services/control/deployment_service.h"

#include <deque>
#include <fstream>

#include "core/base/status.h"
#include "services/control/log_merge.h"
#include "services/control/registry_service.h"
#include "services/control/to_proto.h"
#include "services/control/worker_command.h"
#include "services/control/world.h"

namespace aerie::control {
namespace {

using services::Caller;
using services::Role;

constexpr std::string_view kSidecarSuffix = "/sidecar";  // of a replica's id: the log of its sidecar

// Follows the log files of one or all replicas and of their sidecars. A follower that does not read is not
// buffered for: the file waits.
class LogReactor final : public grpc::ServerWriteReactor<v1::LogLine> {
 public:
  static constexpr auto kPoll = std::chrono::milliseconds(300);
  static constexpr std::uint32_t kMaxTail = 10'000;
  static constexpr std::size_t kMaxLine = 64 << 10;

  LogReactor(Environment& environment, const ControlOptions& options, grpc::CallbackServerContext* context,
             const v1::LogsRequest* request)
      : environment_(environment), options_(options), context_(context), request_(*request) {
    const auto caller = environment_.authenticator.require(context->client_metadata(), Role::kViewer);
    if (!caller.ok()) {
      finish(caller.status());
      return;
    }
    submit([this] { open(); });
  }
  void OnWriteDone(bool ok) override {
    if (!ok) {
      finish(absl::CancelledError("the caller went away"));
      return;
    }
    submit([this] { next(); });
  }
  void OnDone() override { delete this; }

 private:
  struct File {
    std::string replica;  // as lines name it
    std::filesystem::path path;
    std::ifstream stream = {};  // not open: it isn't there yet
    std::string rest = {};      // a line that has no end yet
  };
  void finish(const absl::Status& status) { Finish(environment_.finished("Logs", status)); }
  void submit(std::function<void()> task) {
    if (!environment_.executor.submit(std::move(task))) finish(environment_.overloaded());
  }

  void open() {
    const auto deployment = environment_.deployments.get(request_.endpoint());
    if (!deployment.ok()) {
      finish(deployment.status());
      return;
    }
    for (const deploy::Replica& replica : deployment->state.replicas) {
      const std::string sidecar = replica.id + std::string(kSidecarSuffix);
      const bool whole = request_.replica().empty() || request_.replica() == replica.id;
      if (whole) files_.push_back({replica.id, replica.log_path});
      if ((whole || request_.replica() == sidecar) && deployment->spec.runtime == "sidecar")
        files_.push_back({sidecar, sidecarLog(options_, replica.id)});
    }
    if (std::none_of(files_.begin(), files_.end(), [](File& file) { return isThere(file); })) {
      finish(notFound("worker endpoint {} has no log{}", request_.endpoint(),
                      request_.replica().empty() ? " yet" : " of a replica " + request_.replica()));
      return;
    }
    const std::uint32_t tail = std::min(request_.tail_lines() == 0 ? 100U : request_.tail_lines(), kMaxTail);
    readAll(tail);
    next();
  }

  // What is new in all files, by time; of each no more than `limit` lines.
  void readAll(std::size_t limit) {
    std::vector<std::deque<v1::LogLine>> lines(files_.size());
    for (std::size_t i = 0; i < files_.size(); ++i) read(files_[i], lines[i], limit);
    lines_ = mergedByTime(std::move(lines));
  }

  static bool isThere(File& file) {
    if (!file.stream.is_open()) file.stream.open(file.path, std::ios::binary);
    return file.stream.is_open();
  }

  // Appends the whole lines that are there now; keeps the last `limit`.
  static void read(File& file, std::deque<v1::LogLine>& lines, std::size_t limit) {
    if (!isThere(file)) return;
    file.stream.clear();
    std::string piece;
    while (std::getline(file.stream, piece)) {
      file.rest += piece;
      if (file.stream.eof()) break;  // the end of the line is not written yet
      v1::LogLine& line = lines.emplace_back();
      line.set_replica(file.replica);
      line.set_text(file.rest.substr(0, kMaxLine));
      file.rest.clear();
      if (lines.size() > limit) lines.pop_front();
    }
  }

  void next() {
    if (context_->IsCancelled()) {
      finish(absl::CancelledError("the caller went away"));
      return;
    }
    if (lines_.empty() && request_.follow()) readAll(kMaxTail);
    if (!lines_.empty()) {
      line_ = std::move(lines_.front());
      lines_.pop_front();
      StartWrite(&line_);
    } else if (request_.follow()) {
      environment_.ticker.after(kPoll, [this] { submit([this] { next(); }); });
    } else {
      finish(absl::OkStatus());
    }
  }

  Environment& environment_;
  const ControlOptions& options_;
  grpc::CallbackServerContext* const context_;
  const v1::LogsRequest request_;
  std::vector<File> files_;
  std::deque<v1::LogLine> lines_;
  v1::LogLine line_;
};

// Audits a change, shows it, and answers the deployment.
absl::Status changed(Environment& environment, const Caller& caller, const std::string& action,
                     const std::string& detail, const absl::StatusOr<deploy::Deployment>& deployment,
                     v1::Deployment* response) {
  if (!deployment.ok()) return deployment.status();
  *response = toProto(*deployment);
  environment.world.touch(World::kDeployments);
  return environment.audit.append(caller.name, action, deployment->spec.endpoint, detail);
}

std::string wantedText(const v1::DeploymentSpec& spec) {
  return fmt::format("{} {} {}, {} replicas", spec.model(), spec.version().empty() ? "stage" : "version",
                     spec.version().empty() ? spec.stage() : spec.version(), spec.replicas());
}

absl::StatusOr<deploy::Deployment> rollBack(Environment& environment, const Caller& caller,
                                            const v1::RollbackRequest& request, std::string* version) {
  AERIE_ASSIGN_OR_RETURN(*version,
                         environment.deployments.rollbackVersion(request.endpoint(), request.version()));
  AERIE_ASSIGN_OR_RETURN(const deploy::Deployment known, environment.deployments.get(request.endpoint()));
  if (known.spec.stage.empty()) return environment.deployments.setVersion(request.endpoint(), *version);
  // It follows a stage: the stage goes back, so that registry and live traffic keep telling the same story.
  AERIE_RETURN_IF_ERROR(
      promote(environment, caller.name, known.spec.model, *version, known.spec.stage).status());
  return environment.deployments.get(request.endpoint());
}

}  // namespace

grpc::ServerUnaryReactor* DeploymentService::Create(grpc::CallbackServerContext* context,
                                                    const v1::CreateDeploymentRequest* request,
                                                    v1::Deployment* response) {
  return answerChange(environment_, context, "CreateDeployment", Role::kEngineer, request->request_id(),
                      response, [=, this](const Caller& caller) -> absl::Status {
                        const v1::DeploymentSpec& spec = request->spec();
                        AERIE_RETURN_IF_ERROR(checkRuntime(options_, spec.endpoint(), spec.runtime()));
                        return changed(environment_, caller, "deployment.create", wantedText(spec),
                                       environment_.deployments.createDeployment(fromProto(spec)), response);
                      });
}

grpc::ServerUnaryReactor* DeploymentService::List(grpc::CallbackServerContext* context,
                                                  const v1::ListDeploymentsRequest*,
                                                  v1::ListDeploymentsResponse* response) {
  return answer(environment_, context, "ListDeployments", Role::kViewer, [=, this](const Caller&) {
    for (const deploy::Deployment& d : environment_.deployments.list()) {
      v1::Deployment& out = *response->add_deployments();
      out = toProto(d);
      usage_.fill(d, out);
    }
    response->set_revision(environment_.deployments.revision());
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* DeploymentService::Get(grpc::CallbackServerContext* context,
                                                 const v1::DeploymentRequest* request,
                                                 v1::Deployment* response) {
  return answer(environment_, context, "GetDeployment", Role::kViewer,
                [=, this](const Caller&) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(const deploy::Deployment deployment,
                                         environment_.deployments.get(request->endpoint()));
                  *response = toProto(deployment);
                  usage_.fill(deployment, *response);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* DeploymentService::Scale(grpc::CallbackServerContext* context,
                                                   const v1::ScaleRequest* request,
                                                   v1::Deployment* response) {
  return answerChange(
      environment_, context, "Scale", Role::kEngineer, request->request_id(), response,
      [=, this](const Caller& caller) -> absl::Status {
        const std::vector<std::string> uses = environment_.configs.usesOf(request->endpoint());
        if (request->replicas() == 0 && !uses.empty()) {
          return failedPrecondition(
              "worker endpoint {} cannot be scaled to zero: the routing of {} uses it; apply a routing "
              "without it first",
              request->endpoint(), fmt::join(uses, ", "));
        }
        return changed(environment_, caller, "deployment.scale",
                       fmt::format("to {} replicas", request->replicas()),
                       environment_.deployments.scale(request->endpoint(), request->replicas(),
                                                      request->expected_generation()),
                       response);
      });
}

grpc::ServerUnaryReactor* DeploymentService::Restart(grpc::CallbackServerContext* context,
                                                     const v1::DeploymentRequest* request,
                                                     v1::Deployment* response) {
  return answerChange(environment_, context, "Restart", Role::kEngineer, request->request_id(), response,
                      [=, this](const Caller& caller) {
                        return changed(environment_, caller, "deployment.restart", "",
                                       environment_.deployments.restart(request->endpoint()), response);
                      });
}

grpc::ServerUnaryReactor* DeploymentService::Rollback(grpc::CallbackServerContext* context,
                                                      const v1::RollbackRequest* request,
                                                      v1::Deployment* response) {
  return answerChange(environment_, context, "Rollback", Role::kEngineer, request->request_id(), response,
                      [=, this](const Caller& caller) {
                        std::string version;
                        const auto deployment = rollBack(environment_, caller, *request, &version);
                        return changed(environment_, caller, "deployment.rollback", "to version " + version,
                                       deployment, response);
                      });
}

grpc::ServerUnaryReactor* DeploymentService::Delete(grpc::CallbackServerContext* context,
                                                    const v1::DeploymentRequest* request,
                                                    v1::Deployment* response) {
  return answerChange(environment_, context, "DeleteDeployment", Role::kEngineer, request->request_id(),
                      response, [=, this](const Caller& caller) -> absl::Status {
                        AERIE_RETURN_IF_ERROR(environment_.deployments.get(request->endpoint()).status());
                        AERIE_RETURN_IF_ERROR(environment_.configs.retire(request->endpoint()));
                        return changed(environment_, caller, "deployment.delete", "",
                                       environment_.deployments.remove(request->endpoint()), response);
                      });
}

grpc::ServerWriteReactor<v1::LogLine>* DeploymentService::Logs(grpc::CallbackServerContext* context,
                                                               const v1::LogsRequest* request) {
  return new LogReactor(environment_, options_, context, request);
}

void UsageTable::fill(const deploy::Deployment& deployment, v1::Deployment& out) {
  const MonoTime now = clock_.monoNow();
  const std::int64_t now_ms = unixMillis(clock_.wallNow());
  for (int i = 0; i < out.replicas_size(); ++i) {
    const deploy::Replica& replica = deployment.state.replicas[static_cast<std::size_t>(i)];
    const std::pair key{replica.pid, replica.start_ticks};
    const auto usage = replica.pid == 0 ? std::nullopt : launcher_.usage({replica.pid, replica.start_ticks});
    MutexLock lock(mutex_);
    if (!usage) {
      samples_.erase(key);
      continue;
    }
    const auto percent = [](double cpu_seconds, double seconds) {
      return std::round(100.0 * std::max(0.0, cpu_seconds) / seconds);
    };
    const double age =
        static_cast<double>(std::max<std::int64_t>(1'000, now_ms - replica.started_ms)) / 1'000;
    const auto [it, fresh] = samples_.try_emplace(key, Sample{now, *usage, percent(usage->cpu_seconds, age)});
    Sample& sample = it->second;
    const double seconds = std::chrono::duration<double>(now - sample.at).count();
    // Whole seconds and rounded figures: a watcher is not woken by noise.
    if (!fresh && seconds >= 1.0) {
      sample = {now, *usage, percent(usage->cpu_seconds - sample.usage.cpu_seconds, seconds)};
    }
    out.mutable_replicas(i)->set_memory_bytes(sample.usage.memory_bytes >> 20 << 20);
    out.mutable_replicas(i)->set_cpu_percent(sample.percent);
  }
}

}  // namespace aerie::control
