// The chosen cluster: its state, what it enforces, its hosts now and over time, its cost. GUI thread.
#pragma once

#include <QWidget>

#include "app/models/training_tables.h"

class QAction;
class QLabel;

namespace aerie::presenters {
class TrainingRoom;
}
namespace aerie::widgets {
class FilterTable;
class MessageBar;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class TrainingLoadView;

class TrainingClusterPanel final : public QWidget {
  Q_OBJECT
 public:
  TrainingClusterPanel(presenters::TrainingRoom& room, QAction* remove, QWidget* parent);
  void refresh();

 Q_SIGNALS:
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 private:
  presenters::TrainingRoom& room_;
  models::TrainingHostTable* hosts_;
  QLabel* name_;
  widgets::StatusChip* chip_;
  QLabel* facts_;
  widgets::MessageBar* message_;
  widgets::FilterTable* table_;
  TrainingLoadView* load_;
};

}  // namespace aerie::pages
