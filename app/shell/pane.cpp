#include "app/shell/pane.h"

namespace aerie::shell {

Pane::Pane(QWidget* content, const QSize& least, QWidget* parent)
    : QWidget(parent), least_(least), content_(content) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  content->setParent(this);
  content->show();  // setParent hid it
}

void Pane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (content_) content_->setGeometry(rect());
}

}  // namespace aerie::shell
