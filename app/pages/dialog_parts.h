// What the dialogs of the pages share: margins, title, hint, and the row of buttons with the verb at its end.
// GUI thread.
#pragma once

#include <QString>

class QDialog;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace aerie::pages {

// The dialog's column with title and hint in it; the dialog deletes itself when it is closed. An empty hint
// makes no label.
QVBoxLayout* newDialogColumn(QDialog* dialog, const QString& id, const QString& title, const QString& hint);

struct DialogButtons {
  QHBoxLayout* row;     // further buttons go to its front
  QPushButton* cancel;  // rejects; named "cancel"
  QPushButton* verb;    // named "verb"; the default. Its click is for the dialog to connect
};
DialogButtons addDialogButtons(QDialog* dialog, QVBoxLayout* column, const QString& verb);

// A line for what keeps the verb off; it keeps its height while it is empty.
QLabel* newProblemLabel(const QString& id, QWidget* parent);
void setProblem(QLabel* label, const QString& problem);

}  // namespace aerie::pages
