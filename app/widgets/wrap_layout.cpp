#include "app/widgets/wrap_layout.h"

#include <algorithm>

namespace aerie::widgets {

WrapLayout::WrapLayout(int gap, QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(gap);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem* item) { items_.emplace_back(item); }

int WrapLayout::count() const { return static_cast<int>(items_.size()); }

QLayoutItem* WrapLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
  if (!itemAt(index)) return nullptr;
  QLayoutItem* taken = items_[static_cast<std::size_t>(index)].release();
  items_.erase(items_.begin() + index);
  return taken;
}

int WrapLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize WrapLayout::sizeHint() const {
  QSize all(-spacing(), 0);
  for (const auto& item : items_) {
    const QSize one = item->sizeHint();
    all = {all.width() + spacing() + one.width(), std::max(all.height(), one.height())};
  }
  return all.expandedTo({0, 0});
}

QSize WrapLayout::minimumSize() const {
  QSize widest;
  for (const auto& item : items_) widest = widest.expandedTo(item->sizeHint());
  return widest;
}

void WrapLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int WrapLayout::arrange(const QRect& rect, bool place) const {
  int x = rect.x();
  int y = rect.y();
  int line = 0;
  for (const auto& item : items_) {
    if (item->isEmpty()) continue;
    const QSize size = item->sizeHint();
    if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
      x = rect.x();
      y += line + spacing();
      line = 0;
    }
    if (place) item->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + spacing();
    line = std::max(line, size.height());
  }
  return y + line - rect.y();
}

}  // namespace aerie::widgets
