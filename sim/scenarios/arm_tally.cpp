#include "sim/scenarios/arm_tally.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/status.h"
#include "core/frame/wire.h"
#include "sim/traffic/answer_items.h"

namespace aerie::sim {
namespace {

double quantile(std::vector<float>& values, double q) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

}  // namespace

ArmTally::ArmTally(const Flights& flights, const std::map<std::string, DirectPredictor>& truth,
                   TallyOptions options)
    : flights_(flights), truth_(truth), options_(std::move(options)) {}

std::uint32_t ArmTally::armIndex(const std::string& name) {
  const auto found = std::find(arm_names_.begin(), arm_names_.end(), name);
  if (found != arm_names_.end()) return static_cast<std::uint32_t>(found - arm_names_.begin());
  arm_names_.push_back(name);
  arms_.emplace_back();
  return static_cast<std::uint32_t>(arms_.size() - 1);
}

void ArmTally::add(const Outcome& outcome) {
  const std::lock_guard lock(mutex_);
  ++result_.requests;
  result_.items += outcome.flights.size();
  latencies_ms_.push_back(std::chrono::duration<float, std::milli>(outcome.latency).count());
  if (!outcome.status.ok()) {
    ++result_.failed_requests;
    if (result_.first_failure.empty()) result_.first_failure = toText(outcome.status);
    return;
  }
  addItems(outcome);
}

void ArmTally::addItems(const Outcome& outcome) {
  const v1::PredictResponse& answer = outcome.answer;
  auto frame = frame::fromWire(answer.outputs());
  const frame::Column* output = frame.ok() ? frame->find(options_.output) : nullptr;
  // Without any item that succeeded there may be no outputs; with one, there must be a value per item.
  const bool usable = output != nullptr && output->rows() == outcome.flights.size() &&
                      output->type() != frame::DataType::kString;
  for (int i = 0; i < static_cast<int>(outcome.flights.size()); ++i) {
    const std::uint32_t flight = outcome.flights[static_cast<std::size_t>(i)];
    const int assigned = entryOf(answer.item_assignment(), i);
    const bool in_experiment = assigned < answer.assignments_size() &&
                               answer.assignments(assigned).experiment() == options_.experiment;
    const std::uint32_t arm = armIndex(in_experiment ? answer.assignments(assigned).arm() : "default");
    ++arms_[arm].items;
    if (entryOf(answer.item_status(), i) != 0) {
      ++result_.failed_items;
      const int error = entryOf(answer.item_error(), i);
      if (result_.first_failure.empty() && error < answer.errors_size())
        result_.first_failure = "item: " + answer.errors(error);
      continue;
    }
    if (!usable) {
      ++result_.wrong_answers;
      if (result_.first_wrong.empty())
        result_.first_wrong = "an answer without a '" + options_.output + "' for each item";
      continue;
    }
    const auto value = static_cast<float>(output->numberAt(static_cast<std::size_t>(i)));
    const int served = entryOf(answer.item_served_by(), i);
    const std::string version = served < answer.served_by_size() ? answer.served_by(served).version() : "";
    ++result_.items_by_version[version];
    const auto truth = truth_.find(version);
    ++result_.checked_answers;
    if (truth == truth_.end() ||
        !(std::abs(value - truth->second.probability(flight)) <= options_.tolerance)) {
      ++result_.wrong_answers;
      if (result_.first_wrong.empty()) result_.first_wrong = describeWrong(outcome, i, value);
    }
    labels_.add(flights_[flight].minute + options_.label_delay_minutes,
                {flight, arm, value, flights_[flight].late()});
    now_minute_ = std::max<std::int64_t>(now_minute_, flights_[flight].minute);
  }
  join(now_minute_);
}

std::string ArmTally::describeWrong(const Outcome& outcome, int item, float value) const {
  const v1::PredictResponse& answer = outcome.answer;
  const std::uint32_t flight = outcome.flights[static_cast<std::size_t>(item)];
  std::string text = fmt::format("item {} of {} in request {}: flight {} got {}", item,
                                 outcome.flights.size(), answer.request_id(), flight, value);
  const int served = entryOf(answer.item_served_by(), item);
  if (served < answer.served_by_size()) {
    text += fmt::format(" from {} version {} at {}", answer.served_by(served).endpoint(),
                        answer.served_by(served).version(), answer.served_by(served).replica());
  }
  for (const auto& [version, predictor] : truth_)
    text += fmt::format("; version {} answers {}", version, predictor.probability(flight));
  return text;
}

void ArmTally::join(std::int64_t minute) {
  for (const PredictedItem& item : labels_.take(minute)) {
    arms_[item.arm].probabilities.push_back(item.probability);
    arms_[item.arm].labels.push_back(item.label ? 1 : 0);
  }
}

TallyResult ArmTally::result() {
  const std::lock_guard lock(mutex_);
  join(std::numeric_limits<std::int64_t>::max());
  result_.p50_ms = quantile(latencies_ms_, 0.5);
  result_.p99_ms = quantile(latencies_ms_, 0.99);
  result_.arms.clear();
  for (std::size_t i = 0; i < arms_.size(); ++i) {
    result_.arms.push_back(
        {arm_names_[i], arms_[i].items, qualityOf(arms_[i].probabilities, arms_[i].labels)});
  }
  std::sort(result_.arms.begin(), result_.arms.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return result_;
}

}  // namespace aerie::sim
