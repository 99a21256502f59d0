// SIGTERM, SIGINT and SIGHUP as an event of the GUI thread: whoever ends the program from outside (a logout,
// Ctrl+C, kill) gets what closing the window gives, and no local simulation stays behind.
#pragma once

#include <QObject>
#include <functional>

namespace aerie::shell {

// One for each process, from the GUI thread, with a QCoreApplication; what is started later starts with the
// system's own handling. A signal that was ignored before stays ignored.
class EndSignals final : public QObject {
  Q_OBJECT
 public:
  // `end` is called at the first signal. The next one of the same kind ends the process at once.
  explicit EndSignals(std::function<void()> end, QObject* parent = nullptr);
  ~EndSignals() override;
};

}  // namespace aerie::shell
