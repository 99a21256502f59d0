#include "app/models/notifications.h"

#include <utility>

#include "app/models/text.h"

namespace aerie::models {

void Notifications::add(Notification n) {
  if (!all_.empty() && all_.front().headline == n.headline && all_.front().detail == n.detail) {
    all_.front().timeMs = n.timeMs;
    Q_EMIT dataChanged(index(0), index(0));
    return;
  }
  if (static_cast<int>(all_.size()) == kCapacity) {
    beginRemoveRows({}, kCapacity - 1, kCapacity - 1);
    all_.pop_back();
    endRemoveRows();
  }
  beginInsertRows({}, 0, 0);
  all_.push_front(std::move(n));
  endInsertRows();
  unseen_ = std::min(unseen_ + 1, kCapacity);
  Q_EMIT unseenChanged();
}

void Notifications::clear() {
  if (!all_.empty()) {
    beginRemoveRows({}, 0, rowCount() - 1);
    all_.clear();
    endRemoveRows();
  }
  markSeen();
}

void Notifications::markSeen() {
  if (unseen_ == 0) return;
  unseen_ = 0;
  Q_EMIT unseenChanged();
}

int Notifications::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(all_.size());
}

QVariant Notifications::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Notification& n = all_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return n.headline;
    case Qt::AccessibleTextRole:
      return QString(n.headline + QLatin1String(". ") + n.detail + QLatin1Char(' ') + timeText(n.timeMs));
    case Qt::ToolTipRole: return n.detail;
    case ToneRole: return static_cast<int>(n.tone);
    case TimeRole: return n.timeMs;
    case DetailRole: return n.detail;
    case PageRole: return n.page;
    default: return {};
  }
}

}  // namespace aerie::models
