// Enter presses the button that has the focus, as Space does, in windows and in dialogs. Qt alone gives Enter to
// a dialog's default button instead, even while "Cancel" has the focus, and to nobody in a window.
#pragma once

#include <QObject>

class QApplication;

namespace aerie::widgets {

class ButtonKeys final : public QObject {
  Q_OBJECT
 public:
  // Works for all of `app` as long as it lives. GUI thread.
  explicit ButtonKeys(QApplication& app, QObject* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace aerie::widgets
