// One zone's part: a small model of the flights of one origin airport in one month, "*" = all of them.
//
// Few flights teach little, so a part also learns from a sample of all zones in its month, whose rows count
// less: a zone with many flights is its own master, one with a dozen stays close to what holds everywhere.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <map>
#include <string>

#include "core/base/crypto.h"
#include "services/train/zone_data.h"

namespace aerie::train {

struct PartOptions {
  std::string zone;             // origin, or "*"
  std::string month;            // "3", or "*"
  std::uint64_t min_rows = 10;  // fewer to learn from: the part is left out
  double neighbours = 5'000;  // the sample of all zones counts as much as this many own flights; 0 = not used
  int trees = 0;              // 0: by the number of flights, and so is
  int depth = 0;
  std::uint32_t seed = 1;
  int threads = 1;
};

struct PartResult {
  std::string left_out;  // why there is no model; "" = there is one
  std::uint64_t train_rows = 0;
  std::uint64_t test_rows = 0;
  std::map<std::string, double>
      metrics;  // auc, log_loss; auc_everywhere, log_loss_everywhere of the same test rows
};

// Writes the part into `out` as core/training_publish/assemble.h wants it. Too few flights, or none late, or
// none on time, is no error: the part says that it was left out, and its rows are served by the next wider
// one.
absl::StatusOr<PartResult> trainPart(const std::filesystem::path& prepared, const PartOptions& options,
                                     const std::filesystem::path& out);

// The same model as a version of its own: writes <out>/part.aerie for `model`, signed. Too few flights are
// FailedPrecondition here: a version needs a model.
absl::StatusOr<PartResult> trainPartBundle(const std::filesystem::path& prepared, const PartOptions& options,
                                           const std::string& model, const SigningKey& key,
                                           const std::filesystem::path& out);

// How a model file answers the flights that were kept from training, beside the model of all zones.
struct ZoneQuality {
  std::uint64_t rows = 0;
  double auc = 0.5, log_loss = 0;                        // of the zoned model, over all rows
  double auc_everywhere = 0.5, log_loss_everywhere = 0;  // of the model of all zones
  // Means over the zones, weighted by their rows: how flights of one zone are ranked among themselves.
  double auc_in_zones = 0.5, auc_in_zones_everywhere = 0.5;
  std::uint64_t zones = 0;          // with late and punctual flights
  std::uint64_t zones_better = 0;   // by log loss
  std::uint64_t own_part_rows = 0;  // answered by a part of their own zone and month
};
// `model`: a zoned model (.azm).
absl::StatusOr<ZoneQuality> evaluateZones(const std::filesystem::path& prepared,
                                          const std::filesystem::path& model);

}  // namespace aerie::train
