// Delayed calls as a collaborator, so that hedging is tested without waiting.
#pragma once

#include <functional>
#include <memory>

#include "core/base/clock.h"

namespace aerie::proxy {

class Timer {
 public:
  virtual ~Timer() = default;
  virtual void cancel() = 0;  // afterwards the function may still be running, but will not start
};

// Thread-safe. The function runs on a thread of the implementation and must not block.
class Timers {
 public:
  virtual ~Timers() = default;
  virtual std::shared_ptr<Timer> after(Duration delay, std::function<void()> function) = 0;
};

}  // namespace aerie::proxy
