// A model per zone behind one prediction: rows are grouped by zone, each group goes to its part, the answers
// come back in the order of the rows.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/inference/local_model.h"
#include "core/inference/xgboost_model.h"
#include "core/zones/zone_index.h"

namespace aerie::inference {

// All parts are loaded, none is loaded later: a request never waits for a file.
class ZonedModel final : public LocalModel {
 public:
  // InvalidArgument: a damaged file, or a part that is no model of these columns; names the part.
  static absl::StatusOr<std::shared_ptr<const ZonedModel>> load(const std::filesystem::path& file);

  std::size_t features() const override { return index_.columns.size(); }
  std::size_t outputsPerRow() const override { return outputs_per_row_; }
  const std::vector<std::string>& featureNames() const override { return index_.columns; }
  // InvalidArgument names the first row that no part takes, and its zone.
  absl::StatusOr<std::vector<float>> predict(const float* values, std::size_t rows,
                                             std::size_t columns) const override;
  std::string platform() const override;
  // Whatever the rows' zone is.
  absl::StatusOr<std::vector<float>> predictPart(std::size_t part, const float* values, std::size_t rows,
                                                 std::size_t columns) const {
    return parts_.at(part)->predict(values, rows, columns);
  }

  const zones::ZoneIndex& index() const { return index_; }
  const zones::ZoneTable& table() const { return table_; }

 private:
  ZonedModel(zones::ZoneIndex index, zones::ZoneTable table)
      : index_(std::move(index)), table_(std::move(table)) {}
  // The part of each row.
  absl::StatusOr<std::vector<std::uint32_t>> partsOf(const float* values, std::size_t rows) const;

  const zones::ZoneIndex index_;
  const zones::ZoneTable table_;
  std::vector<std::shared_ptr<const XgboostModel>> parts_;  // as in the index
  std::size_t outputs_per_row_ = 1;
};

}  // namespace aerie::inference
