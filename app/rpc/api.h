// The seams between presenters and the control plane: one interface for each service. GUI thread only; see
// ticket.h for what an Answer promises. Implementations: GrpcBackend here, fakes in tests/app/fakes.
#pragma once

#include <QObject>
#include <vector>

#include "app/rpc/monitoring_types.h"
#include "app/rpc/ticket.h"
#include "app/rpc/training_api.h"
#include "app/rpc/types.h"

namespace aerie::rpc {

class RegistryApi {
 public:
  virtual ~RegistryApi() = default;
  // Streams the archive at `path`; the control plane checks size, digest, entries and signature before it
  // exists.
  virtual Ticket registerBundle(const QString& path, QObject* context, Progress progress,
                                Answer<ModelVersion> answer) = 0;
  virtual Ticket getVersion(const QString& model, const QString& version, QObject* context,
                            Answer<ModelVersion> answer) = 0;
  virtual Ticket promote(const QString& model, const QString& version, const QString& stage, QObject* context,
                         Answer<ModelVersion> answer) = 0;
  virtual Ticket archive(const QString& model, const QString& version, bool restore, QObject* context,
                         Answer<ModelVersion> answer) = 0;
  // Writes the archive to `path` when all of it has come and its digest is right; answers the bytes written.
  virtual Ticket download(const QString& model, const QString& version, const QString& path, QObject* context,
                          Progress progress, Answer<qint64> answer) = 0;
};

class DeploymentApi {
 public:
  virtual ~DeploymentApi() = default;
  virtual Ticket create(const DeploymentSpec& spec, QObject* context, Answer<Deployment> answer) = 0;
  // expectedGeneration 0: whatever is there; otherwise Aborted when somebody else changed it meanwhile.
  virtual Ticket scale(const QString& endpoint, quint32 replicas, quint64 expectedGeneration,
                       QObject* context, Answer<Deployment> answer) = 0;
  virtual Ticket restart(const QString& endpoint, QObject* context, Answer<Deployment> answer) = 0;
  // version "": the one before.
  virtual Ticket rollback(const QString& endpoint, const QString& version, QObject* context,
                          Answer<Deployment> answer) = 0;
  virtual Ticket remove(const QString& endpoint, QObject* context, Answer<Deployment> answer) = 0;
  // The last `tailLines` lines of a replica ("" = all of them), then what follows until cancelled.
  virtual Ticket followLogs(const QString& endpoint, const QString& replica, quint32 tailLines,
                            QObject* context, std::function<void(const std::vector<LogLine>&)> lines,
                            Answer<Done> ended) = 0;
};

class RoutingApi {
 public:
  virtual ~RoutingApi() = default;
  // Newest first.
  virtual Ticket history(const QString& useCase, QObject* context, Answer<QList<Routing>> answer) = 0;
  virtual Ticket apply(const Routing& routing, quint64 expectedRevision, bool validateOnly, QObject* context,
                       Answer<Routing> answer) = 0;
};

class ExperimentApi {
 public:
  virtual ~ExperimentApi() = default;
  virtual Ticket create(const ExperimentDraft& draft, QObject* context, Answer<Experiment> answer) = 0;
  virtual Ticket start(const QString& experiment, QObject* context, Answer<Experiment> answer) = 0;
  virtual Ticket stop(const QString& experiment, QObject* context, Answer<Experiment> answer) = 0;
  virtual Ticket setWeights(const WeightsChange& change, QObject* context, Answer<WeightsOutcome> answer) = 0;
  virtual Ticket results(const QString& experiment, QObject* context, Answer<ExperimentResults> answer) = 0;
};

class SystemApi {
 public:
  virtual ~SystemApi() = default;
  virtual Ticket getStatus(QObject* context, Answer<SystemStatus> answer) = 0;
  // A complete state first, then what changed. Updates that the GUI thread had no time for are merged, so at
  // most one is waiting. `ended` comes once, OK only when the control plane closed the stream in order.
  virtual Ticket watch(QObject* context, std::function<void(const WorldUpdate&)> update,
                       Answer<Done> ended) = 0;
};

// The controls of the local simulation. Every call fails as Unavailable while no simulation is connected.
class SimulationApi {
 public:
  virtual ~SimulationApi() = default;
  virtual Ticket getState(QObject* context, Answer<SimulationState> answer) = 0;
  // The state at once, then as it changes, until cancelled or lost.
  virtual Ticket watchState(QObject* context, std::function<void(const SimulationState&)> state,
                            Answer<Done> ended) = 0;
  virtual Ticket listScenarios(QObject* context, Answer<QList<SimulationScenario>> answer) = 0;
  virtual Ticket setTraffic(const TrafficChange& change, QObject* context,
                            Answer<SimulationState> answer) = 0;
  // Answers when the fault has been switched, which may take seconds.
  virtual Ticket setFault(const QString& name, bool on, QObject* context, Answer<SimulationState> answer) = 0;
};

// The past, as the control plane scraped it. Questions only: ask again to follow.
class MonitoringApi {
 public:
  virtual ~MonitoringApi() = default;
  virtual Ticket queryMetrics(const MetricsQuery& query, QObject* context, Answer<MetricsAnswer> answer) = 0;
  // Firing first, then the newest.
  virtual Ticket listAlerts(bool includeResolved, QObject* context, Answer<QList<Alert>> answer) = 0;
  virtual Ticket listMarkers(qint64 fromMs, qint64 toMs, QObject* context, Answer<QList<Marker>> answer) = 0;
  virtual Ticket scoreHistogram(const QString& useCase, qint64 fromMs, qint64 toMs, QObject* context,
                                Answer<ScoreHistogram> answer) = 0;
};

class HostsApi {
 public:
  virtual ~HostsApi() = default;
  virtual Ticket listHosts(QObject* context, Answer<QList<Host>> answer) = 0;
};

class AuditApi {
 public:
  virtual ~AuditApi() = default;
  // Oldest first.
  virtual Ticket listAudit(const AuditQuery& query, QObject* context, Answer<QList<AuditEntry>> answer) = 0;
};

// The services of one environment.
struct Apis {
  RegistryApi& registry;
  DeploymentApi& deployments;
  RoutingApi& routing;
  ExperimentApi& experiments;
  SystemApi& system;
  MonitoringApi& monitoring;
  HostsApi& hosts;
  AuditApi& audit;
  SimulationApi& simulation;
  TrainingApi& training;
};

}  // namespace aerie::rpc
