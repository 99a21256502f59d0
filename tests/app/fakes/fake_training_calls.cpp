// What the training daemon in memory answers.
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "core/base/status.h"
#include "tests/app/fakes/fake_training.h"

namespace aerie::testing {

using namespace rpc;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

absl::StatusOr<QString> applicationOf(const TrainingSubmission& submission) {
  static const QRegularExpression line(QStringLiteral("^application: *(\\w+)"),
                                       QRegularExpression::MultilineOption);
  const auto found = line.match(submission.jobFile);
  if (!found.hasMatch()) return invalidArgument("job.yaml: application (line 1): is missing");
  return found.captured(1);
}

// Core seconds of bars in each interval, spread over those that a bar touches.
void addBar(std::vector<double>& into, qint64 from, qint64 step, qint64 start, qint64 end, double cores) {
  const auto last = static_cast<qint64>(into.size()) - 1;
  for (qint64 i = std::max<qint64>(0, (start - from) / step); i <= std::min(last, (end - from) / step); ++i) {
    const qint64 low = std::max(start, from + i * step);
    const qint64 high = std::min(end, from + (i + 1) * step);
    if (high > low)
      into[static_cast<std::size_t>(i)] +=
          cores * static_cast<double>(high - low) / static_cast<double>(step);
  }
}

}  // namespace

void FakeTraining::dropWatches(const absl::Status& why) {
  for (const auto& w : std::exchange(watches_, {})) post(w->guard, [w, why] { w->ended(why); });
}

Ticket FakeTraining::submit(const TrainingSubmission& submission, QObject* context,
                            Answer<TrainingSubmitted> answer) {
  calls.append(QStringLiteral("submit ") + submission.name);
  lastSubmission = submission;
  if (const absl::Status failure = takeFailure(); !failure.ok())
    return answerWith<TrainingSubmitted>(context, std::move(answer), failure);
  const auto application = applicationOf(submission);
  if (!application.ok())
    return answerWith<TrainingSubmitted>(context, std::move(answer), application.status());
  const QString id = play(*application, nextPlay, nowMs);
  records_[id].yaml = submission.jobFile;
  push();
  return answerWith<TrainingSubmitted>(context, std::move(answer),
                                       TrainingSubmitted{records_[id].job, false});
}

Ticket FakeTraining::uploadDirectory(const QString& archive, const QString& digest, QObject* context,
                                     Progress progress, Answer<Done> answer) {
  calls.append(QStringLiteral("upload ") + digest);
  const qint64 size = QFileInfo(archive).size();
  post(context, [progress, size] { progress(size / 2, size); });
  if (!holdUploads) {
    post(context, [progress, size] { progress(size, size); });
    const absl::Status failure = takeFailure();
    return answerWith<Done>(context, std::move(answer),
                            failure.ok() ? absl::StatusOr<Done>(Done()) : absl::StatusOr<Done>(failure));
  }
  return Ticket([this, guard = QPointer<QObject>(context), answer = std::move(answer)] {
    post(guard, [answer] { answer(absl::CancelledError("cancelled")); });
  });
}

Ticket FakeTraining::plan(const TrainingSubmission& submission, QObject* context,
                          Answer<TrainingPlan> answer) {
  if (const absl::Status failure = takeFailure(); !failure.ok())
    return answerWith<TrainingPlan>(context, std::move(answer), failure);
  const auto application = applicationOf(submission);
  if (!application.ok()) return answerWith<TrainingPlan>(context, std::move(answer), application.status());
  TrainingPlan out;
  out.tasks = 1'374;
  out.slotCount = 70;
  out.boundBy = s("cpus");
  out.cpuMillis = 2'000;
  out.memoryBytes = 512ULL << 20;
  out.expectedMs = 20 * 60'000;
  out.expectedCost = 13.1;
  out.tasksKnown = 1'374;
  out.estimateBasis = s("the last run of each task");
  out.pending = {
      {PendingReason::NoCpu, 1'304, s("10 hosts have 160 CPUs; 70 tasks of 2 CPUs run at a time")}};
  out.warnings = {s("tasks used 0.9 CPUs of 2 in the last run: ask for 1")};
  out.firstCommands = {s("aerie-train-xgboost --zone ATL --month 1 --out OUTPUT")};
  return answerWith<TrainingPlan>(context, std::move(answer), out);
}

Ticket FakeTraining::getJob(const QString& id, QObject* context, Answer<TrainingJob> answer) {
  const Record* r = record(id);
  if (!reachable || !r)
    return answerWith<TrainingJob>(
        context, std::move(answer),
        reachable ? notFound("there is no job {}", id.toStdString()) : takeFailure());
  TrainingJob out = r->job;
  out.jobFile = r->yaml;
  return answerWith<TrainingJob>(context, std::move(answer), out);
}

Ticket FakeTraining::cancel(const QString& id, const QStringList& tasks, QObject* context,
                            Answer<TrainingJob> answer) {
  calls.append(QStringLiteral("cancel %1 %2").arg(id, tasks.join(QLatin1Char(','))).trimmed());
  if (const absl::Status failure = takeFailure(); !failure.ok())
    return answerWith<TrainingJob>(context, std::move(answer), failure);
  Record* r = record(id);
  if (!r) return answerWith<TrainingJob>(context, std::move(answer), notFound("there is no such job"));
  for (TrainingTask& t : r->tasks) {
    if (!tasks.isEmpty() && !tasks.contains(t.id)) continue;
    if (t.state != TaskState::Pending && t.state != TaskState::Running) continue;
    for (Slot& lane : r->lanes) {
      if (lane.bar < 0 || lane.task != t.number) continue;
      r->bars[lane.bar].endedMs = nowMs;
      r->bars[lane.bar].outcome = TaskOutcome::Cancelled;
      lane.bar = -1;
    }
    t.state = TaskState::Cancelled;
    t.outcome = TaskOutcome::Cancelled;
    t.endedMs = nowMs;
    std::erase(r->queue, t.number);
    r->changed.append(t.number);
  }
  if (tasks.isEmpty()) r->job.state = JobState::Cancelling;
  count(*r);
  finishIfDone(*r, nowMs);
  push();
  return answerWith<TrainingJob>(context, std::move(answer), r->job);
}

Ticket FakeTraining::retry(const QString& id, const QStringList& tasks, QObject* context,
                           Answer<TrainingJob> answer) {
  calls.append(QStringLiteral("retry %1 %2").arg(id, tasks.join(QLatin1Char(','))).trimmed());
  if (const absl::Status failure = takeFailure(); !failure.ok())
    return answerWith<TrainingJob>(context, std::move(answer), failure);
  Record* r = record(id);
  if (!r) return answerWith<TrainingJob>(context, std::move(answer), notFound("there is no such job"));
  for (TrainingTask& t : r->tasks) {
    if (!tasks.isEmpty() && !tasks.contains(t.id)) continue;
    if (t.state != TaskState::Failed && t.state != TaskState::Cancelled) continue;
    t.state = TaskState::Pending;
    t.pendingReason = PendingReason::Next;
    t.message.clear();
    r->attemptsLeft[t.number] = 0;
    r->queue.push_back(t.number);
    r->changed.append(t.number);
  }
  r->job.state = JobState::Running;
  r->job.endedMs = 0;
  r->job.message.clear();
  startWaiting(*r, nowMs);
  count(*r);
  push();
  return answerWith<TrainingJob>(context, std::move(answer), r->job);
}

Ticket FakeTraining::deleteCluster(const QString& name, bool cancelJobs, QObject* context,
                                   Answer<TrainingCluster> answer) {
  calls.append(QStringLiteral("delete %1%2").arg(name, cancelJobs ? s(" with jobs") : QString()));
  if (const absl::Status failure = takeFailure(); !failure.ok())
    return answerWith<TrainingCluster>(context, std::move(answer), failure);
  const Record* r = recordOfCluster(name);
  if (!r)
    return answerWith<TrainingCluster>(context, std::move(answer), notFound("there is no such cluster"));
  if (!isOver(r->job.state) && !cancelJobs) {
    return answerWith<TrainingCluster>(context, std::move(answer),
                                       failedPrecondition("{} is needed by a job", name.toStdString()));
  }
  const QString id = r->job.id;
  if (!isOver(r->job.state)) {
    cancel(id, {}, &gui_, [](const absl::StatusOr<TrainingJob>&) {});
    calls.removeLast();
  }
  return answerWith<TrainingCluster>(context, std::move(answer), clusterOf(records_[id]));
}

Ticket FakeTraining::watch(const QString& job, quint64 sinceRevision, QObject* context,
                           std::function<void(const TrainingUpdate&)> update, Answer<Done> ended) {
  if (!reachable) {
    post(context, [ended = std::move(ended), failure = takeFailure()] { ended(failure); });
    return {};
  }
  const auto watch = std::make_shared<Watch>(Watch{job, context, std::move(update), std::move(ended)});
  watches_.push_back(watch);
  // What changed since is everything here: the desktop must take that as well.
  Q_UNUSED(sinceRevision);
  post(context, [watch, now = everything(job)] { watch->update(now); });
  return Ticket([this, weak = std::weak_ptr<Watch>(watch)] {
    const auto alive = weak.lock();
    const auto it = std::find(watches_.begin(), watches_.end(), alive);
    if (!alive || it == watches_.end()) return;
    watches_.erase(it);
    post(alive->guard, [alive] { alive->ended(absl::CancelledError("cancelled")); });
  });
}

Ticket FakeTraining::followLog(const TrainingLogQuery& query, QObject* context,
                               std::function<void(const QList<TrainingLogPiece>&)> pieces,
                               Answer<Done> ended) {
  calls.append(QStringLiteral("log %1 %2 %3").arg(query.job, query.task).arg(query.attempt));
  QByteArray text = logText;
  if (text.isEmpty() && query.task.isEmpty()) {
    text = "info  cluster is being made\ninfo  environment is ready after 0.4 s\ninfo  job runs\n";
  } else if (text.isEmpty()) {
    text = "info  zone " + query.task.toUtf8() +
           ": 412 rows, 11 features\ninfo  round 10: log loss 0.4821\ninfo  round 20: log loss 0.4655\n"
           "warning  3 rows without a distance, default used\ninfo  round 30: log loss 0.4602\n";
    if (const Record* r = record(query.job)) {
      for (const TrainingTask& t : r->tasks) {
        if (t.id == query.task && t.state == TaskState::Failed)
          text += "error  only one class in the labels: nothing to learn; leave this zone out\n";
      }
    }
  }
  auto over = std::make_shared<bool>(false);
  post(context, [=] {
    if (!*over) pieces({{text, 0, false, query.attempt}});
  });
  post(context, [=] {
    if (!std::exchange(*over, true)) ended(Done());
  });
  return Ticket([this, over, guard = QPointer<QObject>(context), ended] {
    post(guard, [over, ended] {
      if (!std::exchange(*over, true)) ended(absl::CancelledError("cancelled"));
    });
  });
}

Ticket FakeTraining::utilisation(const UtilisationQuery& query, QObject* context,
                                 Answer<Utilisation> answer) {
  ++questions;
  const Record* r = recordOfCluster(query.cluster);
  if (!reachable || !r)
    return answerWith<Utilisation>(context, std::move(answer),
                                   reachable ? notFound("there is no such cluster") : takeFailure());
  const qint64 from = std::max(query.fromMs, r->job.submittedMs);
  qint64 to = query.toMs > 0 ? query.toMs : nowMs;
  if (r->job.endedMs > 0) to = std::min(to, r->job.endedMs);
  Utilisation out;
  const qint64 points = std::max<quint32>(1, query.maxPoints);
  out.stepMs = std::max<qint64>(1'000, (to - from + points - 1) / points / 1'000 * 1'000);
  const auto count = static_cast<std::size_t>(std::max<qint64>(0, (to - from) / out.stepMs));
  const auto hosts = static_cast<std::size_t>(r->play.hosts);
  std::vector<std::vector<double>> cores(hosts, std::vector<double>(count, 0));
  std::vector<double> running(count, 0);
  for (const TimelineBar& bar : r->bars) {
    const qint64 end = bar.endedMs > 0 ? bar.endedMs : nowMs;
    const auto host = static_cast<std::size_t>(bar.host.mid(5).toInt() - 1);
    addBar(cores[host], from, out.stepMs, bar.startedMs, end, r->play.cpuMillis / 1'000.0);
    addBar(running, from, out.stepMs, bar.startedMs, end, 1);
  }
  out.series.append({QString(), {}});
  for (std::size_t h = 0; h < hosts && query.perHost; ++h)
    out.series.append({QStringLiteral("host-%1").arg(h + 1), {}});
  for (auto& series : out.series) series.samples.reserve(static_cast<qsizetype>(count));
  double busySum = 0;
  double slotSum = 0;
  const double capacity = static_cast<double>(r->play.hosts) * r->play.cpusPerHost;
  for (std::size_t i = 0; i < count; ++i) {
    UtilisationSample whole;
    whole.atMs = from + static_cast<qint64>(i) * out.stepMs;
    whole.running = running[i];
    whole.pending = static_cast<double>(r->tasks.size()) - running[i];
    for (std::size_t h = 0; h < hosts; ++h) {
      const bool up = whole.atMs >= r->job.submittedMs + r->play.startUpMs * static_cast<qint64>(h + 1) / 10;
      const double wave = 1 + 0.06 * std::sin(static_cast<double>(i + h * 7) / 3);
      UtilisationSample one;
      one.atMs = whole.atMs;
      one.capacity = up ? r->play.cpusPerHost : 0;
      one.slotCores = cores[h][i];
      one.busy = std::min<double>(r->play.cpusPerHost, cores[h][i] * r->play.efficiency * wave);
      one.coreBusy.reserve(r->play.cpusPerHost);
      for (int core = 0; core < r->play.cpusPerHost; ++core)
        one.coreBusy.append(std::clamp(one.busy - core, 0.0, 1.0));
      whole.capacity += one.capacity;
      whole.slotCores += one.slotCores;
      whole.busy += one.busy;
      if (query.perHost) out.series[static_cast<qsizetype>(h) + 1].samples.append(std::move(one));
    }
    busySum += whole.busy;
    slotSum += whole.slotCores;
    out.summary.runningPeak = std::max(out.summary.runningPeak, whole.running);
    out.summary.runningMean += whole.running / static_cast<double>(count);
    out.series[0].samples.append(whole);
  }
  if (count > 0) {
    const double all = capacity * static_cast<double>(count);
    out.summary.busyMean = busySum / all;
    out.summary.busyP95 = std::min(1.0, busySum / all * 1.1);
    out.summary.slotsMean = slotSum / all;
  }
  if (r->play.efficiency < 0.6) {
    out.advice = {{QStringLiteral("asks for %1 CPUs and uses %2: ask for 1")
                       .arg(r->play.cpuMillis / 1'000)
                       .arg(r->play.cpuMillis / 1'000.0 * r->play.efficiency, 0, 'f', 1),
                   1'000, 0}};
  }
  return answerWith<Utilisation>(context, std::move(answer), out);
}

Ticket FakeTraining::timeline(const TimelineQuery& query, QObject* context, Answer<Timeline> answer) {
  ++questions;
  const Record* r = record(query.job);
  if (!reachable || !r)
    return answerWith<Timeline>(context, std::move(answer),
                                reachable ? notFound("there is no such job") : takeFailure());
  Timeline out;
  for (const TimelineBar& bar : r->bars) {
    if (bar.endedMs > 0 && bar.endedMs < query.fromMs) continue;
    out.bars.append(bar);
  }
  return answerWith<Timeline>(context, std::move(answer), out);
}

void fillTrainingDemo(FakeTraining& training, qint64 now) {
  training.nowMs = now;
  const char* airports[] = {"ATL", "BOS", "BWI", "CLE", "CLT", "CVG", "DCA", "DEN", "DFW", "DTW",
                            "EWR", "IAD", "IAH", "JFK", "LAS", "LAX", "LGA", "MCI", "MCO", "MDW",
                            "MIA", "MSP", "MSY", "OAK", "ONT", "ORD", "PDX", "PHL", "PHX", "PIT",
                            "RDU", "SAN", "SEA", "SFO", "SJC", "SLC", "SMF", "STL", "TPA", "TUL"};
  QStringList zones;
  for (const char* airport : airports) zones.append(s(airport));
  for (int i = 0; zones.size() < 115; ++i)
    zones.append(QStringLiteral("X%1").arg(i, 2, 10, QLatin1Char('0')));
  FakeTraining::Play before;
  before.rows = zones;
  before.columns = 12;
  before.hosts = 10;
  before.cpusPerHost = 16;
  before.cpuMillis = 2'000;
  before.efficiency = 0.9;
  before.maxInFlight = 10;
  before.meanSeconds = 104;
  before.startUpMs = 20'000;
  before.pricePerHostHour = 0.8;
  before.seed = 3;
  before.model = s("arrival_delay_zones");
  training.play(s("arrival_delay_zones"), before, now - 27 * 3'600'000LL);
  FakeTraining::Play small;
  small.tasks = 24;
  small.engine = s("local");
  small.hosts = 1;
  small.cpusPerHost = 2;
  small.failShare = 0.2;
  small.meanSeconds = 6;
  small.seed = 5;
  training.play(s("taxi_out_time"), small, now - 3 * 3'600'000LL);
  FakeTraining::Play after = before;
  after.maxInFlight = 70;
  after.meanSeconds = 62;
  after.failShare = 0.004;
  after.seed = 7;
  training.play(s("arrival_delay_zones"), after, now - 11 * 60'000LL);
}

}  // namespace aerie::testing
