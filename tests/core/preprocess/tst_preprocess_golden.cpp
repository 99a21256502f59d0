// The same bits in training and serving, today and tomorrow: stored results, any split of the rows, any way
// through the wire. AERIE_UPDATE_GOLDEN=1 writes the stored results anew, for a change that is meant to
// change them.
#include <QtTest>
#include <bit>
#include <thread>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/frame/csv.h"
#include "core/frame/wire.h"
#include "core/preprocess/config_yaml.h"
#include "core/preprocess/pipeline.h"
#include "tests/core/frame/random_frame.h"

using namespace aerie;
using namespace aerie::preprocess;
using frame::Column;
using frame::DataFrame;
using frame::DataType;

namespace {

const std::string kFolder = AERIE_TEST_DATA "/preprocess/";

std::string cellBits(const Column& column, std::size_t row) {
  if (column.isNull(row)) return "null";
  switch (column.type()) {
    case DataType::kDouble:
      return fmt::format("{:016x}", std::bit_cast<std::uint64_t>(column.doubles()[row]));
    case DataType::kFloat:
    case DataType::kFloatVector: {
      std::string text;
      for (std::size_t d = 0; d < column.dimension(); ++d) {
        text += fmt::format("{:08x}",
                            std::bit_cast<std::uint32_t>(column.floats()[row * column.dimension() + d]));
      }
      return text;
    }
    case DataType::kInt64:
    case DataType::kBool:
    case DataType::kString: break;
  }
  return column.textAt(row);
}

std::string bitsOf(const DataFrame& frame) {
  std::string text;
  for (const Column& column : frame.columns())
    text += fmt::format("{}:{} ", column.name(), frame::name(column.type()));
  text += '\n';
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    for (const Column& column : frame.columns()) text += cellBits(column, row) + ' ';
    text += '\n';
  }
  return text;
}

void compareWithStored(const std::string& name, const std::string& actual) {
  const std::string path = kFolder + name;
  if (qEnvironmentVariableIsSet("AERIE_UPDATE_GOLDEN")) {
    QVERIFY(writeFileAtomic(path, actual).ok());
    return;
  }
  const absl::StatusOr<std::string> stored = readFile(path);
  QVERIFY2(stored.ok(), messageOf(stored.status()).c_str());
  const QStringList expected = QString::fromStdString(*stored).split('\n');
  const QStringList lines = QString::fromStdString(actual).split('\n');
  QCOMPARE(lines.size(), expected.size());
  for (qsizetype i = 0; i < lines.size(); ++i) QCOMPARE(lines[i], expected[i]);
}

}  // namespace

class TstPreprocessGolden final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto csv = readFile(kFolder + "golden_input.csv");
    QVERIFY(csv.ok());
    input_ = frame::readCsvText(*csv).value();
    const auto yaml = readFile(kFolder + "golden.yaml");
    QVERIFY(yaml.ok());
    const auto config = parsePreprocessorConfig(*yaml, "golden.yaml");
    QVERIFY2(config.ok(), messageOf(config.status()).c_str());
    const auto fitted = fit(*config, input_);
    QVERIFY2(fitted.ok(), messageOf(fitted.status()).c_str());
    fitted_ = *fitted;
    pipeline_ = Pipeline::compile(fitted_, columnsOf(input_)).value();
    output_ = pipeline_->run(input_).value();
  }

  void whatIsLearnedIsWhatIsStored() { compareWithStored("golden_fitted.yaml", toYaml(fitted_)); }
  void whatIsComputedIsWhatIsStored() { compareWithStored("golden_bits.txt", bitsOf(output_)); }

  void servingThroughYamlBundleAndWireGivesTheBitsOfTraining() {
    // Training wrote YAML into a bundle; serving parses the bundle's Protobuf and gets its rows over the
    // wire.
    const auto printed = parsePreprocessorConfig(toYaml(fitted_), "printed.yaml").value();
    v1::PreprocessorConfig bundled;
    QVERIFY(bundled.ParseFromString(printed.SerializeAsString()));
    const Pipeline serving = Pipeline::compile(bundled, columnsOf(input_)).value();
    v1::DataFrame message;
    frame::toWire(input_, &message);
    const DataFrame decoded = frame::fromWire(std::move(message)).value();
    QCOMPARE(QString::fromStdString(bitsOf(serving.run(decoded).value())),
             QString::fromStdString(bitsOf(output_)));
  }

  void anySplitOfTheRowsGivesTheBitsOfTheWhole() {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      frame::testing::Random random(seed);
      std::vector<std::uint32_t> arms[3];
      for (std::uint32_t row = 0; row < input_.rows(); ++row) arms[random.below(3)].push_back(row);
      std::vector<frame::Part> parts;
      for (const auto& rows : arms) parts.push_back({pipeline_->run(input_.gather(rows)).value(), rows});
      QCOMPARE(QString::fromStdString(bitsOf(frame::scatterMerge(parts, input_.rows()).value())),
               QString::fromStdString(bitsOf(output_)));
    }
    std::vector<DataFrame> single;
    for (std::size_t row = 0; row < input_.rows(); ++row)
      single.push_back(pipeline_->run(input_.slice(row, 1)).value());
    QCOMPARE(QString::fromStdString(bitsOf(frame::concat(single).value())),
             QString::fromStdString(bitsOf(output_)));
  }

  void manyThreadsGetTheSameBits() {
    const std::string expected = bitsOf(output_);
    std::atomic<int> equal = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 5; ++i) equal += bitsOf(pipeline_->run(input_).value()) == expected ? 1 : 0;
      });
    }
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(equal.load(), 20);
  }

  void aRunDoesNotTouchItsInput() {
    const std::string before = frame::writeCsv(input_);
    QVERIFY(pipeline_->run(input_).ok());
    QVERIFY(frame::writeCsv(input_) == before);
  }

 private:
  DataFrame input_;
  v1::PreprocessorConfig fitted_;
  std::optional<Pipeline> pipeline_;
  DataFrame output_;
};

QTEST_GUILESS_MAIN(TstPreprocessGolden)
#include "tst_preprocess_golden.moc"
