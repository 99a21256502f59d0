#include "services/common/stop_signal.h"

#include <cerrno>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

namespace aerie::services {
namespace {

sigset_t stopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

void blockStopSignals() {
  const sigset_t set = stopSignals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signal(SIGPIPE, SIG_IGN);  // NOLINT: a closed peer is an error code, not a signal
}

int waitForStop(std::chrono::milliseconds timeout) {
  const sigset_t set = stopSignals();
  while (true) {
    int got = 0;
    if (timeout.count() == 0) {
      got = sigwaitinfo(&set, nullptr);
    } else {
      const timespec limit{timeout.count() / 1000, (timeout.count() % 1000) * 1'000'000};
      got = sigtimedwait(&set, nullptr, &limit);
    }
    if (got > 0) return got;
    if (errno != EINTR) return 0;
  }
}

void requestStop() { ::kill(::getpid(), SIGTERM); }

}  // namespace aerie::services
