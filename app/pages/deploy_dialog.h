// Collects the spec of a new deployment; the verb is on only while the spec makes sense, and the line above
// says why not. GUI thread.
#pragma once

#include <QDialog>

#include "app/rpc/types.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace aerie::presenters {
class DeploymentsPresenter;
}

namespace aerie::pages {

class DeployDialog final : public QDialog {
  Q_OBJECT
 public:
  DeployDialog(const presenters::DeploymentsPresenter& presenter, QWidget* parent);
  rpc::DeploymentSpec spec() const;

 Q_SIGNALS:
  void confirmed(const aerie::rpc::DeploymentSpec& spec);

 private:
  void fillVersions();
  void suggestName();
  void refresh();

  const presenters::DeploymentsPresenter& presenter_;
  QComboBox* model_;
  QComboBox* version_;  // data: "stage:production" or "version:2"
  QLineEdit* endpoint_;
  QSpinBox* replicas_;
  QComboBox* runtime_;
  QSpinBox* batch_;
  QSpinBox* timeout_;
  QLabel* problem_;
  QPushButton* verb_;
  bool named_ = false;  // the person typed a name: no more suggestions
};

}  // namespace aerie::pages
