// Tabs that stand still while what they hold changes. QTabWidget lays itself out and paints all of itself
// anew whenever something below asks for another size, a label with a new number for instance. GUI thread.
#pragma once

#include <QTabWidget>

namespace aerie::widgets {

class SteadyTabs final : public QTabWidget {
 public:
  using QTabWidget::QTabWidget;

 protected:
  bool event(QEvent* event) override;

 private:
  QSize bar_;  // what the bar of tabs asked for when they were laid out
};

}  // namespace aerie::widgets
