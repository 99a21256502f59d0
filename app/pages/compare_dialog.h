// Two versions of a model side by side: numbers with their differences, and configs and self-tests as diffs.
// GUI thread.
#pragma once

#include <QDialog>

#include "app/models/world.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QTableWidget;

namespace aerie::presenters {
class ComparePresenter;
}
namespace aerie::widgets {
class DiffView;
class EmptyState;
}  // namespace aerie::widgets

namespace aerie::pages {

class CompareDialog final : public QDialog {
  Q_OBJECT
 public:
  // Left is `left`; right is `right`, or the version before it when empty.
  CompareDialog(presenters::ComparePresenter& presenter, const models::World& world, const QString& model,
                const QString& left, const QString& right, QWidget* parent);

 private:
  void ask();
  void refresh();
  void fillTable();
  void step(bool forward);

  presenters::ComparePresenter& presenter_;
  const QString model_;
  QComboBox* left_;
  QComboBox* right_;
  QStackedWidget* stack_;
  widgets::EmptyState* state_;
  QTabWidget* tabs_;
  QTableWidget* table_;
  widgets::DiffView* features_;
  widgets::DiffView* steps_;
  widgets::DiffView* selfTest_;
};

}  // namespace aerie::pages
