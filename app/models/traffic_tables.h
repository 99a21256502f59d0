// Tables about assignment and experiments: traced keys, and the list of experiments.
#pragma once

#include "app/models/id_table_model.h"
#include "app/rpc/types.h"

namespace aerie::models {

// What became of one key, step by step as the proxies compute it.
struct KeyTrace {
  int line = 0;  // from 1, as it was pasted
  QString key;
  QString experiment;  // the one that decided, or that was asked last; empty = none was asked
  QString layer;
  int layerBucket = -1;  // -1: not computed
  QString hashInput;     // seed ++ key
  QString firstHash;     // FNV-1a of it, decimal
  QString secondHash;    // FNV-1a of those digits, decimal; modulo 10,000 it is the bucket
  int bucket = -1;       // -1: not computed
  QString arm;           // empty = none
  QString endpoint;
  QString endpointAfter;  // with the staged changes; empty while nothing is staged
  QString armAfter;
  bool moves = false;
  QString reason;
  bool operator==(const KeyTrace&) const = default;
};
using KeyTraceTable = IdTableModel<KeyTrace>;
KeyTraceTable* newKeyTraceTable(QObject* parent);

struct ExperimentRow {
  rpc::Experiment experiment;
  QStringList useCases;  // that route it
  bool operator==(const ExperimentRow&) const = default;
};
using ExperimentTable = IdTableModel<ExperimentRow>;
ExperimentTable* newExperimentTable(QObject* parent);
Tone toneOfExperiment(const QString& state);
QString wordOfExperiment(const QString& state);  // translated

}  // namespace aerie::models
