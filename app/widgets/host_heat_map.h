// Hosts x time, without a card: a row for each host, colour = busy share of its cores, hatched where it was
// not ready. A host opens into its cores. Scrolls when there are more rows than fit. GUI thread.
//
// Mouse: moving tells the numbers, a click chooses, a double click or the triangle opens a host. Keys: arrows
// move, Page Up and Down, Home and End (of the row; with Ctrl of all), ] or + opens, [ or - closes, Space
// does either, Enter tells hostActivated.
#pragma once

#include <QAbstractScrollArea>
#include <QList>
#include <QSet>
#include <QString>
#include <optional>
#include <vector>

#include "app/models/cluster_load.h"
#include "app/models/time_scale.h"
#include "app/widgets/painted_text.h"

namespace aerie::widgets {

class HostHeatMap final : public QAbstractScrollArea, public PaintedText {
  Q_OBJECT
 public:
  struct Row {
    int host = 0;
    int core = -1;  // -1 = the host
    bool operator==(const Row&) const = default;
  };
  explicit HostHeatMap(QWidget* parent = nullptr);

  // In the order given. Hosts that stay keep whether they are open; the cursor stays with its host.
  void setHosts(const QList<models::HostLoad>& hosts);
  void setWindow(qint64 fromMs, qint64 toMs);
  void setScale(const models::TimeScale& scale);
  void setLoading(bool loading);
  void setEmptyText(const QString& text);
  void setOpen(const QString& host, bool open);
  bool isOpen(const QString& host) const { return open_.contains(host); }
  // The crosshair of another part of the page.
  void follow(std::optional<double> atMs);

  const std::vector<Row>& rows() const { return rows_; }
  int columns() const { return columns_; }
  // Of the viewport; empty when it is scrolled away.
  QRect cellRect(int row, int column) const;
  int rowAt(const QPoint& at) const;  // -1 = none
  int columnAt(const QPoint& at) const;
  // 0 to 1; negative = not ready or not measured.
  float shareAt(int row, int column) const;
  // "host-3, 14:02:10 to 14:02:20: 81 % busy, 12.9 of 16 cores, slots 14"
  QString describe(int row, int column) const;
  QString currentHost() const;  // of the cursor; empty = none
  QStringList cutTexts() const override;
  QSize sizeHint() const override { return {480, 200}; }
  QSize minimumSizeHint() const override { return {240, 110}; }

 Q_SIGNALS:
  void hostActivated(const QString& host);
  void currentHostChanged(const QString& host);
  void crosshairMoved(double atMs);
  void crosshairLeft();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  void measure();
  void layOut();
  void setCursorCell(int row, int column);
  void toggle(int row);
  void tell();
  void paintRow(QPainter& painter, int row) const;
  void paintAxis(QPainter& painter) const;
  void paintLegend(QPainter& painter) const;
  void paintMarks(QPainter& painter) const;
  int rowTop(int row) const;
  int axisTop() const;
  int legendWidth() const;
  QString busyText() const;
  QString hintText() const;
  QColor colorFor(float share) const;
  qint64 columnStart(int column) const;
  const std::vector<float>& sharesOf(int row) const;

  QList<models::HostLoad> hosts_;
  QSet<QString> open_;
  QString emptyText_;
  bool loading_ = true;
  qint64 fromMs_ = 0;
  qint64 toMs_ = 0;
  models::TimeScale scale_;
  std::vector<Row> rows_;
  std::vector<int> tops_;                           // of rows and, last, where they end; before scrolling
  mutable std::vector<std::vector<float>> shares_;  // by row; empty = to be worked out when it is seen
  int columns_ = 0;
  int rowHeight_ = 0;
  int widestName_ = 0;
  int labelWidth_ = 0;
  int legendLines_ = 1;
  int cursorRow_ = -1;
  int cursorColumn_ = -1;
  int hoverRow_ = -1;
  int hoverColumn_ = -1;
  std::optional<double> cross_;
};

}  // namespace aerie::widgets
