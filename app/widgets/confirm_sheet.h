// Asks before something is changed for others: names the victims, states the effect, has the verb on the
// button, and Cancel as the default. Returns at once; `confirmed` runs later, and only when the verb was
// pressed. In production the name of the context must be typed; ordinary questions may be switched off
// elsewhere. GUI thread.
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
  // How careful all sheets are: set by the window for its context.
  struct Policy {
    QString production;       // not empty: the name of the production context, which must be typed
    bool askOrdinary = true;  // false: questions that are neither dangerous nor in production are skipped
  };
  static void setPolicy(const Policy& policy);
  static const Policy& policy();

  // True while a confirmed action runs: what it does needs no second question.
  static bool confirming();
  // Makes it so for its scope: for what continues a confirmed action later.
  class Confirmed final {
   public:
    Confirmed();
    ~Confirmed();
    Confirmed(const Confirmed&) = delete;
    Confirmed& operator=(const Confirmed&) = delete;
  };

  // Nothing when the policy skips the question; `confirmed` ran then.
  static ConfirmSheet* ask(QWidget* parent, const Question& question, std::function<void()> confirmed);
  // For changes that need no question elsewhere: asks in production only.
  static ConfirmSheet* askInProduction(QWidget* parent, const Question& question,
                                       std::function<void()> confirmed);

 private:
  ConfirmSheet(QWidget* parent, const Question& question);
};

}  // namespace aerie::widgets
