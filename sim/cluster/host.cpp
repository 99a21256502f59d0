#include "sim/cluster/host.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace aerie::sim::cluster {
namespace {

bool later(const Attempt& a, const Attempt& b) {
  return a.due != b.due ? a.due > b.due : a.sequence > b.sequence;
}

}  // namespace

bool Host::fits(int cpus, std::int64_t memory) const {
  if (state != State::kReady || (size_.slots > 0 && running() >= size_.slots)) return false;
  return cpus <= cpus_free_ && (size_.memory == 0 || memory <= memory_free_);
}

int Host::busy() const { return std::min(demand_, size_.cores); }

double Host::rate() const {
  return demand_ <= size_.cores ? size_.speed : size_.speed * size_.cores / demand_;
}

void Host::moveTo(SimTime now) {
  work_clock_ += static_cast<double>(now - now_) * rate();
  now_ = now;
}

void Host::schedule() {
  due_at_ = kNever;
  if (running_.empty()) return;
  const double wait = std::ceil((running_.front().due - work_clock_) / rate());
  due_at_ = wait <= 0 ? now_ : now_ + static_cast<SimTime>(std::min(wait, static_cast<double>(kMaxTime)));
}

int Host::freeLane() {
  for (std::size_t word = 0; word < lanes_.size(); ++word) {
    if (lanes_[word] == ~0ULL) continue;
    const int bit = std::countr_one(lanes_[word]);
    lanes_[word] |= 1ULL << bit;
    return static_cast<int>(word * 64) + bit;
  }
  lanes_.push_back(1);
  return static_cast<int>(lanes_.size() - 1) * 64;
}

void Host::release(const Attempt& attempt) {
  const auto lane = static_cast<std::size_t>(attempt.lane);
  lanes_[lane / 64] &= ~(1ULL << (lane % 64));
  cpus_free_ += attempt.cpus;
  if (size_.memory > 0) memory_free_ += attempt.memory;
}

int Host::start(Attempt attempt) {
  if (running_.empty()) work_clock_ = 0;  // an idle host's clock may begin anew: it stays exact for ever
  attempt.lane = freeLane();
  cpus_free_ -= attempt.cpus;
  if (size_.memory > 0) memory_free_ -= attempt.memory;
  if (attempt.work == 0) demand_ += attempt.cores;
  attempt.due += work_clock_;
  const int lane = attempt.lane;
  running_.push_back(attempt);
  std::push_heap(running_.begin(), running_.end(), later);
  schedule();
  return lane;
}

std::optional<Attempt> Host::takeDue() {
  std::pop_heap(running_.begin(), running_.end(), later);
  Attempt attempt = running_.back();
  running_.pop_back();
  work_clock_ = std::max(work_clock_, attempt.due);
  if (attempt.work > 0) {
    attempt.due += attempt.work;
    attempt.work = 0;
    demand_ += attempt.cores;
    running_.push_back(attempt);
    std::push_heap(running_.begin(), running_.end(), later);
    schedule();
    return std::nullopt;
  }
  demand_ -= attempt.cores;
  release(attempt);
  schedule();
  return attempt;
}

std::vector<Attempt> Host::loseAll() {
  std::vector<Attempt> lost;
  lost.swap(running_);
  std::sort(lost.begin(), lost.end(),
            [](const Attempt& a, const Attempt& b) { return a.sequence < b.sequence; });
  for (const Attempt& attempt : lost) release(attempt);
  demand_ = 0;
  due_at_ = kNever;
  return lost;
}

}  // namespace aerie::sim::cluster
