// vocabulary, one_hot, hash_bucket.
#include <algorithm>
#include <unordered_map>

#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataType;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Places = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

std::shared_ptr<const Places> placesOf(const v1::PreprocessStep& step) {
  auto places = std::make_shared<Places>();
  for (const std::string& value : step.values()) places->emplace(value, places->size());
  return places;
}

absl::Status checkRange(const StepReader& reader, std::string_view name, std::int64_t low,
                        std::int64_t high) {
  const std::int64_t value = reader.integer(name);
  if (value >= low && value <= high) return absl::OkStatus();
  return invalidArgument("'{}' is {}; give {} to {}", name, value, low, high);
}

}  // namespace

absl::Status fitValues(Columns inputs, v1::PreprocessStep* step) {
  const StepReader reader(*step);
  AERIE_RETURN_IF_ERROR(checkRange(reader, "max_size", 1, 10'000'000));
  AERIE_RETURN_IF_ERROR(checkRange(reader, "min_count", 1, 1LL << 53));
  std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> counts;
  forEachText(*inputs[0], [&counts](std::size_t, std::string_view text) {
    const auto found = counts.find(text);
    if (found != counts.end()) {
      ++found->second;
    } else {
      counts.emplace(text, 1);
    }
  });
  std::vector<std::pair<std::string, std::int64_t>> kept;
  for (const auto& [text, count] : counts) {
    if (count >= reader.integer("min_count")) kept.emplace_back(text, count);
  }
  if (kept.empty()) {
    return invalidArgument("there is nothing to learn from: no value of '{}' occurs {} times ('min_count')",
                           inputs[0]->name(), reader.integer("min_count"));
  }
  // Frequent ones first; the text decides among equals, so that the order of rows does not matter.
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  kept.resize(std::min(kept.size(), static_cast<std::size_t>(reader.integer("max_size"))));
  for (auto& [text, count] : kept) step->add_values(std::move(text));
  return absl::OkStatus();
}

absl::StatusOr<CompiledStep> compileVocabulary(const v1::PreprocessStep& step, Inputs) {
  const std::int64_t first = StepReader(step).integer("first");
  const std::int64_t unknown = StepReader(step).integer("unknown");
  if (unknown >= first && unknown < first + step.values_size()) {
    return invalidArgument("'unknown' ({}) is also the number of '{}'; choose another 'unknown' or 'first'",
                           unknown, step.values(static_cast<int>(unknown - first)));
  }
  return oneOutput(step, DataType::kInt64,
                   [name = step.outputs(0), places = placesOf(step), first, unknown](Columns in) {
                     std::vector<std::int64_t> to(in[0]->rows(), unknown);
                     forEachText(*in[0], [&](std::size_t row, std::string_view text) {
                       const auto found = places->find(text);
                       if (found != places->end()) to[row] = first + static_cast<std::int64_t>(found->second);
                     });
                     return std::vector<Column>{Column::ofInt64s(name, std::move(to))};
                   });
}

absl::StatusOr<CompiledStep> compileOneHot(const v1::PreprocessStep& step, Inputs) {
  const auto size = static_cast<std::size_t>(step.values_size());
  if (step.outputs_size() == 1) {
    return oneOutput(
        step, DataType::kFloatVector,
        [name = step.outputs(0), places = placesOf(step), size](Columns in) {
          std::vector<float> to(in[0]->rows() * size, 0.0F);
          forEachText(*in[0], [&](std::size_t row, std::string_view text) {
            const auto found = places->find(text);
            if (found != places->end()) to[row * size + found->second] = 1.0F;
          });
          return std::vector<Column>{Column::ofFloatVectors(name, size, std::move(to))};
        },
        size);
  }
  if (static_cast<std::size_t>(step.outputs_size()) != size) {
    return invalidArgument("has {} outputs for {} values; give one output (a vector), or one for each value",
                           step.outputs_size(), size);
  }
  CompiledStep compiled;
  for (const std::string& output : step.outputs()) compiled.outputs.push_back({output, DataType::kFloat, 1});
  compiled.kernel = [names = std::vector<std::string>(step.outputs().begin(), step.outputs().end()),
                     places = placesOf(step)](Columns in) {
    std::vector<std::vector<float>> to(names.size(), std::vector<float>(in[0]->rows(), 0.0F));
    forEachText(*in[0], [&](std::size_t row, std::string_view text) {
      const auto found = places->find(text);
      if (found != places->end()) to[found->second][row] = 1.0F;
    });
    std::vector<Column> columns;
    columns.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
      columns.push_back(Column::ofFloats(names[i], std::move(to[i])));
    return columns;
  };
  return compiled;
}

absl::StatusOr<CompiledStep> compileHashBucket(const v1::PreprocessStep& step, Inputs inputs) {
  const StepReader reader(step);
  AERIE_RETURN_IF_ERROR(checkRange(reader, "buckets", 1, 1LL << 53));
  const auto buckets = static_cast<std::uint64_t>(reader.integer("buckets"));
  const auto seed = static_cast<std::uint64_t>(reader.integer("seed"));
  const bool single = inputs.size() == 1;
  return oneOutput(step, DataType::kInt64, [name = step.outputs(0), buckets, seed, single](Columns in) {
    std::vector<std::int64_t> to(in[0]->rows());
    const auto place = [&](std::size_t row, std::string_view text) {
      to[row] = static_cast<std::int64_t>(stableHash(seed, text) % buckets);
    };
    if (single) {
      forEachText(*in[0], place);
      return std::vector<Column>{Column::ofInt64s(name, std::move(to), in[0]->nulls())};
    }
    JoinedTexts joined = joinTexts(in, "\x1f");
    for (std::size_t row = 0; row < to.size(); ++row) place(row, joined.texts[row]);
    return std::vector<Column>{Column::ofInt64s(name, std::move(to), std::move(joined.nulls))};
  });
}

}  // namespace aerie::preprocess
