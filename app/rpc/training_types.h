// Training as the desktop knows it: jobs, their tasks, the clusters that are made for them, and what those
// did. Plain values, compared by ==, free of Protobuf. Times are Unix milliseconds (0 = never, or not yet),
// CPUs thousandths of a core, memory bytes, shares 0..1.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace aerie::rpc {

enum class JobState {
  Unknown,
  Submitted,
  Environment,
  Running,
  Publishing,
  Done,
  Failed,
  Cancelling,
  Cancelled
};
enum class TaskState { Unknown, Pending, Running, Succeeded, Failed, Cancelled };
enum class TaskOutcome { None, Succeeded, Failed, TimedOut, OutOfMemory, Lost, Cancelled };
enum class ClusterState { Unknown, Starting, Environment, Ready, Idle, Stopping, Gone, Failed };
// As in TrainingPendingReason.
enum class PendingReason {
  Unknown,
  Next,
  JobNotReady,
  BackOff,
  MaxInFlight,
  ClusterFull,
  NoHost,
  TooLarge,
  NoCpu,
  NoMemory,
  HostHeld
};

// Nothing more will happen to it, unless somebody retries.
bool isOver(JobState state);

struct TaskCounts {
  quint32 pending = 0;
  quint32 running = 0;
  quint32 succeeded = 0;
  quint32 failed = 0;
  quint32 cancelled = 0;
  bool operator==(const TaskCounts&) const = default;
  quint32 total() const { return pending + running + succeeded + failed + cancelled; }
};
struct PendingCount {
  PendingReason reason = PendingReason::Unknown;
  quint32 tasks = 0;
  QString text;  // English, of the first of them: what is missing, and what helps
  bool operator==(const PendingCount&) const = default;
};
struct TrainingPublication {
  QString model;
  QString stage;
  QString version;  // empty until it is published
  QString message;  // why nothing was published
  bool operator==(const TrainingPublication&) const = default;
};
struct TrainingJob {
  QString id;
  QString application;
  QString cluster;
  QString engine;  // local, ray, kuberay, simulated
  JobState state = JobState::Unknown;
  QString message;
  int priority = 0;
  TaskCounts tasks;
  qint64 submittedMs = 0;
  qint64 startedMs = 0;
  qint64 endedMs = 0;
  qint64 expectedEndMs = 0;  // 0 = unknown
  QString submittedBy;
  QList<PendingCount> pending;  // most frequent first
  TrainingPublication publication;
  double cost = 0;  // so far; 0 where no price was given
  double expectedCost = 0;
  quint64 revision = 0;
  QString jobFile;  // filled by TrainingApi::getJob only
  bool operator==(const TrainingJob&) const = default;
};
struct TrainingTask {
  QString id;  // stable over runs
  quint32 number = 0;
  QMap<QString, QString> values;
  TaskState state = TaskState::Unknown;
  quint32 attempts = 0;
  QString host;
  qint64 queuedMs = 0;
  qint64 startedMs = 0;
  qint64 endedMs = 0;
  qint64 lastDurationMs = 0;  // of the previous run
  quint32 cpuMillis = 0;
  quint64 memoryBytes = 0;
  quint32 cpuUsedMillis = 0;
  quint64 memoryPeakBytes = 0;
  TaskOutcome outcome = TaskOutcome::None;
  QString message;
  PendingReason pendingReason = PendingReason::Unknown;
  QString pendingText;
  bool operator==(const TrainingTask&) const = default;
};

struct TrainingHost {
  QString name;
  bool ready = false;
  QString message;
  quint32 cpuMillis = 0;
  quint32 cpuMillisUsed = 0;
  double coresBusy = 0;
  quint64 memoryBytes = 0;
  quint64 memoryBytesUsed = 0;
  quint64 memoryBytesBusy = 0;
  quint32 running = 0;
  QList<double> coreBusy;
  bool operator==(const TrainingHost&) const = default;
};
struct TrainingCluster {
  QString name;
  QString application;
  QString engine;
  ClusterState state = ClusterState::Unknown;
  QString message;
  QList<TrainingHost> hosts;
  qint64 createdMs = 0;
  qint64 stateSinceMs = 0;
  qint64 endedMs = 0;
  qint64 idleTimeoutMs = 0;
  QString limits;  // cgroup v2, cgroup v1, affinity and rlimit
  QStringList jobs;
  double pricePerHostHour = 0;
  double cost = 0;
  bool operator==(const TrainingCluster&) const = default;
};

// ---- what is sent
struct TrainingFile {
  QString path;  // relative to the job file
  QByteArray content;
  bool operator==(const TrainingFile&) const = default;
};
struct TrainingSubmission {
  QString jobFile;  // YAML
  QString name;     // of the file, for messages
  QList<TrainingFile> files;
  QString workingDirectory;  // absolute, on the daemon's machine; empty = the job needs none, or one was sent
  QString workingDirectoryDigest;  // of the one that was sent
  QString requestId;               // the same one answers with the same job; empty = a new one
  bool operator==(const TrainingSubmission&) const = default;
};
struct TrainingSubmitted {
  TrainingJob job;
  bool existed = false;
  bool operator==(const TrainingSubmitted&) const = default;
};
struct TrainingPlan {
  quint32 tasks = 0;
  quint32 slotCount = 0;  // tasks that run at the same time
  QString boundBy;        // cpus, memory, max_in_flight, tasks
  quint32 cpuMillis = 0;
  quint64 memoryBytes = 0;
  std::optional<qint64> expectedMs;
  std::optional<double> expectedCost;
  quint32 tasksKnown = 0;
  QString estimateBasis;
  QList<PendingCount> pending;
  QStringList warnings;
  QStringList firstCommands;
  bool operator==(const TrainingPlan&) const = default;
};

// What changed. Of several values with one id the last one counts.
struct TrainingUpdate {
  QList<TrainingJob> jobs;
  QList<TrainingTask> tasks;
  QList<TrainingCluster> clusters;
  QStringList removedJobs;
  quint64 revision = 0;
  bool complete = false;  // everything that was there has been sent
  bool operator==(const TrainingUpdate&) const = default;
  // Lays a later update over this one; what it says again is kept once.
  void merge(TrainingUpdate later);
};

// ---- logs
struct TrainingLogQuery {
  QString job;
  QString task;         // empty: the log of the job
  quint32 attempt = 0;  // 0 = the latest
  quint32 tailLines = 0;
  bool operator==(const TrainingLogQuery&) const = default;
};
struct TrainingLogPiece {
  QByteArray data;  // whole bytes; may begin and end inside of a line
  quint64 offset = 0;
  bool truncated = false;  // bytes before it are gone
  quint32 attempt = 0;
  bool operator==(const TrainingLogPiece&) const = default;
};

// ---- utilisation and timeline
struct UtilisationQuery {
  QString cluster;
  qint64 fromMs = 0;
  qint64 toMs = 0;
  quint32 maxPoints = 300;
  bool perHost = false;
  bool operator==(const UtilisationQuery&) const = default;
};
struct UtilisationSample {
  qint64 atMs = 0;      // start of the interval
  double capacity = 0;  // cores
  double slotCores = 0;
  double busy = 0;
  double running = 0;
  double pending = 0;
  double memoryBytes = 0;
  QList<double> coreBusy;  // per host only
  bool operator==(const UtilisationSample&) const = default;
};
struct UtilisationSeries {
  QString host;  // empty: the cluster
  QList<UtilisationSample> samples;
  bool operator==(const UtilisationSeries&) const = default;
};
struct TrainingAdvice {
  QString text;
  quint32 cpuMillis = 0;
  quint64 memoryBytes = 0;
  bool operator==(const TrainingAdvice&) const = default;
};
struct UtilisationSummary {
  double busyMean = 0;
  double busyP95 = 0;
  double slotsMean = 0;
  double wasteCoreHours = 0;
  double idleCoreHours = 0;
  double runningMean = 0;
  double runningPeak = 0;
  bool operator==(const UtilisationSummary&) const = default;
};
struct Utilisation {
  qint64 stepMs = 0;
  QList<UtilisationSeries> series;
  UtilisationSummary summary;
  QList<TrainingAdvice> advice;
  bool operator==(const Utilisation&) const = default;
  // Of the host, or of the cluster for an empty name; nullptr when it is not there.
  const UtilisationSeries* of(const QString& host) const;
};
struct TimelineQuery {
  QString job;
  qint64 fromMs = 0;
  qint64 toMs = 0;
  quint32 maxBars = 0;
  bool operator==(const TimelineQuery&) const = default;
};
struct TimelineBar {
  QString task;
  quint32 attempt = 0;
  QString host;
  quint32 lane = 0;
  qint64 queuedMs = 0;
  qint64 startedMs = 0;
  qint64 endedMs = 0;  // 0 = it runs
  TaskOutcome outcome = TaskOutcome::None;
  quint32 merged = 1;
  bool operator==(const TimelineBar&) const = default;
};
struct Timeline {
  QList<TimelineBar> bars;  // by start
  bool downsampled = false;
  bool operator==(const Timeline&) const = default;
};

}  // namespace aerie::rpc
