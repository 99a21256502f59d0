// What every page and dialog must keep: names for readers, text that is not cut off, keys that do not clash.
// Each answers one sentence for each breach.
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <QStyle>
#include <QTabBar>
#include <QTest>
#include <QWidget>
#include <algorithm>
#include <map>

#include "app/widgets/painted_text.h"

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

inline bool takesTab(const QWidget* w, const QWidget* root) {
  return w->isVisibleTo(root) && (w->focusPolicy() & Qt::TabFocus) && !w->focusProxy() &&
         w->isEnabledTo(root) && w->window() == root->window() && !innerPart(w);
}

// `b` is read before `a`: beside it at its start, or above it and not wholly in a later column.
inline bool readBefore(const QRect& b, const QRect& a) {
  constexpr int kSlack = 2;
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  if (shared * 2 > std::min(a.height(), b.height())) return b.right() <= a.left() + kSlack;
  return b.bottom() <= a.top() + kSlack && b.left() < a.right();
}

// Tab reaches every control once, group by group, in the order in which one reads: top to bottom, start to
// end. A group is a widget that holds controls; what stands in different columns may come in any order.
inline QStringList outsideTabOrder(QWidget* root) {
  QStringList out;
  QTest::keyClick(root->window(), Qt::Key_Tab);  // pages order what came to them when Tab is pressed
  QList<const QWidget*> chain;
  const QWidget* w = root->window();
  do {
    chain.append(w);
    w = w->nextInFocusChain();
  } while (w && w != root->window() && chain.size() < 20'000);
  struct Unit {
    const QWidget* widget;  // a control, or a group of them
    QRect place;            // of the controls
    qsizetype first, last;  // in the chain
  };
  std::map<const QWidget*, std::map<const QWidget*, Unit>> groups;
  for (const QWidget* child : root->findChildren<QWidget*>()) {
    if (!takesTab(child, root)) continue;
    const qsizetype at = chain.indexOf(child);
    if (at < 0) {
      out.append(QStringLiteral("not reached by Tab: %1").arg(placeOf(child)));
      continue;
    }
    const QRect place(child->mapTo(root, QPoint(0, 0)), child->size());
    for (const QWidget* unit = child; unit != root; unit = unit->parentWidget()) {
      const auto [it, fresh] = groups[unit->parentWidget()].try_emplace(unit, Unit{unit, place, at, at});
      it->second.place |= place;
      it->second.first = std::min(it->second.first, at);
      it->second.last = std::max(it->second.last, at);
    }
  }
  for (const auto& [group, members] : groups) {
    for (const auto& [a, one] : members) {
      for (const auto& [b, other] : members) {
        if (one.first >= other.first) continue;
        if (other.first < one.last) {
          out.append(QStringLiteral("Tab leaves and comes back: %1, with %2").arg(placeOf(a), placeOf(b)));
        } else if (readBefore(other.place, one.place)) {
          out.append(QStringLiteral("Tab goes backwards: %1 before %2").arg(placeOf(a), placeOf(b)));
        }
      }
    }
  }
  return out;
}

inline bool elides(const QWidget* w) { return w->property("elides").toBool(); }

// Titles of columns and tabs that are to be seen, hints in empty fields, and what widgets paint themselves.
template <class Report>
void reportCutParts(const QWidget* w, const Report& report) {
  if (const auto* header = qobject_cast<const QHeaderView*>(w); header && header->model()) {
    const QFontMetrics metrics = header->fontMetrics();
    for (int i = 0; i < header->count() && header->orientation() == Qt::Horizontal; ++i) {
      if (header->isSectionHidden(i) || header->sectionViewportPosition(i) >= header->viewport()->width())
        continue;
      const QString title = header->model()->headerData(i, Qt::Horizontal).toString();
      const int needs =
          metrics.horizontalAdvance(title) + 2 * header->style()->pixelMetric(QStyle::PM_HeaderMargin);
      if (needs > header->sectionSize(i)) report(w, title, needs, header->sectionSize(i), "column");
    }
  } else if (const auto* tabs = qobject_cast<const QTabBar*>(w)) {
    for (int i = 0; i < tabs->count(); ++i) {
      const int needs = tabs->fontMetrics().horizontalAdvance(tabs->tabText(i));
      const int has = std::min(tabs->tabRect(i).right(), tabs->width()) - tabs->tabRect(i).left();
      if (tabs->isTabVisible(i) && needs > has) report(w, tabs->tabText(i), needs, has, "tab");
    }
  } else if (const auto* field = qobject_cast<const QLineEdit*>(w); field && !innerPart(w)) {
    constexpr int kAction = 26;  // of an icon in the field
    const auto actions = field->actions().size();
    const int has = field->contentsRect().width() - 8 - static_cast<int>(actions) * kAction;
    const int needs = field->fontMetrics().horizontalAdvance(field->placeholderText());
    if (needs > has) report(w, field->placeholderText(), needs, has, "hint");
  } else if (const auto* painted = dynamic_cast<const widgets::PaintedText*>(w)) {
    for (const QString& text : painted->cutTexts()) report(w, text, 0, w->width(), "painted");
  }
}

// Text that has less room than it needs. A label or a button that shortens its text on purpose (with the
// whole of it in its tool tip) says so by the property "elides". `parts`: also titles of columns and tabs,
// hints in fields, and painted texts.
inline QStringList cutOffIn(const QWidget* root, bool parts = true) {
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
    if (!parts && w->property("elides").isValid()) continue;
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
    } else if (parts) {
      reportCutParts(w, report);
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
