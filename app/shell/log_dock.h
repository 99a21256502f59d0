// The log at the foot of the window: one source at a time, everything a LogView can. Shown and hidden by the
// window; only while shown it follows. GUI thread.
#pragma once

#include <QWidget>

class QComboBox;

namespace aerie::presenters {
class LogPresenter;
}
namespace aerie::widgets {
class LogView;
}

namespace aerie::shell {

class LogDock final : public QWidget {
  Q_OBJECT
 public:
  explicit LogDock(presenters::LogPresenter& presenter, QWidget* parent = nullptr);
  void focusFind();
  void find(bool forward);

 Q_SIGNALS:
  void closeWanted();

 private:
  void refreshSources();

  presenters::LogPresenter& presenter_;
  QComboBox* source_;
  widgets::LogView* view_;
};

}  // namespace aerie::shell
