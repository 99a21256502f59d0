// A zoned model of 1,400 parts: time to load it, memory, and a request of 50 items over 20 zones beside one
// model alone. A table, or one JSON line with --json.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <unistd.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/inference/xgboost_model.h"
#include "core/inference/zoned_model.h"
#include "core/zones/zone_file.h"
#include "tests/bench/core/bench_table.h"
#include "tests/core/inference/tiny_model.h"

using namespace aerie;
using namespace aerie::inference;

namespace {

constexpr std::size_t kParts = 1'400;
constexpr std::size_t kColumns = 6;
constexpr std::size_t kItems = 50;
constexpr std::size_t kZones = 20;

double residentMib() {
  std::ifstream in("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  in >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// As a zone task makes it: 40 trees of depth 3.
std::string partModel(const std::filesystem::path& file, unsigned seed) {
  testing::TinyModelOptions options;
  options.features = kColumns;
  options.trees = 40;
  options.depth = 3;
  options.seed = seed;
  AERIE_CHECK(testing::trainTinyModel(file, options).ok());
  return *readFile(file);
}

absl::Status writeModel(const std::filesystem::path& directory, const std::filesystem::path& file) {
  std::vector<std::string> models;  // a few different ones, again and again
  for (unsigned seed = 1; seed <= 20; ++seed) models.push_back(partModel(directory / "part.ubj", seed));
  zones::ZoneIndex index;
  index.columns = {"zone", "a", "b", "c", "d", "e"};
  index.keys = {{"zone", "zone"}};
  std::vector<std::uint64_t> sizes;
  for (std::size_t i = 0; i < kParts; ++i) {
    zones::ZonePart part;
    part.name = fmt::format("zone{}", i + 1);
    part.values = {std::to_string(i + 1)};
    part.codes = {static_cast<std::int32_t>(i + 1)};
    index.parts.push_back(std::move(part));
    sizes.push_back(models[i % models.size()].size());
  }
  return zones::writeZoneFile(file, index, sizes, [&](std::size_t i) { return models[i % models.size()]; });
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("zoned models", argc, argv);
  const auto directory = TempDir::create("aerie-bench");
  AERIE_CHECK(directory.ok());
  const std::filesystem::path file = directory->path() / "zones.azm";
  AERIE_CHECK(writeModel(directory->path(), file).ok());

  const double before = residentMib();
  const auto begin = std::chrono::steady_clock::now();
  const auto model = ZonedModel::load(file);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  AERIE_CHECK(model.ok());
  std::fprintf(stderr, "%zu parts, file %.1f MiB: loaded in %.2f s, %.0f MiB of memory\n", kParts,
               static_cast<double>(std::filesystem::file_size(file)) / (1 << 20), seconds,
               residentMib() - before);

  const auto one = XgboostModel::load(directory->path() / "part.ubj");
  AERIE_CHECK(one.ok());
  std::vector<float> values = testing::tinyRows(kItems, kColumns, 5);
  const auto setZones = [&values](std::size_t zones) {
    for (std::size_t row = 0; row < kItems; ++row)
      values[row * kColumns] = static_cast<float>(row * 7 % zones * 61 % kParts + 1);
  };
  table.measure("one model, 50 items", kItems, "items",
                [&] { AERIE_CHECK((*one)->predict(values.data(), kItems, kColumns).ok()); });
  for (const std::size_t zones : {std::size_t{1}, std::size_t{5}, kZones, kItems}) {
    setZones(zones);
    table.measure(fmt::format("zoned, 50 items over {} zones", zones), kItems, "items",
                  [&] { AERIE_CHECK((*model)->predict(values.data(), kItems, kColumns).ok()); });
  }
  table.measure("choosing the parts of 50 items", kItems, "items", [&] {
    for (std::size_t row = 0; row < kItems; ++row)
      AERIE_CHECK((*model)->table().find(values.data() + row * kColumns).has_value());
  });
  return table.print();
}
