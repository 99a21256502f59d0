// A small honest control plane in memory: keeps a state, changes it by the calls, and streams it. Answers are
// queued, never inline, and guarded by their context, as ticket.h promises. Tests may hold answers back or
// make the next call fail.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "app/rpc/api.h"
#include "tests/app/fakes/fake_monitoring.h"
#include "tests/app/fakes/fake_simulation.h"
#include "tests/app/fakes/fake_training.h"

namespace aerie::testing {

class FakeControl final : public rpc::RegistryApi,
                          public rpc::DeploymentApi,
                          public rpc::RoutingApi,
                          public rpc::ExperimentApi,
                          public rpc::SystemApi {
 public:
  rpc::Apis apis() {
    return {*this, *this, *this, *this, *this, monitoring, monitoring, monitoring, simulation,
            training};
  }
  FakeMonitoring monitoring;  // the past, alerts, hosts, audit
  FakeSimulation simulation;
  FakeTraining training;

  // ---- the state, free to edit; push() tells the watchers
  QList<rpc::Model> models;
  QList<rpc::Deployment> deployments;
  QList<rpc::Routing> routings;
  QList<rpc::Routing> olderRoutings;  // newest first; apply() adds to it
  QList<rpc::Experiment> experiments;
  rpc::SystemStatus status;
  std::vector<rpc::LogLine> logLines;
  QMap<QString, rpc::ExperimentResults> experimentResults;  // by experiment

  // ---- what tests look at and turn
  QStringList calls;       // "promote arrival_delay 2 production"
  absl::Status failNext;   // not OK: the next change answers this instead
  bool hold = false;       // keep answers until release()
  bool reachable = true;   // false: watch and getStatus fail as Unavailable
  QByteArray bundleBytes;  // what download() writes; empty: no file
  void release();
  void push();        // everything, to all watchers
  void pushStatus();  // the status only
  void dropWatch(const absl::Status& why);
  int watchers() const { return static_cast<int>(watches_.size()); }

  // ---- the interfaces
  rpc::Ticket registerBundle(const QString& path, QObject* context, rpc::Progress progress,
                             rpc::Answer<rpc::ModelVersion> answer) override;
  rpc::Ticket getVersion(const QString& model, const QString& version, QObject* context,
                         rpc::Answer<rpc::ModelVersion> answer) override;
  rpc::Ticket promote(const QString& model, const QString& version, const QString& stage, QObject* context,
                      rpc::Answer<rpc::ModelVersion> answer) override;
  rpc::Ticket archive(const QString& model, const QString& version, bool restore, QObject* context,
                      rpc::Answer<rpc::ModelVersion> answer) override;
  rpc::Ticket download(const QString& model, const QString& version, const QString& path, QObject* context,
                       rpc::Progress progress, rpc::Answer<qint64> answer) override;
  rpc::Ticket create(const rpc::DeploymentSpec& spec, QObject* context,
                     rpc::Answer<rpc::Deployment> answer) override;
  rpc::Ticket scale(const QString& endpoint, quint32 replicas, quint64 expectedGeneration, QObject* context,
                    rpc::Answer<rpc::Deployment> answer) override;
  rpc::Ticket restart(const QString& endpoint, QObject* context,
                      rpc::Answer<rpc::Deployment> answer) override;
  rpc::Ticket rollback(const QString& endpoint, const QString& version, QObject* context,
                       rpc::Answer<rpc::Deployment> answer) override;
  rpc::Ticket remove(const QString& endpoint, QObject* context, rpc::Answer<rpc::Deployment> answer) override;
  rpc::Ticket followLogs(const QString& endpoint, const QString& replica, quint32 tailLines, QObject* context,
                         std::function<void(const std::vector<rpc::LogLine>&)> lines,
                         rpc::Answer<rpc::Done> ended) override;
  rpc::Ticket history(const QString& useCase, QObject* context,
                      rpc::Answer<QList<rpc::Routing>> answer) override;
  rpc::Ticket apply(const rpc::Routing& routing, quint64 expectedRevision, bool validateOnly,
                    QObject* context, rpc::Answer<rpc::Routing> answer) override;
  rpc::Ticket create(const rpc::ExperimentDraft& draft, QObject* context,
                     rpc::Answer<rpc::Experiment> answer) override;
  rpc::Ticket start(const QString& experiment, QObject* context,
                    rpc::Answer<rpc::Experiment> answer) override;
  rpc::Ticket stop(const QString& experiment, QObject* context, rpc::Answer<rpc::Experiment> answer) override;
  rpc::Ticket results(const QString& experiment, QObject* context,
                      rpc::Answer<rpc::ExperimentResults> answer) override;
  rpc::Ticket setWeights(const rpc::WeightsChange& change, QObject* context,
                         rpc::Answer<rpc::WeightsOutcome> answer) override;
  rpc::Ticket getStatus(QObject* context, rpc::Answer<rpc::SystemStatus> answer) override;
  rpc::Ticket watch(QObject* context, std::function<void(const rpc::WorldUpdate&)> update,
                    rpc::Answer<rpc::Done> ended) override;

 private:
  struct Watch {
    QPointer<QObject> guard;
    std::function<void(const rpc::WorldUpdate&)> update;
    rpc::Answer<rpc::Done> ended;
  };
  template <class T>
  rpc::Ticket later(QObject* context, rpc::Answer<T> answer, std::function<absl::StatusOr<T>()> decide);
  template <class T>
  rpc::Ticket change(const QString& call, QObject* context, rpc::Answer<T> answer,
                     std::function<absl::StatusOr<T>()> decide);
  rpc::Deployment* deployment(const QString& endpoint);
  rpc::ModelVersion* version(const QString& model, const QString& version);
  absl::StatusOr<rpc::Deployment> changeDeployment(const QString& endpoint,
                                                   const std::function<void(rpc::Deployment&)>& edit);
  rpc::Ticket setExperimentState(const QString& call, const QString& name, const QString& state,
                                 QObject* context, rpc::Answer<rpc::Experiment> answer);
  void send(const rpc::WorldUpdate& update);

  QObject gui_;
  std::vector<std::function<void()>> held_;
  std::vector<std::shared_ptr<Watch>> watches_;
  quint64 revision_ = 0;
};

// Fills the state with something to look at: the flights' models, three endpoints, one experiment, one busy
// proxy.
void fillDemo(FakeControl& control);
// One second of traffic: counters, clock, logs.
void advanceDemo(FakeControl& control, int second);

}  // namespace aerie::testing
