// The drawing area of a chart: QtCharts draws the lines, this class the quiet rest (grid, labels, gaps,
// markers) and the crosshair. Knows nothing of titles and menus; see chart_card.h. GUI thread.
//
// Mouse: moving shows the crosshair, dragging picks a piece of x. Keys: Left and Right step from sample to
// sample (with Ctrl ten at once), Home and End, Shift with them marks a piece and Enter picks it, Escape
// clears.
#pragma once

#include <QBrush>
#include <QChartView>
#include <QHash>
#include <QPen>
#include <QSet>
#include <optional>

#include "app/models/series.h"
#include "app/models/time_scale.h"
#include "app/widgets/tokens.h"

class QLineSeries;
class QValueAxis;

namespace aerie::widgets {

// The space between two series that have the same moments.
struct ChartBand {
  QStringList lower;  // ids of series, the highest of which counts; empty = the axis
  QString upper;
  QString title;  // stands in the band where there is room, and at the crosshair
  Role role = Role::Muted;
  int series = -1;  // instead of the role: index of the data series colours
  Qt::BrushStyle pattern = Qt::SolidPattern;
  QBrush brush() const;
};

struct ChartOptions {
  models::ValueKind kind = models::ValueKind::Count;
  bool time = true;        // x is Unix milliseconds; otherwise a plain number
  double smallestTop = 1;  // the y axis begins at 0 and reaches at least here...
  double fixedTop = 0;     // ...or exactly here, when not 0
  bool steps = false;      // each sample holds until the next one: histograms
  bool filled = false;     // ground under the lines
  bool elapsed = false;    // x is milliseconds since a beginning; `time` is false
  bool whole = false;      // x is counted: hosts, tasks; `time` is false
  bool dots = false;       // a dot for each sample
  QList<ChartBand> bands = {};
};

// What stands at the crosshair, in the order of the legend.
struct CrosshairValue {
  QString title;
  int color = -1;
  models::ChartSeries::Line line = models::ChartSeries::Line::Solid;
  QPointF sample;
  QString text;
  bool operator==(const CrosshairValue&) const = default;
};

struct BandValue {
  QString title;
  QString text;
  QBrush brush;
};

class ChartPlot final : public QChartView {
  Q_OBJECT
 public:
  explicit ChartPlot(const ChartOptions& options, QWidget* parent = nullptr);
  ~ChartPlot() override;

  void setWindow(double from, double to);
  // How moments are told where x is time.
  void setScale(const models::TimeScale& scale);
  // Lines are interrupted where samples are farther apart than `gapAfter`; 0 = never.
  void setSeries(const QList<models::ChartSeries>& series, double gapAfter);
  void setHidden(const QSet<QString>& groups, const QSet<QString>& variants);
  void setMarkers(const QList<models::ChartMarker>& markers);
  // Stands in the middle while nothing is drawn.
  void setMessage(const QString& text);
  // The crosshair of another chart of the page: a line and dots, without the list of values.
  void follow(std::optional<double> x);

  const QList<models::ChartSeries>& series() const { return series_; }
  QList<models::ChartSeries> visibleSeries() const;
  std::optional<double> crosshair() const { return cross_; }
  QList<CrosshairValue> valuesAt(double x) const;
  QList<BandValue> bandsAt(double x) const;
  QList<models::ChartMarker> markersAt(double x) const;
  // "14:02:10: arrival_delay_v1 12.3 ms, ..."
  QString sentenceAt(double x) const;
  // The sample nearest to x among what is visible.
  std::optional<double> snapped(double x) const;
  double xOf(double pixel) const;
  double pixelOf(double x) const;
  double top() const { return top_; }
  QSize sizeHint() const override { return {320, 140}; }
  QSize minimumSizeHint() const override { return {160, 72}; }

 Q_SIGNALS:
  void crosshairMoved(double x);
  void crosshairLeft();
  void piecePicked(double from, double to);

 protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent*) override {}
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  static constexpr double kAxisHeight = 18;  // room for the labels of x

  bool shown(const models::ChartSeries& series) const;
  void arrange();  // plot area and ticks
  // Hands everything to QtCharts, once for all changes of one turn of the event loop, and not while hidden.
  void feedLater();
  void postFeed();
  void feed();
  void redraw();
  QLineSeries* newLine();
  static QPen penOf(const models::ChartSeries& series);
  void moveCrosshair(std::optional<double> x, bool mine);
  bool step(QKeyEvent* event);
  double pixelY(double value) const;
  QList<QPointF> drawnPoints(const QList<QPointF>& points) const;
  void paintGrid(QPainter& painter) const;
  void paintFills(QPainter& painter) const;
  void paintMarkers(QPainter& painter) const;
  void paintValues(QPainter& painter) const;
  QString xText(double x) const;
  struct BandEdges {
    const models::ChartSeries* upper;
    QList<const models::ChartSeries*> lower;
  };
  std::optional<BandEdges> edgesOf(const ChartBand& band) const;
  double lowerValue(const BandEdges& edges, qsizetype i) const;
  std::optional<QRectF> bandLabel(const ChartBand& band, double width) const;
  void paintBands(QPainter& painter) const;
  void paintBandLabels(QPainter& painter) const;

  const ChartOptions options_;
  QValueAxis* xAxis_;
  QValueAxis* yAxis_;
  models::TimeScale scale_;
  QList<models::ChartSeries> series_;
  QHash<QString, QList<QLineSeries*>> lines_;  // by series id: one for each unbroken piece
  QSet<QString> hiddenGroups_;
  QSet<QString> hiddenVariants_;
  QList<models::ChartMarker> markers_;
  QString message_;
  QList<double> yTicks_;
  QRectF area_;
  double from_ = 0;
  double to_ = 1;
  double top_ = 1;
  double gapAfter_ = 0;
  std::optional<double> cross_;
  bool due_ = false;              // QtCharts does not know the newest yet
  bool mine_ = false;             // the crosshair is this chart's own: the values are listed
  std::optional<double> anchor_;  // where a drag or a marking began
};

}  // namespace aerie::widgets
