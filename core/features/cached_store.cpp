#include "core/features/cached_store.h"

#include <algorithm>
#include <list>
#include <unordered_map>

namespace aerie::features {
namespace {

// What an entry costs beside its key and row: list and map nodes, string headers, the shared row's control
// block.
constexpr std::size_t kEntryOverhead = 200;

// A key with its hash, which is computed once: chains of the map are walked without touching the keys of
// other entries.
struct HashedKey {
  explicit HashedKey(std::string_view key) : text(key), hash(std::hash<std::string_view>{}(key)) {}
  std::string_view text;
  std::size_t hash;
  bool operator==(const HashedKey& other) const { return hash == other.hash && text == other.text; }
};
struct KeyHash {
  std::size_t operator()(const HashedKey& key) const { return key.hash; }
};

struct Entry {
  std::string key;
  PackedRow row;  // empty string: the store has none
  MonoTime expires;
  std::size_t bytes() const { return key.size() + row->size() + kEntryOverhead; }
};

void setCacheKey(std::string& out, const std::string& table, const std::string& key) {
  out.assign(table);
  out += '\x1e';
  out += key;
}

}  // namespace

// The most recently used entry is at the front.
struct CachedFeatureStore::Shard {
  Mutex mutex;
  std::list<Entry> entries AERIE_GUARDED_BY(mutex);
  // Views into the entries' own keys.
  std::unordered_map<HashedKey, std::list<Entry>::iterator, KeyHash> index AERIE_GUARDED_BY(mutex);
  std::size_t bytes AERIE_GUARDED_BY(mutex) = 0;
  std::uint64_t evictions AERIE_GUARDED_BY(mutex) = 0;

  void erase(std::list<Entry>::iterator entry) AERIE_REQUIRES(mutex) {
    bytes -= entry->bytes();
    index.erase(HashedKey(entry->key));
    entries.erase(entry);
  }
  void drop(const HashedKey& key) {
    MutexLock lock(mutex);
    const auto found = index.find(key);
    if (found != index.end()) erase(found->second);
  }
  PackedRow find(const HashedKey& key, MonoTime now) {
    MutexLock lock(mutex);
    const auto found = index.find(key);
    if (found == index.end()) return nullptr;
    if (found->second->expires <= now) {
      erase(found->second);
      return nullptr;
    }
    entries.splice(entries.begin(), entries, found->second);
    return found->second->row;
  }
  void insert(Entry entry, std::size_t max_entries, std::size_t max_bytes) {
    const std::size_t size = entry.bytes();
    if (size > max_bytes || max_entries == 0) return;
    MutexLock lock(mutex);
    const auto found = index.find(HashedKey(entry.key));
    if (found != index.end()) erase(found->second);
    entries.push_front(std::move(entry));
    index.emplace(HashedKey(entries.front().key), entries.begin());
    bytes += size;
    while (entries.size() > max_entries || bytes > max_bytes) {
      erase(std::prev(entries.end()));
      ++evictions;
    }
  }
};

CachedFeatureStore::CachedFeatureStore(std::unique_ptr<FeatureStore> store, CacheOptions options,
                                       Clock& clock)
    : store_(std::move(store)), options_(options), clock_(clock) {
  for (std::size_t i = 0; i < std::max<std::size_t>(1, options.shards); ++i)
    shards_.push_back(std::make_unique<Shard>());
}

CachedFeatureStore::~CachedFeatureStore() = default;

CachedFeatureStore::Shard& CachedFeatureStore::shardOf(std::size_t hash) const {
  // The maps use the low bits of the same hash: shards take others.
  return *shards_[(hash >> 40) % shards_.size()];
}

absl::StatusOr<TableSchema> CachedFeatureStore::schema(const std::string& table) {
  return store_->schema(table);
}

absl::StatusOr<std::vector<PackedRow>> CachedFeatureStore::multiGet(const std::string& table,
                                                                    std::span<const std::string> keys) {
  const MonoTime now = clock_.monoNow();
  const std::uint64_t generation = generation_.load(std::memory_order_acquire);
  std::vector<PackedRow> rows(keys.size());
  std::vector<std::size_t> missing;
  std::vector<std::string> missing_keys;
  std::string cache_key;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    setCacheKey(cache_key, table, keys[i]);
    const HashedKey hashed(cache_key);
    rows[i] = shardOf(hashed.hash).find(hashed, now);
    if (rows[i] != nullptr) continue;
    missing.push_back(i);
    missing_keys.push_back(keys[i]);
  }
  hits_.fetch_add(keys.size() - missing.size(), std::memory_order_relaxed);
  misses_.fetch_add(missing.size(), std::memory_order_relaxed);
  if (missing.empty()) return rows;

  auto read = store_->multiGet(table, missing_keys);
  if (!read.ok()) return read.status();
  for (std::size_t i = 0; i < missing.size(); ++i) {
    PackedRow& row = rows[missing[i]];
    row = std::move((*read)[i]);
    const Duration ttl = row->empty() ? options_.negative_ttl : options_.ttl;
    if (ttl <= Duration::zero()) continue;
    setCacheKey(cache_key, table, keys[missing[i]]);
    const HashedKey hashed(cache_key);
    Shard& shard = shardOf(hashed.hash);
    shard.insert(Entry{cache_key, row, now + ttl},
                 std::max<std::size_t>(1, options_.max_entries / shards_.size()),
                 options_.max_bytes / shards_.size());
    // A put since the read began may have replaced this row: what was read must not outlive it.
    if (generation_.load(std::memory_order_acquire) != generation) shard.drop(hashed);
  }
  return rows;
}

absl::Status CachedFeatureStore::put(const TableSchema& schema, const frame::DataFrame& frame) {
  const absl::Status status = store_->put(schema, frame);
  // Also after an error: a store that is not atomic may have taken part of the rows.
  generation_.fetch_add(1, std::memory_order_acq_rel);
  const auto encoder = RowEncoder::create(schema, frame);
  if (!encoder.ok()) return status;
  std::string cache_key;
  for (std::size_t row = 0; row < encoder->rows(); ++row) {
    setCacheKey(cache_key, schema.table, encoder->key(row));
    const HashedKey hashed(cache_key);
    shardOf(hashed.hash).drop(hashed);
  }
  return status;
}

std::string CachedFeatureStore::description() const { return store_->description() + ", cached"; }

CacheCounters CachedFeatureStore::counters() const {
  CacheCounters counters;
  counters.hits = hits_.load(std::memory_order_relaxed);
  counters.misses = misses_.load(std::memory_order_relaxed);
  for (const std::unique_ptr<Shard>& shard : shards_) {
    MutexLock lock(shard->mutex);
    counters.entries += shard->entries.size();
    counters.bytes += shard->bytes;
    counters.evictions += shard->evictions;
  }
  return counters;
}

}  // namespace aerie::features
