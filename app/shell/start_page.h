// What fills the window while there is nothing to show: the first run with its choice, the simulation on its
// way up, a control plane that does not answer. Each says what happens and offers the next step. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace aerie::presenters {
class ConnectionPresenter;
class ContextsPresenter;
}  // namespace aerie::presenters
namespace aerie::rpc {
class Connection;
}

namespace aerie::shell {

class StartPage final : public QWidget {
  Q_OBJECT
 public:
  StartPage(const rpc::Connection& connection, presenters::ConnectionPresenter& words,
            presenters::ContextsPresenter& contexts, QWidget* parent = nullptr);

 Q_SIGNALS:
  void addProfileWanted();

 protected:
  void changeEvent(QEvent* event) override;
  // The keyboard begins where the next step is.
  void showEvent(QShowEvent* event) override;

 private:
  struct Text {
    QString picture;
    QString headline;
    QString sentence;
    QString primary;  // words of the buttons; empty = none
    QString secondary;
    bool busy = false;
    bool bad = false;
  };
  Text simulationText() const;
  Text connectionText() const;
  void refresh();
  void showPicture();
  void focusNextStep();
  void runPrimary();
  void runSecondary();
  // The simulation was chosen, or nothing was, and it is not up.
  bool aboutSimulation() const;

  const rpc::Connection& connection_;
  presenters::ConnectionPresenter& words_;
  presenters::ContextsPresenter& contexts_;
  QString pictureName_;
  bool bad_ = false;
  QLabel* picture_;
  QLabel* headline_;
  QLabel* sentence_;
  QLabel* steps_;
  QProgressBar* bar_;
  QPushButton* primary_;
  QPushButton* secondary_;
};

}  // namespace aerie::shell
