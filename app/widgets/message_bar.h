// A message that needs attention, near its cause: it pushes the content down and stays until dismissed. GUI
// thread.
#pragma once

#include <QFrame>

#include "app/models/id_table_model.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace aerie::widgets {

class MessageBar final : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);
  // An empty `action` means no button; a bar that is not dismissable goes when its cause does.
  void showMessage(models::Tone tone, const QString& headline, const QString& detail,
                   const QString& action = {}, bool dismissable = true);
  QString text() const;

 Q_SIGNALS:
  void actionClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  models::Tone tone_ = models::Tone::Info;
  QLabel* headline_;
  QLabel* detail_;
  QPushButton* action_;
  QToolButton* close_;
};

}  // namespace aerie::widgets
