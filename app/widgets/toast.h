// Good news in the lower right corner of a window, gone after five seconds. Bad news goes to a MessageBar.
// GUI thread.
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace aerie::widgets {

class Toast final : public QFrame {
  Q_OBJECT
 public:
  explicit Toast(QWidget* window);
  void showText(const QString& text);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();
  QLabel* icon_;
  QLabel* text_;
  QTimer timer_;
};

}  // namespace aerie::widgets
