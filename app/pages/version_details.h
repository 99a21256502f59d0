// Everything about one model version: numbers, lineage, identity, feature locations, preprocessing as a table
// and as a graph. GUI thread.
#pragma once

#include <QWidget>
#include <optional>

#include "app/bundles/config_check.h"
#include "app/rpc/types.h"

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QTabWidget;
class QTableWidget;

namespace aerie::widgets {
class DagView;
}

namespace aerie::pages {

class VersionDetails final : public QWidget {
  Q_OBJECT
 public:
  explicit VersionDetails(QWidget* parent = nullptr);
  // Nothing selected: nothing shown. `configsLoaded` false: the config tabs say that they are loading.
  // `signature` says in words how the signature stands.
  void show(const std::optional<rpc::ModelVersion>& version, bool configsLoaded, const QString& signature,
            const QList<bundles::ConfigNode>& graph);
  enum class Tab { Overview, Features, Steps, Graph };
  void showTab(Tab tab);

 Q_SIGNALS:
  void graphActivated();
  void copyWanted(const QString& what, const QString& text);

 private:
  void showFacts(const rpc::ModelVersion& version);
  void addCopyable(int row, const QString& label, const QString& value, const QString& note);
  void showFeatures(const rpc::ModelVersion& version, bool loaded);
  void showSteps(const rpc::ModelVersion& version, bool loaded);

  std::optional<rpc::ModelVersion> shown_;
  bool shownLoaded_ = false;
  QString shownSignature_;
  widgets::DagView* graph_;
  QLabel* name_;
  QLabel* description_;
  QHBoxLayout* head_;
  QHBoxLayout* chips_;
  QHBoxLayout* metrics_;
  QGridLayout* facts_;
  QTabWidget* tabs_;
  QTableWidget* features_;
  QTableWidget* steps_;
};

}  // namespace aerie::pages
