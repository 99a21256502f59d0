#include "app/presenters/submission_presenter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <memory>

#include "app/models/elapsed.h"
#include "app/models/text.h"
#include "app/models/training_words.h"
#include "app/presenters/background.h"
#include "app/presenters/errors.h"
#include "app/rpc/profile.h"
#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::presenters {

using bundles::JobCheck;
using bundles::JobProblem;
using models::Task;

namespace {

constexpr int kRestMs = 250;            // of rest before the text is checked
constexpr qint64 kMaxFile = 4LL << 20;  // as the reader takes it

QString folderKey(const QString& application) { return QStringLiteral("training/folders/") + application; }

// A file as it was found, and what of its folder would have to travel.
struct Found {
  JobCheck check;
  std::optional<bundles::FolderSize> size;
};

Found find(const QString& text, const QString& name, const QString& folder, bool travels) {
  Found out{bundles::checkJob(text, name, folder), {}};
  if (!travels || !out.check.good() || out.check.workingDirectory.isEmpty()) return out;
  const auto size = bundles::measureFolder(out.check.workingDirectory, out.check.exclude);
  if (size.ok()) {
    out.size = *size;
  } else {
    out.check.problems.append({0, QString::fromStdString(messageOf(size.status()))});
  }
  return out;
}

JobProblem problemOf(const absl::Status& status) {
  JobProblem out;
  out.message = QString::fromStdString(messageOf(status));
  out.line = bundles::lineOfMessage(out.message);
  return out;
}

}  // namespace

SubmissionPresenter::SubmissionPresenter(rpc::TrainingApi& api, models::TaskList& tasks, QObject* parent)
    : QObject(parent), api_(api), tasks_(tasks) {
  rest_.setSingleShot(true);
  rest_.setInterval(kRestMs);
  connect(&rest_, &QTimer::timeout, this, &SubmissionPresenter::startCheck);
}

void SubmissionPresenter::load(const QString& text, const QString& name, const QString& folder,
                               const QString& copyOf) {
  text_ = text;
  name_ = name;
  folder_ = folder;
  copyOf_ = copyOf;
  requestId_ = QString::fromStdString(randomId());
  loading_ = false;
  check_ = {};
  folderSize_.reset();
  refused_.clear();
  plan_.reset();
  planProblem_.clear();
  Q_EMIT opened();
  if (!text_.isEmpty()) startCheck();
}

void SubmissionPresenter::openNew() { load(bundles::newJobFile(), QStringLiteral("job.yaml"), {}, {}); }

void SubmissionPresenter::openFile(const QString& path) {
  const QFileInfo info(path);
  const QString headline = tr("%1 was not opened.").arg(info.fileName());
  if (info.size() > kMaxFile) {
    Q_EMIT failed(headline,
                  tr("It has %1; a job file has at most %2. Choose the job's YAML file.")
                      .arg(models::sizeText(static_cast<quint64>(info.size())), models::sizeText(kMaxFile)));
    return;
  }
  QFile file(path);
  if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
    Q_EMIT failed(headline, tr("%1: %2. Choose a file that can be read.").arg(path, file.errorString()));
    return;
  }
  load(QString::fromUtf8(file.readAll()), info.fileName(), info.absolutePath(), {});
}

void SubmissionPresenter::openJob(const QString& id) {
  load({}, {}, {}, id);
  rest_.stop();
  checking_ = false;
  loading_ = true;
  const quint64 number = ++number_;
  Q_EMIT changed();
  api_.getJob(id, this, [this, id, number](const absl::StatusOr<rpc::TrainingJob>& job) {
    if (number != number_) return;
    loading_ = false;
    if (!job.ok()) {
      Q_EMIT failed(tr("The file of job %1 could not be read.").arg(id), detailOf(job.status()));
      Q_EMIT changed();
      return;
    }
    const QString folder = QSettings().value(folderKey(job->application)).toString();
    load(job->jobFile, job->application + QLatin1String(".yaml"), folder, id);
  });
}

void SubmissionPresenter::setText(const QString& text) {
  if (text == text_) return;
  text_ = text;
  checkSoon();
}

void SubmissionPresenter::setFolder(const QString& folder) {
  if (folder == folder_) return;
  folder_ = folder;
  checkSoon();
}

void SubmissionPresenter::checkSoon() {
  requestId_ = QString::fromStdString(randomId());
  checking_ = true;
  rest_.start();
  Q_EMIT changed();
}

void SubmissionPresenter::startCheck() {
  rest_.stop();
  planTicket_.cancel();
  planning_ = false;
  checking_ = true;
  const quint64 number = ++number_;
  const bool travels = !rpc::isLocal(api_.address());
  inBackground<Found>(
      this,
      [text = text_, name = name_, folder = folder_, travels] { return find(text, name, folder, travels); },
      [this, number](const Found& found) {
        if (number != number_) return;
        checking_ = rest_.isActive();
        check_ = found.check;
        folderSize_ = found.size;
        refused_.clear();
        if (check_.good()) {
          startPlan();
        } else {
          plan_.reset();
        }
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

rpc::TrainingSubmission SubmissionPresenter::submission() const {
  rpc::TrainingSubmission out;
  out.jobFile = text_;
  out.name = name_;
  for (const auto& [path, content] : check_.files) out.files.append({path, content});
  if (!folderSize_) out.workingDirectory = check_.workingDirectory;
  out.requestId = requestId_;
  return out;
}

void SubmissionPresenter::startPlan() {
  planning_ = true;
  const quint64 number = number_;
  planTicket_ = api_.plan(submission(), this, [this, number](const absl::StatusOr<rpc::TrainingPlan>& plan) {
    if (number != number_) return;
    planning_ = false;
    planProblem_.clear();
    plan_.reset();
    if (plan.ok()) {
      plan_ = *plan;
    } else if (absl::IsInvalidArgument(plan.status()) || absl::IsNotFound(plan.status())) {
      refused_ = {problemOf(plan.status())};
    } else if (!absl::IsCancelled(plan.status())) {
      planProblem_ = detailOf(plan.status());
    }
    Q_EMIT changed();
  });
}

QList<JobProblem> SubmissionPresenter::problems() const { return check_.good() ? refused_ : check_.problems; }

QList<SubmissionPresenter::PlanLine> SubmissionPresenter::planLines() const {
  QList<PlanLine> out;
  if (!plan_) return out;
  const QLocale locale;
  const rpc::TrainingPlan& p = *plan_;
  out.append({tr("Tasks"), locale.toString(p.tasks),
              p.tasksKnown > 0 ? tr("%n have run before", nullptr, static_cast<int>(p.tasksKnown))
                               : tr("none has run before")});
  QString bound;
  if (p.boundBy == QLatin1String("cpus")) bound = tr("as many as the CPUs take");
  if (p.boundBy == QLatin1String("memory")) bound = tr("as many as the memory takes");
  if (p.boundBy == QLatin1String("max_in_flight")) bound = tr("the job's own limit");
  if (p.boundBy == QLatin1String("tasks")) bound = tr("all of them");
  out.append({tr("At a time"), locale.toString(p.slotCount), bound});
  out.append({tr("Each asks for"), models::cpusText(p.cpuMillis),
              p.memoryBytes > 0 ? models::sizeText(p.memoryBytes) : tr("no limit of memory")});
  out.append({tr("Time"),
              p.expectedMs ? models::lengthOfTimeText(static_cast<double>(*p.expectedMs)) : tr("not known"),
              p.estimateBasis});
  if (p.expectedCost) out.append({tr("Cost"), models::costText(*p.expectedCost), {}});
  if (folderSize_) {
    out.append(
        {tr("Working directory"), models::sizeText(static_cast<quint64>(folderSize_->bytes)),
         tr("%n file(s), packed and sent when you submit", nullptr, static_cast<int>(folderSize_->files))});
  }
  return out;
}

QString SubmissionPresenter::whyNotSubmit() const {
  if (loading_) return tr("The file is being read");
  if (submitting_) return tr("It is being submitted");
  if (checking_) return tr("The file is being checked");
  if (!problems().isEmpty()) return tr("Solve the problem first");
  if (planning_) return tr("The daemon is planning");
  if (!plan_) return planProblem_.isEmpty() ? tr("There is no plan yet") : planProblem_;
  return {};
}

void SubmissionPresenter::submit() {
  if (!whyNotSubmit().isEmpty()) return;
  submitting_ = true;
  sending_ = submission();
  sendingOf_ = check_.application;
  sendingFrom_ = folder_;
  task_ = tasks_.begin(tr("Submit %1").arg(sendingOf_), [guard = QPointer(this)] {
    if (guard) guard->cancelUpload();
  });
  if (folderSize_) {
    sendFolder();
  } else {
    sendJob({});
  }
  Q_EMIT changed();
}

void SubmissionPresenter::sendFolder() {
  upload_ = Upload();
  auto folder = std::make_shared<QTemporaryDir>();
  const QString archive = folder->filePath(QStringLiteral("working_dir.tar.zst"));
  using Packed = absl::StatusOr<bundles::PackedFolder>;
  inBackground<Packed>(
      this,
      [from = check_.workingDirectory, exclude = check_.exclude, archive] {
        return bundles::packFolder(from, exclude, archive);
      },
      [this, folder, number = ++uploadNumber_](const Packed& packed) {
        if (number != uploadNumber_ || !upload_) return;  // cancelled meanwhile
        if (packed.ok()) return sendArchive(folder, *packed);
        upload_.reset();
        notSubmitted(packed.status());
      });
}

void SubmissionPresenter::sendArchive(const std::shared_ptr<QTemporaryDir>& folder,
                                      const bundles::PackedFolder& packed) {
  upload_ = Upload{false, 0, packed.bytes};
  sendTicket_ = api_.uploadDirectory(
      folder->filePath(QStringLiteral("working_dir.tar.zst")), packed.digest, this,
      [this, number = uploadNumber_](qint64 done, qint64 total) {
        if (number != uploadNumber_ || !upload_) return;
        upload_ = Upload{false, done, total};
        tasks_.progress(task_, done, total);
        Q_EMIT changed();
      },
      // The archive goes with this answer.
      [this, folder, digest = packed.digest, number = uploadNumber_](const absl::StatusOr<rpc::Done>& sent) {
        if (number != uploadNumber_) return;
        upload_.reset();
        if (!sent.ok()) return notSubmitted(sent.status());
        sendJob(digest);
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

void SubmissionPresenter::cancelUpload() {
  sendTicket_.cancel();
  if (!upload_) return;
  ++uploadNumber_;
  upload_.reset();
  notSubmitted(absl::CancelledError("cancelled"));
}

void SubmissionPresenter::endSubmit(Task::State state, const QString& detail) {
  submitting_ = false;
  sendTicket_ = {};
  tasks_.end(task_, state, detail);
}

void SubmissionPresenter::notSubmitted(const absl::Status& status) {
  if (absl::IsCancelled(status)) {
    endSubmit(Task::State::Cancelled, tr("Cancelled"));
  } else {
    const QString detail = detailOf(status);
    endSubmit(Task::State::Failed, detail);
    Q_EMIT failed(tr("%1 was not submitted.").arg(sendingOf_), detail);
  }
  Q_EMIT changed();
}

void SubmissionPresenter::sendJob(const QString& digest) {
  sending_.workingDirectoryDigest = digest;
  sendTicket_ = api_.submit(sending_, this, [this](const absl::StatusOr<rpc::TrainingSubmitted>& answer) {
    if (!answer.ok()) {
      if (absl::IsInvalidArgument(answer.status())) refused_ = {problemOf(answer.status())};
      return notSubmitted(answer.status());
    }
    if (!sendingFrom_.isEmpty()) QSettings().setValue(folderKey(sendingOf_), sendingFrom_);
    const QString message = tr("Job %1 of %2 was submitted.").arg(answer->job.id, sendingOf_);
    endSubmit(Task::State::Done, message);
    requestId_ = QString::fromStdString(randomId());
    Q_EMIT succeeded(message);
    Q_EMIT submitted(answer->job.id);
    Q_EMIT changed();
  });
}

}  // namespace aerie::presenters
