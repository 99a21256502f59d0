#include "app/widgets/button_keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace aerie::widgets {

ButtonKeys::ButtonKeys(QApplication& app, QObject* parent) : QObject(parent) { app.installEventFilter(this); }

bool ButtonKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (!enter || key->modifiers() & ~Qt::KeypadModifier) return false;
  auto* button = qobject_cast<QAbstractButton*>(watched);
  if (!qobject_cast<QPushButton*>(button) && !qobject_cast<QToolButton*>(button)) return false;
  if (!button->isEnabled() || !button->hasFocus()) return false;
  if (!key->isAutoRepeat()) button->click();  // a key held down does not confirm what it opened
  return true;
}

}  // namespace aerie::widgets
