// The head of a zoned model, and part.json, from anywhere: never crashes; what is accepted is consistent and
// reads back equal.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/zones/part_file.h"
#include "core/zones/zone_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto part = zones::parsePart(bytes, "part.json"); part.ok()) {
    const auto again = zones::parsePart(zones::toJson(*part), "part.json");
    AERIE_CHECK(again.ok() && zones::toJson(*again) == zones::toJson(*part));
  }
  const auto head = zones::parseZoneHead(bytes, size, "zones.azm");
  if (!head.ok()) return messageOf(head.status()).empty() ? std::abort(), 0 : 0;
  AERIE_CHECK(head->models_at <= size);
  const auto table = zones::ZoneTable::create(head->index);
  AERIE_CHECK(table.ok());
  const std::vector<float> row(head->index.columns.size(), 1.0F);
  const auto found = table->find(row.data());
  AERIE_CHECK(!found || *found < head->index.parts.size());
  AERIE_CHECK(found || !table->complete());
  const std::string text = zones::toJson(head->index);
  const auto again = zones::parseZoneIndex(text, "zones.azm", size - head->models_at);
  AERIE_CHECK(again.ok() && zones::toJson(*again) == text);
  return 0;
}
