// CachedFeatureStore: a bounded in-process cache in front of another store.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/mutex.h"
#include "core/features/feature_store.h"
#include "core/features/row_codec.h"

namespace aerie::features {

struct CacheOptions {
  std::size_t max_entries = 200'000;
  std::size_t max_bytes = 64ULL << 20;  // rows and keys, with an estimate of the bookkeeping
  Duration ttl = std::chrono::seconds(60);
  Duration negative_ttl =
      std::chrono::seconds(5);  // for keys that the store does not have; 0 = not remembered
  std::size_t shards = 16;
};

struct CacheCounters {
  std::uint64_t hits = 0;  // negative hits included
  std::uint64_t misses = 0;
  std::uint64_t evictions = 0;
  std::uint64_t entries = 0;
  std::uint64_t bytes = 0;
};

// Thread-safe: least recently used per shard, each shard with its own lock, which is never held during a read
// of the store. Failed reads are not cached; when the store is Unavailable, a multi-get that the cache covers
// still succeeds. A put through this object drops the keys that it wrote; puts by other processes show after
// the TTL.
class CachedFeatureStore final : public FeatureStore {
 public:
  CachedFeatureStore(std::unique_ptr<FeatureStore> store, CacheOptions options, Clock& clock);
  ~CachedFeatureStore() override;

  absl::StatusOr<TableSchema> schema(const std::string& table) override;
  absl::StatusOr<std::vector<PackedRow>> multiGet(const std::string& table,
                                                  std::span<const std::string> keys) override;
  absl::Status put(const TableSchema& schema, const frame::DataFrame& frame) override;
  std::string description() const override;

  CacheCounters counters() const;
  // Of counters(), without looking into the shards; for every request.
  std::uint64_t hits() const { return hits_.load(std::memory_order_relaxed); }
  std::uint64_t misses() const { return misses_.load(std::memory_order_relaxed); }

 private:
  struct Shard;
  Shard& shardOf(std::size_t hash) const;  // of a cache key

  const std::unique_ptr<FeatureStore> store_;
  const CacheOptions options_;
  Clock& clock_;
  std::vector<std::unique_ptr<Shard>> shards_;
  std::atomic<std::uint64_t> hits_{0};
  std::atomic<std::uint64_t> misses_{0};
  // Counts puts: a row read before a put must not be remembered after it.
  std::atomic<std::uint64_t> generation_{0};
};

}  // namespace aerie::features
