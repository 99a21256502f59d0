// The columns of every table, and what states mean in colour and words.
#pragma once

#include "app/models/id_table_model.h"
#include "app/rpc/types.h"

namespace aerie::models {

using ModelTable = IdTableModel<rpc::Model>;
using VersionTable = IdTableModel<rpc::ModelVersion>;
using DeploymentTable = IdTableModel<rpc::Deployment>;
using ReplicaTable = IdTableModel<rpc::Replica>;
using RoutingTable = IdTableModel<rpc::Routing>;

ModelTable* newModelTable(QObject* parent);
VersionTable* newVersionTable(QObject* parent);
DeploymentTable* newDeploymentTable(QObject* parent);
// `now` is asked for uptimes; empty: this machine's clock.
ReplicaTable* newReplicaTable(QObject* parent, std::function<qint64()> now = {});
// The history of one use case, by revision.
RoutingTable* newRoutingHistoryTable(QObject* parent);

// One word and its tone for a deployment as a whole: Ready, Rolling out, Degraded, Failed, Deleting.
struct StateWord {
  QString word;
  Tone tone = Tone::None;
};
StateWord stateOf(const rpc::Deployment& deployment);
// The tone alone, for who counts thousands.
Tone toneOf(const rpc::Deployment& deployment);
Tone toneOfPhase(const QString& phase);
Tone toneOfStep(const QString& state);
// "auc" -> "AUC", "train_rows" -> "Rows trained on"; of a name that is not known its words: "brier_score" ->
// "Brier score".
QString metricTitle(const QString& name);
// production = Ok, all others = Accent.
Tone toneOfStage(const QString& stage);

}  // namespace aerie::models
