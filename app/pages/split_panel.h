// The split of one experiment: shares, coverage, and the map of the buckets that would move. Edits are staged
// at once. GUI thread.
#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace aerie::presenters {
class RoutingPresenter;
}
namespace aerie::widgets {
class BucketMap;
class Card;
class SplitEditor;
}  // namespace aerie::widgets

namespace aerie::pages {

class SplitPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit SplitPanel(presenters::RoutingPresenter& presenter, QWidget* parent = nullptr);
  void setOnline(bool online);

 private:
  void build();
  void refresh();
  void showPreview();

  presenters::RoutingPresenter& presenter_;
  bool online_ = true;
  widgets::Card* card_;
  QComboBox* experiment_;
  widgets::SplitEditor* split_;
  QWidget* coverageRow_;
  QDoubleSpinBox* coverage_;
  widgets::BucketMap* map_;
  QLabel* preview_;
};

}  // namespace aerie::pages
