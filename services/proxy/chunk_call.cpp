#include "services/proxy/chunk_call.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/status.h"

namespace aerie::proxy {
namespace {

constexpr Duration kHedgeRetry = std::chrono::milliseconds(50);

}  // namespace

ChunkCall::ChunkCall(World world, std::shared_ptr<Endpoint> endpoint,
                     std::shared_ptr<const v1::WorkerRequest> request, MonoTime deadline, Done done)
    : world_(world),
      endpoint_(std::move(endpoint)),
      request_(std::move(request)),
      deadline_(deadline),
      done_(std::move(done)) {}

std::shared_ptr<ChunkCall> ChunkCall::create(World world, std::shared_ptr<Endpoint> endpoint,
                                             std::shared_ptr<const v1::WorkerRequest> request,
                                             MonoTime deadline, Done done) {
  return std::shared_ptr<ChunkCall>(
      new ChunkCall(world, std::move(endpoint), std::move(request), deadline, std::move(done)));
}

void ChunkCall::start() {
  endpoint_->retryBudget().deposit();
  std::shared_ptr<Replica> replica = endpoint_->replicas().pick(world_.clock.monoNow());
  if (replica == nullptr) {
    decide(
        {unavailable("worker endpoint {} has no replica: add a url to its worker config", endpoint_->name()),
         {},
         {}});
    return;
  }
  const Duration hedge_after = endpoint_->config().hedge_after;
  if (hedge_after > Duration::zero()) {
    endpoint_->hedgeBudget().deposit();
    armHedge(hedge_after);
  }
  {
    const MutexLock lock(mutex_);
    ++pending_;
  }
  startAttempt(std::move(replica));
}

void ChunkCall::startAttempt(std::shared_ptr<Replica> replica) {
  std::size_t index = 0;
  {
    const MutexLock lock(mutex_);
    if (decided_ || started_ == kMostAttempts) {
      --pending_;
      return;
    }
    index = started_++;
    attempts_[index].replica = replica;
  }
  replica->begin();
  std::shared_ptr<WorkerCall> call = replica->client().predict(
      request_, deadline_,
      [self = shared_from_this(), index](WorkerAnswer answer) { self->onAnswer(index, std::move(answer)); });
  bool cancel_now = false;
  {
    const MutexLock lock(mutex_);
    if (!attempts_[index].ended) {
      cancel_now = decided_ || cancelled_;
      attempts_[index].call = call;
    }
  }
  if (cancel_now) call->cancel();
}

std::shared_ptr<Replica> ChunkCall::replicaForRetry(const absl::Status& status) {
  if (!absl::IsUnavailable(status) || retried_ || cancelled_ || started_ == kMostAttempts) return nullptr;
  const MonoTime now = world_.clock.monoNow();
  if (now >= deadline_) return nullptr;
  std::shared_ptr<Replica> other = endpoint_->replicas().pick(now, attempts_[started_ - 1].replica.get());
  if (other == nullptr) return nullptr;
  if (!endpoint_->retryBudget().take()) {
    other->ejector().onInconclusive(now, false);  // gives a probe back that will not be sent
    return nullptr;
  }
  retried_ = true;
  return other;
}

void ChunkCall::onAnswer(std::size_t attempt, WorkerAnswer answer) {
  std::shared_ptr<Replica> replica;
  std::shared_ptr<Replica> retry;
  {
    const MutexLock lock(mutex_);
    attempts_[attempt].ended = true;
    attempts_[attempt].call.reset();
    replica = attempts_[attempt].replica;
    --pending_;
    // A server that shuts down cancels calls that come in at that moment. Nobody here cancelled it, so it
    // counts as not reached.
    if (absl::IsCancelled(answer.status) && !cancelled_ && !decided_)
      answer.status = unavailable("the worker is stopping");
  }
  replica->end();
  reportToEjector(*replica, answer.status, world_.clock.monoNow());
  {
    const MutexLock lock(mutex_);
    if (decided_) return;
    if (!answer.status.ok()) {
      retry = replicaForRetry(answer.status);
      if (retry != nullptr) {
        ++pending_;
      } else if (pending_ > 0) {
        return;  // the hedge, or the hedged call, may still answer
      }
    }
  }
  if (retry != nullptr) {
    world_.counters.retries.fetch_add(1, std::memory_order_relaxed);
    startAttempt(std::move(retry));
    return;
  }
  absl::Status status = answer.status.ok()
                            ? absl::OkStatus()
                            : withContext(answer.status, fmt::format("worker endpoint {} at {}",
                                                                     endpoint_->name(), replica->url()));
  decide({std::move(status), std::move(answer.response), replica->url()});
}

void ChunkCall::armHedge(Duration after) {
  std::shared_ptr<Timer> timer = world_.timers.after(after, [weak = weak_from_this()] {
    if (const std::shared_ptr<ChunkCall> self = weak.lock()) self->onHedgeTimer();
  });
  {
    const MutexLock lock(mutex_);
    if (!decided_)
      hedge_timer_.swap(timer);
    else
      hedge_timer_.reset();
  }
  // Either the timer that has fired, or a new one that came after the decision.
  if (timer != nullptr) timer->cancel();
}

void ChunkCall::onHedgeTimer() {
  std::shared_ptr<Replica> other;
  bool refused = false;
  {
    const MutexLock lock(mutex_);
    if (decided_ || cancelled_ || started_ == 0 || started_ == kMostAttempts) return;
    const MonoTime now = world_.clock.monoNow();
    other = endpoint_->replicas().pick(now, attempts_[started_ - 1].replica.get());
    if (other == nullptr) return;
    if (!endpoint_->hedgeBudget().take()) {
      other->ejector().onInconclusive(now, false);
      refused = true;
    } else {
      ++pending_;
    }
  }
  if (refused) {
    // The budget earns tokens with time: a call that stays stuck asks again.
    armHedge(std::max<Duration>(endpoint_->config().hedge_after, kHedgeRetry));
    return;
  }
  world_.counters.hedges.fetch_add(1, std::memory_order_relaxed);
  startAttempt(std::move(other));
}

void ChunkCall::cancel() {
  std::vector<std::shared_ptr<WorkerCall>> calls;
  {
    const MutexLock lock(mutex_);
    if (decided_) return;
    cancelled_ = true;
    for (std::size_t i = 0; i < started_; ++i) {
      if (attempts_[i].call != nullptr) calls.push_back(attempts_[i].call);
    }
  }
  for (const std::shared_ptr<WorkerCall>& call : calls) call->cancel();
}

void ChunkCall::decide(ChunkOutcome outcome) {
  std::array<std::shared_ptr<WorkerCall>, kMostAttempts> losers;
  std::shared_ptr<Timer> timer;
  {
    const MutexLock lock(mutex_);
    if (decided_) return;
    decided_ = true;
    timer = std::move(hedge_timer_);
    if (pending_ > 0) {
      for (std::size_t i = 0; i < started_; ++i) losers[i] = attempts_[i].call;
    }
  }
  if (timer != nullptr) timer->cancel();
  for (const std::shared_ptr<WorkerCall>& loser : losers) {
    if (loser != nullptr) loser->cancel();
  }
  endpoint_->leave();
  const Done done = std::move(done_);
  done(std::move(outcome));
}

}  // namespace aerie::proxy
