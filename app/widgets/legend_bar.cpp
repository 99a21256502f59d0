#include "app/widgets/legend_bar.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>

#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {
constexpr int kHeight = 20;
constexpr int kSwatch = 16;
constexpr int kMaxText = 200;
}  // namespace

Qt::PenStyle penStyleOf(models::ChartSeries::Line line) {
  switch (line) {
    case models::ChartSeries::Line::Dashed: return Qt::DashLine;
    case models::ChartSeries::Line::Dotted: return Qt::DotLine;
    case models::ChartSeries::Line::Solid: break;
  }
  return Qt::SolidLine;
}

class LegendToggle final : public QAbstractButton {
 public:
  explicit LegendToggle(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
  }
  void setEntry(const LegendEntry& entry) {
    entry_ = entry;
    setObjectName(QStringLiteral("legend.") + entry.id);
    setText(entry.title);
    setChecked(entry.shown);
    setAccessibleName(LegendBar::tr("Show %1").arg(entry.title));
    setToolTip(LegendBar::tr("%1: click shows or hides it, Ctrl+click shows it alone").arg(entry.title));
    update();
  }
  QSize sizeHint() const override {
    const int text = QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(this->text()) + 1;
    return {kSwatch + kGap + std::min(text, kMaxText) + 2 * kGap, kHeight};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(tint(colorOf(Role::Muted), 0.12));
      painter.drawRoundedRect(rect(), kGap, kGap);
    }
    const QColor color = entry_.color < 0 ? colorOf(Role::Muted) : seriesColor(entry_.color);
    const double y = height() / 2.0;
    if (isChecked()) {
      painter.setPen(QPen(color, entry_.line == models::ChartSeries::Line::Solid ? 3 : 2,
                          penStyleOf(entry_.line), Qt::FlatCap));
      painter.drawLine(QPointF(kGap, y), QPointF(kGap + kSwatch, y));
    } else {
      // Hidden is a hollow swatch and a crossed-out name, so that it reads without colour.
      painter.setPen(QPen(colorOf(Role::Muted), 1));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(QRectF(kGap + 2, y - 3, kSwatch - 4, 6), 3, 3);
    }
    QFont font = fontOf(Type::Caption);
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(colorOf(isChecked() ? Role::Text : Role::Muted));
    const QRect room = rect().adjusted(kSwatch + 2 * kGap, 0, 0, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width()));
    if (hasFocus()) {
      painter.setPen(QPen(colorOf(Role::Accent), 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kGap, kGap);
    }
  }

 private:
  LegendEntry entry_;
};

LegendBar::LegendBar(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setVisible(false);
}

void LegendBar::setEntries(const QList<LegendEntry>& entries) {
  if (entries == entries_) return;
  entries_ = entries;
  while (toggles_.size() > entries_.size()) delete toggles_.takeLast();
  while (toggles_.size() < entries_.size()) {
    auto* toggle = new LegendToggle(this);
    const auto index = static_cast<int>(toggles_.size());
    connect(toggle, &QAbstractButton::clicked, this, [this, index] {
      chosen(index, QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
    toggle->show();
    toggles_.append(toggle);
  }
  for (qsizetype i = 0; i < entries_.size(); ++i) toggles_[i]->setEntry(entries_[i]);
  setVisible(!entries_.isEmpty());
  layOut(width(), true);
  updateGeometry();
}

void LegendBar::chosen(int index, bool alone) {
  QStringList hidden;
  for (const LegendEntry& entry : entries_) {
    if (!entry.shown) hidden.append(entry.id);
  }
  const QString id = entries_[index].id;
  if (alone) {
    const bool wasAlone = hidden.size() == entries_.size() - 1 && entries_[index].shown;
    hidden.clear();
    for (const LegendEntry& entry : entries_) {
      if (!wasAlone && entry.id != id) hidden.append(entry.id);
    }
  } else if (hidden.removeAll(id) == 0) {
    hidden.append(id);
  }
  // The owner answers with setEntries; until then the toggle shows what was asked for.
  Q_EMIT hiddenChanged(hidden);
}

int LegendBar::layOut(int width, bool move) const {
  int x = 0;
  int y = 0;
  for (LegendToggle* toggle : toggles_) {
    const QSize size = toggle->sizeHint();
    if (x > 0 && x + size.width() > width) {
      x = 0;
      y += kHeight;
    }
    if (move) toggle->setGeometry(x, y, std::min(size.width(), std::max(width, 1)), kHeight);
    x += size.width() + kGap;
  }
  return toggles_.isEmpty() ? 0 : y + kHeight;
}

QSize LegendBar::sizeHint() const {
  int width = 0;
  for (const LegendToggle* toggle : toggles_) width += toggle->sizeHint().width() + kGap;
  return {width, toggles_.isEmpty() ? 0 : kHeight};
}

QSize LegendBar::minimumSizeHint() const { return {0, toggles_.isEmpty() ? 0 : kHeight}; }

int LegendBar::heightForWidth(int width) const { return layOut(width, false); }

void LegendBar::resizeEvent(QResizeEvent*) { layOut(width(), true); }

}  // namespace aerie::widgets
