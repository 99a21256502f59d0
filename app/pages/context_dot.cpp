#include "app/pages/context_dot.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <functional>
#include <utility>

#include "app/widgets/tokens.h"

namespace aerie::pages {

using namespace widgets;
using rpc::Profile;

namespace {
constexpr double kRim = 4.0 / 18;  // of the icon's size, on each side

class DotIcon final : public QIconEngine {
 public:
  explicit DotIcon(std::function<QColor()> color) : color_(std::move(color)) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
    const double rim = kRim * rect.width();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color_());
    painter->drawEllipse(QRectF(rect).adjusted(rim, rim, -rim, -rim));
    painter->restore();
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new DotIcon(color_); }

 private:
  std::function<QColor()> color_;
};
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

QIcon contextDot(const Profile& profile) {
  return QIcon(new DotIcon([profile] { return contextColor(profile); }));
}

QIcon contextDot(const QColor& color) {
  return QIcon(new DotIcon([color] { return color; }));
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
