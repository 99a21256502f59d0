// The seams between presenters and the control plane: one interface for each service. GUI thread only; see
// ticket.h for what an Answer promises. Implementations: GrpcBackend here, fakes in tests/app/fakes.
#pragma once

#include <QObject>
#include <vector>

#include "app/rpc/ticket.h"
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
  virtual Ticket setWeights(const WeightsChange& change, QObject* context, Answer<WeightsOutcome> answer) = 0;
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

// The services of one control plane.
struct Apis {
  RegistryApi& registry;
  DeploymentApi& deployments;
  RoutingApi& routing;
  ExperimentApi& experiments;
  SystemApi& system;
};

}  // namespace aerie::rpc
