// A pipeline as a model of flights uses it, on requests of 50 and 1,000 rows.
#include <random>

#include "core/base/status.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"

#include "bench_table.h"

using namespace aerie;
using frame::Column;
using frame::DataFrame;

namespace {

constexpr const char* kConfig = R"(steps:
  - {op: impute, in: [delay], out: [delay_filled], strategy: median}
  - {op: clip, in: [delay_filled], out: [delay_clipped], min: -30, max: 120}
  - {op: log1p, in: [distance], out: [log_distance]}
  - {op: standardize, in: [log_distance], out: [x0]}
  - {op: min_max, in: [delay_clipped], out: [x1]}
  - {op: bucketize, in: [distance], out: [x2], buckets: 16}
  - {op: vocabulary, in: [origin], out: [x3]}
  - {op: hash_bucket, in: [origin, destination], out: [x4], buckets: 1000}
  - {op: arithmetic, in: [distance, speed], out: [x5], operator: divide}
  - {op: time_part, in: [time], out: [x6], part: hour}
  - {op: time_part, in: [time], out: [x7], part: weekday}
outputs: [x0, x1, x2, x3, x4, x5, x6, x7]
)";

DataFrame makeFrame(std::size_t rows) {
  std::mt19937_64 engine(1);
  std::vector<double> distance(rows);
  std::vector<double> speed(rows);
  std::vector<double> delay(rows);
  std::vector<bool> missing(rows);
  std::vector<std::string> origin(rows);
  std::vector<std::string> destination(rows);
  std::vector<std::int64_t> time(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    distance[i] = static_cast<double>(engine() % 5000);
    speed[i] = 200 + static_cast<double>(engine() % 300);
    delay[i] = static_cast<double>(engine() % 200) - 60;
    missing[i] = engine() % 20 == 0;
    origin[i] = fmt::format("A{:02}", engine() % 60);
    destination[i] = fmt::format("A{:02}", engine() % 60);
    time[i] = static_cast<std::int64_t>(1'700'000'000 + engine() % 30'000'000);
  }
  return DataFrame::create({Column::ofDoubles("distance", distance), Column::ofDoubles("speed", speed),
                            Column::ofDoubles("delay", delay, frame::NullMask::fromFlags(missing)),
                            Column::ofStrings("origin", origin),
                            Column::ofStrings("destination", destination), Column::ofInt64s("time", time)})
      .value();
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("preprocess", argc, argv);
  const auto config = preprocess::parsePreprocessorConfig(kConfig, "bench.yaml").value();
  const DataFrame training = makeFrame(20'000);
  const auto fitted = preprocess::fit(config, training).value();
  const auto pipeline = preprocess::Pipeline::compile(fitted, preprocess::columnsOf(training)).value();
  for (const std::size_t rows : {std::size_t{50}, std::size_t{1'000}}) {
    const DataFrame frame = makeFrame(rows);
    table.measure(fmt::format("run 11 steps on {} rows", rows), static_cast<double>(rows), "rows/s",
                  [&] { AERIE_CHECK(pipeline.run(frame).ok()); });
  }
  table.measure("fit 11 steps on 20000 rows", 20'000, "rows/s",
                [&] { AERIE_CHECK(preprocess::fit(config, training).ok()); });
  table.measure("compile", 1, "configs/s", [&] {
    AERIE_CHECK(preprocess::Pipeline::compile(fitted, preprocess::columnsOf(training)).ok());
  });
  return table.print();
}
