#include "app/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kIcon = 18;
}

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("messageBar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapM + kIcon + kGapS, kGapS, kGapS, kGapS);
  row->setSpacing(kGapS);
  auto* column = new QVBoxLayout();
  column->setSpacing(2);
  headline_ = newLabel({}, "strong", this);
  detail_ = newLabel({}, "muted", this);
  for (QLabel* label : {headline_, detail_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
  }
  row->addLayout(column, 1);
  action_ = new QPushButton(this);
  action_->setObjectName(QStringLiteral("messageAction"));
  action_->hide();
  row->addWidget(action_, 0, Qt::AlignVCenter);
  close_ = new QToolButton(this);
  close_->setObjectName(QStringLiteral("messageClose"));
  close_->setIcon(iconOf(QStringLiteral("close"), Role::Muted));
  close_->setAccessibleName(tr("Dismiss message"));
  close_->setToolTip(tr("Dismiss"));
  row->addWidget(close_, 0, Qt::AlignTop);
  connect(action_, &QPushButton::clicked, this, &MessageBar::actionClicked);
  connect(close_, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::showMessage(models::Tone tone, const QString& headline, const QString& detail,
                             const QString& action, bool dismissable) {
  tone_ = tone;
  headline_->setText(headline);
  detail_->setText(detail);
  detail_->setVisible(!detail.isEmpty());
  action_->setText(action);
  action_->setAccessibleName(action);
  action_->setVisible(!action.isEmpty());
  close_->setVisible(dismissable);
  setAccessibleName(headline);
  show();
  update();
}

QString MessageBar::text() const { return headline_->text() + QLatin1Char('\n') + detail_->text(); }

void MessageBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor color = colorOf(tone_);
  painter.setPen(tint(color, 0.45));
  painter.setBrush(tint(color, isDark() ? 0.14 : 0.08));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  paintIcon(painter, QRectF(kGapM, (height() - kIcon) / 2.0, kIcon, kIcon), iconNameOf(tone_), color);
}

}  // namespace aerie::widgets
