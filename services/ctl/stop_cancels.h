// Inside the room: a stop signal cancels what takes long. Made before any other thread.
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "core/http/client.h"
#include "services/common/stop_signal.h"

namespace aerie::ctl {

class StopCancels final {
 public:
  explicit StopCancels(http::Cancel& cancel) {
    services::blockStopSignals();
    thread_ = std::thread([this, &cancel] {
      while (!done_) {
        if (services::waitForStop(std::chrono::milliseconds(100)) != 0) cancel.cancel();
      }
    });
  }
  ~StopCancels() {
    done_ = true;
    thread_.join();
  }
  StopCancels(const StopCancels&) = delete;
  StopCancels& operator=(const StopCancels&) = delete;

 private:
  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace aerie::ctl
