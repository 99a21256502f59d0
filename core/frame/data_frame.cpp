#include "core/frame/data_frame.h"

#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "core/base/status.h"
#include "core/frame/typed.h"

namespace aerie::frame {
namespace {

std::vector<std::string> namesOf(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const Column& column : columns) names.push_back(column.name());
  return names;
}

absl::Status raggedError(const std::vector<Column>& columns) {
  std::string lengths;
  constexpr std::size_t kShown = 8;
  for (std::size_t i = 0; i < columns.size() && i < kShown; ++i) {
    lengths += fmt::format("{}'{}' has {}", i == 0 ? "" : ", ", columns[i].name(), columns[i].rows());
  }
  if (columns.size() > kShown) lengths += fmt::format(" and {} more columns", columns.size() - kShown);
  return invalidArgument("columns differ in their number of rows: {}; give every column the same", lengths);
}

// What one column of a merged frame is made of.
struct Merged {
  const std::string* name = nullptr;
  DataType type = DataType::kDouble;
  std::size_t dimension = 1;
  std::vector<const Column*> sources;  // one per part; nullptr where the part lacks the column
};

bool widens(DataType type) {
  return type == DataType::kDouble || type == DataType::kFloat || type == DataType::kInt64;
}

absl::Status unify(Merged& merged, const Column& column) {
  if (column.type() == merged.type && column.dimension() == merged.dimension) return absl::OkStatus();
  if (widens(column.type()) && widens(merged.type)) {
    merged.type = DataType::kDouble;
    return absl::OkStatus();
  }
  if (column.type() == merged.type) {
    return invalidArgument("column '{}' holds vectors of dimension {} in one part and {} in another",
                           column.name(), merged.dimension, column.dimension());
  }
  return invalidArgument("column '{}' is {} in one part and {} in another", column.name(), name(merged.type),
                         name(column.type()));
}

absl::StatusOr<std::vector<Merged>> planMerge(std::span<const Part> parts) {
  std::vector<Merged> plan;
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const std::vector<Column>& columns = parts[p].frame.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Column& column = columns[c];
      // Parts mostly agree on their columns' order: look there before hashing the name.
      std::size_t slot = c;
      if (slot >= plan.size() || *plan[slot].name != column.name()) {
        const auto [found, fresh] = index.try_emplace(column.name(), plan.size());
        slot = found->second;
        if (fresh) {
          plan.push_back({&column.name(), column.type(), column.dimension(),
                          std::vector<const Column*>(parts.size(), nullptr)});
        }
      }
      AERIE_RETURN_IF_ERROR(unify(plan[slot], column));
      plan[slot].sources[p] = &column;
    }
  }
  return plan;
}

// Refuses rows out of range or filled twice.
absl::Status checkPlaces(std::span<const Part> parts, std::size_t total) {
  std::vector<std::uint8_t> seen(total, 0);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (parts[p].rows.size() != parts[p].frame.rows()) {
      return invalidArgument("part {} has {} rows but places for {}", p, parts[p].frame.rows(),
                             parts[p].rows.size());
    }
    for (const std::uint32_t row : parts[p].rows) {
      if (row >= total)
        return invalidArgument("part {} has row {}, but the whole has {} rows", p, row, total);
      if (seen[row] != 0)
        return invalidArgument("row {} is filled twice, the second time by part {}", row, p);
      seen[row] = 1;
    }
  }
  return absl::OkStatus();
}

NullMask mergeNulls(std::span<const Part> parts, const Merged& merged, std::size_t total) {
  std::size_t covered = 0;
  for (std::size_t p = 0; p < parts.size(); ++p)
    covered += merged.sources[p] != nullptr ? parts[p].rows.size() : 0;
  const bool holes = covered < total;
  NullBuilder nulls(total, holes);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const Column* column = merged.sources[p];
    if (column == nullptr) continue;
    const bool has_nulls = column->hasNulls();
    if (!holes && !has_nulls) continue;
    const std::vector<std::uint32_t>& rows = parts[p].rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool is_null = has_nulls && column->isNull(i);
      if (is_null && !holes) nulls.set(rows[i]);
      if (!is_null && holes) nulls.clear(rows[i]);
    }
  }
  return std::move(nulls).finish();
}

template <class To, class From>
void scatter(std::span<const From> from, std::span<const std::uint32_t> rows, std::size_t dimension,
             std::vector<To>& to) {
  if (dimension == 1) {
    for (std::size_t i = 0; i < rows.size(); ++i) to[rows[i]] = static_cast<To>(from[i]);
    return;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t d = 0; d < dimension; ++d)
      to[rows[i] * dimension + d] = static_cast<To>(from[i * dimension + d]);
  }
}

Column mergeColumn(std::span<const Part> parts, const Merged& merged, std::size_t total) {
  NullMask nulls = mergeNulls(parts, merged, total);
  return dispatch(merged.type, [&](auto tag) {
    using T = typename decltype(tag)::Value;
    auto block = std::make_shared<Block<T>>();
    block->values.resize(total * merged.dimension);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const Column* column = merged.sources[p];
      if (column == nullptr) continue;
      if constexpr (std::is_same_v<T, double>) {
        if (column->type() == DataType::kFloat) {
          scatter<double, float>(column->floats(), parts[p].rows, 1, block->values);
          continue;
        }
        if (column->type() == DataType::kInt64) {
          scatter<double, std::int64_t>(column->int64s(), parts[p].rows, 1, block->values);
          continue;
        }
      }
      scatter<T, T>(valuesOf<T>(*column), parts[p].rows, merged.dimension, block->values);
      if constexpr (std::is_same_v<T, std::string_view>) block->sources.push_back(column->owner());
    }
    return columnOf<T>(*merged.name, std::move(block), std::move(nulls),
                       merged.type == DataType::kFloatVector, merged.dimension);
  });
}

}  // namespace

absl::StatusOr<DataFrame> DataFrame::create(std::vector<Column> columns) {
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (column.name().empty()) return invalidArgument("column {} has no name; give every column one", i);
    if (!names.insert(column.name()).second) {
      return invalidArgument("column '{}' is there twice; names must be distinct", column.name());
    }
    if (column.rows() != columns[0].rows()) return raggedError(columns);
  }
  DataFrame frame;
  frame.rows_ = columns.empty() ? 0 : columns[0].rows();
  frame.columns_ = std::move(columns);
  return frame;
}

DataFrame DataFrame::empty(std::size_t rows) {
  DataFrame frame;
  frame.rows_ = rows;
  return frame;
}

const Column* DataFrame::find(std::string_view name) const {
  for (const Column& column : columns_) {
    if (column.name() == name) return &column;
  }
  return nullptr;
}

absl::StatusOr<const Column*> DataFrame::get(std::string_view name) const {
  if (const Column* column = find(name)) return column;
  return notFound("there is no column '{}'; columns are: {}", name, fmt::join(namesOf(columns_), ", "));
}

absl::Status DataFrame::add(Column column) {
  if (column.name().empty())
    return invalidArgument("column {} has no name; give every column one", columns_.size());
  if (find(column.name()) != nullptr) {
    return invalidArgument("column '{}' is there twice; names must be distinct", column.name());
  }
  if (columns_.empty() && rows_ == 0) rows_ = column.rows();
  if (column.rows() != rows_) {
    return invalidArgument("column '{}' has {} rows, but the frame has {}", column.name(), column.rows(),
                           rows_);
  }
  columns_.push_back(std::move(column));
  return absl::OkStatus();
}

DataFrame DataFrame::slice(std::size_t begin, std::size_t rows) const {
  AERIE_CHECK(begin <= rows_ && rows <= rows_ - begin);
  DataFrame result = empty(rows);
  result.columns_.reserve(columns_.size());
  for (const Column& column : columns_) result.columns_.push_back(column.slice(begin, rows));
  return result;
}

DataFrame DataFrame::gather(std::span<const std::uint32_t> rows) const {
  DataFrame result = empty(rows.size());
  result.columns_.reserve(columns_.size());
  for (const Column& column : columns_) result.columns_.push_back(column.gather(rows));
  return result;
}

absl::StatusOr<DataFrame> DataFrame::select(std::span<const std::string> names) const {
  DataFrame result = empty(rows_);
  for (const std::string& name : names) {
    AERIE_ASSIGN_OR_RETURN(const Column* column, get(name));
    AERIE_RETURN_IF_ERROR(result.add(*column));
  }
  return result;
}

bool operator==(const DataFrame& a, const DataFrame& b) {
  return a.rows_ == b.rows_ && a.columns_ == b.columns_;
}

absl::StatusOr<DataFrame> scatterMerge(std::span<const Part> parts, std::size_t total) {
  AERIE_RETURN_IF_ERROR(checkPlaces(parts, total));
  AERIE_ASSIGN_OR_RETURN(const std::vector<Merged> plan, planMerge(parts));
  if (plan.empty()) return DataFrame::empty(total);
  std::vector<Column> columns;
  columns.reserve(plan.size());
  for (const Merged& merged : plan) columns.push_back(mergeColumn(parts, merged, total));
  return DataFrame::create(std::move(columns));
}

absl::StatusOr<DataFrame> concat(std::span<const DataFrame> frames) {
  if (frames.empty()) return DataFrame();
  if (frames.size() == 1) return frames[0];
  std::vector<Part> parts;
  std::uint32_t total = 0;
  for (const DataFrame& frame : frames) {
    if (frame.columns().size() != frames[0].columns().size()) {
      return invalidArgument("frames to be stacked differ in their columns: {} and {}",
                             fmt::join(namesOf(frames[0].columns()), ", "),
                             fmt::join(namesOf(frame.columns()), ", "));
    }
    for (const Column& column : frames[0].columns()) {
      const Column* other = frame.find(column.name());
      if (other == nullptr) {
        return invalidArgument("frames to be stacked differ in their columns: '{}' is not in each",
                               column.name());
      }
      if (other->type() != column.type() || other->dimension() != column.dimension()) {
        return invalidArgument(
            "frames to be stacked differ in column '{}': {} of dimension {} and {} of dimension {}",
            column.name(), name(column.type()), column.dimension(), name(other->type()), other->dimension());
      }
    }
    std::vector<std::uint32_t> rows(frame.rows());
    std::iota(rows.begin(), rows.end(), total);
    total += static_cast<std::uint32_t>(frame.rows());
    parts.push_back({frame, std::move(rows)});
  }
  return scatterMerge(parts, total);
}

}  // namespace aerie::frame
