// The presenters of the Training page, joined: what is chosen decides what they follow, and what is seen
// decides what they ask for. No widgets; GUI thread.
#pragma once

#include <QObject>

#include "app/presenters/submission_presenter.h"
#include "app/presenters/training_compare_presenter.h"
#include "app/presenters/training_job_presenter.h"
#include "app/presenters/training_load_presenter.h"
#include "app/presenters/training_presenter.h"

namespace aerie::presenters {

class TrainingRoom final : public QObject {
  Q_OBJECT
 public:
  enum class View { Load, Tasks, Timeline, Compare };

  TrainingRoom(rpc::TrainingApi& api, models::World& world, models::TaskList& tasks,
               QObject* parent = nullptr);

  TrainingPresenter& training() { return training_; }
  TrainingJobPresenter& job() { return job_; }
  TrainingLoadPresenter& load() { return load_; }
  TrainingComparePresenter& compare() { return compare_; }
  SubmissionPresenter& submission() { return submission_; }

  // Nothing is asked while hidden.
  void setShown(bool shown);
  void setView(View view);
  View view() const { return view_; }

  // Of the job or cluster that is chosen: the share of the CPUs that works now, or did over a run that is
  // over.
  TrainingJobPresenter::TileData cpuUsed() const;
  TrainingJobPresenter::TileData slotsUsed() const;

 private:
  void retarget();
  void apply();

  TrainingPresenter training_;
  TrainingJobPresenter job_;
  TrainingLoadPresenter load_;
  TrainingComparePresenter compare_;
  SubmissionPresenter submission_;
  bool shown_ = false;
  View view_ = View::Load;
};

}  // namespace aerie::presenters
