// What was said so far, as a list that drops down from the bell: time, good or bad, where it belongs. Enter
// or a click goes to the page. GUI thread.
#pragma once

#include <QFrame>

class QListView;
class QStackedLayout;

namespace aerie::models {
class Notifications;
}

namespace aerie::shell {

class NotificationPanel final : public QFrame {
  Q_OBJECT
 public:
  NotificationPanel(models::Notifications& notifications, QWidget* parent);
  // Below `anchor`, right edges in line.
  void openAt(const QWidget* anchor);

 Q_SIGNALS:
  void pageWanted(const QString& page);

 private:
  void refresh();

  models::Notifications& notifications_;
  QListView* list_;
  QStackedLayout* stack_;
};

}  // namespace aerie::shell
