// The routing config of a use case as a form: default endpoint, experiments with their arms' endpoints,
// shadows, what happens when a worker fails. Every edit is staged at once; what the control plane says
// against it stands at its field. GUI thread.
#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

#include "app/rpc/types.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aerie::presenters {
class RoutingPresenter;
}

namespace aerie::pages {

class RoutingConfigForm final : public QWidget {
  Q_OBJECT
 public:
  explicit RoutingConfigForm(presenters::RoutingPresenter& presenter, QWidget* parent = nullptr);
  void setOnline(bool online);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void refresh();
  void rebuild(const rpc::Routing& routing);
  void addDefaults();
  void addExperiment(int index, const rpc::ExperimentRoute& route);
  void addShadow(int index, const rpc::ShadowRoute& shadow);
  void addNewRow();
  void showValues(const rpc::Routing& routing);
  void showProblems();
  // Changes the staged config and stages the outcome.
  template <class Edit>
  void edit(const QString& gesture, Edit change);
  QComboBox* newEndpoint(const QString& name, const QString& object);
  QLabel* problemAt(const QString& field);
  QPushButton* newRemove(const QString& what);
  int nextRow();

  presenters::RoutingPresenter& presenter_;
  QWidget* body_ = nullptr;
  QGridLayout* grid_ = nullptr;
  QString shape_;  // what the widgets were built for
  int row_ = 0;
  bool online_ = true;
  QString gesture_;
  QHash<QString, QWidget*> fields_;   // by the path that refusals name
  QHash<QString, QLabel*> problems_;  // likewise
  QComboBox* experiments_ = nullptr;  // that can be added
};

}  // namespace aerie::pages
