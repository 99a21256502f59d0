// What the desktop told its user in this session, newest first: the toasts and failures that went by, so that
// nothing is lost by looking away. Bounded; the oldest fall out. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <deque>

#include "app/models/id_table_model.h"

namespace aerie::models {

struct Notification {
  qint64 timeMs = 0;
  Tone tone = Tone::Info;
  QString headline;
  QString detail;
  QString page;  // id of the page to go to; may be empty
  bool operator==(const Notification&) const = default;
};

class Notifications final : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr int kCapacity = 200;
  enum NotificationRole { TimeRole = FilterRole + 100, DetailRole, PageRole };

  using QAbstractListModel::QAbstractListModel;
  // A repetition of the newest one only renews its time.
  void add(Notification notification);
  void clear();
  // Not seen yet; markSeen() when the list was opened.
  int unseen() const { return unseen_; }
  void markSeen();
  const std::deque<Notification>& all() const { return all_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  void unseenChanged();

 private:
  std::deque<Notification> all_;
  int unseen_ = 0;
};

}  // namespace aerie::models
