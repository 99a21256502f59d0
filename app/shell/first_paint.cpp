#include "app/shell/first_paint.h"

#include <QEvent>
#include <QWidget>

namespace aerie::shell {

FirstPaint::FirstPaint(QWidget& window) : QObject(&window) { window.installEventFilter(this); }

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint) {
    watched->removeEventFilter(this);
    // What is painted now, with everything in the window, is done when the event loop has its turn.
    QMetaObject::invokeMethod(
        this,
        [this] {
          qInfo("first paint");
          deleteLater();
        },
        Qt::QueuedConnection);
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace aerie::shell
