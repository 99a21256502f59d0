// Waiting tasks, first come first served. Tasks of one group with equal requests are a class; of the classes,
// the one whose first task came first is asked first, so a task that fits nowhere is passed only by tasks of
// other classes.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace aerie::sim::cluster {

struct TaskClass {
  std::uint16_t group = 0;
  int cpus = 0;             // thousandths
  std::int64_t memory = 0;  // bytes

  bool operator==(const TaskClass&) const = default;
};

class TaskQueue final {
 public:
  struct Entry {
    std::uint64_t sequence = 0;
    std::uint32_t task = 0;
  };

  // The number of the class, which is made when it is new.
  std::uint16_t classOf(const TaskClass& wanted) {
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      if (classes_[i] == wanted) return static_cast<std::uint16_t>(i);
    }
    classes_.push_back(wanted);
    waiting_.emplace_back();
    return static_cast<std::uint16_t>(classes_.size() - 1);
  }
  const TaskClass& at(std::uint16_t id) const { return classes_[id]; }
  std::size_t classes() const { return classes_.size(); }
  const std::deque<Entry>& waiting(std::uint16_t id) const { return waiting_[id]; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  void push(std::uint16_t id, std::uint32_t task) {
    waiting_[id].push_back({next_sequence_++, task});
    ++size_;
  }
  // Back to the front, before everything that waits: of several, the last one that should run first.
  void pushFront(std::uint16_t id, std::uint32_t task) {
    waiting_[id].push_front({next_front_--, task});
    ++size_;
  }
  std::uint32_t pop(std::uint16_t id) {
    const std::uint32_t task = waiting_[id].front().task;
    waiting_[id].pop_front();
    --size_;
    return task;
  }

 private:
  std::vector<TaskClass> classes_;
  std::vector<std::deque<Entry>> waiting_;
  std::size_t size_ = 0;
  std::uint64_t next_sequence_ = 1ULL << 63;
  std::uint64_t next_front_ = (1ULL << 63) - 1;
};

}  // namespace aerie::sim::cluster
