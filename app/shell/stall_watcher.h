// Reports every time that the GUI thread had no time for its events: a heartbeat that comes late. A debugging
// aid, on in builds without NDEBUG and with AERIE_DEBUG set in the environment. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

#include "core/base/clock.h"

namespace aerie::shell {

class StallWatcher final : public QObject {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kBeat{10};
  static constexpr std::chrono::milliseconds kLimit{50};

  // `busyTime`: how long this thread has been at work so far; null = what the system says.
  explicit StallWatcher(const Clock& clock, QObject* parent = nullptr,
                        std::function<std::chrono::milliseconds()> busyTime = {});
  static bool wanted();
  void start();
  // What the timer calls: measures the time since the beat before.
  void beat();
  int stalls() const { return stalls_; }

 Q_SIGNALS:
  // How long events waited, be it that this thread worked or that the machine had no time for it.
  void stalled(int milliseconds);

 private:
  const Clock& clock_;
  const std::function<std::chrono::milliseconds()> busyTime_;
  MonoTime last_;
  std::chrono::milliseconds lastBusy_{0};
  QTimer timer_;
  int stalls_ = 0;
};

}  // namespace aerie::shell
