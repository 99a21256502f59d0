// Asks before something is changed for others: names the victims, states the effect, has the verb on the
// button, and Cancel as the default. Returns at once; `confirmed` runs later, and only when the verb was
// pressed. GUI thread.
#pragma once

#include <QDialog>
#include <QStringList>
#include <functional>

namespace aerie::widgets {

class ConfirmSheet final : public QDialog {
  Q_OBJECT
 public:
  struct Question {
    QString title;        // "Delete endpoint \"arrival_delay_v1\"?"
    QString effect;       // what happens, in a sentence or two
    QStringList victims;  // up to five are listed, then "and N more"
    QString verb;         // "Delete endpoint"
    bool dangerous = false;
    QString typeToConfirm = {};  // not empty: the verb stays off until this was typed
  };
  static ConfirmSheet* ask(QWidget* parent, const Question& question, std::function<void()> confirmed);

 private:
  ConfirmSheet(QWidget* parent, const Question& question);
};

}  // namespace aerie::widgets
