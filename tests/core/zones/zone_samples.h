// A small zoned model: origins and months, with and without "*".
#pragma once

#include <string>
#include <vector>

#include "core/zones/zone_index.h"

namespace aerie::zones::test {

// Columns: origin_code, month, hour.
inline ZonePart part(std::string name, std::string origin, std::int32_t origin_code, std::string month,
                     std::int32_t month_code) {
  ZonePart result;
  result.name = std::move(name);
  result.values = {std::move(origin), std::move(month)};
  result.codes = {origin_code, month_code};
  result.size = 4;
  return result;
}

inline ZoneIndex sampleIndex() {
  ZoneIndex index;
  index.columns = {"origin_code", "month", "hour"};
  index.keys = {{"origin", "origin_code"}, {"month", "month"}};
  index.parts = {part("ATL.3", "ATL", 1, "3", 3), part("ATL.any", "ATL", 1, "*", kAnyCode),
                 part("any.3", "*", kAnyCode, "3", 3), part("any.any", "*", kAnyCode, "*", kAnyCode),
                 part("ORD.4", "ORD", 2, "4", 4)};
  std::uint64_t at = 0;
  for (ZonePart& one : index.parts) {
    one.offset = at;
    at += one.size;
  }
  return index;
}

inline std::uint64_t modelsSize(const ZoneIndex& index) { return index.parts.size() * 4; }

}  // namespace aerie::zones::test
