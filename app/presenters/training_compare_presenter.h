// Two runs side by side: the chosen job, and an earlier one to compare it with. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/models/cluster_load.h"
#include "app/presenters/training_presenter.h"

namespace aerie::presenters {

class TrainingComparePresenter final : public QObject {
  Q_OBJECT
 public:
  struct Choice {
    QString id;
    QString text;  // "arrival_delay_zones, Nov 22 14:05, 1,374 tasks"
    bool operator==(const Choice&) const = default;
  };
  TrainingComparePresenter(rpc::TrainingApi& api, TrainingPresenter& training, QObject* parent = nullptr);
  ~TrainingComparePresenter() override;

  void setShown(bool shown);
  // Jobs that the chosen one can be compared with: those of its application first, newest first.
  QList<Choice> choices() const;
  // The other run; at first the one before of the same application.
  const QString& before() const { return beforeId_; }
  void setBefore(const QString& job);
  bool loading() const { return asking_ > 0; }
  const QString& problem() const { return problem_; }
  const std::optional<models::RunCurve>& beforeRun() const { return before_; }
  const std::optional<models::RunCurve>& afterRun() const { return after_; }

 Q_SIGNALS:
  void changed();

 private:
  void refresh();
  void ask(const rpc::TrainingJob& job, std::optional<models::RunCurve>& into);

  rpc::TrainingApi& api_;
  TrainingPresenter& training_;
  bool shown_ = false;
  QString afterId_;
  QString beforeId_;
  bool chosen_ = false;
  quint64 number_ = 0;
  int asking_ = 0;
  QString problem_;
  std::optional<models::RunCurve> before_;
  std::optional<models::RunCurve> after_;
  QTimer again_;  // while the chosen job runs
};

}  // namespace aerie::presenters
