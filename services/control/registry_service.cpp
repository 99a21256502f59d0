#include "services/control/registry_service.h"

#include <fstream>

#include "core/base/status.h"
#include "core/bundle/bundle.h"
#include "core/telemetry/log.h"
#include "services/control/to_proto.h"
#include "services/control/world.h"

namespace aerie::control {
namespace {

constexpr std::size_t kMaxChunk = 1 << 20;
constexpr std::size_t kMaxSelfTest = 1 << 20;  // of an answer, which may have four times that
using services::Role;

// One upload. Bytes are written on the executor; the next chunk is read when the one before is on disk, so a
// slow disk slows the sender. An upload that ends early is dropped with everything it wrote.
class UploadReactor final : public grpc::ServerReadReactor<v1::RegisterChunk> {
 public:
  UploadReactor(Environment& environment, grpc::CallbackServerContext* context, v1::ModelVersion* response)
      : environment_(environment), context_(context), response_(response) {
    const auto caller = environment_.authenticator.require(context->client_metadata(), Role::kEngineer);
    if (!caller.ok()) {
      finish(caller.status());
      return;
    }
    caller_ = caller->name;
    StartRead(&chunk_);
  }

  void OnReadDone(bool ok) override {
    if (finished_) return;
    if (!environment_.executor.submit([this, ok] { ok ? take() : end(); })) {
      finish(environment_.overloaded());
    }
  }
  void OnDone() override { delete this; }

 private:
  void finish(const absl::Status& status) {
    finished_ = true;
    upload_.reset();
    Finish(environment_.finished("Register", status));
  }

  void take() {
    const absl::Status status = append();
    if (!status.ok()) {
      finish(status);
      return;
    }
    StartRead(&chunk_);
  }

  absl::Status append() {
    if (chunk_.has_header()) {
      if (upload_) return invalidArgument("register: the header came twice");
      const v1::RegisterHeader& header = chunk_.header();
      registry::UploadHeader announced{header.model(), {header.digest(), std::nullopt}};
      if (header.size_bytes() != 0) announced.expected.size = header.size_bytes();
      AERIE_ASSIGN_OR_RETURN(upload_, environment_.registry.beginUpload(std::move(announced)));
      return absl::OkStatus();
    }
    if (!upload_) return invalidArgument("register: the first message must be the header");
    if (chunk_.data().size() > kMaxChunk) {
      return invalidArgument("register: a chunk of {} bytes is over the limit of {}", chunk_.data().size(),
                             kMaxChunk);
    }
    return upload_->append(chunk_.data());
  }

  void end() {
    if (context_->IsCancelled()) {
      finish(absl::CancelledError("the upload was cancelled"));
      return;
    }
    if (!upload_) {
      finish(invalidArgument("register: the stream ended before the header"));
      return;
    }
    const auto registration = upload_->finish(caller_);
    if (!registration.ok()) {
      finish(registration.status());
      return;
    }
    const registry::ModelVersion& version = registration->version;
    absl::Status status;
    if (registration->created) {
      MutexLock lock(environment_.change_mutex);
      status = environment_.audit.append(caller_, "registry.register", version.model + "@" + version.version,
                                         fmt::format("digest {} signer {}", version.digest, version.signer));
    }
    *response_ = toProto(version);
    environment_.world.touch(World::kModels);
    finish(status);
  }

  Environment& environment_;
  grpc::CallbackServerContext* const context_;
  v1::ModelVersion* const response_;
  v1::RegisterChunk chunk_;
  std::string caller_;
  std::unique_ptr<registry::Upload> upload_;
  bool finished_ = false;
};

// One download: the version first, then the archive in pieces.
class DownloadReactor final : public grpc::ServerWriteReactor<v1::DownloadChunk> {
 public:
  DownloadReactor(Environment& environment, grpc::CallbackServerContext* context,
                  const v1::DownloadRequest* request)
      : environment_(environment), request_(*request) {
    const auto caller = environment_.authenticator.require(context->client_metadata(), Role::kViewer);
    if (!caller.ok()) {
      Finish(environment_.finished("Download", caller.status()));
      return;
    }
    submit([this] { open(); });
  }
  void OnWriteDone(bool ok) override {
    if (!ok) {
      Finish(environment_.finished("Download", absl::CancelledError("the caller went away")));
      return;
    }
    submit([this] { next(); });
  }
  void OnDone() override { delete this; }

 private:
  void submit(std::function<void()> task) {
    if (!environment_.executor.submit(std::move(task))) {
      Finish(environment_.finished("Download", environment_.overloaded()));
    }
  }
  void open() {
    const auto download = environment_.registry.openForDownload(request_.model(), request_.version());
    if (!download.ok()) {
      Finish(environment_.finished("Download", download.status()));
      return;
    }
    file_.open(download->archive, std::ios::binary);
    if (!file_) {
      Finish(environment_.finished("Download", dataLoss("{}: cannot be opened", download->archive.string())));
      return;
    }
    *chunk_.mutable_version() = toProto(download->version);
    StartWrite(&chunk_);
  }
  void next() {
    std::string& data = *chunk_.mutable_data();
    data.resize(kMaxChunk);
    file_.read(data.data(), static_cast<std::streamsize>(data.size()));
    data.resize(static_cast<std::size_t>(file_.gcount()));
    if (data.empty()) {
      Finish(environment_.finished("Download", absl::OkStatus()));
      return;
    }
    StartWrite(&chunk_);
  }

  Environment& environment_;
  const v1::DownloadRequest request_;
  v1::DownloadChunk chunk_;
  std::ifstream file_;
};

// The self-test stands in the archive alone. One that cannot be read, or is long, is left out: the rest of
// the version is known, and a download tells what is wrong.
void addSelfTest(const registry::Registry& registry, v1::ModelVersion& version) {
  const auto download = registry.openForDownload(version.model(), version.version());
  if (!download.ok()) return;
  auto info = bundle::inspect(download->archive);
  if (!info.ok()) {
    log::get("registry")
        ->warn("self_test_not_read version={}@{} {}", version.model(), version.version(),
               toText(info.status()));
    return;
  }
  if (info->self_test.ByteSizeLong() <= kMaxSelfTest)
    *version.mutable_self_test() = std::move(info->self_test);
}

}  // namespace

absl::Status listModels(const registry::Registry& registry, const std::string& search, bool include_archived,
                        v1::ListModelsResponse& response) {
  AERIE_ASSIGN_OR_RETURN(const std::vector<registry::Model> models, registry.list(search, include_archived));
  for (const registry::Model& model : models) *response.add_models() = toProto(model);
  AERIE_ASSIGN_OR_RETURN(const std::uint64_t revision, registry.revision());
  response.set_revision(revision);
  return absl::OkStatus();
}

absl::StatusOr<registry::ModelVersion> promote(Environment& environment, const std::string& actor,
                                               const std::string& model, const std::string& version,
                                               const std::string& stage) {
  AERIE_ASSIGN_OR_RETURN(const registry::Promotion promotion,
                         environment.registry.promote(model, version, stage, actor));
  if (promotion.changed) {
    AERIE_ASSIGN_OR_RETURN(const std::vector<std::string> followers,
                           environment.deployments.stageMoved(model, stage));
    std::string detail = fmt::format("stage {} from version {}", stage,
                                     promotion.previous.empty() ? "none" : promotion.previous);
    for (const std::string& follower : followers) detail += "; relaunches " + follower;
    AERIE_RETURN_IF_ERROR(
        environment.audit.append(actor, "registry.promote", model + "@" + promotion.version.version, detail));
    environment.world.touch(World::kModels);
    environment.world.touch(World::kDeployments);
  }
  return promotion.version;
}

grpc::ServerReadReactor<v1::RegisterChunk>* RegistryService::Register(grpc::CallbackServerContext* context,
                                                                      v1::ModelVersion* response) {
  return new UploadReactor(environment_, context, response);
}

grpc::ServerUnaryReactor* RegistryService::ListModels(grpc::CallbackServerContext* context,
                                                      const v1::ListModelsRequest* request,
                                                      v1::ListModelsResponse* response) {
  return answer(environment_, context, "ListModels", Role::kViewer, [=, this](const services::Caller&) {
    return listModels(environment_.registry, request->search(), request->include_archived(), *response);
  });
}

grpc::ServerUnaryReactor* RegistryService::GetModelVersion(grpc::CallbackServerContext* context,
                                                           const v1::GetModelVersionRequest* request,
                                                           v1::ModelVersion* response) {
  return answer(environment_, context, "GetModelVersion", Role::kViewer,
                [=, this](const services::Caller&) -> absl::Status {
                  AERIE_ASSIGN_OR_RETURN(const registry::ModelVersion version,
                                         environment_.registry.get(request->model(), request->version()));
                  *response = toProto(version);
                  addSelfTest(environment_.registry, *response);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* RegistryService::Promote(grpc::CallbackServerContext* context,
                                                   const v1::PromoteRequest* request,
                                                   v1::ModelVersion* response) {
  return answerChange(environment_, context, "Promote", Role::kEngineer, request->request_id(), response,
                      [=, this](const services::Caller& caller) -> absl::Status {
                        AERIE_ASSIGN_OR_RETURN(const registry::ModelVersion version,
                                               promote(environment_, caller.name, request->model(),
                                                       request->version(), request->stage()));
                        *response = toProto(version);
                        return absl::OkStatus();
                      });
}

grpc::ServerUnaryReactor* RegistryService::Archive(grpc::CallbackServerContext* context,
                                                   const v1::ArchiveRequest* request,
                                                   v1::ModelVersion* response) {
  return answerChange(
      environment_, context, "Archive", Role::kEngineer, request->request_id(), response,
      [=, this](const services::Caller& caller) -> absl::Status {
        for (const deploy::Deployment& d : environment_.deployments.list()) {
          const bool uses =
              d.spec.model == request->model() &&
              (d.spec.version == request->version() || d.state.serving.version == request->version());
          if (uses && !request->restore()) {
            return failedPrecondition(
                "version {} of {} is deployed at worker endpoint {}; deploy another version there first",
                request->version(), request->model(), d.spec.endpoint);
          }
        }
        auto version = request->restore()
                           ? environment_.registry.restore(request->model(), request->version(), caller.name)
                           : environment_.registry.archive(request->model(), request->version(), caller.name);
        if (!version.ok()) return version.status();
        AERIE_RETURN_IF_ERROR(environment_.audit.append(
            caller.name, request->restore() ? "registry.restore" : "registry.archive",
            version->model + "@" + version->version, ""));
        *response = toProto(*version);
        environment_.world.touch(World::kModels);
        return absl::OkStatus();
      });
}

grpc::ServerWriteReactor<v1::DownloadChunk>* RegistryService::Download(grpc::CallbackServerContext* context,
                                                                       const v1::DownloadRequest* request) {
  return new DownloadReactor(environment_, context, request);
}

}  // namespace aerie::control
