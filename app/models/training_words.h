// What the states of training mean, in words and colour. GUI thread.
#pragma once

#include "app/models/id_table_model.h"
#include "app/models/task_cells.h"
#include "app/models/timeline.h"
#include "app/rpc/training_types.h"

namespace aerie::models {

QString wordOf(rpc::JobState state);
QString wordOf(rpc::TaskState state);
QString wordOf(rpc::ClusterState state);
QString wordOf(rpc::TaskOutcome outcome);  // empty while it runs
Tone toneOf(rpc::JobState state);
Tone toneOf(rpc::TaskState state);
Tone toneOf(rpc::ClusterState state);

// Why tasks wait, as a sentence without its details: "No CPU is free". Empty when it is not known.
QString reasonText(rpc::PendingReason reason);
// "120 tasks: no CPU is free"
QString pendingText(const rpc::PendingCount& pending);

CellState cellStateOf(const rpc::TrainingTask& task);
BarOutcome barOutcomeOf(rpc::TaskOutcome outcome);

// "2 CPUs", "0.5 CPUs": thousandths of a core.
QString cpusText(quint32 millis);
// What the daemon advises, in the language of the user; as it came where it says something that is not known
// here.
QString adviceText(const rpc::TrainingAdvice& advice);
// "ray" -> "Ray"; what is unknown stays as it is.
QString engineText(const QString& engine);
// A host without the name of its cluster before it, where that says nothing new: "host-3".
QString shortHost(const QString& host, const QString& cluster);
// Money without a currency, three digits or two decimals.
QString costText(double cost);

}  // namespace aerie::models
