#include "tests/app/fakes/fake_training.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "core/base/status.h"

namespace aerie::testing {

using namespace rpc;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QString hostName(int host) { return QStringLiteral("host-%1").arg(host + 1); }

}  // namespace

void FakeTraining::post(QObject* context, std::function<void()> f) {
  QMetaObject::invokeMethod(
      &gui_,
      [guard = QPointer<QObject>(context), f = std::move(f)] {
        if (guard) f();
      },
      Qt::QueuedConnection);
}

absl::Status FakeTraining::takeFailure() {
  if (!reachable) return unavailable("the training daemon does not answer");
  return std::exchange(failNext, absl::OkStatus());
}

FakeTraining::Record* FakeTraining::record(const QString& id) {
  const auto it = records_.find(id);
  return it == records_.end() ? nullptr : &it->second;
}

const FakeTraining::Record* FakeTraining::recordOfCluster(const QString& name) const {
  for (const auto& [id, r] : records_) {
    if (r.job.cluster == name) return &r;
  }
  return nullptr;
}

TrainingJob* FakeTraining::job(const QString& id) {
  Record* r = record(id);
  return r ? &r->job : nullptr;
}

QList<TrainingTask> FakeTraining::tasksOf(const QString& id) const {
  const auto it = records_.find(id);
  return it == records_.end() ? QList<TrainingTask>() : it->second.tasks;
}

QStringList FakeTraining::jobIds() const {
  QStringList out;
  for (const auto& [id, r] : records_) out.prepend(id);
  return out;
}

void FakeTraining::makeTasks(Record& r) {
  QRandomGenerator random(r.play.seed);
  const int columns = r.play.rows.isEmpty() ? 1 : r.play.columns;
  const int count = r.play.rows.isEmpty() ? r.play.tasks : static_cast<int>(r.play.rows.size()) * columns;
  for (int i = 0; i < count; ++i) {
    TrainingTask t;
    t.number = static_cast<quint32>(i);
    if (r.play.rows.isEmpty()) {
      t.id = QString::number(i + 1);
      t.values = {{s("number"), t.id}};
    } else {
      const QString column = QString::number(i % columns + 1);
      t.id = r.play.rows[i / columns] + QLatin1Char('.') + column;
      t.values = {{s("origin"), r.play.rows[i / columns]}, {s("month"), column}};
    }
    t.state = TaskState::Pending;
    t.queuedMs = r.job.submittedMs;
    t.cpuMillis = r.play.cpuMillis;
    t.memoryBytes = 512ULL << 20;
    t.pendingReason = PendingReason::JobNotReady;
    // Many short ones and a few long ones.
    const double length = r.play.meanSeconds * (0.35 - std::log(1 - random.generateDouble()) * 0.65);
    r.lengths.push_back(std::max<qint64>(50, static_cast<qint64>(length * 1'000)));
    if (r.play.known) t.lastDurationMs = r.lengths.back() * random.bounded(85, 115) / 100;
    const double fate = random.generateDouble();
    r.attemptsLeft.push_back(fate < r.play.failShare ? 2 : fate < r.play.failShare * 3 ? 1 : 0);
    r.tasks.append(t);
    r.queue.push_back(t.number);
  }
  // The longest first: taken from the end.
  std::stable_sort(r.queue.begin(), r.queue.end(),
                   [&](quint32 a, quint32 b) { return r.lengths[a] < r.lengths[b]; });
  const auto perHost =
      static_cast<quint32>(static_cast<quint32>(r.play.cpusPerHost) * 1'000 / r.play.cpuMillis);
  for (quint32 lane = 0; lane < perHost; ++lane) {
    for (int host = 0; host < r.play.hosts; ++host) {
      if (r.play.maxInFlight > 0 && static_cast<int>(r.lanes.size()) >= r.play.maxInFlight) return;
      r.lanes.push_back({host, lane});
    }
  }
}

QString FakeTraining::play(const QString& application, const Play& play, qint64 submittedMs) {
  const QString id = QStringLiteral("job-%1").arg(++lastJob_, 2, 10, QLatin1Char('0'));
  Record& r = records_[id];
  r.play = play;
  r.yaml =
      QStringLiteral("application: %1\ntasks: {each: {number: 1..3}, command: [\"true\", \"{number}\"]}\n")
          .arg(application);
  r.job.id = id;
  r.job.application = application;
  r.job.cluster = application + QLatin1Char('-') + id;
  r.job.engine = play.engine;
  r.job.state = JobState::Submitted;
  r.job.message = s("its cluster is being made");
  r.job.submittedMs = submittedMs;
  r.job.submittedBy = s("ada");
  if (!play.model.isEmpty()) r.job.publication = {play.model, s("candidate"), {}, {}};
  makeTasks(r);
  playTo(r, nowMs);
  r.changed.clear();
  ++revision_;
  r.job.revision = revision_;
  return id;
}

void FakeTraining::count(Record& r) {
  TaskCounts counts;
  for (const TrainingTask& t : r.tasks) {
    switch (t.state) {
      case TaskState::Running: ++counts.running; break;
      case TaskState::Succeeded: ++counts.succeeded; break;
      case TaskState::Failed: ++counts.failed; break;
      case TaskState::Cancelled: ++counts.cancelled; break;
      default: ++counts.pending; break;
    }
  }
  r.job.tasks = counts;
  r.job.pending.clear();
  if (counts.pending > 0 && !isOver(r.job.state)) {
    const bool started = r.job.state == JobState::Running;
    r.job.pending = {{started ? PendingReason::NoCpu : PendingReason::JobNotReady, counts.pending,
                      started ? s("no host has a free CPU; they are freed as tasks end")
                              : s("its cluster is being made")}};
  }
}

void FakeTraining::startWaiting(Record& r, qint64 ms) {
  for (Slot& lane : r.lanes) {
    if (r.queue.empty()) break;
    if (lane.bar >= 0) continue;
    const quint32 number = r.queue.back();
    r.queue.pop_back();
    TrainingTask& t = r.tasks[number];
    t.state = TaskState::Running;
    ++t.attempts;
    t.host = hostName(lane.host);
    t.startedMs = ms;
    t.endedMs = 0;
    t.outcome = TaskOutcome::None;
    t.message.clear();
    t.pendingReason = PendingReason::Unknown;
    lane.bar = r.bars.size();
    lane.task = number;
    lane.fails = r.attemptsLeft[number] > 0;
    lane.endsMs = ms + (lane.fails ? r.lengths[number] / 2 : r.lengths[number]);
    r.bars.append({t.id, t.attempts, t.host, lane.lane, t.queuedMs, ms, 0, TaskOutcome::None, 1});
    r.changed.append(number);
    if (r.job.startedMs == 0) r.job.startedMs = ms;
  }
}

void FakeTraining::endSlot(Record& r, Slot& lane, qint64 ms) {
  TimelineBar& bar = r.bars[lane.bar];
  TrainingTask& t = r.tasks[lane.task];
  bar.endedMs = t.endedMs = ms;
  t.cpuUsedMillis = static_cast<quint32>(t.cpuMillis * r.play.efficiency);
  t.memoryPeakBytes = (180ULL + t.number % 90) << 20;
  r.changed.append(t.number);
  lane.bar = -1;
  if (!lane.fails) {
    bar.outcome = t.outcome = TaskOutcome::Succeeded;
    t.state = TaskState::Succeeded;
    return;
  }
  bar.outcome = t.outcome = TaskOutcome::Failed;
  t.message = s("exited with 2: the last lines of its log say why");
  --r.attemptsLeft[t.number];
  if (r.attemptsLeft[t.number] > 0 || t.attempts >= 2) {
    t.state = TaskState::Failed;
    return;
  }
  t.state = TaskState::Pending;
  t.queuedMs = ms;
  t.pendingReason = PendingReason::BackOff;
  r.queue.push_back(t.number);
}

void FakeTraining::finishIfDone(Record& r, qint64 ms) {
  const bool open = std::any_of(r.tasks.begin(), r.tasks.end(), [](const TrainingTask& t) {
    return t.state == TaskState::Pending || t.state == TaskState::Running;
  });
  if (open) return;
  count(r);
  r.job.endedMs = ms;
  r.job.expectedEndMs = 0;
  if (r.job.state == JobState::Cancelling) {
    r.job.state = JobState::Cancelled;
  } else if (r.job.tasks.failed > 0) {
    r.job.state = JobState::Failed;
    r.job.message = QStringLiteral("%1 of %2 tasks failed; look at their logs, then retry them")
                        .arg(r.job.tasks.failed)
                        .arg(r.tasks.size());
  } else {
    r.job.state = JobState::Done;
    r.job.message.clear();
    if (!r.play.model.isEmpty()) r.job.publication.version = s("12");
  }
}

void FakeTraining::playTo(Record& r, qint64 ms) {
  const qint64 begin = r.job.submittedMs + r.play.startUpMs;
  if (isOver(r.job.state)) return;
  if (ms >= begin) {
    if (r.job.state == JobState::Submitted || r.job.state == JobState::Environment) {
      r.job.state = JobState::Running;
      r.job.message.clear();
      for (TrainingTask& t : r.tasks) t.pendingReason = PendingReason::NoCpu;
      startWaiting(r, begin);
    }
    for (;;) {
      Slot* next = nullptr;
      for (Slot& lane : r.lanes) {
        if (lane.bar >= 0 && lane.endsMs <= ms && (!next || lane.endsMs < next->endsMs)) next = &lane;
      }
      if (!next) break;
      const qint64 at = next->endsMs;
      endSlot(r, *next, at);
      if (r.job.state == JobState::Running) startWaiting(r, at);
      finishIfDone(r, at);
    }
  }
  count(r);
  const qint64 end = r.job.endedMs > 0 ? r.job.endedMs : ms;
  if (r.play.pricePerHostHour > 0) {
    r.job.cost =
        static_cast<double>(end - r.job.submittedMs) / 3'600'000.0 * r.play.hosts * r.play.pricePerHostHour;
  }
  if (isOver(r.job.state) || r.job.state == JobState::Submitted || !r.play.known) return;
  double work = 0;
  for (const TrainingTask& t : r.tasks) {
    if (t.state == TaskState::Pending) work += static_cast<double>(r.lengths[t.number]);
    if (t.state == TaskState::Running) work += static_cast<double>(r.lengths[t.number]) / 2;
  }
  r.job.expectedEndMs =
      ms + static_cast<qint64>(work / static_cast<double>(std::max<std::size_t>(1, r.lanes.size())));
  if (r.play.pricePerHostHour > 0) {
    r.job.expectedCost = static_cast<double>(r.job.expectedEndMs - r.job.submittedMs) / 3'600'000.0 *
                         r.play.hosts * r.play.pricePerHostHour;
  }
}

void FakeTraining::advance(qint64 ms) {
  nowMs += ms;
  for (auto& [id, r] : records_) playTo(r, nowMs);
  push();
}

TrainingCluster FakeTraining::clusterOf(const Record& r) const {
  TrainingCluster c;
  c.name = r.job.cluster;
  c.application = r.job.application;
  c.engine = r.job.engine;
  c.createdMs = c.stateSinceMs = r.job.submittedMs;
  c.idleTimeoutMs = 60'000;
  c.jobs = {r.job.id};
  c.pricePerHostHour = r.play.pricePerHostHour;
  c.cost = r.job.cost;
  c.limits = r.play.engine == QLatin1String("local") ? s("cgroup v1") : QString();
  if (isOver(r.job.state)) {
    c.state = ClusterState::Gone;
    c.endedMs = c.stateSinceMs = r.job.endedMs;
    return c;
  }
  c.state = r.job.state == JobState::Submitted ? ClusterState::Starting : ClusterState::Ready;
  for (int i = 0; i < r.play.hosts; ++i) {
    TrainingHost h;
    h.name = hostName(i);
    h.ready = c.state == ClusterState::Ready;
    h.message = h.ready ? QString() : s("is starting");
    h.cpuMillis = static_cast<quint32>(r.play.cpusPerHost) * 1'000;
    h.memoryBytes = 64ULL << 30;
    for (const Slot& lane : r.lanes) {
      if (lane.host != i || lane.bar < 0) continue;
      ++h.running;
      h.cpuMillisUsed += r.play.cpuMillis;
      h.memoryBytesUsed += 512ULL << 20;
      h.memoryBytesBusy += 210ULL << 20;
    }
    h.coresBusy = h.cpuMillisUsed * r.play.efficiency / 1'000;
    c.hosts.append(h);
  }
  return c;
}

TrainingUpdate FakeTraining::everything(const QString& job) const {
  TrainingUpdate out;
  out.revision = revision_;
  out.complete = true;
  for (const auto& [id, r] : records_) {
    if (!job.isEmpty() && id != job) continue;
    out.jobs.append(r.job);
    out.clusters.append(clusterOf(r));
    if (!job.isEmpty()) out.tasks = r.tasks;
  }
  return out;
}

void FakeTraining::push() {
  ++revision_;
  TrainingUpdate all = everything({});
  for (TrainingJob& j : all.jobs) j.revision = revision_;
  for (auto& [id, r] : records_) r.job.revision = revision_;
  for (const auto& w : watches_) {
    TrainingUpdate update = all;
    update.complete = false;
    if (!w->job.isEmpty()) {
      update = {};
      update.revision = revision_;
      if (const Record* r = record(w->job)) {
        update.jobs = {r->job};
        for (const quint32 number : r->changed) update.tasks.append(r->tasks[number]);
      }
    }
    post(w->guard, [w, update] { w->update(update); });
  }
  for (auto& [id, r] : records_) r.changed.clear();
}

}  // namespace aerie::testing
