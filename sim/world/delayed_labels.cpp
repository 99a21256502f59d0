#include "sim/world/delayed_labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aerie::sim {

void DelayedLabels::add(std::int64_t due_minute, PredictedItem item) {
  queue_.push({due_minute, sequence_++, item});
}

std::vector<PredictedItem> DelayedLabels::take(std::int64_t minute) {
  std::vector<PredictedItem> result;
  while (!queue_.empty() && queue_.top().due <= minute) {
    result.push_back(queue_.top().item);
    queue_.pop();
  }
  return result;
}

Quality qualityOf(std::span<const float> probabilities, std::span<const std::uint8_t> labels) {
  Quality result;
  result.items = probabilities.size();
  if (probabilities.empty()) return result;
  double loss = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const double p = std::clamp(static_cast<double>(probabilities[i]), 1e-7, 1 - 1e-7);
    loss -= labels[i] != 0 ? std::log(p) : std::log(1 - p);
  }
  result.log_loss = loss / static_cast<double>(probabilities.size());

  // Mann-Whitney: the sum of the ranks of the positives, ties sharing their mean rank.
  std::vector<std::uint32_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return probabilities[a] < probabilities[b]; });
  double positives = 0;
  double rank_sum = 0;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    double positives_here = 0;
    while (end < order.size() && probabilities[order[end]] == probabilities[order[begin]]) {
      positives_here += labels[order[end]] != 0 ? 1 : 0;
      ++end;
    }
    const double mean_rank = (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
    rank_sum += positives_here * mean_rank;
    positives += positives_here;
    begin = end;
  }
  const double negatives = static_cast<double>(order.size()) - positives;
  if (positives > 0 && negatives > 0) {
    result.auc = (rank_sum - positives * (positives + 1) / 2) / (positives * negatives);
  }
  return result;
}

}  // namespace aerie::sim
