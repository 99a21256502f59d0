// A job's run at a glance: capacity, slots and cores that worked, the hosts over time, and the matrix of its
// tasks. One crosshair goes through all of them. GUI thread.
#pragma once

#include <QWidget>

namespace aerie::presenters {
class TrainingJobPresenter;
class TrainingLoadPresenter;
}  // namespace aerie::presenters
class QLabel;
namespace aerie::widgets {
class Card;
class HostHeatMap;
class UtilisationChart;
class ZoneMatrix;
}  // namespace aerie::widgets

namespace aerie::pages {

class TrainingLoadView final : public QWidget {
  Q_OBJECT
 public:
  // Without a job presenter there is no matrix: the view of a cluster.
  TrainingLoadView(const QString& id, presenters::TrainingLoadPresenter& load,
                   presenters::TrainingJobPresenter* job, QWidget* parent);
  void focusSearch();

 Q_SIGNALS:
  void taskWanted(const QString& task);
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 private:
  void buildCharts(const QString& id, QWidget* parent);
  void buildMatrix(const QString& id, QWidget* parent);
  void refreshLoad();
  void refreshTasks();

  presenters::TrainingLoadPresenter& load_;
  presenters::TrainingJobPresenter* job_;
  widgets::UtilisationChart* chart_;
  widgets::HostHeatMap* hosts_;
  widgets::ZoneMatrix* matrix_ = nullptr;
  QLabel* advice_;
};

}  // namespace aerie::pages
