// The tables of jobs, clusters and hosts of training. GUI thread.
#pragma once

#include <functional>

#include "app/models/id_table_model.h"
#include "app/rpc/training_types.h"

namespace aerie::models {

using JobTable = IdTableModel<rpc::TrainingJob>;
using ClusterTable = IdTableModel<rpc::TrainingCluster>;
using TrainingHostTable = IdTableModel<rpc::TrainingHost>;

JobTable* newJobTable(QObject* parent);
ClusterTable* newClusterTable(QObject* parent);
TrainingHostTable* newTrainingHostTable(QObject* parent);

}  // namespace aerie::models
