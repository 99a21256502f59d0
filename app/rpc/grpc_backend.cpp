#include "app/rpc/grpc_backend.h"

#include "app/rpc/convert.h"
#include "app/rpc/grpc_services.h"
#include "app/rpc/grpc_simulation.h"
#include "app/rpc/grpc_training.h"
#include "app/rpc/profile_channel.h"
#include "core/base/status.h"
#include "core/net/channel.h"

namespace aerie::rpc {
namespace {

// All changes of a deployment answer the deployment, so they differ only in the request and the stub's
// method.
template <class Req>
Ticket changeDeployment(const CallHome& home, v1::DeploymentService::Stub& stub,
                        void (v1::DeploymentService::StubInterface::async_interface::*method)(
                            grpc::ClientContext*, const Req*, v1::Deployment*,
                            std::function<void(grpc::Status)>),
                        QObject* context, Req request, Answer<Deployment> answer) {
  request.set_request_id(randomId());
  return unary<v1::Deployment, Deployment>(
      home, context, std::move(request),
      [&stub, method](auto* ctx, auto* req, auto* resp, auto done) {
        (static_cast<v1::DeploymentService::StubInterface::async_interface*>(stub.async())->*method)(
            ctx, req, resp, done);
      },
      [](const v1::Deployment& d) { return fromProto(d); }, std::move(answer));
}

v1::DeploymentRequest endpointRequest(const QString& endpoint) {
  v1::DeploymentRequest request;
  request.set_endpoint(endpoint.toStdString());
  return request;
}

v1::ExperimentRequest experimentRequest(const QString& experiment) {
  v1::ExperimentRequest request;
  request.set_name(experiment.toStdString());
  request.set_request_id(randomId());
  return request;
}

using DeploymentCalls = v1::DeploymentService::StubInterface::async_interface;

}  // namespace

Ticket GrpcDeploymentApi::create(const DeploymentSpec& spec, QObject* context, Answer<Deployment> answer) {
  v1::CreateDeploymentRequest request;
  *request.mutable_spec() = toProto(spec);
  return changeDeployment<v1::CreateDeploymentRequest>(home_, *stub_, &DeploymentCalls::Create, context,
                                                       std::move(request), std::move(answer));
}

Ticket GrpcDeploymentApi::scale(const QString& endpoint, quint32 replicas, quint64 expectedGeneration,
                                QObject* context, Answer<Deployment> answer) {
  v1::ScaleRequest request;
  request.set_endpoint(endpoint.toStdString());
  request.set_replicas(replicas);
  request.set_expected_generation(expectedGeneration);
  return changeDeployment<v1::ScaleRequest>(home_, *stub_, &DeploymentCalls::Scale, context,
                                            std::move(request), std::move(answer));
}

Ticket GrpcDeploymentApi::restart(const QString& endpoint, QObject* context, Answer<Deployment> answer) {
  return changeDeployment<v1::DeploymentRequest>(home_, *stub_, &DeploymentCalls::Restart, context,
                                                 endpointRequest(endpoint), std::move(answer));
}

Ticket GrpcDeploymentApi::rollback(const QString& endpoint, const QString& version, QObject* context,
                                   Answer<Deployment> answer) {
  v1::RollbackRequest request;
  request.set_endpoint(endpoint.toStdString());
  request.set_version(version.toStdString());
  return changeDeployment<v1::RollbackRequest>(home_, *stub_, &DeploymentCalls::Rollback, context,
                                               std::move(request), std::move(answer));
}

Ticket GrpcDeploymentApi::remove(const QString& endpoint, QObject* context, Answer<Deployment> answer) {
  return changeDeployment<v1::DeploymentRequest>(home_, *stub_, &DeploymentCalls::Delete, context,
                                                 endpointRequest(endpoint), std::move(answer));
}

Ticket GrpcRoutingApi::history(const QString& useCase, QObject* context, Answer<QList<Routing>> answer) {
  v1::RoutingRequest request;
  request.set_model_use_case(useCase.toStdString());
  return unary<v1::ListRoutingResponse, QList<Routing>>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->History(ctx, req, resp, done); },
      [](const v1::ListRoutingResponse& list) {
        QList<Routing> out;
        for (const auto& r : list.routings()) out.append(fromProto(r));
        return out;
      },
      std::move(answer));
}

Ticket GrpcRoutingApi::apply(const Routing& routing, quint64 expectedRevision, bool validateOnly,
                             QObject* context, Answer<Routing> answer) {
  v1::ApplyRoutingRequest request;
  *request.mutable_config() = toProto(routing);
  request.set_expected_revision(expectedRevision);
  request.set_validate_only(validateOnly);
  request.set_comment(routing.comment.toStdString());
  request.set_request_id(randomId());
  return unary<v1::RoutingRevision, Routing>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Apply(ctx, req, resp, done); },
      [](const v1::RoutingRevision& r) { return fromProto(r); }, std::move(answer));
}

Ticket GrpcExperimentApi::create(const ExperimentDraft& draft, QObject* context, Answer<Experiment> answer) {
  v1::CreateExperimentRequest request = toProto(draft);
  request.set_request_id(randomId());
  return unary<v1::Experiment, Experiment>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Create(ctx, req, resp, done); },
      [](const v1::Experiment& e) { return fromProto(e); }, std::move(answer));
}

Ticket GrpcExperimentApi::start(const QString& experiment, QObject* context, Answer<Experiment> answer) {
  return unary<v1::Experiment, Experiment>(
      home_, context, experimentRequest(experiment),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Start(ctx, req, resp, done); },
      [](const v1::Experiment& e) { return fromProto(e); }, std::move(answer));
}

Ticket GrpcExperimentApi::stop(const QString& experiment, QObject* context, Answer<Experiment> answer) {
  return unary<v1::Experiment, Experiment>(
      home_, context, experimentRequest(experiment),
      [this](auto* ctx, auto* req, auto* resp, auto done) { stub_->async()->Stop(ctx, req, resp, done); },
      [](const v1::Experiment& e) { return fromProto(e); }, std::move(answer));
}

Ticket GrpcExperimentApi::setWeights(const WeightsChange& change, QObject* context,
                                     Answer<WeightsOutcome> answer) {
  v1::SetWeightsRequest request = toProto(change);
  request.set_request_id(randomId());
  return unary<v1::SetWeightsResponse, WeightsOutcome>(
      home_, context, std::move(request),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->SetWeights(ctx, req, resp, done);
      },
      [](const v1::SetWeightsResponse& r) {
        return WeightsOutcome{fromProto(r.experiment()), r.buckets_moved()};
      },
      std::move(answer));
}

Ticket GrpcSystemApi::getStatus(QObject* context, Answer<SystemStatus> answer) {
  return unary<v1::SystemStatus, SystemStatus>(
      home_, context, v1::StatusRequest(),
      [this](auto* ctx, auto* req, auto* resp, auto done) {
        stub_->async()->GetStatus(ctx, req, resp, done);
      },
      [](const v1::SystemStatus& s) { return fromProto(s); }, std::move(answer),
      std::chrono::milliseconds(3'000));
}

struct GrpcBackend::Impl {
  explicit Impl(CallHome h, net::ChannelOptions options = {})
      : home(std::move(h)), training(home, std::move(options)) {}
  CallHome home;
  GrpcRegistryApi registry{home};
  GrpcDeploymentApi deployments{home};
  GrpcRoutingApi routing{home};
  GrpcExperimentApi experiments{home};
  GrpcSystemApi system{home};
  GrpcMonitoringApi monitoring{home};
  GrpcSimulationApi simulation{home};
  GrpcTrainingApi training;
};

GrpcBackend::GrpcBackend(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GrpcBackend::~GrpcBackend() { shutdown(); }

absl::StatusOr<std::unique_ptr<GrpcBackend>> GrpcBackend::create(QObject& gui, const std::string& address) {
  auto channel = net::connect(address);
  if (!channel.ok()) return channel.status();
  CallHome home{gui, std::make_shared<CallBook>(), *std::move(channel)};
  return std::unique_ptr<GrpcBackend>(new GrpcBackend(std::make_unique<Impl>(std::move(home))));
}

absl::StatusOr<std::unique_ptr<GrpcBackend>> GrpcBackend::create(QObject& gui, const Profile& profile) {
  if (profile.address.isEmpty()) return create(gui, "127.0.0.1:1");  // nothing is asked before it is known
  AERIE_ASSIGN_OR_RETURN(net::ChannelOptions options, channelOptionsOf(profile));
  options.own_connection = true;
  AERIE_ASSIGN_OR_RETURN(auto channel, net::connect(profile.address.toStdString(), options));
  CallHome home{gui, std::make_shared<CallBook>(), std::move(channel)};
  return std::unique_ptr<GrpcBackend>(
      new GrpcBackend(std::make_unique<Impl>(std::move(home), std::move(options))));
}

Ticket GrpcBackend::probe(QObject& gui, const Profile& profile, QObject* context,
                          Answer<SystemStatus> answer) {
  auto created = create(gui, profile);
  if (!created.ok()) {
    post(gui, QPointer<QObject>(context), [answer, status = created.status()] { answer(status); });
    return {};
  }
  // Deleted in the GUI thread, by its answer or with `gui`: never in one of the library's.
  struct Holder final : QObject {
    using QObject::QObject;
    std::unique_ptr<GrpcBackend> backend;
  };
  auto* holder = new Holder(&gui);
  holder->backend = *std::move(created);
  return holder->backend->apis().system.getStatus(
      holder, [holder, guard = QPointer<QObject>(context), answer](const absl::StatusOr<SystemStatus>& status) {
        if (guard) answer(status);
        holder->deleteLater();
      });
}

Apis GrpcBackend::apis() {
  return {impl_->registry, impl_->deployments, impl_->routing,    impl_->experiments,
          impl_->system,   impl_->monitoring,  impl_->monitoring, impl_->monitoring,
          impl_->simulation, impl_->training};
}

void GrpcBackend::setSimulation(const std::string& address) { impl_->simulation.connectTo(address); }

absl::Status GrpcBackend::setTraining(const QString& address) { return impl_->training.connectTo(address); }

void GrpcBackend::shutdown() { impl_->home.book->cancelAllAndWait(); }

}  // namespace aerie::rpc
