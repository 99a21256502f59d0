// Endpoints, their rollouts, replicas and logs; deploy, scale, restart, roll back, delete. GUI thread.
#pragma once

#include <QTimer>

#include "app/pages/page.h"

class QAction;
class QLabel;

namespace aerie::presenters {
class DeploymentsPresenter;
}
namespace aerie::rpc {
struct Deployment;
}
namespace aerie::widgets {
class Card;
class FilterTable;
class LogView;
class MessageBar;
class RolloutSteps;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class DeploymentsPage final : public Page {
  Q_OBJECT
 public:
  DeploymentsPage(presenters::DeploymentsPresenter& presenter, widgets::CommandRegistry& commands,
                  QWidget* parent = nullptr);
  void focusSearch() override;
  void setShown(bool shown) override;
  bool openObject(const QString& kind, const QString& name) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  void buildDetails();
  QWidget* newLower();
  void deploy();
  // With these chosen at first.
  void askDeploy(const QString& model, const QString& version);
  void scale();
  void restart();
  void rollBack();
  void remove();
  void refresh();
  void refreshDelete();
  void showRollout();
  void showTrouble(const rpc::Deployment& deployment);
  void tick();  // uptimes and the time of a running step grow without any message

  presenters::DeploymentsPresenter& presenter_;
  widgets::FilterTable* table_;
  widgets::FilterTable* replicas_;
  widgets::LogView* log_;
  widgets::Card* head_;
  widgets::Card* replicasCard_;
  QWidget* details_;
  QLabel* name_;
  QLabel* facts_;
  widgets::StatusChip* state_;
  widgets::RolloutSteps* steps_;
  widgets::MessageBar* condition_;
  QLabel* rolloutTime_;
  QTimer ticker_;
  QAction* deploy_;
  QAction* scale_;
  QAction* restart_;
  QAction* rollBack_;
  QAction* delete_;
};

}  // namespace aerie::pages
