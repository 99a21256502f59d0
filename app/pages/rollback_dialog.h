// Which version an endpoint shall go back to, and what that does. GUI thread.
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace aerie::presenters {
class DeploymentsPresenter;
}

namespace aerie::pages {

class RollbackDialog final : public QDialog {
  Q_OBJECT
 public:
  // The endpoint is deployed and has a choice.
  RollbackDialog(const presenters::DeploymentsPresenter& presenter, const QString& endpoint, QWidget* parent);

 Q_SIGNALS:
  void confirmed(const QString& version);

 private:
  void refresh();

  const presenters::DeploymentsPresenter& presenter_;
  const QString endpoint_;
  QComboBox* version_;
  QLabel* effect_;
  QPushButton* verb_;
};

}  // namespace aerie::pages
