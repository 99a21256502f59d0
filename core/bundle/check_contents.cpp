#include <algorithm>
#include <set>

#include "core/base/ids.h"
#include "core/base/status.h"
#include "core/bundle/archive_io.h"
#include "core/bundle/format.h"
#include "core/features/feature_loader.h"
#include "core/features/location_config.h"
#include "core/frame/wire.h"
#include "core/preprocess/pipeline.h"

namespace aerie::bundle {
namespace {

constexpr std::string_view kRuntimes[] = {"xgboost", "xgboost_zones", "oip_v2", "tensorflow_serving"};

absl::Status checkRuntime(const v1::BundleManifest& manifest) {
  const std::string& runtime = manifest.runtime();
  if (std::find(std::begin(kRuntimes), std::end(kRuntimes), runtime) == std::end(kRuntimes)) {
    return invalidArgument(
        "runtime '{}' is not known; write xgboost, xgboost_zones, oip_v2 or tensorflow_serving", runtime);
  }
  const std::string& file = manifest.model_file();
  if (file.empty()) {
    if (!runtime.starts_with("xgboost"))
      return absl::OkStatus();  // an external model server has its own copy
    return invalidArgument("no model_file is named; the runtime {} needs one", runtime);
  }
  AERIE_RETURN_IF_ERROR(checkPath(file));
  if (!file.starts_with(kModelFolder)) {
    return invalidArgument("model_file '{}' is not below '{}'; put the model's files there", file,
                           kModelFolder);
  }
  if (!manifest.file_digests().contains(file)) {
    return invalidArgument("model_file '{}' is not in the bundle; add the file, or name one that is", file);
  }
  return absl::OkStatus();
}

absl::Status checkManifest(const v1::BundleManifest& manifest) {
  if (manifest.format_version() != kFormatVersion) {
    return failedPrecondition("bundle format {} cannot be written; this program writes {}",
                              manifest.format_version(), kFormatVersion);
  }
  AERIE_RETURN_IF_ERROR(validateName("model", manifest.model()));
  if (!manifest.version().empty()) AERIE_RETURN_IF_ERROR(validateName("model version", manifest.version()));
  AERIE_RETURN_IF_ERROR(checkRuntime(manifest));
  if (manifest.output_names().empty())
    return invalidArgument("output_names is empty; name the model's outputs");
  std::set<std::string> names;
  for (const std::string& name : manifest.output_names()) {
    AERIE_RETURN_IF_ERROR(validateName("output name", name));
    if (!names.insert(name).second) return invalidArgument("output name '{}' is there twice", name);
  }
  for (const auto& [path, digest] : manifest.file_digests()) {
    AERIE_RETURN_IF_ERROR(checkPath(path));
    const auto bytes = fromHex(digest);
    if (!bytes.ok() || bytes->size() != 32) {
      return invalidArgument("the digest of '{}' is not a SHA-256 in hex; pack the bundle again", path);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<preprocess::Pipeline> checkConfigs(const v1::FeatureLocationConfig& features,
                                                  const v1::PreprocessorConfig& preprocessor) {
  if (features.features().empty())
    return invalidArgument("the feature location config is empty; list the model's features");
  AERIE_RETURN_IF_ERROR(withContext(features::validate(features), "feature location config"));
  if (preprocessor.outputs().empty()) {
    return invalidArgument("the preprocessor config has no outputs; list the model's inputs in their order");
  }
  std::vector<preprocess::InputColumn> inputs;
  for (const v1::FeatureLocation& feature : features.features()) {
    inputs.push_back(
        {feature.name(), features::toDataType(feature.type()), std::max(feature.dimension(), 1U)});
  }
  auto pipeline = preprocess::Pipeline::compile(preprocessor, inputs);
  if (!pipeline.ok()) return withContext(pipeline.status(), "preprocessor config");
  return pipeline;
}

absl::Status checkExpected(const v1::BundleManifest& manifest, const frame::DataFrame& expected,
                           std::size_t rows) {
  if (expected.rows() != rows) {
    return invalidArgument("expected_outputs has {} rows for {} items; give one row per item",
                           expected.rows(), rows);
  }
  for (const std::string& name : manifest.output_names()) {
    if (expected.find(name) == nullptr)
      return invalidArgument("expected_outputs lacks the output '{}'; add it", name);
  }
  return absl::OkStatus();
}

// Loads and preprocesses the self-test's rows as a worker will; only the model itself is left out.
absl::Status checkSelfTest(const v1::BundleManifest& manifest, const v1::FeatureLocationConfig& features,
                           const preprocess::Pipeline& pipeline, const v1::SelfTest& test) {
  if (!(test.tolerance() >= 0)) return invalidArgument("tolerance {} is negative", test.tolerance());
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame items, frame::fromWire(test.feature_data_frame()));
  if (items.rows() == 0) {
    return invalidArgument(
        "it has no rows; add at least one item with its expected outputs, so that a worker can prove "
        "that the model answers rightly before it serves");
  }
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame shared, frame::fromWire(test.shared_features()));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame queries, frame::fromWire(test.query_data_frame()));
  AERIE_ASSIGN_OR_RETURN(frame::DataFrame stored, frame::fromWire(test.stored_features()));
  if (stored.columns().empty()) stored = frame::DataFrame::empty(items.rows());
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame expected, frame::fromWire(test.expected_outputs()));
  AERIE_RETURN_IF_ERROR(checkExpected(manifest, expected, items.rows()));

  features::LoaderOptions options;
  options.check_tables = false;
  AERIE_ASSIGN_OR_RETURN(const auto loader, features::FeatureLoader::create(features, nullptr, options));
  AERIE_ASSIGN_OR_RETURN(const features::LoadedFeatures loaded,
                         loader->load(shared, items, queries, &stored));
  if (!loaded.failures.empty()) {
    return withContext(loaded.failures.front().status, fmt::format("row {}", loaded.failures.front().row));
  }
  return pipeline.run(loaded.frame).status();
}

absl::Status checkStatistics(const v1::ReferenceStatistics& statistics) {
  std::set<std::string> names;
  for (const v1::ReferenceHistogram& histogram : statistics.histograms()) {
    const std::string& name = histogram.feature();
    if (!names.insert(name).second) return invalidArgument("the histogram of '{}' is there twice", name);
    if (!std::is_sorted(histogram.boundaries().begin(), histogram.boundaries().end())) {
      return invalidArgument("the boundaries of '{}' are not in ascending order", name);
    }
    const int bins =
        histogram.categories().empty() ? histogram.boundaries_size() + 1 : histogram.categories_size() + 1;
    if (histogram.counts_size() != bins) {
      return invalidArgument("the histogram of '{}' has {} counts for {} bins", name, histogram.counts_size(),
                             bins);
    }
  }
  return absl::OkStatus();
}

absl::Status check(const v1::BundleManifest& manifest, const v1::FeatureLocationConfig& features,
                   const v1::PreprocessorConfig& preprocessor, const v1::SelfTest& self_test,
                   const v1::ReferenceStatistics& statistics) {
  AERIE_RETURN_IF_ERROR(withContext(checkManifest(manifest), "manifest"));
  AERIE_ASSIGN_OR_RETURN(const preprocess::Pipeline pipeline, checkConfigs(features, preprocessor));
  AERIE_RETURN_IF_ERROR(withContext(checkSelfTest(manifest, features, pipeline, self_test), "self-test"));
  return withContext(checkStatistics(statistics), "reference statistics");
}

}  // namespace

absl::Status checkContents(const v1::BundleManifest& manifest, const v1::FeatureLocationConfig& features,
                           const v1::PreprocessorConfig& preprocessor, const v1::SelfTest& self_test,
                           const v1::ReferenceStatistics& statistics, std::string_view source) {
  return withContext(check(manifest, features, preprocessor, self_test, statistics), source);
}

std::uint64_t selfTestRows(const v1::SelfTest& self_test) {
  const auto items = frame::fromWire(self_test.feature_data_frame());
  return items.ok() ? items->rows() : 0;
}

}  // namespace aerie::bundle
