// What the registry page does: choose a model and a version, register, promote, archive, download; and the
// presenters of its dialogs. No widgets; GUI thread. A question about details that a later choice overtook is
// dropped; changes answer with one of the two signals.
#pragma once

#include <QObject>
#include <optional>

#include "app/bundles/config_check.h"
#include "app/models/task_list.h"
#include "app/models/world.h"
#include "app/presenters/compare_presenter.h"
#include "app/presenters/config_presenter.h"
#include "app/presenters/registration_presenter.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

class RegistryPresenter final : public QObject {
  Q_OBJECT
 public:
  RegistryPresenter(rpc::RegistryApi& api, models::World& world, models::TaskList& tasks,
                    QObject* parent = nullptr);

  models::ModelTable* models() const { return world_.modelTable(); }
  models::VersionTable* versions() const { return versions_; }
  const models::World& world() const { return world_; }

  void selectModel(const QString& model);
  void selectVersion(const QString& version);
  const QString& selectedModel() const { return model_; }
  const QString& selectedVersion() const { return version_; }
  // The selected version with its configs once they came, without them before; nothing when none is selected.
  std::optional<rpc::ModelVersion> details() const;
  bool configsLoaded() const { return full_ && full_->version == version_ && full_->model == model_; }
  // Of the selected version, once it was computed; empty before.
  const QList<bundles::ConfigNode>& graph() const { return graph_; }
  // How the signature of a version stands beside the model's other versions.
  QString signatureState(const rpc::ModelVersion& version) const;

  RegistrationPresenter& registration() { return registration_; }
  ConfigPresenter& configs() { return configs_; }
  ComparePresenter& comparison() { return comparison_; }

  void promote(const QString& model, const QString& version, const QString& stage);
  void setArchived(const QString& model, const QString& version, bool archived);
  void download(const QString& model, const QString& version, const QString& path);

 Q_SIGNALS:
  void modelSelected();
  void detailsChanged();
  void registered(const QString& model, const QString& version);
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void refresh();
  void loadConfigs();
  void drawGraph(quint64 number);
  template <class T>
  rpc::Answer<T> tracked(int task, const QString& headline, std::function<QString(const T&)> success);

  rpc::RegistryApi& api_;
  models::World& world_;
  models::TaskList& tasks_;
  models::VersionTable* versions_;
  QString model_;
  QString version_;
  std::optional<rpc::ModelVersion> full_;
  QList<bundles::ConfigNode> graph_;
  RegistrationPresenter registration_;
  ConfigPresenter configs_;
  ComparePresenter comparison_;
  rpc::Ticket question_;
  quint64 questionNumber_ = 0;
};

}  // namespace aerie::presenters
