// Inside the room: files of prepared directories and of parts.
#pragma once

#include <absl/status/statusor.h>
#include <filesystem>
#include <google/protobuf/message_lite.h>
#include <string>

#include "aerie/v1/bundle.pb.h"
#include "core/base/files.h"
#include "core/base/status.h"
#include "core/frame/data_frame.h"
#include "core/inference/model_runtime.h"
#include "core/inference/xgboost_model.h"
#include "services/train/zone_part.h"

namespace aerie::train {

// Over what is there, and without a wait for the disk: who takes an output directory over sees to that once
// for all of it (prepareZones() here, the training daemon for its tasks).
absl::Status writeOutput(const std::filesystem::path& path, std::string_view bytes);
absl::Status writeFrame(const std::filesystem::path& path, const frame::DataFrame& frame);
absl::StatusOr<frame::DataFrame> readFrame(const std::filesystem::path& path);

// Answers the digest of what was written: the same message, the same bytes.
absl::StatusOr<std::string> writeMessage(const std::filesystem::path& path,
                                         const google::protobuf::MessageLite& message);
template <class Message>
absl::Status readMessage(const std::filesystem::path& path, Message& message) {
  AERIE_ASSIGN_OR_RETURN(const std::string bytes, readFile(path));
  if (message.ParseFromString(bytes)) return absl::OkStatus();
  return invalidArgument("{} is damaged; prepare the data again", path.string());
}

// The columns of `frame` that the config names.
absl::StatusOr<frame::DataFrame> featuresOf(const v1::FeatureLocationConfig& config,
                                            const frame::DataFrame& frame);
absl::StatusOr<inference::InputMatrix> matrixOf(const v1::FeatureLocationConfig& features,
                                                const v1::PreprocessorConfig& preprocessor,
                                                const frame::DataFrame& frame);

struct PartRows {
  frame::DataFrame train, test;
};
absl::StatusOr<PartRows> splitRows(const frame::DataFrame& frame);
std::vector<std::uint8_t> lateOf(const frame::DataFrame& frame);

// Of which prepared data a part is, and whose.
struct PartSource {
  const std::filesystem::path& directory;
  const Prepared& prepared;
  struct Zone {
    std::string origin, month;
  } zone;
  const v1::FeatureLocationConfig& features;
  const v1::PreprocessorConfig& preprocessor;
};
// Measures the model on the test rows.
absl::StatusOr<PartResult> measure(const PartSource& source, const PartRows& rows,
                                   const inference::XgboostModel& model);
// Some rows with what the model predicts for them.
absl::StatusOr<v1::SelfTest> selfTestOf(const PartSource& source, const PartRows& rows,
                                        const inference::XgboostModel& model, std::size_t count);
// The output directory of a task.
absl::StatusOr<PartResult> writePart(const PartSource& source, const PartRows& rows,
                                     const inference::XgboostModel& model, const std::string& bytes,
                                     const std::filesystem::path& out);
absl::Status writeLeftOut(const PartSource& source, const PartResult& result,
                          const std::filesystem::path& out);

}  // namespace aerie::train
