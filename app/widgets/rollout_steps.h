// The steps of a rollout in a row: what is done, what runs, what failed and how long each took. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "app/models/id_table_model.h"
#include "app/widgets/painted_text.h"

namespace aerie::widgets {

struct RolloutStepView {
  QString name;
  QString word;  // "done in 1.2 s", "running", "waiting", "failed"
  models::Tone tone = models::Tone::Muted;
  QString toolTip;
  bool operator==(const RolloutStepView&) const = default;
};

class RolloutSteps final : public QWidget, public PaintedText {
  Q_OBJECT
 public:
  explicit RolloutSteps(QWidget* parent = nullptr);
  void setSteps(const QList<RolloutStepView>& steps);
  QSize sizeHint() const override { return {360, 62}; }
  QStringList cutTexts() const override;
  QSize minimumSizeHint() const override { return {200, 62}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QRectF cell(int i) const;
  QList<RolloutStepView> steps_;
};

}  // namespace aerie::widgets
