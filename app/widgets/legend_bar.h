// The things of a chart or of a whole page, each a toggle with its colour and line. Flows into as many rows
// as the width asks for. Space or click switches one; with Ctrl it shows this one alone, and once more all of
// them. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include "app/models/series.h"

namespace aerie::widgets {

class LegendToggle;

struct LegendEntry {
  QString id;
  QString title;
  int color = -1;  // of the data series; -1 = neutral
  models::ChartSeries::Line line = models::ChartSeries::Line::Solid;
  bool shown = true;
  bool operator==(const LegendEntry&) const = default;
};

Qt::PenStyle penStyleOf(models::ChartSeries::Line line);

class LegendBar final : public QWidget {
  Q_OBJECT
 public:
  explicit LegendBar(QWidget* parent = nullptr);
  // Toggles that stay keep their focus.
  void setEntries(const QList<LegendEntry>& entries);
  const QList<LegendEntry>& entries() const { return entries_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 Q_SIGNALS:
  // The whole wish, so that "this one alone" is one change.
  void hiddenChanged(const QStringList& hidden);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void chosen(int index, bool alone);
  int layOut(int width, bool move) const;

  QList<LegendEntry> entries_;
  QList<LegendToggle*> toggles_;
};

}  // namespace aerie::widgets
