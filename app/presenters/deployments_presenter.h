// What the deployments page does: choose an endpoint, follow its logs, deploy, scale, restart, roll back,
// delete. No widgets; GUI thread.
#pragma once

#include <QObject>

#include "app/models/log_buffer.h"
#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

// Who routes to an endpoint: what a change of it would hurt.
struct EndpointUsers {
  QStringList useCases;     // that have it as their default endpoint
  QStringList experiments;  // "name, arm treatment"
  QStringList shadows;      // use cases that send it a copy
  bool empty() const { return useCases.isEmpty() && experiments.isEmpty() && shadows.isEmpty(); }
  // One line for each, ready to be read: "use case arrival_delay (default endpoint)".
  QStringList sentences() const;
  bool operator==(const EndpointUsers&) const = default;
};

// What is wrong with a spec and in which of its fields: endpoint, version, replicas, cpus, memory, batch,
// timeout, hedge.
struct SpecProblem {
  QString field;
  QString message;
  bool operator==(const SpecProblem&) const = default;
};

// A version to go back to, with what is known of it: "version 1, served before".
struct RollbackChoice {
  QString version;
  QString text;
  bool operator==(const RollbackChoice&) const = default;
};

class DeploymentsPresenter final : public QObject {
  Q_OBJECT
 public:
  DeploymentsPresenter(rpc::DeploymentApi& api, models::World& world, models::TaskList& tasks,
                       QObject* parent = nullptr);
  ~DeploymentsPresenter() override;

  models::DeploymentTable* deployments() const { return world_.deploymentTable(); }
  models::ReplicaTable* replicas() const { return replicas_; }
  models::LogBuffer* logs() { return &logs_; }
  const models::World& world() const { return world_; }

  void select(const QString& endpoint);
  const QString& selected() const { return endpoint_; }
  const rpc::Deployment* details() const { return world_.deployment(endpoint_); }

  // Only a visible log is followed. `replica` "" = all.
  void followLogs(bool follow, const QString& replica = {});
  QString logState() const { return logState_; }

  // Everything that speaks against the spec, in the order of the form; empty: it can be sent.
  QList<SpecProblem> problemsOf(const rpc::DeploymentSpec& spec) const;
  // What the control plane will do with a good spec, sentence by sentence.
  QStringList previewOf(const rpc::DeploymentSpec& spec) const;
  // The control plane's clock, as far as it is known here.
  qint64 nowMs() const;
  // Ends in created() or notCreated().
  void create(const rpc::DeploymentSpec& spec);
  void scale(const QString& endpoint, quint32 replicas);
  void restart(const QString& endpoint);
  // version "": the one before.
  void rollback(const QString& endpoint, const QString& version);
  void remove(const QString& endpoint);
  EndpointUsers usersOf(const QString& endpoint) const;
  // Versions that served before come first, newest first; then the model's others that are not archived.
  QList<RollbackChoice> rollbackChoices(const QString& endpoint) const;

 Q_SIGNALS:
  void selectionChanged();
  void detailsChanged();
  void logStateChanged();
  void created(const QString& endpoint);
  // `reason` in words; nothing was made.
  void notCreated(const QString& endpoint, const QString& reason);
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void refresh();
  void restartLogs();
  // The replicas, with what proxies say about them.
  std::vector<rpc::Replica> joinedReplicas() const;
  // Runs one change as a task. start(answer) asks the question and returns its ticket; `told`, which may be
  // empty, hears how it ended.
  void change(const QString& title, const QString& headline, const QString& success,
              const std::function<rpc::Ticket(rpc::Answer<rpc::Deployment>)>& start,
              const std::function<void(const absl::Status&)>& told = {});

  rpc::DeploymentApi& api_;
  models::World& world_;
  models::TaskList& tasks_;
  models::ReplicaTable* replicas_;
  models::LogBuffer logs_;
  QString endpoint_;
  QString logReplica_;
  QString logState_;
  bool following_ = false;
  rpc::Ticket logTicket_;
  quint64 logNumber_ = 0;
  qint64 clockOffsetMs_ = 0;  // the control plane's clock minus ours
};

}  // namespace aerie::presenters
