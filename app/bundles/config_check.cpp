#include "app/bundles/config_check.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/features/location_config.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"

namespace aerie::bundles {
namespace {

using Kind = ConfigNode::Kind;

constexpr char kFeatures[] = "features";
constexpr char kPreprocessor[] = "preprocessing";

QString toQString(const std::string& text) { return QString::fromStdString(text); }

int lineIn(const QString& text) {
  static const QRegularExpression line(QStringLiteral("\\bline (\\d+)"));
  const auto found = line.match(text);
  return found.hasMatch() ? found.captured(1).toInt() : 0;
}

QStringList list(const std::vector<std::string>& texts) {
  QStringList out;
  for (const std::string& text : texts) out.append(toQString(text));
  return out;
}

// "mean: 6.3, stddev: 0.7, 229 values": what is in a map beside the named fields.
QString otherFields(YamlNode& node, const QStringList& known) {
  QStringList parts;
  for (const std::string& field : node.fields()) {
    const QString name = toQString(field);
    if (known.contains(name)) continue;
    const QStringList values = list(node.strings(field));
    parts.append(values.size() == 1 ? QStringLiteral("%1: %2").arg(name, values.front())
                                    : QStringLiteral("%1 %2").arg(values.size()).arg(name));
  }
  return parts.join(QStringLiteral(", "));
}

// Reads what can be read, without judging: the strict parsers do that. Names are resolved afterwards, since
// steps may stand in any order.
class GraphReader final {
 public:
  QList<ConfigNode> read(const QString& features, const QString& preprocessor) {
    if (auto root = YamlNode::parse(features.toStdString(), kFeatures); root.ok() && root->isMap()) {
      for (YamlNode& node : root->list("features")) readFeature(node);
    }
    if (auto root = YamlNode::parse(preprocessor.toStdString(), kPreprocessor); root.ok() && root->isMap()) {
      for (YamlNode& node : root->list("steps")) readStep(node);
      const int line = lineIn(toQString(root->where("outputs")));
      for (const QString& name : list(root->strings("outputs"))) readInput(name, line);
    }
    for (ConfigNode& node : nodes_) resolve(node);
    return nodes_;
  }

 private:
  void readFeature(YamlNode& node) {
    ConfigNode out;
    out.kind = Kind::Feature;
    out.title = toQString(node.optionalString("name"));
    out.id = QStringLiteral("feature:") + out.title;
    out.line = lineIn(toQString(node.where()));
    out.detail = toQString(node.optionalString("type"));
    const QString from = toQString(node.optionalString("from"));
    const QString table = toQString(node.optionalString("table"));
    out.detail += QStringLiteral(", ") + (table.isEmpty() ? from : from + QLatin1Char(' ') + table);
    out.takes = list(node.strings("key"));
    add(out, {out.title});
  }
  void readStep(YamlNode& node) {
    ConfigNode out;
    out.kind = Kind::Step;
    out.id = QStringLiteral("step:%1").arg(++steps_);
    out.title = toQString(node.optionalString("op"));
    out.line = lineIn(toQString(node.where()));
    out.takes = list(node.strings("in"));
    const QStringList gives = list(node.strings("out"));
    out.detail = otherFields(node, {QStringLiteral("op"), QStringLiteral("in"), QStringLiteral("out")});
    if (!gives.isEmpty()) {
      const QString names = gives.size() <= 3
                                ? gives.join(QStringLiteral(", "))
                                : QStringLiteral("%1, ... (%2)").arg(gives.front()).arg(gives.size());
      out.detail = out.detail.isEmpty() ? names : names + QStringLiteral("; ") + out.detail;
    }
    add(out, gives);
  }
  void readInput(const QString& name, int line) {
    ConfigNode out;
    out.kind = Kind::ModelInput;
    out.id = QStringLiteral("input:%1").arg(inputs_++);
    out.title = name;
    out.line = line;
    out.takes = {name};
    add(out, {});
  }
  void add(const ConfigNode& node, const QStringList& gives) {
    const auto same = [&](const ConfigNode& n) { return n.id == node.id; };
    if (node.title.isEmpty() || std::any_of(nodes_.begin(), nodes_.end(), same)) return;
    nodes_.append(node);
    for (const QString& name : gives) {
      if (!makers_.contains(name)) makers_.insert(name, node.id);
    }
  }
  void resolve(ConfigNode& node) const {
    QStringList ids;
    for (const QString& name : std::as_const(node.takes)) {
      const QString maker = makers_.value(name);
      if (!maker.isEmpty() && !ids.contains(maker)) ids.append(maker);
    }
    node.takes = ids;
  }

  QList<ConfigNode> nodes_;
  QHash<QString, QString> makers_;
  int steps_ = 0;
  int inputs_ = 0;
};

// The node that a message names: a step by its number, a feature by its name; else the one on its line.
QString nodeOf(const QList<ConfigNode>& graph, ConfigFile file, const QString& message, int line) {
  static const QRegularExpression step(QStringLiteral("\\bstep (\\d+)\\b"));
  static const QRegularExpression feature(QStringLiteral("\\bfeature '([^']+)'"));
  QString id;
  if (const auto found = step.match(message); file == ConfigFile::Preprocessor && found.hasMatch())
    id = QStringLiteral("step:") + found.captured(1);
  if (const auto found = feature.match(message); file == ConfigFile::Features && found.hasMatch())
    id = QStringLiteral("feature:") + found.captured(1);
  for (const ConfigNode& node : graph) {
    const bool fits = (node.kind == Kind::Feature) == (file == ConfigFile::Features);
    if (fits &&
        (id.isEmpty() ? line > 0 && node.line == line && node.kind != Kind::ModelInput : node.id == id))
      return node.id;
  }
  return {};
}

ConfigProblem problemOf(const absl::Status& status, ConfigFile file, const QList<ConfigNode>& graph) {
  ConfigProblem out;
  out.file = file;
  out.message = toQString(messageOf(status));
  // The file is known from the place where the message is shown.
  const QString source =
      QString::fromLatin1(file == ConfigFile::Features ? kFeatures : kPreprocessor) + QLatin1String(": ");
  if (out.message.startsWith(source)) out.message = out.message.mid(source.size());
  out.line = lineIn(out.message);
  static const QRegularExpression place(QStringLiteral(" \\(line \\d+\\)"));
  out.message.remove(place);  // told apart
  out.node = nodeOf(graph, file, out.message, out.line);
  if (out.line == 0) {
    for (const ConfigNode& node : graph) {
      if (node.id == out.node) out.line = node.line;
    }
  }
  return out;
}

std::vector<preprocess::InputColumn> columnsOf(const v1::FeatureLocationConfig& features) {
  std::vector<preprocess::InputColumn> out;
  for (const v1::FeatureLocation& feature : features.features()) {
    out.push_back({feature.name(), features::toDataType(feature.type()), std::max(feature.dimension(), 1U)});
  }
  return out;
}

}  // namespace

ConfigCheck checkConfigs(const QString& featuresYaml, const QString& preprocessorYaml) {
  ConfigCheck out;
  out.graph = GraphReader().read(featuresYaml, preprocessorYaml);
  for (const ConfigNode& node : std::as_const(out.graph)) {
    out.features += node.kind == Kind::Feature;
    out.steps += node.kind == Kind::Step;
    if (node.kind == Kind::ModelInput) out.modelInputs.append(node.title);
  }
  const auto features = features::parseFeatureLocationConfig(featuresYaml.toStdString(), kFeatures);
  const auto steps = preprocess::parsePreprocessorConfig(preprocessorYaml.toStdString(), kPreprocessor);
  absl::Status first = features.status();
  if (first.ok() && features->features().empty())
    first = invalidArgument("it has no features; list what the model needs");
  if (!first.ok()) out.problems.append(problemOf(first, ConfigFile::Features, out.graph));
  absl::Status second = steps.status();
  if (second.ok() && first.ok())
    second = preprocess::Pipeline::compile(*steps, columnsOf(*features)).status();
  if (!second.ok()) out.problems.append(problemOf(second, ConfigFile::Preprocessor, out.graph));
  return out;
}

}  // namespace aerie::bundles
