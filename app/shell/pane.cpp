#include "app/shell/pane.h"

namespace aerie::shell {

Pane::Pane(const QSize& least, QWidget* parent) : QWidget(parent), least_(least) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

Pane::Pane(QWidget* content, const QSize& least, QWidget* parent) : Pane(least, parent) {
  setContent(content);
}

void Pane::setContent(QWidget* content) {
  content_ = content;
  if (content->parentWidget() != this) content->setParent(this);
  content->setGeometry(rect());
  content->show();
}

void Pane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (content_) content_->setGeometry(rect());
}

}  // namespace aerie::shell
