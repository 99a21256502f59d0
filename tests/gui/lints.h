// What every page and dialog must keep: names for readers, text that is not cut off, keys that do not clash.
// Each answers one sentence for each breach.
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QWidget>

namespace aerie::testing {

inline QString placeOf(const QWidget* widget) {
  QStringList path;
  for (const QWidget* w = widget; w && path.size() < 4; w = w->parentWidget()) {
    path.prepend(w->objectName().isEmpty() ? QLatin1String(w->metaObject()->className()) : w->objectName());
  }
  return path.join(QLatin1String(" > "));
}

// Parts of Qt's own controls, which speak through them.
inline bool innerPart(const QWidget* w) {
  return w->objectName().startsWith(QLatin1String("qt_")) ||
         qobject_cast<const QAbstractSpinBox*>(w->parentWidget()) ||
         qobject_cast<const QComboBox*>(w->parentWidget()) ||
         QLatin1String(w->metaObject()->className()) == QLatin1String("QComboBoxListView");
}

inline QStringList namelessIn(const QWidget* root) {
  QStringList out;
  for (const QWidget* w : root->findChildren<QWidget*>()) {
    if (!w->isVisibleTo(root) || !(w->focusPolicy() & Qt::TabFocus) || innerPart(w)) continue;
    if (!w->accessibleName().isEmpty()) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(w);
    if (button && !button->text().isEmpty()) continue;  // its text is its name
    const bool labelled = [&] {
      for (const QLabel* label : root->findChildren<QLabel*>()) {
        if (label->buddy() == w) return true;
      }
      return false;
    }();
    if (!labelled) out.append(QStringLiteral("no name: %1").arg(placeOf(w)));
  }
  return out;
}

// Every focusable control is reached by Tab, once, from any other: Qt's chain is a ring through the window.
inline QStringList outsideTabOrder(QWidget* root) {
  QStringList out;
  QList<const QWidget*> chain;
  const QWidget* w = root->window();
  do {
    chain.append(w);
    w = w->nextInFocusChain();
  } while (w && w != root->window() && chain.size() < 20'000);
  for (const QWidget* child : root->findChildren<QWidget*>()) {
    if (!child->isVisibleTo(root) || !(child->focusPolicy() & Qt::TabFocus) ||
        child->window() != root->window())
      continue;
    if (!chain.contains(child)) out.append(QStringLiteral("not reached by Tab: %1").arg(placeOf(child)));
  }
  return out;
}

inline bool elides(const QWidget* w) { return w->property("elides").toBool(); }

// Text that has less room than it needs. A label or a button that shortens its text on purpose (with the
// whole of it in its tool tip) says so by the property "elides".
inline QStringList cutOffIn(const QWidget* root) {
  QStringList out;
  const auto report = [&](const QWidget* w, const QString& text, int needs, int has, const char* what) {
    out.append(QStringLiteral("%1 needs %2 px, has %3: \"%4\" in %5")
                   .arg(QLatin1String(what))
                   .arg(needs)
                   .arg(has)
                   .arg(text.left(60), placeOf(w)));
  };
  for (const QWidget* w : root->findChildren<QWidget*>()) {
    if (!w->isVisibleTo(root) || elides(w) || w->width() <= 0) continue;
    if (const auto* label = qobject_cast<const QLabel*>(w)) {
      if (label->text().isEmpty()) continue;
      if (label->wordWrap()) {
        if (label->heightForWidth(label->width()) > label->height() + 1)
          report(w, label->text(), label->heightForWidth(label->width()), label->height(), "height");
      } else if (label->sizeHint().width() > label->width() + 1) {
        report(w, label->text(), label->sizeHint().width(), label->width(), "width");
      }
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(w)) {
      if (!button->text().isEmpty() && !innerPart(w) &&
          button->minimumSizeHint().width() > button->width() + 1)
        report(w, button->text(), button->minimumSizeHint().width(), button->width(), "width");
    } else if (const auto* box = qobject_cast<const QComboBox*>(w)) {
      const int needs = box->fontMetrics().horizontalAdvance(box->currentText());
      if (needs > box->width() - 24) report(w, box->currentText(), needs, box->width() - 24, "width");
    }
  }
  return out;
}

// Two commands with the same keys in one scope, or in the window's and another.
inline QStringList clashesOf(const std::vector<QAction*>& actions, const QObject* window) {
  QStringList out;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    for (std::size_t k = i + 1; k < actions.size(); ++k) {
      const QAction* a = actions[i];
      const QAction* b = actions[k];
      if (a->shortcut().isEmpty() || a->shortcut() != b->shortcut()) continue;
      if (a->parent() == b->parent() || a->parent() == window || b->parent() == window)
        out.append(
            QStringLiteral("%1: %2 and %3").arg(a->shortcut().toString(), a->objectName(), b->objectName()));
    }
  }
  return out;
}

}  // namespace aerie::testing
