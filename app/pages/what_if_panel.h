// The cluster what-if of the simulator page: a form on the left, its answer as charts and a table on the
// right, or the two runs of "before and after". GUI thread.
#pragma once

#include <QSet>
#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace aerie::presenters {
class WhatIfPresenter;
}
namespace aerie::widgets {
class ChartCard;
class FilterTable;
class LegendBar;
class RunComparison;
}  // namespace aerie::widgets

namespace aerie::pages {

class WhatIfPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit WhatIfPanel(presenters::WhatIfPresenter& presenter, QWidget* parent = nullptr);

 Q_SIGNALS:
  void goodNews(const QString& text);
  void failed(const QString& headline, const QString& detail);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildForm();
  QWidget* buildFields(QWidget* parent);
  QWidget* buildGrid(QWidget* parent);
  QLineEdit* addField(const char* name, const QString& label, QLabel*& problem, QWidget* parent);
  void formEdited();
  void showForm();
  void showBusy();
  void showResult();
  void showLegend();

  presenters::WhatIfPresenter& presenter_;
  QComboBox* preset_;
  QLabel* description_;
  QWidget* fields_;
  QLineEdit* hosts_;
  QLineEdit* cpus_;
  QLineEdit* prices_;
  QLabel* hostsProblem_;
  QLabel* cpusProblem_;
  QLabel* pricesProblem_;
  QLabel* ordersProblem_;
  QLabel* cpusNote_;
  std::vector<QCheckBox*> orders_;
  QSpinBox* runs_;
  QPushButton* run_;
  QPushButton* cancel_;
  QProgressBar* progress_;
  QLabel* sentence_;
  QStackedWidget* result_;
  widgets::RunComparison* comparison_;
  widgets::LegendBar* legend_;
  QSet<QString> hidden_;
  widgets::ChartCard* makespan_;
  widgets::ChartCard* busyChart_;
  widgets::ChartCard* cost_;
  widgets::FilterTable* table_;
};

}  // namespace aerie::pages
