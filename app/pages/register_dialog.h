// Bundles on their way into the registry: one row a file, its checks drawn as they are made, each problem
// with its file. Takes further files by button and by drop. Closing it stops nothing. GUI thread.
#pragma once

#include <QDialog>
#include <QMap>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace aerie::presenters {
class RegistrationPresenter;
}

namespace aerie::pages {

class RegistrationRow;

class RegisterDialog final : public QDialog {
  Q_OBJECT
 public:
  RegisterDialog(presenters::RegistrationPresenter& presenter, QWidget* parent);
  // Offline: files can be checked but not sent, for the reason `why`.
  void setOnline(bool online, const QString& why);

 private:
  void chooseFiles();
  void refresh();

  presenters::RegistrationPresenter& presenter_;
  bool online_ = true;
  QString whyOffline_;
  QVBoxLayout* list_;
  QLabel* empty_;
  QLabel* state_;
  QPushButton* close_;
  QPushButton* verb_;
  QMap<int, RegistrationRow*> rows_;
};

}  // namespace aerie::pages
