// What the desktop knows of the world: plain values, compared by ==, free of Protobuf. Times are Unix
// milliseconds (0 = never), sizes bytes, shares 0..1.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace aerie::rpc {

struct NamedNumber {
  QString name;
  double value = 0;
  bool operator==(const NamedNumber&) const = default;
};

// ---- registry
struct Feature {
  QString name;
  QString type;          // double, int64, string...
  QString source;        // shared, item, query, store
  QString table;         // store only
  QStringList key;       // store only
  QString defaultValue;  // empty: a missing value fails the row
  bool operator==(const Feature&) const = default;
};
struct PreprocessStep {
  QString op;
  QStringList inputs;
  QStringList outputs;
  QString parameters;  // "mean 6.3, stddev 0.7"
  bool operator==(const PreprocessStep&) const = default;
};
struct ModelVersion {
  QString model;
  QString version;
  QString digest;
  quint64 sizeBytes = 0;
  QStringList stages;
  bool archived = false;
  QString signer;
  QString description;
  QString runtime;
  QStringList outputNames;
  QString trainingJob;
  QString data;
  QString code;
  QList<NamedNumber> metrics;
  qint64 registeredMs = 0;
  QString registeredBy;
  quint32 selfTestRows = 0;
  QList<Feature> features;             // filled by RegistryApi::getVersion only
  QList<PreprocessStep> preprocessor;  // likewise
  QStringList preprocessorOutputs;     // likewise
  QString featuresYaml;                // likewise: the configs as people write them
  QString preprocessorYaml;            // likewise
  QString selfTestYaml;                // likewise; empty: the control plane could not show it
  bool operator==(const ModelVersion&) const = default;
  QString id() const { return model + QLatin1Char('@') + version; }
};
struct Model {
  QString name;
  QList<ModelVersion> versions;   // newest first
  QMap<QString, QString> stages;  // stage -> version
  bool operator==(const Model&) const = default;
};

// ---- deployments
struct DeploymentSpec {
  QString endpoint;
  QString model;
  QString version;  // exactly one of version and stage
  QString stage;
  quint32 replicas = 1;
  QString target = QStringLiteral("local");
  double cpus = 0;
  quint64 memoryBytes = 0;
  quint32 batchSize = 0;  // 0 = the control plane's default
  quint32 timeoutMs = 0;
  QString runtime;  // "" = sidecar, or embedded
  quint32 hedgeAfterMs = 0;
  quint32 maxInFlight = 0;
  bool operator==(const DeploymentSpec&) const = default;
};
struct Condition {
  QString type;
  bool status = false;
  QString reason;
  QString message;
  qint64 sinceMs = 0;
  bool operator==(const Condition&) const = default;
};
struct Replica {
  QString id;
  QString version;
  QString url;
  QString phase;  // starting, loading, self-test, warm-up, ready, draining, stopped, failed
  QString message;
  qint64 pid = 0;
  qint64 startedMs = 0;
  quint32 restarts = 0;
  quint64 memoryBytes = 0;
  double cpuPercent = 0;
  bool serving = false;
  QString logPath;
  QString proxyProblem = {};  // why a proxy sends nothing to it; filled by whoever joins the proxies' status
  bool operator==(const Replica&) const = default;
};
struct RolloutStep {
  QString name;
  QString state;  // waiting, running, done, failed
  qint64 startedMs = 0;
  qint64 endedMs = 0;
  QString message;
  bool operator==(const RolloutStep&) const = default;
};
struct Deployment {
  DeploymentSpec spec;
  quint64 generation = 0;
  quint64 observedGeneration = 0;
  QString servingVersion;
  QString targetVersion;
  QList<Replica> replicas;
  QList<Condition> conditions;
  QList<RolloutStep> rollout;
  QStringList versionHistory;  // newest first
  qint64 createdMs = 0;
  double versionSkewSeconds = 0;
  bool deleting = false;
  bool operator==(const Deployment&) const = default;

  int readyReplicas() const;
  // The version before the serving one, or empty when there is none to go back to.
  QString previousVersion() const;
  // The step that failed, if any.
  const RolloutStep* failedStep() const;
};
struct LogLine {
  QString replica;
  QString text;
  bool operator==(const LogLine&) const = default;
};

// ---- routing and experiments
struct ArmRoute {
  QString arm;
  QString endpoint;
  bool operator==(const ArmRoute&) const = default;
};
struct ExperimentRoute {
  QString name;
  QString splittingKey;
  QList<ArmRoute> arms;
  bool operator==(const ExperimentRoute&) const = default;
};
struct ShadowRoute {
  QString endpoint;
  double sample = 0;
  bool operator==(const ShadowRoute&) const = default;
};
struct Routing {
  QString useCase;
  QString defaultEndpoint;
  QList<ExperimentRoute> experiments;
  QList<ShadowRoute> shadows;
  QString onWorkerFailure;
  quint64 revision = 0;
  qint64 appliedMs = 0;
  QString appliedBy;
  QString comment;
  bool operator==(const Routing&) const = default;
};
struct BucketRange {  // [start, end) of 0..10,000
  quint32 start = 0;
  quint32 end = 0;
  bool operator==(const BucketRange&) const = default;
};
struct Arm {
  QString name;
  double weight = 0;
  quint32 buckets = 0;             // of 10,000 that it owns now
  QList<BucketRange> ranges = {};  // which ones, sorted and disjoint
  bool operator==(const Arm&) const = default;
};
struct Experiment {
  QString name;
  QString layer;
  double coverage = 1;
  QList<Arm> arms;
  QString seed;
  QString state;  // draft, running, stopped
  quint64 revision = 0;
  qint64 startedMs = 0;
  qint64 changedMs = 0;
  QList<BucketRange> layerRanges = {};  // its share of the layer; empty = all of it
  bool operator==(const Experiment&) const = default;
};
struct WeightsChange {
  QString experiment;
  QMap<QString, double> weights;  // of every arm, or empty = as they are
  std::optional<double> coverage;
  quint64 expectedRevision = 0;
  bool dryRun = false;
  bool operator==(const WeightsChange&) const = default;
};
struct WeightsOutcome {
  Experiment experiment;
  quint32 bucketsMoved = 0;
  bool operator==(const WeightsOutcome&) const = default;
};

// ---- the running system
struct EndpointTraffic {  // counters since the proxy's start
  QString useCase;
  QString experiment;
  QString arm;
  QString endpoint;
  quint64 itemsOk = 0;
  quint64 itemsFailed = 0;
  bool operator==(const EndpointTraffic&) const = default;
};
struct ReplicaHealth {
  QString endpoint;
  QString url;
  bool healthy = true;
  QString reason;
  bool operator==(const ReplicaHealth&) const = default;
};
struct UseCaseTraffic {
  QString useCase;
  quint64 requests = 0;
  quint64 items = 0;
  quint64 failedItems = 0;
  quint64 notCovered = 0;
  quint64 withoutKey = 0;
  double p50Ms = 0;
  double p99Ms = 0;
  bool operator==(const UseCaseTraffic&) const = default;
};
struct ProxyStatus {
  QString id;
  QString address;
  quint64 configRevision = 0;
  QString configSource;
  QString refusedReason;  // empty: it runs the newest config
  quint64 refusedRevision = 0;
  QList<EndpointTraffic> traffic;
  QList<ReplicaHealth> replicas;
  QList<UseCaseTraffic> useCases;
  qint64 startedMs = 0;
  bool operator==(const ProxyStatus&) const = default;
};
struct Component {
  QString kind;
  QString name;
  QString address;
  bool healthy = true;
  QString message;
  bool operator==(const Component&) const = default;
};
struct SystemStatus {
  QString environment;
  QString version;
  qint64 startedMs = 0;
  qint64 nowMs = 0;
  QList<Component> components;
  QList<ProxyStatus> proxies;
  QString trainingAddress = {};  // empty: the control plane knows of no training daemon
  bool operator==(const SystemStatus&) const = default;
};

// ---- the local simulation
struct SimulationScenario {
  QString name;
  QString title;
  QString description;
  bool operator==(const SimulationScenario&) const = default;
};
struct SimulationFault {
  QString name;
  QString title;
  QString description;
  bool once = false;  // strikes and is over; otherwise a switch
  bool on = false;
  bool busy = false;
  QString lastEffect;
  QString lookAt;  // id of the page on which the effect is seen
  qint64 changedMs = 0;
  quint32 strikes = 0;
  bool operator==(const SimulationFault&) const = default;
};
struct SimulationArm {
  QString name;
  quint64 labels = 0;
  double lateShare = 0;
  double logLoss = 0;
  bool operator==(const SimulationArm&) const = default;
};
struct SimulationState {
  bool running = false;
  double rate = 0;     // requests per second that are asked for
  double rateNow = 0;  // what the scenario makes of it
  double speed = 1;    // world time for each unit of real time
  QString scenario;
  QString worldTime;  // ISO 8601
  quint64 sent = 0;
  quint64 failed = 0;
  quint64 items = 0;
  quint64 failedItems = 0;
  quint64 labelsJoined = 0;
  quint64 labelsWaiting = 0;
  double sentPerSecond = 0;
  double failedPerSecond = 0;
  double p50Ms = 0;
  double p99Ms = 0;
  QList<SimulationFault> faults;
  QList<SimulationArm> arms;
  QString controlAddress;
  QString proxyAddress;
  QString lastFailure;
  qint64 startedMs = 0;
  bool operator==(const SimulationState&) const = default;
};
// Absent parts stay as they are.
struct TrafficChange {
  std::optional<bool> running;
  std::optional<double> rate;
  std::optional<double> speed;
  std::optional<QString> scenario;
  bool operator==(const TrafficChange&) const = default;
};

// Parts that are absent did not change.
struct WorldUpdate {
  quint64 revision = 0;
  bool complete = false;
  std::optional<QList<Model>> models;
  std::optional<QList<Deployment>> deployments;
  std::optional<QList<Routing>> routings;
  std::optional<QList<Experiment>> experiments;
  std::optional<SystemStatus> status;

  // Lays a later update over this one.
  void merge(WorldUpdate later);
};

}  // namespace aerie::rpc
