// Routing, worker and experiment YAML from anywhere: never crashes, and whatever is accepted prints and reads
// back equal.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/status.h"
#include "core/routing/config.h"
#include "core/routing/route_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aerie;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto documents = routing::parseConfigDocuments(text, "fuzz.yaml");
  if (!documents.ok()) return messageOf(documents.status()).empty() ? std::abort(), 0 : 0;
  for (const routing::RoutingConfig& config : documents->routings) {
    const auto again = routing::parseRoutingConfig(routing::toYaml(config), "again.yaml");
    AERIE_CHECK(again.ok() && *again == config);
  }
  for (const routing::WorkerConfig& config : documents->workers) {
    const auto again = routing::parseWorkerConfig(routing::toYaml(config), "again.yaml");
    AERIE_CHECK(again.ok() && *again == config);
  }
  for (const assignment::Experiment& experiment : documents->experiments) {
    const auto again = routing::parseExperiment(routing::toYaml(experiment), "again.yaml");
    AERIE_CHECK(again.ok() && *again == experiment);
  }
  const auto table = routing::RouteTable::compile(
      {std::move(documents->routings), std::move(documents->workers), std::move(documents->experiments)});
  if (table.ok()) {
    const routing::KeyValue keys[] = {std::int64_t{42}, std::string_view("key")};
    for (const std::string& name : (*table)->useCaseNames()) {
      const routing::UseCase& use_case = *(*table)->find(name);
      AERIE_CHECK(use_case.explain(keys).decision == use_case.assign(keys));
    }
  }
  return 0;
}
