#include "app/widgets/verdict_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "app/widgets/card.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kIcon = 20;
constexpr int kHeight = 44;
}  // namespace

VerdictBar::VerdictBar(QWidget* parent) : QFrame(parent) {
  setFixedHeight(kHeight);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(kGapM + kIcon + kGapM, 0, kGapM, 0);
  row->setSpacing(kGapM);
  sentence_ = newLabel({}, "section", this);
  sentence_->setObjectName(QStringLiteral("verdict.sentence"));
  reason_ = new ElidedLabel({}, "muted", this);
  reason_->setObjectName(QStringLiteral("verdict.reason"));
  // A long reason ends in dots at the bar's end rather than widening the window.
  reason_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(sentence_);
  row->addWidget(reason_, 1);
}

void VerdictBar::setVerdict(models::Tone tone, const QString& sentence, const QString& reason) {
  if (tone == tone_ && sentence == sentence_->text() && reason == reason_->text()) return;
  tone_ = tone;
  sentence_->setText(sentence);
  reason_->setText(reason);
  reason_->setToolTip(reason);
  setAccessibleName(sentence + QLatin1String(". ") + reason);
  update();
}

void VerdictBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor color = colorOf(tone_);
  painter.setPen(QPen(tint(color, 0.45), 1));
  painter.setBrush(tint(color, isDark() ? 0.14 : 0.08));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCardRadius, kCardRadius);
  paintIcon(painter, QRectF(kGapM, (height() - kIcon) / 2.0, kIcon, kIcon), iconNameOf(tone_), color);
}

}  // namespace aerie::widgets
