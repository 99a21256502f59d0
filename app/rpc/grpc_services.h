// The gRPC implementations of api.h. Included by the implementation files of this room only.
#pragma once

#include "aerie/v1/control.grpc.pb.h"
#include "aerie/v1/monitoring.grpc.pb.h"
#include "app/rpc/api.h"
#include "app/rpc/grpc_call.h"

namespace aerie::rpc {

class GrpcRegistryApi final : public RegistryApi {
 public:
  explicit GrpcRegistryApi(const CallHome& home)
      : home_(home), stub_(v1::RegistryService::NewStub(home.channel)) {}
  Ticket registerBundle(const QString& path, QObject* context, Progress progress,
                        Answer<ModelVersion> answer) override;
  Ticket getVersion(const QString& model, const QString& version, QObject* context,
                    Answer<ModelVersion> answer) override;
  Ticket promote(const QString& model, const QString& version, const QString& stage, QObject* context,
                 Answer<ModelVersion> answer) override;
  Ticket archive(const QString& model, const QString& version, bool restore, QObject* context,
                 Answer<ModelVersion> answer) override;
  Ticket download(const QString& model, const QString& version, const QString& path, QObject* context,
                  Progress progress, Answer<qint64> answer) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::RegistryService::Stub> stub_;
};

class GrpcDeploymentApi final : public DeploymentApi {
 public:
  explicit GrpcDeploymentApi(const CallHome& home)
      : home_(home), stub_(v1::DeploymentService::NewStub(home.channel)) {}
  Ticket create(const DeploymentSpec& spec, QObject* context, Answer<Deployment> answer) override;
  Ticket scale(const QString& endpoint, quint32 replicas, quint64 expectedGeneration, QObject* context,
               Answer<Deployment> answer) override;
  Ticket restart(const QString& endpoint, QObject* context, Answer<Deployment> answer) override;
  Ticket rollback(const QString& endpoint, const QString& version, QObject* context,
                  Answer<Deployment> answer) override;
  Ticket remove(const QString& endpoint, QObject* context, Answer<Deployment> answer) override;
  Ticket followLogs(const QString& endpoint, const QString& replica, quint32 tailLines, QObject* context,
                    std::function<void(const std::vector<LogLine>&)> lines, Answer<Done> ended) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::DeploymentService::Stub> stub_;
};

class GrpcRoutingApi final : public RoutingApi {
 public:
  explicit GrpcRoutingApi(const CallHome& home)
      : home_(home), stub_(v1::RoutingService::NewStub(home.channel)) {}
  Ticket history(const QString& useCase, QObject* context, Answer<QList<Routing>> answer) override;
  Ticket apply(const Routing& routing, quint64 expectedRevision, bool validateOnly, QObject* context,
               Answer<Routing> answer) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::RoutingService::Stub> stub_;
};

class GrpcExperimentApi final : public ExperimentApi {
 public:
  explicit GrpcExperimentApi(const CallHome& home)
      : home_(home),
        stub_(v1::ExperimentService::NewStub(home.channel)),
        monitoring_(v1::MonitoringService::NewStub(home.channel)) {}
  Ticket create(const ExperimentDraft& draft, QObject* context, Answer<Experiment> answer) override;
  Ticket start(const QString& experiment, QObject* context, Answer<Experiment> answer) override;
  Ticket stop(const QString& experiment, QObject* context, Answer<Experiment> answer) override;
  Ticket setWeights(const WeightsChange& change, QObject* context, Answer<WeightsOutcome> answer) override;
  Ticket results(const QString& experiment, QObject* context, Answer<ExperimentResults> answer) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::ExperimentService::Stub> stub_;
  std::unique_ptr<v1::MonitoringService::Stub> monitoring_;
};

class GrpcMonitoringApi final : public MonitoringApi, public HostsApi, public AuditApi {
 public:
  explicit GrpcMonitoringApi(const CallHome& home)
      : home_(home),
        stub_(v1::MonitoringService::NewStub(home.channel)),
        system_(v1::SystemService::NewStub(home.channel)) {}
  Ticket queryMetrics(const MetricsQuery& query, QObject* context, Answer<MetricsAnswer> answer) override;
  Ticket listAlerts(bool includeResolved, QObject* context, Answer<QList<Alert>> answer) override;
  Ticket listMarkers(qint64 fromMs, qint64 toMs, QObject* context, Answer<QList<Marker>> answer) override;
  Ticket scoreHistogram(const QString& useCase, qint64 fromMs, qint64 toMs, QObject* context,
                        Answer<ScoreHistogram> answer) override;
  Ticket listHosts(QObject* context, Answer<QList<Host>> answer) override;
  Ticket listAudit(const AuditQuery& query, QObject* context, Answer<QList<AuditEntry>> answer) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::MonitoringService::Stub> stub_;
  std::unique_ptr<v1::SystemService::Stub> system_;
};

class GrpcSystemApi final : public SystemApi {
 public:
  explicit GrpcSystemApi(const CallHome& home)
      : home_(home), stub_(v1::SystemService::NewStub(home.channel)) {}
  Ticket getStatus(QObject* context, Answer<SystemStatus> answer) override;
  Ticket watch(QObject* context, std::function<void(const WorldUpdate&)> update, Answer<Done> ended) override;

 private:
  const CallHome& home_;
  std::unique_ptr<v1::SystemService::Stub> stub_;
};

}  // namespace aerie::rpc
