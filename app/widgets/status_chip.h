// A state as icon + word on a tinted ground. As a button it can be clicked (setClickable). GUI thread.
#pragma once

#include <QAbstractButton>

#include "app/models/id_table_model.h"

namespace aerie::widgets {

class StatusChip final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit StatusChip(QWidget* parent = nullptr);
  void setState(models::Tone tone, const QString& word);
  models::Tone tone() const { return tone_; }
  // A chip that cannot be clicked takes no focus.
  void setClickable(bool clickable);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

  // For delegates: the chip at the left of `rect`, not wider than it.
  static void paintChip(QPainter& painter, const QRect& rect, models::Tone tone, const QString& word);
  static int widthOf(const QString& word);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  models::Tone tone_ = models::Tone::Muted;
};

}  // namespace aerie::widgets
