// The first routing of a use case: its name, and the endpoint that serves all of its items. GUI thread.
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aerie::presenters {
class RoutingPresenter;
}

namespace aerie::pages {

class RouteDialog final : public QDialog {
  Q_OBJECT
 public:
  RouteDialog(const presenters::RoutingPresenter& presenter, QWidget* parent);
  QString useCase() const;
  QString endpoint() const;

 private:
  void refresh();

  const presenters::RoutingPresenter& presenter_;
  QLineEdit* useCase_;
  QComboBox* endpoint_;
  QLabel* problem_;
  QPushButton* verb_;
};

}  // namespace aerie::pages
