// What the deployments page does: choose an endpoint, follow its logs, deploy, scale, restart, roll back,
// delete. No widgets; GUI thread.
#pragma once

#include <QObject>

#include "app/models/log_buffer.h"
#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

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

  // Why the spec cannot be sent, or empty.
  QString problemOf(const rpc::DeploymentSpec& spec) const;
  void create(const rpc::DeploymentSpec& spec);
  void scale(const QString& endpoint, quint32 replicas);
  void restart(const QString& endpoint);
  // version "": the one before.
  void rollback(const QString& endpoint, const QString& version);
  void remove(const QString& endpoint);
  // Use cases that route to the endpoint: what a deletion would hurt.
  QStringList usersOf(const QString& endpoint) const;

 Q_SIGNALS:
  void selectionChanged();
  void detailsChanged();
  void logStateChanged();
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void refresh();
  void restartLogs();
  // Runs one change as a task. start(answer) asks the question and returns its ticket.
  void change(const QString& title, const QString& headline, const QString& success,
              const std::function<rpc::Ticket(rpc::Answer<rpc::Deployment>)>& start);

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
};

}  // namespace aerie::presenters
