// Two sides. The local simulation: traffic, the world's clock, faults, and what they do; it stays usable
// while the control plane is cut, because it talks to the simulation itself. The cluster what-if: what a
// training job would take on other clusters; it needs no simulation at all. GUI thread.
#pragma once

#include <QTimer>
#include <vector>

#include "app/pages/page.h"

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QTabBar;

namespace aerie::presenters {
class SimulationPresenter;
class WhatIfPresenter;
}  // namespace aerie::presenters
namespace aerie::widgets {
class Card;
class EmptyState;
class MessageBar;
class Tile;
}  // namespace aerie::widgets

namespace aerie::pages {

class FaultRow;

class SimulationPage final : public Page {
  Q_OBJECT
 public:
  SimulationPage(presenters::SimulationPresenter& presenter, presenters::WhatIfPresenter& whatIf,
                 widgets::CommandRegistry& commands, QWidget* parent = nullptr);
  // The page has a connection of its own.
  void setOnline(bool online, const QString& why) override;
  // "what-if" (before and after), "what-if-clusters" (a grid); anything else is the live side.
  QStringList views() const override;
  void showView(const QString& view) override;

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void addCommands();
  void buildSides();
  void sideChosen();
  bool liveSide() const;
  QWidget* buildTiles(QWidget* parent);
  QWidget* buildLeft(QWidget* parent);
  QWidget* buildTraffic(QWidget* parent);
  QWidget* buildArms(QWidget* parent);
  QWidget* buildFaults(QWidget* parent);
  void emptyAction();
  void showSituation();
  void showState();
  void showTiles();
  void showTraffic();
  void showArms();
  void showFaults(bool usable, const QString& why);
  void fillScenarios();
  void rateMoved(double rate);
  QString titleOfPage(const QString& id) const;
  void goTo(const QString& page);

  presenters::SimulationPresenter& presenter_;
  presenters::WhatIfPresenter& whatIf_;
  widgets::CommandRegistry& commands_;
  QTabBar* tabs_;
  QStackedWidget* sides_;
  QStackedWidget* stack_;
  widgets::EmptyState* empty_;
  widgets::MessageBar* lost_;
  widgets::Tile* rateTile_;
  widgets::Tile* failedTile_;
  widgets::Tile* latencyTile_;
  widgets::Tile* labelsTile_;
  QSlider* rateSlider_;
  QDoubleSpinBox* rate_;
  QComboBox* speed_;
  QComboBox* scenario_;
  QLabel* scenarioText_;
  QWidget* arms_;
  QPushButton* experiments_;
  QWidget* trafficButton_;
  QPushButton* stopButton_ = nullptr;
  widgets::Card* faultsCard_;
  std::vector<FaultRow*> faultRows_;
  std::vector<std::vector<QLabel*>> armCells_;
  QAction* traffic_;
  QTimer rateTimer_;  // while it runs, the rate is being set here and what comes from there is older
};

}  // namespace aerie::pages
