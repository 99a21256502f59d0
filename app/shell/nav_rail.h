// The pages as icon + word, one of them current; folds to icons. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace aerie::shell {

class NavRail final : public QWidget {
  Q_OBJECT
 public:
  explicit NavRail(QWidget* parent = nullptr);
  // `action` selects the page; its text, icon and keys are the entry's. Those at the foot stand apart.
  void addEntry(QAction* action, bool atFoot = false);
  void addToggle(QAction* action);
  void setCurrent(int entry);
  void setCollapsed(bool collapsed);
  bool collapsed() const { return collapsed_; }

 private:
  QToolButton* newButton(QAction* action);
  void restyle(QToolButton* button);
  int wide() const;

  QVBoxLayout* column_;
  std::vector<QToolButton*> entries_;
  QToolButton* toggle_ = nullptr;
  bool collapsed_ = false;
  int above_ = 0;  // entries above the gap
};

}  // namespace aerie::shell
