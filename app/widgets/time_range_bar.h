// Which time a page shows: five lengths, a piece that was picked in a chart, live or paused. Left and Right
// move between the lengths. Knows no clock: what it shows is what it was told. GUI thread.
#pragma once

#include <QList>
#include <QWidget>

#include "app/models/time_range.h"

class QToolButton;

namespace aerie::widgets {

class TimeRangeBar final : public QWidget {
  Q_OBJECT
 public:
  explicit TimeRangeBar(QWidget* parent = nullptr);
  void setRange(const models::TimeRange& range);
  const models::TimeRange& range() const { return range_; }

 Q_SIGNALS:
  void lengthChosen(qint64 lengthMs);
  // The page stops at this moment, or follows the clock again.
  void pauseWanted(bool paused);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();

  models::TimeRange range_;
  QList<QToolButton*> lengths_;  // as TimeRange::kLengths
  QToolButton* piece_;
  QToolButton* pause_;
};

}  // namespace aerie::widgets
