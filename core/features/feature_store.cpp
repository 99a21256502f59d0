#include "core/features/feature_store.h"

#include "core/base/clock.h"
#include "core/base/status.h"
#include "core/features/redis_store.h"
#include "core/features/sqlite_store.h"

namespace aerie::features {

std::string joinKey(std::span<const std::string> parts) {
  std::string key;
  for (const std::string& part : parts) {
    if (&part != parts.data()) key += '\x1f';
    key += part;
  }
  return key;
}

absl::StatusOr<std::unique_ptr<FeatureStore>> openFeatureStore(const std::string& url) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite)) {
    const std::string path = url.substr(kSqlite.size());
    if (path.empty()) return invalidArgument("feature store '{}' names no file; write sqlite:PATH", url);
    return openSqliteFeatureStore(path);
  }
  if (url.starts_with("redis://") || url.starts_with("unix://")) {
    static SystemClock clock;
    AERIE_ASSIGN_OR_RETURN(RedisOptions options, parseRedisUrl(url));
    return createRedisFeatureStore(std::move(options), clock);
  }
  return invalidArgument(
      "feature store '{}' has an unknown scheme; use sqlite:PATH, redis://host:port[/db] or "
      "unix:///path?db=n",
      url);
}

}  // namespace aerie::features
