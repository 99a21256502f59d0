// A new experiment, or other weights and coverage for one that exists. Everything is checked as it is typed,
// and what is wrong stands at its field. GUI thread.
#pragma once

#include <QDialog>
#include <QMap>
#include <vector>

#include "app/rpc/monitoring_types.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace aerie::presenters {
class ExperimentsPresenter;
}

namespace aerie::pages {

class ExperimentDialog final : public QDialog {
  Q_OBJECT
 public:
  enum class Mode { Create, Edit };
  // Edit: of the experiment that is selected.
  ExperimentDialog(const presenters::ExperimentsPresenter& presenter, Mode mode, QWidget* parent);
  rpc::ExperimentDraft draft() const;
  std::vector<int> weights() const { return weights_; }
  int coverage() const;  // basis points

 private:
  struct Row {
    QWidget* line = nullptr;
    QLineEdit* name = nullptr;
    QDoubleSpinBox* share = nullptr;
    QPushButton* remove = nullptr;
  };
  void build();
  void buildFields(QVBoxLayout* column);
  void buildArms(QVBoxLayout* column);
  void addArm(const QString& name);
  void removeArm(QWidget* line);
  void fill();  // from the selected experiment
  void showShares();
  void refresh();
  QLabel* problemLabel(const QString& field);

  const presenters::ExperimentsPresenter& presenter_;
  const Mode mode_;
  QLineEdit* name_;
  QComboBox* layer_;
  QLabel* free_;
  QDoubleSpinBox* share_;
  QDoubleSpinBox* coverage_;
  QLineEdit* seed_;
  QVBoxLayout* armRows_;
  QPushButton* addArm_;
  QCheckBox* start_;
  QLabel* effect_;
  QPushButton* verb_;
  std::vector<Row> rows_;
  std::vector<int> weights_;
  QMap<QString, QLabel*> problems_;
  bool touched_ = false;  // before it, an empty name is no problem to speak of
};

}  // namespace aerie::pages
