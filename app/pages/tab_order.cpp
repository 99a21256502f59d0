#include "app/pages/tab_order.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QWidget>
#include <algorithm>

namespace aerie::pages {
namespace {

// What is inside of these is theirs.
bool isWhole(const QWidget* w) {
  return qobject_cast<const QAbstractScrollArea*>(w) || qobject_cast<const QAbstractSpinBox*>(w) ||
         qobject_cast<const QComboBox*>(w) || qobject_cast<const QAbstractButton*>(w) ||
         qobject_cast<const QLineEdit*>(w) || qobject_cast<const QTabBar*>(w);
}

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
    } else if (!isWhole(w)) {
      byPlace(w);
    } else if (qobject_cast<QAbstractScrollArea*>(w)) {
      // Buttons over a drawing, such as those that zoom it.
      for (QAbstractButton* button : w->findChildren<QAbstractButton*>()) widget(button);
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

  void byPlace(QWidget* w) {
    QList<QWidget*> children;
    for (QWidget* child : w->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
      if (!child->isWindow()) children.append(child);
    }
    std::stable_sort(children.begin(), children.end(), [](const QWidget* a, const QWidget* b) {
      return a->y() != b->y() ? a->y() < b->y() : a->x() < b->x();
    });
    for (QWidget* child : children) widget(child);
  }

  QList<QWidget*> found_;
};

class AtLayout final : public QObject {
 public:
  explicit AtLayout(QWidget* root) : QObject(root), root_(root) { root->installEventFilter(this); }
  bool eventFilter(QObject* watched, QEvent* event) override {
    const bool changed = event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest;
    if (watched == root_ && changed) orderTabsByLayout(root_);
    return QObject::eventFilter(watched, event);
  }

 private:
  QWidget* root_;
};

}  // namespace

void orderTabsByLayout(QWidget* root) { orderTabs({root}); }

void orderTabs(const QList<QWidget*>& parts) {
  Walk walk;
  for (QWidget* part : parts) walk.widget(part);
  const QList<QWidget*>& found = walk.found();
  for (qsizetype i = 1; i < found.size(); ++i) QWidget::setTabOrder(found[i - 1], found[i]);
}

void keepTabsByLayout(QWidget* root) { new AtLayout(root); }

}  // namespace aerie::pages
