#include "core/reconcile/reconciler.h"

#include <algorithm>

#include "core/base/status.h"

namespace aerie::reconcile {

absl::StatusOr<std::unique_ptr<Reconciler>> Reconciler::create(ReconcilerOptions options, Handler handler) {
  if (options.clock == nullptr) return invalidArgument("a reconciler needs a clock");
  if (!handler) return invalidArgument("a reconciler needs a handler");
  if (options.workers < 0) return invalidArgument("a reconciler cannot have {} workers", options.workers);
  return std::unique_ptr<Reconciler>(new Reconciler(std::move(options), std::move(handler)));
}

Reconciler::Reconciler(ReconcilerOptions options, Handler handler)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      next_resync_(options_.clock->monoNow() + options_.resync),
      random_(options_.seed) {
  for (int i = 0; i < options_.workers; ++i) threads_.emplace_back([this] { work(); });
}

Reconciler::~Reconciler() { stop(); }

void Reconciler::stop() {
  {
    MutexLock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Reconciler::enqueue(const std::string& key, MonoTime due) {
  if (stopping_) return;
  Entry& entry = entries_[key];
  if (entry.queued && entry.due <= due) return;
  if (!entry.queued) entry.order = next_order_++;
  entry.queued = true;
  entry.due = due;
}

void Reconciler::touch(const std::string& key) { touchAfter(key, Duration::zero()); }

void Reconciler::touchAfter(const std::string& key, Duration delay) {
  {
    MutexLock lock(mutex_);
    enqueue(key, options_.clock->monoNow() + delay);
  }
  wake_.notify_one();
}

std::map<std::string, Reconciler::Entry>::iterator Reconciler::nextDue(MonoTime now) {
  auto best = entries_.end();
  for (auto it = entries_.begin(); it != entries_.end(); ++it) {
    const Entry& entry = it->second;
    if (!entry.queued || entry.running || entry.due > now) continue;
    if (best == entries_.end() ||
        std::pair(entry.due, entry.order) < std::pair(best->second.due, best->second.order)) {
      best = it;
    }
  }
  return best;
}

void Reconciler::resyncIfDue() {
  if (options_.resync <= Duration::zero() || !options_.list) return;
  {
    MutexLock lock(mutex_);
    const MonoTime now = options_.clock->monoNow();
    if (stopping_ || now < next_resync_) return;
    next_resync_ = now + options_.resync;
  }
  for (const std::string& key : options_.list()) touch(key);
}

void Reconciler::runOne(const std::string& key) {
  const MonoTime start = options_.clock->monoNow();
  const absl::StatusOr<Result> result = handler_(key);
  const MonoTime end = options_.clock->monoNow();
  if (options_.observer) options_.observer(key, end - start, result.status());

  MutexLock lock(mutex_);
  Entry& entry = entries_[key];
  entry.running = false;
  if (result.ok()) {
    entry.failures = 0;
    if (result->requeue_after > Duration::zero()) enqueue(key, end + result->requeue_after);
  } else {
    ++entry.failures;
    const double random = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
    enqueue(key, end + options_.backoff.delay(entry.failures, random));
  }
  if (!entry.queued && entry.failures == 0) entries_.erase(key);
  wake_.notify_all();
}

bool Reconciler::step() {
  AERIE_CHECK(options_.workers == 0);
  resyncIfDue();
  std::string key;
  {
    MutexLock lock(mutex_);
    const auto it = stopping_ ? entries_.end() : nextDue(options_.clock->monoNow());
    if (it == entries_.end()) return false;
    it->second.queued = false;
    it->second.running = true;
    key = it->first;
  }
  runOne(key);
  return true;
}

std::size_t Reconciler::pending() const {
  MutexLock lock(mutex_);
  return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [](const auto& item) {
    return item.second.queued || item.second.running;
  }));
}

std::optional<Duration> Reconciler::untilNext() const {
  MutexLock lock(mutex_);
  std::optional<MonoTime> next;
  if (options_.resync > Duration::zero() && options_.list) next = next_resync_;
  for (const auto& [key, entry] : entries_) {
    if (entry.queued && !entry.running && (!next || entry.due < *next)) next = entry.due;
  }
  if (!next) return std::nullopt;
  return std::max(Duration::zero(), Duration(*next - options_.clock->monoNow()));
}

void Reconciler::work() {
  for (;;) {
    resyncIfDue();
    std::string key;
    const std::optional<Duration> wait = untilNext();
    {
      MutexLock lock(mutex_);
      if (stopping_) return;
      const auto it = nextDue(options_.clock->monoNow());
      if (it == entries_.end()) {
        // A touch between untilNext() and here would only be noticed by its time: the wait is therefore
        // bounded.
        const Duration bound = std::chrono::milliseconds(100);
        wake_.wait_for(mutex_, std::max<Duration>(std::min(wait.value_or(bound), bound),
                                                  std::chrono::microseconds(100)));
        continue;
      }
      it->second.queued = false;
      it->second.running = true;
      key = it->first;
    }
    runOne(key);
  }
}

}  // namespace aerie::reconcile
