#include "app/widgets/tile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr std::size_t kSamples = 60;
constexpr int kTrendHeight = 22;
}  // namespace

Tile::Tile(const QString& label, QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapM, kGapS, kGapM, kGapS);
  column->setSpacing(0);
  label_ = newLabel(label, "caption", this);
  value_ = newLabel(QString(), "title", this);
  note_ = newLabel(QString(), "caption", this);
  column->addWidget(label_);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  row->addWidget(value_);
  row->addWidget(note_, 0, Qt::AlignBottom);
  row->addStretch(1);
  column->addLayout(row);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setMinimumWidth(110);
}

void Tile::setValue(const QString& value, const QString& note, models::Tone tone) {
  value_->setText(value);
  note_->setText(note);
  QPalette palette = note_->palette();
  palette.setColor(QPalette::WindowText, colorOf(tone == models::Tone::None ? models::Tone::Muted : tone));
  note_->setPalette(palette);
  setAccessibleName(label_->text() + QLatin1String(": ") + value + QLatin1Char(' ') + note);
}

void Tile::addSample(double value) {
  samples_.push_back(value);
  if (samples_.size() > kSamples) samples_.pop_front();
  update();
}

void Tile::clearSamples() {
  samples_.clear();
  update();
}

void Tile::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  if (samples_.size() < 2) return;
  const auto [low, high] = std::minmax_element(samples_.begin(), samples_.end());
  // A flat line sits in the middle; small noise of a large value stays small.
  const double span = std::max(*high - *low, std::abs(*high) * 0.2 + 1e-9);
  const double base = (*low + *high) / 2 - span / 2;
  const double left =
      std::max(width() * 0.55, static_cast<double>(value_->geometry().right() + note_->width() + kGapL));
  const QRectF area(left, height() - kTrendHeight - kGapS, width() - left - kGapM, kTrendHeight);
  if (area.width() < 24) return;
  QPainterPath line;
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    const QPointF at(area.x() + area.width() * static_cast<double>(i) / static_cast<double>(kSamples - 1),
                     area.bottom() - (samples_[i] - base) / span * area.height());
    if (i == 0) {
      line.moveTo(at);
    } else {
      line.lineTo(at);
    }
  }
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colorOf(Role::Accent), 1.5));
  painter.drawPath(line);
}

}  // namespace aerie::widgets
