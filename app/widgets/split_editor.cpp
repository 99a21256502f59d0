#include "app/widgets/split_editor.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>
#include <functional>

#include "app/models/split.h"
#include "app/widgets/card.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

// Two stacked bars: the draft, and thin below it what runs now.
class SplitBars final : public QWidget {
 public:
  using Parts = std::function<QList<std::pair<int, int>>(bool draft)>;  // (series, basis points)
  SplitBars(Parts parts, QWidget* parent) : QWidget(parent), parts_(std::move(parts)) { setFixedHeight(26); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(QRectF(rect()), 4, 4);
    painter.setClipPath(clip);
    painter.setPen(Qt::NoPen);
    const auto bar = [&](bool draft, double y, double h) {
      double x = 0;
      for (const auto& [series, part] : parts_(draft)) {
        const double w = static_cast<double>(width()) * part / models::kWhole;
        QColor color = seriesColor(series);
        if (!draft) color.setAlphaF(0.45F);
        painter.fillRect(QRectF(x, y, std::max(0.0, w - 1), h), color);
        x += w;
      }
    };
    bar(true, 0, 18);
    bar(false, 20, 6);
  }

 private:
  Parts parts_;
};

class Dot final : public QWidget {
 public:
  Dot(int series, QWidget* parent) : QWidget(parent), series_(series) { setFixedSize(10, 10); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(seriesColor(series_));
    painter.drawRoundedRect(rect(), 3, 3);
  }

 private:
  int series_;
};

}  // namespace

SplitEditor::SplitEditor(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapM);
  bars_ = new SplitBars(
      [this](bool draft) {
        QList<std::pair<int, int>> parts;
        const std::vector<int>& values = draft ? draft_ : applied_;
        for (qsizetype i = 0; i < arms_.size() && static_cast<std::size_t>(i) < values.size(); ++i) {
          parts.append({arms_[i].series, values[static_cast<std::size_t>(i)]});
        }
        return parts;
      },
      this);
  column->addWidget(bars_);
  grid_ = new QGridLayout();
  grid_->setHorizontalSpacing(kGapS);
  grid_->setVerticalSpacing(kGapS);
  grid_->setColumnStretch(2, 1);
  column->addLayout(grid_);
}

void SplitEditor::setSplit(const QList<Arm>& arms, const std::vector<int>& applied,
                           const std::vector<int>& draft) {
  const bool same = arms == arms_;
  arms_ = arms;
  applied_ = applied;
  draft_ = draft;
  if (!same) rebuild();
  showValues();
}

void SplitEditor::setEditable(bool editable) {
  editable_ = editable;
  for (const Row& row : rows_) {
    row.slider->setEnabled(editable && rows_.size() > 1);
    row.box->setEnabled(editable && rows_.size() > 1);
  }
}

void SplitEditor::rebuild() {
  qDeleteAll(owned_);
  owned_.clear();
  rows_.clear();
  for (qsizetype i = 0; i < arms_.size(); ++i) {
    const Arm& arm = arms_[i];
    const int r = static_cast<int>(i);
    auto* dot = new Dot(arm.series, this);
    auto* name = newLabel(arm.name, "strong", this);
    name->setToolTip(arm.endpoint);
    Row row;
    row.slider = new QSlider(Qt::Horizontal, this);
    row.slider->setObjectName(QStringLiteral("split.slider.%1").arg(arm.name));
    row.slider->setRange(0, models::kWhole);
    row.slider->setSingleStep(100);
    row.slider->setPageStep(1000);
    row.slider->setAccessibleName(tr("Share of %1").arg(arm.name));
    row.box = new QDoubleSpinBox(this);
    row.box->setObjectName(QStringLiteral("split.percent.%1").arg(arm.name));
    row.box->setRange(0, 100);
    row.box->setDecimals(2);
    row.box->setSuffix(tr(" %"));
    row.box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row.box->setAlignment(Qt::AlignRight);
    row.box->setKeyboardTracking(false);
    row.box->setFixedWidth(92);
    row.box->setAccessibleName(tr("Share of %1 in percent").arg(arm.name));
    const auto index = static_cast<std::size_t>(i);
    connect(row.slider, &QSlider::valueChanged, this, [this, index](int value) { change(index, value); });
    connect(row.box, &QDoubleSpinBox::valueChanged, this,
            [this, index](double value) { change(index, static_cast<int>(std::lround(value * 100))); });
    grid_->addWidget(dot, r, 0);
    grid_->addWidget(name, r, 1);
    grid_->addWidget(row.slider, r, 2);
    grid_->addWidget(row.box, r, 3);
    owned_.append({dot, name, row.slider, row.box});
    rows_.push_back(row);
  }
  setEditable(editable_);
}

void SplitEditor::change(std::size_t arm, int value) {
  if (arm >= draft_.size() || draft_[arm] == value) return;
  draft_ = models::rebalance(draft_, arm, value);
  showValues();
  Q_EMIT edited(draft_);
}

void SplitEditor::showValues() {
  for (std::size_t i = 0; i < rows_.size() && i < draft_.size(); ++i) {
    const QSignalBlocker slider(rows_[i].slider);
    const QSignalBlocker box(rows_[i].box);
    rows_[i].slider->setValue(draft_[i]);
    rows_[i].box->setValue(draft_[i] / 100.0);
  }
  bars_->update();
}

}  // namespace aerie::widgets
