#include "core/features/feature_loader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/status.h"
#include "core/features/coerce.h"
#include "core/features/location_config.h"
#include "core/features/row_codec.h"

namespace aerie::features {
namespace {

std::string columnNames(const frame::DataFrame& frame) {
  std::string text;
  for (const frame::Column& column : frame.columns()) {
    if (!text.empty()) text += ", ";
    text += column.name();
  }
  return text.empty() ? "there are no columns" : "the columns there are: " + text;
}

std::string_view frameName(v1::FeatureSource source) {
  switch (source) {
    case v1::SHARED: return "shared_features";
    case v1::ITEM: return "feature_data_frame";
    case v1::QUERY: return "query_data_frame";
    default: return "the stored features";
  }
}

// Where each item's query is. Problems belong to rows.
struct QueryRows {
  std::vector<std::uint32_t> rows;  // empty: every item has row 0
  std::map<std::uint32_t, std::string> problems;
};

absl::StatusOr<QueryRows> findQueryRows(const frame::DataFrame& items, const frame::DataFrame& queries) {
  QueryRows result;
  const frame::Column* index = items.find(kQueryIndex);
  if (index == nullptr) {
    if (queries.rows() <= 1) return result;
    return invalidArgument(
        "query_data_frame has {} rows, but feature_data_frame has no column '{}'; add it (int64, the row "
        "of each item's query)",
        queries.rows(), kQueryIndex);
  }
  if (index->type() != frame::DataType::kInt64) {
    return invalidArgument("column '{}' of feature_data_frame is {}; it must be int64", kQueryIndex,
                           frame::name(index->type()));
  }
  result.rows.resize(items.rows(), 0);
  for (std::size_t row = 0; row < items.rows(); ++row) {
    const std::int64_t query = index->int64s()[row];
    if (index->isNull(row)) {
      result.problems[static_cast<std::uint32_t>(row)] = fmt::format("column '{}' is null", kQueryIndex);
    } else if (query < 0 || static_cast<std::uint64_t>(query) >= queries.rows()) {
      result.problems[static_cast<std::uint32_t>(row)] = fmt::format(
          "{} {} is outside query_data_frame, which has {} rows", kQueryIndex, query, queries.rows());
    } else {
      result.rows[row] = static_cast<std::uint32_t>(query);
    }
  }
  return result;
}

}  // namespace

// One load() in progress.
struct FeatureLoader::Work {
  const frame::DataFrame& shared;
  const frame::DataFrame& items;
  const frame::DataFrame& queries;
  const frame::DataFrame* stored;
  std::size_t rows;
  std::optional<QueryRows> query_rows = {};
  std::vector<std::optional<frame::Column>> columns = {};
  std::vector<bool> failed = {};
  LoadedFeatures result = {};

  void fail(std::uint32_t row, absl::Status status) {
    if (failed[row]) return;
    failed[row] = true;
    result.failures.push_back({row, std::move(status)});
  }
  void countDefaults(const std::string& feature, std::uint64_t count) {
    if (count > 0) result.defaulted.push_back({feature, count});
  }

  // A feature's column with one row per item: as declared, defaults filled in, bad rows failed.
  absl::Status take(std::size_t index, const v1::FeatureLocation& feature, const TableColumn& wanted,
                    const frame::Column& column,
                    const std::function<absl::Status(std::uint32_t)>& when_null) {
    const auto problem = [&](std::uint32_t row, const std::string& text) {
      fail(row, text.empty() ? when_null(row) : invalidArgument("feature '{}': {}", feature.name(), text));
    };
    auto coerced =
        coerce(column, wanted, feature.has_default_value() ? &feature.default_value() : nullptr, problem);
    if (!coerced.ok()) {
      return invalidArgument("feature '{}' in {} is {} instead of {}: {}", feature.name(),
                             frameName(feature.source()), frame::name(column.type()),
                             frame::name(wanted.type), messageOf(coerced.status()));
    }
    countDefaults(feature.name(), coerced->defaulted);
    columns[index] = std::move(coerced->column);
    return absl::OkStatus();
  }
  absl::Status takeMissing(std::size_t index, const v1::FeatureLocation& feature, const TableColumn& wanted,
                           const frame::DataFrame& looked_in) {
    if (!feature.has_default_value()) {
      return invalidArgument("feature '{}' ({}) is missing from {} and has no default; send it, {}",
                             feature.name(), frame::name(wanted.type), frameName(feature.source()),
                             columnNames(looked_in));
    }
    columns[index] = constantColumn(wanted, feature.default_value(), rows);
    countDefaults(feature.name(), rows);
    return absl::OkStatus();
  }
};

FeatureLoader::FeatureLoader(v1::FeatureLocationConfig config, FeatureStore* store)
    : config_(std::move(config)), store_(store) {
  std::map<std::string, std::size_t> index;
  for (int i = 0; i < config_.features_size(); ++i) {
    const v1::FeatureLocation& feature = config_.features(i);
    index[feature.name()] = static_cast<std::size_t>(i);
    columns_.push_back(
        {feature.name(), toDataType(feature.type()), std::max<std::size_t>(1, feature.dimension())});
  }
  for (int i = 0; i < config_.features_size(); ++i) {
    const v1::FeatureLocation& feature = config_.features(i);
    if (feature.source() != v1::STORE) continue;
    std::vector<std::size_t> key;
    for (const std::string& part : feature.key()) key.push_back(index.at(part));
    auto table = std::find_if(tables_.begin(), tables_.end(),
                              [&](const Table& t) { return t.name == feature.table(); });
    if (table == tables_.end()) table = tables_.insert(table, Table{feature.table(), {}});
    auto lookup = std::find_if(table->lookups.begin(), table->lookups.end(),
                               [&](const Lookup& l) { return l.key == key; });
    if (lookup == table->lookups.end()) lookup = table->lookups.insert(lookup, Lookup{std::move(key), {}});
    lookup->features.push_back(static_cast<std::size_t>(i));
  }
  resolved_.resize(tables_.size());
}

absl::StatusOr<std::unique_ptr<FeatureLoader>> FeatureLoader::create(v1::FeatureLocationConfig config,
                                                                     FeatureStore* store,
                                                                     LoaderOptions options) {
  AERIE_RETURN_IF_ERROR(validate(config));
  std::unique_ptr<FeatureLoader> loader(new FeatureLoader(std::move(config), store));
  for (std::size_t i = 0; store != nullptr && options.check_tables && i < loader->tables_.size(); ++i) {
    const auto resolved = loader->resolve(i);
    if (resolved.ok() || absl::IsUnavailable(resolved.status())) continue;
    if (!absl::IsNotFound(resolved.status())) return resolved.status();
    return failedPrecondition("{}", messageOf(resolved.status()));
  }
  return loader;
}

absl::StatusOr<std::shared_ptr<const FeatureLoader::Resolved>> FeatureLoader::resolve(
    std::size_t table) const {
  {
    MutexLock lock(mutex_);
    if (resolved_[table] != nullptr) return resolved_[table];
  }
  const Table& wanted = tables_[table];
  auto resolved = std::make_shared<Resolved>();
  AERIE_ASSIGN_OR_RETURN(resolved->schema, store_->schema(wanted.name));
  resolved->column_of.resize(columns_.size(), 0);
  const std::vector<TableColumn>& have = resolved->schema.columns;
  for (const Lookup& lookup : wanted.lookups) {
    for (const std::size_t index : lookup.features) {
      const std::string& name = columns_[index].name;
      const auto found =
          std::find_if(have.begin(), have.end(), [&](const TableColumn& c) { return c.name == name; });
      if (found == have.end()) {
        std::vector<std::string> names;
        for (const TableColumn& column : have) names.push_back(column.name);
        return failedPrecondition("feature '{}' is not a column of feature table '{}' in {}; it holds: {}",
                                  name, wanted.name, store_->description(), fmt::join(names, ", "));
      }
      resolved->column_of[index] = static_cast<std::size_t>(found - have.begin());
      if (lookup.key.size() != resolved->schema.key.size()) {
        return failedPrecondition("feature '{}' gives {} key parts, but feature table '{}' is keyed by: {}",
                                  name, lookup.key.size(), wanted.name,
                                  fmt::join(resolved->schema.key, ", "));
      }
    }
  }
  MutexLock lock(mutex_);
  resolved_[table] = resolved;
  return std::shared_ptr<const Resolved>(std::move(resolved));
}

absl::Status FeatureLoader::loadFromRequest(Work& work, std::size_t index) const {
  const v1::FeatureLocation& feature = config_.features(static_cast<int>(index));
  const TableColumn& wanted = columns_[index];
  const auto when_null = [&](std::uint32_t row) {
    return invalidArgument("feature '{}' is null in {} for row {} and has no default", feature.name(),
                           frameName(feature.source()), row);
  };
  if (feature.source() == v1::ITEM || feature.source() == v1::STORE) {
    const frame::DataFrame& from = feature.source() == v1::ITEM ? work.items : *work.stored;
    const frame::Column* column = from.find(feature.name());
    if (column == nullptr) return work.takeMissing(index, feature, wanted, from);
    return work.take(index, feature, wanted, *column, when_null);
  }
  if (feature.source() == v1::SHARED) {
    const frame::Column* column = work.shared.find(feature.name());
    if (column == nullptr) return work.takeMissing(index, feature, wanted, work.shared);
    return work.take(index, feature, wanted, column->repeat(work.rows), when_null);
  }
  const frame::Column* column = work.queries.find(feature.name());
  if (column == nullptr || column->rows() == 0) return work.takeMissing(index, feature, wanted, work.queries);
  if (!work.query_rows.has_value()) {
    AERIE_ASSIGN_OR_RETURN(work.query_rows, findQueryRows(work.items, work.queries));
    for (const auto& [row, problem] : work.query_rows->problems)
      work.fail(row, invalidArgument("{}", problem));
  }
  const QueryRows& query_rows = *work.query_rows;
  return work.take(index, feature, wanted,
                   query_rows.rows.empty() ? column->repeat(work.rows) : column->gather(query_rows.rows),
                   when_null);
}

absl::Status FeatureLoader::loadFromStore(Work& work, std::size_t table_index) const {
  const Table& table = tables_[table_index];
  // One multi-get for the table: the keys of all lookups, each once. Where a row has no key, one after the
  // last stands for it.
  std::vector<std::string> keys;
  std::unordered_map<std::string, std::uint32_t> index_of;
  std::vector<std::vector<std::uint32_t>> row_of(table.lookups.size());
  constexpr std::uint32_t kNoKey = 0xffffffffU;
  bool some_without_key = false;
  std::vector<std::string> parts;
  for (std::size_t l = 0; l < table.lookups.size(); ++l) {
    row_of[l].resize(work.rows, kNoKey);
    for (std::size_t row = 0; row < work.rows; ++row) {
      if (work.failed[row]) {
        some_without_key = true;
        continue;
      }
      parts.clear();
      for (const std::size_t part : table.lookups[l].key) parts.push_back(work.columns[part]->textAt(row));
      const auto [found, fresh] =
          index_of.try_emplace(joinKey(parts), static_cast<std::uint32_t>(keys.size()));
      if (fresh) keys.push_back(found->first);
      row_of[l][row] = found->second;
    }
  }
  absl::Status status;
  std::vector<PackedRow> packed;
  const auto resolved = resolve(table_index);
  if (resolved.ok()) {
    auto read = store_->multiGet(table.name, keys);
    if (read.ok()) {
      packed = std::move(*read);
      if (some_without_key) packed.push_back(nullptr);
    }
    status = read.status();
  } else {
    status = resolved.status();
  }
  for (std::size_t l = 0; l < table.lookups.size(); ++l) {
    const Lookup& lookup = table.lookups[l];
    std::vector<frame::Column> columns;
    if (status.ok()) {
      std::vector<std::size_t> wanted;
      for (const std::size_t index : lookup.features) wanted.push_back((*resolved)->column_of[index]);
      auto decoded = decodeRows((*resolved)->schema, wanted, packed);
      if (decoded.ok()) {
        columns = std::move(*decoded);
      } else {
        status = decoded.status();
        MutexLock lock(mutex_);
        resolved_[table_index] = nullptr;  // perhaps the table was made anew with another schema
      }
    }
    if (columns.empty()) {
      work.result.store_unavailable = true;
      if (work.result.store_status.ok()) work.result.store_status = status;
    }
    std::vector<std::uint32_t>& rows = row_of[l];
    std::replace(rows.begin(), rows.end(), kNoKey, static_cast<std::uint32_t>(keys.size()));
    // The usual request asks for each key once, in order.
    const bool in_order = rows.size() == packed.size() &&
                          std::adjacent_find(rows.begin(), rows.end(), std::greater_equal<>()) == rows.end();
    for (std::size_t f = 0; f < lookup.features.size(); ++f) {
      const std::size_t index = lookup.features[f];
      const v1::FeatureLocation& feature = config_.features(static_cast<int>(index));
      const auto when_null = [&](std::uint32_t row) {
        if (columns.empty())
          return withContext(status, fmt::format("feature '{}' has no default", feature.name()));
        const bool absent =
            rows[row] >= keys.size() || packed[rows[row]] == nullptr || packed[rows[row]]->empty();
        std::string key = rows[row] < keys.size() ? keys[rows[row]] : std::string();
        std::replace(key.begin(), key.end(), '\x1f', ' ');
        return notFound("feature '{}' has no default, and feature table '{}' has {} for key '{}'",
                        feature.name(), table.name, absent ? "no row" : "a null", key);
      };
      const frame::Column column = columns.empty() ? nullColumn(columns_[index], work.rows)
                                   : in_order      ? columns[f]
                                                   : columns[f].gather(rows);
      AERIE_RETURN_IF_ERROR(work.take(index, feature, columns_[index], column, when_null));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<LoadedFeatures> FeatureLoader::load(const frame::DataFrame& shared,
                                                   const frame::DataFrame& items,
                                                   const frame::DataFrame& queries,
                                                   const frame::DataFrame* stored) const {
  if (!shared.columns().empty() && shared.rows() != 1) {
    return invalidArgument("shared_features has {} rows; it must have one value per name", shared.rows());
  }
  if (stored != nullptr && stored->rows() != items.rows()) {
    return invalidArgument("the stored features have {} rows for {} items; give one per item", stored->rows(),
                           items.rows());
  }
  if (stored == nullptr && store_ == nullptr && !tables_.empty()) {
    return failedPrecondition("feature table '{}' is needed, but no feature store is configured",
                              tables_[0].name);
  }
  Work work{shared, items, queries, stored, items.rows()};
  work.columns.resize(columns_.size());
  work.failed.resize(work.rows, false);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (config_.features(static_cast<int>(i)).source() == v1::STORE && stored == nullptr) continue;
    AERIE_RETURN_IF_ERROR(loadFromRequest(work, i));
  }
  for (std::size_t i = 0; stored == nullptr && i < tables_.size(); ++i)
    AERIE_RETURN_IF_ERROR(loadFromStore(work, i));

  std::vector<frame::Column> columns;
  columns.reserve(work.columns.size());
  for (std::optional<frame::Column>& column : work.columns) columns.push_back(std::move(*column));
  AERIE_ASSIGN_OR_RETURN(work.result.frame, frame::DataFrame::create(std::move(columns)));
  std::sort(work.result.failures.begin(), work.result.failures.end(),
            [](const RowFailure& a, const RowFailure& b) { return a.row < b.row; });
  return std::move(work.result);
}

}  // namespace aerie::features
