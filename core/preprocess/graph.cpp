#include "core/preprocess/graph.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/preprocess/operators.h"

namespace aerie::preprocess {
namespace {

constexpr std::size_t kInput = static_cast<std::size_t>(-1);  // "made by" an input column
constexpr int kMaxSteps = 10'000;

// Which step makes each column.
using Makers = std::unordered_map<std::string_view, std::size_t>;

absl::StatusOr<Makers> findMakers(const v1::PreprocessorConfig& config, std::span<const InputColumn> inputs) {
  Makers makers;
  for (const InputColumn& input : inputs) makers.emplace(input.name, kInput);
  for (std::size_t i = 0; i < static_cast<std::size_t>(config.steps_size()); ++i) {
    for (const std::string& output : config.steps(static_cast<int>(i)).outputs()) {
      const auto [found, fresh] = makers.try_emplace(output, i);
      if (fresh) continue;
      return invalidArgument("{}: output '{}' is already {}; choose another name", stepLabel(config, i),
                             output,
                             found->second == kInput ? std::string("an input column")
                                                     : "given by " + stepLabel(config, found->second));
    }
  }
  return makers;
}

std::string suggestion(std::string_view name, const Makers& makers) {
  std::vector<std::string> names;
  for (const auto& [known, maker] : makers) names.emplace_back(known);
  std::sort(names.begin(), names.end());
  const std::string near = nearestName(name, names);
  if (!near.empty()) return fmt::format("did you mean '{}'?", near);
  constexpr std::size_t kShown = 20;
  const bool more = names.size() > kShown;
  names.resize(std::min(names.size(), kShown));
  return fmt::format("columns are: {}{}", fmt::join(names, ", "), more ? ", ..." : "");
}

// Walks back from a step that could not be ordered until one repeats: those in between make a cycle.
absl::Status cycleError(const v1::PreprocessorConfig& config, const Makers& makers,
                        const std::vector<std::size_t>& waiting) {
  std::size_t step = 0;
  while (waiting[step] == 0) ++step;
  std::vector<std::size_t> path;
  while (std::find(path.begin(), path.end(), step) == path.end()) {
    path.push_back(step);
    for (const std::string& input : config.steps(static_cast<int>(step)).inputs()) {
      const std::size_t maker = makers.at(input);
      if (maker == kInput || waiting[maker] == 0) continue;
      step = maker;
      break;
    }
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), step));
  path.push_back(step);
  std::reverse(path.begin(), path.end());  // from producer to consumer
  std::vector<std::string> labels;
  for (const std::size_t index : path) labels.push_back(stepLabel(config, index));
  return invalidArgument("steps depend on each other in a cycle: {}; remove one of these inputs",
                         fmt::join(labels, " -> "));
}

}  // namespace

absl::StatusOr<std::vector<std::size_t>> executionOrder(const v1::PreprocessorConfig& config,
                                                        std::span<const InputColumn> inputs) {
  if (config.steps_size() > kMaxSteps) {
    return invalidArgument("the config has {} steps; the limit is {}", config.steps_size(), kMaxSteps);
  }
  AERIE_ASSIGN_OR_RETURN(const Makers makers, findMakers(config, inputs));
  const auto count = static_cast<std::size_t>(config.steps_size());
  std::vector<std::size_t> waiting(count, 0);  // inputs of a step that are not there yet
  std::vector<std::vector<std::size_t>> users(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::string& input : config.steps(static_cast<int>(i)).inputs()) {
      const auto maker = makers.find(input);
      if (maker == makers.end()) {
        return invalidArgument("{}: there is no column '{}'; {}", stepLabel(config, i), input,
                               suggestion(input, makers));
      }
      if (maker->second == kInput) continue;
      users[maker->second].push_back(i);
      ++waiting[i];
    }
  }
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t i = 0; i < count; ++i) {
    if (waiting[i] == 0) ready.push(i);
  }
  std::vector<std::size_t> order;
  order.reserve(count);
  while (!ready.empty()) {
    order.push_back(ready.top());
    ready.pop();
    for (const std::size_t user : users[order.back()]) {
      if (--waiting[user] == 0) ready.push(user);
    }
  }
  if (order.size() < count) return cycleError(config, makers, waiting);
  return order;
}

}  // namespace aerie::preprocess
