// Experiments: the list, and of the chosen one its arms with their results, the sample-ratio check, the ramp
// and the buckets that a change would move. GUI thread.
#pragma once

#include "app/pages/traffic_page.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableWidget;

namespace aerie::presenters {
class ExperimentsPresenter;
}
namespace aerie::widgets {
class BucketMap;
class Card;
class EffectChart;
class EmptyState;
class FilterTable;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class ExperimentsPage final : public TrafficPage {
  Q_OBJECT
 public:
  ExperimentsPage(presenters::ExperimentsPresenter& presenter, widgets::CommandRegistry& commands,
                  QWidget* parent = nullptr);
  void focusSearch() override;
  void setShown(bool shown) override;
  void setOnline(bool online, const QString& why) override;
  bool openObject(const QString& kind, const QString& name) override;

 private:
  void addCommands(widgets::CommandRegistry& commands);
  QWidget* buildList();
  QWidget* buildDetails();
  QWidget* buildHeader();
  QWidget* buildArms();
  QWidget* buildEffect();
  QWidget* buildRamp();
  void showList();
  void showSelection();
  void showArms();
  void showEffect();
  void showRamp();
  void askCreate();
  void askEdit();
  void askStart();
  void askStop();
  // Those that the selected experiment has traffic from, as the sheets name them.
  QStringList useCases() const;

  presenters::ExperimentsPresenter& presenter_;
  widgets::FilterTable* list_;
  QStackedLayout* details_;
  widgets::EmptyState* nothing_;
  QLabel* name_;
  widgets::StatusChip* state_;
  QLabel* facts_;
  widgets::StatusChip* ratio_;
  QLabel* ratioNumbers_;
  widgets::Card* armsCard_;
  QComboBox* metric_;
  QTableWidget* arms_;
  QLabel* resultsProblem_;
  widgets::Card* effectCard_;
  widgets::EffectChart* effect_;
  std::vector<QPushButton*> steps_;
  QLabel* rampText_;
  widgets::BucketMap* map_;
  QAction* create_;
  QAction* edit_;
  QAction* start_;
  QAction* stop_;
  QAction* ramp_;
};

}  // namespace aerie::pages
