// Everything about one model version: numbers, lineage, identity, feature locations, preprocessing. GUI
// thread.
#pragma once

#include <QWidget>
#include <optional>

#include "app/rpc/types.h"

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QTabWidget;
class QTableWidget;

namespace aerie::pages {

class VersionDetails final : public QWidget {
  Q_OBJECT
 public:
  explicit VersionDetails(QWidget* parent = nullptr);
  // Nothing selected: nothing shown. `configsLoaded` false: the config tabs say that they are loading.
  void show(const std::optional<rpc::ModelVersion>& version, bool configsLoaded);

 private:
  void showFacts(const rpc::ModelVersion& version);
  void showFeatures(const rpc::ModelVersion& version, bool loaded);
  void showSteps(const rpc::ModelVersion& version, bool loaded);

  std::optional<rpc::ModelVersion> shown_;
  bool shownLoaded_ = false;
  QLabel* name_;
  QLabel* description_;
  QHBoxLayout* chips_;
  QHBoxLayout* metrics_;
  QGridLayout* facts_;
  QTabWidget* tabs_;
  QTableWidget* features_;
  QTableWidget* steps_;
};

}  // namespace aerie::pages
