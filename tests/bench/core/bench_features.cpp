// Multi-get of 50 keys x 16 features: SQLite, Redis with one MGET of packed rows, the in-process cache, and
// as a peer 50 pipelined HMGETs of 16 fields on the same Redis. Stores include unpacking into columns, the
// peer does not.
#include <chrono>
#include <cstdio>
#include <hiredis/hiredis.h>
#include <random>
#include <signal.h>
#include <thread>

#include "core/base/child_process.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/features/cached_store.h"
#include "core/features/redis_store.h"
#include "core/features/row_codec.h"
#include "core/features/sqlite_store.h"
#include "tests/bench/core/bench_table.h"

namespace {

using namespace aerie;
using namespace aerie::features;

constexpr int kRows = 20'000;
constexpr int kColumns = 16;
constexpr int kKeys = 50;

TableSchema schema() {
  TableSchema result{"products", {"product_id"}, {}};
  for (int i = 0; i < kColumns; ++i)
    result.columns.push_back({fmt::format("f{}", i), frame::DataType::kFloat, 1});
  return result;
}

frame::DataFrame rows() {
  std::vector<std::int64_t> ids(kRows);
  for (int i = 0; i < kRows; ++i) ids[static_cast<std::size_t>(i)] = i;
  std::vector<frame::Column> columns = {frame::Column::ofInt64s("product_id", ids)};
  for (int c = 0; c < kColumns; ++c) {
    columns.push_back(frame::Column::ofFloats(fmt::format("f{}", c),
                                              std::vector<float>(kRows, static_cast<float>(c) + 0.123F)));
  }
  return *frame::DataFrame::create(std::move(columns));
}

bench::Table* table = nullptr;

// Reads fresh random keys each time.
template <class Read>
absl::Status measure(const char* name, Read read) {
  std::mt19937 random(1);
  std::vector<std::string> keys(kKeys);
  absl::Status first;
  table->measure(name, kKeys, "keys", [&] {
    for (std::string& key : keys) key = std::to_string(random() % kRows);
    const absl::Status status = read(keys);
    if (first.ok()) first = status;
  });
  return first;
}

// Reads a store and unpacks the rows into columns, as the feature loader does.
absl::Status measureStore(const char* name, FeatureStore& store) {
  const TableSchema products = schema();
  std::vector<std::size_t> columns(kColumns);
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
  return measure(name, [&](const std::vector<std::string>& keys) -> absl::Status {
    const auto packed = store.multiGet("products", keys);
    if (!packed.ok()) return packed.status();
    return decodeRows(products, columns, *packed).status();
  });
}

absl::Status measureHashes(const std::string& socket) {
  redisContext* redis = redisConnectUnix(socket.c_str());
  if (redis == nullptr || redis->err != 0) return unavailable("no Redis");
  std::string fields;
  std::string sets;
  for (int c = 0; c < kColumns; ++c) {
    fields += fmt::format(" f{}", c);
    sets += fmt::format(" f{} {}", c, static_cast<float>(c) + 0.123F);
  }
  const auto drain = [&](int count) {
    for (int i = 0; i < count; ++i) {
      void* reply = nullptr;
      if (redisGetReply(redis, &reply) != REDIS_OK) return false;
      freeReplyObject(reply);
    }
    return true;
  };
  for (int i = 0; i < kRows; ++i) {
    redisAppendCommand(redis, fmt::format("HSET product:{}{}", i, sets).c_str());
    if (i % 1'000 == 999 && !drain(1'000)) return unavailable("Redis went away");
  }
  const absl::Status status =
      measure("peer: 50 pipelined HMGET", [&](const std::vector<std::string>& keys) -> absl::Status {
        for (const std::string& key : keys)
          redisAppendCommand(redis, fmt::format("HMGET product:{}{}", key, fields).c_str());
        return drain(kKeys) ? absl::OkStatus() : unavailable("Redis went away");
      });
  redisFree(redis);
  return status;
}

absl::Status withRedis(const std::string& socket) {
  SystemClock clock;
  RedisOptions options;
  options.unix_path = socket;
  options.retry_after = std::chrono::milliseconds(1);
  AERIE_ASSIGN_OR_RETURN(std::unique_ptr<FeatureStore> store, createRedisFeatureStore(options, clock));
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (absl::IsUnavailable(store->schema("products").status()) &&
         std::chrono::steady_clock::now() < give_up) {
    std::this_thread::yield();
  }
  AERIE_RETURN_IF_ERROR(store->put(schema(), rows()));
  AERIE_RETURN_IF_ERROR(measureStore("Redis, one MGET of packed rows", *store));
  AERIE_RETURN_IF_ERROR(measureHashes(socket));
  CachedFeatureStore cached(std::move(store), CacheOptions{}, clock);
  return measureStore("Redis behind the in-process cache", cached);
}

absl::Status run() {
  AERIE_ASSIGN_OR_RETURN(const TempDir dir, TempDir::create());
  AERIE_ASSIGN_OR_RETURN(std::unique_ptr<FeatureStore> sqlite,
                         openSqliteFeatureStore(dir.path() / "features.db"));
  AERIE_RETURN_IF_ERROR(sqlite->put(schema(), rows()));
  AERIE_RETURN_IF_ERROR(measureStore("SQLite, one SELECT", *sqlite));
  const std::string socket = (dir.path() / "r.sock").string();
  ChildOptions server;
  server.arguments = {"redis-server", "--port", "0",     "--unixsocket",     socket,
                      "--save",       "",       "--dir", dir.path().string()};
  AERIE_ASSIGN_OR_RETURN(const pid_t pid, spawnChild(server));
  const absl::Status status = withRedis(socket);
  static_cast<void>(signalChild(pid, SIGKILL));
  while (!pollChild(pid).has_value()) std::this_thread::yield();
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table results("feature multi-get, 50 keys x 16 features", argc, argv);
  table = &results;
  const absl::Status status = run();
  if (status.ok()) return results.print();
  std::fprintf(stderr, "bench_features: %s\n", toText(status).c_str());
  return 1;
}
