#include "sim/live/live_labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/frame/wire.h"
#include "sim/traffic/answer_items.h"

namespace aerie::sim {

LiveLabels::LiveLabels(const Flights& flights, Options options)
    : flights_(flights), options_(std::move(options)), seen_(flights.size(), false) {}

std::uint32_t LiveLabels::armIndex(const std::string& name) {
  const auto found =
      std::find_if(arms_.begin(), arms_.end(), [&](const LabelledArm& arm) { return arm.name == name; });
  if (found != arms_.end()) return static_cast<std::uint32_t>(found - arms_.begin());
  arms_.push_back({name, 0, 0, 0});
  unreported_.emplace_back();
  return static_cast<std::uint32_t>(arms_.size() - 1);
}

std::uint64_t LiveLabels::add(const Outcome& outcome) {
  if (!outcome.status.ok()) return 0;
  const v1::PredictResponse& answer = outcome.answer;
  const auto frame = frame::fromWire(answer.outputs());
  const frame::Column* output = frame.ok() ? frame->find(options_.output) : nullptr;
  const bool usable = output != nullptr && output->rows() == outcome.flights.size() &&
                      output->type() != frame::DataType::kString;
  std::uint64_t failed = 0;
  const std::lock_guard lock(mutex_);
  for (int i = 0; i < static_cast<int>(outcome.flights.size()); ++i) {
    if (entryOf(answer.item_status(), i) != 0) {
      ++failed;
      continue;
    }
    const std::uint32_t flight = outcome.flights[static_cast<std::size_t>(i)];
    const int assigned = entryOf(answer.item_assignment(), i);
    if (!usable || seen_[flight] || assigned >= answer.assignments_size() ||
        answer.assignments(assigned).experiment() != options_.experiment) {
      continue;
    }
    seen_[flight] = true;
    const auto value = static_cast<float>(output->numberAt(static_cast<std::size_t>(i)));
    labels_.add(flights_[flight].minute + options_.delay_minutes,
                {flight, armIndex(answer.assignments(assigned).arm()), value, flights_[flight].late()});
  }
  return failed;
}

void LiveLabels::joinUpTo(std::int64_t minute) {
  for (const PredictedItem& item : labels_.take(minute)) {
    const double p = std::clamp(static_cast<double>(item.probability), 1e-7, 1 - 1e-7);
    const double loss = -std::log(item.label ? p : 1 - p);
    LabelledArm& arm = arms_[item.arm];
    arm.labels += 1;
    arm.late += item.label ? 1 : 0;
    arm.log_loss += loss;
    Sums& sums = unreported_[item.arm];
    sums.count += 1;
    sums.late += item.label ? 1 : 0;
    sums.loss += loss;
    sums.loss_squares += loss * loss;
    ++joined_;
  }
}

void LiveLabels::join(double minute, int lap) {
  const std::lock_guard lock(mutex_);
  if (lap != lap_) {
    joinUpTo(std::numeric_limits<std::int64_t>::max());
    seen_.assign(seen_.size(), false);
    lap_ = lap;
  }
  joinUpTo(static_cast<std::int64_t>(minute));
}

std::uint64_t LiveLabels::joined() const {
  const std::lock_guard lock(mutex_);
  return joined_;
}

std::uint64_t LiveLabels::waiting() const {
  const std::lock_guard lock(mutex_);
  return labels_.waiting();
}

std::vector<LabelledArm> LiveLabels::arms() const {
  const std::lock_guard lock(mutex_);
  std::vector<LabelledArm> result = arms_;
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return result;
}

std::vector<v1::Outcome> LiveLabels::takeOutcomes() {
  const std::lock_guard lock(mutex_);
  std::vector<v1::Outcome> result;
  for (std::size_t i = 0; i < arms_.size(); ++i) {
    Sums& sums = unreported_[i];
    if (sums.count == 0) continue;
    const auto add = [&](const char* metric, double sum, double squares) {
      v1::Outcome& outcome = result.emplace_back();
      outcome.set_use_case(options_.use_case);
      outcome.set_experiment(options_.experiment);
      outcome.set_arm(arms_[i].name);
      outcome.set_metric(metric);
      outcome.set_count(static_cast<std::uint64_t>(sums.count));
      outcome.set_sum(sum);
      outcome.set_sum_squares(squares);
    };
    add("log_loss", sums.loss, sums.loss_squares);
    add("delayed", sums.late, sums.late);
    sums = {};
  }
  return result;
}

}  // namespace aerie::sim
