// Fast paths against naive models, over seeded random frames.
#include <QtTest>
#include <numeric>
#include <thread>

#include "core/frame/csv.h"
#include "core/frame/wire.h"

#include "random_frame.h"

using namespace aerie;
using namespace aerie::frame;
using namespace aerie::frame::testing;

namespace {

constexpr std::uint64_t kSeeds = 150;

// A row as text per column: the naive model of a frame. Null and empty text differ.
using Model = std::vector<std::vector<std::string>>;

std::vector<std::string> modelRow(const DataFrame& frame, std::size_t row) {
  std::vector<std::string> cells;
  for (const Column& column : frame.columns()) {
    cells.push_back(column.isNull(row) ? "null"
                                       : fmt::format("{}={}", name(column.type()), column.textAt(row)));
  }
  return cells;
}

Model modelOf(const DataFrame& frame) {
  Model model;
  for (std::size_t row = 0; row < frame.rows(); ++row) model.push_back(modelRow(frame, row));
  return model;
}

std::size_t someRows(Random& random) { return random.chance(10) ? random.below(3) : random.below(70); }

}  // namespace

class TstFrameProperties final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void gatherAndSliceAreRowPicks() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, someRows(random));
      const Model model = modelOf(frame);
      const std::vector<std::uint32_t> rows = randomRows(random, random.below(90), frame.rows());
      Model picked;
      for (const std::uint32_t row : rows) picked.push_back(model[row]);
      QVERIFY2(modelOf(frame.gather(rows)) == picked, std::to_string(seed).c_str());

      const std::size_t begin = random.below(frame.rows() + 1);
      const std::size_t count = random.below(frame.rows() - begin + 1);
      const DataFrame slice = frame.slice(begin, count);
      const auto first = model.begin() + static_cast<std::ptrdiff_t>(begin);
      QVERIFY(modelOf(slice) == Model(first, first + static_cast<std::ptrdiff_t>(count)));
      // Slices of slices and gathers from them keep their nulls in place.
      const std::vector<std::uint32_t> inner = randomRows(random, 20, slice.rows());
      Model inner_model;
      for (const std::uint32_t row : inner) inner_model.push_back(model[begin + row]);
      QVERIFY(modelOf(slice.gather(inner)) == inner_model);
    }
  }

  void splittingAndMergingIsIdentity() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, someRows(random));
      const std::size_t arms = 1 + random.below(4);
      std::vector<std::vector<std::uint32_t>> rows(arms);
      for (std::uint32_t row = 0; row < frame.rows(); ++row) rows[random.below(arms)].push_back(row);
      std::vector<Part> parts;
      for (const auto& part : rows) parts.push_back({frame.gather(part), part});
      const absl::StatusOr<DataFrame> merged = scatterMerge(parts, frame.rows());
      QVERIFY2(merged.ok() && *merged == frame, std::to_string(seed).c_str());
    }
  }

  void mergingPartsWithHolesFollowsTheModel() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const std::size_t total = 1 + random.below(50);
      std::vector<std::uint32_t> places(total);
      std::iota(places.begin(), places.end(), 0U);
      std::vector<std::map<std::string, std::string>> model(total);
      std::vector<Part> parts;
      for (std::size_t p = 0; p < 3; ++p) {
        std::vector<std::uint32_t> rows;
        for (std::size_t i = 0, count = random.below(places.size() / 2 + 1); i < count; ++i) {
          const std::size_t at = random.below(places.size());
          rows.push_back(places[at]);
          places.erase(places.begin() + static_cast<std::ptrdiff_t>(at));
        }
        DataFrame part = DataFrame::empty(rows.size());
        for (int type = 0; type < 6; ++type) {
          if (random.chance(30)) continue;
          const Column column = randomColumn(random, std::string(name(static_cast<DataType>(type))),
                                             static_cast<DataType>(type), rows.size());
          if (rows.empty() || !part.add(column).ok()) continue;
          for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!column.isNull(i)) model[rows[i]][column.name()] = column.textAt(i);
          }
        }
        parts.push_back({part, rows});
      }
      const absl::StatusOr<DataFrame> merged = scatterMerge(parts, total);
      QVERIFY2(merged.ok(), messageOf(merged.status()).c_str());
      for (std::size_t row = 0; row < total; ++row) {
        std::map<std::string, std::string> cells;
        for (const Column& column : merged->columns()) {
          if (!column.isNull(row)) cells[column.name()] = column.textAt(row);
        }
        QVERIFY2(cells == model[row], std::to_string(seed).c_str());
      }
    }
  }

  void theWireGivesBackWhatItWasGiven() {
    v1::DataFrame message;  // used again and again, as servers do
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, someRows(random));
      toWire(frame, &message);
      v1::DataFrame parsed;
      QVERIFY(parsed.ParseFromString(message.SerializeAsString()));
      const absl::StatusOr<DataFrame> back = fromWire(std::move(parsed));
      QVERIFY2(back.ok() && *back == frame, std::to_string(seed).c_str());

      const DataFrame slice = frame.slice(frame.rows() / 3, frame.rows() / 2);
      toWire(slice, &message);
      QVERIFY(fromWire(message).value() == slice);
    }
  }

  void gatherAndEncodeInOnePassIsGatherThenEncode() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, someRows(random));
      const std::vector<std::uint32_t> rows = randomRows(random, random.below(90), frame.rows());
      v1::DataFrame one_pass;
      v1::DataFrame two_passes;
      toWire(frame, rows, &one_pass);
      toWire(frame.gather(rows), &two_passes);
      QVERIFY2(one_pass.SerializeAsString() == two_passes.SerializeAsString(), std::to_string(seed).c_str());
    }
  }

  void csvGivesBackWhatItWasGiven() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, 3 + random.below(60));
      CsvOptions options;
      bool vector_is_null = false;  // a column of nulls only does not tell its dimension
      for (const Column& column : frame.columns()) {
        options.types[column.name()] = column.type();
        vector_is_null = vector_is_null ||
                         (column.type() == DataType::kFloatVector && column.nulls().count() == column.rows());
      }
      if (vector_is_null) continue;
      const absl::StatusOr<DataFrame> back = readCsvText(writeCsv(frame), options);
      QVERIFY2(back.ok(), messageOf(back.status()).c_str());
      QVERIFY2(*back == frame, std::to_string(seed).c_str());
    }
  }

  void stackingSlicesGivesTheWhole() {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      Random random(seed);
      const DataFrame frame = randomFrame(random, someRows(random));
      std::vector<DataFrame> pieces;
      for (std::size_t begin = 0; begin < frame.rows();) {
        const std::size_t rows = std::min(frame.rows() - begin, 1 + random.below(20));
        pieces.push_back(frame.slice(begin, rows));
        begin += rows;
      }
      if (!pieces.empty()) QVERIFY2(concat(pieces).value() == frame, std::to_string(seed).c_str());
    }
  }

  void manyThreadsMayReadOneFrame() {
    Random random(7);
    const DataFrame frame = randomFrame(random, 64);
    const Model model = modelOf(frame);
    std::atomic<int> equal = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        v1::DataFrame message;
        toWire(frame, &message);
        const absl::StatusOr<DataFrame> back = fromWire(std::move(message));
        if (back.ok() && modelOf(back->slice(0, back->rows())) == model && modelOf(frame) == model) ++equal;
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(equal.load(), 4);
  }
};

QTEST_GUILESS_MAIN(TstFrameProperties)
#include "tst_frame_properties.moc"
