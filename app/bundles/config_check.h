// The two configs of a model version as people edit them: checked by the parsers that the registry and the
// workers use, and drawn as a graph. Plain values in and out; pure, any thread, milliseconds for configs of
// ordinary size.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace aerie::bundles {

enum class ConfigFile { Features, Preprocessor };

// One problem, where it is. The parsers stop at the first of each file.
struct ConfigProblem {
  ConfigFile file = ConfigFile::Features;
  int line = 0;     // from 1; 0 = the file as a whole
  QString message;  // English, as the control plane would say it
  QString node;     // id of the graph's node that it is about; empty when there is none
  bool operator==(const ConfigProblem&) const = default;
};

// A feature, a step or a model input, and what it takes.
struct ConfigNode {
  enum class Kind { Feature, Step, ModelInput };
  QString id;      // "feature:hour", "step:3", "input:0"
  QString title;   // "hour", "standardize", "x0"
  QString detail;  // "int64, shared", "mean: 6.3, stddev: 0.7"
  Kind kind = Kind::Step;
  int line = 0;       // of its file, from 1
  QStringList takes;  // ids of other nodes; what nothing gives is left out
  bool operator==(const ConfigNode&) const = default;
};

struct ConfigCheck {
  QList<ConfigProblem> problems;
  // Drawn also when there are problems, as far as the text can be read; may then hold a cycle.
  QList<ConfigNode> graph;
  int features = 0;
  int steps = 0;
  QStringList modelInputs;
  bool good() const { return problems.isEmpty(); }
  bool operator==(const ConfigCheck&) const = default;
};

ConfigCheck checkConfigs(const QString& featuresYaml, const QString& preprocessorYaml);

}  // namespace aerie::bundles
