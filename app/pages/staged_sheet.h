// The review before staged changes become live: what was and what will be, change by change, and how many
// keys move. The verb is on the button, Cancel is the default; in production the name of the context must be
// typed. Closes by itself when nothing is staged any more. GUI thread.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace aerie::presenters {
class StagedChanges;
}

namespace aerie::pages {

class StagedSheet final : public QDialog {
  Q_OBJECT
 public:
  StagedSheet(presenters::StagedChanges& staged, QWidget* parent);

 private:
  void fill();
  void refreshVerb();

  presenters::StagedChanges& staged_;
  QLabel* title_;
  QWidget* list_;
  QVBoxLayout* changes_;
  QLineEdit* typed_ = nullptr;
  QPushButton* verb_;
  QPushButton* cancel_;
};

}  // namespace aerie::pages
