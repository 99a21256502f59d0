// A switch: its knob and the word beside it say whether it is on. Space and click turn it. GUI thread.
#pragma once

#include <QAbstractButton>

namespace aerie::widgets {

class ToggleSwitch final : public QAbstractButton {
  Q_OBJECT
 public:
  // `name` is what readers say; the words "On" and "Off" are painted.
  explicit ToggleSwitch(const QString& name, QWidget* parent = nullptr);
  // It is being turned: shown half-way and not to be clicked, but the keyboard stays on it.
  void setBusy(bool busy);
  bool isBusy() const { return busy_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool hitButton(const QPoint& at) const override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString word() const;
  bool busy_ = false;
};

}  // namespace aerie::widgets
