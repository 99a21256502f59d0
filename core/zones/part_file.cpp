#include "core/zones/part_file.h"

#include <algorithm>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/zones/json_fields.h"

namespace aerie::zones {
namespace {

using nlohmann::json;

constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kMaxValue = 256;
constexpr std::size_t kMaxOutputs = 10'000;

bool isDigest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

void readKeys(JsonFields& fields, PartDescription& part) {
  for (const json& value : fields.list("keys", 1, kMaxKeys)) {
    JsonFields key(value, "a key");
    part.keys.push_back({key.text("feature", true), key.text("column", true)});
    part.values.push_back(key.text("value", true));
    if (key.ok() && (part.values.back().empty() || part.values.back().size() > kMaxValue))
      key.fail(fmt::format("'value' must have 1 to {} bytes", kMaxValue));
    fields.add(key.finish());
  }
}

std::string digest(JsonFields& fields, const std::string& name) {
  std::string text = fields.text(name, true);
  if (fields.ok() && !isDigest(text))
    fields.fail(fmt::format("'{}' must be the SHA-256 of the file, 64 lower-case hex digits", name));
  return text;
}

}  // namespace

std::string toJson(const PartDescription& part) {
  json keys = json::array();
  for (std::size_t i = 0; i < part.keys.size(); ++i) {
    keys.push_back(
        {{"feature", part.keys[i].feature}, {"column", part.keys[i].column}, {"value", part.values[i]}});
  }
  json root = {{"format", kFormat},
               {"keys", keys},
               {"outputs", part.outputs},
               {"features_digest", part.features_digest},
               {"preprocessor_digest", part.preprocessor_digest},
               {"statistics_digest", part.statistics_digest},
               {"train_rows", part.train_rows},
               {"test_rows", part.test_rows},
               {"metrics", part.metrics},
               {"data", part.data},
               {"data_digest", part.data_digest},
               {"code", part.code}};
  if (!part.left_out.empty()) root["left_out"] = part.left_out;
  return dumped(root, 2) + "\n";
}

absl::StatusOr<PartDescription> parsePart(std::string_view text, const std::string& source) {
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded()) return invalidArgument("{}: is not JSON; let the task write it again", source);
  JsonFields fields(root, source);
  const std::uint64_t format = fields.count("format");
  if (fields.ok() && format != kFormat)
    return failedPrecondition("{}: part format {} can't be read; this program reads {}", source, format,
                              kFormat);
  PartDescription part;
  readKeys(fields, part);
  part.outputs = fields.texts("outputs", 1, kMaxOutputs);
  for (const std::string& output : part.outputs) fields.add(validateName("output", output));
  part.features_digest = digest(fields, "features_digest");
  part.preprocessor_digest = digest(fields, "preprocessor_digest");
  part.statistics_digest = digest(fields, "statistics_digest");
  part.train_rows = fields.count("train_rows");
  part.test_rows = fields.count("test_rows");
  part.metrics = fields.numbers("metrics");
  part.data = fields.text("data", false);
  part.data_digest = fields.text("data_digest", false);
  part.code = fields.text("code", false);
  part.left_out = fields.text("left_out", false);
  AERIE_RETURN_IF_ERROR(fields.finish());
  return part;
}

}  // namespace aerie::zones
