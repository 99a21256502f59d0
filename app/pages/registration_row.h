// One bundle of the register dialog: name, state, the five checks, progress, and what is wrong. GUI thread.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace aerie::presenters {
struct Registration;
}
namespace aerie::widgets {
class RolloutSteps;
class StatusChip;
}  // namespace aerie::widgets

namespace aerie::pages {

class RegistrationRow final : public QFrame {
  Q_OBJECT
 public:
  explicit RegistrationRow(QWidget* parent = nullptr);
  void show(const presenters::Registration& item);

 Q_SIGNALS:
  void removeClicked();

 private:
  QLabel* name_;
  QLabel* facts_;
  widgets::StatusChip* state_;
  widgets::RolloutSteps* checks_;
  QProgressBar* progress_;
  QLabel* problem_;
  QLabel* note_;
  QToolButton* remove_;
};

}  // namespace aerie::pages
