// SIGTERM and SIGINT as an event instead of an interruption.
#pragma once

#include <chrono>

namespace aerie::services {

// Blocks both signals in this thread and all that it starts later. Call first in main, before any thread.
void blockStopSignals();
// Waits for one of them and returns its number, or 0 after `timeout` (zero = wait for ever).
int waitForStop(std::chrono::milliseconds timeout = std::chrono::milliseconds(0));
// Makes a waiting waitForStop return: a daemon that can't go on stops itself the same way.
void requestStop();

}  // namespace aerie::services
