#include "core/features/redis_store.h"

#include <charconv>

#include "core/base/status.h"
#include "core/features/redis_connection.h"
#include "core/features/row_codec.h"

namespace aerie::features {
namespace {

std::string rowKey(const std::string& table, const std::string& key) { return "aerie:" + table + ":" + key; }
std::string schemaKey(const std::string& table) { return "aerie:schema:" + table; }

class RedisFeatureStore final : public FeatureStore {
 public:
  RedisFeatureStore(RedisOptions options, Clock& clock) : pool_(std::move(options), clock) {}

  absl::StatusOr<TableSchema> schema(const std::string& table) override {
    AERIE_ASSIGN_OR_RETURN(const std::string text, schemaText(table));
    if (text.empty()) {
      return notFound("feature table '{}' is not in Redis at {}; load it first (aeriectl features load)",
                      table, addressOf(pool_.options()));
    }
    return schemaFromText(text, "Redis " + schemaKey(table));
  }

  absl::StatusOr<std::vector<PackedRow>> multiGet(const std::string& table,
                                                  std::span<const std::string> keys) override {
    static const PackedRow kNone = std::make_shared<const std::string>();
    std::vector<PackedRow> rows;
    if (keys.empty()) return rows;
    std::vector<std::string> names;
    names.reserve(keys.size());
    for (const std::string& key : keys) names.push_back(rowKey(table, key));
    std::vector<std::string_view> arguments = {"MGET"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    AERIE_ASSIGN_OR_RETURN(const RedisReply reply, command(arguments));
    if (reply->type != REDIS_REPLY_ARRAY || reply->elements != keys.size()) {
      return internalError("Redis at {} answered MGET of {} keys with something else",
                           addressOf(pool_.options()), keys.size());
    }
    rows.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const redisReply& element = *reply->element[i];
      rows.push_back(element.type == REDIS_REPLY_STRING
                         ? std::make_shared<const std::string>(element.str, element.len)
                         : kNone);
    }
    return rows;
  }

  absl::Status put(const TableSchema& schema, const frame::DataFrame& frame) override {
    AERIE_ASSIGN_OR_RETURN(const RowEncoder encoder, RowEncoder::create(schema, frame));
    AERIE_RETURN_IF_ERROR(makeTable(schema));
    AERIE_ASSIGN_OR_RETURN(const RedisPool::Lease connection, pool_.take());
    const std::size_t batch = std::max<std::size_t>(1, pool_.options().pipeline);
    for (std::size_t begin = 0; begin < encoder.rows(); begin += batch) {
      const std::size_t end = std::min(encoder.rows(), begin + batch);
      for (std::size_t row = begin; row < end; ++row) {
        const std::string key = rowKey(schema.table, encoder.key(row));
        const std::string packed = encoder.encode(row);
        const std::string_view set[] = {"SET", key, packed};
        connection->send(set);
      }
      // Every answer is read, also after an error answer: the connection stays in step.
      absl::Status first;
      for (std::size_t row = begin; row < end; ++row) {
        const auto reply = connection->receive();
        if (!reply.ok() && first.ok()) first = reply.status();
        if (connection->broken()) break;
      }
      if (connection->broken()) pool_.noteFailure(first);
      AERIE_RETURN_IF_ERROR(
          withContext(first, fmt::format("storing rows of feature table '{}'", schema.table)));
    }
    return absl::OkStatus();
  }

  std::string description() const override { return "Redis at " + addressOf(pool_.options()); }

 private:
  // A kept connection may be a stale one (the server was started again): then, once, a new one is used.
  absl::StatusOr<RedisReply> command(std::span<const std::string_view> arguments) {
    for (;;) {
      AERIE_ASSIGN_OR_RETURN(const RedisPool::Lease connection, pool_.take());
      auto reply = connection->command(arguments);
      if (!connection->broken()) return reply;
      if (connection.fresh() || connection->timedOut()) {
        pool_.noteFailure(reply.status());
        return reply.status();
      }
      pool_.dropIdle();
    }
  }

  // "" when there is none.
  absl::StatusOr<std::string> schemaText(const std::string& table) {
    const std::string key = schemaKey(table);
    const std::string_view get[] = {"GET", key};
    AERIE_ASSIGN_OR_RETURN(const RedisReply reply, command(get));
    return reply->type == REDIS_REPLY_STRING ? std::string(reply->str, reply->len) : std::string();
  }

  absl::Status makeTable(const TableSchema& schema) {
    const std::string wanted = schemaToText(schema);
    const std::string key = schemaKey(schema.table);
    const std::string_view set_if_new[] = {"SET", key, wanted, "NX"};
    const auto made = command(set_if_new);
    if (!made.ok()) return made.status();
    AERIE_ASSIGN_OR_RETURN(const std::string stored, schemaText(schema.table));
    if (stored == wanted) return absl::OkStatus();
    return failedPrecondition(
        "feature table '{}' in Redis at {} has another schema; put rows that fit it, or use a new table "
        "name. It has:\n{}",
        schema.table, addressOf(pool_.options()), stored);
  }

  RedisPool pool_;
};

bool parseNumber(std::string_view text, int max, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= max;
}

}  // namespace

absl::StatusOr<std::unique_ptr<FeatureStore>> createRedisFeatureStore(RedisOptions options, Clock& clock) {
  if (options.max_connections < 1) return invalidArgument("a Redis store needs at least one connection");
  return std::make_unique<RedisFeatureStore>(std::move(options), clock);
}

absl::StatusOr<RedisOptions> parseRedisUrl(const std::string& url) {
  RedisOptions options;
  constexpr std::string_view kTcp = "redis://";
  constexpr std::string_view kUnix = "unix://";
  constexpr int kMaxDatabase = 1'000'000;
  if (url.starts_with(kUnix)) {
    std::string_view rest = std::string_view(url).substr(kUnix.size());
    const std::size_t question = rest.find('?');
    if (question != std::string_view::npos) {
      const std::string_view query = rest.substr(question + 1);
      if (!query.starts_with("db=") || !parseNumber(query.substr(3), kMaxDatabase, options.database)) {
        return invalidArgument("feature store '{}': '{}' is not understood; write ?db=N", url, query);
      }
      rest = rest.substr(0, question);
    }
    if (!rest.starts_with('/')) {
      return invalidArgument("feature store '{}' needs an absolute path; write unix:///path/redis.sock?db=0",
                             url);
    }
    options.unix_path = rest;
    return options;
  }
  if (!url.starts_with(kTcp))
    return invalidArgument("'{}' is not a Redis address; write redis://host:port[/db]", url);
  std::string_view rest = std::string_view(url).substr(kTcp.size());
  if (rest.find('@') != std::string_view::npos) {
    return invalidArgument("feature store: a password does not belong in the address; put it into {}",
                           options.password_environment);
  }
  const std::size_t slash = rest.find('/');
  if (slash != std::string_view::npos) {
    if (slash + 1 < rest.size() && !parseNumber(rest.substr(slash + 1), kMaxDatabase, options.database)) {
      return invalidArgument("feature store '{}': '{}' is not a database number", url,
                             rest.substr(slash + 1));
    }
    rest = rest.substr(0, slash);
  }
  const std::size_t colon = rest.rfind(':');
  options.host = rest.substr(0, colon);
  if (colon != std::string_view::npos &&
      (!parseNumber(rest.substr(colon + 1), 65'535, options.port) || options.port == 0)) {
    return invalidArgument("feature store '{}': '{}' is not a port", url, rest.substr(colon + 1));
  }
  if (options.host.empty())
    return invalidArgument("feature store '{}' names no host; write redis://host:port[/db]", url);
  return options;
}

}  // namespace aerie::features
