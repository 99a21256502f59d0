#include "app/presenters/training_job_presenter.h"

#include <QLocale>
#include <algorithm>

#include "app/models/elapsed.h"
#include "app/models/text.h"
#include "app/models/training_words.h"
#include "app/presenters/errors.h"

namespace aerie::presenters {

using models::TaskCell;
using models::Tone;
using rpc::JobState;
using rpc::TaskState;
using rpc::TrainingJob;
using rpc::TrainingTask;

namespace {

constexpr int kRetryMs = 2'000;
constexpr int kTickMs = 1'000;
constexpr qint64 kRateWindowMs = 60'000;
constexpr qint64 kLeastRateMs = 2'000;  // over less a rate is a guess
constexpr int kManyCells = 20'000;      // beyond, cells follow the clock and not each message

QString wholeText(quint32 value) { return QLocale().toString(value); }

}  // namespace

TrainingJobPresenter::TrainingJobPresenter(rpc::TrainingApi& api, TrainingPresenter& training,
                                           QObject* parent)
    : QObject(parent), api_(api), training_(training), model_([this] { return jobNowMs(); }) {
  retry_.setSingleShot(true);
  retry_.setInterval(kRetryMs);
  connect(&retry_, &QTimer::timeout, this, [this] { open(revision_); });
  ticker_.setInterval(kTickMs);
  connect(&ticker_, &QTimer::timeout, this, &TrainingJobPresenter::tick);
  logRetry_.setSingleShot(true);
  logRetry_.setInterval(kRetryMs);
  connect(&logRetry_, &QTimer::timeout, this, &TrainingJobPresenter::restartLog);
  connect(&training_, &TrainingPresenter::selectionChanged, this, &TrainingJobPresenter::selectionMoved);
  connect(&training_, &TrainingPresenter::changed, this, &TrainingJobPresenter::headlineChanged);
  selectionMoved();
}

TrainingJobPresenter::~TrainingJobPresenter() {
  watch_.cancel();
  logTicket_.cancel();
}

void TrainingJobPresenter::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  if (shown) {
    open(revision_);
    ticker_.start();
  } else {
    close();
    ticker_.stop();
  }
  restartLog();
}

void TrainingJobPresenter::selectionMoved() {
  if (training_.jobId() == jobId_) return;
  close();
  jobId_ = training_.jobId();
  model_.setCluster(job() ? job()->cluster : QString());
  model_.clear();
  cells_.clear();
  early_.clear();
  late_.clear();
  rowDimension_.clear();
  columnDimension_.clear();
  complete_ = false;
  problem_.clear();
  revision_ = 0;
  latestMs_ = 0;
  task_.clear();
  attempt_ = 0;
  jobLog_ = false;
  open(0);
  restartLog();
  Q_EMIT tasksChanged();
  Q_EMIT taskChanged();
  Q_EMIT headlineChanged();
}

void TrainingJobPresenter::open(quint64 since) {
  if (open_ || !shown_ || jobId_.isEmpty()) return;
  open_ = true;
  const quint64 attempt = ++attemptNumber_;
  watch_ = api_.watch(
      jobId_, since, this,
      [this, attempt](const rpc::TrainingUpdate& update) {
        if (attempt == attemptNumber_) take(update);
      },
      [this, attempt](const absl::StatusOr<rpc::Done>& status) {
        if (attempt == attemptNumber_) ended(status.status());
      });
}

void TrainingJobPresenter::close() {
  ++attemptNumber_;
  open_ = false;
  watch_.cancel();
  retry_.stop();
}

void TrainingJobPresenter::ended(const absl::Status& status) {
  open_ = false;
  if (absl::IsOutOfRange(status)) {
    open(0);
    return;
  }
  problem_ = status.ok() ? tr("The training daemon closed the connection.") : detailOf(status);
  if (shown_) retry_.start();
  Q_EMIT tasksChanged();
}

void TrainingJobPresenter::take(const rpc::TrainingUpdate& update) {
  problem_.clear();
  revision_ = update.revision;
  for (const TrainingTask& t : update.tasks) latestMs_ = std::max({latestMs_, t.startedMs, t.endedMs});
  const bool first = !complete_ && update.complete;
  if (!complete_) early_ += update.tasks;  // shown together: one insertion, whatever their number
  complete_ = complete_ || update.complete;
  if (!complete_) return;
  const QList<TrainingTask> changed = first ? std::exchange(early_, {}) : update.tasks;
  if (changed.isEmpty() && !first) return;
  model_.merge(changed);
  if (first) findDimensions();
  if (first || cells_.size() < kManyCells) {
    refreshCells(changed);
  } else {
    late_ += changed;
  }
  Q_EMIT tasksChanged();
  Q_EMIT headlineChanged();
  const bool mine =
      std::any_of(changed.begin(), changed.end(), [this](const TrainingTask& t) { return t.id == task_; });
  if (!mine) return;
  // A new attempt has a log of its own.
  if (!jobLog() && attempt_ == 0 && task() && task()->attempts != logAttempts_) restartLog();
  Q_EMIT taskChanged();
}

// The two lists of the job, if there are two: that with more values makes the rows.
void TrainingJobPresenter::findDimensions() {
  rowDimension_.clear();
  columnDimension_.clear();
  QMap<QString, QSet<QString>> values;
  for (const TrainingTask& t : model_.tasks()) {
    for (auto it = t.values.begin(); it != t.values.end(); ++it) values[it.key()].insert(it.value());
  }
  if (values.size() != 2) return;
  rowDimension_ = values.firstKey();
  columnDimension_ = values.lastKey();
  if (values[rowDimension_].size() < values[columnDimension_].size())
    std::swap(rowDimension_, columnDimension_);
}

TaskCell TrainingJobPresenter::cellOf(const TrainingTask& t) const {
  TaskCell cell;
  cell.id = t.id;
  if (!rowDimension_.isEmpty()) {
    cell.row = t.values.value(rowDimension_);
    cell.column = t.values.value(columnDimension_);
  }
  cell.state = models::cellStateOf(t);
  if (t.state == TaskState::Running && t.lastDurationMs > 0 && t.startedMs > 0) {
    cell.progress = std::clamp(
        static_cast<double>(jobNowMs() - t.startedMs) / static_cast<double>(t.lastDurationMs), 0.0, 1.0);
  }
  QStringList detail;
  if (t.attempts > 1) detail.append(tr("attempt %1").arg(t.attempts));
  if (!t.host.isEmpty()) detail.append(hostOf(t));
  if (t.startedMs > 0 && t.endedMs > t.startedMs)
    detail.append(models::lengthOfTimeText(static_cast<double>(t.endedMs - t.startedMs)));
  if (t.state == TaskState::Pending && t.pendingReason != rpc::PendingReason::Unknown)
    detail.append(models::reasonText(t.pendingReason));
  if (!t.message.isEmpty()) detail.append(t.message);
  cell.detail = detail.join(QStringLiteral(", "));
  return cell;
}

QString TrainingJobPresenter::hostOf(const TrainingTask& t) const {
  const TrainingJob* j = job();
  return models::shortHost(t.host, j ? j->cluster : QString());
}

void TrainingJobPresenter::refreshCells(const QList<TrainingTask>& changed) {
  const auto& tasks = model_.tasks();
  if (cells_.size() != static_cast<qsizetype>(tasks.size())) {
    cells_.clear();
    cells_.reserve(static_cast<qsizetype>(tasks.size()));
    for (const TrainingTask& t : tasks) cells_.append(cellOf(t));
    return;
  }
  for (const TrainingTask& t : changed) {
    if (t.number < tasks.size()) cells_[t.number] = cellOf(t);
  }
}

void TrainingJobPresenter::tick() {
  const TrainingJob* j = job();
  if (!j || (rpc::isOver(j->state) && late_.isEmpty())) return;
  model_.tick();
  bool moved = !late_.isEmpty();
  refreshCells(std::exchange(late_, {}));
  for (const TrainingTask& t : model_.tasks()) {  // their progress
    if (t.state != TaskState::Running || t.number >= static_cast<quint32>(cells_.size())) continue;
    TaskCell cell = cellOf(t);
    if (cell == cells_.at(t.number)) continue;
    cells_[t.number] = std::move(cell);
    moved = true;
  }
  if (moved) Q_EMIT tasksChanged();
  Q_EMIT headlineChanged();
}

qint64 TrainingJobPresenter::jobNowMs() const {
  const TrainingJob* j = job();
  if (!j) return training_.nowMs();
  if (rpc::isOver(j->state) && j->endedMs > 0) return j->endedMs;
  return std::max(training_.nowMs(), latestMs_);
}

models::TimeScale TrainingJobPresenter::scale() const {
  const TrainingJob* j = job();
  return j ? models::TimeScale::ofEngine(j->engine, j->submittedMs) : models::TimeScale();
}

void TrainingJobPresenter::selectTask(const QString& id) {
  if (id == task_) return;
  task_ = id;
  attempt_ = 0;
  jobLog_ = false;
  restartLog();
  Q_EMIT taskChanged();
}

QStringList TrainingJobPresenter::failedTasks() const {
  QStringList out;
  for (const TrainingTask& t : model_.tasks()) {
    if (t.state == TaskState::Failed || t.state == TaskState::Cancelled) out.append(t.id);
  }
  return out;
}

QString TrainingJobPresenter::whyNotCancelTask() const {
  const TrainingTask* t = task();
  if (!t) return tr("Select a task first");
  return t->state == TaskState::Pending || t->state == TaskState::Running ? QString()
                                                                          : tr("The task is over");
}

QString TrainingJobPresenter::whyNotRetryTask() const {
  const TrainingTask* t = task();
  if (!t) return tr("Select a task first");
  return t->state == TaskState::Failed || t->state == TaskState::Cancelled
             ? QString()
             : tr("Only tasks that failed or were cancelled can be tried again");
}

QStringList TrainingJobPresenter::factsOf(const TrainingTask& t) const {
  QStringList out;
  QStringList values;
  for (auto it = t.values.begin(); it != t.values.end(); ++it)
    values.append(QStringLiteral("%1 %2").arg(it.key(), it.value()));
  if (!values.isEmpty()) out.append(values.join(QStringLiteral(", ")));
  if (t.attempts > 0) {
    out.append(t.host.isEmpty() ? tr("attempt %1").arg(t.attempts)
                                : tr("attempt %1 on %2").arg(t.attempts).arg(hostOf(t)));
  }
  if (t.startedMs > 0) {
    out.append(tr("started %1").arg(scale().text(t.startedMs, models::Fine::Seconds)));
    const qint64 end = t.state == TaskState::Running ? jobNowMs() : t.endedMs;
    if (end > t.startedMs) {
      const QString length = models::lengthOfTimeText(static_cast<double>(end - t.startedMs));
      out.append(t.state == TaskState::Running ? tr("runs for %1").arg(length) : tr("took %1").arg(length));
    }
  }
  if (t.lastDurationMs > 0)
    out.append(tr("last run %1").arg(models::lengthOfTimeText(static_cast<double>(t.lastDurationMs))));
  QString asked = tr("asks for %1").arg(models::cpusText(t.cpuMillis));
  if (t.memoryBytes > 0)
    asked = tr("asks for %1 and %2").arg(models::cpusText(t.cpuMillis), models::sizeText(t.memoryBytes));
  if (t.cpuMillis > 0) out.append(asked);
  if (t.cpuUsedMillis > 0) {
    //: what a task used: CPUs, then memory
    out.append(
        tr("used %1 and %2").arg(models::cpusText(t.cpuUsedMillis), models::sizeText(t.memoryPeakBytes)));
  }
  return out;
}

TrainingJobPresenter::TileData TrainingJobPresenter::done() const {
  const TrainingJob* j = job();
  if (!j) return {QStringLiteral("-"), {}, Tone::None};
  TileData out;
  //: tasks done, of all
  out.value = tr("%1 / %2").arg(wholeText(j->tasks.succeeded), wholeText(j->tasks.total()));
  if (j->tasks.failed > 0) {
    out.note = tr("%Ln failed", "tasks", static_cast<int>(j->tasks.failed));
    out.tone = Tone::Danger;
  } else if (j->tasks.running > 0) {
    out.note = tr("%Ln run", "tasks", static_cast<int>(j->tasks.running));
  }
  return out;
}

TrainingJobPresenter::TileData TrainingJobPresenter::throughput() const {
  const TrainingJob* j = job();
  if (!j || j->startedMs == 0) return {QStringLiteral("-"), {}, Tone::None};
  const bool over = rpc::isOver(j->state) && j->endedMs > 0;
  const qint64 now = jobNowMs();
  const qint64 span = over ? now - j->startedMs : std::min(kRateWindowMs, now - j->startedMs);
  if (span < kLeastRateMs) return {QStringLiteral("-"), {}, Tone::None};
  const auto ends = std::count_if(model_.tasks().begin(), model_.tasks().end(), [&](const TrainingTask& t) {
    return t.state == TaskState::Succeeded && t.endedMs > now - span && t.endedMs <= now;
  });
  //: tasks per minute
  return {tr("%1/min").arg(models::countText(static_cast<double>(ends) * 60'000 / static_cast<double>(span))),
          over ? tr("mean") : QString(), Tone::None};
}

TrainingJobPresenter::TileData TrainingJobPresenter::remaining() const {
  const TrainingJob* j = job();
  if (!j) return {QStringLiteral("-"), {}, Tone::None};
  if (rpc::isOver(j->state)) {
    const qint64 from = j->startedMs > 0 ? j->startedMs : j->submittedMs;
    if (j->endedMs <= from) return {QStringLiteral("-"), {}, Tone::None, tr("Took")};
    return {models::lengthOfTimeText(static_cast<double>(j->endedMs - from)),
            scale().isVirtual() ? models::engineText(j->engine)
                                : models::recentText(j->endedMs, models::Fine::Minutes),
            Tone::None, tr("Took")};
  }
  if (j->expectedEndMs <= 0) return {QStringLiteral("-"), tr("not known"), Tone::None};
  const qint64 left = j->expectedEndMs - jobNowMs();
  if (left <= 0) return {tr("soon"), tr("later than expected"), Tone::None};
  return {models::lengthOfTimeText(static_cast<double>(left)),
          scale().text(j->expectedEndMs, models::Fine::Minutes), Tone::None};
}

TrainingJobPresenter::TileData TrainingJobPresenter::cost() const {
  const TrainingJob* j = job();
  if (!j || (j->cost <= 0 && j->expectedCost <= 0)) return {QStringLiteral("-"), tr("no price"), Tone::None};
  TileData out{models::costText(j->cost), {}, Tone::None};
  if (!rpc::isOver(j->state) && j->expectedCost > 0)
    out.note = tr("of %1").arg(models::costText(j->expectedCost));
  return out;
}

QStringList TrainingJobPresenter::pending() const {
  QStringList out;
  const TrainingJob* j = job();
  if (!j) return out;
  for (const rpc::PendingCount& p : j->pending) {
    if (p.tasks == 0 || p.reason == rpc::PendingReason::Next) continue;
    out.append(models::pendingText(p));
  }
  return out;
}

}  // namespace aerie::presenters
