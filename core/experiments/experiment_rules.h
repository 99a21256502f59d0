// The life of an experiment as pure decisions: draft -> running -> stopped. Nothing here stores anything or
// reads a clock.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/assignment/experiment.h"
#include "core/assignment/reweight.h"

namespace aerie::experiments {

struct ArmSpec {
  std::string name;
  double weight = 0;
};

struct ExperimentSpec {
  std::string name;
  std::string layer;  // "" = the name: a layer of its own
  double coverage = 1;
  std::vector<ArmSpec> arms;
  std::string seed;        // "" = the name
  double layer_share = 0;  // of the layer's buckets; 0 = all of it
  bool start = false;
};

struct WeightChange {
  std::map<std::string, double> weights;  // every arm by name, or empty = keep the weights
  std::optional<double> coverage;         // absent = keep
  std::uint64_t expected_revision = 0;    // 0 = whatever is there
};

struct WeightResult {
  assignment::Experiment experiment;
  std::uint32_t buckets_moved = 0;  // keys already in that get something else, in 1/10000
  assignment::Movement movement;
};

// `others`: all experiments there are, for the layer's free space. AlreadyExists when the name is taken,
// ResourceExhausted when the layer is full, InvalidArgument for bad fields.
absl::StatusOr<assignment::Experiment> makeExperiment(const ExperimentSpec& spec,
                                                      std::span<const assignment::Experiment> others,
                                                      std::int64_t now_unix_ms);
// Draft -> running. Running stays as it is (idempotent). FailedPrecondition when stopped.
absl::StatusOr<assignment::Experiment> started(assignment::Experiment experiment, std::int64_t now_unix_ms);
// Draft or running -> stopped, for good; frees the layer's space. Stopped stays as it is.
absl::StatusOr<assignment::Experiment> stopped(assignment::Experiment experiment, std::int64_t now_unix_ms);
// Fewest moves. Aborted when expected_revision is stale, FailedPrecondition when stopped, InvalidArgument for
// unknown or missing arms and weights that don't sum to one. A change that changes nothing keeps the
// revision.
absl::StatusOr<WeightResult> reweighted(const assignment::Experiment& experiment, const WeightChange& change,
                                        std::int64_t now_unix_ms);

}  // namespace aerie::experiments
