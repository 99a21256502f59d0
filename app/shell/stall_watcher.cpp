#include "app/shell/stall_watcher.h"

#include <QtGlobal>
#include <ctime>
#include <utility>

namespace aerie::shell {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

static milliseconds threadTime() {
  timespec t{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return milliseconds(t.tv_sec * 1'000 + t.tv_nsec / 1'000'000);
}

StallWatcher::StallWatcher(const Clock& clock, QObject* parent, std::function<milliseconds()> busyTime)
    : QObject(parent),
      clock_(clock),
      busyTime_(busyTime ? std::move(busyTime) : threadTime),
      last_(clock.monoNow()),
      lastBusy_(busyTime_()) {
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &StallWatcher::beat);
}

bool StallWatcher::wanted() {
#ifdef NDEBUG
  return qEnvironmentVariableIsSet("AERIE_DEBUG");
#else
  return true;
#endif
}

void StallWatcher::start() {
  last_ = clock_.monoNow();
  lastBusy_ = busyTime_();
  timer_.start(kBeat);
}

void StallWatcher::beat() {
  const MonoTime now = clock_.monoNow();
  const auto late = duration_cast<milliseconds>(now - last_) - kBeat;
  last_ = now;
  const milliseconds busy = busyTime_();
  const auto worked = busy - std::exchange(lastBusy_, busy);
  if (late <= kLimit) return;
  ++stalls_;
  const int ms = static_cast<int>(late.count());
  qWarning("the event loop stood still for %d ms, at work for %d ms of them", ms,
           static_cast<int>(worked.count()));
  Q_EMIT stalled(ms);
}

}  // namespace aerie::shell
