// The chosen job: who and what it is, what went wrong or what it waits for, and its views (utilisation,
// tasks, timeline, comparison). GUI thread.
#pragma once

#include <QWidget>

#include "app/presenters/training_room.h"

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace aerie::widgets {
class MessageBar;
class RunComparison;
class StatusChip;
class TimelineView;
}  // namespace aerie::widgets

namespace aerie::pages {

class TrainingLoadView;
class TrainingTasksView;

class TrainingJobPanel final : public QWidget {
  Q_OBJECT
 public:
  struct Actions {
    QList<QAction*> job;  // buttons in the head
    QAction* cancelTask;
    QAction* retryTask;
  };
  TrainingJobPanel(presenters::TrainingRoom& room, const Actions& actions, QWidget* parent);
  void refresh();
  void showView(presenters::TrainingRoom::View view);
  void focusSearch();

 Q_SIGNALS:
  void viewChanged(aerie::presenters::TrainingRoom::View view);
  // Kinds as in Page::openObject.
  void objectWanted(const QString& kind, const QString& name);
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 private:
  QWidget* buildHead(const QList<QAction*>& actions);
  QWidget* buildCompare();
  void refreshMessage(const rpc::TrainingJob& job);
  void refreshTimeline();
  void refreshCompare();

  presenters::TrainingRoom& room_;
  QLabel* name_;
  widgets::StatusChip* chip_;
  QLabel* facts_;
  QPushButton* cluster_;
  QPushButton* published_;
  widgets::MessageBar* message_;
  QTabWidget* views_;
  TrainingLoadView* load_;
  TrainingTasksView* tasks_;
  widgets::TimelineView* timeline_;
  QComboBox* before_;
  widgets::RunComparison* comparison_;
};

}  // namespace aerie::pages
