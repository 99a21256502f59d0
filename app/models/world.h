// What the desktop knows, in one place: the last state of each part and the tables over it. Presenters read
// it; only the connection's updates write it. GUI thread.
#pragma once

#include <QObject>

#include "app/models/columns.h"
#include "app/models/flow_meter.h"
#include "app/rpc/types.h"

namespace aerie::models {

class World final : public QObject {
  Q_OBJECT
 public:
  explicit World(QObject* parent = nullptr);

  void apply(const rpc::WorldUpdate& update);

  // False before the first complete update: "nothing there" and "not known yet" are different things.
  bool complete() const { return complete_; }
  const QList<rpc::Model>& models() const { return models_; }
  const QList<rpc::Deployment>& deployments() const { return deployments_; }
  const QList<rpc::Routing>& routings() const { return routings_; }
  const QList<rpc::Experiment>& experiments() const { return experiments_; }
  const rpc::SystemStatus& status() const { return status_; }
  const FlowMeter& flow() const { return flow_; }

  const rpc::Model* model(const QString& name) const;
  const rpc::ModelVersion* version(const QString& model, const QString& version) const;
  const rpc::Deployment* deployment(const QString& endpoint) const;
  const rpc::Routing* routing(const QString& useCase) const;
  const rpc::Experiment* experiment(const QString& name) const;
  // A thing keeps its colour on every page for the whole session: index into the data series colours.
  int seriesOf(const QString& endpoint);

  ModelTable* modelTable() const { return modelTable_; }
  DeploymentTable* deploymentTable() const { return deploymentTable_; }

 Q_SIGNALS:
  void modelsChanged();
  void deploymentsChanged();
  void routingsChanged();  // routing or experiments
  void statusChanged();    // components, proxies, traffic

 private:
  bool complete_ = false;
  QList<rpc::Model> models_;
  QList<rpc::Deployment> deployments_;
  QList<rpc::Routing> routings_;
  QList<rpc::Experiment> experiments_;
  rpc::SystemStatus status_;
  FlowMeter flow_;
  QHash<QString, int> series_;
  ModelTable* modelTable_;
  DeploymentTable* deploymentTable_;
};

}  // namespace aerie::models
