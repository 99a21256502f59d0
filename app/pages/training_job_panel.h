// The chosen job: who and what it is, what went wrong or what it waits for, and its views (utilisation,
// tasks, timeline, comparison). A view is made when it is shown first: all at once would hold the GUI thread.
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
  void addView(const QString& title);
  void make(presenters::TrainingRoom::View view);
  QWidget* newLoad(QWidget* parent);
  QWidget* newTimeline(QWidget* parent);
  QWidget* newCompare(QWidget* parent);
  void openTask(const QString& task);
  void refreshMessage(const rpc::TrainingJob& job);
  void refreshTimeline();
  void refreshCompare();

  presenters::TrainingRoom& room_;
  const Actions actions_;
  QLabel* name_;
  widgets::StatusChip* chip_;
  QLabel* facts_;
  QPushButton* cluster_;
  QPushButton* published_;
  widgets::MessageBar* message_;
  QTabWidget* views_;
  // Null before their view is made.
  TrainingLoadView* load_ = nullptr;
  TrainingTasksView* tasks_ = nullptr;
  widgets::TimelineView* timeline_ = nullptr;
  QComboBox* before_ = nullptr;
  widgets::RunComparison* comparison_ = nullptr;
};

}  // namespace aerie::pages
