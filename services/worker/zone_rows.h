// Items of a zone that a zoned model has no part for: they fail alone, before the model is asked.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/features/feature_loader.h"
#include "core/frame/data_frame.h"
#include "core/inference/model_runtime.h"
#include "core/zones/zone_index.h"

namespace aerie::worker {

// Immutable; thread-safe.
class ZoneRows final {
 public:
  // Null: the file is no zoned model, or it has a part for every zone.
  static absl::StatusOr<std::unique_ptr<const ZoneRows>> create(const std::filesystem::path& model_file);

  // Takes the rows without a part out of `matrix` and answers which they were, ascending.
  std::vector<std::uint32_t> takeOut(inference::InputMatrix& matrix) const;
  // InvalidArgument: the zone of a row of raw features, and the remedy.
  absl::Status noPart(const frame::DataFrame& raw, std::size_t row) const;

 private:
  ZoneRows(std::vector<zones::ZoneKey> keys, zones::ZoneTable table)
      : keys_(std::move(keys)), table_(std::move(table)) {}
  const std::vector<zones::ZoneKey> keys_;
  const zones::ZoneTable table_;
};

}  // namespace aerie::worker
