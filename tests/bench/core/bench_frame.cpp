// What the proxy does to a request of 1,000 rows and 20 columns over two arms, and the worker's decoding and
// encoding.
#include <random>

#include "core/base/status.h"
#include "core/frame/data_frame.h"
#include "core/frame/wire.h"

#include "bench_table.h"

using namespace aerie;
using namespace aerie::frame;

namespace {

constexpr std::size_t kRows = 1'000;

DataFrame makeFrame() {
  std::mt19937_64 engine(1);
  std::vector<Column> columns;
  for (int c = 0; c < 20; ++c) {
    const std::string name = fmt::format("feature_{:02}", c);
    std::vector<bool> is_null(kRows);
    for (std::size_t row = 0; c % 5 == 0 && row < kRows; ++row) is_null[row] = engine() % 20 == 0;
    NullMask nulls = NullMask::fromFlags(is_null);
    std::vector<double> doubles(kRows);
    for (double& x : doubles) x = static_cast<double>(engine() % 1'000'000) / 100;
    if (c < 12) {
      columns.push_back(Column::ofDoubles(name, std::move(doubles), nulls));
    } else if (c < 16) {
      columns.push_back(
          Column::ofInt64s(name, std::vector<std::int64_t>(doubles.begin(), doubles.end()), nulls));
    } else {
      std::vector<std::string> texts(kRows);
      for (std::string& text : texts) text = fmt::format("K{}", engine() % 400);
      columns.push_back(Column::ofStrings(name, std::move(texts), nulls));
    }
  }
  return DataFrame::create(std::move(columns)).value();
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("frame", argc, argv);
  const DataFrame frame = makeFrame();
  std::vector<std::uint32_t> arms[2];
  std::mt19937_64 engine(2);
  for (std::uint32_t row = 0; row < kRows; ++row) arms[engine() % 2].push_back(row);

  table.measure("split and merge, two arms, 20 columns", kRows, "rows/s", [&] {
    const Part parts[] = {{frame.gather(arms[0]), arms[0]}, {frame.gather(arms[1]), arms[1]}};
    AERIE_CHECK(scatterMerge(parts, kRows).ok());
  });
  v1::DataFrame chunks[2];
  table.measure("split onto the wire, two arms", kRows, "rows/s", [&] {
    toWire(frame, arms[0], &chunks[0]);
    toWire(frame, arms[1], &chunks[1]);
  });
  table.measure("merge answers of one column, two arms", kRows, "rows/s", [&] {
    const std::string names[] = {"feature_01"};
    const Part parts[] = {{frame.select(names)->slice(0, arms[0].size()), arms[0]},
                          {frame.select(names)->slice(0, arms[1].size()), arms[1]}};
    AERIE_CHECK(scatterMerge(parts, kRows).ok());
  });
  v1::DataFrame message;
  table.measure("encode", kRows, "rows/s", [&] { toWire(frame, &message); });
  const auto owner = std::make_shared<const v1::DataFrame>(message);
  table.measure("decode, zero-copy", kRows, "rows/s", [&] { AERIE_CHECK(fromWire(owner, *owner).ok()); });
  const std::string bytes = message.SerializeAsString();
  table.measure("parse Protobuf and decode", kRows, "rows/s", [&] {
    auto parsed = std::make_shared<v1::DataFrame>();
    AERIE_CHECK(parsed->ParseFromString(bytes) && fromWire(parsed, *parsed).ok());
  });
  return table.print();
}
