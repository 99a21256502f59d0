// Which part of a zoned model answers for a row.
//
// A zoned model is one model for each zone; a zone is a combination of key values, e.g. origin airport and
// month. All parts take the same columns, the outputs of one preprocessor. For each key, one of these columns
// holds the key's value as a whole number: as it is (month), or numbered by the preprocessor (`vocabulary`:
// ATL -> 4). So a request needs nothing but its features, and the choice is made from the numbers that reach
// the model anyway.
//
// A part whose value for a key is "*" takes every value of it. A row goes to the part with the fewest "*";
// among those to the one that keeps the earlier keys.
#pragma once

#include <absl/status/statusor.h>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aerie::zones {

inline constexpr std::string_view kAny = "*";
inline constexpr std::int32_t kAnyCode = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t kLargestCode = 1 << 24;  // whole numbers up to it are exact as float
inline constexpr std::size_t kMaxKeys = 4;
inline constexpr std::size_t kMaxParts = 100'000;
inline constexpr std::size_t kMaxColumns = 10'000;

struct ZoneKey {
  std::string feature;  // origin
  std::string column;   // origin_code: the preprocessor's output that holds its number
  friend bool operator==(const ZoneKey&, const ZoneKey&) = default;
};

struct ZonePart {
  std::string name;                 // unique; "ATL.3"
  std::vector<std::string> values;  // for each key; kAny = every value
  std::vector<std::int32_t> codes;  // for each key, as in its column; kAnyCode where the value is kAny
  std::uint64_t offset = 0;         // of the part's model among the models
  std::uint64_t size = 0;           // bytes
  std::uint64_t train_rows = 0;
  std::uint64_t test_rows = 0;
  std::map<std::string, double> metrics;
};

struct ZoneIndex {
  std::vector<std::string> columns;  // of the model's input, in order
  std::vector<ZoneKey> keys;
  std::vector<ZonePart> parts;
};

// JSON. `models_size`: bytes of all models; they must lie one behind the other and fill it. InvalidArgument
// names `source`, the part and what is wrong; what is returned is consistent.
std::string toJson(const ZoneIndex& index);
absl::StatusOr<ZoneIndex> parseZoneIndex(std::string_view json, const std::string& source,
                                         std::uint64_t models_size);

// "origin=ATL, month=3".
std::string zoneText(const std::vector<ZoneKey>& keys, const std::vector<std::string>& values);

// Finds parts. Immutable; thread-safe.
class ZoneTable final {
 public:
  // InvalidArgument: two parts of one zone.
  static absl::StatusOr<ZoneTable> create(const ZoneIndex& index);

  // `row`: a value for each column. nullopt: no part for this zone, also for a missing or fractional code.
  std::optional<std::uint32_t> find(const float* row) const;
  // A part takes every row.
  bool complete() const { return complete_; }

 private:
  using Codes = std::array<std::int32_t, kMaxKeys>;
  struct Hash {
    std::size_t operator()(const Codes& codes) const;
  };
  struct Level {
    unsigned any = 0;  // bit i: key i is not looked at
    std::unordered_map<Codes, std::uint32_t, Hash> parts;
  };
  ZoneTable() = default;

  std::vector<std::size_t> key_columns_;
  std::vector<Level> levels_;  // in the order in which they are tried
  bool complete_ = false;
};

}  // namespace aerie::zones
