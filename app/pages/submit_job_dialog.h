// A training job before it is submitted: its file on the left, checked as one types, what the daemon would
// make of it on the right. Takes job files by drag and drop. GUI thread.
#pragma once

#include <QDialog>

class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace aerie::presenters {
class SubmissionPresenter;
}
namespace aerie::widgets {
class Card;
class MessageBar;
class StatusChip;
class YamlEditor;
}  // namespace aerie::widgets

namespace aerie::pages {

class SubmitJobDialog final : public QDialog {
  Q_OBJECT
 public:
  // Shows what the presenter has open, and what it opens later.
  SubmitJobDialog(presenters::SubmissionPresenter& presenter, QWidget* parent);
  // While false, nothing can be submitted, for the reason `why`.
  void setOnline(bool online, const QString& why);
  void reject() override;

 private:
  QWidget* buildEditor();
  QWidget* buildPlan();
  QWidget* buildFolder();
  QWidget* buildUpload();
  void load();
  void refresh();
  void refreshPlan();
  void refreshUpload();
  void chooseFile();
  void chooseFolder();

  presenters::SubmissionPresenter& presenter_;
  bool online_ = true;
  QString whyOffline_;
  bool loading_ = false;
  QString loaded_;  // the text as it was opened
  widgets::MessageBar* messages_;
  QLabel* name_;
  widgets::YamlEditor* editor_;
  QLineEdit* folder_;
  QLabel* problem_;
  widgets::StatusChip* state_;
  QWidget* lines_;
  QGridLayout* grid_;
  QLabel* planNote_;
  QLabel* pending_;
  QLabel* commands_;
  QWidget* upload_;
  QLabel* uploadText_;
  QProgressBar* uploadBar_;
  QPushButton* verb_;
};

}  // namespace aerie::pages
