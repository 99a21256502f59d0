// One use case: live flow of items, intended and actual shares, the split as a draft with preview, the
// history. GUI thread.
#pragma once

#include "app/pages/page.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QStackedLayout;
class QTableWidget;

namespace aerie::presenters {
class RoutingPresenter;
}
namespace aerie::models {
class World;
}
namespace aerie::widgets {
class Card;
class EmptyState;
class FilterTable;
class SankeyView;
class SplitEditor;
class StatusChip;
class Tile;
}  // namespace aerie::widgets

namespace aerie::pages {

class RoutingPage final : public Page {
  Q_OBJECT
 public:
  RoutingPage(presenters::RoutingPresenter& presenter, const models::World& world,
              widgets::CommandRegistry& commands, QWidget* parent = nullptr);
  void focusSearch() override;
  void setOnline(bool online, const QString& why) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  void buildTitle();
  QWidget* buildTiles();
  QWidget* buildFlow();
  QWidget* buildSplit();
  QWidget* buildShares();
  QWidget* buildHistory();
  void showUseCases();
  void showFlow();
  void showSankey();
  void showShares();
  void showDraft();
  void showPreview();
  void askApply();

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
  widgets::Card* splitCard_;
  QComboBox* experiment_;
  widgets::SplitEditor* split_;
  QDoubleSpinBox* coverage_;
  QLabel* preview_;
  QTableWidget* shares_;
  widgets::FilterTable* history_;
  QAction* apply_;
  QAction* discard_;
  qint64 sampledMs_ = 0;
};

}  // namespace aerie::pages
