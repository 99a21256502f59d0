// What the window can show beside its pages, as a list: each opening says how people get there, by commands
// and controls, and how everything is put back. For pictures of all of it, and for checks that must hold in
// every dialog. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <functional>

class QWidget;

namespace aerie::shell {

class MainWindow;

// Does one thing; answers why it is not possible (now), or nothing.
using OpeningStep = std::function<QString(MainWindow&)>;

struct Opening {
  enum class Where { Over, Inside };  // over the window, or as a part of it
  QString id;                         // "registry.promote": of its command where there is one
  QList<OpeningStep> steps;
  QList<OpeningStep> after = {};  // run while it is still open
  Where where = Where::Over;
  QString needs = {};  // not empty: it cannot be had without this, and that is no fault
};

// Every command that opens something, and what is reached through the controls of those. Makes all pages.
// Files that are asked for or handed over are kept in `folder`.
QList<Opening> openingsOf(MainWindow& window, const QString& folder);

// Goes there; `wait` lets the window live between two steps. Answers why it is not there, or nothing.
QString open(const Opening& opening, MainWindow& window, const std::function<void()>& wait);
// What it shows now, or nullptr.
QWidget* shownBy(const Opening& opening, MainWindow& window);
// Puts back what it changed, and closes all that is open over `window`.
void leave(const Opening& opening, MainWindow& window, const std::function<void()>& wait);

}  // namespace aerie::shell
