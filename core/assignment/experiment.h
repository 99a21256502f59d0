// An experiment of the Traffic Assignment Engine and its compiled form, which assigns keys.
#pragma once

#include <absl/status/statusor.h>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/assignment/hash.h"
#include "core/assignment/ranges.h"

namespace aerie::assignment {

inline constexpr int kMaxArms = 100;
inline constexpr double kWeightTolerance = 1e-6;  // how far a sum of weights may be from one

enum class ExperimentState : std::uint8_t { kDraft, kRunning, kStopped };
std::string_view stateName(ExperimentState state);  // "draft", "running", "stopped"

struct Arm {
  std::string name;
  double weight = 0;
  Ranges ranges;  // buckets that it owns; all arms without ranges = allocate() from weights and coverage
  bool operator==(const Arm&) const = default;
};

struct Experiment {
  std::string name;
  std::string layer;    // experiments of one layer never share a key
  double coverage = 1;  // share of the experiment's own buckets that are in it at all
  std::vector<Arm> arms;
  std::string seed;     // of the arm hash
  Ranges layer_ranges;  // its buckets of the layer; empty = the whole layer
  ExperimentState state = ExperimentState::kDraft;
  std::uint64_t revision = 0;
  std::int64_t started_unix_ms = 0;
  std::int64_t changed_unix_ms = 0;
  std::uint32_t hash_version = 2;
  std::string source;  // file for messages, may be empty; not compared
  friend bool operator==(const Experiment& a, const Experiment& b);
};

// "experiment 'x'" or "file.yaml: experiment 'x'", for messages.
std::string describe(const Experiment& experiment);

// The layer hash and the arm hash must not be the same function, else membership would decide the arm.
std::string layerSeed(std::string_view layer);  // "layer:" + layer

// Fills what may be left out: layer and seed = name, arm ranges = allocate(), layer_ranges = everything.
void fillDefaults(Experiment& experiment);

// InvalidArgument naming the experiment, the field and the remedy: names, 2..100 arms, distinct arms, weights
// in 0..1 that sum to one, coverage in 0..1, ranges inside 0..10000 that no two arms share.
// FailedPrecondition for hash version 1.
absl::Status validate(const Experiment& experiment);

// A table of 10,000 entries from bucket to arm: assigning is a hash and a load. Immutable; thread-safe.
class ArmTable final {
 public:
  static constexpr std::uint8_t kNone = 255;
  ArmTable() { arms_.fill(kNone); }
  // Later lists win nothing: the caller has checked that they are disjoint.
  void fill(std::span<const BucketRange> ranges, std::uint8_t arm);
  std::uint8_t operator[](Bucket bucket) const { return arms_[bucket]; }

 private:
  std::array<std::uint8_t, kBuckets> arms_;
};

// One experiment ready to assign. Immutable; thread-safe. About 10 kB.
class CompiledExperiment final {
 public:
  // Copies; fills defaults and validates first. Any state compiles: whether it may assign is the caller's
  // rule.
  static absl::StatusOr<CompiledExperiment> compile(Experiment experiment);

  const Experiment& experiment() const { return experiment_; }
  bool ownsWholeLayer() const { return whole_layer_; }
  Bucket layerBucket(std::string_view key) const { return layer_hash_(key); }
  Bucket layerBucket(std::int64_t key) const { return layer_hash_(key); }
  bool ownsLayerBucket(Bucket bucket) const {
    return whole_layer_ || contains(experiment_.layer_ranges, bucket);
  }
  Bucket bucket(std::string_view key) const { return hash_(key); }
  Bucket bucket(std::int64_t key) const { return hash_(key); }
  std::uint8_t armOfBucket(Bucket bucket) const { return table_[bucket]; }
  // Arm index, or -1: outside the layer share or not covered.
  int arm(std::string_view key) const { return armOf(key); }
  int arm(std::int64_t key) const { return armOf(key); }
  // out.size() == keys.size().
  void assign(std::span<const std::string_view> keys, std::span<std::int16_t> out) const;
  void assign(std::span<const std::int64_t> keys, std::span<std::int16_t> out) const;
  // Probability of the arm for a key that is in the experiment: its buckets / buckets of all arms.
  double propensity(int arm) const { return propensity_[static_cast<std::size_t>(arm)]; }

 private:
  explicit CompiledExperiment(Experiment experiment);
  template <class Key>
  int armOf(Key key) const {
    if (!whole_layer_ && !ownsLayerBucket(layer_hash_(key))) return -1;
    const std::uint8_t arm = table_[hash_(key)];
    return arm == ArmTable::kNone ? -1 : arm;
  }

  Experiment experiment_;
  Hasher layer_hash_;
  Hasher hash_;
  ArmTable table_;
  bool whole_layer_ = true;
  std::vector<double> propensity_;
};

}  // namespace aerie::assignment
