// What the pages about traffic share: the bar of staged changes with its commands (apply, discard, undo,
// redo). GUI thread.
#pragma once

#include "app/pages/page.h"

class QAction;
class QFrame;
class QLabel;

namespace aerie::presenters {
class StagedChanges;
}

namespace aerie::pages {

class TrafficPage : public Page {
  Q_OBJECT
 public:
  void setOnline(bool online, const QString& why) override;

 protected:
  TrafficPage(presenters::StagedChanges& staged, widgets::CommandRegistry& commands, const QString& id,
              const QString& title, const QString& icon, QWidget* parent);
  // Below everything else of the page: it comes and goes without moving what is edited.
  QWidget* buildStagedBar();
  void showStaged();
  // A reason of the page not to apply; empty = none.
  virtual QString whyNotApply() const { return {}; }
  presenters::StagedChanges& staged() { return staged_; }

 private:
  void askApply();

  presenters::StagedChanges& staged_;
  QFrame* bar_ = nullptr;
  QLabel* count_ = nullptr;
  QLabel* what_ = nullptr;
  QAction* apply_;
  QAction* discard_;
  QAction* undo_;
  QAction* redo_;
};

}  // namespace aerie::pages
