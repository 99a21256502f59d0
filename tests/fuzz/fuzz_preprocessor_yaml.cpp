// A preprocessor config from anywhere: never crashes, also when it is compiled, and what is accepted prints
// and reads back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto config = preprocess::parsePreprocessorConfig(text, "fuzz.yaml");
  if (!config.ok()) return messageOf(config.status()).empty() ? std::abort(), 0 : 0;
  const std::string printed = preprocess::toYaml(*config);
  const auto again = preprocess::parsePreprocessorConfig(printed, "again.yaml");
  AERIE_CHECK(again.ok() && preprocess::toYaml(*again) == printed);
  const std::vector<preprocess::InputColumn> inputs = {{"distance", frame::DataType::kDouble, 1},
                                                       {"hour", frame::DataType::kInt64, 1},
                                                       {"origin", frame::DataType::kString, 1},
                                                       {"late", frame::DataType::kBool, 1},
                                                       {"embedding", frame::DataType::kFloatVector, 4}};
  const auto pipeline = preprocess::Pipeline::compile(*config, inputs);
  if (!pipeline.ok()) return messageOf(pipeline.status()).empty() ? std::abort(), 0 : 0;
  const auto rows = frame::DataFrame::create(
      {frame::Column::ofDoubles("distance", {500, -1}), frame::Column::ofInt64s("hour", {7, 23}),
       frame::Column::ofStrings("origin", {"ATL", ""}), frame::Column::ofBools("late", {1, 0}),
       frame::Column::ofFloatVectors("embedding", 4, {0, 1, 2, 3, 4, 5, 6, 7})});
  (void)pipeline->run(*rows);
  return 0;
}
