// The configs of one version, edited: checked as one types, exported as YAML, or built into a new bundle. The
// version itself never changes. No widgets; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "app/bundles/config_check.h"
#include "app/bundles/rebuild.h"
#include "app/models/task_list.h"
#include "app/rpc/api.h"

namespace aerie::presenters {

struct BuildOrder {
  QString version;      // empty: the registry numbers it
  QString description;  // empty: as it was
  QString signingKey;   // path of a private key (PEM)
  QString target;       // the bundle to write
};

class ConfigPresenter final : public QObject {
  Q_OBJECT
 public:
  ConfigPresenter(rpc::RegistryApi& api, models::TaskList& tasks, QObject* parent = nullptr);

  // `version` with its configs.
  void open(const rpc::ModelVersion& version);
  const rpc::ModelVersion& original() const { return original_; }
  const QString& features() const { return features_; }
  const QString& preprocessor() const { return preprocessor_; }
  void setTexts(const QString& features, const QString& preprocessor);
  bool edited() const;
  void discard();

  // The newest check; it lags behind the texts while checking() is true.
  const bundles::ConfigCheck& check() const { return check_; }
  bool checking() const { return checking_; }
  // Why no bundle can be built now, or empty.
  QString whyNotBuild() const;
  // Why the order cannot be carried out, or empty.
  QString problemOf(const BuildOrder& order) const;

  // Writes features.yaml and preprocessor.yaml into `directory`; says what it wrote or why not in a signal.
  void exportTo(const QString& directory);
  // Downloads the version's bundle, puts the edited configs into a copy and signs it, as one task.
  void build(const BuildOrder& order);

 Q_SIGNALS:
  void opened();
  void checked();
  void built(const QString& path);
  void succeeded(const QString& message);
  void failed(const QString& headline, const QString& detail);

 private:
  void startCheck();
  void finish(int task, const absl::StatusOr<bundles::Rebuilt>& built);

  rpc::RegistryApi& api_;
  models::TaskList& tasks_;
  rpc::ModelVersion original_;
  QString features_;
  QString preprocessor_;
  bundles::ConfigCheck check_;
  bool checking_ = false;
  quint64 checkNumber_ = 0;
  QTimer rest_;
};

}  // namespace aerie::presenters
