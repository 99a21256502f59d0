#include "app/widgets/drop_zone.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

#include "app/widgets/tokens.h"

namespace aerie::widgets {

DropZone::DropZone(QWidget* target, const QString& invitation)
    : QObject(target), target_(target), overlay_(new QLabel(invitation, target)) {
  target_->setAcceptDrops(true);
  target_->installEventFilter(this);
  overlay_->setAlignment(Qt::AlignCenter);
  overlay_->setFont(fontOf(Type::Title));
  overlay_->setAttribute(Qt::WA_TransparentForMouseEvents);
  overlay_->hide();
}

QStringList DropZone::localFiles(const QMimeData* data) const {
  QStringList out;
  for (const QUrl& url : data->urls()) {
    if (url.isLocalFile()) out.append(url.toLocalFile());
  }
  return out;
}

bool DropZone::eventFilter(QObject* watched, QEvent* event) {
  if (watched != target_) return false;
  switch (event->type()) {
    case QEvent::DragEnter: {
      auto* drag = static_cast<QDragEnterEvent*>(event);
      if (localFiles(drag->mimeData()).isEmpty()) return false;
      drag->acceptProposedAction();
      const QColor accent = colorOf(Role::Accent);
      overlay_->setStyleSheet(
          QStringLiteral("background: %1; border: 2px dashed %2; border-radius: 8px; color: %2;")
              .arg(tint(accent, 0.15).name(), accent.name()));
      overlay_->setGeometry(target_->rect().adjusted(kGapS, kGapS, -kGapS, -kGapS));
      overlay_->raise();
      overlay_->show();
      return true;
    }
    case QEvent::DragLeave: overlay_->hide(); return true;
    case QEvent::Drop: {
      auto* drop = static_cast<QDropEvent*>(event);
      overlay_->hide();
      const QStringList paths = localFiles(drop->mimeData());
      if (paths.isEmpty()) return false;
      drop->acceptProposedAction();
      Q_EMIT dropped(paths);
      return true;
    }
    default: return false;
  }
}

}  // namespace aerie::widgets
