#include "services/train/zone_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "core/base/crypto.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/preprocess/pipeline.h"
#include "core/zones/part_file.h"
#include "sim/world/delayed_labels.h"

namespace aerie::train {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFrameFile = 1ULL << 30;
constexpr std::size_t kMaxRows = 10'000'000;
constexpr std::size_t kSelfTestRows = 3;

std::string serialized(const google::protobuf::MessageLite& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

zones::PartDescription descriptionOf(const PartSource& source, const PartResult& result) {
  zones::PartDescription part;
  part.keys = {{"origin", "origin_code"}, {"month", "month"}};
  part.values = {source.zone.origin, source.zone.month};
  part.outputs = {"probability"};
  part.features_digest = source.prepared.features_digest;
  part.preprocessor_digest = source.prepared.preprocessor_digest;
  part.statistics_digest = source.prepared.statistics_digest;
  part.train_rows = result.train_rows;
  part.test_rows = result.test_rows;
  part.metrics = result.metrics;
  part.data = source.prepared.data;
  part.data_digest = source.prepared.data_digest;
  part.code = source.prepared.code;
  part.left_out = result.left_out;
  return part;
}

absl::Status copyShared(const fs::path& from, const fs::path& to) {
  for (const std::string_view file :
       {zones::kSharedFeatures, zones::kSharedPreprocessor, zones::kSharedStatistics}) {
    std::error_code error;
    if (fs::equivalent(from / file, to / file, error)) continue;
    fs::remove(to / file, error);  // perhaps a link to another preparation's
    // The same bytes for every part and never written to.
    fs::create_hard_link(from / file, to / file, error);
    if (!error) continue;
    AERIE_ASSIGN_OR_RETURN(const std::string bytes, readFile(from / file));
    AERIE_RETURN_IF_ERROR(writeOutput(to / file, bytes));
  }
  return absl::OkStatus();
}

void addQuality(const std::string& suffix, const sim::Quality& quality, bool both_classes,
                std::map<std::string, double>& metrics) {
  metrics["log_loss" + suffix] = quality.log_loss;
  if (both_classes) metrics["auc" + suffix] = quality.auc;
}

}  // namespace

absl::Status writeOutput(const fs::path& path, std::string_view bytes) {
  AERIE_RETURN_IF_ERROR(makeDirectories(path.parent_path()));
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out.good()) return absl::OkStatus();
  const int error = errno;
  return failedPrecondition("{}: cannot be written: {}; is the folder writable and the disk not full?",
                            path.string(), std::strerror(error));  // NOLINT(concurrency-mt-unsafe)
}

absl::Status writeFrame(const fs::path& path, const frame::DataFrame& frame) {
  v1::DataFrame message;
  frame::toWire(frame, &message);
  return writeOutput(path, message.SerializeAsString());
}

absl::StatusOr<frame::DataFrame> readFrame(const fs::path& path) {
  AERIE_ASSIGN_OR_RETURN(const std::string bytes, readFile(path, kMaxFrameFile));
  v1::DataFrame message;
  if (!message.ParseFromString(bytes))
    return invalidArgument("{} is damaged; prepare the data again", path.string());
  frame::WireLimits limits;
  limits.max_rows = kMaxRows;
  auto frame = frame::fromWire(std::move(message), limits);
  if (!frame.ok()) return withContext(frame.status(), path.string());
  return frame;
}

absl::StatusOr<std::string> writeMessage(const fs::path& path, const google::protobuf::MessageLite& message) {
  const std::string bytes = serialized(message);
  AERIE_RETURN_IF_ERROR(writeOutput(path, bytes));
  return sha256Hex(bytes);
}

absl::StatusOr<frame::DataFrame> featuresOf(const v1::FeatureLocationConfig& config,
                                            const frame::DataFrame& frame) {
  std::vector<std::string> names;
  for (const v1::FeatureLocation& feature : config.features()) names.push_back(feature.name());
  return frame.select(names);
}

absl::StatusOr<inference::InputMatrix> matrixOf(const v1::FeatureLocationConfig& features,
                                                const v1::PreprocessorConfig& preprocessor,
                                                const frame::DataFrame& frame) {
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame raw, featuresOf(features, frame));
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline,
                         preprocess::Pipeline::compile(preprocessor, preprocess::columnsOf(raw)));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline.run(raw));
  return inference::toMatrix(processed);
}

absl::StatusOr<PartRows> splitRows(const frame::DataFrame& frame) {
  AERIE_ASSIGN_OR_RETURN(const frame::Column* test, frame.get(kTest));
  std::vector<std::uint32_t> train_rows, test_rows;
  for (std::uint32_t row = 0; row < frame.rows(); ++row) {
    (test->numberAt(row) != 0 ? test_rows : train_rows).push_back(row);
  }
  return PartRows{frame.gather(train_rows), frame.gather(test_rows)};
}

std::vector<std::uint8_t> lateOf(const frame::DataFrame& frame) {
  const frame::Column* late = frame.find(kLate);
  AERIE_CHECK(late != nullptr && late->type() == frame::DataType::kBool);
  return {late->bools().begin(), late->bools().end()};
}

absl::StatusOr<PartResult> measure(const PartSource& source, const PartRows& rows,
                                   const inference::XgboostModel& model) {
  PartResult result;
  result.train_rows = rows.train.rows();
  result.test_rows = rows.test.rows();
  if (rows.test.rows() == 0) return result;
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs,
                         matrixOf(source.features, source.preprocessor, rows.test));
  AERIE_ASSIGN_OR_RETURN(const std::vector<float> predicted,
                         model.predict(inputs.values.data(), inputs.rows, inputs.columns));
  AERIE_ASSIGN_OR_RETURN(const frame::Column* everywhere, rows.test.get(kEverywhere));
  const std::vector<std::uint8_t> late = lateOf(rows.test);
  const bool both =
      std::count(late.begin(), late.end(), 1) > 0 && std::count(late.begin(), late.end(), 0) > 0;
  addQuality("", sim::qualityOf(predicted, late), both, result.metrics);
  addQuality("_everywhere", sim::qualityOf(everywhere->floats(), late), both, result.metrics);
  return result;
}

absl::StatusOr<v1::SelfTest> selfTestOf(const PartSource& source, const PartRows& rows,
                                        const inference::XgboostModel& model, std::size_t count) {
  const frame::DataFrame& from = rows.test.rows() > 0 ? rows.test : rows.train;
  const frame::DataFrame some = from.slice(0, std::min(count, from.rows()));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame items, featuresOf(source.features, some));
  AERIE_ASSIGN_OR_RETURN(const inference::InputMatrix inputs,
                         matrixOf(source.features, source.preprocessor, some));
  AERIE_ASSIGN_OR_RETURN(std::vector<float> predicted,
                         model.predict(inputs.values.data(), inputs.rows, inputs.columns));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame expected,
                         inference::toOutputs(std::move(predicted), inputs.rows, {"probability"}));
  v1::SelfTest test;
  frame::toWire(items, test.mutable_feature_data_frame());
  frame::toWire(expected, test.mutable_expected_outputs());
  test.set_tolerance(1e-6);
  return test;
}

absl::StatusOr<PartResult> writePart(const PartSource& source, const PartRows& rows,
                                     const inference::XgboostModel& model, const std::string& bytes,
                                     const fs::path& out) {
  AERIE_ASSIGN_OR_RETURN(const PartResult result, measure(source, rows, model));
  AERIE_ASSIGN_OR_RETURN(const v1::SelfTest test, selfTestOf(source, rows, model, kSelfTestRows));
  AERIE_RETURN_IF_ERROR(makeDirectories(out));
  AERIE_RETURN_IF_ERROR(copyShared(source.directory, out));
  AERIE_RETURN_IF_ERROR(writeMessage(out / zones::kPartSelfTest, test).status());
  AERIE_RETURN_IF_ERROR(writeOutput(out / zones::kPartModel, bytes));
  AERIE_RETURN_IF_ERROR(writeOutput(out / zones::kPartFile, zones::toJson(descriptionOf(source, result))));
  return result;
}

absl::Status writeLeftOut(const PartSource& source, const PartResult& result, const fs::path& out) {
  AERIE_RETURN_IF_ERROR(makeDirectories(out));
  AERIE_RETURN_IF_ERROR(copyShared(source.directory, out));
  return writeOutput(out / zones::kPartFile, zones::toJson(descriptionOf(source, result)));
}

}  // namespace aerie::train
