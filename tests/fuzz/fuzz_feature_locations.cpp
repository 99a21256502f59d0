// A feature location config from anywhere: never crashes, and what is accepted is valid, prints and reads
// back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/features/location_config.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto config = features::parseFeatureLocationConfig(text, "fuzz.yaml");
  if (!config.ok()) return messageOf(config.status()).empty() ? std::abort(), 0 : 0;
  AERIE_CHECK(features::validate(*config).ok());
  const std::string printed = features::toYaml(*config);
  const auto again = features::parseFeatureLocationConfig(printed, "again.yaml");
  AERIE_CHECK(again.ok() && features::toYaml(*again) == printed);
  return 0;
}
