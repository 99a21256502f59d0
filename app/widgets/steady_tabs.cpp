#include "app/widgets/steady_tabs.h"

#include <QEvent>
#include <QTabBar>

namespace aerie::widgets {

bool SteadyTabs::event(QEvent* event) {
  if (event->type() != QEvent::LayoutRequest) return QTabWidget::event(event);
  const QSize bar = tabBar()->sizeHint();
  if (bar == bar_) {
    updateGeometry();  // whoever holds the tabs may have to make room
    return QWidget::event(event);
  }
  bar_ = bar;
  return QTabWidget::event(event);
}

}  // namespace aerie::widgets
