// A card: who ran what when (Gantt), a lane for each slot, grouped by host. Stays smooth with 100,000 bars:
// paints by pixels, never by bars. GUI thread.
//
// Mouse: moving tells about a bar, a click selects, a double click tells activated, dragging pans, the wheel
// zooms around the pointer, with Shift it scrolls through the lanes. Keys: Left and Right go from bar to bar
// of a lane, Up and Down from lane to lane; + and - zoom, 0 fits everything, Shift with the arrows pans; Home
// and End are the lane's first and last bar; Enter tells activated, Escape clears.
#pragma once

#include <QWidget>
#include <optional>

#include "app/models/time_scale.h"
#include "app/models/timeline.h"

class QToolButton;

namespace aerie::widgets {

class Card;
class TimelineCanvas;

class TimelineView final : public QWidget {
  Q_OBJECT
 public:
  enum class Export { Picture, Table, ChromeTrace };

  // `id` is its object name, and the beginning of those of its parts.
  TimelineView(const QString& id, const QString& title, QWidget* parent = nullptr);

  // What runs ends at `nowMs`. Zoom and selection stay; while everything is shown, what is new is shown as
  // well. `downsampled`: neighbours were merged by who measured them, and a note says so. More than kAtOnce
  // bars are put in order by another thread and are shown soon.
  static constexpr qsizetype kAtOnce = 5'000;
  void setBars(const QList<models::TimelineBar>& bars, qint64 nowMs, bool downsampled = false);
  void setScale(const models::TimeScale& scale);
  void setLoading(bool loading);
  void setEmptyText(const QString& text);
  const models::Timeline& timeline() const;
  // The piece of time that is seen.
  void setWindow(qint64 fromMs, qint64 toMs);
  void fit();
  void select(const QString& job, const QString& task);
  // The crosshair of another part of the page.
  void follow(std::optional<double> atMs);
  TimelineCanvas* canvas() const { return canvas_; }

  QByteArray toChromeTrace() const;
  QString toCsv() const;
  // False when the file cannot be written. The picture has all lanes, whatever is scrolled away.
  bool save(Export kind, const QString& path) const;
  void askExport(Export kind);

 Q_SIGNALS:
  void selected(const QString& job, const QString& task, int attempt);
  void activated(const QString& job, const QString& task, int attempt);
  void windowChanged(qint64 fromMs, qint64 toMs);
  void crosshairMoved(double atMs);
  void crosshairLeft();
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 private:
  QToolButton* addButton(const char* name, const char* icon, const QString& text, const QString& keys);
  void addMenu();
  void take(models::Timeline timeline, quint64 number, bool downsampled);
  void showState();

  const QString title_;
  QString emptyText_;
  bool loading_ = true;
  bool downsampled_ = false;
  quint64 newest_ = 0;  // of the lists of bars that came
  quint64 taken_ = 0;
  QToolButton* menu_;
  Card* card_;
  TimelineCanvas* canvas_;
};

}  // namespace aerie::widgets
