#include "core/routing/route_table.h"

#include <algorithm>
#include <type_traits>

#include "core/base/status.h"

namespace aerie::routing {
namespace {

constexpr std::int16_t kKeyless = -2;  // in Assignments::arm until assign() ends

// The rows that items read from a column.
struct SameRow {
  std::size_t operator()(std::size_t item) const { return item; }
};
struct FirstRow {
  std::size_t operator()(std::size_t) const { return 0; }
};
struct MappedRow {
  std::span<const std::uint32_t> rows;
  std::size_t operator()(std::size_t item) const { return item < rows.size() ? rows[item] : ~std::size_t{0}; }
};

bool isKey(std::string_view key) { return !key.empty(); }
bool isKey(std::int64_t) { return true; }

// One experiment over all items that nobody took yet.
template <class Key, class RowOf>
void assignColumn(const assignment::CompiledExperiment& experiment, const UseCase::ExperimentView& view,
                  std::int16_t index, std::span<const Key> values,
                  const std::function<bool(std::size_t)>& null_at, RowOf row_of, Assignments& out) {
  const std::size_t items = out.endpoint.size();
  const bool nullable = static_cast<bool>(null_at);
  for (std::size_t i = 0; i < items; ++i) {
    if (out.experiment[i] >= 0) continue;
    const std::size_t row = row_of(i);
    if (row >= values.size() || !isKey(values[row]) || (nullable && null_at(row))) {
      out.arm[i] = kKeyless;
      continue;
    }
    const int arm = experiment.arm(values[row]);
    if (arm < 0) continue;
    out.experiment[i] = index;
    out.arm[i] = static_cast<std::int16_t>(arm);
    out.endpoint[i] = view.arms[static_cast<std::size_t>(arm)].endpoint;
  }
}

template <class Key>
void assignValues(const assignment::CompiledExperiment& experiment, const UseCase::ExperimentView& view,
                  std::int16_t index, std::span<const Key> values, const KeyColumn& column,
                  Assignments& out) {
  if (column.repeat_first) {
    assignColumn(experiment, view, index, values, column.null_at, FirstRow{}, out);
  } else if (!column.rows.empty()) {
    assignColumn(experiment, view, index, values, column.null_at, MappedRow{column.rows}, out);
  } else {
    assignColumn(experiment, view, index, values, column.null_at, SameRow{}, out);
  }
}

}  // namespace

KeyValue KeyColumn::at(std::size_t item) const {
  std::size_t row = item;
  if (repeat_first) {
    row = 0;
  } else if (!rows.empty()) {
    if (item >= rows.size()) return {};
    row = rows[item];
  }
  return std::visit(
      [&](const auto& span) -> KeyValue {
        if constexpr (std::is_same_v<std::decay_t<decltype(span)>, std::monostate>) {
          return {};
        } else {
          if (row >= span.size() || (null_at && null_at(row)) || !isKey(span[row])) return {};
          return span[row];
        }
      },
      values);
}

std::string_view name(Reason reason) {
  switch (reason) {
    case Reason::kAssigned: return "assigned";
    case Reason::kNoExperiment: return "no_experiment";
    case Reason::kNotCovered: return "not_covered";
    case Reason::kWithoutKey: return "without_key";
    case Reason::kForced: return "forced";
  }
  return "unknown";
}

double UseCase::propensity(std::int16_t experiment, std::int16_t arm) const {
  if (experiment < 0 || arm < 0) return 1;
  return experiments_[static_cast<std::size_t>(experiment)].arms[static_cast<std::size_t>(arm)].propensity;
}

Decision UseCase::assign(std::span<const KeyValue> keys) const {
  Decision decision;
  decision.endpoint = default_endpoint_;
  if (running_.empty()) return decision;
  decision.reason = Reason::kNotCovered;
  for (const std::int16_t index : running_) {
    const ExperimentView& view = experiments_[static_cast<std::size_t>(index)];
    const assignment::CompiledExperiment& experiment = *compiled_[static_cast<std::size_t>(index)];
    const KeyValue key = view.key_column < keys.size() ? keys[view.key_column] : KeyValue{};
    int arm = -1;
    if (const auto* text = std::get_if<std::string_view>(&key); text != nullptr && isKey(*text)) {
      arm = experiment.arm(*text);
    } else if (const auto* number = std::get_if<std::int64_t>(&key)) {
      arm = experiment.arm(*number);
    } else {
      decision.reason = Reason::kWithoutKey;
    }
    if (arm < 0) continue;
    decision.endpoint = view.arms[static_cast<std::size_t>(arm)].endpoint;
    decision.experiment = index;
    decision.arm = static_cast<std::int16_t>(arm);
    decision.propensity = view.arms[static_cast<std::size_t>(arm)].propensity;
    decision.reason = Reason::kAssigned;
    break;
  }
  return decision;
}

void UseCase::assign(std::span<const KeyColumn> keys, std::size_t items, Assignments& out) const {
  out.endpoint.assign(items, default_endpoint_);
  out.experiment.assign(items, -1);
  out.arm.assign(items, -1);
  out.reasons.fill(0);
  const auto counter = [&out](Reason reason) -> std::uint64_t& {
    return out.reasons[static_cast<std::size_t>(reason)];
  };
  if (running_.empty()) {
    counter(Reason::kNoExperiment) = items;
    return;
  }
  const KeyColumn absent;
  for (const std::int16_t index : running_) {
    const ExperimentView& view = experiments_[static_cast<std::size_t>(index)];
    const assignment::CompiledExperiment& experiment = *compiled_[static_cast<std::size_t>(index)];
    const KeyColumn& column = view.key_column < keys.size() ? keys[view.key_column] : absent;
    if (const auto* texts = std::get_if<std::span<const std::string_view>>(&column.values)) {
      assignValues(experiment, view, index, *texts, column, out);
    } else if (const auto* numbers = std::get_if<std::span<const std::int64_t>>(&column.values)) {
      assignValues(experiment, view, index, *numbers, column, out);
    } else {
      assignValues(experiment, view, index, std::span<const std::int64_t>(), column, out);
    }
  }
  for (std::size_t i = 0; i < items; ++i) {
    if (out.experiment[i] >= 0) {
      ++counter(Reason::kAssigned);
    } else if (out.arm[i] == kKeyless) {
      out.arm[i] = -1;
      ++counter(Reason::kWithoutKey);
    } else {
      ++counter(Reason::kNotCovered);
    }
  }
}

absl::StatusOr<Decision> UseCase::force(std::string_view experiment_and_arm) const {
  std::string choices;
  for (std::size_t e = 0; e < experiments_.size(); ++e) {
    for (std::size_t a = 0; a < experiments_[e].arms.size(); ++a) {
      const std::string choice = experiments_[e].name + ":" + experiments_[e].arms[a].name;
      if (choice == experiment_and_arm) {
        Decision decision;
        decision.endpoint = experiments_[e].arms[a].endpoint;
        decision.experiment = static_cast<std::int16_t>(e);
        decision.arm = static_cast<std::int16_t>(a);
        decision.reason = Reason::kForced;
        return decision;
      }
      choices += (choices.empty() ? "" : ", ") + choice;
    }
  }
  if (choices.empty()) {
    return invalidArgument("force_arm: use case '{}' routes no experiment: leave force_arm empty", name_);
  }
  return invalidArgument("force_arm: use case '{}' has no arm '{}': give one of {}", name_,
                         experiment_and_arm, choices);
}

const UseCase* RouteTable::find(std::string_view use_case) const {
  const auto found = use_case_index_.find(use_case);
  return found == use_case_index_.end() ? nullptr : found->second;
}

std::vector<std::string> RouteTable::useCaseNames() const {
  std::vector<std::string> names;
  for (const auto& use_case : use_cases_) names.push_back(use_case->name());
  std::sort(names.begin(), names.end());
  return names;
}

std::int32_t RouteTable::endpointIndex(std::string_view worker_endpoint) const {
  const auto found = endpoint_index_.find(worker_endpoint);
  return found == endpoint_index_.end() ? -1 : found->second;
}

}  // namespace aerie::routing
