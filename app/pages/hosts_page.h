// The machines behind the context: load, memory, disk, and Aerie's processes on them. GUI thread.
#pragma once

#include <QList>

#include "app/pages/page.h"

class QComboBox;

namespace aerie::presenters {
class HostsPresenter;
}
namespace aerie::widgets {
class Card;
class FilterTable;
class Tile;
}  // namespace aerie::widgets

namespace aerie::pages {

class HostsPage final : public Page {
  Q_OBJECT
 public:
  HostsPage(presenters::HostsPresenter& presenter, widgets::CommandRegistry& commands, QWidget* parent);
  void focusSearch() override;
  void setShown(bool shown) override;
  bool openObject(const QString& kind, const QString& name) override;

 private:
  void refresh();
  void refreshTiles();

  presenters::HostsPresenter& presenter_;
  QComboBox* host_;
  widgets::Tile* cpu_;
  widgets::Tile* memory_;
  widgets::Tile* disk_;
  widgets::Tile* load_;
  widgets::Card* card_;
  widgets::FilterTable* table_;
  QList<double> cpuShown_;
  QString shownProblem_;
};

}  // namespace aerie::pages
