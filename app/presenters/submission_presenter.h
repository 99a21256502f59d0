// A training job on its way: its file as text, checked as one types, planned by the daemon, submitted when
// its owner says so. A daemon on another machine gets the working directory first. No widgets; GUI thread.
// Files are read in a pool thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/bundles/job_check.h"
#include "app/bundles/working_folder.h"
#include "app/models/task_list.h"
#include "app/rpc/api.h"

class QTemporaryDir;

namespace aerie::presenters {

class SubmissionPresenter final : public QObject {
  Q_OBJECT
 public:
  SubmissionPresenter(rpc::TrainingApi& api, models::TaskList& tasks, QObject* parent = nullptr);

  // ---- where the text comes from
  void openNew();
  // The file's folder becomes the job's folder. Says in failed() when it cannot be read.
  void openFile(const QString& path);
  // The file of an earlier job, asked from the daemon; the folder is the one it was submitted from here.
  void openJob(const QString& id);
  const QString& text() const { return text_; }
  const QString& name() const { return name_; }
  // The job that this is a copy of; empty = none.
  const QString& copyOf() const { return copyOf_; }
  bool loading() const { return loading_; }

  void setText(const QString& text);
  // Where the files lie that the job names.
  const QString& folder() const { return folder_; }
  void setFolder(const QString& folder);

  // ---- what is known of it; lags behind the text while checking() is true
  bool checking() const { return checking_ || planning_; }
  // Problems of the file, ours or the daemon's.
  QList<bundles::JobProblem> problems() const;
  const bundles::JobCheck& check() const { return check_; }
  const std::optional<rpc::TrainingPlan>& plan() const { return plan_; }
  // The daemon did not plan, for another reason than the file.
  const QString& planProblem() const { return planProblem_; }
  // The plan in words, line by line: tasks, slots, resources, time and cost.
  struct PlanLine {
    QString what;
    QString value;
    QString note;
    bool operator==(const PlanLine&) const = default;
  };
  QList<PlanLine> planLines() const;
  // Why it cannot be submitted now, or empty.
  QString whyNotSubmit() const;

  void submit();
  bool submitting() const { return submitting_; }

  // ---- the working directory, when it has to be sent
  const std::optional<bundles::FolderSize>& folderSize() const { return folderSize_; }
  struct Upload {
    bool packing = true;
    qint64 done = 0, total = 0;  // bytes of the archive
  };
  // While it is packed or sent.
  const std::optional<Upload>& upload() const { return upload_; }
  // Nothing is submitted then.
  void cancelUpload();

 Q_SIGNALS:
  void opened();   // another text
  void changed();  // what is known of it
  void submitted(const QString& job);
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void load(const QString& text, const QString& name, const QString& folder, const QString& copyOf);
  void checkSoon();
  void startCheck();
  void startPlan();
  void sendFolder();
  void sendArchive(const std::shared_ptr<QTemporaryDir>& folder, const bundles::PackedFolder& packed);
  void sendJob(const QString& digest);
  void endSubmit(models::Task::State state, const QString& detail);
  void notSubmitted(const absl::Status& status);
  rpc::TrainingSubmission submission() const;

  rpc::TrainingApi& api_;
  models::TaskList& tasks_;
  QString text_;
  QString name_;
  QString folder_;
  QString copyOf_;
  QString requestId_;  // of this text: pressing twice submits once
  bool loading_ = false;
  bool checking_ = false;
  bool planning_ = false;
  bool submitting_ = false;
  bundles::JobCheck check_;
  QList<bundles::JobProblem> refused_;  // by the daemon
  std::optional<rpc::TrainingPlan> plan_;
  QString planProblem_;
  std::optional<bundles::FolderSize> folderSize_;
  // ---- of the submission that is on its way
  std::optional<Upload> upload_;
  rpc::TrainingSubmission sending_;
  QString sendingOf_;    // the application
  QString sendingFrom_;  // the folder
  int task_ = 0;
  quint64 uploadNumber_ = 0;
  rpc::Ticket sendTicket_;

  quint64 number_ = 0;
  QTimer rest_;
  rpc::Ticket planTicket_;
};

}  // namespace aerie::presenters
