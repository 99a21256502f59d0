#include "app/models/traffic_tables.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/models/text.h"

namespace aerie::models {
namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) {
  return QCoreApplication::translate("columns", text, comment, n);
}

QString bucketText(int bucket) { return bucket < 0 ? QString() : QLocale().toString(bucket); }

QString armText(const QString& arm) { return arm.isEmpty() ? tr("none") : arm; }

// What runs first, what is over last.
int orderOf(const QString& state) {
  return state == QLatin1String("running") ? 0 : state == QLatin1String("draft") ? 1 : 2;
}

}  // namespace

KeyTraceTable* newKeyTraceTable(QObject* parent) {
  using Row = KeyTrace;
  const auto id = [](const char* name) { return QString::fromLatin1(name); };
  std::vector<Column<Row>> columns;
  columns.push_back({id("key"),
                     tr("Key"),
                     [](const Row& r) { return r.key; },
                     [](const Row& r) { return r.line; },
                     {},
                     [](const Row& r) { return r.key; },
                     false,
                     true});
  columns.push_back({id("bucket"),
                     tr("Bucket"),
                     [](const Row& r) { return bucketText(r.bucket); },
                     [](const Row& r) { return r.bucket; },
                     {},
                     {},
                     true});
  columns.push_back({id("arm"),
                     tr("Arm"),
                     [](const Row& r) {
                       return r.moves && r.arm != r.armAfter
                                  ? tr("%1, then %2").arg(armText(r.arm), armText(r.armAfter))
                                  : armText(r.arm);
                     },
                     {},
                     [](const Row& r) {
                       return r.moves ? Tone::Info : r.arm.isEmpty() ? Tone::Muted : Tone::Ok;
                     },
                     {}});
  columns.push_back({id("endpoint"),
                     tr("Endpoint"),
                     [](const Row& r) {
                       return r.moves && r.endpoint != r.endpointAfter
                                  ? tr("%1, then %2").arg(r.endpoint, r.endpointAfter)
                                  : r.endpoint;
                     },
                     {},
                     {},
                     [](const Row& r) { return r.endpoint; }});
  columns.push_back({id("reason"),
                     tr("Why"),
                     [](const Row& r) { return r.reason; },
                     {},
                     {},
                     [](const Row& r) { return r.reason; }});
  columns.push_back({id("layer_bucket"),
                     tr("Layer bucket"),
                     [](const Row& r) { return bucketText(r.layerBucket); },
                     [](const Row& r) { return r.layerBucket; },
                     {},
                     {},
                     true});
  columns.push_back({id("hash_input"),
                     tr("Hash input"),
                     [](const Row& r) { return r.hashInput; },
                     {},
                     {},
                     [](const Row& r) { return r.hashInput; },
                     false,
                     true});
  columns.push_back({id("first_hash"),
                     tr("FNV-1a"),
                     [](const Row& r) { return r.firstHash; },
                     {},
                     {},
                     [](const Row&) { return tr("FNV-1a (32 bit) of the hash input"); },
                     true,
                     true});
  columns.push_back(
      {id("second_hash"),
       tr("FNV-1a again"),
       [](const Row& r) { return r.secondHash; },
       {},
       {},
       [](const Row&) { return tr("FNV-1a of the digits before; modulo 10,000 it is the bucket"); },
       true,
       true});
  columns.push_back({id("experiment"),
                     tr("Experiment"),
                     [](const Row& r) { return r.experiment; },
                     {},
                     {},
                     [](const Row& r) { return r.experiment; }});
  columns.push_back({id("after"),
                     tr("Endpoint after"),
                     [](const Row& r) { return r.endpointAfter; },
                     {},
                     {},
                     [](const Row&) { return tr("With the staged changes"); }});
  return new KeyTraceTable(
      [](const Row& r) { return QStringLiteral("%1").arg(r.line, 8, 10, QLatin1Char('0')); },
      std::move(columns), parent);
}

Tone toneOfExperiment(const QString& state) {
  if (state == QLatin1String("running")) return Tone::Ok;
  if (state == QLatin1String("draft")) return Tone::Info;
  return Tone::Muted;
}

QString wordOfExperiment(const QString& state) {
  if (state == QLatin1String("running")) return tr("Running");
  if (state == QLatin1String("draft")) return tr("Draft");
  if (state == QLatin1String("stopped")) return tr("Stopped");
  return state;
}

ExperimentTable* newExperimentTable(QObject* parent) {
  using Row = ExperimentRow;
  const auto id = [](const char* name) { return QString::fromLatin1(name); };
  std::vector<Column<Row>> columns;
  columns.push_back({id("state"),
                     tr("State"),
                     [](const Row& r) { return wordOfExperiment(r.experiment.state); },
                     [](const Row& r) { return orderOf(r.experiment.state); },
                     [](const Row& r) { return toneOfExperiment(r.experiment.state); },
                     {}});
  columns.push_back({id("name"),
                     tr("Experiment"),
                     [](const Row& r) { return r.experiment.name; },
                     {},
                     {},
                     [](const Row& r) { return r.experiment.name; }});
  columns.push_back({id("coverage"),
                     tr("Coverage"),
                     [](const Row& r) { return percentText(r.experiment.coverage); },
                     [](const Row& r) { return r.experiment.coverage; },
                     {},
                     {},
                     true});
  columns.push_back({id("use_case"),
                     tr("Use case"),
                     [](const Row& r) {
                       return r.useCases.isEmpty() ? tr("not routed") : r.useCases.join(QLatin1String(", "));
                     },
                     {},
                     {},
                     {}});
  columns.push_back({id("layer"), tr("Layer"), [](const Row& r) { return r.experiment.layer; }, {}, {}, {}});
  columns.push_back({id("arms"),
                     tr("Arms"),
                     [](const Row& r) { return QLocale().toString(r.experiment.arms.size()); },
                     [](const Row& r) { return static_cast<int>(r.experiment.arms.size()); },
                     {},
                     {},
                     true});
  columns.push_back({id("started"),
                     tr("Started"),
                     [](const Row& r) { return timeText(r.experiment.startedMs); },
                     [](const Row& r) { return r.experiment.startedMs; },
                     {},
                     {}});
  columns.push_back({id("changed"),
                     tr("Changed"),
                     [](const Row& r) { return timeText(r.experiment.changedMs); },
                     [](const Row& r) { return r.experiment.changedMs; },
                     {},
                     {}});
  return new ExperimentTable([](const Row& r) { return r.experiment.name; }, std::move(columns), parent);
}

}  // namespace aerie::models
