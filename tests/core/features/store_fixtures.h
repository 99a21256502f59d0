// A table with a column of every type, and a store in memory that can fail and counts its reads.
#pragma once

#include <QtTest>
#include <map>

#include "core/base/mutex.h"
#include "core/base/status.h"
#include "core/features/feature_store.h"
#include "core/features/row_codec.h"

#define VERIFY_OK(expr)                                                     \
  do {                                                                      \
    const absl::Status verified_status = (expr);                            \
    QVERIFY2(verified_status.ok(), aerie::toText(verified_status).c_str()); \
  } while (false)
#define VERIFY_MESSAGE(status, part) \
  QVERIFY2(aerie::messageOf(status).find(part) != std::string::npos, aerie::messageOf(status).c_str())

namespace aerie::testing {

inline features::TableSchema routeSchema() {
  using frame::DataType;
  return {"route_stats",
          {"origin", "destination"},
          {{"late_rate", DataType::kDouble, 1},
           {"speed", DataType::kFloat, 1},
           {"flights", DataType::kInt64, 1},
           {"hub", DataType::kBool, 1},
           {"airline", DataType::kString, 1},
           {"embedding", DataType::kFloatVector, 3}}};
}

// Three routes; ATL-JFK has a null flights, ORD-LAX a null embedding.
inline frame::DataFrame routeFrame() {
  using frame::Column;
  using frame::NullMask;
  return *frame::DataFrame::create(
      {Column::ofStrings("origin", {"ATL", "ORD", "São Paulo"}),
       Column::ofStrings("destination", {"JFK", "LAX", "GIG"}),
       Column::ofDoubles("late_rate", {0.25, 0.5, -1e300}), Column::ofFloats("speed", {1.5F, 2.5F, 3.5F}),
       Column::ofInt64s("flights", {0, -7, std::numeric_limits<std::int64_t>::max()},
                        NullMask::fromFlags({true, false, false})),
       Column::ofBools("hub", {1, 0, 1}), Column::ofStrings("airline", {"DL", "", "ゴル"}),
       Column::ofFloatVectors("embedding", 3, {1, 2, 3, 0, 0, 0, 7, 8, 9},
                              NullMask::fromFlags({false, true, false}))});
}

inline const std::vector<std::string>& routeKeys() {
  static const std::vector<std::string> keys = {"ATL\x1fJFK", "ORD\x1fLAX", "São Paulo\x1fGIG"};
  return keys;
}

// Thread-safe.
class MemoryStore final : public features::FeatureStore {
 public:
  absl::StatusOr<features::TableSchema> schema(const std::string& table) override {
    MutexLock lock(mutex_);
    if (!failure_.ok()) return failure_;
    const auto found = schemas_.find(table);
    if (found == schemas_.end()) return notFound("feature table '{}' is not in memory", table);
    return found->second;
  }
  absl::StatusOr<std::vector<features::PackedRow>> multiGet(const std::string& table,
                                                            std::span<const std::string> keys) override {
    MutexLock lock(mutex_);
    if (!failure_.ok()) return failure_;
    ++multi_gets;
    last_keys.assign(keys.begin(), keys.end());
    std::vector<features::PackedRow> rows;
    for (const std::string& key : keys)
      rows.push_back(std::make_shared<const std::string>(rows_[table + "/" + key]));
    return rows;
  }
  absl::Status put(const features::TableSchema& schema, const frame::DataFrame& frame) override {
    MutexLock lock(mutex_);
    AERIE_ASSIGN_OR_RETURN(const features::RowEncoder encoder, features::RowEncoder::create(schema, frame));
    schemas_[schema.table] = schema;
    for (std::size_t i = 0; i < encoder.rows(); ++i)
      rows_[schema.table + "/" + encoder.key(i)] = encoder.encode(i);
    return absl::OkStatus();
  }
  std::string description() const override { return "memory"; }

  void fail(absl::Status status) {
    MutexLock lock(mutex_);
    failure_ = std::move(status);
  }
  void damage(const std::string& table_and_key, std::string bytes) {
    MutexLock lock(mutex_);
    rows_[table_and_key] = std::move(bytes);
  }
  int multi_gets = 0;
  std::vector<std::string> last_keys;

 private:
  Mutex mutex_;
  absl::Status failure_;
  std::map<std::string, features::TableSchema> schemas_;
  std::map<std::string, std::string> rows_;
};

// Every rule that any store must keep; `store` is empty.
inline void checkStoreContract(features::FeatureStore& store) {
  using namespace features;
  QVERIFY(absl::IsNotFound(store.schema("route_stats").status()));
  VERIFY_OK(store.put(routeSchema(), routeFrame()));
  const auto schema = store.schema("route_stats");
  VERIFY_OK(schema.status());
  QVERIFY(*schema == routeSchema());

  const std::vector<std::string> keys = {routeKeys()[2], "nobody\x1fknows", routeKeys()[0]};
  const auto rows = store.multiGet("route_stats", keys);
  VERIFY_OK(rows.status());
  QCOMPARE(rows->size(), std::size_t{3});
  QVERIFY((*rows)[1]->empty());
  const std::size_t columns[] = {0, 4};
  const auto decoded = decodeRows(*schema, columns, *rows);
  VERIFY_OK(decoded.status());
  QCOMPARE((*decoded)[0].doubles()[2], 0.25);
  QVERIFY((*decoded)[0].isNull(1));
  QCOMPARE((*decoded)[1].textAt(0), std::string("ゴル"));

  // A later put replaces rows and leaves others alone.
  frame::DataFrame changed = routeFrame().slice(0, 1);
  std::vector<frame::Column> replaced;
  for (const frame::Column& column : changed.columns()) {
    replaced.push_back(column.name() == "late_rate" ? frame::Column::ofDoubles("late_rate", {0.75}) : column);
  }
  VERIFY_OK(store.put(routeSchema(), *frame::DataFrame::create(replaced)));
  const auto again = store.multiGet("route_stats", keys);
  VERIFY_OK(again.status());
  QCOMPARE((*decodeRows(*schema, columns, *again))[0].doubles()[2], 0.75);
  QCOMPARE(*(*again)[0], *(*rows)[0]);

  // Another schema is refused and changes nothing.
  TableSchema other = routeSchema();
  other.columns.pop_back();
  const absl::Status refused = store.put(other, routeFrame());
  QVERIFY(absl::IsFailedPrecondition(refused));
  VERIFY_MESSAGE(refused, "another schema");
  QVERIFY(*store.schema("route_stats") == routeSchema());

  // Names that differ in case only are different tables.
  TableSchema upper = routeSchema();
  upper.table = "ROUTE_STATS";
  VERIFY_OK(store.put(upper, routeFrame().slice(1, 1)));
  QVERIFY((*store.multiGet("ROUTE_STATS", keys))[2]->empty());
  QVERIFY(!(*store.multiGet("route_stats", keys))[2]->empty());
  QVERIFY(store.multiGet("route_stats", {})->empty());
}

}  // namespace aerie::testing
