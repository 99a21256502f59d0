// A training job on its way: its file as text, checked as one types, planned by the daemon, submitted when
// its owner says so. No widgets; GUI thread. Files are read in a pool thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/bundles/job_check.h"
#include "app/models/task_list.h"
#include "app/rpc/api.h"

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
  quint64 number_ = 0;
  QTimer rest_;
  rpc::Ticket planTicket_;
};

}  // namespace aerie::presenters
