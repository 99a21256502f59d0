#include "app/widgets/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>

namespace aerie::widgets {
namespace {

class TintedIcon final : public QIconEngine {
 public:
  TintedIcon(QString name, Role role) : name_(std::move(name)), role_(role) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    Role role = mode == QIcon::Disabled ? Role::Muted : state == QIcon::On ? Role::Accent : role_;
    QColor color = colorOf(role);
    if (mode == QIcon::Disabled) color.setAlphaF(0.6F);
    paintIcon(*painter, rect, name_, color);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }
  QIconEngine* clone() const override { return new TintedIcon(name_, role_); }

 private:
  QString name_;
  Role role_;
};

}  // namespace

QIcon iconOf(const QString& name, Role role) { return QIcon(new TintedIcon(name, role)); }

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color) {
  // Parsing an SVG takes longer than painting all the rest of a table's row, so each is rendered once for a
  // colour, a size and a screen.
  // Of the device that is painted on at last, also where a widget is rendered into a picture.
  const double scale = std::max(1.0, painter.deviceTransform().m11());
  const QSize pixels = (rect.size() * scale).toSize().expandedTo({1, 1});
  const QString key = QStringLiteral("aerie/%1/%2/%3x%4")
                          .arg(name, color.name(QColor::HexRgb))
                          .arg(pixels.width())
                          .arg(pixels.height());
  QPixmap picture;
  if (!QPixmapCache::find(key, &picture)) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return;
    QByteArray svg = file.readAll();
    svg.replace("#000000", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    picture = QPixmap(pixels);
    picture.fill(Qt::transparent);
    QPainter inside(&picture);
    inside.setRenderHint(QPainter::Antialiasing);
    renderer.render(&inside, QRectF(QPointF(0, 0), pixels));
    inside.end();
    QPixmapCache::insert(key, picture);
  }
  painter.save();
  painter.setOpacity(painter.opacity() * color.alphaF());
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawPixmap(rect, picture, QRectF(picture.rect()));
  painter.restore();
}

}  // namespace aerie::widgets
