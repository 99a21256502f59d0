// Training job files from anywhere: never crashes; what is accepted expands to commands of the same length
// and reads back equal from its stored form.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/training/job_file.h"
#include "core/training/job_spec_json.h"
#include "core/training/task_expansion.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto spec = training::parseJobFile(
      text, "fuzz.yaml", [](const std::string&) { return absl::StatusOr<std::string>("zone\nATL\nORD\n"); });
  if (!spec.ok()) return messageOf(spec.status()).empty() ? std::abort(), 0 : 0;
  const auto tasks = training::expandTasks(*spec);
  AERIE_CHECK(tasks.ok() && !tasks->empty());
  const training::TaskCommand command = training::commandOf(*spec, tasks->back(), "1", "/out");
  AERIE_CHECK(command.arguments.size() == spec->tasks.command.size());
  for (const std::string& output : command.outputs) AERIE_CHECK(training::checkRelativePath(output).ok());
  const auto again = training::jobSpecFromJson(training::toJson(*spec));
  AERIE_CHECK(again.ok() && training::toJson(*again) == training::toJson(*spec));
  return 0;
}
