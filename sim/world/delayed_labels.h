// Labels that come late: the truth about an item is known only some time after its prediction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <queue>
#include <span>
#include <string>
#include <vector>

namespace aerie::sim {

// What was predicted for an item, waiting for its label.
struct PredictedItem {
  std::uint32_t flight = 0;
  std::uint32_t arm = 0;  // the caller's numbering
  float probability = 0;
  bool label = false;  // read only after it is due
};

// Quality of one arm over the items whose labels have come. Formulas: AUC is the share of (late, on time)
// pairs ranked rightly, ties count half; log loss is -mean(y ln p + (1 - y) ln(1 - p)) with p kept in [1e-7,
// 1 - 1e-7].
struct Quality {
  std::uint64_t items = 0;
  double log_loss = 0;
  double auc = 0.5;  // 0.5 while only one class was seen
};
Quality qualityOf(std::span<const float> probabilities, std::span<const std::uint8_t> labels);

// Items ordered by the moment at which their label is known (simulated minutes). Not thread-safe.
class DelayedLabels final {
 public:
  void add(std::int64_t due_minute, PredictedItem item);
  // Items due at or before `minute`, in order of their due time.
  std::vector<PredictedItem> take(std::int64_t minute);
  std::size_t waiting() const { return queue_.size(); }

 private:
  struct Entry {
    std::int64_t due;
    std::uint64_t sequence;
    PredictedItem item;
    bool operator<(const Entry& other) const {
      return due != other.due ? due > other.due : sequence > other.sequence;
    }
  };
  std::priority_queue<Entry> queue_;
  std::uint64_t sequence_ = 0;
};

}  // namespace aerie::sim
