// How everything is, at one glance: verdict, numbers, topology, what needs a look, what changed. Everything
// on it leads to the page behind it. GUI thread.
#pragma once

#include <QList>

#include "app/pages/page.h"

class QStackedLayout;

namespace aerie::presenters {
class OverviewPresenter;
}
namespace aerie::widgets {
class EmptyState;
class FilterTable;
class Tile;
class TopologyView;
class VerdictBar;
}  // namespace aerie::widgets

namespace aerie::pages {

class OverviewPage final : public Page {
  Q_OBJECT
 public:
  OverviewPage(presenters::OverviewPresenter& presenter, widgets::CommandRegistry& commands,
               QWidget* parent = nullptr);
  void focusSearch() override;
  void setShown(bool shown) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  QWidget* buildTiles();
  QWidget* buildTopology();
  QWidget* buildTables();
  void showState();
  void showTiles();
  void showGraph();
  void openNode(const QString& node, const QString& part);
  void openTile(int tile);

  presenters::OverviewPresenter& presenter_;
  QStackedLayout* stack_;
  widgets::EmptyState* empty_;
  widgets::VerdictBar* verdict_;
  QList<widgets::Tile*> tiles_;
  widgets::TopologyView* topology_;
  widgets::FilterTable* concerns_;
  widgets::FilterTable* changes_;
};

}  // namespace aerie::pages
