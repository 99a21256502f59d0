#include "app/pages/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QWidget>

namespace aerie::pages {
namespace {

class Walk final {
 public:
  void widget(QWidget* w) {
    if (!w) return;
    if (w->focusPolicy() & Qt::TabFocus && !w->focusProxy()) found_.append(w);
    if (auto* splitter = qobject_cast<QSplitter*>(w)) {
      for (int i = 0; i < splitter->count(); ++i) widget(splitter->widget(i));
    } else if (auto* tabs = qobject_cast<QTabWidget*>(w)) {
      widget(tabs->tabBar());
      for (int i = 0; i < tabs->count(); ++i) widget(tabs->widget(i));
    } else if (auto* area = qobject_cast<QScrollArea*>(w)) {
      widget(area->widget());
    } else if (w->layout()) {
      layout(w->layout());
    }
  }
  const QList<QWidget*>& found() const { return found_; }

 private:
  void layout(QLayout* l) {
    for (int i = 0; i < l->count(); ++i) {
      QLayoutItem* item = l->itemAt(i);
      if (QWidget* w = item->widget()) {
        widget(w);
      } else if (QLayout* inner = item->layout()) {
        layout(inner);
      }
    }
  }

  QList<QWidget*> found_;
};

}  // namespace

void orderTabsByLayout(QWidget* root) {
  Walk walk;
  walk.widget(root);
  const QList<QWidget*>& found = walk.found();
  for (qsizetype i = 1; i < found.size(); ++i) QWidget::setTabOrder(found[i - 1], found[i]);
}

}  // namespace aerie::pages
