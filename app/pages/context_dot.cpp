#include "app/pages/context_dot.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using rpc::Profile;

namespace {
constexpr int kSize = 18;
constexpr int kScale = 2;  // sharp on dense screens
constexpr QRectF kDot{4, 4, 10, 10};
}  // namespace

QColor contextColor(const Profile& profile) {
  if (profile.color >= 0) return seriesColor(profile.color);
  switch (profile.kind) {
    case Profile::Kind::Production: return colorOf(Role::Danger);
    case Profile::Kind::Staging: return colorOf(Role::Warning);
    case Profile::Kind::Local: break;
  }
  return colorOf(Role::Muted);
}

QIcon contextDot(const QColor& color) {
  QPixmap pixmap(kSize * kScale, kSize * kScale);
  pixmap.setDevicePixelRatio(kScale);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(kDot);
  return QIcon(pixmap);
}

QString contextKind(Profile::Kind kind) {
  switch (kind) {
    case Profile::Kind::Local: return QCoreApplication::translate("contexts", "local");
    case Profile::Kind::Staging: return QCoreApplication::translate("contexts", "staging");
    case Profile::Kind::Production: return QCoreApplication::translate("contexts", "production");
  }
  return {};
}

}  // namespace aerie::pages
