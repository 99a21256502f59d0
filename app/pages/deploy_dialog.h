// Collects the spec of a new deployment. Each field says itself what is wrong with it, what will be made
// stands beside the form, and the verb is on only while the spec makes sense. It stays open until the control
// plane has answered, and shows why that refused. GUI thread.
#pragma once

#include <QDialog>
#include <QMap>

#include "app/rpc/types.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
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
  // `model` and `version` are chosen at first, when they are known.
  DeployDialog(const presenters::DeploymentsPresenter& presenter, QWidget* parent, const QString& model = {},
               const QString& version = {});
  rpc::DeploymentSpec spec() const;

 Q_SIGNALS:
  void confirmed(const aerie::rpc::DeploymentSpec& spec);

 private:
  QFormLayout* newForm();
  QWidget* newPreview();
  // The field with its line for what is wrong.
  void addField(QFormLayout* form, const char* id, const QString& label, QWidget* widget);
  void fillVersions();
  void suggestName();
  void refresh();

  const presenters::DeploymentsPresenter& presenter_;
  QComboBox* model_;
  QComboBox* version_;  // data: "stage:production" or "version:2"
  QLineEdit* endpoint_;
  QSpinBox* replicas_;
  QComboBox* target_;
  QDoubleSpinBox* cpus_;
  QSpinBox* memory_;  // MiB
  QComboBox* runtime_;
  QSpinBox* batch_;
  QSpinBox* timeout_;
  QSpinBox* hedge_;
  QMap<QString, QLabel*> problems_;
  QLabel* preview_;
  QPushButton* verb_;
  QLabel* refusal_;
  QString asked_;       // the endpoint that the control plane is asked to make
  bool named_ = false;  // the person typed a name: no more suggestions
};

}  // namespace aerie::pages
