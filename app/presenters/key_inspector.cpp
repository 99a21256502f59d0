#include "app/presenters/key_inspector.h"

#include <QCoreApplication>
#include <algorithm>
#include <string>

#include "app/models/text.h"
#include "app/presenters/engine.h"
#include "core/assignment/hash.h"
#include "core/base/status.h"
#include "core/routing/route_table.h"

namespace aerie::presenters {
namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }

QString quoted(const QString& field) {
  static const QString special = QStringLiteral(",\"\r\n");
  const bool plain = std::none_of(field.begin(), field.end(), [](QChar c) { return special.contains(c); });
  if (plain) return field;
  QString out = field;
  out.replace(QLatin1Char('"'), QLatin1String("\"\""));
  return QLatin1Char('"') + out + QLatin1Char('"');
}

QString translated(const char* sentence) { return QCoreApplication::translate("key_inspector", sentence); }

// The step in words; `coverage` is that of the experiments that run. Of the others the engine says it, in
// English.
QString sentenceOf(const routing::ExperimentStep& step, const QHash<QString, double>& coverage) {
  const QString experiment = text(step.experiment);
  if (!coverage.contains(experiment)) return text(step.reason);
  if (!step.arm.empty()) {
    return translated(
               "Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 "
               "serves that arm.")
        .arg(text(step.key_value), text(step.splitting_key), QString::number(step.bucket), experiment,
             text(step.arm), text(step.endpoint));
  }
  if (step.bucket >= 0) {
    return translated("Bucket %1 of experiment %2 belongs to no arm: coverage is %3.")
        .arg(QString::number(step.bucket), experiment, models::percentText(coverage.value(experiment)));
  }
  if (step.layer_bucket >= 0) {
    return translated("Bucket %1 of layer %2 is outside the share of experiment %3.")
        .arg(QString::number(step.layer_bucket), text(step.layer), experiment);
  }
  return translated("The item has no value in column %1, which splits the traffic of experiment %2.")
      .arg(text(step.splitting_key), experiment);
}

QString sentenceOf(const routing::Explanation& why, const QHash<QString, double>& coverage) {
  if (why.decision.experiment >= 0) return sentenceOf(why.steps.back(), coverage);
  QStringList sentences;
  for (const routing::ExperimentStep& step : why.steps) sentences.append(sentenceOf(step, coverage));
  if (sentences.isEmpty()) sentences.append(translated("No experiment is routed."));
  sentences.append(translated("The default endpoint %1 serves the item.").arg(text(why.endpoint)));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace

KeyInspector::KeyInspector(const rpc::Routing& routing, const QList<rpc::Experiment>& experiments) {
  routing::RoutingInput input;
  input.routings = {toEngine(routing)};
  QStringList endpoints{routing.defaultEndpoint};
  for (const rpc::ExperimentRoute& route : routing.experiments) {
    for (const rpc::ArmRoute& a : route.arms) endpoints.append(a.endpoint);
    for (const rpc::Experiment& e : experiments) {
      if (e.name != route.name) continue;
      input.experiments.push_back(toEngine(e));
      if (e.state == QLatin1String("running")) coverage_.insert(e.name, e.coverage);
    }
  }
  for (const rpc::ShadowRoute& s : routing.shadows) endpoints.append(s.endpoint);
  endpoints.removeDuplicates();
  for (const QString& endpoint : endpoints) {
    routing::WorkerConfig worker;
    worker.worker_endpoint = endpoint.toStdString();
    worker.environment = "local";
    input.workers.push_back(worker);
  }
  auto table = routing::RouteTable::compile(std::move(input));
  if (!table.ok()) {
    problem_ = QString::fromStdString(messageOf(table.status()));
    return;
  }
  table_ = *std::move(table);
  useCase_ = table_->find(routing.useCase.toStdString());
}

QStringList KeyInspector::keyColumns() const {
  QStringList out;
  if (useCase_) {
    for (const std::string& column : useCase_->keyColumns()) out.append(text(column));
  }
  return out;
}

QStringList KeyInspector::keysOf(const QString& pasted) {
  QStringList out;
  for (const QString& line : pasted.split(QLatin1Char('\n'))) {
    const QString key = line.trimmed();
    if (!key.isEmpty()) out.append(key);
    if (out.size() == kMaxKeys) break;
  }
  return out;
}

models::KeyTrace KeyInspector::trace(int line, const QString& key) const {
  models::KeyTrace out;
  out.line = line;
  out.key = key;
  if (!useCase_) {
    out.reason = problem_;
    return out;
  }
  const std::size_t columns = useCase_->keyColumns().size();
  std::vector<std::string> values;
  if (columns <= 1) {
    values.push_back(key.toStdString());
  } else {
    for (const QString& part : key.split(QLatin1Char(','))) values.push_back(part.trimmed().toStdString());
  }
  std::vector<routing::KeyValue> keys;
  for (std::size_t i = 0; i < columns && i < values.size(); ++i) {
    if (values[i].empty()) {
      keys.emplace_back(std::monostate());
    } else {
      keys.emplace_back(std::string_view(values[i]));
    }
  }
  const routing::Explanation why = useCase_->explain(keys);
  out.arm = text(why.arm);
  out.endpoint = text(why.endpoint);
  out.reason = sentenceOf(why, coverage_);
  if (why.steps.empty()) return out;
  const routing::ExperimentStep& step = why.steps.back();
  out.experiment = text(step.experiment);
  out.layer = text(step.layer);
  out.layerBucket = step.layer_bucket;
  out.hashInput = text(step.hash_input);
  out.bucket = step.bucket;
  if (step.bucket >= 0) {
    const std::uint32_t first = assignment::fnv1a32(step.hash_input);
    out.firstHash = QString::number(first);
    out.secondHash = QString::number(assignment::fnv1a32(std::to_string(first)));
  }
  return out;
}

QString toCsv(const std::vector<models::KeyTrace>& traces) {
  QString out = QStringLiteral(
      "key,experiment,layer,layer_bucket,hash_input,fnv1a,fnv1a_again,bucket,arm,endpoint,arm_after,"
      "endpoint_after,why\r\n");
  const auto number = [](int value) { return value < 0 ? QString() : QString::number(value); };
  for (const models::KeyTrace& t : traces) {
    const QStringList fields{t.key,       t.experiment, t.layer,      number(t.layerBucket),
                             t.hashInput, t.firstHash,  t.secondHash, number(t.bucket),
                             t.arm,       t.endpoint,   t.armAfter,   t.endpointAfter,
                             t.reason};
    QStringList cells;
    for (const QString& field : fields) cells.append(quoted(field));
    out += cells.join(QLatin1Char(',')) + QLatin1String("\r\n");
  }
  return out;
}

}  // namespace aerie::presenters
