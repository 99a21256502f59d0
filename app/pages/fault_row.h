// One fault of the simulation: what it does, its switch or button, what was seen, and where to look. GUI
// thread.
#pragma once

#include <QWidget>

#include "app/rpc/types.h"

class QLabel;
class QPushButton;

namespace aerie::widgets {
class StatusChip;
class ToggleSwitch;
}  // namespace aerie::widgets

namespace aerie::pages {

class FaultRow final : public QWidget {
  Q_OBJECT
 public:
  // `page` is the title of the page on which the effect is seen; empty hides the way there.
  FaultRow(const rpc::SimulationFault& fault, const QString& page, QWidget* parent = nullptr);
  void show(const rpc::SimulationFault& fault, bool usable, const QString& why);
  const QString& name() const { return name_; }

 Q_SIGNALS:
  void wanted(const QString& fault, bool on);
  void lookWanted(const QString& page);

 private:
  const QString name_;
  widgets::ToggleSwitch* toggle_ = nullptr;  // of a fault that lasts
  QPushButton* strike_ = nullptr;            // of one that strikes once
  QLabel* effect_;
  widgets::StatusChip* chip_;
};

}  // namespace aerie::pages
