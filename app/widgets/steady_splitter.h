// A splitter without a memory of what came and went. GUI thread.
#pragma once

#include <QList>
#include <QSplitter>

namespace aerie::widgets {

// A plain splitter takes room from its parts when one needs more (a label appears, a style is set anew) or
// the window is small, and does not give it back the same way: two windows that show the same look different.
// Here the parts have their shares again as soon as there is room, until people drag a handle; then they have
// those.
class SteadySplitter final : public QSplitter {
  Q_OBJECT
 public:
  // `shares`: of each part, in the order in which they are added.
  SteadySplitter(Qt::Orientation orientation, QList<int> shares, QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void share();

  QList<int> shares_;
};

}  // namespace aerie::widgets
