#include "core/assignment/experiment.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/base/ids.h"
#include "core/base/status.h"

namespace aerie::assignment {
namespace {

absl::Status validateArms(const Experiment& experiment) {
  const std::string subject = describe(experiment);
  if (experiment.arms.size() < 2 || experiment.arms.size() > kMaxArms) {
    return invalidArgument("{}: arms: has {} arms: give 2 to {}", subject, experiment.arms.size(), kMaxArms);
  }
  double sum = 0;
  std::array<std::uint8_t, kBuckets> owner;
  owner.fill(ArmTable::kNone);
  for (std::size_t i = 0; i < experiment.arms.size(); ++i) {
    const Arm& arm = experiment.arms[i];
    AERIE_RETURN_IF_ERROR(
        withContext(validateName("arm", arm.name), fmt::format("{}: arms[{}].name", subject, i)));
    for (std::size_t j = 0; j < i; ++j) {
      if (experiment.arms[j].name == arm.name) {
        return invalidArgument("{}: arms[{}].name: '{}' is named twice: rename or remove one", subject, i,
                               arm.name);
      }
    }
    if (!(arm.weight >= 0 && arm.weight <= 1)) {
      return invalidArgument("{}: arms[{}].weight: {} of arm '{}' is not in 0..1: give its share", subject, i,
                             arm.weight, arm.name);
    }
    sum += arm.weight;
    const std::string ranges = fmt::format("{}: arms[{}].ranges", subject, i);
    AERIE_RETURN_IF_ERROR(validateRanges(ranges, arm.ranges));
    for (const BucketRange& range : arm.ranges) {
      for (std::uint32_t bucket = range.start; bucket < range.end; ++bucket) {
        if (owner[bucket] != ArmTable::kNone) {
          return invalidArgument("{}: bucket {} belongs to arm '{}' already: give each bucket to one arm",
                                 ranges, bucket, experiment.arms[owner[bucket]].name);
        }
        owner[bucket] = static_cast<std::uint8_t>(i);
      }
    }
  }
  if (std::abs(sum - 1) > kWeightTolerance) {
    return invalidArgument("{}: arms: the weights sum to {:.6g}, not to 1: change them so that they sum to 1",
                           subject, sum);
  }
  return absl::OkStatus();
}

}  // namespace

std::string_view stateName(ExperimentState state) {
  switch (state) {
    case ExperimentState::kDraft: return "draft";
    case ExperimentState::kRunning: return "running";
    case ExperimentState::kStopped: return "stopped";
  }
  return "unknown";
}

bool operator==(const Experiment& a, const Experiment& b) {
  const auto fields = [](const Experiment& e) {
    return std::tie(e.name, e.layer, e.coverage, e.arms, e.seed, e.layer_ranges, e.state, e.revision,
                    e.started_unix_ms, e.changed_unix_ms, e.hash_version);
  };
  return fields(a) == fields(b);
}

std::string describe(const Experiment& experiment) {
  if (experiment.source.empty()) return fmt::format("experiment '{}'", experiment.name);
  return fmt::format("{}: experiment '{}'", experiment.source, experiment.name);
}

std::string layerSeed(std::string_view layer) { return fmt::format("layer:{}", layer); }

void fillDefaults(Experiment& experiment) {
  if (experiment.layer.empty()) experiment.layer = experiment.name;
  if (experiment.seed.empty()) experiment.seed = experiment.name;
  if (experiment.layer_ranges.empty()) experiment.layer_ranges = {{0, kBuckets}};
  const bool given = std::any_of(experiment.arms.begin(), experiment.arms.end(),
                                 [](const Arm& arm) { return !arm.ranges.empty(); });
  if (given) return;
  std::vector<double> weights;
  for (const Arm& arm : experiment.arms) weights.push_back(arm.weight);
  const std::vector<BucketRange> ranges = allocate(weights, experiment.coverage);
  for (std::size_t i = 0; i < experiment.arms.size(); ++i)
    experiment.arms[i].ranges = normalized({ranges[i]});
}

absl::Status validate(const Experiment& experiment) {
  const std::string subject = describe(experiment);
  AERIE_RETURN_IF_ERROR(withContext(validateName("experiment", experiment.name), subject + ": name"));
  if (!experiment.layer.empty()) {
    AERIE_RETURN_IF_ERROR(withContext(validateName("layer", experiment.layer), subject + ": layer"));
  }
  if (experiment.hash_version != 2) {
    return failedPrecondition(
        "{}: hash_version: version {} does not assign, because parallel experiments are not "
        "independent under it: create the experiment anew with hash_version 2",
        subject, experiment.hash_version);
  }
  if (experiment.seed.size() > 256) {
    return invalidArgument("{}: seed: is {} bytes long: use at most 256", subject, experiment.seed.size());
  }
  if (!experiment.layer.empty() && experiment.seed == layerSeed(experiment.layer)) {
    return invalidArgument(
        "{}: seed: '{}' is the seed of its layer, so that the layer's share would decide the arm: give "
        "another seed",
        subject, experiment.seed);
  }
  if (!(experiment.coverage >= 0 && experiment.coverage <= 1)) {
    return invalidArgument(
        "{}: coverage: {} is not in 0..1: give the share of keys that is in the experiment", subject,
        experiment.coverage);
  }
  AERIE_RETURN_IF_ERROR(validateRanges(subject + ": layer_ranges", experiment.layer_ranges));
  return validateArms(experiment);
}

void ArmTable::fill(std::span<const BucketRange> ranges, std::uint8_t arm) {
  for (const BucketRange& range : ranges) {
    std::fill(arms_.begin() + range.start, arms_.begin() + range.end, arm);
  }
}

absl::StatusOr<CompiledExperiment> CompiledExperiment::compile(Experiment experiment) {
  AERIE_RETURN_IF_ERROR(validate(experiment));
  fillDefaults(experiment);
  return CompiledExperiment(std::move(experiment));
}

CompiledExperiment::CompiledExperiment(Experiment experiment)
    : experiment_(std::move(experiment)), layer_hash_(layerSeed(experiment_.layer)), hash_(experiment_.seed) {
  whole_layer_ = bucketCount(experiment_.layer_ranges) == kBuckets;
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < experiment_.arms.size(); ++i) {
    table_.fill(experiment_.arms[i].ranges, static_cast<std::uint8_t>(i));
    total += bucketCount(experiment_.arms[i].ranges);
  }
  for (const Arm& arm : experiment_.arms) {
    propensity_.push_back(total == 0 ? 0.0 : static_cast<double>(bucketCount(arm.ranges)) / total);
  }
}

void CompiledExperiment::assign(std::span<const std::string_view> keys, std::span<std::int16_t> out) const {
  AERIE_CHECK(keys.size() == out.size());
  for (std::size_t i = 0; i < keys.size(); ++i) out[i] = static_cast<std::int16_t>(armOf(keys[i]));
}

void CompiledExperiment::assign(std::span<const std::int64_t> keys, std::span<std::int16_t> out) const {
  AERIE_CHECK(keys.size() == out.size());
  for (std::size_t i = 0; i < keys.size(); ++i) out[i] = static_cast<std::int16_t>(armOf(keys[i]));
}

}  // namespace aerie::assignment
