// One use case: live flow of items, intended and actual shares, splits and config as staged changes with
// their preview, history with revert, and where keys go. GUI thread.
#pragma once

#include "app/pages/traffic_page.h"

class QComboBox;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QTabBar;
class QTableWidget;

namespace aerie::presenters {
class RoutingPresenter;
}
namespace aerie::models {
class World;
}
namespace aerie::widgets {
class EmptyState;
class FilterTable;
class SankeyView;
class StatusChip;
class Tile;
}  // namespace aerie::widgets

namespace aerie::pages {

class InspectorPanel;
class RoutingConfigForm;
class SplitPanel;

class RoutingPage final : public TrafficPage {
  Q_OBJECT
 public:
  RoutingPage(presenters::RoutingPresenter& presenter, const models::World& world,
              widgets::CommandRegistry& commands, QWidget* parent = nullptr);
  void focusSearch() override;
  void setOnline(bool online, const QString& why) override;
  void setShown(bool shown) override;
  bool openObject(const QString& kind, const QString& name) override;
  // "config", "history" and "inspector", with keys in it; anything else are the shares.
  QStringList views() const override;
  void showView(const QString& view) override;

 protected:
  QString whyNotApply() const override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  void buildTitle();
  QWidget* buildTiles(QWidget* parent);
  void buildFlow();
  void buildLower();
  QWidget* buildShares();
  QWidget* buildHistory();
  void showTab(int index);
  void showUseCases();
  void showFlow();
  void showSankey();
  void showShares();
  void showHistory();
  void askRevert();
  void askCreate();

  presenters::RoutingPresenter& presenter_;
  const models::World& world_;
  QStackedLayout* stack_;
  widgets::EmptyState* empty_;
  QComboBox* useCase_;
  widgets::StatusChip* config_;
  widgets::Tile* rate_;
  widgets::Tile* latency_;
  widgets::Tile* notCovered_;
  widgets::Tile* failed_;
  widgets::SankeyView* sankey_;
  SplitPanel* split_;
  QSplitter* parts_;
  QTabBar* tabs_;
  QStackedWidget* lower_;
  QTableWidget* shares_;
  RoutingConfigForm* form_;
  widgets::FilterTable* history_;
  InspectorPanel* inspector_;
  QAction* revert_;
  QAction* create_;
  qint64 sampledMs_ = 0;
  bool shown_ = false;
  bool resized_ = false;  // by hand
};

}  // namespace aerie::pages
