// A whole window without a control plane behind it: for pictures and checks of the states that a live one
// does not offer. It has settings of its process, and no simulation. GUI thread.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <memory>

#include "app/shell/main_window.h"
#include "core/base/clock.h"

namespace aerie::rpc {
class GrpcBackend;
}

namespace aerie::shell {

class StandInWindow final {
 public:
  enum class State {
    FirstRun,          // nothing was chosen yet
    SimulationFailed,  // it was asked for and did not start
    NotConnected,      // no control plane answers
    Lost,              // one did, until now
  };
  static constexpr State kStates[] = {State::FirstRun, State::SimulationFailed, State::NotConnected,
                                      State::Lost};
  // "first-run"
  static QString nameOf(State state);

  // Lost: with what `seen` has now.
  StandInWindow(State state, const models::World& seen, widgets::Theme& theme);
  ~StandInWindow();
  StandInWindow(const StandInWindow&) = delete;
  StandInWindow& operator=(const StandInWindow&) = delete;

  MainWindow& window() { return *window_; }

 private:
  class LastWords;
  QObject gui_;
  SystemClock clock_;
  QTemporaryDir home_;
  std::unique_ptr<LastWords> system_;
  std::unique_ptr<rpc::GrpcBackend> backend_;
  std::unique_ptr<rpc::Connection> connection_;
  std::unique_ptr<Desk> desk_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace aerie::shell
