// Seeded random frames for property tests. The same seed gives the same frame on every machine.
#pragma once

#include <random>

#include "core/base/status.h"
#include "core/frame/data_frame.h"

namespace aerie::frame::testing {

class Random final {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  // Mostly ordinary numbers, sometimes special ones.
  double number() {
    static constexpr double kSpecial[] = {0.0, -0.0, 1e300, -1e-300, INFINITY, -INFINITY, NAN};
    if (chance(10)) return kSpecial[below(std::size(kSpecial))];
    return static_cast<double>(static_cast<std::int64_t>(below(2'000'001)) - 1'000'000) / 997.0;
  }
  std::string text() {
    static constexpr std::string_view kTexts[] = {
        "", "ATL", "a,b", "say \"hi\"", "two\nlines", "\xc3\xa9t\xc3\xa9", " x "};
    if (chance(30)) return std::string(kTexts[below(std::size(kTexts))]);
    return fmt::format("t{}", below(1000));
  }

 private:
  std::mt19937_64 engine_;
};

inline Column randomColumn(Random& random, std::string name, DataType type, std::size_t rows,
                           std::size_t dimension = 3) {
  std::vector<bool> is_null(rows);
  if (random.chance(60)) {
    for (std::size_t i = 0; i < rows; ++i) is_null[i] = random.chance(25);
  }
  NullMask nulls = NullMask::fromFlags(is_null);
  std::vector<double> doubles(rows * dimension);
  for (double& x : doubles) x = random.number();
  switch (type) {
    case DataType::kDouble: doubles.resize(rows); return Column::ofDoubles(std::move(name), doubles, nulls);
    case DataType::kFloat: {
      std::vector<float> values(rows);
      for (std::size_t i = 0; i < rows; ++i) values[i] = static_cast<float>(random.below(10'000)) / 7.0F;
      return Column::ofFloats(std::move(name), std::move(values), nulls);
    }
    case DataType::kInt64: {
      std::vector<std::int64_t> values(rows);
      for (auto& x : values) x = static_cast<std::int64_t>(random.below(1'000'000'000)) - 500'000'000;
      return Column::ofInt64s(std::move(name), std::move(values), nulls);
    }
    case DataType::kBool: {
      std::vector<std::uint8_t> values(rows);
      for (auto& x : values) x = random.chance(50) ? 1 : 0;
      return Column::ofBools(std::move(name), std::move(values), nulls);
    }
    case DataType::kString: {
      std::vector<std::string> values(rows);
      for (auto& x : values) x = random.text();
      return Column::ofStrings(std::move(name), std::move(values), nulls);
    }
    case DataType::kFloatVector: {
      std::vector<float> values(rows * dimension);
      for (auto& x : values) x = static_cast<float>(random.below(10'000)) / 7.0F;
      return Column::ofFloatVectors(std::move(name), dimension, std::move(values), nulls);
    }
  }
  AERIE_CHECK(false);
}

// One column of every type and some more.
inline DataFrame randomFrame(Random& random, std::size_t rows) {
  std::vector<Column> columns;
  for (int i = 0; i < 6; ++i) {
    const auto type = static_cast<DataType>(i);
    columns.push_back(randomColumn(random, fmt::format("c_{}", name(type)), type, rows));
  }
  for (std::size_t i = 0, extra = random.below(4); i < extra; ++i) {
    columns.push_back(
        randomColumn(random, fmt::format("extra{}", i), static_cast<DataType>(random.below(6)), rows));
  }
  absl::StatusOr<DataFrame> frame = DataFrame::create(std::move(columns));
  AERIE_CHECK(frame.ok());
  return *std::move(frame);
}

inline std::vector<std::uint32_t> randomRows(Random& random, std::size_t count, std::size_t limit) {
  std::vector<std::uint32_t> rows(limit == 0 ? 0 : count);
  for (auto& row : rows) row = static_cast<std::uint32_t>(random.below(limit));
  return rows;
}

}  // namespace aerie::frame::testing
