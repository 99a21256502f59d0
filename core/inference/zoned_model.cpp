#include "core/inference/zoned_model.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <numeric>

#include "core/base/status.h"
#include "core/zones/zone_file.h"

namespace aerie::inference {
namespace {

// "origin_code=17, month=3": what the request has, as the model sees it.
std::string codesText(const zones::ZoneIndex& index, const float* row) {
  std::string text;
  for (const zones::ZoneKey& key : index.keys) {
    const auto at = std::find(index.columns.begin(), index.columns.end(), key.column) - index.columns.begin();
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", key.column, row[at]);
  }
  return text;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const ZonedModel>> ZonedModel::load(const std::filesystem::path& file) {
  AERIE_ASSIGN_OR_RETURN(const zones::ZoneFile zones, zones::ZoneFile::open(file));
  AERIE_ASSIGN_OR_RETURN(zones::ZoneTable table, zones::ZoneTable::create(zones.index()));
  std::shared_ptr<ZonedModel> model(new ZonedModel(zones.index(), std::move(table)));
  const std::size_t columns = model->features();
  for (std::size_t i = 0; i < model->index_.parts.size(); ++i) {
    const std::string name = fmt::format("{}: part '{}'", file.string(), model->index_.parts[i].name);
    AERIE_ASSIGN_OR_RETURN(const std::string bytes, zones.model(i));
    AERIE_ASSIGN_OR_RETURN(std::shared_ptr<const XgboostModel> part, XgboostModel::fromBytes(bytes, name));
    if (part->features() != columns) {
      return invalidArgument("{} takes {} features, the zoned model has {} columns; train it on all of them",
                             name, part->features(), columns);
    }
    if (i > 0 && part->outputsPerRow() != model->outputs_per_row_) {
      return invalidArgument("{} gives {} values per row, the part before it {}; train all parts alike", name,
                             part->outputsPerRow(), model->outputs_per_row_);
    }
    model->outputs_per_row_ = part->outputsPerRow();
    model->parts_.push_back(std::move(part));
  }
  return std::shared_ptr<const ZonedModel>(std::move(model));
}

absl::StatusOr<std::vector<std::uint32_t>> ZonedModel::partsOf(const float* values, std::size_t rows) const {
  std::vector<std::uint32_t> parts(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const float* at = values + row * features();
    const auto part = table_.find(at);
    if (!part) {
      return invalidArgument("row {}: there is no part for {}, and none for every zone; train one with '*'",
                             row, codesText(index_, at));
    }
    parts[row] = *part;
  }
  return parts;
}

absl::StatusOr<std::vector<float>> ZonedModel::predict(const float* values, std::size_t rows,
                                                       std::size_t columns) const {
  if (columns != features()) {
    return invalidArgument("the model takes {} features, the input has {} columns", features(), columns);
  }
  AERIE_ASSIGN_OR_RETURN(const std::vector<std::uint32_t> parts, partsOf(values, rows));
  if (rows == 0) return std::vector<float>();
  if (std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) { return part == parts[0]; }))
    return parts_[parts[0]]->predict(values, rows, columns);

  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&parts](std::uint32_t a, std::uint32_t b) { return parts[a] < parts[b]; });
  std::vector<float> sorted(rows * columns);
  for (std::size_t i = 0; i < rows; ++i)
    std::copy_n(values + order[i] * columns, columns, sorted.data() + i * columns);
  std::vector<float> answers(rows * outputs_per_row_);
  for (std::size_t begin = 0; begin < rows;) {
    const std::uint32_t part = parts[order[begin]];
    std::size_t end = begin + 1;
    while (end < rows && parts[order[end]] == part) ++end;
    AERIE_ASSIGN_OR_RETURN(const std::vector<float> predicted,
                           parts_[part]->predict(sorted.data() + begin * columns, end - begin, columns));
    for (std::size_t i = begin; i < end; ++i) {
      std::copy_n(predicted.data() + (i - begin) * outputs_per_row_, outputs_per_row_,
                  answers.data() + order[i] * outputs_per_row_);
    }
    begin = end;
  }
  return answers;
}

std::string ZonedModel::platform() const { return fmt::format("xgboost_zones ({} parts)", parts_.size()); }

absl::StatusOr<std::shared_ptr<const LocalModel>> loadModel(const std::filesystem::path& file) {
  std::string begin(zones::kMagic.size(), '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  if (in && zones::isZoneFile(begin)) return ZonedModel::load(file);
  return XgboostModel::load(file);
}

}  // namespace aerie::inference
