#include "app/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kShownMs = 5'000;
constexpr int kAboveStatus = 44;
}  // namespace

Toast::Toast(QWidget* window) : QFrame(window) {
  setObjectName(QStringLiteral("toast"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapM, kGapS, kGapL, kGapS);
  icon_ = new QLabel(this);
  text_ = newLabel({}, "body", this);
  row->addWidget(icon_);
  row->addWidget(text_);
  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
  window->installEventFilter(this);
  hide();
}

void Toast::showText(const QString& text) {
  icon_->setPixmap(iconOf(QStringLiteral("ok"), Role::Ok).pixmap(18, 18));
  text_->setText(text);
  setAccessibleName(text);
  place();
  show();
  raise();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  timer_.start(kShownMs);
}

void Toast::place() {
  adjustSize();
  move(parentWidget()->width() - width() - kGapL, parentWidget()->height() - height() - kAboveStatus);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) place();
  return false;
}

}  // namespace aerie::widgets
