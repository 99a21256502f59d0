#include "core/bundle/bundle_spec.h"

#include <set>
#include <sstream>

#include "core/base/files.h"
#include "core/base/status.h"
#include "core/base/yaml_reader.h"
#include "core/bundle/archive_io.h"
#include "core/bundle/format.h"
#include "core/features/location_config.h"
#include "core/frame/csv.h"
#include "core/frame/wire.h"
#include "core/preprocess/config_yaml.h"

namespace aerie::bundle {
namespace {

namespace fs = std::filesystem;

struct Spec {
  fs::path folder;
  std::string features;
  std::string preprocessor;
  std::string self_test;
  std::vector<std::string> model_files;
};

// A file named in the spec, which may not lie outside its folder.
absl::StatusOr<fs::path> fileOfSpec(const Spec& spec, const std::string& field, const std::string& name) {
  const absl::Status status = checkPath(name);
  if (!status.ok()) {
    return invalidArgument("{}: {}: '{}' must be the name of a file in this directory or below it",
                           spec.folder.string(), field, name);
  }
  const fs::path path = spec.folder / name;
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return notFound("{}: {}: there is no file '{}'; add it, or name another", spec.folder.string(), field,
                    name);
  }
  return path;
}

void readLineage(YamlNode& root, v1::Lineage* lineage) {
  YamlNode node = root.child("lineage");
  lineage->set_training_job(node.optionalString("training_job"));
  lineage->set_data(node.optionalString("data"));
  lineage->set_data_digest(node.optionalString("data_digest"));
  lineage->set_code(node.optionalString("code"));
  YamlNode metrics = node.child("metrics");
  for (const std::string& name : metrics.fields()) {
    (*lineage->mutable_metrics())[name] = metrics.requiredNumber(name);
  }
}

absl::Status readManifest(const fs::path& path, Spec& spec, BundleContents& contents) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path));
  AERIE_ASSIGN_OR_RETURN(YamlNode root, YamlNode::parse(text, path.string()));
  v1::BundleManifest& manifest = contents.manifest;
  manifest.set_format_version(kFormatVersion);
  manifest.set_model(root.requiredString("model"));
  manifest.set_version(root.optionalString("version"));
  manifest.set_description(root.optionalString("description"));
  manifest.set_runtime(root.optionalString("runtime", "xgboost"));
  const std::string model_file = root.optionalString("model_file");
  for (const std::string& name : root.strings("output_names")) manifest.add_output_names(name);
  manifest.set_created_unix_ms(root.optionalInteger("created_unix_ms", 0));
  readLineage(root, manifest.mutable_lineage());
  spec.features = root.optionalString("features", "features.yaml");
  spec.preprocessor = root.optionalString("preprocessor", "preprocessor.yaml");
  spec.self_test = root.optionalString("self_test", "self_test.csv");
  spec.model_files = root.strings("model_files");
  contents.self_test.set_tolerance(root.optionalNumber("self_test_tolerance", 0));
  AERIE_RETURN_IF_ERROR(root.finish());
  if (!model_file.empty()) {
    manifest.set_model_file(std::string(kModelFolder) + model_file);
    spec.model_files.push_back(model_file);
  }
  return absl::OkStatus();
}

// The self-test table, its columns typed as declared: features by their config, outputs double.
absl::StatusOr<frame::DataFrame> readTable(const std::string& text, const std::string& source,
                                           const BundleContents& contents) {
  std::istringstream header_line(text.substr(0, text.find('\n')));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame header, frame::readCsv(header_line, source, {}));
  frame::CsvOptions options;
  for (const v1::FeatureLocation& feature : contents.features.features()) {
    if (header.find(feature.name()) != nullptr)
      options.types[feature.name()] = features::toDataType(feature.type());
  }
  for (const std::string& name : contents.manifest.output_names()) {
    if (header.find(name) != nullptr) options.types[name] = frame::DataType::kDouble;
  }
  std::istringstream in(text);
  return frame::readCsv(in, source, options);
}

// Where the columns of the table go. A column of a shared or query feature has one value, that of its first
// row.
class SelfTestSplitter final {
 public:
  SelfTestSplitter(const frame::DataFrame& table, std::string source)
      : table_(table), source_(std::move(source)) {}

  absl::Status addFeature(const v1::FeatureLocation& feature) {
    used_.insert(feature.name());
    const frame::Column* column = table_.find(feature.name());
    if (column == nullptr) {
      if (feature.has_default_value()) return absl::OkStatus();
      return invalidArgument("{}: has no column for the feature '{}'; add it", source_, feature.name());
    }
    switch (feature.source()) {
      case v1::SHARED: return addOnce(*column, shared_);
      case v1::QUERY: return addOnce(*column, queries_);
      case v1::STORE: stored_.push_back(*column); return absl::OkStatus();
      default: items_.push_back(*column); return absl::OkStatus();
    }
  }

  absl::Status addOutput(const std::string& name) {
    used_.insert(name);
    const frame::Column* column = table_.find(name);
    if (column == nullptr) {
      return invalidArgument("{}: has no column for the output '{}'; add it with the expected values",
                             source_, name);
    }
    if (column->hasNulls()) {
      return invalidArgument("{}: the expected output '{}' has an empty cell; give a value in each row",
                             source_, name);
    }
    outputs_.push_back(*column);
    return absl::OkStatus();
  }

  absl::Status finish(v1::SelfTest* test) {
    for (const frame::Column& column : table_.columns()) {
      if (!used_.contains(column.name())) {
        return invalidArgument(
            "{}: column '{}' is neither a feature nor an output; remove it or correct its name", source_,
            column.name());
      }
    }
    AERIE_RETURN_IF_ERROR(put(std::move(shared_), test->mutable_shared_features()));
    AERIE_RETURN_IF_ERROR(put(std::move(queries_), test->mutable_query_data_frame()));
    AERIE_RETURN_IF_ERROR(put(std::move(stored_), test->mutable_stored_features()));
    AERIE_RETURN_IF_ERROR(put(std::move(outputs_), test->mutable_expected_outputs()));
    AERIE_RETURN_IF_ERROR(put(std::move(items_), test->mutable_feature_data_frame()));
    test->mutable_feature_data_frame()->set_row_count(table_.rows());
    return absl::OkStatus();
  }

 private:
  absl::Status addOnce(const frame::Column& column, std::vector<frame::Column>& to) {
    if (column.rows() == 0) return absl::OkStatus();
    for (std::size_t row = 1; row < column.rows(); ++row) {
      if (column.isNull(row) != column.isNull(0) || column.textAt(row) != column.textAt(0)) {
        return invalidArgument(
            "{}: '{}' is a shared or query feature but differs in row {}; give one value in all rows",
            source_, column.name(), row + 1);
      }
    }
    to.push_back(column.slice(0, 1));
    return absl::OkStatus();
  }

  static absl::Status put(std::vector<frame::Column> columns, v1::DataFrame* message) {
    if (columns.empty()) return absl::OkStatus();
    AERIE_ASSIGN_OR_RETURN(const frame::DataFrame frame, frame::DataFrame::create(std::move(columns)));
    frame::toWire(frame, message);
    return absl::OkStatus();
  }

  const frame::DataFrame& table_;
  const std::string source_;
  std::set<std::string> used_;
  std::vector<frame::Column> shared_, queries_, items_, stored_, outputs_;
};

absl::Status readSelfTest(const fs::path& path, BundleContents& contents) {
  AERIE_ASSIGN_OR_RETURN(const std::string text, readFile(path));
  AERIE_ASSIGN_OR_RETURN(const frame::DataFrame table, readTable(text, path.string(), contents));
  SelfTestSplitter splitter(table, path.string());
  for (const v1::FeatureLocation& feature : contents.features.features()) {
    AERIE_RETURN_IF_ERROR(splitter.addFeature(feature));
  }
  for (const std::string& name : contents.manifest.output_names())
    AERIE_RETURN_IF_ERROR(splitter.addOutput(name));
  return splitter.finish(&contents.self_test);
}

}  // namespace

absl::StatusOr<BundleContents> buildFromSpec(const fs::path& spec_path) {
  std::error_code error;
  const fs::path path = fs::is_directory(spec_path, error) ? spec_path / "manifest.yaml" : spec_path;
  BundleContents contents;
  Spec spec;
  spec.folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  AERIE_RETURN_IF_ERROR(readManifest(path, spec, contents));
  for (const std::string& name : spec.model_files) {
    AERIE_ASSIGN_OR_RETURN(const fs::path source, fileOfSpec(spec, "model_file", name));
    contents.model_files[std::string(kModelFolder) + name] = ModelFile{source, {}};
  }
  AERIE_ASSIGN_OR_RETURN(const fs::path features_path, fileOfSpec(spec, "features", spec.features));
  AERIE_ASSIGN_OR_RETURN(const std::string features_text, readFile(features_path));
  AERIE_ASSIGN_OR_RETURN(contents.features,
                         features::parseFeatureLocationConfig(features_text, features_path.string()));
  AERIE_ASSIGN_OR_RETURN(const fs::path preprocessor_path,
                         fileOfSpec(spec, "preprocessor", spec.preprocessor));
  AERIE_ASSIGN_OR_RETURN(const std::string preprocessor_text, readFile(preprocessor_path));
  AERIE_ASSIGN_OR_RETURN(contents.preprocessor,
                         preprocess::parsePreprocessorConfig(preprocessor_text, preprocessor_path.string()));
  AERIE_ASSIGN_OR_RETURN(const fs::path self_test_path, fileOfSpec(spec, "self_test", spec.self_test));
  AERIE_RETURN_IF_ERROR(readSelfTest(self_test_path, contents));
  return contents;
}

}  // namespace aerie::bundle
