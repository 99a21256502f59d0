// Jobs and clusters of training: what runs, how it goes, what it waits for, what it cost; submit, cancel,
// retry, clone, compare. GUI thread.
#pragma once

#include <QPointer>

#include "app/pages/page.h"
#include "app/presenters/training_room.h"

class QAction;
class QStackedWidget;

namespace aerie::widgets {
class EmptyState;
class FilterTable;
class MessageBar;
class Tile;
}  // namespace aerie::widgets

namespace aerie::pages {

class SubmitJobDialog;
class TrainingClusterPanel;
class TrainingJobPanel;

class TrainingPage final : public Page {
  Q_OBJECT
 public:
  TrainingPage(presenters::TrainingRoom& room, widgets::CommandRegistry& commands, QWidget* parent = nullptr);
  void focusSearch() override;
  void setShown(bool shown) override;
  void setOnline(bool online, const QString& why) override;
  bool openObject(const QString& kind, const QString& name) override;
  QStringList views() const override;
  void showView(const QString& id) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  QWidget* buildTiles(QWidget* parent);
  void buildLists(QWidget* parent);
  void buildRight(QWidget* parent);
  // Made when the first cluster is chosen.
  TrainingClusterPanel& clusterPanel();
  void connectParts();
  void wrote(const QString& path);
  void openSubmission();
  void submit();
  void clone();
  void cancelJob();
  void retryJob();
  void cancelTask();
  void retryTask();
  void deleteCluster();
  void refresh();
  void refreshActions();
  void refreshTiles();
  void refreshEmpty();
  void emptyAction();

  presenters::TrainingRoom& room_;
  QStackedWidget* stack_;  // 0 = the page, 1 = nothing to show
  widgets::EmptyState* empty_;
  widgets::MessageBar* lost_;
  QWidget* tileRow_;
  widgets::Tile* cpu_;
  widgets::Tile* slots_;
  widgets::Tile* done_;
  widgets::Tile* rate_;
  widgets::Tile* left_;
  widgets::Tile* cost_;
  widgets::FilterTable* jobs_;
  widgets::FilterTable* clusters_;
  QStackedWidget* right_;  // 0 = job, 1 = cluster, 2 = nothing chosen
  TrainingJobPanel* jobPanel_;
  QWidget* clusterPlace_;
  TrainingClusterPanel* clusterPanel_ = nullptr;
  widgets::EmptyState* nothing_;
  QPointer<SubmitJobDialog> dialog_;
  QAction* submit_;
  QAction* clone_;
  QAction* cancel_;
  QAction* retry_;
  QAction* cancelTask_;
  QAction* retryTask_;
  QAction* delete_;
};

}  // namespace aerie::pages
