#include "app/widgets/rollout_steps.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr double kIcon = 18;
}

RolloutSteps::RolloutSteps(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Rollout steps"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RolloutSteps::setSteps(const QList<RolloutStepView>& steps) {
  if (steps == steps_) return;
  steps_ = steps;
  QStringList words;
  for (const RolloutStepView& s : steps_) words.append(s.name + QLatin1String(": ") + s.word);
  setAccessibleDescription(words.join(QLatin1String(", ")));
  update();
}

QRectF RolloutSteps::cell(int i) const {
  const double width =
      static_cast<double>(this->width()) / static_cast<double>(std::max<qsizetype>(1, steps_.size()));
  return {i * width, 0, width, static_cast<double>(height())};
}

QStringList RolloutSteps::cutTexts() const {
  QStringList out;
  for (int i = 0; i < steps_.size(); ++i) {
    const Type type = steps_[i].tone == models::Tone::Info ? Type::BodyStrong : Type::Body;
    for (const auto& [text, font] :
         {std::pair{steps_[i].name, type}, std::pair{steps_[i].word, Type::Caption}}) {
      if (QFontMetrics(fontOf(font)).horizontalAdvance(text) > cell(i).width()) out.append(text);
    }
  }
  return out;
}

void RolloutSteps::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (steps_.isEmpty()) {
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(rect(), Qt::AlignCenter, tr("No rollout yet"));
    return;
  }
  for (int i = 0; i < steps_.size(); ++i) {
    const RolloutStepView& step = steps_[i];
    const QRectF box = cell(i);
    const QColor color = colorOf(step.tone);
    const QRectF icon(box.center().x() - kIcon / 2, 4, kIcon, kIcon);
    if (i + 1 < steps_.size()) {
      painter.setPen(QPen(step.tone == models::Tone::Ok ? tint(color, 0.6) : colorOf(Role::Border), 2));
      painter.drawLine(QPointF(icon.right() + 6, icon.center().y()),
                       QPointF(cell(i + 1).center().x() - kIcon / 2 - 6, icon.center().y()));
    }
    paintIcon(painter, icon, iconNameOf(step.tone), color);
    painter.setPen(colorOf(step.tone == models::Tone::Muted ? Role::Muted : Role::Text));
    painter.setFont(fontOf(step.tone == models::Tone::Info ? Type::BodyStrong : Type::Body));
    painter.drawText(QRectF(box.x(), 24, box.width(), 18), Qt::AlignCenter, step.name);
    painter.setPen(step.tone == models::Tone::Danger ? color : colorOf(Role::Muted));
    painter.setFont(fontOf(Type::Caption));
    painter.drawText(QRectF(box.x(), 42, box.width(), 16), Qt::AlignCenter, step.word);
  }
}

bool RolloutSteps::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < steps_.size(); ++i) {
      if (cell(i).contains(help->pos())) QToolTip::showText(help->globalPos(), steps_[i].toolTip, this);
    }
    return true;
  }
  return QWidget::event(event);
}

}  // namespace aerie::widgets
