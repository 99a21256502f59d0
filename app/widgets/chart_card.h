// A chart with everything around it: title, legend as toggles, crosshair with values, export, and the word
// for missing data. Takes what it is given and asks nobody; see chart_plot.h for mouse and keys. GUI thread.
#pragma once

#include <QSet>
#include <QWidget>
#include <optional>

#include "app/widgets/chart_plot.h"

class QLabel;
class QToolButton;

namespace aerie::widgets {

class Card;
class LegendBar;
class StatusChip;

class ChartCard final : public QWidget {
  Q_OBJECT
 public:
  // Which toggles the card has of its own; a page with many charts has one legend of things for all of them.
  enum class Legend { Everything, Variants };

  ChartCard(const QString& id, const QString& title, const ChartOptions& options, Legend legend,
            QWidget* parent = nullptr);

  void setWindow(double from, double to);
  // Virtual time has no newest moment: the card does not say then since when there is no data.
  void setScale(const models::TimeScale& scale);
  // Samples farther apart than `gapAfter` are not joined; when the newest one is older than that before
  // the end of the window, the card says since when there is no data. 0 = neither.
  void setSeries(const QList<models::ChartSeries>& series, double gapAfter = 0);
  void setMarkers(const QList<models::ChartMarker>& markers);
  // While nothing has come yet, an empty chart is loading, not empty.
  void setLoading(bool loading);
  // In words, when there is nothing in the window; empty = the usual words.
  void setEmptyText(const QString& text);
  // A paused card keeps what it shows; the newest of what came meanwhile appears when it goes on.
  void setPaused(bool paused);
  bool paused() const { return paused_; }
  void setHiddenGroups(const QSet<QString>& groups);
  void setHiddenVariants(const QSet<QString>& variants);
  void follow(std::optional<double> x) { plot_->follow(x); }
  // Muted, beside the title.
  void setNote(const QString& note);
  // A line of the owner's between the legend and the plot.
  void addRow(QWidget* row);

  ChartPlot* plot() const { return plot_; }
  const QString& title() const { return title_; }
  QString noDataText() const;  // "No data since 14:02:10"; empty while data comes
  // What is seen: the visible series inside of the window.
  QString toCsv() const;
  // False when the file cannot be written.
  bool savePng(const QString& path) const;
  bool saveCsv(const QString& path) const;
  void askExport(bool picture);

 Q_SIGNALS:
  void hiddenGroupsChanged(const QSet<QString>& groups);
  void crosshairMoved(double x);
  void crosshairLeft();
  void piecePicked(double from, double to);
  void exported(const QString& path);
  void failed(const QString& headline, const QString& detail);

 private:
  void showData();
  void showLegend();
  void addMenu();

  struct Data {
    double from = 0;
    double to = 1;
    QList<models::ChartSeries> series;
    double gapAfter = 0;
  };
  const QString id_;
  const QString title_;
  const ChartOptions options_;
  const Legend legendKind_;
  Data data_;
  models::TimeScale scale_;
  QString emptyText_;
  bool loading_ = true;
  bool paused_ = false;
  QSet<QString> hiddenGroups_;
  QSet<QString> hiddenVariants_;
  Card* card_;
  ChartPlot* plot_;
  LegendBar* groups_;
  LegendBar* variants_;
  StatusChip* stale_;
  QToolButton* menu_;
};

}  // namespace aerie::widgets
