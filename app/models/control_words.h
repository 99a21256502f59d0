// What the control plane says in codes (phases, steps, actions, names of alerts), in the language of the
// user. A code that is not known here, from a newer control plane, is shown as it came. Pure; GUI thread.
#pragma once

#include <QString>

#include "app/rpc/monitoring_types.h"

namespace aerie::models {

QString phaseWord(const QString& phase);  // of a replica
QString stepWord(const QString& step);    // of a rollout
QString stepStateWord(const QString& state);

// What is wrong and what to do, about alert.subject.
QString alertText(const rpc::Alert& alert);

// "Promoted arrival_delay@2"
QString actionSentence(const QString& action, const QString& subject);
// What the audit log adds to an action: "stage production, before: version 1".
QString actionDetail(const QString& action, const QString& detail);
// Both, as one line.
QString actionText(const QString& action, const QString& subject, const QString& detail);

}  // namespace aerie::models
