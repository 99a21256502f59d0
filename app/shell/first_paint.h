// Says on standard error when a window has been painted for the first time: a debugging aid, which the bench
// of the start waits for. GUI thread.
#pragma once

#include <QObject>

class QWidget;

namespace aerie::shell {

class FirstPaint final : public QObject {
  Q_OBJECT
 public:
  // The window becomes its owner.
  explicit FirstPaint(QWidget& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace aerie::shell
