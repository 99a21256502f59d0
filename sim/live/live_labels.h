// Joins what was predicted with what came true: labels become known when the world's clock has passed a
// flight's departure by the delay. Sums per arm, and batches of outcomes for the control plane.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "aerie/v1/monitoring.pb.h"
#include "sim/traffic/load_generator.h"
#include "sim/world/delayed_labels.h"

namespace aerie::sim {

struct LabelledArm {
  std::string name;
  std::uint64_t labels = 0;
  double late = 0;      // sum over labels
  double log_loss = 0;  // likewise
};

// Thread-safe. A flight counts once in each lap of the world, with its first prediction: an application asks
// again and again about the same flight, and those answers are not independent.
class LiveLabels final {
 public:
  struct Options {
    std::string use_case;
    std::string experiment;
    std::string output = "probability";
    int delay_minutes = 240;
  };
  LiveLabels(const Flights& flights, Options options);

  // Takes in an answer and returns how many of its items failed.
  std::uint64_t add(const Outcome& outcome);
  // Labels due at `minute`; a new lap joins all that was waiting.
  void join(double minute, int lap);

  std::uint64_t joined() const;
  std::uint64_t waiting() const;
  std::vector<LabelledArm> arms() const;
  // Sums since the last call, for RecordOutcomes: metrics "log_loss" and "delayed".
  std::vector<v1::Outcome> takeOutcomes();

 private:
  struct Sums {
    double count = 0, late = 0, loss = 0, loss_squares = 0;
  };
  std::uint32_t armIndex(const std::string& name);
  void joinUpTo(std::int64_t minute);

  const Flights& flights_;
  const Options options_;
  mutable std::mutex mutex_;
  DelayedLabels labels_;
  std::vector<bool> seen_;  // by flight, in this lap
  std::vector<LabelledArm> arms_;
  std::vector<Sums> unreported_;  // beside arms_
  std::uint64_t joined_ = 0;
  int lap_ = 0;
};

}  // namespace aerie::sim
