#include "app/widgets/split_bar.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kBarHeight = 26;
constexpr int kNowHeight = 6;
constexpr int kBetween = 5;
constexpr int kHandleWidth = 16;
constexpr int kInset = kHandleWidth / 2;  // so that a handle at either end is whole
constexpr int kStep = 100;                // 1 %
constexpr int kFineStep = 10;
constexpr int kPage = 1'000;

}  // namespace

class SplitBar::Handle final : public QWidget {
 public:
  Handle(SplitBar& bar, std::size_t index) : QWidget(&bar), bar_(bar), index_(index) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setObjectName(QStringLiteral("split.handle.%1").arg(index));
    const QString left = bar.names_[static_cast<qsizetype>(index)];
    const QString right = bar.names_[static_cast<qsizetype>(index) + 1];
    setAccessibleName(SplitBar::tr("Border between %1 and %2").arg(left, right));
    setToolTip(
        SplitBar::tr(
            "%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %")
            .arg(left, right));
  }
  void tell(const QString& text) { setAccessibleDescription(text); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF grip(width() / 2.0 - 4, 0.5, 8, kBarHeight + 3);
    painter.setPen(QPen(colorOf(hasFocus() ? Role::Accent : Role::Text), hasFocus() ? 2 : 1));
    painter.setBrush(isEnabled() ? colorOf(Role::Surface) : colorOf(Role::Background));
    painter.drawRoundedRect(grip, 3, 3);
    painter.setPen(QPen(colorOf(Role::Muted), 1));
    const double x = grip.center().x();
    painter.drawLine(QPointF(x, grip.center().y() - 4), QPointF(x, grip.center().y() + 4));
  }
  void mousePressEvent(QMouseEvent* event) override {
    if (event->button() != Qt::LeftButton) return;
    setFocus(Qt::MouseFocusReason);
    grab_ = static_cast<int>(std::lround(event->position().x())) - width() / 2;
    moving_ = index_;
    chosen_ = false;
  }
  void mouseMoveEvent(QMouseEvent* event) override {
    if (!(event->buttons() & Qt::LeftButton)) return;
    const int x = mapToParent(event->position().toPoint()).x() - grab_;
    const int position = bar_.positionAt(x);
    const int from = bar_.borderOf(index_);
    if (!chosen_ && position != from) {
      moving_ = bar_.free(index_, position - from);
      chosen_ = true;
    }
    bar_.moveTo(moving_, position);
  }
  void mouseReleaseEvent(QMouseEvent*) override {
    if (chosen_) Q_EMIT bar_.editFinished();
    chosen_ = false;
  }
  void keyPressEvent(QKeyEvent* event) override {
    const int step = event->modifiers() & Qt::ControlModifier ? kFineStep : kStep;
    const int now = bar_.borderOf(index_);
    int next = now;
    switch (event->key()) {
      case Qt::Key_Left:
      case Qt::Key_Down: next = now - step; break;
      case Qt::Key_Right:
      case Qt::Key_Up: next = now + step; break;
      case Qt::Key_PageDown: next = now - kPage; break;
      case Qt::Key_PageUp: next = now + kPage; break;
      case Qt::Key_Home: next = 0; break;
      case Qt::Key_End: next = models::kWhole; break;
      default: QWidget::keyPressEvent(event); return;
    }
    bar_.moveTo(index_, next);
    Q_EMIT bar_.editFinished();
  }
  void focusInEvent(QFocusEvent* event) override {
    QWidget::focusInEvent(event);
    raise();
    update();
  }

 private:
  SplitBar& bar_;
  const std::size_t index_;
  std::size_t moving_ = 0;
  bool chosen_ = false;
  int grab_ = 0;
};

SplitBar::SplitBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SplitBar::sizeHint() const { return {200, kBarHeight + kBetween + kNowHeight}; }

void SplitBar::setParts(const QStringList& names, const std::vector<int>& series,
                        const std::vector<int>& applied, const std::vector<int>& draft) {
  series_ = series;
  applied_ = applied;
  draft_ = draft;
  if (names != names_) {
    names_ = names;
    for (Handle* h : handles_) delete h;
    handles_.clear();
    for (std::size_t i = 0; i + 1 < draft_.size(); ++i) {
      handles_.push_back(new Handle(*this, i));
      handles_.back()->setEnabled(editable_);
      handles_.back()->show();
    }
  }
  placeHandles();
  update();
}

void SplitBar::setEditable(bool editable) {
  editable_ = editable;
  for (Handle* h : handles_) h->setEnabled(editable);
}

int SplitBar::borderOf(std::size_t handle) const {
  return std::accumulate(draft_.begin(), draft_.begin() + static_cast<std::ptrdiff_t>(handle) + 1, 0);
}

std::size_t SplitBar::free(std::size_t handle, int direction) const {
  while (direction < 0 && handle > 0 && draft_[handle] == 0) --handle;
  while (direction > 0 && handle + 1 < handles_.size() && draft_[handle + 1] == 0) ++handle;
  return handle;
}

void SplitBar::moveTo(std::size_t handle, int position) {
  if (handle + 1 >= draft_.size() || !editable_) return;
  std::vector<int> next = models::moveBorder(draft_, handle, position);
  if (next == draft_) return;
  draft_ = std::move(next);
  placeHandles();
  update();
  Q_EMIT edited(draft_);
}

int SplitBar::positionAt(int x) const {
  const double share = static_cast<double>(x - kInset) / std::max(1, width() - 2 * kInset);
  return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * models::kWhole));
}

void SplitBar::placeHandles() {
  const double room = width() - 2 * kInset;
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    const int x = kInset + static_cast<int>(std::lround(room * borderOf(i) / models::kWhole));
    handles_[i]->setGeometry(x - kHandleWidth / 2, 0, kHandleWidth, kBarHeight + 4);
    const auto name = [&](std::size_t arm) {
      return names_[static_cast<qsizetype>(arm)] + QLatin1Char(' ') +
             models::percentText(static_cast<double>(draft_[arm]) / models::kWhole);
    };
    handles_[i]->tell(name(i) + QLatin1String(", ") + name(i + 1));
  }
}

void SplitBar::resizeEvent(QResizeEvent*) { placeHandles(); }

void SplitBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double room = width() - 2 * kInset;
  const auto bar = [&](const std::vector<int>& parts, double y, double h, bool now) {
    QPainterPath clip;
    clip.addRoundedRect(QRectF(kInset, y, room, h), now ? 2 : 4, now ? 2 : 4);
    painter.setClipPath(clip);
    double x = kInset;
    for (std::size_t i = 0; i < parts.size() && i < series_.size(); ++i) {
      const double w = room * parts[i] / models::kWhole;
      const QColor color = seriesColor(series_[i]);
      painter.fillRect(QRectF(x, y, w, h), now ? tint(color, 0.5) : color);
      x += w;
    }
  };
  bar(draft_, 2, kBarHeight, false);
  bar(applied_, 2 + kBarHeight + kBetween - 2, kNowHeight, true);
}

}  // namespace aerie::widgets
