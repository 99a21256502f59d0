#include "app/shell/end_signals.h"

#include <QSocketNotifier>
#include <cerrno>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include <utility>

namespace aerie::shell {
namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};
int pipe_ends[2] = {-1, -1};  // a handler can reach nothing else

void note(int) {
  const int kept = errno;
  const char byte = 0;
  // Full means that one is on the way already.
  [[maybe_unused]] const ssize_t written = ::write(pipe_ends[1], &byte, 1);
  errno = kept;
}

}  // namespace

EndSignals::EndSignals(std::function<void()> end, QObject* parent) : QObject(parent) {
  if (::pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return;  // then signals end us as they always did
  auto* notifier = new QSocketNotifier(pipe_ends[0], QSocketNotifier::Read, this);
  connect(notifier, &QSocketNotifier::activated, this, [notifier, end = std::move(end)] {
    notifier->setEnabled(false);
    end();
  });
  for (const int number : kSignals) {
    struct sigaction before {};
    if (::sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    ::sigaction(number, &action, nullptr);
  }
}

EndSignals::~EndSignals() {
  if (pipe_ends[0] < 0) return;
  for (const int number : kSignals) {
    struct sigaction now {};
    if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == note) ::signal(number, SIG_DFL);
  }
  for (int& fd : pipe_ends) {
    ::close(fd);
    fd = -1;
  }
}

}  // namespace aerie::shell
