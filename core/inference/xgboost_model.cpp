#include "core/inference/xgboost_model.h"

#include <cmath>
#include <limits>
#include <xgboost/c_api.h>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/inference/input_matrix.h"

namespace aerie::inference {
namespace {

// The first line of XGBoost's message: the rest is a stack trace.
std::string lastError() {
  std::string text = XGBGetLastError();
  const std::size_t end = text.find("\nStack trace");
  if (end != std::string::npos) text.resize(end);
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

// What an .ubj or .json model starts with; XGBoost would try to read anything else in its old binary form.
bool looksLikeModel(std::string_view bytes) { return bytes.size() > 2 && bytes[0] == '{'; }

// XGBoost's holder of the input of a prediction. Made anew for each, it would read the processor quota from
// the file system every time; predictions of one thread share one. It points to the last input, which nobody
// reads again.
class InputHolder final {
 public:
  InputHolder() {
    if (XGProxyDMatrixCreate(&handle_) != 0) handle_ = nullptr;  // then each prediction makes its own
  }
  ~InputHolder() {
    if (handle_ != nullptr) XGDMatrixFree(handle_);
  }
  InputHolder(const InputHolder&) = delete;
  InputHolder& operator=(const InputHolder&) = delete;
  DMatrixHandle get() const { return handle_; }

 private:
  DMatrixHandle handle_ = nullptr;
};

class LocalRuntime final : public ModelRuntime {
 public:
  LocalRuntime(std::shared_ptr<const LocalModel> model, LocalRuntimeOptions options)
      : model_(std::move(model)), options_(std::move(options)) {}

  void predict(std::shared_ptr<const InputMatrix> input, std::chrono::system_clock::time_point deadline,
               PredictAnswer answer) override {
    if (options_.executor == nullptr) {
      answer(predictNow(*model_, options_.output_names, *input, deadline));
      return;
    }
    // The task holds the model, not this runtime, which may go first. The answer is shared so that it
    // survives a refusal.
    const auto shared = std::make_shared<PredictAnswer>(std::move(answer));
    const bool accepted = options_.executor->submit(
        [model = model_, names = options_.output_names, input = std::move(input), deadline, shared] {
          (*shared)(predictNow(*model, names, *input, deadline));
        });
    if (!accepted) (*shared)(resourceExhausted("the queue for predictions is full; try again later"));
  }
  absl::Status ready() override { return absl::OkStatus(); }
  std::string description() const override { return model_->platform() + " in process"; }

 private:
  static absl::StatusOr<frame::DataFrame> predictNow(const LocalModel& model,
                                                     const std::vector<std::string>& names,
                                                     const InputMatrix& input,
                                                     std::chrono::system_clock::time_point deadline) {
    if (std::chrono::system_clock::now() >= deadline) {
      return deadlineExceeded("the deadline passed before the prediction of {} rows began", input.rows);
    }
    AERIE_ASSIGN_OR_RETURN(std::vector<float> values,
                           model.predict(input.values.data(), input.rows, input.columns));
    return toOutputs(std::move(values), input.rows, names);
  }

  const std::shared_ptr<const LocalModel> model_;
  const LocalRuntimeOptions options_;
};

}  // namespace

XgboostModel::~XgboostModel() {
  if (booster_ != nullptr) XGBoosterFree(booster_);
}

absl::StatusOr<std::shared_ptr<const XgboostModel>> XgboostModel::load(const std::filesystem::path& file) {
  AERIE_ASSIGN_OR_RETURN(const std::string bytes, readFile(file));
  return fromBytes(bytes, file.string());
}

absl::StatusOr<std::shared_ptr<const XgboostModel>> XgboostModel::fromBytes(std::string_view bytes,
                                                                            const std::string& name) {
  if (!looksLikeModel(bytes)) {
    return invalidArgument("{} is not an XGBoost model; save it as .ubj or .json", name);
  }
  XGBSetGlobalConfig(R"({"verbosity": 0})");
  std::shared_ptr<XgboostModel> model(new XgboostModel());
  if (XGBoosterCreate(nullptr, 0, &model->booster_) != 0) return internalError("XGBoost: {}", lastError());
  if (XGBoosterLoadModelFromBuffer(model->booster_, bytes.data(), bytes.size()) != 0) {
    return invalidArgument("{} can't be read as an XGBoost model: {}", name, lastError());
  }
  bst_ulong features = 0;
  if (XGBoosterSetParam(model->booster_, "nthread", "1") != 0 ||
      XGBoosterGetNumFeature(model->booster_, &features) != 0) {
    return invalidArgument("{} can't be used: {}", name, lastError());
  }
  constexpr bst_ulong kMaxFeatures = 1'000'000;
  if (features == 0 || features > kMaxFeatures) {
    return invalidArgument("{} is a model of {} features, which can't be right", name, features);
  }
  model->features_ = features;
  bst_ulong names = 0;
  const char** name_texts = nullptr;
  if (XGBoosterGetStrFeatureInfo(model->booster_, "feature_name", &names, &name_texts) == 0 &&
      names == features) {
    model->feature_names_.assign(name_texts, name_texts + names);
  }
  // The first prediction configures the booster; after it, predictions only read it and need no lock.
  const std::vector<float> row(features, std::numeric_limits<float>::quiet_NaN());
  const auto outputs = model->predict(row.data(), 1, features);
  if (!outputs.ok()) return invalidArgument("{} can't predict: {}", name, messageOf(outputs.status()));
  if (outputs->empty()) return invalidArgument("{} predicts nothing", name);
  model->outputs_per_row_ = outputs->size();
  return std::shared_ptr<const XgboostModel>(std::move(model));
}

absl::StatusOr<std::vector<float>> XgboostModel::predict(const float* values, std::size_t rows,
                                                         std::size_t columns) const {
  if (columns != features_) {
    return invalidArgument("the model takes {} features, the input has {} columns", features_, columns);
  }
  if (rows == 0) return std::vector<float>();
  // NumPy's array interface: an address, a shape and a type; the values are not copied.
  const std::string array = fmt::format(R"({{"data":[{},true],"shape":[{},{}],"typestr":"<f4","version":3}})",
                                        reinterpret_cast<std::uintptr_t>(values), rows, columns);
  constexpr const char* kConfig =
      R"({"type":0,"cache_id":0,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true,"missing":NaN})";
  thread_local const InputHolder holder;
  bst_ulong const* shape = nullptr;
  bst_ulong dimensions = 0;
  float const* result = nullptr;
  if (XGBoosterPredictFromDense(booster_, array.c_str(), kConfig, holder.get(), &shape, &dimensions,
                                &result) != 0) {
    return internalError("XGBoost: {}", lastError());
  }
  // The result belongs to this thread until its next prediction.
  std::size_t count = 1;
  for (bst_ulong i = 0; i < dimensions; ++i) count *= shape[i];
  if (dimensions == 0 || shape[0] != rows)
    return internalError("XGBoost answered {} values for {} rows", count, rows);
  return std::vector<float>(result, result + count);
}

absl::StatusOr<std::unique_ptr<ModelRuntime>> createLocalRuntime(const std::filesystem::path& model_file,
                                                                 LocalRuntimeOptions options) {
  AERIE_ASSIGN_OR_RETURN(std::shared_ptr<const LocalModel> model, loadModel(model_file));
  if (options.expected_columns != 0 && options.expected_columns != model->features()) {
    return invalidArgument(
        "{} takes {} features, but preprocessing makes {}; they must come from the same training",
        model_file.string(), model->features(), options.expected_columns);
  }
  const std::size_t names = options.output_names.size();
  if (names != 1 && names != model->outputsPerRow()) {
    return invalidArgument("{} gives {} values per row, but {} output names are configured",
                           model_file.string(), model->outputsPerRow(), names);
  }
  return std::make_unique<LocalRuntime>(std::move(model), std::move(options));
}

}  // namespace aerie::inference
