// Charts of everything that is measured, over one range of time: rate, latency, failures, batches, feature
// store, cache, CPU, memory, scores. The crosshair of one is seen on all; a piece that is marked in one is
// the range of all. GUI thread.
#pragma once

#include <QList>
#include <QTimer>

#include "app/pages/page.h"

class QComboBox;
class QLabel;
class QStackedLayout;

namespace aerie::presenters {
class MonitoringPresenter;
}
namespace aerie::widgets {
class ChartCard;
class EmptyState;
class LegendBar;
class TimeRangeBar;
}  // namespace aerie::widgets

namespace aerie::pages {

class MonitoringPage final : public Page {
  Q_OBJECT
 public:
  MonitoringPage(presenters::MonitoringPresenter& presenter, widgets::CommandRegistry& commands,
                 QWidget* parent = nullptr);
  ~MonitoringPage() override;
  void focusSearch() override;
  void setShown(bool shown) override;
  // Kind "metric": puts the focus on the chart with that id. Kind "metrics_of": shows one endpoint.
  bool openObject(const QString& kind, const QString& name) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  QWidget* buildFilters();
  void buildCharts();
  widgets::ChartCard* addChart(widgets::ChartCard* card);
  void showFilters();
  void showRange();
  void showData();
  // One after the other, with time between them for everything else: nine charts at once would hold the GUI
  // thread.
  void showNextChart();
  void showChart(int index);
  void showScores();
  void showState();

  presenters::MonitoringPresenter& presenter_;
  QComboBox* useCase_;
  QComboBox* endpoint_;
  QComboBox* replica_;
  QComboBox* per_;
  widgets::TimeRangeBar* range_;
  widgets::LegendBar* legend_;
  QLabel* note_;
  QStackedLayout* stack_;
  widgets::EmptyState* empty_;
  QList<widgets::ChartCard*> charts_;  // as MonitoringPresenter::Chart
  widgets::ChartCard* scores_;
  QTimer next_;
  int shownCharts_ = 0;  // of the newest data; the scores come last
};

}  // namespace aerie::pages
