#include "app/widgets/split_editor.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "app/models/split.h"
#include "app/models/text.h"
#include "app/widgets/card.h"
#include "app/widgets/split_bar.h"
#include "app/widgets/tokens.h"

namespace aerie::widgets {
namespace {

constexpr int kNumberWidth = 92;
constexpr int kDot = 10;

class Dot final : public QWidget {
 public:
  Dot(int series, QWidget* parent) : QWidget(parent), series_(series) { setFixedSize(kDot, kDot); }

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
  column->setSpacing(kGapS);
  bar_ = new SplitBar(this);
  column->addWidget(bar_);
  grid_ = new QGridLayout();
  grid_->setHorizontalSpacing(kGapS);
  grid_->setVerticalSpacing(kGap);
  grid_->setColumnStretch(1, 1);
  column->addLayout(grid_);
  connect(bar_, &SplitBar::edited, this, [this](const std::vector<int>& draft) { change(draft); });
  connect(bar_, &SplitBar::editFinished, this, &SplitEditor::editFinished);
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
  bar_->setEditable(editable);
  for (const Row& row : rows_) row.box->setEnabled(editable && rows_.size() > 1);
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
    row.now = newLabel({}, "caption", this);
    row.box = new QDoubleSpinBox(this);
    row.box->setObjectName(QStringLiteral("split.percent.%1").arg(arm.name));
    row.box->setRange(0, 100);
    row.box->setDecimals(2);
    row.box->setSuffix(tr(" %"));
    row.box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row.box->setAlignment(Qt::AlignRight);
    row.box->setKeyboardTracking(false);
    row.box->setFixedWidth(kNumberWidth);
    row.box->setAccessibleName(tr("Share of %1 in percent").arg(arm.name));
    row.box->setToolTip(tr("Share of %1; the others share the rest as they did").arg(arm.name));
    const auto index = static_cast<std::size_t>(i);
    connect(row.box, &QDoubleSpinBox::valueChanged, this, [this, index](double value) {
      if (index < draft_.size())
        change(models::rebalance(draft_, index, static_cast<int>(std::lround(value * 100))));
    });
    connect(row.box, &QDoubleSpinBox::editingFinished, this, &SplitEditor::editFinished);
    grid_->addWidget(dot, r, 0);
    grid_->addWidget(name, r, 1);
    grid_->addWidget(row.now, r, 2);
    grid_->addWidget(row.box, r, 3);
    owned_.append({dot, name, row.now, row.box});
    rows_.push_back(row);
  }
}

void SplitEditor::change(std::vector<int> draft) {
  if (draft == draft_) return showValues();
  draft_ = std::move(draft);
  showValues();
  Q_EMIT edited(draft_);
}

void SplitEditor::showValues() {
  QStringList names;
  std::vector<int> series;
  for (const Arm& arm : arms_) {
    names.append(arm.name);
    series.push_back(arm.series);
  }
  bar_->setParts(names, series, applied_, draft_);
  for (std::size_t i = 0; i < rows_.size() && i < draft_.size(); ++i) {
    const QSignalBlocker box(rows_[i].box);
    rows_[i].box->setValue(draft_[i] / 100.0);
    const bool changed = i < applied_.size() && applied_[i] != draft_[i];
    rows_[i].now->setText(
        changed ? tr("now %1").arg(models::percentText(static_cast<double>(applied_[i]) / models::kWhole))
                : QString());
  }
  setEditable(editable_);
}

}  // namespace aerie::widgets
