#include "services/worker/zone_rows.h"

#include <algorithm>
#include <fstream>

#include "core/base/status.h"
#include "core/zones/zone_file.h"

namespace aerie::worker {

absl::StatusOr<std::unique_ptr<const ZoneRows>> ZoneRows::create(const std::filesystem::path& model_file) {
  std::string begin(zones::kMagic.size(), '\0');
  std::ifstream in(model_file, std::ios::binary);
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  if (!in || !zones::isZoneFile(begin)) return std::unique_ptr<const ZoneRows>();
  AERIE_ASSIGN_OR_RETURN(const zones::ZoneFile file, zones::ZoneFile::open(model_file));
  AERIE_ASSIGN_OR_RETURN(zones::ZoneTable table, zones::ZoneTable::create(file.index()));
  if (table.complete()) return std::unique_ptr<const ZoneRows>();
  return std::unique_ptr<const ZoneRows>(new ZoneRows(file.index().keys, std::move(table)));
}

std::vector<std::uint32_t> ZoneRows::takeOut(inference::InputMatrix& matrix) const {
  std::vector<std::uint32_t> rows;
  std::size_t kept = 0;
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    const float* from = matrix.values.data() + row * matrix.columns;
    if (!table_.find(from)) {
      rows.push_back(static_cast<std::uint32_t>(row));
      continue;
    }
    if (kept != row) std::copy_n(from, matrix.columns, matrix.values.data() + kept * matrix.columns);
    ++kept;
  }
  matrix.rows = kept;
  matrix.values.resize(kept * matrix.columns);
  return rows;
}

absl::Status ZoneRows::noPart(const frame::DataFrame& raw, std::size_t row) const {
  std::vector<std::string> values;
  for (const zones::ZoneKey& key : keys_) {
    const frame::Column* column = raw.find(key.feature);
    values.push_back(column == nullptr || column->isNull(row) ? "(missing)" : column->textAt(row));
  }
  return invalidArgument("the model has no part for {}, and none for every zone; train one with '*'",
                         zones::zoneText(keys_, values));
}

}  // namespace aerie::worker
