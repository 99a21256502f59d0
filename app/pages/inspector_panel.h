// Type or paste keys, see where each goes and why, copy the table as CSV. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace aerie::presenters {
class RoutingPresenter;
}
namespace aerie::widgets {
class FilterTable;
}

namespace aerie::pages {

class InspectorPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit InspectorPanel(presenters::RoutingPresenter& presenter, QWidget* parent = nullptr);
  void focusKeys();
  // Keys to look at, where there are none yet.
  void showExample();

 Q_SIGNALS:
  void copied(int keys);

 private:
  void refresh();
  void copyAsCsv();

  presenters::RoutingPresenter& presenter_;
  QLabel* hint_;
  QPlainTextEdit* keys_;
  QLabel* steps_;
  QPushButton* copy_;
  widgets::FilterTable* table_;
};

}  // namespace aerie::pages
