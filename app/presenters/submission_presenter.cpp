#include "app/presenters/submission_presenter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
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
  inBackground<JobCheck>(
      this, [text = text_, name = name_, folder = folder_] { return bundles::checkJob(text, name, folder); },
      [this, number](const JobCheck& check) {
        if (number != number_) return;
        checking_ = rest_.isActive();
        check_ = check;
        refused_.clear();
        if (check_.good() && !check_.workingDirectory.isEmpty() && !rpc::isLocal(api_.address())) {
          check_.problems.append(
              {0,
               tr("The working directory is on this machine and the training daemon at %1 is not. Submit the "
                  "file with \"aeriectl train submit\", which takes the directory along.")
                   .arg(api_.address())});
        }
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
  out.workingDirectory = check_.workingDirectory;
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
  Q_EMIT changed();
  auto ticket = std::make_shared<rpc::Ticket>();
  const QString application = check_.application;
  const int task = tasks_.begin(tr("Submit %1").arg(application), [ticket] { ticket->cancel(); });
  *ticket = api_.submit(
      submission(), this,
      [this, task, application, folder = folder_](const absl::StatusOr<rpc::TrainingSubmitted>& answer) {
        submitting_ = false;
        if (absl::IsCancelled(answer.status())) {
          tasks_.end(task, Task::State::Cancelled, tr("Cancelled"));
        } else if (!answer.ok()) {
          const QString detail = detailOf(answer.status());
          tasks_.end(task, Task::State::Failed, detail);
          if (absl::IsInvalidArgument(answer.status())) refused_ = {problemOf(answer.status())};
          Q_EMIT failed(tr("%1 was not submitted.").arg(application), detail);
        } else {
          if (!folder.isEmpty()) QSettings().setValue(folderKey(application), folder);
          const QString message = tr("Job %1 of %2 was submitted.").arg(answer->job.id, application);
          tasks_.end(task, Task::State::Done, message);
          requestId_ = QString::fromStdString(randomId());
          Q_EMIT succeeded(message);
          Q_EMIT submitted(answer->job.id);
        }
        Q_EMIT changed();
      });
}

}  // namespace aerie::presenters
