#include "app/widgets/tile.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kSamples = 60;
constexpr int kKeptLabel = 150;
constexpr int kTrendHeight = 22;
constexpr double kNarrowest = 24;
constexpr int kFewest = 8;  // of less, a line would be a guess

// A palette under a style sheet is dear to set, and tones rarely change.
void colour(QLabel* label, models::Tone tone) {
  const QColor color = colorOf(tone == models::Tone::None ? models::Tone::Muted : tone);
  QPalette palette = label->palette();
  if (palette.color(QPalette::WindowText) == color) return;
  palette.setColor(QPalette::WindowText, color);
  label->setPalette(palette);
}
}  // namespace

Tile::Tile(const QString& label, QWidget* parent) : QFrame(parent), samples_(kSamples) {
  setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapM, kGapS, kGapM, kGapS);
  column->setSpacing(0);
  auto* name = new ElidedLabel(label, "caption", this);
  name->keepUpTo(kKeptLabel);
  label_ = name;
  label_->setProperty("elides", false);                  // a fixed text: it is to fit, in every language
  delta_ = new ElidedLabel(QString(), "caption", this);  // gives way to the label
  delta_->hide();
  value_ = newLabel(QString(), "title", this);
  note_ = new ElidedLabel(QString(), "caption", this);
  auto* top = new QHBoxLayout();
  top->setSpacing(kGapS);
  top->addWidget(label_);
  top->addStretch(1);
  top->addWidget(delta_);
  column->addLayout(top);
  auto* row = new QHBoxLayout();
  row->setSpacing(kGapS);
  row->addWidget(value_);
  row->addWidget(note_, 0, Qt::AlignBottom);
  row->addStretch(1);
  column->addLayout(row);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);  // as high as its neighbours: scripts differ
  setMinimumWidth(110);
  for (QLabel* coloured : {note_, delta_}) coloured->installEventFilter(this);
}

bool Tile::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::StyleChange) recolour();
  // This one comes before the polishing.
  if (event->type() == QEvent::Polish) QMetaObject::invokeMethod(this, &Tile::recolour, Qt::QueuedConnection);
  return QFrame::eventFilter(watched, event);
}

void Tile::recolour() {
  colour(note_, noteTone_);
  colour(delta_, deltaTone_);
}

void Tile::setLabel(const QString& label) {
  label_->setText(label);
  describe();
}

void Tile::setValue(const QString& value, const QString& note, models::Tone tone) {
  value_->setText(value);
  note_->setText(note);
  note_->setVisible(!note.isEmpty());  // an empty one would still have its gap
  noteTone_ = tone;
  colour(note_, tone);
  describe();
}

QString Tile::value() const { return value_->text(); }

void Tile::setDelta(Change change, const QString& text, models::Tone tone) {
  deltaText_ = text;
  const QChar arrow = change == Change::Up     ? QChar(0x25B2)
                      : change == Change::Down ? QChar(0x25BC)
                                               : QChar(0x2013);
  const bool plain = text.isEmpty() || change == Change::Plain;
  delta_->setText(plain ? text : arrow + QLatin1Char(' ') + text);
  delta_->setVisible(!text.isEmpty());
  deltaTone_ = tone;
  colour(delta_, tone);
  describe();
}

void Tile::describe() {
  QStringList parts{label_->text() + QLatin1String(": ") + value_->text()};
  for (const QString& part : {note_->text(), deltaText_}) {
    if (!part.isEmpty()) parts.append(part);
  }
  setAccessibleName(parts.join(QLatin1String(", ")));
}

void Tile::setHeadline(bool headline) {
  value_->setProperty("kind", headline ? QStringLiteral("headline") : QStringLiteral("title"));
  value_->setStyleSheet({});  // the style sheet reads the kind again
}

void Tile::addSample(double value) {
  samples_.append({static_cast<double>(++sampleNumber_), value});
  update();
}

void Tile::setSamples(const QList<double>& values) {
  samples_.clear();
  for (const double value : values) addSample(value);
  update();
}

void Tile::clearSamples() {
  samples_.clear();
  update();
}

void Tile::setClickable(bool clickable) {
  clickable_ = clickable;
  setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
  setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Tile::mouseReleaseEvent(QMouseEvent* event) {
  if (clickable_ && event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

void Tile::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (clickable_ && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
    Q_EMIT clicked();
    return;
  }
  QFrame::keyPressEvent(event);
}

void Tile::focusInEvent(QFocusEvent* event) {
  QFrame::focusInEvent(event);
  update();
}

void Tile::focusOutEvent(QFocusEvent* event) {
  QFrame::focusOutEvent(event);
  update();
}

void Tile::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintTrend(painter);
  if (hasFocus()) {
    painter.setPen(QPen(colorOf(Role::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCardRadius, kCardRadius);
  }
}

void Tile::paintTrend(QPainter& painter) const {
  if (samples_.size() < kFewest) return;
  double low = samples_.at(0).y();
  double high = low;
  for (int i = 1; i < samples_.size(); ++i) {
    low = std::min(low, samples_.at(i).y());
    high = std::max(high, samples_.at(i).y());
  }
  // A flat line sits in the middle; small noise of a large value stays small.
  const double span = std::max(high - low, std::abs(high) * 0.2 + 1e-9);
  const double base = (low + high) / 2 - span / 2;
  const double note = note_->text().isEmpty() ? 0 : note_->width() + kGapS;
  const double left = std::max(width() * 0.5, value_->geometry().right() + note + kGapM);
  const QRectF area(left, height() - kTrendHeight - kGapS, width() - left - kGapM, kTrendHeight);
  if (area.width() < kNarrowest) return;
  QPainterPath line;
  for (int i = 0; i < samples_.size(); ++i) {
    const QPointF at(area.x() + area.width() * i / (samples_.size() - 1),
                     area.bottom() - (samples_.at(i).y() - base) / span * area.height());
    if (i == 0) {
      line.moveTo(at);
    } else {
      line.lineTo(at);
    }
  }
  QPainterPath ground = line;
  ground.lineTo(line.currentPosition().x(), area.bottom());
  ground.lineTo(area.x(), area.bottom());
  QColor color = colorOf(Role::Accent);
  color.setAlphaF(0.10F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPath(ground);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colorOf(Role::Accent), 1.5));
  painter.drawPath(line);
}

}  // namespace aerie::widgets
