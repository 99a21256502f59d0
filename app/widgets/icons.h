// Icons from resources/icons, drawn in a role's colour at the moment of painting, sharp at any scale. GUI
// thread.
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "app/widgets/tokens.h"

class QPainter;
class QRectF;

namespace aerie::widgets {

// An unknown name gives an empty icon.
QIcon iconOf(const QString& name, Role role = Role::Text);
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color);

}  // namespace aerie::widgets
