// RedisFeatureStore: feature tables in Redis, one packed value per key and table, read with one MGET.
//
//   aerie:{table}:{key}     packed row (row_codec.h); {key} = joinKey of the parts
//   aerie:schema:{table}    schema as text
#pragma once

#include <absl/status/statusor.h>
#include <chrono>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/features/feature_store.h"

namespace aerie::features {

struct RedisOptions {
  std::string host = "127.0.0.1";
  int port = 6379;
  std::string unix_path;  // when set, host and port are not used
  int database = 0;
  std::string password_environment =
      "AERIE_REDIS_PASSWORD";  // name of the variable that holds it; unset = none
  std::chrono::milliseconds connect_timeout{200};
  std::chrono::milliseconds command_timeout{100};
  int max_connections = 16;
  // After a failure to connect, requests fail at once for this long, doubling up to the maximum: a Redis that
  // is down costs one connect timeout now and then, not one per request.
  std::chrono::milliseconds retry_after{100};
  std::chrono::milliseconds retry_after_max{5'000};
  std::size_t pipeline = 1'000;  // SETs in flight during put
};

// Does not connect: a store that is down at start is Unavailable until it comes up. Thread-safe; each call
// uses its own connection of the pool. `clock` outlives the store.
absl::StatusOr<std::unique_ptr<FeatureStore>> createRedisFeatureStore(RedisOptions options, Clock& clock);

// "redis://host:port[/db]" or "unix:///path?db=n"; InvalidArgument says what is wrong.
absl::StatusOr<RedisOptions> parseRedisUrl(const std::string& url);

}  // namespace aerie::features
