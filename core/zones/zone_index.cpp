#include "core/zones/zone_index.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include "core/base/status.h"
#include "core/zones/json_fields.h"

namespace aerie::zones {
namespace {

using nlohmann::json;

constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kMaxText = 256;

bool isPlainText(std::string_view text) {
  return !text.empty() && text.size() <= kMaxText &&
         std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

absl::Status checkNames(const ZoneIndex& index) {
  std::set<std::string_view> columns;
  for (const std::string& column : index.columns) {
    if (!isPlainText(column))
      return invalidArgument("a column has no printable name of 1 to {} bytes", kMaxText);
    if (!columns.insert(column).second) return invalidArgument("column '{}' is there twice", column);
  }
  std::set<std::string_view> used;
  for (const ZoneKey& key : index.keys) {
    if (!isPlainText(key.feature)) return invalidArgument("a key names no feature");
    if (!columns.contains(key.column))
      return invalidArgument("key '{}' has its number in '{}', which is no column", key.feature, key.column);
    if (!used.insert(key.column).second)
      return invalidArgument("two keys have their number in column '{}'", key.column);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::int32_t> codeOf(const json& value, bool any) {
  if (value.is_null() != any) return invalidArgument("a code is null exactly where the value is '*'");
  if (any) return kAnyCode;
  if (!value.is_number_integer()) return invalidArgument("a code must be a whole number");
  const auto number = value.is_number_unsigned() && value.get<std::uint64_t>() > kLargestCode
                          ? std::int64_t{kLargestCode} + 1
                          : value.get<std::int64_t>();
  if (number < -kLargestCode || number > kLargestCode)
    return invalidArgument("a code must be from -{0} to {0}", kLargestCode);
  return static_cast<std::int32_t>(number);
}

absl::StatusOr<ZonePart> partOf(const json& value, const std::string& where, std::size_t keys) {
  JsonFields fields(value, where);
  ZonePart part;
  part.name = fields.text("name", true);
  part.values = fields.texts("zone", keys, keys);
  const json& codes = fields.list("code", keys, keys);
  for (std::size_t i = 0; fields.ok() && i < keys; ++i) {
    const auto code = codeOf(codes[i], part.values[i] == kAny);
    fields.add(code.status());
    if (code.ok()) part.codes.push_back(*code);
  }
  part.offset = fields.count("offset");
  part.size = fields.count("size");
  part.train_rows = fields.count("train_rows");
  part.test_rows = fields.count("test_rows");
  part.metrics = fields.numbers("metrics");
  if (!isPlainText(part.name)) fields.fail("'name' must be a printable text");
  for (const std::string& zone : part.values) {
    if (!isPlainText(zone)) fields.fail("'zone' must hold printable texts");
  }
  AERIE_RETURN_IF_ERROR(fields.finish());
  return part;
}

absl::Status checkParts(const ZoneIndex& index, std::uint64_t models_size) {
  std::set<std::string_view> names;
  std::uint64_t at = 0;
  for (const ZonePart& part : index.parts) {
    if (!names.insert(part.name).second) return invalidArgument("part '{}' is there twice", part.name);
    if (part.offset != at || part.size == 0 || part.size > models_size - at)
      return invalidArgument("the model of part '{}' does not lie behind the one before it", part.name);
    at += part.size;
  }
  if (at != models_size)
    return invalidArgument("the parts have {} bytes of models, the file has {}", at, models_size);
  return absl::OkStatus();
}

// A code as it reaches a model: exact, or no code at all.
std::optional<std::int32_t> codeOf(float value) {
  if (!(value >= -static_cast<float>(kLargestCode) && value <= static_cast<float>(kLargestCode)))
    return std::nullopt;  // NaN too
  const auto whole = static_cast<std::int32_t>(value);
  if (static_cast<float>(whole) != value) return std::nullopt;
  return whole;
}

}  // namespace

std::string toJson(const ZoneIndex& index) {
  json keys = json::array();
  for (const ZoneKey& key : index.keys) keys.push_back({{"feature", key.feature}, {"column", key.column}});
  json parts = json::array();
  for (const ZonePart& part : index.parts) {
    json codes = json::array();
    for (const std::int32_t code : part.codes) codes.push_back(code == kAnyCode ? json() : json(code));
    parts.push_back({{"name", part.name},
                     {"zone", part.values},
                     {"code", codes},
                     {"offset", part.offset},
                     {"size", part.size},
                     {"train_rows", part.train_rows},
                     {"test_rows", part.test_rows},
                     {"metrics", part.metrics}});
  }
  return dumped({{"format", kFormat}, {"columns", index.columns}, {"keys", keys}, {"parts", parts}});
}

absl::StatusOr<ZoneIndex> parseZoneIndex(std::string_view text, const std::string& source,
                                         std::uint64_t models_size) {
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded()) return invalidArgument("{}: the index is not JSON", source);
  JsonFields fields(root, source);
  const std::uint64_t format = fields.count("format");
  if (fields.ok() && format != kFormat)
    return failedPrecondition("{}: zone format {} can't be read; this program reads {}", source, format,
                              kFormat);
  ZoneIndex index;
  index.columns = fields.texts("columns", 1, kMaxColumns);
  for (const json& value : fields.list("keys", 1, kMaxKeys)) {
    JsonFields key(value, "a key");
    index.keys.push_back({key.text("feature", true), key.text("column", true)});
    fields.add(key.finish());
  }
  const json& parts = fields.list("parts", 1, kMaxParts);
  AERIE_RETURN_IF_ERROR(fields.finish());
  AERIE_RETURN_IF_ERROR(withContext(checkNames(index), source));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto part = partOf(parts[i], fmt::format("{}: part {}", source, i + 1), index.keys.size());
    if (!part.ok()) return part.status();
    index.parts.push_back(*std::move(part));
  }
  AERIE_RETURN_IF_ERROR(withContext(checkParts(index, models_size), source));
  AERIE_RETURN_IF_ERROR(withContext(ZoneTable::create(index).status(), source));
  return index;
}

std::string zoneText(const std::vector<ZoneKey>& keys, const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < keys.size() && i < values.size(); ++i)
    text += fmt::format("{}{}={}", i == 0 ? "" : ", ", keys[i].feature, values[i]);
  return text;
}

std::size_t ZoneTable::Hash::operator()(const Codes& codes) const {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const std::int32_t code : codes) {
    hash = (hash ^ static_cast<std::uint32_t>(code)) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 29;
  }
  return static_cast<std::size_t>(hash);
}

absl::StatusOr<ZoneTable> ZoneTable::create(const ZoneIndex& index) {
  ZoneTable table;
  for (const ZoneKey& key : index.keys) {
    const auto found = std::find(index.columns.begin(), index.columns.end(), key.column);
    AERIE_CHECK(found != index.columns.end());
    table.key_columns_.push_back(static_cast<std::size_t>(found - index.columns.begin()));
  }
  for (std::size_t i = 0; i < index.parts.size(); ++i) {
    const ZonePart& part = index.parts[i];
    unsigned any = 0;
    Codes codes{};
    for (std::size_t key = 0; key < part.codes.size(); ++key) {
      if (part.codes[key] == kAnyCode) {
        any |= 1U << key;
      } else {
        codes[key] = part.codes[key];
      }
    }
    auto level = std::find_if(table.levels_.begin(), table.levels_.end(),
                              [any](const Level& l) { return l.any == any; });
    if (level == table.levels_.end()) {
      table.levels_.push_back({any, {}});
      level = table.levels_.end() - 1;
    }
    const auto [entry, fresh] = level->parts.emplace(codes, static_cast<std::uint32_t>(i));
    if (!fresh) {
      return invalidArgument("parts '{}' and '{}' are both for {}", index.parts[entry->second].name,
                             part.name, zoneText(index.keys, part.values));
    }
    table.complete_ = table.complete_ || part.codes.size() == static_cast<std::size_t>(std::popcount(any));
  }
  // A later key has the higher bit: of two levels with as many "*", the higher one keeps the earlier keys.
  std::sort(table.levels_.begin(), table.levels_.end(), [](const Level& a, const Level& b) {
    const int left = std::popcount(a.any);
    const int right = std::popcount(b.any);
    return left != right ? left < right : a.any > b.any;
  });
  return table;
}

std::optional<std::uint32_t> ZoneTable::find(const float* row) const {
  Codes codes{};
  unsigned unknown = 0;
  for (std::size_t key = 0; key < key_columns_.size(); ++key) {
    const auto code = codeOf(row[key_columns_[key]]);
    if (code) {
      codes[key] = *code;
    } else {
      unknown |= 1U << key;
    }
  }
  for (const Level& level : levels_) {
    if ((unknown & ~level.any) != 0) continue;
    Codes wanted = codes;
    for (std::size_t key = 0; key < key_columns_.size(); ++key) {
      if ((level.any & (1U << key)) != 0) wanted[key] = 0;
    }
    if (const auto found = level.parts.find(wanted); found != level.parts.end()) return found->second;
  }
  return std::nullopt;
}

}  // namespace aerie::zones
