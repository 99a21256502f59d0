// FeatureLoader: makes the raw features of a request, one row per item, from the request's frames and the
// feature store.
#pragma once

#include <absl/status/statusor.h>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "aerie/v1/bundle.pb.h"
#include "core/base/mutex.h"
#include "core/features/feature_store.h"
#include "core/frame/data_frame.h"

namespace aerie::features {

// The item column that names an item's row of the query frame; may be absent when there is at most one query.
inline constexpr std::string_view kQueryIndex = "query_index";

struct RowFailure {
  std::uint32_t row = 0;
  absl::Status
      status;  // InvalidArgument (bad value, null without default) or NotFound (nothing stored, no default)
};
struct DefaultedFeature {
  std::string feature;
  std::uint64_t rows = 0;
};

struct LoadedFeatures {
  // The config's features in its order, one row per item. Cells of failed rows may be null.
  frame::DataFrame frame;
  std::vector<RowFailure> failures;         // by row, at most one per row (the first problem found)
  std::vector<DefaultedFeature> defaulted;  // features that took their default, with the number of rows
  // The store failed (down, damaged rows, a table dropped): defaults stand in for the whole of at least one
  // table, and rows that need a stored feature without default failed with this status.
  bool store_unavailable = false;
  absl::Status store_status;
};

struct LoaderOptions {
  // Create fails when a table is missing from the store or its columns do not fit. A store that is
  // Unavailable then is no error: its schemas are read by the first request that reaches it.
  bool check_tables = true;
};

// Thread-safe. load() blocks while the store is read: never call it in a gRPC reaction when the config has
// stored features (see readsStore()).
class FeatureLoader final {
 public:
  // `store` may be null when no feature is stored, or when load() will be given `stored`. It must outlive the
  // loader. InvalidArgument for an invalid config, FailedPrecondition for tables that are missing or don't
  // fit.
  static absl::StatusOr<std::unique_ptr<FeatureLoader>> create(v1::FeatureLocationConfig config,
                                                               FeatureStore* store,
                                                               LoaderOptions options = {});

  // shared: one row, or no columns. queries: any rows, or no columns. An input column may have any type that
  // converts without loss to the declared one. InvalidArgument for the whole request: a missing column
  // without default (names the feature, where it was looked for, what was expected and what was there), a
  // type that can't convert, shared with other than one row. Per row: null without default, a value that does
  // not convert, a bad query_index, a null key part. `stored`, when given, stands in for the store: one row
  // per item with a column per stored feature (self-tests).
  absl::StatusOr<LoadedFeatures> load(const frame::DataFrame& shared, const frame::DataFrame& items,
                                      const frame::DataFrame& queries,
                                      const frame::DataFrame* stored = nullptr) const;

  bool readsStore() const { return !tables_.empty(); }
  const v1::FeatureLocationConfig& config() const { return config_; }
  // Names, types and dimensions of the columns that load() makes, for compiling a preprocessor.
  const std::vector<TableColumn>& outputColumns() const { return columns_; }

 private:
  struct Work;
  // Features of one table that share a key.
  struct Lookup {
    std::vector<std::size_t> key;       // features that make the key
    std::vector<std::size_t> features;  // features that it gives
  };
  struct Table {  // read with one multi-get
    std::string name;
    std::vector<Lookup> lookups;
  };
  // A table's schema, checked against the config.
  struct Resolved {
    TableSchema schema;
    std::vector<std::size_t> column_of;  // per feature of the config: its column in the schema
  };

  FeatureLoader(v1::FeatureLocationConfig config, FeatureStore* store);
  absl::StatusOr<std::shared_ptr<const Resolved>> resolve(std::size_t table) const;
  absl::Status loadFromRequest(Work& work, std::size_t feature) const;
  absl::Status loadFromStore(Work& work, std::size_t table) const;

  const v1::FeatureLocationConfig config_;
  FeatureStore* const store_;
  std::vector<TableColumn> columns_;
  std::vector<Table> tables_;
  mutable Mutex mutex_;
  mutable std::vector<std::shared_ptr<const Resolved>> resolved_ AERIE_GUARDED_BY(mutex_);
};

}  // namespace aerie::features
