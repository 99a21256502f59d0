#include "services/training/watch_stream.h"

#include <memory>

#include "core/base/status.h"
#include "services/training/to_proto.h"
#include "services/training/watch_changes.h"

namespace aerie::training_service {
namespace {

constexpr std::uint32_t kRate = 4, kMaxRate = 10;
constexpr std::chrono::milliseconds kOverloadPause{200};

class WatchReactor final : public grpc::ServerWriteReactor<v1::WatchTrainingResponse> {
 public:
  WatchReactor(Environment& environment, grpc::CallbackServerContext* context,
               const v1::WatchTrainingRequest& request)
      : environment_(environment), gate_(std::make_shared<Gate>()) {
    const std::uint32_t asked = request.max_updates_per_second();
    interval_ = Duration(std::chrono::seconds(1)) / (asked == 0 ? kRate : std::min(asked, kMaxRate));
    gate_->reactor = this;
    absl::Status status =
        environment_.authenticator.require(context->client_metadata(), services::Role::kViewer).status();
    training::JobId job = 0;
    if (status.ok() && !request.job().empty()) {
      const auto id = jobIdFrom(request.job());
      status = id.status();
      job = id.value_or(0);
    }
    if (!status.ok()) {
      end(status);
      return;
    }
    changes_ = std::make_unique<WatchChanges>(environment_.coordinator, job, request.since_revision());
    subscription_ = environment_.coordinator.subscribe([gate = gate_] {
      MutexLock lock(gate->mutex);
      if (gate->reactor != nullptr) gate->reactor->wakeLocked();
    });
    MutexLock lock(gate_->mutex);
    wakeLocked();
  }

  void OnWriteDone(bool ok) override {
    bool finish = false;
    {
      MutexLock lock(gate_->mutex);
      if (!ok || cancelled_) {
        finish = takeEnd();
      } else {
        again_ = true;  // something may have come meanwhile
        schedule();
      }
    }
    if (finish) Finish(environment_.finished("Watch", absl::CancelledError("the watch ended")));
  }
  void OnCancel() override {
    bool finish = false;
    {
      MutexLock lock(gate_->mutex);
      cancelled_ = true;
      if (!busy_) finish = takeEnd();
    }
    if (finish) Finish(environment_.finished("Watch", absl::CancelledError("the watch ended")));
  }
  void OnDone() override {
    {
      MutexLock lock(gate_->mutex);
      gate_->reactor = nullptr;
    }
    if (subscription_ != 0) environment_.coordinator.unsubscribe(subscription_);
    delete this;
  }

 private:
  // What outlives the reactor: wake-ups may come after it is gone.
  struct Gate {
    Mutex mutex;
    WatchReactor* reactor = nullptr;
  };

  // All of these with the gate's mutex held.
  bool takeEnd() {
    if (ended_) return false;
    ended_ = true;
    return true;
  }
  void wakeLocked() {
    again_ = true;
    if (busy_ || ended_ || cancelled_) return;
    busy_ = true;
    schedule();
  }
  // The next step, when its time has come. Busy until then; the reactor lives while it is busy.
  void schedule() {
    const MonoTime now = std::chrono::steady_clock::now();
    if (changes_->more() || now >= next_) return submit();
    submitAfter(next_ - now);
  }
  void submitAfter(Duration wait) {
    environment_.ticker.after(wait, [gate = gate_] {
      MutexLock lock(gate->mutex);
      if (gate->reactor != nullptr) gate->reactor->submit();
    });
  }
  void submit() {
    // Overloaded: busy all the same, since a cancel that came meanwhile is for the step to answer.
    if (!environment_.executor.submit([this] { step(); })) submitAfter(kOverloadPause);
  }

  void end(const absl::Status& status) {
    bool finish = false;
    {
      MutexLock lock(gate_->mutex);
      finish = takeEnd();
    }
    if (finish) Finish(environment_.finished("Watch", status));
  }

  void step() {
    {
      MutexLock lock(gate_->mutex);
      again_ = false;
      next_ = std::chrono::steady_clock::now() + interval_;
    }
    message_.Clear();
    const auto news = changes_->next(message_);
    absl::Status failure = news.status();
    bool write = false;
    {
      MutexLock lock(gate_->mutex);
      if (cancelled_) failure = absl::CancelledError("the watch ended");
      if (failure.ok() && *news) {
        write = true;
      } else if (failure.ok()) {
        if (again_ || changes_->more()) return schedule();
        busy_ = false;
      }
    }
    if (!failure.ok()) return end(failure);
    if (write) StartWrite(&message_);
  }

  Environment& environment_;
  const std::shared_ptr<Gate> gate_;
  Duration interval_{};
  std::unique_ptr<WatchChanges> changes_;  // belongs to the step that runs
  v1::WatchTrainingResponse message_;
  int subscription_ = 0;
  MonoTime next_{};
  bool busy_ = false, again_ = false, cancelled_ = false, ended_ = false;
};

}  // namespace

grpc::ServerWriteReactor<v1::WatchTrainingResponse>* watchTraining(Environment& environment,
                                                                   grpc::CallbackServerContext* context,
                                                                   const v1::WatchTrainingRequest& request) {
  return new WatchReactor(environment, context, request);
}

}  // namespace aerie::training_service
