#include "core/training_publish/self_tests.h"

#include <algorithm>
#include <cmath>

#include "core/base/status.h"
#include "core/features/feature_loader.h"
#include "core/frame/wire.h"
#include "core/inference/input_matrix.h"
#include "core/preprocess/pipeline.h"

namespace aerie::training_publish {
namespace {

constexpr std::size_t kMaxRows = 200;  // of the bundle's self-test
constexpr double kDefaultTolerance = 1e-6;

// A part's rows, loaded and preprocessed as a worker does it.
struct Rows {
  frame::DataFrame items, stored, expected;
  inference::InputMatrix matrix;
};

class Checker final {
 public:
  static absl::StatusOr<Checker> create(const Parts& parts, const inference::ZonedModel& model) {
    features::LoaderOptions options;
    options.check_tables = false;
    AERIE_ASSIGN_OR_RETURN(auto loader, features::FeatureLoader::create(parts.features, nullptr, options));
    std::vector<preprocess::InputColumn> inputs;
    for (const features::TableColumn& column : loader->outputColumns())
      inputs.push_back({column.name, column.type, column.dimension});
    AERIE_ASSIGN_OR_RETURN(preprocess::Pipeline pipeline,
                           preprocess::Pipeline::compile(parts.preprocessor, inputs));
    return Checker(std::move(loader), std::move(pipeline), model);
  }

  absl::StatusOr<Rows> rowsOf(const v1::SelfTest& test) const {
    Rows rows;
    AERIE_ASSIGN_OR_RETURN(rows.items, frame::fromWire(test.feature_data_frame()));
    AERIE_ASSIGN_OR_RETURN(rows.stored, frame::fromWire(test.stored_features()));
    AERIE_ASSIGN_OR_RETURN(rows.expected, frame::fromWire(test.expected_outputs()));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame shared, frame::fromWire(test.shared_features()));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame queries, frame::fromWire(test.query_data_frame()));
    if (rows.items.rows() == 0) return invalidArgument("it has no rows; give at least one with its outputs");
    if (rows.expected.rows() != rows.items.rows())
      return invalidArgument("it expects {} rows of outputs for {} items", rows.expected.rows(),
                             rows.items.rows());
    if (rows.stored.columns().empty()) rows.stored = frame::DataFrame::empty(rows.items.rows());
    AERIE_ASSIGN_OR_RETURN(const features::LoadedFeatures loaded,
                           loader_->load(shared, rows.items, queries, &rows.stored));
    if (!loaded.failures.empty())
      return withContext(loaded.failures[0].status, fmt::format("row {}", loaded.failures[0].row));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame processed, pipeline_.run(loaded.frame));
    AERIE_ASSIGN_OR_RETURN(rows.matrix, inference::toMatrix(processed));
    return rows;
  }

  absl::Status check(const Rows& rows, std::size_t part, const v1::SelfTest& test,
                     const std::vector<std::string>& outputs) const {
    const inference::InputMatrix& matrix = rows.matrix;
    AERIE_ASSIGN_OR_RETURN(std::vector<float> values,
                           model_.predictPart(part, matrix.values.data(), matrix.rows, matrix.columns));
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame predicted,
                           inference::toOutputs(std::move(values), matrix.rows, outputs));
    const double tolerance = test.tolerance() > 0 ? test.tolerance() : kDefaultTolerance;
    for (const frame::Column& column : predicted.columns()) {
      const frame::Column* expected = rows.expected.find(column.name());
      if (expected == nullptr) return invalidArgument("it expects nothing of output '{}'", column.name());
      if (expected->dimension() != column.dimension() || expected->type() == frame::DataType::kString)
        return invalidArgument("output '{}' has another form", column.name());
      AERIE_RETURN_IF_ERROR(compare(*expected, column, tolerance));
    }
    return absl::OkStatus();
  }

  // Rows that serving would send to this part.
  std::vector<std::uint32_t> ownRows(const Rows& rows, std::size_t part) const {
    std::vector<std::uint32_t> own;
    for (std::size_t row = 0; row < rows.matrix.rows; ++row) {
      const auto found = model_.table().find(rows.matrix.values.data() + row * rows.matrix.columns);
      if (found == part) own.push_back(static_cast<std::uint32_t>(row));
    }
    return own;
  }

 private:
  Checker(std::unique_ptr<features::FeatureLoader> loader, preprocess::Pipeline pipeline,
          const inference::ZonedModel& model)
      : loader_(std::move(loader)), pipeline_(std::move(pipeline)), model_(model) {}

  static absl::Status compare(const frame::Column& expected, const frame::Column& predicted,
                              double tolerance) {
    const std::size_t width = predicted.dimension();
    for (std::size_t i = 0; i < predicted.rows() * width; ++i) {
      const double wanted = width == 1 && expected.type() != frame::DataType::kFloatVector
                                ? expected.numberAt(i)
                                : static_cast<double>(expected.floats()[i]);
      const double got = static_cast<double>(predicted.floats()[i]);
      if (std::abs(wanted - got) <= tolerance) continue;
      return failedPrecondition(
          "row {}, output '{}': the task predicted {}, its part predicts {}; train with the preprocessor in "
          "shared/",
          i / width, predicted.name(), wanted, got);
    }
    return absl::OkStatus();
  }

  std::unique_ptr<features::FeatureLoader> loader_;
  preprocess::Pipeline pipeline_;
  const inference::ZonedModel& model_;
};

bool sameContext(const v1::SelfTest& a, const v1::SelfTest& b) {
  return a.shared_features().SerializeAsString() == b.shared_features().SerializeAsString() &&
         a.query_data_frame().SerializeAsString() == b.query_data_frame().SerializeAsString();
}

absl::Status append(const std::vector<frame::DataFrame>& frames, v1::DataFrame* to) {
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame all, frame::concat(frames));
  frame::toWire(all, to);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::SelfTest> checkSelfTests(const Parts& parts, const inference::ZonedModel& model) {
  AERIE_ASSIGN_OR_RETURN(const Checker checker, Checker::create(parts, model));
  std::vector<frame::DataFrame> items, stored, expected;
  v1::SelfTest result;
  const v1::SelfTest& first = parts.parts[0].self_test;
  *result.mutable_shared_features() = first.shared_features();
  *result.mutable_query_data_frame() = first.query_data_frame();
  const std::size_t step = parts.parts.size() / kMaxRows + 1;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < parts.parts.size(); ++i) {
    const Part& part = parts.parts[i];
    const std::string where =
        fmt::format("{}: {}", taskText(*part.task), (part.task->directory / zones::kPartSelfTest).string());
    const auto rows = checker.rowsOf(part.self_test);
    if (!rows.ok()) return withContext(rows.status(), where);
    AERIE_RETURN_IF_ERROR(withContext(checker.check(*rows, i, part.self_test, parts.common.outputs), where));
    result.set_tolerance(std::max(result.tolerance(), part.self_test.tolerance()));
    if (i % step != 0 || chosen >= kMaxRows || !sameContext(first, part.self_test)) continue;
    std::vector<std::uint32_t> own = checker.ownRows(*rows, i);
    own.resize(std::min(own.size(), step == 1 ? kMaxRows / parts.parts.size() + 1 : std::size_t{1}));
    if (own.empty()) continue;
    chosen += own.size();
    items.push_back(rows->items.gather(own));
    stored.push_back(rows->stored.gather(own));
    expected.push_back(rows->expected.gather(own));
  }
  if (items.empty())
    return failedPrecondition("no part has a self-test row of its own zone; write rows of the zone itself");
  AERIE_RETURN_IF_ERROR(append(items, result.mutable_feature_data_frame()));
  AERIE_RETURN_IF_ERROR(append(expected, result.mutable_expected_outputs()));
  if (!stored[0].columns().empty()) AERIE_RETURN_IF_ERROR(append(stored, result.mutable_stored_features()));
  return result;
}

}  // namespace aerie::training_publish
