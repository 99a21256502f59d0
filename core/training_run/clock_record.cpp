#include "core/training_run/clock_record.h"

#include <nlohmann/json.hpp>

#include "core/base/boot_id.h"

namespace aerie::training {
namespace {

std::filesystem::path recordIn(const std::filesystem::path& state_dir) { return state_dir / "clock.json"; }

}  // namespace

std::optional<std::int64_t> readClockZero(const std::filesystem::path& state_dir) {
  const auto text = readFile(recordIn(state_dir), 4'096);
  const nlohmann::json json = nlohmann::json::parse(text.value_or(""), nullptr, false);
  const bool fine = json.is_object() && json.contains("boot") && json["boot"].is_string() &&
                    json.contains("zero_ms") && json["zero_ms"].is_number_integer();
  if (!fine || bootId().empty() || json["boot"].get<std::string>() != bootId()) return std::nullopt;
  return json["zero_ms"].get<std::int64_t>();
}

void keepClockZero(const std::filesystem::path& state_dir, std::int64_t zero) {
  const nlohmann::json json = {{"boot", bootId()}, {"zero_ms", zero}};
  writeFileAtomic(recordIn(state_dir), json.dump()).IgnoreError();
}

}  // namespace aerie::training
